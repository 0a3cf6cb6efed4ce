// A program in C that is a crate: it names the crates that it is made of, the allocator
// among them.
#include "../../counting/include/counting.h"
#include "../../words/include/words.h"

#include <crate/crate.h>
#include <stdio.h>
#include <string.h>

EXTERN_CRATE("counting");
EXTERN_CRATE("words");

int main(void) {
  const char *text = "every program has one allocator and every crate can name one";
  printf("the report in C: %zu different words\n", words_distinct(text, strlen(text)));
  printf("%zu block taken, %zu given back\n", counting_allocations(), counting_deallocations());
  return 0;
}
