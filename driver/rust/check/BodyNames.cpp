//===- BodyNames.cpp - what paths in a body mean ----------------------------===//

#include "driver/rust/check/Body.h"
#include "driver/rust/check/BodyOuter.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

std::optional<thir::LocalIndex> BodyChecker::findLocal(llvm::StringRef name) const {
  for (size_t i = bindings.size(); i-- > 0;)
    if (bindings[i].name == name)
      return bindings[i].local;
  return std::nullopt;
}

std::optional<unsigned> BodyChecker::findTypeParameter(llvm::StringRef name) {
  for (unsigned index = 0; index != typeParameters.size(); ++index)
    if (typeParameters[index] == name)
      return index;
  return std::nullopt;
}

Items::TypeScope BodyChecker::typeScope() {
  Items::TypeScope scope;
  scope.module = module;
  scope.owner = owner;
  scope.inferHole = [this](Span) { return infer.fresh(); };
  return scope;
}

Ty BodyChecker::lowerType(const ast::TypeExpr &type) {
  return normalize(items.lowerType(type, typeScope()), type.span);
}

// ---- values ----

BodyChecker::Value BodyChecker::resolveValue(const ast::Path &path, llvm::StringRef wanted) {
  if (path.isSingle())
    return resolveSingle(path, wanted);
  llvm::StringRef first = path.segments.front().ident.name;
  if (!path.global && path.segments.size() == 2 && first != "Self")
    if (auto index = findTypeParameter(first))
      return resolveOfType(types.param(*index, first), path.last(), path.span);
  PathResolution resolution =
      defs.resolvePath(path, Namespace::Value, module, selfScope, wanted, report);
  if (resolution.kind == PathResolution::Kind::Error) {
    hasErrors = true;
    return {};
  }
  if (resolution.rest == 0 && resolution.kind == PathResolution::Kind::Def)
    return valueOfDef(resolution.def, path);
  return resolveRest(path, resolution);
}

BodyChecker::Value BodyChecker::resolveSingle(const ast::Path &path, llvm::StringRef wanted) {
  llvm::StringRef name = path.last().ident.name;
  Value value;
  if (auto local = findLocal(name)) {
    value.kind = Value::Kind::Local;
    value.local = *local;
    return value;
  }
  if (name == "Self" && selfScope != noDef && defs[selfScope].kind == DefKind::Impl) {
    Ty self = items.impl(selfScope).self;
    if (self->is(Type::Kind::Adt) && !items.adt(self->def).isEnum &&
        items.adt(self->def).only().style != ast::FieldStyle::Named) {
      value.kind = Value::Kind::Def;
      value.def = self->def;
      value.args = self->args.vec();
      return value;
    }
  }
  std::optional<DefId> found = defs.lookupUnqualified(module, name, Namespace::Value);
  if (found && *found != noDef)
    return valueOfDef(*found, path);
  hasErrors = true;
  if (!found)
    reportUnknownValue(path, wanted);
  return value;
}

BodyChecker::Value BodyChecker::valueOfDef(DefId def, const ast::Path &path) {
  Value value;
  value.kind = Value::Kind::Def;
  value.def = def;
  const ast::PathSegment *segment = &path.last();
  switch (defs[def].kind) {
  case DefKind::Function:
    value.args = items.lowerArguments(*segment, def, typeScope());
    break;
  case DefKind::Struct:
    if (items.adt(def).only().style == ast::FieldStyle::Named)
      break;
    value.args = items.lowerArguments(*segment, def, typeScope());
    break;
  case DefKind::Variant:
    if (!segment->hasArguments && path.segments.size() > 1)
      segment = &path.segments[path.segments.size() - 2];
    value.args = items.lowerArguments(*segment, defs[def].parent, typeScope());
    break;
  case DefKind::Const:
  case DefKind::Static:
    break;
  case DefKind::TraitMethod:
    return resolveOfTrait(defs[def].parent, *segment);
  case DefKind::Method:
  case DefKind::AssociatedConst:
    value.args = infer.freshList(items.generics(defs[def].parent).count());
    if (defs[def].kind == DefKind::Method)
      for (Ty own : items.lowerArguments(*segment, def, typeScope()))
        value.args.push_back(own);
    break;
  default:
    reportNotAValue(def, path, "value");
    return {};
  }
  for (Ty &arg : value.args)
    arg = normalize(arg, path.span);
  requireBounds(defs[def].kind == DefKind::Variant ? defs[def].parent : def, value.args, path.span);
  return value;
}

