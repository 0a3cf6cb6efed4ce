//===- LinkageMessages.h - what can be wrong with a linkage -----*- C++ -*-===//
//
// The words that the computation of a LinkageTable and its verification have in
// common; rustc's, with the path to each crate involved.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/LinkageTable.h"

namespace linkcheck {

/// The place in the local crate's source that leads to `crate`; not known where
/// the command line does.
SourceLocation whereItCameIn(const CrateGraph &graph, CrateIndex crate);

/// "cannot satisfy dependencies so `X` only shows up once". `places` are the
/// predicates of notes: "is inside the dylib `a`".
void reportSeveralPlaces(const CrateGraph &graph, const CrateIdentity &crate,
                         llvm::ArrayRef<std::string> places, Diagnostics &diags);

/// The predicate for a crate that is inside the dylib form of `dylib`.
std::string insideDylib(const CrateGraph &graph, CrateIndex dylib);

/// "crate `X` required to be available in rlib format, but was not found in this
/// form". `form` is `rlib` or `dylib`.
void reportMissingForm(const CrateGraph &graph, CrateIndex crate, llvm::StringRef form,
                       const std::string &reason, Diagnostics &diags);

} // namespace linkcheck
