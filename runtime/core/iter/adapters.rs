//! Iterators made of iterators.

use prelude::v1::*;
use iter::{ExactSizeIterator, Same, Yields};

// ---- in another order ----

#[derive(Clone)]
pub struct Rev<I> {
    iter: I,
}

#[inline]
pub fn rev<I>(iter: I) -> Rev<I> {
    Rev { iter: iter }
}

impl<I: DoubleEndedIterator> Iterator for Rev<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        self.iter.next_back()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        self.iter.next()
    }
}

#[derive(Clone)]
pub struct Cycle<I> {
    iter: I,
    /// As it was at first; None: it still is.
    whole: Option<I>,
}

#[inline]
pub fn cycle<I>(iter: I) -> Cycle<I> {
    Cycle { iter: iter, whole: None }
}

impl<I: Iterator + Clone> Iterator for Cycle<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if self.whole.is_none() {
            self.whole = Some(self.iter.clone());
        }
        if let Some(item) = self.iter.next() {
            return Some(item);
        }
        if let Some(ref whole) = self.whole {
            self.iter = whole.clone();
        }
        self.iter.next()
    }
}

// ---- several ----

#[derive(Clone)]
pub struct Zip<A, B> {
    a: A,
    b: B,
}

#[inline]
pub fn zip<A, B>(a: A, b: B) -> Zip<A, B> {
    Zip { a: a, b: b }
}

impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
    type Item = (A::Item, B::Item);

    #[inline]
    fn next(&mut self) -> Option<(A::Item, B::Item)> {
        let a = match self.a.next() {
            Some(item) => item,
            None => return None,
        };
        match self.b.next() {
            Some(item) => Some((a, item)),
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a, most_a) = self.a.size_hint();
        let (b, most_b) = self.b.size_hint();
        let most = match (most_a, most_b) {
            (Some(x), Some(y)) => Some(if x < y { x } else { y }),
            (Some(x), None) => Some(x),
            (None, most) => most,
        };
        (if a < b { a } else { b }, most)
    }
}

/// Both yield the same, which only `Iterator::chain` makes sure of.
pub struct Chain<A, B> {
    a: Option<A>,
    b: B,
}

#[inline]
pub fn chain<A, B>(a: A, b: B) -> Chain<A, B> {
    Chain { a: Some(a), b: b }
}

/// For types that are one, though nothing says so.
#[inline]
unsafe fn retype<A, B>(value: A) -> B {
    let result = ::mem::transmute_copy::<A, B>(&value);
    ::mem::forget(value);
    result
}

impl<A: Iterator, B: Iterator> Iterator for Chain<A, B> {
    type Item = A::Item;

    #[inline]
    fn next(&mut self) -> Option<A::Item> {
        if let Some(ref mut a) = self.a {
            if let Some(item) = a.next() {
                return Some(item);
            }
        }
        self.a = None;
        unsafe { retype::<Option<B::Item>, Option<A::Item>>(self.b.next()) }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.b.size_hint();
        match self.a {
            None => (least, most),
            Some(ref a) => {
                let (before, most_before) = a.size_hint();
                let both = match (most, most_before) {
                    (Some(x), Some(y)) => x.checked_add(y),
                    _ => None,
                };
                (least.saturating_add(before), both)
            }
        }
    }
}

impl<A: DoubleEndedIterator, B: DoubleEndedIterator> DoubleEndedIterator for Chain<A, B> {
    fn next_back(&mut self) -> Option<A::Item> {
        if let Some(item) = self.b.next_back() {
            return Some(unsafe { retype::<B::Item, A::Item>(item) });
        }
        match self.a {
            Some(ref mut a) => a.next_back(),
            None => None,
        }
    }
}

#[derive(Clone)]
pub struct Enumerate<I> {
    iter: I,
    count: usize,
}

#[inline]
pub fn enumerate<I>(iter: I) -> Enumerate<I> {
    Enumerate { iter: iter, count: 0 }
}

impl<I: Iterator> Iterator for Enumerate<I> {
    type Item = (usize, I::Item);

