//===- Answers.h - what `--print`, `-V` and `--explain` say -------*- C++ -*-===//

#pragma once

#include "driver/CrateDescription.h"

#include <llvm/Support/raw_ostream.h>

namespace cratec {

/// Answers what needs no crate: help, version, `--explain`, and the prints about
/// the installation. True when the run is done with that.
bool answerWithoutCrate(const Session &session, llvm::raw_ostream &out,
                        linkcheck::Diagnostics &diags);

/// Answers the prints about the crate's name and files. True when the run is done.
bool answerAboutCrate(const Session &session, const CrateDescription &description,
                      llvm::raw_ostream &out);

/// Answers the prints about the graph and the allocators. True when the run is done.
bool answerAboutResolutions(const Session &session,
                            llvm::ArrayRef<linkcheck::ArtifactResolution> resolutions,
                            const linkcheck::CrateGraph &graph, llvm::raw_ostream &out);

/// `words` as a POSIX shell would take them back.
std::string quoteForShell(llvm::ArrayRef<std::string> words);

} // namespace cratec
