// The mistake: growing in place always works.

#define BREAKS_REALLOCATE_INPLACE
#include "arena.h"

CRATE_NAME("broken_inplace");

size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)ptr;
  size_t usable = arena_reallocate_inplace(old_size, size, align);
  return size > old_size && size <= 2 * old_size + 16 ? size : usable;
}
