// The mistake: usable_size promises what some blocks have, not what all of them have.

#define BREAKS_USABLE_SIZE
#include "arena.h"

CRATE_NAME("broken_usable_size");

size_t __rust_usable_size(size_t size, size_t align) {
  return arena_usable_size(size, align) + 8;
}
