//===- EvaluateOperators.cpp - arithmetic of constants --------------------===//

#include "driver/rust/mir/Evaluator.h"
#include "driver/rust/mir/Wide.h"

#include <cmath>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using ast::BinaryOp;

int64_t mir::signExtend(uint64_t bits, Ty type) {
  if (!type->isInteger() || !isSigned(type->intKind))
    return static_cast<int64_t>(bits);
  unsigned shift = 64 - bitWidth(type->intKind);
  return static_cast<int64_t>(bits << shift) >> shift;
}

ConstValue mir::makeScalar(Ty type, uint64_t bits) {
  ConstValue result;
  result.type = type;
  result.bits = truncateBits(bits, type);
  return result;
}

std::string mir::describeInteger(const ConstValue &value, const Definitions &defs) {
  Ty type = value.type;
  if (!type->isInteger())
    return std::to_string(value.bits);
  std::string name = toString(type, defs);
  unsigned width = bitWidth(type->intKind);
  uint64_t highest = isSigned(type->intKind) ? (uint64_t(1) << (width - 1)) - 1
                     : width == 64           ? ~uint64_t(0)
                                             : (uint64_t(1) << width) - 1;
  if (value.bits == highest)
    return name + "::MAX";
  if (isSigned(type->intKind) && value.bits == highest + 1)
    return name + "::MIN";
  if (isSigned(type->intKind))
    return fmt::format("{}_{}", signExtend(value.bits, type), name);
  return fmt::format("{}_{}", value.bits, name);
}

namespace {

Wide widen(uint64_t bits, Ty type) {
  return isSigned(type->intKind) ? Wide(signExtend(bits, type)) : Wide(bits);
}

double roundTo(double value, Ty type) {
  return type->floatBits == 32 ? static_cast<double>(static_cast<float>(value)) : value;
}

ConstValue makeFloat(Ty type, double value) {
  ConstValue result;
  result.kind = ConstValue::Kind::Float;
  result.type = type;
  result.real = roundTo(value, type);
  return result;
}

template <typename T> bool holds(BinaryOp op, T left, T right) {
  switch (op) {
  case BinaryOp::Equal:
    return left == right;
  case BinaryOp::NotEqual:
    return left != right;
  case BinaryOp::Less:
    return left < right;
  case BinaryOp::LessEqual:
    return left <= right;
  case BinaryOp::Greater:
    return left > right;
  default:
    return left >= right;
  }
}

bool isComparison(BinaryOp op) {
  return op >= BinaryOp::Equal && op <= BinaryOp::GreaterEqual;
}

double computeFloat(BinaryOp op, double left, double right, Ty type) {
  switch (op) {
  case BinaryOp::Add:
    return left + right;
  case BinaryOp::Subtract:
    return left - right;
  case BinaryOp::Multiply:
    return left * right;
  case BinaryOp::Divide:
    return left / right;
  default:
    return type->floatBits == 32
               ? static_cast<double>(std::fmod(static_cast<float>(left), static_cast<float>(right)))
               : std::fmod(left, right);
  }
}

/// To the nearest value of the type; not-a-number is 0.
uint64_t saturate(double value, Ty type) {
  if (std::isnan(value))
    return 0;
  unsigned width = bitWidth(type->intKind);
  bool hasSign = isSigned(type->intKind);
  double limit = std::ldexp(1.0, static_cast<int>(hasSign ? width - 1 : width));
  if (value >= limit)
    return hasSign ? (uint64_t(1) << (width - 1)) - 1 : truncateBits(~uint64_t(0), type);
  if (value < (hasSign ? -limit : 0.0))
    return hasSign ? truncateBits(uint64_t(1) << (width - 1), type) : 0;
  return truncateBits(value < 0 ? static_cast<uint64_t>(static_cast<int64_t>(value))
                                : static_cast<uint64_t>(value),
                      type);
}

} // namespace

std::pair<uint64_t, bool> mir::computeInteger(BinaryOp op, uint64_t left, uint64_t right, Ty type) {
  Wide a = widen(left, type), b = widen(right, type), exact = 0;
  unsigned width = bitWidth(type->intKind);
  switch (op) {
  case BinaryOp::Add:
    exact = a + b;
    break;
  case BinaryOp::Subtract:
    exact = a - b;
    break;
  case BinaryOp::Multiply: {
    // Two 64 bit values without sign fill 128 bits; with sign they fit.
    if (!isSigned(type->intKind)) {
      auto product = static_cast<UnsignedWide>(left) * right;
      uint64_t wrapped = truncateBits(static_cast<uint64_t>(product), type);
      return {wrapped, product != wrapped};
    }
    exact = a * b;
    break;
  }
  case BinaryOp::Divide:
    exact = b == 0 ? 0 : a / b;
    break;
  case BinaryOp::Remainder:
    exact = b == 0 ? 0 : a % b;
    break;
  case BinaryOp::BitAnd:
    return {left & right, false};
  case BinaryOp::BitOr:
    return {left | right, false};
  case BinaryOp::BitXor:
    return {left ^ right, false};
  case BinaryOp::ShiftLeft:
    return {truncateBits(left << (right & (width - 1)), type), false};
  case BinaryOp::ShiftRight:
    exact = a >> (right & (width - 1));
    break;
  default:
    break;
  }
  uint64_t wrapped = truncateBits(static_cast<uint64_t>(exact), type);
  return {wrapped, widen(wrapped, type) != exact};
}

