//===- LinkageVerification.cpp - R12, told once more ----------------------===//
//
// The computation asks, crate by crate, how to link it. This asks of the result
// where each crate can be found in the finished artifact, and wants one answer.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/LinkageMessages.h"

#include <set>

using namespace linkcheck;

namespace {

class LinkageVerifier {
public:
  LinkageVerifier(const CrateGraph &graph, const LinkageTable &table, CrateType type,
                  Diagnostics &diags)
      : graph(graph), table(table), type(type), diags(diags) {}

  bool verify();

private:
  void checkForm(CrateIndex crate);
  void checkKind(CrateIndex crate);
  void findPlaces();
  void checkPresence(CrateIndex crate);
  void say(CrateIndex crate, const std::string &what);

  const CrateGraph &graph;
  const LinkageTable &table;
  CrateType type;
  Diagnostics &diags;
  std::map<CrateIdentity, std::vector<std::string>> places;
  std::set<CrateIdentity> vouchedFor; ///< some dylib says that another has it
  bool holds = true;
};

} // namespace

void LinkageVerifier::say(CrateIndex crate, const std::string &what) {
  holds = false;
  diags.error(Code::L04, "crate `{}` {}", graph[crate].identity.name, what)
      .at(whereItCameIn(graph, crate))
      .note("R12: each crate appears exactly once in an artifact");
}

/// Each crate in a form that it has.
void LinkageVerifier::checkForm(CrateIndex crate) {
  const CrateSource &source = graph[crate].source;
  if (table[crate] == Linkage::Static && !source.rlib) {
    holds = false;
    reportMissingForm(graph, crate, "rlib", "", diags);
  }
  if (table[crate] == Linkage::Dynamic && !source.dylib) {
    holds = false;
    reportMissingForm(graph, crate, "dylib", "", diags);
  }
}

/// Rules 1 and 2 of LinkageTable.h.
void LinkageVerifier::checkKind(CrateIndex crate) {
  if (type == CrateType::Rlib && table[crate] != Linkage::NotLinked)
    say(crate, "is linked into an rlib");
  if (type == CrateType::Staticlib && table[crate] != Linkage::Static &&
      table[crate] != Linkage::NotLinked)
    say(crate, "is not inside the staticlib");
}

void LinkageVerifier::findPlaces() {
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate) {
    std::vector<std::string> &own = places[graph[crate].identity];
    if (table[crate] == Linkage::Static)
      own.push_back("is linked statically");
    if (table[crate] != Linkage::Dynamic)
      continue;
    own.push_back("is linked as a dylib of its own");
    for (const LinkedCrate &linked : graph[crate].dylibContents) {
      if (linked.linkage == Linkage::Static)
        places[linked.crate].push_back(insideDylib(graph, crate));
      if (linked.linkage == Linkage::IncludedFromDylib)
        vouchedFor.insert(linked.crate);
      if (linked.linkage != Linkage::Dynamic)
        continue;
      std::optional<CrateIndex> needed = graph.find(linked.crate);
      if (needed && table[*needed] != Linkage::Dynamic)
        say(*needed, fmt::format("is needed as a dylib by the dylib `{}`, and is not linked so",
                                 graph[crate].identity.name));
    }
  }
}

/// A crate that is linked is somewhere, and so is what it depends on.
void LinkageVerifier::checkPresence(CrateIndex crate) {
  const CrateIdentity &identity = graph[crate].identity;
  if (table[crate] == Linkage::IncludedFromDylib && places[identity].empty() &&
      !vouchedFor.count(identity))
    say(crate, "counts as included, but no dylib that is linked contains it");
  if (table[crate] == Linkage::NotLinked)
    return;
  for (const CrateEdge &edge : graph[crate].edges)
    if (edge.meaning == Meaning::Explicit && table[edge.to] == Linkage::NotLinked)
      say(edge.to, fmt::format("is not linked, but `{}` depends on it", identity.name));
}

bool LinkageVerifier::verify() {
  for (CrateIndex crate = localCrate + 1; crate < graph.size(); ++crate) {
    checkForm(crate);
    checkKind(crate);
  }
  if (type == CrateType::Rlib)
    return holds;
  findPlaces();
  for (const auto &[identity, where] : places)
    if (where.size() > 1) {
      holds = false;
      reportSeveralPlaces(graph, identity, where, diags);
    }
  for (CrateIndex crate = 0; crate < graph.size(); ++crate)
    checkPresence(crate);
  return holds;
}

bool linkcheck::verifyLinkage(const CrateGraph &graph, const LinkageTable &table, CrateType type,
                              Diagnostics &diags) {
  if (table.size() != graph.size()) {
    diags
        .error(Code::L04, "the linkage table has {} entries for {} crates", table.size(),
               graph.size())
        .done();
    return false;
  }
  return LinkageVerifier(graph, table, type, diags).verify();
}
