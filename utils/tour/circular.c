// An allocator crate that would need an allocator itself: it depends on `alloc`.
#include "counting.c"

#include <crate/alloc.h>

EXTERN_CRATE("alloc");
