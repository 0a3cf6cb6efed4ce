//===- OutputTest.cpp - names of outputs, and how they are written --------===//

#include "driver/Output.h"

#include "DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

/// Runs in a folder of the test's own.
class Output : public DriverFixture {
protected:
  using Types = std::vector<CrateType>;
  static constexpr CrateType exe = CrateType::Executable;

  llvm::SmallString<128> before;

  Output() {
    EXPECT_FALSE(llvm::sys::fs::current_path(before));
    EXPECT_FALSE(llvm::sys::fs::set_current_path(folder));
  }
  ~Output() override { EXPECT_FALSE(llvm::sys::fs::set_current_path(before)); }

  std::string artifact(Names words, CrateType type, const Types &types) {
    parse(std::move(words));
    return artifactPath(session(), {"main", "main"}, types, type);
  }
  std::string artifact(Names words, CrateType type = exe) {
    return artifact(std::move(words), type, {type});
  }
  std::string emitted(Names words, EmitKind kind, const std::string &stem = "") {
    parse(std::move(words));
    return emittedPath(session(), {"main", "main"}, kind, stem);
  }
  /// Whether the outputs are right, and nothing or `warning` is said.
  bool check(Names words, const Types &types = {exe}, size_t units = 1) {
    messages.diagnostics.clear();
    parse(std::move(words));
    std::vector<std::string> stems = {""};
    if (units > 1)
      stems.clear();
    while (stems.size() < units)
      stems.push_back(std::string(1, char('a' + stems.size())));
    return checkOutputs(session(), {"main", "main"}, types, stems, diags);
  }

  static constexpr const char *adapted =
      "due to multiple output types requested, the explicitly specified output file name will be "
      "adapted for each output type\n";
};

} // namespace

TEST_F(Output, ArtifactsHaveRustcsNames) {
  const std::tuple<CrateType, const char *, const char *> rows[] = {
      {CrateType::Executable, "main", "main-1"},
      {CrateType::Rlib, "libmain.rlib", "libmain-1.rlib"},
      {CrateType::Dylib, "libmain.so", "libmain-1.so"},
      {CrateType::Cdylib, "libmain.so", "libmain-1.so"},
      {CrateType::Staticlib, "libmain.a", "libmain-1.a"}};
  for (auto [type, plain, extra] : rows) {
    EXPECT_EQ(artifact({}, type), plain);
    EXPECT_EQ(artifact({"-C", "extra-filename=-1"}, type), extra);
    EXPECT_EQ(artifact({"--out-dir", "d/e"}, type), std::string("d/e/") + plain);
    EXPECT_EQ(artifact({"--out-dir", "d/", "-Cextra-filename=-1"}, type),
              std::string("d/") + extra);
    EXPECT_EQ(artifact({"--out-dir", "."}, type), plain);
    EXPECT_EQ(artifact({"-o", "d/named.x"}, type), "d/named.x");
    EXPECT_EQ(artifact({"-o", "named", "-C", "extra-filename=-1"}, type), "named");
    EXPECT_EQ(artifact({"-o", "named", "--emit", "link,dep-info"}, type), "named");
    EXPECT_EQ(artifact({"--emit", "link=d/x"}, type), "d/x");
    EXPECT_EQ(artifact({"--emit", "link=x", "-o", "y", "--out-dir", "z"}, type), "x");
    EXPECT_EQ(artifact({"--emit", "link,obj=y.o", "-o", "x"}, type), "x");
  }
}

TEST_F(Output, OfSeveralTypesTheOutputOptionNamesTheFolder) {
  Types types = {exe, CrateType::Rlib};
  for (const Names &words : {Names{"-o", "d/named"}, {"--emit=link", "-o", "d/named"}}) {
    EXPECT_EQ(artifact(words, exe, types), "d/main");
    EXPECT_EQ(artifact(words, CrateType::Rlib, types), "d/libmain.rlib");
  }
  EXPECT_EQ(artifact({"-o", "d/named", "--out-dir", "e"}, CrateType::Rlib, types),
            "e/libmain.rlib");
  EXPECT_EQ(artifact({"-o", "named"}, CrateType::Rlib, types), "libmain.rlib");
}

