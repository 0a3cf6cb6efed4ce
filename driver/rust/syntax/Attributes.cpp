//===- Attributes.cpp - attributes, and the two that choose code ----------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

AttributeList Parser::parseOuterAttributes() {
  AttributeList list;
  while (at(Kind::Pound) && !atEnd()) {
    Span begin = bump().span;
    bool isInner = eat(Kind::Not);
    MetaItem item;
    bool isRead = parseAttributeBody(item);
    Span span = since(begin);
    if (isInner) {
      if (!broken)
        context.report
            .error(Code::None, span, "", "an inner attribute is not permitted in this context")
            .note("inner attributes, like `#![no_std]`, annotate the item that encloses them, and "
                  "stand at its beginning")
            .done();
      continue;
    }
    if (!list.span.isKnown())
      list.span = begin;
    list.span = since(list.span);
    if (isRead)
      applyAttribute(std::move(item), span, list.attributes, list.isOn);
  }
  return list;
}

void Parser::parseInnerAttributes(Attributes &attributes, bool &isOn) {
  while (at(Kind::Pound) && peekAt(1).is(Kind::Not) && peekAt(2).is(Kind::OpenBracket) &&
         !atEnd()) {
    Span begin = bump().span;
    bump();
    MetaItem item;
    if (parseAttributeBody(item))
      applyAttribute(std::move(item), since(begin), attributes, isOn);
  }
}

/// `[name…]`
bool Parser::parseAttributeBody(MetaItem &item) {
  bool isFine = false;
  bool isRead = delimited(Kind::OpenBracket, [&] {
    // `unsafe(no_mangle)` of later editions.
    if (atWord("unsafe")) {
      outside(peek().span, "unsafe attributes are");
      bump();
      delimited(Kind::OpenParen, [&] { item = parseMetaItem(); });
    } else {
      item = parseMetaItem();
    }
    isFine = !broken && atEnd();
  });
  return isRead && isFine;
}

bool Parser::atLiteral() const {
  switch (peek().kind) {
  case Kind::Integer:
  case Kind::Float:
  case Kind::Char:
  case Kind::Byte:
  case Kind::String:
  case Kind::ByteString:
    return !atEnd();
  default:
    return false;
  }
}

std::string Parser::literalText(const Token &token) const {
  if (token.is(Kind::Integer) || token.is(Kind::Float))
    return token.text.str();
  return token.value.str();
}

MetaItem Parser::parseMetaItem() {
  MetaItem item;
  Nesting nesting(*this);
  item.span = peek().span;
  if (!nesting)
    return item;
  if (atLiteral()) {
    item.value = literalText(bump());
    return item;
  }
  bool isWord = at(Kind::Identifier) && !atWord("_") && !atEnd();
  if (!isWord) {
    expectIdentifier();
    return item;
  }
  std::string name = bump().text.str();
  while (eat(Kind::ColonColon))
    name += "::" + expectIdentifier().name.str();
  item.name = save(name);
  if (eat(Kind::Equal)) {
    if (atLiteral())
      item.value = literalText(bump());
    else if (atMacro()) {
      if (const auto *literal = llvm::dyn_cast<LiteralExpr>(parseMacro()))
        item.value = literal->text.str();
    } else
      expected("a literal");
  } else if (check(Kind::OpenParen)) {
    parseMetaList(item);
  }
  item.span = since(item.span);
  return item;
}

void Parser::parseMetaList(MetaItem &item) {
  item.isList = true;
  delimited(Kind::OpenParen, [&] { commaList([&] { item.items.push_back(parseMetaItem()); }); });
}

void Parser::noteRemoved(Span span) {
  if (mode != LexMode::Source || context.off != 0)
    return;
  for (SourceText &text : context.crate.texts)
    if (text.start == start)
      text.removed.push_back(span);
}

// ---- cfg ----

