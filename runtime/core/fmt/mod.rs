//! Formatting: what `format!` and its like are compiled to, and the traits they call.
//!
//! The compiler builds an `Arguments` of constant pieces and specs and of one `Argument`
//! for each value. The layout of the three types below and the meaning of their fields is
//! a contract with it.

use prelude::v1::*;
use intrinsics;

mod builders;
mod float;
mod integer;
mod others;
mod text;
pub mod derive;

pub use self::builders::{DebugStruct, DebugTuple, DebugList, DebugMap};
pub use self::integer::{decimal, exponent, radix};

/// Why nothing could be written; says no more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Error;

pub type Result = ::result::Result<(), Error>;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.pad("an error occurred when formatting an argument")
    }
}

// ---- the contract with the compiler ----

/// A value and the function that formats it.
#[lang = "fmt_argument"]
#[derive(Clone, Copy)]
pub struct Argument {
    pub value: *const u8,
    pub format: unsafe fn(*const u8, &mut Formatter) -> Result,
}

/// What stands between `{` and `}`.
#[lang = "fmt_spec"]
#[derive(Clone, Copy)]
pub struct Spec {
    /// Which of the arguments.
    pub argument: usize,
    pub fill: char,
    /// 0 left, 1 right, 2 centre, 3 not said.
    pub align: u8,
    /// Bit 0 plus, 1 minus, 2 alternate, 3 zero.
    pub flags: u32,
    /// Of the width and of the precision: 0 not said, 1 the number, 2 the number of the
    /// argument, a usize, that is it.
    pub width_kind: u8,
    pub width: usize,
    pub precision_kind: u8,
    pub precision: usize,
}

/// A format string with its arguments: piece 0, spec 0, piece 1, and so on. There are as
/// many pieces as specs, or more.
#[lang = "fmt_arguments"]
#[derive(Clone, Copy)]
pub struct Arguments {
    pub pieces: &'static [&'static str],
    pub specs: &'static [Spec],
    pub args: &'static [Argument],
}

impl Arguments {
    /// The text, where there is nothing but text.
    pub fn as_str(&self) -> Option<&'static str> {
        if self.specs.len() != 0 || self.pieces.len() > 1 {
            None
        } else if self.pieces.len() == 1 {
            Some(self.pieces[0])
        } else {
            Some("")
        }
    }
}

impl Display for Arguments {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.write_fmt(*self)
    }
}

impl Debug for Arguments {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.write_fmt(*self)
    }
}

// ---- the traits ----

#[lang = "display"]
pub trait Display {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "debug_trait"]
pub trait Debug {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "lower_hex"]
pub trait LowerHex {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "upper_hex"]
pub trait UpperHex {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "octal"]
pub trait Octal {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "binary"]
pub trait Binary {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "pointer"]
pub trait Pointer {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "lower_exp"]
pub trait LowerExp {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

#[lang = "upper_exp"]
pub trait UpperExp {
    fn fmt(&self, f: &mut Formatter) -> Result;
}

/// Where text can be written to.
#[lang = "fmt_write"]
pub trait Write {
    fn write_str(&mut self, text: &str) -> Result;

    fn write_char(&mut self, c: char) -> Result {
        let mut buffer = [0u8; 4];
        self.write_str(c.encode_utf8(&mut buffer))
    }

