//===- CodegenTable.h - every option of `-C`, a row each -----------*- C++ -*-===//
//
// A row is the option's name, what kind of value it takes in rustc's words, its
// help, and a function that takes the value in. Rows without an effect say so in
// their help: rustc has them, and build files send them.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CodegenOptions.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

namespace cratec {

/// The result of taking a value in: empty when it was understood, else the
/// message for the user.
using Complaint = std::string;

struct CodegenRow {
  llvm::StringRef name;
  llvm::StringRef argument; ///< its name in the help; empty: the value may be left out
  /// What it has to be, as it stands before "was expected" and after "requires".
  llvm::StringRef expected;
  llvm::StringRef help;
  /// `value` is missing where only the name was given, which never happens where
  /// `argument` is set.
  Complaint (*apply)(CodegenOptions &, const CodegenRow &, std::optional<llvm::StringRef> value);
};

/// Sorted by name.
llvm::ArrayRef<CodegenRow> codegenTable();

/// Takes in what stands after `-C`: `name` or `name=value`.
Complaint takeCodegenOption(CodegenOptions &options, llvm::StringRef text);

/// What `-C help` prints, and the end of `--help`.
std::string codegenHelp();

} // namespace cratec
