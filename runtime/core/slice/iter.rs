//! Iterators over slices.

use prelude::v1::*;
use intrinsics;
use slice;

/// Shared references to the elements. It counts, since elements may have no size.
pub struct Iter<T> {
    at: *const T,
    left: usize,
}

#[inline]
pub fn iter<T>(items: &[T]) -> Iter<T> {
    Iter { at: items.as_ptr(), left: items.len() }
}

impl<T> Iter<T> {
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        unsafe { slice::from_raw_parts(self.at, self.left) }
    }
}

impl<T> Clone for Iter<T> {
    #[inline]
    fn clone(&self) -> Iter<T> {
        Iter { at: self.at, left: self.left }
    }
}

impl<T> Iterator for Iter<T> {
    type Item = &T;

    #[inline]
    fn next(&mut self) -> Option<&T> {
        if self.left == 0 {
            return None;
        }
        unsafe {
            let item = &*self.at;
            self.at = self.at.offset(1);
            self.left = intrinsics::wrapping_sub(self.left, 1);
            Some(item)
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    #[inline]
    fn nth(&mut self, index: usize) -> Option<&T> {
        let step = if index < self.left { index } else { self.left };
        unsafe {
            self.at = self.at.offset(step as isize);
            self.left = intrinsics::wrapping_sub(self.left, step);
        }
        self.next()
    }

    #[inline]
    fn count(self) -> usize {
        self.left
    }
}

impl<T> DoubleEndedIterator for Iter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<&T> {
        if self.left == 0 {
            return None;
        }
        unsafe {
            self.left = intrinsics::wrapping_sub(self.left, 1);
            Some(&*self.at.offset(self.left as isize))
        }
    }
}

impl<T> ExactSizeIterator for Iter<T> {}

/// Exclusive references to the elements.
pub struct IterMut<T> {
    at: *mut T,
    left: usize,
}

#[inline]
pub fn iter_mut<T>(items: &mut [T]) -> IterMut<T> {
    IterMut { at: items.as_mut_ptr(), left: items.len() }
}

impl<T> Iterator for IterMut<T> {
    type Item = &mut T;

    #[inline]
    fn next(&mut self) -> Option<&mut T> {
        if self.left == 0 {
            return None;
        }
        unsafe {
            let item = &mut *self.at;
            self.at = self.at.offset(1);
            self.left = intrinsics::wrapping_sub(self.left, 1);
            Some(item)
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T> DoubleEndedIterator for IterMut<T> {
    #[inline]
    fn next_back(&mut self) -> Option<&mut T> {
        if self.left == 0 {
            return None;
        }
        unsafe {
            self.left = intrinsics::wrapping_sub(self.left, 1);
            Some(&mut *self.at.offset(self.left as isize))
        }
    }
}

impl<T> ExactSizeIterator for IterMut<T> {}

/// All slices of a length, each one element further.
pub struct Windows<T> {
    rest: Iter<T>,
    size: usize,
}

#[inline]
pub fn windows<T>(items: &[T], size: usize) -> Windows<T> {
    Windows { rest: items.iter(), size: size }
}

impl<T> Iterator for Windows<T> {
    type Item = &[T];

    #[inline]
    fn next(&mut self) -> Option<&[T]> {
        if self.rest.left < self.size {
            return None;
        }
        let window = unsafe { slice::from_raw_parts(self.rest.at, self.size) };
        self.rest.next();
        Some(window)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rest.left;
        let count = if left < self.size { 0 } else { left - self.size + 1 };
        (count, Some(count))
    }
}

/// Slices of a length one after the other; the last may be shorter.
pub struct Chunks<T> {
    rest: Iter<T>,
    size: usize,
}

#[inline]
pub fn chunks<T>(items: &[T], size: usize) -> Chunks<T> {
    Chunks { rest: items.iter(), size: size }
}

impl<T> Iterator for Chunks<T> {
    type Item = &[T];

    #[inline]
    fn next(&mut self) -> Option<&[T]> {
        let left = self.rest.left;
        if left == 0 {
            return None;
        }
        let len = if left < self.size { left } else { self.size };
        unsafe {
            let chunk = slice::from_raw_parts(self.rest.at, len);
            self.rest.at = self.rest.at.offset(len as isize);
            self.rest.left = left - len;
            Some(chunk)
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = (self.rest.left + self.size - 1) / self.size;
        (count, Some(count))
    }
}

pub struct ChunksMut<T> {
    rest: IterMut<T>,
    size: usize,
}

#[inline]
pub fn chunks_mut<T>(items: &mut [T], size: usize) -> ChunksMut<T> {
    ChunksMut { rest: items.iter_mut(), size: size }
}

impl<T> Iterator for ChunksMut<T> {
    type Item = &mut [T];

    #[inline]
    fn next(&mut self) -> Option<&mut [T]> {
        let left = self.rest.left;
        if left == 0 {
            return None;
        }
        let len = if left < self.size { left } else { self.size };
        unsafe {
            let chunk = slice::from_raw_parts_mut(self.rest.at, len);
            self.rest.at = self.rest.at.offset(len as isize);
            self.rest.left = left - len;
            Some(chunk)
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = (self.rest.left + self.size - 1) / self.size;
        (count, Some(count))
    }
}
