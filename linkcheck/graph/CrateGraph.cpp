//===- CrateGraph.cpp - the crates of one compilation ---------------------===//

#include "linkcheck/graph/CrateGraph.h"

#include <functional>
#include <queue>

using namespace linkcheck;

/// Kahn's algorithm, of all that is free the lowest index first: no recursion,
/// and siblings keep the order in which they were declared. Crates on a cycle
/// are left out.
static std::vector<CrateIndex> sortDependentsFirst(llvm::ArrayRef<CrateNode> nodes) {
  std::vector<unsigned> dependents(nodes.size());
  for (const CrateNode &node : nodes)
    for (const CrateEdge &edge : node.edges)
      ++dependents[edge.to];
  std::priority_queue<CrateIndex, std::vector<CrateIndex>, std::greater<>> free;
  for (CrateIndex crate = 0; crate < nodes.size(); ++crate)
    if (dependents[crate] == 0)
      free.push(crate);
  std::vector<CrateIndex> order;
  while (!free.empty()) {
    CrateIndex crate = free.top();
    free.pop();
    order.push_back(crate);
    for (const CrateEdge &edge : nodes[crate].edges)
      if (--dependents[edge.to] == 0)
        free.push(edge.to);
  }
  return order;
}

CrateGraph::CrateGraph(std::vector<CrateNode> nodes)
    : crates(std::move(nodes)), order(sortDependentsFirst(crates)) {
  for (CrateIndex crate = 0; crate < crates.size(); ++crate)
    byIdentity.try_emplace(crates[crate].identity, crate);
}

std::optional<CrateIndex> CrateGraph::find(const CrateIdentity &identity) const {
  auto entry = byIdentity.find(identity);
  if (entry == byIdentity.end())
    return std::nullopt;
  return entry->second;
}

std::vector<CrateGraph::Step> CrateGraph::path(CrateIndex from, CrateIndex to) const {
  std::vector<Step> cameBy(crates.size(), Step{from, nullptr});
  std::vector<CrateIndex> queue{from};
  for (size_t next = 0; next < queue.size() && !cameBy[to].edge; ++next)
    for (const CrateEdge &edge : crates[queue[next]].edges)
      if (edge.to != from && !cameBy[edge.to].edge) {
        cameBy[edge.to] = {queue[next], &edge};
        queue.push_back(edge.to);
      }
  std::vector<Step> steps;
  for (CrateIndex crate = to; crate != from && cameBy[crate].edge; crate = cameBy[crate].from)
    steps.push_back(cameBy[crate]);
  return {steps.rbegin(), steps.rend()};
}

std::string linkcheck::describeOrigin(const DependencyOrigin &origin) {
  switch (origin.by) {
  case DependencyOrigin::By::ExternCrate: {
    // The column is of no use in a chain, and the name says what to look for.
    SourceLocation line = origin.where;
    line.column = 0;
    return line.isKnown() ? line.toString() : "";
  }
  case DependencyOrigin::By::CommandLine:
    return "--extern";
  case DependencyOrigin::By::AllocatorFlag:
    return "--allocator";
  case DependencyOrigin::By::Default:
    return "injected by R6";
  }
  return "";
}

std::string linkcheck::describePath(const CrateGraph &graph, CrateIndex from, CrateIndex to) {
  std::string text;
  for (const CrateGraph::Step &step : graph.path(from, to)) {
    text += graph[step.from].identity.name;
    if (std::string origin = describeOrigin(step.edge->origin); !origin.empty())
      text += " (" + origin + ")";
    text += " -> ";
  }
  return text + graph[to].identity.name;
}
