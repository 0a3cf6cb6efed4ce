//===- Answers.h - what `--print`, `-V` and `--explain` say -------*- C++ -*-===//
//
// Requests of `--print` are answered together, in their order, as soon as the last
// of them can be: tools read the answers by their order.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CrateDescription.h"

#include <llvm/Support/raw_ostream.h>

namespace cratec {

/// Answers what needs no crate: help, version, `--explain`, `-Z ls`, and requests about
/// the installation alone. True when the run is done with that.
bool answerWithoutCrate(const Session &session, llvm::raw_ostream &out,
                        linkcheck::Diagnostics &diags);

/// Answers requests that go no further than the crate's name and files. True when the
/// run is done.
bool answerAboutCrate(const Session &session, const CrateDescription &description,
                      llvm::raw_ostream &out, linkcheck::Diagnostics &diags);

/// Answers those that need the graph and the allocators, and all others where one asks
/// about the link. True when the run is done.
bool answerAboutResolutions(const Session &session, const CrateDescription &description,
                            llvm::ArrayRef<linkcheck::ArtifactResolution> resolutions,
                            const linkcheck::CrateGraph &graph, llvm::raw_ostream &out,
                            linkcheck::Diagnostics &diags);

/// `words` as a POSIX shell would take them back.
std::string quoteForShell(llvm::ArrayRef<std::string> words);

} // namespace cratec
