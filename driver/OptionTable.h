//===- OptionTable.h - every option, a row each --------------------*- C++ -*-===//
//
// An option is its spelling, what its help says, and a function that takes its
// value into the Options. Adding one is a row in OptionTable.cpp (and a test);
// the help text is made from the same rows. `-C` options have a table of their
// own, since they share one flag.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Options.h"

namespace cratec {

/// The result of taking a value in: empty when it was understood, else the
/// message for the user.
using Complaint = std::string;

struct OptionRow {
  const char *names;    ///< as CLI11 takes them: "-v,--verbose"
  const char *argument; ///< its name in the help; null: a flag
  const char *help;
  Complaint (*apply)(Options &, llvm::StringRef);
  /// It is handed on to the compilation of each listing that `--test` finds.
  bool forListings = false;
};

struct CodegenRow {
  llvm::StringRef name;
  llvm::StringRef argument; ///< empty: a switch, which takes yes and no as well
  llvm::StringRef help;
  Complaint (*apply)(CodegenOptions &, llvm::StringRef);
};

/// In the order of the help text.
llvm::ArrayRef<OptionRow> optionTable();
/// Sorted by name.
llvm::ArrayRef<CodegenRow> codegenTable();
/// What `-C help` prints, and the end of `--help`.
std::string codegenHelp();

} // namespace cratec
