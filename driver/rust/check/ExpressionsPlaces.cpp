//===- ExpressionsPlaces.cpp - fields, indexing, and mutable places ---------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

// ---- autoderef ----

BodyChecker::Step BodyChecker::derefStep(const Step &step, Span span) {
  Ty type = known(step.type);
  if (type->is(Type::Kind::Reference))
    return {deref(step.place, type->element(), span), type->element()};
  if (!type->is(Type::Kind::Adt) && !type->is(Type::Kind::Param))
    return {nullptr, nullptr};
  DefId boxDef = defs.langItem(LangItem::OwnedBox);
  if (boxDef != noDef && type->isAdt(boxDef))
    return {deref(step.place, type->args[0], span), type->args[0]};
  DefId trait = defs.langItem(LangItem::Deref);
  if (trait == noDef)
    return {nullptr, nullptr};
  TraitRef ref{trait, {infer.resolve(type)}};
  std::optional<DefId> method = memberNamed(trait, "deref");
  if (!method || !holds(ref))
    return {nullptr, nullptr};
  Ty target = infer.shallow(associatedType(ref, "Target", span));
  Node pointer = call(*method, ref.args, {borrow(step.place, false, span)},
                      types.reference(target, false), span);
  return {deref(pointer, target, span), target};
}

std::vector<BodyChecker::Step> BodyChecker::autoderef(Node start, Span span) {
  // A Deref impl may lead to its own type; rustc's limit is the same.
  constexpr size_t limit = 128;
  std::vector<Step> steps{{start, known(start->type)}};
  while (steps.size() < limit) {
    Step next = derefStep(steps.back(), span);
    if (!next.place)
      return steps;
    next.type = known(next.type);
    steps.push_back(next);
  }
  hasErrors = true;
  report
      .error(Code::E0055, span, "deref recursion limit reached",
             "reached the recursion limit while auto-dereferencing `{}`", print(start->type))
      .done();
  return steps;
}

// ---- places that are changed ----

bool BodyChecker::makeCallMutable(Node pointer, bool borrows) {
  if (pointer->kind != Expr::Kind::Call || pointer->callee.def == noDef ||
      defs[pointer->callee.def].kind != DefKind::TraitMethod)
    return false;
  std::optional<LangItem> trait = defs.langItemOf(defs[pointer->callee.def].parent);
  bool isIndex = trait == LangItem::Index;
  if (trait != LangItem::Deref && !isIndex)
    return false;
  DefId mutableTrait = defs.langItem(isIndex ? LangItem::IndexMut : LangItem::DerefMut);
  std::optional<DefId> method;
  TraitRef ref{mutableTrait, infer.resolve(pointer->callee.args)};
  if (mutableTrait != noDef)
    method = memberNamed(mutableTrait, isIndex ? "index_mut" : "deref_mut");
  if (!method || !holds(ref)) {
    hasErrors = true;
    std::string type = print(pointer->callee.args[0]);
    std::string place = isIndex ? "an index of" : "dereference of";
    if (borrows)
      report
          .error(Code::E0596, pointer->span, "cannot borrow as mutable",
                 "cannot borrow data in {} `{}` as mutable", place, type)
          .help("trait `{}` is required to modify it, but it is not implemented for `{}`",
                isIndex ? "IndexMut" : "DerefMut", type);
    else
      report
          .error(Code::E0594, pointer->span, "cannot assign", "cannot assign to data in {} `{}`",
                 place, type)
          .help("trait `{}` is required to modify it, but it is not implemented for `{}`",
                isIndex ? "IndexMut" : "DerefMut", type);
    return true;
  }
  pointer->callee.def = *method;
  pointer->type = types.reference(infer.shallow(pointer->type)->element(), true);
  makeBorrowMutable(edit(pointer->operands[0]), borrows);
  return true;
}

void BodyChecker::makeBorrowMutable(Node reference, bool borrows) {
  if (reference->kind == Expr::Kind::Cast && reference->castKind == thir::CastKind::Unsize) {
    reference->type = types.reference(infer.shallow(reference->type)->element(), true);
    reference = edit(reference->operands[0]);
  }
  if (reference->kind != Expr::Kind::Borrow)
    return;
  reference->isMutable = true;
  reference->type = types.reference(infer.shallow(reference->type)->element(), true);
  makeMutable(edit(reference->operands[0]), borrows);
}

