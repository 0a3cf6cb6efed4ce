//! `v[i]` and `v[1..3]`: as of the slice.

use core::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeTo};
use vec::Vec;

impl<T> Index<usize> for Vec<T> {
    type Output = T;

    #[inline]
    fn index(&self, index: usize) -> &T {
        &self.as_slice()[index]
    }
}

impl<T> IndexMut<usize> for Vec<T> {
    #[inline]
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.as_mut_slice()[index]
    }
}

impl<T> Index<Range<usize>> for Vec<T> {
    type Output = [T];

    #[inline]
    fn index(&self, index: Range<usize>) -> &[T] {
        &self.as_slice()[index]
    }
}

impl<T> IndexMut<Range<usize>> for Vec<T> {
    #[inline]
    fn index_mut(&mut self, index: Range<usize>) -> &mut [T] {
        &mut self.as_mut_slice()[index]
    }
}

impl<T> Index<RangeFrom<usize>> for Vec<T> {
    type Output = [T];

    #[inline]
    fn index(&self, index: RangeFrom<usize>) -> &[T] {
        &self.as_slice()[index]
    }
}

impl<T> IndexMut<RangeFrom<usize>> for Vec<T> {
    #[inline]
    fn index_mut(&mut self, index: RangeFrom<usize>) -> &mut [T] {
        &mut self.as_mut_slice()[index]
    }
}

impl<T> Index<RangeTo<usize>> for Vec<T> {
    type Output = [T];

    #[inline]
    fn index(&self, index: RangeTo<usize>) -> &[T] {
        &self.as_slice()[index]
    }
}

impl<T> IndexMut<RangeTo<usize>> for Vec<T> {
    #[inline]
    fn index_mut(&mut self, index: RangeTo<usize>) -> &mut [T] {
        &mut self.as_mut_slice()[index]
    }
}

impl<T> Index<RangeFull> for Vec<T> {
    type Output = [T];

    #[inline]
    fn index(&self, index: RangeFull) -> &[T] {
        &self.as_slice()[index]
    }
}

impl<T> IndexMut<RangeFull> for Vec<T> {
    #[inline]
    fn index_mut(&mut self, index: RangeFull) -> &mut [T] {
        &mut self.as_mut_slice()[index]
    }
}
