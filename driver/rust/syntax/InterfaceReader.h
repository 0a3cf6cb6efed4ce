//===- InterfaceReader.h - reads upstream crates as they are needed -*- C++ -*-===//

#pragma once

#include "driver/rust/syntax/Parser.h"

namespace cratec::rust {

/// Holds what parsing an interface needs, for as long as parts of it may be asked for.
class InterfaceReader final : public ast::DeferredReader {
public:
  /// `configuration` and `files` are kept, `sources` and `crate` referred to.
  InterfaceReader(SourceMap &sources, ast::Crate &crate, Configuration configuration,
                  std::unique_ptr<FileReader> files, MistakeSink onMistake);

  ParseContext &parseContext() { return context; }
  /// What stands around the place where the parser is now, for read().
  uint32_t scope(LexMode mode);
  void read(Span span, uint32_t scope, const ast::Block *&block) override {
    readAny(span, scope, block);
  }
  void read(Span span, uint32_t scope, const ast::ItemList *&items) override {
    readAny(span, scope, items);
  }
  bool hasMistakes() const { return !mistakes.diagnostics.empty(); }
  const std::string &firstMistake() const { return mistakes.diagnostics.front().message; }

private:
  struct Scope {
    LexMode mode;
    std::vector<std::string> modulePath;
  };
  template <typename Node> void readAny(Span span, uint32_t scope, const Node *&node) {
    context.modulePath = scopes[scope].modulePath;
    size_t before = mistakes.diagnostics.size();
    if (!isUtf8(context.sources.text(span)))
      context.report.error(linkcheck::Code::None, span, "", "the text is not UTF-8").done();
    Parser(context, span, scopes[scope].mode).parseDeferred(node);
    if (mistakes.diagnostics.size() != before)
      onMistake(mistakes.diagnostics[before].message);
  }

  Configuration configuration;
  std::unique_ptr<FileReader> reader;
  linkcheck::CollectingConsumer mistakes;
  linkcheck::Diagnostics diags{mistakes};
  ParseContext context;
  std::vector<std::string> files; ///< that were read
  std::vector<Scope> scopes;
  MistakeSink onMistake;
};

} // namespace cratec::rust
