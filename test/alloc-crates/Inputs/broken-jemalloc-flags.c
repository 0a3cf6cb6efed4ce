// The mistake, over jemalloc: "align <= 16 means no flags", also where the size is smaller.

#include <crate/allocator.h>
#include <crate/crate.h>

CRATE_NAME("broken_jemalloc_flags");
CRATE_TYPE("rlib");
CRATE_ALLOCATOR;
CRATE_NO_STD;
LINK_LIBRARY("jemalloc", "static:host");
LINK_LIBRARY("jemalloc_guest", "static:guest");
LINK_LIBRARY("m", "dylib");

void *mallocx(size_t size, int flags);
void *rallocx(void *ptr, size_t size, int flags);
size_t xallocx(void *ptr, size_t size, size_t extra, int flags);
void sdallocx(void *ptr, size_t size, int flags);
size_t nallocx(size_t size, int flags);

static int flags_for(size_t align) {
  return align <= 16 ? 0 : __builtin_ctzl(align);
}

uint8_t *__rust_allocate(size_t size, size_t align) {
  return mallocx(size, flags_for(align));
}

void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  sdallocx(ptr, old_size, flags_for(align));
}

uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)old_size;
  return rallocx(ptr, size, flags_for(align));
}

size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  int flags = flags_for(align);
  size_t usable = xallocx(ptr, size, 0, flags);
  return usable >= size && nallocx(size, flags) != usable ? (void)old_size, (size_t)0 : usable;
}

size_t __rust_usable_size(size_t size, size_t align) {
  return nallocx(size, flags_for(align));
}
