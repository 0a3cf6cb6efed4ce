//===- arena.h - A small sound allocator, to break in one place -----------===//
//
// Each broken-*.c is this allocator with one mistake. It frees by size, as jemalloc does:
// a block belongs to the class of the next power of two of its size and alignment, and goes
// back to the class its old size says. What is free is noted beside the arena, never in
// it, so that a mistake spoils contents (which the suite must find) and not this allocator.
//
//===----------------------------------------------------------------------===//

#ifndef ARENA_H
#define ARENA_H

#include <crate/allocator.h>
#include <crate/crate.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>

CRATE_TYPE("rlib");
CRATE_ALLOCATOR;
CRATE_NO_STD;

// The arena ends well before its mapping: blocks that are said to be larger than they are
// do not reach beyond it.
enum { ArenaClasses = 27, ArenaFree = 4096 };
static const size_t ArenaSize = (size_t)768 << 20, ArenaMapping = (size_t)1024 << 20;

// Volatile for broken-threads.c alone: it is to be as broken as it says, optimised or not.
static uint8_t *arena_begin;
static volatile size_t arena_used;
static uint8_t *volatile arena_free[ArenaClasses][ArenaFree];
static volatile size_t arena_free_count[ArenaClasses];
static atomic_flag arena_busy = ATOMIC_FLAG_INIT;

#ifndef ARENA_LOCK
#define ARENA_LOCK()                                                                               \
  while (atomic_flag_test_and_set(&arena_busy))                                                    \
  sched_yield()
#define ARENA_UNLOCK() atomic_flag_clear(&arena_busy)
#define ARENA_PAUSE() (void)0
#endif

// The binary logarithm of what a block takes up; ArenaClasses where no block can.
static unsigned arena_class(size_t size, size_t align) {
  unsigned index = 0;
  while (index < ArenaClasses && ((size_t)1 << index < size || (size_t)1 << index < align))
    ++index;
  return index;
}

static uint8_t *arena_bump(size_t size) {
  if (!arena_begin) {
    void *mapping = mmap(NULL, ArenaMapping, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapping == MAP_FAILED)
      return NULL;
    arena_begin = mapping;
  }
  // A class up to a page is aligned to its size, a greater one to a page.
  size_t align = size < 4096 ? size : 4096;
  size_t start = (arena_used + align - 1) / align * align;
  ARENA_PAUSE();
  if (start + size > ArenaSize)
    return NULL;
  arena_used = start + size;
  return arena_begin + start;
}

static inline uint8_t *arena_allocate(size_t size, size_t align) {
  unsigned index = arena_class(size, align);
  if (index == ArenaClasses)
    return NULL;
  uint8_t *block;
  ARENA_LOCK();
  size_t count = arena_free_count[index];
  if (count > 0) {
    block = arena_free[index][count - 1];
    ARENA_PAUSE();
    arena_free_count[index] = count - 1;
  } else {
    block = arena_bump((size_t)1 << index);
  }
  ARENA_UNLOCK();
  return block;
}

static inline void arena_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  unsigned index = arena_class(old_size, align);
  if (index == ArenaClasses)
    return;
  ARENA_LOCK();
  size_t count = arena_free_count[index];
  if (count < ArenaFree) {
    arena_free[index][count] = ptr;
    arena_free_count[index] = count + 1;
  }
  ARENA_UNLOCK();
}

static inline uint8_t *arena_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  uint8_t *block = arena_allocate(size, align);
  if (block) {
    memcpy(block, ptr, size < old_size ? size : old_size);
    arena_deallocate(ptr, old_size, align);
  }
  return block;
}

// A block cannot change its class where it stands.
static inline size_t arena_reallocate_inplace(size_t old_size, size_t size, size_t align) {
  unsigned index = arena_class(old_size, align);
  size_t usable = (size_t)1 << index;
  return usable >= size && arena_class(size, align) != index ? 0 : usable;
}

static inline size_t arena_usable_size(size_t size, size_t align) {
  unsigned index = arena_class(size, align);
  return index == ArenaClasses ? size : (size_t)1 << index;
}

// The parts that a crate leaves as they are.
#ifndef BREAKS_ALLOCATE
uint8_t *__rust_allocate(size_t size, size_t align) {
  return arena_allocate(size, align);
}
#endif

#ifndef BREAKS_DEALLOCATE
void __rust_deallocate(uint8_t *ptr, size_t old_size, size_t align) {
  arena_deallocate(ptr, old_size, align);
}
#endif

#ifndef BREAKS_REALLOCATE
uint8_t *__rust_reallocate(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  return arena_reallocate(ptr, old_size, size, align);
}
#endif

#ifndef BREAKS_REALLOCATE_INPLACE
size_t __rust_reallocate_inplace(uint8_t *ptr, size_t old_size, size_t size, size_t align) {
  (void)ptr;
  return arena_reallocate_inplace(old_size, size, align);
}
#endif

#ifndef BREAKS_USABLE_SIZE
size_t __rust_usable_size(size_t size, size_t align) {
  return arena_usable_size(size, align);
}
#endif

#endif
