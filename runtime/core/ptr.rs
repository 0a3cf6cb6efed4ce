//! Raw pointers.

use intrinsics;

pub use intrinsics::copy;
pub use intrinsics::copy_nonoverlapping;
pub use intrinsics::write_bytes;
pub use intrinsics::drop_in_place;

#[inline]
pub const fn null<T>() -> *const T {
    0 as *const T
}

#[inline]
pub const fn null_mut<T>() -> *mut T {
    0 as *mut T
}

/// The value at `from`, moved out: whoever owned it must not drop it as well.
#[inline]
pub unsafe fn read<T>(from: *const T) -> T {
    let mut value = intrinsics::uninit::<T>();
    intrinsics::copy_nonoverlapping(from, &mut value as *mut T, 1);
    value
}

/// Puts the value there without a look at what was there before.
#[inline]
pub unsafe fn write<T>(to: *mut T, value: T) {
    intrinsics::copy_nonoverlapping(&value as *const T, to, 1);
    intrinsics::forget(value);
}

#[inline]
pub unsafe fn read_unaligned<T>(from: *const T) -> T {
    let mut value = intrinsics::uninit::<T>();
    intrinsics::copy_nonoverlapping(from as *const u8, &mut value as *mut T as *mut u8,
                                    intrinsics::size_of::<T>());
    value
}

#[inline]
pub unsafe fn write_unaligned<T>(to: *mut T, value: T) {
    intrinsics::copy_nonoverlapping(&value as *const T as *const u8, to as *mut u8,
                                    intrinsics::size_of::<T>());
    intrinsics::forget(value);
}

#[inline]
pub unsafe fn read_volatile<T>(from: *const T) -> T {
    intrinsics::volatile_load(from)
}

#[inline]
pub unsafe fn write_volatile<T>(to: *mut T, value: T) {
    intrinsics::volatile_store(to, value);
}

#[inline]
pub unsafe fn swap<T>(a: *mut T, b: *mut T) {
    let kept = read(a as *const T);
    intrinsics::copy(b as *const T, a, 1);
    write(b, kept);
}

#[inline]
pub unsafe fn replace<T>(place: *mut T, value: T) -> T {
    let old = read(place as *const T);
    write(place, value);
    old
}

/// Whether two references are to the same place.
#[inline]
pub fn eq<T>(a: *const T, b: *const T) -> bool {
    a == b
}

#[lang = "inherent"]
impl<T> *const T {
    #[inline]
    pub fn is_null(self) -> bool {
        self as usize == 0
    }

    #[inline]
    pub fn cast<U>(self) -> *const U {
        self as *const U
    }

    #[inline]
    pub unsafe fn as_ref(self) -> Option<&'static T> {
        if self.is_null() { None } else { Some(&*self) }
    }

    #[inline]
    pub unsafe fn offset(self, count: isize) -> *const T {
        intrinsics::offset(self, count)
    }

    #[inline]
    pub unsafe fn add(self, count: usize) -> *const T {
        intrinsics::offset(self, count as isize)
    }

    #[inline]
    pub unsafe fn sub(self, count: usize) -> *const T {
        intrinsics::offset(self, intrinsics::wrapping_sub(0, count as isize))
    }

    #[inline]
    pub fn wrapping_offset(self, count: isize) -> *const T {
        unsafe { intrinsics::arith_offset(self, count) }
    }

    #[inline]
    pub fn wrapping_add(self, count: usize) -> *const T {
        unsafe { intrinsics::arith_offset(self, count as isize) }
    }

    #[inline]
    pub fn wrapping_sub(self, count: usize) -> *const T {
        unsafe { intrinsics::arith_offset(self, intrinsics::wrapping_sub(0, count as isize)) }
    }

    /// How many values of T lie from `origin` to here.
    #[inline]
    pub unsafe fn offset_from(self, origin: *const T) -> isize {
        intrinsics::wrapping_sub(self as isize, origin as isize)
            / intrinsics::size_of::<T>() as isize
    }

    #[inline]
    pub unsafe fn read(self) -> T {
        read(self)
    }

    #[inline]
    pub unsafe fn read_volatile(self) -> T {
        intrinsics::volatile_load(self)
    }

    #[inline]
    pub unsafe fn read_unaligned(self) -> T {
        read_unaligned(self)
    }

    #[inline]
    pub unsafe fn copy_to(self, to: *mut T, count: usize) {
        intrinsics::copy(self, to, count);
    }

    #[inline]
    pub unsafe fn copy_to_nonoverlapping(self, to: *mut T, count: usize) {
        intrinsics::copy_nonoverlapping(self, to, count);
    }
}

