//===- index.h - what the crate `index` offers to C ----------------------===//

#ifndef INDEX_H
#define INDEX_H

#include <stddef.h>

// The length of the longest word in the `length` bytes at `text`.
size_t index_longest(const char *text, size_t length);

#endif
