// A library crate that chose for everybody downstream: jemalloc.
#include <crate/alloc.h>
#include <crate/crate.h>

CRATE_TYPE("rlib");
EXTERN_CRATE("alloc");
EXTERN_CRATE("alloc_jemalloc");

void *sound_buffer(void) {
  return crate_allocate(4096, 16);
}
