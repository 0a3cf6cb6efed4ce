// A crate that takes memory both ways, and says where it came from.
//
// Nothing here chooses an allocator. EXTERN_CRATE("alloc") makes it a consumer,
// so whatever it is compiled into is given exactly one.
//
// How the output tells allocators apart: a request of 9000 bytes is rounded up
// to 10240 by jemalloc, whose sizes go 8192, 10240, 12288; glibc's malloc has a
// block of 9000. And mallinfo2() counts what glibc's own malloc has handed out,
// which is nothing where another malloc took its place.
#include <crate/alloc.h>
#include <crate/crate.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

EXTERN_CRATE("alloc");

static size_t glibc_in_use(void) {
  return mallinfo2().uordblks;
}

int main(void) {
  size_t before = glibc_in_use();
  void *ours = crate_allocate(9000, 8);
  void *theirs = malloc(9000);
  size_t growth = glibc_in_use() - before;

  printf("crate_allocate(9000): a block of %zu bytes\n", malloc_usable_size(ours));
  printf("malloc(9000):         a block of %zu bytes\n", malloc_usable_size(theirs));
  printf("glibc's own malloc:   %s\n", growth >= 18000 ? "served both" : "served neither");

  free(theirs);
  crate_deallocate(ours, 9000, 8);
  return 0;
}
