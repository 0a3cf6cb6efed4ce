//===- CodeTest.cpp - the table of codes and its pages --------------------===//

#include "linkcheck/diag/Code.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace linkcheck;

namespace {

TEST(CodeTable, isSortedAndHasEachIdOnce) {
  auto codes = allCodes();
  ASSERT_FALSE(codes.empty());
  for (size_t index = 1; index < codes.size(); ++index)
    EXPECT_LT(codes[index - 1].id, codes[index].id);
}

TEST(CodeTable, holdsEveryCodeOfTheEnumeration) {
  auto codes = allCodes();
  size_t rows = 0;
#define DIAGNOSTIC_CODE(row, rowTitle)                                                             \
  EXPECT_EQ(infoOf(Code::row).code, Code::row);                                                    \
  EXPECT_EQ(infoOf(Code::row).id, #row);                                                           \
  EXPECT_EQ(infoOf(Code::row).title, rowTitle);                                                    \
  ASSERT_LT(rows, codes.size());                                                                   \
  EXPECT_EQ(codes[rows].code, Code::row);                                                          \
  ++rows;
#include "linkcheck/diag/Codes.def"
  EXPECT_EQ(rows, codes.size());
}

TEST(CodeTable, idsAreALetterAndDigits) {
  for (const CodeInfo &info : allCodes()) {
    EXPECT_TRUE(llvm::StringRef("ACDEL").contains(info.id.front())) << info.id.str();
    EXPECT_EQ(info.id.drop_front().find_first_not_of("0123456789"), llvm::StringRef::npos);
    EXPECT_EQ(info.id.size(), info.id.starts_with("E") ? 5u : 3u);
  }
}

TEST(CodeTable, titlesAreShortAndHaveNoFullStop) {
  for (const CodeInfo &info : allCodes()) {
    EXPECT_FALSE(info.title.empty());
    EXPECT_LT(info.title.size(), 80u);
    EXPECT_FALSE(info.title.ends_with("."));
  }
}

TEST(ExplainPages, beginWithTheIdAndTheTitle) {
  for (const CodeInfo &info : allCodes()) {
    std::string heading = "# " + info.id.str() + ": " + info.title.str() + "\n\n";
    EXPECT_TRUE(info.page.starts_with(heading)) << info.id.str();
    EXPECT_TRUE(info.page.ends_with("\n")) << info.id.str();
  }
}

TEST(ExplainPages, haveAnExampleAndAWayOut) {
  for (const CodeInfo &info : allCodes()) {
    EXPECT_TRUE(info.page.contains("rroneous example") || info.page.contains("Example that"))
        << info.id.str();
    EXPECT_TRUE(info.page.contains("```")) << info.id.str();
    EXPECT_EQ(info.page.count("```") % 2, 0u) << info.id.str();
    EXPECT_TRUE(info.page.contains("To fix it")) << info.id.str();
  }
}

TEST(ExplainPages, fitATerminal) {
  for (const CodeInfo &info : allCodes()) {
    llvm::SmallVector<llvm::StringRef> lines;
    info.page.split(lines, '\n');
    EXPECT_GE(lines.size(), 15u) << info.id.str();
    for (llvm::StringRef line : lines)
      EXPECT_LE(line.size(), 88u) << info.id.str() << ": " << line.str();
  }
}

TEST(FindCode, ignoresLetterCase) {
  auto info = findCode("e0463");
  ASSERT_TRUE(info.has_value());
  EXPECT_EQ(info->code, Code::E0463);
  EXPECT_EQ(findCode("A02")->code, Code::A02);
}

TEST(FindCode, knowsNothingElse) {
  EXPECT_FALSE(findCode("").has_value());
  EXPECT_FALSE(findCode("None").has_value());
  EXPECT_FALSE(findCode("E9999").has_value());
  EXPECT_FALSE(findCode("E046").has_value());
  EXPECT_FALSE(findCode(" E0463").has_value());
}

} // namespace
