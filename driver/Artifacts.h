//===- Artifacts.h - from objects to files ------------------------*- C++ -*-===//

#pragma once

#include "driver/CompiledCrate.h"
#include "driver/link/Link.h"

#include <llvm/Support/raw_ostream.h>

namespace cratec {

/// Writes the artifact of `resolution`: an rlib, or what a link gives. Answers
/// `--print link-args` and the dumps of metadata and plan on `out`. False after an
/// error, which has been said; then nothing was written.
bool writeArtifact(const linkcheck::ArtifactResolution &resolution, const CompiledCrate &compiled,
                   const CrateDescription &description, const Session &session,
                   TemporaryFiles &temporaries, llvm::raw_ostream &out,
                   linkcheck::Diagnostics &diags);

/// Writes the `.rmeta` file of `--emit metadata`.
bool writeMetadataFile(const linkcheck::ArtifactResolution &resolution,
                       const CompiledCrate &compiled, const CrateDescription &description,
                       const Session &session, linkcheck::Diagnostics &diags);

/// Writes the make rules of `--emit dep-info`: every output depends on every
/// source file, and each source file has an empty rule so that a deleted header
/// does not stop a build. Comments, as rustc's, tell Cargo of environment variables.
/// `stems` as for outputPaths().
bool writeDependencyFile(const CrateDescription &description, llvm::ArrayRef<std::string> stems,
                         const SourceReads &reads, const Session &session,
                         linkcheck::Diagnostics &diags);

} // namespace cratec
