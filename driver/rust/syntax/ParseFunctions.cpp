//===- ParseFunctions.cpp - functions and generics ------------------------===//

#include "driver/rust/syntax/InterfaceReader.h"

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

// ---- generics and bounds ----

Generics Parser::parseGenerics() {
  Generics generics;
  if (!check(Kind::Less))
    return generics;
  expectPart(Kind::Less);
  while (!atEnd() && !atPart(Kind::Greater)) {
    parseGenericParam(generics);
    if (!eat(Kind::Comma))
      break;
  }
  expectPart(Kind::Greater);
  return generics;
}

void Parser::parseGenericParam(Generics &generics) {
  AttributeList attributes = parseOuterAttributes();
  if (eatLifetime()) {
    if (eat(Kind::Colon))
      while (!atEnd() && eatLifetime())
        if (!eat(Kind::Plus))
          break;
    return;
  }
  if (atWord("const")) {
    outside(peek().span, "const generics are");
    bump();
    expectIdentifier();
    expect(Kind::Colon);
    parseType();
    if (eat(Kind::Equal))
      skipTree();
    return;
  }
  GenericParam param;
  param.ident = expectIdentifier();
  if (eat(Kind::Colon))
    param.bounds = parseBounds();
  if (eat(Kind::Equal)) {
    Span sign = previous();
    parseType();
    outside(since(sign), "defaults of type parameters are");
  }
  if (attributes.isOn)
    generics.params.push_back(std::move(param));
}

std::vector<Path> Parser::parseBounds() {
  std::vector<Path> bounds;
  while (!atEnd() && !at(Kind::Comma) && !atPart(Kind::Greater) && !at(Kind::Equal) &&
         !at(Kind::OpenBrace) && !at(Kind::Semicolon)) {
    parseBound(bounds);
    if (!eat(Kind::Plus))
      break;
  }
  return bounds;
}

void Parser::parseBound(std::vector<Path> &bounds) {
  if (eatLifetime())
    return;
  if (at(Kind::OpenParen)) {
    delimited(Kind::OpenParen, [&] { parseBound(bounds); });
    return;
  }
  Span begin = peek().span;
  // `?Sized` lifts a bound that the dialect does not have.
  bool isLifted = eat(Kind::Question);
  skipLifetimeBinder();
  Path path = parsePath(PathStyle::Type);
  if (isLifted)
    return;
  if (!context.boundsAllowed && !context.isCore && mode != LexMode::Generated)
    outside(since(begin), "bounds on type parameters are");
  bounds.push_back(std::move(path));
}

void Parser::parseWhere(Generics &generics) {
  if (!eatWord("where"))
    return;
  while (!atEnd() && !at(Kind::OpenBrace) && !at(Kind::Semicolon) && !at(Kind::Equal)) {
    parseWherePredicate(generics);
    if (!eat(Kind::Comma))
      break;
  }
}

void Parser::parseWherePredicate(Generics &generics) {
  if (eatLifetime()) {
    expect(Kind::Colon);
    parseBounds();
    return;
  }
  skipLifetimeBinder();
  Span begin = peek().span;
  const TypeExpr *subject = parseType();
  if (!expect(Kind::Colon))
    return;
  std::vector<Path> bounds = parseBounds();
  if (bounds.empty())
    return;
  if (subject->kind == TypeExpr::Kind::Path && subject->path.isSingle())
    for (GenericParam &param : generics.params)
      if (param.ident.name == subject->path.last().ident.name) {
        param.bounds.insert(param.bounds.end(), bounds.begin(), bounds.end());
        return;
      }
  // `where Self: Sized` says who may call, and `Sized` is everything here.
  bool isSized = llvm::all_of(bounds, [](const Path &p) { return p.last().ident.name == "Sized"; });
  bool isSelf = subject->kind == TypeExpr::Kind::Path && subject->path.isSingle() &&
                subject->path.last().ident.name == "Self";
  if ((context.boundsAllowed || context.isCore) && !(isSized && isSelf))
    outside(since(begin), "bounds on types that are no parameters of the item are");
}

// ---- functions ----

/// `extern "C"`; nothing where there is no `extern`.
std::optional<Name> Parser::parseAbi() {
  if (!eatWord("extern"))
    return std::nullopt;
  if (!at(Kind::String) || atEnd())
    return save("C");
  Token token = bump();
  static constexpr StringRef known[] = {"C",
                                        "C-unwind",
                                        "Rust",
                                        "aapcs",
                                        "cdecl",
                                        "efiapi",
                                        "fastcall",
                                        "msp430-interrupt",
                                        "platform-intrinsic",
                                        "ptx-kernel",
                                        "rust-call",
                                        "rust-intrinsic",
                                        "stdcall",
                                        "system",
                                        "sysv64",
                                        "thiscall",
                                        "unadjusted",
                                        "vectorcall",
                                        "win64",
                                        "x86-interrupt"};
  if (!llvm::is_contained(known, token.value) && !isMuted())
    context.report
        .error(Code::E0703, token.span, "invalid ABI", "invalid ABI: found `{}`", token.value.str())
        .done();
  return token.value;
}

