//===- Imports.cpp - resolves every `use` of every crate ------------------===//

#include "driver/rust/resolve/Imports.h"

#include "driver/rust/resolve/LangItems.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using llvm::StringRef;

/// Imports whose own result takes away what they rest on would go on for ever.
static constexpr unsigned triesLimit = 64;

ImportResolver::ImportResolver(Definitions &defs, std::vector<Import> list, const Reporter &report)
    : defs(defs), imports(std::move(list)), states(imports.size()), report(report),
      words(defs, report), globsInto(defs.scopes.size()), globsFrom(defs.scopes.size()),
      failed(imports.size()) {
  for (const Import &import : imports) {
    // Of an entry in a list: its own part alone, which ends the span.
    const ast::Path &path = import.item->path;
    bool isInList = !path.segments.empty() && report.sources.text(path.span).contains('{');
    if (!isInList)
      places.push_back(path.span);
    else if (import.item->isSelf)
      places.push_back({path.span.end - uint32_t(StringRef("self").size()), path.span.end});
    else
      places.push_back(path.last().ident.span);
  }
}

void ImportResolver::run() {
  for (uint32_t import = 0; import != imports.size(); ++import) {
    if (imports[import].item->isGlob)
      globsInto[defs.scopeOf[imports[import].module]].push_back(import);
    enqueue(import);
  }
  drain();
  bindFailures();
  drain();
  reportAll();
}

// ---- to the fixpoint ----

void ImportResolver::enqueue(uint32_t import) {
  if (states[import].isQueued || states[import].tries >= triesLimit)
    return;
  states[import].isQueued = true;
  queue.push_back(import);
}

void ImportResolver::drain() {
  while (!events.empty() || !queue.empty()) {
    if (events.empty()) {
      uint32_t import = queue.front();
      queue.pop_front();
      states[import].isQueued = false;
      evaluate(import);
      continue;
    }
    Key key = events.front();
    events.pop_front();
    auto found = watchers.find(key);
    if (found != watchers.end())
      for (uint32_t import : found->second)
        enqueue(import);
    for (uint32_t glob : globsFrom[key.first])
      recomputeGlobs(imports[glob].module, key.second);
  }
}

void ImportResolver::changed(DefId module, StringRef name) {
  events.push_back({defs.scopeOf[module], name});
}

void ImportResolver::watch(uint32_t import, DefId module, StringRef name) {
  Key key{defs.scopeOf[module], name};
  if (llvm::is_contained(states[import].watched, key))
    return;
  states[import].watched.push_back(key);
  watchers[key].push_back(import);
}

// ---- paths ----

/// Where the path begins; `index` becomes the first segment that is a name.
DefId ImportResolver::start(const Import &import, size_t &index, Failure &failure) const {
  const auto &segments = import.item->path.segments;
  DefId root = defs.roots[import.crate];
  index = 0;
  if (import.item->path.global || segments.empty())
    return root;
  StringRef first = segments[0].ident.name;
  if (first == "$core") {
    index = 1;
    std::optional<CrateNumber> core = defs.findCore();
    if (!core)
      failure.kind = Failure::Kind::Said;
    return core ? defs.roots[*core] : noDef;
  }
  if (first != "self" && first != "super")
    return root;
  DefId module = defs.realModule(import.module);
  if (first == "self")
    index = 1;
  for (; index != segments.size() && segments[index].ident.name == "super"; ++index) {
    DefId parent = defs.parentModule(module);
    if (parent == noDef) {
      failure = {Failure::Kind::TooManySupers, index, module, noDef, nullptr};
      return noDef;
    }
    module = parent;
  }
  return module;
}

DefId ImportResolver::walk(const Import &import, Failure &failure, std::optional<uint32_t> watcher,
                           llvm::SmallVectorImpl<std::pair<const Binding *, size_t>> *uses) {
  const auto &segments = import.item->path.segments;
  if (segments.empty() && !import.item->isGlob) {
    failure.kind = Failure::Kind::Said;
    return noDef;
  }
  size_t index = 0;
  DefId module = start(import, index, failure);
  size_t end = import.item->isGlob ? segments.size() : segments.size() - 1;
  for (; module != noDef && index < end; ++index) {
    StringRef name = segments[index].ident.name;
    const Binding *binding = defs.findBinding(module, name, Namespace::Type);
    if (watcher && !(binding && binding->isFinal()))
      watch(*watcher, module, name);
    if (!binding) {
      failure = {Failure::Kind::NotFound, index, module, noDef, nullptr};
      return noDef;
    }
    if (binding->def == noDef) {
      failure = {Failure::Kind::Said, index, module, noDef, binding};
      return noDef;
    }
    if (uses)
      uses->push_back({binding, index});
    DefKind kind = defs[binding->def].kind;
    if (kind != DefKind::Module && kind != DefKind::Enum) {
      failure = {Failure::Kind::NotModule, index, module, binding->def, nullptr};
      return noDef;
    }
    module = binding->def;
  }
  return module;
}

