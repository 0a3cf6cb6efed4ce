//! Iterators out of nothing, or of one value.

use prelude::v1::*;

/// Yields nothing.
pub struct Empty<T> {
    none: Option<T>,
}

pub fn empty<T>() -> Empty<T> {
    Empty { none: None }
}

impl<T> Iterator for Empty<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.none.take()
    }
}

/// Yields one value.
pub struct Once<T> {
    item: Option<T>,
}

pub fn once<T>(item: T) -> Once<T> {
    Once { item: Some(item) }
}

impl<T> Iterator for Once<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.item.take()
    }
}

/// Yields clones of a value without an end.
#[derive(Clone)]
pub struct Repeat<T> {
    item: T,
}

pub fn repeat<T: Clone>(item: T) -> Repeat<T> {
    Repeat { item: item }
}

impl<T: Clone> Iterator for Repeat<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        Some(self.item.clone())
    }
}
