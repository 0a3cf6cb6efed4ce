//! Numbers: what the integer types and the floats have in common, and the errors of
//! reading them.
//!
//! The files of the single types are made from the templates in this folder
//! (Generate.cmake).

use prelude::v1::*;
use fmt::{self, Display, Formatter};

pub mod float;
mod from;
mod int_i8;
mod int_traits_i8;
mod int_signed_i8;
mod wrapping_i8;
mod int_i16;
mod int_traits_i16;
mod int_signed_i16;
mod wrapping_i16;
mod int_i32;
mod int_traits_i32;
mod int_signed_i32;
mod wrapping_i32;
mod int_i64;
mod int_traits_i64;
mod int_signed_i64;
mod wrapping_i64;
mod int_isize;
mod int_traits_isize;
mod int_signed_isize;
mod wrapping_isize;
mod int_u8;
mod int_traits_u8;
mod int_unsigned_u8;
mod wrapping_u8;
mod int_u16;
mod int_traits_u16;
mod int_unsigned_u16;
mod wrapping_u16;
mod int_u32;
mod int_traits_u32;
mod int_unsigned_u32;
mod wrapping_u32;
mod int_u64;
mod int_traits_u64;
mod int_unsigned_u64;
mod wrapping_u64;
mod int_usize;
mod int_traits_usize;
mod int_unsigned_usize;
mod wrapping_usize;
mod float_f32;
mod float_f64;

/// An integer whose arithmetic wraps around.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Wrapping<T>(pub T);

impl<T: fmt::Debug> fmt::Debug for Wrapping<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T: Display> Display for Wrapping<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntErrorKind {
    Empty,
    InvalidDigit,
    PosOverflow,
    NegOverflow,
}

/// Why a text is no integer of the type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseIntError {
    kind: IntErrorKind,
}

impl ParseIntError {
    pub fn kind(&self) -> &IntErrorKind {
        &self.kind
    }

    pub fn description(&self) -> &str {
        match self.kind {
            IntErrorKind::Empty => "cannot parse integer from empty string",
            IntErrorKind::InvalidDigit => "invalid digit found in string",
            IntErrorKind::PosOverflow => "number too large to fit in target type",
            IntErrorKind::NegOverflow => "number too small to fit in target type",
        }
    }
}

impl Display for ParseIntError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(self.description())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum FloatErrorKind {
    Empty,
    Invalid,
}

/// Why a text is no float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseFloatError {
    kind: FloatErrorKind,
}

impl ParseFloatError {
    pub fn description(&self) -> &str {
        match self.kind {
            FloatErrorKind::Empty => "cannot parse float from empty string",
            FloatErrorKind::Invalid => "invalid float literal",
        }
    }
}

impl Display for ParseFloatError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad(self.description())
    }
}

fn int_error(kind: IntErrorKind) -> Result<u64, ParseIntError> {
    Err(ParseIntError { kind: kind })
}

/// The value of a digit, or one that is in no base.
fn digit_value(byte: u8) -> u64 {
    if byte >= b'0' && byte <= b'9' {
        (byte - b'0') as u64
    } else if byte >= b'a' && byte <= b'z' {
        (byte - b'a') as u64 + 10
    } else if byte >= b'A' && byte <= b'Z' {
        (byte - b'A') as u64 + 10
    } else {
        99
    }
}

/// Reads an integer of a type that goes from `-below` to `above`, as its bits.
pub fn parse_integer(text: &str, radix: u32, below: u64, above: u64)
                     -> Result<u64, ParseIntError> {
    if radix < 2 || radix > 36 {
        panic!("from_ascii_radix: radix must lie in the range `[2, 36]`");
    }
    let bytes = text.as_bytes();
    if bytes.len() == 0 {
        return int_error(IntErrorKind::Empty);
    }
    let is_negative = bytes[0] == b'-' && below != 0;
    let mut at = if is_negative || bytes[0] == b'+' { 1 } else { 0 };
    if at == bytes.len() {
        return int_error(IntErrorKind::InvalidDigit);
    }
    let limit = if is_negative { below } else { above };
    let base = radix as u64;
    let mut value: u64 = 0;
    while at < bytes.len() {
        let digit = digit_value(bytes[at]);
        if digit >= base {
            return int_error(IntErrorKind::InvalidDigit);
        }
        if value > limit / base || value * base > limit - digit {
            return int_error(if is_negative {
                IntErrorKind::NegOverflow
            } else {
                IntErrorKind::PosOverflow
            });
        }
        value = value * base + digit;
        at += 1;
    }
    Ok(if is_negative { value.wrapping_neg() } else { value })
}
