// The library of the tour, as its C callers see it: it hands out boxes.
#ifndef BOX_H
#define BOX_H

#include <stddef.h>

void *box_new(size_t size);
void box_free(void *box, size_t size);
size_t box_room(size_t size); // how much fits into a box of that size

#endif
