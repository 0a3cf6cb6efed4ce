// An allocator crate: the C library's, counted. Whoever links it has chosen it.
#include "../include/counting.h"

#include <crate/allocator.h>
#include <crate/crate.h>
#include <stdlib.h>
#include <string.h>

CRATE_ALLOCATOR;

static size_t allocations, deallocations;

uint8_t *__rust_allocate(size_t size, size_t align) {
  void *block = NULL;
  __atomic_fetch_add(&allocations, 1, __ATOMIC_RELAXED);
  if (align < sizeof(void *))
    align = sizeof(void *);
  return posix_memalign(&block, align, size) == 0 ? block : NULL;
}

void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  (void)old_size, (void)align;
  __atomic_fetch_add(&deallocations, 1, __ATOMIC_RELAXED);
  free(ptr);
}

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  uint8_t *block = __rust_allocate(size, align);
  if (block) {
    memcpy(block, ptr, old_size < size ? old_size : size);
    __rust_deallocate(ptr, old_size, align);
  }
  return block;
}

size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)ptr, (void)align;
  // A block stays as it is; less than `size` says that it could not be made smaller either.
  return old_size < size ? old_size : size - 1;
}

size_t __rust_usable_size(size_t size, size_t align) {
  (void)align;
  return size;
}

size_t counting_allocations(void) {
  return __atomic_load_n(&allocations, __ATOMIC_RELAXED);
}

size_t counting_deallocations(void) {
  return __atomic_load_n(&deallocations, __ATOMIC_RELAXED);
}
