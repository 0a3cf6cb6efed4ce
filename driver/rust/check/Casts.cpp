//===- Casts.cpp - `as` -----------------------------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::CastKind;
using thir::Expr;

Node BodyChecker::checkCast(const ast::CastExpr &expr) {
  Ty target = lowerType(*expr.type);
  Node operand = check(*expr.operand, {target, false});
  Ty source = known(operand->type);
  if (source->is(Type::Kind::Error) || target->is(Type::Kind::Error)) {
    hasErrors = true;
    return errorNode(expr.span);
  }
  Node node = make(Expr::Kind::Cast, target, expr.span);
  node->operands = {operand};
  bool isOpen = source->is(Type::Kind::Infer) || infer.shallow(target)->is(Type::Kind::Infer);
  // What is still unknown becomes known by the end of the body.
  if (isOpen)
    deferredCasts.push_back(node);
  else
    finishCast(node);
  return node;
}

void BodyChecker::finishCast(Node node) {
  Node operand = edit(node->operands[0]);
  Ty from = known(operand->type), to = known(node->type);
  if (from->is(Type::Kind::Error) || to->is(Type::Kind::Error)) {
    hasErrors = true;
    return;
  }
  // A literal of an open type is what the cast makes of it where that is a number.
  if (from->is(Type::Kind::Infer)) {
    if (from->inferKind != Type::Infer::Any)
      infer.unify(from, from->inferKind == Type::Infer::Int ? types.integer(IntKind::I32)
                                                            : types.floating(64));
    from = infer.shallow(from);
  }
  if (Node coerced = tryCoerce(operand, to)) {
    // A cast that only says the type makes a value of a place.
    node->kind = Expr::Kind::Block;
    node->operands = {coerced};
    return;
  }
  std::optional<CastKind> kind = castKind(from, to);
  if (!kind) {
    reportCast(node->span, from, to);
    return;
  }
  if (from->is(Type::Kind::FnDef)) {
    Ty pointer = pointerTypeOf(from->def, from->args, node->span);
    operand = cast(CastKind::FunctionToPointer, operand, pointer);
  } else if (from->is(Type::Kind::Reference)) {
    // `&[T; n] as *const T`
    Ty element = infer.shallow(from->element());
    operand = cast(CastKind::PointerToPointer, operand, types.pointer(element, from->isMutable));
  }
  node->operands = {operand};
  node->castKind = *kind;
}

std::optional<CastKind> BodyChecker::castKind(Ty from, Ty to) const {
  bool toInt = to->is(Type::Kind::Int), toFloat = to->is(Type::Kind::Float);
  switch (from->kind) {
  case Type::Kind::Int:
    if (toInt || toFloat || (to->is(Type::Kind::Char) && from->intKind == IntKind::U8))
      return CastKind::Numeric;
    if (to->is(Type::Kind::Pointer) && items.isSized(infer.resolve(to->element())))
      return CastKind::IntToPointer;
    return std::nullopt;
  case Type::Kind::Float:
    return toInt || toFloat ? std::optional(CastKind::Numeric) : std::nullopt;
  case Type::Kind::Bool:
  case Type::Kind::Char:
    return toInt ? std::optional(CastKind::Numeric) : std::nullopt;
  case Type::Kind::Adt:
    return toInt && items.adt(from->def).isCLike() ? std::optional(CastKind::Numeric)
                                                   : std::nullopt;
  case Type::Kind::Pointer: {
    bool isThin = items.isSized(infer.resolve(from->element()));
    if (to->is(Type::Kind::Pointer))
      return isThin && !items.isSized(infer.resolve(to->element()))
                 ? std::nullopt
                 : std::optional(CastKind::PointerToPointer);
    return toInt && isThin ? std::optional(CastKind::PointerToInt) : std::nullopt;
  }
  case Type::Kind::Reference: {
    // Only of an array, to its first element: all else is a coercion.
    Ty array = infer.shallow(from->element());
    bool fits = array->is(Type::Kind::Array) && to->is(Type::Kind::Pointer) &&
                (from->isMutable || !to->isMutable) &&
                infer.resolve(array->element()) == infer.resolve(to->element());
    return fits ? std::optional(CastKind::PointerToPointer) : std::nullopt;
  }
  case Type::Kind::FnDef:
  case Type::Kind::FnPointer:
    if (toInt)
      return CastKind::FunctionPointerToInt;
    if (to->is(Type::Kind::Pointer) && items.isSized(infer.resolve(to->element())))
      return CastKind::FunctionPointerToPointer;
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

void BodyChecker::reportCast(Span span, Ty from, Ty to) {
  hasErrors = true;
  from = infer.resolve(from);
  to = infer.resolve(to);
  if (from->hasError || to->hasError)
    return;
  std::string f = print(from), t = print(to);
  auto isPrimitive = [&](Ty type) {
    return isScalar(type) || type->is(Type::Kind::Pointer) || type->is(Type::Kind::FnPointer) ||
           type->is(Type::Kind::FnDef) || type->is(Type::Kind::Reference) ||
           (type->is(Type::Kind::Adt) && items.adt(type->def).isCLike());
  };
  if (to->is(Type::Kind::Char) && from->is(Type::Kind::Int)) {
    report.error(Code::E0604, span, "invalid cast", "only `u8` can be cast as `char`, not `{}`", f)
        .help("consider using `char::from_u32` instead");
    return;
  }
  if (to->is(Type::Kind::Bool) && (from->is(Type::Kind::Int) || from->is(Type::Kind::Float))) {
    report.error(Code::E0054, span, "", "cannot cast `{}` as `bool`", f)
        .help("compare with zero instead");
    return;
  }
  bool toThick = to->is(Type::Kind::Pointer) && !items.isSized(to->element());
  bool fromThick = from->is(Type::Kind::Pointer) && !items.isSized(from->element());
  if (toThick && from->is(Type::Kind::Pointer)) {
    report.error(Code::E0607, span, "", "cannot cast thin pointer `{}` to wide pointer `{}`", f, t)
        .done();
    return;
  }
  bool canTo = isScalar(to) || to->is(Type::Kind::Pointer);
  if (isPrimitive(from) && canTo) {
    auto error = report.error(Code::E0606, span, "", "casting `{}` as `{}` is invalid", f, t);
    if (from->is(Type::Kind::Reference) || fromThick)
      error.help("cast through a {}raw pointer first", fromThick ? "thin " : "");
    return;
  }
  report
      .error(Code::E0605, span,
             "an `as` expression can only be used to convert between primitive types or to coerce "
             "to a specific trait object",
             "non-primitive cast: `{}` as `{}`", f, t)
      .done();
}
