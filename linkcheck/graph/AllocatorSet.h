//===- AllocatorSet.h - the allocators of an artifact -----------*- C++ -*-===//
//
// R2's set: the explicit allocators of the graph, and those that dylibs contain
// already; and the messages about them, which print how each came in.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/AllocatorRules.h"

namespace linkcheck {

/// One allocator, and how it gets into the artifact.
struct PresentAllocator {
  CrateIdentity identity;
  std::optional<CrateIndex> crate;    ///< the node, where it is one
  std::optional<CrateIndex> insideOf; ///< else the dylib that contains it
};

/// The allocators that explicit edges lead to from the local crate, itself
/// included, the nearest first.
std::vector<PresentAllocator> findExplicitAllocators(const CrateGraph &graph);

/// The allocators inside dylibs which are not explicit in the graph, each
/// identity once. A dylib counts when it is linked dynamically; for an rlib, when
/// there is no other form of it, since every later artifact must link it so.
std::vector<PresentAllocator> findDylibAllocators(const CrateGraph &graph,
                                                  const LinkageTable &table, CrateType type);

/// The dylib that holds `crate` in an artifact with that table.
std::optional<CrateIndex> findHolder(const CrateGraph &graph, const LinkageTable &table,
                                     const CrateIdentity &crate);

/// A02. `second` is where the primary label points.
void reportTwoAllocators(const CrateGraph &graph, const PresentAllocator &first,
                         const PresentAllocator &second, Diagnostics &diags);

/// A02, where the second is only named with `--allocator`.
void reportAllocatorFlagConflict(const CrateGraph &graph, const PresentAllocator &first,
                                 const std::string &named, Diagnostics &diags);

/// For each crate the nearest consumer that its dependencies lead to, itself
/// aside. One pass in reverse order of dependency, each crate once.
std::vector<std::optional<CrateIndex>> findReachedConsumers(const CrateGraph &graph);

/// A08.
void reportReachedConsumer(const CrateGraph &graph, CrateIndex allocator, CrateIndex consumer,
                           Diagnostics &diags);

} // namespace linkcheck
