//===- crate/allocator.h - The five functions, for allocator crates -------===//
//
// The allocator ABI, version 1 (design section 4, RFC 1183): what a crate tagged
// CRATE_ALLOCATOR defines and the runtime's crate `alloc` calls. C calling
// convention, unmangled. Sizes and alignments are in bytes.
//
// An allocator crate defines all five, with these types (R10). A crate that calls
// them is tagged CRATE_NEEDS_ALLOCATOR or reaches a consumer (R11); most want
// <crate/alloc.h> instead, which takes care of size 0 and of running out of memory.
//
// For all five:
// - `align` is a power of two. Every one up to a page is honoured, also where it is
//   greater than `size`. ("align <= 16 means plain malloc" is wrong for several
//   allocators: a request of 1 byte may be placed at any address.)
// - `size` and `old_size` are never 0.
// - `align` is the same for the whole life of a block.
// - `old_size` is the size the block was last asked for with success, or anything
//   from there up to the usable size that was answered for it. An allocator that
//   frees by size must compute its class from `old_size`, not from the new size.
// - Any thread may call any of them, and may free what another thread allocated.
// - They do not throw, unwind or abort for want of memory.
//
//===----------------------------------------------------------------------===//

#ifndef CRATE_ALLOCATOR_H
#define CRATE_ALLOCATOR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A new block of at least `size` bytes at a multiple of `align`, contents undefined.
// The caller owns it until it calls __rust_deallocate. Null when out of memory.
uint8_t *__rust_allocate(size_t size, size_t align);

// Gives the block back. `ptr` is not null.
void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align);

// A block of at least `size` bytes that holds the old contents up to
// min(old_size, size), at a multiple of `align`. It may be the same address; where
// it is not, the old block is gone. On null (out of memory) the old block is
// untouched and still the caller's. `ptr` is not null.
uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align);

// Tries to make the block `size` bytes without moving it. The answer is the usable
// size of the block afterwards: at least `size` if it worked, less if it did not.
//
// Where it worked, all of the answer may be written, and the block counts as `size`
// from now on: it will be freed with `size` (or up to the answer). Where it did not,
// nothing has changed and the block still counts as `old_size`. So an allocator that
// frees by size may answer at least `size` to a request to shrink only if a free
// with `size` is right for the block; where it is not, any answer below `size` will do.
size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align);

// The usable size of every block that __rust_allocate(size, align) can return: at
// least `size`. It is asked before there is a block, so it can only promise what all
// of them have. A caller may write that much, and may free with that size.
size_t __rust_usable_size(size_t size, size_t align);

#ifdef __cplusplus
}
#endif

#endif
