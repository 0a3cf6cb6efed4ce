//! Text of text: `s[1..3]`. Both ends must be where characters begin.

use prelude::v1::*;
use ops::{Index, Range, RangeFrom, RangeFull, RangeTo};

#[inline(never)]
fn bad_range(text: &str, start: usize, end: usize) -> ! {
    let len = text.len();
    if start > len {
        panic!("start byte index {} is out of bounds of `{}`", start, text);
    }
    if end > len {
        panic!("end byte index {} is out of bounds of `{}`", end, text);
    }
    if start > end {
        panic!("begin > end ({} > {}) when slicing `{}`", start, end, text);
    }
    let (which, at) = if text.is_char_boundary(start) { ("end", end) } else { ("start", start) };
    let mut first = at;
    while !text.is_char_boundary(first) {
        first -= 1;
    }
    let mut last = at;
    while !text.is_char_boundary(last) {
        last += 1;
    }
    let inside = unsafe { text.slice_unchecked(first, last) };
    panic!("{} byte index {} is not a char boundary; it is inside {:?} (bytes {}..{}) of `{}`",
           which, at, inside.chars().next().unwrap_or('\0'), first, last, text)
}

impl Index<Range<usize>> for str {
    type Output = str;

    #[inline]
    fn index(&self, index: Range<usize>) -> &str {
        if index.start > index.end || !self.is_char_boundary(index.start)
            || !self.is_char_boundary(index.end) {
            bad_range(self, index.start, index.end);
        }
        unsafe { self.slice_unchecked(index.start, index.end) }
    }
}

impl Index<RangeFrom<usize>> for str {
    type Output = str;

    #[inline]
    fn index(&self, index: RangeFrom<usize>) -> &str {
        if !self.is_char_boundary(index.start) {
            bad_range(self, index.start, self.len());
        }
        unsafe { self.slice_unchecked(index.start, self.len()) }
    }
}

impl Index<RangeTo<usize>> for str {
    type Output = str;

    #[inline]
    fn index(&self, index: RangeTo<usize>) -> &str {
        if !self.is_char_boundary(index.end) {
            bad_range(self, 0, index.end);
        }
        unsafe { self.slice_unchecked(0, index.end) }
    }
}

impl Index<RangeFull> for str {
    type Output = str;

    #[inline]
    fn index(&self, _index: RangeFull) -> &str {
        self
    }
}
