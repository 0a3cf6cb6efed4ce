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

class CutFinder {
public:
  explicit CutFinder(const Crate &crate) : crate(crate) {
    for (const SourceText &text : crate.texts)
      for (Span span : text.removed)
        cuts.push_back({span, false});
    visit(crate.root.items);
    llvm::stable_sort(cuts, [](const Cut &a, const Cut &b) { return a.span.begin < b.span.begin; });
  }
  std::vector<Cut> cuts;

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
    if (!impl->isDerived)
      for (const Item *member : impl->items)
        visit(*member, !impl->generics.params.empty());
    return;
  }
  if (const auto *function = llvm::dyn_cast<FunctionItem>(&item)) {
    bool isKept = isGeneric || !function->generics.params.empty() || function->isConst ||
                  findAttribute(function->attributes, "inline");
    if (function->body && !isKept && !holdsImpl(function->body->span))
      cuts.push_back({function->body->span, true});
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
  Writer(InterfaceFile &file, const SourceMap &sources) : file(file), sources(sources) {}

  /// A token may have several lines: a string.
  void write(uint32_t position, StringRef text) {
    linkcheck::SourceLocation where = sources.locate(position);
    while (file.lines.size() < where.line)
      file.lines.emplace_back();
    std::string &line = file.lines[where.line - 1];
    if (line.size() + 1 < where.column)
      line.resize(where.column - 1, ' ');
    auto [first, rest] = text.split('\n');
    line += first;
    if (first.size() == text.size())
      return;
    llvm::SmallVector<StringRef> lines;
    rest.split(lines, '\n');
    for (StringRef next : lines)
      file.lines.push_back(next.str());
  }

private:
  InterfaceFile &file;
  const SourceMap &sources;
};

} // namespace

static InterfaceFile makeFile(uint32_t start, llvm::ArrayRef<Cut> cuts, const SourceMap &sources) {
  InterfaceFile file;
  file.path = sources.path(start).str();
  Writer writer(file, sources);
  Arena arena;
  linkcheck::CollectingConsumer ignored;
  linkcheck::Diagnostics diags(ignored);
  LexedText lexed = lexText(start, arena, Reporter(sources, diags), LexMode::Source);
  uint32_t cutEnd = 0;
  for (const Token &token : lexed.tokens) {
    if (token.is(TokenKind::EndOfFile))
      break;
    // Behind what was left out before, in front of or in what is next.
    while (!cuts.empty() && cuts.front().span.begin <= token.span.begin) {
      if (cuts.front().leavesSemicolon && cuts.front().span.begin >= cutEnd)
        writer.write(token.span.begin, ";");
      cutEnd = std::max(cutEnd, cuts.front().span.end);
      cuts = cuts.drop_front();
    }
    if (token.span.begin < cutEnd)
      continue;
    // `>=` may be the end of a type and the `=` that is left out.
    Span span = token.span;
    if (!cuts.empty())
      span.end = std::min(span.end, cuts.front().span.begin);
    writer.write(span.begin, sources.text(span));
  }
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
    std::vector<Cut> cuts;
    for (const Cut &cut : finder.cuts)
      if (cut.span.begin >= text.start && cut.span.begin <= text.start + size)
        cuts.push_back(cut);
    result.push_back(makeFile(text.start, cuts, sources));
  }
  for (const auto &[path, content] : crate.included) {
    InterfaceFile file;
    file.path = path;
    llvm::SmallVector<StringRef> lines;
    StringRef(content).split(lines, '\n');
    for (StringRef line : lines)
      file.lines.push_back(line.str());
    result.push_back(std::move(file));
  }
  return result;
}
