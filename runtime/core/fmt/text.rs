//! Formatting of text: str, char, bool.

use prelude::v1::*;
use fmt::{Debug, Display, Formatter, Result};

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

pub fn count_chars(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut i = 0;
    while i < bytes.len() {
        if !is_continuation(bytes[i]) {
            count += 1;
        }
        i += 1;
    }
    count
}

/// The text's first `most` characters, or all.
pub fn first_chars(text: &str, most: usize) -> &str {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut i = 0;
    while i < bytes.len() {
        if !is_continuation(bytes[i]) {
            if count == most {
                return unsafe { text.slice_unchecked(0, i) };
            }
            count += 1;
        }
        i += 1;
    }
    text
}

impl Display for str {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.pad(self)
    }
}

impl Debug for str {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(f.write_str("\""));
        // What needs no escape is written in one go.
        let mut start = 0;
        for (at, c) in self.char_indices() {
            // Marks that join the character before stay as they are, save at the start.
            let escaped = c != '\'' && (c.needs_escape() || at == 0 && c.joins_previous());
            if escaped {
                try!(f.write_str(unsafe { self.slice_unchecked(start, at) }));
                try!(write_escaped(c, f));
                start = at + c.len_utf8();
            }
        }
        try!(f.write_str(unsafe { self.slice_unchecked(start, self.len()) }));
        f.write_str("\"")
    }
}

fn write_escaped(c: char, f: &mut Formatter) -> Result {
    for part in c.escape_debug() {
        try!(f.write_char(part));
    }
    Ok(())
}

impl Display for char {
    fn fmt(&self, f: &mut Formatter) -> Result {
        let mut buffer = [0u8; 4];
        let c = *self;
        f.pad(c.encode_utf8(&mut buffer))
    }
}

impl Debug for char {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(f.write_str("'"));
        if *self == '"' {
            try!(f.write_str("\""));
        } else {
            try!(write_escaped(*self, f));
        }
        f.write_str("'")
    }
}

impl Display for bool {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.pad(if *self { "true" } else { "false" })
    }
}

impl Debug for bool {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Display::fmt(self, f)
    }
}
