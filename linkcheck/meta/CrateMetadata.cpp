//===- CrateMetadata.cpp - a crate's validated record ---------------------===//

#include "linkcheck/meta/CrateMetadata.h"

#include "linkcheck/meta/WordTable.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

namespace linkcheck {
namespace {

constexpr Word<DependencyOrigin::By> origins[] = {
    {DependencyOrigin::By::ExternCrate, "extern-crate"},
    {DependencyOrigin::By::CommandLine, "command-line"},
    {DependencyOrigin::By::AllocatorFlag, "allocator-flag"},
    {DependencyOrigin::By::Default, "default"},
};

} // namespace

llvm::StringRef spelling(DependencyOrigin::By by) {
  return wordFor(origins, by);
}

std::optional<DependencyOrigin::By> parseDependencyOrigin(llvm::StringRef text) {
  return valueOf(origins, text);
}

bool isValidCrateName(llvm::StringRef name) {
  return !name.empty() && !llvm::isDigit(name.front()) &&
         llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

} // namespace linkcheck
