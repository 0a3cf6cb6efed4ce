//===- Patterns.cpp - names, literals, references in patterns ---------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;
using Kind = ast::Pattern::Kind;

// ---- looking through references ----

bool BodyChecker::peelsReferences(const ast::Pattern &pattern, Ty type) {
  if (!type->is(Type::Kind::Reference))
    return false;
  switch (pattern.kind) {
  case Kind::Wild:
  case Kind::Reference:
    return false;
  case Kind::Binding: {
    std::optional<Value> value = constantNamed(pattern);
    return value &&
           (defs[value->def].kind == DefKind::Struct || defs[value->def].kind == DefKind::Variant);
  }
  case Kind::Literal: {
    const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(pattern.low);
    bool isText = literal && (literal->type == ast::LiteralExpr::Type::String ||
                              literal->type == ast::LiteralExpr::Type::ByteString);
    return !isText || infer.shallow(type->element())->is(Type::Kind::Reference);
  }
  case Kind::Path: {
    // A constant is compared as it is.
    DefId def = noDef;
    linkcheck::CollectingConsumer ignored;
    linkcheck::Diagnostics silent(ignored);
    PathResolution resolution = defs.resolvePath(pattern.path, Namespace::Value, module, selfScope,
                                                 "value", Reporter(report.sources, silent));
    if (silent.hasErrors())
      return false;
    if (resolution.kind == PathResolution::Kind::Def && resolution.rest == 0)
      def = resolution.def;
    return def == noDef || defs[def].kind == DefKind::Variant || defs[def].kind == DefKind::Struct;
  }
  default:
    return true;
  }
}

thir::Pattern *BodyChecker::checkPattern(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                         BindMode mode) {
  type = known(type);
  if (!peelsReferences(pattern, type))
    return checkPatternAt(pattern, type, scope, mode);
  BindMode inner = mode == BindMode::Reference || !type->isMutable ? BindMode::Reference
                                                                   : BindMode::MutableReference;
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Deref, type, pattern.span);
  result->inner = checkPattern(pattern, type->element(), scope, inner);
  return result;
}

thir::Pattern *BodyChecker::checkPatternAt(const ast::Pattern &pattern, Ty type,
                                           PatternScope &scope, BindMode mode) {
  if (type->is(Type::Kind::Error))
    return errorPattern(pattern, scope);
  switch (pattern.kind) {
  case Kind::Wild:
    return wildPattern(type, pattern.span);
  case Kind::Binding:
    return checkBinding(pattern, type, scope, mode);
  case Kind::Literal:
    return checkLiteralPattern(pattern, type);
  case Kind::Range:
    return checkRangePattern(pattern, type);
  case Kind::Tuple:
    return checkTuplePattern(pattern, type, scope, mode);
  case Kind::Path:
    return checkPathPattern(pattern, type);
  case Kind::TupleStruct:
    return checkTupleStructPattern(pattern, type, scope, mode);
  case Kind::Struct:
    return checkStructPattern(pattern, type, scope, mode);
  case Kind::Reference:
    return checkReferencePattern(pattern, type, scope);
  }
  return errorPattern(pattern, scope);
}

thir::Pattern *BodyChecker::errorPattern(const ast::Pattern &pattern, PatternScope &scope) {
  hasErrors = true;
  bindAll(pattern, scope);
  return wildPattern(types.error(), pattern.span);
}

/// Makes the names of a pattern known that is of no use otherwise.
void BodyChecker::bindAll(const ast::Pattern &pattern, PatternScope &scope) {
  if (pattern.kind == Kind::Binding && !constantNamed(pattern))
    bindName(pattern, types.error(), pattern.byReference, pattern.isMutable, scope);
  if (pattern.inner)
    bindAll(*pattern.inner, scope);
  for (const ast::Pattern *element : pattern.elements)
    bindAll(*element, scope);
  for (const ast::FieldPattern &field : pattern.fields)
    bindAll(*field.pattern, scope);
}

bool BodyChecker::unifyPattern(Ty expected, Ty found, Span span) {
  if (infer.unify(expected, found))
    return true;
  reportMismatch(span, expected, found);
  return false;
}

// ---- names ----

