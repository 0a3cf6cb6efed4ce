//! Values in a row on the heap, as many as come.

use core::intrinsics;
use core::iter::{self, Extend, Feed, FromIterator};
use core::mem;
use core::ops::{Deref, DerefMut};
use core::ptr;
use core::slice;
use boxed::Box;
use heap;

mod compare;
mod index;
mod into_iter;

pub use self::into_iter::{Drain, IntoIter};

/// `cap` counts elements. Where it is 0, and where elements have no size (it is the greatest
/// number then), there is no block, and `ptr` is only aligned.
#[lang = "vec"]
pub struct Vec<T> {
    ptr: *mut T,
    cap: usize,
    len: usize,
}

unsafe impl<T: Send> Send for Vec<T> {}
unsafe impl<T: Sync> Sync for Vec<T> {}

fn capacity_overflow() -> ! {
    panic!("capacity overflow")
}

/// How many bytes so many elements have.
#[inline]
fn bytes_of<T>(count: usize) -> usize {
    match mem::size_of::<T>().checked_mul(count) {
        Some(bytes) if bytes <= isize::max_value() as usize => bytes,
        _ => capacity_overflow(),
    }
}

impl<T> Vec<T> {
    #[inline]
    pub fn new() -> Vec<T> {
        let cap = if mem::size_of::<T>() == 0 { usize::max_value() } else { 0 };
        Vec { ptr: mem::align_of::<T>() as *mut T, cap: cap, len: 0 }
    }

    #[inline]
    pub fn with_capacity(count: usize) -> Vec<T> {
        let mut result = Vec::new();
        if count != 0 && mem::size_of::<T>() != 0 {
            result.grow_to(count);
        }
        result
    }

    #[inline]
    pub unsafe fn from_raw_parts(ptr: *mut T, len: usize, cap: usize) -> Vec<T> {
        Vec { ptr: ptr, cap: cap, len: len }
    }

    // ---- room ----

    /// Makes the block `cap` elements large, which is more than it is.
    fn grow_to(&mut self, cap: usize) {
        let size = bytes_of::<T>(cap);
        let align = mem::align_of::<T>();
        unsafe {
            if self.cap == 0 {
                self.ptr = heap::exchange_malloc(size, align) as *mut T;
            } else {
                let old_size = self.cap * mem::size_of::<T>();
                let block = self.ptr as *mut u8;
                // A block that has room behind it stays: nothing is copied, and nobody's
                // pointers change.
                if heap::reallocate_inplace(block, old_size, size, align) < size {
                    let moved = heap::reallocate(block, old_size, size, align);
                    if moved.is_null() {
                        ::oom()
                    }
                    self.ptr = moved as *mut T;
                }
            }
        }
        self.cap = cap;
    }

    /// Twice the room, so that many pushes cost little.
    #[inline(never)]
    fn double(&mut self) {
        let size = mem::size_of::<T>();
        if size == 0 {
            capacity_overflow()
        }
        // A block for less than that is not worth the allocator's while.
        let least = if size == 1 {
            8
        } else if size <= 1024 {
            4
        } else {
            1
        };
        let doubled = match self.cap.checked_mul(2) {
            Some(cap) => cap,
            None => capacity_overflow(),
        };
        self.grow_to(if doubled < least { least } else { doubled });
    }

    #[inline]
    pub fn capacity(&self) -> usize {
        self.cap
    }

    /// Room for so many more, and for others to come.
    pub fn reserve(&mut self, more: usize) {
        if self.cap - self.len >= more {
            return;
        }
        let needed = match self.len.checked_add(more) {
            Some(count) => count,
            None => capacity_overflow(),
        };
        let doubled = self.cap.wrapping_mul(2);
        let size = mem::size_of::<T>();
        let least = if size == 1 {
            8
        } else if size <= 1024 {
            4
        } else {
            1
        };
        let cap = if needed > doubled { needed } else { doubled };
        self.grow_to(if cap < least { least } else { cap });
    }

    /// Room for so many more, and for no others.
    pub fn reserve_exact(&mut self, more: usize) {
        if self.cap - self.len >= more {
            return;
        }
        match self.len.checked_add(more) {
            Some(count) => self.grow_to(count),
            None => capacity_overflow(),
        }
    }

    /// Gives back the room that is not used.
    pub fn shrink_to_fit(&mut self) {
        let size = mem::size_of::<T>();
        if size == 0 || self.cap == self.len {
            return;
        }
        let align = mem::align_of::<T>();
        let old_size = self.cap * size;
        unsafe {
            if self.len == 0 {
                heap::deallocate(self.ptr as *mut u8, old_size, align);
                self.ptr = align as *mut T;
            } else {
                let block = heap::reallocate(self.ptr as *mut u8, old_size, self.len * size, align);
                if block.is_null() {
                    ::oom()
                }
                self.ptr = block as *mut T;
            }
        }
        self.cap = self.len;
    }

