//===- Coercions.cpp - values of one type as another ------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::CastKind;
using thir::Expr;

namespace {

/// Of a block it is its last expression that has the wrong type.
Span valueSpan(Node node) {
  const Expr *value = node;
  while (value->kind == Expr::Kind::Block && !value->operands.empty())
    value = value->operands[0];
  return value->span;
}

} // namespace

std::string BodyChecker::print(Ty type) const {
  return toString(infer.resolve(type), defs);
}

std::string BodyChecker::describe(Ty type) const {
  type = infer.resolve(type);
  switch (type->kind) {
  case Type::Kind::Infer:
    return type->inferKind == Type::Infer::Int     ? "integer"
           : type->inferKind == Type::Infer::Float ? "floating-point number"
                                                   : "`_`";
  case Type::Kind::FnDef:
    return defs[type->def].kind == DefKind::Struct    ? "struct constructor"
           : defs[type->def].kind == DefKind::Variant ? "enum constructor"
                                                      : "fn item";
  case Type::Kind::FnPointer:
    return "fn pointer";
  case Type::Kind::Param:
    return "type parameter `" + type->name.str() + "`";
  default:
    return "`" + print(type) + "`";
  }
}

void BodyChecker::reportMismatch(Span span, Ty expected, Ty found, const char *message) {
  expected = infer.resolve(expected);
  found = infer.resolve(found);
  hasErrors = true;
  if (expected->hasError || found->hasError)
    return;
  std::string e = describe(expected), f = describe(found);
  auto error =
      report.error(Code::E0308, span, fmt::format("expected {}, found {}", e, f), "{}", message);
  auto isPlain = [&](Ty type) {
    return isScalar(type) || type->isUnit() || type->is(Type::Kind::Str) ||
           type->is(Type::Kind::Never) ||
           (type->is(Type::Kind::Reference) && type->element()->args.empty()) ||
           (type->is(Type::Kind::Adt) && type->args.empty());
  };
  if (isPlain(expected) && isPlain(found))
    return;
  auto noun = [&](Ty type) -> std::string {
    switch (type->kind) {
    case Type::Kind::Adt:
      return items.adt(type->def).isEnum ? "enum" : "struct";
    case Type::Kind::Reference:
      return "reference";
    case Type::Kind::Pointer:
      return "raw pointer";
    case Type::Kind::Tuple:
      return type->isUnit() ? "unit type" : "tuple";
    case Type::Kind::Array:
      return "array";
    case Type::Kind::Slice:
      return "slice";
    case Type::Kind::FnPointer:
      return "fn pointer";
    case Type::Kind::FnDef:
      return "fn item";
    default:
      return "type";
    }
  };
  std::string en = noun(expected), fn = noun(found);
  if (en == "type parameter" || fn == "type parameter")
    return;
  std::string first = "expected " + (en == fn ? en : en), second = "found " + fn;
  size_t width = std::max(first.size(), second.size());
  error.note("{:>{}} `{}`\n{:>{}} `{}`", first, width, print(expected), second, width,
             print(found));
}

Node BodyChecker::coerce(Node node, Ty target) {
  if (Node result = tryCoerce(node, target))
    return result;
  reportMismatch(valueSpan(node), target, node->type);
  return errorNode(node->span);
}

Node BodyChecker::tryCoerce(Node node, Ty target) {
  Ty source = infer.shallow(node->type);
  target = infer.shallow(target);
  // A variable of type `&mut T` is borrowed again where one is wanted, and not moved.
  bool isReborrowed = node->isPlace() && source->is(Type::Kind::Reference) && source->isMutable;
  if ((source == target && !isReborrowed) || source->is(Type::Kind::Error) ||
      target->is(Type::Kind::Error))
    return node;
  if (source->is(Type::Kind::Never)) {
    // A variable that only `!` goes into becomes `()` in the end.
    if (target->is(Type::Kind::Infer) && target->inferKind == Type::Infer::Any)
      infer.unify(target, infer.freshDiverging());
    return cast(CastKind::NeverToAny, node, target);
  }
  if (source->is(Type::Kind::Infer)) {
    source = known(source);
    if (source->is(Type::Kind::Infer))
      return infer.unify(source, target) ? node : nullptr;
  }
  switch (target->kind) {
  case Type::Kind::Reference:
    if (source->is(Type::Kind::Reference))
      return coerceReference(node, source, target);
    break;
  case Type::Kind::Pointer:
    if (source->isAnyPointer())
      return coercePointer(node, source, target);
    break;
  case Type::Kind::FnPointer:
    if (source->is(Type::Kind::FnDef) || source->is(Type::Kind::FnPointer))
      return coerceFunction(node, source, target);
    break;
  case Type::Kind::Adt: {
    DefId box = defs.langItem(LangItem::OwnedBox);
    if (box != noDef && target->isAdt(box) && source->isAdt(box) &&
        unifiesUnsized(source->args[0], target->args[0]))
      return cast(CastKind::Unsize, node, target);
    break;
  }
  default:
    break;
  }
  return infer.unify(source, target) ? node : nullptr;
}

/// Whether the one is an array of what the other is a slice of.
bool BodyChecker::unifiesUnsized(Ty source, Ty target) {
  source = infer.shallow(source);
  target = infer.shallow(target);
  return source->is(Type::Kind::Array) && target->is(Type::Kind::Slice) &&
         infer.unify(source->element(), target->element());
}

