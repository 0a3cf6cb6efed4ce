// Another library crate that chose: the system's allocator.
#include <crate/alloc.h>
#include <crate/crate.h>

CRATE_TYPE("rlib");
EXTERN_CRATE("alloc");
EXTERN_CRATE("alloc_system");

void *pictures_buffer(void) {
  return crate_allocate(4096, 16);
}
