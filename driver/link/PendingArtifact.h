//===- PendingArtifact.h - a file that is not finished yet -------*- C++ -*-===//
//
// An artifact and what its link needs besides are written under temporary names
// in the artifact's folder: a rename within a folder is atomic. Whatever happens
// before commit(), signals included, they are removed and what stood under the
// final name stays.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <memory>
#include <optional>

namespace cratec {

/// Whether `output` can be replaced by a file: it is none yet or a regular one.
/// Says C01 otherwise.
bool checkOutput(llvm::StringRef output, linkcheck::Diagnostics &diags);

class PendingArtifact {
public:
  /// Makes an empty file beside `output`. With `keep` the further files stay at
  /// last, named `output` and their ending. Says C01 on failure.
  static std::unique_ptr<PendingArtifact> create(llvm::StringRef output, bool keep,
                                                 linkcheck::Diagnostics &diags);
  PendingArtifact(const PendingArtifact &) = delete;
  PendingArtifact &operator=(const PendingArtifact &) = delete;
  ~PendingArtifact();

  /// Where the artifact is written for now.
  const std::string &path() const { return temporary; }
  /// A path for a further file of this link: path() and `ending`.
  std::string add(llvm::StringRef ending);
  /// Writes such a file. Says C01 on failure.
  bool write(llvm::StringRef path, llvm::StringRef contents, linkcheck::Diagnostics &diags);
  /// Gives the artifact its final name. Says C01 on failure.
  bool commit(linkcheck::Diagnostics &diags);

private:
  PendingArtifact(std::string output, std::string temporary, bool keep);

  std::string output;
  std::string temporary;
  bool keep;
  bool committed = false;
  std::vector<std::string> endings; ///< of the further files
};

} // namespace cratec
