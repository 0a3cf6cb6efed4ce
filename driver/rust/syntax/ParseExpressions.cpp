//===- ParseExpressions.cpp - operators, calls and what goes between ------===//
//
// From the loosest: `=` and `op=`, ranges, `||`, `&&`, comparisons, `|`, `^`, `&`,
// shifts, `+ -`, `* / %`, `as`, prefixes, postfixes.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/SaveAndRestore.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

static constexpr unsigned orPrecedence = 1;
static constexpr unsigned andPrecedence = 2;
static constexpr unsigned comparisonPrecedence = 3;
static constexpr unsigned castPrecedence = 10;

StringRef cratec::rust::ast::spelling(BinaryOp op) {
  static constexpr StringRef names[] = {"+",  "-",  "*",  "/", "%",  "&", "|",  "^",  "<<",
                                        ">>", "==", "!=", "<", "<=", ">", ">=", "&&", "||"};
  return names[size_t(op)];
}

const Expr *Parser::parseExpr() {
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  llvm::SaveAndRestore<bool> structs(noStruct, false);
  return parseExprRest(nullptr);
}

const Expr *Parser::parseExprNoStruct() {
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  llvm::SaveAndRestore<bool> structs(noStruct, true);
  return parseExprRest(nullptr);
}

static std::optional<BinaryOp> assignmentOperator(TokenKind kind) {
  switch (kind) {
  case TokenKind::PlusEqual:
    return BinaryOp::Add;
  case TokenKind::MinusEqual:
    return BinaryOp::Subtract;
  case TokenKind::StarEqual:
    return BinaryOp::Multiply;
  case TokenKind::SlashEqual:
    return BinaryOp::Divide;
  case TokenKind::PercentEqual:
    return BinaryOp::Remainder;
  case TokenKind::AndEqual:
    return BinaryOp::BitAnd;
  case TokenKind::OrEqual:
    return BinaryOp::BitOr;
  case TokenKind::CaretEqual:
    return BinaryOp::BitXor;
  case TokenKind::ShiftLeftEqual:
    return BinaryOp::ShiftLeft;
  case TokenKind::ShiftRightEqual:
    return BinaryOp::ShiftRight;
  default:
    return std::nullopt;
  }
}

const Expr *Parser::parseExprRest(const Expr *left) {
  Span begin = left ? left->span : peek().span;
  if (!left) {
    // Attributes on expressions have no meaning of their own.
    if (at(Kind::Pound) && !atEnd())
      begin = (parseOuterAttributes(), peek().span);
    left = parseRangeOrAbove();
  } else {
    left = parseRangeRest(parseBinaryRest(left, orPrecedence));
  }
  if (atEnd())
    return left;
  std::optional<BinaryOp> op = assignmentOperator(peek().kind);
  if (!op && !at(Kind::Equal))
    return left;
  bump();
  // To the right of `=` is an expression, `=` included: a level.
  Nesting nesting(*this);
  const Expr *value = nesting ? parseExprRest(nullptr) : errorExpr();
  return make<AssignExpr>(since(begin), op, left, value);
}

// ---- ranges ----

const Expr *Parser::parseRangeOrAbove() {
  if (at(Kind::DotDot) || at(Kind::DotDotDot))
    return parseRangeRest(nullptr);
  return parseRangeRest(parseBinary(orPrecedence));
}

const Expr *Parser::parseRangeRest(const Expr *low) {
  if (atEnd() || (!at(Kind::DotDot) && !at(Kind::DotDotDot)))
    return low;
  bool isInclusive = at(Kind::DotDotDot) || (peekAt(1).is(Kind::Equal) && touches(0));
  Span sign = bump().span;
  if (isInclusive && at(Kind::Equal))
    sign = sign.to(bump().span);
  if (isInclusive && atExprStart())
    outside(sign, "inclusive ranges are", "`low..high + 1` is a range to the same end");
  Span begin = low ? low->span : sign;
  const Expr *high = nullptr;
  if (atExprStart())
    high = parseBinary(orPrecedence);
  else if (isInclusive && !isMuted())
    context.report.error(Code::E0586, sign, "", "inclusive range with no end")
        .note("inclusive ranges must be bounded at the end")
        .done();
  link();
  return make<RangeExpr>(since(begin), low, high);
}