std::optional<BodyChecker::Value> BodyChecker::constantNamed(const ast::Pattern &pattern) {
  if (pattern.byReference || pattern.isMutable || pattern.inner)
    return std::nullopt;
  std::optional<DefId> def = defs.lookupUnqualified(module, pattern.name.name, Namespace::Value);
  if (!def || *def == noDef)
    return std::nullopt;
  bool isConstant = false;
  const Def &info = defs[*def];
  if (info.kind == DefKind::Const || info.kind == DefKind::AssociatedConst)
    isConstant = true;
  else if (info.kind == DefKind::Struct)
    isConstant = items.adt(*def).only().style == ast::FieldStyle::Unit;
  else if (info.kind == DefKind::Variant)
    isConstant = items.adt(info.parent).variants[info.index].style == ast::FieldStyle::Unit;
  if (!isConstant)
    return std::nullopt;
  Value value;
  value.kind = Value::Kind::Def;
  value.def = *def;
  if (info.kind == DefKind::Struct || info.kind == DefKind::Variant)
    value.args =
        infer.freshList(items.generics(info.kind == DefKind::Variant ? info.parent : *def).count());
  return value;
}

bool BodyChecker::reportShadowing(const ast::Pattern &pattern, const PatternScope &scope) {
  std::optional<DefId> def = defs.lookupUnqualified(module, pattern.name.name, Namespace::Value);
  if (!def || *def == noDef)
    return false;
  DefKind kind = defs[*def].kind;
  const char *noun = kind == DefKind::Static    ? "static"
                     : kind == DefKind::Struct  ? "tuple struct"
                     : kind == DefKind::Variant ? "tuple variant"
                                                : nullptr;
  bool isPlain = !pattern.byReference && !pattern.isMutable && !pattern.inner;
  if (!noun && !isPlain && kind == DefKind::Const)
    noun = "constant";
  if (!noun)
    return false;
  hasErrors = true;
  auto error = report.error(Code::E0530, pattern.name.span,
                            fmt::format("cannot be named the same as a {}", noun),
                            "{} cannot shadow {}s", scope.noun, noun);
  if (defs[*def].crate == localCrateNumber)
    report.label(error, defs[*def].span,
                 fmt::format("the {} `{}` is defined here", noun, pattern.name.name.str()));
  return true;
}

thir::LocalIndex BodyChecker::bindName(const ast::Pattern &pattern, Ty type, bool byReference,
                                       bool isMutable, PatternScope &scope) {
  llvm::StringRef name = pattern.name.name;
  Span span = pattern.name.span.isKnown() ? pattern.name.span : pattern.span;
  if (!scope.seen.emplace(name, span).second) {
    hasErrors = true;
    bool isOther = false;
    for (size_t i = 0; i < scope.parameterStart; ++i)
      isOther |= scope.bindings[i].name == name;
    if (scope.isParameter && isOther)
      report
          .error(Code::E0415, span, "used as parameter more than once",
                 "identifier `{}` is bound more than once in this parameter list", name.str())
          .done();
    else
      report
          .error(Code::E0416, span, "used in a pattern more than once",
                 "identifier `{}` is bound more than once in the same pattern", name.str())
          .done();
  } else if (scope.isAlternative) {
    for (const PatternBinding &binding : scope.bindings) {
      if (binding.name != name)
        continue;
      if (binding.byReference != byReference || (byReference && binding.isMutable != isMutable)) {
        hasErrors = true;
        auto error = report.error(Code::E0409, span, "bound in different ways",
                                  "variable `{}` is bound inconsistently across alternatives "
                                  "separated by `|`",
                                  name.str());
        report.label(error, binding.span, "first binding");
      } else {
        unifyPattern(body->locals[binding.local].type, type, span);
      }
      return binding.local;
    }
  }
  auto local = addLocal(name, type, isMutable && !byReference, span);
  scope.bindings.push_back({name, local, byReference, isMutable, span});
  bindings.push_back({name, local});
  return local;
}

thir::Pattern *BodyChecker::checkBinding(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                         BindMode mode) {
  if (std::optional<Value> value = constantNamed(pattern))
    return checkNamedPattern(pattern, *value, type);
  if (reportShadowing(pattern, scope))
    return errorPattern(pattern, scope);
  bool byReference = pattern.byReference, isMutable = pattern.isMutable;
  if (!byReference && !isMutable && mode != BindMode::Move) {
    byReference = true;
    isMutable = mode == BindMode::MutableReference;
  }
  Ty local = byReference ? types.reference(type, isMutable) : type;
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Binding, type, pattern.span);
  result->byReference = byReference;
  result->isMutable = byReference && isMutable;
  result->local = bindName(pattern, local, byReference, isMutable, scope);
  if (pattern.inner)
    result->inner = checkPattern(*pattern.inner, type, scope, mode);
  return result;
}

