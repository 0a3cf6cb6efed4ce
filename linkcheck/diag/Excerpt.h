//===- Excerpt.h - the source lines that labels point at --------*- C++ -*-===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/Support/MemoryBuffer.h>

#include <map>
#include <memory>
#include <optional>

namespace linkcheck {

/// A part of a line, in bytes from the line's begin.
struct LineRange {
  size_t begin = 0;
  size_t end = 0; ///< equal to `begin` where there is nothing to underline
};

/// The line that a label points at, and the part of it that is meant.
struct Excerpt {
  llvm::StringRef line; ///< without its end; lives as long as the SourceFiles
  size_t offset = 0;    ///< of the line in its file
  LineRange marked;     ///< begins and ends between characters
};

/// The files that the labels of one diagnostic point into, each read once.
class SourceFiles {
public:
  /// `texts` are sources that are no files, by name.
  explicit SourceFiles(const std::map<std::string, std::string> &texts) : texts(texts) {}

  /// Nothing when the location names no line, or the file cannot be read, is
  /// not a regular file, is too large for a source, or has fewer lines.
  std::optional<Excerpt> excerptFor(const Label &label);

private:
  const llvm::MemoryBuffer *read(const std::string &file);

  const std::map<std::string, std::string> &texts;
  std::map<std::string, std::unique_ptr<llvm::MemoryBuffer>> buffers;
};

/// As SourceLocation::toString, but with the column in characters, as rustc
/// prints it, where the line is at hand.
std::string locationText(const SourceLocation &where, const std::optional<Excerpt> &excerpt);

} // namespace linkcheck
