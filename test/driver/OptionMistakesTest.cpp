//===- OptionMistakesTest.cpp - what is said of a wrong command line ------===//

#include "DriverFixture.h"
#include "driver/CodegenTable.h"

#include <llvm/ADT/StringMap.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class OptionMistakes : public DriverFixture {
protected:
  using Words = std::vector<std::string>;

  /// The one message that the words lead to.
  std::string mistake(Words words) {
    messages.diagnostics.clear();
    parseOptions(std::move(words), diags);
    EXPECT_EQ(messages.diagnostics.size(), 1u) << said();
    for (const Diagnostic &message : messages.diagnostics)
      EXPECT_EQ(message.code, Code::C02);
    return messages.diagnostics.empty() ? "" : messages.diagnostics[0].message;
  }
};

} // namespace

TEST_F(OptionMistakes, UnknownWordsInValues) {
  const std::pair<Words, const char *> rows[] = {
      {{"--crate-type", "rlib,exe"},
       "unknown crate type: `exe`, expected one of: bin, lib, rlib, dylib, cdylib, staticlib"},
      {{"--crate-type=rlib,"},
       "unknown crate type: ``, expected one of: bin, lib, rlib, dylib, cdylib, staticlib"},
      {{"--emit", "object=x"},
       "unknown emission type: `object` - expected one of: asm, llvm-bc, llvm-ir, obj, metadata, "
       "dep-info, link"},
      {{"--print", "crates"},
       "unknown print request: `crates`, expected one of: allocator, cfg, code-models, "
       "crate-graph, crate-name, file-names, host-tuple, link-args, native-static-libs, "
       "relocation-models, split-debuginfo, sysroot, target-cpus, target-features, "
       "target-libdir, target-list, target-spec-json"},
      {{"--extern", "a-b=x"},
       "crate name `a-b` passed to `--extern` is not a valid ASCII identifier; consider replacing "
       "the dashes with underscores: `a_b`"},
      {{"--extern", "=x"}, "crate name `` passed to `--extern` is not a valid ASCII identifier"},
      {{"-L", ""}, "empty search path given via `-L`"},
      {{"-Lnative="}, "empty search path given via `-L`"},
      {{"-l", "framework=x"}, "library kind `framework` is only supported on Apple targets"},
      {{"--error-format", "sarif"},
       "argument for `--error-format` must be `human`, `json` or `short` (instead was `sarif`)"},
      {{"--color=yes"}, "argument for `--color` must be auto, always or never (instead was `yes`)"},
      {{"-Z", "nonsense=x"}, "unknown unstable option: `nonsense`"},
      {{"-Zdump=plan,nothing"},
       "unknown product `nothing` for `-Z dump`, expected one of: options, declarations, crate, "
       "graph, allocator, linkage, metadata, plan"},
      {{"-Zdump"},
       "unknown product `` for `-Z dump`, expected one of: options, declarations, crate, graph, "
       "allocator, linkage, metadata, plan"},
  };
  for (const auto &[words, message] : rows)
    EXPECT_EQ(mistake(words), message);
}

// A warning only: what was meant keeps its level. What rustc knows is no mistake.
TEST_F(OptionMistakes, ALintThatNobodyKnows) {
  for (const char *name : {"-A", "-W", "-D", "-F", "--allow", "--warn", "--deny", "--forbid"}) {
    messages.diagnostics.clear();
    parseOptions({name, "unusd", name, "unused", name, "dead-code"}, diags);
    EXPECT_EQ(codes(), std::vector{Code::E0602});
    EXPECT_TRUE(says("unknown lint: `unusd`"));
  }
  EXPECT_EQ(diags.errorCount(), 0u);
}

