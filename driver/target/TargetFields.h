//===- TargetFields.h - the fields of a target's JSON file, a row each -----===//
//
// Reading and printing follow one table, so that what is printed reads back.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/target/TargetSpec.h"

#include <variant>

namespace cratec {

/// A field whose value is taken over as it is.
struct TargetField {
  using Member = std::variant<std::string TargetSpec::*, bool TargetSpec::*>;
  llvm::StringLiteral name; ///< rustc's
  Member member;
  bool required = false;
  /// The values that it may have; none where any will do.
  llvm::ArrayRef<llvm::StringLiteral> values = {};
};

/// An object from a linker's flavour to arguments.
struct TargetArgumentsField {
  llvm::StringLiteral name;
  std::vector<std::string> TargetSpec::*member;
};

llvm::ArrayRef<TargetField> targetFields();
llvm::ArrayRef<TargetArgumentsField> targetArgumentsFields();
/// Fields of rustc's that are accepted because they say nothing that matters here.
llvm::ArrayRef<llvm::StringLiteral> fieldsWithoutEffect();

} // namespace cratec
