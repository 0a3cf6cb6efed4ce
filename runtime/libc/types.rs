//! Types.

pub use core::ffi::{c_void, c_char, c_schar, c_uchar, c_short, c_ushort, c_int, c_uint, c_long,
                    c_ulong, c_longlong, c_ulonglong, c_float, c_double};

pub type int8_t = i8;
pub type int16_t = i16;
pub type int32_t = i32;
pub type int64_t = i64;
pub type uint8_t = u8;
pub type uint16_t = u16;
pub type uint32_t = u32;
pub type uint64_t = u64;
pub type intmax_t = i64;
pub type uintmax_t = u64;
pub type intptr_t = isize;
pub type uintptr_t = usize;

pub type size_t = usize;
pub type ssize_t = isize;
pub type ptrdiff_t = isize;

pub type off_t = i64;
pub type mode_t = u32;
pub type pid_t = i32;
pub type uid_t = u32;
pub type gid_t = u32;
pub type time_t = i64;
pub type suseconds_t = i64;
pub type useconds_t = u32;
pub type clock_t = i64;
pub type clockid_t = i32;
pub type pthread_t = u64;
pub type sighandler_t = size_t;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct sigset_t {
    pub __bits: [u64; 16],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct timespec {
    pub tv_sec: time_t,
    pub tv_nsec: c_long,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct timeval {
    pub tv_sec: time_t,
    pub tv_usec: suseconds_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct iovec {
    pub iov_base: *mut c_void,
    pub iov_len: size_t,
}

/// A stream of stdio; only pointers to it exist.
#[repr(u8)]
pub enum FILE {
    #[doc(hidden)]
    __Variant1,
    #[doc(hidden)]
    __Variant2,
}
