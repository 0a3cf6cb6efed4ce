//===- ParseItems.cpp - items ---------------------------------------------===//

#include "driver/rust/syntax/InterfaceReader.h"

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

void Parser::parseItems(Items &items, Place place) {
  while (!atEnd()) {
    size_t from = pos;
    parseOneItem(items, place);
    if (broken)
      recover(from, true);
  }
}

/// Whether a function begins that many tokens from here.
bool Parser::atFunction(size_t distance) const {
  size_t i = distance;
  for (StringRef word : {"const", "unsafe"})
    if (peekAt(i).isWord(word))
      ++i;
  if (peekAt(i).isWord("extern"))
    i += peekAt(i + 1).is(Kind::String) ? 2 : 1;
  return peekAt(i).isWord("fn");
}

/// Whether an item begins here, as a statement may not.
bool Parser::atItem() const {
  if (atEnd() || !at(Kind::Identifier))
    return false;
  const Token &next = peekAt(1);
  static constexpr StringRef words[] = {"enum", "extern", "fn",    "impl", "mod",
                                        "pub",  "struct", "trait", "type", "use"};
  if (llvm::binary_search(words, peek().text))
    return true;
  if (atWord("const"))
    return !next.is(Kind::OpenBrace);
  if (atWord("static"))
    return !next.is(Kind::Or) && !next.is(Kind::OrOr) && !next.isWord("move");
  if (atWord("unsafe"))
    return !next.is(Kind::OpenBrace);
  if (atWord("macro_rules"))
    return next.is(Kind::Not) && peekAt(2).is(Kind::Identifier);
  if (atWord("async"))
    return next.isWord("fn") || next.isWord("unsafe");
  if (atWord("auto"))
    return next.isWord("trait");
  if (atWord("macro"))
    return isIdentifier(next);
  return atWord("union") && isIdentifier(next);
}

void Parser::parseOneItem(Items &items, Place place) {
  Nesting nesting(*this);
  if (!nesting)
    return;
  Head head;
  head.attributes = parseOuterAttributes();
  head.begin = peek().span;
  if (atEnd()) {
    if (!broken && head.attributes.span.isKnown())
      fail(Code::None, head.attributes.span, "", "expected item after attributes");
    return;
  }
  if (place == Place::Module && at(Kind::Semicolon)) {
    bump();
    if (!broken)
      context.report.error(Code::None, previous(), "", "expected item, found `;`")
          .help("remove this semicolon")
          .done();
    return;
  }
  parseItemAfterHead(items, std::move(head), place);
}

void Parser::parseItemAfterHead(Items &items, Head head, Place place) {
  // Bodies of functions are statements of their own, with their own labels.
  bool isOn = head.attributes.isOn && !isLeftOutTest(head.attributes.attributes, place);
  size_t first = items.size();
  {
    OffScope off(*this, isOn);
    head.isPublic = parseVisibility();
    if (!parseItemByKeyword(items, head, place) && !broken) {
      if (place == Place::Module || place == Place::Block) {
        if (at(Kind::Identifier) && atIdentifier() && !head.isPublic) {
          Span name = bump().span;
          check(Kind::Not);
          check(Kind::ColonColon);
          lastSpan = name;
          unexpected();
        } else {
          expected("item");
        }
      } else {
        fail(Code::None, peek().span, "non-item starts here", "non-item in item list");
      }
    }
  }
  if (isOn && items.size() > first && items[first] && !broken)
    checkTest(*items[first], place);
  bool isOff = llvm::any_of(llvm::drop_begin(items, first), [](const Item *i) { return !i; });
  if (!isOn || isOff) {
    items.resize(first);
    Span begin = head.attributes.span.isKnown() ? head.attributes.span : head.begin;
    noteRemoved(since(begin));
  }
}

/// `pub`; what later editions put in brackets after it is D01.
bool Parser::parseVisibility(bool isField) {
  if (!eatWord("pub"))
    return false;
  Span begin = previous();
  const Token &word = peekAt(1);
  if (!at(Kind::OpenParen) || atEnd())
    return true;
  bool isRestriction =
      word.isWord("in") || (peekAt(2).is(Kind::CloseParen) &&
                            (word.isWord("crate") || word.isWord("self") || word.isWord("super")));
  if (!isRestriction && isField)
    return true;
  skipTree();
  outside(since(begin), "visibilities other than `pub` are");
  return true;
}

