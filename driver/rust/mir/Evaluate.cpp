//===- Evaluate.cpp - constants, by running their MIR ---------------------===//

#include "driver/rust/mir/Evaluator.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

std::optional<ConstValue> Evaluator::run(const Body &body, TypeList args,
                                         std::vector<ConstValue> parameters) {
  if (frames.size() >= depthLimit) {
    fail("reached the configured maximum number of stack frames");
    return std::nullopt;
  }
  Frame frame{body, args, std::vector<ConstValue>(body.locals.size()), body.span};
  for (size_t i = 0; i < parameters.size() && i + 1 < frame.locals.size(); ++i)
    frame.locals[i + 1] = std::move(parameters[i]);
  frames.push_back(&frame);
  std::optional<ConstValue> result = loop(frame);
  frames.pop_back();
  return result;
}

std::optional<ConstValue> Evaluator::loop(Frame &frame) {
  BlockIndex block = 0;
  while (true) {
    const Block &code = frame.body.blocks[block];
    steps += static_cast<unsigned>(code.statements.size()) + 1;
    if (steps > stepLimit) {
      frame.span = code.terminator.span;
      fail("constant evaluation is taking a long time");
      return std::nullopt;
    }
    for (const Statement &statement : code.statements)
      if (!execute(frame, statement))
        return std::nullopt;
    bool isDone = false;
    std::optional<BlockIndex> next = execute(frame, code.terminator, isDone);
    if (isDone)
      return std::move(frame.locals[returnLocal]);
    if (!next)
      return std::nullopt;
    block = *next;
  }
}

bool Evaluator::execute(Frame &frame, const Statement &statement) {
  if (statement.kind != Statement::Kind::Assign)
    return true;
  frame.span = statement.span;
  std::optional<ConstValue> value = rvalue(frame, statement.value);
  ConstValue *destination = value ? write(frame, statement.place) : nullptr;
  if (!destination)
    return false;
  *destination = std::move(*value);
  return true;
}

std::optional<BlockIndex> Evaluator::execute(Frame &frame, const Terminator &terminator,
                                             bool &isDone) {
  frame.span = terminator.span;
  switch (terminator.kind) {
  case Terminator::Kind::Goto:
  case Terminator::Kind::Drop:
    return terminator.targets[0];
  case Terminator::Kind::Switch:
    return executeSwitch(frame, terminator);
  case Terminator::Kind::Return:
    isDone = true;
    return std::nullopt;
  case Terminator::Kind::Call:
    if (!executeCall(frame, terminator) || terminator.targets.empty())
      return std::nullopt;
    return terminator.targets[0];
  case Terminator::Kind::Assert:
    if (!executeAssert(frame, terminator))
      return std::nullopt;
    return terminator.targets[0];
  case Terminator::Kind::Unreachable:
    break;
  }
  fail("entering unreachable code");
  return std::nullopt;
}

std::optional<BlockIndex> Evaluator::executeSwitch(Frame &frame, const Terminator &terminator) {
  std::optional<ConstValue> value = operand(frame, terminator.operand);
  if (!value)
    return std::nullopt;
  for (size_t i = 0; i < terminator.values.size(); ++i)
    if (terminator.values[i] == value->bits)
      return terminator.targets[i];
  return terminator.targets.back();
}

Ty Evaluator::typeIn(const Frame &frame, Ty type) {
  return type->hasParam ? items.normalize(types.substitute(type, frame.args)) : type;
}

// ---- places ----

const ConstValue *Evaluator::read(Frame &frame, const Place &place) {
  const ConstValue *at = &frame.locals[place.local];
  for (const Projection &projection : place.projections) {
    at = step(frame, at, projection);
    if (!at)
      return nullptr;
  }
  return at;
}

const ConstValue *Evaluator::step(Frame &frame, const ConstValue *at,
                                  const Projection &projection) {
  switch (projection.kind) {
  case Projection::Kind::Deref:
    return deref(*at);
  case Projection::Kind::Downcast:
    return at;
  case Projection::Kind::Field:
    return element(*at, projection.index);
  case Projection::Kind::Index:
    return element(*at, frame.locals[projection.local].bits);
  }
  return nullptr;
}