TEST_F(Output, EmittedFilesHaveRustcsNames) {
  const std::tuple<const char *, EmitKind, const char *, const char *> rows[] = {
      {"asm", EmitKind::Asm, "", ".s"},          {"llvm-bc", EmitKind::LlvmBitcode, "", ".bc"},
      {"llvm-ir", EmitKind::LlvmIr, "", ".ll"},  {"obj", EmitKind::Object, "", ".o"},
      {"dep-info", EmitKind::DepInfo, "", ".d"}, {"metadata", EmitKind::Metadata, "lib", ".rmeta"}};
  for (auto [word, kind, prefix, ending] : rows) {
    std::string plain = std::string(prefix) + "main" + ending;
    EXPECT_EQ(emitted({"--emit", word}, kind), plain);
    EXPECT_EQ(emitted({"--emit", word, "-C", "extra-filename=-1"}, kind),
              std::string(prefix) + "main-1" + ending);
    EXPECT_EQ(emitted({"--emit", word, "--out-dir", "d"}, kind), "d/" + plain);
    EXPECT_EQ(emitted({"--emit", std::string(word) + "=d/x.y"}, kind), "d/x.y");
    EXPECT_EQ(emitted({"--emit", std::string(word) + "=x", "-o", "y", "--out-dir", "z"}, kind),
              "x");
    // Beside the artifact and with its name.
    EXPECT_EQ(emitted({"--emit", std::string("link,") + word, "-o", "d/named.x"}, kind),
              std::string("d/named") + ending);
  }
}

TEST_F(Output, TheOnlyOutputHasTheNameOfTheOutputOption) {
  for (auto [word, kind] : {std::pair{"asm", EmitKind::Asm},
                            {"llvm-bc", EmitKind::LlvmBitcode},
                            {"llvm-ir", EmitKind::LlvmIr},
                            {"obj", EmitKind::Object},
                            {"metadata", EmitKind::Metadata},
                            {"dep-info", EmitKind::DepInfo}}) {
    EXPECT_EQ(emitted({"--emit", word, "-o", "d/named.x"}, kind), "d/named.x") << word;
    // The artifact's path is given, so one output is left to name.
    EXPECT_EQ(emitted({"--emit", std::string("link=a,") + word, "-o", "named"}, kind),
              kind == EmitKind::DepInfo ? "named.d" : "named")
        << word;
  }
}

TEST_F(Output, FilesOfSeveralInputsAreToldApart) {
  EXPECT_EQ(emitted({"--emit", "obj"}, EmitKind::Object, "a"), "main.a.o");
  EXPECT_EQ(emitted({"--emit", "asm", "-Cextra-filename=-1", "--out-dir", "d"}, EmitKind::Asm, "b"),
            "d/main-1.b.s");
  EXPECT_EQ(emitted({"--emit", "obj", "-o", "d/named.o"}, EmitKind::Object, "a"), "d/main.a.o");
  EXPECT_NE(emitted({"--emit", "obj=x.o"}, EmitKind::Object, "a"),
            emitted({"--emit", "obj=x.o"}, EmitKind::Object, "b"));
}

// Everything goes to one folder: that of `--out-dir`, else that of `-o`.
TEST_F(Output, TheOutputFolderIsOneForAll) {
  Names words = {"--emit", "link,obj,asm", "--out-dir", "d", "-o", "e/named"};
  EXPECT_EQ(llvm::sys::path::parent_path(artifact(words)), "d");
  EXPECT_EQ(llvm::sys::path::parent_path(emitted(words, EmitKind::Object)), "d");
}

// rustc: the name is "adapted", so the executable still has it.
TEST_F(Output, AnExecutableAmongSeveralOutputsKeepsItsName) {
  EXPECT_EQ(artifact({"--emit", "link,obj", "-o", "d/named"}), "d/named");
  EXPECT_EQ(emitted({"--emit", "link,obj", "-o", "d/named"}, EmitKind::Object), "d/named.o");
}