/// An array that was indexed as a slice; what the source itself borrows, has `&` in its span.
static bool isImpliedSlice(Node pointer) {
  if (pointer->kind != Expr::Kind::Cast || pointer->castKind != thir::CastKind::Unsize)
    return false;
  const Expr *borrow = pointer->operands[0];
  return borrow->kind == Expr::Kind::Borrow && borrow->span == borrow->operands[0]->span;
}

void BodyChecker::makeMutable(Node place, bool borrows) {
  switch (place->kind) {
  case Expr::Kind::Field:
  case Expr::Kind::Index:
    makeMutable(edit(place->operands[0]), borrows);
    return;
  case Expr::Kind::Deref: {
    Node pointer = edit(place->operands[0]);
    if (makeCallMutable(pointer, borrows))
      return;
    if (isImpliedSlice(pointer))
      return makeBorrowMutable(pointer, borrows);
    Ty type = infer.shallow(pointer->type);
    // What lies behind `&` or a raw pointer does not ask how the pointer was reached.
    bool owns = type->is(Type::Kind::Adt) || (type->is(Type::Kind::Reference) && type->isMutable);
    if (owns && pointer->isPlace())
      makeMutable(pointer, borrows);
    return;
  }
  default:
    return;
  }
}

// ---- fields ----

Node BodyChecker::checkField(const ast::FieldExpr &expr) {
  Node base = check(*expr.base);
  Ty type = known(base->type);
  if (type->is(Type::Kind::Error))
    return errorNode(expr.span);
  bool sawPrivate = false;
  for (const Step &step : autoderef(base, expr.base->span)) {
    if (step.type->is(Type::Kind::Adt)) {
      const AdtInfo &adt = items.adt(step.type->def);
      if (adt.isEnum)
        continue;
      const VariantInfo &variant = adt.only();
      for (unsigned index = 0; index != variant.fields.size(); ++index) {
        const FieldInfo &info = variant.fields[index];
        if (info.name != expr.field.name)
          continue;
        if (isFieldVisible(adt, info))
          return field(step.place, index, fieldType(step.type, info, expr.span), expr.span);
        sawPrivate = true;
        if (type->is(Type::Kind::Adt))
          type = step.type;
      }
    } else if (step.type->is(Type::Kind::Tuple)) {
      unsigned index = 0;
      if (!expr.field.name.getAsInteger(10, index) && index < step.type->args.size())
        return field(step.place, index, step.type->args[index], expr.span);
    }
  }
  reportNoField(expr, type, sawPrivate);
  return errorNode(expr.span);
}

void BodyChecker::reportNoField(const ast::FieldExpr &expr, Ty type, bool sawPrivate) {
  hasErrors = true;
  std::string name = expr.field.name.str();
  Span span = expr.field.span;
  if (type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Any) {
    if (!saidAnnotations)
      report.error(Code::E0282, expr.base->span, "cannot infer type", "type annotations needed")
          .done();
    saidAnnotations = true;
    return;
  }
  if (sawPrivate) {
    report
        .error(Code::E0616, span, "private field", "field `{}` of struct `{}` is private", name,
               type->is(Type::Kind::Adt) ? defs[type->def].name.str() : print(type))
        .done();
    return;
  }
  std::vector<Step> steps = autoderef(errorNode(expr.base->span), span);
  steps.front().type = type;
  MethodSearch search;
  search.name = expr.field.name;
  if (pickMethod(steps, search)) {
    report
        .error(Code::E0615, span, "method, not a field",
               "attempted to take value of method `{}` on type `{}`", name, print(type))
        .help("use parentheses to call the method");
    return;
  }
  if (isScalar(type) || type->is(Type::Kind::Infer)) {
    report
        .error(Code::E0610, span, "", "`{}` is a primitive type and therefore doesn't have fields",
               print(type))
        .done();
    return;
  }
  auto error = report.error(Code::E0609, span, "unknown field", "no field `{}` on type `{}`", name,
                            print(type));
  if (!type->is(Type::Kind::Adt) || items.adt(type->def).isEnum)
    return;
  for (const FieldInfo &field : items.adt(type->def).only().fields)
    if (expr.field.name.edit_distance(field.name, true, 2) < 2) {
      error.help("a field with a similar name exists: `{}`", field.name.str());
      return;
    }
}

