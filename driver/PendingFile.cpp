//===- PendingFile.cpp - a file that is not finished yet --------------===//

#include "driver/PendingFile.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Signals.h>
#include <llvm/Support/raw_ostream.h>

using namespace cratec;
using linkcheck::Code;

bool cratec::checkOutput(llvm::StringRef output, linkcheck::Diagnostics &diags) {
  llvm::sys::fs::file_status status;
  if (llvm::sys::fs::status(output, status) ||
      status.type() == llvm::sys::fs::file_type::regular_file)
    return true; // Where there is nothing, writing will tell why it cannot.
  if (status.type() == llvm::sys::fs::file_type::directory_file)
    diags.error(Code::C01, "cannot write `{}`: it is a directory", output.str())
        .help("name another file with `-o`, or the folder with `--out-dir`");
  else
    diags.error(Code::C01, "cannot write `{}`: it is not a regular file", output.str())
        .note("an artifact is written beside its place and then renamed, which would replace it");
  return false;
}

PendingFile::PendingFile(std::string output, std::string temporary, bool keep)
    : output(std::move(output)), temporary(std::move(temporary)), keep(keep) {
  llvm::sys::RemoveFileOnSignal(this->temporary);
}

std::unique_ptr<PendingFile> PendingFile::create(llvm::StringRef output, bool keep,
                                                 linkcheck::Diagnostics &diags) {
  if (!checkOutput(output, diags))
    return nullptr;
  llvm::SmallString<128> temporary;
  if (std::error_code error = llvm::sys::fs::createUniqueFile(output + ".tmp%%%%%%%%", temporary)) {
    diags.error(Code::C01, "cannot write `{}`: {}", output.str(), error.message()).done();
    return nullptr;
  }
  return std::unique_ptr<PendingFile>(new PendingFile(output.str(), temporary.str().str(), keep));
}

/// What a library that crashed while it wrote `path` left under a temporary name
/// of its own, which begins with ours.
static void removeDescendants(const std::string &path) {
  llvm::StringRef folder = llvm::sys::path::parent_path(path);
  std::error_code failure;
  llvm::sys::fs::directory_iterator entry(folder.empty() ? "." : folder, failure), end;
  for (; !failure && entry != end; entry.increment(failure))
    if (llvm::sys::path::filename(entry->path())
            .starts_with((llvm::sys::path::filename(path) + ".").str()))
      llvm::sys::fs::remove(entry->path());
}

PendingFile::~PendingFile() {
  for (const std::string &ending : endings) {
    std::string path = temporary + ending;
    if (keep)
      llvm::sys::fs::rename(path, output + ending);
    else
      llvm::sys::fs::remove(path);
    llvm::sys::DontRemoveFileOnSignal(path);
  }
  if (!committed) {
    llvm::sys::fs::remove(temporary);
    removeDescendants(temporary);
  }
  llvm::sys::DontRemoveFileOnSignal(temporary);
}

std::string PendingFile::add(llvm::StringRef ending) {
  std::string path = temporary + ending.str();
  llvm::sys::RemoveFileOnSignal(path);
  endings.push_back(ending.str());
  return path;
}

bool PendingFile::write(llvm::StringRef path, llvm::StringRef contents,
                        linkcheck::Diagnostics &diags) {
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (!error) {
    out << contents;
    out.close();
    error = out.error();
    out.clear_error();
  }
  if (!error)
    return true;
  diags.error(Code::C01, "cannot write `{}`: {}", path.str(), error.message()).done();
  return false;
}

bool PendingFile::commit(linkcheck::Diagnostics &diags) {
  if (std::error_code error = llvm::sys::fs::rename(temporary, output)) {
    diags.error(Code::C01, "cannot write `{}`: {}", output, error.message()).done();
    return false;
  }
  committed = true;
  return true;
}
