//===- OptionsTest.cpp - what each option is understood as ----------------===//

#include "DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class OptionsTest : public DriverFixture {
protected:
  using Words = std::vector<std::string>;

  /// Parses what must be right.
  Options right(Words words) {
    Options parsed = parseOptions(std::move(words), diags);
    EXPECT_EQ(said(), "");
    return parsed;
  }
  /// Parses `name` with `value` in each way that one may write it.
  std::vector<Options> everySpelling(const std::string &name, const std::string &value) {
    std::vector<Options> all = {right({name, value, "main.c"}), right({"main.c", name, value})};
    all.push_back(right({name + (name.size() == 2 ? "" : "=") + value, "main.c"}));
    for (const Options &options : all)
      EXPECT_EQ(options.inputs, Words{"main.c"}) << name;
    return all;
  }
};

} // namespace

TEST_F(OptionsTest, NothingIsFilledIn) {
  Options options = right({});
  EXPECT_TRUE(options.inputs.empty() && options.crateTypes.empty() && options.emit.empty());
  EXPECT_TRUE(options.externs.empty() && options.searchPaths.empty() &&
              options.nativeLibraries.empty() && options.crateAttributes.empty());
  EXPECT_TRUE(options.prints.empty() && options.dumps.empty());
  EXPECT_FALSE(options.crateName || options.output || options.outputDirectory ||
               options.allocator || options.target || options.sysroot || options.explain ||
               options.help);
  EXPECT_FALSE(options.timePasses || options.verbose || options.version);
  EXPECT_EQ(options.codegen.optLevel, "0");
  EXPECT_EQ(options.codegen.debugInfo, 0u);
  EXPECT_FALSE(options.codegen.preferDynamic || options.codegen.saveTemporaries ||
               options.codegen.keepMalloc);
  EXPECT_EQ(options.errorFormat, ErrorFormat::Human);
  EXPECT_EQ(options.colour, ColourChoice::Auto);
  EXPECT_EQ(options.lints.of(Code::A13), LintLevel::Warn);
  EXPECT_TRUE(options.wantsEmit(EmitKind::Link));
  EXPECT_FALSE(options.wantsEmit(EmitKind::Object));
}

TEST_F(OptionsTest, TextsAreTakenInEverySpelling) {
  const std::pair<const char *, std::optional<std::string> Options::*> rows[] = {
      {"--crate-name", &Options::crateName},    {"-o", &Options::output},
      {"--out-dir", &Options::outputDirectory}, {"--allocator", &Options::allocator},
      {"--target", &Options::target},           {"--sysroot", &Options::sysroot},
      {"--explain", &Options::explain}};
  for (auto [name, member] : rows)
    for (const char *value : {"plain", "a=b", "a,b", "[a,b]", "[]", "{}", "=", "-x", "--sysroot",
                              "--", "-", "a b", "\xC3\xA9", "%s", "'", "\"", "true", "!x"})
      for (const Options &options : everySpelling(name, value))
        EXPECT_EQ(options.*member, value) << name;
}

// `--name=` is a value, an empty one; the next word is something else.
TEST_F(OptionsTest, AnEmptyValueIsAValue) {
  for (const Words &words : {Words{"--crate-name", "", "main.c"}, {"--crate-name=", "main.c"}}) {
    Options options = right(words);
    EXPECT_EQ(options.crateName, "");
    EXPECT_EQ(options.inputs, Words{"main.c"});
  }
  EXPECT_EQ(right({"--crate-attr", ""}).crateAttributes, Words{""});
  EXPECT_EQ(right({"-C", "extra-filename="}).codegen.extraFilename, "");
  EXPECT_EQ(right({"-C", "metadata="}).codegen.metadata, Words{});
}

TEST_F(OptionsTest, OfTwoTextsTheLaterWins) {
  EXPECT_EQ(right({"--allocator", "a", "--allocator", "default"}).allocator, "default");
}

TEST_F(OptionsTest, CrateTypesAreCollectedEachOnce) {
  using Types = std::vector<CrateType>;
  const std::pair<const char *, CrateType> rows[] = {
      {"bin", CrateType::Executable}, {"lib", CrateType::Rlib},
      {"rlib", CrateType::Rlib},      {"dylib", CrateType::Dylib},
      {"cdylib", CrateType::Cdylib},  {"staticlib", CrateType::Staticlib}};
  for (auto [word, type] : rows)
    for (const Options &options : everySpelling("--crate-type", word))
      EXPECT_EQ(options.crateTypes, Types{type});
  EXPECT_EQ(right({"--crate-type", "staticlib,bin", "--crate-type=lib,rlib,bin"}).crateTypes,
            (Types{CrateType::Staticlib, CrateType::Executable, CrateType::Rlib}));
}

