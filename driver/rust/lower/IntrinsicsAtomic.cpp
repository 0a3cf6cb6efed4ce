//===- IntrinsicsAtomic.cpp - atomic operations -------------------------------===//
//
// All in one order with each other (sequentially consistent), the only ordering that the
// dialect's core asks for. The order that a user names can only be weaker.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/lower/Intrinsics.h"

namespace cratec::rust::ir {

namespace {
constexpr auto ordering = llvm::AtomicOrdering::SequentiallyConsistent;
}

llvm::ArrayRef<IntrinsicLowering::Row> IntrinsicLowering::atomicRows() {
  static constexpr Row rows[] = {
      {"atomic_load", &IntrinsicLowering::atomicLoad},
      {"atomic_store", &IntrinsicLowering::atomicStore},
      {"atomic_xchg", &IntrinsicLowering::atomicExchange},
      {"atomic_cxchg", &IntrinsicLowering::atomicCompareExchange},
      {"atomic_xadd", &IntrinsicLowering::atomicAdd},
      {"atomic_xsub", &IntrinsicLowering::atomicSub},
      {"atomic_and", &IntrinsicLowering::atomicAnd},
      {"atomic_or", &IntrinsicLowering::atomicOr},
      {"atomic_xor", &IntrinsicLowering::atomicXor},
      {"atomic_nand", &IntrinsicLowering::atomicNand},
      {"atomic_max", &IntrinsicLowering::atomicMax},
      {"atomic_min", &IntrinsicLowering::atomicMin},
      {"atomic_fence", &IntrinsicLowering::atomicFence},
  };
  return rows;
}

void IntrinsicLowering::atomicLoad() {
  const Layout &shape = function.layout(typeArgument());
  auto *load =
      builder.CreateAlignedLoad(unit.memoryType(shape.first), value(0), llvm::Align(shape.align));
  load->setAtomic(ordering);
  giveBack(fromMemory(load));
}

void IntrinsicLowering::atomicStore() {
  const Layout &shape = function.layout(typeArgument());
  auto *store = builder.CreateAlignedStore(toMemory(value(1)), value(0), llvm::Align(shape.align));
  store->setAtomic(ordering);
}

void IntrinsicLowering::atomicChange(llvm::AtomicRMWInst::BinOp op) {
  llvm::Value *address = value(0), *change = toMemory(value(1));
  llvm::Align align(function.layout(typeArgument()).align);
  giveBack(fromMemory(builder.CreateAtomicRMW(op, address, change, align, ordering)));
}

void IntrinsicLowering::atomicExchange() {
  atomicChange(llvm::AtomicRMWInst::Xchg);
}
void IntrinsicLowering::atomicAdd() {
  atomicChange(llvm::AtomicRMWInst::Add);
}
void IntrinsicLowering::atomicSub() {
  atomicChange(llvm::AtomicRMWInst::Sub);
}
void IntrinsicLowering::atomicAnd() {
  atomicChange(llvm::AtomicRMWInst::And);
}
void IntrinsicLowering::atomicOr() {
  atomicChange(llvm::AtomicRMWInst::Or);
}
void IntrinsicLowering::atomicXor() {
  atomicChange(llvm::AtomicRMWInst::Xor);
}

void IntrinsicLowering::atomicNand() {
  // Of a bool only the last bit counts, and NAND would set the others.
  if (!typeArgument()->is(Type::Kind::Bool))
    return atomicChange(llvm::AtomicRMWInst::Nand);
  // not (a and true) turns the bit over; not (a and false) is true.
  llvm::Value *operand = value(1), *address = value(0);
  llvm::Align align(1);
  auto newBlock = [&](const char *name) {
    return llvm::BasicBlock::Create(unit.context, name, &function.function);
  };
  llvm::BasicBlock *flip = newBlock("flip"), *set = newBlock("set"), *after = newBlock("after");
  builder.CreateCondBr(operand, flip, set);
  builder.SetInsertPoint(flip);
  llvm::Value *flipped = builder.CreateAtomicRMW(llvm::AtomicRMWInst::Xor, address,
                                                 builder.getInt8(1), align, ordering);
  builder.CreateBr(after);
  builder.SetInsertPoint(set);
  llvm::Value *replaced = builder.CreateAtomicRMW(llvm::AtomicRMWInst::Xchg, address,
                                                  builder.getInt8(1), align, ordering);
  builder.CreateBr(after);
  builder.SetInsertPoint(after);
  llvm::PHINode *old = builder.CreatePHI(builder.getInt8Ty(), 2);
  old->addIncoming(flipped, flip);
  old->addIncoming(replaced, set);
  giveBack(fromMemory(old));
}

void IntrinsicLowering::atomicMax() {
  atomicChange(isSignedArgument() ? llvm::AtomicRMWInst::Max : llvm::AtomicRMWInst::UMax);
}

void IntrinsicLowering::atomicMin() {
  atomicChange(isSignedArgument() ? llvm::AtomicRMWInst::Min : llvm::AtomicRMWInst::UMin);
}

void IntrinsicLowering::atomicCompareExchange() {
  llvm::Value *address = value(0), *expected = toMemory(value(1)), *next = toMemory(value(2));
  llvm::Align align(function.layout(typeArgument()).align);
  auto *exchange = builder.CreateAtomicCmpXchg(address, expected, next, align, ordering, ordering);
  Value old{typeArgument(), fromMemory(builder.CreateExtractValue(exchange, 0))};
  // The old value, and where core asks for it whether it was the expected one.
  Memory to = function.place(destination());
  if (!to.type->is(Type::Kind::Tuple))
    return giveBack(old);
  Ty boolean = unit.types.boolean();
  function.store(function.field(to, 0, old.type), old);
  function.store(function.field(to, 1, boolean),
                 {boolean, builder.CreateExtractValue(exchange, 1)});
}

void IntrinsicLowering::atomicFence() {
  builder.CreateFence(ordering);
}

} // namespace cratec::rust::ir
