//===- CrateGraph.h - the crates of one compilation -------------*- C++ -*-===//
//
// The graph is a value: made once, never changed. Node 0 is the crate being
// compiled (the local crate); every other node was loaded from a file. The
// graph is acyclic; a cycle in bad input is one error (C08) that prints it.
// Crates are loaded breadth first, each once by name and hash: first what the
// local crate declares, so that a crate named with `--extern` also serves the
// crates that depend on it, then what those depend on. Node indices are in that
// order.
//
// What a record calls injected is not loaded: it is inside a dylib, and
// dylibContents and dylibAllocator tell of it (R7).
//
// A crate that cannot be found but is inside a dylib of the graph is a node
// without a source, known from the dylib's record alone: a program that is
// linked to the dylib needs no more of it. Its edges are not known; the dylib
// gets an edge to each crate that it needs beside it instead, since nothing else
// may lead there. Nor is it known to be a consumer: it counts as none, since the
// dylib was made with an allocator of its own if anything inside it asks for one
// (R1), and that one is recorded.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/CrateStore.h"

namespace linkcheck {

/// An index into CrateGraph::nodes(). Stable across injectCrate().
using CrateIndex = unsigned;
inline constexpr CrateIndex localCrate = 0;

struct CrateEdge {
  CrateIndex to = 0;
  Meaning meaning = Meaning::Explicit;
  DependencyOrigin origin;
};

struct CrateNode {
  CrateIdentity identity; ///< the local crate has no hash yet
  bool allocator = false;
  bool needsAllocator = false;
  bool isTest = false; ///< the local crate: a program that runs its tests
  std::vector<SourceLanguage> languages;
  std::vector<NativeLibrary> nativeLibraries;
  std::vector<std::string> exports; ///< empty for the local crate
  /// Of a loaded crate of the dialect; null for others.
  std::shared_ptr<const CrateInterface> interface;
  CrateSource source;        ///< empty for the local crate
  std::string extraFilename; ///< that its file was found under
  /// Of the dylib form: the crates inside it or beside it, and its allocator.
  std::vector<LinkedCrate> dylibContents;
  std::optional<AllocatorRecord> dylibAllocator;
  /// In the order of declaration; of the local crate one an item of
  /// LocalCrate::dependencies.
  std::vector<CrateEdge> edges;
};

/// A dependency of the local crate as its sources or the command line say it.
struct DeclaredDependency {
  std::string name;
  std::vector<std::string> paths; ///< `--extern name=path`
  DependencyOrigin origin;
};

/// What is known of the local crate before its dependencies are loaded.
struct LocalCrate {
  std::string name;
  bool allocator = false;
  bool needsAllocator = false;
  bool isTest = false; ///< its dependencies are those of its tests, too
  std::vector<SourceLanguage> languages;
  std::vector<NativeLibrary> nativeLibraries;
  std::vector<DeclaredDependency> dependencies; ///< each crate once
};

class CrateGraph {
public:
  explicit CrateGraph(std::vector<CrateNode> nodes);

  llvm::ArrayRef<CrateNode> nodes() const { return crates; }
  const CrateNode &operator[](CrateIndex index) const { return crates[index]; }
  size_t size() const { return crates.size(); }

  /// Every crate after all that depend on it: the order of a linker's command
  /// line. The local crate is first. Deterministic.
  llvm::ArrayRef<CrateIndex> dependentsFirst() const { return order; }

  /// The crate of that identity, or nothing.
  std::optional<CrateIndex> find(const CrateIdentity &identity) const;

  /// A shortest chain of edges from `from` to `to`, first declared first;
  /// empty when equal or unreachable. The edges point into this graph.
  struct Step {
    CrateIndex from;
    const CrateEdge *edge;
  };
  std::vector<Step> path(CrateIndex from, CrateIndex to) const;

private:
  std::vector<CrateNode> crates;
  std::vector<CrateIndex> order;
  std::map<CrateIdentity, CrateIndex> byIdentity;
};

/// Loads all that `local` depends on, each crate once. Says every missing
/// crate, and yields nothing when there was an error.
std::optional<CrateGraph> buildCrateGraph(const LocalCrate &local, CrateStore &store,
                                          Diagnostics &diags);

/// The graph with one more edge from the local crate, meant as injected, to
/// `request`'s crate and all that it depends on (R6, R7). `graph` is unchanged.
std::optional<CrateGraph> injectCrate(const CrateGraph &graph, const CrateRequest &request,
                                      DependencyOrigin origin, CrateStore &store,
                                      Diagnostics &diags);

/// How a dependency came in, in a few words: "main.c:3", "--extern",
/// "--allocator", "injected by R6"; empty where a source is not known.
std::string describeOrigin(const DependencyOrigin &origin);

/// "main (main.c:3) -> foo (foo.c:2) -> alloc_b": the chain as messages print it.
/// Each step says how it came in where that is not a plain source place:
/// `--extern`, `--allocator`, "injected by R6".
std::string describePath(const CrateGraph &graph, CrateIndex from, CrateIndex to);

/// The graph as text (one line a crate, its edges indented) and as DOT, for
/// `--print crate-graph`. Allocators and consumers are marked.
std::string printCrateGraph(const CrateGraph &graph);
std::string printCrateGraphAsDot(const CrateGraph &graph);

} // namespace linkcheck
