//===- TraitsStructural.cpp - traits that hold by what a type is made of --===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using llvm::StringRef;
using Implementation = Items::Implementation;

/// Arrays of any length and tuples of any arity: a trait holds if it holds of all elements.
bool Implementation::elementsHold(const TraitRef &ref, const TraitRefs &assumed, unsigned depth) {
  Ty self = ref.args[0];
  if (!self->is(Type::Kind::Array) && !self->is(Type::Kind::Tuple))
    return false;
  Ty other = ref.args.size() > 1 ? ref.args[1] : self;
  bool isOpen = other->is(Type::Kind::Infer) && other->inferKind == Type::Infer::Any;
  if (isOpen)
    other = self;
  if (!sameConstructor(self, other))
    return false;
  for (size_t i = 0; i != self->args.size(); ++i) {
    TraitRef element{ref.trait, {self->args[i]}};
    if (ref.args.size() > 1)
      element.args.push_back(other->args[i]);
    if (!holds(element, assumed, depth + 1))
      return false;
  }
  return true;
}

bool Implementation::holdsStructurally(const TraitRef &ref, const TraitRefs &assumed,
                                       unsigned depth) {
  auto lang = defs.langItemOf(ref.trait);
  if (!lang)
    return false;
  Ty self = ref.args[0];
  switch (*lang) {
  case LangItem::Copy:
  case LangItem::Clone:
    switch (self->kind) {
    case Type::Kind::Bool:
    case Type::Kind::Char:
    case Type::Kind::Int:
    case Type::Kind::Float:
    case Type::Kind::Never:
    case Type::Kind::Pointer:
    case Type::Kind::FnPointer:
    case Type::Kind::FnDef:
    case Type::Kind::Infer:
      return true;
    case Type::Kind::Reference:
      return !self->isMutable;
    default:
      return elementsHold(ref, assumed, depth);
    }
  case LangItem::PartialEq:
  case LangItem::Eq:
  case LangItem::PartialOrd:
  case LangItem::Ord:
  case LangItem::Debug:
  case LangItem::Default:
  case LangItem::Hash:
    return elementsHold(ref, assumed, depth);
  default:
    return false;
  }
}

// ---- Send and Sync ----

bool Implementation::holdsAutomatically(DefId trait, LangItem lang, Ty type,
                                        const TraitRefs &assumed, unsigned depth) {
  if (depth > selectionDepth)
    return true;
  auto inside = [&](Ty part) { return holds({trait, {part}}, assumed, depth + 1); };
  switch (type->kind) {
  case Type::Kind::Pointer:
  case Type::Kind::Param:
  case Type::Kind::Projection:
    return false;
  case Type::Kind::Reference:
    if (lang == LangItem::Send && !type->isMutable)
      return holds({defs.langItem(LangItem::Sync), {type->element()}}, assumed, depth + 1);
    return inside(type->element());
  case Type::Kind::Array:
  case Type::Kind::Slice:
  case Type::Kind::Tuple:
    return llvm::all_of(type->args, inside);
  case Type::Kind::Adt:
    return adtHoldsAutomatically(trait, lang, type, assumed, depth);
  default:
    return true;
  }
}

bool Implementation::adtHoldsAutomatically(DefId trait, LangItem lang, Ty type,
                                           const TraitRefs &assumed, unsigned depth) {
  // Who says it himself is asked for nothing else.
  std::vector<DefId> said = implCandidates(trait, type);
  if (!said.empty())
    return llvm::any_of(said, [&](DefId impl) {
      return matchImpl(impl, {trait, {type}}, assumed, depth).has_value();
    });
  auto inside = [&](Ty part) { return holds({trait, {part}}, assumed, depth + 1); };
  auto known = defs.langItemOf(type->def);
  if (known == LangItem::UnsafeCell && lang == LangItem::Sync)
    return false;
  if (known == LangItem::OwnedBox || known == LangItem::Vec || known == LangItem::String ||
      known == LangItem::PhantomData)
    return llvm::all_of(type->args, inside);
  // A type that holds itself, behind a pointer, is as its other parts are.
  if (!autoInWork.insert({trait, type}).second) {
    autoAssumed = true;
    return true;
  }
  bool answer = true;
  for (const VariantInfo &variant : adt(type->def).variants)
    for (const FieldInfo &field : variant.fields)
      answer = answer && inside(types.substitute(field.type, type->args));
  autoInWork.erase({trait, type});
  if (autoInWork.empty())
    autoAssumed = false;
  return answer;
}

// ---- projections ----

TraitRef Implementation::normalize(const TraitRef &ref, const TraitRefs &assumed, unsigned depth) {
  TraitRef result{ref.trait, {}};
  for (Ty type : ref.args)
    result.args.push_back(normalize(type, assumed, depth));
  return result;
}

