//===- BuildPlaces.cpp - MIR of places ------------------------------------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Expr::Kind;

Place Builder::place(const thir::Expr &expr) {
  switch (expr.kind) {
  case Kind::Local:
    return Place{localOf(expr.local), {}};
  case Kind::Static:
    return staticPlace(expr);
  case Kind::Field:
    return fieldOf(place(*expr.operands[0]), expr.field, expr.type);
  case Kind::Deref:
    return derefOf(place(*expr.operands[0]), expr.type);
  case Kind::Index:
    return indexPlace(expr);
  default:
    break;
  }
  if (&expr != readConstant)
    return Place{temporary(expr), {}};
  Ty pointer = types.reference(expr.type, false);
  Operand address;
  address.constant = promote(expr, pointer);
  address.span = expr.span;
  LocalIndex local = newLocal(pointer, expr.span);
  assign(Place{local, {}}, useOf(pointer, std::move(address)), expr.span);
  return derefOf(Place{local, {}}, expr.type);
}

Place Builder::readPlace(const thir::Expr &expr) {
  const thir::Expr *root = &expr;
  while (root->kind == Kind::Field || root->kind == Kind::Index)
    root = root->operands[0];
  if (root->kind == Kind::NamedConst && isPromotable(*root))
    readConstant = root;
  return place(expr);
}

Place Builder::staticPlace(const thir::Expr &expr) {
  const auto *item = llvm::dyn_cast_if_present<ast::ValueItem>(items.defs[expr.def].item);
  bool isMutable = item && item->isMutable;
  Operand address;
  address.constant.kind = Constant::Kind::Static;
  address.constant.type =
      isMutable ? types.pointer(expr.type, true) : types.reference(expr.type, false);
  address.constant.callee.def = expr.def;
  address.span = expr.span;
  Ty type = address.constant.type;
  LocalIndex local = newLocal(type, expr.span);
  body.locals[local].staticItem = expr.def;
  assign(Place{local, {}}, useOf(type, std::move(address)), expr.span);
  return derefOf(Place{local, {}}, expr.type);
}

Place Builder::indexPlace(const thir::Expr &expr) {
  Place base = place(*expr.operands[0]);
  const thir::Expr &indexExpr = *expr.operands[1];
  LocalIndex index = newLocal(types.usize(), indexExpr.span);
  into(Place{index, {}}, indexExpr);
  Ty baseType = typeOf(base, body);
  bool isArray = baseType->is(Type::Kind::Array);
  bool isKnown = isArray && indexExpr.kind == Kind::Literal && indexExpr.integer < baseType->length;
  if (!isKnown) {
    Operand length;
    if (isArray) {
      length = scalarOperand(types.usize(), baseType->length);
    } else {
      LocalIndex local = newLocal(types.usize(), expr.span);
      Rvalue value;
      value.kind = Rvalue::Kind::Length;
      value.type = types.usize();
      value.place = base;
      assign(Place{local, {}}, std::move(value), expr.span);
      length = consume(Place{local, {}}, expr.span);
    }
    Rvalue test;
    test.kind = Rvalue::Kind::Binary;
    test.type = types.boolean();
    test.binaryOp = ast::BinaryOp::Less;
    test.operands = {consume(Place{index, {}}, indexExpr.span), length};
    LocalIndex isInside = newLocal(types.boolean(), expr.span);
    assign(Place{isInside, {}}, std::move(test), expr.span);
    assertThat(consume(Place{isInside, {}}, expr.span), true, Terminator::Message::Bounds,
               {consume(Place{index, {}}, indexExpr.span), std::move(length)}, expr.span);
  }
  base.projections.push_back({Projection::Kind::Index, 0, index, expr.type});
  return base;
}

Operand Builder::consume(Place place, Span span) {
  Operand result;
  result.kind = isCopy(typeOf(place, body)) ? Operand::Kind::Copy : Operand::Kind::Move;
  result.place = std::move(place);
  result.span = span;
  return result;
}

Ty Builder::fieldType(Ty adt, unsigned variant, unsigned field) {
  if (adt->is(Type::Kind::Tuple))
    return field < adt->args.size() ? adt->args[field] : types.error();
  if (!adt->is(Type::Kind::Adt))
    return types.error();
  const AdtInfo &info = items.adt(adt->def);
  if (variant >= info.variants.size() || field >= info.variants[variant].fields.size())
    return types.error();
  return items.normalize(types.substitute(info.variants[variant].fields[field].type, adt->args),
                         source.assumed);
}

Rvalue Builder::discriminantOf(const Place &place) {
  Rvalue result;
  result.kind = Rvalue::Kind::Discriminant;
  Ty type = items.adt(typeOf(place, body)->def).discriminantType;
  result.type = type ? type : types.integer(IntKind::Isize);
  result.place = place;
  return result;
}

bool Builder::isCopy(Ty type) {
  auto [entry, isNew] = copyTypes.try_emplace(type, false);
  if (!isNew)
    return entry->second;
  bool answer = items.isCopy(type, source.assumed);
  copyTypes[type] = answer;
  return answer;
}

bool Builder::needsDrop(Ty type) {
  auto [entry, isNew] = dropTypes.try_emplace(type, false);
  if (!isNew)
    return entry->second;
  bool answer = items.needsDrop(type) && !isCopy(type);
  dropTypes[type] = answer;
  return answer;
}
