//===- words.h - the words of a text -------------------------------------===//

#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

// How many different words the `length` bytes at `text` hold. Words are set apart by
// anything that is no letter.
size_t words_distinct(const char *text, size_t length);

#endif
