//===- conformance_main.c - The suite over an executable's allocator ------===//
//
// usage: conformance_main [GROUP]
//
// An executable crate: it names no allocator, so it runs with whichever the driver or
// the command line chooses for it. Exit code 0 if nothing failed.
//
//===----------------------------------------------------------------------===//

#include "conformance.h"

#include <crate/allocator.h>
#include <crate/crate.h>

CRATE_NAME("conformance_main");
CRATE_TYPE("bin");
CRATE_NO_STD;
EXTERN_CRATE("alloc");
EXTERN_CRATE("conformance");

int main(int argc, char **argv) {
  static const struct conformance_functions own = CONFORMANCE_OWN_FUNCTIONS;
  return conformance_run(&own, argc > 1 ? argv[1] : NULL, stdout);
}
