//===- CrateTypes.cpp - the kinds of crates and artifacts -----------------===//
//
// The words also stand in records (FORMAT.md): a changed one is a new schema.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/meta/CrateTypes.h"

#include "linkcheck/meta/WordTable.h"

#include <llvm/ADT/STLExtras.h>

namespace linkcheck {
namespace {

constexpr Word<CrateType> crateTypes[] = {
    {CrateType::Executable, "bin"},      {CrateType::Rlib, "rlib"},
    {CrateType::Dylib, "dylib"},         {CrateType::Cdylib, "cdylib"},
    {CrateType::Staticlib, "staticlib"},
};

constexpr Word<Linkage> linkages[] = {
    {Linkage::NotLinked, "not-linked"},
    {Linkage::IncludedFromDylib, "included-from-dylib"},
    {Linkage::Static, "static"},
    {Linkage::Dynamic, "dynamic"},
};

constexpr Word<Meaning> meanings[] = {
    {Meaning::Explicit, "explicit"},
    {Meaning::Injected, "injected"},
};

constexpr Word<AllocatorForm> allocatorForms[] = {
    {AllocatorForm::Host, "host"},
    {AllocatorForm::Guest, "guest"},
};

constexpr Word<SourceLanguage> sourceLanguages[] = {
    {SourceLanguage::Rust, "rust"},         {SourceLanguage::C, "c"},
    {SourceLanguage::Cxx, "c++"},           {SourceLanguage::LlvmIr, "llvm-ir"},
    {SourceLanguage::Assembly, "assembly"}, {SourceLanguage::Object, "object"},
};

constexpr Word<NativeKind> nativeKinds[] = {
    {NativeKind::Static, "static"},
    {NativeKind::Dylib, "dylib"},
};

} // namespace

llvm::StringRef spelling(CrateType type) {
  return wordFor(crateTypes, type);
}

llvm::StringRef describe(CrateType type) {
  return type == CrateType::Executable ? "executable" : spelling(type);
}

std::optional<CrateType> parseCrateType(llvm::StringRef text) {
  if (text == "lib")
    return CrateType::Rlib;
  return valueOf(crateTypes, text);
}

llvm::StringRef spelling(Linkage linkage) {
  return wordFor(linkages, linkage);
}
std::optional<Linkage> parseLinkage(llvm::StringRef text) {
  return valueOf(linkages, text);
}

llvm::StringRef spelling(Meaning meaning) {
  return wordFor(meanings, meaning);
}
std::optional<Meaning> parseMeaning(llvm::StringRef text) {
  return valueOf(meanings, text);
}

llvm::StringRef spelling(AllocatorForm form) {
  return wordFor(allocatorForms, form);
}
std::optional<AllocatorForm> parseAllocatorForm(llvm::StringRef text) {
  return valueOf(allocatorForms, text);
}

llvm::StringRef spelling(SourceLanguage language) {
  return wordFor(sourceLanguages, language);
}
std::optional<SourceLanguage> parseSourceLanguage(llvm::StringRef text) {
  return valueOf(sourceLanguages, text);
}

llvm::StringRef spelling(NativeKind kind) {
  return wordFor(nativeKinds, kind);
}
std::optional<NativeKind> parseNativeKind(llvm::StringRef text) {
  return valueOf(nativeKinds, text);
}

bool isAllocatorFunction(llvm::StringRef symbol) {
  return llvm::is_contained(allocatorFunctions, symbol);
}

} // namespace linkcheck