TEST_F(OptionsTest, EmitKindsAreCollectedAndTheLaterPathWins) {
  const std::pair<const char *, EmitKind> rows[] = {
      {"asm", EmitKind::Asm},           {"llvm-bc", EmitKind::LlvmBitcode},
      {"llvm-ir", EmitKind::LlvmIr},    {"obj", EmitKind::Object},
      {"metadata", EmitKind::Metadata}, {"dep-info", EmitKind::DepInfo},
      {"link", EmitKind::Link}};
  for (auto [word, kind] : rows) {
    EXPECT_EQ(spelling(kind), word);
    for (const Options &options : everySpelling("--emit", word)) {
      ASSERT_EQ(options.emit.size(), 1u);
      EXPECT_EQ(options.emit[0].kind, kind);
      EXPECT_FALSE(options.emit[0].path);
      EXPECT_TRUE(options.wantsEmit(kind));
      EXPECT_EQ(options.wantsEmit(EmitKind::Link), kind == EmitKind::Link);
    }
  }
  Options options = right({"--emit", "obj=a=b.o,asm", "--emit=link,obj=[c],asm="});
  ASSERT_EQ(options.emit.size(), 3u);
  std::map<EmitKind, std::optional<std::string>> paths;
  for (const EmitRequest &request : options.emit)
    paths[request.kind] = request.path;
  EXPECT_EQ(paths[EmitKind::Object], "[c]");
  EXPECT_EQ(paths[EmitKind::Asm], "");
  EXPECT_EQ(paths[EmitKind::Link], std::nullopt);
}

TEST_F(OptionsTest, ExternsKeepTheirOrderAndTheirPaths) {
  for (const Options &options : everySpelling("--extern", "foo=a=b,[c].rlib"))
    EXPECT_EQ(options.externs.at(0).path, "a=b,[c].rlib");
  Options options = right({"--extern", "foo", "--extern=_b1=x", "--extern", "foo=y"});
  ASSERT_EQ(options.externs.size(), 3u);
  EXPECT_EQ(options.externs[0].name, "foo");
  EXPECT_EQ(options.externs[0].path, std::nullopt);
  EXPECT_EQ(options.externs[1].name, "_b1");
  EXPECT_EQ(options.externs[2].path, "y");
}

TEST_F(OptionsTest, SearchPathsHaveAKindWhereTheWordIsOne) {
  using Kind = SearchPath::Kind;
  const std::tuple<const char *, Kind, const char *> rows[] = {
      {"dir", Kind::All, "dir"},
      {"all=dir", Kind::All, "dir"},
      {"native=dir", Kind::Native, "dir"},
      {"crate=dir", Kind::Crate, "dir"},
      {"dependency=d=e", Kind::Dependency, "d=e"},
      // No kind: the folder's name has a '=' in it.
      {"other=dir", Kind::All, "other=dir"},
      {"native", Kind::All, "native"},
      {"=", Kind::All, "="}};
  for (auto [value, kind, directory] : rows)
    for (const Options &options : everySpelling("-L", value)) {
      ASSERT_EQ(options.searchPaths.size(), 1u);
      EXPECT_EQ(options.searchPaths[0].kind, kind) << value;
      EXPECT_EQ(options.searchPaths[0].directory, directory);
    }
  Options options = right({"-L", "z", "-Lnative=a", "-L", "z"});
  ASSERT_EQ(options.searchPaths.size(), 3u);
  EXPECT_EQ(options.searchPaths[0].directory, "z");
  EXPECT_EQ(options.searchPaths[1].directory, "a");
}

TEST_F(OptionsTest, NativeLibrariesKeepTheirOrder) {
  Options options = right({"-lz", "-l", "static=a", "-ldylib=m", "-l", "static:guest=a"});
  ASSERT_EQ(options.nativeLibraries.size(), 4u);
  EXPECT_EQ(options.nativeLibraries[0].library, (NativeLibrary{"z", NativeKind::Dylib, {}, false}));
  EXPECT_EQ(options.nativeLibraries[1].library,
            (NativeLibrary{"a", NativeKind::Static, {}, false}));
  EXPECT_EQ(options.nativeLibraries[2].library, (NativeLibrary{"m", NativeKind::Dylib, {}, false}));
  EXPECT_EQ(options.nativeLibraries[3].library,
            (NativeLibrary{"a", NativeKind::Static, AllocatorForm::Guest, false}));
}

