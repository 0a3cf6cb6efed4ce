//===- Call.cpp - how functions are called ------------------------------------===//
//
// Rust functions take and return scalars and pairs directly, and all else in memory of the
// caller's. C functions do the same with scalars, with small integers extended as the target's
// C does; for what else they take and return see CAbi.h.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/lower/CAbi.h"

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
  // Of a struct nothing is extended, though it has but one integer.
  Ty type = layout.type;
  bool isAggregate = type->is(Type::Kind::Tuple) || type->is(Type::Kind::Array) ||
                     (type->is(Type::Kind::Adt) && layout.tagging != Layout::Tagging::Tag);
  if (isAggregate)
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

uint64_t CallShape::sizeWith(llvm::ArrayRef<Piece> pieces, uint64_t size,
                             const llvm::DataLayout &layout) {
  for (const Piece &piece : pieces)
    size = std::max<uint64_t>(size, piece.offset + layout.getTypeStoreSize(piece.type));
  return size;
}

/// Says anew how what is in memory goes to C, and comes from there.
void Unit::passForC(CallShape &shape) {
  CAbi abi(*this);
  if (shape.result == CallShape::Passing::Memory)
    shape.result = abi.passResult(layouts.of(shape.resultType), shape.resultPieces);
  for (size_t i = 0; i < shape.parameters.size(); ++i) {
    const Layout &layout = layouts.of(shape.parameterTypes[i]);
    if (shape.parameters[i] == CallShape::Passing::Memory)
      shape.parameters[i] = abi.passParameter(layout, shape.pieces[i]);
    else if (shape.parameters[i] == CallShape::Passing::Direct)
      abi.takeScalar(layout);
  }
}

CallShape Unit::callShape(TypeList parameters, Ty result, Type::Abi abi, bool isVariadic) {
  CallShape shape;
  shape.isC = abi == Type::Abi::C;
  shape.parameterTypes = parameters.vec();
  shape.resultType = result;
  const Layout &resultLayout = layouts.of(result);
  shape.result = passingOf(resultLayout);
  shape.returns = !result->is(Type::Kind::Never);
  shape.pieces.resize(parameters.size());
  for (Ty parameter : parameters)
    shape.parameters.push_back(passingOf(layouts.of(parameter)));
  if (shape.isC)
    passForC(shape);

  std::vector<llvm::Type *> types;
  if (shape.hasResultPointer())
    types.push_back(pointerType());
  for (size_t i = 0; i < parameters.size(); ++i) {
    if (shape.parameters[i] == CallShape::Passing::Direct)
      types.push_back(registerType(layouts.of(parameters[i])));
    else if (shape.parameters[i] == CallShape::Passing::Pieces)
      for (const CallShape::Piece &piece : shape.pieces[i])
        types.push_back(piece.type);
    else if (shape.parameters[i] != CallShape::Passing::Nothing)
      types.push_back(pointerType());
  }
  llvm::Type *resultType = llvm::Type::getVoidTy(context);
  if (shape.result == CallShape::Passing::Direct)
    resultType = registerType(resultLayout);
  else if (shape.resultPieces.size() == 1)
    resultType = shape.resultPieces.front().type;
  else if (!shape.resultPieces.empty())
    resultType =
        llvm::StructType::get(context, {shape.resultPieces[0].type, shape.resultPieces[1].type});
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

/// As large as the type.
llvm::Type *Unit::bytesType(const Layout &layout) {
  return llvm::ArrayType::get(byteType(), layout.size);
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
    if (shape.isC)
      list = list.addParamAttribute(
          context, {index},
          llvm::Attribute::getWithStructRetType(context, bytesType(layouts.of(shape.resultType))));
    ++index;
  }
  for (size_t i = 0; i < shape.parameters.size(); ++i) {
    const Layout &layout = layouts.of(shape.parameterTypes[i]);
    if (shape.parameters[i] == CallShape::Passing::Nothing)
      continue;
    if (shape.parameters[i] == CallShape::Passing::Pieces) {
      for (const CallShape::Piece &piece : shape.pieces[i]) {
        // Of AArch64: what finds no registers has words on the stack, floats too.
        if (piece.type->isArrayTy() && piece.type->getArrayElementType()->isFloatingPointTy())
          list = list.addParamAttribute(
              context, {index}, llvm::Attribute::getWithStackAlignment(context, llvm::Align(8)));
        ++index;
      }
      continue;
    }
    if (shape.parameters[i] == CallShape::Passing::Memory) {
      addMemory(layout);
    } else if (shape.parameters[i] == CallShape::Passing::StackCopy) {
      // Arguments on the stack are aligned to words, whatever the struct is.
      llvm::AttrBuilder builder(context);
      builder.addByValAttr(bytesType(layout));
      builder.addAlignmentAttr(llvm::Align(std::max<uint64_t>(8, layout.align)));
      list = list.addParamAttributes(context, index, builder);
    } else if (auto kind = extension(layout, triple); shape.isC && kind != llvm::Attribute::None)
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
