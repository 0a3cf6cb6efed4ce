//! Going through vectors.

use core::iter;
use core::mem;
use core::ptr;
use core::slice;
use heap;
use vec::Vec;

/// The elements, moved out one by one; the rest is dropped with it.
pub struct IntoIter<T> {
    ptr: *mut T,
    cap: usize,
    start: usize,
    end: usize,
}

impl<T> IntoIter<T> {
    #[inline]
    pub fn as_slice(&self) -> &[T] {
        unsafe {
            slice::from_raw_parts(self.ptr.offset(self.start as isize) as *const T,
                                  self.end - self.start)
        }
    }
}

impl<T: Ord> IntoIter<T> {
    pub fn max(self) -> Option<T> { iter::max(self) }

    pub fn min(self) -> Option<T> { iter::min(self) }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start += 1;
        unsafe { Some(ptr::read(self.ptr.offset(at as isize) as *const T)) }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        unsafe { Some(ptr::read(self.ptr.offset(self.end as isize) as *const T)) }
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> Drop for IntoIter<T> {
    fn drop(&mut self) {
        while self.start < self.end {
            let at = self.start;
            self.start += 1;
            unsafe { ptr::drop_in_place(self.ptr.offset(at as isize)) }
        }
        let size = mem::size_of::<T>();
        if self.cap != 0 && size != 0 {
            unsafe {
                heap::deallocate(self.ptr as *mut u8, self.cap * size, mem::align_of::<T>())
            }
        }
    }
}

impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        let mut items = self;
        let iter = IntoIter {
            ptr: items.as_mut_ptr(),
            cap: items.capacity(),
            start: 0,
            end: items.len(),
        };
        mem::forget(items);
        iter
    }
}

impl<T> IntoIterator for &Vec<T> {
    type Item = &T;
    type IntoIter = slice::Iter<T>;

    #[inline]
    fn into_iter(self) -> slice::Iter<T> {
        self.as_slice().iter()
    }
}

impl<T> IntoIterator for &mut Vec<T> {
    type Item = &mut T;
    type IntoIter = slice::IterMut<T>;

    #[inline]
    fn into_iter(self) -> slice::IterMut<T> {
        self.as_mut_slice().iter_mut()
    }
}

/// The elements, moved out of a vector that stays.
pub struct Drain<T> {
    ptr: *mut T,
    at: usize,
    end: usize,
}

pub fn drain<T>(ptr: *mut T, count: usize) -> Drain<T> {
    Drain { ptr: ptr, at: 0, end: count }
}

impl<T> Iterator for Drain<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        unsafe { Some(ptr::read(self.ptr.offset(self.at as isize - 1) as *const T)) }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.at, Some(self.end - self.at))
    }
}

impl<T> Drop for Drain<T> {
    fn drop(&mut self) {
        while self.at < self.end {
            self.at += 1;
            unsafe { ptr::drop_in_place(self.ptr.offset(self.at as isize - 1)) }
        }
    }
}
