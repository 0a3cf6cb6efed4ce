//===- BuildExpressions.cpp - MIR of values -------------------------------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Expr::Kind;

void Builder::into(const Place &destination, const thir::Expr &expr) {
  switch (expr.kind) {
  case Kind::Binary:
    if (expr.binaryOp == ast::BinaryOp::And || expr.binaryOp == ast::BinaryOp::Or)
      return intoLogical(destination, expr);
    return intoRvalue(destination, expr);
  case Kind::Cast:
    if (expr.castKind == thir::CastKind::NeverToAny)
      return intoNever(expr);
    return intoRvalue(destination, expr);
  case Kind::Call:
    return intoCall(destination, expr);
  case Kind::Assign:
  case Kind::AssignOp:
    discard(expr);
    return assign(destination, useOf(types.unit(), unitOperand()), expr.span);
  case Kind::Block:
    return intoBlock(destination, expr);
  case Kind::If:
    return intoIf(destination, expr);
  case Kind::Loop:
    return intoLoop(destination, expr);
  case Kind::Match:
    return intoMatch(destination, expr);
  case Kind::Break:
  case Kind::Continue:
  case Kind::Return:
    return jump(expr);
  default:
    return intoRvalue(destination, expr);
  }
}

void Builder::intoRvalue(const Place &destination, const thir::Expr &expr) {
  Rvalue value = rvalue(expr);
  assign(destination, std::move(value), expr.span);
}

void Builder::intoNever(const thir::Expr &expr) {
  const thir::Expr &inner = *expr.operands[0];
  into(Place{newLocal(inner.type, inner.span), {}}, inner);
  unreachable(expr.span);
}

Operand Builder::operand(const thir::Expr &expr) {
  if (expr.isPlace())
    return consume(readPlace(expr), expr.span);
  if (std::optional<Constant> value = constant(expr)) {
    Operand result;
    result.constant = std::move(*value);
    result.span = expr.span;
    return result;
  }
  LocalIndex local = newLocal(expr.type, expr.span);
  into(Place{local, {}}, expr);
  if (needsDrop(expr.type))
    scheduleDrop(scopes.size() - 1, local);
  return consume(Place{local, {}}, expr.span);
}

/// Iterative along the first operand: chains of operators are deep there.
bool mir::canWrite(const thir::Expr &whole) {
  const thir::Expr *expr = &whole;
  while (true) {
    switch (expr->kind) {
    case Kind::Local:
    case Kind::Static:
    case Kind::Literal:
    case Kind::NamedConst:
    case Kind::Function:
      return false;
    case Kind::Field:
    case Kind::Deref:
    case Kind::Index:
    case Kind::Borrow:
    case Kind::Unary:
    case Kind::Binary:
    case Kind::Cast:
    case Kind::Tuple:
    case Kind::Array:
    case Kind::Repeat:
      break;
    default:
      return true;
    }
    if (expr->operands.empty())
      return false;
    for (const thir::Expr *operand : llvm::drop_begin(expr->operands))
      if (canWrite(*operand))
        return true;
    expr = expr->operands[0];
  }
}

std::vector<Operand> Builder::operands(llvm::ArrayRef<const thir::Expr *> exprs) {
  // How many from the beginning have one behind them that can write.
  size_t unstable = 0;
  for (size_t i = exprs.size(); i-- > 1 && unstable == 0;)
    if (canWrite(*exprs[i]))
      unstable = i;
  std::vector<Operand> result;
  for (size_t i = 0; i < exprs.size(); ++i) {
    Operand value = operand(*exprs[i]);
    if (i < unstable && exprs[i]->isPlace())
      value = copyToTemporary(std::move(value), exprs[i]->span);
    result.push_back(std::move(value));
  }
  return result;
}

Operand Builder::copyToTemporary(Operand value, Span span) {
  Ty type = typeOf(value, body);
  LocalIndex local = operandLocal(type, span);
  assign(Place{local, {}}, useOf(type, std::move(value)), span);
  return consume(Place{local, {}}, span);
}

Rvalue Builder::rvalue(const thir::Expr &expr) {
  Rvalue result;
  result.type = expr.type;
  switch (expr.kind) {
  case Kind::Borrow:
    return borrow(expr);
  case Kind::Unary:
    return unary(expr);
  case Kind::Binary:
    if (expr.binaryOp == ast::BinaryOp::And || expr.binaryOp == ast::BinaryOp::Or)
      break;
    return binary(expr);
  case Kind::Cast:
    return cast(expr);
  case Kind::Adt:
    return adt(expr);
  case Kind::Tuple:
    if (expr.operands.empty())
      break;
    [[fallthrough]];
  case Kind::Array:
    result.kind = Rvalue::Kind::Aggregate;
    result.operands = operands(expr.operands);
    return result;
  case Kind::Repeat:
    result.kind = Rvalue::Kind::Repeat;
    result.operands = operands(expr.operands);
    result.count = expr.count;
    return result;
  default:
    break;
  }
  result.operands = {operand(expr)};
  return result;
}

