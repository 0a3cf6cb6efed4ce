//===- DiagnosticTest.cpp - building and counting -------------------------===//

#include "linkcheck/diag/Diagnostic.h"

#include <gtest/gtest.h>

using namespace linkcheck;

namespace {

TEST(SourceLocation, saysAsMuchAsIsKnown) {
  EXPECT_EQ((SourceLocation{"a.c", 3, 7}.toString()), "a.c:3:7");
  EXPECT_EQ((SourceLocation{"a.c", 3, 0}.toString()), "a.c:3");
  EXPECT_EQ((SourceLocation{"a.c", 0, 0}.toString()), "a.c");
  EXPECT_EQ((SourceLocation{"a.c", 0, 7}.toString()), "a.c");
  EXPECT_FALSE(SourceLocation{}.isKnown());
}

TEST(DiagnosticBuilder, emitsWhatWasGivenOnce) {
  CollectingConsumer collected;
  Diagnostics diags(collected);
  diags.error(Code::E0463, "can't find crate for `{}`", "y")
      .at({"main.c", 3, 14}, "asked for here", 3)
      .note("searched in {}", "/usr/lib")
      .help("compile it first");
  ASSERT_EQ(collected.diagnostics.size(), 1u);
  const Diagnostic &diagnostic = collected.diagnostics[0];
  EXPECT_EQ(diagnostic.severity, Severity::Error);
  EXPECT_EQ(diagnostic.code, Code::E0463);
  EXPECT_EQ(diagnostic.message, "can't find crate for `y`");
  ASSERT_EQ(diagnostic.labels.size(), 1u);
  EXPECT_EQ(diagnostic.labels[0].at, (SourceLocation{"main.c", 3, 14}));
  EXPECT_EQ(diagnostic.labels[0].length, 3u);
  EXPECT_EQ(diagnostic.labels[0].text, "asked for here");
  ASSERT_EQ(diagnostic.attachments.size(), 2u);
  EXPECT_EQ(diagnostic.attachments[0].severity, Severity::Note);
  EXPECT_EQ(diagnostic.attachments[0].message, "searched in /usr/lib");
  EXPECT_EQ(diagnostic.attachments[1].severity, Severity::Help);
}

TEST(DiagnosticBuilder, ignoresUnknownPlaces) {
  CollectingConsumer collected;
  Diagnostics diags(collected);
  diags.error(Code::C02, "wrong").at({}, "nowhere");
  EXPECT_TRUE(collected.diagnostics[0].labels.empty());
}

TEST(Diagnostics, keepsTheOrderAndCountsBySeverity) {
  CollectingConsumer collected;
  Diagnostics diags(collected);
  EXPECT_FALSE(diags.hasErrors());
  diags.warning(Code::A13, "first").done();
  diags.note("second").done();
  EXPECT_FALSE(diags.hasErrors());
  diags.error(Code::None, "third").done();
  diags.error(Code::C01, "fourth").done();
  diags.emit({Severity::Help, Code::None, "fifth", {}, {}});
  EXPECT_TRUE(diags.hasErrors());
  EXPECT_EQ(diags.errorCount(), 2u);
  EXPECT_EQ(diags.warningCount(), 1u);
  ASSERT_EQ(collected.diagnostics.size(), 5u);
  EXPECT_EQ(collected.diagnostics[0].message, "first");
  EXPECT_EQ(collected.diagnostics[1].severity, Severity::Note);
  EXPECT_EQ(collected.diagnostics[4].message, "fifth");
}

TEST(Diagnostics, spellsSeveritiesAsRustcDoes) {
  EXPECT_EQ(spelling(Severity::Error), "error");
  EXPECT_EQ(spelling(Severity::Warning), "warning");
  EXPECT_EQ(spelling(Severity::Note), "note");
  EXPECT_EQ(spelling(Severity::Help), "help");
}

} // namespace