    fn write_fmt(&mut self, args: Arguments) -> Result {
        write(self, args)
    }
}

impl<W: Write> Write for &mut W {
    fn write_str(&mut self, text: &str) -> Result {
        (**self).write_str(text)
    }
}

// ---- the formatter ----

const LEFT: u8 = 0;
const RIGHT: u8 = 1;
const CENTRE: u8 = 2;

const PLUS: u32 = 1;
const MINUS: u32 = 2;
const ALTERNATE: u32 = 4;
const ZERO: u32 = 8;

/// How a value is to be written, and where.
///
/// Where to is a function and its first argument: there are no trait objects. `{:#?}`
/// indents what stands within structs; the depth is kept here, so that whatever is
/// written through this formatter is indented as well.
#[lang = "fmt_formatter"]
pub struct Formatter {
    target: *mut u8,
    write: unsafe fn(*mut u8, &str) -> Result,
    fill: char,
    align: u8,
    flags: u32,
    width: Option<usize>,
    precision: Option<usize>,
    depth: usize,
    at_line_start: bool,
}

unsafe fn write_to<W: Write>(target: *mut u8, text: &str) -> Result {
    (*(target as *mut W)).write_str(text)
}

fn formatter<W: Write>(target: &mut W) -> Formatter {
    Formatter {
        target: target as *mut W as *mut u8,
        write: write_to::<W>,
        fill: ' ',
        align: 3,
        flags: 0,
        width: None,
        precision: None,
        depth: 0,
        at_line_start: false,
    }
}

/// Writes the formatted text.
pub fn write<W: Write>(target: &mut W, args: Arguments) -> Result {
    formatter(target).run(&args)
}

fn count(kind: u8, value: usize, args: &[Argument]) -> Option<usize> {
    match kind {
        0 => None,
        1 => Some(value),
        _ => Some(unsafe { *(args[value].value as *const usize) }),
    }
}

impl Formatter {
    fn run(&mut self, args: &Arguments) -> Result {
        let mut i = 0;
        while i < args.specs.len() {
            let piece = args.pieces[i];
            if piece.len() != 0 {
                try!(self.write_str(piece));
            }
            let spec = &args.specs[i];
            self.fill = spec.fill;
            self.align = spec.align;
            self.flags = spec.flags;
            self.width = count(spec.width_kind, spec.width, args.args);
            self.precision = count(spec.precision_kind, spec.precision, args.args);
            let argument = &args.args[spec.argument];
            try!(unsafe { (argument.format)(argument.value, self) });
            i += 1;
        }
        while i < args.pieces.len() {
            try!(self.write_str(args.pieces[i]));
            i += 1;
        }
        Ok(())
    }

    /// As `write!` does: the arguments' own specs count, and then this one's again.
    pub fn write_fmt(&mut self, args: Arguments) -> Result {
        let fill = self.fill;
        let align = self.align;
        let flags = self.flags;
        let width = self.width;
        let precision = self.precision;
        let result = self.run(&args);
        self.fill = fill;
        self.align = align;
        self.flags = flags;
        self.width = width;
        self.precision = precision;
        result
    }

    pub fn write_str(&mut self, text: &str) -> Result {
        if self.depth == 0 {
            return unsafe { (self.write)(self.target, text) };
        }
        let bytes = text.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            if self.at_line_start {
                try!(self.write_indent());
            }
            let mut end = start;
            while end < bytes.len() && bytes[end] != b'\n' {
                end += 1;
            }
            self.at_line_start = end < bytes.len();
            if self.at_line_start {
                end += 1;
            }
            let line = unsafe { text.slice_unchecked(start, end) };
            try!(unsafe { (self.write)(self.target, line) });
            start = end;
        }
        Ok(())
    }

    fn write_indent(&mut self) -> Result {
        let mut i = 0;
        while i < self.depth {
            try!(unsafe { (self.write)(self.target, "    ") });
            i += 1;
        }
        Ok(())
    }

    pub fn write_char(&mut self, c: char) -> Result {
        let mut buffer = [0u8; 4];
        self.write_str(c.encode_utf8(&mut buffer))
    }

    /// What follows stands on lines of its own, one step further in.
    fn indent(&mut self) {
        self.depth += 1;
        self.at_line_start = true;
    }

    fn outdent(&mut self) {
        self.depth -= 1;
    }

    // ---- what the format string said ----

    pub fn fill(&self) -> char {
        self.fill
    }

    pub fn flags(&self) -> u32 {
        self.flags
    }

    pub fn width(&self) -> Option<usize> {
        self.width
    }

    pub fn precision(&self) -> Option<usize> {
        self.precision
    }

