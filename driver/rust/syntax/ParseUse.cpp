//===- ParseUse.cpp - `use`, each path of it apart ------------------------===//

#include "driver/rust/syntax/Parser.h"

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

struct Parser::UseTree {
  std::vector<UseItem *> items;
};

void Parser::parseUse(Items &items, Head &head) {
  bump();
  UseTree tree;
  parseUseTree(tree, {}, false);
  expect(Kind::Semicolon);
  for (UseItem *item : tree.items) {
    Head each = head;
    finish(items, each, item);
  }
}

/// What follows `prefix`: segments, then a list, a `*`, a new name or nothing.
void Parser::parseUseTree(UseTree &tree, Path prefix, bool inList) {
  Nesting nesting(*this);
  if (!nesting)
    return;
  if (prefix.segments.empty()) {
    prefix.span = peek().span;
    prefix.global |= at(Kind::ColonColon) && (bump(), true);
  }
  while (!atEnd()) {
    if (at(Kind::OpenBrace)) {
      delimited(Kind::OpenBrace, [&] { commaList([&] { parseUseTree(tree, prefix, true); }); });
      return;
    }
    if (at(Kind::Star)) {
      bump();
      auto *item = make<UseItem>();
      item->path = std::move(prefix);
      item->path.span = since(item->path.span);
      item->isGlob = true;
      tree.items.push_back(item);
      return;
    }
    parseSegment(prefix, PathStyle::Module);
    prefix.span = since(prefix.span);
    if (broken)
      return;
    if (!eat(Kind::ColonColon))
      return addUse(tree, std::move(prefix), inList);
  }
  // Behind a `::`, or where nothing was written.
  expectIdentifier();
}

/// `path` or `path as name`.
void Parser::addUse(UseTree &tree, Path path, bool inList) {
  auto *item = make<UseItem>();
  bool endsInSelf = path.last().ident.name == "self" && !(path.isSingle() && !inList);
  item->as = path.last().ident;
  if (endsInSelf) {
    Span self = path.last().ident.span;
    path.segments.pop_back();
    item->isSelf = true;
    if (path.segments.empty()) {
      if (!isMuted())
        context.report.error(Code::None, self, "", "imports need to be explicitly named")
            .help("try renaming it with a name")
            .done();
      return;
    }
    if (!inList && !isMuted())
      context.report
          .error(Code::E0429, path.span, "", "`self` imports are only allowed within a {{ }} list")
          .done();
    item->as = path.last().ident;
  }
  if (eatWord("as")) {
    if (atWord("_") && !atEnd()) {
      outside(peek().span, "imports without a name are");
      Token token = bump();
      item->as = {token.text, token.span};
    } else {
      item->as = expectIdentifier();
    }
  } else if (item->as.name == "super" || item->as.name == "self" || item->as.name == "crate") {
    if (!isMuted())
      context.report.error(Code::None, path.span, "", "imports need to be explicitly named")
          .help("try renaming it with a name")
          .done();
    return;
  }
  item->path = std::move(path);
  tree.items.push_back(item);
}