std::optional<Ty> BodyChecker::baseType(const ast::Path &path, const PathResolution &resolution) {
  switch (resolution.kind) {
  case PathResolution::Kind::Primitive:
    return types.primitive(resolution.primitive);
  case PathResolution::Kind::SelfType:
    if (defs[resolution.def].kind == DefKind::Trait)
      return types.param(0, "Self");
    return items.impl(resolution.def).self;
  case PathResolution::Kind::Error:
    return std::nullopt;
  case PathResolution::Kind::Def:
    break;
  }
  size_t at =
      path.segments.size() - 1 - std::min<size_t>(resolution.rest, path.segments.size() - 1);
  DefKind kind = defs[resolution.def].kind;
  if (kind != DefKind::Struct && kind != DefKind::Enum && kind != DefKind::TypeAlias)
    return std::nullopt;
  std::vector<Ty> args = items.lowerArguments(path.segments[at], resolution.def, typeScope());
  Ty generic = items.typeOf(resolution.def);
  return normalize(types.substitute(generic, args), path.span);
}

BodyChecker::Value BodyChecker::resolveRest(const ast::Path &path,
                                            const PathResolution &resolution) {
  if (resolution.kind == PathResolution::Kind::Def && defs[resolution.def].kind == DefKind::Trait &&
      resolution.rest == 1)
    return resolveOfTrait(resolution.def, path.last());
  std::optional<Ty> base = baseType(path, resolution);
  if (base && resolution.rest == 1)
    return resolveOfType(*base, path.last(), path.span);
  hasErrors = true;
  if (base && resolution.rest == 0 && (*base)->is(Type::Kind::Adt))
    reportNotAValue((*base)->def, path, "value");
  else if (base && resolution.rest == 0)
    report
        .error(Code::E0423, path.span, "not a value", "expected value, found builtin type `{}`",
               path.toString())
        .done();
  else if (!base || !(*base)->hasError)
    report.error(Code::E0223, path.span, "", "ambiguous associated type").done();
  return {};
}

BodyChecker::Value BodyChecker::resolveOfTrait(DefId trait, const ast::PathSegment &segment) {
  std::optional<DefId> member = memberNamed(trait, segment.ident.name);
  if (!member || defs[*member].kind != DefKind::TraitMethod) {
    hasErrors = true;
    report
        .error(Code::E0576, segment.ident.span, "",
               "cannot find method or associated constant "
               "`{}` in trait `{}`",
               segment.ident.name.str(), defs[trait].name.str())
        .done();
    return {};
  }
  Value value;
  value.kind = Value::Kind::Def;
  value.def = *member;
  value.args = infer.freshList(items.generics(trait).count());
  for (Ty own : items.lowerArguments(segment, *member, typeScope()))
    value.args.push_back(normalize(own, segment.ident.span));
  requireBounds(*member, value.args, segment.ident.span);
  return value;
}

