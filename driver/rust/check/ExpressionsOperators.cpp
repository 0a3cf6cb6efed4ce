//===- ExpressionsOperators.cpp - binary operators --------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using ast::BinaryOp;
using linkcheck::Code;
using thir::Expr;

namespace {

struct OperatorTrait {
  LangItem trait, assignTrait;
  const char *method, *assignMethod;
};

std::optional<OperatorTrait> operatorTrait(BinaryOp op) {
  switch (op) {
  case BinaryOp::Add:
    return OperatorTrait{LangItem::Add, LangItem::AddAssign, "add", "add_assign"};
  case BinaryOp::Subtract:
    return OperatorTrait{LangItem::Sub, LangItem::SubAssign, "sub", "sub_assign"};
  case BinaryOp::Multiply:
    return OperatorTrait{LangItem::Mul, LangItem::MulAssign, "mul", "mul_assign"};
  case BinaryOp::Divide:
    return OperatorTrait{LangItem::Div, LangItem::DivAssign, "div", "div_assign"};
  case BinaryOp::Remainder:
    return OperatorTrait{LangItem::Rem, LangItem::RemAssign, "rem", "rem_assign"};
  case BinaryOp::BitAnd:
    return OperatorTrait{LangItem::BitAnd, LangItem::BitAndAssign, "bitand", "bitand_assign"};
  case BinaryOp::BitOr:
    return OperatorTrait{LangItem::BitOr, LangItem::BitOrAssign, "bitor", "bitor_assign"};
  case BinaryOp::BitXor:
    return OperatorTrait{LangItem::BitXor, LangItem::BitXorAssign, "bitxor", "bitxor_assign"};
  case BinaryOp::ShiftLeft:
    return OperatorTrait{LangItem::Shl, LangItem::ShlAssign, "shl", "shl_assign"};
  case BinaryOp::ShiftRight:
    return OperatorTrait{LangItem::Shr, LangItem::ShrAssign, "shr", "shr_assign"};
  default:
    return std::nullopt;
  }
}

struct ComparisonTrait {
  LangItem trait;
  const char *method;
};

ComparisonTrait comparisonTrait(BinaryOp op) {
  switch (op) {
  case BinaryOp::Less:
    return {LangItem::PartialOrd, "lt"};
  case BinaryOp::LessEqual:
    return {LangItem::PartialOrd, "le"};
  case BinaryOp::Greater:
    return {LangItem::PartialOrd, "gt"};
  case BinaryOp::GreaterEqual:
    return {LangItem::PartialOrd, "ge"};
  default:
    return {LangItem::PartialEq, "eq"};
  }
}

bool isComparison(BinaryOp op) {
  return op >= BinaryOp::Equal && op <= BinaryOp::GreaterEqual;
}
bool isShift(BinaryOp op) {
  return op == BinaryOp::ShiftLeft || op == BinaryOp::ShiftRight;
}
bool isBitwise(BinaryOp op) {
  return op == BinaryOp::BitAnd || op == BinaryOp::BitOr || op == BinaryOp::BitXor;
}

bool isInt(Ty type) {
  return type->is(Type::Kind::Int) ||
         (type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Int);
}
bool isFloat(Ty type) {
  return type->is(Type::Kind::Float) ||
         (type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Float);
}
bool isAny(Ty type) {
  return type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Any;
}

/// "cannot add `{r}` to `{l}`"
std::string operatorWords(BinaryOp op, const std::string &left, const std::string &right,
                          bool assigns = false) {
  std::string also = assigns ? "-assign" : "";
  switch (op) {
  case BinaryOp::Add:
    return fmt::format("cannot add{} {} to {}", also, right, left);
  case BinaryOp::Subtract:
    return fmt::format("cannot subtract{} {} from {}", also, right, left);
  case BinaryOp::Multiply:
    return fmt::format("cannot multiply{} {} by {}", also, left, right);
  case BinaryOp::Divide:
    return fmt::format("cannot divide{} {} by {}", also, left, right);
  case BinaryOp::Remainder:
    return assigns ? fmt::format("cannot calculate and assign the remainder of {} divided by {}",
                                 left, right)
                   : fmt::format("cannot calculate the remainder of {} divided by {}", left, right);
  default:
    return fmt::format("no implementation for `{} {}{} {}`", llvm::StringRef(left).trim('`').str(),
                       ast::spelling(op).str(), assigns ? "=" : "",
                       llvm::StringRef(right).trim('`').str());
  }
}

} // namespace