const ConstValue *Evaluator::deref(const ConstValue &pointer) {
  switch (pointer.kind) {
  case ConstValue::Kind::Reference:
    return &pointer.fields[0];
  case ConstValue::Kind::Slice:
    return deref(pointer.fields[0]);
  case ConstValue::Kind::Static:
    if (const ConstValue *value = provider.valueOfStatic(pointer.callee.def))
      return value;
    if (items.defs[pointer.callee.def].isForeign)
      unsupported("reading an extern static");
    return nullptr;
  default:
    unsupported("dereferencing this pointer");
    return nullptr;
  }
}

const ConstValue *Evaluator::element(const ConstValue &aggregate, uint64_t index) {
  if (aggregate.kind == ConstValue::Kind::Repeat && index < aggregate.bits)
    return &aggregate.fields[0];
  if (aggregate.kind == ConstValue::Kind::Aggregate && index < aggregate.fields.size())
    return &aggregate.fields[index];
  unsupported("reading a part of this value");
  return nullptr;
}

ConstValue *Evaluator::write(Frame &frame, const Place &place) {
  ConstValue *at = &frame.locals[place.local];
  for (const Projection &projection : place.projections) {
    if (projection.kind == Projection::Kind::Downcast)
      continue;
    if (projection.kind == Projection::Kind::Deref) {
      unsupported("writing through a pointer");
      return nullptr;
    }
    if (at->kind == ConstValue::Kind::Repeat) {
      ConstValue all = *at;
      all.kind = ConstValue::Kind::Aggregate;
      all.fields.assign(at->bits, at->fields[0]);
      *at = std::move(all);
    }
    uint64_t index = projection.kind == Projection::Kind::Field
                         ? projection.index
                         : frame.locals[projection.local].bits;
    if (at->kind != ConstValue::Kind::Aggregate || index >= at->fields.size()) {
      unsupported("writing a part of this value");
      return nullptr;
    }
    at = &at->fields[index];
  }
  return at;
}

std::optional<ConstValue> Evaluator::borrow(Frame &frame, const Place &place, Ty type) {
  bool isReborrow =
      !place.projections.empty() && place.projections.back().kind == Projection::Kind::Deref;
  Place inside = place;
  if (isReborrow)
    inside.projections.pop_back();
  const ConstValue *value = &frame.locals[place.local];
  for (const Projection &projection : inside.projections) {
    if (projection.kind == Projection::Kind::Deref && value->kind == ConstValue::Kind::Static) {
      unsupported("the address of a part of a static");
      return std::nullopt;
    }
    value = step(frame, value, projection);
    if (!value)
      return std::nullopt;
  }
  ConstValue result;
  if (isReborrow) {
    result = *value;
  } else {
    result.kind = ConstValue::Kind::Reference;
    result.fields = {*value};
  }
  result.type = type;
  return result;
}

// ---- values ----

