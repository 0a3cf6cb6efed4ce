//===- ParsePatterns.cpp - patterns ---------------------------------------===//

#include "driver/rust/syntax/Parser.h"

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

Pattern *Parser::newPattern(Pattern::Kind kind, Span span) {
  auto *pattern = make<Pattern>();
  pattern->kind = kind;
  pattern->span = span;
  return pattern;
}

/// `A | B`, with a `|` before it, too.
std::vector<const Pattern *> Parser::parseAlternatives() {
  std::vector<const Pattern *> patterns;
  eat(Kind::Or);
  do {
    patterns.push_back(parsePattern());
  } while (!broken && eat(Kind::Or));
  return patterns;
}

const Pattern *Parser::parsePattern() {
  Nesting nesting(*this);
  Span begin = peek().span;
  if (!nesting)
    return newPattern(Pattern::Kind::Wild, begin);
  return parsePatternStart(begin);
}

bool Parser::atPatternLiteral() const {
  return atLiteral() || at(Kind::Minus) || atWord("true") || atWord("false");
}

/// `...`, and `..=` of later editions.
bool Parser::atRangeSign() const {
  return !atEnd() && (at(Kind::DotDotDot) || atTwo(Kind::DotDot, Kind::Equal));
}

const Pattern *Parser::parsePatternStart(Span begin) {
  if (atEnd()) {
    expected("pattern");
    return newPattern(Pattern::Kind::Wild, begin);
  }
  if (eatWord("_"))
    return newPattern(Pattern::Kind::Wild, begin);
  if (at(Kind::And) || at(Kind::AndAnd))
    return parseReferencePattern(begin);
  if (at(Kind::OpenParen))
    return parseTuplePattern(begin);
  if (at(Kind::OpenBracket)) {
    skipTree();
    outside(since(begin), "slice patterns are");
    return newPattern(Pattern::Kind::Wild, begin);
  }
  if (atPatternLiteral())
    return parseRangeRest(begin, parsePatternLiteral());
  if (atWord("box")) {
    bump();
    outside(begin, "`box` patterns are");
    return parsePattern();
  }
  if (at(Kind::DotDot) || at(Kind::DotDotDot)) {
    if (peekAt(1).is(Kind::Equal) && touches(0)) {
      bump();
      bump();
      const Pattern *pattern = parsePattern();
      outside(since(begin), "half-open ranges in patterns are");
      return pattern;
    }
    expected("pattern");
    return newPattern(Pattern::Kind::Wild, begin);
  }
  if (at(Kind::Less)) {
    skipQualifiedPath();
    return newPattern(Pattern::Kind::Wild, begin);
  }
  bool isName =
      atWord("ref") || atWord("mut") ||
      (atIdentifier() && !peekAt(1).is(Kind::ColonColon) && !peekAt(1).is(Kind::OpenParen) &&
       !peekAt(1).is(Kind::OpenBrace) && !peekAt(1).is(Kind::Not) &&
       !peekAt(1).is(Kind::DotDotDot) && !peekAt(1).is(Kind::DotDot));
  if (isName)
    return parseBinding(begin);
  if (atPathStart())
    return parsePathPattern(begin);
  // A word that is reserved is where a name was meant.
  if (at(Kind::Identifier)) {
    wanted.clear();
    expectIdentifier();
  }
  expected("pattern");
  return newPattern(Pattern::Kind::Wild, begin);
}

const Pattern *Parser::parseReferencePattern(Span begin) {
  expectPart(Kind::And);
  Pattern *pattern = newPattern(Pattern::Kind::Reference, begin);
  // `&mut x` matches a `&mut`; `&(mut x)` would be the other reading.
  pattern->isMutable = eatWord("mut");
  pattern->inner = parsePattern();
  pattern->span = since(begin);
  return pattern;
}

/// `ref mut x @ inner`
const Pattern *Parser::parseBinding(Span begin) {
  Pattern *pattern = newPattern(Pattern::Kind::Binding, begin);
  pattern->byReference = eatWord("ref");
  pattern->isMutable = eatWord("mut");
  if (pattern->isMutable && atWord("self"))
    fail(Code::None, peek().span, "", "unexpected `self` parameter in a pattern");
  pattern->name = expectIdentifier();
  if (eat(Kind::At))
    pattern->inner = parsePattern();
  pattern->span = since(begin);
  return pattern;
}

/// The elements of `(a, .., b)`.
void Parser::parsePatternList(Pattern &pattern) {
  Span begin = peek().span;
  commaList([&] {
    if (at(Kind::DotDot) && !atTwo(Kind::DotDot, Kind::Equal)) {
      Span span = bump().span;
      if (pattern.rest && !broken)
        context.report
            .error(Code::None, span, "can only be used once per tuple pattern",
                   "`..` can only be used once per tuple pattern")
            .done();
      pattern.rest = unsigned(pattern.elements.size());
      return;
    }
    std::vector<const Pattern *> patterns = parseAlternatives();
    if (patterns.size() != 1)
      outside(since(begin), "alternatives within a pattern are");
    pattern.elements.push_back(patterns.front());
  });
}