bool Parser::isAllowed(const Item &item, Place place) {
  using ItemKind = Item::Kind;
  bool isFine = true;
  StringRef where;
  switch (place) {
  case Place::Module:
  case Place::Block:
    return true;
  case Place::Impl:
  case Place::Trait:
    isFine = item.kind == ItemKind::Function || item.kind == ItemKind::Const ||
             item.kind == ItemKind::TypeAlias;
    if (place == Place::Trait && item.kind == ItemKind::Const) {
      outside(item.span, "constants in traits are");
      return false;
    }
    where = "`trait`s or `impl`s";
    break;
  case Place::Extern:
    isFine = item.kind == ItemKind::Function || item.kind == ItemKind::Static;
    where = "`extern` blocks";
    break;
  }
  if (isFine)
    return true;
  static constexpr StringRef names[] = {"extern crate", "use",    "module", "function",
                                        "const",        "static", "type",   "struct",
                                        "enum",         "impl",   "trait",  "extern block"};
  if (!broken)
    context.report
        .error(Code::None, item.span, "", "{} is not supported in {}",
               names[size_t(item.kind)].str(), where.str())
        .done();
  return false;
}

void Parser::finish(Items &items, Head &head, Item *item) {
  item->span = since(head.begin);
  item->isPublic = head.isPublic;
  // Inner attributes of a module or an impl are there already.
  item->attributes.insert(item->attributes.begin(),
                          std::make_move_iterator(head.attributes.attributes.begin()),
                          std::make_move_iterator(head.attributes.attributes.end()));
  if (broken)
    return;
  if (const MetaItem *attribute = findAttribute(item->attributes, "global_allocator")) {
    outside(attribute->span, "the attribute `#[global_allocator]` is",
            "to choose an allocator, write a crate with `#![allocator]` that defines the functions "
            "`__rust_allocate`,\n`__rust_deallocate`, `__rust_reallocate`, "
            "`__rust_reallocate_inplace` and `__rust_usable_size`, and\nlink it with "
            "`extern crate`");
    return;
  }
  items.push_back(item);
  if (context.off == 0)
    derive(items, *item);
}

/// False where no item begins.
bool Parser::parseItemByKeyword(Items &items, Head &head, Place place) {
  size_t before = items.size();
  if (parseForeignConstruct(head))
    return true;
  if (atFunction()) {
    parseFunction(items, head, place);
  } else if (atWord("const") || atWord("static")) {
    parseValueItem(items, head, place);
  } else if (atWord("struct")) {
    parseStruct(items, head);
  } else if (atWord("enum")) {
    parseEnum(items, head);
  } else if (atWord("type")) {
    parseTypeAlias(items, head, place);
  } else if (atWord("use")) {
    parseUse(items, head);
  } else if (atWord("mod")) {
    parseModule(items, head);
  } else if (atWord("impl") || (atWord("unsafe") && peekAt(1).isWord("impl"))) {
    parseImpl(items, head);
  } else if (atWord("trait") || (atWord("unsafe") && peekAt(1).isWord("trait"))) {
    parseTrait(items, head);
  } else if (atWord("extern")) {
    if (peekAt(1).isWord("crate")) {
      parseExternCrate(items, head);
    } else {
      Name abi = *parseAbi();
      parseExternBlock(items, head, abi);
    }
  } else if (atMacro() && place != Place::Block) {
    skipMacroItem();
  } else {
    return false;
  }
  if (items.size() > before && items[before] && !isAllowed(*items[before], place))
    items.resize(before);
  return true;
}

