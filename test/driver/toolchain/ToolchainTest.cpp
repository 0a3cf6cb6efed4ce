//===- ToolchainTest.cpp - the table of folders, over made-up systems -----===//

#include "driver/toolchain/Toolchain.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class ToolchainTest : public testing::Test {
protected:
  CollectingConsumer messages;
  Diagnostics diags{messages};
  llvm::SmallString<64> root;

  ToolchainTest() { EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("toolchain", root)); }
  ~ToolchainTest() override { llvm::sys::fs::remove_directories(root); }

  void has(llvm::StringRef folder, std::initializer_list<const char *> names) {
    for (const char *name : names) {
      std::string path = (root + folder + "/" + name).str();
      EXPECT_FALSE(llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path)));
      std::error_code error;
      llvm::raw_fd_ostream(path, error) << "";
      EXPECT_FALSE(error);
    }
  }
  void hasC(llvm::StringRef folder) { has(folder, {"Scrt1.o", "rcrt1.o", "crti.o", "crtn.o"}); }
  void hasGcc(llvm::StringRef folder) { has(folder, {"crtbeginS.o", "crtendS.o"}); }

  std::optional<Toolchain> find(llvm::StringRef triple,
                                RuntimeKind kind = RuntimeKind::DynamicExecutable) {
    auto toolchain = findToolchain(*findTarget(triple), kind, root, diags);
    if (toolchain)
      for (auto *files :
           {&toolchain->startFiles, &toolchain->endFiles, &toolchain->libraryDirectories})
        for (std::string &file : *files)
          file = file.substr(root.size());
    return toolchain;
  }
};

using Paths = std::vector<std::string>;

} // namespace

TEST_F(ToolchainTest, FindsDebiansFiles) {
  hasC("/usr/lib/x86_64-linux-gnu");
  hasGcc("/usr/lib/gcc/x86_64-linux-gnu/12");
  auto toolchain = find("x86_64-unknown-linux-gnu");
  ASSERT_TRUE(toolchain);
  EXPECT_EQ(toolchain->startFiles,
            (Paths{"/usr/lib/x86_64-linux-gnu/Scrt1.o", "/usr/lib/x86_64-linux-gnu/crti.o",
                   "/usr/lib/gcc/x86_64-linux-gnu/12/crtbeginS.o"}));
  EXPECT_EQ(toolchain->endFiles, (Paths{"/usr/lib/gcc/x86_64-linux-gnu/12/crtendS.o",
                                        "/usr/lib/x86_64-linux-gnu/crtn.o"}));
  EXPECT_EQ(toolchain->libraryDirectories.at(0), "/usr/lib/gcc/x86_64-linux-gnu/12");
  EXPECT_EQ(toolchain->libraryDirectories.at(1), "/usr/lib/x86_64-linux-gnu");
}

TEST_F(ToolchainTest, ASharedLibraryHasNoStartOfItsOwn) {
  hasC("/usr/lib/x86_64-linux-gnu");
  hasGcc("/usr/lib/gcc/x86_64-linux-gnu/12");
  auto toolchain = find("x86_64-unknown-linux-gnu", RuntimeKind::SharedLibrary);
  ASSERT_TRUE(toolchain);
  EXPECT_EQ(toolchain->startFiles.size(), 2u);
}

// 9 comes after 12 in the alphabet, and a removed gcc leaves its folder behind.
TEST_F(ToolchainTest, TakesTheHighestCompleteVersionOfGcc) {
  hasC("/usr/lib/x86_64-linux-gnu");
  for (const char *version : {"9", "12", "11.4.0"})
    hasGcc(std::string("/usr/lib/gcc/x86_64-linux-gnu/") + version);
  has("/usr/lib/gcc/x86_64-linux-gnu/14", {"libgcc.a"});
  has("/usr/lib/gcc/x86_64-linux-gnu/plugins", {"crtbeginS.o"});
  auto toolchain = find("x86_64-unknown-linux-gnu");
  ASSERT_TRUE(toolchain);
  EXPECT_EQ(toolchain->startFiles.at(2), "/usr/lib/gcc/x86_64-linux-gnu/12/crtbeginS.o");
}

TEST_F(ToolchainTest, FindsCrossCompilersFiles) {
  hasC("/usr/aarch64-linux-gnu/lib");
  hasGcc("/usr/lib/gcc-cross/aarch64-linux-gnu/12");
  auto toolchain = find("aarch64-unknown-linux-gnu");
  ASSERT_TRUE(toolchain);
  EXPECT_EQ(toolchain->startFiles.at(0), "/usr/aarch64-linux-gnu/lib/Scrt1.o");
  EXPECT_EQ(toolchain->startFiles.at(2), "/usr/lib/gcc-cross/aarch64-linux-gnu/12/crtbeginS.o");
}