void Parser::applyAttribute(MetaItem item, Span whole, Attributes &attributes, bool &isOn) {
  if (item.name == "cfg_attr")
    return applyConfigurationAttribute(item, whole, attributes, isOn);
  if (item.name != "cfg") {
    attributes.push_back(std::move(item));
    return;
  }
  if (!item.isList)
    return malformed("cfg", whole, "expected this to be a list", false);
  if (item.items.size() != 1)
    return malformed("cfg", whole, "expected a single argument here", true);
  isOn &= evaluate(item.items.front(), "cfg", whole);
}

void Parser::applyConfigurationAttribute(const MetaItem &item, Span whole, Attributes &attributes,
                                         bool &isOn) {
  bool isAlone = item.items.size() == 1 && !context.sources.text(item.span).contains(',');
  if (!item.isList || item.items.empty() || isAlone)
    return malformed("cfg_attr", whole, "expected a predicate and attributes here", false);
  if (!evaluate(item.items.front(), "cfg_attr", whole))
    return;
  Nesting nesting(*this);
  if (!nesting)
    return;
  for (const MetaItem &attribute : llvm::drop_begin(item.items))
    applyAttribute(attribute, whole, attributes, isOn);
}

void Parser::malformed(StringRef where, Span whole, StringRef why, bool wrongCount) {
  if (isMuted())
    return;
  context.report
      .error(wrongCount ? Code::E0805 : Code::E0539, whole, why, "malformed `{}` {} input",
             where.str(), where == "cfg!" ? "macro" : "attribute")
      .note("a predicate is a name, `name = \"value\"`, or `all`, `any` or `not` of predicates")
      .done();
}

bool Parser::parsePredicate() {
  MetaItem predicate = parseMetaItem();
  if (!atEnd())
    expected("the end of the predicate");
  return evaluate(predicate, "cfg", predicate.span);
}

static void spell(const MetaItem &predicate, llvm::raw_ostream &out) {
  out << predicate.name;
  if (predicate.value) {
    out << " = \"";
    for (char c : *predicate.value) {
      if (c == '"' || c == '\\')
        out << '\\' << c;
      else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
        out << "\\u{" << llvm::utohexstr(static_cast<unsigned char>(c)) << "}";
      else
        out << c;
    }
    out << '"';
  }
  if (!predicate.isList)
    return;
  out << '(';
  for (const auto &[index, item] : llvm::enumerate(predicate.items)) {
    out << (index ? ", " : "");
    spell(item, out);
  }
  out << ')';
}

std::string cratec::rust::spellPredicate(const MetaItem &predicate) {
  std::string text;
  llvm::raw_string_ostream out(text);
  spell(predicate, out);
  return text;
}

bool Parser::evaluate(const MetaItem &predicate, StringRef where, Span whole) {
  const Configuration &configuration = context.configuration;
  if (predicate.isList)
    return evaluateList(predicate, where, whole);
  if (predicate.name.empty()) {
    malformed(where, whole, "expected a name here", false);
    return true;
  }
  if (predicate.value && !context.sources.text(predicate.span).ends_with("\"")) {
    malformed(where, whole, "expected a string literal here", false);
    return true;
  }
  if (predicate.value)
    return configuration.values.count({predicate.name.str(), *predicate.value}) != 0;
  if (predicate.name == "true" || predicate.name == "false")
    return predicate.name == "true";
  return configuration.names.count(predicate.name.str()) != 0;
}

bool Parser::evaluateList(const MetaItem &predicate, StringRef where, Span whole) {
  if (predicate.name == "not") {
    if (predicate.items.size() != 1) {
      malformed(where, whole, "expected a single argument here", true);
      return true;
    }
    return !evaluate(predicate.items.front(), where, whole);
  }
  if (predicate.name != "all" && predicate.name != "any") {
    if (!isMuted())
      context.report
          .error(Code::E0537, predicate.span, "", "invalid predicate `{}`", predicate.name.str())
          .done();
    return true;
  }
  // All are evaluated, for the mistakes in them.
  bool all = true, any = false;
  for (const MetaItem &item : predicate.items) {
    bool holds = evaluate(item, where, whole);
    all &= holds;
    any |= holds;
  }
  return predicate.name == "all" ? all : any;
}