/// Items that are Rust and not of the dialect. They are skipped.
bool Parser::parseForeignConstruct(Head &head) {
  StringRef what, help;
  if ((atWord("trait") || (atWord("unsafe") && peekAt(1).isWord("trait"))) && !context.isCore)
    what = "trait definitions are";
  else if (atWord("auto") && peekAt(1).isWord("trait"))
    what = "auto traits are";
  else if (atWord("union") && isIdentifier(peekAt(1)))
    what = "unions are";
  else if (atWord("async") && peekAt(1).is(Kind::Identifier))
    what = "`async` functions are";
  else if (atWord("macro") ||
           (atWord("macro_rules") && peekAt(1).is(Kind::Not) && peekAt(2).is(Kind::Identifier)))
    what = "macro definitions are";
  else if (atWord("unsafe") && peekAt(1).isWord("extern") &&
           (peekAt(2).is(Kind::OpenBrace) || peekAt(3).is(Kind::OpenBrace)))
    what = "`unsafe extern` blocks are", help = "write `extern`";
  else if (atWord("const") && peekAt(1).is(Kind::OpenBrace))
    what = "`const` blocks are";
  else if (atWord("default") && peekAt(1).isWord("fn"))
    what = "`default` functions are";
  else
    return false;
  Span keyword = peek().span;
  Span name = peekAt(1).span;
  outside(peekAt(1).is(Kind::Identifier) ? keyword.to(name) : keyword, what, help);
  head.isPublic = false;
  skipItem();
  return true;
}

/// To behind the `;` or the braces that end an item.
void Parser::skipItem() {
  while (!atEnd()) {
    bool isEnd = at(Kind::Semicolon) || at(Kind::OpenBrace);
    bool isParen = at(Kind::OpenParen) && pos > 0 && lexed.tokens[pos - 1].is(Kind::Not);
    skipTree();
    if (isEnd)
      return;
    if (isParen) {
      eat(Kind::Semicolon);
      return;
    }
  }
}

void Parser::parseExternCrate(Items &items, Head &head) {
  bump();
  bump();
  auto *item = make<ExternCrateItem>();
  if (atWord("self")) {
    outside(peek().span, "`extern crate self` is");
    Token token = bump();
    item->ident = {token.text, token.span};
  } else {
    item->ident = expectIdentifier();
  }
  item->crate = item->ident.name;
  if (eatWord("as")) {
    if (atWord("_") && !atEnd()) {
      Token token = bump();
      item->ident = {token.text, token.span};
    } else {
      item->ident = expectIdentifier();
    }
  }
  expect(Kind::Semicolon);
  finish(items, head, item);
}

void Parser::parseValueItem(Items &items, Head &head, Place place) {
  bool isConst = bump().isWord("const");
  auto *item = make<ValueItem>(isConst ? Item::Kind::Const : Item::Kind::Static);
  item->isMutable = !isConst && eatWord("mut");
  if (isConst && atWord("_")) {
    outside(peek().span, "constants without a name are");
    bump();
    item->ident = {save("_"), previous()};
  } else {
    item->ident = expectIdentifier();
  }
  StringRef what = isConst ? "constant" : "static";
  if (eat(Kind::Colon)) {
    item->type = parseType();
  } else {
    if (!broken && (at(Kind::Equal) || at(Kind::Semicolon)))
      context.report
          .error(Code::None, item->ident.span, "provide a type", "missing type for `{}` item",
                 isConst           ? "const"
                 : item->isMutable ? "static mut"
                                   : "static")
          .done();
    else
      unexpected();
    item->type = errorType();
  }
  if (eat(Kind::Equal))
    item->value = parseExpr();
  expect(Kind::Semicolon);
  bool mayLack = place == Place::Extern || (!isConst && context.isInterface);
  if (!broken && !item->value && !mayLack)
    context.report
        .error(Code::None, since(head.begin), "", "{} {} item without body",
               place == Place::Module || place == Place::Block ? "free" : "associated", what.str())
        .help("provide a definition: `= <expr>;`")
        .done();
  if (!broken && item->value && place == Place::Extern && !isConst)
    context.report
        .error(Code::None, item->value->span, "the invalid body",
               "incorrect `static` inside `extern` block")
        .done();
  if (!item->value && !mayLack)
    item->value = errorExpr(item->ident.span);
  finish(items, head, item);
}

void Parser::parseTypeAlias(Items &items, Head &head, Place place) {
  bump();
  auto *item = make<TypeAliasItem>();
  item->ident = expectIdentifier();
  item->generics = parseGenerics();
  if (check(Kind::Colon)) {
    Span colon = bump().span;
    parseBounds();
    outside(since(colon), "associated types are");
  }
  parseWhere(item->generics);
  if (eat(Kind::Equal)) {
    item->type = parseType();
  } else if (place != Place::Trait) {
    if (at(Kind::Semicolon) && !isMuted())
      context.report
          .error(Code::None, since(head.begin), "", "{} without body",
                 place == Place::Impl ? "associated type in `impl`" : "free type alias")
          .help("provide a definition for the type: `= <type>;`")
          .done();
    item->type = errorType();
  }
  expect(Kind::Semicolon);
  finish(items, head, item);
}

