//===- FindTarget.cpp - what `--target` means ------------------------------===//

#include "driver/target/TargetFile.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include <cstdlib>

using namespace linkcheck;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace cratec {
namespace {

/// Far more than any target needs.
constexpr uint64_t fileSizeLimit = 1 << 20;

std::optional<TargetSpec> loadFile(const std::string &file, StringRef name, Diagnostics &diags) {
  auto fail = [&](const std::string &reason) {
    diags.error(Code::None, "Error loading target specification: {}", reason)
        .note("in the file `{}`", file);
    return std::nullopt;
  };
  uint64_t size = 0;
  if (std::error_code error = fs::file_size(file, size))
    return fail(error.message());
  if (size > fileSizeLimit)
    return fail(fmt::format("the file has {} bytes, and the limit is {}", size, fileSizeLimit));
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return fail(buffer.getError().message());
  return readTargetSpec((*buffer)->getBuffer(), file, name, diags);
}

/// The file of a target that is called by name, or nothing.
std::optional<std::string> findFile(StringRef name, StringRef home) {
  // A name with a separator is no file's of these folders.
  if (name.empty() || name.contains('/'))
    return std::nullopt;
  std::vector<std::string> files;
  const char *folders = std::getenv("RUST_TARGET_PATH");
  for (StringRef folder : llvm::split(folders ? folders : "", ':'))
    if (folders && *folders)
      files.push_back(fmt::format("{}/{}.json", folder.empty() ? "." : folder.str(), name.str()));
  files.push_back(fmt::format("{}/{}/target.json", home.str(), name.str()));
  for (const std::string &file : files)
    if (fs::is_regular_file(file))
      return file;
  return std::nullopt;
}

} // namespace

std::optional<TargetSpec> loadTarget(StringRef word, StringRef home, Diagnostics &diags) {
  if (word.ends_with(".json")) {
    if (fs::is_regular_file(word))
      return loadFile(word.str(), path::stem(word), diags);
  } else if (const TargetSpec *builtin = findTarget(word)) {
    return *builtin;
  } else if (std::optional<std::string> file = findFile(word, home)) {
    return loadFile(*file, word, diags);
  }
  diags
      .error(Code::None,
             "Error loading target specification: Could not find specification for target \"{}\"",
             word.str())
      .help("run `cratec --print target-list` for a list of built-in targets");
  return std::nullopt;
}

} // namespace cratec
