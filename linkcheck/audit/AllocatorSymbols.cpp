//===- AllocatorSymbols.cpp - where a file defines the five ---------------===//

#include "linkcheck/audit/AllocatorSymbols.h"

#include <fmt/format.h>
#include <llvm/BinaryFormat/Magic.h>
#include <llvm/Object/Archive.h>
#include <llvm/Object/ELFObjectFile.h>

#include <algorithm>

using namespace linkcheck;
using namespace llvm::object;

llvm::StringRef linkcheck::spelling(SymbolBinding binding) {
  switch (binding) {
  case SymbolBinding::Local:
    return "local";
  case SymbolBinding::Weak:
    return "weak";
  case SymbolBinding::Global:
    return "global";
  }
  llvm_unreachable("every binding has a spelling");
}

size_t AllocatorSymbols::count(llvm::StringRef symbol) const {
  return std::ranges::count(definitions, symbol, &AllocatorDefinition::symbol);
}

namespace {

SymbolBinding bindingOf(unsigned char elfBinding) {
  if (elfBinding == llvm::ELF::STB_LOCAL)
    return SymbolBinding::Local;
  return elfBinding == llvm::ELF::STB_WEAK ? SymbolBinding::Weak : SymbolBinding::Global;
}

/// Appends what the symbol table `table` of `elf` defines.
template <typename Elf>
llvm::Error readTable(const ELFFile<Elf> &elf, const typename Elf::Shdr &table,
                      llvm::StringRef member, AllocatorSymbols &result) {
  auto sections = elf.sections();
  if (!sections)
    return sections.takeError();
  auto strings = elf.getStringTableForSymtab(table, *sections);
  if (!strings)
    return strings.takeError();
  auto symbols = elf.symbols(&table);
  if (!symbols)
    return symbols.takeError();
  for (const auto &symbol : *symbols) {
    if (symbol.st_shndx == llvm::ELF::SHN_UNDEF)
      continue;
    auto name = symbol.getName(*strings);
    if (!name)
      return name.takeError();
    if (isAllocatorFunction(*name))
      result.definitions.push_back({name->str(), member.str(), bindingOf(symbol.getBinding())});
  }
  return llvm::Error::success();
}

template <typename Elf>
llvm::Error readElf(const ELFFile<Elf> &elf, llvm::StringRef member, AllocatorSymbols &result) {
  auto sections = elf.sections();
  if (!sections)
    return sections.takeError();
  const typename Elf::Shdr *full = nullptr;
  const typename Elf::Shdr *dynamic = nullptr;
  for (const auto &section : *sections) {
    if (section.sh_type == llvm::ELF::SHT_SYMTAB)
      full = &section;
    else if (section.sh_type == llvm::ELF::SHT_DYNSYM)
      dynamic = &section;
  }
  if (full)
    return readTable<Elf>(elf, *full, member, result);
  // A relocatable object without a symbol table defines nothing: the metadata
  // member of an rlib is one. Anything else was stripped.
  if (elf.getHeader().e_type != llvm::ELF::ET_REL)
    result.complete = false;
  return dynamic ? readTable<Elf>(elf, *dynamic, member, result) : llvm::Error::success();
}

llvm::Error readObject(llvm::MemoryBufferRef buffer, llvm::StringRef member,
                       AllocatorSymbols &result) {
  auto binary = ObjectFile::createELFObjectFile(buffer, /*InitContent=*/false);
  if (!binary)
    return binary.takeError();
  if (auto *elf = llvm::dyn_cast<ELF64LEObjectFile>(binary->get()))
    return readElf(elf->getELFFile(), member, result);
  if (auto *elf = llvm::dyn_cast<ELF32LEObjectFile>(binary->get()))
    return readElf(elf->getELFFile(), member, result);
  if (auto *elf = llvm::dyn_cast<ELF64BEObjectFile>(binary->get()))
    return readElf(elf->getELFFile(), member, result);
  return readElf(llvm::cast<ELF32BEObjectFile>(binary->get())->getELFFile(), member, result);
}

bool isElf(llvm::StringRef bytes) {
  return bytes.starts_with(llvm::StringRef("\177ELF", 4));
}

/// Puts the member's name before the reason, for errors inside an archive.
llvm::Error inMember(llvm::StringRef member, llvm::Error error) {
  if (!error)
    return error;
  return llvm::createStringError(
      fmt::format("member `{}`: {}", member.str(), llvm::toString(std::move(error))));
}

/// LLVM's reader checks where the next member begins, not where the last ends.
bool isInside(llvm::StringRef whole, llvm::StringRef part) {
  return part.begin() >= whole.begin() && part.end() <= whole.end();
}

llvm::Error readArchive(llvm::MemoryBufferRef buffer, AllocatorSymbols &result) {
  auto archive = Archive::create(buffer);
  if (!archive)
    return archive.takeError();
  llvm::Error walk = llvm::Error::success();
  for (const Archive::Child &child : (*archive)->children(walk)) {
    auto name = child.getName();
    auto contents = child.getMemoryBufferRef();
    llvm::Error error = llvm::joinErrors(name ? llvm::Error::success() : name.takeError(),
                                         contents ? llvm::Error::success() : contents.takeError());
    if (!error && !(*archive)->isThin() && !isInside(buffer.getBuffer(), contents->getBuffer()))
      error = inMember(*name, llvm::createStringError("it goes past the end of the archive"));
    // What is no object (a text file, bitcode) is nothing that a linker takes
    // machine code from.
    if (!error && isElf(contents->getBuffer()))
      error = inMember(*name, readObject(*contents, *name, result));
    if (error) {
      llvm::consumeError(std::move(walk));
      return error;
    }
  }
  return walk;
}

} // namespace

llvm::Expected<AllocatorSymbols> linkcheck::readAllocatorSymbols(llvm::MemoryBufferRef buffer) {
  AllocatorSymbols result;
  llvm::Error error = llvm::Error::success();
  if (llvm::identify_magic(buffer.getBuffer()) == llvm::file_magic::archive)
    error = llvm::joinErrors(std::move(error), readArchive(buffer, result));
  else if (isElf(buffer.getBuffer()))
    error = llvm::joinErrors(std::move(error), readObject(buffer, "", result));
  else
    error = llvm::joinErrors(std::move(error),
                             llvm::createStringError("it is neither an ELF file nor an archive"));
  if (error)
    return error;
  return result;
}
