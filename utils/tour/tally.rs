//! An allocator crate in the dialect: the C library's malloc, counted.

#![feature(allocator, libc)]
#![allocator]
#![no_std]
#![crate_type = "rlib"]

extern crate libc;

pub static mut ALLOCATIONS: usize = 0;

#[no_mangle]
pub extern fn __rust_allocate(size: usize, _align: usize) -> *mut u8 {
    unsafe {
        ALLOCATIONS += 1;
        libc::malloc(size as libc::size_t) as *mut u8
    }
}

#[no_mangle]
pub extern fn __rust_deallocate(ptr: *mut u8, _old_size: usize, _align: usize) {
    unsafe { libc::free(ptr as *mut libc::c_void) }
}

#[no_mangle]
pub extern fn __rust_reallocate(ptr: *mut u8, _old_size: usize, size: usize, _align: usize)
                                -> *mut u8 {
    unsafe { libc::realloc(ptr as *mut libc::c_void, size as libc::size_t) as *mut u8 }
}

#[no_mangle]
pub extern fn __rust_reallocate_inplace(_ptr: *mut u8, old_size: usize, _size: usize,
                                        _align: usize) -> usize {
    old_size
}

#[no_mangle]
pub extern fn __rust_usable_size(size: usize, _align: usize) -> usize {
    size
}
