// The same program, with a choice: the system's allocator.
#include "hello.c"

EXTERN_CRATE("alloc_system");