/// Whether an expression may begin here, where none needs to.
bool Parser::atExprStart() const {
  if (atEnd())
    return false;
  switch (peek().kind) {
  case Kind::Identifier: {
    static constexpr StringRef words[] = {"Self", "box",   "break", "continue", "crate", "false",
                                          "for",  "if",    "loop",  "match",    "move",  "return",
                                          "self", "super", "true",  "unsafe",   "while"};
    return atIdentifier() || llvm::binary_search(words, peek().text);
  }
  case Kind::OpenBrace:
    return !noStruct;
  case Kind::Lifetime:
  case Kind::Integer:
  case Kind::Float:
  case Kind::Char:
  case Kind::Byte:
  case Kind::String:
  case Kind::ByteString:
  case Kind::OpenParen:
  case Kind::OpenBracket:
  case Kind::And:
  case Kind::AndAnd:
  case Kind::Star:
  case Kind::Minus:
  case Kind::Not:
  case Kind::Or:
  case Kind::OrOr:
  case Kind::Less:
  case Kind::ShiftLeft:
  case Kind::ColonColon:
  case Kind::DotDot:
  case Kind::Pound:
    return true;
  default:
    return false;
  }
}

// ---- binary operators ----

std::optional<Parser::Operator> Parser::atOperator() const {
  if (atEnd())
    return std::nullopt;
  switch (peek().kind) {
  case Kind::OrOr:
    return Operator{BinaryOp::Or, orPrecedence, 1};
  case Kind::AndAnd:
    return Operator{BinaryOp::And, andPrecedence, 1};
  case Kind::EqualEqual:
    return Operator{BinaryOp::Equal, comparisonPrecedence, 1};
  case Kind::NotEqual:
    return Operator{BinaryOp::NotEqual, comparisonPrecedence, 1};
  case Kind::Less:
    return Operator{BinaryOp::Less, comparisonPrecedence, 1};
  case Kind::LeftArrow:
    return Operator{BinaryOp::Less, comparisonPrecedence, 2};
  case Kind::LessEqual:
    return Operator{BinaryOp::LessEqual, comparisonPrecedence, 1};
  case Kind::Greater:
    return Operator{BinaryOp::Greater, comparisonPrecedence, 1};
  case Kind::GreaterEqual:
    return Operator{BinaryOp::GreaterEqual, comparisonPrecedence, 1};
  case Kind::Or:
    return Operator{BinaryOp::BitOr, 4, 1};
  case Kind::Caret:
    return Operator{BinaryOp::BitXor, 5, 1};
  case Kind::And:
    return Operator{BinaryOp::BitAnd, 6, 1};
  case Kind::ShiftLeft:
    return Operator{BinaryOp::ShiftLeft, 7, 1};
  case Kind::ShiftRight:
    return Operator{BinaryOp::ShiftRight, 7, 1};
  case Kind::Plus:
    return Operator{BinaryOp::Add, 8, 1};
  case Kind::Minus:
    return Operator{BinaryOp::Subtract, 8, 1};
  case Kind::Star:
    return Operator{BinaryOp::Multiply, 9, 1};
  case Kind::Slash:
    return Operator{BinaryOp::Divide, 9, 1};
  case Kind::Percent:
    return Operator{BinaryOp::Remainder, 9, 1};
  default:
    return std::nullopt;
  }
}

const Expr *Parser::parseBinary(unsigned lowest) {
  return parseBinaryRest(parsePrefix(), lowest);
}

