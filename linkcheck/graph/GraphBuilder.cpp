//===- GraphBuilder.cpp - loads the crates of a graph ---------------------===//
//
// Breadth first with an explicit cursor, so that the depth of a graph costs no
// stack. What cannot be found is put aside with the messages it caused, since a
// dylib that is loaded later may contain it; what is still missing at the end is
// then said, each crate once.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/CrateGraph.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Path.h>

#include <set>

using namespace linkcheck;

namespace {

class GraphBuilder {
public:
  GraphBuilder(std::vector<CrateNode> existing, CrateStore &store, Diagnostics &diags)
      : nodes(std::move(existing)), origins(nodes.size()), store(store), diags(diags),
        cursor(nodes.size()) {
    for (CrateIndex crate = 0; crate < nodes.size(); ++crate)
      known.try_emplace(nodes[crate].identity, crate);
  }

  /// Adds an edge from the local crate; says what is wrong.
  void addDirect(const CrateRequest &request, Meaning meaning, const DependencyOrigin &origin);
  std::optional<CrateGraph> finish();

private:
  /// Of a loaded node: its record, and where the local crate leads to it.
  struct NodeOrigin {
    const LoadedCrate *loaded = nullptr;
    SourceLocation where;
  };
  struct Missing {
    CrateIndex from;
    size_t edge;
    CrateIdentity wanted;
    std::vector<Diagnostic> messages;
  };
  using Holders = std::map<CrateIdentity, std::pair<CrateIndex, const LinkedCrate *>>;

  CrateIndex add(const LoadedCrate &loaded, const SourceLocation &where);
  void addEdge(CrateIndex from, const Dependency &dependency);
  void loadPending();
  bool takeFromDylibs();
  void addNeededBeside(CrateIndex dylib);
  Holders collectContents() const;
  void sayMissing();
  void sayCycle(const CrateGraph &graph);

  std::vector<CrateNode> nodes;
  std::vector<NodeOrigin> origins;
  std::map<CrateIdentity, CrateIndex> known;
  std::vector<Missing> missing;
  std::set<CrateIndex> holders; ///< dylibs that a missing crate was taken from
  CrateStore &store;
  Diagnostics &diags;
  CrateIndex cursor; ///< nodes before it have their edges
  bool failed = false;
};

} // namespace

/// `-C extra-filename` as the file's name tells it.
static std::string extraFilename(const CrateSource &source, llvm::StringRef crate) {
  llvm::StringRef name = llvm::sys::path::stem(*source.anyFile());
  return name.consume_front("lib") && name.consume_front(crate) ? name.str() : "";
}

CrateIndex GraphBuilder::add(const LoadedCrate &loaded, const SourceLocation &where) {
  const CrateMetadata &metadata = loaded.metadata;
  auto [entry, isNew] = known.try_emplace(metadata.identity, nodes.size());
  if (!isNew)
    return entry->second;
  CrateNode node;
  node.identity = metadata.identity;
  node.allocator = metadata.allocator;
  node.needsAllocator = metadata.needsAllocator;
  node.languages = metadata.languages;
  node.nativeLibraries = metadata.nativeLibraries;
  node.exports = metadata.exports;
  if (metadata.interface)
    node.interface = std::make_shared<const CrateInterface>(*metadata.interface);
  node.source = loaded.source;
  node.extraFilename = extraFilename(loaded.source, metadata.identity.name);
  if (loaded.dylibMetadata) {
    node.dylibContents = loaded.dylibMetadata->linkage;
    node.dylibAllocator = loaded.dylibMetadata->chosenAllocator;
  }
  nodes.push_back(std::move(node));
  origins.push_back({&loaded, where});
  return entry->second;
}

void GraphBuilder::addDirect(const CrateRequest &request, Meaning meaning,
                             const DependencyOrigin &origin) {
  const LoadedCrate *loaded = store.load(request, diags);
  if (!loaded) {
    failed = true;
    return;
  }
  CrateIndex to = add(*loaded, request.where);
  nodes[localCrate].edges.push_back({to, meaning, origin});
}