    // ---- as a slice ----

    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline]
    pub fn as_ptr(&self) -> *const T {
        self.ptr as *const T
    }

    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr
    }

    #[inline]
    pub fn as_slice(&self) -> &[T] {
        unsafe { slice::from_raw_parts(self.ptr as *const T, self.len) }
    }

    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        unsafe { slice::from_raw_parts_mut(self.ptr, self.len) }
    }

    /// What lies beyond the old length counts as values from now on, and what lies beyond the
    /// new one no longer does.
    #[inline]
    pub unsafe fn set_len(&mut self, len: usize) {
        self.len = len;
    }

    pub fn into_boxed_slice(self) -> Box<[T]> {
        let mut items = self;
        items.shrink_to_fit();
        unsafe {
            let raw = slice::from_raw_parts_mut(items.ptr, items.len) as *mut [T];
            mem::forget(items);
            Box::from_raw(raw)
        }
    }

    // ---- one by one ----

    #[inline]
    pub fn push(&mut self, value: T) {
        if self.len == self.cap {
            self.double();
        }
        unsafe { ptr::write(self.ptr.offset(self.len as isize), value) }
        self.len += 1;
    }

    #[inline]
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        unsafe { Some(ptr::read(self.ptr.offset(self.len as isize) as *const T)) }
    }

    pub fn insert(&mut self, index: usize, value: T) {
        let len = self.len;
        if index > len {
            panic!("insertion index (is {}) should be <= len (is {})", index, len);
        }
        if len == self.cap {
            self.double();
        }
        unsafe {
            let place = self.ptr.offset(index as isize);
            ptr::copy(place as *const T, place.offset(1), len - index);
            ptr::write(place, value);
        }
        self.len = len + 1;
    }

    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("removal index (is {}) should be < len (is {})", index, len);
        }
        self.len = len - 1;
        unsafe {
            let place = self.ptr.offset(index as isize);
            let value = ptr::read(place as *const T);
            ptr::copy(place.offset(1) as *const T, place, len - index - 1);
            value
        }
    }

    /// Removes without keeping the order: the last one takes the place.
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("swap_remove index (is {}) should be < len (is {})", index, len);
        }
        self.len = len - 1;
        unsafe {
            let last = self.ptr.offset(self.len as isize);
            let place = self.ptr.offset(index as isize);
            let value = ptr::read(place as *const T);
            ptr::copy(last as *const T, place, 1);
            value
        }
    }

    /// Drops all but the first `len`.
    pub fn truncate(&mut self, len: usize) {
        let mut at = len;
        let end = self.len;
        if len < end {
            // Whoever looks while they are dropped sees none of them.
            self.len = len;
        }
        while at < end {
            unsafe { ptr::drop_in_place(self.ptr.offset(at as isize)) }
            at += 1;
        }
    }

    #[inline]
    pub fn clear(&mut self) {
        self.truncate(0);
    }

    // ---- several ----

    /// Moves all of `other` to the end.
    pub fn append(&mut self, other: &mut Vec<T>) {
        let count = other.len;
        self.reserve(count);
        unsafe {
            ptr::copy_nonoverlapping(other.ptr as *const T, self.ptr.offset(self.len as isize),
                                     count);
        }
        other.len = 0;
        self.len += count;
    }

    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len;
        if at > len {
            panic!("`at` split index (is {}) should be <= len (is {})", at, len);
        }
        let mut tail = Vec::with_capacity(len - at);
        self.len = at;
        unsafe {
            ptr::copy_nonoverlapping(self.ptr.offset(at as isize) as *const T, tail.ptr, len - at);
        }
        tail.len = len - at;
        tail
    }

    /// By the items themselves, or by copies of what they refer to.
    #[inline]
    pub fn extend<I: Feed<Vec<T>>>(&mut self, items: I) {
        items.feed(self);
    }

    /// Keeps those of which the function says so.
    pub fn retain(&mut self, keep: fn(&T) -> bool) {
        let len = self.len;
        let mut to = 0;
        let mut from = 0;
        self.len = 0;
        while from < len {
            unsafe {
                let place = self.ptr.offset(from as isize);
                if keep(&*place) {
                    ptr::copy(place as *const T, self.ptr.offset(to as isize), 1);
                    to += 1;
                } else {
                    ptr::drop_in_place(place);
                }
            }
            from += 1;
        }
        self.len = to;
    }

    /// All, moved out; the vector is empty then, and keeps its block.
    pub fn drain(&mut self, _all: ::core::ops::RangeFull) -> Drain<T> {
        let len = self.len;
        self.len = 0;
        into_iter::drain(self.ptr, len)
    }
}