void Parser::parseFunction(Items &items, Head &head, Place place) {
  auto *function = make<FunctionItem>();
  function->isConst = eatWord("const");
  function->isUnsafe = eatWord("unsafe");
  function->abi = parseAbi();
  expectWord("fn");
  function->ident = expectIdentifier();
  function->generics = parseGenerics();
  parseParameters(*function, place);
  if (eat(Kind::Arrow)) {
    function->result = parseType();
    // `-> ()` is no result.
    if (function->result->kind == TypeExpr::Kind::Tuple && function->result->elements.empty())
      function->result = nullptr;
  }
  parseWhere(function->generics);
  if (!broken)
    parseFunctionBody(*function, place);
  finish(items, head, function);
}

void Parser::parseFunctionBody(FunctionItem &function, Place place) {
  if (at(Kind::Deferred)) {
    Span span = bump().span;
    function.body = Body(span, *context.later, context.later->scope(mode));
    return;
  }
  if (check(Kind::OpenBrace)) {
    const Block *block = parseBlock();
    function.body = Body(block, block->span);
    if (place == Place::Extern && !isMuted())
      context.report
          .error(Code::None, function.ident.span, "cannot have a body",
                 "incorrect function inside `extern` block")
          .help("you might have meant to write a function accessible through FFI, which can be "
                "done by writing `extern fn` outside of the `extern` block")
          .done();
    return;
  }
  if (!expect(Kind::Semicolon))
    return;
  bool mayLack = place == Place::Extern || place == Place::Trait || context.isInterface;
  if (mayLack)
    return;
  if (!isMuted())
    context.report
        .error(Code::None, function.ident.span, "", "{} function without body",
               place == Place::Impl ? "associated" : "free")
        .help("provide a definition for the function: `{{ <body> }}`")
        .done();
  function.body = Body(make<Block>(), {});
}

void Parser::parseParameters(FunctionItem &function, Place place) {
  delimited(Kind::OpenParen, [&] {
    bool isFirst = true;
    while (!atEnd()) {
      bool mayBeSelf = isFirst && (place == Place::Impl || place == Place::Trait);
      isFirst = false;
      if (at(Kind::DotDotDot)) {
        Span dots = bump().span;
        function.isVariadic = true;
        if (place != Place::Extern)
          outside(dots, "variadic functions with a body are");
      } else if (!mayBeSelf || !parseSelf(function)) {
        parseParameter(function, place);
      }
      if (!eat(Kind::Comma))
        break;
    }
  });
}

/// `self` in its forms; false where the parameter is another.
bool Parser::parseSelf(FunctionItem &function) {
  using Self = FunctionItem::Self;
  size_t i = 0;
  bool isReference = at(Kind::And);
  if (isReference) {
    i = peekAt(1).is(Kind::Lifetime) ? 2 : 1;
    if (peekAt(i).isWord("mut"))
      ++i;
  } else if (atWord("mut")) {
    i = 1;
  }
  if (!peekAt(i).isWord("self") || peekAt(i + 1).is(Kind::ColonColon))
    return false;
  Span begin = peek().span;
  bool isMutable = false;
  for (; i != 0; --i)
    isMutable |= bump().isWord("mut");
  bump();
  if (isReference) {
    function.self = isMutable ? Self::MutableReference : Self::Reference;
  } else {
    function.self = Self::Value;
    function.selfIsMutable = isMutable;
    if (eat(Kind::Colon)) {
      function.self = Self::Typed;
      function.selfType = parseType();
    }
  }
  function.selfSpan = since(begin);
  return true;
}

void Parser::parseParameter(FunctionItem &function, Place place) {
  AttributeList attributes = parseOuterAttributes();
  OffScope off(*this, attributes.isOn);
  Parameter parameter;
  Span begin = peek().span;
  if (atWord("self") || (at(Kind::And) && peekAt(1).isWord("self"))) {
    fail(Code::None, begin, "must be the first parameter of an associated function",
         "unexpected `self` parameter in function");
    return;
  }
  parameter.pattern = parsePattern();
  if (!check(Kind::Colon))
    check(Kind::Or);
  expect(Kind::Colon);
  parameter.type = parseType();
  parameter.span = since(begin);
  if (place == Place::Extern && !isMuted() &&
      ((parameter.pattern->kind != Pattern::Kind::Binding &&
        parameter.pattern->kind != Pattern::Kind::Wild) ||
       parameter.pattern->isMutable || parameter.pattern->byReference))
    context.report
        .error(Code::E0130, parameter.pattern->span, "pattern not allowed in foreign function",
               "patterns aren't allowed in foreign function declarations")
        .done();
  if (attributes.isOn && !broken)
    function.parameters.push_back(parameter);
}
