//===- BuildPatterns.cpp - MIR of patterns: bindings, comparisons ---------===//

#include "driver/rust/mir/Builder.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Pattern::Kind;

// ---- taking patterns apart ----

Place Builder::variantPlace(const Place &place, const thir::Pattern &pattern) {
  return downcastTo(place, pattern.variant, pattern.type);
}

void Builder::addFields(std::vector<MatchPair> &pairs, const Place &place,
                        const thir::Pattern &pattern) {
  bool isVariant = pattern.kind == Kind::Variant;
  Place base = isVariant ? variantPlace(place, pattern) : place;
  for (const thir::Pattern::FieldPattern &field : pattern.fields) {
    Ty type = fieldType(pattern.type, isVariant ? pattern.variant : 0, field.field);
    pairs.push_back({fieldOf(base, field.field, type), field.pattern});
  }
}

bool Builder::simplifyPair(Candidate &candidate, MatchPair pair, std::vector<MatchPair> &rest) {
  const thir::Pattern &pattern = *pair.pattern;
  switch (pattern.kind) {
  case Kind::Wild:
    return true;
  case Kind::Binding:
    candidate.bindings.push_back(pair);
    if (pattern.inner)
      rest.push_back({pair.place, pattern.inner});
    return true;
  case Kind::Leaf:
    addFields(rest, pair.place, pattern);
    return true;
  case Kind::Deref:
    rest.push_back({derefOf(pair.place, pattern.inner->type), pattern.inner});
    return true;
  case Kind::Variant:
    if (items.adt(pattern.type->def).variants.size() != 1)
      return false;
    addFields(rest, pair.place, pattern);
    return true;
  case Kind::Constant:
  case Kind::Range:
    return false;
  }
  return false;
}

void Builder::simplifyCandidate(Candidate &candidate) {
  std::vector<MatchPair> tests;
  std::vector<MatchPair> todo = std::move(candidate.pairs);
  while (!todo.empty()) {
    std::vector<MatchPair> next;
    for (MatchPair &pair : todo)
      if (!simplifyPair(candidate, pair, next))
        tests.push_back(pair);
    todo = std::move(next);
  }
  candidate.pairs = std::move(tests);
}

std::optional<uint64_t> Builder::patternBits(const thir::Expr *expr) {
  if (!expr || !(expr->type->isInteger() || expr->type->is(Type::Kind::Bool) ||
                 expr->type->is(Type::Kind::Char)))
    return std::nullopt;
  std::optional<Constant> value = constant(*expr);
  if (!value)
    return std::nullopt;
  if (value->kind == Constant::Kind::Scalar)
    return value->bits;
  if (value->kind != Constant::Kind::Named || !constants)
    return std::nullopt;
  std::optional<uint64_t> bits = constants(value->callee, value->type);
  return bits ? std::optional(truncateBits(*bits, value->type)) : std::nullopt;
}

// ---- bindings ----

void Builder::declareBindings(const thir::Pattern &pattern, ScopeIndex scope) {
  std::vector<const thir::Pattern *> todo = {&pattern};
  while (!todo.empty()) {
    const thir::Pattern *at = todo.back();
    todo.pop_back();
    if (at->kind == Kind::Binding) {
      const thir::Local &from = source.locals[at->local];
      LocalIndex local = newLocal(from.type, from.span);
      body.locals[local].name = from.name;
      body.locals[local].isMutable = from.isMutable;
      body.locals[local].scope = scope;
      locals[at->local] = local;
    }
    for (const thir::Pattern::FieldPattern &field : llvm::reverse(at->fields))
      todo.push_back(field.pattern);
    if (at->inner)
      todo.push_back(at->inner);
  }
}

void Builder::bind(const MatchPair &binding, LocalIndex local, Span scrutinee) {
  const thir::Pattern &pattern = *binding.pattern;
  Rvalue value;
  value.type = body.locals[local].type;
  if (pattern.byReference) {
    value.kind = Rvalue::Kind::Borrow;
    value.isMutable = pattern.isMutable;
    value.place = binding.place;
  } else {
    value.operands = {consume(binding.place, pattern.span)};
  }
  size_t before = body.blocks[current].statements.size();
  assign(Place{local, {}}, std::move(value), pattern.span);
  if (body.blocks[current].statements.size() != before)
    body.blocks[current].statements.back().matched = scrutinee;
}

void Builder::bindIrrefutable(const std::optional<Place> &place, const thir::Pattern &pattern,
                              size_t scope, Span scrutinee) {
  Candidate candidate;
  candidate.pairs.push_back({place.value_or(Place()), &pattern});
  simplifyCandidate(candidate);
  for (const MatchPair &binding : candidate.bindings) {
    LocalIndex local = localOf(binding.pattern->local);
    storage(Statement::Kind::StorageLive, local, binding.pattern->span);
    scheduleStorage(scope, local);
    if (place)
      bind(binding, local, scrutinee);
    scheduleDrop(scope, local);
  }
}

