//===- Intrinsics.cpp - what core declares and the compiler makes -------------===//

#include "driver/rust/lower/Intrinsics.h"

#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/Intrinsics.h>

namespace cratec::rust::ir {

IntrinsicLowering::IntrinsicLowering(FunctionLowering &function, const Callee &callee,
                                     const mir::Terminator &terminator)
    : function(function), unit(function.unit), builder(function.builder), callee(callee),
      terminator(terminator), name(function.unit.defs[callee.def].name) {}

llvm::ArrayRef<IntrinsicLowering::Row> IntrinsicLowering::typeRows() {
  static constexpr Row rows[] = {
      {"size_of", &IntrinsicLowering::sizeOf},
      {"min_align_of", &IntrinsicLowering::alignOf},
      {"align_of", &IntrinsicLowering::alignOf},
      {"pref_align_of", &IntrinsicLowering::alignOf},
      {"size_of_val", &IntrinsicLowering::sizeOfValue},
      {"min_align_of_val", &IntrinsicLowering::alignOf},
      {"needs_drop", &IntrinsicLowering::needsDrop},
      {"type_name", &IntrinsicLowering::typeName},
      {"discriminant_value", &IntrinsicLowering::discriminantValue},
      {"transmute", &IntrinsicLowering::transmute},
      {"slice_from_raw_parts", &IntrinsicLowering::sliceFromParts},
      {"slice_from_raw_parts_mut", &IntrinsicLowering::sliceFromParts},
      {"abort", &IntrinsicLowering::abort},
      {"unreachable", &IntrinsicLowering::unreachable},
      {"assume", &IntrinsicLowering::assume},
      {"likely", &IntrinsicLowering::expectTrue},
      {"unlikely", &IntrinsicLowering::expectFalse},
      {"black_box", &IntrinsicLowering::blackBox},
  };
  return rows;
}

llvm::ArrayRef<IntrinsicLowering::Row> IntrinsicLowering::memoryRows() {
  static constexpr Row rows[] = {
      {"copy", &IntrinsicLowering::copy},
      {"copy_nonoverlapping", &IntrinsicLowering::copyNonoverlapping},
      {"write_bytes", &IntrinsicLowering::writeBytes},
      {"read", &IntrinsicLowering::read},
      {"write", &IntrinsicLowering::write},
      {"init", &IntrinsicLowering::zeroed},
      {"zeroed", &IntrinsicLowering::zeroed},
      {"uninit", &IntrinsicLowering::uninitialised},
      {"uninitialized", &IntrinsicLowering::uninitialised},
      {"volatile_load", &IntrinsicLowering::volatileLoad},
      {"volatile_store", &IntrinsicLowering::volatileStore},
      {"drop_in_place", &IntrinsicLowering::dropInPlace},
      {"forget", &IntrinsicLowering::forget},
      {"offset", &IntrinsicLowering::offset},
      {"arith_offset", &IntrinsicLowering::arithmeticOffset},
  };
  return rows;
}

bool IntrinsicLowering::lower() {
  bool isKnown = false;
  for (llvm::ArrayRef<Row> rows : {typeRows(), memoryRows(), mathRows(), atomicRows()})
    for (const Row &row : rows)
      if (!isKnown && row.name == name) {
        (this->*row.handler)();
        isKnown = true;
      }
  if (!isKnown)
    isKnown = floatFunction();
  if (!ends)
    function.endCall(terminator);
  return isKnown;
}

void FunctionLowering::lowerIntrinsic(const Callee &callee, const mir::Terminator &terminator) {
  if (terminator.args.size() < unit.items.signature(callee.def).parameters.size()) {
    unit.error(span, "an intrinsic is called with too few arguments");
    return endCall(terminator);
  }
  if (!IntrinsicLowering(*this, callee, terminator).lower())
    unit.error(span, "the intrinsic `" + unit.defs[callee.def].name + "` is not known");
}

Ty IntrinsicLowering::typeArgument() const {
  return callee.args.empty() ? unit.types.unit() : callee.args.front();
}

bool IntrinsicLowering::isSignedArgument() const {
  Ty type = typeArgument();
  return type->isInteger() && isSigned(type->intKind);
}

Value IntrinsicLowering::argument(size_t index) {
  return function.operand(terminator.args[index]);
}

/// An argument in a register; a number for what has no value, so that a wrong declaration
/// in core makes no crash.
llvm::Value *IntrinsicLowering::value(size_t index) {
  llvm::Value *found = index < terminator.args.size() ? argument(index).value : nullptr;
  return found ? found : builder.getInt64(0);
}

void IntrinsicLowering::giveBack(const Value &value) {
  function.store(function.place(destination()), value);
}

void IntrinsicLowering::giveBack(llvm::Value *value) {
  giveBack(Value{function.put(mir::typeOf(destination(), function.body)), value});
}

// ---- types ----

void IntrinsicLowering::sizeOf() {
  giveBack(builder.getInt64(function.layout(typeArgument()).size));
}

void IntrinsicLowering::alignOf() {
  giveBack(builder.getInt64(function.layout(typeArgument()).align));
}

void IntrinsicLowering::sizeOfValue() {
  Ty type = typeArgument();
  llvm::Value *pointer = value(0);
  if (!pointer->getType()->isStructTy())
    return sizeOf();
  uint64_t stride = type->is(Type::Kind::Slice) ? function.layout(type->element()).size : 1;
  giveBack(builder.CreateMul(builder.CreateExtractValue(pointer, 1), builder.getInt64(stride)));
}

void IntrinsicLowering::needsDrop() {
  giveBack(builder.getInt1(unit.items.needsDrop(typeArgument())));
}

void IntrinsicLowering::typeName() {
  giveBack(unit.textPair(toString(typeArgument(), unit.defs)));
}

void IntrinsicLowering::discriminantValue() {
  Ty type = typeArgument();
  bool isEnum = type->is(Type::Kind::Adt) && unit.items.adt(type->def).isEnum;
  if (!isEnum)
    return giveBack(builder.getInt64(0));
  Ty discriminantType = unit.items.adt(type->def).discriminantType;
  llvm::Value *found = function.discriminant(at(value(0), type));
  giveBack(builder.CreateIntCast(found, builder.getInt64Ty(), isSigned(discriminantType->intKind)));
}

void IntrinsicLowering::transmute() {
  if (callee.args.size() < 2)
    return;
  Ty from = callee.args[0], to = callee.args[1];
  uint64_t fromSize = function.layout(from).size, toSize = function.layout(to).size;
  if (fromSize != toSize) {
    unit.report
        .error(linkcheck::Code::E0512, terminator.span, "",
               "cannot transmute between types of different sizes, or dependently-sized types")
        .note("source type: `{}` ({} bits)", toString(from, unit.defs), fromSize * 8)
        .note("target type: `{}` ({} bits)", toString(to, unit.defs), toSize * 8);
    return;
  }
  // By way of memory: registers of one size may be of several kinds.
  Value source = argument(0);
  uint64_t align = std::max(function.layout(from).align, function.layout(to).align);
  llvm::Value *slot = function.makeSlot(fromSize, align, "");
  function.store(at(slot, from), source);
  giveBack(function.load(at(slot, to)));
}

void IntrinsicLowering::sliceFromParts() {
  giveBack(function.makePair(value(0), value(1)));
}

// ---- control ----

void IntrinsicLowering::abort() {
  builder.CreateIntrinsic(llvm::Intrinsic::trap, {}, {});
  builder.CreateUnreachable();
  ends = true;
}

void IntrinsicLowering::unreachable() {
  builder.CreateUnreachable();
  ends = true;
}

void IntrinsicLowering::assume() {
  builder.CreateAssumption(value(0));
}

void IntrinsicLowering::expectTrue() {
  giveBack(builder.CreateIntrinsic(llvm::Intrinsic::expect, {builder.getInt1Ty()},
                                   {value(0), builder.getTrue()}));
}

void IntrinsicLowering::expectFalse() {
  giveBack(builder.CreateIntrinsic(llvm::Intrinsic::expect, {builder.getInt1Ty()},
                                   {value(0), builder.getFalse()}));
}

/// The optimiser must believe that the value is read and changed.
void IntrinsicLowering::blackBox() {
  Value source = argument(0);
  Memory slot = function.temporary(source.type);
  function.store(slot, source);
  auto *type = llvm::FunctionType::get(builder.getVoidTy(), {unit.pointerType()}, false);
  builder.CreateCall(llvm::InlineAsm::get(type, "", "r,~{memory}", /*hasSideEffects=*/true),
                     {slot.address});
  giveBack(function.load(slot));
}

// ---- memory ----

void IntrinsicLowering::move(bool mayOverlap, bool isVolatile) {
  const Layout &shape = function.layout(typeArgument());
  llvm::Align align(shape.align);
  llvm::Value *size = builder.CreateMul(value(2), builder.getInt64(shape.size));
  llvm::Value *source = value(0), *target = value(1);
  if (mayOverlap)
    builder.CreateMemMove(target, align, source, align, size, isVolatile);
  else
    builder.CreateMemCpy(target, align, source, align, size, isVolatile);
}

void IntrinsicLowering::copy() {
  move(true);
}
void IntrinsicLowering::copyNonoverlapping() {
  move(false);
}

void IntrinsicLowering::writeBytes() {
  const Layout &shape = function.layout(typeArgument());
  llvm::Value *size = builder.CreateMul(value(2), builder.getInt64(shape.size));
  builder.CreateMemSet(value(0), value(1), size, llvm::Align(shape.align));
}

void IntrinsicLowering::read() {
  giveBack(function.load(at(value(0), typeArgument())));
}

void IntrinsicLowering::write() {
  Value content = argument(1);
  function.store(at(value(0), typeArgument()), content);
}

void IntrinsicLowering::zeroed() {
  Memory to = function.place(destination());
  const Layout &shape = function.layout(to.type);
  if (shape.size)
    builder.CreateMemSet(to.address, builder.getInt8(0), shape.size, function.alignOf(to));
}

void IntrinsicLowering::uninitialised() {}

void IntrinsicLowering::dropInPlace() {
  Ty type = typeArgument();
  llvm::Value *pointer = value(0);
  Memory memory = at(pointer, type);
  if (pointer->getType()->isStructTy()) {
    memory.address = builder.CreateExtractValue(pointer, 0);
    memory.extra = builder.CreateExtractValue(pointer, 1);
  }
  function.dropAt(memory);
}

void IntrinsicLowering::forget() {}

void IntrinsicLowering::offset() {
  auto *slot = llvm::ArrayType::get(unit.byteType(), function.layout(typeArgument()).size);
  giveBack(builder.CreateInBoundsGEP(slot, value(0), value(1)));
}

void IntrinsicLowering::arithmeticOffset() {
  auto *slot = llvm::ArrayType::get(unit.byteType(), function.layout(typeArgument()).size);
  giveBack(builder.CreateGEP(slot, value(0), value(1)));
}

void IntrinsicLowering::volatileLoad() {
  Ty type = typeArgument();
  const Layout &shape = function.layout(type);
  if (shape.shape != Shape::Scalar)
    return read();
  auto *load = builder.CreateAlignedLoad(unit.memoryType(shape.first), value(0),
                                         llvm::Align(shape.align), /*isVolatile=*/true);
  giveBack(fromMemory(load));
}

void IntrinsicLowering::volatileStore() {
  const Layout &shape = function.layout(typeArgument());
  if (shape.shape != Shape::Scalar)
    return write();
  builder.CreateAlignedStore(toMemory(value(1)), value(0), llvm::Align(shape.align),
                             /*isVolatile=*/true);
}

/// A bool is a byte in memory.
llvm::Value *IntrinsicLowering::toMemory(llvm::Value *value) {
  return value->getType()->isIntegerTy(1) ? builder.CreateZExt(value, builder.getInt8Ty()) : value;
}

llvm::Value *IntrinsicLowering::fromMemory(llvm::Value *value) {
  return typeArgument()->is(Type::Kind::Bool) ? builder.CreateTrunc(value, builder.getInt1Ty())
                                              : value;
}

} // namespace cratec::rust::ir
