//! alloc: the consumer. What lives on the heap, over the five functions of whichever
//! allocator crate the artifact has; and, for C, the functions of <crate/alloc.h>.

#![crate_name = "alloc"]
#![crate_type = "rlib"]
#![no_std]
#![feature(needs_allocator, runtime_bounds, lang_items, intrinsics)]
#![needs_allocator]
#![unstable(feature = "alloc", reason = "this library is unlikely to be stabilized in its current \
                                         form or name", issue = "27783")]

mod c_api;
mod slice_ext;
mod str_ext;

pub mod borrow;
pub mod boxed;
pub mod fmt;
pub mod heap;
pub mod oom;
pub mod rc;
pub mod string;
pub mod vec;

pub use oom::oom;
