//! Characters: Unicode scalar values.

use prelude::v1::*;
use fmt::{self, Display, Formatter};
use mem;
use str::FromStr;

mod ascii;
mod case;
mod class;

pub use self::case::{ToLowercase, ToUppercase};

pub const MAX: char = '\u{10FFFF}';
pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

#[inline]
pub fn from_u32(code: u32) -> Option<char> {
    if code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF {
        None
    } else {
        Some(unsafe { from_u32_unchecked(code) })
    }
}

#[inline]
pub unsafe fn from_u32_unchecked(code: u32) -> char {
    mem::transmute::<u32, char>(code)
}

/// The digit, in small letters beyond 9.
pub fn from_digit(digit: u32, radix: u32) -> Option<char> {
    if radix > 36 {
        panic!("from_digit: radix is too high (maximum 36)");
    }
    if digit >= radix {
        None
    } else if digit < 10 {
        Some((b'0' + digit as u8) as char)
    } else {
        Some((b'a' + (digit as u8 - 10)) as char)
    }
}

#[lang = "inherent"]
impl char {
    pub const MAX: char = '\u{10FFFF}';

    #[inline]
    pub fn from_u32(code: u32) -> Option<char> {
        from_u32(code)
    }

    #[inline]
    pub fn from_digit(digit: u32, radix: u32) -> Option<char> {
        from_digit(digit, radix)
    }

    pub fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let code = self as u32;
        let digit = if code >= 0x30 && code <= 0x39 {
            code - 0x30
        } else if code >= 0x61 && code <= 0x7A {
            code - 0x61 + 10
        } else if code >= 0x41 && code <= 0x5A {
            code - 0x41 + 10
        } else {
            return None;
        };
        if digit < radix { Some(digit) } else { None }
    }

    #[inline]
    pub fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    // ---- UTF-8 and UTF-16 ----

    #[inline]
    pub fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }

    #[inline]
    pub fn len_utf16(self) -> usize {
        if (self as u32) < 0x10000 { 1 } else { 2 }
    }

    pub fn encode_utf8(self, buffer: &mut [u8]) -> &mut str {
        let code = self as u32;
        let length = self.len_utf8();
        if buffer.len() < length {
            panic!("encode_utf8: need {} bytes to encode U+{:X} but buffer has just {}", length,
                   code, buffer.len());
        }
        if length == 1 {
            buffer[0] = code as u8;
        } else if length == 2 {
            buffer[0] = (code >> 6) as u8 | 0xC0;
        } else if length == 3 {
            buffer[0] = (code >> 12) as u8 | 0xE0;
        } else {
            buffer[0] = (code >> 18) as u8 | 0xF0;
        }
        let mut rest = code;
        let mut i = length;
        while i > 1 {
            i -= 1;
            buffer[i] = (rest & 0x3F) as u8 | 0x80;
            rest >>= 6;
        }
        unsafe { mem::transmute::<&mut [u8], &mut str>(buffer.part_mut(0, length)) }
    }

    // ---- classes ----

    #[inline]
    pub fn is_alphabetic(self) -> bool {
        class::is_alphabetic(self as u32)
    }

    #[inline]
    pub fn is_numeric(self) -> bool {
        class::is_numeric(self as u32)
    }

    #[inline]
    pub fn is_alphanumeric(self) -> bool {
        self.is_alphabetic() || self.is_numeric()
    }

    #[inline]
    pub fn is_whitespace(self) -> bool {
        class::is_whitespace(self as u32)
    }

    #[inline]
    pub fn is_control(self) -> bool {
        let code = self as u32;
        code < 0x20 || code >= 0x7F && code < 0xA0
    }

    #[inline]
    pub fn is_lowercase(self) -> bool {
        class::is_lowercase(self as u32)
    }

    #[inline]
    pub fn is_uppercase(self) -> bool {
        class::is_uppercase(self as u32)
    }

    pub fn to_lowercase(self) -> ToLowercase {
        case::to_lowercase(self)
    }

    pub fn to_uppercase(self) -> ToUppercase {
        case::to_uppercase(self)
    }

    // ---- escapes ----

    /// Whether `{:?}` writes it other than as it is. The apostrophe is one of these: in text
    /// it is left alone.
    pub fn needs_escape(self) -> bool {
        self == '"' || self == '\'' || self == '\\' || !class::is_printable(self as u32)
    }

    /// Whether it is drawn onto the character before.
    pub fn joins_previous(self) -> bool {
        class::is_joining(self as u32)
    }

    pub fn escape_debug(self) -> Escape {
        let is_plain = !self.needs_escape() && !self.joins_previous();
        if is_plain { Escape::of_text(&[self as u32]) } else { self.escape_short() }
    }

    pub fn escape_default(self) -> Escape {
        let code = self as u32;
        if code >= 0x20 && code < 0x7F && !self.needs_escape() {
            Escape::of_text(&[code])
        } else if self == '\0' {
            Escape::of_code(0)
        } else {
            self.escape_short()
        }
    }

    fn escape_short(self) -> Escape {
        let letter = match self {
            '\0' => '0',
            '\t' => 't',
            '\r' => 'r',
            '\n' => 'n',
            '"' | '\'' | '\\' => self,
            _ => return Escape::of_code(self as u32),
        };
        Escape::of_text(&['\\' as u32, letter as u32])
    }

    pub fn escape_unicode(self) -> Escape {
        Escape::of_code(self as u32)
    }
}

/// The characters of an escape: `\n`, `\u{301}`.
#[derive(Clone)]
pub struct Escape {
    chars: [u32; 10],
    at: usize,
    end: usize,
}

impl Escape {
    fn of_text(text: &[u32]) -> Escape {
        let mut escape = Escape { chars: [0; 10], at: 0, end: 0 };
        let mut i = 0;
        while i < text.len() {
            escape.push(text[i]);
            i += 1;
        }
        escape
    }

    fn of_code(code: u32) -> Escape {
        let mut escape = Escape::of_text(&['\\' as u32, 'u' as u32, '{' as u32]);
        let mut shift = 20;
        while shift > 0 && code >> shift == 0 {
            shift -= 4;
        }
        loop {
            let digit = code >> shift & 0xF;
            escape.push(if digit < 10 { '0' as u32 + digit } else { 'a' as u32 + digit - 10 });
            if shift == 0 {
                break;
            }
            shift -= 4;
        }
        escape.push('}' as u32);
        escape
    }

    fn push(&mut self, code: u32) {
        self.chars[self.end] = code;
        self.end += 1;
    }
}

impl Iterator for Escape {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        Some(unsafe { from_u32_unchecked(self.chars[self.at - 1]) })
    }
}

impl Display for Escape {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        for c in self.clone() {
            try!(f.write_char(c));
        }
        Ok(())
    }
}

// ---- reading ----

/// Why a text is no character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl Display for ParseCharError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl FromStr for char {
    type Err = ParseCharError;

    fn from_str(text: &str) -> Result<char, ParseCharError> {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(ParseCharError { kind: CharErrorKind::EmptyString }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError { kind: CharErrorKind::TooManyChars }),
        }
    }
}
