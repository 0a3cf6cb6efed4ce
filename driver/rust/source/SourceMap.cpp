//===- SourceMap.cpp - the texts of a compilation, and places in them -----===//

#include "driver/rust/source/SourceMap.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

uint32_t SourceMap::add(std::string path, std::unique_ptr<llvm::MemoryBuffer> buffer) {
  StringRef text = buffer->getBuffer();
  for (const auto &[from, to] : llvm::reverse(remappings)) {
    if (!StringRef(path).starts_with(from))
      continue;
    path = to + path.substr(from.size());
    break;
  }
  uint32_t start = next;
  // One more than the text has: its end is a place too.
  next += static_cast<uint32_t>(text.size()) + 1;
  files.push_back(
      std::make_unique<File>(File{std::move(path), std::move(buffer), text, start, {}}));
  return start;
}

const SourceMap::File *SourceMap::find(uint32_t position) const {
  if (position == 0 || position >= next)
    return nullptr;
  auto after =
      llvm::upper_bound(files, position, [](uint32_t p, const std::unique_ptr<File> &file) {
        return p < file->start;
      });
  return std::prev(after)->get();
}

SourceLocation SourceMap::locate(uint32_t position) const {
  const File *file = find(position);
  if (!file)
    return {};
  if (file->lines.empty()) {
    file->lines.push_back(0);
    for (uint32_t i = 0; i != file->text.size(); ++i)
      if (file->text[i] == '\n')
        file->lines.push_back(i + 1);
  }
  uint32_t offset = position - file->start;
  auto line = std::prev(llvm::upper_bound(file->lines, offset));
  return {file->path, static_cast<unsigned>(line - file->lines.begin()) + 1, offset - *line + 1};
}

StringRef SourceMap::text(Span span) const {
  const File *file = find(span.begin);
  if (!file || span.end < span.begin)
    return {};
  return file->text.substr(span.begin - file->start, span.end - span.begin);
}

StringRef SourceMap::path(uint32_t position) const {
  const File *file = find(position);
  return file ? StringRef(file->path) : StringRef();
}

StringRef SourceMap::file(uint32_t start) const {
  const File *file = find(start);
  return file ? file->text : StringRef();
}

unsigned SourceMap::caretLength(Span span) const {
  return static_cast<unsigned>(text(span).take_until([](char c) { return c == '\n'; }).size());
}

Diagnostic Reporter::make(Severity severity, Code code, Span span, StringRef label,
                          std::string message) const {
  Diagnostic diagnostic{severity, code, std::move(message), {}, {}};
  if (span.isKnown())
    diagnostic.labels.push_back({sources.locate(span), sources.caretLength(span), label.str()});
  return diagnostic;
}