// ---- structs and enums ----

void Parser::parseStruct(Items &items, Head &head) {
  bump();
  auto *item = make<StructItem>();
  item->ident = expectIdentifier();
  item->generics = parseGenerics();
  parseWhere(item->generics);
  if (check(Kind::OpenParen)) {
    item->style = FieldStyle::Tuple;
    parseTupleFields(item->fields, false);
    parseWhere(item->generics);
    expect(Kind::Semicolon);
  } else if (check(Kind::OpenBrace)) {
    item->style = FieldStyle::Named;
    parseNamedFields(item->fields, false);
  } else {
    expect(Kind::Semicolon);
  }
  finish(items, head, item);
}

void Parser::parseNamedFields(std::vector<FieldDecl> &fields, bool inVariant) {
  delimited(Kind::OpenBrace, [&] {
    while (!atEnd()) {
      AttributeList attributes = parseOuterAttributes();
      OffScope off(*this, attributes.isOn);
      Span begin = peek().span;
      FieldDecl field;
      field.isPublic = parseVisibility(true);
      if (field.isPublic && inVariant && !isMuted())
        context.report.error(Code::E0449, begin, "", "visibility qualifiers are not permitted here")
            .note("enum variants and their fields always share the visibility of the enum they "
                  "are in")
            .done();
      field.ident = expectIdentifier();
      if (expect(Kind::Colon)) {
        field.type = parseType();
      }
      if (broken)
        return;
      if (check(Kind::Equal)) {
        bump();
        outside(previous(), "default values of fields are");
        parseExpr();
      }
      if (attributes.isOn)
        fields.push_back(field);
      if (eat(Kind::Comma) || atEnd())
        continue;
      if (at(Kind::Semicolon)) {
        fail(Code::None, peek().span, "replace `;` with `,`", "struct fields are separated by `,`");
        return;
      }
      fail(Code::None, peek().span, "try adding a comma: `,`", "expected `,`, or `}}`, found {}",
           describeFound());
    }
  });
}

void Parser::parseTupleFields(std::vector<FieldDecl> &fields, bool inVariant) {
  delimited(Kind::OpenParen, [&] {
    commaList([&] {
      AttributeList attributes = parseOuterAttributes();
      OffScope off(*this, attributes.isOn);
      Span begin = peek().span;
      FieldDecl field;
      field.isPublic = parseVisibility(true);
      if (field.isPublic && inVariant && !isMuted())
        context.report.error(Code::E0449, begin, "", "visibility qualifiers are not permitted here")
            .note("enum variants and their fields always share the visibility of the enum they "
                  "are in")
            .done();
      Span span = peek().span;
      field.type = parseType();
      field.ident = {save(std::to_string(fields.size())), since(span)};
      if (attributes.isOn && !broken)
        fields.push_back(field);
    });
  });
}

void Parser::parseEnum(Items &items, Head &head) {
  bump();
  auto *item = make<EnumItem>();
  item->ident = expectIdentifier();
  item->generics = parseGenerics();
  parseWhere(item->generics);
  delimited(Kind::OpenBrace, [&] {
    while (!atEnd()) {
      parseVariant(*item);
      if (broken || eat(Kind::Comma) || atEnd())
        continue;
      check(Kind::CloseBrace);
      unexpected();
    }
  });
  finish(items, head, item);
}

void Parser::parseVariant(EnumItem &item) {
  AttributeList attributes = parseOuterAttributes();
  OffScope off(*this, attributes.isOn);
  Span begin = peek().span;
  if (parseVisibility() && !isMuted())
    context.report.error(Code::E0449, begin, "", "visibility qualifiers are not permitted here")
        .note("enum variants and their fields always share the visibility of the enum they are in")
        .done();
  VariantDecl variant;
  variant.ident = expectIdentifier();
  if (broken)
    return;
  if (check(Kind::OpenParen)) {
    variant.style = FieldStyle::Tuple;
    parseTupleFields(variant.fields, true);
  } else if (check(Kind::OpenBrace)) {
    variant.style = FieldStyle::Named;
    parseNamedFields(variant.fields, true);
  }
  if (eat(Kind::Equal))
    variant.discriminant = parseExpr();
  variant.span = since(variant.ident.span);
  if (attributes.isOn)
    item.variants.push_back(std::move(variant));
}

