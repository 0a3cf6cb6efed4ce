//===- NativeCrate.h - from native sources to modules -------------*- C++ -*-===//
//
// Everything becomes an LLVM module: C and C++ by clang as a subprocess, LLVM
// assembly and bitcode by reading. Only assembly and objects stay what they are.
// What the sources declare of their crate is known when this step is done, and
// no code has been generated.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/SourceCrate.h"

namespace cratec {

/// Runs clang and LLVM's readers. All independent errors are said; nothing after one.
std::optional<SourceCrate> loadNativeCrate(llvm::ArrayRef<Input> inputs, const Session &session,
                                           TemporaryFiles &temporaries,
                                           linkcheck::Diagnostics &diags);

/// Says what clang wrote to its standard error, each message with its place, with
/// C05. Returns whether there was an error among it.
bool reportClangMessages(llvm::StringRef output, llvm::StringRef input,
                         linkcheck::Diagnostics &diags);

/// The files that a make rule as clang's -MD writes it depends on.
std::vector<std::string> parseDependencyFile(llvm::StringRef text);

} // namespace cratec