// ---- single imports ----

ImportResolver::Slots ImportResolver::find(uint32_t number, DefId target) {
  const Import &import = imports[number];
  const auto &segments = import.item->path.segments;
  Slots found;
  size_t index = 0;
  Failure ignored;
  start(import, index, ignored);
  states[number].isWhole = index == segments.size();
  if (states[number].isWhole) {
    found[0].origin = Binding::Origin::Item;
    found[0].def = target;
    return found;
  }
  StringRef name = segments.back().ident.name;
  Slots hidden;
  bool isFinal = true;
  for (Namespace space : {Namespace::Type, Namespace::Value}) {
    size_t i = static_cast<size_t>(space);
    if (space == Namespace::Value && import.item->isSelf)
      continue;
    const Binding *binding = defs.findBinding(target, name, space);
    isFinal &= binding && binding->isFinal();
    // An import of a name into its own place says nothing.
    bool isOwn = binding && binding->origin == Binding::Origin::Import && binding->import == number;
    if (binding && !isOwn)
      (defs.mayUse(*binding, import.module) ? found : hidden)[i] = *binding;
  }
  if (!isFinal)
    watch(number, target, name);
  return found[0].isBound() || found[1].isBound() ? found : hidden;
}

/// What the import binds in a namespace, given what it found.
ImportResolver::Binding ImportResolver::made(uint32_t number, const Slots &found,
                                             size_t space) const {
  const Import &import = imports[number];
  Binding binding;
  if (!found[space].isBound())
    return binding;
  binding.origin = Binding::Origin::Import;
  binding.def = found[space].def;
  binding.import = number;
  binding.span = places[number];
  auto isPublic = [](const Binding &b) { return b.isBound() && b.visibleIn == noDef; };
  if (!import.item->isPublic)
    binding.visibleIn = defs.realModule(import.module);
  else if (isPublic(found[0]) || isPublic(found[1]))
    binding.visibleIn = found[space].visibleIn;
  return binding;
}

void ImportResolver::evaluate(uint32_t number) {
  State &state = states[number];
  ++state.tries;
  const Import &import = imports[number];
  Failure failure;
  DefId target = walk(import, failure, number, nullptr);
  if (import.item->isGlob) {
    evaluateGlob(number, target);
    return;
  }
  state.target = target;
  state.found = target == noDef ? Slots() : find(number, target);
  for (size_t space : {0, 1})
    set(number, space, made(number, state.found, space));
}

void ImportResolver::set(uint32_t number, size_t space, const Binding &binding) {
  const Import &import = imports[number];
  StringRef name = import.item->as.name;
  Binding &slot = scope(import.module).names[name][space];
  bool isOwn = slot.origin == Binding::Origin::Import && slot.import == number;
  if (slot.isFinal() || (slot.origin == Binding::Origin::Import && !isOwn))
    return;
  if (!binding.isBound() && !isOwn)
    return;
  if (slot == binding)
    return;
  slot = binding;
  changed(import.module, name);
  if (!binding.isBound())
    recomputeGlobs(import.module, name);
}

// ---- globs ----

void ImportResolver::evaluateGlob(uint32_t number, DefId target) {
  State &state = states[number];
  const Import &import = imports[number];
  if (target == import.module)
    target = noDef;
  if (state.target == target)
    return;
  DefId before = state.target;
  state.target = target;
  if (before != noDef)
    llvm::erase(globsFrom[defs.scopeOf[before]], number);
  if (target != noDef)
    globsFrom[defs.scopeOf[target]].push_back(number);
  for (DefId module : {before, target}) {
    if (module == noDef)
      continue;
    for (const auto &entry : scope(module).names)
      recomputeGlobs(import.module, entry.first);
  }
}

