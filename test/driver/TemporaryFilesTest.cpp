//===- TemporaryFilesTest.cpp - intermediate files -------------------------===//

#include "driver/TemporaryFiles.h"

#include "DriverFixture.h"

#include <csignal>

using namespace cratec;
using namespace linkcheck;

namespace {

class TemporaryFilesTest : public DriverFixture {
protected:
  WithEnvironment temporaryFolder{"TMPDIR", path("")};
};

} // namespace

TEST_F(TemporaryFilesTest, AreThereUntilTheEnd) {
  {
    TemporaryFiles temporaries("");
    std::vector<std::string> paths;
    for (const char *ending : {"o", "o", "bc"}) {
      std::optional<std::string> made = temporaries.create("a stem", ending, diags);
      ASSERT_TRUE(made) << said();
      uint64_t size = 1;
      EXPECT_FALSE(llvm::sys::fs::file_size(*made, size));
      EXPECT_EQ(size, 0u);
      llvm::StringRef name = llvm::sys::path::filename(*made);
      EXPECT_TRUE(name.starts_with("a stem") && name.ends_with(std::string(".") + ending)) << *made;
      paths.push_back(*made);
    }
    EXPECT_NE(paths[0], paths[1]);
    EXPECT_EQ(files().size(), 3u);
    // One that is gone, or replaced, does not keep the others.
    EXPECT_FALSE(llvm::sys::fs::remove(paths[0]));
    write(llvm::sys::path::filename(paths[1]).str(), "contents");
  }
  EXPECT_EQ(files(), Names());
}

TEST_F(TemporaryFilesTest, StayWhereTheyAreToBeKept) {
  {
    TemporaryFiles temporaries(path("."));
    std::optional<std::string> made = temporaries.create("main", "bc", diags);
    ASSERT_TRUE(made) << said();
    EXPECT_EQ(llvm::sys::path::filename(*made), "main.cratec.bc");
    EXPECT_FALSE(llvm::sys::fs::exists(*made));
    write("main.cratec.bc", "contents");
  }
  EXPECT_EQ(files(), Names{"main.cratec.bc"});
}

TEST_F(TemporaryFilesTest, AFolderThatIsNotThereIsSaid) {
  WithEnvironment nowhere("TMPDIR", path("none"));
  TemporaryFiles temporaries("");
  EXPECT_FALSE(temporaries.create("a", "o", diags));
  EXPECT_EQ(codes(), std::vector{Code::C01});
  EXPECT_TRUE(says("couldn't create a temporary file: No such file or directory\n"
                   "  set TMPDIR to a folder that can be written to"));
}

TEST_F(TemporaryFilesTest, AreRemovedByASignalToo) {
  for (int signal : {SIGTERM, SIGINT, SIGHUP})
    EXPECT_EXIT(
        {
          TemporaryFiles temporaries("");
          temporaries.create("a", "o", diags);
          temporaries.create("b", "o", diags);
          raise(signal);
          _exit(0);
        },
        testing::KilledBySignal(signal), "");
  EXPECT_EQ(files(), Names());
}