bool BodyChecker::isScalar(Ty type) const {
  type = infer.shallow(type);
  switch (type->kind) {
  case Type::Kind::Bool:
  case Type::Kind::Char:
  case Type::Kind::Int:
  case Type::Kind::Float:
    return true;
  case Type::Kind::Infer:
    return type->inferKind != Type::Infer::Any;
  default:
    return false;
  }
}

Ty BodyChecker::scalarBehind(Ty type) const {
  type = infer.shallow(type);
  while (type->is(Type::Kind::Reference))
    type = infer.shallow(type->element());
  return isScalar(type) ? type : nullptr;
}

Node BodyChecker::derefToScalar(Node node) {
  Ty type = infer.shallow(node->type);
  while (type->is(Type::Kind::Reference)) {
    type = infer.shallow(type->element());
    node = deref(node, type, node->span);
  }
  return node;
}

Node BodyChecker::checkLazy(const ast::BinaryExpr &expr) {
  Node left = checkTo(*expr.left, types.boolean());
  bool before = diverges;
  Node right = checkTo(*expr.right, types.boolean());
  diverges = before; // the right side may not run at all
  Node node = make(Expr::Kind::Binary, types.boolean(), expr.span);
  node->binaryOp = expr.op;
  node->operands = {left, right};
  return node;
}

Node BodyChecker::rightOperand(const ast::Expr &expr, Node left, BinaryOp op, LangItem trait) {
  Ty leftType = known(left->type);
  if (Ty scalar = scalarBehind(leftType)) {
    bool sameType = !isShift(op);
    return check(expr, {sameType ? scalar : nullptr, false});
  }
  // Where only one impl is left, its type is what the right side is coerced to.
  DefId traitDef = defs.langItem(trait);
  if (traitDef == noDef || isAny(leftType) || items.generics(traitDef).count() < 2)
    return check(expr);
  Ty right = infer.fresh();
  if (!selectImpl({traitDef, {infer.resolve(leftType), right}}))
    return check(expr);
  right = infer.shallow(right);
  if (isAny(right))
    return check(expr);
  return checkTo(expr, right);
}

Node BodyChecker::checkBinary(const ast::BinaryExpr &expr, Expect expect) {
  if (expr.op == BinaryOp::And || expr.op == BinaryOp::Or)
    return checkLazy(expr);
  Expect hint;
  if (expect.type && !isComparison(expr.op) && isScalar(expect.type))
    hint = {expect.type, false};
  Node left = check(*expr.left, hint);
  Ty leftType = known(left->type);
  if (leftType->is(Type::Kind::Error)) {
    check(*expr.right);
    return isComparison(expr.op) ? errorNode(expr.span) : left;
  }
  LangItem trait =
      isComparison(expr.op) ? comparisonTrait(expr.op).trait : operatorTrait(expr.op)->trait;
  Node right = rightOperand(*expr.right, left, expr.op, trait);
  Ty rightType = known(right->type);
  if (rightType->is(Type::Kind::Error))
    return errorNode(expr.span);
  // `!` on a side is as good as any value.
  if (rightType->is(Type::Kind::Never) && isScalar(leftType))
    right = coerce(right, leftType);
  leftType = known(left->type);
  if (isAny(leftType) && isScalar(right->type) && !isShift(expr.op))
    infer.unify(leftType, right->type);
  if (Node node = checkBuiltinBinary(expr, left, right))
    return node;
  if (isAny(known(left->type))) {
    hasErrors = true;
    if (!saidAnnotations)
      report.error(Code::E0282, left->span, "cannot infer type", "type annotations needed").done();
    saidAnnotations = true;
    return errorNode(expr.span);
  }
  if (isComparison(expr.op))
    return checkComparison(expr, left, right);
  return checkOverloadedBinary(expr, left, right);
}

