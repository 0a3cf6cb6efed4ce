//===- InterfaceReader.cpp - reads upstream crates as they are needed -----===//

#include "driver/rust/syntax/InterfaceReader.h"

#include <llvm/ADT/StringMap.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::StringRef;

/// The text where it is.
static std::unique_ptr<llvm::MemoryBuffer> bufferOf(const InterfaceFile &file) {
  return llvm::MemoryBuffer::getMemBuffer(file.text, file.path, /*RequiresNullTerminator=*/false);
}

namespace {

/// The files of an interface, as if they were on a disk.
class InterfaceFiles final : public FileReader {
public:
  explicit InterfaceFiles(const std::vector<InterfaceFile> &files) {
    for (const InterfaceFile &file : files)
      byPath.try_emplace(file.path, &file);
  }
  std::unique_ptr<llvm::MemoryBuffer> read(const std::string &path, std::string &failure) override {
    if (auto entry = byPath.find(path); entry != byPath.end())
      return bufferOf(*entry->second);
    failure = "No such file or directory";
    return nullptr;
  }
  llvm::ArrayRef<linkcheck::TextRange> deferred(StringRef path) const override {
    auto entry = byPath.find(path);
    if (entry == byPath.end())
      return {};
    return entry->second->deferred;
  }

private:
  llvm::StringMap<const InterfaceFile *> byPath;
};

} // namespace

InterfaceReader::InterfaceReader(SourceMap &sources, Crate &crate, Configuration given,
                                 std::unique_ptr<FileReader> reader, MistakeSink onMistake)
    : configuration(std::move(given)), reader(std::move(reader)),
      context(sources, diags, crate, configuration), onMistake(std::move(onMistake)) {
  context.reader = this->reader.get();
  context.files = &files;
  context.isInterface = true;
  context.later = this;
  context.debugAssertions = configuration.names.count("debug_assertions") != 0;
}

uint32_t InterfaceReader::scope(LexMode mode) {
  if (scopes.empty() || scopes.back().mode != mode ||
      scopes.back().modulePath != context.modulePath)
    scopes.push_back({mode, context.modulePath});
  return static_cast<uint32_t>(scopes.size() - 1);
}

std::unique_ptr<Crate> cratec::rust::parseInterface(const std::vector<InterfaceFile> &files,
                                                    Configuration configuration, bool isCore,
                                                    SourceMap &sources, MistakeSink onMistake,
                                                    std::string crateName) {
  if (files.empty()) {
    onMistake("the interface has no files");
    return nullptr;
  }
  auto crate = std::make_unique<Crate>();
  auto reader =
      std::make_unique<InterfaceReader>(sources, *crate, std::move(configuration),
                                        std::make_unique<InterfaceFiles>(files), onMistake);
  ParseContext &context = reader->parseContext();
  context.isCore = isCore;
  context.crateName = std::move(crateName);
  bool isRead = parseRoot(context, files.front().path, bufferOf(files.front()));
  if (!isRead || reader->hasMistakes()) {
    onMistake(reader->firstMistake());
    return nullptr;
  }
  crate->reader = std::move(reader);
  return crate;
}