Node BodyChecker::coerceReference(Node node, Ty source, Ty target) {
  if (target->isMutable && !source->isMutable)
    return nullptr;
  Ty from = infer.shallow(source->element());
  auto reborrow = [&] {
    Node place = deref(node, from, node->span);
    if (target->isMutable)
      makeMutable(place);
    return borrow(place, target->isMutable, node->span);
  };
  if (unifiesUnsized(from, target->element())) {
    Node pointer = source->isMutable ? reborrow() : node;
    return cast(CastKind::Unsize, pointer, target);
  }
  if (!source->isMutable && infer.unify(source, target))
    return node;
  // `&mut T` is borrowed again, so that the variable it stands in can still be used;
  // `&U` is followed to the type that is wanted.
  Step step{deref(node, from, node->span), from};
  for (unsigned depth = 0; step.place && depth != 64; ++depth) {
    if (infer.unify(step.type, target->element())) {
      if (target->isMutable)
        makeMutable(step.place);
      Node result = borrow(step.place, target->isMutable, node->span);
      result->type = target;
      return result;
    }
    step = derefStep(step, node->span);
  }
  return nullptr;
}

Node BodyChecker::coercePointer(Node node, Ty source, Ty target) {
  if (target->isMutable && !source->isMutable)
    return nullptr;
  if (source->is(Type::Kind::Pointer) && source->isMutable == target->isMutable &&
      infer.unify(source, target))
    return node;
  Ty from = infer.shallow(source->element());
  if (source->is(Type::Kind::Reference) && source->isMutable) {
    // Not moved, only looked at.
    Node place = deref(node, from, node->span);
    if (target->isMutable)
      makeMutable(place);
    node = borrow(place, target->isMutable, node->span);
  }
  if (infer.unify(from, target->element()))
    return cast(CastKind::PointerToPointer, node, target);
  if (!unifiesUnsized(from, target->element()))
    return nullptr;
  if (source->is(Type::Kind::Pointer)) {
    Node slice = cast(CastKind::Unsize, node, types.pointer(target->element(), source->isMutable));
    return source->isMutable == target->isMutable ? slice
                                                  : cast(CastKind::PointerToPointer, slice, target);
  }
  bool isMutable = infer.shallow(node->type)->isMutable;
  Node slice = cast(CastKind::Unsize, node, types.reference(target->element(), isMutable));
  return cast(CastKind::PointerToPointer, slice, target);
}

Node BodyChecker::coerceFunction(Node node, Ty source, Ty target) {
  auto withSafety = [&](Ty type, bool isUnsafe) {
    return types.fnPointer(type->parameters(), type->result(), type->abi, isUnsafe,
                           type->isVariadic);
  };
  if (source->is(Type::Kind::FnDef)) {
    Ty pointer = pointerTypeOf(source->def, source->args, node->span);
    if (target->isUnsafe && !pointer->isUnsafe)
      pointer = withSafety(pointer, true);
    return infer.unify(pointer, target) ? cast(CastKind::FunctionToPointer, node, target) : nullptr;
  }
  if (infer.unify(source, target))
    return node;
  if (target->isUnsafe && !source->isUnsafe && infer.unify(withSafety(source, true), target))
    return cast(CastKind::SafeToUnsafeFunction, node, target);
  return nullptr;
}

// ---- the common type of branches ----

Merge::Merge(BodyChecker &checker, Expect expect, const char *incompatible)
    : checker(checker), incompatible(incompatible) {
  if (!expect.isRequired || !expect.type)
    return;
  Ty type = checker.infer.shallow(expect.type);
  if (!type->is(Type::Kind::Infer) || type->inferKind != Type::Infer::Any)
    required = type;
}

bool Merge::add(Node node, bool quiet) {
  Ty found = checker.known(node->type);
  if (found->is(Type::Kind::Never) && (!required || !required->is(Type::Kind::Never))) {
    values.push_back(node);
    return true;
  }
  if (!type && !found->is(Type::Kind::Never))
    type = required ? required : found;
  if (!type)
    type = found;
  bool fits = fitNext(node);
  if (!fits) {
    if (!quiet)
      checker.reportMismatch(valueSpan(node), type, found,
                             required ? "mismatched types" : incompatible);
    node = checker.errorNode(node->span);
  }
  values.push_back(node);
  return fits;
}

bool Merge::fitNext(Node &node) {
  if (Node coerced = checker.tryCoerce(node, type)) {
    node = coerced;
    return true;
  }
  if (required)
    return false;
  if (mergeFunctions(node))
    return true;
  // The other way round, where every value before agrees.
  std::vector<Node> others;
  auto snapshot = checker.infer.snapshot();
  Ty found = checker.infer.shallow(node->type);
  if (!found->is(Type::Kind::Reference) && !found->is(Type::Kind::Pointer))
    return false;
  for (Node value : values) {
    Node coerced = checker.isNever(value->type) ? value : checker.tryCoerce(value, found);
    if (!coerced) {
      checker.infer.rollback(snapshot);
      return false;
    }
    others.push_back(coerced);
  }
  values = std::move(others);
  type = found;
  return true;
}

/// Two functions have a type each; what they have in common is the pointer's.
bool Merge::mergeFunctions(Node &node) {
  Ty found = checker.infer.shallow(node->type), before = checker.infer.shallow(type);
  if (!found->is(Type::Kind::FnDef))
    return false;
  Ty pointer = before;
  if (before->is(Type::Kind::FnDef))
    pointer = checker.pointerTypeOf(before->def, before->args, node->span);
  if (!pointer->is(Type::Kind::FnPointer))
    return false;
  Node coerced = checker.tryCoerce(node, pointer);
  if (!coerced)
    return false;
  for (Node &value : values)
    if (!checker.isNever(value->type))
      if (Node other = checker.tryCoerce(value, pointer))
        value = other;
  node = coerced;
  type = pointer;
  return true;
}

Ty Merge::finish() {
  if (!type)
    return checker.types.never();
  for (Node &value : values)
    if (checker.isNever(value->type) && !checker.isNever(type))
      value = checker.cast(thir::CastKind::NeverToAny, value, type);
  return type;
}
