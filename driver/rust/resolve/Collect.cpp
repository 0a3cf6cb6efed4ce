//===- Collect.cpp - numbers the definitions of a crate -------------------===//

#include "driver/rust/resolve/Collect.h"

#include "driver/rust/resolve/Blocks.h"

using namespace cratec::rust;
using namespace linkcheck;
using llvm::cast;
using llvm::StringRef;

// ---- entering ----

DefId DefinitionCollector::add(DefKind kind, ast::Name name, Span span, DefId parent, bool isPublic,
                               const ast::Item *item) {
  DefId id = static_cast<DefId>(defs.defs.size());
  Def def;
  def.kind = kind;
  def.name = name;
  def.span = span;
  def.parent = parent;
  def.crate = crate;
  def.isPublic = isPublic;
  def.item = item;
  defs.defs.push_back(def);
  defs.scopeOf.push_back(Definitions::noScope);
  return id;
}

DefId DefinitionCollector::add(DefKind kind, const ast::Item &item, DefId parent) {
  Span span = item.ident.span.isKnown() ? item.ident.span : item.span;
  DefId id = add(kind, item.ident.name, span, parent, item.isPublic, &item);
  defs.byItem[&item] = id;
  return id;
}

void DefinitionCollector::openScope(DefId def) {
  defs.scopeOf[def] = static_cast<uint32_t>(defs.scopes.size());
  defs.scopes.emplace_back();
}

/// The first meaning stays, and the second is said to be a mistake where it is new: not when
/// the same item met with the same other item in the other namespace.
void DefinitionCollector::bind(DefId module, ast::Name name, Namespace space, Binding binding) {
  Binding &slot = defs.scopes[defs.scopeOf[module]].names[name][static_cast<size_t>(space)];
  if (!slot.isBound()) {
    slot = binding;
    return;
  }
  if (crate != localCrateNumber || name.empty() || defs[module].kind != DefKind::Module)
    return;
  if (space == Namespace::Value && binding.def != noDef) {
    const Binding *type = defs.findBinding(module, name, Namespace::Type);
    bool isSaid = type && type->def != binding.def && defs[binding.def].kind == DefKind::Struct;
    if (isSaid)
      return;
  }
  words.conflict(module, name, space, words.party(slot), words.party(binding));
}

void DefinitionCollector::bindItem(DefId def, DefId module, bool inType, bool inValue) {
  Binding binding;
  binding.origin = Binding::Origin::Item;
  binding.def = def;
  binding.visibleIn = defs[def].isPublic ? noDef : module;
  StringRef name = defs[def].name;
  if (inType)
    bind(module, name, Namespace::Type, binding);
  if (!inValue)
    return;
  // A constructor is as private as the most private of its fields.
  if (auto *item = llvm::dyn_cast<ast::StructItem>(defs[def].item))
    for (const ast::FieldDecl &field : item->fields)
      if (!field.isPublic)
        binding.visibleIn = module;
  bind(module, name, Namespace::Value, binding);
}

// ---- crates ----

void DefinitionCollector::addRoot() {
  const CrateInput &input = defs.crateInputs[crate];
  const ast::Item *item = input.ast ? &input.ast->root : nullptr;
  Span span = item ? item->ident.span : Span{};
  DefId root = add(DefKind::Module, input.name, span, noDef, true, item);
  defs.roots.push_back(root);
  openScope(root);
  if (item)
    defs.byItem[item] = root;
}

void DefinitionCollector::run() {
  DefId begin = static_cast<DefId>(defs.defs.size());
  if (const ast::Crate *tree = defs.crateInputs[crate].ast) {
    addImplicitCrate(defs.roots[crate]);
    collectItems(tree->root.items, defs.roots[crate]);
  }
  defs.ranges.push_back({begin, static_cast<DefId>(defs.defs.size())});
}