/// Null where the operator is not the language's own for these types.
Node BodyChecker::checkBuiltinBinary(const ast::BinaryExpr &expr, Node left, Node right) {
  Ty leftType = infer.shallow(left->type), rightType = infer.shallow(right->type);
  BinaryOp op = expr.op;
  auto finishWith = [&](Node a, Node b, Ty type) {
    Node node = make(Expr::Kind::Binary, type, expr.span);
    node->binaryOp = op;
    node->operands = {a, b};
    return node;
  };
  if (isComparison(op)) {
    if (leftType->is(Type::Kind::FnDef) && rightType->is(Type::Kind::FnPointer))
      if (Node pointer = tryCoerce(left, rightType))
        return finishWith(pointer, right, types.boolean());
    if (leftType->is(Type::Kind::FnPointer) && rightType->is(Type::Kind::FnDef))
      if (Node pointer = tryCoerce(right, leftType))
        return finishWith(left, pointer, types.boolean());
    bool plain = (isScalar(leftType) && (isScalar(rightType) || isAny(rightType))) ||
                 leftType->is(Type::Kind::Pointer) || leftType->is(Type::Kind::FnPointer);
    if (plain) {
      if (Node coerced = tryCoerce(right, leftType))
        return finishWith(left, coerced, types.boolean());
      if (leftType->is(Type::Kind::Pointer) && rightType->is(Type::Kind::Pointer))
        if (Node coerced = tryCoerce(left, rightType))
          return finishWith(coerced, right, types.boolean());
      return nullptr;
    }
    bool bothBehind = leftType->is(Type::Kind::Reference) && rightType->is(Type::Kind::Reference);
    if (!bothBehind || !scalarBehind(leftType) || !scalarBehind(rightType))
      return nullptr;
    // References compare what they refer to; as many levels on either side.
    if (!infer.unify(leftType, rightType) &&
        !infer.unify(types.reference(leftType->element(), rightType->isMutable), rightType))
      return nullptr;
    return finishWith(derefToScalar(left), derefToScalar(right), types.boolean());
  }
  Ty a = scalarBehind(leftType), b = scalarBehind(rightType);
  if (a && isAny(rightType)) {
    b = isShift(op) ? infer.fresh(Type::Infer::Int) : a;
    if (!infer.unify(rightType, b))
      return nullptr;
  }
  if (!a || !b)
    return nullptr;
  bool fits = isShift(op) ? isInt(a) && isInt(b)
              : isBitwise(op)
                  ? (isInt(a) && isInt(b)) || (a->is(Type::Kind::Bool) && b->is(Type::Kind::Bool))
                  : (isInt(a) && isInt(b)) || (isFloat(a) && isFloat(b));
  if (!fits || (!isShift(op) && !infer.unify(a, b)))
    return nullptr;
  return finishWith(derefToScalar(left), derefToScalar(right), a);
}

/// What references lead to; an array as a slice.
Node BodyChecker::listBehind(Node node) {
  Ty type = infer.shallow(node->type);
  while (type->is(Type::Kind::Reference)) {
    type = infer.shallow(type->element());
    node = deref(node, type, node->span);
  }
  if (!type->is(Type::Kind::Array))
    return node;
  Ty slice = types.slice(type->element());
  Node pointer =
      cast(thir::CastKind::Unsize, borrow(node, false, node->span), types.reference(slice, false));
  return deref(pointer, slice, node->span);
}

