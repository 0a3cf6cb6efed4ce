//===- TargetFile.h - targets from JSON files --------------------*- C++ -*-===//
//
// The problem: who builds for a target that has no row in TargetSpec.cpp names a
// JSON file. Field names and messages are rustc's, and the search is too:
//
//   1. A word that ends in `.json` is a file, relative to the current folder.
//   2. Any other word is a built-in target, or else
//   3. `WORD.json` in a folder of $RUST_TARGET_PATH (a colon between two), or else
//   4. `target.json` in the sysroot's folder of that target.
//
// Required are the fields that rustc required in 2016: llvm-target, arch, os,
// data-layout, target-endian and target-pointer-width. What a file leaves out of
// the C toolchain's side follows from `llvm-target`.
//
// Of rustc's fields some cannot matter here: they are accepted. All others that are
// not known are warned about, since to pass over one may be wrong.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/target/TargetSpec.h"

namespace cratec {

/// The target of a file's `text`, called `name`. Says what is wrong, with `path` as
/// the place, and yields nothing then.
std::optional<TargetSpec> readTargetSpec(llvm::StringRef text, llvm::StringRef path,
                                         llvm::StringRef name, linkcheck::Diagnostics &diags);

/// As JSON that readTargetSpec() reads back to the same target, for `--print
/// target-spec-json`; fields sorted, those with their default value left out.
std::string printTargetSpec(const TargetSpec &target);

/// What `--target WORD` means. `home` is the sysroot's folder of targets.
std::optional<TargetSpec> loadTarget(llvm::StringRef word, llvm::StringRef home,
                                     linkcheck::Diagnostics &diags);

} // namespace cratec
