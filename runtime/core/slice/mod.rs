//! Slices.
//!
//! A reference to a slice is its address and its length, in this order.

use prelude::v1::*;
use cmp::Ordering;
use intrinsics;
use mem;
use ptr;

mod arrays;
mod compare;
mod index;
mod iter;
mod sort;

pub use self::iter::{Chunks, ChunksMut, Iter, IterMut, Windows};

#[repr(C)]
struct Parts<T> {
    data: *const T,
    len: usize,
}

#[inline]
pub unsafe fn from_raw_parts<T>(data: *const T, len: usize) -> &'static [T] {
    mem::transmute::<Parts<T>, &'static [T]>(Parts { data: data, len: len })
}

#[inline]
pub unsafe fn from_raw_parts_mut<T>(data: *mut T, len: usize) -> &'static mut [T] {
    mem::transmute::<Parts<T>, &'static mut [T]>(Parts { data: data as *const T, len: len })
}

/// A slice of one.
#[inline]
pub fn from_ref<T>(item: &T) -> &[T] {
    unsafe { from_raw_parts(item as *const T, 1) }
}

#[lang = "inherent"]
impl<T> [T] {
    #[inline]
    pub fn len(&self) -> usize {
        unsafe { mem::transmute::<&[T], Parts<T>>(self).len }
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub fn as_ptr(&self) -> *const T {
        unsafe { mem::transmute::<&[T], Parts<T>>(self).data }
    }

    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.as_ptr() as *mut T
    }

    // ---- elements ----

    #[inline]
    pub unsafe fn get_unchecked(&self, index: usize) -> &T {
        &*self.as_ptr().offset(index as isize)
    }

    #[inline]
    pub unsafe fn get_unchecked_mut(&mut self, index: usize) -> &mut T {
        &mut *self.as_mut_ptr().offset(index as isize)
    }

