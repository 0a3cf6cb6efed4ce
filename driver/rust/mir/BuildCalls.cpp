//===- BuildCalls.cpp - MIR of calls and constructors ---------------------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

bool Builder::isConstructorCall(const thir::Expr &expr) const {
  if (expr.kind != thir::Expr::Kind::Call || expr.callee.def == noDef)
    return false;
  DefKind kind = items.defs[expr.callee.def].kind;
  return kind == DefKind::Struct || kind == DefKind::Variant;
}

void Builder::intoCall(const Place &destination, const thir::Expr &expr) {
  if (isConstructorCall(expr)) {
    Rvalue value;
    value.kind = Rvalue::Kind::Aggregate;
    value.type = expr.type;
    const Def &def = items.defs[expr.callee.def];
    value.variant = def.kind == DefKind::Variant ? def.index : 0;
    value.operands = operands(expr.operands);
    return assign(destination, std::move(value), expr.span);
  }
  std::vector<Operand> values = operands(expr.operands);
  Terminator call;
  call.kind = Terminator::Kind::Call;
  if (expr.callee.def != noDef) {
    call.operand.constant.kind = Constant::Kind::Function;
    call.operand.constant.type = types.fnDef(expr.callee.def, expr.callee.args);
    call.operand.constant.callee = expr.callee;
    call.operand.span = expr.span;
    call.args = std::move(values);
  } else {
    call.operand = std::move(values[0]);
    call.args.assign(std::make_move_iterator(values.begin() + 1),
                     std::make_move_iterator(values.end()));
  }
  call.place = destination;
  if (expr.type->is(Type::Kind::Never))
    return terminate(std::move(call), expr.span);
  BlockIndex next = newBlock();
  call.targets = {next};
  terminate(std::move(call), expr.span);
  startBlock(next);
}
