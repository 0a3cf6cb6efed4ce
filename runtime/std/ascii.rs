//! ASCII. Its methods are those of `u8`, `char` and `str`; here is the trait that programs of
//! 2015 import for them.

pub use core::ascii::AsciiExt;
