//===- ItemsSignatures.cpp - generics, signatures, types of values --------===//

#include "driver/rust/check/ItemsImplementation.h"

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;
using Implementation = Items::Implementation;

namespace {

const ast::Generics *writtenGenerics(const ast::Item *item) {
  if (!item)
    return nullptr;
  if (const auto *function = llvm::dyn_cast<ast::FunctionItem>(item))
    return &function->generics;
  if (const auto *alias = llvm::dyn_cast<ast::TypeAliasItem>(item))
    return &alias->generics;
  if (const auto *type = llvm::dyn_cast<ast::StructItem>(item))
    return &type->generics;
  if (const auto *type = llvm::dyn_cast<ast::EnumItem>(item))
    return &type->generics;
  if (const auto *impl = llvm::dyn_cast<ast::ImplItem>(item))
    return &impl->generics;
  if (const auto *trait = llvm::dyn_cast<ast::TraitItem>(item))
    return &trait->generics;
  return nullptr;
}

} // namespace

// ---- generics ----

const ItemGenerics &Implementation::generics(DefId def) {
  if (defs[def].kind == DefKind::Variant)
    def = defs[def].parent;
  Slot<ItemGenerics> &slot = genericsOf[def];
  // While bounds are read, the names are there already, and that is all they need.
  if (slot.state == Slot<ItemGenerics>::State::Empty) {
    slot.state = Slot<ItemGenerics>::State::Working;
    makeGenerics(def, slot.value);
    slot.state = Slot<ItemGenerics>::State::Done;
  }
  return slot.value;
}

void Implementation::makeGenerics(DefId def, ItemGenerics &made) {
  const Def &definition = defs[def];
  DefId parent = definition.parent;
  if (parent != noDef &&
      (defs[parent].kind == DefKind::Impl || defs[parent].kind == DefKind::Trait)) {
    const ItemGenerics &outer = generics(parent);
    made.parent = parent;
    made.parentCount = outer.count();
    made.names = outer.names;
    made.bounds = outer.bounds;
  }
  if (definition.kind == DefKind::Trait)
    made.names.push_back("Self");
  unsigned first = made.count();
  const ast::Generics *written = writtenGenerics(definition.item);
  if (definition.kind == DefKind::Module || !written)
    return;
  for (const ast::GenericParam &param : written->params)
    made.names.push_back(param.ident.name);
  if (definition.kind == DefKind::Trait) {
    TypeList identity = items.identityArguments(def);
    made.bounds.push_back({def, {identity.begin(), identity.end()}});
  }
  TypeScope scope{defs.moduleOf(def), def, {}};
  for (unsigned i = 0; i != written->params.size(); ++i) {
    Ty param = types.param(first + i, made.names[first + i]);
    for (const ast::Path &bound : written->params[i].bounds)
      if (bound.last().ident.name != "Sized")
        if (auto ref = lowerTraitRef(bound, param, scope))
          made.bounds.push_back(std::move(*ref));
  }
}

const TraitRefs &Implementation::supertraitsOf(DefId trait) {
  Slot<TraitRefs> &slot = supertraits[trait];
  if (slot.state != Slot<TraitRefs>::State::Empty)
    return slot.value;
  slot.state = Slot<TraitRefs>::State::Working;
  if (const auto *item = llvm::dyn_cast_or_null<ast::TraitItem>(defs[trait].item)) {
    TypeScope scope{defs.moduleOf(trait), trait, {}};
    for (const ast::Path &path : item->supertraits)
      if (path.last().ident.name != "Sized")
        if (auto ref = lowerTraitRef(path, types.param(0, "Self"), scope))
          slot.value.push_back(std::move(*ref));
  }
  slot.state = Slot<TraitRefs>::State::Done;
  return slot.value;
}

// ---- functions ----

const FunctionSignature &Implementation::signature(DefId def) {
  Slot<FunctionSignature> &slot = signatures[def];
  if (slot.state == Slot<FunctionSignature>::State::Working)
    sayCycle(slot, def, "computing function signature of");
  if (slot.state == Slot<FunctionSignature>::State::Empty) {
    slot.state = Slot<FunctionSignature>::State::Working;
    slot.value.result = types.error();
    makeSignature(def, slot.value);
    slot.state = Slot<FunctionSignature>::State::Done;
  }
  return slot.value;
}

void Implementation::makeSignature(DefId def, FunctionSignature &made) {
  const Def &definition = defs[def];
  if (definition.kind == DefKind::Struct || definition.kind == DefKind::Variant) {
    bool isVariant = definition.kind == DefKind::Variant;
    DefId type = isVariant ? definition.parent : def;
    const AdtInfo &info = adt(type);
    size_t index = isVariant ? definition.index : 0;
    if (index < info.variants.size())
      for (const FieldInfo &field : info.variants[index].fields)
        made.parameters.push_back(field.type);
    made.result = typeOf(type);
    made.isConst = true;
    return;
  }
  const auto *function = llvm::dyn_cast_or_null<ast::FunctionItem>(definition.item);
  if (!function)
    return;
  made.isConst = function->isConst;
  made.isVariadic = function->isVariadic;
  made.abi =
      abiOf(definition.externBlock ? std::optional(definition.externBlock->abi) : function->abi);
  made.isUnsafe = function->isUnsafe || definition.isForeign;
  TypeScope scope{defs.moduleOf(def), def, {}};
  made.hasSelf = function->self != ast::FunctionItem::Self::None && items.selfScopeOf(def) != noDef;
  if (made.hasSelf)
    made.parameters.push_back(selfParameter(*function, def, scope));
  for (const ast::Parameter &parameter : function->parameters)
    made.parameters.push_back(lowerType(parameter.type, scope));
  StringRef before = std::exchange(placeholderPlace, "return types");
  made.result = function->result ? lowerType(function->result, scope) : types.unit();
  placeholderPlace = before;
}