    #[inline]
    fn next(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next() {
            Some(item) => {
                let at = self.count;
                self.count += 1;
                Some((at, item))
            }
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Enumerate<I> {
    #[inline]
    fn next_back(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next_back() {
            Some(item) => Some((self.count + self.iter.len(), item)),
            None => None,
        }
    }
}

// ---- fewer ----

#[derive(Clone)]
pub struct StepBy<I> {
    iter: I,
    between: usize,
    is_first: bool,
}

#[inline]
pub fn step_by<I>(iter: I, step: usize) -> StepBy<I> {
    assert!(step != 0);
    StepBy { iter: iter, between: step - 1, is_first: true }
}

impl<I: Iterator> Iterator for StepBy<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.is_first {
            self.is_first = false;
            self.iter.next()
        } else {
            self.iter.nth(self.between)
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.iter.size_hint();
        let step = self.between + 1;
        // The first comes without a step.
        let room = if self.is_first { self.between } else { 0 };
        let most = match most {
            Some(count) => Some(count.saturating_add(room) / step),
            None => None,
        };
        (least.saturating_add(room) / step, most)
    }
}

#[derive(Clone)]
pub struct Skip<I> {
    iter: I,
    count: usize,
}

#[inline]
pub fn skip<I>(iter: I, count: usize) -> Skip<I> {
    Skip { iter: iter, count: count }
}

impl<I: Iterator> Iterator for Skip<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.count == 0 {
            return self.iter.next();
        }
        let count = self.count;
        self.count = 0;
        self.iter.nth(count)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.iter.size_hint();
        (least.saturating_sub(self.count), match most {
            Some(most) => Some(most.saturating_sub(self.count)),
            None => None,
        })
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        if self.iter.len() > self.count { self.iter.next_back() } else { None }
    }
}

#[derive(Clone)]
pub struct Take<I> {
    iter: I,
    count: usize,
}

#[inline]
pub fn take<I>(iter: I, count: usize) -> Take<I> {
    Take { iter: iter, count: count }
}

impl<I: Iterator> Iterator for Take<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        self.iter.next()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.iter.size_hint();
        let most = match most {
            Some(most) if most < self.count => most,
            _ => self.count,
        };
        (if least < self.count { least } else { self.count }, Some(most))
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        if self.count == 0 {
            return None;
        }
        // What lies beyond the count is not for this one's caller.
        let mut beyond = self.iter.len().saturating_sub(self.count);
        while beyond != 0 {
            self.iter.next_back();
            beyond -= 1;
        }
        self.count -= 1;
        self.iter.next_back()
    }
}

#[derive(Clone)]
pub struct Fuse<I> {
    iter: Option<I>,
}

#[inline]
pub fn fuse<I>(iter: I) -> Fuse<I> {
    Fuse { iter: Some(iter) }
}

impl<I: Iterator> Iterator for Fuse<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if let Some(ref mut iter) = self.iter {
            if let Some(item) = iter.next() {
                return Some(item);
            }
        }
        self.iter = None;
        None
    }
}

/// Shows what comes before it is taken.
pub struct Peekable<I, A> {
    iter: I,
    peeked: Option<Option<A>>,
}

#[inline]
pub fn peekable<I, A>(iter: I) -> Peekable<I, A> {
    Peekable { iter: iter, peeked: None }
}

impl<I: Iterator, A: Same<I::Item>> Peekable<I, A> {
    #[inline]
    pub fn peek(&mut self) -> Option<&A> {
        if self.peeked.is_none() {
            self.peeked = Some(match self.iter.next() {
                Some(item) => Some(A::same(item)),
                None => None,
            });
        }
        match self.peeked {
            Some(ref item) => item.as_ref(),
            None => None,
        }
    }
}

impl<I: Iterator, A: Same<I::Item>> Iterator for Peekable<I, A> {
    type Item = A;

    #[inline]
    fn next(&mut self) -> Option<A> {
        match self.peeked.take() {
            Some(item) => item,
            None => match self.iter.next() {
                Some(item) => Some(A::same(item)),
                None => None,
            },
        }
    }
}

// ---- others ----

/// Clones of what the items refer to.
pub struct Cloned<I, T> {
    iter: I,
    item: ::marker::PhantomData<T>,
}

