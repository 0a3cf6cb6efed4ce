//===- Output.h - what a run writes, and where --------------------*- C++ -*-===//
//
// File names as rustc's: `<name><extra>` for an executable, `lib<name><extra>`
// with the type's ending for libraries, in `--out-dir`, else in the folder of
// `-o`, else here. `-o` names the output where there is only one; among several
// it still names the artifact, the others are beside it with its name; for
// several artifacts only its folder counts.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Session.h"
#include "linkcheck/graph/CrateGraph.h"

namespace cratec {

/// What file names are made of: libraries are called after the crate, all else after
/// the source, which may have hyphens, unless the crate was given a name.
struct OutputNames {
  std::string crate;
  std::string stem;
};

/// The path of the artifact of `type`.
std::string artifactPath(const Session &session, const OutputNames &names,
                         llvm::ArrayRef<linkcheck::CrateType> types, linkcheck::CrateType type);

/// The path of an emitted file other than the artifact; `unit` tells the files
/// of several inputs apart and is empty where there is one.
std::string emittedPath(const Session &session, const OutputNames &names, EmitKind kind,
                        llvm::StringRef unit);

/// The path of every file that the run is to write. `units` as for emittedPath(), one a unit.
std::vector<std::string> outputPaths(const Session &session, const OutputNames &names,
                                     llvm::ArrayRef<linkcheck::CrateType> types,
                                     llvm::ArrayRef<std::string> units);

/// Warns where `-o` cannot be followed, refuses where an output is an input, a
/// folder, or written twice. `units` as for outputPaths().
bool checkOutputs(const Session &session, const OutputNames &names,
                  llvm::ArrayRef<linkcheck::CrateType> types, llvm::ArrayRef<std::string> units,
                  linkcheck::Diagnostics &diags);

/// Refuses where an output is the file of a crate in the graph.
bool checkCratesAreKept(const Session &session, const OutputNames &names,
                        const linkcheck::CrateGraph &graph,
                        llvm::ArrayRef<linkcheck::CrateType> types, linkcheck::Diagnostics &diags);

/// Makes the folder of `--out-dir`. Says C01 when that fails.
bool prepareOutputDirectory(const Session &session, linkcheck::Diagnostics &diags);

/// Writes `contents` to `path` under a temporary name first. Says C01.
bool writeFileAtomically(const std::string &path, llvm::StringRef contents,
                         linkcheck::Diagnostics &diags);

} // namespace cratec