// Their names say nothing of an architecture.
TEST_F(ToolchainTest, UnnamedFoldersAreTheHostsAlone) {
  hasC("/usr/lib64");
  for (const TargetSpec &target : builtinTargets())
    hasGcc("/usr/lib/gcc/" + llvm::StringRef(target.triple).split('-').first.str() +
           "-redhat-linux/13");
  for (const TargetSpec &target : builtinTargets())
    EXPECT_EQ(find(target.triple).has_value(), target.triple == hostTarget().triple)
        << target.triple;
}

TEST_F(ToolchainTest, AStaticExecutableIsPositionIndependentToo) {
  hasC("/usr/lib/x86_64-linux-musl");
  hasGcc("/usr/lib/gcc/x86_64-linux-gnu/12");
  auto toolchain = find("x86_64-unknown-linux-musl", RuntimeKind::StaticExecutable);
  ASSERT_TRUE(toolchain);
  EXPECT_EQ(toolchain->startFiles.at(0), "/usr/lib/x86_64-linux-musl/rcrt1.o");
}

// Debian has them beside those of glibc, which clang would take.
TEST_F(ToolchainTest, MuslsHeadersAreItsOwn) {
  has("/usr/include", {"stdio.h"});
  const TargetSpec &musl = *findTarget("x86_64-unknown-linux-musl");
  EXPECT_EQ(cHeaderFolders(musl, root), Paths());
  has("/usr/include/x86_64-linux-musl", {"stdio.h"});
  for (const TargetSpec &target : builtinTargets())
    EXPECT_EQ(cHeaderFolders(target, root),
              target.isMusl() && !hostTarget().isMusl()
                  ? Paths{(root + "/usr/include/x86_64-linux-musl").str()}
                  : Paths());
}

TEST_F(ToolchainTest, SaysWhatIsMissingAndWhereItLooked) {
  hasGcc("/usr/lib/gcc-cross/riscv64-linux-gnu/12");
  EXPECT_FALSE(find("riscv64-unknown-linux-gnu"));
  ASSERT_EQ(messages.diagnostics.size(), 1u);
  const Diagnostic &message = messages.diagnostics[0];
  EXPECT_EQ(message.code, Code::C06);
  EXPECT_EQ(message.message, "cannot find `Scrt1.o`, `crti.o`, `crtn.o` of the C toolchain for "
                             "`riscv64-unknown-linux-gnu`");
  std::string r = root.str().str();
  EXPECT_EQ(message.attachments.at(0).message,
            "looked for the C library's files in " + r + "/usr/lib/riscv64-linux-gnu, " + r +
                "/lib/riscv64-linux-gnu, " + r + "/usr/riscv64-linux-gnu/lib");
  EXPECT_EQ(message.attachments.at(1).message,
            "gcc's files are in " + r + "/usr/lib/gcc-cross/riscv64-linux-gnu/12");
  EXPECT_EQ(message.attachments.at(2).message,
            "install a cross compiler for the target (Debian: `apt install "
            "gcc-riscv64-linux-gnu`)");
}

TEST_F(ToolchainTest, NamesThePatternsWhereThereIsNoGcc) {
  hasC("/usr/lib/aarch64-linux-gnu");
  EXPECT_FALSE(find("aarch64-unknown-linux-gnu"));
  ASSERT_EQ(messages.diagnostics.size(), 1u);
  EXPECT_NE(messages.diagnostics[0].attachments.at(1).message.find(
                "/usr/lib/gcc/{aarch64-linux-gnu,aarch64-redhat-linux,"),
            std::string::npos)
      << messages.diagnostics[0].attachments.at(1).message;
}

TEST(ClangVersion, IsReadFromWhatClangPrints) {
  EXPECT_EQ(parseClangVersion("Debian clang version 14.0.6\nTarget: x86_64"), 14u);
  EXPECT_EQ(parseClangVersion("clang version 19.1.7 (https://github.com/...)"), 19u);
  EXPECT_EQ(parseClangVersion("Apple clang version 15.0.0 (clang-1500.3.9.4)"), std::nullopt);
  EXPECT_EQ(parseClangVersion("gcc (Debian 12.2.0) 12.2.0"), std::nullopt);
}
