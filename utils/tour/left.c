// One of two libraries for the same program. It chooses the system's allocator.
#include <crate/alloc.h>
#include <crate/crate.h>

EXTERN_CRATE("alloc");
EXTERN_CRATE("alloc_system");

void *left_take(size_t size) {
  return crate_allocate(size, 16);
}

void left_give(void *block, size_t size) {
  crate_deallocate(block, size, 16);
}