const Expr *Parser::parseBinaryRest(const Expr *left, unsigned lowest) {
  std::optional<Span> comparison;
  while (!atEnd()) {
    if (atWord("as") && lowest <= castPrecedence) {
      left = parseCast(left);
      continue;
    }
    std::optional<Operator> op = atOperator();
    if (!op || op->precedence < lowest)
      break;
    if (op->tokens == 2) {
      if (!broken)
        context.report.error(Code::None, peek().span, "", "unexpected token: `<-`")
            .help("if you meant to write a comparison against a negative value, add a space "
                  "between `<` and `-`")
            .done();
      eatPart(Kind::Less);
    } else {
      bump();
    }
    Span sign = previous();
    if (op->precedence == comparisonPrecedence) {
      if (comparison && !broken)
        context.report.error(Code::None, sign, "", "comparison operators cannot be chained")
            .help("use `::<...>` instead of `<...>` to specify lifetime or type arguments")
            .done();
      comparison = sign;
    }
    const Expr *right = parseBinary(op->precedence + 1);
    left = make<BinaryExpr>(since(left->span), op->op, sign, left, right);
    if (!link())
      break;
  }
  if (!broken && !atEnd())
    wanted.push_back({"an operator", false});
  return left;
}

/// Whether the tokens from the `<` at `distance` on can be generic arguments, rather than a
/// comparison or a shift.
bool Parser::mayBeArguments(size_t distance) const {
  int open = 0;
  for (size_t i = pos + distance; i < end; ++i) {
    const Token &token = lexed.tokens[i];
    switch (token.kind) {
    case Kind::ShiftLeft:
      ++open;
      [[fallthrough]];
    case Kind::Less:
      ++open;
      break;
    case Kind::ShiftRight:
    case Kind::ShiftRightEqual:
      --open;
      [[fallthrough]];
    case Kind::Greater:
    case Kind::GreaterEqual:
      if (--open <= 0)
        return true;
      break;
    case Kind::OpenParen:
    case Kind::OpenBracket:
      i = lexed.partners[i];
      break;
    case Kind::Identifier:
    case Kind::Lifetime:
    case Kind::ColonColon:
    case Kind::Comma:
    case Kind::And:
    case Kind::AndAnd:
    case Kind::Star:
    case Kind::Not:
    case Kind::Arrow:
      break;
    default:
      return false;
    }
  }
  return false;
}

const Expr *Parser::parseCast(const Expr *operand) {
  bump();
  const TypeExpr *type;
  if (bool isShift = peekAt(1).is(Kind::ShiftLeft);
      atIdentifier() && (isShift || peekAt(1).is(Kind::Less)) && !mayBeArguments(1)) {
    // `a as usize < b`, which rustc takes as generic arguments, too, and refuses.
    Token name = bump();
    if (!broken)
      context.report
          .error(Code::None, peek().span,
                 isShift ? "not interpreted as shift" : "not interpreted as comparison",
                 "`{}` is interpreted as a start of generic arguments for `{}`, not a {}",
                 peek().text.str(), name.text.str(), isShift ? "shift" : "comparison")
          .help("surround the cast with parentheses: `(… as {})`", name.text.str())
          .done();
    type = errorType();
  } else {
    // `a as T + b` is no sum of types.
    Nesting nesting(*this);
    type = nesting ? parseTypeBeforeBounds() : errorType();
  }
  link();
  return make<CastExpr>(since(operand->span), operand, type);
}

// ---- prefixes ----

const Expr *Parser::parsePrefix() {
  if (atEnd())
    return parsePrimary();
  Span begin = peek().span;
  std::optional<UnaryOp> op;
  if (at(Kind::Minus))
    op = UnaryOp::Negate;
  else if (at(Kind::Not))
    op = UnaryOp::Not;
  else if (at(Kind::Star))
    op = UnaryOp::Dereference;
  bool isBox = atWord("box");
  if (!op && !isBox && !at(Kind::And) && !at(Kind::AndAnd) && !at(Kind::Plus))
    return parsePostfix(parsePrimary());
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  if (op) {
    bump();
    const Expr *operand = parsePrefix();
    return make<UnaryExpr>(since(begin), *op, operand);
  }
  if (isBox) {
    bump();
    outside(begin, "`box` expressions are", "`Box::new(value)` makes a box");
    return parsePrefix();
  }
  if (at(Kind::Plus)) {
    bump();
    bool isIncrement = at(Kind::Plus) && begin.end == peek().span.begin;
    if (isIncrement)
      fail(Code::None, begin.to(peek().span), "not a valid prefix operator",
           "Rust has no prefix increment operator");
    else
      fail(Code::None, begin, "unexpected `+`", "leading `+` is not supported");
    return errorExpr(begin);
  }
  return parseBorrow();
}

