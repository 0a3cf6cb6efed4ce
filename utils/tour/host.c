// A C program that knows nothing of crates. It watches glibc's malloc while it
// uses the library, and before and after.
#include "box.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t glibc_in_use(void) {
  return mallinfo2().uordblks;
}

static void check_own_malloc(const char *when) {
  size_t before = glibc_in_use();
  void *own = malloc(50000);
  printf("%s the host's malloc is %s\n", when,
         own && glibc_in_use() - before >= 50000 ? "glibc's" : "NOT glibc's");
  free(own);
}

int main(void) {
  check_own_malloc("before:");
  size_t before = glibc_in_use();
  void *box = box_new(100000);
  size_t growth = glibc_in_use() - before;
  memset(box, 'x', 100000);
  printf("the box came from %s; it has room for %zu bytes\n",
         growth >= 100000 ? "the host's malloc" : "the library's own allocator", box_room(100000));
  box_free(box, 100000);
  check_own_malloc("after: ");
  return 0;
}
