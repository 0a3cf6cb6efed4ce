//===- FormatString.h - what is in a format string ----------------*- C++ -*-===//

#pragma once

#include "driver/rust/syntax/Ast.h"

namespace cratec::rust {

/// What a `{…}` or a `…$` in it refers to.
struct FormatReference {
  enum class Kind { Next, Index, Name };
  Kind kind = Kind::Next;
  unsigned index = 0;
  std::string name;
  size_t begin = 0, end = 0; ///< in the string
};

/// A piece before its arguments are known.
struct ParsedPiece {
  std::string text;
  bool hasArgument = false;
  FormatReference argument;
  ast::FormatPiece style; ///< but for texts, arguments and counts that are arguments
  std::optional<FormatReference> width, precision;
  size_t begin = 0, end = 0; ///< the braces
};

/// What is wrong with a format string; the first mistake ends it.
struct FormatMistake {
  std::string message; ///< after "invalid format string: ", unless isWhole
  bool isWhole = false;
  std::string label;
  std::vector<std::string> notes;
  size_t begin = 0, end = 0;
  bool isOutside = false; ///< D01: `message` is "… are"
};

/// Takes `text` apart; nothing where `mistake` says why not.
std::optional<std::vector<ParsedPiece>> parseFormatString(llvm::StringRef text,
                                                          FormatMistake &mistake);

} // namespace cratec::rust
