//===- AllocatorAuditTest.cpp - R14 on files that were not compiled -------===//

#include "linkcheck/audit/AllocatorAudit.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Object/ArchiveWriter.h>
#include <llvm/ObjectYAML/yaml2obj.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/YAMLTraits.h>

using namespace linkcheck;

namespace {

std::string toObject(const std::string &yaml) {
  llvm::SmallString<0> bytes;
  llvm::raw_svector_ostream out(bytes);
  llvm::yaml::Input input(yaml);
  EXPECT_TRUE(llvm::yaml::convertYAML(
      input, out, [](const llvm::Twine &message) { ADD_FAILURE() << message.str(); }));
  return bytes.str().str();
}

std::string symbolYaml(const std::string &name, const std::string &binding = "STB_GLOBAL") {
  return "  - {Name: " + name + ", Section: .text, Type: STT_FUNC, Binding: " + binding + "}\n";
}

std::string allFive(const std::string &binding = "STB_GLOBAL") {
  std::string yaml;
  for (llvm::StringRef name : allocatorFunctions)
    yaml += symbolYaml(name.str(), binding);
  return yaml;
}

/// A file of `type` whose symbol table (`key`: Symbols or DynamicSymbols) is `symbols`.
std::string elf(const std::string &symbols, const std::string &key = "Symbols",
                const std::string &type = "ET_DYN", const std::string &fileClass = "ELFCLASS64",
                const std::string &data = "ELFDATA2LSB") {
  return toObject("--- !ELF\nFileHeader: {Class: " + fileClass + ", Data: " + data +
                  ", Type: " + type +
                  ", Machine: EM_NONE}\nSections:\n"
                  "  - {Name: .text, Type: SHT_PROGBITS, Flags: [SHF_ALLOC], Size: 16}\n" +
                  (symbols.empty() ? "" : key + ":\n" + symbols) + "...\n");
}

AllocatorSymbols mustRead(llvm::StringRef bytes) {
  auto symbols = readAllocatorSymbols(llvm::MemoryBufferRef(bytes, "test"));
  if (!symbols) {
    ADD_FAILURE() << llvm::toString(symbols.takeError());
    return {};
  }
  return *symbols;
}

std::string readingFails(llvm::StringRef bytes) {
  auto symbols = readAllocatorSymbols(llvm::MemoryBufferRef(bytes, "test"));
  return symbols ? "" : llvm::toString(symbols.takeError());
}

std::string archiveOf(const std::vector<std::pair<std::string, std::string>> &members) {
  std::vector<llvm::NewArchiveMember> added;
  for (const auto &[name, contents] : members) {
    added.emplace_back(llvm::MemoryBufferRef(contents, name));
    added.back().MemberName = name;
  }
  auto buffer = llvm::writeArchiveToBuffer(added, llvm::SymtabWritingMode::NoSymtab,
                                           llvm::object::Archive::K_GNU, true, false);
  EXPECT_TRUE(bool(buffer));
  return (*buffer)->getBuffer().str();
}

class AllocatorAudit : public testing::Test {
protected:
  CollectingConsumer messages;
  Diagnostics diags{messages};
  AllocatorExpectation expectation;

  AllocatorAudit() {
    expectation.artifact = "main";
    expectation.inside = true;
    expectation.crate = "alloc_a";
  }

  bool audit(llvm::StringRef bytes) {
    llvm::SmallString<64> path;
    EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("audit", "bin", path));
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << bytes;
    EXPECT_FALSE(error);
    bool holds = auditAllocator(path, expectation, diags);
    EXPECT_EQ(holds, !diags.hasErrors());
    llvm::sys::fs::remove(path);
    return holds;
  }
  void providedBy(const std::string &crate, const std::string &input) {
    expectation.providers.emplace();
    for (llvm::StringRef name : allocatorFunctions)
      expectation.providers->push_back({name.str(), crate, input});
  }
  std::string notes() {
    std::string text;
    for (const Diagnostic &message : messages.diagnostics)
      for (const Attachment &attachment : message.attachments)
        if (attachment.severity == Severity::Note)
          text += attachment.message + "\n";
    return text;
  }
};

constexpr const char *five = "`__rust_allocate`, `__rust_deallocate`, `__rust_reallocate`, "
                             "`__rust_reallocate_inplace`, `__rust_usable_size`";

} // namespace

TEST(AllocatorSymbols, FindsDefinitionsOfEveryBinding) {
  AllocatorSymbols symbols = mustRead(elf(symbolYaml("__rust_allocate", "STB_LOCAL") +
                                          symbolYaml("__rust_deallocate", "STB_WEAK") +
                                          symbolYaml("malloc") + symbolYaml("__rust_usable_size")));
  EXPECT_TRUE(symbols.complete);
  EXPECT_EQ(symbols.definitions,
            (std::vector<AllocatorDefinition>{{"__rust_allocate", "", SymbolBinding::Local},
                                              {"__rust_deallocate", "", SymbolBinding::Weak},
                                              {"__rust_usable_size", "", SymbolBinding::Global}}));
}

TEST(AllocatorSymbols, AReferenceIsNoDefinition) {
  AllocatorSymbols symbols = mustRead(elf("  - {Name: __rust_allocate, Binding: STB_GLOBAL}\n"));
  EXPECT_TRUE(symbols.definitions.empty());
}

