//===- ObjectCopy.cpp - object files with changed symbols -----------------===//

#include "driver/link/ObjectCopy.h"

#include <llvm/BinaryFormat/ELF.h>
#include <llvm/ObjCopy/ConfigManager.h>
#include <llvm/ObjCopy/ObjCopy.h>
#include <llvm/Object/ObjectFile.h>
#include <llvm/Support/raw_ostream.h>

using namespace cratec;
using namespace llvm::objcopy;

namespace {

/// What LLVM calls it (EmbedBitcodePass).
constexpr llvm::StringLiteral bitcodeSection = ".llvm.lto";

llvm::Error match(NameMatcher &matcher, llvm::StringRef name) {
  return matcher.addMatcher(
      NameOrPattern::create(name, MatchStyle::Literal, [](llvm::Error error) { return error; }));
}

llvm::Expected<ObjectBytes> transform(llvm::MemoryBufferRef object, ConfigManager &config) {
  // The ObjCopy library reads and writes ELF here, and nothing else.
  auto binary = llvm::object::ObjectFile::createELFObjectFile(object, /*InitContent=*/false);
  if (!binary)
    return binary.takeError();
  config.Common.InputFilename = object.getBufferIdentifier();
  config.Common.OutputFilename = object.getBufferIdentifier();
  ObjectBytes bytes;
  llvm::raw_svector_ostream out(bytes);
  if (llvm::Error error = executeObjcopyOnBinary(config, **binary, out))
    return error;
  return bytes;
}

} // namespace

llvm::Expected<ObjectBytes> cratec::localizeSymbols(llvm::MemoryBufferRef object,
                                                    llvm::ArrayRef<std::string> keep) {
  ConfigManager config;
  llvm::Error error = llvm::Error::success();
  auto add = [&](NameMatcher &matcher, llvm::StringRef name) {
    error = llvm::joinErrors(std::move(error), match(matcher, name));
  };
  // The matcher counts as absent while it is empty, and everything would stay
  // global: no symbol has the empty name.
  add(config.Common.SymbolsToKeepGlobal, "");
  for (const std::string &symbol : keep)
    add(config.Common.SymbolsToKeepGlobal, symbol);
  add(config.Common.ToRemove, ".crate.decl");
  add(config.Common.ToRemove, bitcodeSection);
  // It lists symbols by their number, and the numbers change.
  add(config.Common.ToRemove, ".llvm_addrsig");
  if (error)
    return error;
  config.ELF.KeepFileSymbols = true;
  return transform(object, config);
}

llvm::Expected<ObjectBytes> cratec::renameSymbols(llvm::MemoryBufferRef object,
                                                  const SymbolRenames &renames) {
  ConfigManager config;
  for (const auto &[from, to] : renames)
    config.Common.SymbolsToRename[from] = to;
  if (llvm::Error error = match(config.Common.ToRemove, bitcodeSection))
    return error;
  config.ELF.KeepFileSymbols = true;
  return transform(object, config);
}

llvm::Expected<ObjectBytes> cratec::embedBitcode(llvm::MemoryBufferRef object,
                                                 llvm::StringRef bitcode) {
  ConfigManager config;
  config.Common.AddSection.emplace_back(
      bitcodeSection, llvm::MemoryBuffer::getMemBuffer(bitcode, bitcodeSection,
                                                       /*RequiresNullTerminator=*/false));
  config.Common.SetSectionFlags[bitcodeSection] = {bitcodeSection, SectionFlag::SecExclude};
  config.Common.SetSectionType[bitcodeSection] = llvm::ELF::SHT_LLVM_LTO;
  config.ELF.KeepFileSymbols = true;
  return transform(object, config);
}

llvm::Expected<ObjectBytes> cratec::stripImage(llvm::MemoryBufferRef image, StripKind kind) {
  ConfigManager config;
  config.Common.StripDebug = kind == StripKind::DebugInfo;
  config.Common.StripAll = kind == StripKind::Symbols;
  // "All" would be every section that is not loaded.
  for (llvm::StringRef section : {".crate.info", ".crate.allocator", ".crate.needs_allocator",
                                  ".crate.interface", ".comment"})
    if (llvm::Error error = match(config.Common.KeepSection, section))
      return error;
  return transform(image, config);
}
