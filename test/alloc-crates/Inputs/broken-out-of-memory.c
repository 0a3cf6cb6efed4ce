// The mistake: there is always a block, however large.

#define BREAKS_ALLOCATE
#include "arena.h"

CRATE_NAME("broken_out_of_memory");

uint8_t *__rust_allocate(size_t size, size_t align) {
  static _Alignas(4096) uint8_t something[4096];
  uint8_t *block = arena_allocate(size, align);
  return block ? block : something;
}
