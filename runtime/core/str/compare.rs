//! Comparison of text: byte by byte, which is the order of code points.

use prelude::v1::*;
use cmp::Ordering;

extern "C" {
    fn memcmp(a: *const u8, b: *const u8, count: usize) -> i32;
}

/// What matching with a string literal calls.
#[lang = "str_eq"]
#[inline]
pub fn eq(a: &str, b: &str) -> bool {
    a.len() == b.len() && unsafe { memcmp(a.as_ptr(), b.as_ptr(), a.len()) } == 0
}

impl PartialEq for str {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        eq(self, other)
    }
}

impl Eq for str {}

impl PartialOrd for str {
    #[inline]
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        let common = if self.len() < other.len() { self.len() } else { other.len() };
        let order = unsafe { memcmp(self.as_ptr(), other.as_ptr(), common) };
        if order == 0 {
            self.len().cmp(&other.len())
        } else {
            order.cmp(&0)
        }
    }
}
