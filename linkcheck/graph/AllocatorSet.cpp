//===- AllocatorSet.cpp - the allocators of an artifact -------------------===//

#include "linkcheck/graph/AllocatorSet.h"

#include "linkcheck/graph/LinkageMessages.h"

using namespace linkcheck;

std::vector<PresentAllocator> linkcheck::findExplicitAllocators(const CrateGraph &graph) {
  std::vector<PresentAllocator> found;
  std::vector<bool> seen(graph.size());
  std::vector<CrateIndex> queue{localCrate};
  seen[localCrate] = true;
  for (size_t next = 0; next < queue.size(); ++next) {
    CrateIndex crate = queue[next];
    if (graph[crate].allocator)
      found.push_back({graph[crate].identity, crate, std::nullopt});
    for (const CrateEdge &edge : graph[crate].edges)
      if (edge.meaning == Meaning::Explicit && !seen[edge.to]) {
        seen[edge.to] = true;
        queue.push_back(edge.to);
      }
  }
  return found;
}

static bool countsAsDylib(const CrateGraph &graph, const LinkageTable &table, CrateType type,
                          CrateIndex crate) {
  if (type == CrateType::Rlib)
    return graph[crate].source.dylib && !graph[crate].source.rlib;
  return table[crate] == Linkage::Dynamic;
}

std::vector<PresentAllocator>
linkcheck::findDylibAllocators(const CrateGraph &graph, const LinkageTable &table, CrateType type) {
  std::map<CrateIdentity, size_t> seen;
  std::vector<PresentAllocator> found;
  for (const PresentAllocator &present : findExplicitAllocators(graph))
    seen.try_emplace(present.identity, SIZE_MAX);
  for (CrateIndex dylib = localCrate + 1; dylib < graph.size(); ++dylib) {
    if (!countsAsDylib(graph, table, type, dylib))
      continue;
    for (const LinkedCrate &linked : graph[dylib].dylibContents) {
      if (!linked.allocator || linked.linkage == Linkage::NotLinked)
        continue;
      auto [entry, isNew] = seen.try_emplace(linked.crate, found.size());
      if (isNew)
        found.push_back({linked.crate, std::nullopt, dylib});
      else if (entry->second != SIZE_MAX && linked.linkage == Linkage::Static)
        found[entry->second].insideOf = dylib; // the others only refer to this one
    }
  }
  return found;
}

std::optional<CrateIndex> linkcheck::findHolder(const CrateGraph &graph, const LinkageTable &table,
                                                const CrateIdentity &crate) {
  std::optional<CrateIndex> holder;
  for (CrateIndex dylib = localCrate + 1; dylib < graph.size(); ++dylib) {
    if (table[dylib] != Linkage::Dynamic)
      continue;
    for (const LinkedCrate &linked : graph[dylib].dylibContents) {
      if (linked.crate != crate || linked.linkage == Linkage::NotLinked)
        continue;
      if (linked.linkage == Linkage::Static)
        return dylib;
      if (!holder)
        holder = dylib;
    }
  }
  return holder;
}

/// The record of how a dylib came to contain `allocator`, where it has one.
static const AllocatorRecord *findRecord(const CrateGraph &graph, const PresentAllocator &present) {
  const std::optional<AllocatorRecord> &record = graph[*present.insideOf].dylibAllocator;
  return record && record->crate == present.identity ? &*record : nullptr;
}

/// The note that says how an allocator came in, step by step.
static std::string describeArrival(const CrateGraph &graph, const PresentAllocator &present) {
  const std::string &name = present.identity.name;
  if (present.crate == localCrate)
    return fmt::format("`{}` is the crate being compiled, and is tagged #![allocator]", name);
  if (present.crate)
    return fmt::format("`{}` comes in by {}", name,
                       describePath(graph, localCrate, *present.crate));
  const std::string &dylib = graph[*present.insideOf].identity.name;
  std::string text = fmt::format("`{}` {}", name, insideDylib(graph, *present.insideOf));
  const AllocatorRecord *record = findRecord(graph, present);
  if (!record)
    return text;
  if (record->meaning == Meaning::Injected)
    return text + fmt::format("; it was injected into `{}` by R{}", dylib, record->rule);
  text += fmt::format("; it came into `{}` by ", dylib);
  for (size_t step = 0; step < record->path.size(); ++step)
    text += (step ? " -> " : "") + record->path[step];
  return text;
}

