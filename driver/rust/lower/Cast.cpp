//===- Cast.cpp - `as`, and coercions -----------------------------------------===//

#include "driver/rust/lower/Function.h"

#include <llvm/IR/Intrinsics.h>

namespace cratec::rust::ir {

llvm::Value *FunctionLowering::numericCast(Ty from, llvm::Value *value, Ty to) {
  bool fromSigned = from->isInteger() && isSigned(from->intKind);
  bool toSigned = to->isInteger() && isSigned(to->intKind);
  llvm::Type *target = unit.registerType(layout(to));
  if (from->is(Type::Kind::Float)) {
    if (to->is(Type::Kind::Float))
      return builder.CreateFPCast(value, target);
    return builder.CreateIntrinsic(toSigned ? llvm::Intrinsic::fptosi_sat
                                            : llvm::Intrinsic::fptoui_sat,
                                   {target, value->getType()}, {value});
  }
  if (to->is(Type::Kind::Float))
    return fromSigned ? builder.CreateSIToFP(value, target) : builder.CreateUIToFP(value, target);
  return builder.CreateIntCast(value, target, fromSigned);
}

Value FunctionLowering::pointerCast(const Value &from, Ty to) {
  bool isPair = from.value->getType()->isStructTy();
  if (layout(to).shape == Shape::Pair && isPair)
    return {to, from.value};
  llvm::Value *address = isPair ? builder.CreateExtractValue(from.value, 0) : from.value;
  if (layout(to).shape == Shape::Pair) // a thin pointer has no length to give
    return {to, makePair(address, llvm::ConstantInt::get(unit.wordType(), 0))};
  return {to, address};
}

/// From a pointer to an array to one to a slice. A Box is such a pointer as well.
Value FunctionLowering::unsize(const Value &from, Ty to) {
  Ty array = from.type->args.empty() ? from.type : from.type->args[0];
  if (from.value->getType()->isStructTy())
    return {to, from.value};
  uint64_t length = array->is(Type::Kind::Array) ? array->length : 0;
  return {to, makePair(from.value, llvm::ConstantInt::get(unit.wordType(), length))};
}

Value FunctionLowering::cast(thir::CastKind kind, const mir::Operand &source, Ty to) {
  Ty from = typeOf(source);
  if (kind == thir::CastKind::FunctionToPointer ||
      (from->is(Type::Kind::FnDef) && layout(to).shape == Shape::Scalar)) {
    llvm::Value *address = unit.function(Callee{from->def, from->args}, span);
    if (!address) // has been said
      address = llvm::PoisonValue::get(unit.pointerType());
    if (to->isInteger())
      address = builder.CreateIntCast(builder.CreatePtrToInt(address, unit.wordType()),
                                      unit.registerType(layout(to)), false);
    return {to, address};
  }
  // Nothing arrives here with a value of `!`.
  if (kind == thir::CastKind::NeverToAny)
    return {to, nullptr};

  Value value = operand(source);
  if (from->is(Type::Kind::Adt) && kind == thir::CastKind::Numeric) {
    const Layout &shape = layout(from);
    const AdtInfo &adt = unit.items.adt(from->def);
    return {to, numericCast(adt.discriminantType, discriminantOf(shape, value.value), to)};
  }
  if (!value.value)
    return {to, nullptr};
  switch (kind) {
  case thir::CastKind::Numeric:
    return {to, numericCast(from, value.value, to)};
  case thir::CastKind::PointerToPointer:
  case thir::CastKind::FunctionPointerToPointer:
  case thir::CastKind::SafeToUnsafeFunction:
    return pointerCast(value, to);
  case thir::CastKind::PointerToInt:
  case thir::CastKind::FunctionPointerToInt: {
    Value thin = pointerCast(value, unit.types.pointer(unit.types.u8(), false));
    llvm::Value *word = builder.CreatePtrToInt(thin.value, unit.wordType());
    return {to, builder.CreateIntCast(word, unit.registerType(layout(to)), false)};
  }
  case thir::CastKind::IntToPointer: {
    bool isSignedInt = from->isInteger() && isSigned(from->intKind);
    llvm::Value *word = builder.CreateIntCast(value.value, unit.wordType(), isSignedInt);
    return {to, builder.CreateIntToPtr(word, unit.pointerType())};
  }
  case thir::CastKind::Unsize:
    return unsize(value, to);
  case thir::CastKind::NeverToAny:
  case thir::CastKind::FunctionToPointer:
    break;
  }
  return {to, nullptr};
}

} // namespace cratec::rust::ir
