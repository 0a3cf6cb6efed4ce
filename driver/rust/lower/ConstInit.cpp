//===- ConstInit.cpp - values of constants as bytes ---------------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/Constants.h>

#include <cstring>

namespace cratec::rust::ir {

namespace {

constexpr unsigned wordSize = 8;

uint64_t bitsOf(double real, unsigned width) {
  if (width == 32) {
    float narrow = static_cast<float>(real);
    uint32_t bits;
    std::memcpy(&bits, &narrow, sizeof bits);
    return bits;
  }
  uint64_t bits;
  std::memcpy(&bits, &real, sizeof bits);
  return bits;
}

} // namespace

void Unit::writeTag(Image &image, uint64_t offset, const Layout &layout, unsigned variant) {
  if (layout.tagging == Layout::Tagging::None || variant >= layout.tagValues.size())
    return;
  if (layout.tagging == Layout::Tagging::Niche && variant == layout.dataVariant)
    return;
  image.putInteger(offset + layout.tagOffset, layout.tagValues[variant], layout.tagBits / 8);
}

/// The address of something constant without a name; its own memory where it may be written.
llvm::Constant *Unit::referenceAddress(const ConstValue &target, bool isMutable) {
  Image image = imageOf(target, target.type);
  bool isWritable = isMutable || hasInteriorMutability(target.type);
  if (!isWritable || image.bytes.empty())
    return constantAddress(image);
  llvm::Constant *content = initializer(image);
  auto *variable = new llvm::GlobalVariable(*module, content->getType(), false,
                                            llvm::GlobalValue::PrivateLinkage, content, "data");
  variable->setAlignment(llvm::Align(image.align));
  return variable;
}

void Unit::writeConstant(Image &image, uint64_t offset, const ConstValue &value, Ty type) {
  const Layout &shape = layouts.of(type);
  if (offset + shape.size > image.bytes.size())
    return;
  auto putAddress = [&](llvm::Constant *address) {
    if (address && offset + wordSize <= image.bytes.size())
      image.addresses[offset] = address;
  };
  switch (value.kind) {
  case ConstValue::Kind::Scalar:
    image.putInteger(offset, value.bits, std::min<uint64_t>(shape.size, wordSize));
    break;
  case ConstValue::Kind::Float:
    image.putInteger(offset, bitsOf(value.real, type->floatBits), shape.size);
    break;
  case ConstValue::Kind::String:
    putAddress(textAddress(value.text));
    image.putInteger(offset + wordSize, value.text.size(), wordSize);
    break;
  case ConstValue::Kind::Static:
    putAddress(staticAddress(value.callee.def));
    break;
  case ConstValue::Kind::Function:
    putAddress(function(value.callee, defs[value.callee.def].span));
    break;
  case ConstValue::Kind::Reference:
    if (!value.fields.empty())
      putAddress(referenceAddress(value.fields.front(), type->isMutable));
    break;
  case ConstValue::Kind::Slice: {
    if (value.fields.empty())
      break;
    const ConstValue &array = value.fields.front();
    // The mutability is the slice's; the array's reference has its own type.
    writeConstant(image, offset, array,
                  array.type && array.type->isAnyPointer() ? array.type : type);
    Ty pointee = array.type && array.type->isAnyPointer() ? array.type->element() : array.type;
    uint64_t length = pointee && pointee->is(Type::Kind::Array) ? pointee->length : 0;
    image.putInteger(offset + wordSize, length, wordSize);
    break;
  }
  case ConstValue::Kind::Repeat: {
    if (value.fields.empty() || !type->is(Type::Kind::Array) || isAllZero(value))
      break;
    uint64_t stride = layouts.of(type->element()).size;
    for (uint64_t i = 0; i < type->length && stride; ++i)
      writeConstant(image, offset + i * stride, value.fields.front(), type->element());
    break;
  }
  case ConstValue::Kind::Aggregate: {
    if (type->is(Type::Kind::Array)) {
      uint64_t stride = layouts.of(type->element()).size;
      for (size_t i = 0; i < value.fields.size(); ++i)
        writeConstant(image, offset + i * stride, value.fields[i], type->element());
      break;
    }
    unsigned variant = value.variant < shape.variants.size() ? value.variant : 0;
    std::vector<Ty> types = layouts.fields(type, variant);
    for (size_t i = 0; i < value.fields.size() && i < types.size(); ++i)
      writeConstant(image, offset + shape.variants[variant][i], value.fields[i], types[i]);
    writeTag(image, offset, shape, variant);
    break;
  }
  }
}

/// Whether it surely is nothing but zeros: large buffers are, and need no image then.
bool Unit::isAllZero(const ConstValue &value) {
  switch (value.kind) {
  case ConstValue::Kind::Scalar:
    return value.bits == 0;
  case ConstValue::Kind::Float:
    return bitsOf(value.real, 64) == 0;
  case ConstValue::Kind::Repeat:
  case ConstValue::Kind::Aggregate: {
    bool isEnum =
        value.type && value.type->is(Type::Kind::Adt) && items.adt(value.type->def).isEnum;
    return !isEnum &&
           llvm::all_of(value.fields, [&](const ConstValue &field) { return isAllZero(field); });
  }
  default:
    return false;
  }
}

Image Unit::imageOf(const ConstValue &value, Ty type) {
  const Layout &shape = layouts.of(type);
  Image image(shape.size, shape.align);
  writeConstant(image, 0, value, type);
  return image;
}

llvm::Constant *Unit::immediate(const Image &image, const Layout &shape) {
  auto scalarAt = [&](uint64_t offset, const Scalar &scalar) -> llvm::Constant * {
    if (auto found = image.addresses.find(offset); found != image.addresses.end()) {
      if (scalar.kind == Scalar::Kind::Pointer)
        return found->second;
      return llvm::ConstantExpr::getPtrToInt(found->second, registerType(scalar));
    }
    uint64_t bits = 0;
    for (unsigned i = 0; i < scalar.bits / 8 && offset + i < image.bytes.size(); ++i)
      bits |= uint64_t(image.bytes[offset + i]) << (8 * i);
    if (scalar.isBool)
      return llvm::ConstantInt::get(llvm::Type::getInt1Ty(context), bits & 1);
    auto *integer = llvm::ConstantInt::get(llvm::Type::getIntNTy(context, scalar.bits), bits);
    if (scalar.kind == Scalar::Kind::Pointer)
      return bits ? llvm::ConstantExpr::getIntToPtr(integer, pointerType())
                  : llvm::ConstantPointerNull::get(llvm::PointerType::get(context, 0));
    if (scalar.kind == Scalar::Kind::Float)
      return llvm::ConstantFP::get(context,
                                   llvm::APFloat(scalar.bits == 32 ? llvm::APFloat::IEEEsingle()
                                                                   : llvm::APFloat::IEEEdouble(),
                                                 llvm::APInt(scalar.bits, bits)));
    return integer;
  };
  if (shape.shape == Shape::Scalar)
    return scalarAt(0, shape.first);
  return llvm::ConstantStruct::get(pairType(),
                                   {scalarAt(0, shape.first), scalarAt(wordSize, shape.second)});
}

} // namespace cratec::rust::ir
