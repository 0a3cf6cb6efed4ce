//===- BuildControl.cpp - MIR of statements, blocks, branches, loops ------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Expr::Kind;

// ---- statements ----

void Builder::discard(const thir::Expr &expr) {
  switch (expr.kind) {
  case Kind::Assign:
    return assignment(expr);
  case Kind::AssignOp:
    return assignOperator(expr);
  case Kind::Break:
  case Kind::Continue:
  case Kind::Return:
    return jump(expr);
  default:
    break;
  }
  if (expr.kind == Kind::Cast && expr.castKind == thir::CastKind::NeverToAny)
    return intoNever(expr);
  if (expr.type->isUnit() && !expr.isPlace()) {
    if (!unitLocal)
      unitLocal = newLocal(types.unit(), expr.span);
    return into(Place{*unitLocal, {}}, expr);
  }
  if (expr.isPlace()) {
    // A place as a statement is moved from.
    LocalIndex local = newLocal(expr.type, expr.span);
    intoRvalue(Place{local, {}}, expr);
    return scheduleDrop(temporaryScopes.back(), local);
  }
  temporary(expr);
}

namespace {

/// Whether the value can be written piece by piece into the place that it is read from.
bool isWrittenAtOnce(const thir::Expr &expr) {
  switch (expr.kind) {
  case Kind::Literal:
  case Kind::NamedConst:
  case Kind::Function:
  case Kind::Borrow:
  case Kind::Unary:
    return true;
  case Kind::Binary:
    return expr.binaryOp != ast::BinaryOp::And && expr.binaryOp != ast::BinaryOp::Or;
  case Kind::Cast:
    return expr.castKind != thir::CastKind::NeverToAny;
  default:
    return expr.isPlace();
  }
}

} // namespace

void Builder::assignment(const thir::Expr &expr) {
  const thir::Expr &left = *expr.operands[0], &right = *expr.operands[1];
  Rvalue value;
  if (needsDrop(left.type)) {
    value.type = right.type;
    value.operands = {operand(right)};
    // What is read is gone before the old value is.
    if (right.isPlace())
      value.operands[0] = copyToTemporary(std::move(value.operands[0]), right.span);
    Place destination = place(left);
    if (isDead)
      return;
    BlockIndex next = newBlock();
    Terminator drop;
    drop.kind = Terminator::Kind::Drop;
    drop.place = destination;
    drop.targets = {next};
    terminate(std::move(drop), left.span);
    startBlock(next);
    return assign(std::move(destination), std::move(value), left.span);
  }
  if (left.kind == Kind::Local && isWrittenAtOnce(right)) {
    value = rvalue(right);
  } else {
    value.type = right.type;
    value.operands = {operand(right)};
    if (right.isPlace() && canWrite(left))
      value.operands[0] = copyToTemporary(std::move(value.operands[0]), right.span);
  }
  Place destination = place(left);
  assign(std::move(destination), std::move(value), expr.span);
}

void Builder::assignOperator(const thir::Expr &expr) {
  const thir::Expr &left = *expr.operands[0], &right = *expr.operands[1];
  Operand value = operand(right);
  if (right.isPlace() && canWrite(left))
    value = copyToTemporary(std::move(value), right.span);
  Place destination = place(left);
  Operand old = consume(destination, left.span);
  Rvalue result = arithmetic(expr.binaryOp, std::move(old), std::move(value), left.type,
                             expr.checksOverflow, expr.span);
  assign(std::move(destination), std::move(result), expr.span);
}

namespace {

bool bindsByReference(const thir::Pattern &pattern) {
  if (pattern.kind == thir::Pattern::Kind::Binding && pattern.byReference)
    return true;
  if (pattern.inner && pattern.kind == thir::Pattern::Kind::Binding)
    return bindsByReference(*pattern.inner);
  return llvm::any_of(pattern.fields, [](const thir::Pattern::FieldPattern &field) {
    return bindsByReference(*field.pattern);
  });
}

} // namespace

