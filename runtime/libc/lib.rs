//! libc: types, constants and functions of the C library that an allocator crate or a
//! program close to the system uses. Linux on 64 bits, glibc and musl.
//!
//! Nothing is linked for it: every program of these targets has the C library.

#![crate_name = "libc"]
#![crate_type = "rlib"]
#![no_std]
#![allow(non_camel_case_types)]
#![unstable(feature = "libc", reason = "use `libc` from crates.io", issue = "27783")]

mod constants;
mod functions;
mod types;

pub use constants::*;
pub use functions::*;
pub use types::*;
