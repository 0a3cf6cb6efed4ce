//===- Forge.h - records and files made for tests ---------------*- C++ -*-===//
//
// Sound records, and files that hold anything at all. The forged files do not
// come from the writer under test, which refuses to write most of them.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/MetadataReader.h"
#include "linkcheck/meta/MetadataWriter.h"

#include <gtest/gtest.h>
#include <llvm/BinaryFormat/ELF.h>
#include <llvm/Object/ArchiveWriter.h>
#include <llvm/ObjectYAML/ELFYAML.h>
#include <llvm/ObjectYAML/yaml2obj.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/raw_ostream.h>

namespace linkcheck::forge {

inline std::string hashOf(char digit) {
  return std::string(32, digit);
}

/// An rlib with a value in every field that an rlib can have.
inline CrateMetadata rlib() {
  CrateMetadata metadata;
  metadata.identity = {"consumer", hashOf('a')};
  metadata.target = "x86_64-unknown-linux-gnu";
  metadata.type = CrateType::Rlib;
  metadata.languages = {SourceLanguage::C, SourceLanguage::Cxx};
  metadata.needsAllocator = true;
  metadata.noStd = true;
  metadata.dependencies = {
      {{"core", hashOf('1')},
       "-0f",
       Meaning::Explicit,
       {DependencyOrigin::By::ExternCrate, {"src/lib.rs", 3, 1}}},
      {{"libc", hashOf('2')}, "", Meaning::Explicit, {DependencyOrigin::By::CommandLine, {}}}};
  metadata.nativeLibraries = {{"m", NativeKind::Dylib, std::nullopt, false},
                              {"jemalloc_pic", NativeKind::Static, AllocatorForm::Guest, true}};
  metadata.exports = {"_ZN1a", "crate_allocate"};
  return metadata;
}

/// An executable with one allocator that was injected.
inline CrateMetadata executable() {
  CrateMetadata metadata;
  metadata.identity = {"app", hashOf('b')};
  metadata.target = "x86_64-unknown-linux-gnu";
  metadata.type = CrateType::Executable;
  metadata.languages = {SourceLanguage::Rust};
  metadata.dependencies = {
      {{"consumer", hashOf('a')},
       "",
       Meaning::Explicit,
       {DependencyOrigin::By::ExternCrate, {"main.rs", 1, 1}}},
      {{"alloc_system", hashOf('c')}, "", Meaning::Injected, {DependencyOrigin::By::Default, {}}}};
  metadata.linkage = {{{"alloc_system", hashOf('c')}, Linkage::Static, true},
                      {{"consumer", hashOf('a')}, Linkage::Static, false},
                      {{"core", hashOf('1')}, Linkage::Static, false},
                      {{"unused", hashOf('3')}, Linkage::NotLinked, true}};
  metadata.chosenAllocator = {
      {"alloc_system", hashOf('c')}, Meaning::Injected, 6,
      AllocatorForm::Host,           Linkage::Static,   {"app", "consumer"}};
  return metadata;
}

/// A dylib's user: the allocator is inside `std`.
inline CrateMetadata dynamicExecutable() {
  CrateMetadata metadata = executable();
  metadata.dependencies.pop_back();
  metadata.linkage[0].linkage = Linkage::IncludedFromDylib;
  metadata.linkage[2].linkage = Linkage::Dynamic;
  metadata.chosenAllocator->linkage = Linkage::IncludedFromDylib;
  metadata.chosenAllocator->rule = 4;
  return metadata;
}

struct Section {
  std::string name; ///< ends in " (1)" for a second one of a name
  std::string content;
  unsigned flags = 0;
  unsigned type = llvm::ELF::SHT_PROGBITS;
};

inline std::string elf(const std::vector<Section> &sections,
                       unsigned fileClass = llvm::ELF::ELFCLASS64,
                       unsigned data = llvm::ELF::ELFDATA2LSB) {
  llvm::ELFYAML::Object object;
  object.Header = {};
  object.Header.Class = fileClass;
  object.Header.Data = data;
  object.Header.Type = llvm::ELF::ET_REL;
  object.Header.Machine = llvm::ELFYAML::ELF_EM(llvm::ELF::EM_X86_64);
  for (const Section &section : sections) {
    auto chunk = std::make_unique<llvm::ELFYAML::RawContentSection>();
    chunk->Name = section.name;
    chunk->Type = section.type;
    chunk->Flags = llvm::ELFYAML::ELF_SHF(section.flags);
    chunk->AddressAlign = 1;
    chunk->Content = llvm::yaml::BinaryRef(llvm::arrayRefFromStringRef(section.content));
    object.Chunks.push_back(std::move(chunk));
  }
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  EXPECT_TRUE(llvm::yaml::yaml2elf(
      object, out, [](const llvm::Twine &message) { ADD_FAILURE() << message.str(); }, UINT64_MAX));
  return bytes;
}

/// An ELF file whose record is `text`.
inline std::string elfWithRecord(std::string text) {
  return elf({{infoSection.str(), std::move(text)}});
}

struct Member {
  std::string name;
  std::string content;
};

inline std::string
archive(const std::vector<Member> &members,
        llvm::SymtabWritingMode symbols = llvm::SymtabWritingMode::NormalSymtab) {
  std::vector<llvm::NewArchiveMember> parts;
  for (const Member &member : members)
    parts.emplace_back(llvm::MemoryBufferRef(member.content, member.name));
  auto buffer =
      llvm::writeArchiveToBuffer(parts, symbols, llvm::object::Archive::K_GNU, true, false);
  if (buffer)
    return (*buffer)->getBuffer().str();
  ADD_FAILURE() << llvm::toString(buffer.takeError());
  return "";
}

inline std::string writtenObject(const CrateMetadata &metadata,
                                 MetadataSurvival survival = MetadataSurvival::Excluded) {
  auto object = writeMetadataObject(metadata, survival);
  if (object)
    return {object->begin(), object->end()};
  ADD_FAILURE() << llvm::toString(object.takeError());
  return "";
}

/// The record of `metadata` after `edit`.
inline std::string editedRecord(const CrateMetadata &metadata,
                                llvm::function_ref<void(llvm::json::Object &)> edit) {
  auto value = llvm::json::parse(writeRecord(metadata));
  if (!value) {
    ADD_FAILURE() << llvm::toString(value.takeError());
    return "";
  }
  edit(*value->getAsObject());
  std::string text;
  llvm::raw_string_ostream(text) << *value;
  return text;
}

/// What reading gave: a record, or the one error.
struct Outcome {
  std::optional<CrateMetadata> metadata;
  MetadataError::Kind kind{};
  std::string place;
  std::string reason;
  int64_t schema = 0;
};

inline Outcome outcomeOf(llvm::Expected<CrateMetadata> metadata) {
  Outcome outcome;
  if (metadata) {
    outcome.metadata = std::move(*metadata);
    return outcome;
  }
  llvm::handleAllErrors(metadata.takeError(), [&](const MetadataError &error) {
    outcome.kind = error.kind;
    outcome.place = error.place;
    outcome.reason = error.reason;
    outcome.schema = error.schema;
  });
  EXPECT_FALSE(outcome.reason.empty());
  return outcome;
}

inline Outcome read(llvm::StringRef bytes) {
  // In memory of just that size, so that a sanitizer sees what reads beyond.
  std::vector<char> exact(bytes.begin(), bytes.end());
  return outcomeOf(readMetadata(
      llvm::MemoryBufferRef(llvm::StringRef(exact.data(), exact.size()), "libx.rlib")));
}

inline void expectMalformed(const Outcome &outcome, llvm::StringRef place, llvm::StringRef reason) {
  ASSERT_FALSE(outcome.metadata) << "read without an error";
  EXPECT_EQ(outcome.kind, MetadataError::Kind::Malformed);
  EXPECT_EQ(outcome.place, place.str());
  EXPECT_NE(outcome.reason.find(reason), std::string::npos) << outcome.reason;
}

inline void expectNotACrate(const Outcome &outcome, llvm::StringRef reason) {
  ASSERT_FALSE(outcome.metadata) << "read without an error";
  EXPECT_EQ(outcome.kind, MetadataError::Kind::NotACrate);
  EXPECT_NE(outcome.reason.find(reason), std::string::npos) << outcome.reason;
}

} // namespace linkcheck::forge
