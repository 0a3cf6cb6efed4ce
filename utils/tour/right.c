// The other of the two libraries. It chooses jemalloc.
#include <crate/alloc.h>
#include <crate/crate.h>

EXTERN_CRATE("alloc");
EXTERN_CRATE("alloc_jemalloc");

void *right_take(size_t size) {
  return crate_allocate(size, 16);
}

void right_give(void *block, size_t size) {
  crate_deallocate(block, size, 16);
}
