//===- ArtifactResolver.cpp - the choice for one artifact -----------------===//
//
// R1 to R7 in the order in which they answer: what is there already (R2, R4),
// whether anybody asks (R3), what is injected otherwise (R6).
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/AllocatorSet.h"
#include "linkcheck/graph/LinkageMessages.h"

#include <fmt/ranges.h>
#include <llvm/ADT/STLExtras.h>

using namespace linkcheck;

namespace {

class ArtifactResolver {
public:
  ArtifactResolver(const CrateGraph &graph, CrateStore &store, const ArtifactRequest &request,
                   Diagnostics &diags)
      : graph(graph), store(store), request(request), diags(diags) {}

  std::optional<ArtifactResolution> resolve();

private:
  /// What R6 names, before it is loaded.
  struct Candidate {
    std::string name;
    std::vector<std::string> paths;
    DependencyOrigin::By by = DependencyOrigin::By::Default;
    std::string chosenBy;
    std::optional<std::string> missingDefault;
  };

  bool checkPresent(const std::vector<PresentAllocator> &inGraph,
                    const std::vector<PresentAllocator> &inDylibs);
  bool checkFlagAgrees(const PresentAllocator &present);
  bool checkUnusedFlag();
  AllocatorChoice choosePresent(const PresentAllocator &present, const LinkageTable &table) const;
  std::optional<Candidate> findCandidate();
  void reportNoAllocator(const std::string &field, const std::string &name);
  void reportNotTagged(const Candidate &candidate, const CrateSource &source);
  std::optional<CrateGraph> load(const Candidate &candidate);
  bool checkInjected(const CrateGraph &extended, CrateIndex injected, const Candidate &candidate);
  std::optional<ArtifactResolution> inject(const LinkageTable &table);

  const CrateGraph &graph;
  CrateStore &store;
  const ArtifactRequest &request;
  Diagnostics &diags;
  std::optional<CrateIndex> consumer;
};

} // namespace

std::optional<ArtifactResolution> ArtifactResolver::resolve() {
  std::optional<LinkageTable> table =
      computeLinkage(graph, request.type, request.preferDynamic, diags);
  if (!table || !verifyLinkage(graph, *table, request.type, diags))
    return std::nullopt;
  // The nearest one: indices are breadth first.
  auto asks =
      llvm::find_if(graph.nodes(), [](const CrateNode &node) { return node.needsAllocator; });
  if (asks != graph.nodes().end())
    consumer = asks - graph.nodes().begin();

  std::vector<PresentAllocator> present = findExplicitAllocators(graph);
  std::vector<PresentAllocator> inDylibs = findDylibAllocators(graph, *table, request.type);
  if (!checkPresent(present, inDylibs))
    return std::nullopt;
  present.insert(present.end(), inDylibs.begin(), inDylibs.end());

  AllocatorChoice none;
  none.consumer = consumer;
  if (request.type == CrateType::Rlib) {
    none.rule = 5;
    return ArtifactResolution{request.type, graph, *table, none};
  }
  if (!present.empty()) {
    if (!checkFlagAgrees(present.front()))
      return std::nullopt;
    return ArtifactResolution{request.type, graph, *table, choosePresent(present.front(), *table)};
  }
  if (consumer)
    return inject(*table);
  if (!checkUnusedFlag())
    return std::nullopt;
  none.rule = 3;
  return ArtifactResolution{request.type, graph, *table, none};
}

/// R2, as far as dylibs are involved; checkAllocatorGraph() has said the rest.
bool ArtifactResolver::checkPresent(const std::vector<PresentAllocator> &inGraph,
                                    const std::vector<PresentAllocator> &inDylibs) {
  if (inGraph.size() + inDylibs.size() < 2)
    return true;
  const PresentAllocator &first = inGraph.empty() ? inDylibs.front() : inGraph.front();
  for (const PresentAllocator &other : inDylibs)
    if (other.identity != first.identity)
      reportTwoAllocators(graph, first, other, diags);
  return false;
}

/// `--allocator` may only repeat what is there.
bool ArtifactResolver::checkFlagAgrees(const PresentAllocator &present) {
  if (!request.allocator || *request.allocator == present.identity.name)
    return true;
  // `--extern name=path` may give a crate another name than its own.
  if (!request.allocatorPaths.empty()) {
    const LoadedCrate *named =
        store.load({*request.allocator, {}, "", request.allocatorPaths, "", {}}, diags);
    if (!named)
      return false;
    if (named->metadata.identity == present.identity)
      return true;
  }
  reportAllocatorFlagConflict(graph, present, *request.allocator, diags);
  return false;
}

