//! What the program was given.

use core::slice;
use alloc::string::String;

extern "C" {
    fn strlen(text: *const u8) -> usize;
    fn getenv(name: *const u8) -> *const u8;
}

static mut ARGUMENT_COUNT: isize = 0;
static mut ARGUMENTS: *const *const u8 = 0 as *const *const u8;

/// At the start, before anybody could ask.
pub fn remember(argc: isize, argv: *const *const u8) {
    unsafe {
        ARGUMENT_COUNT = argc;
        ARGUMENTS = argv;
    }
}

unsafe fn text_of(text: *const u8) -> String {
    String::from_utf8_lossy(slice::from_raw_parts(text, strlen(text)))
}

/// The program's arguments; the first is its name. In a library whose host is not of this
/// language there are none.
pub struct Args {
    at: isize,
    end: isize,
}

pub fn args() -> Args {
    Args { at: 0, end: unsafe { ARGUMENT_COUNT } }
}

impl Iterator for Args {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        unsafe { Some(text_of(*ARGUMENTS.offset(self.at - 1))) }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.end - self.at) as usize;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        if self.at == self.end {
            return None;
        }
        self.end -= 1;
        unsafe { Some(text_of(*ARGUMENTS.offset(self.end))) }
    }
}

impl ExactSizeIterator for Args {}

/// Why a variable has no value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VarError {
    NotPresent,
}

impl ::fmt::Display for VarError {
    fn fmt(&self, f: &mut ::fmt::Formatter) -> ::fmt::Result {
        f.write_str("environment variable not found")
    }
}

pub fn var(name: &str) -> Result<String, VarError> {
    let mut text = String::from(name);
    text.push('\0');
    unsafe {
        let value = getenv(text.as_ptr());
        if value.is_null() { Err(VarError::NotPresent) } else { Ok(text_of(value)) }
    }
}
