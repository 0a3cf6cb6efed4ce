//===- PatternsStruct.cpp - patterns with parts -----------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;

namespace {

std::string countOf(size_t count, llvm::StringRef noun) {
  return fmt::format("{} {}{}", count, noun.str(), count == 1 ? "" : "s");
}

/// Of `count` places, which one the element at `index` of a list with a rest stands for.
unsigned positionOf(unsigned index, size_t elements, std::optional<unsigned> rest, size_t count) {
  if (!rest || index < *rest)
    return index;
  return static_cast<unsigned>(count - (elements - index));
}

} // namespace

thir::Pattern *BodyChecker::checkTuplePattern(const ast::Pattern &pattern, Ty type,
                                              PatternScope &scope, BindMode mode) {
  size_t given = pattern.elements.size();
  if (type->is(Type::Kind::Infer)) {
    Ty tuple = types.tuple(infer.freshList(given));
    if (!unifyPattern(type, tuple, pattern.span))
      return errorPattern(pattern, scope);
    type = infer.shallow(type);
  }
  bool fits = type->is(Type::Kind::Tuple) &&
              (pattern.rest ? given <= type->args.size() : given == type->args.size());
  if (!fits) {
    reportMismatch(pattern.span, type, types.tuple(infer.freshList(given)));
    return errorPattern(pattern, scope);
  }
  thir::Pattern *result = makePattern(thir::Pattern::Kind::Leaf, type, pattern.span);
  for (unsigned i = 0; i != given; ++i) {
    unsigned index = positionOf(i, given, pattern.rest, type->args.size());
    thir::Pattern *element = checkPattern(*pattern.elements[i], type->args[index], scope, mode);
    if (element->kind != thir::Pattern::Kind::Wild)
      result->fields.push_back({index, element});
  }
  return result;
}

// ---- what a path in a pattern means ----

BodyChecker::Value BodyChecker::resolvePatternPath(const ast::Pattern &pattern,
                                                   llvm::StringRef wanted) {
  const ast::Path &path = pattern.path;
  if (!path.isSingle())
    return resolveValue(path, wanted);
  llvm::StringRef name = path.last().ident.name;
  std::optional<DefId> def = defs.lookupUnqualified(module, name, Namespace::Value);
  if (def && *def != noDef)
    return valueOfDef(*def, path);
  hasErrors = true;
  if (def)
    return {};
  std::optional<DefId> type = defs.lookupUnqualified(module, name, Namespace::Type);
  if (type && *type != noDef)
    reportWrongPattern(pattern, *type, wanted);
  else if (!type)
    report
        .error(Code::E0531, path.span, "not found in this scope",
               "cannot find {} `{}` in this scope", wanted.str(), name.str())
        .done();
  return {};
}

void BodyChecker::reportWrongPattern(const ast::Pattern &pattern, DefId def,
                                     llvm::StringRef wanted) {
  hasErrors = true;
  const Def &info = defs[def];
  std::string noun = cratec::rust::describe(info.kind).str();
  if (info.kind == DefKind::Method || info.kind == DefKind::TraitMethod) {
    report
        .error(Code::E0164, pattern.span, "`fn` calls are not allowed in patterns",
               "expected {}, found associated function `{}`", wanted.str(), pattern.path.toString())
        .done();
    return;
  }
  if (info.kind == DefKind::Variant || info.kind == DefKind::Struct) {
    bool isVariant = info.kind == DefKind::Variant;
    const AdtInfo &adt = items.adt(isVariant ? info.parent : def);
    ast::FieldStyle style = adt.variants[isVariant ? info.index : 0].style;
    std::string form = style == ast::FieldStyle::Unit    ? "unit "
                       : style == ast::FieldStyle::Tuple ? "tuple "
                       : isVariant                       ? "struct "
                                                         : "";
    noun = form + (isVariant ? "variant" : "struct");
  }
  auto error = report.error(Code::E0532, pattern.path.span, "", "expected {}, found {} `{}`",
                            wanted.str(), noun, pattern.path.toString());
  if (info.crate == localCrateNumber)
    report.label(error, info.span, fmt::format("`{}` defined here", pattern.path.toString()));
}

thir::Pattern *BodyChecker::checkPathPattern(const ast::Pattern &pattern, Ty type) {
  llvm::StringRef wanted = "unit struct, unit variant or constant";
  Value value = resolvePatternPath(pattern, wanted);
  if (value.kind != Value::Kind::Def) {
    hasErrors = true;
    return wildPattern(types.error(), pattern.span);
  }
  const Def &def = defs[value.def];
  bool fits = def.kind == DefKind::Const || def.kind == DefKind::AssociatedConst;
  if (def.kind == DefKind::Struct)
    fits = items.adt(value.def).only().style == ast::FieldStyle::Unit;
  else if (def.kind == DefKind::Variant)
    fits = items.adt(def.parent).variants[def.index].style == ast::FieldStyle::Unit;
  if (!fits) {
    reportWrongPattern(pattern, value.def, wanted);
    return wildPattern(types.error(), pattern.span);
  }
  return checkNamedPattern(pattern, value, type);
}

