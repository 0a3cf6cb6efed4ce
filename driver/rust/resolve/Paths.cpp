//===- Paths.cpp - what one path means ------------------------------------===//

#include "driver/rust/resolve/Paths.h"

using namespace cratec::rust;
using llvm::StringRef;

static PathResolution toDef(DefId def, size_t rest) {
  PathResolution result;
  result.kind = PathResolution::Kind::Def;
  result.def = def;
  result.rest = static_cast<unsigned>(rest);
  return result;
}

PathResolver::PathResolver(const Definitions &defs, const ast::Path &path, Namespace space,
                           DefId module, DefId selfScope, StringRef wanted, const Reporter &report)
    : defs(defs), path(path), space(space), module(module), selfScope(selfScope), wanted(wanted),
      report(report), words(defs, report), isChecked(defs[module].crate == localCrateNumber) {
  if (selfScope == noDef)
    return;
  auto *impl = llvm::dyn_cast_or_null<ast::ImplItem>(defs[selfScope].item);
  if (impl && impl->isDerived)
    isChecked = false;
}

PathResolution PathResolver::run() {
  if (path.segments.empty())
    return {};
  DefId root = defs.crateRoot(defs[module].crate);
  if (path.global)
    return walk(root, 0);
  StringRef first = segment(0).name;
  // Of generated code, which may name what its place could not.
  if (first == "$core") {
    isChecked = false;
    std::optional<CrateNumber> core = defs.findCore();
    return core ? walk(defs.crateRoot(*core), 1) : missingFirst();
  }
  if (first == "$crate") {
    isChecked = false;
    return walk(root, 1);
  }
  if (first == "$test") {
    isChecked = false;
    const auto &externs = defs.crates()[defs[module].crate].externs;
    auto test = externs.find("test");
    return test != externs.end() ? walk(defs.crateRoot(test->second), 1) : missingFirst();
  }
  if (first == "self" || first == "super")
    return relative();
  if (first == "Self")
    return ofSelf();
  return count() == 1 ? single() : firstOfMany();
}

// ---- the first segment ----

PathResolution PathResolver::primitive(PrimitiveType type) {
  if (count() == 1 && (wanted == "trait" || wanted.starts_with("struct")))
    return wrongKind("builtin type", noDef);
  PathResolution result;
  result.kind = PathResolution::Kind::Primitive;
  result.primitive = type;
  result.rest = static_cast<unsigned>(count() - 1);
  return result;
}

PathResolution PathResolver::single() {
  StringRef name = segment(0).name;
  bool failedGlob = false;
  const Binding *found = defs.findUnqualified(module, name, space, failedGlob);
  if (found && found->def == noDef)
    return {};
  if (space == Namespace::Type) {
    // A module of that name (`use std::u8`) hides no type.
    bool isHidden = found && defs[found->def].kind != DefKind::Module;
    if (std::optional<PrimitiveType> type = findPrimitiveType(name); type && !isHidden)
      return primitive(*type);
  }
  if (!found)
    return failedGlob ? PathResolution() : missingSingle();
  use(*found, 0);
  return finish(found->def);
}

PathResolution PathResolver::firstOfMany() {
  StringRef name = segment(0).name;
  bool failedGlob = false;
  const Binding *found = defs.findUnqualified(module, name, Namespace::Type, failedGlob);
  if (found) {
    if (found->def == noDef)
      return {};
    use(*found, 0);
    return walk(found->def, 1);
  }
  if (std::optional<PrimitiveType> type = findPrimitiveType(name))
    return primitive(*type);
  const auto &externs = defs.crates()[defs[module].crate].externs;
  if (auto crate = externs.find(name.str()); crate != externs.end())
    return walk(defs.crateRoot(crate->second), 1);
  return failedGlob ? PathResolution() : missingFirst();
}

PathResolution PathResolver::relative() {
  DefId from = defs.realModule(module);
  size_t index = segment(0).name == "self" ? 1 : 0;
  for (; index != count() && segment(index).name == "super"; ++index) {
    DefId parent = defs.parentModule(from);
    if (parent == noDef)
      return tooManySupers(index);
    from = parent;
  }
  if (index == count())
    return space == Namespace::Value ? selfIsModule() : finish(from);
  return walk(from, index);
}

PathResolution PathResolver::ofSelf() {
  if (selfScope == noDef)
    return noSelfType();
  PathResolution result;
  result.kind = PathResolution::Kind::SelfType;
  result.def = selfScope;
  result.rest = static_cast<unsigned>(count() - 1);
  return result;
}

// ---- the others ----

PathResolution PathResolver::walk(DefId current, size_t index) {
  for (; index != count(); ++index) {
    DefKind kind = defs[current].kind;
    if (kind == DefKind::Variant)
      return throughVariant(current, index);
    if (kind != DefKind::Module && kind != DefKind::Enum)
      return toDef(current, count() - index);
    bool isLast = index + 1 == count();
    Namespace here = isLast ? space : Namespace::Type;
    StringRef name = segment(index).name;
    const Binding *found = defs.findBinding(current, name, here);
    if (found && found->def == noDef)
      return {};
    if (found) {
      use(*found, index);
      current = found->def;
      continue;
    }
    if (kind == DefKind::Enum) {
      bool isStructVariant = isLast && defs.findBinding(current, name, Namespace::Type);
      return isStructVariant ? structVariant() : toDef(current, count() - index);
    }
    std::optional<PrimitiveType> type = findPrimitiveType(segment(0).name);
    if (type && index == 1 && !path.global)
      return primitive(*type);
    if (defs.scopes[defs.scopeOf[current]].hasFailedGlob)
      return {};
    return isLast ? missingLast(current) : missingMiddle(current, index);
  }
  return finish(current);
}

bool PathResolver::isSuitable(DefId def) const {
  DefKind kind = defs[def].kind;
  if (wanted == "trait")
    return kind == DefKind::Trait;
  if (wanted == "type")
    return kind != DefKind::Module && kind != DefKind::Variant;
  if (wanted.starts_with("struct"))
    return kind == DefKind::Struct || kind == DefKind::Variant || kind == DefKind::TypeAlias;
  return true;
}

PathResolution PathResolver::finish(DefId def) {
  if (!isSuitable(def))
    return wrongKind(words.noun(def, space), def);
  return toDef(def, 0);
}

/// Checks what may be wrong with a name that was found.
void PathResolver::use(const Binding &binding, size_t index) {
  if (!isChecked)
    return;
  Namespace here = index + 1 == count() ? space : Namespace::Type;
  if (binding.other != noDef)
    words.ambiguous(binding, segment(index));
  else if (!defs.mayUse(binding, module))
    words.notVisible(binding, here, segment(index));
  // An import has been told of when it was resolved.
  bool isImported = index == 0 && !path.global && binding.origin == Binding::Origin::Import;
  const Def &def = defs[binding.def];
  bool isSaid = def.parent == noDef && defs.unstableSaid[def.crate];
  if (!isImported && !isSaid)
    defs.reportUnstable(binding.def, segment(index).span, report);
}

PathResolution Definitions::resolvePath(const ast::Path &path, Namespace space, DefId module,
                                        DefId selfScope, StringRef wanted,
                                        const Reporter &report) const {
  return PathResolver(*this, path, space, module, selfScope, wanted, report).run();
}
