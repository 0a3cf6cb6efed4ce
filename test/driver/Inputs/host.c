// A C program that tells where a library's memory comes from: glibc's own count
// of what its malloc has handed out grows by it or does not.
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef LOAD
#include <dlfcn.h>
#endif

static size_t glibc_in_use(void) {
  return mallinfo2().uordblks + mallinfo2().hblkhd;
}

static void watch_own_malloc(const char *when) {
  size_t before = glibc_in_use();
  void *own = malloc(50000);
  printf("%s: host malloc is %s\n", when, glibc_in_use() - before >= 50000 ? "glibc" : "replaced");
  free(own);
}

static void watch_library(const char *name, void *(*take)(size_t), void (*give)(void *, size_t)) {
  size_t before = glibc_in_use();
  void *block = take(200000);
  memset(block, 1, 200000);
  printf("%s: %s\n", name, glibc_in_use() - before >= 200000 ? "glibc" : "own allocator");
  give(block, 200000);
}

#ifdef LOAD
int main(int argc, char **argv) {
  watch_own_malloc("before");
  for (int i = 1; i + 1 < argc; i += 2) {
    char name[100];
    void *library = dlopen(argv[i + 1], RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      printf("dlopen: %s\n", dlerror());
      return 1;
    }
    snprintf(name, sizeof name, "%s_new", argv[i]);
    void *(*take)(size_t) = (void *(*)(size_t))dlsym(library, name);
    snprintf(name, sizeof name, "%s_free", argv[i]);
    void (*give)(void *, size_t) = (void (*)(void *, size_t))dlsym(library, name);
    watch_library(argv[i], take, give);
    printf("closed: %d\n", dlclose(library));
  }
  watch_own_malloc("after");
  return 0;
}
#else
void *FIRST_new(size_t);
void FIRST_free(void *, size_t);
#ifdef SECOND_new
void *SECOND_new(size_t);
void SECOND_free(void *, size_t);
#endif
int main(void) {
  watch_own_malloc("before");
  watch_library("first", FIRST_new, FIRST_free);
#ifdef SECOND_new
  watch_library("second", SECOND_new, SECOND_free);
#endif
  watch_own_malloc("after");
  return 0;
}
#endif