TEST_F(OptionsTest, CrateAttributesAreCollected) {
  EXPECT_EQ(right({"--crate-attr", "allocator", "--crate-attr=no_std", "--crate-attr", "x=[y]"})
                .crateAttributes,
            (Words{"allocator", "no_std", "x=[y]"}));
}

TEST_F(OptionsTest, PrintsKeepTheirOrder) {
  const std::pair<const char *, PrintKind> rows[] = {
      {"crate-name", PrintKind::CrateName},
      {"file-names", PrintKind::FileNames},
      {"sysroot", PrintKind::Sysroot},
      {"target-libdir", PrintKind::TargetLibdir},
      {"target-list", PrintKind::TargetList},
      {"target-spec-json", PrintKind::TargetSpecJson},
      {"allocator", PrintKind::Allocator},
      {"crate-graph", PrintKind::CrateGraph},
      {"crate-graph=text", PrintKind::CrateGraph},
      {"crate-graph=dot", PrintKind::CrateGraphDot},
      {"link-args", PrintKind::LinkArgs}};
  Words all;
  for (auto [word, kind] : rows) {
    for (const Options &options : everySpelling("--print", word)) {
      ASSERT_EQ(options.prints.size(), 1u);
      EXPECT_TRUE(options.wantsPrint(kind));
    }
    all.insert(all.begin(), {"--print", word});
  }
  std::vector<PrintRequest> prints = right(all).prints;
  ASSERT_EQ(prints.size(), std::size(rows));
  EXPECT_EQ(prints.front().kind, PrintKind::LinkArgs);
  EXPECT_EQ(prints.back().kind, PrintKind::CrateName);
  EXPECT_EQ(right({"--print", "sysroot=file"}).prints.front().path, "file");
}

TEST_F(OptionsTest, ErrorFormatsAndColours) {
  const std::pair<const char *, ErrorFormat> formats[] = {
      {"human", ErrorFormat::Human}, {"short", ErrorFormat::Short}, {"json", ErrorFormat::Json}};
  for (auto [word, format] : formats)
    for (const Options &options : everySpelling("--error-format", word))
      EXPECT_EQ(options.errorFormat, format);
  const std::pair<const char *, ColourChoice> colours[] = {{"auto", ColourChoice::Auto},
                                                           {"always", ColourChoice::Always},
                                                           {"never", ColourChoice::Never}};
  for (auto [word, colour] : colours)
    for (const Options &options : everySpelling("--color", word))
      EXPECT_EQ(options.colour, colour);
}

TEST_F(OptionsTest, FlagsMayBeRepeatedAndJoined) {
  for (const Words &words : {Words{"-v"}, {"--verbose"}, {"-v", "-v"}, {"-vv"}, {"-gv"}})
    EXPECT_TRUE(right(words).verbose);
  for (const Words &words : {Words{"-V"}, {"--version"}, {"-vV"}, {"-Vv"}})
    EXPECT_TRUE(right(words).version);
  for (const Words &words : {Words{"-g"}, {"-g", "-g"}, {"-Og"}, {"-C", "debuginfo=0", "-g"}})
    EXPECT_EQ(right(words).codegen.debugInfo, 2u);
  for (const Words &words : {Words{"-O"}, {"-O", "-O"}, {"-gO"}, {"-C", "opt-level=3", "-O"}})
    EXPECT_EQ(right(words).codegen.optLevel, "2");
  EXPECT_EQ(right({"-O", "-C", "opt-level=s"}).codegen.optLevel, "s");
  EXPECT_EQ(right({"-g", "-C", "debuginfo=1"}).codegen.debugInfo, 1u);
}

