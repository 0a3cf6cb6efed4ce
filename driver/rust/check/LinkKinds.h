//===- LinkKinds.h - the kinds of `#[link]` -----------------------*- C++ -*-===//

#pragma once

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

namespace cratec::rust {

/// What `kind` may be: as after `-l` on the command line, with the form of the
/// allocator that a library is for.
inline bool isLinkKind(llvm::StringRef kind) {
  static constexpr llvm::StringRef kinds[] = {"static",         "dylib",      "static:host",
                                              "static:guest",   "dylib:host", "dylib:guest",
                                              "static-nobundle"};
  return llvm::is_contained(kinds, kind);
}

} // namespace cratec::rust
