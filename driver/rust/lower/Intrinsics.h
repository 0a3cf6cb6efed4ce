//===- Intrinsics.h - what core declares and the compiler makes ---*- C++ -*-===//

#pragma once

#include "driver/rust/lower/Function.h"

namespace cratec::rust::ir {

/// One call of a function of `extern "rust-intrinsic"`.
class IntrinsicLowering {
public:
  IntrinsicLowering(FunctionLowering &function, const Callee &callee,
                    const mir::Terminator &terminator);
  /// False for a name that is not known.
  bool lower();

private:
  using Handler = void (IntrinsicLowering::*)();
  struct Row {
    llvm::StringLiteral name;
    Handler handler;
  };
  static llvm::ArrayRef<Row> memoryRows();
  static llvm::ArrayRef<Row> typeRows();
  static llvm::ArrayRef<Row> mathRows();
  static llvm::ArrayRef<Row> atomicRows();

  // Intrinsics.cpp: types, memory, control.
  void sizeOf();
  void alignOf();
  void sizeOfValue();
  void needsDrop();
  void typeName();
  void discriminantValue();
  void transmute();
  void sliceFromParts();
  void copy();
  void copyNonoverlapping();
  void writeBytes();
  void read();
  void write();
  void zeroed();
  void uninitialised();
  void dropInPlace();
  void forget();
  void offset();
  void arithmeticOffset();
  void volatileLoad();
  void volatileStore();
  void blackBox();
  void assume();
  void expectTrue();
  void expectFalse();
  void abort();
  void unreachable();

  // IntrinsicsMath.cpp
  void addWithOverflow();
  void subWithOverflow();
  void mulWithOverflow();
  void wrappingAdd();
  void wrappingSub();
  void wrappingMul();
  void uncheckedDiv();
  void uncheckedRem();
  void uncheckedShl();
  void uncheckedShr();
  void saturatingAdd();
  void saturatingSub();
  void countOnes();
  void leadingZeros();
  void trailingZeros();
  void swapBytes();
  void reverseBits();
  void rotateLeft();
  void rotateRight();
  bool floatFunction();

  // IntrinsicsAtomic.cpp
  void atomicLoad();
  void atomicStore();
  void atomicExchange();
  void atomicCompareExchange();
  void atomicAdd();
  void atomicSub();
  void atomicAnd();
  void atomicOr();
  void atomicXor();
  void atomicNand();
  void atomicMax();
  void atomicMin();
  void atomicFence();

  Ty typeArgument() const;
  bool isSignedArgument() const;
  llvm::Value *value(size_t index);
  Value argument(size_t index);
  mir::Place destination() const { return terminator.place; }
  void giveBack(llvm::Value *value);
  void giveBack(const Value &value);
  Memory at(llvm::Value *address, Ty type) const { return {address, nullptr, type, 0, false}; }
  void move(bool mayOverlap, bool isVolatile = false);
  void withOverflow(llvm::Intrinsic::ID forSigned, llvm::Intrinsic::ID forUnsigned);
  void wrapping(ast::BinaryOp op);
  void bits(llvm::Intrinsic::ID id, bool hasFlag);
  void rotate(llvm::Intrinsic::ID id);
  void saturating(llvm::Intrinsic::ID forSigned, llvm::Intrinsic::ID forUnsigned);
  void atomicChange(llvm::AtomicRMWInst::BinOp op);
  llvm::Value *toMemory(llvm::Value *value);
  llvm::Value *fromMemory(llvm::Value *value);

  FunctionLowering &function;
  Unit &unit;
  llvm::IRBuilder<> &builder;
  const Callee &callee;
  const mir::Terminator &terminator;
  llvm::StringRef name;
  bool ends = false; ///< the block has its terminator
};

} // namespace cratec::rust::ir