#[inline]
pub fn cloned<I, T>(iter: I) -> Cloned<I, T> {
    Cloned { iter: iter, item: ::marker::PhantomData }
}

impl<I: Iterator + Yields<&T>, T: Clone> Iterator for Cloned<I, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        match unsafe { retype::<Option<I::Item>, Option<&T>>(self.iter.next()) } {
            Some(item) => Some(item.clone()),
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<I: DoubleEndedIterator + Yields<&T>, T: Clone> DoubleEndedIterator for Cloned<I, T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        match unsafe { retype::<Option<I::Item>, Option<&T>>(self.iter.next_back()) } {
            Some(item) => Some(item.clone()),
            None => None,
        }
    }
}

/// `A` is the item of `I`.
pub struct Map<I, A, B> {
    iter: I,
    f: fn(A) -> B,
}

#[inline]
pub fn map<I, A, B>(iter: I, f: fn(A) -> B) -> Map<I, A, B> {
    Map { iter: iter, f: f }
}

impl<I: Iterator, A: Same<I::Item>, B> Iterator for Map<I, A, B> {
    type Item = B;

    #[inline]
    fn next(&mut self) -> Option<B> {
        match self.iter.next() {
            Some(item) => Some((self.f)(A::same(item))),
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<I: DoubleEndedIterator, A: Same<I::Item>, B> DoubleEndedIterator for Map<I, A, B> {
    #[inline]
    fn next_back(&mut self) -> Option<B> {
        match self.iter.next_back() {
            Some(item) => Some((self.f)(A::same(item))),
            None => None,
        }
    }
}

pub struct Filter<I, A> {
    iter: I,
    f: fn(&A) -> bool,
}

#[inline]
pub fn filter<I, A>(iter: I, f: fn(&A) -> bool) -> Filter<I, A> {
    Filter { iter: iter, f: f }
}

impl<I: Iterator, A: Same<I::Item>> Iterator for Filter<I, A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        while let Some(item) = self.iter.next() {
            let item = A::same(item);
            if (self.f)(&item) {
                return Some(item);
            }
        }
        None
    }
}

pub struct TakeWhile<I, A> {
    iter: I,
    f: fn(&A) -> bool,
    is_over: bool,
}

#[inline]
pub fn take_while<I, A>(iter: I, f: fn(&A) -> bool) -> TakeWhile<I, A> {
    TakeWhile { iter: iter, f: f, is_over: false }
}

impl<I: Iterator, A: Same<I::Item>> Iterator for TakeWhile<I, A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        if self.is_over {
            return None;
        }
        match self.iter.next() {
            Some(item) => {
                let item = A::same(item);
                if (self.f)(&item) {
                    return Some(item);
                }
                self.is_over = true;
                None
            }
            None => None,
        }
    }
}

pub struct SkipWhile<I, A> {
    iter: I,
    f: fn(&A) -> bool,
    is_through: bool,
}

#[inline]
pub fn skip_while<I, A>(iter: I, f: fn(&A) -> bool) -> SkipWhile<I, A> {
    SkipWhile { iter: iter, f: f, is_through: false }
}

impl<I: Iterator, A: Same<I::Item>> Iterator for SkipWhile<I, A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        while let Some(item) = self.iter.next() {
            let item = A::same(item);
            if self.is_through || !(self.f)(&item) {
                self.is_through = true;
                return Some(item);
            }
        }
        None
    }
}

impl<I: DoubleEndedIterator, A: Same<I::Item>> DoubleEndedIterator for Filter<I, A> {
    fn next_back(&mut self) -> Option<A> {
        while let Some(item) = self.iter.next_back() {
            let item = A::same(item);
            if (self.f)(&item) {
                return Some(item);
            }
        }
        None
    }
}

// ---- those that know how many are left where their source does ----

impl<I: DoubleEndedIterator + ExactSizeIterator> ExactSizeIterator for Rev<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
impl<I: ExactSizeIterator + Yields<&T>, T: Clone> ExactSizeIterator for Cloned<I, T> {}
impl<I: ExactSizeIterator, A: Same<I::Item>, B> ExactSizeIterator for Map<I, A, B> {}
impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
