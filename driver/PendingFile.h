//===- PendingFile.h - a file that is not finished yet -------*- C++ -*-===//
//
// What must be whole or not there at all, and what its making needs besides, is
// written under temporary names in its folder: a rename within a folder is
// atomic. Whatever happens before commit(), signals included, they are removed
// and what stood under the final name stays.
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

class PendingFile {
public:
  /// Makes an empty file beside `output`. With `keep` the further files stay at
  /// last, named `output` and their ending. Says C01 on failure.
  static std::unique_ptr<PendingFile> create(llvm::StringRef output, bool keep,
                                             linkcheck::Diagnostics &diags);
  PendingFile(const PendingFile &) = delete;
  PendingFile &operator=(const PendingFile &) = delete;
  ~PendingFile();

  /// Where the file is written for now.
  const std::string &path() const { return temporary; }
  /// A path for a further file: path() and `ending`.
  std::string add(llvm::StringRef ending);
  /// Writes such a file. Says C01 on failure.
  bool write(llvm::StringRef path, llvm::StringRef contents, linkcheck::Diagnostics &diags);
  /// Gives the file its final name. Says C01 on failure.
  bool commit(linkcheck::Diagnostics &diags);

private:
  PendingFile(std::string output, std::string temporary, bool keep);

  std::string output;
  std::string temporary;
  bool keep;
  bool committed = false;
  std::vector<std::string> endings; ///< of the further files
};

} // namespace cratec
