//===- ImportMessages.cpp - what is said of `use` -------------------------===//

#include "driver/rust/resolve/Imports.h"
#include "driver/rust/resolve/Suggest.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

void ImportResolver::reportAll() {
  findCycles();
  for (uint32_t number = 0; number != imports.size(); ++number) {
    // Upstream crates were compiled before; only what they bind counts here.
    if (imports[number].crate != localCrateNumber)
      continue;
    if (failed[number]) {
      reportFailure(number);
      continue;
    }
    reportUses(number);
    reportReexport(number);
    reportConflict(number);
  }
}

// ---- imports that lead nowhere ----

ImportResolver::Failure ImportResolver::failureOf(uint32_t number) {
  const Import &import = imports[number];
  Failure failure;
  DefId target = walk(import, failure, std::nullopt, nullptr);
  if (target == noDef || import.item->isGlob)
    return failure;
  // The last segment: a name bound to nothing, or none at all.
  StringRef name = import.item->path.segments.back().ident.name;
  size_t index = import.item->path.segments.size() - 1;
  for (Namespace space : {Namespace::Type, Namespace::Value}) {
    const Binding *binding = defs.findBinding(target, name, space);
    if (binding && binding->def == noDef)
      return {Failure::Kind::Said, index, target, noDef, binding};
  }
  bool mayComeLater = scope(target).hasFailedGlob && target != import.module;
  return {mayComeLater ? Failure::Kind::Said : Failure::Kind::NotFound, index, target, noDef,
          nullptr};
}

/// Each failed import rests on at most one other, so that cycles are found by following once.
void ImportResolver::findCycles() {
  isCyclic.assign(imports.size(), false);
  std::vector<uint32_t> seenBy(imports.size(), ~uint32_t(0)); ///< the walk that came by
  for (uint32_t first = 0; first != imports.size(); ++first) {
    std::vector<uint32_t> walked;
    std::optional<uint32_t> current = first;
    while (current && failed[*current] && seenBy[*current] == ~uint32_t(0)) {
      seenBy[*current] = first;
      walked.push_back(*current);
      const Binding *culprit = failureOf(*current).culprit;
      bool isImport = culprit && (culprit->origin == Binding::Origin::Import ||
                                  culprit->origin == Binding::Origin::Glob);
      current = isImport ? std::optional(culprit->import) : std::nullopt;
    }
    if (!current || !failed[*current] || seenBy[*current] != first)
      continue;
    for (auto member = llvm::find(walked, *current); member != walked.end(); ++member)
      isCyclic[*member] = true;
  }
}

void ImportResolver::reportFailure(uint32_t number) {
  const Import &import = imports[number];
  const auto &segments = import.item->path.segments;
  Failure failure = failureOf(number);
  switch (failure.kind) {
  case Failure::Kind::None:
    return;
  case Failure::Kind::Said:
    if (!isCyclic[number])
      return;
    [[fallthrough]];
  case Failure::Kind::NotFound:
    reportNotFound(number, failure);
    return;
  case Failure::Kind::TooManySupers:
    report
        .error(Code::E0433, segments[failure.index].ident.span,
               "there are too many leading `super` keywords", "too many leading `super` keywords")
        .done();
    return;
  case Failure::Kind::NotModule: {
    std::string noun = words.noun(failure.def, Namespace::Type);
    std::string name = segments[failure.index].ident.name.str();
    ast::Path upTo = import.item->path;
    upTo.segments.resize(failure.index + 1);
    report
        .error(Code::E0432, segments[failure.index].ident.span,
               fmt::format("`{}` is {}, not a module", name, Words::withArticle(noun)),
               "unresolved import `{}`", upTo.toString())
        .done();
    return;
  }
  }
}