    #[inline]
    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len() { Some(unsafe { self.get_unchecked(index) }) } else { None }
    }

    #[inline]
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len() { Some(unsafe { self.get_unchecked_mut(index) }) } else { None }
    }

    #[inline]
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    #[inline]
    pub fn first_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    #[inline]
    pub fn last(&self) -> Option<&T> {
        let len = self.len();
        if len == 0 { None } else { self.get(len - 1) }
    }

    #[inline]
    pub fn last_mut(&mut self) -> Option<&mut T> {
        let len = self.len();
        if len == 0 { None } else { self.get_mut(len - 1) }
    }

    #[inline]
    pub fn swap(&mut self, a: usize, b: usize) {
        let a = &mut self[a] as *mut T;
        let b = &mut self[b] as *mut T;
        unsafe { ptr::swap(a, b) }
    }

    pub fn reverse(&mut self) {
        let mut low = 0;
        let mut high = self.len();
        while low + 1 < high {
            high -= 1;
            self.swap(low, high);
            low += 1;
        }
    }

    // ---- parts ----

    /// Without a look at the bounds.
    #[inline]
    pub unsafe fn part(&self, start: usize, end: usize) -> &[T] {
        from_raw_parts(self.as_ptr().offset(start as isize), intrinsics::wrapping_sub(end, start))
    }

    #[inline]
    pub unsafe fn part_mut(&mut self, start: usize, end: usize) -> &mut [T] {
        from_raw_parts_mut(self.as_mut_ptr().offset(start as isize),
                           intrinsics::wrapping_sub(end, start))
    }

    #[inline]
    pub fn split_at(&self, middle: usize) -> (&[T], &[T]) {
        let len = self.len();
        if middle > len {
            panic!("mid > len");
        }
        unsafe { (self.part(0, middle), self.part(middle, len)) }
    }

    #[inline]
    pub fn split_at_mut(&mut self, middle: usize) -> (&mut [T], &mut [T]) {
        let len = self.len();
        if middle > len {
            panic!("mid > len");
        }
        let data = self.as_mut_ptr();
        unsafe {
            (from_raw_parts_mut(data, middle),
             from_raw_parts_mut(data.offset(middle as isize), len - middle))
        }
    }

    #[inline]
    pub fn split_first(&self) -> Option<(&T, &[T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&self[0], unsafe { self.part(1, len) })) }
    }

    #[inline]
    pub fn split_last(&self) -> Option<(&T, &[T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&self[len - 1], unsafe { self.part(0, len - 1) })) }
    }

    // ---- iterators ----

    #[inline]
    pub fn iter(&self) -> Iter<T> {
        iter::iter(self)
    }

    #[inline]
    pub fn iter_mut(&mut self) -> IterMut<T> {
        iter::iter_mut(self)
    }

    #[inline]
    pub fn windows(&self, size: usize) -> Windows<T> {
        if size == 0 {
            panic!("window size must be non-zero");
        }
        iter::windows(self, size)
    }

    #[inline]
    pub fn chunks(&self, size: usize) -> Chunks<T> {
        if size == 0 {
            panic!("chunk size must be non-zero");
        }
        iter::chunks(self, size)
    }

    #[inline]
    pub fn chunks_mut(&mut self, size: usize) -> ChunksMut<T> {
        if size == 0 {
            panic!("chunk size must be non-zero");
        }
        iter::chunks_mut(self, size)
    }

    // ---- searching ----

    /// `f` says on which side of what is sought an element lies.
    pub fn binary_search_by(&self, f: fn(&T) -> Ordering) -> Result<usize, usize> {
        let mut low = 0;
        let mut high = self.len();
        while low < high {
            let middle = low + (high - low) / 2;
            match f(&self[middle]) {
                Ordering::Equal => return Ok(middle),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    pub fn rotate_left(&mut self, middle: usize) {
        let len = self.len();
        assert!(middle <= len);
        unsafe {
            self.part_mut(0, middle).reverse();
            self.part_mut(middle, len).reverse();
        }
        self.reverse();
    }

    pub fn rotate_right(&mut self, count: usize) {
        let len = self.len();
        assert!(count <= len);
        self.rotate_left(len - count);
    }

    pub fn sort_by(&mut self, compare: fn(&T, &T) -> Ordering) {
        sort::sort_by(self, compare);
    }
}

#[lang = "inherent"]
impl<T: Ord> [T] {
    /// Equal elements keep their order.
    pub fn sort(&mut self) {
        sort::sort_by(self, Ord::cmp);
    }

    pub fn sort_unstable(&mut self) {
        sort::sort_by(self, Ord::cmp);
    }

    pub fn binary_search(&self, item: &T) -> Result<usize, usize> {
        let mut low = 0;
        let mut high = self.len();
        while low < high {
            let middle = low + (high - low) / 2;
            match self[middle].cmp(item) {
                Ordering::Equal => return Ok(middle),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }
}

#[lang = "inherent"]
impl<T: PartialEq> [T] {
    pub fn contains(&self, item: &T) -> bool {
        for other in self {
            if *other == *item {
                return true;
            }
        }
        false
    }

    pub fn starts_with(&self, start: &[T]) -> bool {
        let len = start.len();
        self.len() >= len && unsafe { self.part(0, len) } == start
    }

    pub fn ends_with(&self, end: &[T]) -> bool {
        let len = self.len();
        len >= end.len() && unsafe { self.part(len - end.len(), len) } == end
    }
}

fn check_lengths(to: usize, from: usize) {
    if to != from {
        panic!("copy_from_slice: source slice length ({}) does not match destination slice \
                length ({})", from, to);
    }
}

#[lang = "inherent"]
impl<T: Clone> [T] {
    pub fn clone_from_slice(&mut self, from: &[T]) {
        if self.len() != from.len() {
            panic!("destination and source slices have different lengths");
        }
        let mut i = 0;
        while i < from.len() {
            self[i] = from[i].clone();
            i += 1;
        }
    }

    pub fn fill(&mut self, value: T) {
        let len = self.len();
        let mut i = 0;
        while i < len {
            self[i] = value.clone();
            i += 1;
        }
    }
}

#[lang = "inherent"]
impl<T: Copy> [T] {
    pub fn copy_from_slice(&mut self, from: &[T]) {
        check_lengths(self.len(), from.len());
        unsafe { ptr::copy_nonoverlapping(from.as_ptr(), self.as_mut_ptr(), from.len()) }
    }
}

impl<T> IntoIterator for &[T] {
    type Item = &T;
    type IntoIter = Iter<T>;

    #[inline]
    fn into_iter(self) -> Iter<T> {
        self.iter()
    }
}

impl<T> IntoIterator for &mut [T] {
    type Item = &mut T;
    type IntoIter = IterMut<T>;

    #[inline]
    fn into_iter(self) -> IterMut<T> {
        self.iter_mut()
    }
}
