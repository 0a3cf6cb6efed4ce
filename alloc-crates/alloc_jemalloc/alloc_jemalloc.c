//===- alloc_jemalloc.c - The allocator crate over jemalloc 5.3 -----------===//
//
// One code for host and guest; they differ in the library it is linked with. In an
// executable that is jemalloc as the system builds it, which also takes over malloc. In
// a library it is the isolated build of build-guest, in which only the five names below
// are called what they are called here. Contract: <crate/allocator.h>.
//
//===----------------------------------------------------------------------===//

#include <crate/allocator.h>
#include <crate/crate.h>

CRATE_NAME("alloc_jemalloc");
CRATE_TYPE("rlib");
CRATE_ALLOCATOR;
CRATE_NO_STD;

LINK_LIBRARY("jemalloc", "static:host");
LINK_LIBRARY("jemalloc_guest", "static:guest");
// exp, log and round, for the heap profiler of the host's library; the guest's has none.
LINK_LIBRARY("m", "dylib");

// jemalloc's interface, declared here and not through <jemalloc/jemalloc.h>: that gives
// mallocx the attribute alloc_size, and the optimiser would take a write beyond that size
// for a mistake, where a block that grew in place may be written up to its new size. It
// also means that no header of the target has to be there to compile this.
void *mallocx(size_t size, int flags);
void *rallocx(void *ptr, size_t size, int flags);
size_t xallocx(void *ptr, size_t size, size_t extra, int flags);
void sdallocx(void *ptr, size_t size, int flags);
size_t nallocx(size_t size, int flags);

// jemalloc's size classes from this size on are multiples of it, on every 64-bit target.
enum { Quantum = 16 };

// The flags of a block of `size` bytes. None means the size class's own alignment, and a
// small class has a small one: 8 bytes at a multiple of 8. So a size below its alignment
// must say so. The lowest bits of the flags are the alignment's binary logarithm.
static int flags_for(size_t size, size_t align) {
  return align <= Quantum && align <= size ? 0 : __builtin_ctzl(align);
}

uint8_t *__rust_allocate(size_t size, size_t align) {
  return mallocx(size, flags_for(size, align));
}

// Frees by size, which saves jemalloc a look-up: it finds the size class as mallocx did, so
// the flags must be those of the size the block was asked for.
void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  sdallocx(ptr, old_size, flags_for(old_size, align));
}

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)old_size; // rallocx finds it out; its flags are those of the new block.
  return rallocx(ptr, size, flags_for(size, align));
}

size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)old_size;
  int flags = flags_for(size, align);
  size_t usable = xallocx(ptr, size, 0, flags);
  // A small block cannot shrink where it stands: xallocx leaves it and answers its size, which
  // is more than enough. But it would be freed as one of `size` bytes, which is another size
  // class, and jemalloc would be corrupt. Such a request has not worked.
  if (usable >= size && usable != nallocx(size, flags))
    return 0;
  return usable;
}

// nallocx answers 0 for a size that no block can have.
size_t __rust_usable_size(size_t size, size_t align) {
  size_t usable = nallocx(size, flags_for(size, align));
  return usable < size ? size : usable;
}
