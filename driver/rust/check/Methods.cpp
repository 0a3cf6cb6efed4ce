//===- Methods.cpp - calls of methods ---------------------------------------===//
//
// The receiver is dereferenced as often as possible; for each type on the way, nearest
// first, a method is looked for that takes it by value, by `&`, by `&mut`. At last an array is
// tried as a slice.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

std::vector<Items::Candidate> BodyChecker::lookup(Ty self, llvm::StringRef name) {
  Items::Probe probe;
  probe.freshInfer = [this] { return infer.fresh(); };
  probe.unifies = [this](Ty a, Ty b) { return infer.unifies(a, b); };
  probe.assumed = &body->assumed;
  return items.lookupAssociated(infer.resolve(self), name, probe);
}

DefId BodyChecker::traitOf(DefId def) {
  DefId parent = defs[def].parent;
  if (defs[parent].kind == DefKind::Trait)
    return parent;
  const ImplInfo &info = items.impl(parent);
  return info.trait ? info.trait->trait : noDef;
}

bool BodyChecker::isInherent(DefId def) {
  return traitOf(def) == noDef;
}

bool BodyChecker::isAccessible(DefId def) {
  return !isInherent(def) || defs.isVisible(def, module);
}

std::optional<BodyChecker::Pick>
BodyChecker::chooseCandidate(llvm::ArrayRef<Items::Candidate> candidates) {
  if (candidates.empty())
    return std::nullopt;
  const Items::Candidate *best = &candidates.front();
  if (!isInherent(best->def) && candidates.size() > 1)
    // Of several traits the one that is in scope is meant.
    for (const Items::Candidate &candidate : candidates) {
      DefId trait = traitOf(candidate.def);
      if (defs.lookupUnqualified(module, defs[trait].name, Namespace::Type) == trait) {
        best = &candidate;
        break;
      }
    }
  Pick pick;
  pick.def = best->def;
  pick.parentArgs = best->parentArgs;
  return pick;
}

std::optional<BodyChecker::Pick> BodyChecker::pickFor(Ty receiver, MethodSearch &search) {
  std::vector<Ty> selves{receiver};
  if (receiver->is(Type::Kind::Reference))
    selves.push_back(infer.shallow(receiver->element()));
  DefId box = defs.langItem(LangItem::OwnedBox);
  if (box != noDef && receiver->isAdt(box))
    selves.push_back(infer.shallow(receiver->args[0]));
  std::vector<Items::Candidate> inherent, ofTraits;
  for (Ty self : selves)
    for (Items::Candidate &candidate : lookup(self, search.name)) {
      if (defs[candidate.def].kind == DefKind::AssociatedConst)
        continue;
      const FunctionSignature &signature = items.signature(candidate.def);
      if (!signature.hasSelf || signature.parameters.empty()) {
        search.withoutSelf = candidate.def;
        continue;
      }
      std::vector<Ty> args = candidate.parentArgs;
      while (args.size() < items.generics(candidate.def).count())
        args.push_back(infer.fresh());
      Ty wanted = normalize(types.substitute(signature.parameters[0], args), {});
      if (!infer.unifies(wanted, receiver))
        continue;
      if (!isAccessible(candidate.def)) {
        search.hidden = candidate.def;
        continue;
      }
      (isInherent(candidate.def) ? inherent : ofTraits).push_back(std::move(candidate));
    }
  return chooseCandidate(inherent.empty() ? ofTraits : inherent);
}

std::optional<BodyChecker::Pick> BodyChecker::pickAt(const Step &step, MethodSearch &search) {
  auto found = [&](Ty receiver, Adjust adjust) -> std::optional<Pick> {
    std::optional<Pick> pick = pickFor(receiver, search);
    if (pick) {
      pick->step = step;
      pick->adjust = adjust;
    }
    return pick;
  };
  if (items.isSized(step.type) || step.type->is(Type::Kind::Infer))
    if (auto pick = found(step.type, Adjust::Value))
      return pick;
  if (auto pick = found(types.reference(step.type, false), Adjust::Reference))
    return pick;
  if (auto pick = found(types.reference(step.type, true), Adjust::MutableReference))
    return pick;
  if (step.type->is(Type::Kind::Pointer) && step.type->isMutable)
    return found(types.pointer(step.type->element(), false), Adjust::ConstPointer);
  return std::nullopt;
}

