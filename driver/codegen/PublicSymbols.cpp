//===- PublicSymbols.cpp - what an object defines for others ------*- C++ -*-===//

#include "driver/InputFile.h"
#include "driver/codegen/CodeGenerator.h"
#include "linkcheck/meta/CrateTypes.h"

#include <llvm/Object/ELFObjectFile.h>
#include <llvm/Support/MemoryBuffer.h>

using namespace linkcheck;

namespace cratec {
namespace {

/// Whether the symbol lies in a section of a group, as templates and inline
/// functions do.
llvm::Expected<bool> isInGroup(const llvm::object::ELFSymbolRef &symbol,
                               const llvm::object::ObjectFile &object) {
  auto section = symbol.getSection();
  if (!section)
    return section.takeError();
  if (*section == object.section_end())
    return false;
  return (llvm::object::ELFSectionRef(**section).getFlags() & llvm::ELF::SHF_GROUP) != 0;
}

llvm::Error collect(const llvm::object::ELFObjectFileBase &object,
                    std::vector<std::string> &symbols) {
  for (const llvm::object::ELFSymbolRef &symbol : object.symbols()) {
    llvm::Expected<uint32_t> flags = symbol.getFlags();
    if (!flags)
      return flags.takeError();
    bool isWeak = symbol.getBinding() == llvm::ELF::STB_WEAK;
    bool isGlobal = isWeak || symbol.getBinding() == llvm::ELF::STB_GLOBAL;
    unsigned visibility = symbol.getOther() & 3;
    if (!isGlobal || (*flags & llvm::object::SymbolRef::SF_Undefined) ||
        visibility == llvm::ELF::STV_HIDDEN || visibility == llvm::ELF::STV_INTERNAL)
      continue;
    llvm::Expected<llvm::StringRef> name = symbol.getName();
    if (!name)
      return name.takeError();
    if (isWeak) {
      llvm::Expected<bool> grouped = isInGroup(symbol, object);
      if (!grouped)
        return grouped.takeError();
      if (*grouped)
        continue;
    }
    // A version's node belongs to the script that defines it.
    if (!isAllocatorFunction(*name) && !name->contains('@'))
      symbols.push_back(name->str());
  }
  return llvm::Error::success();
}

} // namespace

bool collectPublicSymbols(const std::string &path, std::vector<std::string> &symbols,
                          Diagnostics &diags) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = mapInputFile(path, diags);
  if (!buffer)
    return false;
  auto object = llvm::object::ObjectFile::createELFObjectFile(buffer->getMemBufferRef());
  llvm::Error error = object
                          ? collect(llvm::cast<llvm::object::ELFObjectFileBase>(**object), symbols)
                          : object.takeError();
  if (!error)
    return true;
  diags.error(Code::C05, "`{}` is a damaged object", path)
      .note("{}", llvm::toString(std::move(error)));
  return false;
}

} // namespace cratec
