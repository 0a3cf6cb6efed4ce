//===- MarkdownTest.cpp - the Rust listings of a Markdown file -------------===//

#include "driver/listings/Markdown.h"

#include <gtest/gtest.h>

using namespace cratec;

namespace {

Listing only(llvm::StringRef markdown) {
  std::vector<Listing> listings = findListings(markdown);
  EXPECT_EQ(listings.size(), 1u) << markdown.str();
  return listings.empty() ? Listing() : listings.front();
}

} // namespace

TEST(Markdown, FindsFencedRustAndNothingElse) {
  EXPECT_EQ(findListings("```c\nint x;\n```\n```text\na\n```\n    indented\n`code`\n").size(), 0u);
  EXPECT_EQ(findListings("```\na\n```\n~~~rust\nb\n~~~\n````rust\n```\n````\n").size(), 3u);
  EXPECT_EQ(only("text\n\n```rust\nlet a = 1;\n```\n").line, 3u);
  EXPECT_EQ(only("```rust\nlet a = 1;\n").text, "let a = 1;\n\n")
      << "an open fence ends with the file";
}

TEST(Markdown, UnderstandsTheWordsOfTheInfoString) {
  EXPECT_TRUE(only("```rust,ignore\n```\n").ignore);
  EXPECT_TRUE(only("```ignore-windows\n```\n").ignore);
  EXPECT_TRUE(only("```rust, no_run\n```\n").noRun);
  EXPECT_TRUE(only("```should_panic\n```\n").shouldPanic);
  EXPECT_TRUE(only("```compile_fail,E0308\n```\n").compileFail);
  EXPECT_EQ(findListings("```no_run,sh\n```\n").size(), 0u);
  EXPECT_FALSE(only("```rust\n```\n").ignore);
}

TEST(Markdown, HiddenLinesBelongToTheProgram) {
  EXPECT_EQ(only("```rust\n# fn hidden() {}\n#\n  # let a;\n## x\n#![attr]\n```\n").text,
            "fn hidden() {}\n\nlet a;\n# x\n#![attr]\n");
}

TEST(Markdown, AListingInAListLosesTheIndentationOfItsFence) {
  EXPECT_EQ(only("- item\n  ```rust\n  if a {\n      b\n  ```\n").text, "if a {\n    b\n");
}

TEST(Markdown, ListingsAreNamedAfterTheirHeadings) {
  EXPECT_EQ(only("# One thing\n## Sub `x`\n```rust\n```\n").heading, "One_thing::Sub__x_");
  EXPECT_EQ(only("# One\n### Deep\n## Two ##\n```rust\n```\n").heading, "One::Two");
  EXPECT_EQ(only("#hash\n```rust\n```\n").heading, "");
}

TEST(Markdown, AProgramKeepsItsLines) {
  Listing listing = only("a\nb\n```rust\nfn main() {}\n```\n");
  EXPECT_EQ(makeProgram(listing), "\n\n\nfn main() {}\n");
}

TEST(Markdown, ATextWithoutMainIsPutIntoOne) {
  Listing listing = only("a\n```rust\n#![feature(x)]\nextern crate y;\nlet a = 1;\n```\n");
  EXPECT_EQ(makeProgram(listing),
            "\n#![feature(x)] extern crate y; fn main() {\n\n\nlet a = 1;\n}\n");
}
