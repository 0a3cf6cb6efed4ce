// A plain C program, compiled and linked by any C compiler. With -DPLUGIN it uses the
// cdylib, else `index` as a dylib or a staticlib.
#include "../index/include/index.h"

#include <stdio.h>
#include <string.h>

#ifdef PLUGIN
int plugin_describe(const char *text, size_t length);
#endif

int main(void) {
  const char *text = "every program has one allocator";
#ifdef PLUGIN
  return plugin_describe(text, strlen(text));
#else
  printf("the host: the longest word has %zu letters\n", index_longest(text, strlen(text)));
  return 0;
#endif
}