Ty Implementation::selfParameter(const ast::FunctionItem &function, DefId def,
                                 const TypeScope &scope) {
  using Self = ast::FunctionItem::Self;
  Ty self = selfTypeOf(items.selfScopeOf(def));
  switch (function.self) {
  case Self::None:
  case Self::Value:
    return self;
  case Self::Reference:
    return types.reference(self, false);
  case Self::MutableReference:
    return types.reference(self, true);
  case Self::Typed:
    break;
  }
  Ty type = lowerType(function.selfType, scope);
  if (type->hasError || self->hasError)
    return type;
  Ty pointee = type;
  DefId box = defs.langItem(LangItem::OwnedBox);
  while (pointee != self && (pointee->is(Type::Kind::Reference) || pointee->isAdt(box)) &&
         !pointee->args.empty())
    pointee = pointee->element();
  if (pointee == self)
    return type;
  reporterFor(def)
      .error(Code::E0307, function.selfType->span, "", "invalid `self` parameter type: `{}`",
             toString(type, defs))
      .note("type of `self` must be `Self` or a type that dereferences to it")
      .help("consider changing to `self`, `&self`, `&mut self`, or `self: Box<Self>`")
      .done();
  return types.error();
}

// ---- types ----

Ty Implementation::selfTypeOf(DefId selfScope) {
  if (selfScope == noDef)
    return types.error();
  if (defs[selfScope].kind == DefKind::Trait)
    return types.param(0, "Self");
  return typeOf(selfScope);
}

Ty Implementation::typeOf(DefId def) {
  DefKind kind = defs[def].kind;
  if (kind == DefKind::Variant)
    return typeOf(defs[def].parent);
  if (kind == DefKind::Impl) {
    Ty self = impl(def).self;
    return self ? self : types.error();
  }
  Slot<Ty> &slot = typesOf[def];
  if (slot.state == Slot<Ty>::State::Working) {
    sayCycle(slot, def,
             kind == DefKind::TypeAlias ? "expanding type alias" : "computing the type of");
    return types.error();
  }
  if (slot.state == Slot<Ty>::State::Empty) {
    slot.state = Slot<Ty>::State::Working;
    slot.value = types.error();
    slot.value = makeTypeOf(def);
    slot.state = Slot<Ty>::State::Done;
  }
  return slot.value;
}

Ty Implementation::makeTypeOf(DefId def) {
  const Def &definition = defs[def];
  TypeScope scope{defs.moduleOf(def), def, {}};
  switch (definition.kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    return types.adt(def, items.identityArguments(def));
  case DefKind::Trait:
    return types.param(0, "Self");
  case DefKind::Const:
  case DefKind::AssociatedConst:
  case DefKind::Static:
    if (const auto *value = llvm::dyn_cast_or_null<ast::ValueItem>(definition.item))
      return lowerType(value->type, scope);
    return types.error();
  case DefKind::AssociatedType:
    if (definition.parent != noDef && defs[definition.parent].kind == DefKind::Trait)
      return types.projection(items.identityArguments(definition.parent), def);
    [[fallthrough]];
  case DefKind::TypeAlias:
    if (const auto *alias = llvm::dyn_cast_or_null<ast::TypeAliasItem>(definition.item))
      return lowerType(alias->type, scope);
    return types.error();
  case DefKind::Function:
  case DefKind::Method:
  case DefKind::TraitMethod:
    return types.fnDef(def, items.identityArguments(def));
  case DefKind::Module:
  case DefKind::Variant:
  case DefKind::Impl:
    break;
  }
  return types.error();
}

// ---- impls ----

const ImplInfo &Implementation::impl(DefId def) {
  Slot<ImplInfo> &slot = impls[def];
  // `impl PartialEq<Self> for X` needs what is there already.
  if (slot.state != Slot<ImplInfo>::State::Empty)
    return slot.value;
  slot.state = Slot<ImplInfo>::State::Working;
  ImplInfo &made = slot.value;
  made.def = def;
  const auto *item = llvm::dyn_cast_or_null<ast::ImplItem>(defs[def].item);
  if (!item) {
    made.self = types.error();
    return made;
  }
  TypeScope scope{defs.moduleOf(def), def, {}};
  made.self = lowerType(item->type, scope);
  if (item->trait)
    made.trait = lowerTraitRef(*item->trait, made.self, scope);
  slot.state = Slot<ImplInfo>::State::Done;
  return made;
}
