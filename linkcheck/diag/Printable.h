//===- Printable.h - text that cannot drive a terminal ----------*- C++ -*-===//
//
// File names, symbol names and source lines come from files that nobody
// vouches for. What a terminal would act on (escape sequences, direction
// overrides, broken UTF-8) is shown as a visible stand-in, as rustc does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>

namespace linkcheck {

/// One character of a text and how it is shown.
struct Glyph {
  size_t length;         ///< bytes in the text, at least 1
  llvm::StringRef shown; ///< refers to the text or to a constant
  unsigned width;        ///< columns; a tab has 4, a combining mark none
};

/// The character that begins at `offset`, which must be inside `text`.
Glyph glyphAt(llvm::StringRef text, size_t offset);

/// For messages: newlines and tabs stay as they are.
std::string printableText(llvm::StringRef text);

/// For what must stay on one line: newlines become spaces.
std::string printableLine(llvm::StringRef text);

/// The number of columns that `text` takes when it begins at column 0.
unsigned displayWidth(llvm::StringRef text);

/// The number of characters, which is how rustc counts columns.
unsigned characterCount(llvm::StringRef text);

/// Whether the byte continues a UTF-8 sequence that an earlier one began.
inline bool isContinuationByte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace linkcheck
