// A library with one pair of functions over the allocator of its artifact. The
// macro gives each copy names of its own.
#include <crate/alloc.h>
#include <crate/crate.h>

#ifndef BOX
#define BOX box
#endif
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)

EXTERN_CRATE("alloc");
#ifdef CHOICE
EXTERN_CRATE(CHOICE);
#endif

void *JOIN(BOX, _new)(size_t size) {
  return crate_allocate(size, 16);
}
void JOIN(BOX, _free)(void *ptr, size_t size) {
  crate_deallocate(ptr, size, 16);
}
