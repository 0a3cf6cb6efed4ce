// A program that uses both of them, and so cannot have one allocator.
#include <crate/crate.h>
#include <stdio.h>

EXTERN_CRATE("sound");
EXTERN_CRATE("pictures");

void *sound_buffer(void);
void *pictures_buffer(void);

int main(void) {
  printf("%p %p\n", sound_buffer(), pictures_buffer());
  return 0;
}
