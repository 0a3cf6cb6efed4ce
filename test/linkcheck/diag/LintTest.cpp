//===- LintTest.cpp - warnings that users can switch ---------------*- C++ -*-===//

#include "linkcheck/diag/Diagnostic.h"

#include <gtest/gtest.h>

using namespace linkcheck;

namespace {

/// What becomes of the lint's warning under `levels`.
std::vector<Diagnostic> warnWith(const LintLevels &levels) {
  CollectingConsumer collected;
  Diagnostics diags(collected, levels);
  diags.warning(Code::A13, "a warning").done();
  EXPECT_EQ(diags.errorCount() + diags.warningCount(), collected.diagnostics.size());
  return collected.diagnostics;
}

TEST(Lint, WarnsByDefault) {
  std::vector<Diagnostic> said = warnWith({});
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].severity, Severity::Warning);
}

TEST(Lint, FollowsItsLevel) {
  LintLevels levels;
  levels.set(Code::A13, LintLevel::Allow);
  EXPECT_TRUE(warnWith(levels).empty());
  levels.set(Code::A13, LintLevel::Deny);
  ASSERT_EQ(warnWith(levels).size(), 1u);
  EXPECT_EQ(warnWith(levels)[0].severity, Severity::Error);
  levels.set(Code::A13, LintLevel::Warn);
  EXPECT_EQ(warnWith(levels)[0].severity, Severity::Warning);
}

TEST(Lint, NothingLiftsAForbid) {
  LintLevels levels;
  levels.set(Code::A13, LintLevel::Forbid);
  levels.set(Code::A13, LintLevel::Allow);
  ASSERT_EQ(warnWith(levels).size(), 1u);
  EXPECT_EQ(warnWith(levels)[0].severity, Severity::Error);
}

TEST(Lint, OtherWarningsHaveNoLevel) {
  EXPECT_FALSE(LintLevels().of(Code::A02));
  EXPECT_FALSE(LintLevels().of(Code::None));
}

TEST(Lint, IsFoundByNameInBothSpellings) {
  ASSERT_TRUE(findLint("allocator_in_library"));
  EXPECT_EQ(findLint("allocator-in-library")->code, Code::A13);
  EXPECT_FALSE(findLint("nonsense"));
  EXPECT_FALSE(findLint(""));
}

} // namespace
