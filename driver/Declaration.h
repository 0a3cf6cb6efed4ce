//===- Declaration.h - what a source says of its crate ------------*- C++ -*-===//
//
// `#![crate_name = "…"]`, `extern crate`, and what <crate/crate.h> says in C: every
// language declares its crate in these words.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/ADT/ArrayRef.h>

namespace cratec {

struct Declaration {
  enum class Key {
    CrateName,
    CrateType,
    Allocator,
    NeedsAllocator,
    NoStd,
    ExternCrate,
    LinkLibrary
  };
  Key key;
  std::string value;
  linkcheck::SourceLocation where; ///< unknown for what stands in no source, such as `std`
  std::string condition = {};      ///< of a library: the predicate of `#[link(…, cfg(…))]`
};
llvm::StringRef spelling(Declaration::Key key);
std::optional<Declaration::Key> parseDeclarationKey(llvm::StringRef text);

/// `-Z dump=declarations`.
std::string printDeclarations(llvm::ArrayRef<Declaration> declarations);

} // namespace cratec
