//===- Place.cpp - places, loads and stores, operands -------------------------===//

#include "driver/rust/lower/Function.h"

namespace cratec::rust::ir {

namespace {
constexpr uint64_t wordSize = 8;
}

llvm::Value *FunctionLowering::offsetBy(llvm::Value *address, uint64_t offset) {
  if (!offset)
    return address;
  return builder.CreateInBoundsGEP(unit.byteType(), address,
                                   llvm::ConstantInt::get(unit.wordType(), offset));
}

llvm::Value *FunctionLowering::makePair(llvm::Value *first, llvm::Value *second) {
  llvm::Value *pair = llvm::PoisonValue::get(unit.pairType());
  pair = builder.CreateInsertValue(pair, first, 0);
  return builder.CreateInsertValue(pair, second, 1);
}

llvm::Align FunctionLowering::alignOf(const Memory &memory) {
  return llvm::Align(memory.isPacked ? 1 : layout(memory.type).align);
}

Memory FunctionLowering::deref(const Memory &pointer, Ty pointee) {
  Value value = load(pointer);
  if (layout(pointer.type).shape == Shape::Pair)
    return {builder.CreateExtractValue(value.value, 0), builder.CreateExtractValue(value.value, 1),
            pointee, 0, false};
  return {value.value, nullptr, pointee, 0, false};
}

Memory FunctionLowering::field(const Memory &base, unsigned index, Ty type) {
  const Layout &shape = layout(base.type);
  uint64_t offset = 0;
  if (base.variant < shape.variants.size() && index < shape.variants[base.variant].size())
    offset = shape.variants[base.variant][index];
  return {offsetBy(base.address, offset), nullptr, type, 0, base.isPacked || shape.isPacked};
}

Memory FunctionLowering::element(const Memory &base, llvm::Value *index, Ty type) {
  auto *slot = llvm::ArrayType::get(unit.byteType(), layout(type).size);
  return {builder.CreateInBoundsGEP(slot, base.address, index), nullptr, type, 0, base.isPacked};
}

Memory FunctionLowering::place(const mir::Place &place) {
  Memory memory = slots[place.local];
  for (const mir::Projection &step : place.projections) {
    Ty type = put(step.type);
    switch (step.kind) {
    case mir::Projection::Kind::Deref:
      memory = deref(memory, type);
      break;
    case mir::Projection::Kind::Field:
      memory = field(memory, step.index, type);
      break;
    case mir::Projection::Kind::Index:
      memory = element(memory, load(slots[step.local]).value, type);
      break;
    case mir::Projection::Kind::Downcast:
      memory.variant = step.index;
      break;
    }
  }
  return memory;
}

llvm::Value *FunctionLowering::loadScalar(llvm::Value *address, const Scalar &scalar,
                                          llvm::Align align) {
  llvm::Value *value = builder.CreateAlignedLoad(unit.memoryType(scalar), address, align);
  return scalar.isBool ? builder.CreateTrunc(value, builder.getInt1Ty()) : value;
}

void FunctionLowering::storeScalar(llvm::Value *address, llvm::Value *value, const Scalar &scalar,
                                   llvm::Align align) {
  if (scalar.isBool)
    value = builder.CreateZExt(value, builder.getInt8Ty());
  builder.CreateAlignedStore(value, address, align);
}

Value FunctionLowering::load(const Memory &memory) {
  const Layout &shape = layout(memory.type);
  llvm::Align align = alignOf(memory);
  switch (shape.shape) {
  case Shape::Empty:
    return {memory.type, nullptr};
  case Shape::Scalar:
    return {memory.type, loadScalar(memory.address, shape.first, align)};
  case Shape::Pair: {
    llvm::Value *first = loadScalar(memory.address, shape.first, align);
    llvm::Value *second = loadScalar(offsetBy(memory.address, wordSize), shape.second, align);
    return {memory.type, makePair(first, second)};
  }
  case Shape::Memory:
    break;
  }
  return {memory.type, memory.address, memory.isPacked};
}

void FunctionLowering::store(const Memory &to, const Value &value) {
  const Layout &shape = layout(to.type);
  llvm::Align align = alignOf(to);
  if (!value.value || shape.shape == Shape::Empty)
    return;
  switch (shape.shape) {
  case Shape::Empty:
    return;
  case Shape::Scalar:
    return storeScalar(to.address, value.value, shape.first, align);
  case Shape::Pair:
    storeScalar(to.address, builder.CreateExtractValue(value.value, 0), shape.first, align);
    storeScalar(offsetBy(to.address, wordSize), builder.CreateExtractValue(value.value, 1),
                shape.second, align);
    return;
  case Shape::Memory:
    break;
  }
  llvm::Align from(value.isPacked ? 1 : shape.align);
  if (value.value != to.address)
    builder.CreateMemCpy(to.address, align, value.value, from, shape.size);
}

Value FunctionLowering::pointerTo(const Memory &memory, Ty pointerType) {
  if (layout(pointerType).shape != Shape::Pair)
    return {pointerType, memory.address};
  llvm::Value *extra = memory.extra ? memory.extra : llvm::ConstantInt::get(unit.wordType(), 0);
  return {pointerType, makePair(memory.address, extra)};
}

Ty FunctionLowering::typeOf(const mir::Operand &operand) {
  return put(mir::typeOf(operand, body));
}

Value FunctionLowering::operand(const mir::Operand &operand) {
  if (operand.kind == mir::Operand::Kind::Constant)
    return constant(operand.constant);
  return load(place(operand.place));
}

Value FunctionLowering::ofConstValue(const std::optional<ConstValue> &value, Ty type) {
  const Layout &shape = layout(type);
  if (shape.shape == Shape::Empty)
    return {type, nullptr};
  if (!value) { // has been said
    llvm::Type *poison =
        shape.shape == Shape::Memory ? unit.pointerType() : unit.registerType(shape);
    return {type, llvm::PoisonValue::get(poison)};
  }
  Image image = unit.imageOf(*value, type);
  if (shape.shape == Shape::Memory)
    return {type, unit.constantAddress(image)};
  return {type, unit.immediate(image, shape)};
}

Value FunctionLowering::constant(const mir::Constant &constant) {
  Ty type = put(constant.type);
  switch (constant.kind) {
  case mir::Constant::Kind::Function:
  case mir::Constant::Kind::Zero:
    return {type, nullptr};
  case mir::Constant::Kind::String:
    return {type, unit.textPair(constant.text)};
  case mir::Constant::Kind::Bytes:
    return {type, unit.textAddress(constant.text)};
  case mir::Constant::Kind::Static:
    return {type, unit.staticAddress(constant.callee.def)};
  case mir::Constant::Kind::Named: {
    std::vector<Ty> constArgs;
    for (Ty arg : constant.callee.args)
      constArgs.push_back(put(arg));
    return ofConstValue(unit.source.constant(constant.callee.def, unit.types.save(constArgs)),
                        type);
  }
  case mir::Constant::Kind::Promoted: {
    if (constant.index >= body.promoted.size())
      return {type, llvm::PoisonValue::get(unit.pointerType())};
    const mir::Body &promoted = *body.promoted[constant.index];
    Ty target = put(promoted.locals[mir::returnLocal].type);
    std::optional<ConstValue> value = unit.source.evaluate(promoted, args);
    if (!value) // has been said
      return {type, llvm::PoisonValue::get(unit.pointerType())};
    return {type, unit.constantAddress(unit.imageOf(*value, target))};
  }
  case mir::Constant::Kind::Scalar:
  case mir::Constant::Kind::Float:
    break;
  }
  ConstValue value;
  value.kind = constant.kind == mir::Constant::Kind::Float ? ConstValue::Kind::Float
                                                           : ConstValue::Kind::Scalar;
  value.type = type;
  value.bits = constant.bits;
  value.real = constant.real;
  return ofConstValue(value, type);
}

} // namespace cratec::rust::ir
