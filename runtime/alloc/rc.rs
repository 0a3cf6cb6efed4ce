//! A value that several own, within one thread.

use core::cell::Cell;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Formatter, Pointer};
use core::mem;
use core::ops::Deref;
use core::ptr;
use heap;

/// What owners share. The value is dropped with the last Rc; the block lives until the last
/// Weak is gone, and all Rcs together count as one Weak.
struct Shared<T> {
    strong: Cell<usize>,
    weak: Cell<usize>,
    value: T,
}

pub struct Rc<T> {
    shared: *mut Shared<T>,
}

impl<T> Rc<T> {
    pub fn new(value: T) -> Rc<T> {
        unsafe {
            let size = mem::size_of::<Shared<T>>();
            let place = heap::exchange_malloc(size, mem::align_of::<Shared<T>>())
                as *mut Shared<T>;
            ptr::write(place,
                       Shared { strong: Cell::new(1), weak: Cell::new(1), value: value });
            Rc { shared: place }
        }
    }

    #[inline]
    fn shared(&self) -> &Shared<T> {
        unsafe { &*self.shared }
    }

    #[inline]
    pub fn strong_count(rc: &Rc<T>) -> usize {
        rc.shared().strong.get()
    }

    #[inline]
    pub fn weak_count(rc: &Rc<T>) -> usize {
        rc.shared().weak.get() - 1
    }

    #[inline]
    pub fn ptr_eq(a: &Rc<T>, b: &Rc<T>) -> bool {
        a.shared == b.shared
    }

    pub fn downgrade(rc: &Rc<T>) -> Weak<T> {
        let shared = rc.shared();
        shared.weak.set(shared.weak.get() + 1);
        Weak { shared: rc.shared }
    }

    /// The value, if nobody else has it.
    pub fn get_mut(rc: &mut Rc<T>) -> Option<&mut T> {
        if rc.shared().strong.get() == 1 && rc.shared().weak.get() == 1 {
            Some(unsafe { &mut (*rc.shared).value })
        } else {
            None
        }
    }

    /// The value, moved out if this is the only owner.
    pub fn try_unwrap(rc: Rc<T>) -> Result<T, Rc<T>> {
        if rc.shared().strong.get() != 1 {
            return Err(rc);
        }
        unsafe {
            let shared = rc.shared;
            mem::forget(rc);
            let value = ptr::read(&(*shared).value as *const T);
            (*shared).strong.set(0);
            drop_weak(shared);
            Ok(value)
        }
    }
}

impl<T: Clone> Rc<T> {
    /// The value for this owner alone: a clone of it if others have it.
    pub fn make_mut(rc: &mut Rc<T>) -> &mut T {
        if rc.shared().strong.get() != 1 || rc.shared().weak.get() != 1 {
            let value = (**rc).clone();
            *rc = Rc::new(value);
        }
        unsafe { &mut (*rc.shared).value }
    }
}

/// One Weak less; the last one frees.
unsafe fn drop_weak<T>(shared: *mut Shared<T>) {
    let weak = (*shared).weak.get() - 1;
    (*shared).weak.set(weak);
    if weak == 0 {
        heap::exchange_free(shared as *mut u8, mem::size_of::<Shared<T>>(),
                            mem::align_of::<Shared<T>>());
    }
}

impl<T> Drop for Rc<T> {
    fn drop(&mut self) {
        unsafe {
            let strong = (*self.shared).strong.get() - 1;
            (*self.shared).strong.set(strong);
            if strong == 0 {
                ptr::drop_in_place(&mut (*self.shared).value as *mut T);
                drop_weak(self.shared);
            }
        }
    }
}

impl<T> Clone for Rc<T> {
    #[inline]
    fn clone(&self) -> Rc<T> {
        let shared = self.shared();
        shared.strong.set(shared.strong.get() + 1);
        Rc { shared: self.shared }
    }
}

impl<T> Deref for Rc<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        unsafe { &(*self.shared).value }
    }
}

impl<T> AsRef<T> for Rc<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: Default> Default for Rc<T> {
    fn default() -> Rc<T> {
        Rc::new(T::default())
    }
}

impl<T> From<T> for Rc<T> {
    fn from(value: T) -> Rc<T> {
        Rc::new(value)
    }
}

impl<T: PartialEq> PartialEq for Rc<T> {
    #[inline]
    fn eq(&self, other: &Rc<T>) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Rc<T> {}

impl<T: PartialOrd> PartialOrd for Rc<T> {
    #[inline]
    fn partial_cmp(&self, other: &Rc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: Ord> Ord for Rc<T> {
    #[inline]
    fn cmp(&self, other: &Rc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: Display> Display for Rc<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

impl<T: Debug> Debug for Rc<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl<T> Pointer for Rc<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let place = &**self as *const T;
        Pointer::fmt(&place, f)
    }
}

/// Knows the value, and does not keep it.
pub struct Weak<T> {
    shared: *mut Shared<T>,
}

impl<T> Weak<T> {
    /// Of nothing.
    #[inline]
    pub fn new() -> Weak<T> {
        Weak { shared: ptr::null_mut() }
    }

    pub fn upgrade(&self) -> Option<Rc<T>> {
        if self.shared.is_null() {
            return None;
        }
        let shared = unsafe { &*self.shared };
        let strong = shared.strong.get();
        if strong == 0 {
            return None;
        }
        shared.strong.set(strong + 1);
        Some(Rc { shared: self.shared })
    }
}

impl<T> Drop for Weak<T> {
    fn drop(&mut self) {
        if !self.shared.is_null() {
            unsafe { drop_weak(self.shared) }
        }
    }
}

impl<T> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        if !self.shared.is_null() {
            let weak = unsafe { &(*self.shared).weak };
            weak.set(weak.get() + 1);
        }
        Weak { shared: self.shared }
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}

impl<T> Debug for Weak<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