std::optional<ConstValue> Evaluator::unary(const Rvalue &value, const ConstValue &operand) {
  if (operand.kind == ConstValue::Kind::Float)
    return makeFloat(operand.type, -operand.real);
  if (value.unaryOp == ast::UnaryOp::Negate)
    return makeScalar(operand.type, uint64_t(0) - operand.bits);
  if (operand.type->is(Type::Kind::Bool))
    return makeScalar(operand.type, operand.bits ^ 1);
  return makeScalar(operand.type, ~operand.bits);
}

std::optional<ConstValue> Evaluator::compare(BinaryOp op, const ConstValue &left,
                                             const ConstValue &right) {
  Ty boolean = types.boolean();
  if (left.kind == ConstValue::Kind::Float)
    return makeScalar(boolean, holds(op, left.real, right.real));
  if (left.kind != ConstValue::Kind::Scalar || right.kind != ConstValue::Kind::Scalar) {
    if (left.kind == ConstValue::Kind::Aggregate && left.fields.empty())
      return makeScalar(boolean, holds(op, 0, 0));
    unsupported("comparing pointers");
    return std::nullopt;
  }
  if (left.type->isInteger() && isSigned(left.type->intKind))
    return makeScalar(
        boolean, holds(op, signExtend(left.bits, left.type), signExtend(right.bits, right.type)));
  return makeScalar(boolean, holds(op, left.bits, right.bits));
}

std::optional<ConstValue> Evaluator::binary(const Rvalue &value, Ty type, const ConstValue &left,
                                            const ConstValue &right) {
  if (isComparison(value.binaryOp))
    return compare(value.binaryOp, left, right);
  if (left.kind == ConstValue::Kind::Float)
    return makeFloat(left.type, computeFloat(value.binaryOp, left.real, right.real, left.type));
  if (left.kind != ConstValue::Kind::Scalar || right.kind != ConstValue::Kind::Scalar) {
    unsupported("arithmetic with pointers");
    return std::nullopt;
  }
  if (!left.type->isInteger()) {
    // Bools know only these three.
    uint64_t bits = value.binaryOp == BinaryOp::BitAnd  ? left.bits & right.bits
                    : value.binaryOp == BinaryOp::BitOr ? left.bits | right.bits
                                                        : left.bits ^ right.bits;
    return makeScalar(left.type, bits);
  }
  auto [bits, hasOverflowed] = computeInteger(value.binaryOp, left.bits, right.bits, left.type);
  if (value.kind != Rvalue::Kind::CheckedBinary)
    return makeScalar(left.type, bits);
  ConstValue pair;
  pair.kind = ConstValue::Kind::Aggregate;
  pair.type = type;
  pair.fields = {makeScalar(left.type, bits), makeScalar(types.boolean(), hasOverflowed)};
  return pair;
}

std::optional<ConstValue> Evaluator::cast(thir::CastKind kind, Ty type, ConstValue value) {
  switch (kind) {
  case thir::CastKind::Numeric:
    if (type->is(Type::Kind::Float)) {
      if (value.kind == ConstValue::Kind::Float)
        return makeFloat(type, value.real);
      if (value.type->isInteger() && isSigned(value.type->intKind)) {
        int64_t number = signExtend(value.bits, value.type);
        return makeFloat(type, type->floatBits == 32
                                   ? static_cast<double>(static_cast<float>(number))
                                   : static_cast<double>(number));
      }
      return makeFloat(type, type->floatBits == 32
                                 ? static_cast<double>(static_cast<float>(value.bits))
                                 : static_cast<double>(value.bits));
    }
    if (value.kind == ConstValue::Kind::Float)
      return makeScalar(type, saturate(value.real, type));
    return makeScalar(type, static_cast<uint64_t>(signExtend(value.bits, value.type)));
  case thir::CastKind::IntToPointer:
    return makeScalar(type, static_cast<uint64_t>(signExtend(value.bits, value.type)));
  case thir::CastKind::PointerToInt:
  case thir::CastKind::FunctionPointerToInt:
    if (value.kind == ConstValue::Kind::Scalar)
      return makeScalar(type, value.bits);
    fail("pointers cannot be cast to integers during const eval");
    return std::nullopt;
  case thir::CastKind::Unsize: {
    ConstValue slice;
    slice.kind = ConstValue::Kind::Slice;
    slice.type = type;
    slice.fields.push_back(std::move(value));
    return slice;
  }
  default:
    value.type = type;
    return value;
  }
}