std::optional<BodyChecker::Pick> BodyChecker::pickMethod(llvm::ArrayRef<Step> steps,
                                                         MethodSearch &search) {
  for (const Step &step : steps)
    if (auto pick = pickAt(step, search))
      return pick;
  const Step &last = steps.back();
  if (!last.type->is(Type::Kind::Array))
    return std::nullopt;
  Step slice{last.place, types.slice(last.type->element())};
  auto pick = pickAt(slice, search);
  if (pick)
    pick->unsizes = true;
  return pick;
}

Ty BodyChecker::receiverType(const Pick &pick) {
  switch (pick.adjust) {
  case Adjust::Value:
    return pick.step.type;
  case Adjust::Reference:
    return types.reference(pick.step.type, false);
  case Adjust::MutableReference:
    return types.reference(pick.step.type, true);
  case Adjust::ConstPointer:
    return types.pointer(pick.step.type->element(), false);
  }
  return types.error();
}

Node BodyChecker::adjustReceiver(const Pick &pick, Span span) {
  Node place = pick.step.place;
  Ty type = pick.step.type;
  switch (pick.adjust) {
  case Adjust::Value: {
    if (!type->is(Type::Kind::Reference) || !type->isMutable)
      return place;
    // A `&mut` receiver is borrowed again, not moved.
    Node behind = deref(place, type->element(), span);
    makeMutable(behind);
    return borrow(behind, true, span);
  }
  case Adjust::ConstPointer:
    return cast(thir::CastKind::PointerToPointer, place, receiverType(pick));
  case Adjust::Reference:
  case Adjust::MutableReference:
    break;
  }
  bool isMutable = pick.adjust == Adjust::MutableReference;
  if (isMutable && place->isPlace())
    makeMutable(place);
  Node reference = borrow(place, isMutable, span);
  return pick.unsizes ? cast(thir::CastKind::Unsize, reference, receiverType(pick)) : reference;
}

Node BodyChecker::checkMethodCall(const ast::MethodCallExpr &expr, Expect expect) {
  Node receiver = check(*expr.receiver);
  Ty type = known(receiver->type);
  bool isUnknown = type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Any;
  std::vector<Step> steps;
  MethodSearch search;
  search.name = expr.method.ident.name;
  std::optional<Pick> pick;
  if (!isUnknown && !type->is(Type::Kind::Error)) {
    steps = autoderef(receiver, expr.receiver->span);
    pick = pickMethod(steps, search);
    Ty last = steps.back().type;
    isUnknown = !pick && last->is(Type::Kind::Infer) && last->inferKind == Type::Infer::Any;
  }
  if (pick)
    return callPicked(expr, *pick, expect);
  hasErrors = true;
  if (isUnknown) {
    if (!saidAnnotations)
      report.error(Code::E0282, expr.receiver->span, "cannot infer type", "type annotations needed")
          .done();
    saidAnnotations = true;
  } else if (!type->is(Type::Kind::Error)) {
    if (!reportAmbiguousNumber(expr, steps))
      reportNoMethod(expr, steps, search);
  }
  for (const ast::Expr *argument : expr.arguments)
    check(*argument);
  return errorNode(expr.span);
}

