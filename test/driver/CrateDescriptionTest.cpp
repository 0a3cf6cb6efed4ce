//===- CrateDescriptionTest.cpp - sources and command line become one -----===//

#include "driver/CrateDescription.h"

#include "DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class CrateDescriptionTest : public DriverFixture {
protected:
  using Key = Declaration::Key;
  using Types = std::vector<CrateType>;

  SourceCrate native;

  CrateDescriptionTest() { addUnit("main.c", SourceLanguage::C); }

  void addUnit(const std::string &path, SourceLanguage language) {
    native.units.push_back({{path, Route::ClangToBitcode, language}, nullptr, ""});
  }
  /// The source says that in a line of its own.
  void declare(Key key, const std::string &value = "", const std::string &file = "main.c") {
    unsigned line = unsigned(native.declarations.size()) + 1;
    native.declarations.push_back({key, value, {file, line, 0}});
  }
  CrateDescription describe(std::vector<std::string> arguments = {}) {
    parse(std::move(arguments));
    std::optional<CrateDescription> description = describeCrate(native, options, diags);
    EXPECT_TRUE(description) << said();
    return description ? std::move(*description) : CrateDescription();
  }
  /// What is said instead of describing it.
  std::string refusal(std::vector<std::string> arguments = {}) {
    messages.diagnostics.clear();
    parse(std::move(arguments));
    EXPECT_FALSE(describeCrate(native, options, diags));
    return said();
  }
};

} // namespace

TEST_F(CrateDescriptionTest, WithoutAWordItIsAnExecutableNamedAfterTheFirstInput) {
  native.units[0].input.path = "some/folder-x/my-crate.c";
  addUnit("other.c", SourceLanguage::C);
  CrateDescription description = describe();
  EXPECT_EQ(description.crate.name, "my_crate");
  EXPECT_EQ(description.types, Types{CrateType::Executable});
  EXPECT_FALSE(description.crate.allocator || description.crate.needsAllocator ||
               description.noStd);
  EXPECT_TRUE(description.crate.dependencies.empty() && description.crate.nativeLibraries.empty());
  EXPECT_EQ(description.crate.languages, std::vector{SourceLanguage::C});
}

TEST_F(CrateDescriptionTest, TheSourcesNameWinsOverTheFiles) {
  declare(Key::CrateName, "declared");
  EXPECT_EQ(describe().crate.name, "declared");
  EXPECT_EQ(describe({"--crate-name", "declared"}).crate.name, "declared");
  declare(Key::CrateName, "declared", "other.c"); // the same again is no contradiction
  EXPECT_EQ(describe().crate.name, "declared");
}

TEST_F(CrateDescriptionTest, TheCommandLinesNameWinsOverTheFiles) {
  native.units[0].input.path = "1.2.c"; // no name for a crate
  EXPECT_EQ(describe({"--crate-name", "given"}).crate.name, "given");
}

TEST_F(CrateDescriptionTest, NamesThatDifferAreRefused) {
  declare(Key::CrateName, "declared");
  EXPECT_EQ(refusal({"--crate-name", "other"}),
            "C03 `--crate-name` and `#[crate_name]` are required to match, but `other` != "
            "`declared`\n");
  ASSERT_EQ(messages.diagnostics[0].labels.size(), 1u);
  EXPECT_EQ(messages.diagnostics[0].labels[0].at.toString(), "main.c:1");
  declare(Key::CrateName, "again", "b.c");
  EXPECT_EQ(refusal(), "C03 the crate is named twice: `declared` and `again`\n"
                       "  first named at main.c:1\n");
  EXPECT_EQ(messages.diagnostics[0].labels.at(0).at.toString(), "b.c:2");
}

