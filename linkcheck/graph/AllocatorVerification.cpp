//===- AllocatorVerification.cpp - the rules, told once more --------------===//
//
// Each rule is asked of the finished resolution alone, by sets of crates instead
// of the walks that made the choice; no function of AllocatorSet.h is used here,
// so that a mistake in one is seen by the other.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/AllocatorRules.h"

#include <llvm/ADT/STLExtras.h>

#include <set>

using namespace linkcheck;
using How = AllocatorChoice::How;

namespace {

class ResolutionVerifier {
public:
  ResolutionVerifier(const ArtifactResolution &resolution, const ArtifactRequest &request);

  std::vector<int> findBroken() const;

private:
  bool holdsR1() const;
  bool holdsR2() const { return bound.size() < 2; }
  bool holdsR3() const { return hasConsumer || !isInjected(); }
  bool holdsR4() const { return bound.empty() || !isInjected(); }
  bool holdsR5() const { return resolution.type != CrateType::Rlib || !isInjected(); }
  bool holdsR6() const;
  bool holdsR7() const;
  bool holdsR8() const;
  bool holdsR9() const;

  bool isInjected() const;
  bool isDylib(CrateIndex crate) const;

  const ArtifactResolution &resolution;
  const ArtifactRequest &request;
  const CrateGraph &graph;
  std::set<CrateIdentity> bound;  ///< explicit, or inside a dylib that is linked
  std::set<CrateIdentity> linked; ///< in the artifact or in a dylib beside it
  bool hasConsumer = false;
};

} // namespace

ResolutionVerifier::ResolutionVerifier(const ArtifactResolution &resolution,
                                       const ArtifactRequest &request)
    : resolution(resolution), request(request), graph(resolution.graph) {
  // Dependents come first, so that one pass settles who is explicit.
  std::vector<bool> isExplicit(graph.size());
  isExplicit[localCrate] = true;
  for (CrateIndex crate : graph.dependentsFirst()) {
    const CrateNode &node = graph[crate];
    if (isExplicit[crate]) {
      hasConsumer |= node.needsAllocator;
      if (node.allocator)
        bound.insert(node.identity);
      for (const CrateEdge &edge : node.edges)
        if (edge.meaning == Meaning::Explicit)
          isExplicit[edge.to] = true;
    }
    if (node.allocator && resolution.linkage[crate] != Linkage::NotLinked)
      linked.insert(node.identity);
    if (!isDylib(crate))
      continue;
    for (const LinkedCrate &content : node.dylibContents)
      if (content.allocator && content.linkage != Linkage::NotLinked) {
        linked.insert(content.crate);
        if (isExplicit[crate])
          bound.insert(content.crate);
      }
  }
}

bool ResolutionVerifier::isDylib(CrateIndex crate) const {
  const CrateSource &source = graph[crate].source;
  return resolution.type == CrateType::Rlib ? source.dylib && !source.rlib
                                            : resolution.linkage[crate] == Linkage::Dynamic;
}

bool ResolutionVerifier::isInjected() const {
  return resolution.allocator.how == How::Injected ||
         llvm::any_of(graph[localCrate].edges,
                      [](const CrateEdge &edge) { return edge.meaning == Meaning::Injected; });
}

/// Also: the choice is what is linked.
bool ResolutionVerifier::holdsR1() const {
  if (!isFinalArtifact(resolution.type))
    return true;
  const AllocatorChoice &choice = resolution.allocator;
  if (hasConsumer && linked.size() != 1)
    return false;
  if (choice.how == How::None)
    return linked.empty();
  return linked.count(choice.identity) && linked.size() == 1;
}

bool ResolutionVerifier::holdsR6() const {
  const AllocatorChoice &choice = resolution.allocator;
  if (choice.how != How::Injected)
    return true;
  // With `--extern` the user may have given the crate a name of his own.
  if (request.allocator)
    return choice.identity.name == *request.allocator || !request.allocatorPaths.empty();
  std::string wanted = request.defaults.library;
  if (resolution.type == CrateType::Executable)
    wanted = request.defaults.executable;
  if (resolution.type == CrateType::Dylib && request.preferDynamic)
    wanted = request.defaults.executable;
  if (choice.missingDefault)
    return *choice.missingDefault == wanted && choice.identity.name == request.defaults.fallback;
  return choice.identity.name == wanted;
}

/// An injected crate has one edge, from the local crate, which says so; and what
/// nobody wrote is not called explicit.
bool ResolutionVerifier::holdsR7() const {
  unsigned injected = 0;
  for (CrateIndex crate = 0; crate < graph.size(); ++crate)
    for (const CrateEdge &edge : graph[crate].edges) {
      bool byDriver = edge.origin.by == DependencyOrigin::By::Default ||
                      edge.origin.by == DependencyOrigin::By::AllocatorFlag;
      bool saysInjected = edge.meaning == Meaning::Injected;
      if (crate == localCrate && byDriver != saysInjected)
        return false;
      if (!saysInjected)
        continue;
      ++injected;
      if (crate != localCrate || resolution.allocator.crate != edge.to)
        return false;
    }
  return injected == (resolution.allocator.how == How::Injected ? 1u : 0u);
}

/// From the consumers upwards: no allocator may be above one.
bool ResolutionVerifier::holdsR8() const {
  std::vector<std::vector<CrateIndex>> dependents(graph.size());
  for (CrateIndex crate = 0; crate < graph.size(); ++crate)
    for (const CrateEdge &edge : graph[crate].edges)
      dependents[edge.to].push_back(crate);
  std::vector<CrateIndex> work;
  for (CrateIndex crate = 0; crate < graph.size(); ++crate)
    if (graph[crate].needsAllocator)
      work.push_back(crate);
  std::vector<bool> isAbove(graph.size());
  while (!work.empty()) {
    CrateIndex crate = work.back();
    work.pop_back();
    for (CrateIndex dependent : dependents[crate]) {
      if (isAbove[dependent])
        continue;
      if (graph[dependent].allocator && !graph[dependent].isTest)
        return false;
      isAbove[dependent] = true;
      work.push_back(dependent);
    }
  }
  return true;
}

bool ResolutionVerifier::holdsR9() const {
  for (const CrateEdge &edge : graph[localCrate].edges)
    if (edge.meaning == Meaning::Injected && !graph[edge.to].allocator)
      return false;
  const std::optional<CrateIndex> &crate = resolution.allocator.crate;
  return !crate || graph[*crate].allocator;
}

std::vector<int> ResolutionVerifier::findBroken() const {
  const bool holds[] = {holdsR1(), holdsR2(), holdsR3(), holdsR4(), holdsR5(),
                        holdsR6(), holdsR7(), holdsR8(), holdsR9()};
  std::vector<int> broken;
  for (int rule = 1; rule <= 9; ++rule)
    if (!holds[rule - 1])
      broken.push_back(rule);
  return broken;
}

std::vector<int> linkcheck::verifyResolution(const ArtifactResolution &resolution,
                                             const ArtifactRequest &request) {
  return ResolutionVerifier(resolution, request).findBroken();
}
