//===- Rust.cpp - the front end of the dialect --------------------*- C++ -*-===//

#include "driver/rust/Rust.h"

#include "driver/InputFile.h"
#include "driver/rust/check/LinkKinds.h"
#include "driver/rust/lower/Lower.h"
#include "driver/rust/syntax/Parse.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SHA256.h>

using namespace linkcheck;
using namespace cratec;
using namespace cratec::rust;
using llvm::StringRef;

namespace {

using Environment = std::map<std::string, std::optional<std::string>>;

class DiskReader final : public FileReader {
public:
  explicit DiskReader(Environment &asked) : asked(asked) {}

  std::unique_ptr<llvm::MemoryBuffer> read(const std::string &path, std::string &failure) override {
    auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
    if (buffer)
      return std::move(*buffer);
    failure = buffer.getError().message();
    return nullptr;
  }
  std::optional<std::string> variable(const std::string &name) override {
    return asked.try_emplace(name, FileReader::variable(name)).first->second;
  }

private:
  Environment &asked;
};

Configuration makeConfiguration(llvm::ArrayRef<ConfigurationEntry> entries) {
  Configuration configuration;
  for (const ConfigurationEntry &entry : entries) {
    if (entry.value)
      configuration.values.insert({entry.name, *entry.value});
    else
      configuration.names.insert(entry.name);
  }
  return configuration;
}

/// What lower() works with; its parts refer to each other.
struct Workspace {
  Workspace(Definitions names, const Reporter &reporter, bool overflowChecks)
      : report(reporter), defs(std::move(names)), items(defs, types, report),
        provider(items, overflowChecks) {}
  Reporter report;
  Definitions defs;
  TypeContext types;
  Items items;
  MirProvider provider;
};

class Parsed final : public ParsedCrate {
public:
  llvm::ArrayRef<Declaration> declarations() const override { return declared; }
  llvm::ArrayRef<std::string> sourceFiles() const override { return files; }
  const Environment &environment() const override { return variables; }

  std::unique_ptr<SourceMap> sources = std::make_unique<SourceMap>();
  std::unique_ptr<ast::Crate> tree;
  std::vector<std::string> files;
  Environment variables;
  std::vector<Declaration> declared;
  std::vector<ConfigurationEntry> targetConfiguration;
  // Of lower(); they stay as long as the crate, so that who ends soon need not tidy up.
  std::vector<std::unique_ptr<ast::Crate>> upstream;
  std::unique_ptr<Workspace> workspace;
};

/// Collects what the crate says of itself from attributes and items.
class DeclarationCollector {
public:
  explicit DeclarationCollector(Parsed &crate) : crate(crate) {}

  void run() {
    const ast::Attributes &attributes = crate.tree->root.attributes;
    addValue(attributes, "crate_name", Declaration::Key::CrateName);
    for (const ast::MetaItem &attribute : attributes) {
      if (attribute.name == "crate_type" && attribute.value)
        add(Declaration::Key::CrateType, *attribute.value, attribute.span);
      else if (attribute.name == "allocator")
        add(Declaration::Key::Allocator, "", attribute.span);
      else if (attribute.name == "needs_allocator")
        add(Declaration::Key::NeedsAllocator, "", attribute.span);
      else if (attribute.name == "no_std")
        add(Declaration::Key::NoStd, "", attribute.span);
    }
    addPrelude(attributes);
    if (crate.tree->testMain)
      add(Declaration::Key::ExternCrate, "test", {});
    addItems(crate.tree->root.items);
  }

private:
  void add(Declaration::Key key, const std::string &value, Span span) {
    crate.declared.push_back({key, value, crate.sources->locate(span)});
  }
  void addValue(const ast::Attributes &attributes, StringRef name, Declaration::Key key) {
    if (const ast::MetaItem *attribute = ast::findAttribute(attributes, name))
      if (attribute->value)
        add(key, *attribute->value, attribute->span);
  }

  /// Every crate sits on `std` or on `core`, unless it is what they are made of.
  void addPrelude(const ast::Attributes &attributes) {
    if (ast::findAttribute(attributes, "no_core"))
      return;
    bool noStd = ast::findAttribute(attributes, "no_std");
    add(Declaration::Key::ExternCrate, noStd ? "core" : "std", {});
  }