std::optional<BodyChecker::VariantRef> BodyChecker::tupleVariant(const ast::Pattern &pattern) {
  llvm::StringRef wanted = "tuple struct or tuple variant";
  Value value = resolvePatternPath(pattern, wanted);
  if (value.kind != Value::Kind::Def) {
    hasErrors = true;
    return std::nullopt;
  }
  const Def &def = defs[value.def];
  bool isVariant = def.kind == DefKind::Variant;
  VariantRef result;
  if (isVariant || def.kind == DefKind::Struct) {
    DefId adt = isVariant ? def.parent : value.def;
    result.adt = &items.adt(adt);
    result.variant = isVariant ? def.index : 0;
    result.type = types.adt(adt, value.args);
  }
  if (!result.adt || result.info().style != ast::FieldStyle::Tuple) {
    reportWrongPattern(pattern, value.def, wanted);
    return std::nullopt;
  }
  for (const FieldInfo &field : result.info().fields)
    if (!isFieldVisible(*result.adt, field)) {
      hasErrors = true;
      report
          .error(Code::E0532, pattern.path.span, "",
                 "cannot match against a tuple struct which contains private fields")
          .done();
      return std::nullopt;
    }
  return result;
}

thir::Pattern *BodyChecker::variantOrLeaf(const VariantRef &variant, Ty type, Span span) {
  auto kind = variant.adt->isEnum ? thir::Pattern::Kind::Variant : thir::Pattern::Kind::Leaf;
  thir::Pattern *result = makePattern(kind, type, span);
  result->variant = variant.variant;
  return result;
}

thir::Pattern *BodyChecker::checkTupleStructPattern(const ast::Pattern &pattern, Ty type,
                                                    PatternScope &scope, BindMode mode) {
  std::optional<VariantRef> variant = tupleVariant(pattern);
  if (!variant || !unifyPattern(type, variant->type, pattern.span))
    return errorPattern(pattern, scope);
  size_t given = pattern.elements.size(), count = variant->info().fields.size();
  if (pattern.rest ? given > count : given != count) {
    hasErrors = true;
    report
        .error(Code::E0023, pattern.span,
               fmt::format("expected {}, found {}", countOf(count, "field"), given),
               "this pattern has {}, but the corresponding tuple {} has {}",
               countOf(given, "field"), variant->adt->isEnum ? "variant" : "struct",
               countOf(count, "field"))
        .done();
    return errorPattern(pattern, scope);
  }
  thir::Pattern *result = variantOrLeaf(*variant, type, pattern.span);
  for (unsigned i = 0; i != given; ++i) {
    unsigned index = positionOf(i, given, pattern.rest, count);
    Ty inside =
        fieldType(infer.shallow(variant->type), variant->info().fields[index], pattern.span);
    thir::Pattern *element = checkPattern(*pattern.elements[i], inside, scope, mode);
    if (element->kind != thir::Pattern::Kind::Wild)
      result->fields.push_back({index, element});
  }
  return result;
}

thir::Pattern *BodyChecker::checkStructPattern(const ast::Pattern &pattern, Ty type,
                                               PatternScope &scope, BindMode mode) {
  VariantRef variant = resolveStruct(pattern.path);
  if (!variant.type || !unifyPattern(type, variant.type, pattern.span))
    return errorPattern(pattern, scope);
  thir::Pattern *result = variantOrLeaf(variant, type, pattern.span);
  checkPatternFields(pattern, variant, *result, scope, mode);
  return result;
}

void BodyChecker::checkPatternFields(const ast::Pattern &pattern, const VariantRef &variant,
                                     thir::Pattern &into, PatternScope &scope, BindMode mode) {
  const std::vector<FieldInfo> &fields = variant.info().fields;
  std::string noun = (variant.adt->isEnum ? "variant `" : "struct `") + nameOf(variant) + "`";
  std::set<unsigned> seen;
  bool anyUnknown = false;
  for (const ast::FieldPattern &each : pattern.fields) {
    unsigned index = 0;
    while (index != fields.size() && fields[index].name != each.field.name)
      ++index;
    std::string name = each.field.name.str();
    if (index == fields.size()) {
      anyUnknown = hasErrors = true;
      report
          .error(Code::E0026, each.field.span, fmt::format("{} does not have this field", noun),
                 "{} does not have a field named `{}`", noun, name)
          .done();
      bindAll(*each.pattern, scope);
      continue;
    }
    if (!seen.insert(index).second) {
      hasErrors = true;
      report
          .error(Code::E0025, each.field.span,
                 fmt::format("multiple uses of `{}` in pattern", name),
                 "field `{}` bound multiple times in the pattern", name)
          .done();
    }
    if (!isFieldVisible(*variant.adt, fields[index])) {
      hasErrors = true;
      report
          .error(Code::E0451, each.field.span, "private field", "field `{}` of {} is private", name,
                 noun)
          .done();
    }
    Ty inside = fieldType(infer.shallow(variant.type), fields[index], each.field.span);
    thir::Pattern *element = checkPattern(*each.pattern, inside, scope, mode);
    if (element->kind != thir::Pattern::Kind::Wild)
      into.fields.push_back({index, element});
  }
  if (!pattern.hasRest && !anyUnknown)
    reportUnmentioned(pattern, variant, seen);
}

void BodyChecker::reportUnmentioned(const ast::Pattern &pattern, const VariantRef &variant,
                                    const std::set<unsigned> &seen) {
  std::vector<std::string> missing;
  const std::vector<FieldInfo> &fields = variant.info().fields;
  for (unsigned index = 0; index != fields.size(); ++index)
    if (!seen.count(index))
      missing.push_back("`" + fields[index].name.str() + "`");
  if (missing.empty())
    return;
  std::string names;
  for (size_t i = 0; i != missing.size(); ++i)
    names += (i == 0 ? "" : i + 1 == missing.size() ? " and " : ", ") + missing[i];
  const char *plural = missing.size() == 1 ? "" : "s";
  hasErrors = true;
  report
      .error(Code::E0027, pattern.span, fmt::format("missing field{} {}", plural, names),
             "pattern does not mention field{} {}", plural, names)
      .help("if you don't care about {}, write `..` at the end of the pattern",
            missing.size() == 1 ? "it" : "them");
}
