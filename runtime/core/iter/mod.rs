//! Iterators.
//!
//! Closures are not of the dialect: where the language takes one, a function is taken.
//!
//! Bounds are on type parameters alone, so nothing can be asked of an iterator's items as such.
//! Methods that would have to are inherent ones of the iterators whose items are known
//! (`ordered`): `max`, `min`, `cloned`.

use prelude::v1::*;

mod adapters;
mod arrays;
mod ordered;
mod range;
mod sources;

pub use self::adapters::{Chain, Cloned, Cycle, Enumerate, Filter, Fuse, Map, Peekable, Rev, Skip,
                         SkipWhile, StepBy, Take, TakeWhile, Zip};
pub use self::ordered::{max, min};
pub use self::range::Step;
pub use self::sources::{empty, once, repeat, Empty, Once, Repeat};

/// That two types are one.
#[lang = "known_trait"]
pub trait Same<T> {
    fn same(value: T) -> Self;
}

impl<T> Same<T> for T {
    #[inline]
    fn same(value: T) -> T {
        value
    }
}

/// What is gone through yields `A`s.
#[lang = "known_trait"]
pub trait Yields<A> {}

impl<I: IntoIterator> Yields<I::Item> for I {}

/// What can be summed up from `A`s.
#[lang = "known_trait"]
pub trait Sum<A> {
    fn none() -> Self;
    fn plus(self, item: A) -> Self;
}

#[lang = "known_trait"]
pub trait Product<A> {
    fn one() -> Self;
    fn times(self, item: A) -> Self;
}

/// What takes `A`s in, one after the other.
#[lang = "known_trait"]
pub trait Extend<A> {
    fn take_in(&mut self, item: A);

    /// So many will come, at least.
    #[inline]
    fn make_room(&mut self, _count: usize) {}
}

/// What a `C` can be extended by: iterators, and what is gone through in the end.
#[lang = "known_trait"]
pub trait Feed<C> {
    fn feed(self, to: &mut C);
}

/// Takes all of the items in.
pub fn extend<I: Iterator, C: Extend<I::Item>>(to: &mut C, items: I) {
    let mut items = items;
    let (least, _) = items.size_hint();
    to.make_room(least);
    while let Some(item) = items.next() {
        to.take_in(item);
    }
}

impl<I: Iterator, C: Extend<I::Item>> Feed<C> for I {
    fn feed(self, to: &mut C) {
        extend(to, self)
    }
}

impl<T, C: Extend<&T>> Feed<C> for &[T] {
    fn feed(self, to: &mut C) {
        extend(to, self.iter())
    }
}

/// What can be collected from `A`s.
#[lang = "known_trait"]
pub trait FromIterator<A> {
    fn with_room(count: usize) -> Self;
    fn collect_one(&mut self, item: A);
}

#[lang = "into_iterator"]
pub trait IntoIterator {
    type Item;
    type IntoIter;
    fn into_iter(self) -> Self::IntoIter;
}

impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;

    #[inline]
    fn into_iter(self) -> I {
        self
    }
}

#[lang = "iterator"]
pub trait Iterator {
    type Item;

    fn next(&mut self) -> Option<Self::Item>;

