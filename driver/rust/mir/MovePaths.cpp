//===- MovePaths.cpp - which places hold a value, where -------------------===//

#include "driver/rust/mir/MovePaths.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

Ty mir::typeBefore(const Place &place, size_t count, const Body &body) {
  return count == 0 ? body.locals[place.local].type : place.projections[count - 1].type;
}

bool mir::isBox(Ty type, const Definitions &defs) {
  return type->is(Type::Kind::Adt) && type->def == defs.langItem(LangItem::OwnedBox);
}

MovePaths::MovePaths(const Body &body, Items &items)
    : body(body), items(items), ofLocal(body.locals.size(), noPath) {
  llvm::DenseMap<Ty, bool> copies;
  for (LocalIndex i = 0; i < body.locals.size(); ++i) {
    const Local &local = body.locals[i];
    if (local.name.empty()) {
      auto [entry, isNew] = copies.try_emplace(local.type, false);
      if (isNew)
        entry->second = items.isCopy(local.type, body.assumed);
      if (entry->second)
        continue;
    }
    ofLocal[i] = static_cast<PathIndex>(paths.size());
    paths.push_back({noPath, Place{i, {}}, {}});
  }
  for (const Block &block : body.blocks) {
    for (const Statement &statement : block.statements) {
      if (statement.kind != Statement::Kind::Assign)
        continue;
      for (const Operand &operand : statement.value.operands)
        addOperand(operand);
      add(statement.place);
    }
    const Terminator &terminator = block.terminator;
    for (const Operand &operand : terminator.args)
      addOperand(operand);
    if (terminator.kind == Terminator::Kind::Call || terminator.kind == Terminator::Kind::Drop)
      add(terminator.place);
  }
}

void MovePaths::addOperand(const Operand &operand) {
  if (operand.kind == Operand::Kind::Move)
    add(operand.place);
}

bool MovePaths::canFollow(Ty from, const Projection &step) {
  switch (step.kind) {
  case Projection::Kind::Deref:
    return isBox(from, items.defs);
  case Projection::Kind::Index:
    return false;
  case Projection::Kind::Field:
  case Projection::Kind::Downcast:
    // The fields of what has a destructor are only there together.
    return !from->is(Type::Kind::Adt) || items.adt(from->def).dropMethod == noDef;
  }
  return false;
}

void MovePaths::add(const Place &place) {
  PathIndex at = ofLocal[place.local];
  if (at == noPath)
    return;
  for (size_t i = 0; i < place.projections.size(); ++i)
    if (!canFollow(typeBefore(place, i, body), place.projections[i]))
      return;
  for (size_t i = 0; i < place.projections.size(); ++i) {
    const Projection &step = place.projections[i];
    PathIndex next = noPath;
    for (PathIndex child : paths[at].children)
      if (paths[child].place.projections.back() == step)
        next = child;
    if (next == noPath) {
      next = static_cast<PathIndex>(paths.size());
      MovePath path;
      path.parent = at;
      path.place = paths[at].place;
      path.place.projections.push_back(step);
      paths.push_back(std::move(path));
      paths[at].children.push_back(next);
    }
    at = next;
  }
}

MovePaths::Found MovePaths::find(const Place &place) const {
  PathIndex at = ofLocal[place.local];
  if (at == noPath)
    return {};
  for (const Projection &step : place.projections) {
    PathIndex next = noPath;
    for (PathIndex child : paths[at].children)
      if (paths[child].place.projections.back() == step)
        next = child;
    if (next == noPath)
      return {at, false};
    at = next;
  }
  return {at, true};
}

PathIndex MovePaths::exact(const Place &place) const {
  Found found = find(place);
  return found.isExact ? found.path : noPath;
}

void MovePaths::forSubtree(PathIndex path, llvm::function_ref<void(PathIndex)> visit) const {
  visit(path);
  for (PathIndex child : paths[path].children)
    forSubtree(child, visit);
}

bool MovePaths::isWithin(PathIndex path, PathIndex ancestor) const {
  for (; path != noPath; path = paths[path].parent)
    if (path == ancestor)
      return true;
  return false;
}

// ---- effects ----

void MovePaths::effectOf(const Operand &operand, Visitor visit) const {
  if (operand.kind != Operand::Kind::Move)
    return;
  PathIndex path = exact(operand.place);
  if (path != noPath)
    visit(Effect::Move, path);
}