#[lang = "inherent"]
impl<T> *mut T {
    #[inline]
    pub fn is_null(self) -> bool {
        self as usize == 0
    }

    #[inline]
    pub fn cast<U>(self) -> *mut U {
        self as *mut U
    }

    #[inline]
    pub unsafe fn as_ref(self) -> Option<&'static T> {
        if self.is_null() { None } else { Some(&*self) }
    }

    #[inline]
    pub unsafe fn as_mut(self) -> Option<&'static mut T> {
        if self.is_null() { None } else { Some(&mut *self) }
    }

    #[inline]
    pub unsafe fn offset(self, count: isize) -> *mut T {
        intrinsics::offset(self as *const T, count) as *mut T
    }

    #[inline]
    pub unsafe fn add(self, count: usize) -> *mut T {
        intrinsics::offset(self as *const T, count as isize) as *mut T
    }

    #[inline]
    pub unsafe fn sub(self, count: usize) -> *mut T {
        intrinsics::offset(self as *const T, intrinsics::wrapping_sub(0, count as isize)) as *mut T
    }

    #[inline]
    pub fn wrapping_offset(self, count: isize) -> *mut T {
        unsafe { intrinsics::arith_offset(self as *const T, count) as *mut T }
    }

    #[inline]
    pub fn wrapping_add(self, count: usize) -> *mut T {
        unsafe { intrinsics::arith_offset(self as *const T, count as isize) as *mut T }
    }

    #[inline]
    pub fn wrapping_sub(self, count: usize) -> *mut T {
        let count = unsafe { intrinsics::wrapping_sub(0, count as isize) };
        unsafe { intrinsics::arith_offset(self as *const T, count) as *mut T }
    }

    /// How many values of T lie from `origin` to here.
    #[inline]
    pub unsafe fn offset_from(self, origin: *const T) -> isize {
        intrinsics::wrapping_sub(self as isize, origin as isize)
            / intrinsics::size_of::<T>() as isize
    }

    #[inline]
    pub unsafe fn read(self) -> T {
        read(self as *const T)
    }

    #[inline]
    pub unsafe fn read_volatile(self) -> T {
        intrinsics::volatile_load(self as *const T)
    }

    #[inline]
    pub unsafe fn write(self, value: T) {
        write(self, value);
    }

    #[inline]
    pub unsafe fn write_volatile(self, value: T) {
        intrinsics::volatile_store(self, value);
    }

    #[inline]
    pub unsafe fn write_bytes(self, byte: u8, count: usize) {
        intrinsics::write_bytes(self, byte, count);
    }

    #[inline]
    pub unsafe fn replace(self, value: T) -> T {
        replace(self, value)
    }

    #[inline]
    pub unsafe fn swap(self, with: *mut T) {
        swap(self, with);
    }

    #[inline]
    pub unsafe fn drop_in_place(self) {
        intrinsics::drop_in_place(self);
    }

    #[inline]
    pub unsafe fn copy_from(self, from: *const T, count: usize) {
        intrinsics::copy(from, self, count);
    }

    #[inline]
    pub unsafe fn copy_from_nonoverlapping(self, from: *const T, count: usize) {
        intrinsics::copy_nonoverlapping(from, self, count);
    }
}

impl<T> PartialEq for *const T {
    #[inline]
    fn eq(&self, other: &*const T) -> bool {
        *self == *other
    }
}

impl<T> Eq for *const T {}

impl<T> PartialEq for *mut T {
    #[inline]
    fn eq(&self, other: &*mut T) -> bool {
        *self == *other
    }
}

impl<T> Eq for *mut T {}

impl<T> PartialOrd for *const T {
    #[inline]
    fn partial_cmp(&self, other: &*const T) -> Option<::cmp::Ordering> {
        (*self as usize).partial_cmp(&(*other as usize))
    }
}

impl<T> Ord for *const T {
    #[inline]
    fn cmp(&self, other: &*const T) -> ::cmp::Ordering {
        (*self as usize).cmp(&(*other as usize))
    }
}

impl<T> PartialOrd for *mut T {
    #[inline]
    fn partial_cmp(&self, other: &*mut T) -> Option<::cmp::Ordering> {
        (*self as usize).partial_cmp(&(*other as usize))
    }
}

impl<T> Ord for *mut T {
    #[inline]
    fn cmp(&self, other: &*mut T) -> ::cmp::Ordering {
        (*self as usize).cmp(&(*other as usize))
    }
}
