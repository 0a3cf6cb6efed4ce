//===- CrateTypesTest.cpp - words and their spellings ---------------------===//

#include "linkcheck/meta/CrateMetadata.h"

#include <gtest/gtest.h>

namespace linkcheck {
namespace {

template <typename Enum>
void expectWords(std::initializer_list<std::pair<Enum, const char *>> words,
                 std::optional<Enum> (*parse)(llvm::StringRef)) {
  for (const auto &[value, text] : words) {
    EXPECT_EQ(spelling(value).str(), text);
    EXPECT_EQ(parse(text), value) << text;
  }
  EXPECT_FALSE(parse("")) << "the empty word";
  EXPECT_FALSE(parse("nonsense"));
}

TEST(CrateTypes, EveryWordIsReadAsItIsWritten) {
  expectWords<CrateType>({{CrateType::Executable, "bin"},
                          {CrateType::Rlib, "rlib"},
                          {CrateType::Dylib, "dylib"},
                          {CrateType::Cdylib, "cdylib"},
                          {CrateType::Staticlib, "staticlib"}},
                         parseCrateType);
  expectWords<Linkage>({{Linkage::NotLinked, "not-linked"},
                        {Linkage::IncludedFromDylib, "included-from-dylib"},
                        {Linkage::Static, "static"},
                        {Linkage::Dynamic, "dynamic"}},
                       parseLinkage);
  expectWords<Meaning>({{Meaning::Explicit, "explicit"}, {Meaning::Injected, "injected"}},
                       parseMeaning);
  expectWords<AllocatorForm>({{AllocatorForm::Host, "host"}, {AllocatorForm::Guest, "guest"}},
                             parseAllocatorForm);
  expectWords<SourceLanguage>({{SourceLanguage::Rust, "rust"},
                               {SourceLanguage::C, "c"},
                               {SourceLanguage::Cxx, "c++"},
                               {SourceLanguage::LlvmIr, "llvm-ir"},
                               {SourceLanguage::Assembly, "assembly"},
                               {SourceLanguage::Object, "object"}},
                              parseSourceLanguage);
  expectWords<NativeKind>({{NativeKind::Static, "static"}, {NativeKind::Dylib, "dylib"}},
                          parseNativeKind);
  expectWords<DependencyOrigin::By>({{DependencyOrigin::By::ExternCrate, "extern-crate"},
                                     {DependencyOrigin::By::CommandLine, "command-line"},
                                     {DependencyOrigin::By::AllocatorFlag, "allocator-flag"},
                                     {DependencyOrigin::By::Default, "default"}},
                                    parseDependencyOrigin);
}

TEST(CrateTypes, LibIsAnRlib) {
  EXPECT_EQ(parseCrateType("lib"), CrateType::Rlib);
}

TEST(CrateTypes, OnlyABinIsDescribedOtherwiseThanSpelled) {
  EXPECT_EQ(describe(CrateType::Executable), "executable");
  EXPECT_EQ(describe(CrateType::Cdylib), "cdylib");
}

TEST(CrateTypes, TheFiveFunctionsAreKnown) {
  for (llvm::StringRef symbol : allocatorFunctions)
    EXPECT_TRUE(isAllocatorFunction(symbol)) << symbol.str();
  EXPECT_FALSE(isAllocatorFunction("__rust_alloc"));
  EXPECT_FALSE(isAllocatorFunction("__rust_allocate_zeroed"));
}

TEST(CrateTypes, CrateNamesAreAsciiIdentifiers) {
  for (const char *name : {"a", "_", "_1", "alloc_system", "Std"})
    EXPECT_TRUE(isValidCrateName(name)) << name;
  for (const char *name : {"", "1a", "a-b", "a b", "a/b", "\xc3\xa9", "a.rlib"})
    EXPECT_FALSE(isValidCrateName(name)) << name;
  EXPECT_FALSE(isValidCrateName(llvm::StringRef("a\0b", 3)));
}

} // namespace
} // namespace linkcheck
