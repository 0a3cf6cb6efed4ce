//===- SourceMap.h - the texts of a compilation, and places in them -*- C++ -*-===//
//
// Every file of the crate, and the interface of every upstream crate, gets a range
// of positions of its own, so that one number is a place. Positions begin at 1;
// 0 is "nowhere".
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>

#include <memory>
#include <string>
#include <vector>

namespace cratec::rust {

/// Bytes [begin, end) of one text of a SourceMap.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool isKnown() const { return begin != 0; }
  /// From the beginning of this to the end of `other`.
  Span to(Span other) const { return {begin, other.end}; }
  bool operator==(const Span &) const = default;
};

class SourceMap {
public:
  /// Texts larger than this are refused by those who read them.
  static constexpr size_t sizeLimit = size_t(64) << 20;

  /// From now on, a path that begins with `from` is called `to` and the rest.
  void remap(std::string from, std::string to) {
    remappings.push_back({std::move(from), std::move(to)});
  }

  /// Adds a text; its first byte gets the position returned. `path` is as messages
  /// and debug information print it.
  uint32_t add(std::string path, std::unique_ptr<llvm::MemoryBuffer> text);
  uint32_t add(std::string path, llvm::StringRef text) {
    return add(std::move(path), llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  /// The place of a position; unknown for 0 and for positions of no text.
  linkcheck::SourceLocation locate(uint32_t position) const;
  linkcheck::SourceLocation locate(Span span) const { return locate(span.begin); }
  /// The span's text; empty for an unknown span.
  llvm::StringRef text(Span span) const;
  /// The path given to add(), by a position of the text; empty for 0.
  llvm::StringRef path(uint32_t position) const;
  /// The whole text that begins at `start`, as returned by add().
  llvm::StringRef file(uint32_t start) const;
  /// The span of that text.
  Span whole(uint32_t start) const {
    return {start, start + static_cast<uint32_t>(file(start).size())};
  }

  /// How many bytes carets underline: the span's, as far as its first line goes.
  unsigned caretLength(Span span) const;

private:
  struct File {
    std::string path;
    std::unique_ptr<llvm::MemoryBuffer> buffer;
    llvm::StringRef text;
    uint32_t start;
    mutable std::vector<uint32_t> lines; ///< offsets of line starts, made when first asked
  };
  const File *find(uint32_t position) const;

  std::vector<std::unique_ptr<File>> files;
  std::vector<std::pair<std::string, std::string>> remappings;
  uint32_t next = 1;
};

/// Where the passes of this folder say what they find: a Diagnostics that takes
/// spans. Refers to both, which outlive it.
class Reporter {
public:
  Reporter(const SourceMap &sources, linkcheck::Diagnostics &diags)
      : sources(sources), diags(diags) {}

  /// `report.error(Code::E0425, span, "label", "cannot find value `{}`", name).done();`
  /// An empty label underlines without words.
  template <typename... Args>
  linkcheck::DiagnosticBuilder error(linkcheck::Code code, Span span, llvm::StringRef label,
                                     fmt::format_string<Args...> format, Args &&...args) const {
    return {diags, make(linkcheck::Severity::Error, code, span, label,
                        fmt::format(format, std::forward<Args>(args)...))};
  }
  template <typename... Args>
  linkcheck::DiagnosticBuilder warning(linkcheck::Code code, Span span, llvm::StringRef label,
                                       fmt::format_string<Args...> format, Args &&...args) const {
    return {diags, make(linkcheck::Severity::Warning, code, span, label,
                        fmt::format(format, std::forward<Args>(args)...))};
  }
  /// Another place of a diagnostic under construction.
  linkcheck::DiagnosticBuilder &label(linkcheck::DiagnosticBuilder &diagnostic, Span span,
                                      llvm::StringRef text) const {
    return diagnostic.at(sources.locate(span), text.str(), sources.caretLength(span));
  }

  const SourceMap &sources;
  linkcheck::Diagnostics &diags;

private:
  linkcheck::Diagnostic make(linkcheck::Severity severity, linkcheck::Code code, Span span,
                             llvm::StringRef label, std::string message) const;
};

} // namespace cratec::rust
