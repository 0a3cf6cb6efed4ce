//===- CallsStructs.cpp - struct literals -----------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

Node BodyChecker::checkStruct(const ast::StructExpr &expr, Expect expect) {
  VariantRef variant = resolveStruct(expr.path);
  if (!variant.type || variant.type->is(Type::Kind::Error)) {
    hasErrors = true;
    for (const ast::FieldValue &value : expr.fields)
      check(*value.value);
    if (expr.base)
      check(*expr.base);
    return errorNode(expr.span);
  }
  if (expect.type)
    infer.unify(variant.type, expect.type);
  Node node = make(Expr::Kind::Adt, variant.type, expr.span);
  node->variant = variant.variant;
  const std::vector<FieldInfo> &fields = variant.info().fields;
  std::set<unsigned> seen;
  bool allKnown = true;
  std::map<unsigned, Span> first;
  for (const ast::FieldValue &value : expr.fields) {
    unsigned index = 0;
    while (index != fields.size() && fields[index].name != value.field.name)
      ++index;
    if (index == fields.size()) {
      reportUnknownField(variant, value);
      allKnown = false;
      check(*value.value);
      continue;
    }
    if (!seen.insert(index).second) {
      hasErrors = true;
      auto error = report.error(Code::E0062, value.field.span, "used more than once",
                                "field `{}` specified more than once", value.field.name.str());
      report.label(error, first[index], fmt::format("first use of `{}`", value.field.name.str()));
    }
    first.emplace(index, value.field.span);
    if (!isFieldVisible(*variant.adt, fields[index])) {
      hasErrors = true;
      report
          .error(Code::E0451, value.field.span, "private field",
                 "field `{}` of struct `{}` is private", value.field.name.str(), nameOf(variant))
          .done();
    }
    Ty type = fieldType(variant.type, fields[index], value.field.span);
    node->fields.push_back({index, checkTo(*value.value, type)});
  }
  if (expr.base)
    checkStructBase(expr, variant, *node);
  else if (allKnown) // else the one that is missing is probably the one misspelt
    checkMissingFields(expr, variant, seen);
  return node;
}

void BodyChecker::reportUnknownField(const VariantRef &variant, const ast::FieldValue &value) {
  hasErrors = true;
  std::string name = nameOf(variant), field = value.field.name.str();
  auto error = variant.adt->isEnum
                   ? report.error(Code::E0559, value.field.span,
                                  fmt::format("`{}` does not have this field", name),
                                  "variant `{}` has no field named `{}`", name, field)
                   : report.error(Code::E0560, value.field.span,
                                  fmt::format("`{}` does not have this field", name),
                                  "struct `{}` has no field named `{}`", name, field);
  std::string known;
  for (const FieldInfo &each : variant.info().fields)
    known += (known.empty() ? "`" : ", `") + each.name.str() + "`";
  if (!known.empty())
    error.note("available fields are: {}", known);
}

void BodyChecker::checkStructBase(const ast::StructExpr &expr, const VariantRef &variant,
                                  thir::Expr &node) {
  node.base = checkTo(*expr.base, variant.type);
  if (variant.adt->isEnum) {
    hasErrors = true;
    report
        .error(Code::E0436, expr.base->span, "",
               "functional record update syntax requires a struct")
        .done();
    return;
  }
  for (const FieldInfo &field : variant.info().fields) {
    bool isGiven = false;
    for (const ast::FieldValue &value : expr.fields)
      isGiven |= value.field.name == field.name;
    if (isGiven || isFieldVisible(*variant.adt, field))
      continue;
    hasErrors = true;
    report
        .error(Code::E0451, expr.base->span, fmt::format("field `{}` is private", field.name.str()),
               "field `{}` of struct `{}` is private", field.name.str(), nameOf(variant))
        .done();
  }
}

void BodyChecker::checkMissingFields(const ast::StructExpr &expr, const VariantRef &variant,
                                     const std::set<unsigned> &seen) {
  std::vector<std::string> missing;
  bool anyHidden = false;
  const std::vector<FieldInfo> &fields = variant.info().fields;
  for (unsigned index = 0; index != fields.size(); ++index)
    if (!seen.count(index)) {
      missing.push_back("`" + fields[index].name.str() + "`");
      anyHidden |= !isFieldVisible(*variant.adt, fields[index]);
    }
  if (missing.empty())
    return;
  hasErrors = true;
  if (anyHidden) {
    report
        .error(Code::None, expr.path.span, "",
               "cannot construct `{}` with struct literal syntax due to private fields",
               nameOf(variant))
        .done();
    return;
  }
  // "`a`", "`a` and `b`", "`a`, `b` and `c`", "`a`, `b`, `c` and 2 other fields"
  std::string names;
  size_t shown = std::min<size_t>(missing.size(), 3);
  for (size_t i = 0; i != shown; ++i)
    names += (i == 0 ? "" : i + 1 == missing.size() ? " and " : ", ") + missing[i];
  if (missing.size() > shown)
    names += fmt::format(" and {} other field{}", missing.size() - shown,
                         missing.size() - shown == 1 ? "" : "s");
  report
      .error(Code::E0063, expr.path.span, fmt::format("missing {}", names),
             "missing field{} {} in initializer of `{}`", missing.size() == 1 ? "" : "s", names,
             nameOf(variant))
      .done();
}
