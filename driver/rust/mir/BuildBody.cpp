//===- BuildBody.cpp - MIR of a body: blocks, locals, scopes --------------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

Builder::Builder(const thir::Body &source, Body &body, Items &items,
                 const NamedConstantBits &constants)
    : source(source), body(body), items(items), constants(constants), types(items.types),
      locals(source.locals.size()) {}

void Builder::buildBody() {
  body.scopes.push_back({0, source.span});
  newLocal(source.result, source.span);
  startBlock(newBlock());
  reached[0] = true;
  isDead = false;
  returnBlock = newBlock();
  pushScope(true);
  declareParameters();
  pushScope(true);
  into(Place{returnLocal, {}}, *source.value);
  Span end = source.span.isKnown() ? Span{source.span.end - 1, source.span.end} : source.span;
  popScope(end);
  popScope(end);
  gotoBlock(returnBlock, end);
  startBlock(returnBlock);
  Terminator back;
  back.kind = Terminator::Kind::Return;
  terminate(std::move(back), end);
}

void Builder::buildExpression(const thir::Expr &expr) {
  body.scopes.push_back({0, expr.span});
  newLocal(expr.type, expr.span);
  startBlock(newBlock());
  reached[0] = true;
  isDead = false;
  pushScope(true);
  into(Place{returnLocal, {}}, expr);
  popScope(expr.span);
  Terminator back;
  back.kind = Terminator::Kind::Return;
  terminate(std::move(back), expr.span);
}

void Builder::declareParameters() {
  // All have their places before the first pattern is matched.
  for (size_t i = 0; i < source.parameters.size(); ++i) {
    const thir::Pattern &pattern = *source.parameters[i];
    LocalIndex local = newLocal(source.parameterTypes[i], pattern.span);
    bool isSimple =
        pattern.kind == thir::Pattern::Kind::Binding && !pattern.byReference && !pattern.inner;
    if (isSimple) {
      body.locals[local].name = source.locals[pattern.local].name;
      body.locals[local].isMutable = source.locals[pattern.local].isMutable;
      body.locals[local].span = source.locals[pattern.local].span;
      locals[pattern.local] = local;
    }
  }
  body.parameters = static_cast<unsigned>(source.parameters.size());
  for (size_t i = 0; i < source.parameters.size(); ++i) {
    const thir::Pattern &pattern = *source.parameters[i];
    LocalIndex local = static_cast<LocalIndex>(i + 1);
    scheduleDrop(0, local);
    if (pattern.kind == thir::Pattern::Kind::Wild || !body.locals[local].name.empty())
      continue;
    if (pattern.kind == thir::Pattern::Kind::Binding && locals[pattern.local] == local)
      continue;
    declareBindings(pattern, 0);
    bindIrrefutable(Place{local, {}}, pattern, 0, pattern.span);
  }
}

// ---- blocks ----

BlockIndex Builder::newBlock() {
  body.blocks.emplace_back();
  reached.push_back(false);
  return static_cast<BlockIndex>(body.blocks.size() - 1);
}

void Builder::startBlock(BlockIndex block) {
  current = block;
  isDead = !reached[block];
}

void Builder::terminate(Terminator terminator, Span span) {
  if (isDead)
    return;
  for (BlockIndex target : terminator.targets)
    reached[target] = true;
  terminator.span = span;
  terminator.scope = debugScope;
  body.blocks[current].terminator = std::move(terminator);
  isDead = true;
}

void Builder::gotoBlock(BlockIndex block, Span span) {
  Terminator terminator;
  terminator.kind = Terminator::Kind::Goto;
  terminator.targets = {block};
  terminate(std::move(terminator), span);
}

void Builder::unreachable(Span span) {
  terminate(Terminator(), span);
}

void Builder::switchBool(Operand condition, BlockIndex yes, BlockIndex no, Span span) {
  Terminator terminator;
  terminator.kind = Terminator::Kind::Switch;
  terminator.operand = std::move(condition);
  terminator.switchType = types.boolean();
  terminator.values = {0};
  terminator.targets = {no, yes};
  terminate(std::move(terminator), span);
}

void Builder::assign(Place destination, Rvalue value, Span span) {
  if (isDead)
    return;
  if (unitLocal && destination.local == *unitLocal && destination.projections.empty() &&
      value.kind == Rvalue::Kind::Use && value.operands[0].kind == Operand::Kind::Constant)
    return;
  Statement statement;
  statement.kind = Statement::Kind::Assign;
  statement.place = std::move(destination);
  statement.value = std::move(value);
  statement.span = span;
  statement.scope = debugScope;
  body.blocks[current].statements.push_back(std::move(statement));
}

void Builder::storage(Statement::Kind kind, LocalIndex local, Span span) {
  if (isDead)
    return;
  Statement statement;
  statement.kind = kind;
  statement.place.local = local;
  statement.span = span;
  statement.scope = debugScope;
  body.blocks[current].statements.push_back(std::move(statement));
}