// ---- tests ----

void Builder::testRange(const MatchPair &pair, BlockIndex yes, BlockIndex no) {
  const thir::Pattern &pattern = *pair.pattern;
  auto compare = [&](Operand left, Operand right, BlockIndex then) {
    Rvalue test;
    test.kind = Rvalue::Kind::Binary;
    test.type = types.boolean();
    test.binaryOp = ast::BinaryOp::LessEqual;
    test.operands = {std::move(left), std::move(right)};
    LocalIndex local = newLocal(types.boolean(), pattern.span);
    assign(Place{local, {}}, std::move(test), pattern.span);
    switchBool(consume(Place{local, {}}, pattern.span), then, no, pattern.span);
  };
  BlockIndex second = newBlock();
  compare(operand(*pattern.constant), consume(pair.place, pattern.span), second);
  startBlock(second);
  compare(consume(pair.place, pattern.span), operand(*pattern.high), yes);
}

void Builder::testEqual(const Place &place, const Place &other, Ty type, BlockIndex no, Span span) {
  switch (type->kind) {
  case Type::Kind::Reference:
    if (type->element()->is(Type::Kind::Str))
      return testEqualText(place, other, no, span);
    return testEqual(derefOf(place, type->element()), derefOf(other, type->element()),
                     type->element(), no, span);
  case Type::Kind::Tuple:
  case Type::Kind::Adt:
  case Type::Kind::Array:
    return testEqualFields(place, other, type, no, span);
  case Type::Kind::Bool:
  case Type::Kind::Char:
  case Type::Kind::Int:
  case Type::Kind::Float:
  case Type::Kind::Pointer:
  case Type::Kind::FnPointer:
    break;
  default:
    items.report
        .error(linkcheck::Code::D01, span, "",
               "patterns of constants of type `{}` are not supported", toString(type, items.defs))
        .done();
    return;
  }
  Rvalue test;
  test.kind = Rvalue::Kind::Binary;
  test.type = types.boolean();
  test.binaryOp = ast::BinaryOp::Equal;
  test.operands = {consume(place, span), consume(other, span)};
  LocalIndex local = newLocal(types.boolean(), span);
  assign(Place{local, {}}, std::move(test), span);
  BlockIndex next = newBlock();
  switchBool(consume(Place{local, {}}, span), next, no, span);
  startBlock(next);
}

void Builder::testEqualFields(const Place &place, const Place &other, Ty type, BlockIndex no,
                              Span span) {
  if (type->is(Type::Kind::Array)) {
    for (uint64_t i = 0; i < type->length; ++i) {
      LocalIndex index = newLocal(types.usize(), span);
      assign(Place{index, {}}, useOf(types.usize(), scalarOperand(types.usize(), i)), span);
      Projection step{Projection::Kind::Index, 0, index, type->element()};
      Place left = place, right = other;
      left.projections.push_back(step);
      right.projections.push_back(step);
      testEqual(left, right, type->element(), no, span);
    }
    return;
  }
  size_t count = type->args.size();
  if (type->is(Type::Kind::Adt)) {
    const AdtInfo &info = items.adt(type->def);
    if (info.isEnum && !info.isCLike()) {
      items.report
          .error(linkcheck::Code::D01, span, "",
                 "patterns of constants of type `{}` are not supported", toString(type, items.defs))
          .done();
      return;
    }
    if (info.isEnum) {
      LocalIndex ours = newLocal(info.discriminantType, span);
      LocalIndex theirs = newLocal(info.discriminantType, span);
      assign(Place{ours, {}}, discriminantOf(place), span);
      assign(Place{theirs, {}}, discriminantOf(other), span);
      return testEqual(Place{ours, {}}, Place{theirs, {}}, info.discriminantType, no, span);
    }
    count = info.only().fields.size();
  }
  for (unsigned i = 0; i < count; ++i) {
    Ty inside = fieldType(type, 0, i);
    testEqual(fieldOf(place, i, inside), fieldOf(other, i, inside), inside, no, span);
  }
}

void Builder::testEqualText(const Place &place, const Place &other, BlockIndex no, Span span) {
  Terminator call;
  call.kind = Terminator::Kind::Call;
  DefId function = items.defs.langItem(LangItem::StrEq);
  if (function == noDef) {
    items.report
        .error(linkcheck::Code::D01, span, "", "string patterns need the lang item `str_eq`")
        .done();
    return;
  }
  call.operand.constant.kind = Constant::Kind::Function;
  call.operand.constant.type = types.fnDef(function, {});
  call.operand.constant.callee.def = function;
  call.args = {consume(place, span), consume(other, span)};
  LocalIndex local = newLocal(types.boolean(), span);
  call.place = Place{local, {}};
  BlockIndex compared = newBlock(), next = newBlock();
  call.targets = {compared};
  terminate(std::move(call), span);
  startBlock(compared);
  switchBool(consume(Place{local, {}}, span), next, no, span);
  startBlock(next);
}
