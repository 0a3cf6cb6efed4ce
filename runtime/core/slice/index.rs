//! Slices of slices: `a[1..3]`. (The compiler knows `a[i]` itself.)

use prelude::v1::*;
use ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeTo};

#[inline(never)]
fn bad_start(start: usize, len: usize) -> ! {
    panic!("range start index {} out of range for slice of length {}", start, len)
}

#[inline(never)]
fn bad_end(end: usize, len: usize) -> ! {
    panic!("range end index {} out of range for slice of length {}", end, len)
}

#[inline(never)]
fn bad_order(start: usize, end: usize) -> ! {
    panic!("slice index starts at {} but ends at {}", start, end)
}

#[inline]
fn check(start: usize, end: usize, len: usize) {
    if start > end {
        bad_order(start, end);
    }
    if end > len {
        bad_end(end, len);
    }
}

impl<T> Index<usize> for [T] {
    type Output = T;

    #[inline]
    fn index(&self, index: usize) -> &T {
        &self[index]
    }
}

impl<T> IndexMut<usize> for [T] {
    #[inline]
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self[index]
    }
}

impl<T> Index<Range<usize>> for [T] {
    type Output = [T];

    #[inline]
    fn index(&self, index: Range<usize>) -> &[T] {
        check(index.start, index.end, self.len());
        unsafe { self.part(index.start, index.end) }
    }
}

impl<T> IndexMut<Range<usize>> for [T] {
    #[inline]
    fn index_mut(&mut self, index: Range<usize>) -> &mut [T] {
        check(index.start, index.end, self.len());
        unsafe { self.part_mut(index.start, index.end) }
    }
}

impl<T> Index<RangeFrom<usize>> for [T] {
    type Output = [T];

    #[inline]
    fn index(&self, index: RangeFrom<usize>) -> &[T] {
        let len = self.len();
        if index.start > len {
            bad_start(index.start, len);
        }
        unsafe { self.part(index.start, len) }
    }
}

impl<T> IndexMut<RangeFrom<usize>> for [T] {
    #[inline]
    fn index_mut(&mut self, index: RangeFrom<usize>) -> &mut [T] {
        let len = self.len();
        if index.start > len {
            bad_start(index.start, len);
        }
        unsafe { self.part_mut(index.start, len) }
    }
}

impl<T> Index<RangeTo<usize>> for [T] {
    type Output = [T];

    #[inline]
    fn index(&self, index: RangeTo<usize>) -> &[T] {
        check(0, index.end, self.len());
        unsafe { self.part(0, index.end) }
    }
}

impl<T> IndexMut<RangeTo<usize>> for [T] {
    #[inline]
    fn index_mut(&mut self, index: RangeTo<usize>) -> &mut [T] {
        check(0, index.end, self.len());
        unsafe { self.part_mut(0, index.end) }
    }
}

impl<T> Index<RangeFull> for [T] {
    type Output = [T];

    #[inline]
    fn index(&self, _index: RangeFull) -> &[T] {
        self
    }
}

impl<T> IndexMut<RangeFull> for [T] {
    #[inline]
    fn index_mut(&mut self, _index: RangeFull) -> &mut [T] {
        self
    }
}