TEST_F(Output, AnOutputOptionThatCannotBeFollowedIsWarnedAbout) {
  for (const Names &words :
       {Names{"--emit", "link,obj", "-o", "x"}, {"--emit", "asm,llvm-ir", "-o", "x"}}) {
    EXPECT_TRUE(check(words));
    EXPECT_EQ(said(), adapted);
  }
  EXPECT_TRUE(check({"-o", "x"}, {exe, CrateType::Rlib}));
  EXPECT_EQ(said(), adapted);
  EXPECT_TRUE(check({"--emit", "obj", "-o", "x"}, {exe}, 2));
  EXPECT_EQ(said(), adapted);
  for (const Names &words : {Names{"-o", "x"},
                             {"--emit", "link,dep-info", "-o", "x"},
                             {"--emit", "obj", "-o", "x"},
                             {"--emit", "link,obj=y", "-o", "x"},
                             {"--emit", "link,obj"}}) {
    EXPECT_TRUE(check(words));
    EXPECT_EQ(said(), "");
  }
  EXPECT_TRUE(check({"-o", "x"}, {exe}, 3));
  EXPECT_EQ(said(), "");
  EXPECT_EQ(diags.errorCount(), 0u);
}

TEST_F(Output, ADylibAndACdylibCollide) {
  EXPECT_FALSE(check({}, {CrateType::Cdylib, CrateType::Dylib}));
  EXPECT_EQ(said(), "C02 a dylib and a cdylib of one crate would both be written to `libmain.so`\n"
                    "  make them in two runs, with `-C extra-filename` or another `--out-dir`\n");
}

TEST_F(Output, AFolderIsNotOverwritten) {
  ASSERT_FALSE(llvm::sys::fs::create_directory("main"));
  EXPECT_FALSE(check({"main.c"}));
  EXPECT_EQ(said(),
            "C02 the generated executable for the input file \"main.c\" conflicts with the "
            "existing directory \"main\"\n  name another output with `-o` or `--out-dir`\n");
  EXPECT_TRUE(check({"main.c", "-o", "other"}));
  EXPECT_FALSE(check({"main.c", "-o", "."}));
}

TEST_F(Output, AnInputIsNotOverwrittenByTheArtifact) {
  write("main.c", "");
  ASSERT_FALSE(llvm::sys::fs::create_link("main.c", "link"));
  for (const char *output : {"main.c", "./main.c", "link"}) {
    EXPECT_FALSE(check({"main.c", "-o", output}));
    EXPECT_EQ(said(), "C02 the input file \"main.c\" would be overwritten by the generated "
                      "executable\n  name another output with `-o` or `--out-dir`\n");
  }
  EXPECT_TRUE(check({"main.c", "-o", "main.d"}));
  EXPECT_TRUE(check({"main.c"}, {CrateType::Staticlib}));
}

TEST_F(Output, AnInputIsNotOverwrittenByAnEmittedFile) {
  write("main.ll", "");
  write("main.o", "");
  for (const Names &words : {Names{"main.ll", "--emit", "llvm-ir"},
                             {"main.ll", "--emit", "llvm-ir,link", "-o", "main"},
                             {"main.ll", "--emit", "obj", "-o", "main.ll"},
                             {"main.ll", "--emit", "asm=./main.ll"},
                             {"main.o", "--emit", "obj"},
                             {"main.o", "--emit", "metadata=main.o"},
                             {"main.o", "--emit", "dep-info=main.o,link"}}) {
    EXPECT_FALSE(check(words)) << words.back();
    EXPECT_TRUE(says("would be overwritten by the generated")) << words.back();
  }
  EXPECT_TRUE(check({"main.ll", "--emit", "llvm-ir", "--out-dir", "d"})) << said();
}

