//===- Token.h - the words of the dialect -------------------------*- C++ -*-===//
//
// The lexical grammar is that of Rust 1.5's reference, chapter 3.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/source/SourceMap.h"

namespace cratec::rust {

enum class TokenKind {
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
};

struct Token {
  TokenKind kind = TokenKind::EndOfFile;
  Span span;
  llvm::StringRef text;   ///< as written (identifiers; numbers with their suffix; punctuation)
  llvm::StringRef value;  ///< Char, Byte, String, ByteString: the bytes meant, escapes resolved
  llvm::StringRef suffix; ///< of numbers: "u8", or empty

  bool is(TokenKind k) const { return kind == k; }
  bool isWord(llvm::StringRef word) const { return kind == TokenKind::Identifier && text == word; }
};

/// How a token of that kind is written, for messages: "`;`", "identifier".
llvm::StringRef describe(TokenKind kind);

/// Whether `word` is reserved in Rust 2015 (strict and reserved keywords), and so no
/// identifier. `self`, `Self` and `super` are.
bool isKeyword(llvm::StringRef word);

} // namespace cratec::rust
