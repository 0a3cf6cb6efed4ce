//===- SourceFolder.h - sources for labels to point at ----------*- C++ -*-===//

#pragma once

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <fstream>
#include <string>

namespace linkcheck {

/// A folder of its own for each test, which is the current one meanwhile, so
/// that expected texts hold no path of the machine.
class InSourceFolder : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::current_path(previous));
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("diag-test", folder));
    ASSERT_FALSE(llvm::sys::fs::set_current_path(folder));
  }
  void TearDown() override {
    llvm::sys::fs::set_current_path(previous);
    llvm::sys::fs::remove_directories(folder);
  }
  static void write(const std::string &file, const std::string &text) {
    std::ofstream(file, std::ios::binary) << text;
  }

private:
  llvm::SmallString<128> previous;
  llvm::SmallString<128> folder;
};

} // namespace linkcheck
