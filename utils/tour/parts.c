// A library crate, to be damaged.
#include <crate/crate.h>

CRATE_TYPE("rlib");

int parts_count(void) {
  return 42;
}
