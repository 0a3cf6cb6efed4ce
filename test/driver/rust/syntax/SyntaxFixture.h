//===- SyntaxFixture.h - parses texts and says what came of it ----*- C++ -*-===//

#pragma once

#include "driver/rust/syntax/Parse.h"

#include <gtest/gtest.h>

namespace cratec::rust {

/// Texts by path.
class TextReader final : public FileReader {
public:
  std::unique_ptr<llvm::MemoryBuffer> read(const std::string &path, std::string &failure) override {
    auto found = texts.find(path);
    if (found != texts.end())
      return llvm::MemoryBuffer::getMemBufferCopy(found->second);
    failure = "No such file or directory";
    return nullptr;
  }
  std::map<std::string, std::string> texts;
};

/// One parse with all that it takes.
class Parsed {
public:
  Parsed() : diags(consumer) {
    input.path = "src/lib.rs";
    input.configuration.names = {"unix"};
    input.configuration.values = {{"target_os", "linux"}, {"target_pointer_width", "64"}};
  }
  explicit Parsed(std::string text) : Parsed() { parse(std::move(text)); }

  Parsed &parse(std::string text) {
    input.text = std::move(text);
    crate = parseCrate(input, reader, sources, files, diags);
    return *this;
  }
  /// The tree as text.
  std::string tree() const { return crate ? printAst(*crate) : "nothing"; }
  /// Each message on a line: "E0765 1:5 unterminated …"; without code "-".
  std::string messages() const {
    std::string all;
    for (const linkcheck::Diagnostic &diagnostic : consumer.diagnostics) {
      all += diagnostic.code == linkcheck::Code::None ? "-"
                                                      : linkcheck::infoOf(diagnostic.code).id.str();
      if (!diagnostic.labels.empty())
        all += fmt::format(" {}:{}", diagnostic.labels.front().at.line,
                           diagnostic.labels.front().at.column);
      all += " " + diagnostic.message + "\n";
    }
    return all;
  }
  /// The notes and helps of the only message.
  std::string attachments() const {
    std::string all;
    for (const linkcheck::Diagnostic &diagnostic : consumer.diagnostics)
      for (const linkcheck::Attachment &attachment : diagnostic.attachments)
        all += attachment.message + "\n";
    return all;
  }
  /// The interface's files, one after the other, and the parse of it.
  std::vector<InterfaceFile> interface() const { return makeInterface(*crate, sources, files); }

  ParseInput input;
  TextReader reader;
  SourceMap sources;
  std::vector<std::string> files;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags;
  std::unique_ptr<ast::Crate> crate;
};

/// The tree of a text without mistakes.
inline std::string tree(std::string text) {
  Parsed parsed(std::move(text));
  return parsed.messages() + parsed.tree();
}

/// The messages about a text.
inline std::string messages(std::string text) {
  return Parsed(std::move(text)).messages();
}

/// The tree of an expression, in a function.
inline std::string exprTree(const std::string &text) {
  std::string printed = tree("fn f() { let _ = " + text + "; }");
  llvm::StringRef rest = printed;
  if (rest.consume_front("fn f() {\n  let _ = ") && rest.consume_back(";\n}\n"))
    return rest.str();
  return printed;
}

} // namespace cratec::rust
