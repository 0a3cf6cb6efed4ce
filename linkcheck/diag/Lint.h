//===- Lint.h - warnings that users can switch ---------------------*- C++ -*-===//
//
// A lint is a warning that has a name besides its code, and a level that the
// command line sets as rustc's does: `-A NAME` is silent, `-W NAME` warns,
// `-D NAME` and `-F NAME` make it an error. The last setting wins, but nothing
// lifts a `-F`. The name `warnings` stands for all lints that warn, and
// `--cap-lints` says what none may exceed.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Code.h"

#include <vector>

namespace linkcheck {

enum class LintLevel { Allow, Warn, Deny, Forbid };

/// One row of the table in Lint.cpp. Every lint warns by default.
struct LintInfo {
  llvm::StringRef name; ///< as after `-A`, "allocator_in_library"
  Code code;
};

llvm::ArrayRef<LintInfo> allLints();

/// The lint of that name, hyphens being underscores, or nothing.
std::optional<LintInfo> findLint(llvm::StringRef name);

/// The levels of all lints.
class LintLevels {
public:
  LintLevels();
  void set(Code lint, LintLevel level);
  /// The level of `warnings`: of each lint that would warn.
  void setWarnings(LintLevel level);
  void cap(LintLevel highest) { highestLevel = highest; }
  /// The level of the lint with that code; nothing for a code that is no lint.
  std::optional<LintLevel> of(Code code) const;
  /// Of warnings that are no lints as well.
  bool allowsAllWarnings() const {
    return warnings == LintLevel::Allow || highestLevel == LintLevel::Allow;
  }

private:
  std::vector<LintLevel> levels; ///< in the order of allLints()
  LintLevel warnings = LintLevel::Warn;
  LintLevel highestLevel = LintLevel::Forbid;
};

} // namespace linkcheck
