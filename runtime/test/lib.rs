//! test: what keeps the optimiser from taking away what is to be measured.

#![crate_name = "test"]
#![crate_type = "rlib"]
#![no_std]
#![feature(intrinsics)]
#![unstable(feature = "test", reason = "not for programs that run", issue = "27812")]

use core::intrinsics;

/// The value, of which the optimiser knows nothing.
#[inline(never)]
pub fn black_box<T>(value: T) -> T {
    unsafe { intrinsics::black_box(value) }
}
