//! What is extended by references to arrays: one impl for each length that is likely.

use prelude::v1::*;
use iter::{extend, Extend, Feed};

impl<T, C: Extend<&T>> Feed<C> for &[T; 0] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 1] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 2] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 3] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 4] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 5] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 6] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 7] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 8] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 9] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 10] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 11] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 12] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 13] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 14] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 15] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 16] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 17] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 18] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 19] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 20] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 21] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 22] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 23] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 24] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 25] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 26] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 27] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 28] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 29] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 30] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 31] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}

impl<T, C: Extend<&T>> Feed<C> for &[T; 32] {
    fn feed(self, to: &mut C) { extend(to, self.iter()) }
}