void MovePaths::effectsOf(const Statement &statement, Visitor visit) const {
  switch (statement.kind) {
  case Statement::Kind::Assign: {
    for (const Operand &operand : statement.value.operands)
      effectOf(operand, visit);
    PathIndex path = exact(statement.place);
    if (path != noPath)
      visit(Effect::Init, path);
    return;
  }
  case Statement::Kind::StorageLive:
  case Statement::Kind::StorageDead:
    if (ofLocal[statement.place.local] != noPath)
      visit(Effect::Uninit, ofLocal[statement.place.local]);
    return;
  case Statement::Kind::Nop:
    return;
  }
}

void MovePaths::effectsOf(const Terminator &terminator, Visitor visit) const {
  if (terminator.kind == Terminator::Kind::Drop) {
    PathIndex path = exact(terminator.place);
    if (path != noPath)
      visit(Effect::Drop, path);
    return;
  }
  if (terminator.kind != Terminator::Kind::Call)
    return;
  effectOf(terminator.operand, visit);
  for (const Operand &operand : terminator.args)
    effectOf(operand, visit);
}

PathIndex MovePaths::resultOf(const Terminator &terminator) const {
  if (terminator.kind != Terminator::Kind::Call || terminator.targets.empty())
    return noPath;
  return exact(terminator.place);
}

// ---- the flow ----

MoveFlow::MoveFlow(const Body &body, const MovePaths &paths)
    : body(body), paths(paths), entries(body.blocks.size()), reachable(body.blocks.size(), false) {
  computeOrder();
  auto size = static_cast<unsigned>(paths.size());
  MoveState start{llvm::BitVector(size), llvm::BitVector(size, true), llvm::BitVector(size)};
  for (LocalIndex i = 1; i <= body.parameters; ++i) {
    PathIndex path = paths.exact(Place{i, {}});
    if (path != noPath)
      apply(start, Effect::Init, path);
  }
  entries[0] = start;
  reachable[0] = true;
  std::vector<bool> pending(body.blocks.size(), false);
  pending[0] = true;
  for (bool isChanged = true; isChanged;) {
    isChanged = false;
    for (BlockIndex block : reversePostorder) {
      if (!pending[block])
        continue;
      pending[block] = false;
      MoveState state = entries[block];
      for (const Statement &statement : body.blocks[block].statements)
        apply(state, statement);
      apply(state, body.blocks[block].terminator);
      for (BlockIndex target : body.blocks[block].terminator.targets)
        if (join(target, state))
          isChanged = pending[target] = true;
    }
  }
}

void MoveFlow::computeOrder() {
  std::vector<std::pair<BlockIndex, size_t>> stack = {{0, 0}};
  std::vector<bool> seen(body.blocks.size(), false);
  seen[0] = true;
  while (!stack.empty()) {
    auto &[block, next] = stack.back();
    const std::vector<BlockIndex> &targets = body.blocks[block].terminator.targets;
    if (next == targets.size()) {
      reversePostorder.push_back(block);
      stack.pop_back();
      continue;
    }
    BlockIndex target = targets[next++];
    if (!seen[target]) {
      seen[target] = true;
      stack.push_back({target, 0});
    }
  }
  std::reverse(reversePostorder.begin(), reversePostorder.end());
}

bool MoveFlow::join(BlockIndex target, const MoveState &state) {
  MoveState &entry = entries[target];
  if (!reachable[target]) {
    reachable[target] = true;
    entry = state;
    return true;
  }
  auto grow = [](llvm::BitVector &bits, const llvm::BitVector &more) {
    if (!more.test(bits)) // nothing in `more` that is not in `bits`
      return false;
    bits |= more;
    return true;
  };
  bool first = grow(entry.maybeInit, state.maybeInit);
  bool second = grow(entry.maybeUninit, state.maybeUninit);
  bool third = grow(entry.everInit, state.everInit);
  return first || second || third;
}

void MoveFlow::apply(MoveState &state, Effect effect, PathIndex path) const {
  paths.forSubtree(path, [&](PathIndex inside) {
    if (effect == Effect::Init) {
      state.maybeInit.set(inside);
      state.maybeUninit.reset(inside);
      state.everInit.set(inside);
      return;
    }
    state.maybeInit.reset(inside);
    state.maybeUninit.set(inside);
    if (effect == Effect::Uninit)
      state.everInit.reset(inside);
  });
}

void MoveFlow::apply(MoveState &state, const Statement &statement) const {
  paths.effectsOf(statement, [&](Effect effect, PathIndex path) { apply(state, effect, path); });
}

void MoveFlow::apply(MoveState &state, const Terminator &terminator) const {
  paths.effectsOf(terminator, [&](Effect effect, PathIndex path) { apply(state, effect, path); });
  PathIndex result = paths.resultOf(terminator);
  if (result != noPath)
    apply(state, Effect::Init, result);
}
