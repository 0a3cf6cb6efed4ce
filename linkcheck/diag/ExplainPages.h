//===- ExplainPages.h - the pages of --explain, embedded --------*- C++ -*-===//
//
// The definition is generated from explain/*.md by EmbedPages.cmake.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Code.h"

namespace linkcheck {

/// The page of a code. `code` must not be `Code::None`.
llvm::StringRef explainPage(Code code);

} // namespace linkcheck