TEST_F(CrateDescriptionTest, NamesAreIdentifiers) {
  const std::pair<const char *, const char *> rows[] = {
      {"", "C02 crate name must not be empty\n"},
      {"a-b", "C02 invalid character `-` in crate name: `a-b`\n"},
      {"a b", "C02 invalid character ` ` in crate name: `a b`\n"},
      {"1a", "C02 crate name `1a` must not begin with a digit\n"},
      {"caf\xC3\xA9", "C02 invalid character `\xC3\xA9` in crate name: `caf\xC3\xA9`\n"}};
  for (auto [name, message] : rows) {
    EXPECT_EQ(refusal({"--crate-name", name}), message);
    native.declarations.clear();
    declare(Key::CrateName, name);
    EXPECT_EQ(refusal(), message);
    EXPECT_EQ(messages.diagnostics.at(0).labels.at(0).at.toString(), "main.c:1");
    native.declarations.clear();
    declare(Key::ExternCrate, name);
    EXPECT_EQ(refusal(), message);
    native.declarations.clear();
  }
  for (const char *name : {"a.b.c", "1.c", "\xC3\xA9.c"}) {
    native.units[0].input.path = name;
    EXPECT_EQ(refusal().substr(0, 4), "C02 ") << name;
  }
  messages.diagnostics.clear();
  for (const char *name : {"a", "_", "A9_b", "_1"})
    EXPECT_EQ(describe({"--crate-name", name}).crate.name, name);
}

TEST_F(CrateDescriptionTest, TheCommandLinesTypesWinOverTheSources) {
  declare(Key::CrateType, "dylib");
  declare(Key::CrateType, "lib");
  declare(Key::CrateType, "rlib");
  EXPECT_EQ(describe().types, (Types{CrateType::Dylib, CrateType::Rlib}));
  EXPECT_EQ(describe({"--crate-type", "staticlib,bin"}).types,
            (Types{CrateType::Staticlib, CrateType::Executable}));
}

TEST_F(CrateDescriptionTest, AnUnknownTypeIsRefused) {
  declare(Key::NoStd);
  declare(Key::CrateType, "program");
  EXPECT_EQ(refusal(), "C03 unknown crate type: `program`\n"
                       "  a crate is a bin, lib, rlib, dylib, cdylib or staticlib\n");
  EXPECT_EQ(messages.diagnostics.at(0).labels.at(0).at.toString(), "main.c:2");
}

TEST_F(CrateDescriptionTest, TagsCountFromBothSides) {
  const std::tuple<Key, const char *, std::function<bool(const CrateDescription &)>> rows[] = {
      {Key::Allocator, "allocator", [](auto &d) { return d.crate.allocator; }},
      {Key::NeedsAllocator, "needs_allocator", [](auto &d) { return d.crate.needsAllocator; }},
      {Key::NoStd, "no_std", [](auto &d) { return d.noStd; }}};
  for (const auto &[key, attribute, isSet] : rows) {
    EXPECT_TRUE(isSet(describe({"--crate-attr", attribute}))) << attribute;
    EXPECT_FALSE(isSet(describe()));
    declare(key);
    EXPECT_TRUE(isSet(describe())) << attribute;
    EXPECT_TRUE(isSet(describe({"--crate-attr", attribute})));
    native.declarations.clear();
  }
  declare(Key::Allocator);
  CrateDescription both = describe({"--crate-attr", "no_std"});
  EXPECT_TRUE(both.crate.allocator && both.noStd && !both.crate.needsAllocator);
}

TEST_F(CrateDescriptionTest, AnUnknownAttributeIsRefused) {
  EXPECT_EQ(refusal({"--crate-attr", "feature(x)", "--crate-attr", "no-std"}),
            "C02 unknown crate attribute `feature(x)`\n"
            "  native crates have the attributes allocator, needs_allocator and no_std\n"
            "C02 unknown crate attribute `no-std`\n"
            "  native crates have the attributes allocator, needs_allocator and no_std\n");
}

