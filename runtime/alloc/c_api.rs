//! The functions of <crate/alloc.h>: memory for C. The contracts stand there.

use heap;

#[no_mangle]
pub extern fn crate_allocate(size: usize, align: usize) -> *mut u8 {
    unsafe { heap::exchange_malloc(size, align) }
}

#[no_mangle]
pub extern fn crate_deallocate(ptr: *mut u8, old_size: usize, align: usize) {
    unsafe { heap::exchange_free(ptr, old_size, align) }
}

#[no_mangle]
pub extern fn crate_reallocate(ptr: *mut u8, old_size: usize, size: usize, align: usize)
                               -> *mut u8 {
    unsafe {
        if old_size == 0 {
            return heap::exchange_malloc(size, align);
        }
        if size == 0 {
            heap::deallocate(ptr, old_size, align);
            return align as *mut u8;
        }
        let block = heap::reallocate(ptr, old_size, size, align);
        if block.is_null() {
            ::oom()
        }
        block
    }
}

#[no_mangle]
pub extern fn crate_reallocate_inplace(ptr: *mut u8, old_size: usize, size: usize, align: usize)
                                       -> usize {
    if old_size == 0 || size == 0 {
        return 0;
    }
    unsafe { heap::reallocate_inplace(ptr, old_size, size, align) }
}

#[no_mangle]
pub extern fn crate_usable_size(size: usize, align: usize) -> usize {
    if size == 0 { 0 } else { heap::usable_size(size, align) }
}