// ---- blocks of items ----

void Parser::parseImpl(Items &items, Head &head) {
  auto *item = make<ImplItem>();
  item->isUnsafe = eatWord("unsafe");
  Span keyword = bump().span;
  if (head.isPublic && !isMuted())
    context.report
        .error(Code::E0449, head.begin, "", "visibility qualifiers are not permitted here")
        .note("place qualifiers on individual impl items instead")
        .done();
  head.isPublic = false;
  if (at(Kind::Less))
    item->generics = parseGenerics();
  if (eat(Kind::Not))
    outside(previous(), "negative implementations are");
  item->type = parseType();
  if (eatWord("for")) {
    if (item->type->kind == TypeExpr::Kind::Path)
      item->trait = item->type->path;
    else if (!broken)
      context.report.error(Code::None, item->type->span, "", "expected a trait, found type").done();
    item->type = parseType();
  } else if (item->isUnsafe && !isMuted()) {
    context.report
        .error(Code::E0197, item->type->span, "inherent impl for this type",
               "inherent impls cannot be unsafe")
        .done();
  }
  parseWhere(item->generics);
  bool isOn = true;
  if (at(Kind::Deferred)) {
    Span span = bump().span;
    item->members = {span, *context.later, context.later->scope(mode)};
  } else {
    item->members = parseImplMembers(*item, isOn);
  }
  item->ident = {{}, keyword};
  finish(items, head, item);
  if (!isOn)
    items.push_back(nullptr);
}

Deferred<ItemList> Parser::parseImplMembers(ImplItem &item, bool &isOn) {
  Span begin = peek().span;
  auto *members = make<ItemList>();
  bool isRead = !broken && delimited(Kind::OpenBrace, [&] {
    parseInnerAttributes(item.attributes, isOn);
    parseItems(*members, Place::Impl);
  });
  if (!isRead)
    unexpected();
  if (!item.trait && !context.isInterface)
    llvm::erase_if(*members, [&](const Item *member) {
      bool isType = member && member->kind == Item::Kind::TypeAlias;
      if (isType)
        outside(member->span, "associated types are");
      return isType;
    });
  return {members, since(begin)};
}

// What was deferred is one pair of braces: behind it nothing may be hidden.

void Parser::parseDeferred(const Block *&block) {
  block = parseBlock();
  if (!atEnd())
    unexpected();
}

void Parser::parseDeferred(const ItemList *&items) {
  ImplItem impl;
  bool isOn = true;
  items = parseImplMembers(impl, isOn).get();
  if (!atEnd())
    unexpected();
}

void Parser::parseTrait(Items &items, Head &head) {
  auto *item = make<TraitItem>();
  item->isUnsafe = eatWord("unsafe");
  bump();
  item->ident = expectIdentifier();
  item->generics = parseGenerics();
  if (eat(Kind::Colon))
    item->supertraits = parseBounds();
  parseWhere(item->generics);
  Items methods;
  delimited(Kind::OpenBrace, [&] { parseItems(methods, Place::Trait); });
  for (const Item *method : methods)
    if (const auto *function = llvm::dyn_cast_or_null<FunctionItem>(method))
      item->methods.push_back(function);
    else if (const auto *type = llvm::dyn_cast_or_null<TypeAliasItem>(method))
      item->types.push_back(type);
  finish(items, head, item);
}

/// `extern "C" { … }`, behind the ABI.
void Parser::parseExternBlock(Items &items, Head &head, Name abi) {
  if (!at(Kind::OpenBrace)) {
    checkWord("fn");
    checkWord("crate");
    check(Kind::OpenBrace);
    return unexpected();
  }
  if (head.isPublic && !isMuted())
    context.report
        .error(Code::E0449, head.begin, "", "visibility qualifiers are not permitted here")
        .note("place qualifiers on individual foreign items instead")
        .done();
  head.isPublic = false;
  auto *item = make<ExternItem>();
  item->abi = abi;
  bool isOn = true;
  delimited(Kind::OpenBrace, [&] {
    parseInnerAttributes(item->attributes, isOn);
    parseItems(item->items, Place::Extern);
  });
  finish(items, head, item);
  if (!isOn)
    items.push_back(nullptr);
}
