//! What asks something of the items: `max` and `min` that they are ordered, `cloned` that
//! they are references to what can be cloned.

use prelude::v1::*;
use cmp::Ordering;
use iter::{Cloned, Map, Rev, Same, Skip, Step, StepBy, Take};
use iter::adapters;
use ops::Range;
use slice::Iter;
use str::{Bytes, Chars};

/// The greatest; of equals the last.
pub fn max<I: Iterator, T: Ord + Same<I::Item>>(items: I) -> Option<T> {
    let mut items = items;
    let mut best = match items.next() {
        Some(item) => T::same(item),
        None => return None,
    };
    while let Some(item) = items.next() {
        let item = T::same(item);
        if item.cmp(&best) != Ordering::Less {
            best = item;
        }
    }
    Some(best)
}

/// The least; of equals the first.
pub fn min<I: Iterator, T: Ord + Same<I::Item>>(items: I) -> Option<T> {
    let mut items = items;
    let mut best = match items.next() {
        Some(item) => T::same(item),
        None => return None,
    };
    while let Some(item) = items.next() {
        let item = T::same(item);
        if item.cmp(&best) == Ordering::Less {
            best = item;
        }
    }
    Some(best)
}

impl<T: Ord> Iter<T> {
    pub fn max(self) -> Option<&T> { max(self) }

    pub fn min(self) -> Option<&T> { min(self) }
}

impl<A: Step + Ord> Range<A> {
    pub fn max(self) -> Option<A> { max(self) }

    pub fn min(self) -> Option<A> { min(self) }
}

impl<T: Clone + Ord, I: Iterator + ::iter::Yields<&T>> Cloned<I, T> {
    pub fn max(self) -> Option<T> { max(self) }

    pub fn min(self) -> Option<T> { min(self) }
}

impl<I: Iterator, A: Same<I::Item>, B: Ord> Map<I, A, B> {
    pub fn max(self) -> Option<B> { max(self) }

    pub fn min(self) -> Option<B> { min(self) }
}

impl Chars {
    pub fn max(self) -> Option<char> { max(self) }

    pub fn min(self) -> Option<char> { min(self) }
}

impl Bytes {
    pub fn max(self) -> Option<u8> { max(self) }

    pub fn min(self) -> Option<u8> { min(self) }
}

// ---- cloned ----

impl<T: Clone> Iter<T> {
    #[inline]
    pub fn cloned(self) -> Cloned<Iter<T>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<Iter<T>, T> { adapters::cloned(self) }
}

impl<T: Clone> Rev<Iter<T>> {
    #[inline]
    pub fn cloned(self) -> Cloned<Rev<Iter<T>>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<Rev<Iter<T>>, T> { adapters::cloned(self) }
}

impl<T: Clone> Skip<Iter<T>> {
    #[inline]
    pub fn cloned(self) -> Cloned<Skip<Iter<T>>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<Skip<Iter<T>>, T> { adapters::cloned(self) }
}

impl<T: Clone> Take<Iter<T>> {
    #[inline]
    pub fn cloned(self) -> Cloned<Take<Iter<T>>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<Take<Iter<T>>, T> { adapters::cloned(self) }
}

impl<T: Clone> StepBy<Iter<T>> {
    #[inline]
    pub fn cloned(self) -> Cloned<StepBy<Iter<T>>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<StepBy<Iter<T>>, T> { adapters::cloned(self) }
}

impl<T: Clone> ::option::IntoIter<&T> {
    #[inline]
    pub fn cloned(self) -> Cloned<::option::IntoIter<&T>, T> { adapters::cloned(self) }

    #[inline]
    pub fn copied(self) -> Cloned<::option::IntoIter<&T>, T> { adapters::cloned(self) }
}
