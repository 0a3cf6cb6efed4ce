//===- conformance_host.c - A foreign host of conformance_library ---------===//
//
// A plain C program that knows nothing of crates. It is compiled in one of two ways:
//
//   cc conformance_host.c -o host -ldl -lpthread
//   ./host LIBRARY...             loads each, runs its suite, unloads it
//
//   cc -DCONFORMANCE_LINKED conformance_host.c libconformance_library.a -o host -lpthread
//   ./host                        runs the suite that is linked in
//
// The suite runs in the main thread and in a second one, which ends only after the library
// was unloaded (where an allocator's thread destructors would run in unmapped code). Before,
// between and after, the host's malloc must be what it was: the C library's own.
//
// Writes `host: N failures` at last; exit code 0 if there are none.
//
//===----------------------------------------------------------------------===//

#define _GNU_SOURCE

#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int (*suite)(int argc, char **argv);

static atomic_int failures;

static void expect(int holds, const char *what, const char *when) {
  if (holds)
    return;
  fprintf(stderr, "host: expected %s, %s\n", what, when);
  ++failures;
}

// The C library's count of bytes in use, if it is one that counts.
static size_t bytes_in_use(void) {
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
  return mallinfo2().uordblks;
#else
  return SIZE_MAX;
#endif
}

// That the host's malloc and free are the C library's: its own counters move with them. The
// size is below the one from which glibc maps blocks, which it counts elsewhere.
static void check_host_malloc(const char *when) {
  enum { Size = 50000 };
  size_t before = bytes_in_use();
  char *volatile block = malloc(Size);
  size_t between = bytes_in_use();
  expect(block != NULL, "a block from malloc", when);
  if (before != SIZE_MAX)
    expect(between >= before + Size, "the C library to count the host's malloc", when);
  memset(block, 1, Size);
  block = realloc(block, Size / 2);
  expect(block && block[Size / 2 - 1] == 1, "realloc to keep the contents", when);
  free(block);
  if (before != SIZE_MAX)
    expect(bytes_in_use() < between, "the C library to count the host's free", when);

  // The C library's own code allocates with the same malloc that the host frees with.
  char *copy = strdup(when);
  expect(copy && strcmp(copy, when) == 0, "strdup to copy", when);
  free(copy);
  char *line = NULL;
  expect(asprintf(&line, "%s %d", when, Size) > 0, "asprintf to allocate", when);
  free(line);
}

struct second {
  suite run;
  int result;
  pthread_barrier_t ran, unloaded;
  void *block; // From the main thread's malloc, for this one to free.
};

static void *run_second(void *argument) {
  struct second *s = argument;
  char *argv[] = {(char *)"second", NULL};
  s->result = s->run(1, argv);
  free(s->block);
  check_host_malloc("in the second thread, after the suite");
  pthread_barrier_wait(&s->ran);
  pthread_barrier_wait(&s->unloaded);
  check_host_malloc("in the second thread, after the library was unloaded");
  return NULL;
}

// Runs the suite in two threads; `library`, if there is one, is unloaded between the end of the
// suite and the end of the second thread.
static void run_suite(suite run, void *library) {
  char *argv[] = {(char *)"main", NULL};
  expect(run(1, argv) == 0, "the suite to succeed", "in the main thread");
  check_host_malloc("after the suite");

  struct second s = {.run = run, .block = malloc(1000)};
  pthread_barrier_init(&s.ran, NULL, 2);
  pthread_barrier_init(&s.unloaded, NULL, 2);
  pthread_t thread;
  if (pthread_create(&thread, NULL, run_second, &s) != 0) {
    expect(0, "a thread", "for the suite");
    return;
  }
  pthread_barrier_wait(&s.ran);
  expect(s.result == 0, "the suite to succeed", "in a second thread");
  if (library)
    expect(dlclose(library) == 0, "dlclose to succeed", "after the suite");
  pthread_barrier_wait(&s.unloaded);
  pthread_join(thread, NULL);
  check_host_malloc("after the second thread has ended");
}

#ifdef CONFORMANCE_LINKED

int conformance_main(int argc, char **argv);

static void run_all(char **libraries) {
  (void)libraries;
  run_suite(conformance_main, NULL);
}

#else

static void run_all(char **libraries) {
  for (; *libraries; ++libraries) {
    void *library = dlopen(*libraries, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      expect(0, "the library to load", dlerror());
      continue;
    }
    check_host_malloc("after the library was loaded");
    void *symbol = dlsym(library, "conformance_main");
    expect(symbol != NULL, "the library to export conformance_main", *libraries);
    expect(dlsym(library, "je_malloc") == NULL && dlsym(library, "mallocx") == NULL,
           "the library to keep its allocator's names to itself", *libraries);
    suite run;
    memcpy(&run, &symbol, sizeof run); // ISO C has no conversion from object to function.
    if (symbol)
      run_suite(run, library);
  }
}

#endif

int main(int argc, char **argv) {
  check_host_malloc("at the start");
  run_all(argv + (argc > 0));
  check_host_malloc("at the end");
  int failed = failures;
  printf("host: %d failures\n", failed);
  return failed != 0;
}
