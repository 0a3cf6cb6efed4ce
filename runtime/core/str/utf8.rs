//! Whether bytes are UTF-8.

use prelude::v1::*;
use fmt::{self, Debug, Display, Formatter};
use str;

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Utf8Error {
    valid_up_to: usize,
    /// 0: the text ends within a character.
    length: u8,
}

impl Utf8Error {
    pub fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }

    pub fn error_len(&self) -> Option<usize> {
        if self.length == 0 { None } else { Some(self.length as usize) }
    }
}

impl Debug for Utf8Error {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let length = if self.length == 0 { None } else { Some(self.length) };
        f.debug_struct("Utf8Error").field("valid_up_to", &self.valid_up_to)
            .field("error_len", &length).finish()
    }
}

impl Display for Utf8Error {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if self.length == 0 {
            return write!(f, "incomplete utf-8 byte sequence from index {}", self.valid_up_to);
        }
        write!(f, "invalid utf-8 sequence of {} bytes from index {}", self.length,
               self.valid_up_to)
    }
}

/// How many bytes the character has that begins with this one, and between which bounds the
/// second one lies; 0: none begins so.
fn shape(first: u8) -> (usize, u8, u8) {
    if first < 0x80 {
        (1, 0x80, 0xBF)
    } else if first < 0xC2 {
        (0, 0, 0)
    } else if first < 0xE0 {
        (2, 0x80, 0xBF)
    } else if first == 0xE0 {
        (3, 0xA0, 0xBF)
    } else if first == 0xED {
        // No surrogates.
        (3, 0x80, 0x9F)
    } else if first < 0xF0 {
        (3, 0x80, 0xBF)
    } else if first == 0xF0 {
        (4, 0x90, 0xBF)
    } else if first < 0xF4 {
        (4, 0x80, 0xBF)
    } else if first == 0xF4 {
        (4, 0x80, 0x8F)
    } else {
        (0, 0, 0)
    }
}

pub fn from_utf8(bytes: &[u8]) -> Result<&str, Utf8Error> {
    let mut at = 0;
    while at < bytes.len() {
        let (length, low, high) = shape(bytes[at]);
        if length == 0 {
            return Err(Utf8Error { valid_up_to: at, length: 1 });
        }
        let mut i = 1;
        while i < length {
            if at + i == bytes.len() {
                return Err(Utf8Error { valid_up_to: at, length: 0 });
            }
            let byte = bytes[at + i];
            let fits = if i == 1 { byte >= low && byte <= high } else { byte & 0xC0 == 0x80 };
            if !fits {
                return Err(Utf8Error { valid_up_to: at, length: i as u8 });
            }
            i += 1;
        }
        at += length;
    }
    Ok(unsafe { str::from_utf8_unchecked(bytes) })
}