TEST_F(CrateDescriptionTest, DependenciesAreEachOnceAndKnowWhoAskedFirst) {
  declare(Key::ExternCrate, "b");
  declare(Key::ExternCrate, "a");
  declare(Key::ExternCrate, "b", "other.c");
  CrateDescription description =
      describe({"--extern", "c=1.rlib", "--extern", "b=2.rlib", "--extern", "b=3.so", "--extern",
                "b=2.rlib", "--extern", "c"});
  const std::vector<DeclaredDependency> &found = description.crate.dependencies;
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].name, "b");
  EXPECT_EQ(found[0].paths, (Names{"2.rlib", "3.so"}));
  EXPECT_EQ(found[0].origin,
            (DependencyOrigin{DependencyOrigin::By::ExternCrate, {"main.c", 1, 0}}));
  EXPECT_EQ(found[1].name, "a");
  EXPECT_TRUE(found[1].paths.empty());
  EXPECT_EQ(found[2].name, "c");
  EXPECT_EQ(found[2].paths, Names{"1.rlib"});
  EXPECT_EQ(found[2].origin, (DependencyOrigin{DependencyOrigin::By::CommandLine, {}}));
}

TEST_F(CrateDescriptionTest, LibrariesCountFromBothSidesEachOnce) {
  declare(Key::LinkLibrary, "static:host=j");
  declare(Key::LinkLibrary, "static:guest=j");
  declare(Key::LinkLibrary, "dylib=m");
  declare(Key::LinkLibrary, "m");
  std::vector<NativeLibrary> expected = {{"j", NativeKind::Static, AllocatorForm::Host, false},
                                         {"j", NativeKind::Static, AllocatorForm::Guest, false},
                                         {"m", NativeKind::Static, {}, true},
                                         {"z", NativeKind::Dylib, {}, false}};
  EXPECT_EQ(describe({"-lm", "-lstatic=m", "-l", "z"}).crate.nativeLibraries, expected);
}

TEST_F(CrateDescriptionTest, AMalformedLibraryIsRefused) {
  declare(Key::LinkLibrary, "framework=x");
  declare(Key::LinkLibrary, "static=");
  EXPECT_EQ(refusal(), "C03 library kind `framework` is only supported on Apple targets\n"
                       "C03 library name must not be empty\n");
  EXPECT_EQ(messages.diagnostics[1].labels.at(0).at.toString(), "main.c:2");
}

TEST_F(CrateDescriptionTest, LanguagesAreThoseOfTheInputsEachOnce) {
  addUnit("a.o", SourceLanguage::Object);
  addUnit("a.cc", SourceLanguage::Cxx);
  addUnit("b.c", SourceLanguage::C);
  EXPECT_EQ(describe().crate.languages,
            (std::vector{SourceLanguage::C, SourceLanguage::Cxx, SourceLanguage::Object}));
}

TEST_F(CrateDescriptionTest, EverythingWrongIsSaid) {
  declare(Key::CrateName, "a");
  declare(Key::CrateName, "b");
  declare(Key::CrateType, "x");
  declare(Key::ExternCrate, "c-d");
  declare(Key::LinkLibrary, "x=y");
  refusal({"--crate-attr", "x", "--crate-name", "e"});
  EXPECT_EQ(codes(),
            (std::vector{Code::C03, Code::C03, Code::C02, Code::C03, Code::C02, Code::C03}));
}

TEST_F(CrateDescriptionTest, Prints) {
  declare(Key::ExternCrate, "a");
  CrateDescription description = describe(
      {"--extern", "b", "-l", "static=z", "--crate-attr", "allocator", "--crate-type", "bin,rlib"});
  EXPECT_EQ(printCrateDescription(description),
            "name: main\ntype: bin\ntype: rlib\nallocator: true\nneeds_allocator: false\n"
            "no_std: false\nlanguage: c\ndependency: a (main.c:1)\ndependency: b (" +
                spelling(DependencyOrigin::By::CommandLine).str() +
                ")\nnative library: static=z\n");
}
