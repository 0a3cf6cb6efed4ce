//! Reading floats.
//!
//! The C library's strtod rounds exactly. It is given plain digits and an exponent: what it
//! takes beyond that (hexadecimal, a locale's decimal point) is no float of the language.

use prelude::v1::*;
use num::{FloatErrorKind, ParseFloatError};

extern "C" {
    fn strtod(text: *const u8, end: *mut *mut u8) -> f64;
    fn strtof(text: *const u8, end: *mut *mut u8) -> f32;
}

/// No float needs more digits to be told from its neighbours' middle; of those beyond it only
/// counts whether all are zero.
const MOST_DIGITS: usize = 800;

/// What was read, for strtod: digits, `e`, exponent, NUL.
struct Number {
    text: [u8; 832],
    count: usize,
    /// Of the last digit kept.
    exponent: i64,
}

enum Special {
    Infinity,
    Nan,
}

enum Parsed {
    Number(Number),
    Special(Special),
    Error(FloatErrorKind),
}

fn lower(byte: u8) -> u8 {
    if byte >= b'A' && byte <= b'Z' { byte + 32 } else { byte }
}

fn is_word(bytes: &[u8], word: &[u8]) -> bool {
    if bytes.len() != word.len() {
        return false;
    }
    let mut i = 0;
    while i < word.len() {
        if lower(bytes[i]) != word[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl Number {
    fn push(&mut self, digit: u8, is_fraction: bool) {
        let is_leading_zero = self.count == 0 && digit == b'0';
        if !is_leading_zero && self.count < MOST_DIGITS {
            self.text[self.count] = digit;
            self.count += 1;
            if is_fraction {
                self.exponent -= 1;
            }
            return;
        }
        if is_leading_zero {
            if is_fraction {
                self.exponent -= 1;
            }
            return;
        }
        // Dropped, but not forgotten.
        if digit != b'0' {
            self.text[MOST_DIGITS - 1] = b'1';
        }
        if !is_fraction {
            self.exponent += 1;
        }
    }

    /// Ends the text for strtod.
    fn finish(&mut self) {
        if self.count == 0 {
            self.text[0] = b'0';
            self.count = 1;
            self.exponent = 0;
        }
        let mut at = self.count;
        self.text[at] = b'e';
        at += 1;
        let mut rest = self.exponent;
        if rest < 0 {
            self.text[at] = b'-';
            at += 1;
            rest = -rest;
        }
        // Beyond that all is infinite, or zero.
        if rest > 99999 {
            rest = 99999;
        }
        let mut scale = 10000;
        while scale > 0 {
            self.text[at] = b'0' + (rest / scale % 10) as u8;
            at += 1;
            scale /= 10;
        }
    }
}

fn is_digit(byte: u8) -> bool {
    byte >= b'0' && byte <= b'9'
}

/// Reads what follows the sign.
fn parse_magnitude(bytes: &[u8]) -> Parsed {
    if is_word(bytes, b"inf") || is_word(bytes, b"infinity") {
        return Parsed::Special(Special::Infinity);
    }
    if is_word(bytes, b"nan") {
        return Parsed::Special(Special::Nan);
    }
    let mut number = Number { text: [0; 832], count: 0, exponent: 0 };
    let mut at = 0;
    let mut digits = 0;
    while at < bytes.len() && is_digit(bytes[at]) {
        number.push(bytes[at], false);
        digits += 1;
        at += 1;
    }
    if at < bytes.len() && bytes[at] == b'.' {
        at += 1;
        while at < bytes.len() && is_digit(bytes[at]) {
            number.push(bytes[at], true);
            digits += 1;
            at += 1;
        }
    }
    if digits == 0 {
        return Parsed::Error(FloatErrorKind::Invalid);
    }
    if at < bytes.len() && lower(bytes[at]) == b'e' {
        at += 1;
        let is_negative = at < bytes.len() && bytes[at] == b'-';
        if at < bytes.len() && (bytes[at] == b'-' || bytes[at] == b'+') {
            at += 1;
        }
        if at == bytes.len() {
            return Parsed::Error(FloatErrorKind::Invalid);
        }
        let mut exponent: i64 = 0;
        while at < bytes.len() && is_digit(bytes[at]) {
            if exponent < 1000000000000 {
                exponent = exponent * 10 + (bytes[at] - b'0') as i64;
            }
            at += 1;
        }
        number.exponent += if is_negative { -exponent } else { exponent };
    }
    if at != bytes.len() {
        return Parsed::Error(FloatErrorKind::Invalid);
    }
    number.finish();
    Parsed::Number(number)
}

/// Without the sign, and whether it was a minus.
fn split_sign(bytes: &[u8]) -> (&[u8], bool) {
    if bytes.len() != 0 && (bytes[0] == b'-' || bytes[0] == b'+') {
        (&bytes[1..], bytes[0] == b'-')
    } else {
        (bytes, false)
    }
}

fn parse(text: &str) -> (Parsed, bool) {
    if text.len() == 0 {
        return (Parsed::Error(FloatErrorKind::Empty), false);
    }
    let (bytes, is_negative) = split_sign(text.as_bytes());
    (parse_magnitude(bytes), is_negative)
}

pub fn parse_f32(text: &str) -> Result<f32, ParseFloatError> {
    let (parsed, is_negative) = parse(text);
    let magnitude = match parsed {
        Parsed::Number(ref number) => unsafe {
            strtof(number.text.as_ptr(), 0 as *mut *mut u8)
        },
        Parsed::Special(Special::Infinity) => ::f32::INFINITY,
        Parsed::Special(Special::Nan) => ::f32::NAN,
        Parsed::Error(kind) => return Err(ParseFloatError { kind: kind }),
    };
    Ok(if is_negative { -magnitude } else { magnitude })
}

pub fn parse_f64(text: &str) -> Result<f64, ParseFloatError> {
    let (parsed, is_negative) = parse(text);
    let magnitude = match parsed {
        Parsed::Number(ref number) => unsafe {
            strtod(number.text.as_ptr(), 0 as *mut *mut u8)
        },
        Parsed::Special(Special::Infinity) => ::f64::INFINITY,
        Parsed::Special(Special::Nan) => ::f64::NAN,
        Parsed::Error(kind) => return Err(ParseFloatError { kind: kind }),
    };
    Ok(if is_negative { -magnitude } else { magnitude })
}
