// No mistake: what the broken ones are made from keeps the contract.

#include "arena.h"

CRATE_NAME("sound_arena");