/// R9 holds for a crate that is named, whether it is needed or not: else the
/// mistake would show in another artifact, far from the command that made it.
bool ArtifactResolver::checkUnusedFlag() {
  if (!request.allocator)
    return true;
  Candidate candidate{*request.allocator, request.allocatorPaths,
                      DependencyOrigin::By::AllocatorFlag, "--allocator", std::nullopt};
  const LoadedCrate *named = store.load({candidate.name, {}, "", candidate.paths, "", {}}, diags);
  if (named && !named->metadata.allocator)
    reportNotTagged(candidate, named->source);
  return named && named->metadata.allocator;
}

/// R4.
AllocatorChoice ArtifactResolver::choosePresent(const PresentAllocator &present,
                                                const LinkageTable &table) const {
  AllocatorChoice choice;
  choice.how = AllocatorChoice::How::Explicit;
  choice.rule = 4;
  choice.crate = present.crate;
  choice.identity = present.identity;
  choice.insideOf = present.insideOf;
  choice.consumer = consumer;
  if (present.crate && table[*present.crate] == Linkage::IncludedFromDylib)
    choice.insideOf = findHolder(graph, table, present.identity);
  if (choice.insideOf)
    choice.how = AllocatorChoice::How::InsideDylib;
  return choice;
}

/// R6: which crate, by name.
std::optional<ArtifactResolver::Candidate> ArtifactResolver::findCandidate() {
  if (request.allocator)
    return Candidate{*request.allocator, request.allocatorPaths,
                     DependencyOrigin::By::AllocatorFlag, "--allocator", std::nullopt};
  const AllocatorDefaults &defaults = request.defaults;
  bool asExecutable = request.type == CrateType::Executable ||
                      (request.type == CrateType::Dylib && request.preferDynamic);
  Candidate candidate;
  candidate.chosenBy = asExecutable ? "exe_allocation_crate" : "lib_allocation_crate";
  candidate.name = asExecutable ? defaults.executable : defaults.library;
  if (!candidate.name.empty() && store.canFind(candidate.name))
    return candidate;
  if (!defaults.fallback.empty() && defaults.fallback != candidate.name &&
      store.canFind(defaults.fallback)) {
    candidate.missingDefault = std::exchange(candidate.name, defaults.fallback);
    return candidate;
  }
  reportNoAllocator(candidate.chosenBy, candidate.name);
  return std::nullopt;
}

/// A01.
void ArtifactResolver::reportNoAllocator(const std::string &field, const std::string &name) {
  const std::string &asks = graph[*consumer].identity.name;
  DiagnosticBuilder error =
      diags.error(Code::A01, "no allocator can be found for this {}, but `{}` needs one",
                  describe(request.type).str(), asks);
  error.at(whereItCameIn(graph, *consumer), fmt::format("this brings in `{}`", asks));
  if (*consumer == localCrate)
    error.note("`{}` is the crate being compiled, and is tagged #![needs_allocator]", asks);
  else
    error.note("`{}` comes in by {}", asks, describePath(graph, localCrate, *consumer));
  error.note("R1: a final artifact that contains a consumer is linked with exactly one allocator");
  if (name.empty())
    error.note("R6: the target has no `{}`", field);
  else
    error.note("R6: the target's `{}` is `{}`, which is not in the search paths", field, name);
  const std::string &fallback = request.defaults.fallback;
  if (!fallback.empty() && fallback != name)
    error.note("the fallback `{}` is not there either", fallback);
  std::vector<std::string> folders;
  for (const SearchPath &path : store.searchPaths())
    if (path.kind == SearchPath::Kind::All || path.kind == SearchPath::Kind::Crate)
      if (!llvm::is_contained(folders, path.directory))
        folders.push_back(path.directory);
  if (!folders.empty())
    error.note("searched in: {}", fmt::join(folders, ", "));
  error.help("add the folder that holds an allocator crate with `-L FOLDER`, and choose the crate "
             "with `--allocator NAME`");
}

