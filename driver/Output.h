//===- Output.h - what a run writes, and where --------------------*- C++ -*-===//
//
// File names as rustc's: `<name><extra>` for an executable, `lib<name><extra>`
// with the type's ending for libraries, in `--out-dir`, else in the folder of
// `-o`, else here. `-o` names the output where there is only one; with several
// it is ignored with a warning, but for its folder.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Session.h"
#include "linkcheck/meta/CrateTypes.h"

namespace cratec {

/// The path of the artifact of `type`.
std::string artifactPath(const Session &session, llvm::StringRef crateName,
                         llvm::ArrayRef<linkcheck::CrateType> types, linkcheck::CrateType type);

/// The path of an emitted file other than the artifact; `stem` tells the files
/// of several inputs apart and is empty where there is one.
std::string emittedPath(const Session &session, llvm::StringRef crateName, EmitKind kind,
                        llvm::StringRef stem);

/// Warns where `-o` cannot be followed, refuses where an output is an input.
bool checkOutputs(const Session &session, llvm::StringRef crateName,
                  llvm::ArrayRef<linkcheck::CrateType> types, size_t unitCount,
                  linkcheck::Diagnostics &diags);

/// Makes the folder of `--out-dir`. Says C01 when that fails.
bool prepareOutputDirectory(const Session &session, linkcheck::Diagnostics &diags);

/// Writes `contents` to `path` under a temporary name first. Says C01.
bool writeFileAtomically(const std::string &path, llvm::StringRef contents,
                         linkcheck::Diagnostics &diags);

} // namespace cratec
