//===- conformance.h - Does an allocator keep the contract? ---------------===//
//
// The crate `conformance`: checks of design section 4 (RFC 1183), for any five
// functions. It calls them through a table, so the same suite runs over the allocator
// of an executable, of a loaded library, or of anything else that fills the table.
//
// Every check is counted, and a failed one says what was expected. The checks write
// only where the contract says they may, so a sound allocator is left sound, and a
// broken one is found out before it crashes where that is possible.
//
//===----------------------------------------------------------------------===//

#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// The five functions, in the order of <crate/allocator.h>, which has their contracts.
struct conformance_functions {
  uint8_t *(*allocate)(size_t size, size_t align);
  void (*deallocate)(uint8_t *ptr, size_t old_size, size_t align);
  uint8_t *(*reallocate)(uint8_t *ptr, size_t old_size, size_t size, size_t align);
  size_t (*reallocate_inplace)(uint8_t *ptr, size_t old_size, size_t size, size_t align);
  size_t (*usable_size)(size_t size, size_t align);
};

// Runs all groups of checks, or the one that is named `group` if that is not null: alignment,
// distinct, usable-size, reallocate, inplace, old-size, out-of-memory, threads. Writes failures
// (the first few of each group) and at last
//
//   conformance: N checks, M failures
//
// to `out`, which stays the caller's. Returns 0 if nothing failed and 1 if anything did, an
// unknown group included. Takes well under two seconds and up to about 64 MiB. Two threads may
// run it at the same time, on two streams or on one.
int conformance_run(const struct conformance_functions *functions, const char *group, FILE *out);

// The functions that are in the program or library this is compiled into: conformance_main.c and
// conformance_library.c fill the table with them.
#define CONFORMANCE_OWN_FUNCTIONS                                                                  \
  {__rust_allocate, __rust_deallocate, __rust_reallocate, __rust_reallocate_inplace,               \
   __rust_usable_size}

#endif
