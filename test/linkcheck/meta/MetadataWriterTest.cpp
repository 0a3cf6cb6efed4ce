//===- MetadataWriterTest.cpp - what is written ---------------------------===//

#include "test/linkcheck/meta/Forge.h"

#include <llvm/Object/ELFObjectFile.h>

namespace linkcheck {
namespace {

/// The error that the writer gives, or nothing.
std::string refusalOf(const CrateMetadata &metadata) {
  auto object = writeMetadataObject(metadata, MetadataSurvival::Excluded);
  return object ? "" : llvm::toString(object.takeError());
}

std::unique_ptr<llvm::object::ELFObjectFileBase> parseElf(llvm::StringRef bytes) {
  auto file = llvm::cantFail(
      llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(bytes, "x.o")));
  return std::unique_ptr<llvm::object::ELFObjectFileBase>(
      llvm::cast<llvm::object::ELFObjectFileBase>(file.release()));
}

uint64_t flagsOf(const llvm::object::ELFObjectFileBase &file, llvm::StringRef name) {
  for (const llvm::object::ELFSectionRef section : file.sections())
    if (llvm::cantFail(section.getName()) == name)
      return section.getFlags();
  ADD_FAILURE() << "no section " << name.str();
  return 0;
}

bool hasSection(const llvm::object::ELFObjectFileBase &file, llvm::StringRef name) {
  for (const llvm::object::ELFSectionRef section : file.sections())
    if (llvm::cantFail(section.getName()) == name)
      return true;
  return false;
}

TEST(MetadataWriter, TheRecordIsThatOfTheFormatPage) {
  CrateMetadata metadata = forge::rlib();
  metadata.languages = {SourceLanguage::C};
  metadata.dependencies.pop_back();
  metadata.nativeLibraries.pop_back();
  metadata.exports.pop_back();
  EXPECT_EQ(
      writeRecord(metadata),
      R"({"schema":1,"name":"consumer","hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",)"
      R"("target":"x86_64-unknown-linux-gnu","type":"rlib","languages":["c"],"no_std":true,)"
      R"("allocator_abi":1,"dependencies":[{"name":"core","hash":"11111111111111111111111111111111",)"
      R"("extra_filename":"-0f","meaning":"explicit","origin":{"by":"extern-crate",)"
      R"("file":"src/lib.rs","line":3,"column":1}}],"native_libraries":[{"name":"m",)"
      R"("kind":"dylib","bundled":false}],"exports":["_ZN1a"]})");
}

TEST(MetadataWriter, TheSameRecordGivesTheSameBytes) {
  EXPECT_EQ(forge::writtenObject(forge::executable()), forge::writtenObject(forge::executable()));
}

TEST(MetadataWriter, TextThatIsNotUtf8IsMadeSo) {
  CrateMetadata metadata = forge::rlib();
  metadata.dependencies[0].origin.where.file = "src/\xff.rs";
  forge::Outcome outcome = forge::read(forge::writtenObject(metadata));
  ASSERT_TRUE(outcome.metadata) << outcome.reason;
  EXPECT_EQ(outcome.metadata->dependencies[0].origin.where.file, "src/\xef\xbf\xbd.rs");
}

TEST(MetadataWriter, SectionsAreExcludedOrKeptAndNeverLoaded) {
  CrateMetadata metadata = forge::rlib();
  metadata.allocator = true;
  for (MetadataSurvival survival : {MetadataSurvival::Excluded, MetadataSurvival::Kept}) {
    std::string bytes = forge::writtenObject(metadata, survival);
    auto file = parseElf(bytes);
    uint64_t expected =
        survival == MetadataSurvival::Excluded ? uint64_t(llvm::ELF::SHF_EXCLUDE) : 0;
    for (llvm::StringRef name : {infoSection, allocatorSection, needsAllocatorSection})
      EXPECT_EQ(flagsOf(*file, name), expected) << name.str();
    EXPECT_EQ(flagsOf(*file, ".note.GNU-stack"), 0u);
  }
}

TEST(MetadataWriter, TagSectionsArePresentExactlyWhenTagged) {
  for (bool allocator : {false, true})
    for (bool needsAllocator : {false, true}) {
      CrateMetadata metadata = forge::rlib();
      metadata.allocator = allocator;
      metadata.needsAllocator = needsAllocator;
      std::string bytes = forge::writtenObject(metadata);
      auto file = parseElf(bytes);
      EXPECT_EQ(hasSection(*file, allocatorSection), allocator);
      EXPECT_EQ(hasSection(*file, needsAllocatorSection), needsAllocator);
    }
}

TEST(MetadataWriter, TheObjectIsOfTheTarget) {
  struct Row {
    const char *target;
    unsigned machine;
    unsigned flags;
  };
  using namespace llvm::ELF;
  for (const Row &row :
       {Row{"x86_64-unknown-linux-gnu", EM_X86_64, 0},
        Row{"x86_64-unknown-linux-musl", EM_X86_64, 0},
        Row{"aarch64-unknown-linux-gnu", EM_AARCH64, 0},
        Row{"riscv64-unknown-linux-gnu", EM_RISCV, EF_RISCV_RVC | EF_RISCV_FLOAT_ABI_DOUBLE}}) {
    CrateMetadata metadata = forge::rlib();
    metadata.target = row.target;
    std::string bytes = forge::writtenObject(metadata);
    auto file = parseElf(bytes);
    EXPECT_EQ(file->getEMachine(), row.machine) << row.target;
    EXPECT_EQ(file->getPlatformFlags(), row.flags) << row.target;
    EXPECT_EQ(file->getBytesInAddress(), 8) << row.target;
  }
}

TEST(MetadataWriter, ATargetOfAnyNameIsWrittenForItsTriple) {
  CrateMetadata metadata = forge::rlib();
  metadata.target = "my-board";
  EXPECT_NE(refusalOf(metadata).find("`my-board` is not a known ELF target"), std::string::npos);
  auto object = writeMetadataObject(metadata, MetadataSurvival::Excluded, "riscv64-unknown-none");
  ASSERT_TRUE(bool(object)) << llvm::toString(object.takeError());
  std::string bytes(object->begin(), object->end());
  EXPECT_EQ(parseElf(bytes)->getEMachine(), llvm::ELF::EM_RISCV);
  EXPECT_EQ(forge::read(bytes).metadata->target, "my-board");
}

TEST(MetadataWriter, TargetsThatAreNotElfAreRefused) {
  for (const char *target : {"x86_64-pc-windows-gnu", "wasm32-wasi", "aarch64-apple-darwin",
                             "x86_64-unknown-linux-gnux32", "mips-unknown-linux-gnu", "nonsense"}) {
    CrateMetadata metadata = forge::rlib();
    metadata.target = target;
    EXPECT_NE(refusalOf(metadata).find("is not a known ELF target"), std::string::npos) << target;
  }
}

TEST(MetadataWriter, WhatCannotBeReadIsNotWritten) {
  CrateMetadata metadata = forge::rlib();
  metadata.identity.hash = "short";
  EXPECT_NE(refusalOf(metadata).find("field `hash`"), std::string::npos);

  metadata = forge::rlib();
  metadata.exports.clear();
  for (int i = 0; i < 140; ++i)
    metadata.exports.push_back(std::string(65000, 'x') + std::to_string(1000 + i));
  EXPECT_NE(refusalOf(metadata).find("the limit is 8388608"), std::string::npos);
}

} // namespace
} // namespace linkcheck
