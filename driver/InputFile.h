//===- InputFile.h - maps a file that a pass works on --------------*- C++ -*-===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/Support/MemoryBuffer.h>

#include <memory>

namespace cratec {

/// Maps the file at `path`. Null after having said C01; `name` is what messages call
/// it, where that is not the path itself.
std::unique_ptr<llvm::MemoryBuffer>
mapInputFile(const std::string &path, linkcheck::Diagnostics &diags, llvm::StringRef name = "");

} // namespace cratec
