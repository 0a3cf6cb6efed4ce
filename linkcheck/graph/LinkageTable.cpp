//===- LinkageTable.cpp - how each crate takes part in an artifact --------===//

#include "linkcheck/graph/LinkageTable.h"

#include "linkcheck/graph/LinkageMessages.h"

#include <llvm/ADT/STLExtras.h>

using namespace linkcheck;

/// The crates that count, by index: those that somebody brought in. What is only
/// injected is linked where R1 calls for it, which is extendLinkage()'s part.
static std::vector<bool> findExplicit(const CrateGraph &graph) {
  std::vector<bool> isExplicit(graph.size());
  isExplicit[localCrate] = true;
  for (CrateIndex crate : graph.dependentsFirst())
    if (isExplicit[crate])
      for (const CrateEdge &edge : graph[crate].edges)
        if (edge.meaning == Meaning::Explicit)
          isExplicit[edge.to] = true;
  return isExplicit;
}

namespace {

/// What the dylibs that are linked dynamically say of one crate.
struct DylibClaims {
  std::vector<CrateIndex> insideOf; ///< it is static in these
  std::vector<CrateIndex> besideOf; ///< these need its dylib beside them
  bool included = false;            ///< one says that another dylib has it
};
using ClaimTable = std::map<CrateIdentity, DylibClaims>;

} // namespace

static ClaimTable collectClaims(const CrateGraph &graph, llvm::ArrayRef<Linkage> entries) {
  ClaimTable claims;
  for (CrateIndex dylib = 0; dylib < entries.size(); ++dylib) {
    if (entries[dylib] != Linkage::Dynamic)
      continue;
    for (const LinkedCrate &linked : graph[dylib].dylibContents)
      switch (linked.linkage) {
      case Linkage::NotLinked:
        break;
      case Linkage::IncludedFromDylib:
        claims[linked.crate].included = true;
        break;
      case Linkage::Static:
        claims[linked.crate].insideOf.push_back(dylib);
        break;
      case Linkage::Dynamic:
        claims[linked.crate].besideOf.push_back(dylib);
        break;
      }
  }
  return claims;
}

/// Says each crate that would be in the artifact more than once. A crate need
/// not be a node for that: two dylibs may hold the same injected allocator.
static bool sayDuplicates(const CrateGraph &graph, llvm::ArrayRef<Linkage> entries,
                          const ClaimTable &claims, Diagnostics &diags) {
  bool unique = true;
  for (const auto &[identity, claim] : claims) {
    std::vector<std::string> places;
    for (CrateIndex dylib : claim.insideOf)
      places.push_back(insideDylib(graph, dylib));
    if (std::optional<CrateIndex> node = graph.find(identity)) {
      if (entries[*node] == Linkage::Dynamic)
        places.push_back("is linked as a dylib of its own");
      else if (entries[*node] == Linkage::Static)
        places.push_back("is linked statically");
      else if (!claim.insideOf.empty() && !claim.besideOf.empty())
        places.push_back(fmt::format("is needed as a dylib by the dylib `{}`",
                                     graph[claim.besideOf.front()].identity.name));
    }
    if (places.size() < 2)
      continue;
    reportSeveralPlaces(graph, identity, places, diags);
    unique = false;
  }
  return unique;
}

/// Settles one crate that is not linked by its own dylib (rule 4): included
/// where a dylib has it, else static. False after an error.
static bool settleRest(const CrateGraph &graph, CrateIndex crate, const ClaimTable &claims,
                       Linkage &entry, Diagnostics &diags) {
  auto claim = claims.find(graph[crate].identity);
  if (claim != claims.end()) {
    const DylibClaims &said = claim->second;
    if (!said.insideOf.empty() || said.included) {
      entry = Linkage::IncludedFromDylib;
      return true;
    }
    if (!said.besideOf.empty()) {
      reportMissingForm(graph, crate, "dylib",
                        fmt::format("the dylib `{}` was linked to the dylib of `{}`",
                                    graph[said.besideOf.front()].identity.name,
                                    graph[crate].identity.name),
                        diags);
      return false;
    }
  }
  if (!graph[crate].source.rlib) {
    reportMissingForm(graph, crate, "rlib", "", diags);
    return false;
  }
  entry = Linkage::Static;
  return true;
}

