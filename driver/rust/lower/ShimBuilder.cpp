//===- ShimBuilder.cpp - MIR that no source stands for ------------------------===//

#include "driver/rust/lower/ShimBuilder.h"

namespace cratec::rust::ir {

ShimBuilder::ShimBuilder(Unit &unit, TypeList parameters, Ty result)
    : unit(unit), body(std::make_unique<mir::Body>()) {
  local(result);
  for (Ty parameter : parameters)
    local(parameter);
  body->parameters = static_cast<unsigned>(parameters.size());
  body->scopes.emplace_back();
  newBlock();
}

mir::LocalIndex ShimBuilder::local(Ty type) {
  mir::Local local;
  local.type = type;
  body->locals.push_back(local);
  return static_cast<mir::LocalIndex>(body->locals.size() - 1);
}

mir::Place ShimBuilder::deref(mir::Place place) {
  mir::Projection step{mir::Projection::Kind::Deref, 0, 0, typeOf(place)->element()};
  place.projections.push_back(step);
  return place;
}

mir::Place ShimBuilder::field(mir::Place place, unsigned index, Ty type) {
  place.projections.push_back({mir::Projection::Kind::Field, index, 0, type});
  return place;
}

mir::Place ShimBuilder::element(mir::Place place, mir::LocalIndex index, Ty type) {
  place.projections.push_back({mir::Projection::Kind::Index, 0, index, type});
  return place;
}

mir::Place ShimBuilder::variant(mir::Place place, unsigned index) {
  Ty type = typeOf(place);
  place.projections.push_back({mir::Projection::Kind::Downcast, index, 0, type});
  return place;
}

mir::Operand ShimBuilder::copy(mir::Place place) {
  mir::Operand operand;
  operand.kind = mir::Operand::Kind::Copy;
  operand.place = std::move(place);
  return operand;
}

mir::Operand ShimBuilder::move(mir::Place place) {
  mir::Operand operand = copy(std::move(place));
  operand.kind = mir::Operand::Kind::Move;
  return operand;
}

mir::Operand ShimBuilder::word(uint64_t value) {
  mir::Operand operand;
  operand.constant.kind = mir::Constant::Kind::Scalar;
  operand.constant.type = unit.types.usize();
  operand.constant.bits = value;
  return operand;
}

mir::Operand ShimBuilder::boolean(bool value) {
  mir::Operand operand = word(value);
  operand.constant.type = unit.types.boolean();
  return operand;
}

mir::Operand ShimBuilder::text(llvm::StringRef text) {
  mir::Operand operand;
  operand.constant.kind = mir::Constant::Kind::String;
  operand.constant.type = unit.types.reference(unit.types.str(), false);
  operand.constant.text = text;
  return operand;
}

void ShimBuilder::assign(mir::Place to, mir::Rvalue value) {
  mir::Statement statement;
  statement.kind = mir::Statement::Kind::Assign;
  if (!value.type)
    value.type = typeOf(to);
  statement.place = std::move(to);
  statement.value = std::move(value);
  body->blocks[current].statements.push_back(std::move(statement));
}

void ShimBuilder::use(mir::Place to, mir::Operand value) {
  mir::Rvalue rvalue;
  rvalue.operands.push_back(std::move(value));
  assign(std::move(to), std::move(rvalue));
}

void ShimBuilder::borrow(mir::LocalIndex to, mir::Place place, bool isMutable) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Borrow;
  rvalue.place = std::move(place);
  rvalue.isMutable = isMutable;
  assign(at(to), std::move(rvalue));
}

void ShimBuilder::unsize(mir::LocalIndex to, mir::Operand from) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Cast;
  rvalue.castKind = thir::CastKind::Unsize;
  rvalue.operands.push_back(std::move(from));
  assign(at(to), std::move(rvalue));
}

void ShimBuilder::binary(mir::LocalIndex to, ast::BinaryOp op, mir::Operand left,
                         mir::Operand right) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Binary;
  rvalue.binaryOp = op;
  rvalue.operands.push_back(std::move(left));
  rvalue.operands.push_back(std::move(right));
  assign(at(to), std::move(rvalue));
}

void ShimBuilder::discriminant(mir::LocalIndex to, mir::Place place) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Discriminant;
  rvalue.place = std::move(place);
  assign(at(to), std::move(rvalue));
}

void ShimBuilder::length(mir::LocalIndex to, mir::Place place) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Length;
  rvalue.place = std::move(place);
  assign(at(to), std::move(rvalue));
}

void ShimBuilder::aggregate(mir::Place to, unsigned variant, std::vector<mir::Operand> parts) {
  mir::Rvalue rvalue;
  rvalue.kind = mir::Rvalue::Kind::Aggregate;
  rvalue.variant = variant;
  rvalue.operands = std::move(parts);
  assign(std::move(to), std::move(rvalue));
}

mir::BlockIndex ShimBuilder::newBlock() {
  body->blocks.emplace_back();
  return static_cast<mir::BlockIndex>(body->blocks.size() - 1);
}

mir::Terminator &ShimBuilder::end(mir::Terminator::Kind kind) {
  mir::Terminator &terminator = body->blocks[current].terminator;
  terminator.kind = kind;
  return terminator;
}

void ShimBuilder::jump(mir::BlockIndex block) {
  end(mir::Terminator::Kind::Goto).targets = {block};
}

void ShimBuilder::give() {
  end(mir::Terminator::Kind::Return);
}

void ShimBuilder::call(Callee callee, std::vector<mir::Operand> args, mir::Place result) {
  mir::BlockIndex next = newBlock();
  mir::Terminator &terminator = end(mir::Terminator::Kind::Call);
  terminator.operand.constant.kind = mir::Constant::Kind::Function;
  terminator.operand.constant.type = unit.types.fnDef(callee.def, callee.args);
  terminator.operand.constant.callee = callee;
  terminator.args = std::move(args);
  terminator.place = std::move(result);
  terminator.targets = {next};
  begin(next);
}

void ShimBuilder::drop(mir::Place place) {
  if (!unit.items.needsDrop(typeOf(place)))
    return;
  mir::BlockIndex next = newBlock();
  mir::Terminator &terminator = end(mir::Terminator::Kind::Drop);
  terminator.place = std::move(place);
  terminator.targets = {next};
  begin(next);
}

void ShimBuilder::choose(mir::Operand operand, std::vector<uint64_t> values,
                         std::vector<mir::BlockIndex> targets, mir::BlockIndex otherwise) {
  Ty type = mir::typeOf(operand, *body);
  mir::Terminator &terminator = end(mir::Terminator::Kind::Switch);
  terminator.operand = std::move(operand);
  terminator.switchType = type;
  terminator.values = std::move(values);
  terminator.targets = std::move(targets);
  terminator.targets.push_back(otherwise);
}

void ShimBuilder::loop(mir::Operand count, llvm::function_ref<void(mir::LocalIndex)> inside) {
  mir::LocalIndex index = local(unit.types.usize()), isDone = local(unit.types.boolean());
  mir::BlockIndex head = newBlock(), step = newBlock(), after = newBlock();
  use(at(index), word(0));
  jump(head);
  begin(head);
  binary(isDone, ast::BinaryOp::Equal, copy(at(index)), std::move(count));
  choose(copy(at(isDone)), {0}, {step}, after);
  begin(step);
  inside(index);
  binary(index, ast::BinaryOp::Add, copy(at(index)), word(1));
  jump(head);
  begin(after);
}

} // namespace cratec::rust::ir
