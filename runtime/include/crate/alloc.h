//===- crate/alloc.h - Memory from the artifact's allocator, for C --------===//
//
// The C face of the runtime's crate `alloc`. A crate that uses it says
// EXTERN_CRATE("alloc"); the artifact it ends up in then has exactly one allocator
// (R1), and that is where the memory comes from. Sizes and alignments are in bytes;
// `align` is a power of two, up to a page (4096), and belongs to the block for life.
//
// - Out of memory does not come back: the process writes
//   `fatal runtime error: out of memory` to standard error and aborts. No function
//   here returns null.
// - Overflow is the caller's business: `count * size` that wraps round is a small
//   request, and is granted. Check before you multiply.
// - Size 0 is allowed everywhere, and never reaches the allocator (whose contract
//   excludes it, design section 4). A block of size 0 is the address `align`: not
//   null, aligned, not to be dereferenced, and all such blocks of one alignment
//   compare equal.
// - A block is freed here and only here, with the size it was last given and its own
//   alignment; free() is wrong for it, and so is a different artifact's
//   crate_deallocate, which may be another allocator.
// - Every function may be called from any thread.
//
//===----------------------------------------------------------------------===//

#ifndef CRATE_ALLOC_H
#define CRATE_ALLOC_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// A new block of `size` bytes, contents undefined. The caller owns it.
void *crate_allocate(size_t size, size_t align);

// Gives a block back. Nothing happens for old_size 0.
void crate_deallocate(void *ptr, size_t old_size, size_t align);

// The block with `size` bytes, perhaps elsewhere; contents are kept up to
// min(old_size, size). From or to size 0 it allocates or deallocates. `ptr` is no
// longer the caller's.
void *crate_reallocate(void *ptr, size_t old_size, size_t size, size_t align);

// Tries to make the block `size` bytes without moving it, and answers how much of it
// may be used: at least `size` if it worked (the block now counts as `size`), less if
// it did not (it still counts as `old_size`, untouched).
//
// Size 0 cannot be reached or left in place: with `size` or `old_size` 0 nothing
// changes, the answer is 0, and the block still counts as `old_size`. Use
// crate_reallocate for that.
size_t crate_reallocate_inplace(void *ptr, size_t old_size, size_t size, size_t align);

// How much of a block may be used that was allocated with this size and alignment: at
// least `size`, and 0 for size 0. The block may be freed with that size too.
size_t crate_usable_size(size_t size, size_t align);

#ifdef __cplusplus
}
#endif

#endif
