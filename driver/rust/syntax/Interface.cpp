//===- Interface.cpp - the source of a crate as its users need it ---------===//
//
// The texts are read again as tokens, and each token that is left is put at its line and
// column. A body stands for nothing downstream unless it is instantiated or inlined
// there: those of generic functions, of methods of generic impls, of `#[inline]` and
// `const` functions, of default methods; and a body that holds an `impl`, which adds to
// types that others see.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::StringRef;

namespace {

/// What is left out of the texts: spans, and whether a `;` takes their place.
struct Cut {
  Span span;
  bool leavesSemicolon;
};

/// Braces that a reader may leave for later, if nothing in them stands against it.
struct Braces {
  Span span;
  bool isImpl;
};

class CutFinder {
public:
  explicit CutFinder(const Crate &crate) : crate(crate) {
    for (const SourceText &text : crate.texts)
      for (Span span : text.removed)
        cuts.push_back({span, false});
    visit(crate.root.items);
    auto isBefore = [](const auto &a, const auto &b) { return a.span.begin < b.span.begin; };
    llvm::stable_sort(cuts, isBefore);
    llvm::stable_sort(braces, isBefore);
  }
  std::vector<Cut> cuts;
  std::vector<Braces> braces;

private:
  bool holdsImpl(Span body) const {
    return llvm::any_of(crate.texts, [&](const SourceText &text) {
      return llvm::any_of(text.innerImpls, [&](Span impl) {
        return impl.begin >= body.begin && impl.end <= body.end;
      });
    });
  }
  void visit(llvm::ArrayRef<const Item *> items) {
    for (const Item *item : items)
      visit(*item, false);
  }
  void visit(const Item &item, bool isGeneric);

  const Crate &crate;
};

} // namespace

void CutFinder::visit(const Item &item, bool isGeneric) {
  if (const auto *module = llvm::dyn_cast<Module>(&item))
    return visit(module->items);
  if (const auto *impl = llvm::dyn_cast<ImplItem>(&item)) {
    if (impl->isDerived)
      return;
    braces.push_back({impl->members.span(), true});
    for (const Item *member : impl->items())
      visit(*member, !impl->generics.params.empty());
    return;
  }
  if (const auto *trait = llvm::dyn_cast<TraitItem>(&item)) {
    for (const FunctionItem *method : trait->methods)
      visit(*method, true);
    return;
  }
  if (const auto *function = llvm::dyn_cast<FunctionItem>(&item)) {
    bool isKept = isGeneric || !function->generics.params.empty() || function->isConst ||
                  findAttribute(function->attributes, "inline");
    if (!function->body)
      return;
    if (!isKept && !holdsImpl(function->body.span()))
      cuts.push_back({function->body.span(), true});
    else
      braces.push_back({function->body.span(), false});
    return;
  }
  if (item.kind == Item::Kind::Static) {
    const auto &value = llvm::cast<ValueItem>(item);
    if (value.value)
      cuts.push_back({{value.type->span.end, item.span.end}, true});
  }
}

namespace {

/// Writes tokens at their places.
class Writer {
public:
  Writer(std::string &out, const SourceMap &sources) : out(out), sources(sources) {}

  /// A token may have several lines: a string.
  void write(uint32_t position, StringRef text) {
    linkcheck::SourceLocation where = sources.locate(position);
    if (line < where.line) {
      out.append(where.line - line, '\n');
      line = where.line;
      lineStart = out.size();
    }
    size_t column = out.size() - lineStart;
    if (column + 1 < where.column)
      out.append(where.column - 1 - column, ' ');
    out += text;
    line += unsigned(text.count('\n'));
    if (text.contains('\n'))
      lineStart = out.rfind('\n') + 1;
  }

private:
  std::string &out;
  const SourceMap &sources;
  unsigned line = 1;    ///< that the text ends in
  size_t lineStart = 0; ///< where in the text it begins
};

} // namespace

/// Whether the tokens behind an opening brace, up to its partner, hold no item but the members
/// of the impl whose brace it is: others may have to know it.
static bool isDeferrable(llvm::ArrayRef<Token> inside, bool isImpl) {
  static constexpr StringRef words[] = {"const",  "enum",   "extern", "fn",   "impl", "mod",
                                        "static", "struct", "trait",  "type", "use"};
  // `#![…]` is the impl's own.
  if (inside.size() > 1 && inside[0].is(TokenKind::Pound) && inside[1].is(TokenKind::Not))
    return false;
  unsigned depth = isImpl ? 0 : 1;
  const Token *before = nullptr;
  for (const Token &token : inside) {
    depth += token.is(TokenKind::OpenBrace);
    depth -= token.is(TokenKind::CloseBrace);
    bool isPointer = before && before->is(TokenKind::Star) && token.isWord("const");
    if (depth != 0 && token.isReserved && !isPointer && llvm::binary_search(words, token.text))
      return false;
    before = &token;
  }
  return true;
}

