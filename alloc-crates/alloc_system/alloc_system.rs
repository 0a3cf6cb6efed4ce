//! alloc_system: the allocator crate over the process's malloc.
//!
//! One code for host and guest: whatever malloc the process has is the one it uses, the C
//! library's or one that was put in its place. So nothing here may depend on how one malloc
//! rounds sizes. Contract: <crate/allocator.h>.

#![crate_name = "alloc_system"]
#![crate_type = "rlib"]
#![no_std]
#![feature(allocator, libc)]
#![allocator]
#![unstable(feature = "alloc_system", reason = "this library is unlikely to be stabilized in its \
                                                current form or name", issue = "27783")]

extern crate libc;

use core::ptr;

/// What malloc aligns to, for requests of at least that size. For smaller ones it need not: a
/// value that needs this alignment cannot be smaller than it.
const MALLOC_ALIGN: usize = 16;

fn malloc_suffices(size: usize, align: usize) -> bool {
    align <= MALLOC_ALIGN && align <= size
}

unsafe fn allocate_aligned(size: usize, align: usize) -> *mut u8 {
    // Some C libraries add size and align without a look at the sum.
    if align > isize::max_value() as usize || size > isize::max_value() as usize - align {
        return ptr::null_mut();
    }
    // posix_memalign takes no alignment below a pointer's.
    let align = if align < 8 { 8 } else { align };
    let mut block: *mut libc::c_void = ptr::null_mut();
    if libc::posix_memalign(&mut block, align, size) == 0 {
        block as *mut u8
    } else {
        ptr::null_mut()
    }
}

#[no_mangle]
pub extern fn __rust_allocate(size: usize, align: usize) -> *mut u8 {
    unsafe {
        if malloc_suffices(size, align) {
            libc::malloc(size as libc::size_t) as *mut u8
        } else {
            allocate_aligned(size, align)
        }
    }
}

#[no_mangle]
pub extern fn __rust_deallocate(ptr: *mut u8, _old_size: usize, _align: usize) {
    unsafe { libc::free(ptr as *mut libc::c_void) }
}

#[no_mangle]
pub extern fn __rust_reallocate(ptr: *mut u8, old_size: usize, size: usize, align: usize)
                                -> *mut u8 {
    unsafe {
        if malloc_suffices(size, align) {
            return libc::realloc(ptr as *mut libc::c_void, size as libc::size_t) as *mut u8;
        }

        // realloc would forget the alignment when it moves the block. Leave it where it is if it
        // fits and at most half of it would lie idle; otherwise move it by hand.
        let room = libc::malloc_usable_size(ptr as *mut libc::c_void);
        if size <= room && size >= room / 2 {
            return ptr;
        }
        let block = allocate_aligned(size, align);
        if !block.is_null() {
            let kept = if size < old_size { size } else { old_size };
            ptr::copy_nonoverlapping(ptr as *const u8, block, kept);
            libc::free(ptr as *mut libc::c_void);
        }
        block
    }
}

// free() asks for no size, so a block may count as any size that fits in it: the usable size is
// the right answer whether that is enough or not.
#[no_mangle]
pub extern fn __rust_reallocate_inplace(ptr: *mut u8, _old_size: usize, _size: usize,
                                        _align: usize) -> usize {
    unsafe { libc::malloc_usable_size(ptr as *mut libc::c_void) }
}

// How a malloc rounds is its own affair, and a block may be an exact fit.
#[no_mangle]
pub extern fn __rust_usable_size(size: usize, _align: usize) -> usize {
    size
}
