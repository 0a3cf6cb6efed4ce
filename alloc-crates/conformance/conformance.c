//===- conformance.c - Does an allocator keep the contract? ---------------===//

#include "conformance.h"

#include <crate/crate.h>
#include <pthread.h>
#include <sched.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

CRATE_NAME("conformance");
CRATE_TYPE("rlib");
CRATE_NO_STD;

//===----------------------------------------------------------------------===//
// Counting and reporting
//===----------------------------------------------------------------------===//

// One run of one group, in one thread: threads have their own, which are added up later.
struct report {
  const struct conformance_functions *f;
  FILE *out;
  const char *group;
  unsigned long checks;
  unsigned long failures;
};

// The failures of one group that are printed; an allocator that fails one check often fails
// thousands like it.
enum { PrintedFailures = 8 };

// One check. On failure the message says what was expected.
__attribute__((format(printf, 3, 4))) static bool check(struct report *r, bool holds,
                                                        const char *expected, ...) {
  ++r->checks;
  if (holds)
    return true;
  if (++r->failures <= PrintedFailures) {
    char message[256];
    va_list arguments;
    va_start(arguments, expected);
    vsnprintf(message, sizeof message, expected, arguments);
    va_end(arguments);
    fprintf(r->out, "%s: expected %s\n", r->group, message);
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Blocks and what is in them
//===----------------------------------------------------------------------===//

enum { MaxAlign = 4096, AlignCount = 13 };

struct block {
  uint8_t *ptr;
  size_t size;
  size_t align;
  uint32_t seed; // Of the pattern in it.
};

static uint8_t pattern(uint32_t seed, size_t index) {
  uint32_t mixed = (seed + (uint32_t)index) * 2654435761u;
  return (uint8_t)(mixed >> 24);
}

// The bytes that are written and read: all of the first and the last few thousand, and between
// them at least one in each page and cache line's worth of pages, at an odd distance.
static size_t next_index(size_t index, size_t size) {
  enum { Dense = 2048, Step = 1021 };
  if (index < Dense || index + Dense >= size)
    return index + 1;
  return index + Step + Dense >= size ? size - Dense : index + Step;
}

static void fill(uint8_t *ptr, size_t size, uint32_t seed) {
  for (size_t i = 0; i < size; i = next_index(i, size))
    ptr[i] = pattern(seed, i);
}

// The index of the first byte below `limit` that is not as fill(ptr, size, seed) left it, or
// `limit`. Goes by the indices that were filled for `size`.
static size_t first_difference(const uint8_t *ptr, size_t size, size_t limit, uint32_t seed) {
  for (size_t i = 0; i < size && i < limit; i = next_index(i, size))
    if (ptr[i] != pattern(seed, i))
      return i;
  return limit;
}

static bool check_contents(struct report *r, const struct block *b, size_t limit,
                           const char *when) {
  size_t difference = first_difference(b->ptr, b->size, limit, b->seed);
  return check(r, difference == limit,
               "byte %zu of a block of %zu bytes at alignment %zu to be what was written, %s",
               difference, b->size, b->align, when);
}

static bool is_aligned(const uint8_t *ptr, size_t align) {
  return (uintptr_t)ptr % align == 0;
}

static bool check_block(struct report *r, const uint8_t *ptr, size_t size, size_t align,
                        const char *from) {
  return check(r, ptr != NULL, "a block from %s(%zu, %zu), not null", from, size, align) &&
         check(r, is_aligned(ptr, align), "%s(%zu, %zu) to be aligned, not at %p", from, size,
               align, (const void *)ptr);
}

// A new block with a pattern in it. On failure its pointer is null: a misaligned block is given
// back, so that nothing builds on it.
static struct block make_block(struct report *r, size_t size, size_t align, uint32_t seed) {
  struct block b = {r->f->allocate(size, align), size, align, seed};
  if (!check_block(r, b.ptr, size, align, "allocate")) {
    if (b.ptr)
      r->f->deallocate(b.ptr, size, align);
    b.ptr = NULL;
    return b;
  }
  fill(b.ptr, size, seed);
  return b;
}

// Checks what is in the block, frees it with its exact size, and forgets it.
static void end_block(struct report *r, struct block *b, const char *when) {
  if (!b->ptr)
    return;
  check_contents(r, b, b->size, when);
  r->f->deallocate(b->ptr, b->size, b->align);
  b->ptr = NULL;
}

// Reallocates to `size`, checks the answer and what was kept, and fills the block anew.
static void resize_block(struct report *r, struct block *b, size_t size) {
  uint8_t *ptr = r->f->reallocate(b->ptr, b->size, size, b->align);
  if (!check(r, ptr != NULL, "a block from reallocate(%zu -> %zu, %zu), not null", b->size, size,
             b->align))
    return;
  check(r, is_aligned(ptr, b->align), "reallocate(%zu -> %zu, %zu) to keep the alignment, not %p",
        b->size, size, b->align, (void *)ptr);
  b->ptr = ptr;
  check_contents(r, b, b->size < size ? b->size : size, "after reallocate");
  b->size = size;
  fill(b->ptr, size, ++b->seed);
}

// Asks for `size` in place and holds the answer against the contract. Where it worked, the whole
// answer is written, and the block then counts as `size`.
static bool resize_in_place(struct report *r, struct block *b, size_t size) {
  size_t usable = r->f->reallocate_inplace(b->ptr, b->size, size, b->align);
  bool worked = usable >= size;
  size_t kept = worked && size < b->size ? size : b->size;
  check_contents(r, b, kept,
                 worked ? "after it was resized in place" : "after an in-place refusal");
  if (worked) {
    b->size = usable;
    fill(b->ptr, usable, ++b->seed);
    check_contents(r, b, usable, "with all of its usable size written");
    b->size = size;
    fill(b->ptr, size, b->seed);
  }
  return worked;
}

//===----------------------------------------------------------------------===//
// The groups
//===----------------------------------------------------------------------===//

// A small generator with a fixed start: every run does the same.
static uint32_t next_random(uint32_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

// Every alignment with every power of two and its neighbours up to beyond 1 MiB. The last few
// blocks stay alive, so that one which overlaps them spoils their pattern.
static void check_alignment(struct report *r) {
  enum { Alive = 24 };
  struct block alive[Alive] = {{0}};
  size_t next = 0;
  uint32_t seed = 1;
  for (size_t align = 1; align <= MaxAlign; align *= 2)
    for (size_t power = 1; power <= (size_t)1 << 20; power *= 2)
      for (size_t size = power - (power > 2); size <= power + 1; ++size) {
        end_block(r, &alive[next], "before it was freed");
        alive[next] = make_block(r, size, align, ++seed);
        next = (next + 1) % Alive;
      }
  for (size_t i = 0; i < Alive; ++i)
    end_block(r, &alive[i], "before it was freed");
}

// Many live blocks of all kinds: no two share a byte.
static void check_distinct(struct report *r) {
  enum { Count = 512 };
  struct block blocks[Count];
  uint32_t random = 2463534242u;
  for (uint32_t i = 0; i < Count; ++i) {
    size_t size = 1 + next_random(&random) % (i % 8 == 0 ? 20000 : 200);
    blocks[i] = make_block(r, size, (size_t)1 << next_random(&random) % AlignCount, i);
  }
  for (size_t i = 0; i < Count; ++i) {
    size_t overlaps = 0;
    for (size_t j = 0; j < i && blocks[i].ptr; ++j)
      overlaps += blocks[j].ptr && blocks[i].ptr < blocks[j].ptr + blocks[j].size &&
                  blocks[j].ptr < blocks[i].ptr + blocks[i].size;
    check(r, overlaps == 0, "block %p of %zu bytes to overlap no live block, not %zu",
          (void *)blocks[i].ptr, blocks[i].size, overlaps);
  }
  // Every other one first, then the rest: free blocks have live neighbours.
  for (size_t start = 0; start < 2; ++start)
    for (size_t i = start; i < Count; i += 2)
      end_block(r, &blocks[i], "with many other blocks alive");
}

// What usable_size promises may be written, to the last byte, without harm to the neighbours,
// and the block may be freed with that size.
static void check_usable_size(struct report *r) {
  static const size_t sizes[] = {1, 7, 8, 9, 17, 24, 100, 129, 1000, 4095, 5000, 70000};
  enum { Neighbours = 8 };
  for (size_t align = 1; align <= MaxAlign; align *= 2)
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; ++s) {
      size_t size = sizes[s], usable = r->f->usable_size(size, align);
      if (!check(r, usable >= size, "usable_size(%zu, %zu) of at least the size, not %zu", size,
                 align, usable))
        continue;
      struct block blocks[Neighbours];
      for (uint32_t i = 0; i < Neighbours; ++i)
        blocks[i] = make_block(r, size, align, 1000 * i);
      for (size_t i = 0; i < Neighbours; ++i)
        if (blocks[i].ptr) {
          blocks[i].size = usable;
          fill(blocks[i].ptr, usable, blocks[i].seed);
        }
      for (size_t i = 0; i < Neighbours; ++i)
        end_block(r, &blocks[i], "with its neighbours' usable sizes written");
    }
}

// Every step up and down between sizes of every kind, at every alignment.
static void check_reallocate(struct report *r) {
  static const size_t sizes[] = {1, 7, 16, 33, 255, 1024, 4097, 65537, ((size_t)1 << 20) + 1};
  enum { Count = sizeof sizes / sizeof *sizes };
  for (size_t align = 1; align <= MaxAlign; align *= 2)
    for (size_t from = 0; from < Count; ++from)
      for (size_t to = 0; to < Count; ++to) {
        struct block b = make_block(r, sizes[from], align, (uint32_t)(from * Count + to));
        struct block neighbour = make_block(r, sizes[from] % 5000 + 1, align, 77);
        if (b.ptr)
          resize_block(r, &b, sizes[to]);
        end_block(r, &b, "after reallocate");
        end_block(r, &neighbour, "after its neighbour was reallocated");
      }
}

// Grows and shrinks a block in place by `size`, between neighbours that must not notice.
static void check_one_in_place(struct report *r, size_t from, size_t size, size_t align) {
  struct block before = make_block(r, from, align, 1);
  struct block b = make_block(r, from, align, 2);
  struct block after = make_block(r, from, align, 3);
  if (b.ptr) {
    resize_in_place(r, &b, size);
    // Once more from where that led, now as a move: the old size is what the block counts as.
    resize_block(r, &b, from + size);
  }
  end_block(r, &b, "after it was resized in place and moved");
  end_block(r, &before, "after its neighbour was resized in place");
  end_block(r, &after, "after its neighbour was resized in place");
}

static void check_inplace(struct report *r) {
  static const size_t sizes[] = {1, 8, 24, 100, 700, 4096, 20000, 300000};
  enum { Count = sizeof sizes / sizeof *sizes };
  for (size_t align = 1; align <= MaxAlign; align *= 2)
    for (size_t s = 0; s < Count; ++s) {
      size_t size = sizes[s];
      const size_t wanted[] = {size, size + 1, size + 8, size * 2, size * 16, size / 2 + 1, 1};
      for (size_t w = 0; w < sizeof wanted / sizeof *wanted; ++w)
        check_one_in_place(r, size, wanted[w], align);
      // To what it answers it has: that must work, or the answer was not true.
      struct block b = make_block(r, size, align, 4);
      size_t usable = b.ptr ? r->f->reallocate_inplace(b.ptr, size, size, align) : 0;
      if (usable >= size)
        check(r, resize_in_place(r, &b, usable), "the usable size %zu of a block of %zu to be had",
              usable, size);
      end_block(r, &b, "after it was resized to its usable size");
    }
}

// Many blocks are shrunk in place and freed with the size they then count as: an allocator that
// frees by size now has blocks of a wrong class, if it said that it worked where it had not.
static void check_shrunk_frees(struct report *r) {
  enum { Count = 600 };
  static const size_t sizes[][2] = {{112, 9}, {1024, 16}, {2000, 100}, {14000, 3000}};
  struct block blocks[Count];
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; ++s) {
    for (uint32_t i = 0; i < Count; ++i) {
      blocks[i] = make_block(r, sizes[s][0], 8, i);
      if (blocks[i].ptr)
        resize_in_place(r, &blocks[i], sizes[s][1]);
    }
    for (size_t i = 0; i < Count; ++i)
      end_block(r, &blocks[i], "after it was shrunk in place");
    for (uint32_t i = 0; i < Count; ++i)
      blocks[i] = make_block(r, sizes[s][i % 2], 8, 3 * i);
    for (size_t i = 0; i < Count; ++i)
      end_block(r, &blocks[i], "after blocks that were shrunk in place were freed");
  }
}

// A long random life: whatever happens to a block, the next call gives the size that the last
// successful one asked for, to the byte.
static void check_old_size(struct report *r) {
  enum { Slots = 256, Steps = 40000 };
  struct block slots[Slots] = {{0}};
  uint32_t random = 88172645u;
  for (uint32_t step = 0; step < Steps; ++step) {
    struct block *b = &slots[next_random(&random) % Slots];
    size_t size = 1 + next_random(&random) % (step % 64 == 0 ? 40000 : 300);
    uint32_t action = next_random(&random) % 8;
    if (!b->ptr)
      *b = make_block(r, size, (size_t)1 << next_random(&random) % (step % 16 ? 5 : AlignCount),
                      step);
    else if (action < 4)
      resize_block(r, b, size);
    else if (action < 6)
      resize_in_place(r, b, size);
    else
      end_block(r, b, "in a long run of random steps");
  }
  for (size_t i = 0; i < Slots; ++i)
    end_block(r, &slots[i], "at the end of a long run of random steps");
  check_shrunk_frees(r);
}

// More than there can be: null, and nothing else has happened.
static void check_out_of_memory(struct report *r) {
  static const size_t absurd[] = {SIZE_MAX / 2 - 4096, SIZE_MAX / 2,    SIZE_MAX / 2 + 2,
                                  SIZE_MAX - 8192,     SIZE_MAX - 4095, SIZE_MAX};
  static const size_t sizes[] = {1, 40, 5000, 300000};
  for (size_t align = 1; align <= MaxAlign; align *= 2)
    for (size_t a = 0; a < sizeof absurd / sizeof *absurd; ++a) {
      uint8_t *none = r->f->allocate(absurd[a], align);
      check(r, none == NULL, "null from allocate(%zu, %zu), not %p", absurd[a], align,
            (void *)none);
      for (size_t s = 0; s < sizeof sizes / sizeof *sizes; ++s) {
        struct block b = make_block(r, sizes[s], align, (uint32_t)a);
        if (!b.ptr)
          continue;
        none = r->f->reallocate(b.ptr, b.size, absurd[a], align);
        // A block that claims to be that large is not one, and the old one may be gone.
        if (!check(r, none == NULL, "null from reallocate(%zu -> %zu, %zu), not %p", b.size,
                   absurd[a], align, (void *)none))
          continue;
        size_t usable = r->f->reallocate_inplace(b.ptr, b.size, absurd[a], align);
        check(r, usable < absurd[a], "less than %zu from an in-place request for it, not %zu",
              absurd[a], usable);
        end_block(r, &b, "after it could not be made that large");
      }
    }
}

//===----------------------------------------------------------------------===//
// Threads
//===----------------------------------------------------------------------===//

enum { Threads = 4, SharedSlots = 64, ThreadSteps = 16000 };

// Blocks on their way from thread to thread. What a block is stands at its own beginning.
struct exchange {
  _Atomic(struct block *) slots[SharedSlots];
  atomic_bool
      open; // Opens when all threads are there, or the first might end before the last begins.
};

struct worker {
  struct report report;
  struct exchange *exchange;
  uint32_t random;
};

// A block whose first bytes describe it and whose rest holds a pattern.
static struct block *make_shared_block(struct report *r, uint32_t *random) {
  size_t size = sizeof(struct block) + 1 + next_random(random) % 400;
  size_t align = (size_t)16 << next_random(random) % 4;
  struct block b = make_block(r, size, align, next_random(random));
  if (!b.ptr)
    return NULL;
  memcpy(b.ptr, &b, sizeof b);
  return (struct block *)(void *)b.ptr;
}

static void end_shared_block(struct report *r, struct block *shared) {
  if (!shared)
    return;
  struct block b = *shared;
  if (!check(r, b.ptr == (uint8_t *)shared && b.size <= sizeof b + 400,
             "a block from another thread to hold what was written at its beginning"))
    return;
  bool intact = true;
  for (size_t i = sizeof b; i < b.size; ++i)
    intact &= b.ptr[i] == pattern(b.seed, i);
  check(r, intact, "a block from another thread, of %zu bytes, to hold what was written", b.size);
  r->f->deallocate(b.ptr, b.size, b.align);
}

static void *work(void *argument) {
  struct worker *w = argument;
  while (!atomic_load(&w->exchange->open))
    sched_yield();
  for (size_t step = 0; step < ThreadSteps; ++step) {
    struct block *made = make_shared_block(&w->report, &w->random);
    size_t slot = next_random(&w->random) % SharedSlots;
    end_shared_block(&w->report, atomic_exchange(&w->exchange->slots[slot], made));
  }
  return NULL;
}

// Allocated here, freed there, by several threads at once.
static void check_threads(struct report *r) {
  struct exchange exchange;
  struct worker workers[Threads];
  pthread_t threads[Threads];
  bool started[Threads];
  for (size_t i = 0; i < SharedSlots; ++i)
    atomic_init(&exchange.slots[i], NULL);
  atomic_init(&exchange.open, false);
  for (size_t i = 0; i < Threads; ++i) {
    workers[i] = (struct worker){*r, &exchange, (uint32_t)(7919 * (i + 1))};
    workers[i].report.checks = workers[i].report.failures = 0;
    started[i] = pthread_create(&threads[i], NULL, work, &workers[i]) == 0;
    check(r, started[i], "thread %zu to start", i);
  }
  atomic_store(&exchange.open, true);
  for (size_t i = 0; i < Threads; ++i)
    if (started[i]) {
      pthread_join(threads[i], NULL);
      r->checks += workers[i].report.checks;
      r->failures += workers[i].report.failures;
    }
  for (size_t i = 0; i < SharedSlots; ++i)
    end_shared_block(r, atomic_load(&exchange.slots[i]));
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

static const struct {
  const char *name;
  void (*run)(struct report *r);
} groups[] = {
    {"alignment", check_alignment},
    {"distinct", check_distinct},
    {"usable-size", check_usable_size},
    {"reallocate", check_reallocate},
    {"inplace", check_inplace},
    {"old-size", check_old_size},
    {"out-of-memory", check_out_of_memory},
    {"threads", check_threads},
};

int conformance_run(const struct conformance_functions *functions, const char *group, FILE *out) {
  unsigned long checks = 0, failures = 0;
  bool found = false;
  for (size_t i = 0; i < sizeof groups / sizeof *groups; ++i) {
    if (group && strcmp(group, groups[i].name) != 0)
      continue;
    found = true;
    struct report r = {functions, out, groups[i].name, 0, 0};
    groups[i].run(&r);
    if (r.failures > PrintedFailures)
      fprintf(out, "%s: %lu failures in all\n", r.group, r.failures);
    // A broken allocator may end the process in the next group.
    fflush(out);
    checks += r.checks;
    failures += r.failures;
  }
  if (!found) {
    fprintf(out, "conformance: there is no group '%s'\n", group);
    ++failures;
  }
  fprintf(out, "conformance: %lu checks, %lu failures\n", checks, failures);
  fflush(out);
  return failures != 0;
}
