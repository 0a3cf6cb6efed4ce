// The mistake: reallocate keeps a few bytes too few.

#define BREAKS_REALLOCATE
#include "arena.h"

CRATE_NAME("broken_contents");

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  uint8_t *block = arena_allocate(size, align);
  if (block) {
    memcpy(block, ptr, (size < old_size ? size : old_size) & ~(size_t)7);
    arena_deallocate(ptr, old_size, align);
  }
  return block;
}
