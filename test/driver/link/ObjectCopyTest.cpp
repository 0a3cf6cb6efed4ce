//===- ObjectCopyTest.cpp - local and renamed symbols ----------------------===//

#include "driver/link/ObjectCopy.h"

#include "LinkFixture.h"

using namespace cratec;

namespace {

class ObjectCopy : public LinkFixture {
protected:
  static llvm::StringRef bytes(const ObjectBytes &object) { return {object.data(), object.size()}; }
  static Names sectionsOf(llvm::StringRef object) {
    Names names;
    auto file = llvm::cantFail(
        llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(object, "test")));
    for (const auto &section : file->sections())
      names.push_back(llvm::cantFail(section.getName()).str());
    return names;
  }
  static bool has(const Names &names, const std::string &name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }
};

constexpr const char *sections = "  - {Name: .crate.info, Type: SHT_PROGBITS, Flags: "
                                 "[SHF_EXCLUDE], Content: '7B7D'}\n"
                                 "  - {Name: .crate.decl, Type: SHT_PROGBITS, Flags: "
                                 "[SHF_EXCLUDE], Content: '00'}\n"
                                 "  - {Name: .llvm.lto, Type: SHT_PROGBITS, Flags: "
                                 "[SHF_EXCLUDE], Content: '00'}\n";

} // namespace

TEST_F(ObjectCopy, LocalisesAllButTheExports) {
  std::string object = objectBytes({"work", "__rust_allocate", "helper"}, {"malloc"}, sections);
  auto copy = localizeSymbols(llvm::MemoryBufferRef(object, "t"), {"work"});
  ASSERT_TRUE(bool(copy));
  auto symbols = symbolsOf(bytes(*copy));
  EXPECT_EQ(symbols["work"], 'T');
  EXPECT_EQ(symbols["__rust_allocate"], 't');
  EXPECT_EQ(symbols["helper"], 't');
  EXPECT_EQ(symbols["malloc"], 'U');
}

TEST_F(ObjectCopy, KeepsTheRecordAndDropsWhatWasForTheCompiler) {
  std::string object = objectBytes({"work"}, {}, sections);
  Names names = sectionsOf(
      bytes(llvm::cantFail(localizeSymbols(llvm::MemoryBufferRef(object, "t"), {"work"}))));
  EXPECT_TRUE(has(names, ".crate.info"));
  EXPECT_FALSE(has(names, ".crate.decl"));
  EXPECT_FALSE(has(names, ".llvm.lto"));
}

TEST_F(ObjectCopy, WithoutExportsNothingIsGlobal) {
  std::string object = objectBytes({"work"});
  auto copy = llvm::cantFail(localizeSymbols(llvm::MemoryBufferRef(object, "t"), {}));
  EXPECT_EQ(symbolsOf(bytes(copy))["work"], 't');
}

TEST_F(ObjectCopy, RenamesDefinitionsAndReferences) {
  std::string object = objectBytes({"malloc", "other"}, {"free", "malloc"}, sections);
  auto copy = llvm::cantFail(renameSymbols(llvm::MemoryBufferRef(object, "t"),
                                           {{"malloc", "__a_malloc"}, {"free", "__a_free"}}));
  auto symbols = symbolsOf(bytes(copy));
  EXPECT_EQ(symbols.count("malloc"), 0u);
  EXPECT_EQ(symbols["__a_malloc"], 'T');
  EXPECT_EQ(symbols["__a_free"], 'U');
  EXPECT_EQ(symbols["other"], 'T');
  // Bitcode beside it would still have the old names.
  EXPECT_FALSE(has(sectionsOf(bytes(copy)), ".llvm.lto"));
}

TEST_F(ObjectCopy, RefusesADamagedObject) {
  std::string object = objectBytes({"work"});
  for (size_t size : {size_t(0), size_t(20), size_t(100), object.size() - 1}) {
    auto copy = localizeSymbols(
        llvm::MemoryBufferRef(llvm::StringRef(object).take_front(size), "t"), {"work"});
    EXPECT_FALSE(bool(copy)) << size;
    llvm::consumeError(copy.takeError());
  }
}
