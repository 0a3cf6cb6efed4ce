// The mistake: there is no lock.

#include <time.h>

// Now and then, sleeps between a look at the arena and its change: another thread gets in, on
// any number of processors.
static void let_others_in(void) {
  static _Thread_local unsigned calls;
  static const struct timespec moment = {0, 1000};
  if (++calls % 128 == 0)
    nanosleep(&moment, NULL);
}

#define ARENA_LOCK() (void)0
#define ARENA_UNLOCK() (void)0
#define ARENA_PAUSE() let_others_in()
#include "arena.h"

CRATE_NAME("broken_threads");