BodyChecker::Value BodyChecker::resolveOfType(Ty base, const ast::PathSegment &segment, Span span) {
  base = known(base);
  llvm::StringRef name = segment.ident.name;
  Value value;
  if (base->is(Type::Kind::Error))
    return value;
  if (base->is(Type::Kind::Adt) && items.adt(base->def).isEnum)
    for (const VariantInfo &variant : items.adt(base->def).variants)
      if (variant.name == name) {
        value.kind = Value::Kind::Def;
        value.def = variant.def;
        value.args = base->args.vec();
        return value;
      }
  std::optional<Pick> pick = chooseCandidate(lookup(base, name));
  if (!pick) {
    hasErrors = true;
    bool isEnum = base->is(Type::Kind::Adt) && items.adt(base->def).isEnum;
    llvm::StringRef noun = isEnum ? "variant or associated item" : "function or associated item";
    report
        .error(Code::E0599, segment.ident.span,
               fmt::format("{} not found in `{}`", noun.str(), print(base)),
               "no {} named `{}` found for {} in the current scope", noun.str(), name.str(),
               describeForMethod(base))
        .done();
    return value;
  }
  if (!isAccessible(pick->def)) {
    hasErrors = true;
    llvm::StringRef noun = defs[pick->def].kind == DefKind::AssociatedConst ? "associated constant"
                           : items.signature(pick->def).hasSelf             ? "method"
                                                                            : "associated function";
    auto error =
        report.error(Code::E0624, segment.ident.span, fmt::format("private {}", noun.str()),
                     "{} `{}` is private", noun.str(), name.str());
    report.label(error, defs[pick->def].span, fmt::format("private {} defined here", noun.str()));
    return value;
  }
  Items::Candidate candidate;
  candidate.def = pick->def;
  candidate.parentArgs = pick->parentArgs;
  return instantiateAssociated(candidate, segment, base, span);
}

BodyChecker::Value BodyChecker::instantiateAssociated(const Items::Candidate &candidate,
                                                      const ast::PathSegment &segment, Ty base,
                                                      Span span) {
  Value value;
  value.kind = Value::Kind::Def;
  value.def = candidate.def;
  value.args = candidate.parentArgs;
  DefId parent = defs[candidate.def].parent;
  size_t wanted = items.generics(parent).count();
  while (value.args.size() < wanted)
    value.args.push_back(infer.fresh());
  if (defs[parent].kind == DefKind::Impl)
    infer.unify(substitute(items.impl(parent).self, value.args, span), base);
  else if (!value.args.empty())
    infer.unify(value.args[0], base);
  if (defs[candidate.def].kind != DefKind::AssociatedConst)
    for (Ty own : items.lowerArguments(segment, candidate.def, typeScope()))
      value.args.push_back(normalize(own, span));
  requireBounds(defs[candidate.def].kind == DefKind::AssociatedConst ? parent : candidate.def,
                value.args, span);
  return value;
}

Node BodyChecker::nodeOfValue(const Value &value, Span span) {
  if (value.kind == Value::Kind::Error)
    return errorNode(span);
  if (value.kind == Value::Kind::Local)
    return localNode(value.local, span);
  const Def &def = defs[value.def];
  switch (def.kind) {
  case DefKind::Const:
  case DefKind::AssociatedConst: {
    Node node =
        make(Expr::Kind::NamedConst, substitute(items.typeOf(value.def), value.args, span), span);
    node->def = value.def;
    node->callee = {value.def, types.save(value.args)};
    return node;
  }
  case DefKind::Static: {
    Node node = make(Expr::Kind::Static, normalize(items.typeOf(value.def), span), span);
    node->def = value.def;
    const auto *item = llvm::dyn_cast_or_null<ast::ValueItem>(def.item);
    if (item && item->isMutable)
      requireUnsafe(span, "use of mutable static", "use of mutable static",
                    "mutable statics can be mutated by multiple threads: aliasing violations or "
                    "data races will cause undefined behavior");
    else if (def.isForeign)
      requireUnsafe(span, "use of extern static", "use of extern static",
                    "extern statics are not controlled by the Rust type system: invalid data, "
                    "aliasing violations or data races will cause undefined behavior");
    return node;
  }
  case DefKind::Struct:
  case DefKind::Variant: {
    DefId adtDef = def.kind == DefKind::Variant ? def.parent : value.def;
    const AdtInfo &adt = items.adt(adtDef);
    unsigned index = def.kind == DefKind::Variant ? def.index : 0;
    const VariantInfo &variant = adt.variants[index];
    if (variant.style == ast::FieldStyle::Unit)
      return adtNode(types.adt(adtDef, value.args), index, {}, span);
    if (variant.style == ast::FieldStyle::Tuple)
      return functionNode(value.def, value.args, span);
    hasErrors = true;
    report
        .error(Code::E0533, span, "not a value", "expected value, found struct variant `{}::{}`",
               defs[adtDef].name.str(), def.name.str())
        .done();
    return errorNode(span);
  }
  default:
    return functionNode(value.def, value.args, span);
  }
}

