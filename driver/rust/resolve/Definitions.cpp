//===- Definitions.cpp - every item of every crate, by name ---------------===//

#include "driver/rust/resolve/Definitions.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

StringRef cratec::rust::describe(DefKind kind) {
  switch (kind) {
  case DefKind::Module:
    return "module";
  case DefKind::Struct:
    return "struct";
  case DefKind::Enum:
    return "enum";
  case DefKind::Variant:
    return "variant";
  case DefKind::Function:
    return "function";
  case DefKind::Method:
    return "method";
  case DefKind::TraitMethod:
    return "method";
  case DefKind::Const:
    return "constant";
  case DefKind::AssociatedConst:
    return "associated constant";
  case DefKind::Static:
    return "static";
  case DefKind::TypeAlias:
    return "type alias";
  case DefKind::AssociatedType:
    return "associated type";
  case DefKind::Trait:
    return "trait";
  case DefKind::Impl:
    return "implementation";
  }
  return "item";
}

std::optional<PrimitiveType> cratec::rust::findPrimitiveType(StringRef name) {
  return llvm::StringSwitch<std::optional<PrimitiveType>>(name)
      .Case("bool", PrimitiveType::Bool)
      .Case("char", PrimitiveType::Char)
      .Case("str", PrimitiveType::Str)
      .Case("i8", PrimitiveType::I8)
      .Case("i16", PrimitiveType::I16)
      .Case("i32", PrimitiveType::I32)
      .Case("i64", PrimitiveType::I64)
      .Case("isize", PrimitiveType::Isize)
      .Case("u8", PrimitiveType::U8)
      .Case("u16", PrimitiveType::U16)
      .Case("u32", PrimitiveType::U32)
      .Case("u64", PrimitiveType::U64)
      .Case("usize", PrimitiveType::Usize)
      .Case("f32", PrimitiveType::F32)
      .Case("f64", PrimitiveType::F64)
      .Default(std::nullopt);
}

// ---- lists ----

llvm::ArrayRef<DefId> Definitions::members(DefId parent) const {
  auto found = memberLists.find(parent);
  if (found != memberLists.end())
    return *found->second;
  if (defs[parent].kind != DefKind::Impl)
    return {};
  readMembers(parent);
  return *memberLists[parent];
}

DefId Definitions::member(DefId parent, StringRef name) const {
  for (DefId id : members(parent))
    if (defs[id].name == name)
      return id;
  return noDef;
}

void Definitions::readMembers(DefId impl) const {
  auto &list = memberLists[impl] = std::make_unique<std::vector<DefId>>();
  const auto &item = *llvm::cast<ast::ImplItem>(defs[impl].item);
  for (const ast::Item *member : item.items()) {
    DefKind kind = llvm::isa<ast::FunctionItem>(member)    ? DefKind::Method
                   : llvm::isa<ast::TypeAliasItem>(member) ? DefKind::AssociatedType
                                                           : DefKind::AssociatedConst;
    auto id = static_cast<DefId>(defs.size());
    Def &def = defs.emplace_back();
    def.kind = kind;
    def.name = member->ident.name;
    def.span = member->ident.span;
    def.parent = impl;
    def.crate = defs[impl].crate;
    def.isPublic = member->isPublic || item.trait.has_value();
    def.item = member;
    scopeOf.push_back(noScope);
    byItem[member] = id;
    list->push_back(id);
  }
}

std::vector<DefId> Definitions::all(DefKind kind, CrateNumber crate) const {
  std::vector<DefId> result;
  if (kind == DefKind::Module)
    result.push_back(roots[crate]);
  for (DefId id = ranges[crate].begin; id != ranges[crate].end; ++id)
    if (defs[id].kind == kind)
      result.push_back(id);
  return result;
}

std::optional<LangItem> Definitions::langItemOf(DefId def) const {
  auto found = langOf.find(def);
  if (found == langOf.end())
    return std::nullopt;
  return found->second;
}

// ---- modules ----

DefId Definitions::moduleOf(DefId def) const {
  DefId module = defs[def].parent == noDef ? def : defs[def].parent;
  while (defs[module].kind != DefKind::Module)
    module = defs[module].parent;
  return module;
}

DefId Definitions::realModule(DefId module) const {
  while (isBlockModule(module))
    module = defs[module].parent;
  return module;
}

DefId Definitions::parentModule(DefId module) const {
  DefId parent = defs[module].parent;
  return parent == noDef ? noDef : realModule(parent);
}

bool Definitions::isInside(DefId fromModule, DefId owner) const {
  owner = realModule(defs[owner].kind == DefKind::Module ? owner : moduleOf(owner));
  DefId module = defs[fromModule].kind == DefKind::Module ? fromModule : moduleOf(fromModule);
  for (; module != noDef; module = defs[module].parent)
    if (module == owner)
      return true;
  return false;
}