impl<T: Clone> Vec<T> {
    pub fn extend_from_slice(&mut self, other: &[T]) {
        self.reserve(other.len());
        for item in other {
            self.push(item.clone());
        }
    }

    pub fn resize(&mut self, len: usize, value: T) {
        if len < self.len {
            return self.truncate(len);
        }
        self.reserve(len - self.len);
        while self.len < len {
            self.push(value.clone());
        }
    }
}

impl<T: PartialEq> Vec<T> {
    /// Of equals that stand beside each other keeps the first.
    pub fn dedup(&mut self) {
        let len = self.len;
        if len < 2 {
            return;
        }
        let mut to = 1;
        let mut from = 1;
        while from < len {
            unsafe {
                let place = self.ptr.offset(from as isize);
                if *place == *self.ptr.offset(to as isize - 1) {
                    ptr::drop_in_place(place);
                } else {
                    ptr::copy(place as *const T, self.ptr.offset(to as isize), 1);
                    to += 1;
                }
            }
            from += 1;
        }
        self.len = to;
    }
}

impl<T> Drop for Vec<T> {
    fn drop(&mut self) {
        if unsafe { intrinsics::needs_drop::<T>() } {
            let mut at = 0;
            while at < self.len {
                unsafe { ptr::drop_in_place(self.ptr.offset(at as isize)) }
                at += 1;
            }
        }
        let size = mem::size_of::<T>();
        if self.cap != 0 && size != 0 {
            unsafe {
                heap::deallocate(self.ptr as *mut u8, self.cap * size, mem::align_of::<T>())
            }
        }
    }
}

impl<T> Deref for Vec<T> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> DerefMut for Vec<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T: Clone> Clone for Vec<T> {
    fn clone(&self) -> Vec<T> {
        let mut copy = Vec::with_capacity(self.len);
        copy.extend_from_slice(self.as_slice());
        copy
    }
}

impl<T> Default for Vec<T> {
    #[inline]
    fn default() -> Vec<T> {
        Vec::new()
    }
}

impl<T: ::core::fmt::Debug> ::core::fmt::Debug for Vec<T> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter) -> ::core::fmt::Result {
        ::core::fmt::Debug::fmt(self.as_slice(), f)
    }
}

impl<T> AsRef<[T]> for Vec<T> {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: Clone> From<&[T]> for Vec<T> {
    fn from(items: &[T]) -> Vec<T> {
        items.to_vec()
    }
}

impl From<&str> for Vec<u8> {
    fn from(text: &str) -> Vec<u8> {
        text.as_bytes().to_vec()
    }
}

impl<T> Extend<T> for Vec<T> {
    #[inline]
    fn take_in(&mut self, item: T) {
        self.push(item);
    }

    #[inline]
    fn make_room(&mut self, count: usize) {
        self.reserve(count);
    }
}

impl<T: Copy> Extend<&T> for Vec<T> {
    #[inline]
    fn take_in(&mut self, item: &T) {
        self.push(*item);
    }

    #[inline]
    fn make_room(&mut self, count: usize) {
        self.reserve(count);
    }
}

impl<T, C: Extend<T>> Feed<C> for Vec<T> {
    fn feed(self, to: &mut C) {
        iter::extend(to, self.into_iter());
    }
}

impl<T, C: Extend<&T>> Feed<C> for &Vec<T> {
    fn feed(self, to: &mut C) {
        iter::extend(to, self.iter());
    }
}

impl<T> FromIterator<T> for Vec<T> {
    fn with_room(count: usize) -> Vec<T> {
        Vec::with_capacity(count)
    }

    #[inline]
    fn collect_one(&mut self, item: T) {
        self.push(item);
    }
}

/// What `vec![a, b]` calls: moves the elements out of the array.
#[lang = "vec_from_array"]
pub unsafe fn from_array<T>(items: *const T, count: usize) -> Vec<T> {
    let mut result = Vec::with_capacity(count);
    ptr::copy_nonoverlapping(items, result.ptr, count);
    result.len = count;
    result
}

/// What `vec![value; count]` calls.
#[lang = "vec_from_elem"]
pub fn from_elem<T: Clone>(value: T, count: usize) -> Vec<T> {
    let mut result = Vec::with_capacity(count);
    if count == 0 {
        return result;
    }
    let mut made = 1;
    while made < count {
        result.push(value.clone());
        made += 1;
    }
    result.push(value);
    result
}
