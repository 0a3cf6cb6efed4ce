//===- GraphPrinter.cpp - the crate graph as text and as DOT --------------===//
//
// Neither form shows a folder: the same crates print the same everywhere.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/CrateGraph.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

using namespace linkcheck;

/// A name that tells two crates of one name apart: `foo#0123abcd`.
static std::string shortName(const CrateNode &node) {
  if (node.identity.hash.empty())
    return node.identity.name;
  return node.identity.name + "#" + node.identity.hash.substr(0, 8);
}

/// What a crate is tagged with, and which files there are of it.
static std::string describeNode(const CrateGraph &graph, CrateIndex crate) {
  const CrateNode &node = graph[crate];
  std::vector<std::string> words;
  if (crate == localCrate)
    words.push_back("local");
  else if (!node.source.anyFile())
    words.push_back("inside a dylib");
  if (node.source.rlib)
    words.push_back("rlib");
  if (node.source.dylib)
    words.push_back("dylib");
  if (node.source.rmeta)
    words.push_back("rmeta");
  if (node.allocator)
    words.push_back("allocator");
  if (node.needsAllocator)
    words.push_back("consumer");
  return llvm::join(words, ", ");
}

static std::string describeEdge(const CrateEdge &edge) {
  std::string origin = describeOrigin(edge.origin);
  if (edge.meaning == Meaning::Explicit || edge.origin.by == DependencyOrigin::By::Default)
    return origin;
  return "injected by R6, " + origin;
}

std::string linkcheck::printCrateGraph(const CrateGraph &graph) {
  std::string text;
  for (CrateIndex crate : graph.dependentsFirst()) {
    text += fmt::format("{} [{}]\n", shortName(graph[crate]), describeNode(graph, crate));
    for (const CrateEdge &edge : graph[crate].edges) {
      std::string how = describeEdge(edge);
      text += fmt::format("  -> {}{}\n", shortName(graph[edge.to]),
                          how.empty() ? "" : " (" + how + ")");
    }
  }
  return text;
}

/// `text` between quotes, as DOT has them: a file's name may hold a quote.
static std::string quote(llvm::StringRef text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\')
      quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string linkcheck::printCrateGraphAsDot(const CrateGraph &graph) {
  std::string text = "digraph crates {\n  node [shape=box];\n";
  for (CrateIndex crate : graph.dependentsFirst()) {
    const CrateNode &node = graph[crate];
    std::string label = shortName(node) + " [" + describeNode(graph, crate) + "]";
    text += fmt::format("  n{} [label={}{}{}];\n", crate, quote(label),
                        node.allocator ? ", style=filled, fillcolor=lightblue" : "",
                        node.needsAllocator ? ", peripheries=2" : "");
  }
  for (CrateIndex crate : graph.dependentsFirst())
    for (const CrateEdge &edge : graph[crate].edges)
      text += fmt::format("  n{} -> n{} [label={}{}];\n", crate, edge.to, quote(describeEdge(edge)),
                          edge.meaning == Meaning::Injected ? ", style=dashed" : "");
  return text + "}\n";
}