thir::Pattern *BodyChecker::checkNamedPattern(const ast::Pattern &pattern, const Value &value,
                                              Ty type) {
  const Def &def = defs[value.def];
  Node node = nodeOfValue(value, pattern.span);
  if (!unifyPattern(type, node->type, pattern.span))
    return wildPattern(types.error(), pattern.span);
  if (def.kind == DefKind::Variant)
    return variantPattern(type, def.index, {}, pattern.span);
  if (def.kind == DefKind::Struct)
    return makePattern(thir::Pattern::Kind::Leaf, type, pattern.span);
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Constant, type, pattern.span);
  result->constant = node;
  return result;
}

// ---- values ----

thir::Pattern *BodyChecker::checkLiteralPattern(const ast::Pattern &pattern, Ty type) {
  Node value = check(*pattern.low, {type, false});
  // A byte string is a pattern of a slice, too.
  bool isSlice = type->is(Type::Kind::Reference) &&
                 infer.shallow(type->element())->is(Type::Kind::Slice) &&
                 value->type->is(Type::Kind::Reference);
  if (isSlice)
    value = coerce(value, type);
  if (!unifyPattern(type, value->type, pattern.span))
    return wildPattern(types.error(), pattern.span);
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Constant, type, pattern.span);
  result->constant = value;
  return result;
}

thir::Pattern *BodyChecker::checkRangePattern(const ast::Pattern &pattern, Ty type) {
  Node low = check(*pattern.low, {type, false});
  Node high = check(*pattern.high, {type, false});
  auto fits = [&](Node node) {
    Ty found = infer.shallow(node->type);
    return (isScalar(found) && !found->is(Type::Kind::Bool)) || found->is(Type::Kind::Error);
  };
  if (!fits(low) || !fits(high)) {
    hasErrors = true;
    auto error = report.error(Code::E0029, pattern.span, "",
                              "only `char` and numeric types are allowed in range patterns");
    for (Node node : {low, high})
      if (!fits(node))
        report.label(error, node->span,
                     fmt::format("this is of type `{}` but it should be `char` or numeric",
                                 print(node->type)));
    return wildPattern(types.error(), pattern.span);
  }
  if (!unifyPattern(type, low->type, low->span) || !unifyPattern(type, high->type, high->span))
    return wildPattern(types.error(), pattern.span);
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Range, type, pattern.span);
  result->constant = low;
  result->high = high;
  return result;
}

thir::Pattern *BodyChecker::checkReferencePattern(const ast::Pattern &pattern, Ty type,
                                                  PatternScope &scope) {
  if (type->is(Type::Kind::Infer)) {
    Ty reference = types.reference(infer.fresh(), pattern.isMutable);
    if (!unifyPattern(type, reference, pattern.span))
      return errorPattern(pattern, scope);
    type = infer.shallow(type);
  }
  if (!type->is(Type::Kind::Reference) || type->isMutable != pattern.isMutable) {
    reportMismatch(pattern.span, type, types.reference(infer.fresh(), pattern.isMutable));
    return errorPattern(pattern, scope);
  }
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Deref, type, pattern.span);
  result->inner = checkPattern(*pattern.inner, type->element(), scope);
  return result;
}

// ---- several alternatives ----

void BodyChecker::checkAlternativeNames(llvm::ArrayRef<const ast::Pattern *> patterns,
                                        llvm::ArrayRef<std::map<llvm::StringRef, Span>> seen) {
  std::map<llvm::StringRef, Span> all;
  for (const auto &each : seen)
    all.insert(each.begin(), each.end());
  for (auto &[name, span] : all)
    for (size_t i = 0; i != patterns.size(); ++i) {
      if (seen[i].count(name))
        continue;
      hasErrors = true;
      auto error = report.error(Code::E0408, patterns[i]->span,
                                fmt::format("pattern doesn't bind `{}`", name.str()),
                                "variable `{}` is not bound in all patterns", name.str());
      report.label(error, span, "variable not in all patterns");
      break;
    }
}

void BodyChecker::noteMatch(const thir::Expr *match, MatchSource source, Span span) {
  matches.push_back({match, nullptr, source, span});
}

void BodyChecker::noteIrrefutable(const thir::Pattern *pattern, MatchSource source) {
  matches.push_back({nullptr, pattern, source, pattern->span});
}
