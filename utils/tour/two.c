// A C program with two libraries, each of which brought its own allocator.
#include <malloc.h>
#include <stdio.h>
#include <string.h>

void *left_take(size_t size);
void left_give(void *block, size_t size);
void *right_take(size_t size);
void right_give(void *block, size_t size);

static size_t glibc_in_use(void) {
  return mallinfo2().uordblks;
}

static void *watch(const char *name, void *(*take)(size_t)) {
  size_t before = glibc_in_use();
  void *block = take(100000);
  size_t growth = glibc_in_use() - before;
  memset(block, 'x', 100000);
  printf("%s took 100000 bytes from %s\n", name,
         growth >= 100000 ? "the host's malloc" : "its own jemalloc");
  return block;
}

int main(void) {
  void *left = watch("left: ", left_take);
  void *right = watch("right:", right_take);
  // Crossed in time: a block that reached the other's allocator would abort here.
  left_give(left, 100000);
  right_give(right, 100000);
  printf("both gave them back\n");
  return 0;
}