/// What the user can do to get rid of `present` and keep `other`.
static std::string adviseRemoval(const CrateGraph &graph, const PresentAllocator &present,
                                 const std::string &other) {
  const std::string &name = present.identity.name;
  if (present.crate == localCrate)
    return fmt::format("remove `#![allocator]` from `{}`", name);
  if (!present.crate) {
    const std::string &dylib = graph[*present.insideOf].identity.name;
    const AllocatorRecord *record = findRecord(graph, present);
    if (!record || record->meaning == Meaning::Injected)
      return fmt::format("compile the dylib `{}` again with `--allocator {}`", dylib, other);
    return fmt::format("compile the dylib `{}` again without the dependency on `{}`", dylib, name);
  }
  CrateGraph::Step last = graph.path(localCrate, *present.crate).back();
  const std::string &parent = graph[last.from].identity.name;
  switch (last.edge->origin.by) {
  case DependencyOrigin::By::ExternCrate: {
    std::string where = describeOrigin(last.edge->origin);
    return fmt::format("remove the dependency of `{}` on `{}`{}", parent, name,
                       where.empty() ? "" : " (" + where + ")");
  }
  case DependencyOrigin::By::CommandLine:
    return fmt::format("compile `{}` without `--extern {}`", parent, name);
  case DependencyOrigin::By::AllocatorFlag:
    return fmt::format("leave out `--allocator {}`", name);
  case DependencyOrigin::By::Default:
    return fmt::format("choose another default than `{}` with `--allocator`", name);
  }
  return "";
}

static void addLabel(DiagnosticBuilder &error, const CrateGraph &graph,
                     const PresentAllocator &present) {
  CrateIndex leadsTo = present.crate ? *present.crate : *present.insideOf;
  error.at(whereItCameIn(graph, leadsTo),
           fmt::format("this brings in `{}`", present.identity.name));
}

void linkcheck::reportTwoAllocators(const CrateGraph &graph, const PresentAllocator &first,
                                    const PresentAllocator &second, Diagnostics &diags) {
  const std::string &one = first.identity.name, &other = second.identity.name;
  DiagnosticBuilder error =
      diags.error(Code::A02, "cannot link together two allocators: {} and {}", one, other);
  addLabel(error, graph, second);
  addLabel(error, graph, first);
  error.note("{}", describeArrival(graph, first));
  error.note("{}", describeArrival(graph, second));
  if (one == other)
    error.note("two crates have this name, with the hashes {} and {}", first.identity.hash,
               second.identity.hash);
  error.help("keep one of the two: {}, or {}", adviseRemoval(graph, first, other),
             adviseRemoval(graph, second, one));
}

void linkcheck::reportAllocatorFlagConflict(const CrateGraph &graph, const PresentAllocator &first,
                                            const std::string &named, Diagnostics &diags) {
  const std::string &one = first.identity.name;
  DiagnosticBuilder error =
      diags.error(Code::A02, "cannot link together two allocators: {} and {}", one, named);
  addLabel(error, graph, first);
  error.note("{}", describeArrival(graph, first));
  error.note("`{}` comes in by {} (--allocator) -> {}", named, graph[localCrate].identity.name,
             named);
  error.note("`--allocator` overrides the target's default, never an allocator that is there");
  error.help("keep one of the two: {}, or leave out `--allocator {}`",
             adviseRemoval(graph, first, named), named);
}

std::vector<std::optional<CrateIndex>> linkcheck::findReachedConsumers(const CrateGraph &graph) {
  std::vector<std::optional<CrateIndex>> reached(graph.size());
  std::vector<size_t> distance(graph.size(), SIZE_MAX);
  llvm::ArrayRef<CrateIndex> order = graph.dependentsFirst();
  for (auto crate = order.rbegin(); crate != order.rend(); ++crate)
    for (const CrateEdge &edge : graph[*crate].edges) {
      // What tests use stands above the crate that they test.
      if (graph[*crate].isTest)
        break;
      bool direct = graph[edge.to].needsAllocator;
      if (!direct && !reached[edge.to])
        continue;
      size_t steps = direct ? 1 : distance[edge.to] + 1;
      if (steps >= distance[*crate])
        continue;
      distance[*crate] = steps;
      reached[*crate] = direct ? edge.to : *reached[edge.to];
    }
  return reached;
}

void linkcheck::reportReachedConsumer(const CrateGraph &graph, CrateIndex allocator,
                                      CrateIndex consumer, Diagnostics &diags) {
  const std::string &name = graph[allocator].identity.name;
  const std::string &asks = graph[consumer].identity.name;
  DiagnosticBuilder error = diags.error(
      Code::A08,
      "the allocator crate `{}` cannot depend on a crate that needs an allocator, but it depends "
      "on `{}`",
      name, asks);
  if (allocator == localCrate)
    error.at(whereItCameIn(graph, consumer), fmt::format("this leads to `{}`", asks));
  else
    error.at(whereItCameIn(graph, allocator), fmt::format("this brings in `{}`", name));
  error.note("`{}` depends on it by {}", name, describePath(graph, allocator, consumer));
  if (allocator != localCrate)
    error.note("`{}` comes in by {}", name, describePath(graph, localCrate, allocator));
  error.help("an allocator that allocates through itself never returns; take the dependency of "
             "`{}` on `{}` out of the chain",
             name, asks);
}
