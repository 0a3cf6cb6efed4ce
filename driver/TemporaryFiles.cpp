//===- TemporaryFiles.cpp - intermediate files of one run ---------*- C++ -*-===//

#include "driver/TemporaryFiles.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Signals.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {

std::optional<std::string> TemporaryFiles::create(StringRef stem, StringRef ending,
                                                  Diagnostics &diags) {
  llvm::SmallString<128> path;
  if (!keepIn.empty()) {
    path = keepIn;
    llvm::sys::path::append(path, stem + ".cratec." + ending);
    return path.str().str();
  }
  if (std::error_code failure = llvm::sys::fs::createTemporaryFile(stem, ending, path)) {
    diags.error(Code::C01, "couldn't create a temporary file: {}", failure.message())
        .help("set TMPDIR to a folder that can be written to");
    return std::nullopt;
  }
  llvm::sys::RemoveFileOnSignal(path);
  paths.push_back(path.str().str());
  return paths.back();
}

TemporaryFiles::~TemporaryFiles() {
  for (const std::string &path : paths) {
    // A file that is gone already is as good as removed.
    (void)llvm::sys::fs::remove(path);
    llvm::sys::DontRemoveFileOnSignal(path);
  }
}

} // namespace cratec
