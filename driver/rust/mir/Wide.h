//===- Wide.h - integers that hold every result of 64 bits --------*- C++ -*-===//

#pragma once

namespace cratec::rust::mir {

// Both compilers have them; only the standard does not.
__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

} // namespace cratec::rust::mir