/// Rule 2.
static bool takeAllStatic(const CrateGraph &graph, const std::vector<bool> &counts,
                          std::vector<Linkage> &entries, Diagnostics &diags) {
  bool complete = true;
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate) {
    if (!counts[crate])
      continue;
    entries[crate] = Linkage::Static;
    if (graph[crate].source.rlib)
      continue;
    reportMissingForm(graph, crate, "rlib", "a staticlib takes in every crate that it needs",
                      diags);
    complete = false;
  }
  return complete;
}

/// Rule 4.
static bool takeDylibs(const CrateGraph &graph, const std::vector<bool> &counts,
                       std::vector<Linkage> &entries, Diagnostics &diags) {
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate)
    if (counts[crate] && graph[crate].source.dylib)
      entries[crate] = Linkage::Dynamic;
  ClaimTable claims = collectClaims(graph, entries);
  bool complete = true;
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate)
    if (counts[crate] && !graph[crate].source.dylib)
      complete &= settleRest(graph, crate, claims, entries[crate], diags);
  return sayDuplicates(graph, entries, claims, diags) && complete;
}

std::optional<LinkageTable> linkcheck::computeLinkage(const CrateGraph &graph, CrateType type,
                                                      bool preferDynamic, Diagnostics &diags) {
  std::vector<Linkage> entries(graph.size(), Linkage::NotLinked);
  entries[localCrate] = Linkage::Static;
  if (type == CrateType::Rlib)
    return LinkageTable(std::move(entries));

  std::vector<bool> counts = findExplicit(graph);
  bool allHaveRlibs = true;
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate)
    allHaveRlibs &= !counts[crate] || graph[crate].source.rlib.has_value();
  bool done = type == CrateType::Staticlib || (allHaveRlibs && !preferDynamic)
                  ? takeAllStatic(graph, counts, entries, diags)
                  : takeDylibs(graph, counts, entries, diags);
  if (!done)
    return std::nullopt;
  return LinkageTable(std::move(entries));
}

std::optional<LinkageTable> linkcheck::extendLinkage(const LinkageTable &before,
                                                     const CrateGraph &graph, CrateType type,
                                                     Diagnostics &diags) {
  std::vector<Linkage> entries(graph.size(), Linkage::NotLinked);
  for (CrateIndex crate = 0; crate < before.size(); ++crate)
    entries[crate] = before[crate];
  if (type == CrateType::Rlib)
    return LinkageTable(std::move(entries));

  bool complete = true;
  if (type == CrateType::Staticlib) {
    std::vector<bool> isNew(graph.size());
    for (CrateIndex crate = before.size(); crate < graph.size(); ++crate)
      isNew[crate] = true;
    complete = takeAllStatic(graph, isNew, entries, diags);
  } else {
    for (CrateIndex crate = before.size(); crate < graph.size(); ++crate)
      if (!graph[crate].source.rlib && graph[crate].source.dylib)
        entries[crate] = Linkage::Dynamic;
    ClaimTable claims = collectClaims(graph, entries);
    for (CrateIndex crate = before.size(); crate < graph.size(); ++crate)
      if (entries[crate] == Linkage::NotLinked)
        complete &= settleRest(graph, crate, claims, entries[crate], diags);
    complete = sayDuplicates(graph, entries, claims, diags) && complete;
  }
  if (!complete)
    return std::nullopt;
  return LinkageTable(std::move(entries));
}

std::vector<LinkedCrate> linkcheck::recordLinkage(const CrateGraph &graph,
                                                  const LinkageTable &table) {
  std::map<CrateIdentity, LinkedCrate> crates;
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate)
    crates[graph[crate].identity] = {graph[crate].identity, table[crate], graph[crate].allocator};
  // What is no node, such as the allocator that was injected into a dylib, is in
  // the closure as well.
  for (CrateIndex dylib = localCrate + 1; dylib < graph.size(); ++dylib) {
    if (table[dylib] != Linkage::Dynamic)
      continue;
    for (LinkedCrate linked : graph[dylib].dylibContents) {
      if (linked.linkage == Linkage::Static)
        linked.linkage = Linkage::IncludedFromDylib;
      auto [entry, isNew] = crates.try_emplace(linked.crate, linked);
      // One dylib may need beside it what another says to be included.
      if (!isNew && !graph.find(linked.crate) && linked.linkage == Linkage::Dynamic)
        entry->second.linkage = Linkage::Dynamic;
    }
  }
  std::vector<LinkedCrate> record;
  for (auto &[identity, linked] : crates)
    record.push_back(std::move(linked));
  return record;
}
