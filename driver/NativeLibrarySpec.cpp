//===- NativeLibrarySpec.cpp - `-l` and LINK_LIBRARY --------------*- C++ -*-===//

#include "driver/NativeLibrarySpec.h"

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

llvm::Error complain(const std::string &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message.c_str());
}

} // namespace

llvm::Expected<NativeLibrary> parseNativeLibrary(StringRef text) {
  NativeLibrary library;
  StringRef name = text;
  if (text.contains('=')) {
    auto [words, rest] = text.split('=');
    auto [kindWord, formWord] = words.split(':');
    name = rest;
    std::optional<NativeKind> kind = parseNativeKind(kindWord);
    if (!kind)
      return complain(
          fmt::format("unknown library kind `{}`, expected one of: static, dylib", kindWord.str()));
    library.kind = *kind;
    if (words.contains(':')) {
      library.form = parseAllocatorForm(formWord);
      if (!library.form)
        return complain(fmt::format("unknown form `{}` of library `{}`, expected host or guest",
                                    formWord.str(), name.str()));
    }
  }
  if (name.empty())
    return complain("library name must not be empty");
  if (name.contains('/') || name.contains('\0'))
    return complain(fmt::format("library name `{}` must be a name, not a path", name.str()));
  library.name = name.str();
  return library;
}

} // namespace cratec