const Pattern *Parser::parseTuplePattern(Span begin) {
  Pattern *pattern = newPattern(Pattern::Kind::Tuple, begin);
  bool hasComma = false;
  delimited(Kind::OpenParen, [&] {
    parsePatternList(*pattern);
    hasComma = previous().isKnown() && pos > 0 && lexed.tokens[pos - 1].is(Kind::Comma);
  });
  pattern->span = since(begin);
  // `(p)` is `p`.
  if (pattern->elements.size() == 1 && !hasComma && !pattern->rest)
    return pattern->elements.front();
  return pattern;
}

const Pattern *Parser::parsePathPattern(Span begin) {
  if (atMacro()) {
    bump();
    bump();
    skipTree();
    outside(since(begin), "macros in the place of a pattern are");
    return newPattern(Pattern::Kind::Wild, begin);
  }
  Pattern *pattern = newPattern(Pattern::Kind::Path, begin);
  pattern->path = parsePath(PathStyle::Expression);
  if (at(Kind::OpenParen) && !atEnd()) {
    pattern->kind = Pattern::Kind::TupleStruct;
    delimited(Kind::OpenParen, [&] { parsePatternList(*pattern); });
  } else if (at(Kind::OpenBrace) && !atEnd()) {
    pattern->kind = Pattern::Kind::Struct;
    delimited(Kind::OpenBrace, [&] { parseFieldPattern(*pattern); });
  } else if (atRangeSign() || at(Kind::DotDot)) {
    return parseRangeRest(begin, make<PathExpr>(pattern->path.span, pattern->path));
  }
  pattern->span = since(begin);
  return pattern;
}

/// All fields of `S { … }`.
void Parser::parseFieldPattern(Pattern &pattern) {
  commaList([&] {
    AttributeList attributes = parseOuterAttributes();
    Span begin = peek().span;
    if (at(Kind::DotDot)) {
      bump();
      pattern.hasRest = true;
      if (check(Kind::Comma))
        fail(Code::None, peek().span, "`..` must be at the end and cannot have a trailing comma",
             "expected `}}`, found `,`");
      return;
    }
    FieldPattern field;
    bool isIndex = at(Kind::Integer) && peekAt(1).is(Kind::Colon);
    if ((atIdentifier() && peekAt(1).is(Kind::Colon)) || isIndex) {
      Token name = bump();
      bump();
      field.field = {name.text, name.span};
      std::vector<const Pattern *> patterns = parseAlternatives();
      if (patterns.size() != 1)
        outside(since(begin), "alternatives within a pattern are");
      field.pattern = patterns.front();
    } else {
      if (atWord("box")) {
        outside(peek().span, "`box` patterns are");
        bump();
      }
      Pattern *binding = newPattern(Pattern::Kind::Binding, begin);
      binding->byReference = eatWord("ref");
      binding->isMutable = eatWord("mut");
      binding->name = expectIdentifier();
      binding->span = since(begin);
      field.field = binding->name;
      field.pattern = binding;
    }
    if (attributes.isOn)
      pattern.fields.push_back(field);
  });
}

/// A literal or its negation.
const Expr *Parser::parsePatternLiteral() {
  Span begin = peek().span;
  if (!eat(Kind::Minus))
    return parseLiteral();
  if (!at(Kind::Integer) && !at(Kind::Float))
    expected("literal pattern");
  const Expr *operand = parseLiteral();
  return make<UnaryExpr>(since(begin), UnaryOp::Negate, operand);
}

const Pattern *Parser::parseRangeRest(Span begin, const Expr *low) {
  if (at(Kind::DotDot) && !atEnd() && !atRangeSign()) {
    bump();
    if (atPatternLiteral())
      parsePatternLiteral();
    else if (atPathStart())
      parsePath(PathStyle::Expression);
    outside(since(begin), "ranges without their end in patterns are", "`low...high` includes both");
    return newPattern(Pattern::Kind::Wild, begin);
  }
  if (!atRangeSign()) {
    Pattern *pattern = newPattern(Pattern::Kind::Literal, since(begin));
    pattern->low = low;
    return pattern;
  }
  Span sign = bump().span;
  if (lexed.tokens[pos - 1].is(Kind::DotDot))
    sign = sign.to(bump().span);
  Pattern *pattern = newPattern(Pattern::Kind::Range, begin);
  pattern->low = low;
  pattern->high = low;
  if (atPatternLiteral()) {
    pattern->high = parsePatternLiteral();
  } else if (atPathStart()) {
    Path path = parsePath(PathStyle::Expression);
    pattern->high = make<PathExpr>(path.span, path);
  } else if (!broken) {
    context.report.error(Code::E0586, sign, "", "inclusive range with no end")
        .note("inclusive ranges must be bounded at the end (`a...b`)")
        .done();
  }
  pattern->span = since(begin);
  return pattern;
}
