//===- ElaborateDrops.cpp - drops made certain ----------------------------===//
//
// Each Drop becomes what the flow says of its place: nothing where it was moved, itself where
// it is there, itself under a flag where that depends, and one drop for each part
// that is still there where parts were moved.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/mir/Build.h"
#include "driver/rust/mir/MovePaths.h"

#include <map>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

namespace {

class Elaborator {
public:
  Elaborator(Body &body, Items &items)
      : body(body), items(items), types(items.types), paths(body, items), flow(body, paths),
        originalBlocks(body.blocks.size()) {}
  void run();

private:
  void elaborate(BlockIndex block);
  /// Blocks that drop what is there of `path`, then go on with `next`; yields the first.
  BlockIndex dropPath(PathIndex path, const Place &place, BlockIndex next);
  BlockIndex dropParts(PathIndex path, const Place &place, BlockIndex next);
  BlockIndex dropBox(PathIndex path, const Place &place, BlockIndex next);
  BlockIndex dropVariants(PathIndex path, const Place &place, BlockIndex next);
  BlockIndex dropFields(PathIndex path, const Place &place, llvm::ArrayRef<Ty> fields,
                        BlockIndex next);
  /// Of what belongs to `path` itself and to none of its children.
  BlockIndex dropOwn(PathIndex path, const Place &place, BlockIndex next);
  BlockIndex dropNow(const Place &place, BlockIndex next);
  BlockIndex testFlag(PathIndex path, BlockIndex yes, BlockIndex no);
  BlockIndex freeBox(const Place &place, Ty type, BlockIndex next);
  std::vector<Ty> fieldTypes(Ty type, unsigned variant);
  bool canOpen(Ty type);
  PathIndex childOf(PathIndex path, Projection::Kind kind, unsigned index);

  BlockIndex newBlock(Terminator terminator);
  LocalIndex flagOf(PathIndex path);
  Statement setFlag(LocalIndex flag, bool value, Span span, ScopeIndex scope);

  void maintainFlags();
  void maintainFlags(BlockIndex block);
  void setFlags(std::vector<Statement> &statements, PathIndex path, bool value,
                const Terminator &near);