/// The tokens that `cuts` leave, with a `;` where one takes their place; the ends of tokens that
/// are cut in half are their new ones.
static std::vector<Token> keepTokens(llvm::ArrayRef<Token> tokens, llvm::ArrayRef<Cut> cuts,
                                     const SourceMap &sources) {
  std::vector<Token> kept;
  uint32_t cutEnd = 0;
  for (Token token : tokens) {
    // Behind what was left out before, in front of or in what is next.
    while (!cuts.empty() && cuts.front().span.begin <= token.span.begin) {
      if (cuts.front().leavesSemicolon && cuts.front().span.begin >= cutEnd) {
        Token &semicolon = kept.emplace_back();
        semicolon.kind = TokenKind::Semicolon;
        semicolon.span = {token.span.begin, token.span.begin};
        semicolon.text = ";";
      }
      cutEnd = std::max(cutEnd, cuts.front().span.end);
      cuts = cuts.drop_front();
    }
    if (token.span.begin < cutEnd || token.is(TokenKind::EndOfFile))
      continue;
    // `>=` may be the end of a type and the `=` that is left out.
    if (!cuts.empty() && cuts.front().span.begin < token.span.end)
      token.span.end = cuts.front().span.begin;
    token.text = sources.text(token.span);
    kept.push_back(token);
  }
  return kept;
}

static size_t findPartner(llvm::ArrayRef<Token> tokens, size_t open) {
  unsigned depth = 0;
  for (size_t i = open; i != tokens.size(); ++i) {
    depth += tokens[i].is(TokenKind::OpenBrace);
    depth -= tokens[i].is(TokenKind::CloseBrace);
    if (depth == 0)
      return i;
  }
  return open;
}

static InterfaceFile makeFile(uint32_t start, llvm::ArrayRef<Cut> cuts,
                              llvm::ArrayRef<Braces> braces, const SourceMap &sources) {
  InterfaceFile file;
  file.path = sources.path(start).str();
  auto text = std::make_shared<std::string>();
  Writer writer(*text, sources);
  Arena arena;
  linkcheck::CollectingConsumer ignored;
  linkcheck::Diagnostics diags(ignored);
  LexedText lexed = lexText(sources.whole(start), arena, Reporter(sources, diags), LexMode::Source);
  std::vector<Token> tokens = keepTokens(lexed.tokens, cuts, sources);
  size_t deferredEnd = 0;
  for (size_t i = 0; i != tokens.size(); ++i) {
    writer.write(tokens[i].span.begin, tokens[i].text);
    if (i == deferredEnd && i != 0)
      file.deferred.back().end = uint32_t(text->size());
    while (!braces.empty() && braces.front().span.begin < tokens[i].span.begin)
      braces = braces.drop_front();
    if (braces.empty() || braces.front().span.begin != tokens[i].span.begin || i < deferredEnd ||
        !tokens[i].is(TokenKind::OpenBrace))
      continue;
    size_t close = findPartner(tokens, i);
    auto inside = llvm::ArrayRef(tokens).slice(i + 1, close - i - (close != i));
    if (close == i || !isDeferrable(inside, braces.front().isImpl))
      continue;
    deferredEnd = close;
    file.deferred.push_back({uint32_t(text->size() - 1), 0});
  }
  file.text = *text;
  file.owner = std::move(text);
  return file;
}

std::vector<InterfaceFile> cratec::rust::makeInterface(const Crate &crate, const SourceMap &sources,
                                                       const std::vector<std::string> &) {
  CutFinder finder(crate);
  std::vector<InterfaceFile> result;
  for (const SourceText &text : crate.texts) {
    StringRef path = sources.path(text.start);
    if (llvm::any_of(result, [&](const InterfaceFile &file) { return file.path == path; }))
      continue;
    uint32_t size = uint32_t(sources.file(text.start).size());
    auto ofText = [&](const auto &all) {
      auto part = all;
      llvm::erase_if(part, [&](const auto &each) {
        return each.span.begin < text.start || each.span.begin > text.start + size;
      });
      return part;
    };
    result.push_back(makeFile(text.start, ofText(finder.cuts), ofText(finder.braces), sources));
  }
  for (const auto &[path, content] : crate.included) {
    auto text = std::make_shared<std::string>(content);
    result.push_back({path, *text, {}, text});
  }
  return result;
}