void ImportResolver::reportNotFound(uint32_t number, const Failure &failure) {
  const Import &import = imports[number];
  const ast::Path &path = import.item->path;
  const ast::Ident &missing = path.segments[failure.index].ident;
  std::string name = missing.name.str();
  bool isLast = !import.item->isGlob && failure.index + 1 == path.segments.size();
  Suggester suggester(defs, report, isLast ? "import" : "module", import.module);
  if (isLast) {
    auto message =
        report.error(Code::E0432, places[number],
                     fmt::format("no `{}` in {}", name, words.modulePath(failure.module)),
                     "unresolved import `{}`", path.toString());
    auto similar = suggester.similarIn(failure.module, missing.name, Namespace::Type);
    if (!similar)
      similar = suggester.similarIn(failure.module, missing.name, Namespace::Value);
    if (similar)
      message.help("a similar name exists in the module: `{}`", similar->name);
    return;
  }
  // The entries of a list share what stands before it.
  if (!saidMissing.insert(missing.span.begin).second)
    return;
  ast::Path upTo = path;
  upTo.segments.resize(failure.index + 1);
  bool isFirst = failure.index == 0;
  std::string label = isFirst ? fmt::format("use of unresolved module or unlinked crate `{}`", name)
                              : fmt::format("could not find `{}` in `{}`", name,
                                            path.segments[failure.index - 1].ident.name.str());
  auto message =
      report.error(Code::E0432, missing.span, label, "unresolved import `{}`", upTo.toString());
  if (auto similar = suggester.similarIn(failure.module, missing.name, Namespace::Type))
    message.help("there is a crate or module with a similar name: `{}`", similar->name);
  else if (isFirst)
    message.help("you might be missing a crate named `{}`: `extern crate {};`", name, name);
}

// ---- imports that lead somewhere ----

/// Privacy, ambiguity and features of all that the path names.
void ImportResolver::reportUses(uint32_t number) {
  const Import &import = imports[number];
  const State &state = states[number];
  Failure failure;
  llvm::SmallVector<std::pair<const Binding *, size_t>, 4> uses;
  walk(import, failure, std::nullopt, &uses);
  if (import.item->path.segments.empty())
    return;
  if (!import.item->path.isSingle() && import.item->path.segments[0].ident.name == "$core")
    return;
  bool hasLast = !import.item->isGlob && !state.isWhole;
  size_t last = import.item->path.segments.size() - 1;
  // Something is imported where it may be used in either namespace.
  size_t space = state.found[0].isBound() && state.found[0].def != noDef ? 0 : 1;
  if (hasLast)
    uses.push_back({&state.found[space], last});
  for (auto [binding, index] : uses) {
    const ast::Ident &name = import.item->path.segments[index].ident;
    if (binding->other != noDef)
      words.ambiguous(*binding, name);
    else if (!defs.mayUse(*binding, import.module))
      words.notVisible(*binding, static_cast<Namespace>(hasLast && index == last ? space : 0),
                       name);
    const Def &def = defs[binding->def];
    if (!(def.parent == noDef && defs.unstableSaid[def.crate]))
      defs.reportUnstable(binding->def, name.span, report);
  }
}

/// E0364 and E0365: what is private must not be public by another name.
void ImportResolver::reportReexport(uint32_t number) {
  const Import &import = imports[number];
  const Slots &found = states[number].found;
  if (!import.item->isPublic || import.item->isGlob)
    return;
  for (const Binding &binding : found)
    if (binding.isBound() && (binding.visibleIn == noDef || !defs.mayUse(binding, import.module)))
      return;
  std::string name = import.item->path.last().ident.name.str();
  Span span = places[number];
  bool isValue = found[1].isBound();
  // What is private to the root is seen by the whole crate.
  bool isOfCrate = found[isValue].visibleIn == defs.roots[import.crate];
  const char *how = isOfCrate ? "only public within the crate, and cannot be re-exported outside"
                              : "private, and cannot be re-exported";
  if (isValue)
    report.error(Code::E0364, span, "", "`{}` is {}", name, how)
        .note("consider marking `{}` as `pub` in the imported module", name);
  else
    report
        .error(Code::E0365, span,
               isOfCrate ? fmt::format("re-export of crate public `{}`", name)
                         : fmt::format("re-export of private `{}`", name),
               "`{}` is {}", name, how)
        .note("consider declaring type or module `{}` with `pub`", name);
}

void ImportResolver::reportConflict(uint32_t number) {
  const Import &import = imports[number];
  if (import.item->isGlob)
    return;
  StringRef name = import.item->as.name;
  for (Namespace space : {Namespace::Type, Namespace::Value}) {
    const Binding &found = states[number].found[static_cast<size_t>(space)];
    const Binding *slot = defs.findBinding(import.module, name, space);
    if (!found.isBound() || !slot)
      continue;
    if (slot->origin == Binding::Origin::Import && slot->import == number)
      continue;
    Words::Party other = words.party(*slot);
    // An item that several imports meet with is redefined once.
    bool isItemLater = other.span.begin > places[number].begin;
    if (!isItemLater || saidConflicts.insert(other.span.begin).second)
      words.conflict(import.module, name, space, other,
                     {Binding::Origin::Import, found.def, places[number]});
    return;
  }
}
