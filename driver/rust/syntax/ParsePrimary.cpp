//===- ParsePrimary.cpp - what expressions are made of --------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/APFloat.h>
#include <llvm/Support/Error.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

const Expr *Parser::parsePrimary() {
  if (atEnd()) {
    expected("expression");
    return errorExpr();
  }
  if (atBlockLike())
    return parseBlockLike();
  if (atLiteral() || atWord("true") || atWord("false"))
    return parseLiteral();
  switch (peek().kind) {
  case Kind::OpenParen:
    return parseParenExpr();
  case Kind::OpenBracket:
    return parseArrayExpr();
  case Kind::Or:
  case Kind::OrOr:
    return parseClosure();
  case Kind::Less:
  case Kind::ShiftLeft: {
    Span begin = peek().span;
    skipQualifiedPath();
    return errorExpr(since(begin));
  }
  case Kind::Pound:
    parseOuterAttributes();
    return parsePrimary();
  case Kind::Identifier:
    return parseKeywordExpr(peek());
  default:
    break;
  }
  if (atPathStart())
    return parsePathExpr();
  expected("expression");
  return errorExpr();
}

/// An expression that begins with a word: a path in the end.
const Expr *Parser::parseKeywordExpr(const Token &token) {
  Span begin = token.span;
  if (token.isWord("move") ||
      (token.isWord("static") && (peekAt(1).is(Kind::Or) || peekAt(1).is(Kind::OrOr))))
    return parseClosure();
  if (token.isWord("break") || token.isWord("continue") || token.isWord("return"))
    return parseJump();
  if (token.isWord("yield") || token.isWord("become")) {
    bool isYield = token.isWord("yield");
    bump();
    outside(begin, isYield ? "`yield` expressions are" : "`become` expressions are");
    return atExprStart() ? parseExprRest(nullptr) : errorExpr(begin);
  }
  if ((token.isWord("async") && (peekAt(1).is(Kind::OpenBrace) || peekAt(1).isWord("move")) &&
       !noStruct) ||
      ((token.isWord("const") || token.isWord("do")) && !peekAt(1).is(Kind::Identifier))) {
    bump();
    eatWord("move");
    if (at(Kind::OpenBrace)) {
      parseBlock();
      outside(begin, token.isWord("async") ? "`async` blocks are" : "blocks with a word are");
      return errorExpr(begin);
    }
  }
  if (token.isWord("let")) {
    bump();
    parseAlternatives();
    expect(Kind::Equal);
    const Expr *value = parseBinary(4);
    outside(since(begin), "`let` within an expression is");
    return value;
  }
  if (token.isWord("_")) {
    bump();
    outside(begin, "`_` as an expression is");
    return errorExpr(begin);
  }
  if (!atPathStart()) {
    expected("expression");
    return errorExpr();
  }
  return parsePathExpr();
}

// ---- literals ----

const LiteralExpr *Parser::parseLiteral() {
  if (!atLiteral() && !atWord("true") && !atWord("false")) {
    expected("literal");
    return make<LiteralExpr>(peek().span, LiteralExpr::Type::Bool);
  }
  Token token = bump();
  using Type = LiteralExpr::Type;
  auto literal = [&](Type type) { return make<LiteralExpr>(token.span, type); };
  LiteralExpr *expr = nullptr;
  switch (token.kind) {
  case Kind::Integer:
  case Kind::Float:
    expr = literal(token.is(Kind::Integer) ? Type::Integer : Type::Float);
    setNumber(*expr, token);
    break;
  case Kind::Char:
    expr = literal(Type::Char);
    expr->integer = token.value.empty() ? 0 : decodeUtf8(token.value).first;
    break;
  case Kind::Byte:
    expr = literal(Type::Byte);
    expr->integer = token.value.empty() ? 0 : static_cast<unsigned char>(token.value.front());
    break;
  case Kind::String:
  case Kind::ByteString:
    expr = literal(token.is(Kind::String) ? Type::String : Type::ByteString);
    expr->text = token.value;
    break;
  default:
    expr = literal(Type::Bool);
    expr->integer = token.text == "true";
    break;
  }
  return expr;
}

void Parser::setNumber(LiteralExpr &literal, const Token &token) {
  std::string digits;
  for (char c : token.text.drop_back(token.suffixLength))
    if (c != '_')
      digits += c;
  literal.suffix = token.suffix();
  if (token.is(Kind::Float)) {
    literal.text = save(digits);
    llvm::APFloat value(llvm::APFloat::IEEEdouble());
    auto status = value.convertFromString(digits, llvm::APFloat::rmNearestTiesToEven);
    if (status)
      literal.real = value.convertToDouble();
    else
      llvm::consumeError(status.takeError());
    return;
  }
  StringRef rest = digits;
  unsigned base = 10;
  if (rest.consume_front("0x"))
    base = 16;
  else if (rest.consume_front("0o"))
    base = 8;
  else if (rest.consume_front("0b"))
    base = 2;
  literal.integer = 0;
  bool isTooLarge = false;
  for (char c : rest) {
    unsigned digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    // A digit that is none has been said.
    if (digit >= base)
      return;
    isTooLarge |= __builtin_mul_overflow(literal.integer, uint64_t(base), &literal.integer);
    isTooLarge |= __builtin_add_overflow(literal.integer, uint64_t(digit), &literal.integer);
  }
  if (isTooLarge && !isMuted())
    context.report.error(Code::None, token.span, "", "integer literal is too large")
        .note("value exceeds limit of `{}`", UINT64_MAX)
        .done();
}

// ---- brackets ----

