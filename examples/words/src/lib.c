// A library crate in C. It takes memory from whichever allocator the program or library
// that it ends up in has.
#include "../include/words.h"

#include <crate/alloc.h>
#include <crate/crate.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

EXTERN_CRATE("alloc");

typedef struct {
  const char *begin;
  size_t length;
} Word;

static int compare(const void *left, const void *right) {
  const Word *a = left, *b = right;
  size_t common = a->length < b->length ? a->length : b->length;
  int order = memcmp(a->begin, b->begin, common);
  return order ? order : (a->length > b->length) - (a->length < b->length);
}

// Writes the words to `words`, which has room for all; returns how many there are.
static size_t split(const char *text, size_t length, Word *words) {
  size_t count = 0;
  for (size_t i = 0; i < length;) {
    size_t begin = i;
    while (i < length && isalpha((unsigned char)text[i]))
      ++i;
    if (i > begin)
      words[count++] = (Word){text + begin, i - begin};
    else
      ++i;
  }
  return count;
}

size_t words_distinct(const char *text, size_t length) {
  // Between two words is at least one other character.
  size_t size = (length / 2 + 1) * sizeof(Word);
  Word *words = crate_allocate(size, _Alignof(Word));
  size_t count = split(text, length, words);
  qsort(words, count, sizeof(Word), compare);
  size_t distinct = 0;
  for (size_t i = 0; i < count; ++i)
    distinct += i == 0 || compare(&words[i - 1], &words[i]) != 0;
  crate_deallocate(words, size, _Alignof(Word));
  return distinct;
}
