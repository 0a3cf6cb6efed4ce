//===- Infer.cpp - unification ----------------------------------------------===//

#include "driver/rust/check/Infer.h"

using namespace cratec::rust;

Ty cratec::rust::rebuild(TypeContext &types, Ty type, TypeList args) {
  switch (type->kind) {
  case Type::Kind::Adt:
    return types.adt(type->def, args);
  case Type::Kind::Reference:
    return types.reference(args[0], type->isMutable);
  case Type::Kind::Pointer:
    return types.pointer(args[0], type->isMutable);
  case Type::Kind::Slice:
    return types.slice(args[0]);
  case Type::Kind::Array:
    return types.array(args[0], type->length);
  case Type::Kind::Tuple:
    return types.tuple(args);
  case Type::Kind::FnPointer:
    return types.fnPointer(args.drop_back(), args.back(), type->abi, type->isUnsafe,
                           type->isVariadic);
  case Type::Kind::FnDef:
    return types.fnDef(type->def, args);
  case Type::Kind::Projection:
    return types.projection(args, type->def);
  default:
    return type;
  }
}

Ty Inference::fresh(Type::Infer kind) {
  variables.push_back({nullptr, kind, false});
  return types.infer(static_cast<unsigned>(variables.size() - 1), kind);
}

Ty Inference::freshDiverging() {
  Ty type = fresh();
  variables.back().diverging = true;
  return type;
}

std::vector<Ty> Inference::freshList(size_t count) {
  std::vector<Ty> list;
  for (size_t i = 0; i != count; ++i)
    list.push_back(fresh());
  return list;
}

Ty Inference::shallow(Ty type) const {
  while (type->is(Type::Kind::Infer) && type->index < variables.size() &&
         variables[type->index].bound)
    type = variables[type->index].bound;
  return type;
}

Ty Inference::resolve(Ty type) const {
  type = shallow(type);
  if (!type->hasInfer || type->is(Type::Kind::Infer))
    return type;
  return rebuild(types, type, resolve(type->args));
}

std::vector<Ty> Inference::resolve(TypeList list) const {
  std::vector<Ty> result;
  result.reserve(list.size());
  for (Ty type : list)
    result.push_back(resolve(type));
  return result;
}

void Inference::rollback(Snapshot to) {
  while (log.size() > to) {
    variables[log.back()].bound = nullptr;
    log.pop_back();
  }
}

bool Inference::unify(Ty left, Ty right) {
  Snapshot before = snapshot();
  if (unifyInside(left, right))
    return true;
  rollback(before);
  return false;
}

bool Inference::unifies(Ty left, Ty right) {
  Snapshot before = snapshot();
  bool result = unifyInside(left, right);
  rollback(before);
  return result;
}

bool Inference::occurs(unsigned index, Ty type) const {
  type = shallow(type);
  if (type->is(Type::Kind::Infer))
    return type->index == index;
  if (!type->hasInfer)
    return false;
  for (Ty inside : type->args)
    if (occurs(index, inside))
      return true;
  return false;
}

bool Inference::bind(Ty variable, Ty type) {
  Variable &slot = variables[variable->index];
  if (type->is(Type::Kind::Infer)) {
    if (type->index == variable->index)
      return true;
    // The more general one is bound to the other.
    Variable &other = variables[type->index];
    if (slot.kind != Type::Infer::Any && other.kind == Type::Infer::Any)
      return bind(type, variable);
    if (slot.kind != Type::Infer::Any && slot.kind != other.kind)
      return false;
    if (slot.diverging && slot.kind == other.kind)
      other.diverging = true;
  } else if (!type->is(Type::Kind::Error)) {
    if (slot.kind == Type::Infer::Int && !type->is(Type::Kind::Int))
      return false;
    if (slot.kind == Type::Infer::Float && !type->is(Type::Kind::Float))
      return false;
    if (occurs(variable->index, type))
      return false;
  }
  slot.bound = type;
  log.push_back(variable->index);
  return true;
}

bool Inference::unifyInside(Ty left, Ty right) {
  left = shallow(left);
  right = shallow(right);
  if (left == right)
    return true;
  if (left->is(Type::Kind::Infer))
    return bind(left, right);
  if (right->is(Type::Kind::Infer))
    return bind(right, left);
  if (left->is(Type::Kind::Error) || right->is(Type::Kind::Error))
    return true;
  // Types without variables are equal only when they are one object; errors inside agree
  // with everything.
  if (left->kind != right->kind || left->args.size() != right->args.size() || left->args.empty())
    return false;
  if (left->def != right->def || left->isMutable != right->isMutable ||
      left->isUnsafe != right->isUnsafe || left->isVariadic != right->isVariadic ||
      left->abi != right->abi || left->length != right->length)
    return false;
  for (size_t i = 0; i != left->args.size(); ++i)
    if (!unifyInside(left->args[i], right->args[i]))
      return false;
  return true;
}

void Inference::applyDefaults() {
  for (unsigned index = 0; index != variables.size(); ++index) {
    if (variables[index].bound)
      continue;
    Ty type = nullptr;
    if (variables[index].kind == Type::Infer::Int)
      type = types.integer(IntKind::I32);
    else if (variables[index].kind == Type::Infer::Float)
      type = types.floating(64);
    else if (variables[index].diverging)
      type = types.unit();
    if (!type)
      continue;
    variables[index].bound = type;
    log.push_back(index);
  }
}
