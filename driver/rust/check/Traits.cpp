//===- Traits.cpp - which impl makes a trait hold -------------------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using llvm::StringRef;
using Implementation = Items::Implementation;

// ---- comparing ----

bool cratec::rust::sameConstructor(Ty a, Ty b) {
  return a->kind == b->kind && a->intKind == b->intKind && a->floatBits == b->floatBits &&
         a->isMutable == b->isMutable && a->isUnsafe == b->isUnsafe &&
         a->isVariadic == b->isVariadic && a->abi == b->abi && a->index == b->index &&
         a->length == b->length && a->def == b->def && a->args.size() == b->args.size();
}

namespace {

/// Whether an unknown type can become `type`.
bool canBecome(Ty unknown, Ty type) {
  if (unknown->inferKind == Type::Infer::Any || type->is(Type::Kind::Error))
    return true;
  if (type->is(Type::Kind::Infer))
    return type->inferKind == Type::Infer::Any || type->inferKind == unknown->inferKind;
  return type->is(unknown->inferKind == Type::Infer::Int ? Type::Kind::Int : Type::Kind::Float);
}

} // namespace

bool Implementation::mayEqual(Ty a, Ty b) {
  if (a == b || a->is(Type::Kind::Error) || b->is(Type::Kind::Error))
    return true;
  if (a->is(Type::Kind::Infer))
    return canBecome(a, b);
  if (b->is(Type::Kind::Infer))
    return canBecome(b, a);
  if (!a->hasInfer && !b->hasInfer && !a->hasError && !b->hasError)
    return false;
  if (!sameConstructor(a, b))
    return false;
  for (size_t i = 0; i != a->args.size(); ++i)
    if (!mayEqual(a->args[i], b->args[i]))
      return false;
  return true;
}

bool HeaderMatcher::match(Ty pattern, Ty actual) {
  if (!pattern->hasParam)
    return Implementation::mayEqual(pattern, actual);
  if (pattern->is(Type::Kind::Param)) {
    if (pattern->index >= bound.size())
      return pattern == actual;
    Ty &slot = bound[pattern->index];
    if (!slot) {
      slot = actual;
      return true;
    }
    if (!Implementation::mayEqual(slot, actual))
      return false;
    if (slot->hasInfer && !actual->hasInfer)
      slot = actual;
    return true;
  }
  if (pattern->is(Type::Kind::Projection)) {
    deferred.push_back({pattern, actual});
    return true;
  }
  if (actual->is(Type::Kind::Infer))
    return canBecome(actual, pattern);
  if (actual->is(Type::Kind::Error))
    return true;
  if (!sameConstructor(pattern, actual))
    return false;
  for (size_t i = 0; i != pattern->args.size(); ++i)
    if (!match(pattern->args[i], actual->args[i]))
      return false;
  return true;
}

// ---- the index ----

std::optional<TypeHead> cratec::rust::headOf(Ty type) {
  uint64_t detail = 0;
  switch (type->kind) {
  case Type::Kind::Param:
  case Type::Kind::Projection:
  case Type::Kind::Infer:
  case Type::Kind::Error:
    return std::nullopt;
  case Type::Kind::Adt:
  case Type::Kind::FnDef:
    detail = type->def;
    break;
  case Type::Kind::Int:
    detail = uint64_t(type->intKind);
    break;
  case Type::Kind::Float:
    detail = type->floatBits;
    break;
  case Type::Kind::Reference:
  case Type::Kind::Pointer:
    detail = type->isMutable;
    break;
  case Type::Kind::Tuple:
  case Type::Kind::FnPointer:
    detail = type->args.size();
    break;
  default:
    break;
  }
  return TypeHead(unsigned(type->kind), detail);
}

void Implementation::buildIndex() {
  if (indexState != IndexState::None)
    return;
  indexState = IndexState::Building;
  for (CrateNumber crate = 0; crate != defs.crates().size(); ++crate) {
    if (!defs.crates()[crate].ast)
      continue;
    for (DefId trait : defs.all(DefKind::Trait, crate))
      for (DefId member : defs.members(trait))
        if (defs[member].kind == DefKind::TraitMethod)
          traitMembers[defs[member].name].push_back(member);
    for (DefId def : defs.all(DefKind::Impl, crate)) {
      const ImplInfo &info = impl(def);
      const auto *item = llvm::dyn_cast_or_null<ast::ImplItem>(defs[def].item);
      if (!item || info.self->hasError)
        continue;
      std::optional<TypeHead> head = headOf(info.self);
      if (!item->trait) {
        if (head)
          inherentIndex[*head].push_back(def);
        continue;
      }
      if (!info.trait)
        continue;
      ImplsOfTrait &impls = implIndex[info.trait->trait];
      impls.all.push_back(def);
      if (head)
        impls.byHead[*head].push_back(def);
      else
        impls.blanket.push_back(def);
    }
  }
  indexState = IndexState::Built;
}

const ImplsOfTrait &Implementation::implsOf(DefId trait) {
  buildIndex();
  return implIndex[trait];
}

std::vector<DefId> Implementation::implCandidates(DefId trait, Ty self) {
  const ImplsOfTrait &impls = implsOf(trait);
  if (self->is(Type::Kind::Infer))
    return impls.all;
  std::vector<DefId> result;
  if (auto head = headOf(self)) {
    auto found = impls.byHead.find(*head);
    if (found != impls.byHead.end())
      result = found->second;
  }
  result.insert(result.end(), impls.blanket.begin(), impls.blanket.end());
  return result;
}

// ---- selecting ----

