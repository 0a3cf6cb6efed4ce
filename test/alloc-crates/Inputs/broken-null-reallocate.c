// The mistake: a reallocate that fails has already spoiled the old block.

#define BREAKS_REALLOCATE
#include "arena.h"

CRATE_NAME("broken_null_reallocate");

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  uint8_t *block = arena_reallocate(ptr, old_size, size, align);
  if (!block)
    memset(ptr, 0xdd, old_size);
  return block;
}