// The last of the command line wins, whichever of the four it is, but for `-F`.
TEST_F(OptionsTest, LintsFollowTheirOrder) {
  const std::tuple<const char *, const char *, LintLevel> rows[] = {
      {"-A", "--allow", LintLevel::Allow},
      {"-W", "--warn", LintLevel::Warn},
      {"-D", "--deny", LintLevel::Deny},
      {"-F", "--forbid", LintLevel::Forbid}};
  const std::string lint = "allocator_in_library";
  for (auto [name, longName, level] : rows) {
    for (const Options &options : everySpelling(name, lint))
      EXPECT_EQ(options.lints.of(Code::A13), level);
    for (const Options &options : everySpelling(longName, "allocator-in-library"))
      EXPECT_EQ(options.lints.of(Code::A13), level);
    for (auto [before, longBefore, levelBefore] : rows) {
      LintLevel expected = levelBefore == LintLevel::Forbid ? LintLevel::Forbid : level;
      EXPECT_EQ(right({before, lint, name, lint}).lints.of(Code::A13), expected) << before << name;
      EXPECT_EQ(right({longBefore, lint, name + lint}).lints.of(Code::A13), expected);
      EXPECT_EQ(right({before, lint, "-O", "-A", lint, "main.c", name, lint}).lints.of(Code::A13),
                expected);
    }
  }
}

TEST_F(OptionsTest, UnstableOptions) {
  EXPECT_TRUE(right({"-Ztime-passes"}).timePasses);
  const std::pair<const char *, Product> rows[] = {
      {"options", Product::Options},     {"declarations", Product::Declarations},
      {"crate", Product::Crate},         {"graph", Product::Graph},
      {"allocator", Product::Allocator}, {"linkage", Product::Linkage},
      {"metadata", Product::Metadata},   {"plan", Product::Plan}};
  for (auto [word, product] : rows)
    for (const Options &options : everySpelling("-Z", std::string("dump=") + word)) {
      EXPECT_EQ(options.dumps, std::vector{product});
      EXPECT_TRUE(options.wantsDump(product));
    }
  EXPECT_EQ(right({"-Z", "dump=plan,crate", "-Zdump=graph"}).dumps,
            (std::vector{Product::Plan, Product::Crate, Product::Graph}));
}

TEST_F(OptionsTest, CodegenSwitchesTakeYesAndNo) {
  const std::pair<const char *, bool CodegenOptions::*> rows[] = {
      {"prefer-dynamic", &CodegenOptions::preferDynamic},
      {"save-temps", &CodegenOptions::saveTemporaries}};
  const std::pair<const char *, bool> values[] = {
      {"", true},    {"=y", true},   {"=yes", true},  {"=on", true},    {"=true", true},
      {"=n", false}, {"=no", false}, {"=off", false}, {"=false", false}};
  for (auto [name, member] : rows)
    for (auto [value, expected] : values) {
      for (const char *spelled : {"-C", "--codegen"})
        for (const Options &options : everySpelling(spelled, name + std::string(value)))
          EXPECT_EQ(options.codegen.*member, expected) << name << value;
      // The later of two wins.
      Options options = right(
          {"-C", std::string(name) + (expected ? "=no" : ""), "-C", name + std::string(value)});
      EXPECT_EQ(options.codegen.*member, expected);
    }
}

TEST_F(OptionsTest, CodegenValues) {
  for (const char *level : {"0", "1", "2", "3", "s", "z"})
    for (const Options &options : everySpelling("-C", std::string("opt-level=") + level))
      EXPECT_EQ(options.codegen.optLevel, level);
  const std::pair<const char *, unsigned> debug[] = {
      {"0", 0}, {"none", 0}, {"1", 1}, {"limited", 1}, {"line-tables-only", 1},
      {"2", 2}, {"full", 2}};
  for (auto [word, expected] : debug)
    for (const Options &options : everySpelling("--codegen", std::string("debuginfo=") + word))
      EXPECT_EQ(options.codegen.debugInfo, expected);
  EXPECT_TRUE(right({"-Cmalloc=keep"}).codegen.keepMalloc);
  EXPECT_FALSE(right({"-Cmalloc=keep", "-Cmalloc=replace"}).codegen.keepMalloc);
  EXPECT_EQ(right({"-C", "extra-filename=-a.b=c"}).codegen.extraFilename, "-a.b=c");
  CodegenOptions codegen =
      right({"-C", "metadata=b", "-Cmetadata=a=[x],y", "-C", "link-arg=-z", "-Clink-arg=[a,b]",
             "--codegen=clang-arg=-DX=1", "-C", "clang-arg=-Wall", "-C", "metadata=b"})
          .codegen;
  EXPECT_EQ(codegen.metadata, (Words{"b", "a=[x],y", "b"}));
  EXPECT_EQ(codegen.linkArguments, (Words{"-z", "[a,b]"}));
  EXPECT_EQ(codegen.clangArguments, (Words{"-DX=1", "-Wall"}));
  codegen = right({"-Ctarget-cpu=a", "-C", "target-cpu=native", "-Ctarget-feature=+a,-b,", "-C",
                   "target-feature=+crt-static"})
                .codegen;
  EXPECT_EQ(codegen.targetCpu, "native");
  EXPECT_EQ(codegen.targetFeatures, (Words{"+a", "-b", "+crt-static"}));
}