  Body &body;
  Items &items;
  TypeContext &types;
  MovePaths paths;
  MoveFlow flow;
  size_t originalBlocks;
  std::map<PathIndex, LocalIndex> flags;
  std::vector<std::pair<BlockIndex, PathIndex>>
      afterDrops;  ///< blocks that follow the drop of a path
  MoveState state; ///< at the drop that is being made certain
  Terminator drop; ///< which it is
};

void Elaborator::run() {
  for (BlockIndex block = 0; block < originalBlocks; ++block)
    if (flow.isReachable(block) && body.blocks[block].terminator.kind == Terminator::Kind::Drop)
      elaborate(block);
  if (!flags.empty())
    maintainFlags();
}

void Elaborator::elaborate(BlockIndex block) {
  drop = body.blocks[block].terminator;
  BlockIndex next = drop.targets[0];
  Ty type = typeOf(drop.place, body);
  if (!items.needsDrop(type)) {
    Terminator jump;
    jump.kind = Terminator::Kind::Goto;
    jump.targets = {next};
    jump.span = drop.span;
    jump.scope = drop.scope;
    body.blocks[block].terminator = std::move(jump);
    return;
  }
  PathIndex path = paths.exact(drop.place);
  if (path == noPath)
    return; // behind a pointer: it is there
  state = flow.atEntry(block);
  for (const Statement &statement : body.blocks[block].statements)
    flow.apply(state, statement);
  Terminator jump;
  jump.kind = Terminator::Kind::Goto;
  jump.targets = {next};
  BlockIndex after = newBlock(jump);
  afterDrops.push_back({after, path});
  jump.targets = {dropPath(path, drop.place, after)};
  jump.span = drop.span;
  jump.scope = drop.scope;
  body.blocks[block].terminator = std::move(jump);
}

BlockIndex Elaborator::newBlock(Terminator terminator) {
  terminator.span = drop.span;
  terminator.scope = drop.scope;
  body.blocks.emplace_back();
  body.blocks.back().terminator = std::move(terminator);
  return static_cast<BlockIndex>(body.blocks.size() - 1);
}

BlockIndex Elaborator::dropPath(PathIndex path, const Place &place, BlockIndex next) {
  Ty type = typeOf(place, body);
  if (!items.needsDrop(type))
    return next;
  bool mayLive = false, mayBeDead = false;
  paths.forSubtree(path, [&](PathIndex inside) {
    mayLive |= state.maybeInit.test(inside);
    mayBeDead |= state.maybeUninit.test(inside);
  });
  if (!mayLive)
    return next;
  if (!mayBeDead)
    return dropNow(place, next);
  if (paths[path].children.empty() || !canOpen(type))
    return dropOwn(path, place, next);
  return dropParts(path, place, next);
}

bool Elaborator::canOpen(Ty type) {
  if (isBox(type, items.defs) || type->is(Type::Kind::Tuple))
    return true;
  return type->is(Type::Kind::Adt) && items.adt(type->def).dropMethod == noDef;
}

BlockIndex Elaborator::dropNow(const Place &place, BlockIndex next) {
  Terminator terminator;
  terminator.kind = Terminator::Kind::Drop;
  terminator.place = place;
  terminator.targets = {next};
  return newBlock(std::move(terminator));
}

BlockIndex Elaborator::dropOwn(PathIndex path, const Place &place, BlockIndex next) {
  if (!state.maybeInit.test(path) || !items.needsDrop(typeOf(place, body)))
    return next;
  BlockIndex now = dropNow(place, next);
  return state.maybeUninit.test(path) ? testFlag(path, now, next) : now;
}

BlockIndex Elaborator::testFlag(PathIndex path, BlockIndex yes, BlockIndex no) {
  Terminator terminator;
  terminator.kind = Terminator::Kind::Switch;
  terminator.operand.kind = Operand::Kind::Copy;
  terminator.operand.place = Place{flagOf(path), {}};
  terminator.switchType = types.boolean();
  terminator.values = {0};
  terminator.targets = {no, yes};
  return newBlock(std::move(terminator));
}

// ---- parts ----

BlockIndex Elaborator::dropParts(PathIndex path, const Place &place, BlockIndex next) {
  Ty type = typeOf(place, body);
  if (isBox(type, items.defs))
    return dropBox(path, place, next);
  if (type->is(Type::Kind::Adt) && items.adt(type->def).isEnum)
    return dropVariants(path, place, next);
  return dropFields(path, place, fieldTypes(type, 0), next);
}

PathIndex Elaborator::childOf(PathIndex path, Projection::Kind kind, unsigned index) {
  for (PathIndex child : paths[path].children) {
    const Projection &step = paths[child].place.projections.back();
    if (step.kind == kind && step.index == index)
      return child;
  }
  return noPath;
}

std::vector<Ty> Elaborator::fieldTypes(Ty type, unsigned variant) {
  if (type->is(Type::Kind::Tuple))
    return {type->args.begin(), type->args.end()};
  std::vector<Ty> result;
  for (const FieldInfo &field : items.adt(type->def).variants[variant].fields)
    result.push_back(items.normalize(types.substitute(field.type, type->args), body.assumed));
  return result;
}

BlockIndex Elaborator::dropFields(PathIndex path, const Place &place, llvm::ArrayRef<Ty> fields,
                                  BlockIndex next) {
  for (unsigned i = static_cast<unsigned>(fields.size()); i-- > 0;) {
    Place field = fieldOf(place, i, fields[i]);
    PathIndex child = childOf(path, Projection::Kind::Field, i);
    next = child == noPath ? dropOwn(path, field, next) : dropPath(child, field, next);
  }
  return next;
}

BlockIndex Elaborator::dropVariants(PathIndex path, const Place &place, BlockIndex next) {
  const AdtInfo &info = items.adt(typeOf(place, body)->def);
  Ty type = typeOf(place, body);
  Terminator terminator;
  terminator.kind = Terminator::Kind::Switch;
  terminator.switchType = info.discriminantType;
  for (unsigned variant = 0; variant < info.variants.size(); ++variant) {
    PathIndex child = childOf(path, Projection::Kind::Downcast, variant);
    if (child == noPath)
      continue;
    terminator.values.push_back(truncateBits(
        static_cast<uint64_t>(info.variants[variant].discriminant), info.discriminantType));
    terminator.targets.push_back(
        dropFields(child, downcastTo(place, variant, type), fieldTypes(type, variant), next));
  }
  bool isComplete = terminator.values.size() == info.variants.size();
  if (!isComplete)
    terminator.targets.push_back(dropNow(place, next));
  else
    terminator.values.pop_back(); // the last one is what is left
  BlockIndex entry = terminator.targets.back();
  if (!terminator.values.empty()) {
    Local local;
    local.type = info.discriminantType;
    local.isMutable = true;
    body.locals.push_back(local);
    Place discriminant{static_cast<LocalIndex>(body.locals.size() - 1), {}};
    terminator.operand.kind = Operand::Kind::Copy;
    terminator.operand.place = discriminant;
    entry = newBlock(std::move(terminator));
    Statement read;
    read.kind = Statement::Kind::Assign;
    read.place = discriminant;
    read.value.kind = Rvalue::Kind::Discriminant;
    read.value.type = info.discriminantType;
    read.value.place = place;
    read.span = drop.span;
    read.scope = drop.scope;
    body.blocks[entry].statements.push_back(std::move(read));
  }
  return state.maybeUninit.test(path) ? testFlag(path, entry, next) : entry;
}

BlockIndex Elaborator::dropBox(PathIndex path, const Place &place, BlockIndex next) {
  Ty inside = typeOf(place, body)->args[0];
  BlockIndex free = next;
  if (state.maybeInit.test(path)) {
    free = freeBox(place, inside, next);
    if (state.maybeUninit.test(path))
      free = testFlag(path, free, next);
  }
  PathIndex child = childOf(path, Projection::Kind::Deref, 0);
  if (child == noPath)
    return dropOwn(path, place, next);
  return dropPath(child, derefOf(place, inside), free);
}

BlockIndex Elaborator::freeBox(const Place &place, Ty type, BlockIndex next) {
  DefId function = items.defs.langItem(LangItem::BoxFree);
  if (function == noDef)
    return next;
  Local local;
  local.type = types.unit();
  local.isMutable = true;
  body.locals.push_back(local);
  Terminator call;
  call.kind = Terminator::Kind::Call;
  call.operand.constant.kind = Constant::Kind::Function;
  TypeList args = types.save({type});
  call.operand.constant.type = types.fnDef(function, args);
  call.operand.constant.callee = Callee{function, args};
  Operand pointer;
  pointer.kind = Operand::Kind::Copy;
  pointer.place = fieldOf(place, 0, types.pointer(type, true));
  call.args = {std::move(pointer)};
  call.place = Place{static_cast<LocalIndex>(body.locals.size() - 1), {}};
  call.targets = {next};
  return newBlock(std::move(call));
}

// ---- flags ----

LocalIndex Elaborator::flagOf(PathIndex path) {
  auto [entry, isNew] = flags.try_emplace(path, 0);
  if (isNew) {
    Local local;
    local.type = types.boolean();
    local.isMutable = true;
    body.locals.push_back(local);
    entry->second = static_cast<LocalIndex>(body.locals.size() - 1);
  }
  return entry->second;
}

Statement Elaborator::setFlag(LocalIndex flag, bool value, Span span, ScopeIndex scope) {
  Statement statement;
  statement.kind = Statement::Kind::Assign;
  statement.place = Place{flag, {}};
  statement.value.type = types.boolean();
  Operand operand;
  operand.constant.kind = Constant::Kind::Scalar;
  operand.constant.type = types.boolean();
  operand.constant.bits = value;
  statement.value.operands = {std::move(operand)};
  statement.span = span;
  statement.scope = scope;
  return statement;
}

void Elaborator::setFlags(std::vector<Statement> &statements, PathIndex path, bool value,
                          const Terminator &near) {
  paths.forSubtree(path, [&](PathIndex inside) {
    auto found = flags.find(inside);
    if (found != flags.end())
      statements.push_back(setFlag(found->second, value, near.span, near.scope));
  });
}

void Elaborator::maintainFlags() {
  for (const auto &[block, path] : afterDrops)
    setFlags(body.blocks[block].statements, path, false, body.blocks[block].terminator);
  for (BlockIndex block = 0; block < originalBlocks; ++block)
    if (flow.isReachable(block))
      maintainFlags(block);
  // At the beginning only the parameters are there.
  std::vector<Statement> first;
  for (const auto &[path, flag] : flags) {
    LocalIndex local = paths[path].place.local;
    bool isParameter = local >= 1 && local <= body.parameters;
    first.push_back(setFlag(flag, isParameter, body.span, 0));
  }
  std::vector<Statement> &entry = body.blocks[0].statements;
  entry.insert(entry.begin(), std::make_move_iterator(first.begin()),
               std::make_move_iterator(first.end()));
}

void Elaborator::maintainFlags(BlockIndex block) {
  std::vector<Statement> statements;
  Terminator here = body.blocks[block].terminator;
  for (Statement &statement : body.blocks[block].statements) {
    here.span = statement.span;
    here.scope = statement.scope;
    std::vector<std::pair<PathIndex, bool>> changes;
    paths.effectsOf(statement, [&](Effect effect, PathIndex path) {
      // The storage of what was neither moved nor given anew ends: its flag was set before.
      if (effect != Effect::Uninit)
        changes.push_back({path, effect == Effect::Init});
    });
    statements.push_back(std::move(statement));
    for (auto [path, value] : changes)
      setFlags(statements, path, value, here);
  }
  here = body.blocks[block].terminator;
  paths.effectsOf(here, [&](Effect effect, PathIndex path) {
    if (effect == Effect::Move)
      setFlags(statements, path, false, here);
  });
  body.blocks[block].statements = std::move(statements);
  PathIndex result = paths.resultOf(here);
  if (result == noPath)
    return;
  std::vector<Statement> filled;
  setFlags(filled, result, true, here);
  if (filled.empty())
    return;
  Terminator jump;
  jump.kind = Terminator::Kind::Goto;
  jump.targets = here.targets;
  drop = here;
  BlockIndex edge = newBlock(std::move(jump));
  body.blocks[edge].statements = std::move(filled);
  body.blocks[block].terminator.targets = {edge};
}

} // namespace

void rust::elaborateDrops(Body &body, Items &items) {
  Elaborator(body, items).run();
}
