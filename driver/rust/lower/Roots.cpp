//===- Roots.cpp - what a crate makes without being asked ---------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/IRBuilder.h>

namespace cratec::rust::ir {

/// Finds the private items that bodies mention which other crates compile for themselves.
class RootFinder {
public:
  explicit RootFinder(Unit &unit) : unit(unit) {}

  void findMentioned();
  std::vector<DefId> plainNamed() const;
  std::vector<DefId> roots();

private:
  void scan(const mir::Body &body);
  void scan(const mir::Operand &operand);
  void scan(Ty type);
  bool isUsed(DefId def) const;
  bool isConcreteFunction(const Def &def, DefId id) const;

  Unit &unit;
};

void RootFinder::scan(Ty type) {
  if (type && type->is(Type::Kind::FnDef))
    unit.mentioned.insert(type->def);
}

void RootFinder::scan(const mir::Operand &operand) {
  if (operand.kind != mir::Operand::Kind::Constant)
    return;
  scan(operand.constant.type);
  if (operand.constant.callee.def != noDef)
    unit.mentioned.insert(operand.constant.callee.def);
}

void RootFinder::scan(const mir::Body &body) {
  for (const mir::Local &local : body.locals)
    scan(local.type);
  for (const mir::Block &block : body.blocks) {
    for (const mir::Statement &statement : block.statements)
      for (const mir::Operand &operand : statement.value.operands)
        scan(operand);
    scan(block.terminator.operand);
    for (const mir::Operand &operand : block.terminator.args)
      scan(operand);
  }
  for (const std::unique_ptr<mir::Body> &promoted : body.promoted)
    scan(*promoted);
}

void RootFinder::findMentioned() {
  for (DefId id = 0; id < unit.defs.size(); ++id) {
    const Def &def = unit.defs[id];
    if (def.crate != localCrateNumber || def.isForeign || !def.item)
      continue;
    bool isConstant = def.kind == DefKind::Const || def.kind == DefKind::AssociatedConst;
    bool isFunction = def.kind == DefKind::Function || def.kind == DefKind::Method ||
                      def.kind == DefKind::TraitMethod;
    const auto *function = llvm::dyn_cast<ast::FunctionItem>(def.item);
    if (isFunction && (!function || !function->body))
      continue;
    // Constant functions are run by the compilers of other crates, which see their bodies.
    bool travels =
        isConstant ||
        (isFunction && (function->isConst || unit.isLocalCopy(Instance::function(id, {}))));
    if (travels)
      if (const mir::Body *body = unit.source.body(id))
        scan(*body);
  }
}

bool RootFinder::isConcreteFunction(const Def &def, DefId id) const {
  if (def.kind != DefKind::Function && def.kind != DefKind::Method)
    return false;
  const auto *function = llvm::dyn_cast<ast::FunctionItem>(def.item);
  return function && function->body && !unit.items.generics(id).count();
}

std::vector<DefId> RootFinder::plainNamed() const {
  std::vector<DefId> found;
  for (DefId id = 0; id < unit.defs.size(); ++id) {
    const Def &def = unit.defs[id];
    if (def.crate == localCrateNumber && !def.isForeign && def.item &&
        (def.kind == DefKind::Static || isConcreteFunction(def, id)) && unit.mangler.plainName(id))
      found.push_back(id);
  }
  return found;
}

std::vector<DefId> RootFinder::roots() {
  std::vector<DefId> found;
  for (DefId id = 0; id < unit.defs.size(); ++id) {
    const Def &def = unit.defs[id];
    if (def.crate != localCrateNumber || def.isForeign || !def.item)
      continue;
    if (def.kind == DefKind::Static) {
      if (unit.isNamedElsewhere(id) || ast::findAttribute(def.item->attributes, "used"))
        found.push_back(id);
    } else if (isConcreteFunction(def, id) && unit.isNamedElsewhere(id) &&
               !unit.isLocalCopy(Instance::function(id, {}))) {
      found.push_back(id);
    }
  }
  return found;
}

namespace {

/// The C `main`, which hands the crate's to the runtime's start, or calls it.
void makeMain(Unit &unit, DefId mainDef) {
  Span span = unit.defs[mainDef].span;
  llvm::Function *target = unit.function(Callee{mainDef, {}}, span);
  if (!target)
    return;
  llvm::Type *int32 = llvm::Type::getInt32Ty(unit.context);
  auto *type = llvm::FunctionType::get(int32, {int32, unit.pointerType()}, false);
  if (unit.module->getNamedValue("main"))
    return unit.error(span, "symbol `main` is already defined");
  auto *function =
      llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, "main", unit.module.get());
  function->addFnAttr(llvm::Attribute::NoUnwind);
  function->setUWTableKind(llvm::UWTableKind::Async);
  llvm::IRBuilder<> builder(llvm::BasicBlock::Create(unit.context, "entry", function));

  DefId start = unit.defs.langItem(LangItem::Start);
  llvm::Function *starter = start == noDef ? nullptr : unit.function(Callee{start, {}}, span);
  if (starter && starter->arg_size() == 3) {
    llvm::Value *count = builder.CreateSExt(function->getArg(0), unit.wordType());
    llvm::Value *status = builder.CreateCall(starter, {target, count, function->getArg(1)});
    builder.CreateRet(builder.CreateTrunc(status, int32));
    return;
  }
  builder.CreateCall(target);
  builder.CreateRet(llvm::ConstantInt::get(int32, 0));
}

} // namespace

void Unit::lowerRoots() {
  RootFinder finder(*this);
  if (!options.isExecutable)
    finder.findMentioned();

  auto make = [&](DefId id) {
    if (defs[id].kind == DefKind::Static)
      queueStatic(id);
    else
      function(Instance::function(id, {}), defs[id].span);
  };
  // Plain names first: an extern block may declare them again.
  for (DefId id : finder.plainNamed())
    make(id);

  const CrateInput &crate = defs.crates()[localCrateNumber];
  bool wantsMain = options.isExecutable && crate.ast &&
                   !ast::findAttribute(crate.ast->root.attributes, "no_main");
  if (wantsMain) {
    std::optional<DefId> mainDef =
        crate.ast->testMain
            ? defs.find(crate.ast->testMain)
            : defs.lookupIn(defs.crateRoot(localCrateNumber), "main", Namespace::Value);
    if (mainDef && defs[*mainDef].kind == DefKind::Function)
      makeMain(*this, *mainDef);
  }
  for (DefId id : finder.roots())
    make(id);
  drain();
}

} // namespace cratec::rust::ir
