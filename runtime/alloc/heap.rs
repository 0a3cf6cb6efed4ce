//! The allocator's five functions, under the names they had in Rust. Sizes are never 0 here,
//! save in `exchange_malloc` and `exchange_free`, which boxes go through.

extern "C" {
    fn __rust_allocate(size: usize, align: usize) -> *mut u8;
    fn __rust_deallocate(ptr: *mut u8, old_size: usize, align: usize);
    fn __rust_reallocate(ptr: *mut u8, old_size: usize, size: usize, align: usize) -> *mut u8;
    fn __rust_reallocate_inplace(ptr: *mut u8, old_size: usize, size: usize, align: usize)
                                 -> usize;
    fn __rust_usable_size(size: usize, align: usize) -> usize;
}

/// Stands for a block of no bytes: not null, and not to be dereferenced.
pub const EMPTY: *mut () = 0x1 as *mut ();

/// Null when out of memory.
#[inline]
pub unsafe fn allocate(size: usize, align: usize) -> *mut u8 {
    __rust_allocate(size, align)
}

/// Null when out of memory; the old block is untouched then.
#[inline]
pub unsafe fn reallocate(ptr: *mut u8, old_size: usize, size: usize, align: usize) -> *mut u8 {
    __rust_reallocate(ptr, old_size, size, align)
}

/// The usable size afterwards: at least `size` if it worked.
#[inline]
pub unsafe fn reallocate_inplace(ptr: *mut u8, old_size: usize, size: usize, align: usize)
                                 -> usize {
    __rust_reallocate_inplace(ptr, old_size, size, align)
}

#[inline]
pub unsafe fn deallocate(ptr: *mut u8, old_size: usize, align: usize) {
    __rust_deallocate(ptr, old_size, align)
}

#[inline]
pub fn usable_size(size: usize, align: usize) -> usize {
    unsafe { __rust_usable_size(size, align) }
}

/// Never null. Size 0 is the address `align`.
#[inline]
pub unsafe fn exchange_malloc(size: usize, align: usize) -> *mut u8 {
    if size == 0 {
        return align as *mut u8;
    }
    let block = __rust_allocate(size, align);
    if block.is_null() {
        ::oom()
    }
    block
}

#[inline]
pub unsafe fn exchange_free(ptr: *mut u8, old_size: usize, align: usize) {
    if old_size != 0 {
        __rust_deallocate(ptr, old_size, align)
    }
}
