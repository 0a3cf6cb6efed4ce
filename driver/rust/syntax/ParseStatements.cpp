//===- ParseStatements.cpp - blocks and statements ------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/SaveAndRestore.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

const Block *Parser::parseBlock() {
  Nesting nesting(*this);
  Span begin = peek().span;
  Block *block = nullptr;
  if (nesting) {
    llvm::SaveAndRestore<bool> structs(noStruct, false);
    delimited(Kind::OpenBrace, [&] { block = parseBlockContents(); });
  }
  if (!block)
    block = make<Block>();
  block->span = since(begin);
  return block;
}

/// Up to the closing brace.
Block *Parser::parseBlockContents() {
  auto *block = make<Block>();
  Attributes inner;
  bool isOn = true;
  parseInnerAttributes(inner, isOn);
  while (!atEnd()) {
    size_t from = pos;
    bool isLet = atWord("let");
    parseStatement(*block);
    if (broken)
      recover(from, !isLet);
  }
  return block;
}

void Parser::parseStatement(Block &block) {
  if (eat(Kind::Semicolon))
    return;
  AttributeList attributes = parseOuterAttributes();
  if (atEnd()) {
    if (!broken)
      fail(Code::None, attributes.span, "", "expected statement after outer attribute");
    return;
  }
  Span begin = peek().span;
  if (atItem())
    return parseItemStatement(block, std::move(attributes));
  if (const MetaItem *test = findAttribute(attributes.attributes, "test"))
    sayNoTest(*test, nullptr);
  OffScope off(*this, attributes.isOn);
  if (atWord("let"))
    parseLet(block, attributes.isOn, begin);
  else
    parseExprStatement(block, attributes.isOn, begin);
}

void Parser::parseItemStatement(Block &block, AttributeList attributes) {
  Head head;
  head.attributes = std::move(attributes);
  head.begin = peek().span;
  Items items;
  parseItemAfterHead(items, std::move(head), Place::Block);
  for (const Item *item : items) {
    if (item->kind == Item::Kind::Impl && mode == LexMode::Source)
      for (SourceText &text : context.crate.texts)
        if (text.start == start && !llvm::cast<ImplItem>(item)->isDerived)
          text.innerImpls.push_back(item->span);
    Statement statement;
    statement.kind = Statement::Kind::Item;
    statement.span = item->span;
    statement.item = item;
    block.statements.push_back(statement);
    block.items.push_back(item);
  }
}

void Parser::parseLet(Block &block, bool isOn, Span begin) {
  expectWord("let");
  Statement statement;
  statement.kind = Statement::Kind::Let;
  std::vector<const Pattern *> patterns = parseAlternatives();
  if (patterns.size() != 1)
    outside(patterns.front()->span.to(patterns.back()->span), "alternatives in `let` are");
  statement.pattern = patterns.front();
  if (eat(Kind::Colon))
    statement.type = parseType();
  if (eat(Kind::Equal))
    statement.expr = parseExpr();
  if (statement.expr && !broken && checkWord("else")) {
    Span word = bump().span;
    parseBlock();
    outside(word, "`let` with `else` is");
  }
  expect(Kind::Semicolon);
  statement.span = since(begin);
  if (isOn && !broken)
    block.statements.push_back(statement);
}

void Parser::parseExprStatement(Block &block, bool isOn, Span begin) {
  Statement statement;
  statement.kind = Statement::Kind::Expr;
  bool endsByItself = false;
  {
    Nesting nesting(*this);
    if (!nesting)
      return;
    bool isBraceMacro = atMacro() && peekAt(2).is(Kind::OpenBrace);
    if (!isBraceMacro && !atBlockLike()) {
      statement.expr = parseExprRest(nullptr);
    } else {
      statement.expr = isBraceMacro ? parseMacro() : parseBlockLike();
      endsByItself = true;
      if ((at(Kind::Dot) || at(Kind::Question)) && !atEnd()) {
        statement.expr = parseExprRest(parsePostfix(statement.expr));
        endsByItself = false;
      }
    }
  }
  statement.hasSemicolon = eat(Kind::Semicolon);
  statement.span = since(begin);
  if (broken)
    return;
  if (!statement.hasSemicolon && !atEnd() && !endsByItself) {
    check(Kind::CloseBrace);
    return unexpected();
  }
  if (!isOn)
    return;
  if (!statement.hasSemicolon && atEnd())
    block.tail = statement.expr;
  else
    block.statements.push_back(statement);
}