Ty Implementation::normalize(Ty type, const TraitRefs &assumed, unsigned depth) {
  if (!type->hasParam || type->args.empty() || depth > selectionDepth)
    return type;
  std::vector<Ty> args;
  bool isChanged = false;
  for (Ty inside : type->args) {
    args.push_back(normalize(inside, assumed, depth));
    isChanged |= args.back() != inside;
  }
  if (isChanged) {
    switch (type->kind) {
    case Type::Kind::Adt:
      type = types.adt(type->def, args);
      break;
    case Type::Kind::Reference:
      type = types.reference(args[0], type->isMutable);
      break;
    case Type::Kind::Pointer:
      type = types.pointer(args[0], type->isMutable);
      break;
    case Type::Kind::Slice:
      type = types.slice(args[0]);
      break;
    case Type::Kind::Array:
      type = types.array(args[0], type->length);
      break;
    case Type::Kind::Tuple:
      type = types.tuple(args);
      break;
    case Type::Kind::FnPointer:
      type = types.fnPointer(TypeList(args).drop_back(), args.back(), type->abi, type->isUnsafe,
                             type->isVariadic);
      break;
    case Type::Kind::FnDef:
      type = types.fnDef(type->def, args);
      break;
    case Type::Kind::Projection:
      type = types.projection(TypeList(args), type->def);
      break;
    default:
      break;
    }
  }
  return type->is(Type::Kind::Projection) ? normalizeProjection(type, assumed, depth) : type;
}

Ty Implementation::normalizeProjection(Ty type, const TraitRefs &assumed, unsigned depth) {
  if (type->hasError)
    return types.error();
  DefId trait = defs[type->def].parent;
  TraitRef ref{trait, {type->args.begin(), type->args.end()}};
  if (ref.args[0]->is(Type::Kind::Infer) && ref.args[0]->inferKind == Type::Infer::Any)
    return type;
  // Left out by who knows Self alone.
  if (ref.args.size() < generics(trait).count())
    ref.args.resize(generics(trait).count(), ref.args[0]);
  std::optional<ImplMatch> match = select(ref, assumed, depth + 1);
  if (!match)
    return type;
  DefId found = defs.member(match->impl, defs[type->def].name);
  // That it is missing is said of the impl.
  if (found == noDef || defs[found].kind != DefKind::AssociatedType)
    return types.error();
  Ty said = typeOf(found);
  return normalize(types.substitute(said, match->args), assumed, depth + 1);
}

// ---- size and drop ----

bool Implementation::isSized(Ty type, unsigned depth) {
  if (type->is(Type::Kind::Str) || type->is(Type::Kind::Slice))
    return false;
  if (type->is(Type::Kind::Tuple))
    return type->args.empty() || isSized(type->args.back(), depth + 1);
  if (!type->is(Type::Kind::Adt) || depth > 16 || defs[type->def].kind != DefKind::Struct)
    return true;
  // Without fields read so far nothing but the syntax can tell; a struct that ends in
  // something without a size is rare enough to be read.
  const auto *item = llvm::dyn_cast_or_null<ast::StructItem>(defs[type->def].item);
  if (!item || item->fields.empty())
    return true;
  auto slot = adts.find(type->def);
  if (slot != adts.end() && slot->second.state == Slot<AdtInfo>::State::Working)
    return true;
  const AdtInfo &info = adt(type->def);
  if (info.variants.empty() || info.only().fields.empty())
    return true;
  return isSized(types.substitute(info.only().fields.back().type, type->args), depth + 1);
}

bool Implementation::needsDrop(Ty type) {
  auto cached = dropCache.find(type);
  if (cached != dropCache.end())
    return cached->second;
  // A type within itself adds nothing to what is found of it otherwise.
  if (!dropsInWork.insert(type).second || dropsInWork.size() > 512)
    return false;
  bool answer = needsDropUncached(type);
  dropsInWork.erase(type);
  // What was found inside of a type in work may rest on that type's "nothing".
  if (answer || dropsInWork.empty())
    dropCache.emplace(type, answer);
  return answer;
}

bool Implementation::needsDropUncached(Ty type) {
  switch (type->kind) {
  case Type::Kind::Param:
  case Type::Kind::Infer:
    return true;
  case Type::Kind::Projection: {
    Ty known = normalize(type, {}, 0);
    return known->is(Type::Kind::Projection) || needsDrop(known);
  }
  case Type::Kind::Array:
    return type->length != 0 && needsDrop(type->element());
  case Type::Kind::Slice:
    return needsDrop(type->element());
  case Type::Kind::Tuple:
    return llvm::any_of(type->args, [&](Ty element) { return needsDrop(element); });
  case Type::Kind::Adt: {
    if (type->isAdt(defs.langItem(LangItem::OwnedBox)))
      return true;
    const AdtInfo &info = adt(type->def);
    if (info.dropMethod != noDef)
      return true;
    for (const VariantInfo &variant : info.variants)
      for (const FieldInfo &field : variant.fields)
        if (needsDrop(types.substitute(field.type, type->args)))
          return true;
    return false;
  }
  default:
    return false;
  }
}
