//===- Collect.cpp - what is used, and who makes it ---------------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/Attributes.h>

#include <algorithm>

namespace cratec::rust::ir {

namespace {

const ast::FunctionItem *functionItem(const Def &def) {
  return llvm::dyn_cast_or_null<ast::FunctionItem>(def.item);
}

bool isInlineHint(const Def &def) {
  const ast::MetaItem *attribute = ast::findAttribute(def.item->attributes, "inline");
  return attribute && !attribute->find("never");
}

/// Nesting and size of type arguments beyond which a function never stops to use
/// itself with larger ones.
constexpr unsigned typeDepthLimit = 128;
constexpr uint64_t typeLengthLimit = uint64_t(1) << 16;

} // namespace

bool Unit::isLocalCopy(const Instance &instance) {
  if (instance.kind != Instance::Kind::Function)
    return true;
  const Def &def = defs[instance.def];
  if (def.isForeign || !def.item)
    return false;
  if (def.kind == DefKind::TraitMethod || items.generics(instance.def).count())
    return true;
  const ast::FunctionItem *item = functionItem(def);
  return item && item->body && isInlineHint(def) && !mangler.plainName(instance.def);
}

uint64_t Unit::typeLength(Ty type) {
  if (auto found = typeMeasures.find(type); found != typeMeasures.end())
    return found->second.first;
  uint64_t length = 1;
  unsigned depth = 0;
  forEachInside(type, [&](Ty inside) {
    length = std::min(length + typeLength(inside), typeLengthLimit + 1);
    depth = std::max(depth, typeMeasures[inside].second);
  });
  typeMeasures[type] = {length, depth + 1};
  return length;
}

unsigned Unit::typeDepth(Ty type) {
  typeLength(type);
  return typeMeasures[type].second;
}

bool Unit::mayInstantiate(const Instance &instance, Span from) {
  std::vector<Ty> all = instance.args;
  if (instance.type)
    all.push_back(instance.type);
  bool fits = llvm::all_of(all, [&](Ty type) {
    return typeLength(type) <= typeLengthLimit && typeDepth(type) <= typeDepthLimit;
  });
  if (fits)
    return true;
  if (!saidRecursion.insert(instance.def).second)
    return false;
  if (instance.def == noDef) {
    error(from, "reached the recursion limit while generating code that drops a value");
    return false;
  }
  auto diagnostic =
      report.error(linkcheck::Code::None, from, "",
                   "reached the recursion limit while instantiating `{}`", defs.path(instance.def));
  report.label(diagnostic, defs[instance.def].span,
               fmt::format("`{}` defined here", defs[instance.def].name.str()));
  return false;
}

llvm::Function *Unit::declareFunction(llvm::StringRef symbol, const CallShape &shape) {
  llvm::GlobalValue *existing = module->getNamedValue(symbol);
  if (auto *function = llvm::dyn_cast_or_null<llvm::Function>(existing))
    return function;
  // A variable of that name keeps it; the linker would see one symbol as well.
  auto *function =
      llvm::Function::Create(shape.type, llvm::GlobalValue::ExternalLinkage, symbol, module.get());
  // Debuggers and profilers want to walk the stack, whoever unwinds it or not.
  function->setUWTableKind(llvm::UWTableKind::Async);
  addAttributes(*function, shape);
  return function;
}

bool Unit::isNamedElsewhere(DefId id) {
  if (options.isExecutable)
    return false;
  const Def &def = defs[id];
  bool inTraitImpl = def.kind == DefKind::Method && items.impl(def.parent).trait;
  // The compilers of other crates call lang items without a name for them.
  return def.isPublic || inTraitImpl || mentioned.count(id) || defs.langItemOf(id);
}

void Unit::setLinkage(llvm::Function &function, const Instance &instance, bool isPlain) {
  bool isHere = instance.kind != Instance::Kind::Function ||
                (!defs[instance.def].isForeign && defs[instance.def].crate == localCrateNumber);
  function.setLinkage(llvm::GlobalValue::ExternalLinkage);
  if (isLocalCopy(instance)) {
    function.setLinkage(llvm::GlobalValue::LinkOnceODRLinkage);
    function.setVisibility(llvm::GlobalValue::HiddenVisibility);
  } else if (isHere && !isPlain && !isNamedElsewhere(instance.def)) {
    function.setLinkage(llvm::GlobalValue::InternalLinkage);
  }
}

void Unit::addSourceAttributes(llvm::Function &function, DefId id) {
  if (id == noDef || !defs[id].item)
    return;
  const ast::Attributes &attributes = defs[id].item->attributes;
  if (const ast::MetaItem *hint = ast::findAttribute(attributes, "inline"))
    function.addFnAttr(hint->find("always")  ? llvm::Attribute::AlwaysInline
                       : hint->find("never") ? llvm::Attribute::NoInline
                                             : llvm::Attribute::InlineHint);
  if (ast::findAttribute(attributes, "cold"))
    function.addFnAttr(llvm::Attribute::Cold);
  if (const ast::MetaItem *section = ast::findAttribute(attributes, "link_section");
      section && section->value && !function.isDeclaration())
    function.setSection(*section->value);
}

llvm::Function *Unit::function(const Instance &instance, Span from) {
  if (auto found = functions.find(instance); found != functions.end())
    return found->second;
  if (!mayInstantiate(instance, from))
    return nullptr;

  CallShape shape = callShape(instance);
  std::optional<std::string> plain;
  if (instance.kind == Instance::Kind::Function && !items.generics(instance.def).count())
    plain = mangler.plainName(instance.def);
  bool isCopy = isLocalCopy(instance);
  bool isForeign = instance.def != noDef && defs[instance.def].isForeign;
  bool isDefined = isCopy || (!isForeign && defs[instance.def].crate == localCrateNumber);
  std::string symbol = plain ? *plain : mangler.function(instance, isCopy);

  llvm::Function *function = declareFunction(symbol, shape);
  if (!isDefined)
    return functions[instance] = function;
  if (plain) {
    auto [owner, isNew] = symbolOwners.try_emplace(symbol, instance.def);
    if (!isNew && owner->second != instance.def)
      error(defs[instance.def].span, "symbol `" + symbol + "` is already defined");
  }
  setLinkage(*function, instance, plain.has_value());
  functions[instance] = function;
  queue.push_back({instance, function});
  return function;
}

Instance instanceOf(const Definitions &defs, const Callee &callee) {
  Instance instance = Instance::function(callee.def, callee.args);
  const Def &def = defs[callee.def];
  if (def.kind == DefKind::Struct || def.kind == DefKind::Variant) {
    instance.kind = Instance::Kind::Constructor;
  } else if (def.kind == DefKind::TraitMethod) {
    const ast::FunctionItem *item = functionItem(def);
    if (!item || !item->body)
      instance.kind = Instance::Kind::Structural;
  }
  return instance;
}

llvm::Function *Unit::function(Callee callee, Span from) {
  callee = items.resolveCallee(callee);
  if (items.signature(callee.def).abi == Type::Abi::Intrinsic) {
    error(from, "the intrinsic `" + defs[callee.def].name + "` has no address");
    return nullptr;
  }
  return function(instanceOf(defs, callee), from);
}

void Unit::define(const Queued &queued) {
  const Instance &instance = queued.instance;
  std::unique_ptr<mir::Body> made;
  const mir::Body *body = nullptr;
  switch (instance.kind) {
  case Instance::Kind::Function:
    body = source.body(instance.def);
    break;
  case Instance::Kind::DropGlue:
    made = makeDropGlue(*this, instance.type);
    break;
  case Instance::Kind::Structural:
  case Instance::Kind::Constructor:
    made = makeShim(*this, instance, defs[instance.def].span);
    break;
  }
  if (made)
    body = made.get();
  if (!body) // has been said
    return;
  lowerBody(*this, instance, *body, made ? TypeList() : TypeList(instance.args), *queued.function);
  if (instance.kind == Instance::Kind::Function)
    addSourceAttributes(*queued.function, instance.def);
}

void Unit::drain() {
  while (!queue.empty() || !staticQueue.empty()) {
    if (!staticQueue.empty()) {
      DefId def = staticQueue.front();
      staticQueue.pop_front();
      defineStatic(def);
      continue;
    }
    Queued queued = queue.front();
    queue.pop_front();
    define(queued);
  }
}

const Layout &Unit::layout(Ty type, Span from) {
  const Layout &layout = layouts.of(type);
  if (layout.isTooBig && saidTooBig.insert(type).second)
    error(from, "values of the type `" + toString(type, defs) +
                    "` are too big for the target architecture");
  return layout;
}

void Unit::error(Span span, const llvm::Twine &message) {
  report.error(linkcheck::Code::None, span, "", "{}", message.str()).done();
}

} // namespace cratec::rust::ir
