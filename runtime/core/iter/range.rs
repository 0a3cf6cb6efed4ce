//! Counting through ranges.

use prelude::v1::*;
use iter::ExactSizeIterator;
use ops::{Range, RangeFrom};

/// What `a..b` can count through. No step overflows where `a < b`.
#[lang = "step"]
pub trait Step: Clone + PartialOrd<Self> {
    fn forward(&self, count: usize) -> Self;
    fn backward(&self, count: usize) -> Self;
    /// 0 where `end` is not beyond.
    fn steps_to(&self, end: &Self) -> usize;
    /// The next one; panics where the type ends, if overflow is checked.
    fn successor(&self) -> Self;
}

impl<A: Step> Iterator for Range<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        if self.start < self.end {
            let next = self.start.forward(1);
            Some(::mem::replace(&mut self.start, next))
        } else {
            None
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.start.steps_to(&self.end);
        (count, Some(count))
    }

    #[inline]
    fn nth(&mut self, index: usize) -> Option<A> {
        if index < self.start.steps_to(&self.end) {
            let item = self.start.forward(index);
            self.start = item.forward(1);
            Some(item)
        } else {
            self.start = self.end.clone();
            None
        }
    }
}

impl<A: Step> DoubleEndedIterator for Range<A> {
    #[inline]
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = self.end.backward(1);
            Some(self.end.clone())
        } else {
            None
        }
    }
}

impl<A: Step> ExactSizeIterator for Range<A> {}

impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        let next = self.start.successor();
        Some(::mem::replace(&mut self.start, next))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (!0, None)
    }
}
