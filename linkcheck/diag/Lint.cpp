//===- Lint.cpp - warnings that users can switch -------------------*- C++ -*-===//

#include "linkcheck/diag/Lint.h"

#include <algorithm>
#include <string>

using namespace linkcheck;

static constexpr LintInfo lints[] = {
    {"allocator_in_library", Code::A13},
    {"unknown_lints", Code::E0602},
};

llvm::ArrayRef<LintInfo> linkcheck::allLints() {
  return lints;
}

std::optional<LintInfo> linkcheck::findLint(llvm::StringRef name) {
  std::string wanted = name.str();
  std::replace(wanted.begin(), wanted.end(), '-', '_');
  for (const LintInfo &lint : lints)
    if (lint.name == wanted)
      return lint;
  return std::nullopt;
}

LintLevels::LintLevels() : levels(allLints().size(), LintLevel::Warn) {}

void LintLevels::set(Code lint, LintLevel level) {
  for (size_t i = 0; i < levels.size(); ++i)
    if (lints[i].code == lint && levels[i] != LintLevel::Forbid)
      levels[i] = level;
}

void LintLevels::setWarnings(LintLevel level) {
  if (warnings != LintLevel::Forbid)
    warnings = level;
}

std::optional<LintLevel> LintLevels::of(Code code) const {
  for (size_t i = 0; i < levels.size(); ++i)
    if (lints[i].code == code)
      return std::min(levels[i] == LintLevel::Warn ? warnings : levels[i], highestLevel);
  return std::nullopt;
}