TEST(AllocatorSymbols, AStrippedFileHasItsDynamicSymbolsOnly) {
  AllocatorSymbols symbols = mustRead(elf(symbolYaml("__rust_allocate"), "DynamicSymbols"));
  EXPECT_FALSE(symbols.complete);
  EXPECT_EQ(symbols.count("__rust_allocate"), 1u);
}

TEST(AllocatorSymbols, ReadsEveryElfClass) {
  for (const char *fileClass : {"ELFCLASS32", "ELFCLASS64"})
    for (const char *data : {"ELFDATA2LSB", "ELFDATA2MSB"})
      EXPECT_EQ(mustRead(elf(allFive(), "Symbols", "ET_REL", fileClass, data)).definitions.size(),
                5u)
          << fileClass << " " << data;
}

TEST(AllocatorSymbols, ReadsEveryMemberOfAnArchive) {
  AllocatorSymbols symbols =
      mustRead(archiveOf({{"a.o", elf(symbolYaml("__rust_allocate"), "Symbols", "ET_REL")},
                          {"notes.txt", "no object\n"},
                          {"b.o", elf(symbolYaml("__rust_allocate"), "Symbols", "ET_REL")}}));
  ASSERT_EQ(symbols.definitions.size(), 2u);
  EXPECT_EQ(symbols.definitions[0].member, "a.o");
  EXPECT_EQ(symbols.definitions[1].member, "b.o");
}

TEST(AllocatorSymbols, RefusesWhatIsNoBinary) {
  EXPECT_EQ(readingFails("#!/bin/sh\n"), "it is neither an ELF file nor an archive");
  EXPECT_EQ(readingFails(""), "it is neither an ELF file nor an archive");
}

TEST(AllocatorSymbols, NamesTheDamagedMember) {
  std::string object = elf(allFive(), "Symbols", "ET_REL");
  EXPECT_NE(readingFails(archiveOf({{"a.o", object}, {"b.o", object.substr(0, 100)}}))
                .find("member `b.o`: "),
            std::string::npos);
}

// Every prefix of a file, and every file with one damaged byte in its headers or
// tables, is read or refused; neither may crash.
TEST(AllocatorSymbols, SurvivesEveryTruncationAndDamage) {
  for (const std::string &whole : {elf(allFive()), archiveOf({{"a.o", elf(allFive())}})}) {
    for (size_t size = 0; size != whole.size(); ++size)
      readingFails(whole.substr(0, size));
    for (size_t place = 0; place != whole.size(); ++place)
      for (char value : {'\0', '\x7f', '\xff'}) {
        std::string damaged = whole;
        damaged[place] = value;
        readingFails(damaged);
      }
  }
}

TEST_F(AllocatorAudit, PassesWhereFileAndLinkerAgree) {
  providedBy("alloc_a", "crate `alloc_a` (a.o)");
  EXPECT_TRUE(audit(elf(allFive("STB_LOCAL"))));
}

TEST_F(AllocatorAudit, NamesTheInputThatTookTheAllocatorsPlace) {
  providedBy("main", "crate `main`");
  EXPECT_FALSE(audit(elf(allFive())));
  EXPECT_EQ(messages.diagnostics.at(0).code, Code::A14);
  EXPECT_EQ(messages.diagnostics.at(0).message,
            "the artifact `main` does not hold the allocator that was chosen");
  EXPECT_EQ(notes(), std::string(five) +
                         ": taken from crate `main`\n"
                         "the chosen allocator is the crate `alloc_a`, which must define all five "
                         "functions\n");
}

TEST_F(AllocatorAudit, NamesWhatIsMissingAndWhatIsThereTwice) {
  EXPECT_FALSE(audit(elf(symbolYaml("__rust_allocate", "STB_LOCAL") +
                         symbolYaml("__rust_deallocate") + symbolYaml("__rust_reallocate") +
                         symbolYaml("__rust_usable_size") + symbolYaml("__rust_allocate (1)"))));
  EXPECT_NE(notes().find("`__rust_allocate`: defined 2 times in the file (local, global)\n"
                         "`__rust_reallocate_inplace`: not defined in the file\n"),
            std::string::npos)
      << notes();
}

TEST_F(AllocatorAudit, AnArtifactWithoutAnAllocatorHoldsNone) {
  expectation.inside = false;
  expectation.providers.emplace();
  EXPECT_TRUE(audit(elf("  - {Name: __rust_allocate, Binding: STB_GLOBAL}\n")));
  EXPECT_FALSE(audit(elf(allFive())));
  EXPECT_NE(notes().find(std::string(five) + ": defined in the file\n"), std::string::npos);
}

// A hidden definition of a stripped file leaves no trace; the linker saw it.
TEST_F(AllocatorAudit, TrustsTheLinkerWhereTheFileIsStripped) {
  providedBy("alloc_a", "crate `alloc_a` (a.o)");
  EXPECT_TRUE(audit(elf(symbolYaml("other"), "DynamicSymbols")));
}

TEST_F(AllocatorAudit, AFileThatCannotBeReadIsNotTrusted) {
  EXPECT_FALSE(audit("not a binary"));
  EXPECT_EQ(messages.diagnostics.at(0).code, Code::A14);
  EXPECT_FALSE(auditAllocator("/nonexistent/file", expectation, diags));
  EXPECT_EQ(messages.diagnostics.at(1).code, Code::C01);
}
