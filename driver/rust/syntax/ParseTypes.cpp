//===- ParseTypes.cpp - paths and types -----------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/SaveAndRestore.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

// ---- paths ----

bool Parser::atPathSegment() const {
  return atIdentifier() || atWord("self") || atWord("Self") || atWord("super") || atWord("crate");
}

bool Parser::atPathStart() const {
  return !atEnd() && (atPathSegment() || at(Kind::ColonColon));
}

Path Parser::parsePath(PathStyle style) {
  Path path;
  path.span = peek().span;
  path.global = eat(Kind::ColonColon);
  do {
    parseSegment(path, style);
    // `a::{…}` and `a::*` are for `use`; `f::<T>` has been read.
    if (style == PathStyle::Module && at(Kind::ColonColon) &&
        (peekAt(1).is(Kind::OpenBrace) || peekAt(1).is(Kind::Star)))
      break;
  } while (!broken && eat(Kind::ColonColon));
  path.span = since(path.span);
  return path;
}

void Parser::parseSegment(Path &path, PathStyle style) {
  PathSegment segment;
  if (atPathSegment() && !atEnd()) {
    Token token = bump();
    segment.ident = {token.text, token.span};
    if (token.text == "crate")
      outside(token.span, "paths that begin with `crate` are",
              "in Rust 2015, write `::` and the path from the root of the crate");
  } else {
    segment.ident = expectIdentifier();
  }
  if (style == PathStyle::Type && (atPart(Kind::Less) || at(Kind::ColonColon)) && !atEnd()) {
    if (at(Kind::ColonColon) && peekAt(1).is(Kind::Less))
      bump();
    if (atPart(Kind::Less) && !at(Kind::LessEqual))
      parseGenericArguments(segment);
  } else if (style == PathStyle::Type && at(Kind::OpenParen) && !atEnd()) {
    parseFunctionTraitArguments(segment);
  } else if (style == PathStyle::Expression && at(Kind::ColonColon) && !atEnd() &&
             (peekAt(1).is(Kind::Less) || peekAt(1).is(Kind::ShiftLeft))) {
    bump();
    parseGenericArguments(segment);
  }
  path.segments.push_back(std::move(segment));
}

/// `<…>`
void Parser::parseGenericArguments(PathSegment &segment) {
  segment.hasArguments = true;
  expectPart(Kind::Less);
  while (!atEnd() && !atPart(Kind::Greater)) {
    parseGenericArgument(segment);
    if (!eat(Kind::Comma))
      break;
  }
  expectPart(Kind::Greater);
}

void Parser::parseGenericArgument(PathSegment &segment) {
  if (eatLifetime())
    return;
  if (atLiteral() || at(Kind::OpenBrace) || at(Kind::Minus)) {
    outside(peek().span, "const generics are");
    eat(Kind::Minus);
    return skipTree();
  }
  if (atIdentifier() && peekAt(1).is(Kind::Equal)) {
    outside(peek().span.to(peekAt(1).span), "associated types are");
    bump();
    bump();
    parseType();
    return;
  }
  segment.arguments.push_back(parseType());
}

/// `Fn(A) -> B`
void Parser::parseFunctionTraitArguments(const PathSegment &segment) {
  Span begin = segment.ident.span;
  delimited(Kind::OpenParen, [&] { commaList([&] { parseType(); }); });
  if (eat(Kind::Arrow))
    parseType();
  outside(since(begin), "traits of closures are",
          "a function pointer, `fn(A) -> B`, takes a function");
}

void Parser::skipQualifiedPath() {
  Span begin = peek().span;
  expectPart(Kind::Less);
  parseType();
  if (eatWord("as"))
    parsePath(PathStyle::Type);
  expectPart(Kind::Greater);
  if (!broken)
    outside(since(begin), "qualified paths are");
  while (!broken && eat(Kind::ColonColon)) {
    Path rest;
    parseSegment(rest, PathStyle::Expression);
  }
}

// ---- types ----

TypeExpr *Parser::newType(TypeExpr::Kind kind, Span span) {
  auto *type = make<TypeExpr>();
  type->kind = kind;
  type->span = span;
  return type;
}

const TypeExpr *Parser::parseType() {
  Nesting nesting(*this);
  if (!nesting)
    return errorType();
  const TypeExpr *type = parseTypeBeforeBounds();
  if (at(Kind::Plus) && !atEnd() && type->kind == TypeExpr::Kind::Path) {
    // `Trait + Send`; a path followed by `+` is nothing else where types stand.
    Span begin = type->span;
    std::vector<Path> bounds;
    while (!broken && eat(Kind::Plus))
      if (!eatLifetime())
        parsePath(PathStyle::Type);
    outside(since(begin), "trait objects are");
  }
  return type;
}

