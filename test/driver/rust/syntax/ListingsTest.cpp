//===- ListingsTest.cpp - what programs of the time look like -------------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

TEST(Listings, an_allocator_crate) {
  EXPECT_EQ(messages(R"(
#![feature(lang_items)]
#![feature(allocator)]
#![allocator]
#![no_std]
#![crate_name = "my_allocator"]
#![crate_type = "rlib"]
#![feature(libc)]
extern crate libc;
#[no_mangle]
pub extern fn __rust_allocate(size: usize, _align: usize) -> *mut u8 {
    unsafe { libc::malloc(size as libc::size_t) as *mut u8 }
}
#[no_mangle]
pub extern fn __rust_reallocate_inplace(_ptr: *mut u8, old_size: usize,
                                        _size: usize, _align: usize) -> usize {
    old_size // this api is not supported by libc
}
fn main() {}
#[lang = "panic_fmt"] fn panic_fmt() {}
#[lang = "eh_unwind_resume"] extern fn eh_unwind_resume() {}
)"),
            "");
}

// Written after the manner of the system allocator of the time.
TEST(Listings, modules_by_platform) {
  Parsed parsed(R"(
#[cfg(all(any(target_arch = "x86", target_arch = "arm")))]
const MIN_ALIGN: usize = 8;
#[cfg(not(any(target_arch = "x86", target_arch = "arm")))]
const MIN_ALIGN: usize = 16;

#[cfg(unix)]
mod imp {
    use core::cmp;
    use core::ptr;
    use MIN_ALIGN;
    extern { fn posix_memalign(out: *mut *mut u8, align: usize, size: usize) -> i32; }
    pub unsafe fn allocate(size: usize, align: usize) -> *mut u8 {
        if align <= MIN_ALIGN { return ::libc::malloc(size) as *mut u8 }
        let mut out = ptr::null_mut();
        let ret = posix_memalign(&mut out, align, size);
        if ret != 0 { ptr::null_mut() } else { out as *mut u8 }
    }
    pub unsafe fn reallocate(ptr: *mut u8, old_size: usize, size: usize, align: usize) -> *mut u8 {
        let new_ptr = allocate(size, align);
        if !new_ptr.is_null() {
            ptr::copy(ptr, new_ptr, cmp::min(size, old_size));
        }
        new_ptr
    }
}
#[cfg(windows)]
mod imp { trait Unused { } }

static mut COUNT: usize = 0;
#[test]
fn counts() { unsafe { assert_eq!(COUNT, 0, "nothing so far: {}", COUNT); } }
)");
  EXPECT_EQ(parsed.messages(), "");
  EXPECT_EQ(parsed.crate->root.items.size(), 3u);
}
