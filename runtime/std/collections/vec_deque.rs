//! A queue with two ends: a ring in one block.

use core::fmt::{self, Debug, Formatter};
use core::iter::{self, Extend, Feed, FromIterator};
use core::ops::{Index, IndexMut};
use core::ptr;
use alloc::vec::Vec;

/// `ring` holds the block and has length 0; its capacity is the ring's. Elements begin at
/// `head` and go on at the start of the ring where it ends.
pub struct VecDeque<T> {
    ring: Vec<T>,
    head: usize,
    len: usize,
}

impl<T> VecDeque<T> {
    pub fn new() -> VecDeque<T> {
        VecDeque { ring: Vec::new(), head: 0, len: 0 }
    }

    pub fn with_capacity(count: usize) -> VecDeque<T> {
        VecDeque { ring: Vec::with_capacity(count), head: 0, len: 0 }
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline]
    pub fn capacity(&self) -> usize {
        self.ring.capacity()
    }

    /// Where the element lies; there may be none yet.
    fn place(&self, index: usize) -> *mut T {
        // The sum may be beyond what fits where elements have no size: then every place will do.
        let mut at = self.head.wrapping_add(index);
        if at >= self.ring.capacity() {
            at = at.wrapping_sub(self.ring.capacity());
        }
        unsafe { (self.ring.as_ptr() as *mut T).offset(at as isize) }
    }

    /// Room for one more.
    fn grow(&mut self) {
        let old = self.ring.capacity();
        if self.len < old {
            return;
        }
        let count = if old == 0 { 4 } else { old };
        unsafe {
            // All of the block counts as filled while it grows, so that all is kept.
            self.ring.set_len(old);
            self.ring.reserve(count);
            self.ring.set_len(0);
            // What had gone on at the start goes on behind the old end.
            let base = self.ring.as_mut_ptr();
            ptr::copy_nonoverlapping(base as *const T, base.offset(old as isize), self.head);
        }
    }

    pub fn push_back(&mut self, value: T) {
        self.grow();
        let place = self.place(self.len);
        unsafe { ptr::write(place, value) }
        self.len += 1;
    }

    pub fn push_front(&mut self, value: T) {
        self.grow();
        self.head = if self.head == 0 { self.ring.capacity() - 1 } else { self.head - 1 };
        let place = self.place(0);
        unsafe { ptr::write(place, value) }
        self.len += 1;
    }

    pub fn pop_front(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let value = unsafe { ptr::read(self.place(0) as *const T) };
        self.head += 1;
        if self.head == self.ring.capacity() {
            self.head = 0;
        }
        self.len -= 1;
        Some(value)
    }

    pub fn pop_back(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { ptr::read(self.place(self.len) as *const T) })
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len { Some(unsafe { &*self.place(index) }) } else { None }
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len { Some(unsafe { &mut *self.place(index) }) } else { None }
    }

    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    pub fn back(&self) -> Option<&T> {
        if self.len == 0 { None } else { self.get(self.len - 1) }
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        if self.len == 0 {
            return None;
        }
        let last = self.len - 1;
        self.get_mut(last)
    }

    pub fn clear(&mut self) {
        while self.pop_front().is_some() {}
    }

    pub fn extend<I: Feed<VecDeque<T>>>(&mut self, items: I) {
        items.feed(self);
    }

    pub fn iter(&self) -> Iter<T> {
        Iter { queue: self as *const VecDeque<T>, at: 0, end: self.len }
    }
}

impl<T> Drop for VecDeque<T> {
    fn drop(&mut self) {
        self.clear();
    }
}

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}

impl<T> IndexMut<usize> for VecDeque<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}

impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> VecDeque<T> {
        let mut copy = VecDeque::with_capacity(self.len);
        for item in self {
            copy.push_back(item.clone());
        }
        copy
    }
}

impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &VecDeque<T>) -> bool {
        if self.len != other.len {
            return false;
        }
        let mut i = 0;
        while i < self.len {
            if self[i] != other[i] {
                return false;
            }
            i += 1;
        }
        true
    }
}

impl<T: Eq> Eq for VecDeque<T> {}

impl<T: Debug> Debug for VecDeque<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut list = f.debug_list();
        for item in self {
            list.entry(item);
        }
        list.finish()
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn with_room(count: usize) -> VecDeque<T> {
        VecDeque::with_capacity(count)
    }

    fn collect_one(&mut self, item: T) {
        self.push_back(item);
    }
}

impl<T> Extend<T> for VecDeque<T> {
    fn take_in(&mut self, item: T) {
        self.push_back(item);
    }
}

impl<T, C: Extend<T>> Feed<C> for VecDeque<T> {
    fn feed(self, to: &mut C) {
        iter::extend(to, self.into_iter());
    }
}

/// References to the elements, from the front.
pub struct Iter<T> {
    queue: *const VecDeque<T>,
    at: usize,
    end: usize,
}

impl<T> Iterator for Iter<T> {
    type Item = &T;

    fn next(&mut self) -> Option<&T> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        unsafe { (*self.queue).get(self.at - 1) }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.at, Some(self.end - self.at))
    }
}

impl<T> DoubleEndedIterator for Iter<T> {
    fn next_back(&mut self) -> Option<&T> {
        if self.at == self.end {
            return None;
        }
        self.end -= 1;
        unsafe { (*self.queue).get(self.end) }
    }
}

impl<T> IntoIterator for &VecDeque<T> {
    type Item = &T;
    type IntoIter = Iter<T>;

    fn into_iter(self) -> Iter<T> {
        self.iter()
    }
}

/// The elements, moved out from the front.
pub struct IntoIter<T> {
    queue: VecDeque<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.queue.pop_front()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.queue.len, Some(self.queue.len))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.queue.pop_back()
    }
}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter { queue: self }
    }
}
