//===- RustcLints.h - names of rustc's lints ----------------------*- C++ -*-===//
//
// rustc knows hundreds of lints, and build files name them. Those that have no
// counterpart here are accepted and never said; a name that rustc does not know
// either is a warning (E0602), since it is most likely misspelt.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace cratec {

/// Whether rustc of 2015 or of today has a lint or a group of that name, hyphens
/// being underscores.
bool isRustcLint(llvm::StringRef name);

/// What `-W help` prints: the lints that are said here, with their levels.
std::string lintHelp();

} // namespace cratec
