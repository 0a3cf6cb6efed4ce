//===- LinkageMessages.cpp - what can be wrong with a linkage -------------===//

#include "linkcheck/graph/LinkageMessages.h"

using namespace linkcheck;

SourceLocation linkcheck::whereItCameIn(const CrateGraph &graph, CrateIndex crate) {
  std::vector<CrateGraph::Step> path = graph.path(localCrate, crate);
  return path.empty() ? SourceLocation() : path.front().edge->origin.where;
}

std::string linkcheck::insideDylib(const CrateGraph &graph, CrateIndex dylib) {
  return fmt::format("is inside the dylib `{}` ({}), which comes in by {}",
                     graph[dylib].identity.name, graph[dylib].source.dylib.value_or("no file"),
                     describePath(graph, localCrate, dylib));
}

void linkcheck::reportSeveralPlaces(const CrateGraph &graph, const CrateIdentity &crate,
                                    llvm::ArrayRef<std::string> places, Diagnostics &diags) {
  DiagnosticBuilder error =
      diags.error(Code::L04, "cannot satisfy dependencies so `{}` only shows up once", crate.name);
  if (std::optional<CrateIndex> node = graph.find(crate))
    error.at(whereItCameIn(graph, *node), fmt::format("this brings in `{}`", crate.name));
  for (const std::string &place : places)
    error.note("`{}` {}", crate.name, place);
  error.help("having upstream crates all available in one format will likely make this go away");
  std::optional<CrateIndex> node = graph.find(crate);
  if (!node || !graph[*node].source.dylib)
    return;
  for (const CrateNode &holder : graph.nodes())
    for (const LinkedCrate &content : holder.dylibContents)
      if (content.crate == crate && content.linkage == Linkage::Static)
        error.help("compile `{}` with `-C prefer-dynamic`: it then needs the dylib of `{}` beside "
                   "it instead of containing the crate",
                   holder.identity.name, crate.name);
}

void linkcheck::reportMissingForm(const CrateGraph &graph, CrateIndex crate, llvm::StringRef form,
                                  const std::string &reason, Diagnostics &diags) {
  const CrateNode &node = graph[crate];
  DiagnosticBuilder error = diags.error(
      Code::L04, "crate `{}` required to be available in {} format, but was not found in this form",
      node.identity.name, form.str());
  error.at(whereItCameIn(graph, crate), fmt::format("this brings in `{}`", node.identity.name));
  if (!reason.empty())
    error.note("{}", reason);
  error.note("`{}` comes in by {}", node.identity.name, describePath(graph, localCrate, crate));
  if (node.source.anyFile())
    error.note("what was found: {}", *node.source.anyFile());
  else
    error.note("what was found: no file, only that a dylib contains it");
  error.help("compile `{}` with `--crate-type {}`", node.identity.name, form.str());
}
