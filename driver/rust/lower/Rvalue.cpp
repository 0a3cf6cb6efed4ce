//===- Rvalue.cpp - what is assigned ------------------------------------------===//

#include "driver/rust/lower/Function.h"

#include <llvm/IR/Intrinsics.h>

namespace cratec::rust::ir {

using ast::BinaryOp;

/// Whether writing parts of `to` may change what `from` still has to be read from.
bool FunctionLowering::mayOverlap(const mir::Place &to, const mir::Operand &from) const {
  if (from.kind == mir::Operand::Kind::Constant)
    return false;
  auto isIndirect = [](const mir::Place &place) {
    return llvm::any_of(place.projections, [](const mir::Projection &step) {
      return step.kind == mir::Projection::Kind::Deref;
    });
  };
  return to.local == from.place.local || isIndirect(to) || isIndirect(from.place);
}

void FunctionLowering::assignAggregate(const mir::Place &to, Ty type, unsigned variant,
                                       llvm::ArrayRef<mir::Operand> operands) {
  std::vector<Value> values;
  for (const mir::Operand &part : operands) {
    Value value = operand(part);
    if (value.value && layout(value.type).shape == Shape::Memory && mayOverlap(to, part)) {
      Memory copy = temporary(value.type);
      store(copy, value);
      value.value = copy.address;
    }
    values.push_back(value);
  }

  Memory memory = place(to);
  memory.variant = type->is(Type::Kind::Adt) && unit.items.adt(type->def).isEnum ? variant : 0;
  for (unsigned i = 0; i < values.size(); ++i) {
    Memory part = type->is(Type::Kind::Array)
                      ? element(memory, llvm::ConstantInt::get(unit.wordType(), i), type->element())
                      : field(memory, i, values[i].type);
    store(part, values[i]);
  }
  setVariant(memory, memory.variant);
}

void FunctionLowering::setVariant(const Memory &to, unsigned variant) {
  const Layout &shape = layout(to.type);
  if (shape.tagging == Layout::Tagging::None || variant >= shape.tagValues.size() ||
      (shape.tagging == Layout::Tagging::Niche && variant == shape.dataVariant))
    return;
  auto *tagType = llvm::Type::getIntNTy(unit.context, shape.tagBits);
  llvm::Align align = to.isPacked ? llvm::Align(1) : llvm::Align(shape.tagBits / 8);
  builder.CreateAlignedStore(llvm::ConstantInt::get(tagType, shape.tagValues[variant]),
                             offsetBy(to.address, shape.tagOffset), align);
}

/// The index of the variant that a niche tells.
llvm::Value *FunctionLowering::nicheVariant(const Layout &shape, llvm::Value *tag,
                                            const AdtInfo &adt) {
  auto *type = llvm::cast<llvm::IntegerType>(
      llvm::Type::getIntNTy(unit.context, bitWidth(adt.discriminantType->intKind)));
  auto discriminantConstant = [&](unsigned variant) {
    return llvm::ConstantInt::get(type, static_cast<uint64_t>(adt.variants[variant].discriminant),
                                  true);
  };
  llvm::Value *result = discriminantConstant(shape.dataVariant);
  for (unsigned i = 0; i < adt.variants.size(); ++i) {
    if (i == shape.dataVariant)
      continue;
    llvm::Value *is =
        builder.CreateICmpEQ(tag, llvm::ConstantInt::get(tag->getType(), shape.tagValues[i]));
    result = builder.CreateSelect(is, discriminantConstant(i), result);
  }
  return result;
}

/// From the tag to a value of the enum's discriminantType.
llvm::Value *FunctionLowering::discriminantOf(const Layout &shape, llvm::Value *tag) {
  const AdtInfo &adt = unit.items.adt(shape.type->def);
  auto *type = llvm::Type::getIntNTy(unit.context, bitWidth(adt.discriminantType->intKind));
  if (shape.tagging == Layout::Tagging::None)
    return llvm::ConstantInt::get(
        type, adt.variants.empty() ? 0 : static_cast<uint64_t>(adt.variants.front().discriminant),
        true);
  if (shape.tagging == Layout::Tagging::Niche)
    return nicheVariant(shape, tag, adt);
  return shape.tagIsSigned ? builder.CreateSExtOrTrunc(tag, type)
                           : builder.CreateZExtOrTrunc(tag, type);
}

llvm::Value *FunctionLowering::discriminant(const Memory &memory) {
  const Layout &shape = layout(memory.type);
  if (shape.tagging == Layout::Tagging::None)
    return discriminantOf(shape, nullptr);
  auto *tagType = llvm::Type::getIntNTy(unit.context, shape.tagBits);
  llvm::Align align = memory.isPacked ? llvm::Align(1) : llvm::Align(shape.tagBits / 8);
  return discriminantOf(
      shape, builder.CreateAlignedLoad(tagType, offsetBy(memory.address, shape.tagOffset), align));
}

void FunctionLowering::loop(llvm::Value *count, llvm::function_ref<void(llvm::Value *)> body) {
  llvm::BasicBlock *before = builder.GetInsertBlock();
  auto *head = llvm::BasicBlock::Create(unit.context, "head", &function);
  auto *inside = llvm::BasicBlock::Create(unit.context, "body", &function);
  auto *after = llvm::BasicBlock::Create(unit.context, "after", &function);
  builder.CreateBr(head);
  builder.SetInsertPoint(head);
  llvm::PHINode *index = builder.CreatePHI(unit.wordType(), 2);
  index->addIncoming(llvm::ConstantInt::get(unit.wordType(), 0), before);
  builder.CreateCondBr(builder.CreateICmpULT(index, count), inside, after);
  builder.SetInsertPoint(inside);
  body(index);
  index->addIncoming(builder.CreateNUWAdd(index, llvm::ConstantInt::get(unit.wordType(), 1)),
                     builder.GetInsertBlock());
  builder.CreateBr(head);
  builder.SetInsertPoint(after);
}

void FunctionLowering::assignRepeat(const Memory &to, const mir::Rvalue &rvalue) {
  Value value = operand(rvalue.operands.front());
  Ty elementType = to.type->element();
  const Layout &shape = layout(elementType);
  uint64_t count = to.type->length;
  if (!value.value || !count || shape.shape == Shape::Empty)
    return;
  auto *constant = llvm::dyn_cast<llvm::Constant>(value.value);
  bool isZero = constant && shape.shape != Shape::Memory && constant->isNullValue();
  bool isByte = shape.shape == Shape::Scalar && shape.size == 1;
  if (isZero || isByte) {
    llvm::Value *byte = isZero ? builder.getInt8(0) : value.value;
    if (byte->getType() != builder.getInt8Ty())
      byte = builder.CreateZExt(byte, builder.getInt8Ty());
    builder.CreateMemSet(to.address, byte, shape.size * count, alignOf(to));
    return;
  }
  if (shape.shape == Shape::Memory) {
    Memory copy = temporary(elementType);
    store(copy, value);
    value.value = copy.address;
  }
  loop(llvm::ConstantInt::get(unit.wordType(), count),
       [&](llvm::Value *index) { store(element(to, index, elementType), value); });
}

void FunctionLowering::assignChecked(const Memory &to, const mir::Rvalue &rvalue) {
  Value left = operand(rvalue.operands[0]), right = operand(rvalue.operands[1]);
  bool isSignedInt = left.type->isInteger() && isSigned(left.type->intKind);
  llvm::Intrinsic::ID id;
  switch (rvalue.binaryOp) {
  case BinaryOp::Subtract:
    id = isSignedInt ? llvm::Intrinsic::ssub_with_overflow : llvm::Intrinsic::usub_with_overflow;
    break;
  case BinaryOp::Multiply:
    id = isSignedInt ? llvm::Intrinsic::smul_with_overflow : llvm::Intrinsic::umul_with_overflow;
    break;
  default:
    id = isSignedInt ? llvm::Intrinsic::sadd_with_overflow : llvm::Intrinsic::uadd_with_overflow;
    break;
  }
  llvm::Value *both = builder.CreateBinaryIntrinsic(id, left.value, right.value);
  store(field(to, 0, left.type), {left.type, builder.CreateExtractValue(both, 0)});
  Ty boolean = unit.types.boolean();
  store(field(to, 1, boolean), {boolean, builder.CreateExtractValue(both, 1)});
}

void FunctionLowering::assign(const mir::Place &to, const mir::Rvalue &rvalue) {
  Ty type = put(rvalue.type);
  switch (rvalue.kind) {
  case mir::Rvalue::Kind::Use: {
    Value value = operand(rvalue.operands.front());
    return store(place(to), value);
  }
  case mir::Rvalue::Kind::Repeat:
    return assignRepeat(place(to), rvalue);
  case mir::Rvalue::Kind::Borrow: {
    Value pointer = pointerTo(place(rvalue.place), type);
    return store(place(to), pointer);
  }
  case mir::Rvalue::Kind::Length: {
    Memory memory = place(rvalue.place);
    llvm::Value *length =
        memory.type->is(Type::Kind::Array)
            ? llvm::ConstantInt::get(unit.wordType(), memory.type->length)
            : (memory.extra ? memory.extra : llvm::ConstantInt::get(unit.wordType(), 0));
    return store(place(to), {type, length});
  }
  case mir::Rvalue::Kind::Cast: {
    Value value = cast(rvalue.castKind, rvalue.operands.front(), type);
    return store(place(to), value);
  }
  case mir::Rvalue::Kind::Unary: {
    Value value{type, unary(rvalue.unaryOp, operand(rvalue.operands.front()))};
    return store(place(to), value);
  }
  case mir::Rvalue::Kind::Binary: {
    Value left = operand(rvalue.operands[0]), right = operand(rvalue.operands[1]);
    Value value{type, binary(rvalue.binaryOp, left, right)};
    return store(place(to), value);
  }
  case mir::Rvalue::Kind::CheckedBinary:
    return assignChecked(place(to), rvalue);
  case mir::Rvalue::Kind::Discriminant: {
    Value value{type, discriminant(place(rvalue.place))};
    return store(place(to), value);
  }
  case mir::Rvalue::Kind::Aggregate:
    return assignAggregate(to, type, rvalue.variant, rvalue.operands);
  }
}

llvm::Value *FunctionLowering::unary(ast::UnaryOp op, const Value &operand) {
  if (!operand.value)
    return nullptr;
  if (op == ast::UnaryOp::Not)
    return builder.CreateNot(operand.value);
  return operand.type->is(Type::Kind::Float) ? builder.CreateFNeg(operand.value)
                                             : builder.CreateNeg(operand.value);
}

llvm::Value *FunctionLowering::shift(BinaryOp op, Ty type, llvm::Value *left, const Value &right) {
  // The amount wraps at the width; whether that is an error has been checked before.
  llvm::Value *amount = builder.CreateZExtOrTrunc(right.value, left->getType());
  unsigned width = left->getType()->getIntegerBitWidth();
  amount = builder.CreateAnd(amount, llvm::ConstantInt::get(left->getType(), width - 1));
  if (op == BinaryOp::ShiftLeft)
    return builder.CreateShl(left, amount);
  bool isSignedInt = type->isInteger() && isSigned(type->intKind);
  return isSignedInt ? builder.CreateAShr(left, amount) : builder.CreateLShr(left, amount);
}

llvm::Value *FunctionLowering::arithmetic(BinaryOp op, Ty type, llvm::Value *left,
                                          llvm::Value *right) {
  bool isFloat = type->is(Type::Kind::Float);
  bool isSignedInt = type->isInteger() && isSigned(type->intKind);
  switch (op) {
  case BinaryOp::Add:
    return isFloat ? builder.CreateFAdd(left, right) : builder.CreateAdd(left, right);
  case BinaryOp::Subtract:
    return isFloat ? builder.CreateFSub(left, right) : builder.CreateSub(left, right);
  case BinaryOp::Multiply:
    return isFloat ? builder.CreateFMul(left, right) : builder.CreateMul(left, right);
  case BinaryOp::Divide:
    if (isFloat)
      return builder.CreateFDiv(left, right);
    return isSignedInt ? builder.CreateSDiv(left, right) : builder.CreateUDiv(left, right);
  case BinaryOp::Remainder:
    if (isFloat)
      return builder.CreateFRem(left, right);
    return isSignedInt ? builder.CreateSRem(left, right) : builder.CreateURem(left, right);
  case BinaryOp::BitAnd:
  case BinaryOp::And:
    return builder.CreateAnd(left, right);
  case BinaryOp::BitOr:
  case BinaryOp::Or:
    return builder.CreateOr(left, right);
  default:
    return builder.CreateXor(left, right);
  }
}

llvm::Value *FunctionLowering::comparison(BinaryOp op, Ty type, llvm::Value *left,
                                          llvm::Value *right) {
  using Predicate = llvm::CmpInst::Predicate;
  bool isSignedInt = type->isInteger() && isSigned(type->intKind);
  // By the order of the operators: equal, not equal, less, less or equal, greater, …
  constexpr Predicate floats[] = {Predicate::FCMP_OEQ, Predicate::FCMP_UNE, Predicate::FCMP_OLT,
                                  Predicate::FCMP_OLE, Predicate::FCMP_OGT, Predicate::FCMP_OGE};
  constexpr Predicate signedInts[] = {Predicate::ICMP_EQ,  Predicate::ICMP_NE,
                                      Predicate::ICMP_SLT, Predicate::ICMP_SLE,
                                      Predicate::ICMP_SGT, Predicate::ICMP_SGE};
  constexpr Predicate others[] = {Predicate::ICMP_EQ,  Predicate::ICMP_NE,  Predicate::ICMP_ULT,
                                  Predicate::ICMP_ULE, Predicate::ICMP_UGT, Predicate::ICMP_UGE};
  unsigned index = static_cast<unsigned>(op) - static_cast<unsigned>(BinaryOp::Equal);
  if (type->is(Type::Kind::Float))
    return builder.CreateFCmp(floats[index], left, right);
  return builder.CreateICmp(isSignedInt ? signedInts[index] : others[index], left, right);
}

/// Pointers to slices: the address first, then the length.
llvm::Value *FunctionLowering::pairComparison(BinaryOp op, llvm::Value *left, llvm::Value *right) {
  Ty usize = unit.types.usize();
  llvm::Value *leftFirst = builder.CreateExtractValue(left, 0);
  llvm::Value *rightFirst = builder.CreateExtractValue(right, 0);
  llvm::Value *leftSecond = builder.CreateExtractValue(left, 1);
  llvm::Value *rightSecond = builder.CreateExtractValue(right, 1);
  llvm::Value *isSame = builder.CreateICmpEQ(leftFirst, rightFirst);
  llvm::Value *second = comparison(op, usize, leftSecond, rightSecond);
  if (op == BinaryOp::Equal)
    return builder.CreateAnd(isSame, second);
  if (op == BinaryOp::NotEqual)
    return builder.CreateOr(builder.CreateNot(isSame), second);
  return builder.CreateSelect(isSame, second, comparison(op, usize, leftFirst, rightFirst));
}

llvm::Value *FunctionLowering::binary(BinaryOp op, const Value &left, const Value &right) {
  bool isComparison = op >= BinaryOp::Equal && op <= BinaryOp::GreaterEqual;
  if (!left.value || !right.value) {
    // Values without a size are all equal.
    bool holds = op == BinaryOp::Equal || op == BinaryOp::LessEqual || op == BinaryOp::GreaterEqual;
    return isComparison ? builder.getInt1(holds) : nullptr;
  }
  if (op == BinaryOp::ShiftLeft || op == BinaryOp::ShiftRight)
    return shift(op, left.type, left.value, right);
  if (!isComparison)
    return arithmetic(op, left.type, left.value, right.value);
  if (layout(left.type).shape == Shape::Pair)
    return pairComparison(op, left.value, right.value);
  return comparison(op, left.type, left.value, right.value);
}

} // namespace cratec::rust::ir
