//===- AllocatorRules.cpp - the rules that no artifact decides ------------===//

#include "linkcheck/graph/AllocatorRules.h"

#include "linkcheck/graph/AllocatorSet.h"

#include <llvm/ADT/STLExtras.h>

using namespace linkcheck;

bool linkcheck::checkAllocatorGraph(const CrateGraph &graph, Diagnostics &diags) {
  bool holds = true;
  std::vector<std::optional<CrateIndex>> reached = findReachedConsumers(graph);
  for (CrateIndex crate = 0; crate < graph.size(); ++crate)
    if (graph[crate].allocator && reached[crate]) {
      reportReachedConsumer(graph, crate, *reached[crate], diags);
      holds = false;
    }
  std::vector<PresentAllocator> present = findExplicitAllocators(graph);
  for (size_t other = 1; other < present.size(); ++other) {
    reportTwoAllocators(graph, present.front(), present[other], diags);
    holds = false;
  }
  return holds;
}

void linkcheck::lintAllocatorInLibrary(const CrateGraph &graph, llvm::ArrayRef<CrateType> types,
                                       Diagnostics &diags) {
  const CrateNode &local = graph[localCrate];
  if (local.allocator || !llvm::is_contained(types, CrateType::Rlib))
    return;
  for (const CrateEdge &edge : local.edges) {
    if (edge.meaning != Meaning::Explicit || !graph[edge.to].allocator)
      continue;
    const std::string &name = graph[edge.to].identity.name;
    DiagnosticBuilder lint = diags.warning(
        Code::A13, "this library chooses the allocator `{}` for everybody downstream", name);
    lint.at(edge.origin.where, "chosen here");
    if (edge.origin.by == DependencyOrigin::By::CommandLine)
      lint.note("`{}` comes in by `--extern {}`", name, name);
    lint.note("the lint `allocator_in_library` is on by default (R13)");
    lint.help("leave the choice to the final artifact: remove the dependency of `{}` on `{}`, or "
              "say that it is meant with `-A allocator_in_library`",
              local.identity.name, name);
  }
}
