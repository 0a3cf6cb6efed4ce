//===- SourceFoldersTest.cpp - folder names in outputs ---------------------===//

#include "driver/SourceFolders.h"

#include "DriverFixture.h"

using namespace cratec;

namespace {

/// Runs in the folder `work` of the test's own.
class SourceFolders : public DriverFixture {
protected:
  llvm::SmallString<128> before;
  std::string work;

  SourceFolders() {
    EXPECT_FALSE(llvm::sys::fs::current_path(before));
    for (const char *name : {"work", "work/sub", "worker", "else", "else/sub"})
      EXPECT_FALSE(llvm::sys::fs::create_directory(path(name)));
    enter(path("work"));
    llvm::SmallString<128> current;
    EXPECT_FALSE(llvm::sys::fs::current_path(current));
    work = current.str().str();
  }
  ~SourceFolders() override { EXPECT_FALSE(llvm::sys::fs::set_current_path(before)); }

  void enter(const std::string &folder) {
    EXPECT_FALSE(llvm::sys::fs::set_current_path(folder)) << folder;
  }
};

} // namespace

TEST_F(SourceFolders, OnlyTheCurrentOneOfAnInputInIt) {
  for (const std::string &input : {std::string("a.c"), std::string("sub/a.c"),
                                   std::string("../else/a.c"), work + "/a.c", work + "/sub/a.c"})
    EXPECT_EQ(hiddenFolders(input), Names{work}) << input;
}

TEST_F(SourceFolders, AlsoTheInputsWhereItLiesElsewhere) {
  EXPECT_EQ(hiddenFolders(path("else/a.c")), (Names{work, path("else")}));
  EXPECT_EQ(hiddenFolders(path("else/sub/a.c")), (Names{work, path("else/sub")}));
  // Its name only begins like that of the current one.
  EXPECT_EQ(hiddenFolders(path("worker/a.c")), (Names{work, path("worker")}));
}

// Every path is below the root, so hiding it would hide nothing but the slash.
TEST_F(SourceFolders, NeverTheRoot) {
  EXPECT_EQ(hiddenFolders("/a.c"), Names{work});
  enter("/");
  EXPECT_EQ(hiddenFolders("a.c"), Names());
  EXPECT_EQ(hiddenFolders("/a.c"), Names());
  EXPECT_EQ(hiddenFolders(path("else/a.c")), Names{path("else")});
}

TEST_F(SourceFolders, PathsAreMadeRelative) {
  EXPECT_EQ(hideFolder("a.h", {"a.c"}), "a.h");
  EXPECT_EQ(hideFolder("../else/a.h", {"a.c"}), "../else/a.h");
  EXPECT_EQ(hideFolder(work + "/sub/a.h", {"a.c"}), "sub/a.h");
  EXPECT_EQ(hideFolder(path("else/sub/a.h"), {"a.c", path("else/b.c")}), "sub/a.h");
  // Below none of them.
  EXPECT_EQ(hideFolder(path("else/sub/a.h"), {"a.c"}), "a.h");
  EXPECT_EQ(hideFolder(path("worker/a.h"), {"a.c"}), "a.h");
  EXPECT_EQ(hideFolder("/a.h", {"/a.c"}), "a.h");
  EXPECT_EQ(hideFolder("", {"a.c"}), "");
}

TEST_F(SourceFolders, WhatWasHiddenIsFoundAgain) {
  std::string input = write("else/a.c", "");
  write("else/sub/b.h", "");
  std::string found = findSource("sub/b.h", input);
  EXPECT_TRUE(llvm::sys::fs::equivalent(found, path("else/sub/b.h"))) << found;
  EXPECT_EQ(findSource("missing.h", input), "missing.h");
  EXPECT_EQ(findSource("/x/y.h", input), "/x/y.h");
  EXPECT_EQ(findSource("sub/b.h", "a.c"), "sub/b.h");
  EXPECT_EQ(findSource("", "a.c"), "");
}

// The folder of such an input was not hidden: the path is relative to the
// current one, whatever lies beside the input.
TEST_F(SourceFolders, NothingIsLookedForBesideAnInputBelowTheCurrentFolder) {
  write("work/common.h", "");
  write("work/sub/common.h", "");
  std::string found = findSource("common.h", work + "/sub/a.c");
  EXPECT_TRUE(llvm::sys::fs::equivalent(found, path("work/common.h"))) << found;
}
