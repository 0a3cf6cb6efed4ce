//! The operating system's side.

pub mod raw {
    //! Types of C.

    pub use core::ffi::{c_void, c_char, c_schar, c_uchar, c_short, c_ushort, c_int, c_uint,
                        c_long, c_ulong, c_longlong, c_ulonglong, c_float, c_double};
}
