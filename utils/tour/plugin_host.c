// A C program that loads the library while it runs, uses it in a thread, and
// closes it before the thread ends: the moment at which an allocator that was
// unloaded would be called once more, to clean up after the thread.
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *library;
static pthread_barrier_t used, closed;

static size_t glibc_in_use(void) {
  return mallinfo2().uordblks;
}

static void *use_library(void *unused) {
  (void)unused;
  void *(*box_new)(size_t) = (void *(*)(size_t))dlsym(library, "box_new");
  void (*box_free)(void *, size_t) = (void (*)(void *, size_t))dlsym(library, "box_free");
  size_t before = glibc_in_use();
  void *box = box_new(100000);
  printf("the box came from %s\n",
         glibc_in_use() - before >= 100000 ? "the host's malloc" : "the library's own allocator");
  memset(box, 'x', 100000);
  box_free(box, 100000);
  pthread_barrier_wait(&used);
  pthread_barrier_wait(&closed);
  return NULL;
}

int main(int argc, char **argv) {
  (void)argc;
  library = dlopen(argv[1], RTLD_NOW);
  if (!library) {
    printf("dlopen failed: %s\n", dlerror());
    return 1;
  }
  pthread_t thread;
  pthread_barrier_init(&used, NULL, 2);
  pthread_barrier_init(&closed, NULL, 2);
  pthread_create(&thread, NULL, use_library, NULL);
  pthread_barrier_wait(&used);
  dlclose(library);
  pthread_barrier_wait(&closed);
  pthread_join(thread, NULL);
  printf("closed, and the thread has ended\n");

  size_t before = glibc_in_use();
  void *own = malloc(50000);
  printf("after:  the host's malloc is %s\n",
         own && glibc_in_use() - before >= 50000 ? "glibc's" : "NOT glibc's");
  free(own);
  return 0;
}
