//===- OptionTable.h - every option, a row each --------------------*- C++ -*-===//
//
// An option is its spelling, what its help says, and a function that takes its
// value into the Options. Adding one is a row in OptionTable.cpp (and a test);
// the help text is made from the same rows. `-C` options have a table of their
// own (CodegenTable.h), since they share one flag.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CodegenTable.h"
#include "driver/Options.h"

namespace cratec {

struct OptionRow {
  const char *names;    ///< as CLI11 takes them: "-v,--verbose"
  const char *argument; ///< its name in the help; null: a flag
  const char *help;
  Complaint (*apply)(Options &, llvm::StringRef);
  /// It is handed on to the compilation of each listing that `--test` finds.
  enum class Listings { No, Yes } listings = Listings::No;
  /// Whether it may be given more than once.
  enum class Times { Any, Once } times = Times::Any;
};

/// In the order of the help text.
llvm::ArrayRef<OptionRow> optionTable();

} // namespace cratec
