// The mistake: reallocate frees the old block with the new size.

#define BREAKS_REALLOCATE
#include "arena.h"

CRATE_NAME("broken_old_size");

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  uint8_t *block = arena_allocate(size, align);
  if (block) {
    memcpy(block, ptr, size < old_size ? size : old_size);
    arena_deallocate(ptr, size, align);
  }
  return block;
}
