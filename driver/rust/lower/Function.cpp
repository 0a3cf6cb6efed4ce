//===- Function.cpp - one MIR body on its way to LLVM IR ----------------------===//

#include "driver/rust/lower/Function.h"

namespace cratec::rust::ir {

FunctionLowering::FunctionLowering(Unit &unit, const Instance &instance, const mir::Body &body,
                                   TypeList args, llvm::Function &function)
    : unit(unit), instance(instance), body(body), args(args), function(function),
      builder(unit.context), shape(unit.callShape(instance)), span(body.span) {}

Ty FunctionLowering::put(Ty type) {
  if (!type->hasParam)
    return type;
  Ty &result = known[type];
  if (!result)
    result = unit.put(type, args);
  return result;
}

llvm::AllocaInst *FunctionLowering::makeSlot(uint64_t size, uint64_t align,
                                             const llvm::Twine &name) {
  llvm::IRBuilder<> slotBuilder(entry, entry->begin());
  auto *slot = slotBuilder.CreateAlloca(llvm::ArrayType::get(unit.byteType(), size), nullptr, name);
  slot->setAlignment(llvm::Align(align));
  return slot;
}

Memory FunctionLowering::temporary(Ty type) {
  const Layout &shape = layout(type);
  return {makeSlot(shape.size, shape.align, ""), nullptr, type, 0, false};
}

/// Which locals have an address that something may keep.
void FunctionLowering::findBorrowed() {
  borrowed.resize(body.locals.size());
  for (const mir::Block &block : body.blocks)
    for (const mir::Statement &statement : block.statements)
      if (statement.kind == mir::Statement::Kind::Assign &&
          statement.value.kind == mir::Rvalue::Kind::Borrow &&
          statement.value.place.local < borrowed.size())
        borrowed[statement.value.place.local] = true;
}

/// Of a parameter, or the result, that is a struct in registers of C's. `argument` is the
/// first that is left.
void FunctionLowering::makePiecesSlot(mir::LocalIndex local, unsigned &argument) {
  Ty type = put(body.locals[local].type);
  const Layout &shapeOf = layout(type);
  bool isResult = local == mir::returnLocal;
  llvm::ArrayRef<CallShape::Piece> pieces = isResult ? shape.resultPieces : shape.pieces[local - 1];
  uint64_t size = CallShape::sizeWith(pieces, shapeOf.size, unit.module->getDataLayout());
  llvm::AllocaInst *slot = makeSlot(size, shapeOf.align, body.locals[local].name);
  slots.push_back({slot, nullptr, type, 0, false});
  for (const CallShape::Piece &piece : pieces)
    if (!isResult)
      builder.CreateAlignedStore(function.getArg(argument++), offsetBy(slot, piece.offset),
                                 llvm::commonAlignment(slot->getAlign(), piece.offset));
}

void FunctionLowering::makeSlots() {
  unsigned argument = shape.hasResultPointer() ? 1 : 0;
  for (mir::LocalIndex i = 0; i < body.locals.size(); ++i) {
    Ty type = put(body.locals[i].type);
    const Layout &local = layout(type);
    CallShape::Passing passing = CallShape::Passing::Nothing;
    if (i == mir::returnLocal)
      passing = shape.result;
    else if (i <= body.parameters)
      passing = shape.parameters[i - 1];

    if (passing == CallShape::Passing::Pieces) {
      makePiecesSlot(i, argument);
      continue;
    }
    bool isInMemory =
        passing == CallShape::Passing::Memory || passing == CallShape::Passing::StackCopy;
    if (i == mir::returnLocal && isInMemory) {
      slots.push_back({function.getArg(0), nullptr, type, 0, false});
    } else if (isInMemory) {
      slots.push_back({function.getArg(argument++), nullptr, type, 0, false});
    } else {
      slots.push_back(
          {makeSlot(local.size, local.align, body.locals[i].name), nullptr, type, 0, false});
      if (i != mir::returnLocal && passing == CallShape::Passing::Direct)
        store(slots.back(), {type, function.getArg(argument++)});
    }
  }
}

void FunctionLowering::setPlace(mir::ScopeIndex scope, Span where) {
  if (where.isKnown())
    span = where;
  if (debug)
    builder.SetCurrentDebugLocation(debug->location(scope, where));
}

void FunctionLowering::lowerStatement(const mir::Statement &statement) {
  if (statement.kind != mir::Statement::Kind::Assign)
    return;
  setPlace(statement.scope, statement.span);
  assign(statement.place, statement.value);
}

void FunctionLowering::run() {
  if (body.parameters != shape.parameters.size() || body.locals.size() <= body.parameters) {
    unit.report.diags
        .internalError("the MIR of `{}` does not have the function's parameters",
                       function.getName().str())
        .done();
    return;
  }
  entry = llvm::BasicBlock::Create(unit.context, "start", &function);
  builder.SetInsertPoint(entry);
  if (unit.debug && instance.kind == Instance::Kind::Function)
    if (auto *subprogram = unit.debug->subprogram(instance, body, args, function))
      debug.emplace(unit, *unit.debug, body, subprogram);
  findBorrowed();
  // Without a place: a debugger stops behind it, where parameters are what they should be.
  makeSlots();
  for (size_t i = 0; i < body.blocks.size(); ++i)
    blocks.push_back(llvm::BasicBlock::Create(unit.context, "bb" + llvm::Twine(i), &function));
  if (debug)
    for (mir::LocalIndex i = 1; i < body.locals.size(); ++i)
      debug->declare(i, slots[i].type, slots[i].address, entry);
  if (blocks.empty()) {
    builder.CreateUnreachable();
    return;
  }
  builder.CreateBr(blocks.front());
  setPlace(0, body.span);

  for (size_t i = 0; i < body.blocks.size(); ++i) {
    builder.SetInsertPoint(blocks[i]);
    for (const mir::Statement &statement : body.blocks[i].statements)
      lowerStatement(statement);
    setPlace(body.blocks[i].terminator.scope, body.blocks[i].terminator.span);
    lowerTerminator(body.blocks[i].terminator);
  }
}

void lowerBody(Unit &unit, const Instance &instance, const mir::Body &body, TypeList args,
               llvm::Function &function) {
  FunctionLowering(unit, instance, body, args, function).run();
}

} // namespace cratec::rust::ir