    pub fn sign_plus(&self) -> bool {
        self.flags & PLUS != 0
    }

    pub fn sign_minus(&self) -> bool {
        self.flags & MINUS != 0
    }

    pub fn alternate(&self) -> bool {
        self.flags & ALTERNATE != 0
    }

    pub fn sign_aware_zero_pad(&self) -> bool {
        self.flags & ZERO != 0
    }

    // ---- padding ----

    fn write_fill(&mut self, count: usize) -> Result {
        let mut buffer = [0u8; 4];
        let fill = self.fill;
        let text = fill.encode_utf8(&mut buffer);
        let mut i = 0;
        while i < count {
            try!(self.write_str(text));
            i += 1;
        }
        Ok(())
    }

    fn write_zeros(&mut self, count: usize) -> Result {
        let mut i = 0;
        while i < count {
            try!(self.write_str("0"));
            i += 1;
        }
        Ok(())
    }

    /// How much of the padding goes before the text.
    fn padding_before(&self, count: usize, default: u8) -> usize {
        let align = if self.align > CENTRE { default } else { self.align };
        match align {
            LEFT => 0,
            RIGHT => count,
            _ => count / 2,
        }
    }

    /// Writes a text: the precision says how many characters of it, the width how many there
    /// are to be at least.
    pub fn pad(&mut self, text: &str) -> Result {
        let text = match self.precision {
            Some(most) => text::first_chars(text, most),
            None => text,
        };
        let width = match self.width {
            Some(width) => width,
            None => return self.write_str(text),
        };
        let length = text::count_chars(text);
        if length >= width {
            return self.write_str(text);
        }
        let before = self.padding_before(width - length, LEFT);
        try!(self.write_fill(before));
        try!(self.write_str(text));
        self.write_fill(width - length - before)
    }

    /// Writes a number: sign, prefix (`0x`; only with `#`), digits. All are ASCII.
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, digits: &str) -> Result {
        let sign = if !is_nonnegative {
            "-"
        } else if self.sign_plus() {
            "+"
        } else {
            ""
        };
        let prefix = if self.alternate() { prefix } else { "" };
        self.pad_number(sign, prefix, digits, 0, "")
    }

    /// The same, with `zeros` zeros and `tail` after the digits.
    fn pad_number(&mut self, sign: &str, prefix: &str, digits: &str, zeros: usize, tail: &str)
                  -> Result {
        let length = sign.len() + prefix.len() + digits.len() + zeros + tail.len();
        let missing = match self.width {
            Some(width) if width > length => width - length,
            _ => 0,
        };
        if self.sign_aware_zero_pad() {
            try!(self.write_str(sign));
            try!(self.write_str(prefix));
            try!(self.write_zeros(missing));
            try!(self.write_str(digits));
            try!(self.write_zeros(zeros));
            return self.write_str(tail);
        }
        let before = self.padding_before(missing, RIGHT);
        try!(self.write_fill(before));
        try!(self.write_str(sign));
        try!(self.write_str(prefix));
        try!(self.write_str(digits));
        try!(self.write_zeros(zeros));
        try!(self.write_str(tail));
        self.write_fill(missing - before)
    }

    // ---- structures ----

    pub fn debug_struct(&mut self, name: &str) -> DebugStruct {
        builders::begin_struct(self, name)
    }

    pub fn debug_tuple(&mut self, name: &str) -> DebugTuple {
        builders::begin_tuple(self, name)
    }

    pub fn debug_list(&mut self) -> DebugList {
        builders::begin_list(self, "[", "]")
    }

    pub fn debug_set(&mut self) -> DebugList {
        builders::begin_list(self, "{", "}")
    }

    pub fn debug_map(&mut self) -> DebugMap {
        builders::begin_map(self)
    }
}

impl Write for Formatter {
    fn write_str(&mut self, text: &str) -> Result {
        Formatter::write_str(self, text)
    }

    fn write_fmt(&mut self, args: Arguments) -> Result {
        Formatter::write_fmt(self, args)
    }
}
