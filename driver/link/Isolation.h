//===- Isolation.h - a guest allocator keeps to itself -----------*- C++ -*-===//
//
// The problem: an allocator's archive often defines malloc, free and their kin.
// In someone else's process (a dylib, a cdylib, a staticlib, or a program with
// `-C malloc=keep`) they must not serve anybody but the allocator. Hiding them
// is not enough: the artifact's own C code would still bind to them, and what
// it hands to its host would be freed by another allocator.
//
// So, for the inputs that belong to the allocator alone (LinkInput::isolate):
//
//   1. What they define of the C library's malloc family is renamed in a copy,
//      definitions and references: malloc -> __<crate>_malloc. A name that none
//      of them defines stays, and is the host's.
//   2. What else they define is hidden from a dylib's users, but for the five
//      functions and the crates' exports.
//
// Both need a look at the symbol tables only; a copy is made where there is
// something to rename.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/PendingFile.h"
#include "driver/link/LinkPlan.h"

namespace cratec {

/// Whether the C library or the C++ runtime has this function for allocating
/// memory, or another that allocators are known to replace.
bool isMallocFamily(llvm::StringRef symbol);

struct IsolatedInputs {
  std::vector<LinkInput> inputs;   ///< the plan's, with copies in place of what was renamed
  std::vector<std::string> hidden; ///< what a dylib must not export; sorted
};

/// The copies are files of `pending`. Says what cannot be read or renamed and
/// yields nothing then.
std::optional<IsolatedInputs> isolateAllocator(const LinkPlan &plan, PendingFile &pending,
                                               linkcheck::Diagnostics &diags);

} // namespace cratec
