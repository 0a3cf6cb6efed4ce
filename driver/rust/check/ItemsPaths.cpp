//===- ItemsPaths.cpp - paths that name types -----------------------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;
using Implementation = Items::Implementation;

std::optional<unsigned> Implementation::findParameter(StringRef name, DefId owner) {
  if (owner == noDef)
    return std::nullopt;
  const ItemGenerics &scope = generics(owner);
  // Inner parameters hide outer ones; that they may not is said elsewhere.
  for (unsigned i = scope.count(); i-- != 0;)
    if (scope.names[i] == name && name != "Self")
      return i;
  return std::nullopt;
}

Ty Implementation::lowerPath(const ast::Path &path, const TypeScope &scope) {
  if (path.segments.empty())
    return types.error();
  const ast::PathSegment &first = path.segments.front();
  if (!path.global) {
    if (auto index = findParameter(first.ident.name, scope.owner)) {
      Ty parameter = types.param(*index, first.ident.name);
      if (sayForbiddenArguments(path, path.segments.size(), scope, "type parameter"))
        return types.error();
      if (path.segments.size() == 1)
        return parameter;
      if (path.segments.size() == 2)
        return projectParameter(parameter, path.segments[1], scope);
      reporterFor(scope.module)
          .error(Code::E0223, path.span, "", "ambiguous associated type")
          .done();
      return types.error();
    }
    bool isTypeItself =
        first.ident.name == "Self" && path.isSingle() && scope.owner != noDef &&
        (defs[scope.owner].kind == DefKind::Struct || defs[scope.owner].kind == DefKind::Enum);
    if (isTypeItself)
      return typeOf(scope.owner);
    if (path.isSingle() && sayOuterParameter(path, scope))
      return types.error();
  }
  PathResolution found =
      defs.resolvePath(path, Namespace::Type, scope.module, items.selfScopeOf(scope.owner), "type",
                       reporterFor(scope.module));
  return lowerResolved(path, found, scope);
}

Ty Implementation::lowerResolved(const ast::Path &path, const PathResolution &found,
                                 const TypeScope &scope) {
  const Reporter &report = reporterFor(scope.module);
  size_t count = path.segments.size();
  switch (found.kind) {
  case PathResolution::Kind::Error:
    return types.error();
  case PathResolution::Kind::SelfType:
    if (sayForbiddenArguments(path, count, scope, "self type"))
      return types.error();
    if (found.rest == 0)
      return selfTypeOf(found.def);
    if (found.rest == 1)
      return projectSelf(found.def, path.last(), scope);
    break;
  case PathResolution::Kind::Primitive:
    if (sayForbiddenArguments(path, count, scope, "builtin type"))
      return types.error();
    if (found.rest == 0)
      return types.primitive(found.primitive);
    break;
  case PathResolution::Kind::Def:
    if (found.rest == 0)
      return lowerDefPath(path, found.def, scope);
    break;
  }
  report.error(Code::E0223, path.span, "", "ambiguous associated type").done();
  return types.error();
}

Ty Implementation::lowerDefPath(const ast::Path &path, DefId def, const TypeScope &scope) {
  const Reporter &report = reporterFor(scope.module);
  if (sayForbiddenArguments(path, path.segments.size() - 1, scope, "module"))
    return types.error();
  switch (defs[def].kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    return types.adt(def, lowerArguments(path.last(), def, scope));
  case DefKind::TypeAlias: {
    std::vector<Ty> args = lowerArguments(path.last(), def, scope);
    return normalize(types.substitute(typeOf(def), args), {}, 0);
  }
  case DefKind::Trait:
    report
        .error(Code::D01, path.span, "not of the dialect", "trait objects are outside the dialect")
        .help("`SUBSET.md` lists what the dialect holds")
        .done();
    return types.error();
  default: {
    auto error = report.error(Code::E0573, path.span, "not a type", "expected type, found {} `{}`",
                              describe(defs[def].kind).str(), path.toString());
    if (defs[def].kind == DefKind::Variant)
      error.help("try using the variant's enum: `{}`", defs.path(defs[def].parent));
    return types.error();
  }
  }
}