/// A09.
void ArtifactResolver::reportNotTagged(const Candidate &candidate, const CrateSource &source) {
  DiagnosticBuilder error = diags.error(
      Code::A09, "the allocator crate `{}` is not tagged with #![allocator]", candidate.name);
  if (candidate.by == DependencyOrigin::By::AllocatorFlag)
    error.note("it was chosen with `--allocator {}`", candidate.name);
  else if (candidate.missingDefault)
    error.note("it was chosen by R6, as the fallback for the target's `{}`, `{}`",
               candidate.chosenBy, *candidate.missingDefault);
  else
    error.note("it was chosen by R6, as the target's `{}`", candidate.chosenBy);
  error.note("crate `{}`: {}", candidate.name, source.anyFile() ? *source.anyFile() : "");
  error.help("tag the crate if it defines the five functions of an allocator, or choose another "
             "one with `--allocator NAME`");
}

/// The graph with the candidate in it. What goes wrong then is told with why the
/// crate was looked for: no source line says it.
std::optional<CrateGraph> ArtifactResolver::load(const Candidate &candidate) {
  CollectingConsumer messages;
  Diagnostics collecting(messages);
  CrateRequest wanted;
  wanted.name = candidate.name;
  wanted.paths = candidate.paths;
  std::optional<CrateGraph> extended =
      injectCrate(graph, wanted, {candidate.by, {}}, store, collecting);
  bool byFlag = candidate.by == DependencyOrigin::By::AllocatorFlag;
  for (Diagnostic &message : messages.diagnostics) {
    message.attachments.insert(
        message.attachments.begin(),
        {Severity::Note,
         byFlag ? fmt::format("`{0}` was asked for with `--allocator {0}`", candidate.name)
                : fmt::format("`{}` is injected by R6, as the target's `{}`", candidate.name,
                              candidate.chosenBy)});
    diags.emit(message);
  }
  return extended;
}

/// R8, R9, and R2 for what the injected crate itself brings in.
bool ArtifactResolver::checkInjected(const CrateGraph &extended, CrateIndex injected,
                                     const Candidate &candidate) {
  bool holds = true;
  if (!extended[injected].allocator) {
    reportNotTagged(candidate, extended[injected].source);
    holds = false;
  }
  std::vector<std::optional<CrateIndex>> reached = findReachedConsumers(extended);
  const PresentAllocator first{extended[injected].identity, injected, std::nullopt};
  for (CrateIndex crate = 0; crate < extended.size(); ++crate) {
    bool isNew = crate >= graph.size() || crate == injected;
    if (!isNew || !extended[crate].allocator)
      continue;
    if (reached[crate]) {
      reportReachedConsumer(extended, crate, *reached[crate], diags);
      holds = false;
    }
    if (crate != injected && extended[injected].allocator) {
      reportTwoAllocators(extended, first, {extended[crate].identity, crate, std::nullopt}, diags);
      holds = false;
    }
  }
  return holds;
}

/// R6, R7.
std::optional<ArtifactResolution> ArtifactResolver::inject(const LinkageTable &table) {
  std::optional<Candidate> candidate = findCandidate();
  if (!candidate)
    return std::nullopt;
  std::optional<CrateGraph> extended = load(*candidate);
  if (!extended)
    return std::nullopt;
  CrateIndex injected = (*extended)[localCrate].edges.back().to;
  if (!checkInjected(*extended, injected, *candidate))
    return std::nullopt;
  std::optional<LinkageTable> all = extendLinkage(table, *extended, request.type, diags);
  if (!all || !verifyLinkage(*extended, *all, request.type, diags))
    return std::nullopt;
  if (candidate->missingDefault)
    diags
        .note("the default allocator `{}` is not in the search paths; `{}` is linked instead",
              *candidate->missingDefault, candidate->name)
        .done();
  AllocatorChoice choice;
  choice.how = AllocatorChoice::How::Injected;
  choice.rule = 6;
  choice.crate = injected;
  choice.identity = (*extended)[injected].identity;
  choice.consumer = consumer;
  choice.missingDefault = candidate->missingDefault;
  choice.chosenBy = candidate->chosenBy;
  if (candidate->by == DependencyOrigin::By::Default)
    choice.target = request.defaults.target;
  return ArtifactResolution{request.type, std::move(*extended), std::move(*all), choice};
}

std::optional<ArtifactResolution> linkcheck::resolveArtifact(const CrateGraph &graph,
                                                             CrateStore &store,
                                                             const ArtifactRequest &request,
                                                             Diagnostics &diags) {
  return ArtifactResolver(graph, store, request, diags).resolve();
}
