//===- conformance_library.c - The suite over a library's allocator -------===//
//
// A library crate, for a dylib, cdylib or staticlib: it names no allocator, so it runs
// with whichever the driver or the command line chooses for it. conformance_host.c is a
// program to load it.
//
//===----------------------------------------------------------------------===//

#include "conformance.h"

#include <crate/allocator.h>
#include <crate/crate.h>

CRATE_NAME("conformance_library");
CRATE_TYPE("dylib");
CRATE_NO_STD;
EXTERN_CRATE("alloc");
EXTERN_CRATE("conformance");

// Runs the suite over this library's own five functions; argv[1], if there, names one group.
// Returns 0 if nothing failed, 1 if anything did.
int conformance_main(int argc, char **argv);

__attribute__((visibility("default"))) int conformance_main(int argc, char **argv) {
  static const struct conformance_functions own = CONFORMANCE_OWN_FUNCTIONS;
  return conformance_run(&own, argc > 1 ? argv[1] : NULL, stdout);
}