Rvalue Builder::borrow(const thir::Expr &expr) {
  const thir::Expr &inner = *expr.operands[0];
  Rvalue result;
  result.type = expr.type;
  if (!expr.isMutable && isPromotable(inner)) {
    Operand promoted;
    promoted.constant = promote(inner, expr.type);
    promoted.span = expr.span;
    result.operands = {std::move(promoted)};
    return result;
  }
  result.kind = Rvalue::Kind::Borrow;
  result.isMutable = expr.isMutable;
  result.place = expr.isMutable ? place(inner) : readPlace(inner);
  return result;
}

Rvalue Builder::adt(const thir::Expr &expr) {
  Rvalue result;
  result.kind = Rvalue::Kind::Aggregate;
  result.type = expr.type;
  result.variant = expr.variant;
  std::vector<const thir::Expr *> values;
  for (const thir::FieldValue &field : expr.fields)
    values.push_back(field.value);
  std::vector<Operand> evaluated = operands(values);
  std::optional<Place> base;
  if (expr.base) {
    // It comes last, and can write.
    for (size_t i = 0; i < evaluated.size() && canWrite(*expr.base); ++i)
      if (values[i]->isPlace())
        evaluated[i] = copyToTemporary(std::move(evaluated[i]), values[i]->span);
    base = place(*expr.base);
  }
  size_t count = items.adt(expr.type->def).variants[expr.variant].fields.size();
  std::vector<std::optional<Operand>> ordered(count);
  for (size_t i = 0; i < evaluated.size(); ++i)
    ordered[expr.fields[i].field] = std::move(evaluated[i]);
  for (unsigned i = 0; i < count; ++i) {
    if (!ordered[i] && base)
      ordered[i] =
          consume(fieldOf(*base, i, fieldType(expr.type, expr.variant, i)), expr.base->span);
    result.operands.push_back(ordered[i] ? std::move(*ordered[i]) : unitOperand());
  }
  return result;
}

// ---- operators ----

Rvalue Builder::unary(const thir::Expr &expr) {
  Rvalue result;
  result.type = expr.type;
  if (std::optional<Constant> value = constant(expr)) {
    Operand folded;
    folded.constant = std::move(*value);
    result.operands = {std::move(folded)};
    return result;
  }
  Operand value = operand(*expr.operands[0]);
  bool canOverflow = expr.unaryOp == ast::UnaryOp::Negate && expr.type->isInteger() &&
                     isSigned(expr.type->intKind);
  if (canOverflow && expr.checksOverflow) {
    uint64_t lowest = uint64_t(1) << (bitWidth(expr.type->intKind) - 1);
    Rvalue test;
    test.kind = Rvalue::Kind::Binary;
    test.type = types.boolean();
    test.binaryOp = ast::BinaryOp::Equal;
    test.operands = {value, scalarOperand(expr.type, lowest)};
    LocalIndex isLowest = newLocal(types.boolean(), expr.span);
    assign(Place{isLowest, {}}, std::move(test), expr.span);
    assertThat(consume(Place{isLowest, {}}, expr.span), false, Terminator::Message::OverflowNegate,
               {value}, expr.span);
  }
  result.kind = Rvalue::Kind::Unary;
  result.unaryOp = expr.unaryOp;
  result.operands = {std::move(value)};
  return result;
}

Rvalue Builder::binary(const thir::Expr &expr) {
  std::vector<Operand> values = operands(expr.operands);
  return arithmetic(expr.binaryOp, std::move(values[0]), std::move(values[1]), expr.type,
                    expr.checksOverflow, expr.span);
}

Rvalue Builder::arithmetic(ast::BinaryOp op, Operand left, Operand right, Ty type, bool checks,
                           Span span) {
  using ast::BinaryOp;
  Rvalue result;
  result.kind = Rvalue::Kind::Binary;
  result.type = type;
  result.binaryOp = op;
  bool isInteger = type->isInteger();
  if (isInteger && (op == BinaryOp::Divide || op == BinaryOp::Remainder))
    checkDivision(op, left, right, type, span);
  if (isInteger && checks && (op == BinaryOp::ShiftLeft || op == BinaryOp::ShiftRight))
    checkShift(op, left, right, span);
  if (!isInteger || !checks ||
      (op != BinaryOp::Add && op != BinaryOp::Subtract && op != BinaryOp::Multiply)) {
    result.operands = {std::move(left), std::move(right)};
    return result;
  }
  Ty pair = types.tuple(types.save({type, types.boolean()}));
  Rvalue checked;
  checked.kind = Rvalue::Kind::CheckedBinary;
  checked.type = pair;
  checked.binaryOp = op;
  checked.operands = {left, right};
  LocalIndex local = newLocal(pair, span);
  assign(Place{local, {}}, std::move(checked), span);
  assertThat(consume(fieldOf(Place{local, {}}, 1, types.boolean()), span), false,
             Terminator::Message::Overflow, {std::move(left), std::move(right)}, span, op);
  result.kind = Rvalue::Kind::Use;
  result.operands = {consume(fieldOf(Place{local, {}}, 0, type), span)};
  return result;
}

