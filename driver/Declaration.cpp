//===- Declaration.cpp - what a source says of its crate ----------*- C++ -*-===//

#include "driver/Declaration.h"

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

struct KeyRow {
  StringRef name;
  Declaration::Key key;
};

constexpr KeyRow keyRows[] = {
    {"crate_name", Declaration::Key::CrateName},
    {"crate_type", Declaration::Key::CrateType},
    {"allocator", Declaration::Key::Allocator},
    {"needs_allocator", Declaration::Key::NeedsAllocator},
    {"no_std", Declaration::Key::NoStd},
    {"extern_crate", Declaration::Key::ExternCrate},
    {"link_library", Declaration::Key::LinkLibrary},
};

} // namespace

StringRef spelling(Declaration::Key key) {
  for (const KeyRow &row : keyRows)
    if (row.key == key)
      return row.name;
  llvm_unreachable("every key has a row");
}

std::optional<Declaration::Key> parseDeclarationKey(StringRef text) {
  for (const KeyRow &row : keyRows)
    if (row.name == text)
      return row.key;
  return std::nullopt;
}

std::string printDeclarations(llvm::ArrayRef<Declaration> declarations) {
  std::string text;
  for (const Declaration &declaration : declarations)
    text += fmt::format("{}: {}{}({})\n", spelling(declaration.key).str(), declaration.value,
                        declaration.value.empty() ? "" : " ", declaration.where.toString());
  return text;
}

} // namespace cratec