void DefinitionCollector::addImplicitCrate(DefId root) {
  const CrateInput &input = defs.crateInputs[crate];
  if (input.name == "core" || defs.findAttribute(root, "no_core"))
    return;
  StringRef name = defs.findAttribute(root, "no_std") ? "core" : "std";
  auto found = input.externs.find(name.str());
  if (found == input.externs.end())
    return;
  Binding binding;
  binding.origin = Binding::Origin::ExternCrate;
  binding.def = defs.roots[found->second];
  binding.visibleIn = root;
  bind(root, name, Namespace::Type, binding);
}

void DefinitionCollector::collectExternCrate(const ast::ExternCrateItem &item, DefId module) {
  Binding binding;
  binding.origin = Binding::Origin::ExternCrate;
  binding.span = item.span;
  binding.visibleIn = item.isPublic ? noDef : module;
  const CrateInput &input = defs.crateInputs[crate];
  auto found = input.externs.find(item.crate.str());
  // Where it is not there, who looked for it has said so.
  if (found != input.externs.end())
    binding.def = defs.roots[found->second];
  if (crate == localCrateNumber && binding.def != noDef && defs.missingFeature(binding.def)) {
    defs.reportUnstable(binding.def, item.ident.span, report);
    defs.unstableSaid[found->second] = true;
  }
  bind(module, item.ident.name, Namespace::Type, binding);
}

// ---- items ----

void DefinitionCollector::collectItems(llvm::ArrayRef<const ast::Item *> items, DefId module) {
  for (const ast::Item *item : items)
    collect(*item, module);
}

void DefinitionCollector::collect(const ast::Item &item, DefId module) {
  using Kind = ast::Item::Kind;
  switch (item.kind) {
  case Kind::ExternCrate:
    collectExternCrate(*cast<ast::ExternCrateItem>(&item), module);
    return;
  case Kind::Use:
    imports.push_back({cast<ast::UseItem>(&item), module, crate});
    return;
  case Kind::Module:
    collectModule(*cast<ast::Module>(&item), module);
    return;
  case Kind::Function:
    collectFunction(*cast<ast::FunctionItem>(&item), module);
    return;
  case Kind::Const:
  case Kind::Static:
    bindItem(add(item.kind == Kind::Const ? DefKind::Const : DefKind::Static, item, module), module,
             false, true);
    walkValue(*cast<ast::ValueItem>(&item), module);
    return;
  case Kind::TypeAlias:
    bindItem(add(DefKind::TypeAlias, item, module), module, true, false);
    walk(module, cast<ast::TypeAliasItem>(&item)->type);
    return;
  case Kind::Struct:
    collectStruct(*cast<ast::StructItem>(&item), module);
    return;
  case Kind::Enum:
    collectEnum(*cast<ast::EnumItem>(&item), module);
    return;
  case Kind::Impl:
    collectImpl(*cast<ast::ImplItem>(&item), module);
    return;
  case Kind::Trait:
    collectTrait(*cast<ast::TraitItem>(&item), module);
    return;
  case Kind::Extern:
    collectExternBlock(*cast<ast::ExternItem>(&item), module);
    return;
  }
}

void DefinitionCollector::collectModule(const ast::Module &item, DefId module) {
  DefId def = add(DefKind::Module, item, module);
  openScope(def);
  bindItem(def, module, true, false);
  collectItems(item.items, def);
}

void DefinitionCollector::collectFunction(const ast::FunctionItem &item, DefId module) {
  bindItem(add(DefKind::Function, item, module), module, false, true);
  walkFunction(item, module);
}

void DefinitionCollector::collectStruct(const ast::StructItem &item, DefId module) {
  bindItem(add(DefKind::Struct, item, module), module, true, item.style != ast::FieldStyle::Named);
  walkFields(item.fields, module);
}