void GraphBuilder::addEdge(CrateIndex from, const Dependency &dependency) {
  nodes[from].edges.push_back({from, dependency.meaning, dependency.origin});
  size_t edge = nodes[from].edges.size() - 1;
  if (auto entry = known.find(dependency.crate); entry != known.end()) {
    nodes[from].edges[edge].to = entry->second;
    return;
  }
  CrateRequest request;
  request.name = dependency.crate.name;
  request.hash = dependency.crate.hash;
  request.extraFilename = dependency.extraFilename;
  request.requiredBy = nodes[from].identity.name;
  // The dependency's own place is in another crate's source, which need not be
  // here; the local crate's line that leads there is.
  request.where = origins[from].where;
  CollectingConsumer messages;
  Diagnostics quiet(messages);
  if (const LoadedCrate *loaded = store.load(request, quiet)) {
    CrateIndex to = add(*loaded, request.where);
    nodes[from].edges[edge].to = to;
  } else {
    missing.push_back({from, edge, dependency.crate, std::move(messages.diagnostics)});
  }
}

void GraphBuilder::loadPending() {
  for (; cursor < nodes.size(); ++cursor) {
    const LoadedCrate *loaded = origins[cursor].loaded;
    if (!loaded)
      continue;
    for (const Dependency &dependency : loaded->metadata.dependencies)
      if (dependency.meaning == Meaning::Explicit)
        addEdge(cursor, dependency);
  }
}

/// Each crate inside a dylib, with the first dylib that has it.
GraphBuilder::Holders GraphBuilder::collectContents() const {
  Holders contents;
  for (CrateIndex crate = 0; crate < nodes.size(); ++crate)
    for (const LinkedCrate &linked : nodes[crate].dylibContents)
      if (linked.linkage == Linkage::Static || linked.linkage == Linkage::IncludedFromDylib)
        contents.try_emplace(linked.crate, crate, &linked);
  return contents;
}

/// Whether the crate is there in another version: that is a mistake to mend (E0460),
/// also where a dylib holds the wanted one. Linking that instead would hide it until
/// somebody wonders why the program needs the dylib.
static bool isOutdated(llvm::ArrayRef<Diagnostic> messages) {
  return llvm::any_of(messages,
                      [](const Diagnostic &message) { return message.code == Code::E0460; });
}

/// Makes nodes without a source for what is missing but inside a dylib. True
/// when that brought in more crates to load.
bool GraphBuilder::takeFromDylibs() {
  if (missing.empty())
    return false;
  Holders contents = collectContents();
  std::vector<Missing> still;
  std::set<CrateIndex> newHolders;
  std::vector<CrateNode> taken;
  for (Missing &item : missing) {
    auto content = contents.find(item.wanted);
    if (content == contents.end() || isOutdated(item.messages)) {
      still.push_back(std::move(item));
      continue;
    }
    auto [entry, isNew] = known.try_emplace(item.wanted, nodes.size() + taken.size());
    if (isNew) {
      CrateNode &node = taken.emplace_back();
      node.identity = item.wanted;
      node.allocator = content->second.second->allocator;
    }
    nodes[item.from].edges[item.edge].to = entry->second;
    if (holders.insert(content->second.first).second)
      newHolders.insert(content->second.first);
  }
  missing = std::move(still);
  // `contents` points into the nodes, which may move only now.
  for (CrateNode &node : taken) {
    nodes.push_back(std::move(node));
    origins.emplace_back();
  }
  for (CrateIndex dylib : newHolders)
    addNeededBeside(dylib);
  return cursor < nodes.size();
}

void GraphBuilder::addNeededBeside(CrateIndex dylib) {
  std::optional<AllocatorRecord> chosen = nodes[dylib].dylibAllocator;
  for (const LinkedCrate &linked : std::vector(nodes[dylib].dylibContents)) {
    bool injected = chosen && chosen->meaning == Meaning::Injected && chosen->crate == linked.crate;
    if (linked.linkage == Linkage::Dynamic && !injected && !known.count(linked.crate))
      addEdge(dylib, {linked.crate, "", Meaning::Explicit, {}});
  }
}

