//===- Excerpt.cpp - the source lines that labels point at ----------------===//

#include "linkcheck/diag/Excerpt.h"

#include "linkcheck/diag/Printable.h"

#include <llvm/Support/FileSystem.h>

#include <algorithm>

using namespace linkcheck;

namespace {

/// Larger files are no sources; their excerpt is not worth the reading.
constexpr uint64_t sourceSizeLimit = 16u << 20;

LineRange markedRange(llvm::StringRef line, unsigned column, unsigned length) {
  constexpr llvm::StringLiteral blanks = " \t\v\f";
  size_t begin = column != 0 ? column - 1 : line.find_first_not_of(blanks);
  begin = std::min(begin, line.size());
  size_t end =
      length != 0 ? std::min<size_t>(begin + length, line.size()) : line.rtrim(blanks).size();
  end = std::max(begin, end);

  // A location may stem from a tool that counts otherwise; half a character
  // cannot be underlined.
  while (begin > 0 && begin < line.size() && isContinuationByte(line[begin]))
    --begin;
  while (end < line.size() && isContinuationByte(line[end]))
    ++end;
  return {begin, end};
}

} // namespace

const llvm::MemoryBuffer *SourceFiles::read(const std::string &file) {
  auto [entry, isNew] = buffers.try_emplace(file);
  if (!isNew)
    return entry->second.get();
  if (auto text = texts.find(file); text != texts.end()) {
    entry->second = llvm::MemoryBuffer::getMemBuffer(text->second, file,
                                                     /*RequiresNullTerminator=*/false);
    return entry->second.get();
  }

  // A pipe or a device would block or never end.
  llvm::sys::fs::file_status status;
  if (llvm::sys::fs::status(file, status) || !llvm::sys::fs::is_regular_file(status) ||
      status.getSize() > sourceSizeLimit)
    return nullptr;
  // Volatile: read, not mapped, as an editor may shorten the file meanwhile.
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (buffer)
    entry->second = std::move(*buffer);
  return entry->second.get();
}

std::optional<Excerpt> SourceFiles::excerptFor(const Label &label) {
  if (label.at.line == 0)
    return std::nullopt;
  const llvm::MemoryBuffer *buffer = read(label.at.file);
  if (!buffer)
    return std::nullopt;

  llvm::StringRef text = buffer->getBuffer();
  size_t begin = 0;
  for (unsigned line = 1; line < label.at.line; ++line) {
    size_t newline = text.find('\n', begin);
    if (newline == llvm::StringRef::npos)
      return std::nullopt;
    begin = newline + 1;
  }
  llvm::StringRef line = text.substr(begin).take_until([](char byte) { return byte == '\n'; });
  line.consume_back("\r");
  return Excerpt{line, begin, markedRange(line, label.at.column, label.length)};
}

std::string linkcheck::locationText(const SourceLocation &where,
                                    const std::optional<Excerpt> &excerpt) {
  SourceLocation shown = where;
  if (excerpt && where.column != 0)
    shown.column = characterCount(excerpt->line.take_front(excerpt->marked.begin)) + 1;
  return shown.toString();
}