// ---- structs ----

std::string BodyChecker::nameOf(const VariantRef &variant) const {
  std::string name = defs[variant.adt->def].name.str();
  if (variant.adt->isEnum)
    name += "::" + variant.info().name.str();
  return name;
}

BodyChecker::VariantRef BodyChecker::variantOf(DefId def, const ast::Path &path) {
  VariantRef result;
  const Def &info = defs[def];
  const ast::PathSegment *segment = &path.last();
  DefId adtDef = def;
  if (info.kind == DefKind::Variant) {
    adtDef = info.parent;
    result.variant = info.index;
    if (!segment->hasArguments && path.segments.size() > 1)
      segment = &path.segments[path.segments.size() - 2];
  }
  result.adt = &items.adt(adtDef);
  result.type =
      normalize(types.adt(adtDef, items.lowerArguments(*segment, adtDef, typeScope())), path.span);
  return result;
}

BodyChecker::VariantRef BodyChecker::variantOf(Ty type, std::optional<llvm::StringRef> variantName,
                                               const ast::Path &path) {
  VariantRef result;
  type = infer.shallow(type);
  if (type->is(Type::Kind::Error))
    return result;
  if (type->is(Type::Kind::Adt)) {
    result.adt = &items.adt(type->def);
    if (!variantName && !result.adt->isEnum) {
      result.type = type;
      return result;
    }
    for (unsigned i = 0; variantName && i != result.adt->variants.size(); ++i)
      if (result.adt->isEnum && result.adt->variants[i].name == *variantName) {
        result.variant = i;
        result.type = type;
        return result;
      }
  }
  if (variantName)
    report
        .error(Code::E0599, path.last().ident.span, "", "no variant named `{}` found for {}",
               variantName->str(), describeForMethod(type))
        .done();
  else
    report
        .error(Code::E0574, path.span, "not a struct, variant or union type",
               "expected struct, variant or union type, found `{}`", path.toString())
        .done();
  return result;
}

BodyChecker::VariantRef BodyChecker::resolveStruct(const ast::Path &path) {
  llvm::StringRef name = path.last().ident.name;
  auto notStruct = [&](llvm::StringRef noun) {
    report
        .error(Code::E0574, path.span, "not a struct, variant or union type",
               "expected struct, variant or union type, found {} `{}`", noun.str(), path.toString())
        .done();
    return VariantRef();
  };
  if (path.isSingle() && name != "Self" && !defs.lookupUnqualified(module, name, Namespace::Type)) {
    if (findTypeParameter(name))
      return notStruct("type parameter");
    if (findPrimitiveType(name))
      return notStruct("builtin type");
    report
        .error(Code::E0422, path.span, "not found in this scope",
               "cannot find struct, variant or union type `{}` in this scope", name.str())
        .done();
    return {};
  }
  PathResolution resolution = defs.resolvePath(path, Namespace::Type, module, selfScope,
                                               "struct, variant or union type", report);
  if (resolution.kind == PathResolution::Kind::Error)
    return {};
  if (resolution.kind == PathResolution::Kind::Primitive)
    return notStruct("builtin type");
  if (resolution.kind == PathResolution::Kind::Def && resolution.rest == 0) {
    DefKind kind = defs[resolution.def].kind;
    if (kind == DefKind::Struct || kind == DefKind::Variant)
      return variantOf(resolution.def, path);
    if (kind != DefKind::TypeAlias)
      return notStruct(cratec::rust::describe(kind));
  }
  std::optional<Ty> base = baseType(path, resolution);
  if (!base || resolution.rest > 1)
    return notStruct("item");
  if (resolution.rest == 1)
    return variantOf(*base, name, path);
  return variantOf(*base, std::nullopt, path);
}

