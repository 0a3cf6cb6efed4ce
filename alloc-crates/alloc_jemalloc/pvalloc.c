//===- pvalloc.c - What the host's jemalloc lacks of the malloc family ----===//
//
// Debian's jemalloc defines malloc, free and their relatives, but not glibc's pvalloc.
// Where it took over malloc, a block of glibc's pvalloc would end in jemalloc's free. A
// member of the host's archive, linked where somebody calls it.
//
//===----------------------------------------------------------------------===//

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <unistd.h>

void *pvalloc(size_t size) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  if (size > SIZE_MAX - page) {
    errno = ENOMEM;
    return NULL;
  }
  return memalign(page, (size + page - 1) / page * page);
}