void DefinitionCollector::collectEnum(const ast::EnumItem &item, DefId module) {
  DefId def = add(DefKind::Enum, item, module);
  openScope(def);
  bindItem(def, module, true, false);
  std::vector<DefId> variants;
  for (const ast::VariantDecl &variant : item.variants) {
    DefId id =
        add(DefKind::Variant, variant.ident.name, variant.ident.span, def, item.isPublic, &item);
    defs.defs[id].index = static_cast<unsigned>(variants.size());
    variants.push_back(id);
    Binding binding;
    binding.origin = Binding::Origin::Item;
    binding.def = id;
    binding.visibleIn = item.isPublic ? noDef : module;
    bind(def, variant.ident.name, Namespace::Type, binding);
    if (variant.style != ast::FieldStyle::Named)
      bind(def, variant.ident.name, Namespace::Value, binding);
  }
  defs.memberLists[def] = std::make_unique<std::vector<DefId>>(std::move(variants));
  for (const ast::VariantDecl &variant : item.variants) {
    walkFields(variant.fields, module);
    walk(module, variant.discriminant);
  }
}

void DefinitionCollector::addMember(DefKind kind, const ast::Item &item, DefId parent,
                                    bool isPublic) {
  DefId id = add(kind, item, parent);
  defs.defs[id].isPublic |= isPublic;
  auto &list = defs.memberLists[parent];
  if (!list)
    list = std::make_unique<std::vector<DefId>>();
  list->push_back(id);
}

void DefinitionCollector::collectImpl(const ast::ImplItem &item, DefId module) {
  DefId def = add(DefKind::Impl, item, module);
  walk(module, item.type);
  // What is unread holds no block that has items.
  if (item.members.isUnread())
    return;
  for (DefId member : defs.members(def)) {
    const ast::Item *inside = defs[member].item;
    if (auto *function = llvm::dyn_cast<ast::FunctionItem>(inside))
      walkFunction(*function, module);
    else if (auto *value = llvm::dyn_cast<ast::ValueItem>(inside))
      walkValue(*value, module);
    else if (auto *alias = llvm::dyn_cast<ast::TypeAliasItem>(inside))
      walk(module, alias->type);
  }
}

void DefinitionCollector::collectTrait(const ast::TraitItem &item, DefId module) {
  DefId def = add(DefKind::Trait, item, module);
  bindItem(def, module, true, false);
  for (const ast::TypeAliasItem *type : item.types)
    addMember(DefKind::AssociatedType, *type, def, true);
  for (const ast::FunctionItem *method : item.methods) {
    addMember(DefKind::TraitMethod, *method, def, true);
    walkFunction(*method, module);
  }
}

void DefinitionCollector::collectExternBlock(const ast::ExternItem &item, DefId module) {
  for (const ast::Item *inside : item.items) {
    bool isFunction = inside->kind == ast::Item::Kind::Function;
    if (!isFunction && inside->kind != ast::Item::Kind::Static)
      continue;
    DefId id = add(isFunction ? DefKind::Function : DefKind::Static, *inside, module);
    defs.defs[id].isForeign = true;
    defs.defs[id].externBlock = &item;
    bindItem(id, module, false, true);
  }
}

// ---- blocks ----

template <typename... Nodes> void DefinitionCollector::walk(DefId module, const Nodes *...nodes) {
  auto found = [&](const ast::Block &block) { enterBlock(block, module); };
  BlockWalker walker(found);
  (walker.walk(nodes), ...);
}

void DefinitionCollector::walkFunction(const ast::FunctionItem &function, DefId module) {
  for (const ast::Parameter &parameter : function.parameters)
    walk(module, parameter.type);
  walk(module, function.result);
  if (!function.body.isUnread())
    walk(module, function.body.get());
}

void DefinitionCollector::walkFields(llvm::ArrayRef<ast::FieldDecl> fields, DefId module) {
  for (const ast::FieldDecl &field : fields)
    walk(module, field.type);
}

void DefinitionCollector::walkValue(const ast::ValueItem &value, DefId module) {
  walk(module, value.type, value.value);
}

void DefinitionCollector::enterBlock(const ast::Block &block, DefId module) {
  DefId def = add(DefKind::Module, {}, block.span, module, false, nullptr);
  defs.byBlock[&block] = def;
  openScope(def);
  collectItems(block.items, def);
  auto found = [&](const ast::Block &inner) { enterBlock(inner, def); };
  BlockWalker walker(found);
  walker.walkContents(block);
}
