//===- Function.h - one MIR body on its way to LLVM IR ------------*- C++ -*-===//
//
// Every local is a slot on the stack (LLVM makes registers of those that allow it). Values pass
// through registers as scalars and pairs; larger ones are copied from place to place.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/IRBuilder.h>

namespace cratec::rust::ir {

/// A place in memory. `extra` is the length, where the type has no size of its own.
struct Memory {
  llvm::Value *address = nullptr;
  llvm::Value *extra = nullptr;
  Ty type = nullptr;
  unsigned variant = 0;  ///< after a Downcast
  bool isPacked = false; ///< perhaps not aligned
};

/// A value at hand: Scalar and Pair in a register, Memory by its address, Empty not at all.
struct Value {
  Ty type = nullptr;
  llvm::Value *value = nullptr;
  bool isPacked = false; ///< Memory: perhaps not aligned
};

class FunctionLowering {
public:
  FunctionLowering(Unit &unit, const Instance &instance, const mir::Body &body, TypeList args,
                   llvm::Function &function);
  void run();

private:
  friend class IntrinsicLowering;

  // Function.cpp
  void makeSlots();
  void makePiecesSlot(mir::LocalIndex local, unsigned &argument);
  void findBorrowed();
  void lowerStatement(const mir::Statement &statement);
  void setPlace(mir::ScopeIndex scope, Span span);
  llvm::AllocaInst *makeSlot(uint64_t size, uint64_t align, const llvm::Twine &name);
  Memory temporary(Ty type);
  Ty put(Ty type);
  const Layout &layout(Ty type) { return unit.layout(type, span); }

  // Place.cpp
  Memory place(const mir::Place &place);
  Memory deref(const Memory &pointer, Ty pointee);
  Memory field(const Memory &base, unsigned index, Ty type);
  Memory element(const Memory &base, llvm::Value *index, Ty type);
  llvm::Value *offsetBy(llvm::Value *address, uint64_t offset);
  Value load(const Memory &memory);
  llvm::Value *loadScalar(llvm::Value *address, const Scalar &scalar, llvm::Align align);
  void storeScalar(llvm::Value *address, llvm::Value *value, const Scalar &scalar,
                   llvm::Align align);
  void store(const Memory &to, const Value &value);
  llvm::Align alignOf(const Memory &memory);
  Value operand(const mir::Operand &operand);
  Value constant(const mir::Constant &constant);
  Value ofConstValue(const std::optional<ConstValue> &value, Ty type);
  /// The address as a value of a pointer type: with the length, where there is one.
  Value pointerTo(const Memory &memory, Ty pointerType);
  llvm::Value *makePair(llvm::Value *first, llvm::Value *second);
  Ty typeOf(const mir::Operand &operand);

  // Rvalue.cpp
  void assign(const mir::Place &to, const mir::Rvalue &rvalue);
  void assignAggregate(const mir::Place &to, Ty type, unsigned variant,
                       llvm::ArrayRef<mir::Operand> operands);
  void assignRepeat(const Memory &to, const mir::Rvalue &rvalue);
  void assignChecked(const Memory &to, const mir::Rvalue &rvalue);
  void setVariant(const Memory &to, unsigned variant);
  llvm::Value *discriminant(const Memory &place);
  llvm::Value *nicheVariant(const Layout &layout, llvm::Value *tag, const AdtInfo &adt);
  llvm::Value *discriminantOf(const Layout &layout, llvm::Value *tag);
  llvm::Value *unary(ast::UnaryOp op, const Value &operand);
  llvm::Value *binary(ast::BinaryOp op, const Value &left, const Value &right);
  llvm::Value *arithmetic(ast::BinaryOp op, Ty type, llvm::Value *left, llvm::Value *right);
  llvm::Value *shift(ast::BinaryOp op, Ty type, llvm::Value *left, const Value &right);
  llvm::Value *comparison(ast::BinaryOp op, Ty type, llvm::Value *left, llvm::Value *right);
  llvm::Value *pairComparison(ast::BinaryOp op, llvm::Value *left, llvm::Value *right);
  bool mayOverlap(const mir::Place &to, const mir::Operand &from) const;
  /// A loop over [0, count) in which `body` is told the index.
  void loop(llvm::Value *count, llvm::function_ref<void(llvm::Value *)> body);

  // Cast.cpp
  Value cast(thir::CastKind kind, const mir::Operand &operand, Ty to);
  llvm::Value *numericCast(Ty from, llvm::Value *value, Ty to);
  Value pointerCast(const Value &from, Ty to);
  Value unsize(const Value &from, Ty to);

  // Terminator.cpp
  void lowerTerminator(const mir::Terminator &terminator);
  void lowerSwitch(const mir::Terminator &terminator);
  void lowerDrop(const mir::Terminator &terminator);
  void lowerAssert(const mir::Terminator &terminator);
  void lowerPanic(const mir::Terminator &terminator);
  void lowerCall(const mir::Terminator &terminator);
  void callShaped(const CallShape &shape, llvm::Value *callee, const mir::Terminator &terminator);
  llvm::Value *memoryArgument(const mir::Operand &operand, const mir::Terminator &terminator);
  void addPieces(std::vector<llvm::Value *> &values, const Value &value,
                 llvm::ArrayRef<CallShape::Piece> pieces);
  void storePieces(llvm::Value *call, const CallShape &callee, const mir::Terminator &terminator);
  void returnPieces();
  void dropAt(const Memory &memory);
  void endCall(const mir::Terminator &terminator);
  llvm::BasicBlock *target(const mir::Terminator &terminator, size_t index = 0);
  void addLocation(std::vector<llvm::Value *> &args, Span span);

  // Intrinsics.cpp
  void lowerIntrinsic(const Callee &callee, const mir::Terminator &terminator);

  Unit &unit;
  const Instance &instance;
  const mir::Body &body;
  TypeList args;
  llvm::Function &function;
  llvm::IRBuilder<> builder;
  CallShape shape;
  std::optional<FunctionDebug> debug;
  std::vector<Memory> slots;
  std::vector<bool> borrowed;
  std::vector<llvm::BasicBlock *> blocks;
  llvm::BasicBlock *entry = nullptr;
  llvm::BasicBlock *current = nullptr;
  std::map<Ty, Ty> known; ///< what put() found
  Span span;              ///< of what is being lowered
};

} // namespace cratec::rust::ir
