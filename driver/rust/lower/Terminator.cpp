//===- Terminator.cpp - jumps, drops, checks, calls ---------------------------===//

#include "driver/rust/lower/Function.h"

#include <llvm/IR/Intrinsics.h>

namespace cratec::rust::ir {

using mir::Terminator;

llvm::BasicBlock *FunctionLowering::target(const Terminator &terminator, size_t index) {
  if (index < terminator.targets.size() && terminator.targets[index] < blocks.size())
    return blocks[terminator.targets[index]];
  auto *nowhere = llvm::BasicBlock::Create(unit.context, "nowhere", &function);
  new llvm::UnreachableInst(unit.context, nowhere);
  return nowhere;
}

void FunctionLowering::lowerSwitch(const Terminator &terminator) {
  Value value = operand(terminator.operand);
  if (terminator.targets.empty()) {
    builder.CreateUnreachable();
    return;
  }
  if (!value.value || !value.value->getType()->isIntegerTy()) {
    builder.CreateBr(target(terminator, terminator.targets.size() - 1));
    return;
  }
  auto *type = llvm::cast<llvm::IntegerType>(value.value->getType());
  llvm::BasicBlock *otherwise = target(terminator, terminator.targets.size() - 1);
  auto *choice = builder.CreateSwitch(value.value, otherwise, terminator.values.size());
  for (size_t i = 0; i < terminator.values.size() && i + 1 < terminator.targets.size(); ++i) {
    llvm::APInt bits = llvm::APInt(64, terminator.values[i]).zextOrTrunc(type->getBitWidth());
    auto *constant = llvm::ConstantInt::get(unit.context, bits);
    if (choice->findCaseValue(constant) == choice->case_default())
      choice->addCase(constant, target(terminator, i));
  }
}

void FunctionLowering::dropAt(const Memory &memory) {
  if (!unit.items.needsDrop(memory.type))
    return;
  llvm::Function *glue = unit.function(Instance::dropGlue(memory.type), span);
  if (!glue) // has been said
    return;
  Value pointer = pointerTo(memory, unit.types.pointer(memory.type, true));
  llvm::CallInst *call = builder.CreateCall(glue, {pointer.value});
  call->addFnAttr(llvm::Attribute::NoUnwind);
}

void FunctionLowering::lowerDrop(const Terminator &terminator) {
  Ty type = put(mir::typeOf(terminator.place, body));
  if (unit.items.needsDrop(type))
    dropAt(place(terminator.place));
  builder.CreateBr(target(terminator));
}

/// File, line and column, as the panicking functions take them.
void FunctionLowering::addLocation(std::vector<llvm::Value *> &values, Span where) {
  linkcheck::SourceLocation location = unit.report.sources.locate(where);
  values.push_back(unit.textPair(location.file));
  values.push_back(builder.getInt32(location.line));
  values.push_back(builder.getInt32(location.column));
}

namespace {

std::string panicText(const Terminator &terminator) {
  auto operation = [](ast::BinaryOp op) -> std::string {
    switch (op) {
    case ast::BinaryOp::Add:
      return "add";
    case ast::BinaryOp::Subtract:
      return "subtract";
    case ast::BinaryOp::Multiply:
      return "multiply";
    case ast::BinaryOp::Divide:
      return "divide";
    case ast::BinaryOp::Remainder:
      return "calculate the remainder";
    case ast::BinaryOp::ShiftLeft:
      return "shift left";
    case ast::BinaryOp::ShiftRight:
      return "shift right";
    default:
      return "compute";
    }
  };
  switch (terminator.message) {
  case Terminator::Message::Overflow:
  case Terminator::Message::ShiftOverflow:
    return "attempt to " + operation(terminator.binaryOp) + " with overflow";
  case Terminator::Message::OverflowNegate:
    return "attempt to negate with overflow";
  case Terminator::Message::DivideByZero:
    return "attempt to divide by zero";
  case Terminator::Message::RemainderByZero:
    return "attempt to calculate the remainder with a divisor of zero";
  case Terminator::Message::DivideOverflow:
    return "attempt to divide with overflow";
  case Terminator::Message::RemainderOverflow:
    return "attempt to calculate the remainder with overflow";
  case Terminator::Message::Bounds:
    break;
  }
  return "index out of bounds";
}

} // namespace

void FunctionLowering::lowerPanic(const Terminator &terminator) {
  bool isBounds = terminator.message == Terminator::Message::Bounds && terminator.args.size() == 2;
  DefId lang = unit.defs.langItem(isBounds ? LangItem::PanicBounds : LangItem::PanicStr);
  llvm::Function *panic = lang == noDef ? nullptr : unit.function(Callee{lang, {}}, span);
  std::vector<llvm::Value *> values;
  if (isBounds)
    for (const mir::Operand &argument : terminator.args)
      values.push_back(operand(argument).value);
  else
    values.push_back(unit.textPair(panicText(terminator)));
  addLocation(values, terminator.span);
  if (panic && panic->arg_size() == values.size()) {
    llvm::CallInst *call = builder.CreateCall(panic, values);
    call->setAttributes(panic->getAttributes());
  } else {
    builder.CreateIntrinsic(llvm::Intrinsic::trap, {}, {});
  }
  builder.CreateUnreachable();
}

void FunctionLowering::lowerAssert(const Terminator &terminator) {
  llvm::Value *condition = operand(terminator.operand).value;
  auto *failed = llvm::BasicBlock::Create(unit.context, "panic", &function);
  llvm::BasicBlock *good = target(terminator);
  llvm::MDNode *weights = nullptr;
  if (terminator.expected)
    builder.CreateCondBr(condition, good, failed, weights);
  else
    builder.CreateCondBr(condition, failed, good, weights);
  builder.SetInsertPoint(failed);
  lowerPanic(terminator);
}

/// A large argument: the callee gets memory of its own. A local that is moved
/// away is such memory already.
llvm::Value *FunctionLowering::memoryArgument(const mir::Operand &argument,
                                              const Terminator &terminator) {
  bool isGivenAway = argument.kind == mir::Operand::Kind::Move &&
                     argument.place.projections.empty() &&
                     argument.place.local != terminator.place.local;
  Value value = operand(argument);
  if (isGivenAway)
    return value.value;
  Memory copy = temporary(value.type);
  store(copy, value);
  return copy.address;
}

void FunctionLowering::endCall(const Terminator &terminator) {
  if (terminator.targets.empty())
    builder.CreateUnreachable();
  else
    builder.CreateBr(target(terminator));
}

/// A struct on its way into registers: by a copy that has as many bytes as they have.
void FunctionLowering::addPieces(std::vector<llvm::Value *> &values, const Value &value,
                                 llvm::ArrayRef<CallShape::Piece> pieces) {
  const Layout &shapeOf = layout(value.type);
  uint64_t size = CallShape::sizeWith(pieces, shapeOf.size, unit.module->getDataLayout());
  llvm::AllocaInst *slot = makeSlot(size, shapeOf.align, "");
  store({slot, nullptr, value.type, 0, false}, value);
  for (const CallShape::Piece &piece : pieces)
    values.push_back(
        builder.CreateAlignedLoad(piece.type, offsetBy(slot, piece.offset),
                                  llvm::commonAlignment(slot->getAlign(), piece.offset)));
}

/// And back out of them.
void FunctionLowering::storePieces(llvm::Value *call, const CallShape &callee,
                                   const Terminator &terminator) {
  llvm::ArrayRef<CallShape::Piece> pieces = callee.resultPieces;
  const Layout &shapeOf = layout(callee.resultType);
  uint64_t size = CallShape::sizeWith(pieces, shapeOf.size, unit.module->getDataLayout());
  llvm::AllocaInst *slot = makeSlot(size, shapeOf.align, "");
  for (unsigned i = 0; i < pieces.size(); ++i)
    builder.CreateAlignedStore(pieces.size() == 1 ? call : builder.CreateExtractValue(call, i),
                               offsetBy(slot, pieces[i].offset),
                               llvm::commonAlignment(slot->getAlign(), pieces[i].offset));
  store(place(terminator.place), {callee.resultType, slot});
}

/// The result of a C function that is a struct in registers.
void FunctionLowering::returnPieces() {
  llvm::Value *slot = slots[mir::returnLocal].address;
  llvm::Align align = alignOf(slots[mir::returnLocal]);
  auto load = [&](const CallShape::Piece &piece) {
    return builder.CreateAlignedLoad(piece.type, offsetBy(slot, piece.offset),
                                     llvm::commonAlignment(align, piece.offset));
  };
  if (shape.resultPieces.size() == 1) {
    builder.CreateRet(load(shape.resultPieces.front()));
    return;
  }
  llvm::Value *all = llvm::PoisonValue::get(function.getReturnType());
  for (unsigned i = 0; i < shape.resultPieces.size(); ++i)
    all = builder.CreateInsertValue(all, load(shape.resultPieces[i]), i);
  builder.CreateRet(all);
}

void FunctionLowering::callShaped(const CallShape &callee, llvm::Value *address,
                                  const Terminator &terminator) {
  std::vector<llvm::Value *> values;
  std::optional<Memory> result;
  bool isDirect = false;
  if (callee.hasResultPointer()) {
    // Straight into a local that nothing else can see; else by way of a temporary.
    isDirect = terminator.place.projections.empty() && !borrowed[terminator.place.local];
    result = isDirect ? place(terminator.place) : temporary(callee.resultType);
    values.push_back(result->address);
  }
  for (size_t i = 0; i < terminator.args.size(); ++i) {
    const mir::Operand &argument = terminator.args[i];
    bool isExtra = i >= callee.parameters.size();
    if (!isExtra && callee.parameters[i] == CallShape::Passing::Memory) {
      values.push_back(memoryArgument(argument, terminator));
      continue;
    }
    if (!isExtra && callee.parameters[i] == CallShape::Passing::StackCopy) {
      Value value = operand(argument);
      // From where LLVM copies is aligned as the stack is.
      const Layout &shapeOf = layout(value.type);
      llvm::AllocaInst *slot = makeSlot(shapeOf.size, std::max<uint64_t>(8, shapeOf.align), "");
      store({slot, nullptr, value.type, 0, false}, value);
      values.push_back(slot);
      continue;
    }
    if (!isExtra && callee.parameters[i] == CallShape::Passing::Pieces) {
      addPieces(values, operand(argument), callee.pieces[i]);
      continue;
    }
    if (llvm::Value *value = operand(argument).value)
      values.push_back(value);
  }
  bool hasArguments = callee.type->isVarArg() ? values.size() >= callee.type->getNumParams()
                                              : values.size() == callee.type->getNumParams();
  if (!hasArguments) {
    unit.report.diags
        .internalError("a call in `{}` has {} arguments where {} are due", function.getName().str(),
                       values.size(), callee.type->getNumParams())
        .done();
    return;
  }
  llvm::CallInst *call = builder.CreateCall(callee.type, address, values);
  call->setAttributes(unit.callAttributes(callee));
  if (callee.result == CallShape::Passing::Direct)
    store(place(terminator.place), {callee.resultType, call});
  else if (callee.result == CallShape::Passing::Pieces)
    storePieces(call, callee, terminator);
  else if (result && !isDirect)
    store(place(terminator.place), {callee.resultType, result->address});
}

void FunctionLowering::lowerCall(const Terminator &terminator) {
  Ty type = typeOf(terminator.operand);
  if (type->is(Type::Kind::FnPointer)) {
    CallShape callee =
        unit.callShape(type->parameters(), type->result(), type->abi, type->isVariadic);
    callShaped(callee, operand(terminator.operand).value, terminator);
    return endCall(terminator);
  }
  if (!type->is(Type::Kind::FnDef)) {
    unit.report.diags.internalError("`{}` calls what is no function", function.getName().str())
        .done();
    return endCall(terminator);
  }

  Callee callee = unit.items.resolveCallee(Callee{type->def, type->args});
  DefKind kind = unit.defs[callee.def].kind;
  if (kind == DefKind::Struct || kind == DefKind::Variant) {
    Ty result = put(mir::typeOf(terminator.place, body));
    unsigned variant = kind == DefKind::Variant ? unit.defs[callee.def].index : 0;
    assignAggregate(terminator.place, result, variant, terminator.args);
    return endCall(terminator);
  }
  if (unit.items.signature(callee.def).abi == Type::Abi::Intrinsic) {
    lowerIntrinsic(callee, terminator);
    return;
  }
  Instance target = instanceOf(unit.defs, callee);
  if (llvm::Function *address = unit.function(target, terminator.span))
    callShaped(unit.callShape(target), address, terminator);
  endCall(terminator);
}

void FunctionLowering::lowerTerminator(const Terminator &terminator) {
  switch (terminator.kind) {
  case Terminator::Kind::Goto:
    builder.CreateBr(target(terminator));
    return;
  case Terminator::Kind::Switch:
    return lowerSwitch(terminator);
  case Terminator::Kind::Return:
    if (shape.result == CallShape::Passing::Direct)
      builder.CreateRet(load(slots[mir::returnLocal]).value);
    else if (shape.result == CallShape::Passing::Pieces && !shape.resultPieces.empty())
      returnPieces();
    else
      builder.CreateRetVoid();
    return;
  case Terminator::Kind::Unreachable:
    builder.CreateUnreachable();
    return;
  case Terminator::Kind::Drop:
    return lowerDrop(terminator);
  case Terminator::Kind::Call:
    return lowerCall(terminator);
  case Terminator::Kind::Assert:
    return lowerAssert(terminator);
  }
}

} // namespace cratec::rust::ir