const TypeExpr *Parser::parseTypeBeforeBounds() {
  Span begin = peek().span;
  if (atEnd()) {
    expected("type");
    return errorType();
  }
  if (atPart(Kind::And) && !at(Kind::AndEqual))
    return parseReferenceType(begin);
  if (eat(Kind::Star))
    return parsePointerType(begin);
  if (at(Kind::OpenParen))
    return parseParenType(begin);
  if (at(Kind::OpenBracket))
    return parseBracketType(begin);
  if (eat(Kind::Not))
    return newType(TypeExpr::Kind::Never, begin);
  if (eatWord("_"))
    return newType(TypeExpr::Kind::Infer, begin);
  if (atPart(Kind::Less) && !at(Kind::LessEqual) && !at(Kind::LeftArrow)) {
    skipQualifiedPath();
    return errorType();
  }
  if (atWord("impl") ||
      (atWord("dyn") &&
       (isIdentifier(peekAt(1)) || peekAt(1).isWord("for") || peekAt(1).is(Kind::ColonColon)) &&
       !peekAt(1).isWord("dyn"))) {
    bool isDyn = bump().text == "dyn";
    std::vector<Path> bounds;
    do {
      if (eatLifetime())
        continue;
      skipLifetimeBinder();
      parsePath(PathStyle::Type);
    } while (!broken && eat(Kind::Plus));
    outside(since(begin), isDyn ? "trait objects are" : "`impl Trait` types are");
    return errorType();
  }
  if (atWord("fn") || atWord("unsafe") || atWord("extern") || atWord("for"))
    return parseFunctionType(begin);
  if (atPathStart())
    return parsePathType(begin);
  expected("type");
  return errorType();
}

const TypeExpr *Parser::parsePathType(Span begin) {
  TypeExpr *type = newType(TypeExpr::Kind::Path, begin);
  type->path = parsePath(PathStyle::Type);
  type->span = since(begin);
  if (at(Kind::Not) && touches(0) && !atEnd() &&
      (peekAt(1).is(Kind::OpenParen) || peekAt(1).is(Kind::OpenBrace) ||
       peekAt(1).is(Kind::OpenBracket))) {
    bump();
    skipTree();
    outside(since(begin), "macros in the place of a type are");
  }
  return type;
}

const TypeExpr *Parser::parseReferenceType(Span begin) {
  expectPart(Kind::And);
  eatLifetime();
  TypeExpr *type = newType(TypeExpr::Kind::Reference, begin);
  type->isMutable = eatWord("mut");
  // `&A + B` is not a reference to a sum.
  Nesting nesting(*this);
  type->inner = nesting ? parseTypeBeforeBounds() : errorType();
  type->span = since(begin);
  return type;
}

const TypeExpr *Parser::parsePointerType(Span begin) {
  TypeExpr *type = newType(TypeExpr::Kind::Pointer, begin);
  type->isMutable = eatWord("mut");
  if (!type->isMutable && !eatWord("const") && !broken) {
    wanted.clear();
    fail(Code::None, begin, "", "expected `mut` or `const` keyword in raw pointer type");
  }
  Nesting nesting(*this);
  type->inner = nesting ? parseTypeBeforeBounds() : errorType();
  type->span = since(begin);
  return type;
}

const TypeExpr *Parser::parseParenType(Span begin) {
  TypeExpr *type = newType(TypeExpr::Kind::Tuple, begin);
  bool hasComma = false;
  delimited(Kind::OpenParen, [&] {
    while (!atEnd()) {
      type->elements.push_back(parseType());
      hasComma = eat(Kind::Comma);
      if (!hasComma)
        break;
    }
  });
  type->span = since(begin);
  // `(T)` is `T`.
  if (type->elements.size() == 1 && !hasComma)
    return type->elements.front();
  return type;
}

const TypeExpr *Parser::parseBracketType(Span begin) {
  TypeExpr *type = newType(TypeExpr::Kind::Slice, begin);
  type->inner = errorType();
  delimited(Kind::OpenBracket, [&] {
    type->inner = parseType();
    if (eat(Kind::Semicolon)) {
      type->kind = TypeExpr::Kind::Array;
      type->length = parseExpr();
    }
  });
  type->span = since(begin);
  return type;
}

/// `for<'a>`
void Parser::skipLifetimeBinder() {
  if (!eatWord("for"))
    return;
  expectPart(Kind::Less);
  while (!atEnd() && eatLifetime())
    if (!eat(Kind::Comma))
      break;
  expectPart(Kind::Greater);
}

const TypeExpr *Parser::parseFunctionType(Span begin) {
  skipLifetimeBinder();
  if (!atWord("fn") && !atWord("unsafe") && !atWord("extern")) {
    // `for<'a> Trait<'a>`
    return parsePathType(begin);
  }
  TypeExpr *type = newType(TypeExpr::Kind::Function, begin);
  type->isUnsafe = eatWord("unsafe");
  type->abi = parseAbi();
  expectWord("fn");
  delimited(Kind::OpenParen, [&] {
    while (!atEnd()) {
      if (eat(Kind::DotDotDot)) {
        type->isVariadic = true;
        break;
      }
      AttributeList attributes = parseOuterAttributes();
      if ((atIdentifier() || atWord("_")) && peekAt(1).is(Kind::Colon)) {
        bump();
        bump();
      }
      const TypeExpr *parameter = parseType();
      if (attributes.isOn)
        type->elements.push_back(parameter);
      if (!eat(Kind::Comma))
        break;
    }
  });
  if (eat(Kind::Arrow)) {
    Nesting nesting(*this);
    type->result = nesting ? parseTypeBeforeBounds() : errorType();
  }
  type->span = since(begin);
  return type;
}

std::string Path::toString() const {
  std::string text = global ? "::" : "";
  for (size_t i = 0; i != segments.size(); ++i) {
    if (i != 0)
      text += "::";
    text += segments[i].ident.name;
  }
  return text;
}