void Builder::assertThat(Operand condition, bool expected, Terminator::Message message,
                         std::vector<Operand> args, Span span, ast::BinaryOp op) {
  if (isDead)
    return;
  BlockIndex next = newBlock();
  Terminator terminator;
  terminator.kind = Terminator::Kind::Assert;
  terminator.operand = std::move(condition);
  terminator.expected = expected;
  terminator.message = message;
  terminator.args = std::move(args);
  terminator.binaryOp = op;
  terminator.targets = {next};
  terminate(std::move(terminator), span);
  startBlock(next);
}

// ---- locals ----

LocalIndex Builder::newLocal(Ty type, Span span) {
  Local local;
  local.type = type;
  local.isMutable = true;
  local.span = span;
  local.scope = debugScope;
  body.locals.push_back(std::move(local));
  return static_cast<LocalIndex>(body.locals.size() - 1);
}

LocalIndex Builder::operandLocal(Ty type, Span span) {
  LocalIndex local = newLocal(type, span);
  if (needsDrop(type))
    scheduleDrop(scopes.size() - 1, local);
  return local;
}

LocalIndex Builder::temporary(const thir::Expr &expr) {
  auto found = extended.find(&expr);
  size_t scope = found != extended.end() ? found->second : temporaryScopes.back();
  LocalIndex local = newLocal(expr.type, expr.span);
  storage(Statement::Kind::StorageLive, local, expr.span);
  scheduleStorage(scope, local);
  into(Place{local, {}}, expr);
  scheduleDrop(scope, local);
  return local;
}

LocalIndex Builder::localOf(thir::LocalIndex local) {
  if (!locals[local])
    locals[local] = newLocal(source.locals[local].type, source.locals[local].span);
  return *locals[local];
}

// ---- scopes ----

void Builder::pushScope(bool ownsTemporaries) {
  if (ownsTemporaries)
    temporaryScopes.push_back(scopes.size());
  scopes.emplace_back();
}

void Builder::popScope(Span span) {
  for (const ScheduledDrop &drop : llvm::reverse(scopes.back()))
    emitDrop(drop, span);
  scopes.pop_back();
  if (temporaryScopes.back() == scopes.size())
    temporaryScopes.pop_back();
}

void Builder::schedule(size_t scope, LocalIndex local, bool isStorage) {
  scopes[scope].push_back({local, isStorage, {}});
  // What was made for the scopes within does not know of it.
  for (size_t inner = scope + 1; inner < scopes.size(); ++inner)
    for (ScheduledDrop &drop : scopes[inner])
      drop.exits.clear();
}

void Builder::scheduleStorage(size_t scope, LocalIndex local) {
  schedule(scope, local, true);
}

void Builder::scheduleDrop(size_t scope, LocalIndex local) {
  if (needsDrop(body.locals[local].type))
    schedule(scope, local, false);
}

void Builder::emitDrop(const ScheduledDrop &drop, Span span) {
  if (isDead)
    return;
  if (drop.isStorage)
    return storage(Statement::Kind::StorageDead, drop.local, span);
  BlockIndex next = newBlock();
  Terminator terminator;
  terminator.kind = Terminator::Kind::Drop;
  terminator.place = Place{drop.local, {}};
  terminator.targets = {next};
  terminate(std::move(terminator), span);
  startBlock(next);
}

void Builder::exitTo(size_t depth, BlockIndex target, Span span) {
  if (isDead)
    return;
  BlockIndex from = current, next = target;
  // Down to what has a block for the target already, and up again from there.
  std::vector<ScheduledDrop *> missing;
  bool isFound = false;
  for (size_t scope = scopes.size(); scope-- > depth && !isFound;)
    for (ScheduledDrop &drop : llvm::reverse(scopes[scope])) {
      auto known = llvm::find_if(drop.exits, [&](auto exit) { return exit.first == target; });
      isFound = known != drop.exits.end();
      if (isFound) {
        next = known->second;
        break;
      }
      missing.push_back(&drop);
    }
  for (ScheduledDrop *drop : llvm::reverse(missing)) {
    BlockIndex block = newBlock();
    markReached(block);
    startBlock(block);
    emitDrop(*drop, span);
    gotoBlock(next, span);
    drop->exits.push_back({target, block});
    next = block;
  }
  startBlock(from);
  gotoBlock(next, span);
}

ScopeIndex Builder::newDebugScope(Span span) {
  body.scopes.push_back({debugScope, span});
  return static_cast<ScopeIndex>(body.scopes.size() - 1);
}

std::unique_ptr<Body> rust::buildMir(std::shared_ptr<const thir::Body> source, Items &items,
                                     const NamedConstantBits &constants) {
  auto body = std::make_unique<Body>();
  body->owner = source->owner;
  body->span = source->span;
  body->assumed = source->assumed;
  Builder(*source, *body, items, constants).buildBody();
  body->source = std::move(source);
  simplify(*body);
  return body;
}
