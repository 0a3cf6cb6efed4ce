// The same library, with a choice: jemalloc.
#include "box.c"

EXTERN_CRATE("alloc_jemalloc");