Node BodyChecker::callPicked(const ast::MethodCallExpr &expr, const Pick &pick, Expect expect) {
  Span nameSpan = expr.method.ident.span;
  std::vector<Ty> args = pick.parentArgs;
  while (args.size() < items.generics(pick.def).parentCount)
    args.push_back(infer.fresh());
  for (Ty own : items.lowerArguments(expr.method, pick.def, typeScope()))
    args.push_back(normalize(own, nameSpan));
  // First the receiver: what it tells of the arguments may be needed to know the rest.
  const FunctionSignature &declared = items.signature(pick.def);
  infer.unify(substitute(declared.parameters[0], args, nameSpan), receiverType(pick));
  Signature signature = instantiate(pick.def, infer.resolve(args), nameSpan);
  std::vector<Node> operands{adjustReceiver(pick, expr.receiver->span)};
  requireBounds(pick.def, args, nameSpan);
  Arguments arguments;
  arguments.given = expr.arguments;
  arguments.parameters = TypeList(signature.parameters).drop_front();
  arguments.result = signature.result;
  arguments.noun = "method";
  arguments.def = pick.def;
  arguments.span = expr.span;
  arguments.nameSpan = nameSpan;
  for (Node each : checkArguments(arguments, expect))
    operands.push_back(each);
  checkCallAllowed(pick.def, *signature.declared, expr.span);
  return call(pick.def, args, std::move(operands), signature.result, expr.span);
}

// ---- what is said where there is no such method ----

std::string BodyChecker::describeForMethod(Ty type) const {
  type = infer.resolve(type);
  std::string name = "`" + print(type) + "`";
  switch (type->kind) {
  case Type::Kind::Adt:
    return (items.adt(type->def).isEnum ? "enum " : "struct ") + name;
  case Type::Kind::Reference:
    return "reference " + name;
  case Type::Kind::Pointer:
    return "raw pointer " + name;
  case Type::Kind::Array:
    return "array " + name;
  case Type::Kind::Slice:
    return "slice " + name;
  case Type::Kind::Tuple:
    return (type->isUnit() ? "unit type " : "tuple ") + name;
  case Type::Kind::FnPointer:
    return "fn pointer " + name;
  case Type::Kind::FnDef:
    return "fn item " + name;
  case Type::Kind::Param:
    return "type parameter " + name;
  default:
    return "type " + name;
  }
}

bool BodyChecker::reportAmbiguousNumber(const ast::MethodCallExpr &expr,
                                        llvm::ArrayRef<Step> steps) {
  Ty type = steps.back().type;
  if (!type->is(Type::Kind::Infer))
    return false;
  bool isInt = type->inferKind == Type::Infer::Int;
  Ty example = isInt ? types.integer(IntKind::I32) : types.floating(64);
  if (lookup(example, expr.method.ident.name).empty())
    return false;
  report
      .error(Code::E0689, expr.method.ident.span, "",
             "can't call method `{}` on ambiguous numeric type `{}`", expr.method.ident.name.str(),
             print(type))
      .help("you must specify a type for this value, like `{}`", isInt ? "i32" : "f32");
  return true;
}

void BodyChecker::reportNoMethod(const ast::MethodCallExpr &expr, llvm::ArrayRef<Step> steps,
                                 const MethodSearch &search) {
  Span span = expr.method.ident.span;
  std::string name = search.name.str();
  Ty type = infer.resolve(steps.front().type);
  if (search.hidden != noDef) {
    auto error = report.error(Code::E0624, span, "private method", "method `{}` is private", name);
    report.label(error, defs[search.hidden].span, "private method defined here");
    return;
  }
  bool isField = false;
  for (const Step &step : steps)
    if (step.type->is(Type::Kind::Adt) && !items.adt(step.type->def).isEnum)
      for (const FieldInfo &field : items.adt(step.type->def).only().fields)
        isField |= field.name == search.name;
  std::string label = isField ? "field, not a method"
                      : search.withoutSelf != noDef
                          ? "this is an associated function, not a method"
                          : fmt::format("method not found in `{}`", print(type));
  auto error = report.error(Code::E0599, span, label,
                            "no method named `{}` found for {} in the current scope", name,
                            describeForMethod(type));
  if (search.withoutSelf != noDef)
    error.note("found an associated function of that name; to be used as methods, functions must "
               "have a `self` parameter");
  else if (isField)
    error.help("to call what the field holds, write `({}).…`",
               report.sources.text(expr.receiver->span).str() + "." + name);
}
