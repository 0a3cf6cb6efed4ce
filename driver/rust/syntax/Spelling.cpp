//===- Spelling.cpp - tokens as text --------------------------------------===//

#include "driver/rust/syntax/Spelling.h"

using namespace cratec::rust;
using Kind = TokenKind;

/// Whether what is handed to a macro has a space between the two: where the source has
/// one, but for a few places.
static bool isSpaced(const Token &first, const Token &second) {
  if (first.span.end == second.span.begin)
    return false;
  switch (second.kind) {
  case Kind::Comma:
  case Kind::Semicolon:
  case Kind::Dot:
  case Kind::CloseParen:
  case Kind::CloseBracket:
    return false;
  case Kind::OpenParen:
    return !first.is(Kind::Identifier) || isKeyword(first.text);
  default:
    return !first.is(Kind::OpenParen) && !first.is(Kind::OpenBracket);
  }
}

std::string cratec::rust::joinTokens(llvm::ArrayRef<Token> tokens) {
  std::string text;
  for (size_t i = 0; i != tokens.size(); ++i) {
    if (i != 0 && isSpaced(tokens[i - 1], tokens[i]))
      text += ' ';
    text += tokens[i].text;
  }
  return text;
}

namespace {

/// Puts the spaces between tokens, which takes knowing whether an operator stands
/// between two operands or before one.
class Speller {
public:
  std::string spell(llvm::ArrayRef<Token> tokens) {
    for (const Token &token : tokens)
      add(token);
    return std::move(text);
  }

private:
  void add(const Token &token);
  bool isTightBefore(const Token &token) const;
  static bool endsOperand(const Token &token);
  static bool isPrefix(Kind kind) {
    return kind == Kind::Minus || kind == Kind::Star || kind == Kind::And || kind == Kind::AndAnd ||
           kind == Kind::Not;
  }

  std::string text;
  Token previous;
  bool isFirst = true;
  bool afterMacroName = false; ///< `name !`
  bool isTight = true;         ///< no space before the next token
  bool hasOperand = false;     ///< an operand ended just now
  unsigned angles = 0;         ///< `::<` that are open
  unsigned inMacro = 0;        ///< brackets that are open of a macro and within one
};

} // namespace

bool Speller::endsOperand(const Token &token) {
  switch (token.kind) {
  case Kind::Identifier:
    return !isKeyword(token.text) || token.text == "self" || token.text == "Self" ||
           token.text == "true" || token.text == "false";
  case Kind::CloseParen:
  case Kind::CloseBracket:
  case Kind::CloseBrace:
  case Kind::Question:
    return true;
  default:
    return token.kind >= Kind::Integer && token.kind <= Kind::ByteString;
  }
}

bool Speller::isTightBefore(const Token &token) const {
  switch (token.kind) {
  case Kind::CloseParen:
  case Kind::CloseBracket:
  case Kind::Dot:
  case Kind::DotDot:
  case Kind::Comma:
  case Kind::Semicolon:
  case Kind::Colon:
  case Kind::ColonColon:
  case Kind::Question:
    return !(token.is(Kind::ColonColon) && !hasOperand);
  case Kind::OpenParen:
  case Kind::OpenBracket:
    return hasOperand || previous.is(Kind::Not);
  case Kind::CloseBrace:
    return previous.is(Kind::OpenBrace);
  case Kind::Greater:
    return angles != 0;
  case Kind::Not:
    return hasOperand && previous.is(Kind::Identifier);
  default:
    return false;
  }
}

void Speller::add(const Token &token) {
  // `>>` may close two lists of arguments.
  if (token.is(Kind::ShiftRight) && angles >= 2) {
    Token half = token;
    half.kind = Kind::Greater;
    half.text = token.text.take_front();
    add(half);
    return add(half);
  }
  bool opensAngle = token.is(Kind::Less) && (previous.is(Kind::ColonColon) || angles != 0);
  bool closesAngle = token.is(Kind::Greater) && angles != 0;
  bool isOpening =
      token.is(Kind::OpenParen) || token.is(Kind::OpenBracket) || token.is(Kind::OpenBrace);
  bool isClosing =
      token.is(Kind::CloseParen) || token.is(Kind::CloseBracket) || token.is(Kind::CloseBrace);
  bool hasSpace =
      inMacro != 0 ? isSpaced(previous, token) : !isTight && !isTightBefore(token) && !opensAngle;
  if (!isFirst && hasSpace)
    text += ' ';
  if (isOpening && (inMacro != 0 || afterMacroName))
    ++inMacro;
  else if (isClosing && inMacro != 0)
    --inMacro;
  afterMacroName = token.is(Kind::Not) && previous.is(Kind::Identifier) && hasOperand;
  text += token.text;
  angles += opensAngle;
  angles -= closesAngle;
  isTight = token.is(Kind::OpenParen) || token.is(Kind::OpenBracket) || token.is(Kind::Dot) ||
            token.is(Kind::DotDot) || token.is(Kind::ColonColon) || opensAngle ||
            (isPrefix(token.kind) && !hasOperand) ||
            (token.is(Kind::Not) && previous.is(Kind::Identifier));
  hasOperand = closesAngle || endsOperand(token);
  isFirst = false;
  previous = token;
}

std::string cratec::rust::spellTokens(llvm::ArrayRef<Token> tokens) {
  return Speller().spell(tokens);
}
