//===- alloc.c - The consumer crate `alloc` -------------------------------===//
//
// Between the artifact's allocator (the five functions, which may answer null and
// know no size 0) and everybody else (who want neither). Contracts: <crate/alloc.h>.
//
//===----------------------------------------------------------------------===//

#include <crate/alloc.h>
#include <crate/allocator.h>
#include <crate/crate.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

CRATE_NAME("alloc");
CRATE_TYPE("rlib");
CRATE_NEEDS_ALLOCATOR;
CRATE_NO_STD;

// write(2), not stdio: there is no memory left that stdio could ask for.
static _Noreturn void out_of_memory(void) {
  static const char message[] = "fatal runtime error: out of memory\n";
  ssize_t written = write(2, message, sizeof message - 1);
  (void)written; // The process ends here, whether or not anybody could be told.
  abort();
}

// A block of no bytes: not null, and aligned.
static void *empty_block(size_t align) {
  return (void *)(uintptr_t)align;
}

void *crate_allocate(size_t size, size_t align) {
  if (size == 0)
    return empty_block(align);
  uint8_t *block = __rust_allocate(size, align);
  if (!block)
    out_of_memory();
  return block;
}

void crate_deallocate(void *ptr, size_t old_size, size_t align) {
  if (old_size != 0)
    __rust_deallocate(ptr, old_size, align);
}

void *crate_reallocate(void *ptr, size_t old_size, size_t size, size_t align) {
  if (old_size == 0)
    return crate_allocate(size, align);
  if (size == 0) {
    __rust_deallocate(ptr, old_size, align);
    return empty_block(align);
  }
  uint8_t *block = __rust_reallocate(ptr, old_size, size, align);
  if (!block)
    out_of_memory();
  return block;
}

size_t crate_reallocate_inplace(void *ptr, size_t old_size, size_t size, size_t align) {
  if (old_size == 0 || size == 0)
    return 0;
  return __rust_reallocate_inplace(ptr, old_size, size, align);
}

size_t crate_usable_size(size_t size, size_t align) {
  return size == 0 ? 0 : __rust_usable_size(size, align);
}