    /// At least how many are left, and at most.
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }

    fn count(self) -> usize {
        let mut items = self;
        let mut count = 0;
        while let Some(_) = items.next() {
            count += 1;
        }
        count
    }

    fn last(self) -> Option<Self::Item> {
        let mut items = self;
        let mut last = None;
        while let Some(item) = items.next() {
            last = Some(item);
        }
        last
    }

    fn nth(&mut self, index: usize) -> Option<Self::Item> {
        let mut left = index;
        while left != 0 {
            if self.next().is_none() {
                return None;
            }
            left -= 1;
        }
        self.next()
    }

    #[inline]
    fn by_ref(&mut self) -> &mut Self {
        self
    }

    // ---- adapters ----

    #[inline]
    fn step_by(self, step: usize) -> StepBy<Self> {
        adapters::step_by(self, step)
    }

    #[inline]
    fn chain<U: IntoIterator + Yields<Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> {
        adapters::chain(self, other.into_iter())
    }

    #[inline]
    fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> {
        adapters::zip(self, other.into_iter())
    }

    #[inline]
    fn enumerate(self) -> Enumerate<Self> {
        adapters::enumerate(self)
    }

    #[inline]
    fn skip(self, count: usize) -> Skip<Self> {
        adapters::skip(self, count)
    }

    #[inline]
    fn take(self, count: usize) -> Take<Self> {
        adapters::take(self, count)
    }

    #[inline]
    fn fuse(self) -> Fuse<Self> {
        adapters::fuse(self)
    }

    #[inline]
    fn peekable(self) -> Peekable<Self, Self::Item> {
        adapters::peekable(self)
    }

    #[inline]
    fn rev(self) -> Rev<Self> {
        adapters::rev(self)
    }

    #[inline]
    fn cycle(self) -> Cycle<Self> {
        adapters::cycle(self)
    }

    #[inline]
    fn map<B>(self, f: fn(Self::Item) -> B) -> Map<Self, Self::Item, B> {
        adapters::map(self, f)
    }

    #[inline]
    fn filter(self, f: fn(&Self::Item) -> bool) -> Filter<Self, Self::Item> {
        adapters::filter(self, f)
    }

    #[inline]
    fn take_while(self, f: fn(&Self::Item) -> bool) -> TakeWhile<Self, Self::Item> {
        adapters::take_while(self, f)
    }

    #[inline]
    fn skip_while(self, f: fn(&Self::Item) -> bool) -> SkipWhile<Self, Self::Item> {
        adapters::skip_while(self, f)
    }

    // ---- ends ----

    fn fold<B>(self, start: B, f: fn(B, Self::Item) -> B) -> B {
        let mut items = self;
        let mut value = start;
        while let Some(item) = items.next() {
            value = f(value, item);
        }
        value
    }

    fn for_each(self, f: fn(Self::Item)) {
        let mut items = self;
        while let Some(item) = items.next() {
            f(item);
        }
    }

    fn all(&mut self, f: fn(Self::Item) -> bool) -> bool {
        while let Some(item) = self.next() {
            if !f(item) {
                return false;
            }
        }
        true
    }

    fn any(&mut self, f: fn(Self::Item) -> bool) -> bool {
        while let Some(item) = self.next() {
            if f(item) {
                return true;
            }
        }
        false
    }

    fn find(&mut self, f: fn(&Self::Item) -> bool) -> Option<Self::Item> {
        while let Some(item) = self.next() {
            if f(&item) {
                return Some(item);
            }
        }
        None
    }

    fn position(&mut self, f: fn(Self::Item) -> bool) -> Option<usize> {
        let mut at = 0;
        while let Some(item) = self.next() {
            if f(item) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    fn collect<B: FromIterator<Self::Item>>(self) -> B {
        let mut items = self;
        let (least, _) = items.size_hint();
        let mut collected = B::with_room(least);
        while let Some(item) = items.next() {
            collected.collect_one(item);
        }
        collected
    }

    fn sum<S: Sum<Self::Item>>(self) -> S {
        let mut items = self;
        let mut total = S::none();
        while let Some(item) = items.next() {
            total = total.plus(item);
        }
        total
    }

    fn product<P: Product<Self::Item>>(self) -> P {
        let mut items = self;
        let mut total = P::one();
        while let Some(item) = items.next() {
            total = total.times(item);
        }
        total
    }
}

impl<I: Iterator> Iterator for &mut I {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

#[lang = "known_trait"]
pub trait DoubleEndedIterator: Iterator {
    fn next_back(&mut self) -> Option<Self::Item>;
}

impl<I: DoubleEndedIterator> DoubleEndedIterator for &mut I {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }
}

/// Knows how many are left.
#[lang = "known_trait"]
pub trait ExactSizeIterator: Iterator {
    #[inline]
    fn len(&self) -> usize {
        let (least, _) = self.size_hint();
        least
    }
}