void Builder::checkDivision(ast::BinaryOp op, const Operand &left, const Operand &right, Ty type,
                            Span span) {
  using Message = Terminator::Message;
  bool isDivision = op == ast::BinaryOp::Divide;
  uint64_t minusOne = truncateBits(~uint64_t(0), type);
  std::optional<uint64_t> known;
  if (right.kind == Operand::Kind::Constant && right.constant.kind == Constant::Kind::Scalar)
    known = right.constant.bits;
  auto compare = [&](const Operand &value, uint64_t bits) {
    Rvalue test;
    test.kind = Rvalue::Kind::Binary;
    test.type = types.boolean();
    test.binaryOp = ast::BinaryOp::Equal;
    test.operands = {value, scalarOperand(type, bits)};
    LocalIndex local = newLocal(types.boolean(), span);
    assign(Place{local, {}}, std::move(test), span);
    return consume(Place{local, {}}, span);
  };
  if (!known || *known == 0)
    assertThat(compare(right, 0), false,
               isDivision ? Message::DivideByZero : Message::RemainderByZero, {left}, span);
  if (!isSigned(type->intKind) || (known && *known != minusOne))
    return;
  Operand isMinusOne = compare(right, minusOne);
  Operand isLowest = compare(left, uint64_t(1) << (bitWidth(type->intKind) - 1));
  Rvalue both;
  both.kind = Rvalue::Kind::Binary;
  both.type = types.boolean();
  both.binaryOp = ast::BinaryOp::BitAnd;
  both.operands = {isMinusOne, isLowest};
  LocalIndex local = newLocal(types.boolean(), span);
  assign(Place{local, {}}, std::move(both), span);
  assertThat(consume(Place{local, {}}, span), false,
             isDivision ? Message::DivideOverflow : Message::RemainderOverflow, {left, right},
             span);
}

void Builder::checkShift(ast::BinaryOp op, const Operand &left, const Operand &right, Span span) {
  unsigned width = bitWidth(typeOf(left, body)->intKind);
  Ty amountType = typeOf(right, body);
  if (right.kind == Operand::Kind::Constant && right.constant.kind == Constant::Kind::Scalar &&
      right.constant.bits < width)
    return;
  Operand amount = right;
  Ty unsignedType = amountType;
  if (isSigned(amountType->intKind)) {
    // A negative amount is a large one.
    unsignedType = types.integer(static_cast<IntKind>(static_cast<unsigned>(amountType->intKind) +
                                                      static_cast<unsigned>(IntKind::U8)));
    Rvalue converted;
    converted.kind = Rvalue::Kind::Cast;
    converted.type = unsignedType;
    converted.castKind = thir::CastKind::Numeric;
    converted.operands = {right};
    LocalIndex local = newLocal(unsignedType, span);
    assign(Place{local, {}}, std::move(converted), span);
    amount = consume(Place{local, {}}, span);
  }
  Rvalue test;
  test.kind = Rvalue::Kind::Binary;
  test.type = types.boolean();
  test.binaryOp = ast::BinaryOp::Less;
  test.operands = {std::move(amount), scalarOperand(unsignedType, width)};
  LocalIndex isSmall = newLocal(types.boolean(), span);
  assign(Place{isSmall, {}}, std::move(test), span);
  assertThat(consume(Place{isSmall, {}}, span), true, Terminator::Message::ShiftOverflow,
             {left, right}, span, op);
}

Rvalue Builder::cast(const thir::Expr &expr) {
  const thir::Expr &inner = *expr.operands[0];
  Rvalue result;
  result.type = expr.type;
  if (expr.castKind == thir::CastKind::NeverToAny) {
    intoNever(expr);
    result.operands = {consume(Place{newLocal(expr.type, expr.span), {}}, expr.span)};
    return result;
  }
  result.kind = Rvalue::Kind::Cast;
  result.castKind = expr.castKind;
  if (!inner.type->is(Type::Kind::Adt) || expr.castKind != thir::CastKind::Numeric) {
    result.operands = {operand(inner)};
    return result;
  }
  // An enum is cast by its discriminant.
  Rvalue discriminant = discriminantOf(place(inner));
  Ty type = discriminant.type;
  if (type == expr.type)
    return discriminant;
  LocalIndex local = newLocal(type, expr.span);
  assign(Place{local, {}}, std::move(discriminant), expr.span);
  result.operands = {consume(Place{local, {}}, expr.span)};
  return result;
}