TEST_F(OptionMistakes, OfCodegenOptions) {
  for (const std::string name : {"-C", "--codegen"}) {
    EXPECT_EQ(mistake({name, "nonsense=3"}), "unknown codegen option: `nonsense`");
    EXPECT_EQ(mistake({name, ""}), "unknown codegen option: ``");
    for (const char *level : {"4", "", "23"})
      EXPECT_EQ(mistake({name, std::string("opt-level=") + level}),
                std::string("optimization level needs to be between 0-3, s or z (instead was `") +
                    level + "`)");
    EXPECT_EQ(mistake({name, "extra-filename=a/b"}),
              "codegen option `extra-filename`: `a/b` cannot be part of a file name");
  }
}

// Every option that takes any kind of value but free text, with one of another kind.
TEST_F(OptionMistakes, ACodegenOptionWithAValueOfAnotherKind) {
  for (const CodegenRow &row : codegenTable()) {
    bool anyText = row.expected == "a string" || row.expected == "a path" ||
                   row.expected == "a space-separated list of strings";
    if (anyText || row.name == "linker-plugin-lto")
      continue;
    EXPECT_EQ(mistake({"-C", row.name.str() + "=maybe"}),
              "incorrect value `maybe` for codegen option `" + row.name.str() + "` - " +
                  row.expected.str() + " was expected");
  }
}

TEST_F(OptionMistakes, ACodegenOptionWithoutItsArgument) {
  unsigned needOne = 0;
  for (const CodegenRow &row : codegenTable()) {
    if (row.argument.empty())
      continue;
    ++needOne;
    EXPECT_EQ(mistake({"-C", row.name.str()}), "codegen option `" + row.name.str() + "` requires " +
                                                   row.expected.str() + " (`-C " + row.name.str() +
                                                   "=<value>`)");
  }
  EXPECT_GT(needOne, 20u);
}

TEST_F(OptionMistakes, TheCodegenTableIsSorted) {
  EXPECT_TRUE(llvm::is_sorted(
      codegenTable(), [](const CodegenRow &a, const CodegenRow &b) { return a.name < b.name; }));
}

TEST_F(OptionMistakes, WhatMayStandOnce) {
  for (const char *name : {"--crate-name", "-o", "--out-dir", "--target", "--sysroot", "--explain"})
    EXPECT_EQ(mistake({name, "a", name, "b"}), std::string("Option '") +
                                                   llvm::StringRef(name).ltrim('-').str() +
                                                   "' given more than once");
}

TEST_F(OptionMistakes, JsonNeedsItsFormat) {
  EXPECT_EQ(mistake({"--json", "artifacts"}),
            "using `--json` requires also using `--error-format=json`");
  EXPECT_EQ(mistake({"--error-format=json", "--json", "artifact"}),
            "unknown `--json` option `artifact`");
}

TEST_F(OptionMistakes, UnknownOptionsAreNamedWithoutTheirValues) {
  EXPECT_EQ(mistake({"--nonsense", "main.c"}), "Unrecognized option: 'nonsense'");
  EXPECT_EQ(mistake({"main.c", "--nonsense=a=b"}), "Unrecognized option: 'nonsense'");
  EXPECT_EQ(mistake({"-q"}), "Unrecognized option: 'q'");
  EXPECT_EQ(mistake({"--crate-nam", "x"}), "Unrecognized option: 'crate-nam'");
  EXPECT_EQ(mistake({"--Crate-Name", "x"}), "Unrecognized option: 'Crate-Name'");
  EXPECT_EQ(mistake({"--crate_name", "x"}), "Unrecognized option: 'crate_name'");
}

TEST_F(OptionMistakes, EachUnknownOptionIsSaid) {
  parseOptions({"--one", "-q", "main.c", "--three"}, diags);
  EXPECT_EQ(diags.errorCount(), 3u) << said();
  for (const char *text :
       {"Unrecognized option: 'one'", "Unrecognized option: 'q'", "Unrecognized option: 'three'"})
    EXPECT_TRUE(says(text));
}