void Builder::extendPlace(const thir::Expr &expr, size_t scope) {
  const thir::Expr *at = &expr;
  while (true) {
    extended[at] = scope;
    switch (at->kind) {
    case Kind::Borrow:
    case Kind::Deref:
    case Kind::Field:
    case Kind::Index:
    case Kind::Cast:
      at = at->operands[0];
      break;
    default:
      return;
    }
  }
}

void Builder::extendBorrows(const thir::Expr &expr, size_t scope) {
  switch (expr.kind) {
  case Kind::Borrow:
    extendBorrows(*expr.operands[0], scope);
    return extendPlace(*expr.operands[0], scope);
  case Kind::Deref:
    // A reborrow that a coercion made: `&*&value`.
    if (expr.operands[0]->kind == Kind::Borrow)
      extendBorrows(*expr.operands[0], scope);
    return;
  case Kind::Call:
    if (!isConstructorCall(expr))
      return;
    [[fallthrough]];
  case Kind::Tuple:
  case Kind::Array:
  case Kind::Cast:
  case Kind::Adt:
    for (const thir::Expr *inner : expr.operands)
      extendBorrows(*inner, scope);
    for (const thir::FieldValue &field : expr.fields)
      extendBorrows(*field.value, scope);
    return;
  case Kind::Block:
    if (!expr.operands.empty())
      extendBorrows(*expr.operands[0], scope);
    return;
  case Kind::If:
    for (const thir::Expr *branch : llvm::drop_begin(expr.operands))
      extendBorrows(*branch, scope);
    return;
  case Kind::Match:
    for (const thir::Arm &arm : expr.arms)
      extendBorrows(*arm.body, scope);
    return;
  default:
    return;
  }
}

void Builder::letStatement(const thir::Statement &statement, size_t blockScope) {
  const thir::Pattern &pattern = *statement.pattern;
  ScopeIndex inner = newDebugScope(statement.span);
  if (!statement.expr) {
    declareBindings(pattern, inner);
    bindIrrefutable(std::nullopt, pattern, blockScope, Span());
    debugScope = inner;
    return;
  }
  pushScope(true);
  extendBorrows(*statement.expr, blockScope);
  if (bindsByReference(pattern))
    extendPlace(*statement.expr, blockScope);
  bool isSimple =
      pattern.kind == thir::Pattern::Kind::Binding && !pattern.byReference && !pattern.inner;
  if (isSimple) {
    declareBindings(pattern, inner);
    LocalIndex local = localOf(pattern.local);
    storage(Statement::Kind::StorageLive, local, pattern.span);
    scheduleStorage(blockScope, local);
    into(Place{local, {}}, *statement.expr);
    scheduleDrop(blockScope, local);
  } else {
    Place matched = place(*statement.expr);
    declareBindings(pattern, inner);
    bindIrrefutable(matched, pattern, blockScope, statement.expr->span);
  }
  popScope(statement.span);
  debugScope = inner;
}

// ---- blocks and branches ----

void Builder::intoScoped(const Place &destination, const thir::Expr &expr) {
  pushScope(true);
  into(destination, expr);
  popScope(expr.span);
}

void Builder::intoBlock(const Place &destination, const thir::Expr &expr) {
  ScopeIndex outer = debugScope;
  size_t scope = scopes.size();
  pushScope(false);
  for (const thir::Statement &statement : expr.statements) {
    if (statement.kind == thir::Statement::Kind::Let) {
      letStatement(statement, scope);
      continue;
    }
    pushScope(true);
    discard(*statement.expr);
    popScope(statement.span);
  }
  if (!expr.operands.empty())
    into(destination, *expr.operands[0]);
  else
    assign(destination, useOf(types.unit(), unitOperand()), expr.span);
  Span end = expr.span.isKnown() ? Span{expr.span.end - 1, expr.span.end} : expr.span;
  popScope(end);
  debugScope = outer;
}

