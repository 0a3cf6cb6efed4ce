//===- ClangTest.cpp - the arguments for clang -----------------------------===//

#include "driver/native/Clang.h"

#include "../DriverFixture.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class Clang : public DriverFixture {
protected:
  /// For an input of that name.
  Names argumentsFor(const std::string &path, Names words = {}) {
    parse(std::move(words));
    bool object = llvm::StringRef(path).ends_with_insensitive(".s");
    return clangArguments(
        {path, object ? Route::ClangToObject : Route::ClangToBitcode, SourceLanguage::C}, session(),
        "out.x", "deps.d");
  }
  static bool has(const Names &arguments, const Names &wanted) {
    return std::search(arguments.begin(), arguments.end(), wanted.begin(), wanted.end()) !=
           arguments.end();
  }
  static bool hasPrefix(const Names &arguments, llvm::StringRef prefix) {
    return llvm::any_of(arguments, [&](const std::string &word) {
      return llvm::StringRef(word).starts_with(prefix);
    });
  }
};

const char *const compiled[] = {"a.c", "a.cc", "a.cpp", "a.cxx"};
const char *const all[] = {"a.c", "a.cc", "a.cpp", "a.cxx", "a.S", "a.s"};

} // namespace

TEST_F(Clang, EveryInputIsCompiledForTheTargetIntoTheOutput) {
  for (const char *input : all)
    for (const TargetSpec &target : builtinTargets()) {
      Names arguments = argumentsFor(input, {"--target", target.triple});
      EXPECT_TRUE(has(arguments, {"--target=" + target.triple})) << input;
      EXPECT_TRUE(has(arguments, {"-c"})) << input;
      EXPECT_TRUE(has(arguments, {"-o", "out.x"})) << input;
    }
}

TEST_F(Clang, TheProcessorIsTheTargets) {
  for (const char *input : compiled) {
    Names arguments = argumentsFor(input, {"--target=riscv64-unknown-linux-gnu"});
    EXPECT_TRUE(has(arguments, {"-Xclang", "-target-cpu", "-Xclang", "generic-rv64"}));
    EXPECT_TRUE(has(arguments, {"-Xclang", "-target-feature", "-Xclang", "+zicsr"}));
    EXPECT_TRUE(has(arguments, {"-Xclang", "-target-abi", "-Xclang", "lp64d"}));
    arguments = argumentsFor(input, {"--target=x86_64-unknown-linux-gnu", "-C",
                                     "target-cpu=x86-64-v3", "-Ctarget-feature=+bmi1"});
    EXPECT_TRUE(has(arguments, {"-Xclang", "-target-cpu", "-Xclang", "x86-64-v3"}));
    EXPECT_TRUE(has(arguments, {"-Xclang", "-target-feature", "-Xclang", "+bmi"}));
  }
  // clang would warn of it.
  EXPECT_FALSE(has(argumentsFor("a.s"), {"-target-cpu"}));
}

// Whatever the input is called, it is no option.
TEST_F(Clang, TheInputIsLastBehindTwoHyphens) {
  for (const char *input : {"a.c", "-a.c", "--help.s", "@a.S", "a b.cc"}) {
    Names arguments = argumentsFor(input, {"-C", "clang-arg=-DX"});
    ASSERT_GE(arguments.size(), 2u);
    EXPECT_EQ(Names(arguments.end() - 2, arguments.end()), (Names{"--", input}));
    EXPECT_EQ(llvm::count(arguments, "--"), 1);
  }
}

TEST_F(Clang, CAndCxxBecomeBitcodeThatIsNotOptimised) {
  for (const char *input : compiled)
    for (const char *level : {"0", "1", "2", "3", "s", "z"}) {
      Names arguments = argumentsFor(input, {"-C", std::string("opt-level=") + level});
      EXPECT_TRUE(has(arguments, {"-emit-llvm"}));
      EXPECT_TRUE(has(arguments, {std::string("-O") + level}));
      EXPECT_TRUE(has(arguments, {"-Xclang", "-disable-llvm-passes"}));
      EXPECT_TRUE(has(arguments, {"-fPIC"}));
    }
}

TEST_F(Clang, AssemblyBecomesAnObject) {
  for (const char *input : {"a.s", "a.S"}) {
    Names arguments = argumentsFor(input, {"-O"});
    EXPECT_FALSE(has(arguments, {"-emit-llvm"})) << input;
    EXPECT_FALSE(has(arguments, {"-disable-llvm-passes"})) << input;
  }
}

TEST_F(Clang, WhatIsPreprocessedFindsTheHeadersAndListsWhatItRead) {
  for (const char *input : {"a.c", "a.cc", "a.cpp", "a.cxx", "a.S"}) {
    Names arguments = argumentsFor(input, {"--sysroot", "/s"});
    EXPECT_TRUE(has(arguments, {"-isystem", "/s/lib/cratec/include"})) << input;
    EXPECT_TRUE(has(arguments, {"-MD", "-MF", "deps.d"})) << input;
    EXPECT_TRUE(has(arguments, {"-fno-caret-diagnostics"})) << input;
    EXPECT_TRUE(has(arguments, {"-fno-color-diagnostics"})) << input;
  }
  Names plain = argumentsFor("a.s");
  for (const char *word : {"-isystem", "-MD", "-MF", "-fPIC"})
    EXPECT_FALSE(has(plain, {word})) << word;
}

TEST_F(Clang, DebugInformationIsAsMuchAsAskedForAndNamesNoFolder) {
  for (const char *input : all) {
    EXPECT_FALSE(hasPrefix(argumentsFor(input), "-g")) << input;
    EXPECT_TRUE(has(argumentsFor(input, {"-C", "debuginfo=1"}), {"-gline-tables-only"})) << input;
    EXPECT_TRUE(has(argumentsFor(input, {"-g"}), {"-g"})) << input;
    for (const char *level : {"debuginfo=1", "debuginfo=2"})
      EXPECT_TRUE(has(argumentsFor(input, {"-C", level}), {"-fdebug-compilation-dir=."})) << input;
  }
}

// Otherwise the bytes depend on where the source lies.
TEST_F(Clang, FoldersAreHidden) {
  llvm::SmallString<128> current;
  ASSERT_FALSE(llvm::sys::fs::current_path(current));
  auto isHidden = [](const Names &arguments, const std::string &folder) {
    return has(arguments, {"-ffile-prefix-map=" + folder + "=."}) ||
           has(arguments, {"-fdebug-prefix-map=" + folder + "=."});
  };
  for (const std::string name : all) {
    EXPECT_TRUE(isHidden(argumentsFor(name, {"-g"}), current.str().str())) << name;
    Names elsewhere = argumentsFor("/nowhere/else/" + name, {"-g"});
    EXPECT_TRUE(isHidden(elsewhere, current.str().str())) << name;
    EXPECT_TRUE(isHidden(elsewhere, "/nowhere/else")) << name;
  }
}

TEST_F(Clang, ArgumentsOfTheUserComeLast) {
  Names arguments =
      argumentsFor("a.c", {"-C", "clang-arg=-O3", "-Cclang-arg=-D", "-C", "clang-arg=X=1"});
  EXPECT_TRUE(has(arguments, {"-O3", "-D", "X=1", "-o", "out.x", "--", "a.c"}));
}