TEST_F(OptionMistakes, EveryOptionThatTakesAValueNeedsOne) {
  const llvm::StringMap<llvm::StringRef> longNames = {{"-C", "--codegen"},
                                                      {"-A", "--allow"},
                                                      {"-W", "--warn"},
                                                      {"-D", "--deny"},
                                                      {"-F", "--forbid"}};
  for (const char *name : {"--crate-name",
                           "--crate-type",
                           "-o",
                           "--out-dir",
                           "--emit",
                           "--extern",
                           "-L",
                           "-l",
                           "-C",
                           "--codegen",
                           "--allocator",
                           "--crate-attr",
                           "--target",
                           "--sysroot",
                           "--print",
                           "--explain",
                           "--error-format",
                           "--color",
                           "-A",
                           "--allow",
                           "-W",
                           "--warn",
                           "-D",
                           "--deny",
                           "-F",
                           "--forbid",
                           "-Z"}) {
    std::string message = mistake({"main.c", name});
    // CLI11 knows an option by its long name.
    std::string known = longNames.lookup(name).empty() ? name : longNames.lookup(name).str();
    EXPECT_EQ(message,
              "Argument to option '" + llvm::StringRef(known).ltrim('-').str() + "' missing");
  }
}

TEST_F(OptionMistakes, AFlagTakesNoValue) {
  for (const char *word : {"--verbose=false", "--version=no", "--verbose=2"})
    EXPECT_NE(mistake({word}), "") << word;
}

TEST_F(OptionMistakes, AllAreSaid) {
  Options options = parseOptions({"--crate-type", "x", "main.c", "-C", "y", "-L", "", "--color",
                                  "blue", "--crate-name", "kept"},
                                 diags);
  EXPECT_EQ(diags.errorCount(), 4u) << said();
  EXPECT_EQ(options.crateName, "kept");
}

// Also those that are not about unknown options or missing arguments.
TEST_F(OptionMistakes, AllAreSaidBesideAnUnknownOption) {
  parseOptions({"--crate-type", "x", "--nonsense", "-C", "y"}, diags);
  EXPECT_TRUE(says("Unrecognized option: 'nonsense'"));
  EXPECT_TRUE(says("unknown crate type: `x`"));
  EXPECT_TRUE(says("unknown codegen option: `y`"));
}
TEST_F(OptionMistakes, AllAreSaidBesideAMissingArgument) {
  parseOptions({"--crate-type", "x", "-C", "y", "--nonsense", "-o"}, diags);
  EXPECT_TRUE(says("Argument to option 'o' missing"));
  EXPECT_TRUE(says("unknown crate type: `x`"));
  EXPECT_TRUE(says("unknown codegen option: `y`"));
}

// Tools that asked for JSON get JSON, whatever else is wrong.
TEST_F(OptionMistakes, FormatAndColourAreUnderstoodAllTheSame) {
  for (const Words &wrong :
       {Words{"--nonsense"}, {"-q"}, {"--crate-type", "x"}, {"-C", "x"}, {"-o"}}) {
    Words words = {"--error-format", "json", "--color=always"};
    words.insert(words.end(), wrong.begin(), wrong.end());
    Options options = parseOptions(words, diags);
    EXPECT_EQ(options.errorFormat, ErrorFormat::Json) << wrong.front();
    EXPECT_EQ(options.colour, ColourChoice::Always) << wrong.front();
  }
  EXPECT_EQ(diags.errorCount(), 5u) << said();
  EXPECT_EQ(parseOptions({"--nonsense", "--error-format=short"}, diags).errorFormat,
            ErrorFormat::Short);
}

TEST_F(OptionMistakes, AResponseFileThatIsNotThere) {
  write("there", "--crate-name\nx\n");
  Options options = parseOptions({"@" + path("none"), "@" + path("there"), "@"}, diags);
  EXPECT_EQ(codes(), (std::vector{Code::C01, Code::C01}));
  EXPECT_TRUE(says("failed to load argument file `" + path("none") + "`: No such file"));
  EXPECT_EQ(options.crateName, "x");
}