bool Definitions::isVisible(DefId def, DefId fromModule) const {
  return defs[def].isPublic || isInside(fromModule, moduleOf(def));
}

std::optional<CrateNumber> Definitions::findCore() const {
  for (CrateNumber crate = 0; crate != crateInputs.size(); ++crate)
    if (crateInputs[crate].name == "core" && crateInputs[crate].ast)
      return crate;
  return std::nullopt;
}

// ---- names ----

const Definitions::Binding *Definitions::findBinding(DefId module, StringRef name,
                                                     Namespace space) const {
  if (scopeOf[module] == noScope)
    return nullptr;
  const auto &names = scopes[scopeOf[module]].names;
  auto found = names.find(name);
  if (found == names.end())
    return nullptr;
  const Binding &binding = found->second[static_cast<size_t>(space)];
  return binding.isBound() ? &binding : nullptr;
}

const Definitions::Binding *Definitions::findUnqualified(DefId module, StringRef name,
                                                         Namespace space, bool &failedGlob) const {
  for (;; module = defs[module].parent) {
    if (const Binding *found = findBinding(module, name, space))
      return found;
    failedGlob |= scopes[scopeOf[module]].hasFailedGlob;
    if (!isBlockModule(module))
      break;
  }
  DefId prelude = preludes[defs[module].crate];
  const Binding *found = prelude == noDef ? nullptr : findBinding(prelude, name, space);
  return found && mayUse(*found, module) ? found : nullptr;
}

std::optional<DefId> Definitions::lookupIn(DefId module, ast::Name name, Namespace space) const {
  const Binding *found = findBinding(module, name, space);
  if (!found || found->def == noDef)
    return std::nullopt;
  return found->def;
}

std::optional<DefId> Definitions::lookupUnqualified(DefId module, ast::Name name,
                                                    Namespace space) const {
  bool failedGlob = false;
  const Binding *found = findUnqualified(module, name, space, failedGlob);
  if (!found || found->def == noDef)
    return std::nullopt;
  return found->def;
}

std::string Definitions::path(DefId def) const {
  std::vector<StringRef> names;
  for (DefId id = def; id != noDef; id = defs[id].parent) {
    const Def &step = defs[id];
    if (step.parent == noDef && step.crate == localCrateNumber && !names.empty())
      break;
    if (!step.name.empty()) {
      names.push_back(step.name);
    } else if (auto *impl = llvm::dyn_cast_or_null<ast::ImplItem>(step.item)) {
      if (impl->type && impl->type->kind == ast::TypeExpr::Kind::Path)
        names.push_back(impl->type->path.last().ident.name);
    }
  }
  std::string result;
  for (StringRef name : llvm::reverse(names)) {
    if (!result.empty())
      result += "::";
    result += name;
  }
  return result;
}

// ---- features ----

const ast::MetaItem *Definitions::findAttribute(DefId def, StringRef name) const {
  return defs[def].item ? ast::findAttribute(defs[def].item->attributes, name) : nullptr;
}

bool Definitions::hasFeature(CrateNumber crate, StringRef feature) const {
  const ast::Crate *tree = crateInputs[crate].ast;
  if (!tree)
    return false;
  for (const ast::MetaItem &attribute : tree->root.attributes)
    if (attribute.name == "feature" && attribute.find(feature))
      return true;
  return false;
}

std::optional<StringRef> Definitions::missingFeature(DefId def) const {
  if (defs[def].crate == localCrateNumber)
    return std::nullopt;
  const ast::MetaItem *unstable = findAttribute(def, "unstable");
  const ast::MetaItem *feature = unstable ? unstable->find("feature") : nullptr;
  if (!feature || !feature->value || hasFeature(localCrateNumber, *feature->value))
    return std::nullopt;
  // The gate of everything that lies in the sysroot and is not the standard library.
  const ast::Crate *tree = crateInputs[defs[def].crate].ast;
  if (tree && defs[def].item == &tree->root && hasFeature(localCrateNumber, "rustc_private"))
    return std::nullopt;
  return StringRef(*feature->value);
}

void Definitions::reportUnstable(DefId def, Span span, const Reporter &report) const {
  std::optional<StringRef> feature = missingFeature(def);
  if (!feature)
    return;
  const ast::MetaItem *reason = findAttribute(def, "unstable")->find("reason");
  bool hasReason = reason && reason->value && !reason->value->empty();
  report
      .error(Code::E0658, span, "", "use of unstable library feature `{}`{}", feature->str(),
             hasReason ? ": " + *reason->value : std::string())
      .help("add `#![feature({})]` to the crate attributes to enable", feature->str());
}
