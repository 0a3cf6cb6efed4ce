//===- counting.h - how much the program has allocated ----------------------===//

#ifndef COUNTING_H
#define COUNTING_H

#include <stddef.h>

size_t counting_allocations(void);
size_t counting_deallocations(void);

#endif
