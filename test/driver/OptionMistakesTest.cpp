//===- OptionMistakesTest.cpp - what is said of a wrong command line ------===//

#include "DriverFixture.h"

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
      {{"--print", "crate-graph=svg"},
       "unknown print request: `crate-graph=svg`, expected one of: crate-name, file-names, "
       "sysroot, target-libdir, target-list, target-spec-json, allocator, crate-graph, "
       "crate-graph=text, "
       "crate-graph=dot, link-args"},
      {{"--extern", "a-b=x"},
       "crate name `a-b` passed to `--extern` is not a valid ASCII identifier"},
      {{"--extern", "=x"}, "crate name `` passed to `--extern` is not a valid ASCII identifier"},
      {{"-L", ""}, "empty search path given via `-L`"},
      {{"-Lnative="}, "empty search path given via `-L`"},
      {{"-l", "framework=x"}, "unknown library kind `framework`, expected one of: static, dylib"},
      {{"--error-format", "sarif"},
       "argument for `--error-format` must be one of: human, short, json (instead was `sarif`)"},
      {{"--color=yes"},
       "argument for `--color` must be one of: auto, always, never (instead was `yes`)"},
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
  for (const char *name : {"-A", "-W", "-D", "-F", "--allow", "--warn", "--deny", "--forbid"})
    EXPECT_EQ(mistake({name, "unused"}),
              "unknown lint: `unused`, expected one of: allocator_in_library");
}

TEST_F(OptionMistakes, OfCodegenOptions) {
  for (const std::string name : {"-C", "--codegen"}) {
    EXPECT_EQ(mistake({name, "nonsense=3"}), "unknown codegen option: `nonsense`");
    EXPECT_EQ(mistake({name, ""}), "unknown codegen option: ``");
    EXPECT_EQ(mistake({name, "opt-level=4"}),
              "codegen option `opt-level`: optimization level needs to be between 0-3, s or z "
              "(instead was `4`)");
    EXPECT_EQ(mistake({name, "opt-level="}),
              "codegen option `opt-level`: optimization level needs to be between 0-3, s or z "
              "(instead was ``)");
    EXPECT_EQ(mistake({name, "opt-level=23"}),
              "codegen option `opt-level`: optimization level needs to be between 0-3, s or z "
              "(instead was `23`)");
    EXPECT_EQ(mistake({name, "debuginfo=3"}),
              "codegen option `debuginfo`: debug info level needs to be none, limited, full or 0-2 "
              "(instead was `3`)");
    EXPECT_EQ(mistake({name, "malloc=none"}), "codegen option `malloc`: incorrect value `none`: "
                                              "either `replace` or `keep` was expected");
    EXPECT_EQ(mistake({name, "extra-filename=a/b"}),
              "codegen option `extra-filename`: `a/b` cannot be part of a file name");
    EXPECT_EQ(
        mistake({name, "target-feature=+a,b"}),
        "codegen option `target-feature`: unknown feature `b`: features must begin with a `+` "
        "to enable or `-` to disable it");
    EXPECT_EQ(mistake({name, "target-cpu="}),
              "codegen option `target-cpu`: a processor's name was expected");
    for (const char *option : {"prefer-dynamic", "save-temps"})
      EXPECT_EQ(mistake({name, std::string(option) + "=maybe"}),
                std::string("codegen option `") + option +
                    "`: incorrect value `maybe`: one of y, yes, on, true, n, no, off, false was "
                    "expected");
  }
}

TEST_F(OptionMistakes, ACodegenOptionWithoutItsArgument) {
  const std::pair<const char *, const char *> rows[] = {
      {"clang-arg", "ARG"},  {"debuginfo", "LEVEL"},     {"extra-filename", "TEXT"},
      {"link-arg", "ARG"},   {"malloc", "replace|keep"}, {"metadata", "TEXT"},
      {"opt-level", "LEVEL"}};
  for (const auto &[name, argument] : rows)
    EXPECT_EQ(mistake({"-C", name}), std::string("codegen option `") + name + "` requires " +
                                         argument + " (-C " + name + "=<value>)");
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
    EXPECT_TRUE(llvm::StringRef(message).starts_with("an option's argument is missing: "))
        << message;
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
  EXPECT_TRUE(says("argument is missing"));
  EXPECT_TRUE(says("unknown crate type: `x`"));
  EXPECT_TRUE(says("unknown codegen option: `y`"));
}

// Tools that asked for JSON get JSON, whatever else is wrong.
TEST_F(OptionMistakes, FormatAndColourAreUnderstoodAllTheSame) {
  for (const Words &wrong : {Words{"--nonsense"},
                             {"-q"},
                             {"--crate-type", "x"},
                             {"-C", "x"},
                             {"--color", "always", "-o"}}) {
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