const Expr *Parser::parseBorrow() {
  Span begin = peek().span;
  expectPart(Kind::And);
  if (atWord("raw") && (peekAt(1).isWord("const") || peekAt(1).isWord("mut"))) {
    outside(peek().span, "`&raw` borrows are", "`&x as *const T` makes a raw pointer");
    bump();
    eatWord("const");
  }
  bool isMutable = eatWord("mut");
  const Expr *operand;
  {
    Nesting nesting(*this);
    operand = nesting ? parsePrefix() : errorExpr();
  }
  return make<BorrowExpr>(since(begin), isMutable, operand);
}

// ---- postfixes ----

const Expr *Parser::parsePostfix(const Expr *base) {
  while (!atEnd()) {
    Span begin = base->span;
    if (eat(Kind::Dot)) {
      base = parseDot(base);
    } else if (at(Kind::OpenParen)) {
      std::vector<const Expr *> arguments = parseArguments();
      base = make<CallExpr>(since(begin), base, std::move(arguments));
    } else if (at(Kind::OpenBracket)) {
      const Expr *index = errorExpr();
      delimited(Kind::OpenBracket, [&] { index = parseExpr(); });
      base = make<IndexExpr>(since(begin), base, index);
    } else if (eat(Kind::Question)) {
      base = make<TryExpr>(since(begin), base);
    } else {
      break;
    }
    if (!link())
      break;
  }
  return base;
}

/// What comes after the `.`.
const Expr *Parser::parseDot(const Expr *base) {
  Span begin = base->span;
  if (at(Kind::Integer) && !atEnd()) {
    Token token = bump();
    if (!token.suffix().empty() && !broken)
      context.report
          .error(Code::None, token.span, fmt::format("invalid suffix `{}`", token.suffix().str()),
                 "suffixes on a tuple index are invalid")
          .done();
    StringRef digits = token.text.drop_back(token.suffixLength);
    return make<FieldExpr>(since(begin), base, Ident{save(digits), token.span});
  }
  if (!atIdentifier() || atEnd()) {
    wanted.clear();
    if (!broken)
      fail(Code::None, peek().span, "", "unexpected token: {}", describeFound());
    return base;
  }
  Token token = bump();
  PathSegment segment;
  segment.ident = {token.text, token.span};
  if (token.text == "await" && !at(Kind::OpenParen))
    outside(token.span, "`await` expressions are");
  if (eat(Kind::ColonColon)) {
    if (atPart(Kind::Less))
      parseGenericArguments(segment);
    else
      expectPart(Kind::Less);
    if (!check(Kind::OpenParen)) {
      if (!broken)
        fail(Code::None, segment.ident.span, "", "field expressions cannot have generic arguments");
      return base;
    }
  }
  if (!check(Kind::OpenParen))
    return make<FieldExpr>(since(begin), base, segment.ident);
  std::vector<const Expr *> arguments = parseArguments();
  return make<MethodCallExpr>(since(begin), base, std::move(segment), std::move(arguments));
}

std::vector<const Expr *> Parser::parseArguments() {
  std::vector<const Expr *> arguments;
  delimited(Kind::OpenParen, [&] {
    commaList([&] {
      AttributeList attributes = parseOuterAttributes();
      const Expr *argument = parseExpr();
      if (attributes.isOn)
        arguments.push_back(argument);
    });
  });
  return arguments;
}
