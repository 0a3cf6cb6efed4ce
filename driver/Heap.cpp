//===- Heap.cpp - how the process gets its memory -------------------------===//

#include "driver/Heap.h"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

// What a small program takes; larger ones take several steps.
static constexpr int step = 64 << 20;
static constexpr uintptr_t hugePage = 2 << 20;
// The C library refuses more.
static constexpr int largestThreshold = 32 << 20;

#ifdef __GLIBC__
/// Allocates, out of a compiler's sight: it might leave out what nobody reads.
static void *volatile memory;

static void keep(size_t size) {
  memory = std::malloc(size);
}

/// Allocates and frees; the address.
static uintptr_t skip(size_t size) {
  keep(size);
  auto address = reinterpret_cast<uintptr_t>(memory);
  std::free(memory);
  return address;
}
#endif

void cratec::growHeapInLargeSteps() {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, step);
  mallopt(M_TRIM_THRESHOLD, 16 * step);
  // Vectors that come and go reuse each other's memory, where a mapping of its own
  // would be given back, and be new pages, each time.
  mallopt(M_MMAP_THRESHOLD, largestThreshold);
  // An allocation larger than what the heap has left makes it grow.
  auto end = reinterpret_cast<uintptr_t>(sbrk(0));
  skip(hugePage);
  auto newEnd = reinterpret_cast<uintptr_t>(sbrk(0));
  uintptr_t begin = (end + hugePage - 1) / hugePage * hugePage;
  if (begin >= newEnd)
    return;
  // Refused where the system has no huge pages: the pages are small then.
  (void)madvise(reinterpret_cast<void *>(begin), newEnd - begin, MADV_HUGEPAGE);
  // What lies below the first huge page would be small pages: nobody gets it.
  uintptr_t next = skip(hugePage / 4);
  if (next < begin && begin - next < 2 * hugePage)
    keep(begin - next);
#endif
}
