//! Types of C, where C's own name says no size.

/// What `void *` points to: nothing that could be a value.
#[repr(u8)]
pub enum c_void {
    #[doc(hidden)]
    __Variant1,
    #[doc(hidden)]
    __Variant2,
}

// A plain char has a sign on x86, and none on ARM and RISC-V.
#[cfg(target_arch = "x86_64")]
pub type c_char = i8;
#[cfg(not(target_arch = "x86_64"))]
pub type c_char = u8;

pub type c_schar = i8;
pub type c_uchar = u8;
pub type c_short = i16;
pub type c_ushort = u16;
pub type c_int = i32;
pub type c_uint = u32;
pub type c_long = i64;
pub type c_ulong = u64;
pub type c_longlong = i64;
pub type c_ulonglong = u64;
pub type c_float = f32;
pub type c_double = f64;
