//! Text: UTF-8.

use prelude::v1::*;
use intrinsics;
use mem;
use slice;

mod compare;
mod index;
mod iter;
mod parse;
mod pattern;
mod utf8;

pub use self::iter::{Bytes, CharIndices, Chars, Lines, MatchIndices, RSplit, Split, SplitN,
                     SplitTerminator, SplitWhitespace};
pub use self::parse::{FromStr, ParseBoolError};
pub use self::pattern::Pattern;
pub use self::utf8::{from_utf8, Utf8Error};

#[inline]
pub unsafe fn from_utf8_unchecked(bytes: &[u8]) -> &str {
    mem::transmute::<&[u8], &str>(bytes)
}

#[lang = "inherent"]
impl str {
    #[inline]
    pub fn len(&self) -> usize {
        self.as_bytes().len()
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        unsafe { mem::transmute::<&str, &[u8]>(self) }
    }

    #[inline]
    pub fn as_ptr(&self) -> *const u8 {
        self.as_bytes().as_ptr()
    }

    /// Whether a character begins there, or the text ends.
    #[inline]
    pub fn is_char_boundary(&self, index: usize) -> bool {
        let bytes = self.as_bytes();
        if index >= bytes.len() {
            index == bytes.len()
        } else {
            bytes[index] & 0xC0 != 0x80
        }
    }

    /// Without a look at the bounds.
    #[inline]
    pub unsafe fn slice_unchecked(&self, start: usize, end: usize) -> &str {
        from_utf8_unchecked(slice::from_raw_parts(self.as_ptr().offset(start as isize),
                                                  intrinsics::wrapping_sub(end, start)))
    }

    pub fn split_at(&self, middle: usize) -> (&str, &str) {
        if !self.is_char_boundary(middle) {
            panic!("failed to slice string");
        }
        unsafe { (self.slice_unchecked(0, middle), self.slice_unchecked(middle, self.len())) }
    }

    // ---- iterators ----

    #[inline]
    pub fn chars(&self) -> Chars {
        iter::chars(self)
    }

    #[inline]
    pub fn char_indices(&self) -> CharIndices {
        iter::char_indices(self)
    }

    #[inline]
    pub fn bytes(&self) -> Bytes {
        iter::bytes(self)
    }

    /// A line feed ends a line, and a carriage return before it is no part of it.
    #[inline]
    pub fn lines(&self) -> Lines {
        iter::lines(self)
    }

    #[inline]
    pub fn split_whitespace(&self) -> SplitWhitespace {
        iter::split_whitespace(self)
    }

    #[inline]
    pub fn split<P: Pattern>(&self, pattern: P) -> Split<P> {
        iter::split(self, pattern)
    }

    #[inline]
    pub fn rsplit<P: Pattern>(&self, pattern: P) -> RSplit<P> {
        iter::rsplit(self, pattern)
    }

    #[inline]
    pub fn splitn<P: Pattern>(&self, count: usize, pattern: P) -> SplitN<P> {
        iter::splitn(self, count, pattern)
    }

    #[inline]
    pub fn split_terminator<P: Pattern>(&self, pattern: P) -> SplitTerminator<P> {
        iter::split_terminator(self, pattern)
    }

    #[inline]
    pub fn match_indices<P: Pattern>(&self, pattern: P) -> MatchIndices<P> {
        iter::match_indices(self, pattern)
    }

    // ---- searching ----

    pub fn contains<P: Pattern>(&self, pattern: P) -> bool {
        pattern.find_in(self, 0).is_some()
    }

    pub fn starts_with<P: Pattern>(&self, pattern: P) -> bool {
        pattern.prefix_of(self).is_some()
    }

    pub fn ends_with<P: Pattern>(&self, pattern: P) -> bool {
        pattern.suffix_of(self).is_some()
    }

    pub fn find<P: Pattern>(&self, pattern: P) -> Option<usize> {
        match pattern.find_in(self, 0) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    pub fn rfind<P: Pattern>(&self, pattern: P) -> Option<usize> {
        match pattern.rfind_in(self, self.len()) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    /// The text before the first match and the one after it.
    pub fn split_once<P: Pattern>(&self, pattern: P) -> Option<(&str, &str)> {
        match pattern.find_in(self, 0) {
            Some((start, end)) => Some(unsafe {
                (self.slice_unchecked(0, start), self.slice_unchecked(end, self.len()))
            }),
            None => None,
        }
    }

    pub fn strip_prefix<P: Pattern>(&self, pattern: P) -> Option<&str> {
        match pattern.prefix_of(self) {
            Some(end) => Some(unsafe { self.slice_unchecked(end, self.len()) }),
            None => None,
        }
    }

    pub fn strip_suffix<P: Pattern>(&self, pattern: P) -> Option<&str> {
        match pattern.suffix_of(self) {
            Some(start) => Some(unsafe { self.slice_unchecked(0, start) }),
            None => None,
        }
    }

    // ---- trimming ----

    pub fn trim(&self) -> &str {
        self.trim_left().trim_right()
    }

    pub fn trim_left(&self) -> &str {
        for (at, c) in self.char_indices() {
            if !c.is_whitespace() {
                return unsafe { self.slice_unchecked(at, self.len()) };
            }
        }
        ""
    }

    pub fn trim_right(&self) -> &str {
        let mut chars = self.char_indices();
        while let Some((at, c)) = chars.next_back() {
            if !c.is_whitespace() {
                return unsafe { self.slice_unchecked(0, at + c.len_utf8()) };
            }
        }
        ""
    }

    pub fn trim_start(&self) -> &str {
        self.trim_left()
    }

    pub fn trim_end(&self) -> &str {
        self.trim_right()
    }

    pub fn trim_left_matches<P: Pattern>(&self, pattern: P) -> &str {
        let mut rest = self;
        while let Some(end) = pattern.prefix_of(rest) {
            // A pattern that matches nothing would match for ever.
            if end == 0 {
                break;
            }
            rest = unsafe { rest.slice_unchecked(end, rest.len()) };
        }
        rest
    }

    pub fn trim_right_matches<P: Pattern>(&self, pattern: P) -> &str {
        let mut rest = self;
        while let Some(start) = pattern.suffix_of(rest) {
            if start == rest.len() {
                break;
            }
            rest = unsafe { rest.slice_unchecked(0, start) };
        }
        rest
    }

    pub fn trim_start_matches<P: Pattern>(&self, pattern: P) -> &str {
        self.trim_left_matches(pattern)
    }

    pub fn trim_end_matches<P: Pattern>(&self, pattern: P) -> &str {
        self.trim_right_matches(pattern)
    }

    pub fn trim_matches<P: Pattern + Clone>(&self, pattern: P) -> &str {
        self.trim_left_matches(pattern.clone()).trim_right_matches(pattern)
    }

    // ---- reading ----

    pub fn parse<T: FromStr>(&self) -> Result<T, T::Err> {
        T::from_str(self)
    }

    // ---- ASCII ----

    pub fn is_ascii(&self) -> bool {
        for byte in self.as_bytes() {
            if *byte >= 128 {
                return false;
            }
        }
        true
    }

    pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        let a = self.as_bytes();
        let b = other.as_bytes();
        if a.len() != b.len() {
            return false;
        }
        let mut i = 0;
        while i < a.len() {
            if a[i].to_ascii_lowercase() != b[i].to_ascii_lowercase() {
                return false;
            }
            i += 1;
        }
        true
    }
}