Ty BodyChecker::fieldType(Ty adtType, const FieldInfo &field, Span span) {
  return substitute(field.type, adtType->args, span);
}

bool BodyChecker::isFieldVisible(const AdtInfo &adt, const FieldInfo &field) const {
  return adt.isEnum || field.isPublic || defs.isInside(module, defs.moduleOf(adt.def));
}

// ---- what is said where a name means nothing ----

std::string BodyChecker::similarName(llvm::StringRef name) const {
  unsigned best = std::max<size_t>(name.size(), 3) / 3 + 1;
  llvm::StringRef found;
  for (size_t i = bindings.size(); i-- > 0;) {
    if (bindings[i].name == "self")
      continue;
    unsigned distance = name.edit_distance(bindings[i].name, true, best);
    if (distance < best) {
      best = distance;
      found = bindings[i].name;
    }
  }
  return found.str();
}

bool BodyChecker::reportOuterLocal(const ast::Path &path) {
  if (!isOuterLocal(defs, owner, path.last().ident.name))
    return false;
  report.error(Code::E0434, path.span, "", "can't capture dynamic environment in a fn item")
      .help("pass `{}` to the function as an argument", path.toString());
  return true;
}

void BodyChecker::reportUnknownValue(const ast::Path &path, llvm::StringRef wanted) {
  llvm::StringRef name = path.last().ident.name;
  if (name == "self") {
    bool canHaveSelf = defs[owner].kind == DefKind::Method;
    auto error = report.error(Code::E0424, path.span,
                              "`self` value is a keyword only available in methods with a `self` "
                              "parameter",
                              "expected value, found module `self`");
    report.label(error, defs[owner].span,
                 canHaveSelf ? "this function doesn't have a `self` parameter"
                             : "this function can't have a `self` parameter");
    return;
  }
  if (auto type = defs.lookupUnqualified(module, name, Namespace::Type)) {
    if (*type != noDef)
      reportNotAValue(*type, path, wanted);
    return;
  }
  if (findTypeParameter(name) || findPrimitiveType(name)) {
    report
        .error(Code::E0423, path.span, "not a value", "expected {}, found {} `{}`", wanted.str(),
               findTypeParameter(name) ? "type parameter" : "builtin type", name.str())
        .done();
    return;
  }
  if (reportOuterLocal(path))
    return;
  std::string similar = similarName(name);
  auto error = report.error(Code::E0425, path.span, "not found in this scope",
                            "cannot find {} `{}` in this scope", wanted.str(), name.str());
  if (!similar.empty())
    error.help("a local variable with a similar name exists: `{}`", similar);
}

void BodyChecker::reportNotAValue(DefId def, const ast::Path &path, llvm::StringRef wanted) {
  hasErrors = true;
  llvm::StringRef noun = wanted == "function" ? "function, tuple struct or tuple variant" : wanted;
  auto error = report.error(Code::E0423, path.span, "", "expected {}, found {} `{}`", noun.str(),
                            cratec::rust::describe(defs[def].kind).str(), path.toString());
  if (defs[def].crate == localCrateNumber && defs[def].kind != DefKind::Module)
    report.label(error, defs[def].span, fmt::format("`{}` defined here", defs[def].name.str()));
  if (defs[def].kind == DefKind::Struct)
    error.help("use struct literal syntax instead: `{} {{ … }}`", path.toString());
}
