//! Values as memory.

use intrinsics;

pub use intrinsics::transmute;

/// Ends a value without dropping it: whoever has its bytes owns what they own.
#[inline]
pub fn forget<T>(value: T) {
    unsafe { intrinsics::forget(value) }
}

#[inline]
pub fn size_of<T>() -> usize {
    unsafe { intrinsics::size_of::<T>() }
}

#[inline]
pub fn size_of_val<T: ?Sized>(value: &T) -> usize {
    unsafe { intrinsics::size_of_val(value) }
}

#[inline]
pub fn align_of<T>() -> usize {
    unsafe { intrinsics::min_align_of::<T>() }
}

#[inline]
pub fn align_of_val<T: ?Sized>(value: &T) -> usize {
    unsafe { intrinsics::min_align_of_val(value) }
}

#[inline]
pub fn min_align_of<T>() -> usize {
    unsafe { intrinsics::min_align_of::<T>() }
}

/// Whether something happens when a T is dropped.
#[inline]
pub fn needs_drop<T>() -> bool {
    unsafe { intrinsics::needs_drop::<T>() }
}

#[inline]
pub unsafe fn zeroed<T>() -> T {
    intrinsics::init::<T>()
}

#[inline]
pub unsafe fn uninitialized<T>() -> T {
    intrinsics::uninit::<T>()
}

#[inline]
pub fn swap<T>(a: &mut T, b: &mut T) {
    unsafe {
        let kept = ::ptr::read(a as *mut T as *const T);
        intrinsics::copy(b as *mut T as *const T, a as *mut T, 1);
        ::ptr::write(b as *mut T, kept);
    }
}

/// The old value of `place`, which holds `value` from now on.
#[inline]
pub fn replace<T>(place: &mut T, value: T) -> T {
    unsafe {
        let old = ::ptr::read(place as *mut T as *const T);
        ::ptr::write(place as *mut T, value);
        old
    }
}

/// The old value of `place`, which holds the default from now on.
#[inline]
pub fn take<T: Default>(place: &mut T) -> T {
    replace(place, T::default())
}

/// Ends a value here: it was moved in, and goes out of scope.
#[inline]
pub fn drop<T>(_value: T) {}

#[inline]
pub unsafe fn transmute_copy<T, U>(value: &T) -> U {
    ::ptr::read(value as *const T as *const U)
}
