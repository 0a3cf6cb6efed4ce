//===- LinkFixture.h - objects, archives and plans for tests -----*- C++ -*-===//
//
// Real files in a folder that disappears with the test; objects are made from
// YAML, so no compiler takes part.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/link/Archive.h"
#include "driver/link/Link.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Object/ELFObjectFile.h>
#include <llvm/ObjectYAML/yaml2obj.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/YAMLTraits.h>

#include <map>

namespace cratec {

class LinkFixture : public testing::Test {
protected:
  using Names = std::vector<std::string>;

  linkcheck::CollectingConsumer messages;
  linkcheck::Diagnostics diags{messages};
  llvm::SmallString<64> folder;

  LinkFixture() { EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("cratec-link", folder)); }
  ~LinkFixture() override { llvm::sys::fs::remove_directories(folder); }

  std::string path(const std::string &name) const { return (folder + "/" + name).str(); }

  std::string write(const std::string &name, llvm::StringRef contents) {
    std::error_code error;
    llvm::raw_fd_ostream(path(name), error) << contents;
    EXPECT_FALSE(error);
    return path(name);
  }
  std::string read(const std::string &name) {
    auto buffer = llvm::MemoryBuffer::getFile(path(name));
    EXPECT_TRUE(bool(buffer)) << name;
    return buffer ? (*buffer)->getBuffer().str() : "";
  }
  /// The names in the folder, sorted.
  Names files() const {
    Names names;
    std::error_code error;
    for (llvm::sys::fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
      names.push_back(llvm::sys::path::filename(entry->path()).str());
    std::sort(names.begin(), names.end());
    return names;
  }

  /// An x86-64 object in which each of `defined` is a function that returns and
  /// calls all of `called`.
  static std::string objectBytes(const Names &defined, const Names &called = {},
                                 const std::string &extraSections = "") {
    std::string yaml = "--- !ELF\nFileHeader: {Class: ELFCLASS64, Data: ELFDATA2LSB, Type: "
                       "ET_REL, Machine: EM_X86_64}\nSections:\n"
                       "  - {Name: .text, Type: SHT_PROGBITS, Flags: [SHF_ALLOC, SHF_EXECINSTR], "
                       "AddressAlign: 16, Content: 'C3";
    for (size_t call = 0; call != called.size(); ++call)
      yaml += "E800000000";
    yaml += "'}\n" + extraSections;
    if (!called.empty()) {
      yaml += "  - Name: .rela.text\n    Type: SHT_RELA\n    Info: .text\n    Relocations:\n";
      for (size_t call = 0; call != called.size(); ++call)
        yaml += "      - {Offset: " + std::to_string(2 + 5 * call) + ", Symbol: '" + called[call] +
                "', Type: R_X86_64_PLT32, Addend: -4}\n";
    }
    yaml += "Symbols:\n  - {Name: unit.c, Type: STT_FILE, Index: SHN_ABS}\n";
    for (const std::string &name : defined)
      yaml += "  - {Name: '" + name +
              "', Section: .text, Type: STT_FUNC, Size: 1, Binding: STB_GLOBAL}\n";
    for (const std::string &name : called)
      if (std::find(defined.begin(), defined.end(), name) == defined.end())
        yaml += "  - {Name: '" + name + "', Binding: STB_GLOBAL}\n";
    llvm::SmallString<0> bytes;
    llvm::raw_svector_ostream out(bytes);
    yaml += "...\n";
    llvm::yaml::Input input(yaml); // refers to the text
    EXPECT_TRUE(llvm::yaml::convertYAML(
        input, out, [](const llvm::Twine &message) { ADD_FAILURE() << message.str(); }));
    return bytes.str().str();
  }
  std::string object(const std::string &name, const Names &defined, const Names &called = {}) {
    return write(name, objectBytes(defined, called));
  }
  std::string archive(const std::string &name,
                      const std::vector<std::pair<std::string, std::string>> &members) {
    std::vector<LoadedMember> loaded;
    for (const auto &[member, contents] : members)
      loaded.push_back({member, contents});
    EXPECT_FALSE(bool(writeArchiveFile(path(name), loaded)));
    return path(name);
  }
  static Names five() {
    return {linkcheck::allocatorFunctions.begin(), linkcheck::allocatorFunctions.end()};
  }

  /// Symbol -> letter as nm prints it (T, t, U), of an ELF file's full table.
  static std::map<std::string, char> symbolsOf(llvm::StringRef bytes, bool dynamic = false) {
    std::map<std::string, char> result;
    auto file = llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(bytes, "test"));
    EXPECT_TRUE(bool(file));
    auto &elf = llvm::cast<llvm::object::ELFObjectFileBase>(**file);
    auto add = [&](const llvm::object::ELFSymbolRef &symbol) {
      std::string name = llvm::cantFail(symbol.getName()).str();
      bool undefined =
          llvm::cantFail(symbol.getFlags()) & llvm::object::BasicSymbolRef::SF_Undefined;
      if (!name.empty())
        result[name] = undefined ? 'U' : symbol.getBinding() == llvm::ELF::STB_LOCAL ? 't' : 'T';
    };
    if (dynamic)
      for (const auto &symbol : elf.getDynamicSymbolIterators())
        add(symbol);
    else
      for (const auto &symbol : elf.symbols())
        add(symbol);
    return result;
  }

  /// A plan for the host target, without files of the C toolchain.
  LinkPlan planFor(linkcheck::CrateType type, const std::string &output) {
    LinkPlan plan;
    plan.type = type;
    plan.crateName = "main";
    plan.output = path(output);
    plan.target = findTarget("x86_64-unknown-linux-gnu");
    return plan;
  }
  void chooses(LinkPlan &plan, const std::string &allocator) {
    plan.allocator = linkcheck::AllocatorChoice::How::Explicit;
    plan.allocatorCrate = allocator;
    plan.allocatorInside = true;
  }

  /// All that was said, a line each: code, message, then notes and help.
  std::string said() const {
    std::string text;
    for (const linkcheck::Diagnostic &message : messages.diagnostics) {
      if (message.code != linkcheck::Code::None)
        text += linkcheck::infoOf(message.code).id.str() + " ";
      text += message.message + "\n";
      for (const linkcheck::Attachment &attachment : message.attachments)
        text += "  " + attachment.message + "\n";
    }
    return text;
  }
};

} // namespace cratec
