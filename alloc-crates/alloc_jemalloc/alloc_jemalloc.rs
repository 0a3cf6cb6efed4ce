//! alloc_jemalloc: the allocator crate over jemalloc 5.3.
//!
//! One code for host and guest; they differ in the library it is linked with. In an executable
//! that is jemalloc as the system builds it, which also takes over malloc. In a library it is
//! the isolated build of build-guest, in which only the five names below are called what they
//! are called here. Contract: <crate/allocator.h>.

#![crate_name = "alloc_jemalloc"]
#![crate_type = "rlib"]
#![no_std]
#![feature(allocator)]
#![allocator]
#![unstable(feature = "alloc_jemalloc", reason = "this library is unlikely to be stabilized in \
                                                  its current form or name", issue = "27783")]

#[link(name = "jemalloc", kind = "static:host")]
#[link(name = "jemalloc_guest", kind = "static:guest")]
// exp, log and round, for the heap profiler of the host's library; the guest's has none.
#[link(name = "m", kind = "dylib")]
extern {
    fn mallocx(size: usize, flags: i32) -> *mut u8;
    fn rallocx(ptr: *mut u8, size: usize, flags: i32) -> *mut u8;
    fn xallocx(ptr: *mut u8, size: usize, extra: usize, flags: i32) -> usize;
    fn sdallocx(ptr: *mut u8, size: usize, flags: i32);
    fn nallocx(size: usize, flags: i32) -> usize;
}

/// jemalloc's size classes from this size on are multiples of it, on every 64-bit target.
const QUANTUM: usize = 16;

/// The flags of a block of `size` bytes. None means the size class's own alignment, and a small
/// class has a small one: 8 bytes at a multiple of 8. So a size below its alignment must say so.
/// The lowest bits of the flags are the alignment's binary logarithm.
fn flags_for(size: usize, align: usize) -> i32 {
    if align <= QUANTUM && align <= size { 0 } else { align.trailing_zeros() as i32 }
}

#[no_mangle]
pub extern fn __rust_allocate(size: usize, align: usize) -> *mut u8 {
    unsafe { mallocx(size, flags_for(size, align)) }
}

// Frees by size, which saves jemalloc a look-up: it finds the size class as mallocx did, so the
// flags must be those of the size the block was asked for.
#[no_mangle]
pub extern fn __rust_deallocate(ptr: *mut u8, old_size: usize, align: usize) {
    unsafe { sdallocx(ptr, old_size, flags_for(old_size, align)) }
}

// rallocx finds the old size out; its flags are those of the new block.
#[no_mangle]
pub extern fn __rust_reallocate(ptr: *mut u8, _old_size: usize, size: usize, align: usize)
                                -> *mut u8 {
    unsafe { rallocx(ptr, size, flags_for(size, align)) }
}

#[no_mangle]
pub extern fn __rust_reallocate_inplace(ptr: *mut u8, _old_size: usize, size: usize, align: usize)
                                        -> usize {
    unsafe {
        let flags = flags_for(size, align);
        let usable = xallocx(ptr, size, 0, flags);
        // A small block cannot shrink where it stands: xallocx leaves it and answers its size,
        // which is more than enough. But it would be freed as one of `size` bytes, which is
        // another size class, and jemalloc would be corrupt. Such a request has not worked.
        if usable >= size && usable != nallocx(size, flags) { 0 } else { usable }
    }
}

// nallocx answers 0 for a size that no block can have.
#[no_mangle]
pub extern fn __rust_usable_size(size: usize, align: usize) -> usize {
    let usable = unsafe { nallocx(size, flags_for(size, align)) };
    if usable < size { size } else { usable }
}
