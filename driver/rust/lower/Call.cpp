//===- Call.cpp - how functions are called ------------------------------------===//
//
// Rust functions take and return scalars and pairs directly, and all else in memory of the
// caller's. C functions do the same, with small integers extended as the target's C does.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/Attributes.h>
#include <llvm/TargetParser/Triple.h>

namespace cratec::rust::ir {

namespace {

CallShape::Passing passingOf(const Layout &layout) {
  switch (layout.shape) {
  case Shape::Empty:
    return CallShape::Passing::Nothing;
  case Shape::Scalar:
  case Shape::Pair:
    return CallShape::Passing::Direct;
  case Shape::Memory:
    break;
  }
  return CallShape::Passing::Memory;
}

bool isSignedType(Ty type) {
  return type->isInteger() && isSigned(type->intKind);
}

/// How C extends an integer that is smaller than a register.
llvm::Attribute::AttrKind extension(const Layout &layout, const llvm::Triple &triple) {
  if (layout.shape != Shape::Scalar || layout.first.kind != Scalar::Kind::Integer)
    return llvm::Attribute::None;
  if (layout.first.isBool)
    return llvm::Attribute::ZExt;
  // RISC-V keeps 32 bits sign extended, also the unsigned ones.
  if (layout.first.bits == 32 && triple.isRISCV64())
    return llvm::Attribute::SExt;
  if (layout.first.bits >= 32)
    return llvm::Attribute::None;
  return isSignedType(layout.type) || layout.tagIsSigned ? llvm::Attribute::SExt
                                                         : llvm::Attribute::ZExt;
}

} // namespace

llvm::Type *Unit::memoryType(const Scalar &scalar) {
  switch (scalar.kind) {
  case Scalar::Kind::Pointer:
    return pointerType();
  case Scalar::Kind::Float:
    return scalar.bits == 32 ? llvm::Type::getFloatTy(context) : llvm::Type::getDoubleTy(context);
  case Scalar::Kind::Integer:
    break;
  }
  return llvm::Type::getIntNTy(context, scalar.bits);
}

llvm::Type *Unit::registerType(const Scalar &scalar) {
  return scalar.isBool ? llvm::Type::getInt1Ty(context) : memoryType(scalar);
}

llvm::Type *Unit::registerType(const Layout &layout) {
  return layout.shape == Shape::Pair ? pairType() : registerType(layout.first);
}

llvm::StructType *Unit::pairType() {
  return llvm::StructType::get(context, {pointerType(), wordType()});
}

CallShape Unit::callShape(TypeList parameters, Ty result, Type::Abi abi, bool isVariadic) {
  CallShape shape;
  shape.isC = abi == Type::Abi::C;
  shape.parameterTypes = parameters.vec();
  shape.resultType = result;
  const Layout &resultLayout = layouts.of(result);
  shape.result = passingOf(resultLayout);
  shape.returns = !result->is(Type::Kind::Never);

  std::vector<llvm::Type *> types;
  if (shape.hasResultPointer())
    types.push_back(pointerType());
  for (Ty parameter : parameters) {
    const Layout &layout = layouts.of(parameter);
    shape.parameters.push_back(passingOf(layout));
    if (shape.parameters.back() == CallShape::Passing::Direct)
      types.push_back(registerType(layout));
    else if (shape.parameters.back() == CallShape::Passing::Memory)
      types.push_back(pointerType());
  }
  llvm::Type *resultType = shape.result == CallShape::Passing::Direct
                               ? registerType(resultLayout)
                               : llvm::Type::getVoidTy(context);
  shape.type = llvm::FunctionType::get(resultType, types, isVariadic);
  return shape;
}

CallShape Unit::callShape(const Instance &instance) {
  if (instance.kind == Instance::Kind::DropGlue)
    return callShape({types.pointer(instance.type, true)}, types.unit(), Type::Abi::Rust, false);
  const FunctionSignature &signature = items.signature(instance.def);
  std::vector<Ty> parameters;
  for (Ty parameter : signature.parameters)
    parameters.push_back(put(parameter, instance.args));
  return callShape(parameters, put(signature.result, instance.args), signature.abi,
                   signature.isVariadic);
}

llvm::AttributeList Unit::callAttributes(const CallShape &shape) {
  llvm::AttributeList list;
  llvm::Triple triple(options.triple);
  unsigned index = 0;
  auto addMemory = [&](const Layout &layout) {
    llvm::AttrBuilder builder(context);
    builder.addAlignmentAttr(llvm::Align(layout.align));
    builder.addDereferenceableAttr(layout.size);
    list = list.addParamAttributes(context, index, builder);
  };
  if (shape.hasResultPointer()) {
    addMemory(layouts.of(shape.resultType));
    list = list.addParamAttribute(context, {index},
                                  llvm::Attribute::get(context, llvm::Attribute::NoAlias));
    ++index;
  }
  for (size_t i = 0; i < shape.parameters.size(); ++i) {
    const Layout &layout = layouts.of(shape.parameterTypes[i]);
    if (shape.parameters[i] == CallShape::Passing::Nothing)
      continue;
    if (shape.parameters[i] == CallShape::Passing::Memory)
      addMemory(layout);
    else if (auto kind = extension(layout, triple); shape.isC && kind != llvm::Attribute::None)
      list = list.addParamAttribute(context, {index}, llvm::Attribute::get(context, kind));
    ++index;
  }
  if (shape.isC && shape.result == CallShape::Passing::Direct)
    if (auto kind = extension(layouts.of(shape.resultType), triple); kind != llvm::Attribute::None)
      list = list.addRetAttribute(context, kind);
  if (!shape.returns)
    list = list.addFnAttribute(context, llvm::Attribute::NoReturn);
  return list.addFnAttribute(context, llvm::Attribute::NoUnwind);
}

void Unit::addAttributes(llvm::Function &function, const CallShape &shape) {
  function.setAttributes(callAttributes(shape));
}

} // namespace cratec::rust::ir
