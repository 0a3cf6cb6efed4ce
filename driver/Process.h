//===- Process.h - runs another program ---------------------------*- C++ -*-===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/ADT/StringRef.h>

namespace cratec {

struct ProcessResult {
  int exitCode = 0;        ///< negative: it did not run or was killed
  std::string output;      ///< all it wrote to its standard output, where that was kept
  std::string errorOutput; ///< all it wrote to its standard error
  std::string failure;     ///< why it did not run or how it ended, when exitCode < 0
};

enum class StandardOutput { ThrownAway, Kept };

/// Runs `program` with `arguments` (its own name not included), standard input
/// empty, and waits for it.
ProcessResult runProcess(llvm::StringRef program, llvm::ArrayRef<std::string> arguments,
                         StandardOutput output = StandardOutput::ThrownAway);

} // namespace cratec