// ---- indexing ----

Node BodyChecker::checkIndex(const ast::IndexExpr &expr) {
  Node base = check(*expr.base);
  Node index = check(*expr.index);
  Ty indexType = known(index->type);
  Ty baseType = known(base->type);
  if (baseType->is(Type::Kind::Error) || indexType->is(Type::Kind::Error))
    return errorNode(expr.span);
  bool isCount = (indexType->is(Type::Kind::Int) && indexType->intKind == IntKind::Usize) ||
                 (indexType->is(Type::Kind::Infer) && indexType->inferKind == Type::Infer::Int);
  std::vector<Step> steps = autoderef(base, expr.base->span);
  Ty sliceType = nullptr;
  for (const Step &step : steps) {
    bool isList = step.type->is(Type::Kind::Array) || step.type->is(Type::Kind::Slice);
    if (isList && isCount) {
      infer.unify(indexType, types.usize());
      Node node = make(Expr::Kind::Index, step.type->element(), expr.span);
      node->operands = {step.place, index};
      return node;
    }
    if (isList || step.type->is(Type::Kind::Str))
      sliceType = step.type->is(Type::Kind::Array) ? types.slice(step.type->element()) : step.type;
    Node place = step.place;
    if (step.type->is(Type::Kind::Array)) {
      Node reference = cast(thir::CastKind::Unsize, borrow(place, false, expr.base->span),
                            types.reference(sliceType, false));
      place = deref(reference, sliceType, expr.base->span);
    }
    if (Node node = checkOverloadedIndex(place, index, expr.span))
      return node;
  }
  hasErrors = true;
  DefId vec = defs.langItem(LangItem::Vec);
  if (!sliceType && vec != noDef)
    for (const Step &step : steps)
      if (step.type->isAdt(vec))
        sliceType = types.slice(step.type->args[0]);
  if (sliceType)
    report
        .error(Code::E0277, index->span,
               sliceType->is(Type::Kind::Str)
                   ? "string indices are ranges of `usize`"
                   : "slice indices are of type `usize` or ranges of `usize`",
               "the type `{}` cannot be indexed by `{}`", print(sliceType), print(indexType))
        .done();
  else
    report
        .error(Code::E0608, expr.span, "", "cannot index into a value of type `{}`",
               print(baseType))
        .done();
  return errorNode(expr.span);
}

Node BodyChecker::checkOverloadedIndex(Node base, Node index, Span span) {
  DefId trait = defs.langItem(LangItem::Index);
  if (trait == noDef)
    return nullptr;
  std::optional<DefId> method = memberNamed(trait, "index");
  Ty self = infer.resolve(base->type);
  if (!method || self->is(Type::Kind::Infer) || self->is(Type::Kind::Reference))
    return nullptr;
  Ty indexType = infer.shallow(index->type);
  // Positions are usize wherever that is possible.
  auto snapshot = infer.snapshot();
  if (indexType->is(Type::Kind::Infer) && indexType->inferKind == Type::Infer::Int)
    infer.unify(indexType, types.usize());
  // `1..3` counts in usize as well.
  if (indexType->is(Type::Kind::Adt) && indexType->args.size() == 1) {
    Ty inside = infer.shallow(indexType->args[0]);
    if (inside->is(Type::Kind::Infer) && inside->inferKind != Type::Infer::Float)
      infer.unify(inside, types.usize());
  }
  TraitRef ref{trait, {self, infer.resolve(index->type)}};
  if (!selectImpl(ref) && !holds(ref)) {
    infer.rollback(snapshot);
    return nullptr;
  }
  ref.args = infer.resolve(ref.args);
  Ty output = associatedType(ref, "Output", span);
  Node pointer = call(*method, ref.args, {borrow(base, false, span), index},
                      types.reference(output, false), span);
  return deref(pointer, output, span);
}
