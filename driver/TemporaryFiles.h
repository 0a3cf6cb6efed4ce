//===- TemporaryFiles.h - intermediate files of one run -----------*- C++ -*-===//
//
// Bitcode, objects and dependency lists between the steps. They live in the
// system's temporary folder, or with `-C save-temps` beside the output under
// names that stay. All that must not stay is removed when the run ends, also by
// a signal.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/ADT/StringRef.h>

namespace cratec {

class TemporaryFiles {
public:
  /// `keepIn`: the folder to keep the files in, or empty to remove them.
  explicit TemporaryFiles(std::string keepIn) : keepIn(std::move(keepIn)) {}
  TemporaryFiles(const TemporaryFiles &) = delete;
  TemporaryFiles &operator=(const TemporaryFiles &) = delete;
  ~TemporaryFiles();

  /// A path for a new file: unique, or `<stem>.cratec.<ending>` where it is kept.
  /// The file exists, empty, unless it is kept. Says C01 on failure.
  std::optional<std::string> create(llvm::StringRef stem, llvm::StringRef ending,
                                    linkcheck::Diagnostics &diags);

private:
  std::string keepIn;
  std::vector<std::string> paths;
};

} // namespace cratec
