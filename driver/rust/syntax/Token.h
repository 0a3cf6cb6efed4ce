//===- Token.h - the words of the dialect -------------------------*- C++ -*-===//
//
// The lexical grammar is that of Rust 1.5's reference, chapter 3.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/source/SourceMap.h"

namespace cratec::rust {

enum class TokenKind : uint8_t {
  EndOfFile,
  Identifier, ///< keywords included: the parser knows which word is one where
  Lifetime,   ///< `'a`
  Integer,    ///< text with suffix
  Float,
  Char,       ///< escapes resolved: `value`
  Byte,       ///< b'x'
  String,     ///< "…" and r#"…"#
  ByteString, ///< b"…" and br#"…"#
  // Punctuation, longest first as in the reference. Tokens that may have to be
  // split (`>>`, `&&`, `||`, `>=`, `>>=`) are split by the parser.
  Semicolon,
  Comma,
  Dot,
  DotDot,
  DotDotDot,
  OpenParen,
  CloseParen,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  At,
  Pound,
  Tilde,
  Question,
  Colon,
  ColonColon,
  Dollar,
  Equal,
  EqualEqual,
  FatArrow,
  Not,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Arrow,
  LeftArrow,
  Minus,
  MinusEqual,
  And,
  AndAnd,
  AndEqual,
  Or,
  OrOr,
  OrEqual,
  Plus,
  PlusEqual,
  Star,
  StarEqual,
  Slash,
  SlashEqual,
  Caret,
  CaretEqual,
  Percent,
  PercentEqual,
  ShiftLeft,
  ShiftLeftEqual,
  ShiftRight,
  ShiftRightEqual,
  /// Of an interface: braces with all that they hold, left for later.
  Deferred,
};

/// Refers to the text that it is from, which outlives it.
struct Token {
  TokenKind kind = TokenKind::EndOfFile;
  bool isReserved = false;   ///< of an identifier: it is a keyword
  uint32_t suffixLength = 0; ///< of numbers
  Span span;
  llvm::StringRef text;  ///< as written, numbers with their suffix; lies in the source map
  llvm::StringRef value; ///< Char, Byte, String, ByteString: the bytes meant, escapes resolved

  /// Of numbers: "u8", or empty.
  llvm::StringRef suffix() const { return text.take_back(suffixLength); }
  bool is(TokenKind k) const { return kind == k; }
  bool isWord(llvm::StringRef word) const { return kind == TokenKind::Identifier && text == word; }
};

/// How a token of that kind is written, for messages: "`;`", "identifier".
llvm::StringRef describe(TokenKind kind);

/// The longest sign that `text`, not empty, begins with, and its length: 0 where there is none.
std::pair<TokenKind, unsigned> findSign(llvm::StringRef text);

/// Whether `word` is reserved in Rust 2015 (strict and reserved keywords), and so no
/// identifier. `self`, `Self` and `super` are.
bool isKeyword(llvm::StringRef word);

} // namespace cratec::rust