/// E0109 for generic arguments on segments before `allowed`.
bool Implementation::sayForbiddenArguments(const ast::Path &path, size_t allowed,
                                           const TypeScope &scope, const std::string &what) {
  bool isSaid = false;
  for (size_t i = 0; i != allowed; ++i) {
    const ast::PathSegment &segment = path.segments[i];
    if (segment.arguments.empty())
      continue;
    Span span = segment.arguments.front()->span.to(segment.arguments.back()->span);
    reporterFor(scope.module)
        .error(Code::E0109, span, "type argument not allowed",
               "type arguments are not allowed on {} `{}`", what, segment.ident.name.str())
        .done();
    isSaid = true;
  }
  return isSaid;
}

/// E0401: the name is a parameter of an item around the one it is used in.
bool Implementation::sayOuterParameter(const ast::Path &path, const TypeScope &scope) {
  if (defs[scope.module].crate != localCrateNumber)
    return false;
  StringRef name = path.last().ident.name;
  bool isSelf = name == "Self";
  if (isSelf ? items.selfScopeOf(scope.owner) != noDef
             : defs.lookupUnqualified(scope.module, name, Namespace::Type).has_value() ||
                   findPrimitiveType(name).has_value())
    return false;
  // Items stand within each other as their texts do.
  for (DefId def = 0; def != defs.size(); ++def) {
    const Def &outer = defs[def];
    if (outer.crate != localCrateNumber || !outer.item || def == scope.owner ||
        outer.kind == DefKind::Module || outer.kind == DefKind::Variant ||
        outer.item->span.begin >= path.span.begin || outer.item->span.end < path.span.end)
      continue;
    bool isFound = isSelf ? outer.kind == DefKind::Impl : findParameter(name, def).has_value();
    if (!isFound)
      continue;
    std::string what = isSelf ? "`Self`" : "generic parameter";
    auto error =
        reporterFor(scope.module)
            .error(Code::E0401, path.span, fmt::format("use of {} from outer item", what),
                   "can't use {} from outer item", isSelf ? "`Self`" : "generic parameters");
    reporterFor(scope.module)
        .label(error, headSpan(*outer.item, items.report.sources), "outer item");
    error
        .note("nested items are independent from their parent item for everything except for "
              "privacy and name resolution")
        .done();
    return true;
  }
  return false;
}

// ---- associated types ----

DefId Implementation::traitMember(DefId trait, StringRef name) const {
  for (DefId member : defs.members(trait))
    if (defs[member].name == name)
      return member;
  return noDef;
}

Ty Implementation::projectParameter(Ty parameter, const ast::PathSegment &segment,
                                    const TypeScope &scope) {
  TraitRefs bounds = generics(scope.owner).bounds;
  for (const TraitRef &bound : bounds) {
    if (bound.args.empty() || bound.args[0] != parameter)
      continue;
    for (const TraitRef &super : elaborate(bound)) {
      DefId member = traitMember(super.trait, segment.ident.name);
      if (member != noDef && defs[member].kind == DefKind::AssociatedType)
        return types.projection(TypeList(super.args), member);
    }
  }
  std::string name = segment.ident.name.str();
  reporterFor(scope.module)
      .error(Code::E0220, segment.ident.span, fmt::format("associated type `{}` not found", name),
             "associated type `{}` not found for `{}`", name, parameter->name.str())
      .done();
  return types.error();
}

Ty Implementation::projectSelf(DefId selfScope, const ast::PathSegment &segment,
                               const TypeScope &scope) {
  StringRef name = segment.ident.name;
  if (defs[selfScope].kind == DefKind::Trait)
    return projectParameter(types.param(0, "Self"), segment, {scope.module, selfScope, {}});
  const ImplInfo &info = impl(selfScope);
  DefId own = defs.member(selfScope, name);
  if (own != noDef && defs[own].kind == DefKind::AssociatedType)
    return typeOf(own);
  if (info.self && info.self->hasError)
    return types.error();
  // Of a trait that the impl's trait rests on.
  if (info.trait)
    for (const TraitRef &super : elaborate(*info.trait)) {
      DefId member = traitMember(super.trait, name);
      if (member != noDef && defs[member].kind == DefKind::AssociatedType)
        return normalize(types.projection(TypeList(super.args), member), generics(selfScope).bounds,
                         0);
    }
  if (info.self && info.self->is(Type::Kind::Param))
    return projectParameter(info.self, segment, {scope.module, selfScope, {}});
  reporterFor(scope.module)
      .error(Code::E0220, segment.ident.span,
             fmt::format("associated type `{}` not found", name.str()),
             "associated type `{}` not found for `Self`", name.str())
      .done();
  return types.error();
}
