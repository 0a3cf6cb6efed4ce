//===- Simplify.cpp - smaller graphs --------------------------------------===//

#include "driver/rust/mir/Mir.h"

#include <llvm/ADT/STLFunctionalExtras.h>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

namespace {

void removeNops(Body &body) {
  for (Block &block : body.blocks)
    std::erase_if(block.statements,
                  [](const Statement &s) { return s.kind == Statement::Kind::Nop; });
}

/// Where a jump to `block` ends up, past blocks that only jump on.
BlockIndex follow(const Body &body, BlockIndex block) {
  for (size_t steps = 0; steps < body.blocks.size(); ++steps) {
    const Block &at = body.blocks[block];
    if (!at.statements.empty() || at.terminator.kind != Terminator::Kind::Goto)
      return block;
    block = at.terminator.targets[0];
  }
  return block; // a loop of nothing
}

void skipEmptyBlocks(Body &body) {
  for (Block &block : body.blocks) {
    Terminator &terminator = block.terminator;
    for (BlockIndex &target : terminator.targets)
      target = follow(body, target);
    // A switch all of whose ways are one.
    if (terminator.kind == Terminator::Kind::Switch &&
        llvm::all_of(terminator.targets,
                     [&](BlockIndex target) { return target == terminator.targets[0]; })) {
      terminator.kind = Terminator::Kind::Goto;
      terminator.targets.resize(1);
      terminator.values.clear();
    }
  }
}

std::vector<unsigned> countPredecessors(const Body &body) {
  std::vector<unsigned> count(body.blocks.size(), 0);
  std::vector<bool> seen(body.blocks.size(), false);
  std::vector<BlockIndex> todo = {0};
  seen[0] = true;
  count[0] = 1; // the caller
  while (!todo.empty()) {
    BlockIndex block = todo.back();
    todo.pop_back();
    for (BlockIndex target : body.blocks[block].terminator.targets) {
      ++count[target];
      if (!seen[target]) {
        seen[target] = true;
        todo.push_back(target);
      }
    }
  }
  return count;
}

/// Appends to each block those that only it jumps to.
void joinBlocks(Body &body) {
  std::vector<unsigned> predecessors = countPredecessors(body);
  for (BlockIndex i = 0; i < body.blocks.size(); ++i) {
    if (predecessors[i] == 0)
      continue;
    Block &block = body.blocks[i];
    while (block.terminator.kind == Terminator::Kind::Goto) {
      BlockIndex next = block.terminator.targets[0];
      if (next == i || next == 0 || predecessors[next] != 1)
        break;
      Block &following = body.blocks[next];
      std::move(following.statements.begin(), following.statements.end(),
                std::back_inserter(block.statements));
      block.terminator = std::move(following.terminator);
      following = Block();
      predecessors[next] = 0;
    }
  }
}

/// In the order of a walk that follows targets from the first to the last: the text reads from
/// the beginning to the end.
void numberBlocks(Body &body) {
  std::vector<BlockIndex> order;
  std::vector<bool> seen(body.blocks.size(), false);
  std::vector<BlockIndex> todo = {0};
  while (!todo.empty()) {
    BlockIndex block = todo.back();
    todo.pop_back();
    if (seen[block])
      continue;
    seen[block] = true;
    order.push_back(block);
    for (BlockIndex target : llvm::reverse(body.blocks[block].terminator.targets))
      if (!seen[target])
        todo.push_back(target);
  }
  std::vector<BlockIndex> number(body.blocks.size(), 0);
  std::vector<Block> blocks;
  for (BlockIndex i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    blocks.push_back(std::move(body.blocks[order[i]]));
  }
  for (Block &block : blocks)
    for (BlockIndex &target : block.terminator.targets)
      target = number[target];
  body.blocks = std::move(blocks);
}

template <typename F> void forEachLocal(Place &place, F &&visit) {
  visit(place.local);
  for (Projection &step : place.projections)
    if (step.kind == Projection::Kind::Index)
      visit(step.local);
}

template <typename F> void forEachLocal(Operand &operand, F &&visit) {
  if (operand.kind != Operand::Kind::Constant)
    forEachLocal(operand.place, visit);
}

template <typename F> void forEachLocal(Statement &statement, F &&visit) {
  forEachLocal(statement.place, visit);
  if (statement.kind != Statement::Kind::Assign)
    return;
  Rvalue &value = statement.value;
  for (Operand &operand : value.operands)
    forEachLocal(operand, visit);
  using Kind = Rvalue::Kind;
  if (value.kind == Kind::Borrow || value.kind == Kind::Length || value.kind == Kind::Discriminant)
    forEachLocal(value.place, visit);
}

template <typename F> void forEachLocal(Terminator &terminator, F &&visit) {
  using Kind = Terminator::Kind;
  if (terminator.kind == Kind::Switch || terminator.kind == Kind::Call ||
      terminator.kind == Kind::Assert)
    forEachLocal(terminator.operand, visit);
  if (terminator.kind == Kind::Drop || terminator.kind == Kind::Call)
    forEachLocal(terminator.place, visit);
  for (Operand &operand : terminator.args)
    forEachLocal(operand, visit);
}

template <typename F> void forEachLocal(Body &body, F &&visit) {
  for (Block &block : body.blocks) {
    for (Statement &statement : block.statements)
      forEachLocal(statement, visit);
    forEachLocal(block.terminator, visit);
  }
}

void numberLocals(Body &body) {
  std::vector<bool> used(body.locals.size(), false);
  for (LocalIndex i = 0; i <= body.parameters; ++i)
    used[i] = true;
  forEachLocal(body, [&](LocalIndex local) { used[local] = true; });
  std::vector<LocalIndex> number(body.locals.size(), 0);
  std::vector<Local> locals;
  for (LocalIndex i = 0; i < body.locals.size(); ++i) {
    if (!used[i])
      continue;
    number[i] = static_cast<LocalIndex>(locals.size());
    locals.push_back(body.locals[i]);
  }
  body.locals = std::move(locals);
  forEachLocal(body, [&](LocalIndex &local) { local = number[local]; });
}

} // namespace

void mir::simplify(Body &body) {
  removeNops(body);
  skipEmptyBlocks(body);
  joinBlocks(body);
  numberBlocks(body);
  numberLocals(body);
  for (auto &promoted : body.promoted)
    simplify(*promoted);
}
