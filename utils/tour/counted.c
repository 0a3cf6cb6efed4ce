// A program that chooses the allocator crate `counting`, and asks it what it did.
#include <crate/alloc.h>
#include <crate/crate.h>
#include <stdio.h>

EXTERN_CRATE("alloc");
EXTERN_CRATE("counting");

size_t counting_allocations(void);
size_t counting_deallocations(void);

int main(void) {
  void *kept = crate_allocate(100, 8);
  void *freed = crate_allocate(200, 64);
  crate_deallocate(freed, 200, 64);
  kept = crate_reallocate(kept, 100, 300, 8); // one more of each
  printf("%zu allocations, %zu deallocations\n", counting_allocations(), counting_deallocations());
  crate_deallocate(kept, 300, 8);
  return 0;
}
