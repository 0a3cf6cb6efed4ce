//! std: what programs see. Most of it is core's and alloc's under the names that programs
//! use; what asks the operating system for something is here.

#![crate_name = "std"]
#![crate_type = "rlib"]
#![crate_type = "dylib"]
#![no_std]
#![feature(alloc, lang_items, runtime_bounds)]

extern crate alloc;

pub use alloc::borrow;
pub use alloc::boxed;
pub use alloc::fmt;
pub use alloc::heap;
pub use alloc::rc;
pub use alloc::string;
pub use alloc::vec;

pub use core::any;
pub use core::cell;
pub use core::char;
pub use core::clone;
pub use core::cmp;
pub use core::convert;
pub use core::default;
pub use core::intrinsics;
pub use core::iter;
pub use core::marker;
pub use core::mem;
pub use core::num;
pub use core::ops;
pub use core::option;
pub use core::ptr;
pub use core::result;
pub use core::slice;
pub use core::str;
pub use core::sync;

pub use core::i8;
pub use core::i16;
pub use core::i32;
pub use core::i64;
pub use core::isize;
pub use core::u8;
pub use core::u16;
pub use core::u32;
pub use core::u64;
pub use core::usize;
pub use core::f32;
pub use core::f64;

pub mod ascii;
pub mod collections;
pub mod env;
pub mod ffi;
pub mod io;
pub mod os;
pub mod prelude;
pub mod process;
mod rt;
pub mod time;