// Nor is a folder in the way of what nobody asked for.
TEST_F(Output, OnlyWhatIsWrittenIsChecked) {
  ASSERT_FALSE(llvm::sys::fs::create_directory("main"));
  EXPECT_TRUE(check({"--emit", "obj"})) << said();
  EXPECT_TRUE(check({"--emit", "obj"}, {CrateType::Dylib, CrateType::Cdylib})) << said();
  ASSERT_FALSE(llvm::sys::fs::create_directory("main.o"));
  EXPECT_FALSE(check({"main.c", "--emit", "obj"}));
}

// rustc's warnings where `-o` is followed, and another option is not.
TEST_F(Output, WhatTheOutputOptionOverridesIsWarnedAbout) {
  EXPECT_TRUE(check({"-o", "x", "--out-dir", "d"}));
  EXPECT_EQ(said(), "ignoring --out-dir flag due to -o flag\n");
  EXPECT_TRUE(check({"-o", "x", "-C", "extra-filename=-1"}));
  EXPECT_EQ(said(), "ignoring -C extra-filename flag due to -o flag\n");
}

// Only a library is called after the crate: a program keeps the source's hyphens.
TEST_F(Output, ProgramsAreCalledAfterTheirSource) {
  parse({});
  OutputNames names = {"a_b", "a-b"};
  EXPECT_EQ(artifactPath(session(), names, {exe}, exe), "a-b");
  EXPECT_EQ(artifactPath(session(), names, {CrateType::Rlib}, CrateType::Rlib), "liba_b.rlib");
  EXPECT_EQ(emittedPath(session(), names, EmitKind::Object, ""), "a-b.o");
  EXPECT_EQ(emittedPath(session(), names, EmitKind::Metadata, ""), "liba_b.rmeta");
}

TEST_F(Output, TheFolderIsMade) {
  parse({"-o", "none/x"});
  EXPECT_TRUE(prepareOutputDirectory(session(), diags));
  EXPECT_EQ(files(), Names());
  parse({"--out-dir", "a/b/c"});
  EXPECT_TRUE(prepareOutputDirectory(session(), diags));
  EXPECT_TRUE(prepareOutputDirectory(session(), diags));
  EXPECT_TRUE(llvm::sys::fs::is_directory("a/b/c"));
  write("file", "");
  parse({"--out-dir", "file/b"});
  EXPECT_FALSE(prepareOutputDirectory(session(), diags));
  EXPECT_EQ(said(), "C01 failed to create the output folder `file/b`: Not a directory\n");
}

TEST_F(Output, FilesAreReplacedWhole) {
  for (const std::string &contents :
       {std::string("new"), std::string(), std::string("a\0b\n", 4), std::string(3'000'000, 'x')}) {
    write("file", "before, and longer than some");
    EXPECT_TRUE(writeFileAtomically("file", contents, diags)) << said();
    EXPECT_EQ(read("file"), contents);
    EXPECT_EQ(files(), Names{"file"});
  }
}

TEST_F(Output, AFileThatCannotBeWrittenIsSaid) {
  EXPECT_FALSE(writeFileAtomically("none/file", "new", diags));
  ASSERT_FALSE(llvm::sys::fs::create_directory("folder"));
  EXPECT_FALSE(writeFileAtomically("folder", "new", diags));
  EXPECT_EQ(codes(), (std::vector{Code::C01, Code::C01}));
  EXPECT_TRUE(says("cannot write `none/file`: "));
  EXPECT_EQ(files(), Names{"folder"});
}

// As when the disk is full. In a process of its own, since the limit is one of
// the process, and so is what LLVM does about it.
TEST_F(Output, AFailureKeepsTheOldFile) {
  write("file", "before");
  EXPECT_EXIT(
      {
        limitFileSize();
        bool written = writeFileAtomically("file", std::string(1'000'000, 'x'), diags);
        _exit(!written && codes() == std::vector{Code::C01} ? 42 : 1);
      },
      testing::ExitedWithCode(42), "");
  EXPECT_EQ(read("file"), "before");
  EXPECT_EQ(files(), Names{"file"});
}
