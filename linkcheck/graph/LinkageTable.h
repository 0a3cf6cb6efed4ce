//===- LinkageTable.h - how each crate takes part in an artifact -*- C++ -*-===//
//
// The problem: each crate must appear exactly once in an artifact (R12), never
// static in two dylibs, never static and dynamic. Rules, per artifact:
//
//   1. rlib: nothing is linked.
//   2. staticlib: every crate must have an rlib; all are static.
//   3. executable, dylib, cdylib without `-C prefer-dynamic`: all static if
//      every crate has an rlib.
//   4. Otherwise every crate that has a dylib is linked dynamically, all that
//      the dylib contains counts as included, and what is left is static.
//   5. Crates that are only injected are linked only where R1 calls for them.
//
// The table is computed and then verified apart, in the manner of rustc's
// dependency_format.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/CrateGraph.h"

namespace linkcheck {

/// One entry a node of the graph; the local crate's is Static.
class LinkageTable {
public:
  explicit LinkageTable(std::vector<Linkage> entries) : entries(std::move(entries)) {}
  Linkage operator[](CrateIndex crate) const { return entries[crate]; }
  size_t size() const { return entries.size(); }
  bool operator==(const LinkageTable &) const = default;

private:
  std::vector<Linkage> entries;
};

/// Computes the table for an artifact of `type`. Conflicts and missing forms
/// are said with code L04 and yield nothing.
std::optional<LinkageTable> computeLinkage(const CrateGraph &graph, CrateType type,
                                           bool preferDynamic, Diagnostics &diags);

/// The table of `before` with the crates that injectCrate() added: static where
/// there is an rlib, else dynamic; what is settled stays.
std::optional<LinkageTable> extendLinkage(const LinkageTable &before, const CrateGraph &graph,
                                          CrateType type, Diagnostics &diags);

/// R12, told by another path than the computation: every crate once, each in a
/// form that it has. Says what is broken; true when all holds.
bool verifyLinkage(const CrateGraph &graph, const LinkageTable &table, CrateType type,
                   Diagnostics &diags);

/// The table as an artifact's record has it, sorted by crate.
std::vector<LinkedCrate> recordLinkage(const CrateGraph &graph, const LinkageTable &table);

} // namespace linkcheck