  void addItems(llvm::ArrayRef<const ast::Item *> items) {
    for (const ast::Item *item : items) {
      if (const auto *module = llvm::dyn_cast<ast::Module>(item))
        addItems(module->items);
      else if (const auto *external = llvm::dyn_cast<ast::ExternCrateItem>(item))
        add(Declaration::Key::ExternCrate, external->crate.str(), external->span);
      else if (llvm::isa<ast::ExternItem>(item))
        addLibraries(item->attributes);
    }
  }

  void addLibraries(const ast::Attributes &attributes) {
    for (const ast::MetaItem &attribute : attributes) {
      if (attribute.name != "link")
        continue;
      const ast::MetaItem *name = attribute.find("name");
      const ast::MetaItem *kind = attribute.find("kind");
      // What is wrong with them, the check of attributes says.
      if (!name || !name->value || name->value->empty() ||
          (kind && !(kind->value && isLinkKind(*kind->value))))
        continue;
      const ast::MetaItem *modifiers = attribute.find("modifiers");
      std::string prefix = kind ? *kind->value : "dylib";
      if (modifiers && modifiers->value)
        prefix += (prefix.find(':') == std::string::npos ? ":" : ",") + *modifiers->value;
      add(Declaration::Key::LinkLibrary, prefix + "=" + *name->value, attribute.span);
      const ast::MetaItem *condition = attribute.find("cfg");
      if (condition && condition->items.size() == 1)
        crate.declared.back().condition = spellPredicate(condition->items.front());
    }
  }

  Parsed &crate;
};

/// In mangled names it stands for the crate: two crates of one name and different
/// sources have no symbol in common.
std::string makeDisambiguator(const Parsed &crate, const LowerRequest &request) {
  llvm::SHA256 hash;
  auto add = [&](StringRef text) {
    uint64_t size = text.size();
    hash.update(StringRef(reinterpret_cast<const char *>(&size), sizeof(size)));
    hash.update(text);
  };
  add(request.crate.name);
  add(request.triple);
  for (const std::string &text : request.metadata)
    add(text);
  for (const std::string &text : request.configuration)
    add(text);
  for (const CrateEdge &edge : request.graph[localCrate].edges)
    add(request.graph[edge.to].identity.hash);
  uint32_t position = 1;
  for (size_t i = 0; i != crate.files.size(); ++i) {
    StringRef text = crate.sources->file(position);
    add(text);
    position += static_cast<uint32_t>(text.size()) + 1;
  }
  return llvm::toHex(hash.final(), /*LowerCase=*/true).substr(0, 16);
}

/// The crates of the graph as name resolution takes them. The trees of those upstream go
/// to the crate.
class CrateLoader {
public:
  CrateLoader(Parsed &crate, const LowerRequest &request, Diagnostics &diags)
      : crate(crate), request(request), diags(diags) {}

  std::optional<std::vector<CrateInput>> load(const std::string &disambiguator) {
    const CrateGraph &graph = request.graph;
    std::vector<CrateInput> inputs(graph.size());
    inputs[localCrate].name = request.crate.name;
    inputs[localCrate].disambiguator = disambiguator;
    inputs[localCrate].ast = crate.tree.get();
    for (CrateIndex index = 1; index != graph.size(); ++index)
      if (!loadUpstream(graph[index], inputs[index]))
        return std::nullopt;
    for (CrateIndex index = 0; index != graph.size(); ++index)
      for (const CrateEdge &edge : graph[index].edges)
        inputs[index].externs[graph[edge.to].identity.name] = edge.to;
    // A name that `--extern` gave to a crate of another name.
    for (auto [dependency, edge] :
         llvm::zip_first(request.crate.dependencies, graph[localCrate].edges))
      inputs[localCrate].externs[dependency.name] = edge.to;
    return inputs;
  }

private:
  bool loadUpstream(const CrateNode &node, CrateInput &input) {
    input.name = node.identity.name;
    if (!node.interface)
      return true;
    input.disambiguator = node.interface->disambiguator;
    std::vector<ConfigurationEntry> entries = crate.targetConfiguration;
    for (StringRef text : node.interface->configuration)
      entries.push_back(parseConfigurationEntry(text));
    crate.upstream.push_back(parseInterface(
        node.interface->files, makeConfiguration(entries), node.identity.name == "core",
        *crate.sources, [this, name = input.name, isSaid = false](auto what) mutable {
          if (!std::exchange(isSaid, true))
            reportMalformed(name, what);
        }));
    input.ast = crate.upstream.back().get();
    return input.ast != nullptr;
  }