const Expr *Parser::parseParenExpr() {
  Span begin = peek().span;
  std::vector<const Expr *> elements;
  bool hasComma = false;
  delimited(Kind::OpenParen, [&] {
    while (!atEnd()) {
      elements.push_back(parseExpr());
      if (!eat(Kind::Comma)) {
        hasComma = elements.size() > 1;
        break;
      }
      hasComma = true;
    }
  });
  if (elements.size() == 1 && !hasComma)
    return elements.front();
  return make<ListExpr>(Expr::Kind::Tuple, since(begin), std::move(elements));
}

const Expr *Parser::parseArrayExpr() {
  Span begin = peek().span;
  std::vector<const Expr *> elements;
  const Expr *count = nullptr;
  delimited(Kind::OpenBracket, [&] {
    while (!atEnd()) {
      elements.push_back(parseExpr());
      if (elements.size() == 1 && eat(Kind::Semicolon)) {
        count = parseExpr();
        break;
      }
      if (!eat(Kind::Comma))
        break;
    }
  });
  if (count)
    return make<RepeatExpr>(since(begin), elements.front(), count);
  return make<ListExpr>(Expr::Kind::Array, since(begin), std::move(elements));
}

// ---- paths and what begins with one ----

bool Parser::atMacro() const {
  return !atEnd() && atIdentifier() && peekAt(1).is(Kind::Not) &&
         (peekAt(2).is(Kind::OpenParen) || peekAt(2).is(Kind::OpenBrace) ||
          peekAt(2).is(Kind::OpenBracket));
}

const Expr *Parser::parsePathExpr() {
  if (atMacro())
    return parseMacro();
  Path path = parsePath(PathStyle::Expression);
  if (check(Kind::Not) && !broken) {
    // `std::println!(…)`: a macro by its path.
    bump();
    if (at(Kind::OpenParen) || at(Kind::OpenBrace) || at(Kind::OpenBracket))
      skipTree();
    outside(since(path.span), "macros named by a path are");
    return errorExpr(path.span);
  }
  if (!noStruct && check(Kind::OpenBrace))
    return parseStructExpr(std::move(path));
  // With two tokens more it cannot be a block: `if x == S { a: 1 } { }`.
  if (noStruct && at(Kind::OpenBrace) && !atEnd() && isIdentifier(peekAt(1)) &&
      peekAt(2).is(Kind::Colon)) {
    Span begin = path.span;
    const Expr *expr = parseStructExpr(std::move(path));
    if (!broken)
      context.report.error(Code::None, since(begin), "", "struct literals are not allowed here")
          .help("surround the struct literal with parentheses")
          .done();
    return expr;
  }
  return make<PathExpr>(path.span, path);
}

const Expr *Parser::parseStructExpr(Path path) {
  Span begin = path.span;
  auto *expr = make<StructExpr>(begin, std::move(path));
  delimited(Kind::OpenBrace, [&] {
    while (!atEnd()) {
      if (eat(Kind::DotDot)) {
        Span dots = previous();
        if (atEnd()) {
          expected("expression");
          break;
        }
        expr->base = parseExpr();
        if (at(Kind::Comma) && !atEnd())
          fail(Code::None, dots.to(expr->base->span), "",
               "cannot use a comma after the base struct");
        break;
      }
      parseFieldValue(*expr);
      if (!eat(Kind::Comma))
        break;
    }
  });
  expr->span = since(begin);
  return expr;
}

void Parser::parseFieldValue(StructExpr &expr) {
  AttributeList attributes = parseOuterAttributes();
  FieldValue field;
  if (at(Kind::Integer) && !atEnd()) {
    Token token = bump();
    field.field = {token.text, token.span};
  } else {
    field.field = expectIdentifier();
  }
  if (eat(Kind::Colon)) {
    field.value = parseExpr();
  } else if (check(Kind::Comma) || atEnd()) {
    // `S { x }` is `S { x: x }`.
    Path path;
    path.span = field.field.span;
    path.segments.push_back({field.field, {}, false});
    field.value = make<PathExpr>(path.span, path);
  } else {
    check(Kind::CloseBrace);
    unexpected();
    field.value = errorExpr();
  }
  if (attributes.isOn)
    expr.fields.push_back(field);
}

const Expr *Parser::parseClosure() {
  Nesting nesting(*this);
  Span begin = peek().span;
  if (!nesting)
    return errorExpr();
  eatWord("static");
  eatWord("move");
  if (!eat(Kind::OrOr)) {
    expect(Kind::Or);
    while (!atEnd() && !at(Kind::Or)) {
      parsePattern();
      if (eat(Kind::Colon))
        parseType();
      if (!eat(Kind::Comma))
        break;
    }
    expect(Kind::Or);
  }
  if (broken)
    return errorExpr();
  Span head = since(begin);
  outside(head, "closures are",
          "a function of its own, `fn name(…) { … }`, can be passed as a "
          "function pointer");
  if (eat(Kind::Arrow)) {
    parseType();
    parseBlock();
  } else {
    parseExprRest(nullptr);
  }
  return errorExpr(since(begin));
}

const Expr *Parser::parseJump() {
  Token word = bump();
  Expr::Kind kind = word.isWord("break")      ? Expr::Kind::Break
                    : word.isWord("continue") ? Expr::Kind::Continue
                                              : Expr::Kind::Return;
  auto *expr = make<JumpExpr>(kind, word.span);
  if (kind != Expr::Kind::Return && at(Kind::Lifetime) && !peekAt(1).is(Kind::Colon))
    expr->label = eatLifetime();
  if (kind != Expr::Kind::Continue && atExprStart()) {
    Nesting nesting(*this);
    expr->value = nesting ? parseExprRest(nullptr) : errorExpr();
  }
  expr->span = since(word.span);
  return expr;
}
