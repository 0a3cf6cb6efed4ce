//===- Lexer.h - from text to tokens ------------------------------*- C++ -*-===//
//
// Comments, doc comments included, are dropped. Mistakes within a token are said and
// the token is made all the same, so that the parser finds its own mistakes too; only
// where the rest of the text cannot be trusted (a string that never ends, brackets
// that do not match) there is nothing to parse.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/source/Arena.h"
#include "driver/rust/syntax/Token.h"
#include "linkcheck/meta/CrateMetadata.h"

#include <vector>

namespace cratec::rust {

/// The tokens of a text; the last is EndOfFile, empty, at the end of the text.
struct LexedText {
  std::vector<Token> tokens;
  /// By token: where the bracket's partner is. Only brackets have one.
  std::vector<uint32_t> partners;
  /// False where an error says that there is nothing to parse; `tokens` is then only
  /// the EndOfFile.
  bool isUsable = true;
};

enum class LexMode {
  Source,    ///< what people write
  Generated, ///< what is written here: `$core` is an identifier
};

/// Reads a text of the source map, or a part of one. What tokens refer to lives there and in
/// `arena`. Each range of `deferred`, counted from the part's beginning, becomes one token.
LexedText lexText(Span part, Arena &arena, const Reporter &report, LexMode mode,
                  llvm::ArrayRef<linkcheck::TextRange> deferred = {});

/// Whether the bytes are UTF-8.
bool isUtf8(llvm::StringRef text);

/// What the quotes of a literal hold, with escapes resolved; of `kind` Char, Byte,
/// String or ByteString. `at` is the position of `content`. Mistakes are said.
std::string unescapeLiteral(llvm::StringRef content, TokenKind kind, uint32_t at,
                            const Reporter &report);

/// The code point at the beginning of `text`, which is UTF-8 and not empty, and how
/// many bytes it has.
std::pair<char32_t, unsigned> decodeUtf8(llvm::StringRef text);
void appendUtf8(std::string &text, char32_t codePoint);

} // namespace cratec::rust
