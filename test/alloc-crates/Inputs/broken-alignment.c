// The mistake: an alignment greater than the size is ignored.

#define BREAKS_ALLOCATE
#define BREAKS_DEALLOCATE
#include "arena.h"

CRATE_NAME("broken_alignment");

uint8_t *__rust_allocate(size_t size, size_t align) {
  return arena_allocate(size, align > size ? 1 : align);
}

void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  arena_deallocate(ptr, old_size, align > old_size ? 1 : align);
}
