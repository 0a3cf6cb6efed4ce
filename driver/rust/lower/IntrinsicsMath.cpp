//===- IntrinsicsMath.cpp - arithmetic that is no operator --------------------===//

#include "driver/rust/lower/Intrinsics.h"

#include <llvm/IR/Intrinsics.h>

namespace cratec::rust::ir {

using ast::BinaryOp;

llvm::ArrayRef<IntrinsicLowering::Row> IntrinsicLowering::mathRows() {
  static constexpr Row rows[] = {
      {"add_with_overflow", &IntrinsicLowering::addWithOverflow},
      {"sub_with_overflow", &IntrinsicLowering::subWithOverflow},
      {"mul_with_overflow", &IntrinsicLowering::mulWithOverflow},
      {"overflowing_add", &IntrinsicLowering::wrappingAdd},
      {"overflowing_sub", &IntrinsicLowering::wrappingSub},
      {"overflowing_mul", &IntrinsicLowering::wrappingMul},
      {"wrapping_add", &IntrinsicLowering::wrappingAdd},
      {"wrapping_sub", &IntrinsicLowering::wrappingSub},
      {"wrapping_mul", &IntrinsicLowering::wrappingMul},
      {"unchecked_add", &IntrinsicLowering::wrappingAdd},
      {"unchecked_sub", &IntrinsicLowering::wrappingSub},
      {"unchecked_mul", &IntrinsicLowering::wrappingMul},
      {"unchecked_div", &IntrinsicLowering::uncheckedDiv},
      {"unchecked_rem", &IntrinsicLowering::uncheckedRem},
      {"unchecked_shl", &IntrinsicLowering::uncheckedShl},
      {"unchecked_shr", &IntrinsicLowering::uncheckedShr},
      {"saturating_add", &IntrinsicLowering::saturatingAdd},
      {"saturating_sub", &IntrinsicLowering::saturatingSub},
      {"ctpop", &IntrinsicLowering::countOnes},
      {"ctlz", &IntrinsicLowering::leadingZeros},
      {"cttz", &IntrinsicLowering::trailingZeros},
      {"bswap", &IntrinsicLowering::swapBytes},
      {"bitreverse", &IntrinsicLowering::reverseBits},
      {"rotate_left", &IntrinsicLowering::rotateLeft},
      {"rotate_right", &IntrinsicLowering::rotateRight},
  };
  return rows;
}

void IntrinsicLowering::withOverflow(llvm::Intrinsic::ID forSigned,
                                     llvm::Intrinsic::ID forUnsigned) {
  llvm::Value *both = builder.CreateBinaryIntrinsic(isSignedArgument() ? forSigned : forUnsigned,
                                                    value(0), value(1));
  Memory to = function.place(destination());
  Ty boolean = unit.types.boolean();
  function.store(function.field(to, 0, typeArgument()),
                 {typeArgument(), builder.CreateExtractValue(both, 0)});
  function.store(function.field(to, 1, boolean), {boolean, builder.CreateExtractValue(both, 1)});
}

void IntrinsicLowering::addWithOverflow() {
  withOverflow(llvm::Intrinsic::sadd_with_overflow, llvm::Intrinsic::uadd_with_overflow);
}
void IntrinsicLowering::subWithOverflow() {
  withOverflow(llvm::Intrinsic::ssub_with_overflow, llvm::Intrinsic::usub_with_overflow);
}
void IntrinsicLowering::mulWithOverflow() {
  withOverflow(llvm::Intrinsic::smul_with_overflow, llvm::Intrinsic::umul_with_overflow);
}

void IntrinsicLowering::wrapping(BinaryOp op) {
  Value left = argument(0), right = argument(1);
  giveBack(function.binary(op, left, right));
}

void IntrinsicLowering::wrappingAdd() {
  wrapping(BinaryOp::Add);
}
void IntrinsicLowering::wrappingSub() {
  wrapping(BinaryOp::Subtract);
}
void IntrinsicLowering::wrappingMul() {
  wrapping(BinaryOp::Multiply);
}
void IntrinsicLowering::uncheckedDiv() {
  wrapping(BinaryOp::Divide);
}
void IntrinsicLowering::uncheckedRem() {
  wrapping(BinaryOp::Remainder);
}
void IntrinsicLowering::uncheckedShl() {
  wrapping(BinaryOp::ShiftLeft);
}
void IntrinsicLowering::uncheckedShr() {
  wrapping(BinaryOp::ShiftRight);
}

void IntrinsicLowering::saturating(llvm::Intrinsic::ID forSigned, llvm::Intrinsic::ID forUnsigned) {
  giveBack(builder.CreateBinaryIntrinsic(isSignedArgument() ? forSigned : forUnsigned, value(0),
                                         value(1)));
}

void IntrinsicLowering::saturatingAdd() {
  saturating(llvm::Intrinsic::sadd_sat, llvm::Intrinsic::uadd_sat);
}
void IntrinsicLowering::saturatingSub() {
  saturating(llvm::Intrinsic::ssub_sat, llvm::Intrinsic::usub_sat);
}

/// The result is as wide as core declares it.
void IntrinsicLowering::bits(llvm::Intrinsic::ID id, bool hasFlag) {
  llvm::Value *number = value(0);
  std::vector<llvm::Value *> values{number};
  if (hasFlag) // zero is no special case
    values.push_back(builder.getFalse());
  llvm::Value *result = builder.CreateIntrinsic(id, {number->getType()}, values);
  const Layout &to = function.layout(function.put(mir::typeOf(destination(), function.body)));
  giveBack(builder.CreateZExtOrTrunc(result, unit.registerType(to)));
}

void IntrinsicLowering::countOnes() {
  bits(llvm::Intrinsic::ctpop, false);
}
void IntrinsicLowering::leadingZeros() {
  bits(llvm::Intrinsic::ctlz, true);
}
void IntrinsicLowering::trailingZeros() {
  bits(llvm::Intrinsic::cttz, true);
}
void IntrinsicLowering::reverseBits() {
  bits(llvm::Intrinsic::bitreverse, false);
}

void IntrinsicLowering::swapBytes() {
  if (value(0)->getType()->isIntegerTy(8))
    return giveBack(value(0));
  bits(llvm::Intrinsic::bswap, false);
}

void IntrinsicLowering::rotate(llvm::Intrinsic::ID id) {
  llvm::Value *number = value(0);
  llvm::Value *amount = builder.CreateZExtOrTrunc(value(1), number->getType());
  giveBack(builder.CreateIntrinsic(id, {number->getType()}, {number, number, amount}));
}

void IntrinsicLowering::rotateLeft() {
  rotate(llvm::Intrinsic::fshl);
}
void IntrinsicLowering::rotateRight() {
  rotate(llvm::Intrinsic::fshr);
}

/// `sqrtf32`, `floorf64`, …: a name, `f` and a width.
bool IntrinsicLowering::floatFunction() {
  static constexpr std::pair<llvm::StringLiteral, llvm::Intrinsic::ID> functions[] = {
      {"sqrt", llvm::Intrinsic::sqrt},         {"powi", llvm::Intrinsic::powi},
      {"pow", llvm::Intrinsic::pow},           {"sin", llvm::Intrinsic::sin},
      {"cos", llvm::Intrinsic::cos},           {"tan", llvm::Intrinsic::tan},
      {"exp", llvm::Intrinsic::exp},           {"exp2", llvm::Intrinsic::exp2},
      {"log", llvm::Intrinsic::log},           {"log2", llvm::Intrinsic::log2},
      {"log10", llvm::Intrinsic::log10},       {"fma", llvm::Intrinsic::fma},
      {"fabs", llvm::Intrinsic::fabs},         {"floor", llvm::Intrinsic::floor},
      {"ceil", llvm::Intrinsic::ceil},         {"trunc", llvm::Intrinsic::trunc},
      {"round", llvm::Intrinsic::round},       {"rint", llvm::Intrinsic::rint},
      {"minnum", llvm::Intrinsic::minnum},     {"maxnum", llvm::Intrinsic::maxnum},
      {"copysign", llvm::Intrinsic::copysign}, {"nearbyint", llvm::Intrinsic::nearbyint},
  };
  llvm::StringRef base = name;
  if (!base.consume_back("f32") && !base.consume_back("f64"))
    return false;
  for (auto [known, id] : functions) {
    if (base != known)
      continue;
    std::vector<llvm::Value *> values;
    for (size_t i = 0; i < terminator.args.size(); ++i)
      values.push_back(value(i));
    if (values.empty() || !values.front()->getType()->isFloatingPointTy())
      return false;
    std::vector<llvm::Type *> overloads{values.front()->getType()};
    if (id == llvm::Intrinsic::powi)
      overloads.push_back(builder.getInt32Ty());
    giveBack(builder.CreateIntrinsic(id, overloads, values));
    return true;
  }
  return false;
}

} // namespace cratec::rust::ir
