// A library that takes its memory from the allocator of whatever it becomes.
#include "box.h"

#include <crate/alloc.h>
#include <crate/crate.h>

EXTERN_CRATE("alloc");

void *box_new(size_t size) {
  return crate_allocate(size, 16);
}

void box_free(void *box, size_t size) {
  crate_deallocate(box, size, 16);
}

size_t box_room(size_t size) {
  return crate_usable_size(size, 16);
}