  void reportMalformed(const std::string &name, const std::string &what) {
    diags.error(Code::E0786, "the interface of crate `{}` is malformed", name)
        .note("{}", what)
        .help("compile `{}` again", name);
  }

  Parsed &crate;
  const LowerRequest &request;
  Diagnostics &diags;
};

/// Checks every body of the local crate, so that all that is wrong is said.
void checkBodies(const Definitions &defs, MirProvider &provider) {
  for (DefId def = 0; def != defs.size(); ++def) {
    if (defs[def].crate != localCrateNumber || defs[def].isForeign)
      continue;
    switch (defs[def].kind) {
    case DefKind::Function:
    case DefKind::Method:
    case DefKind::Const:
    case DefKind::AssociatedConst:
    case DefKind::Static:
      provider.get(def);
      break;
    case DefKind::TraitMethod:
      if (llvm::cast<ast::FunctionItem>(defs[def].item)->body)
        provider.get(def);
      break;
    default:
      break;
    }
  }
}

} // namespace

ConfigurationEntry cratec::rust::parseConfigurationEntry(StringRef text) {
  auto [name, value] = text.split('=');
  if (!text.contains('='))
    return {name.str(), std::nullopt};
  value.consume_front("\"");
  value.consume_back("\"");
  return {name.str(), value.str()};
}

std::optional<bool> cratec::rust::predicateHolds(StringRef predicate,
                                                 llvm::ArrayRef<ConfigurationEntry> configuration) {
  return evaluatePredicate(predicate, makeConfiguration(configuration));
}

std::unique_ptr<ParsedCrate> cratec::rust::parse(const ParseRequest &request, Diagnostics &diags) {
  std::unique_ptr<llvm::MemoryBuffer> buffer =
      request.text ? llvm::MemoryBuffer::getMemBuffer(*request.text, request.path)
                   : mapInputFile(request.path, diags);
  if (!buffer)
    return nullptr;
  auto crate = std::make_unique<Parsed>();
  for (const auto &[from, to] : request.pathRemappings)
    crate->sources->remap(from, to);
  crate->targetConfiguration = request.configuration;
  ParseInput input;
  input.path = request.path;
  input.text = buffer->getBuffer().str();
  input.configuration = makeConfiguration(request.configuration);
  input.debugAssertions = request.debugAssertions;
  input.isCore = request.isCore;
  input.isTest = request.isTest;
  DiskReader reader(crate->variables);
  unsigned errorsBefore = diags.errorCount();
  crate->tree = parseCrate(input, reader, *crate->sources, crate->files, diags);
  if (!crate->tree || diags.errorCount() != errorsBefore)
    return nullptr;
  DeclarationCollector(*crate).run();
  return crate;
}

std::optional<LoweredCrate> cratec::rust::lower(ParsedCrate &parsed, const LowerRequest &request,
                                                llvm::LLVMContext &context, Diagnostics &diags) {
  auto &crate = static_cast<Parsed &>(parsed);
  LoweredCrate result;
  result.interface.disambiguator = makeDisambiguator(crate, request);
  result.interface.configuration = request.configuration;
  result.interface.files = makeInterface(*crate.tree, *crate.sources, crate.files);

  CrateLoader loader(crate, request, diags);
  std::optional<std::vector<CrateInput>> inputs = loader.load(result.interface.disambiguator);
  if (!inputs)
    return std::nullopt;
  Reporter report(*crate.sources, diags);
  unsigned errorsBefore = diags.errorCount();
  crate.workspace = std::make_unique<Workspace>(resolveNames(std::move(*inputs), report), report,
                                                request.overflowChecks);
  Items &items = crate.workspace->items;
  MirProvider &provider = crate.workspace->provider;
  installConstantEvaluator(items, provider);
  checkItems(items, {.isExecutable = request.isExecutable});
  checkBodies(crate.workspace->defs, provider);
  if (diags.errorCount() != errorsBefore)
    return std::nullopt;

  LowerOptions options;
  options.isExecutable = request.isExecutable;
  options.debugInfo = request.debugInfo;
  options.optimised = request.optimised;
  options.overflowChecks = request.overflowChecks;
  options.triple = request.triple;
  options.dataLayout = request.dataLayout;
  options.sourcePath = crate.files.front();
  result.module = lowerCrate(items, provider, options, context);
  if (!result.module)
    return std::nullopt;
  return result;
}