std::optional<Implementation::Matched> Implementation::matchImpl(DefId def, const TraitRef &ref,
                                                                 const TraitRefs &assumed,
                                                                 unsigned depth) {
  const ImplInfo &info = impl(def);
  if (!info.trait || info.trait->args.size() != ref.args.size() || depth > selectionDepth)
    return std::nullopt;
  const ItemGenerics &own = generics(def);
  HeaderMatcher matcher(own.count());
  for (size_t i = 0; i != ref.args.size(); ++i)
    if (!matcher.match(info.trait->args[i], ref.args[i]))
      return std::nullopt;
  Matched result;
  result.isComplete = llvm::all_of(matcher.bound, [](Ty type) { return type != nullptr; });
  result.match.impl = def;
  // What nothing tells may be anything.
  for (unsigned i = 0; i != own.count(); ++i)
    result.match.args.push_back(matcher.bound[i] ? matcher.bound[i]
                                                 : types.infer(~0u - i, Type::Infer::Any));
  for (auto [pattern, actual] : matcher.deferred) {
    Ty expected = normalize(types.substitute(pattern, result.match.args), assumed, depth + 1);
    if (!mayEqual(expected, actual) && !expected->is(Type::Kind::Projection))
      return std::nullopt;
  }
  for (const TraitRef &bound : own.bounds) {
    TraitRef wanted{bound.trait, types.substitute(bound.args, result.match.args)};
    if (!holds(wanted, assumed, depth + 1))
      return std::nullopt;
  }
  return result;
}

std::optional<ImplMatch> Implementation::select(const TraitRef &written, const TraitRefs &assumed,
                                                unsigned depth) {
  if (written.trait == noDef || written.args.empty() || depth > selectionDepth)
    return std::nullopt;
  TraitRef ref = normalize(written, assumed, depth);
  bool isPlain = llvm::none_of(ref.args, [](Ty t) { return t->hasInfer || t->hasParam; });
  if (llvm::any_of(ref.args, [](Ty type) { return type->hasError; }))
    return std::nullopt;
  std::pair<DefId, std::vector<Ty>> key{ref.trait, ref.args};
  if (isPlain && indexState == IndexState::Built)
    if (auto cached = selectCache.find(key); cached != selectCache.end())
      return cached->second;
  if (!isPlain && holdsByAssumption(ref, assumed))
    return std::nullopt;
  std::optional<Matched> only;
  for (DefId candidate : implCandidates(ref.trait, ref.args[0])) {
    std::optional<Matched> matched = matchImpl(candidate, ref, assumed, depth);
    if (!matched)
      continue;
    if (only && !isPlain)
      return std::nullopt;
    if (!only)
      only = std::move(matched);
  }
  std::optional<ImplMatch> result;
  if (only && only->isComplete)
    result = std::move(only->match);
  if (isPlain && indexState == IndexState::Built && depth == 0)
    selectCache.emplace(std::move(key), result);
  return result;
}

// ---- holding ----

TraitRefs Implementation::elaborate(const TraitRef &bound) {
  TraitRefs all{bound};
  for (size_t i = 0; i != all.size() && all.size() < 64; ++i) {
    TraitRef current = all[i];
    for (const TraitRef &super : supertraitsOf(current.trait)) {
      TraitRef made{super.trait, types.substitute(super.args, current.args)};
      bool isKnown = llvm::any_of(all, [&](const TraitRef &known) {
        return known.trait == made.trait && known.args == made.args;
      });
      if (!isKnown)
        all.push_back(std::move(made));
    }
  }
  return all;
}

const TraitRef *Implementation::findAssumed(const TraitRef &ref, const TraitRefs &assumed,
                                            TraitRef &found) {
  for (const TraitRef &bound : assumed)
    for (TraitRef &super : elaborate(bound)) {
      if (super.trait != ref.trait || super.args.size() != ref.args.size())
        continue;
      bool isSame = true;
      for (size_t i = 0; isSame && i != ref.args.size(); ++i)
        isSame = mayEqual(super.args[i], ref.args[i]);
      if (isSame) {
        found = std::move(super);
        return &found;
      }
    }
  return nullptr;
}

bool Implementation::holdsByAssumption(const TraitRef &ref, const TraitRefs &assumed) {
  TraitRef found;
  // An unknown type is no parameter before something says so.
  return !ref.args[0]->is(Type::Kind::Infer) && findAssumed(ref, assumed, found);
}

bool Implementation::holds(const TraitRef &written, const TraitRefs &assumed, unsigned depth) {
  if (written.trait == noDef || written.args.empty() || depth > selectionDepth)
    return false;
  if (llvm::any_of(written.args, [](Ty type) { return type->hasError; }))
    return true;
  TraitRef ref = normalize(written, assumed, depth);
  bool isPlain = llvm::none_of(ref.args, [](Ty t) { return t->hasInfer || t->hasParam; });
  if (!isPlain)
    return holdsUncached(ref, assumed, depth);
  std::pair<DefId, std::vector<Ty>> key{ref.trait, ref.args};
  if (auto cached = heldCache.find(key); cached != heldCache.end())
    return cached->second;
  bool answer = holdsUncached(ref, assumed, depth);
  // Deep in a search the limit of depth may have answered.
  if (indexState == IndexState::Built && !autoAssumed && depth < selectionDepth / 2)
    heldCache.emplace(std::move(key), answer);
  return answer;
}

bool Implementation::holdsUncached(const TraitRef &ref, const TraitRefs &assumed, unsigned depth) {
  if (holdsByAssumption(ref, assumed) || holdsStructurally(ref, assumed, depth))
    return true;
  auto lang = defs.langItemOf(ref.trait);
  if (lang == LangItem::Send || lang == LangItem::Sync)
    return holdsAutomatically(ref.trait, *lang, ref.args[0], assumed, depth);
  for (DefId candidate : implCandidates(ref.trait, ref.args[0]))
    if (matchImpl(candidate, ref, assumed, depth))
      return true;
  return false;
}
