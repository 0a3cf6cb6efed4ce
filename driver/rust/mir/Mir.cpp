//===- Mir.cpp - bodies as control flow graphs ----------------------------===//

#include "driver/rust/mir/Mir.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

Ty mir::typeOf(const Place &place, const Body &body) {
  if (!place.projections.empty())
    return place.projections.back().type;
  return body.locals[place.local].type;
}

Ty mir::typeOf(const Operand &operand, const Body &body) {
  if (operand.kind == Operand::Kind::Constant)
    return operand.constant.type;
  return typeOf(operand.place, body);
}

uint64_t mir::truncateBits(uint64_t bits, Ty type) {
  unsigned width = 64;
  if (type->isInteger())
    width = bitWidth(type->intKind);
  else if (type->is(Type::Kind::Bool))
    width = 8;
  else if (type->is(Type::Kind::Char))
    width = 32;
  return width == 64 ? bits : bits & ((uint64_t(1) << width) - 1);
}

Rvalue mir::useOf(Ty type, Operand operand) {
  Rvalue result;
  result.type = type;
  result.operands.push_back(std::move(operand));
  return result;
}

Place mir::fieldOf(Place place, unsigned index, Ty type) {
  place.projections.push_back({Projection::Kind::Field, index, 0, type});
  return place;
}

Place mir::derefOf(Place place, Ty type) {
  place.projections.push_back({Projection::Kind::Deref, 0, 0, type});
  return place;
}

Place mir::downcastTo(Place place, unsigned variant, Ty type) {
  place.projections.push_back({Projection::Kind::Downcast, variant, 0, type});
  return place;
}