Node BodyChecker::checkComparison(const ast::BinaryExpr &expr, Node left, Node right) {
  ComparisonTrait comparison = comparisonTrait(expr.op);
  DefId trait = defs.langItem(comparison.trait);
  std::optional<DefId> method;
  if (trait != noDef)
    method = memberNamed(trait, comparison.method);
  // Impls for arrays of every length cannot be written; they are compared as slices.
  for (bool asSlices : {false, true}) {
    if (!method)
      break;
    Node l = asSlices ? listBehind(left) : left, r = asSlices ? listBehind(right) : right;
    TraitRef ref{trait, {infer.resolve(l->type), infer.resolve(r->type)}};
    if (!selectImpl(ref) && !holds(ref))
      continue;
    Node node = call(*method, infer.resolve(ref.args),
                     {borrow(l, false, left->span), borrow(r, false, right->span)}, types.boolean(),
                     expr.span);
    return expr.op == BinaryOp::NotEqual ? notNode(node, expr.span) : node;
  }
  reportBinary(expr.op, left, right, expr.span, expr.opSpan);
  return errorNode(expr.span);
}

Node BodyChecker::checkOverloadedBinary(const ast::BinaryExpr &expr, Node left, Node right) {
  auto overload = operatorTrait(expr.op);
  DefId trait = defs.langItem(overload->trait);
  std::optional<DefId> method;
  if (trait != noDef)
    method = memberNamed(trait, overload->method);
  TraitRef ref{trait, {infer.resolve(left->type), infer.resolve(right->type)}};
  if (method && (selectImpl(ref) || holds(ref))) {
    ref.args = infer.resolve(ref.args);
    return call(*method, ref.args, {left, right}, associatedType(ref, "Output", expr.span),
                expr.span);
  }
  reportBinary(expr.op, left, right, expr.span, expr.opSpan);
  return errorNode(expr.span);
}

void BodyChecker::reportBinary(BinaryOp op, Node left, Node right, Span span, Span opSpan) {
  hasErrors = true;
  Ty leftType = infer.resolve(left->type), rightType = infer.resolve(right->type);
  std::string l = "`" + print(leftType) + "`", r = "`" + print(rightType) + "`";
  bool isNumber = isInt(leftType) || isFloat(leftType);
  bool otherNumber = isInt(rightType) || isFloat(rightType);
  if (isScalar(leftType) && isComparison(op)) {
    if (isNumber && otherNumber && leftType->is(Type::Kind::Infer) &&
        rightType->is(Type::Kind::Infer)) {
      report
          .error(Code::E0277, opSpan,
                 fmt::format("no implementation for `{} {} {}`", print(leftType),
                             ast::spelling(op).str(), print(rightType)),
                 "can't compare {} with {}", l, r)
          .done();
      return;
    }
    reportMismatch(right->span, leftType, rightType);
    return;
  }
  if (isNumber && leftType->is(Type::Kind::Int) && rightType->is(Type::Kind::Int)) {
    reportMismatch(right->span, leftType, rightType);
    return;
  }
  if (isNumber && !isComparison(op)) {
    std::string label = fmt::format("no implementation for `{} {} {}`", print(leftType),
                                    ast::spelling(op).str(), print(rightType));
    std::string lw = leftType->is(Type::Kind::Infer) && otherNumber
                         ? (isInt(leftType) ? "an integer" : "a float")
                         : l;
    std::string rw = rightType->is(Type::Kind::Infer) && leftType->is(Type::Kind::Infer)
                         ? (isInt(rightType) ? "an integer" : "a float")
                         : r;
    if (!rightType->is(Type::Kind::Infer) && leftType->is(Type::Kind::Infer))
      lw = l;
    report.error(Code::E0277, opSpan, label, "{}", operatorWords(op, lw, rw)).done();
    return;
  }
  std::string words = isComparison(op)
                          ? fmt::format("binary operation `{}` cannot be applied to type {}",
                                        ast::spelling(op).str(), l)
                          : operatorWords(op, l, r);
  auto error = report.error(Code::E0369, opSpan, "", "{}", words);
  report.label(error, left->span, print(leftType));
  report.label(error, right->span, print(rightType));
  if (leftType->is(Type::Kind::Adt) && defs[leftType->def].crate == localCrateNumber) {
    DefId trait =
        defs.langItem(isComparison(op) ? comparisonTrait(op).trait : operatorTrait(op)->trait);
    if (trait != noDef)
      error.note("an implementation of `{}` might be missing for {}", defs[trait].name.str(), l);
  }
  (void)span;
}

