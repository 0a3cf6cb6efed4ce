//===- Modules.cpp - modules, within the text and in files of their own ---===//
//
// The files of a module lie in its directory: the root's is where the root lies, that of
// `mod a` is `a` in its parent's. `mod a;` is `a.rs` or `a/mod.rs` in the directory of the
// module that says so. `#[path]` names a file, from the folder of the file that says so
// (within an inline module: from the module's directory); what such a file declares lies
// beside it.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/Support/Path.h>
#include <llvm/Support/SaveAndRestore.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

static std::string joinPath(StringRef folder, StringRef name) {
  if (folder.empty() || llvm::sys::path::is_absolute(name))
    return name.str();
  return (folder + (folder.ends_with("/") ? "" : "/") + name).str();
}

void Parser::parseModule(Items &items, Head &head) {
  bump();
  auto *module = make<Module>();
  module->ident = expectIdentifier();
  if (broken)
    return;
  if (eat(Kind::Semicolon)) {
    // The file may say itself that it is off.
    bool isOn =
        context.off != 0 || loadModule(*module, head.attributes.attributes, since(head.begin));
    finish(items, head, module);
    if (!isOn)
      items.push_back(nullptr);
    return;
  }
  std::string folder = module->ident.name.str();
  if (const MetaItem *path = findAttribute(head.attributes.attributes, "path"); path && path->value)
    folder = *path->value;
  llvm::SaveAndRestore<std::string> outer(directory, joinPath(directory, folder));
  llvm::SaveAndRestore<bool> inFile(inFileModule, false);
  context.modulePath.push_back(module->ident.name.str());
  bool isOn = true;
  bool isRead = delimited(Kind::OpenBrace, [&] {
    parseInnerAttributes(module->attributes, isOn);
    OffScope off(*this, isOn);
    parseItems(module->items, Place::Module);
  });
  context.modulePath.pop_back();
  if (!isRead)
    return;
  finish(items, head, module);
  if (!isOn)
    items.push_back(nullptr);
}

/// The text of the file of `mod name;`, its path, and where its own modules lie. Says
/// which files were looked for.
std::unique_ptr<llvm::MemoryBuffer> Parser::findModule(const Module &module,
                                                       const Attributes &attributes, Span span,
                                                       std::string &path, bool &ownsDirectory) {
  StringRef name = module.ident.name;
  std::string failure;
  ownsDirectory = false;
  if (const MetaItem *attribute = findAttribute(attributes, "path");
      attribute && attribute->value) {
    StringRef folder = inFileModule ? llvm::sys::path::parent_path(context.sources.path(start))
                                    : StringRef(directory);
    path = joinPath(folder, *attribute->value);
    ownsDirectory = true;
    std::unique_ptr<llvm::MemoryBuffer> text = context.reader->read(path, failure);
    if (!text)
      context.report.error(Code::None, span, "", "couldn't read `{}`: {}", path, failure).done();
    return text;
  }
  std::string candidates[] = {joinPath(directory, (name + ".rs").str()),
                              joinPath(directory, (name + "/mod.rs").str())};
  std::string failures[2];
  std::unique_ptr<llvm::MemoryBuffer> texts[2];
  for (unsigned i = 0; i != 2; ++i)
    texts[i] = context.reader->read(candidates[i], failures[i]);
  if (texts[0] && texts[1]) {
    context.report
        .error(Code::E0584, span, "", "file for module `{}` found at both \"{}\" and \"{}\"",
               name.str(), candidates[0], candidates[1])
        .help("delete or rename one of them to remove the ambiguity")
        .done();
    return nullptr;
  }
  for (unsigned i = 0; i != 2; ++i)
    if (texts[i]) {
      path = candidates[i];
      return std::move(texts[i]);
    }
  context.report.error(Code::E0583, span, "", "file not found for module `{}`", name.str())
      .help("to create the module `{}`, create file \"{}\" or \"{}\"", name.str(), candidates[0],
            candidates[1])
      .note("if there is a `mod {}` elsewhere in the crate already, import it with `use` instead",
            name.str())
      .done();
  return nullptr;
}

/// False where the file's own `#![cfg]` takes it away.
bool Parser::loadModule(Module &module, const Attributes &attributes, Span span) {
  std::string path;
  bool ownsDirectory = false;
  if (!context.reader)
    return true;
  std::unique_ptr<llvm::MemoryBuffer> text =
      findModule(module, attributes, span, path, ownsDirectory);
  if (!text)
    return true;
  if (llvm::is_contained(context.openFiles, path)) {
    std::string chain;
    for (const std::string &file : context.openFiles)
      if (!chain.empty() || file == path)
        chain += file + " -> ";
    context.report.error(Code::None, span, "", "circular modules: {}{}", chain, path).done();
    return true;
  }
  if (!llvm::is_contained(*context.files, path))
    context.files->push_back(path);
  std::optional<uint32_t> begin = addSourceText(context, path, std::move(text), span);
  if (!begin)
    return true;
  std::string inside = ownsDirectory ? llvm::sys::path::parent_path(path).str()
                                     : joinPath(directory, module.ident.name);
  context.modulePath.push_back(module.ident.name.str());
  context.openFiles.push_back(path);
  Parser parser(context, *begin, LexMode::Source);
  bool isOn = parser.parseFile(module, inside);
  context.openFiles.pop_back();
  context.modulePath.pop_back();
  return isOn;
}

bool Parser::parseFile(Module &module, StringRef folder) {
  directory = folder.str();
  bool isOn = true;
  parseInnerAttributes(module.attributes, isOn);
  if (&module == &context.crate.root)
    setCrateAttributes();
  {
    OffScope off(*this, isOn);
    parseItems(module.items, Place::Module);
  }
  if (!isOn)
    module.items.clear();
  return isOn;
}

/// What the root's attributes say to the parser.
void Parser::setCrateAttributes() {
  for (const MetaItem &attribute : context.crate.root.attributes) {
    if (attribute.name == "feature" && attribute.find("runtime_bounds"))
      context.boundsAllowed = true;
    if (attribute.name == "crate_name" && attribute.value && context.crateName.empty())
      context.crateName = *attribute.value;
  }
  if (!context.crateName.empty())
    return;
  context.crateName = llvm::sys::path::stem(context.sources.path(start)).str();
  std::replace(context.crateName.begin(), context.crateName.end(), '-', '_');
}

void Parser::parseGenerated(std::vector<const Item *> &items) {
  parseItems(items, Place::Module);
}