void Builder::branch(const thir::Expr &condition, BlockIndex yes, BlockIndex no) {
  if (condition.kind == Kind::Unary && condition.unaryOp == ast::UnaryOp::Not)
    return branch(*condition.operands[0], no, yes);
  if (condition.kind == Kind::Binary &&
      (condition.binaryOp == ast::BinaryOp::And || condition.binaryOp == ast::BinaryOp::Or)) {
    BlockIndex second = newBlock();
    if (condition.binaryOp == ast::BinaryOp::And)
      branch(*condition.operands[0], second, no);
    else
      branch(*condition.operands[0], yes, second);
    startBlock(second);
    return branch(*condition.operands[1], yes, no);
  }
  pushScope(true);
  Operand value = operand(condition);
  if (!scopes.back().empty() && value.kind != Operand::Kind::Constant)
    value = copyToTemporary(std::move(value), condition.span);
  popScope(condition.span);
  switchBool(std::move(value), yes, no, condition.span);
}

void Builder::intoLogical(const Place &destination, const thir::Expr &expr) {
  BlockIndex yes = newBlock(), no = newBlock(), join = newBlock();
  branch(expr, yes, no);
  for (bool value : {true, false}) {
    startBlock(value ? yes : no);
    assign(destination, useOf(types.boolean(), scalarOperand(types.boolean(), value)), expr.span);
    gotoBlock(join, expr.span);
  }
  startBlock(join);
}

void Builder::intoIf(const Place &destination, const thir::Expr &expr) {
  BlockIndex join = newBlock();
  // `else if` is followed here: it costs no stack.
  const thir::Expr *at = &expr;
  while (true) {
    BlockIndex yes = newBlock(), no = newBlock();
    branch(*at->operands[0], yes, no);
    startBlock(yes);
    intoScoped(destination, *at->operands[1]);
    gotoBlock(join, at->span);
    startBlock(no);
    if (at->operands.size() < 3) {
      assign(destination, useOf(types.unit(), unitOperand()), at->span);
      break;
    }
    if (at->operands[2]->kind != Kind::If) {
      intoScoped(destination, *at->operands[2]);
      break;
    }
    at = at->operands[2];
  }
  gotoBlock(join, expr.span);
  startBlock(join);
}

// ---- loops and jumps ----

void Builder::intoLoop(const Place &destination, const thir::Expr &expr) {
  BlockIndex head = newBlock(), exit = newBlock();
  gotoBlock(head, expr.span);
  startBlock(head);
  breakables.push_back({expr.label, scopes.size(), destination, head, exit});
  const thir::Expr &inside = *expr.operands[0];
  pushScope(true);
  if (inside.type->isUnit()) {
    if (!unitLocal)
      unitLocal = newLocal(types.unit(), expr.span);
    into(Place{*unitLocal, {}}, inside);
  } else {
    into(Place{newLocal(inside.type, expr.span), {}}, inside);
  }
  popScope(expr.span);
  gotoBlock(head, expr.span);
  breakables.pop_back();
  startBlock(exit);
}

void Builder::jump(const thir::Expr &expr) {
  const thir::Expr *value = expr.operands.empty() ? nullptr : expr.operands[0];
  Rvalue unit = useOf(types.unit(), unitOperand());
  if (expr.kind == Kind::Return) {
    if (value)
      into(Place{returnLocal, {}}, *value);
    else
      assign(Place{returnLocal, {}}, std::move(unit), expr.span);
    return exitTo(0, returnBlock, expr.span);
  }
  for (size_t i = breakables.size(); i-- > 0;) {
    if (breakables[i].label != expr.label)
      continue;
    Breakable target = breakables[i];
    if (expr.kind == Kind::Continue)
      return exitTo(target.depth, target.continueBlock, expr.span);
    if (value)
      into(target.destination, *value);
    else
      assign(target.destination, std::move(unit), expr.span);
    return exitTo(target.depth, target.exitBlock, expr.span);
  }
  // A jump to no loop has been said to be wrong.
  unreachable(expr.span);
}
