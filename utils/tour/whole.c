// A program that needs the crate `parts`.
#include <crate/crate.h>

EXTERN_CRATE("parts");

int parts_count(void);

int main(void) {
  return parts_count() == 42 ? 0 : 1;
}
