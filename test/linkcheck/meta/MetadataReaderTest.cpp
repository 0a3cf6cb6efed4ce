//===- MetadataReaderTest.cpp - files that nobody vouches for -------------===//

#include "test/linkcheck/meta/Forge.h"

#include <llvm/Support/Memory.h>
#include <llvm/Support/Process.h>

#include <sys/mman.h>

namespace linkcheck {
namespace {

using llvm::SymtabWritingMode;

std::string soundObject() {
  return forge::writtenObject(forge::rlib());
}

std::string soundRlib() {
  return forge::archive({{"consumer.meta.o", soundObject()}, {"code.o", "the code"}},
                        SymtabWritingMode::NoSymtab);
}

//===----------------------------------------------------------------------===//
// Kinds of files
//===----------------------------------------------------------------------===//

TEST(MetadataReader, SaysWhatIsNotACrate) {
  forge::expectNotACrate(forge::read(""), "it is empty");
  forge::expectNotACrate(forge::read("#!/bin/sh\n"), "it is neither an archive nor an ELF file");
  forge::expectNotACrate(forge::read("!<arch>\n"), "the archive has no members");
  forge::expectNotACrate(forge::read("!<thin>\n"), "it is a thin archive");
  forge::expectNotACrate(forge::read(forge::elf({{".text", "code"}})),
                         "it has no section .crate.info");
  forge::expectNotACrate(forge::read(forge::archive({{"a.txt", "text"}})),
                         "its first member is not an ELF file");
  forge::expectNotACrate(forge::read(forge::archive({{"empty.o", ""}})),
                         "its first member is not an ELF file");
  forge::Outcome plain = forge::read(forge::archive({{"a.o", forge::elf({{".text", "code"}})}}));
  forge::expectNotACrate(plain, "it has no section .crate.info");
  EXPECT_EQ(plain.place, "member `a.o`");
}

TEST(MetadataReader, RefusesAThinArchiveOfACrate) {
  std::string object = soundObject();
  std::vector<llvm::NewArchiveMember> members;
  members.emplace_back(llvm::MemoryBufferRef(object, "meta.o"));
  auto thin = llvm::writeArchiveToBuffer(members, SymtabWritingMode::NoSymtab,
                                         llvm::object::Archive::K_GNU, true, /*Thin=*/true);
  ASSERT_TRUE(bool(thin));
  forge::expectNotACrate(forge::read((*thin)->getBuffer()), "it is a thin archive");
}

TEST(MetadataReader, FindsTheFirstMemberBehindSymbolsAndLongNames) {
  std::string code = forge::elf({{".text", "code"}});
  for (SymtabWritingMode symbols : {SymtabWritingMode::NoSymtab, SymtabWritingMode::NormalSymtab})
    for (const char *name : {"meta.o", "a_name_that_is_longer_than_sixteen.meta.o"}) {
      forge::Outcome outcome =
          forge::read(forge::archive({{name, soundObject()}, {"code.o", code}}, symbols));
      ASSERT_TRUE(outcome.metadata) << outcome.reason;
      EXPECT_EQ(outcome.metadata->identity.name, "consumer");
    }
  // Handmade, as llvm's writer leaves out a symbol table that is empty.
  auto member = [](std::string name, const std::string &content) {
    name.resize(16, ' ');
    std::string size = std::to_string(content.size());
    size.resize(10, ' ');
    return name + std::string("0           0     0     644     ") + size + "`\n" + content +
           (content.size() % 2 ? "\n" : "");
  };
  for (const char *symbols : {"/", "/SYM64/"}) {
    std::string bytes = "!<arch>\n" + member(symbols, std::string(5, '\0')) +
                        member("//", "longer_than_sixteen.meta.o/\n") + member("/0", soundObject());
    EXPECT_TRUE(forge::read(bytes).metadata) << symbols;
  }
  std::string named = "!<arch>\n" + member("//", "longer_than_sixteen.meta.o/\n") +
                      member("/0", forge::elf({{".text", ""}}));
  EXPECT_EQ(forge::read(named).place, "member `longer_than_sixteen.meta.o`");
  std::string wrong = "!<arch>\n" + member("//", "x/\n") + member("/99", forge::elf({}));
  EXPECT_EQ(forge::read(wrong).place, "member `/99`");
  std::string escape = "!<arch>\n" + member("\x1b[31m\n/", forge::elf({}));
  EXPECT_EQ(forge::read(escape).place, "member `?[31m?`") << "names are fit for a terminal";
}

TEST(MetadataReader, OnlyTheFirstMemberCounts) {
  forge::expectNotACrate(forge::read(forge::archive({{"code.o", forge::elf({{".text", "code"}})},
                                                     {"meta.o", soundObject()}})),
                         "it has no section .crate.info");
}

TEST(MetadataReader, DoesNotTouchTheOtherMembers) {
  size_t page = llvm::sys::Process::getPageSizeEstimate();
  std::string rlib =
      forge::archive({{"meta.o", soundObject()}, {"code.o", std::string(4 * page, 'x')}},
                     SymtabWritingMode::NoSymtab);
  std::error_code error;
  using llvm::sys::Memory;
  llvm::sys::OwningMemoryBlock block(Memory::allocateMappedMemory(
      rlib.size(), nullptr, Memory::MF_READ | Memory::MF_WRITE, error));
  ASSERT_FALSE(error);
  char *start = static_cast<char *>(block.base());
  llvm::copy(rlib, start);
  // A look at the code is a crash now.
  size_t readable = llvm::alignTo(8 + 60 + soundObject().size(), page);
  ASSERT_EQ(mprotect(start + readable, block.allocatedSize() - readable, PROT_NONE), 0);
  EXPECT_TRUE(
      bool(readMetadata(llvm::MemoryBufferRef(llvm::StringRef(start, rlib.size()), "libx.rlib"))));
}

TEST(MetadataReader, ReadsEveryClassAndByteOrder) {
  for (unsigned fileClass : {llvm::ELF::ELFCLASS32, llvm::ELF::ELFCLASS64})
    for (unsigned data : {llvm::ELF::ELFDATA2LSB, llvm::ELF::ELFDATA2MSB}) {
      forge::Outcome outcome = forge::read(forge::elf({{".text", "code"},
                                                       {".crate.info", writeRecord(forge::rlib())},
                                                       {".crate.needs_allocator", "1\n"}},
                                                      fileClass, data));
      ASSERT_TRUE(outcome.metadata) << outcome.reason;
      EXPECT_EQ(writeRecord(*outcome.metadata), writeRecord(forge::rlib()));
      EXPECT_TRUE(outcome.metadata->needsAllocator);
      EXPECT_FALSE(outcome.metadata->allocator);
    }
}

TEST(MetadataReader, RefusesUnknownClassesAndByteOrders) {
  std::string object = soundObject();
  object[llvm::ELF::EI_CLASS] = 3;
  forge::expectMalformed(forge::read(object), "offset 4", "no known file class");
  object = soundObject();
  object[llvm::ELF::EI_DATA] = 0;
  forge::expectMalformed(forge::read(object), "offset 5", "no known byte order");
}

//===----------------------------------------------------------------------===//
// Damage
//===----------------------------------------------------------------------===//

TEST(MetadataReader, EveryTruncationIsAnErrorUpToTheEndOfTheFirstMember) {
  std::string rlib = soundRlib();
  size_t end = 8 + 60 + soundObject().size();
  ASSERT_LT(end, rlib.size());
  for (size_t size = 0; size <= rlib.size(); ++size) {
    forge::Outcome outcome = forge::read(llvm::StringRef(rlib).take_front(size));
    EXPECT_EQ(outcome.metadata.has_value(), size >= end) << size;
    if (size > 8 && size < end) {
      EXPECT_EQ(outcome.kind, MetadataError::Kind::Malformed) << size;
      EXPECT_EQ(outcome.place, size < 68 ? "offset 8" : "offset 68") << size;
    }
  }
  forge::Outcome outcome = forge::read(llvm::StringRef(rlib).take_front(end - 1));
  EXPECT_NE(outcome.reason.find("inside the archive member `consumer.meta.o/`"), std::string::npos)
      << outcome.reason;
}

TEST(MetadataReader, EveryTruncationOfAnObjectIsAnError) {
  std::string object = soundObject();
  for (size_t size = 0; size < object.size(); ++size)
    EXPECT_FALSE(forge::read(llvm::StringRef(object).take_front(size)).metadata) << size;
}

TEST(MetadataReader, FlippedBitsNeverCrash) {
  std::string record = writeRecord(forge::rlib());
  std::vector<std::string> files = {soundRlib()};
  for (unsigned fileClass : {llvm::ELF::ELFCLASS32, llvm::ELF::ELFCLASS64})
    for (unsigned data : {llvm::ELF::ELFDATA2LSB, llvm::ELF::ELFDATA2MSB})
      files.push_back(
          forge::elf({{".crate.info", record}, {".crate.allocator", "1\n"}}, fileClass, data));
  for (const std::string &file : files)
    for (size_t at = 0; at < file.size(); ++at)
      for (unsigned mask : {0xff, 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80}) {
        std::string damaged = file;
        damaged[at] = char(damaged[at] ^ mask);
        // Some of it is read all the same, such as a changed letter of a name.
        forge::read(damaged);
      }
}

TEST(MetadataReader, RefusesDamagedArchiveHeaders) {
  std::string rlib = soundRlib();
  std::string damaged = rlib;
  damaged[8 + 58] = 'x';
  forge::expectMalformed(forge::read(damaged), "offset 8", "does not end as it should");
  damaged = rlib;
  damaged.replace(8 + 48, 10, "12x       ");
  forge::expectMalformed(forge::read(damaged), "offset 56", "is not a number");
  damaged.replace(8 + 48, 10, "          ");
  forge::expectMalformed(forge::read(damaged), "offset 56", "is not a number");
  damaged.replace(8 + 48, 10, "-1        ");
  forge::expectMalformed(forge::read(damaged), "offset 56", "is not a number");
  damaged.replace(8 + 48, 10, "9999999999");
  forge::expectMalformed(forge::read(damaged), "offset 68", "has 9999999999 bytes");
}

TEST(MetadataReader, NamesTheMemberThatIsDamaged) {
  std::string object = soundObject();
  object[0x28] = char(0xff); // e_shoff
  object[0x29] = char(0xff);
  forge::Outcome outcome =
      forge::read(forge::archive({{"meta.o", object}}, SymtabWritingMode::NoSymtab));
  forge::expectMalformed(outcome, "member `meta.o`", "section header table goes past the end");
}

//===----------------------------------------------------------------------===//
// Sections
//===----------------------------------------------------------------------===//

TEST(MetadataReader, RefusesARecordBeyondTheLimit) {
  std::string record = writeRecord(forge::rlib());
  std::string largest = record + std::string(metadataSizeLimit - record.size(), ' ');
  EXPECT_TRUE(forge::read(forge::elfWithRecord(largest)).metadata);
  forge::expectMalformed(forge::read(forge::elfWithRecord(largest + " ")), "section .crate.info",
                         "has 8388609 bytes, and the limit is 8388608");
}

TEST(MetadataReader, RefusesCompressedAndOtherwiseTypedSections) {
  std::string record = writeRecord(forge::rlib());
  forge::expectMalformed(
      forge::read(forge::elf({{".crate.info", record, llvm::ELF::SHF_COMPRESSED}})),
      "section .crate.info", "compressed");
  forge::expectMalformed(
      forge::read(forge::elf({{".crate.info", record, 0, llvm::ELF::SHT_NOBITS}})),
      "section .crate.info", "not of type SHT_PROGBITS");
  forge::expectMalformed(
      forge::read(forge::elf(
          {{".crate.info", record}, {".crate.allocator", "1\n", llvm::ELF::SHF_COMPRESSED}})),
      "section .crate.allocator", "compressed");
}

TEST(MetadataReader, RefusesSectionsThatAreThereTwice) {
  std::string record = writeRecord(forge::rlib());
  forge::expectMalformed(
      forge::read(forge::elf({{".crate.info", record}, {".crate.info (1)", record}})),
      "section .crate.info", "the section is there twice");
  for (llvm::StringRef tag : {allocatorSection, needsAllocatorSection})
    forge::expectMalformed(
        forge::read(
            forge::elf({{".crate.info", record}, {tag.str(), "1\n"}, {tag.str() + " (1)", "1\n"}})),
        "section " + tag.str(), "the section is there twice");
}

TEST(MetadataReader, RefusesTagsThatHoldNoVersion) {
  std::string record = writeRecord(forge::rlib());
  for (const char *text : {"", "1", "\n", "0\n", "-1\n", "x\n", "1\n1\n", "99999999999\n", " 1\n"})
    for (llvm::StringRef tag : {allocatorSection, needsAllocatorSection})
      forge::expectMalformed(forge::read(forge::elf({{".crate.info", record}, {tag.str(), text}})),
                             "section " + tag.str(),
                             "does not hold one version number of the allocator ABI");
}

TEST(MetadataReader, RefusesATagOfANewerAllocatorAbi) {
  forge::Outcome outcome = forge::read(
      forge::elf({{".crate.info", writeRecord(forge::rlib())}, {".crate.allocator", "2\n"}}));
  EXPECT_EQ(outcome.kind, MetadataError::Kind::NewerSchema);
  EXPECT_EQ(outcome.place, "section .crate.allocator");
  EXPECT_EQ(outcome.reason,
            "the tag is of version 2 of the allocator ABI, and the newest that is known here is 1");
}

TEST(MetadataReader, IgnoresOtherSectionsOfTheFamily) {
  EXPECT_TRUE(forge::read(forge::elf({{".crate.info", writeRecord(forge::rlib())},
                                      {".crate.later", "anything"},
                                      {".crate.infos", "anything"}}))
                  .metadata);
}

//===----------------------------------------------------------------------===//
// What the user is told
//===----------------------------------------------------------------------===//

Diagnostic reported(MetadataError::Kind kind, std::string place, std::string reason,
                    llvm::StringRef crate) {
  CollectingConsumer consumer;
  Diagnostics diags(consumer);
  reportMetadataError(llvm::make_error<MetadataError>(kind, "libx.rlib", place, reason), crate,
                      diags);
  EXPECT_EQ(consumer.diagnostics.size(), 1u);
  EXPECT_EQ(diags.errorCount(), 1u);
  return consumer.diagnostics.at(0);
}

TEST(MetadataReader, ReportsMalformedMetadata) {
  Diagnostic said = reported(MetadataError::Kind::Malformed, "section .crate.info, offset 3",
                             "the record ends inside a string", "x");
  EXPECT_EQ(said.code, Code::E0786);
  EXPECT_EQ(said.message, "found invalid metadata files for crate `x`");
  ASSERT_EQ(said.attachments.size(), 3u);
  EXPECT_EQ(said.attachments[0].message, "file `libx.rlib`, section .crate.info, offset 3");
  EXPECT_EQ(said.attachments[1].message, "the record ends inside a string");
  EXPECT_EQ(said.attachments[2].severity, Severity::Help);
  EXPECT_EQ(reported(MetadataError::Kind::Malformed, "", "r", "").message,
            "found invalid metadata in `libx.rlib`");
}

TEST(MetadataReader, ReportsANewerSchema) {
  CollectingConsumer consumer;
  Diagnostics diags(consumer);
  std::string bytes = forge::elfWithRecord("{\"schema\":7}");
  auto metadata = readMetadata(llvm::MemoryBufferRef(bytes, "libx.rlib"));
  ASSERT_FALSE(bool(metadata));
  reportMetadataError(metadata.takeError(), "x", diags);
  ASSERT_EQ(consumer.diagnostics.size(), 1u);
  const Diagnostic &said = consumer.diagnostics[0];
  EXPECT_EQ(said.code, Code::E0514);
  EXPECT_EQ(said.message, "found crate `x` compiled by a later version of cratec");
  ASSERT_EQ(said.attachments.size(), 3u);
  EXPECT_EQ(said.attachments[0].message, "file `libx.rlib`, section .crate.info");
  EXPECT_EQ(said.attachments[1].message,
            "the record has schema 7, and the newest that is known here is 1");
}

TEST(MetadataReader, ReportsUnreadableFilesAndOtherFiles) {
  Diagnostic said = reported(MetadataError::Kind::Unreadable, "", "No such file or directory", "");
  EXPECT_EQ(said.code, Code::C01);
  EXPECT_EQ(said.message, "cannot read `libx.rlib`: No such file or directory");
  EXPECT_TRUE(said.attachments.empty());

  said = reported(MetadataError::Kind::NotACrate, "member `a.o`", "it has no section .crate.info",
                  "x");
  EXPECT_EQ(said.code, Code::E0786);
  EXPECT_EQ(said.message, "found invalid metadata files for crate `x`");
  ASSERT_EQ(said.attachments.size(), 2u);
  EXPECT_EQ(said.attachments[0].message,
            "`libx.rlib` is not a crate: it has no section .crate.info");
  EXPECT_EQ(said.attachments[1].message, "file `libx.rlib`, member `a.o`");
}

TEST(MetadataReader, LogsFilePlaceAndReason) {
  EXPECT_EQ(llvm::toString(llvm::make_error<MetadataError>(MetadataError::Kind::Malformed, "f",
                                                           "offset 3", "it is damaged")),
            "f: offset 3: it is damaged");
  EXPECT_EQ(llvm::toString(llvm::make_error<MetadataError>(MetadataError::Kind::NotACrate, "f", "",
                                                           "it is empty")),
            "f: it is empty");
}

} // namespace
} // namespace linkcheck