// ---- `a += b` ----

Node BodyChecker::checkCompound(const ast::AssignExpr &expr) {
  Node place = check(*expr.place);
  Ty type = known(place->type);
  auto overload = operatorTrait(*expr.op);
  if (type->is(Type::Kind::Error) || !overload) {
    check(*expr.value);
    return errorNode(expr.span);
  }
  Node value = rightOperand(*expr.value, place, *expr.op, overload->assignTrait);
  Ty valueType = known(value->type);
  if (valueType->is(Type::Kind::Error))
    return errorNode(expr.span);
  if (isScalar(type) && valueType->is(Type::Kind::Never))
    value = coerce(value, type);
  if (isAny(type) && isScalar(valueType) && infer.unify(type, valueType))
    type = infer.shallow(type);
  if (isScalar(type)) {
    ast::BinaryExpr binary(expr.span, *expr.op, expr.span, expr.place, expr.value);
    if (Node result = checkBuiltinBinary(binary, place, value)) {
      if (!place->isPlace()) {
        hasErrors = true;
        report
            .error(Code::E0067, place->span, "cannot assign to this expression",
                   "invalid left-hand side of assignment")
            .done();
        return unitNode(expr.span);
      }
      makeMutable(place, false);
      result->kind = Expr::Kind::AssignOp;
      result->type = types.unit();
      return result;
    }
  }
  return checkOverloadedCompound(expr, place, value);
}

Node BodyChecker::checkOverloadedCompound(const ast::AssignExpr &expr, Node place, Node value) {
  auto overload = operatorTrait(*expr.op);
  DefId trait = defs.langItem(overload->assignTrait);
  std::optional<DefId> method;
  if (trait != noDef)
    method = memberNamed(trait, overload->assignMethod);
  TraitRef ref{trait, {infer.resolve(place->type), infer.resolve(value->type)}};
  if (method && (selectImpl(ref) || holds(ref))) {
    if (place->isPlace())
      makeMutable(place);
    return call(*method, infer.resolve(ref.args), {borrow(place, true, place->span), value},
                types.unit(), expr.span);
  }
  reportCompound(expr, place, value);
  return errorNode(expr.span);
}

void BodyChecker::reportCompound(const ast::AssignExpr &expr, Node place, Node value) {
  hasErrors = true;
  Ty left = infer.resolve(place->type), right = infer.resolve(value->type);
  if (left->is(Type::Kind::Int) && right->is(Type::Kind::Int)) {
    reportMismatch(value->span, left, right);
    return;
  }
  if (isInt(left) || isFloat(left)) {
    report
        .error(Code::E0277, expr.span,
               fmt::format("no implementation for `{} {}= {}`", print(left),
                           ast::spelling(*expr.op).str(), print(right)),
               "{}",
               operatorWords(*expr.op, "`" + print(left) + "`", "`" + print(right) + "`", true))
        .done();
    return;
  }
  auto error = report.error(Code::E0368, expr.span, "",
                            "binary assignment operation `{}=` cannot be applied to type `{}`",
                            ast::spelling(*expr.op).str(), print(left));
  report.label(
      error, place->span,
      fmt::format("cannot use `{}=` on type `{}`", ast::spelling(*expr.op).str(), print(left)));
}