/// The meaning of `name` that the globs of `module` bring.
ImportResolver::Binding ImportResolver::fromGlobs(DefId module, StringRef name,
                                                  size_t space) const {
  Binding result;
  for (uint32_t glob : globsInto[defs.scopeOf[module]]) {
    if (states[glob].target == noDef)
      continue;
    const Binding *found =
        defs.findBinding(states[glob].target, name, static_cast<Namespace>(space));
    if (!found || !defs.mayUse(*found, module))
      continue;
    bool isFirst = !result.isBound() || result.def == noDef;
    if (!isFirst && found->def == result.def) {
      if (imports[glob].item->isPublic && found->visibleIn == noDef)
        result.visibleIn = noDef;
      continue;
    }
    if (!isFirst) {
      if (result.other == noDef && found->def != noDef) {
        result.other = found->def;
        result.otherSpan = places[glob];
      }
      continue;
    }
    result = *found;
    result.origin = Binding::Origin::Glob;
    result.import = glob;
    result.span = places[glob];
    if (!imports[glob].item->isPublic)
      result.visibleIn = defs.realModule(module);
  }
  return result;
}

void ImportResolver::recomputeGlobs(DefId module, StringRef name) {
  Slots made;
  for (size_t space : {0, 1})
    made[space] = fromGlobs(module, name, space);
  auto &names = scope(module).names;
  if (!made[0].isBound() && !made[1].isBound() && names.find(name) == names.end())
    return;
  Slots &slots = names[name];
  bool isChanged = false;
  for (size_t space : {0, 1}) {
    Binding &slot = slots[space];
    bool isExplicit = slot.isBound() && slot.origin != Binding::Origin::Glob;
    if (isExplicit || slot == made[space])
      continue;
    slot = made[space];
    isChanged = true;
  }
  if (isChanged)
    changed(module, name);
}

// ---- what is left ----

bool ImportResolver::isResolved(uint32_t import) {
  const State &state = states[import];
  if (imports[import].item->isGlob) {
    if (state.target != noDef)
      return true;
    // A glob of its own module brings nothing, and is no mistake.
    Failure failure;
    return walk(imports[import], failure, std::nullopt, nullptr) != noDef;
  }
  auto isGood = [](const Binding &b) { return b.isBound() && b.def != noDef; };
  return isGood(state.found[0]) || isGood(state.found[1]);
}

/// Names that failed imports would have bound are bound to nothing, so that who uses them
/// need not say it again.
void ImportResolver::bindFailures() {
  for (uint32_t number = 0; number != imports.size(); ++number)
    failed[number] = !isResolved(number);
  for (uint32_t number = 0; number != imports.size(); ++number) {
    if (!failed[number])
      continue;
    const Import &import = imports[number];
    if (import.item->isGlob) {
      scope(import.module).hasFailedGlob = true;
      continue;
    }
    for (size_t space : {0, 1}) {
      Binding &slot = scope(import.module).names[import.item->as.name][space];
      if (slot.isBound() && slot.origin != Binding::Origin::Glob)
        continue;
      slot = {};
      slot.origin = Binding::Origin::Import;
      slot.import = number;
      slot.span = places[number];
    }
    changed(import.module, import.item->as.name);
  }
  // Their results are settled; only globs go on, to carry the nothing along.
  for (State &state : states)
    state.tries = triesLimit;
}

// ---- all crates ----

static DefId findPrelude(const Definitions &defs, DefId root) {
  DefId module = root;
  for (StringRef name : {"prelude", "v1"}) {
    std::optional<DefId> found = defs.lookupIn(module, name, Namespace::Type);
    if (!found || defs[*found].kind != DefKind::Module)
      return noDef;
    module = *found;
  }
  return module;
}

Definitions cratec::rust::resolveNames(std::vector<CrateInput> crates, const Reporter &report) {
  Definitions defs;
  defs.crateInputs = std::move(crates);
  CrateNumber count = static_cast<CrateNumber>(defs.crateInputs.size());
  defs.unstableSaid.resize(count);
  std::vector<Import> imports;
  for (CrateNumber crate = 0; crate != count; ++crate)
    DefinitionCollector(defs, crate, imports, report).addRoot();
  for (CrateNumber crate = 0; crate != count; ++crate)
    DefinitionCollector(defs, crate, imports, report).run();
  defs.preludes.resize(count, noDef);
  ImportResolver(defs, std::move(imports), report).run();
  for (CrateNumber crate = 0; crate != count; ++crate) {
    const CrateInput &input = defs.crateInputs[crate];
    if (!input.ast)
      continue;
    bool isOwn = input.name == "core" || defs.findAttribute(defs.roots[crate], "no_core");
    StringRef name = defs.findAttribute(defs.roots[crate], "no_std") ? "core" : "std";
    // Of the crate that was added: an item of its name is a mistake, and no prelude.
    auto found = input.externs.find(name.str());
    if (isOwn)
      defs.preludes[crate] = findPrelude(defs, defs.roots[crate]);
    else if (found != input.externs.end())
      defs.preludes[crate] = findPrelude(defs, defs.roots[found->second]);
  }
  LangItemCollector(defs, report).run();
  return defs;
}