std::optional<ConstValue> Evaluator::operand(Frame &frame, const Operand &operand) {
  if (operand.kind == Operand::Kind::Constant)
    return constant(frame, operand.constant);
  const ConstValue *value = read(frame, operand.place);
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::vector<ConstValue>> Evaluator::operands(Frame &frame,
                                                           llvm::ArrayRef<Operand> list) {
  std::vector<ConstValue> result;
  for (const Operand &one : list) {
    std::optional<ConstValue> value = operand(frame, one);
    if (!value)
      return std::nullopt;
    result.push_back(std::move(*value));
  }
  return result;
}

std::optional<ConstValue> Evaluator::constant(Frame &frame, const Constant &constant) {
  ConstValue result;
  result.type = typeIn(frame, constant.type);
  Callee callee = constant.callee;
  std::vector<Ty> args;
  for (Ty arg : callee.args)
    args.push_back(typeIn(frame, arg));
  callee.args = types.save(args);
  switch (constant.kind) {
  case Constant::Kind::Scalar:
    return makeScalar(result.type, constant.bits);
  case Constant::Kind::Float:
    result.kind = ConstValue::Kind::Float;
    result.real = constant.real;
    return result;
  case Constant::Kind::String:
    result.kind = ConstValue::Kind::String;
    result.text = constant.text;
    return result;
  case Constant::Kind::Bytes: {
    ConstValue array;
    array.kind = ConstValue::Kind::Aggregate;
    array.type = result.type->element();
    for (unsigned char byte : constant.text.bytes())
      array.fields.push_back(makeScalar(types.u8(), byte));
    result.kind = ConstValue::Kind::Reference;
    result.fields.push_back(std::move(array));
    return result;
  }
  case Constant::Kind::Function:
  case Constant::Kind::Static:
    result.kind = constant.kind == Constant::Kind::Function ? ConstValue::Kind::Function
                                                            : ConstValue::Kind::Static;
    result.callee = callee;
    return result;
  case Constant::Kind::Zero:
    result.kind = ConstValue::Kind::Aggregate;
    return result;
  case Constant::Kind::Named:
    return evaluateConstant(callee.def, callee.args, provider, items);
  case Constant::Kind::Promoted: {
    std::optional<ConstValue> value = run(*frame.body.promoted[constant.index], frame.args);
    if (!value)
      return std::nullopt;
    result.kind = ConstValue::Kind::Reference;
    result.fields.push_back(std::move(*value));
    return result;
  }
  }
  return std::nullopt;
}

std::optional<ConstValue> Evaluator::repeat(Frame &frame, const Rvalue &value) {
  std::optional<ConstValue> element = operand(frame, value.operands[0]);
  if (!element)
    return std::nullopt;
  ConstValue result;
  result.type = typeIn(frame, value.type);
  if (value.count > repeatLimit) {
    result.kind = ConstValue::Kind::Repeat;
    result.bits = value.count;
    result.fields.push_back(std::move(*element));
    return result;
  }
  result.kind = ConstValue::Kind::Aggregate;
  result.fields.assign(value.count, *element);
  return result;
}

std::optional<ConstValue> Evaluator::length(Frame &frame, const Place &place) {
  const ConstValue *array = read(frame, place);
  if (!array)
    return std::nullopt;
  return makeScalar(types.usize(),
                    array->kind == ConstValue::Kind::Repeat ? array->bits : array->fields.size());
}

std::optional<ConstValue> Evaluator::rvalue(Frame &frame, const Rvalue &value) {
  switch (value.kind) {
  case Rvalue::Kind::Use:
    return operand(frame, value.operands[0]);
  case Rvalue::Kind::Repeat:
    return repeat(frame, value);
  case Rvalue::Kind::Borrow:
    return borrow(frame, value.place, typeIn(frame, value.type));
  case Rvalue::Kind::Length:
    return length(frame, value.place);
  case Rvalue::Kind::Discriminant: {
    const ConstValue *whole = read(frame, value.place);
    if (!whole)
      return std::nullopt;
    const AdtInfo &info = items.adt(whole->type->def);
    return makeScalar(value.type,
                      static_cast<uint64_t>(info.variants[whole->variant].discriminant));
  }
  default:
    break;
  }
  std::optional<std::vector<ConstValue>> values = operands(frame, value.operands);
  if (!values)
    return std::nullopt;
  Ty type = typeIn(frame, value.type);
  switch (value.kind) {
  case Rvalue::Kind::Cast:
    return cast(value.castKind, type, std::move(values->front()));
  case Rvalue::Kind::Unary:
    return unary(value, values->front());
  case Rvalue::Kind::Binary:
  case Rvalue::Kind::CheckedBinary:
    return binary(value, type, (*values)[0], (*values)[1]);
  default:
    break;
  }
  ConstValue result;
  result.kind = ConstValue::Kind::Aggregate;
  result.type = type;
  result.variant = value.variant;
  result.fields = std::move(*values);
  return result;
}
