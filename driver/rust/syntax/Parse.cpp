//===- Parse.cpp - the parser's public face --------------------------------===//

#include "driver/rust/syntax/Parse.h"

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/Path.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using linkcheck::Diagnostics;
using llvm::StringRef;

/// Whether the text is UTF-8, apart from what is left for later.
static bool isUtf8Between(StringRef text, llvm::ArrayRef<linkcheck::TextRange> deferred) {
  uint32_t begin = 0;
  for (linkcheck::TextRange range : deferred) {
    if (!isUtf8(text.slice(begin, range.begin)))
      return false;
    begin = range.end;
  }
  return isUtf8(text.substr(begin));
}

/// The text without byte order mark, with `\n` at the ends of its lines.
static std::unique_ptr<llvm::MemoryBuffer> normalise(std::unique_ptr<llvm::MemoryBuffer> buffer) {
  StringRef text = buffer->getBuffer();
  bool hasMark = text.consume_front("\xef\xbb\xbf");
  if (!hasMark && !text.contains("\r\n"))
    return buffer;
  std::string normal;
  for (size_t i = 0; i != text.size(); ++i)
    if (!text.substr(i).starts_with("\r\n"))
      normal += text[i];
  return llvm::MemoryBuffer::getMemBufferCopy(normal);
}

std::optional<uint32_t> cratec::rust::addSourceText(ParseContext &context, const std::string &path,
                                                    std::unique_ptr<llvm::MemoryBuffer> buffer,
                                                    Span where) {
  // Positions are 32 bits for all texts together.
  static constexpr size_t totalLimit = size_t(1) << 31;
  size_t size = buffer->getBufferSize(), total = size;
  for (const SourceText &other : context.crate.texts)
    total += context.sources.file(other.start).size();
  if (size > SourceMap::sizeLimit || total > totalLimit) {
    context.report.error(Code::None, where, "", "couldn't read `{}`: the file is too large", path)
        .done();
    return std::nullopt;
  }
  llvm::ArrayRef<linkcheck::TextRange> deferred;
  if (context.reader)
    deferred = context.reader->deferred(path);
  if (!isUtf8Between(buffer->getBuffer(), deferred)) {
    context.report
        .error(Code::None, where, "", "couldn't read `{}`: stream did not contain valid UTF-8",
               path)
        .done();
    return std::nullopt;
  }
  // Of an interface it is normal; nothing of it is looked at that nobody asks for.
  if (!context.isInterface)
    buffer = normalise(std::move(buffer));
  uint32_t start = context.sources.add(path, std::move(buffer));
  context.crate.texts.push_back({start, {}, {}, deferred});
  return start;
}

bool cratec::rust::parseRoot(ParseContext &context, const std::string &path,
                             std::unique_ptr<llvm::MemoryBuffer> text) {
  std::optional<uint32_t> start = addSourceText(context, path, std::move(text), {});
  if (!start)
    return false;
  Module &root = context.crate.root;
  context.openFiles.push_back(path);
  Parser parser(context, *start, LexMode::Source);
  parser.parseFile(root, llvm::sys::path::parent_path(path));
  root.isPublic = true;
  root.span = context.sources.whole(*start);
  root.ident.span = {*start, *start};
  return true;
}

std::unique_ptr<Crate> cratec::rust::parseCrate(const ParseInput &input, FileReader &reader,
                                                SourceMap &sources, std::vector<std::string> &files,
                                                Diagnostics &diags) {
  auto crate = std::make_unique<Crate>();
  ParseContext context(sources, diags, *crate, input.configuration);
  files.push_back(input.path);
  context.reader = &reader;
  context.files = &files;
  context.isCore = input.isCore;
  context.debugAssertions = input.debugAssertions;
  context.crateName = input.crateName;
  context.isTest = input.isTest;
  unsigned errorsBefore = diags.errorCount();
  if (!parseRoot(context, input.path, llvm::MemoryBuffer::getMemBufferCopy(input.text)))
    return nullptr;
  if (input.isTest && diags.errorCount() == errorsBefore)
    addTestHarness(context);
  return crate;
}

std::optional<bool> cratec::rust::evaluatePredicate(StringRef text,
                                                    const Configuration &configuration) {
  SourceMap sources;
  linkcheck::CollectingConsumer mistakes;
  Diagnostics diags(mistakes);
  Crate crate;
  ParseContext context(sources, diags, crate, configuration);
  std::optional<uint32_t> start =
      addSourceText(context, "cfg", llvm::MemoryBuffer::getMemBufferCopy(text), {});
  bool holds = start && Parser(context, *start, LexMode::Source).parsePredicate();
  if (diags.hasErrors())
    return std::nullopt;
  return holds;
}
