//===- Parse.cpp - crates and interfaces ----------------------------------===//

#include "driver/rust/syntax/Parse.h"

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using linkcheck::Diagnostics;
using llvm::StringRef;

std::optional<uint32_t> cratec::rust::addSourceText(ParseContext &context, const std::string &path,
                                                    std::string text, Span where) {
  // Positions are 32 bits for all texts together.
  static constexpr size_t totalLimit = size_t(1) << 31;
  size_t total = text.size();
  for (const SourceText &other : context.crate.texts)
    total += context.sources.file(other.start).size();
  if (text.size() > SourceMap::sizeLimit || total > totalLimit) {
    context.report.error(Code::None, where, "", "couldn't read `{}`: the file is too large", path)
        .done();
    return std::nullopt;
  }
  if (!isUtf8(text)) {
    context.report
        .error(Code::None, where, "", "couldn't read `{}`: stream did not contain valid UTF-8",
               path)
        .done();
    return std::nullopt;
  }
  if (StringRef(text).starts_with("\xef\xbb\xbf"))
    text.erase(0, 3);
  for (size_t i = text.find("\r\n"); i != std::string::npos;) {
    size_t out = i;
    for (; i != text.size(); ++i)
      if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
        text[out++] = text[i];
    text.resize(out);
    break;
  }
  uint32_t start = context.sources.add(path, std::move(text));
  context.crate.texts.push_back({start, {}, {}});
  return start;
}

static std::unique_ptr<Crate> parseRoot(ParseContext &context, std::unique_ptr<Crate> crate,
                                        const std::string &path, std::string text) {
  std::optional<uint32_t> start = addSourceText(context, path, std::move(text), {});
  if (!start)
    return nullptr;
  context.openFiles.push_back(path);
  Parser parser(context, *start, LexMode::Source);
  parser.parseFile(crate->root, llvm::sys::path::parent_path(path));
  crate->root.isPublic = true;
  uint32_t size = uint32_t(context.sources.file(*start).size());
  crate->root.span = {*start, *start + size};
  crate->root.ident.span = {*start, *start};
  return crate;
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
  return parseRoot(context, std::move(crate), input.path, input.text);
}

namespace {

/// The files of an interface.
class InterfaceReader : public FileReader {
public:
  explicit InterfaceReader(const std::vector<InterfaceFile> &files) : files(files) {}
  std::optional<std::string> read(const std::string &path, std::string &failure) override {
    for (const InterfaceFile &file : files)
      if (file.path == path)
        return llvm::join(file.lines, "\n");
    failure = "No such file or directory";
    return std::nullopt;
  }

private:
  const std::vector<InterfaceFile> &files;
};

} // namespace

std::unique_ptr<Crate> cratec::rust::parseInterface(const std::vector<InterfaceFile> &files,
                                                    const Configuration &configuration, bool isCore,
                                                    SourceMap &sources, Diagnostics &diags,
                                                    std::string crateName) {
  auto crate = std::make_unique<Crate>();
  if (files.empty()) {
    diags.error(Code::None, "the interface has no files").done();
    return nullptr;
  }
  ParseContext context(sources, diags, *crate, configuration);
  InterfaceReader reader(files);
  std::vector<std::string> read;
  context.reader = &reader;
  context.files = &read;
  context.isCore = isCore;
  context.isInterface = true;
  context.debugAssertions = configuration.names.count("debug_assertions") != 0;
  context.crateName = std::move(crateName);
  return parseRoot(context, std::move(crate), files.front().path,
                   llvm::join(files.front().lines, "\n"));
}
