//===- ParseControl.cpp - expressions that end in a block -----------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/SaveAndRestore.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

bool Parser::atBlockLike() const {
  if (atEnd())
    return false;
  if (at(Kind::OpenBrace) || at(Kind::Lifetime))
    return true;
  if (atWord("unsafe"))
    return peekAt(1).is(Kind::OpenBrace);
  return atWord("if") || atWord("while") || atWord("loop") || atWord("for") || atWord("match");
}

const Expr *Parser::parseBlockLike() {
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  // What is inside has its own braces.
  llvm::SaveAndRestore<bool> structs(noStruct, false);
  Span begin = peek().span;
  if (at(Kind::Lifetime))
    return parseLabeled();
  if (atWord("if"))
    return parseIf();
  if (atWord("while"))
    return parseWhile(begin, std::nullopt);
  if (atWord("for"))
    return parseFor(begin, std::nullopt);
  if (atWord("match"))
    return parseMatch();
  if (eatWord("loop")) {
    const Block *body = parseBlock();
    return make<LoopExpr>(since(begin), body);
  }
  bool isUnsafe = eatWord("unsafe");
  const Block *block = parseBlock();
  return make<BlockExpr>(since(begin), block, isUnsafe);
}

/// `'label: loop { }`
const Expr *Parser::parseLabeled() {
  Span begin = peek().span;
  std::optional<Ident> label = eatLifetime();
  bool hasColon = eat(Kind::Colon);
  if (hasColon && atWord("while"))
    return parseWhile(begin, label);
  if (hasColon && atWord("for"))
    return parseFor(begin, label);
  if (hasColon && eatWord("loop")) {
    auto *loop = make<LoopExpr>(begin, parseBlock());
    loop->label = label;
    loop->span = since(begin);
    return loop;
  }
  if (hasColon && at(Kind::OpenBrace) && !atEnd()) {
    outside(begin, "labeled blocks are");
    const Block *block = parseBlock();
    return make<BlockExpr>(since(begin), block, false);
  }
  fail(Code::None, peek().span, "expected `while`, `for`, `loop` or `{` after a label",
       "expected `while`, `for`, `loop` or `{{` after a label");
  return errorExpr();
}

/// What is matched by `if let` and `while let`: `&&` after it would be another
/// condition, as later editions have them.
const Expr *Parser::parseLetScrutinee() {
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  llvm::SaveAndRestore<bool> structs(noStruct, true);
  const Expr *scrutinee = parseRangeRest(parseBinary(3));
  if ((at(Kind::AndAnd) || at(Kind::OrOr)) && !atEnd()) {
    outside(peek().span, "chains of `let` and conditions are",
            "surround the scrutinee with parentheses, or nest two `if`");
    scrutinee = parseExprRest(scrutinee);
  }
  return scrutinee;
}

/// `if condition { }`, without its `else`.
IfExpr *Parser::parseIfHead() {
  Span begin = peek().span;
  expectWord("if");
  auto *expr = make<IfExpr>(begin, nullptr, nullptr);
  if (eatWord("let")) {
    expr->patterns = parseAlternatives();
    expect(Kind::Equal);
    expr->condition = parseLetScrutinee();
  } else {
    expr->condition = parseExprNoStruct();
  }
  expr->thenBlock = parseBlock();
  expr->span = since(begin);
  return expr;
}

const Expr *Parser::parseIf() {
  IfExpr *first = parseIfHead();
  // A long chain of `else if` is read without recursion.
  std::vector<IfExpr *> chain = {first};
  while (!broken && !atEnd() && atWord("else")) {
    bump();
    if (atWord("if") && !atEnd()) {
      IfExpr *next = parseIfHead();
      chain.back()->elseExpr = next;
      chain.push_back(next);
      if (!link())
        break;
      continue;
    }
    parseElse(*chain.back());
    break;
  }
  for (IfExpr *expr : chain)
    expr->span = since(expr->span);
  return first;
}

void Parser::parseElse(IfExpr &expr) {
  Span begin = peek().span;
  const Block *block = parseBlock();
  expr.elseExpr = make<BlockExpr>(since(begin), block, false);
}

const Expr *Parser::parseWhile(Span begin, std::optional<Ident> label) {
  expectWord("while");
  auto *expr = make<WhileExpr>(begin, nullptr, nullptr);
  expr->label = label;
  if (eatWord("let")) {
    expr->patterns = parseAlternatives();
    expect(Kind::Equal);
    expr->condition = parseLetScrutinee();
  } else {
    expr->condition = parseExprNoStruct();
  }
  expr->body = parseBlock();
  expr->span = since(begin);
  return expr;
}

const Expr *Parser::parseFor(Span begin, std::optional<Ident> label) {
  expectWord("for");
  std::vector<const Pattern *> patterns = parseAlternatives();
  if (patterns.size() != 1)
    outside(patterns.front()->span.to(patterns.back()->span),
            "alternatives in the pattern of `for` are");
  if (!atWord("in") && !broken && !atEnd())
    fail(Code::None, peek().span, "try adding `in` here", "missing `in` in `for` loop");
  expectWord("in");
  const Expr *iterable = parseExprNoStruct();
  const Block *body = parseBlock();
  auto *expr = make<ForExpr>(since(begin), patterns.front(), iterable, body);
  expr->label = label;
  return expr;
}

// ---- match ----

const Expr *Parser::parseMatch() {
  Span begin = peek().span;
  expectWord("match");
  auto *expr = make<MatchExpr>(begin, parseExprNoStruct());
  delimited(Kind::OpenBrace, [&] {
    Attributes inner;
    bool isOn = true;
    parseInnerAttributes(inner, isOn);
    while (!atEnd()) {
      size_t from = pos;
      parseArm(*expr);
      if (!broken)
        continue;
      // The next arm is behind a comma, or behind the block of this one.
      recover(from, true);
      while (pos < end && pos > from && !lexed.tokens[pos - 1].is(Kind::CloseBrace) &&
             !lexed.tokens[pos - 1].is(Kind::Comma))
        skipTree();
      eat(Kind::Comma);
    }
  });
  expr->span = since(begin);
  return expr;
}

void Parser::parseArm(MatchExpr &expr) {
  AttributeList attributes = parseOuterAttributes();
  OffScope off(*this, attributes.isOn);
  parseArmAfterAttributes(expr, attributes.isOn);
}

void Parser::parseArmAfterAttributes(MatchExpr &expr, bool isOn) {
  MatchArm arm;
  Span begin = peek().span;
  arm.patterns = parseAlternatives();
  if (eatWord("if")) {
    arm.guard = parseExpr();
  } else if (!broken && !at(Kind::FatArrow)) {
    check(Kind::Or);
  }
  expect(Kind::FatArrow);
  bool needsComma = !atBlockLike();
  if (needsComma) {
    arm.body = parseExpr();
  } else {
    arm.body = parseBlockLike();
    // As a statement does, the arm ends here, unless a method is called on it.
    if ((at(Kind::Dot) || at(Kind::Question)) && !atEnd()) {
      arm.body = parseExprRest(parsePostfix(arm.body));
      needsComma = true;
    }
  }
  arm.span = since(begin);
  if (isOn)
    expr.arms.push_back(std::move(arm));
  if (eat(Kind::Comma) || atEnd() || !needsComma)
    return;
  if (!broken) {
    wanted.clear();
    fail(Code::None, previous(), "missing a comma here to end this `match` arm",
         "expected `,` following `match` arm");
  }
}
