//===- Lld.h - runs lld in this process --------------------------*- C++ -*-===//
//
// One link at a time; several one after the other work, also after one that
// failed. Only after a crash inside lld its state is not to be trusted. lld's
// text is returned, never printed.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/ArrayRef.h>

#include <string>

namespace cratec {

struct LldOutcome {
  bool success = false;
  bool crashed = false; ///< it must not run again in this process
  std::string output;   ///< what it wrote to standard output
  std::string messages; ///< what it wrote to standard error
};

/// `arguments` without the program's name.
LldOutcome runLld(llvm::ArrayRef<std::string> arguments);

} // namespace cratec
