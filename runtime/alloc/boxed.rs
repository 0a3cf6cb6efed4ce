//! One value on the heap.

use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Formatter, Pointer};
use core::intrinsics;
use core::mem;
use core::ops::{Deref, DerefMut};
use core::ptr;
use heap;

/// The compiler knows it: `*b` is the value, which can be moved out, and at the end of a box's
/// life it drops the value and calls `box_free`.
#[lang = "owned_box"]
pub struct Box<T: ?Sized>(*mut T);

impl<T> Box<T> {
    #[lang = "box_new"]
    #[inline]
    pub fn new(value: T) -> Box<T> {
        unsafe {
            let place = heap::exchange_malloc(mem::size_of::<T>(), mem::align_of::<T>()) as *mut T;
            ptr::write(place, value);
            Box(place)
        }
    }
}

impl<T: ?Sized> Box<T> {
    #[inline]
    pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
        Box(raw)
    }

    #[inline]
    pub fn into_raw(b: Box<T>) -> *mut T {
        let raw = b.0;
        mem::forget(b);
        raw
    }

    #[inline]
    pub fn leak(b: Box<T>) -> &'static mut T {
        unsafe { &mut *Box::into_raw(b) }
    }
}

/// Frees the memory of a box whose value is gone.
#[lang = "box_free"]
#[inline]
pub unsafe fn box_free<T: ?Sized>(raw: *mut T) {
    let size = intrinsics::size_of_val(&*raw);
    let align = intrinsics::min_align_of_val(&*raw);
    heap::exchange_free(raw as *mut u8, size, align);
}

impl<T: ?Sized> Deref for Box<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> DerefMut for Box<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut **self
    }
}

impl<T: ?Sized> AsRef<T> for Box<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> AsMut<T> for Box<T> {
    #[inline]
    fn as_mut(&mut self) -> &mut T {
        &mut **self
    }
}

impl<T: Clone> Clone for Box<T> {
    #[inline]
    fn clone(&self) -> Box<T> {
        Box::new((**self).clone())
    }
}

impl<T: Default> Default for Box<T> {
    #[inline]
    fn default() -> Box<T> {
        Box::new(T::default())
    }
}

impl<T> From<T> for Box<T> {
    #[inline]
    fn from(value: T) -> Box<T> {
        Box::new(value)
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Box<T> {
    #[inline]
    fn eq(&self, other: &Box<T>) -> bool {
        PartialEq::eq(&**self, &**other)
    }
}

impl<T: ?Sized + Eq> Eq for Box<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for Box<T> {
    #[inline]
    fn partial_cmp(&self, other: &Box<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<T: ?Sized + Ord> Ord for Box<T> {
    #[inline]
    fn cmp(&self, other: &Box<T>) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

impl<T: ?Sized + Display> Display for Box<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

impl<T: ?Sized + Debug> Debug for Box<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized> Pointer for Box<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let place = &**self as *const T;
        Pointer::fmt(&place, f)
    }
}

impl<I: Iterator> Iterator for Box<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }
}
