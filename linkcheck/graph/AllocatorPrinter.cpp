//===- AllocatorPrinter.cpp - the choice as a record and as text ----------===//

#include "linkcheck/graph/AllocatorRules.h"

using namespace linkcheck;
using How = AllocatorChoice::How;

/// The record that the holding dylib keeps of the same allocator, if any.
static const AllocatorRecord *findHoldersRecord(const ArtifactResolution &resolution) {
  const AllocatorChoice &choice = resolution.allocator;
  if (!choice.insideOf)
    return nullptr;
  const std::optional<AllocatorRecord> &record = resolution.graph[*choice.insideOf].dylibAllocator;
  return record && record->crate == choice.identity ? &*record : nullptr;
}

static std::vector<std::string> namesOnPath(const CrateGraph &graph, CrateIndex to) {
  std::vector<std::string> names{graph[localCrate].identity.name};
  for (const CrateGraph::Step &step : graph.path(localCrate, to))
    names.push_back(graph[step.edge->to].identity.name);
  return names;
}

/// Crate names from the artifact to the allocator; through the dylib where only
/// its record knows the way.
static std::vector<std::string> recordPath(const ArtifactResolution &resolution) {
  const AllocatorChoice &choice = resolution.allocator;
  if (choice.crate)
    return namesOnPath(resolution.graph, *choice.crate);
  std::vector<std::string> names = namesOnPath(resolution.graph, *choice.insideOf);
  const AllocatorRecord *holders = findHoldersRecord(resolution);
  // The holder's own path begins with the holder.
  if (holders && holders->path.size() > 1)
    names.insert(names.end(), holders->path.begin() + 1, holders->path.end());
  else
    names.push_back(choice.identity.name);
  return names;
}

/// An allocator inside a dylib has the form that it was put there in.
static AllocatorForm formOf(const ArtifactResolution &resolution, AllocatorForm form) {
  if (resolution.allocator.how != How::InsideDylib)
    return form;
  const AllocatorRecord *holders = findHoldersRecord(resolution);
  return holders ? holders->form : AllocatorForm::Guest;
}

std::optional<AllocatorRecord> linkcheck::recordAllocator(const ArtifactResolution &resolution,
                                                          AllocatorForm form) {
  const AllocatorChoice &choice = resolution.allocator;
  if (choice.how == How::None)
    return std::nullopt;
  AllocatorRecord record;
  record.crate = choice.identity;
  record.rule = choice.rule;
  record.form = formOf(resolution, form);
  record.path = recordPath(resolution);
  record.meaning = choice.how == How::Injected ? Meaning::Injected : Meaning::Explicit;
  if (choice.how == How::InsideDylib && !choice.crate) {
    const AllocatorRecord *holders = findHoldersRecord(resolution);
    record.meaning = holders ? holders->meaning : Meaning::Injected;
  }
  record.linkage = Linkage::Static;
  for (const LinkedCrate &linked : recordLinkage(resolution.graph, resolution.linkage))
    if (linked.crate == choice.identity)
      record.linkage = linked.linkage;
  return record;
}

static std::string describeChoice(const ArtifactResolution &resolution) {
  const AllocatorChoice &choice = resolution.allocator;
  switch (choice.how) {
  case How::None:
    return choice.rule == 5 ? "none: an rlib gets no allocator (R5)"
                            : "none: no crate needs an allocator (R3)";
  case How::Explicit:
    return fmt::format("explicit (R{})", choice.rule);
  case How::InsideDylib:
    return fmt::format("inside the dylib `{}` (R{})",
                       resolution.graph[*choice.insideOf].identity.name, choice.rule);
  case How::Injected:
    return fmt::format("injected by R{} ({})", choice.rule, choice.chosenBy);
  }
  return "";
}

std::string linkcheck::printAllocatorChoice(const ArtifactResolution &resolution,
                                            AllocatorForm form) {
  const AllocatorChoice &choice = resolution.allocator;
  const CrateGraph &graph = resolution.graph;
  std::string text = fmt::format("artifact: {}\n", describe(resolution.type).str());
  text += fmt::format("allocator: {}\n", choice.how == How::None ? "none" : choice.identity.name);
  text += fmt::format("chosen: {}\n", describeChoice(resolution));
  if (!choice.target.empty())
    text += fmt::format("reason: the target {} names {}\n", choice.target,
                        choice.missingDefault.value_or(choice.identity.name));
  if (choice.missingDefault)
    text += fmt::format("missing default: {}\n", *choice.missingDefault);
  if (choice.how != How::None) {
    text += fmt::format("form: {}\n", spelling(formOf(resolution, form)).str());
    std::string path = choice.crate ? describePath(graph, localCrate, *choice.crate)
                                    : describePath(graph, localCrate, *choice.insideOf);
    if (!choice.crate) {
      // What the holder's record adds has no places.
      size_t known = namesOnPath(graph, *choice.insideOf).size();
      std::vector<std::string> names = recordPath(resolution);
      for (size_t step = known; step < names.size(); ++step)
        path += " -> " + names[step];
    }
    text += fmt::format("path: {}\n", path);
  }
  if (choice.consumer)
    text += fmt::format("consumer: {}\n", describePath(graph, localCrate, *choice.consumer));
  return text;
}