void GraphBuilder::sayMissing() {
  std::set<CrateIdentity> said;
  for (const Missing &item : missing) {
    failed = true;
    if (said.insert(item.wanted).second)
      for (const Diagnostic &message : item.messages)
        diags.emit(message);
  }
}

/// Some cycle of the graph, its first crate once more at the end: a depth-first
/// walk that keeps its own stack.
static std::vector<CrateIndex> findCycle(llvm::ArrayRef<CrateNode> nodes) {
  enum class State : char { New, Open, Done };
  std::vector<State> states(nodes.size(), State::New);
  std::vector<size_t> nextEdge(nodes.size());
  std::vector<CrateIndex> stack;
  for (CrateIndex root = 0; root < nodes.size(); ++root) {
    if (states[root] == State::New)
      stack.push_back(root);
    while (!stack.empty()) {
      CrateIndex crate = stack.back();
      states[crate] = State::Open;
      if (nextEdge[crate] == nodes[crate].edges.size()) {
        states[crate] = State::Done;
        stack.pop_back();
        continue;
      }
      CrateIndex to = nodes[crate].edges[nextEdge[crate]++].to;
      if (states[to] == State::New)
        stack.push_back(to);
      if (states[to] != State::Open)
        continue;
      std::vector<CrateIndex> cycle(llvm::find(stack, to), stack.end());
      cycle.push_back(to);
      return cycle;
    }
  }
  return {};
}

void GraphBuilder::sayCycle(const CrateGraph &graph) {
  std::vector<CrateIndex> cycle = findCycle(graph.nodes());
  std::string names;
  for (CrateIndex crate : cycle)
    names += (names.empty() ? "" : " -> ") + graph[crate].identity.name;
  DiagnosticBuilder error =
      diags.error(Code::C08, "crates depend on each other in a cycle: {}", names);
  error.at(origins[cycle.front()].where, "the cycle is reached from here");
  cycle.pop_back();
  for (CrateIndex crate : cycle) {
    const std::string *file = graph[crate].source.anyFile();
    error.note("crate `{}`: {}", graph[crate].identity.name, file ? *file : "inside a dylib");
  }
  error.help("no compilation makes such records; compile these crates again");
}

std::optional<CrateGraph> GraphBuilder::finish() {
  do
    loadPending();
  while (takeFromDylibs());
  sayMissing();
  if (failed)
    return std::nullopt;
  CrateGraph graph(std::move(nodes));
  if (graph.dependentsFirst().size() == graph.size())
    return graph;
  sayCycle(graph);
  return std::nullopt;
}

std::optional<CrateGraph> linkcheck::buildCrateGraph(const LocalCrate &local, CrateStore &store,
                                                     Diagnostics &diags) {
  CrateNode node;
  node.identity.name = local.name;
  node.allocator = local.allocator;
  node.needsAllocator = local.needsAllocator;
  node.isTest = local.isTest;
  node.languages = local.languages;
  node.nativeLibraries = local.nativeLibraries;
  GraphBuilder builder({std::move(node)}, store, diags);
  for (const DeclaredDependency &dependency : local.dependencies) {
    CrateRequest request;
    request.name = dependency.name;
    request.paths = dependency.paths;
    request.where = dependency.origin.where;
    builder.addDirect(request, Meaning::Explicit, dependency.origin);
  }
  return builder.finish();
}

std::optional<CrateGraph> linkcheck::injectCrate(const CrateGraph &graph,
                                                 const CrateRequest &request,
                                                 DependencyOrigin origin, CrateStore &store,
                                                 Diagnostics &diags) {
  GraphBuilder builder(graph.nodes().vec(), store, diags);
  builder.addDirect(request, Meaning::Injected, origin);
  return builder.finish();
}