TEST_F(OptionsTest, InputsStandAnywhereAndBehindTwoHyphens) {
  EXPECT_EQ(right({"a.c", "-O", "b.c", "-L", "x", "c=d.o"}).inputs, (Words{"a.c", "b.c", "c=d.o"}));
  EXPECT_EQ(right({"-O", "--", "-a.c", "--crate-name"}).inputs, (Words{"-a.c", "--crate-name"}));
  EXPECT_EQ(right({"-"}).inputs, Words{"-"});
}

TEST_F(OptionsTest, AResponseFileHasAnArgumentALine) {
  write("arguments",
        "--crate-name\na name\n-L\nx y\n-O\n[main].c\n\"quoted\"\n@other\n# no comment\n");
  Options options = right({"-g", "@" + path("arguments"), "--color=never"});
  EXPECT_EQ(options.crateName, "a name");
  EXPECT_EQ(options.searchPaths.at(0).directory, "x y");
  EXPECT_EQ(options.codegen.optLevel, "2");
  EXPECT_EQ(options.codegen.debugInfo, 2u);
  EXPECT_EQ(options.colour, ColourChoice::Never);
  EXPECT_EQ(options.inputs, (Words{"[main].c", "\"quoted\"", "@other", "# no comment"}));
}

TEST_F(OptionsTest, AResponseFilesLinesMayEndAsOnWindowsOrNotAtAll) {
  write("windows", "--crate-name\r\nx\r\n");
  EXPECT_EQ(right({"@" + path("windows")}).crateName, "x");
  write("open", "--crate-name\nx");
  EXPECT_EQ(right({"@" + path("open")}).crateName, "x");
}

TEST_F(OptionsTest, AnEmptyResponseFileHasNoArguments) {
  write("none", "");
  EXPECT_EQ(right({"@" + path("none"), "main.c"}).inputs, Words{"main.c"});
}

TEST_F(OptionsTest, HelpNamesEveryOption) {
  for (const Words &words : {Words{"--help"}, {"-h"}, {"main.c", "-O", "--help"}}) {
    Options options = right(words);
    ASSERT_TRUE(options.help);
    for (const char *word : {"--crate-name",
                             "--crate-type",
                             "-o",
                             "--out-dir",
                             "--emit",
                             "--extern",
                             "-L",
                             "-l",
                             "--allocator",
                             "--crate-attr",
                             "-O",
                             "-g",
                             "-C",
                             "--codegen",
                             "--target",
                             "--sysroot",
                             "--print",
                             "--explain",
                             "--error-format",
                             "--color",
                             "-A,--allow",
                             "-W,--warn",
                             "-D,--deny",
                             "-F,--forbid",
                             "-Z",
                             "-v,--verbose",
                             "-V,--version",
                             "  clang-arg=ARG",
                             "  debuginfo=",
                             "  extra-filename=",
                             "  link-arg=",
                             "  malloc=replace|keep",
                             "  metadata=",
                             "  opt-level=",
                             "  prefer-dynamic ",
                             "  save-temps "})
      EXPECT_NE(options.help->find(word), std::string::npos) << word;
  }
}

TEST_F(OptionsTest, PrintsWhatWasUnderstood) {
  EXPECT_EQ(printOptions(right({})),
            "crate-name: (from the source)\nallocator: default\nopt-level: 0\ndebuginfo: 0\n"
            "prefer-dynamic: no\nmalloc: replace\n");
  EXPECT_EQ(printOptions(right({"a.c",
                                "b.c",
                                "--crate-name",
                                "x",
                                "--crate-type",
                                "bin,lib",
                                "--extern",
                                "e",
                                "--extern",
                                "f=g",
                                "-L",
                                "d",
                                "-l",
                                "static=s",
                                "--allocator",
                                "y",
                                "-O",
                                "-g",
                                "-Cprefer-dynamic",
                                "-Cmalloc=keep"})),
            "input: a.c\ninput: b.c\ncrate-name: x\ncrate-type: bin\ncrate-type: rlib\n"
            "extern: e\nextern: f=g\nsearch-path: d\nnative-library: static=s\nallocator: y\n"
            "opt-level: 2\ndebuginfo: 2\nprefer-dynamic: yes\nmalloc: keep\n");
}
