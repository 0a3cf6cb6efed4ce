//! Integers, pointers and truth values that several threads use at once.
//!
//! Every operation is sequentially consistent, whatever ordering is asked for: that is
//! stronger, never wrong.

use prelude::v1::*;
use cell::UnsafeCell;
use fmt::{self, Debug, Formatter};
use intrinsics;

mod int_i8;
mod int_i16;
mod int_i32;
mod int_i64;
mod int_isize;
mod int_u8;
mod int_u16;
mod int_u32;
mod int_u64;
mod int_usize;

pub use self::int_i8::AtomicI8;
pub use self::int_i16::AtomicI16;
pub use self::int_i32::AtomicI32;
pub use self::int_i64::AtomicI64;
pub use self::int_isize::AtomicIsize;
pub use self::int_u8::AtomicU8;
pub use self::int_u16::AtomicU16;
pub use self::int_u32::AtomicU32;
pub use self::int_u64::AtomicU64;
pub use self::int_usize::AtomicUsize;
pub use self::int_isize::ATOMIC_ISIZE_INIT;
pub use self::int_usize::ATOMIC_USIZE_INIT;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

#[inline]
pub fn fence(_order: Ordering) {
    unsafe { intrinsics::atomic_fence() }
}

/// A bool for several threads.
pub struct AtomicBool {
    value: UnsafeCell<u8>,
}

unsafe impl Sync for AtomicBool {}
unsafe impl Send for AtomicBool {}

impl AtomicBool {
    #[inline]
    pub const fn new(value: bool) -> AtomicBool {
        AtomicBool { value: UnsafeCell::new(value as u8) }
    }

    #[inline]
    pub fn load(&self, _order: Ordering) -> bool {
        unsafe { (intrinsics::atomic_load(self.value.get() as *const u8)) != 0 }
    }

    #[inline]
    pub fn store(&self, value: bool, _order: Ordering) {
        unsafe { intrinsics::atomic_store(self.value.get(), value as u8) }
    }

    #[inline]
    pub fn swap(&self, value: bool, _order: Ordering) -> bool {
        unsafe { (intrinsics::atomic_xchg(self.value.get(), value as u8)) != 0 }
    }

    /// Puts `new` there if `current` was; what was there.
    #[inline]
    pub fn compare_and_swap(&self, current: bool, new: bool, _order: Ordering) -> bool {
        let (old, _) = unsafe {
            intrinsics::atomic_cxchg(self.value.get(), current as u8, new as u8)
        };
        (old) != 0
    }

    #[inline]
    pub fn compare_exchange(&self, current: bool, new: bool, _success: Ordering, _failure: Ordering)
                            -> Result<bool, bool> {
        let (old, is_done) = unsafe {
            intrinsics::atomic_cxchg(self.value.get(), current as u8, new as u8)
        };
        if is_done { Ok((old) != 0) } else { Err((old) != 0) }
    }

    #[inline]
    pub fn compare_exchange_weak(&self, current: bool, new: bool, success: Ordering,
                                 failure: Ordering) -> Result<bool, bool> {
        self.compare_exchange(current, new, success, failure)
    }

    #[inline]
    pub fn into_inner(self) -> bool {
        (self.value.into_inner()) != 0
    }

    #[inline]
    pub fn fetch_and(&self, value: bool, _order: Ordering) -> bool {
        unsafe { (intrinsics::atomic_and(self.value.get(), value as u8)) != 0 }
    }

    #[inline]
    pub fn fetch_or(&self, value: bool, _order: Ordering) -> bool {
        unsafe { (intrinsics::atomic_or(self.value.get(), value as u8)) != 0 }
    }

    #[inline]
    pub fn fetch_xor(&self, value: bool, _order: Ordering) -> bool {
        unsafe { (intrinsics::atomic_xor(self.value.get(), value as u8)) != 0 }
    }

    #[inline]
    pub fn fetch_nand(&self, value: bool, order: Ordering) -> bool {
        // Not the integers' nand: that would set the bits above the lowest.
        if value { self.fetch_xor(true, order) } else { self.swap(true, order) }
    }
}

impl Default for AtomicBool {
    #[inline]
    fn default() -> AtomicBool { AtomicBool::new(false) }
}

impl Debug for AtomicBool {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&self.load(Ordering::SeqCst), f)
    }
}

pub const ATOMIC_BOOL_INIT: AtomicBool = AtomicBool::new(false);

/// A pointer for several threads.
pub struct AtomicPtr<T> {
    value: UnsafeCell<*mut T>,
}

unsafe impl<T> Sync for AtomicPtr<T> {}
unsafe impl<T> Send for AtomicPtr<T> {}

impl<T> AtomicPtr<T> {
    #[inline]
    pub const fn new(value: *mut T) -> AtomicPtr<T> { AtomicPtr { value: UnsafeCell::new(value) } }

    #[inline]
    pub fn load(&self, _order: Ordering) -> *mut T {
        unsafe { intrinsics::atomic_load(self.value.get() as *const *mut T) }
    }

    #[inline]
    pub fn store(&self, value: *mut T, _order: Ordering) {
        unsafe { intrinsics::atomic_store(self.value.get(), value) }
    }

    #[inline]
    pub fn swap(&self, value: *mut T, _order: Ordering) -> *mut T {
        unsafe { intrinsics::atomic_xchg(self.value.get(), value) }
    }

    /// Puts `new` there if `current` was; what was there.
    #[inline]
    pub fn compare_and_swap(&self, current: *mut T, new: *mut T, _order: Ordering) -> *mut T {
        let (old, _) = unsafe {
            intrinsics::atomic_cxchg(self.value.get(), current, new)
        };
        old
    }

    #[inline]
    pub fn compare_exchange(&self, current: *mut T, new: *mut T, _success: Ordering,
                            _failure: Ordering) -> Result<*mut T, *mut T> {
        let (old, is_done) = unsafe {
            intrinsics::atomic_cxchg(self.value.get(), current, new)
        };
        if is_done { Ok(old) } else { Err(old) }
    }

    #[inline]
    pub fn compare_exchange_weak(&self, current: *mut T, new: *mut T, success: Ordering,
                                 failure: Ordering) -> Result<*mut T, *mut T> {
        self.compare_exchange(current, new, success, failure)
    }

    #[inline]
    pub fn into_inner(self) -> *mut T {
        self.value.into_inner()
    }
}

impl<T> Default for AtomicPtr<T> {
    #[inline]
    fn default() -> AtomicPtr<T> { AtomicPtr::new(0 as *mut T) }
}

impl<T> Debug for AtomicPtr<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&self.load(Ordering::SeqCst), f)
    }
}
