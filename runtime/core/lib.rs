//! core: the part of the runtime that needs no allocator and no operating system, save
//! that a panic writes to standard error and exits.
//!
//! Compiled as the crate the compiler knows by the name `core`: what bears a `#[lang]`
//! here is what the language's own constructs mean.

#![crate_name = "core"]
#![crate_type = "rlib"]
#![no_core]
#![feature(runtime_bounds, lang_items, intrinsics, no_core)]

pub mod intrinsics;
pub mod marker;
pub mod ops;
pub mod clone;
pub mod cmp;
pub mod default;
pub mod convert;
pub mod option;
pub mod result;
pub mod mem;
pub mod ptr;
pub mod cell;
pub mod sync;
pub mod borrow;
pub mod iter;
pub mod slice;
pub mod str;
pub mod char;
pub mod num;
pub mod ffi;
pub mod fmt;
pub mod io;
pub mod string;
pub mod any;
pub mod ascii;
pub mod panicking;
pub mod prelude;

pub mod i8;
pub mod i16;
pub mod i32;
pub mod i64;
pub mod isize;
pub mod u8;
pub mod u16;
pub mod u32;
pub mod u64;
pub mod usize;
pub mod f32;
pub mod f64;
