//===- alloc_system.c - The allocator crate over the process's malloc -----===//
//
// One code for host and guest: whatever malloc the process has is the one it uses,
// the C library's or one that was put in its place. So nothing here may depend on
// how one malloc rounds sizes. Contract: <crate/allocator.h>.
//
//===----------------------------------------------------------------------===//

#include <crate/allocator.h>
#include <crate/crate.h>
#include <stdlib.h>
#include <string.h>

#if defined(__linux__) || defined(__wasi__)
#include <malloc.h>
#define HAS_MALLOC_USABLE_SIZE 1
#endif

CRATE_NAME("alloc_system");
CRATE_TYPE("rlib");
CRATE_ALLOCATOR;
CRATE_NO_STD;

// What malloc aligns to, for requests of at least that size. For smaller ones it need
// not: an object that needs this alignment cannot be smaller than it.
enum { MallocAlign = _Alignof(max_align_t) };

static int malloc_suffices(size_t size, size_t align) {
  return align <= MallocAlign && align <= size;
}

// Hides from the optimiser that the block came from malloc. It knows malloc's size, and
// would take a write beyond it for a mistake; but a block that grew in place may be
// written up to its usable size. Costs no instruction.
static uint8_t *launder(void *block) {
  __asm__("" : "+r"(block));
  return block;
}

static uint8_t *allocate_aligned(size_t size, size_t align) {
  // Some C libraries add size and align without a look at the sum.
  if (size > PTRDIFF_MAX - align)
    return NULL;
  // posix_memalign takes no alignment below a pointer's.
  if (align < sizeof(void *))
    align = sizeof(void *);
  void *block = NULL;
  return posix_memalign(&block, align, size) == 0 ? launder(block) : NULL;
}

// What may be used of the block; without the C library's help, what was asked for.
static size_t usable(uint8_t *ptr, size_t old_size) {
#ifdef HAS_MALLOC_USABLE_SIZE
  (void)old_size;
  return malloc_usable_size(ptr);
#else
  (void)ptr;
  return old_size;
#endif
}

uint8_t *__rust_allocate(size_t size, size_t align) {
  return malloc_suffices(size, align) ? launder(malloc(size)) : allocate_aligned(size, align);
}

void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  (void)old_size;
  (void)align;
  free(ptr);
}

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  if (malloc_suffices(size, align))
    return launder(realloc(ptr, size));

  // realloc would forget the alignment when it moves the block. Leave it where it is if
  // it fits and at most half of it would lie idle; otherwise move it by hand.
  size_t room = usable(ptr, old_size);
  if (size <= room && size >= room / 2)
    return ptr;
  uint8_t *block = allocate_aligned(size, align);
  if (block) {
    memcpy(block, ptr, size < old_size ? size : old_size);
    free(ptr);
  }
  return block;
}

// free() asks for no size, so a block may count as any size that fits in it: the usable
// size is the right answer whether that is enough or not.
size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)size;
  (void)align;
  return usable(ptr, old_size);
}

// How a malloc rounds is its own affair, and a block may be an exact fit.
size_t __rust_usable_size(size_t size, size_t align) {
  (void)align;
  return size;
}
