//===- Localize.h - from one relocatable object to a staticlib ---*- C++ -*-===//
//
// Two staticlibs with two allocators must link into one C program. So an
// archive holds one object in which the five, and everything else but the
// exported functions, are local: there is nothing that could clash or be taken
// for the other's.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/ADT/ArrayRef.h>

namespace cratec {

/// Writes the archive `output` with the object at `object` as its only member
/// `member`, with only `exports` global.
bool writeLocalizedArchive(llvm::StringRef object, llvm::StringRef output, llvm::StringRef member,
                           llvm::ArrayRef<std::string> exports, linkcheck::Diagnostics &diags);

} // namespace cratec
