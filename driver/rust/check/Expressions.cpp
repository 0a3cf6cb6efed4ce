//===- Expressions.cpp - the simple kinds of expressions --------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

Node BodyChecker::check(const ast::Expr &expr, Expect expect) {
  bool before = diverges;
  diverges = false;
  Node node = checkKind(expr, expect);
  if (isNever(node->type))
    diverges = true;
  diverges |= before;
  return node;
}

Node BodyChecker::checkTo(const ast::Expr &expr, Ty type) {
  return coerce(check(expr, {type, true}), type);
}

Node BodyChecker::checkKind(const ast::Expr &expr, Expect expect) {
  using Kind = ast::Expr::Kind;
  switch (expr.kind) {
  case Kind::Literal:
    return checkLiteral(llvm::cast<ast::LiteralExpr>(expr), expect);
  case Kind::Path:
    return checkPath(llvm::cast<ast::PathExpr>(expr));
  case Kind::Unary:
    return checkUnary(llvm::cast<ast::UnaryExpr>(expr), expect);
  case Kind::Borrow:
    return checkBorrow(llvm::cast<ast::BorrowExpr>(expr), expect);
  case Kind::Binary:
    return checkBinary(llvm::cast<ast::BinaryExpr>(expr), expect);
  case Kind::Assign:
    return checkAssign(llvm::cast<ast::AssignExpr>(expr));
  case Kind::Cast:
    return checkCast(llvm::cast<ast::CastExpr>(expr));
  case Kind::Call:
    return checkCall(llvm::cast<ast::CallExpr>(expr), expect);
  case Kind::MethodCall:
    return checkMethodCall(llvm::cast<ast::MethodCallExpr>(expr), expect);
  case Kind::Field:
    return checkField(llvm::cast<ast::FieldExpr>(expr));
  case Kind::Index:
    return checkIndex(llvm::cast<ast::IndexExpr>(expr));
  case Kind::Range:
    return checkRange(llvm::cast<ast::RangeExpr>(expr), expect);
  case Kind::Tuple:
    return checkTuple(llvm::cast<ast::ListExpr>(expr), expect);
  case Kind::Array:
    return checkArray(llvm::cast<ast::ListExpr>(expr), expect);
  case Kind::Repeat:
    return checkRepeat(llvm::cast<ast::RepeatExpr>(expr), expect);
  case Kind::Struct:
    return checkStruct(llvm::cast<ast::StructExpr>(expr), expect);
  default:
    return checkMacroKind(expr, expect);
  }
}

/// Control flow, and the macros that are left.
Node BodyChecker::checkMacroKind(const ast::Expr &expr, Expect expect) {
  using Kind = ast::Expr::Kind;
  switch (expr.kind) {
  case Kind::Block: {
    const auto &blockExpr = llvm::cast<ast::BlockExpr>(expr);
    return checkBlock(*blockExpr.block, expect, blockExpr.isUnsafe);
  }
  case Kind::If:
    return checkIf(llvm::cast<ast::IfExpr>(expr), expect);
  case Kind::While:
    return checkWhile(llvm::cast<ast::WhileExpr>(expr));
  case Kind::Loop:
    return checkLoop(llvm::cast<ast::LoopExpr>(expr), expect);
  case Kind::For:
    return checkFor(llvm::cast<ast::ForExpr>(expr));
  case Kind::Match:
    return checkMatch(llvm::cast<ast::MatchExpr>(expr), expect);
  case Kind::Break:
    return checkBreak(llvm::cast<ast::JumpExpr>(expr));
  case Kind::Continue:
    return checkContinue(llvm::cast<ast::JumpExpr>(expr));
  case Kind::Return:
    return checkReturn(llvm::cast<ast::JumpExpr>(expr));
  case Kind::Format:
    return checkFormat(llvm::cast<ast::FormatExpr>(expr));
  case Kind::Assert:
    return checkAssert(llvm::cast<ast::AssertExpr>(expr));
  case Kind::Vec:
    return checkVec(llvm::cast<ast::VecExpr>(expr), expect);
  case Kind::Try:
    return checkTry(llvm::cast<ast::TryExpr>(expr));
  default:
    hasErrors = true;
    return errorNode(expr.span);
  }
}

// ---- literals and names ----

Node BodyChecker::checkLiteral(const ast::LiteralExpr &expr, Expect expect) {
  using Type = ast::LiteralExpr::Type;
  switch (expr.type) {
  case Type::Integer:
  case Type::Float:
    return checkNumber(expr, expect, false);
  case Type::Bool:
    return integerNode(expr.integer, types.boolean(), expr.span);
  case Type::Char:
    return integerNode(expr.integer, types.character(), expr.span);
  case Type::Byte:
    return integerNode(expr.integer, types.u8(), expr.span);
  case Type::String:
    return stringNode(expr.text, expr.span);
  case Type::ByteString:
    break;
  }
  Node node = make(Expr::Kind::Literal,
                   types.reference(types.array(types.u8(), expr.text.size()), false), expr.span);
  node->text = expr.text;
  return node;
}

Node BodyChecker::checkNumber(const ast::LiteralExpr &expr, Expect expect, bool isNegative) {
  bool isFloat = expr.type == ast::LiteralExpr::Type::Float || expr.suffix.starts_with("f");
  Ty hint = expect.type ? infer.shallow(expect.type) : nullptr;
  Ty type = nullptr;
  if (!expr.suffix.empty()) {
    if (auto primitive = findPrimitiveType(expr.suffix))
      type = types.primitive(*primitive);
  } else if (hint && isFloat && hint->is(Type::Kind::Float)) {
    type = hint;
  } else if (hint && !isFloat) {
    if (hint->is(Type::Kind::Int))
      type = hint;
    else if (hint->is(Type::Kind::Char))
      type = types.u8();
    else if (hint->is(Type::Kind::Pointer) || hint->is(Type::Kind::FnPointer))
      type = types.usize();
  }
  if (!type)
    type = infer.fresh(isFloat ? Type::Infer::Float : Type::Infer::Int);
  Node node = make(Expr::Kind::Literal, type, expr.span);
  if (isFloat) {
    double value =
        expr.type == ast::LiteralExpr::Type::Float ? expr.real : static_cast<double>(expr.integer);
    node->real = isNegative ? -value : value;
    return node;
  }
  node->integer = isNegative ? 0 - expr.integer : expr.integer;
  literals.push_back({node, expr.integer, isNegative});
  if (isNegative)
    negations.push_back(node);
  return node;
}

Node BodyChecker::checkPath(const ast::PathExpr &expr) {
  return nodeOfValue(resolveValue(expr.path, "value"), expr.span);
}

// ---- unary operators ----

Node BodyChecker::checkUnary(const ast::UnaryExpr &expr, Expect expect) {
  if (expr.op == ast::UnaryOp::Dereference)
    return checkDereference(expr, expect);
  if (expr.op == ast::UnaryOp::Negate)
    if (const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(expr.operand))
      if (literal->type == ast::LiteralExpr::Type::Integer ||
          literal->type == ast::LiteralExpr::Type::Float) {
        Node node = checkNumber(*literal, expect, true);
        node->span = expr.span;
        return node;
      }
  Node operand = check(*expr.operand, {expect.type, false});
  Ty type = known(operand->type);
  if (type->is(Type::Kind::Error))
    return operand;
  if (Ty scalar = scalarBehind(type)) {
    bool isInt = scalar->is(Type::Kind::Int) ||
                 (scalar->is(Type::Kind::Infer) && scalar->inferKind == Type::Infer::Int);
    bool isFloat = scalar->is(Type::Kind::Float) ||
                   (scalar->is(Type::Kind::Infer) && scalar->inferKind == Type::Infer::Float);
    bool fits =
        expr.op == ast::UnaryOp::Not ? isInt || scalar->is(Type::Kind::Bool) : isInt || isFloat;
    if (fits) {
      Node node = make(Expr::Kind::Unary, scalar, expr.span);
      node->unaryOp = expr.op;
      node->operands = {derefToScalar(operand)};
      if (expr.op == ast::UnaryOp::Negate)
        negations.push_back(node);
      return node;
    }
  }
  return checkOverloadedUnary(expr, operand);
}

Node BodyChecker::checkOverloadedUnary(const ast::UnaryExpr &expr, Node operand) {
  bool isNot = expr.op == ast::UnaryOp::Not;
  DefId trait = defs.langItem(isNot ? LangItem::Not : LangItem::Neg);
  TraitRef ref{trait, {infer.resolve(operand->type)}};
  std::optional<DefId> method;
  if (trait != noDef && holds(ref))
    method = memberNamed(trait, isNot ? "not" : "neg");
  if (!method) {
    hasErrors = true;
    report
        .error(Code::E0600, expr.span,
               fmt::format("cannot apply unary operator `{}`", isNot ? "!" : "-"),
               "cannot apply unary operator `{}` to type `{}`", isNot ? "!" : "-",
               print(operand->type))
        .done();
    return errorNode(expr.span);
  }
  return call(*method, ref.args, {operand}, associatedType(ref, "Output", expr.span), expr.span);
}

Node BodyChecker::checkDereference(const ast::UnaryExpr &expr, Expect expect) {
  Expect inner;
  (void)expect;
  Node operand = check(*expr.operand, inner);
  Ty type = known(operand->type);
  if (type->is(Type::Kind::Error))
    return operand;
  if (type->is(Type::Kind::Pointer)) {
    requireUnsafe(expr.span, "dereference of raw pointer", "dereference of raw pointer",
                  "raw pointers may be null, dangling or unaligned; they can violate aliasing "
                  "rules and cause data races: all of these are undefined behavior");
    return deref(operand, type->element(), expr.span);
  }
  Step step = derefStep({operand, type}, expr.span);
  if (step.place)
    return step.place;
  if (!type->is(Type::Kind::Infer) || type->inferKind != Type::Infer::Any)
    report
        .error(Code::E0614, expr.span, "can't be dereferenced", "type `{}` cannot be dereferenced",
               print(type))
        .done();
  else if (!saidAnnotations)
    report.error(Code::E0282, operand->span, "cannot infer type", "type annotations needed").done();
  saidAnnotations |= type->is(Type::Kind::Infer);
  hasErrors = true;
  return errorNode(expr.span);
}

Node BodyChecker::checkBorrow(const ast::BorrowExpr &expr, Expect expect) {
  Expect inner;
  if (expect.type) {
    Ty hint = infer.shallow(expect.type);
    if (hint->isAnyPointer()) {
      inner.type = infer.shallow(hint->element());
      inner.isRequired = expect.isRequired && !inner.type->is(Type::Kind::Slice) &&
                         !inner.type->is(Type::Kind::Str) &&
                         !llvm::isa<ast::PathExpr>(expr.operand);
      // What is borrowed may still be dereferenced on the way to the expected type.
      if (!llvm::isa<ast::LiteralExpr, ast::ListExpr, ast::StructExpr>(expr.operand))
        inner.isRequired = false;
    }
  }
  Node operand = check(*expr.operand, inner);
  if (expr.isMutable && operand->isPlace())
    makeMutable(operand);
  return borrow(operand, expr.isMutable, expr.span);
}

// ---- assignment ----

Node BodyChecker::checkAssign(const ast::AssignExpr &expr) {
  if (expr.op)
    return checkCompound(expr);
  Node place = check(*expr.place);
  if (!place->isPlace() && !infer.shallow(place->type)->is(Type::Kind::Error)) {
    hasErrors = true;
    report
        .error(Code::E0070, place->span, "cannot assign to this expression",
               "invalid left-hand side of assignment")
        .done();
    check(*expr.value);
    return unitNode(expr.span);
  }
  if (place->isPlace())
    makeMutable(place, false);
  Node value = checkTo(*expr.value, place->type);
  Node node = make(Expr::Kind::Assign, types.unit(), expr.span);
  node->operands = {place, value};
  return node;
}

// ---- tuples, arrays, ranges ----

Node BodyChecker::checkTuple(const ast::ListExpr &expr, Expect expect) {
  Ty hint = expect.type ? infer.shallow(expect.type) : nullptr;
  if (hint && (!hint->is(Type::Kind::Tuple) || hint->args.size() != expr.elements.size()))
    hint = nullptr;
  std::vector<Node> nodes;
  std::vector<Ty> elementTypes;
  for (size_t i = 0; i != expr.elements.size(); ++i) {
    Node node = !hint               ? check(*expr.elements[i])
                : expect.isRequired ? checkTo(*expr.elements[i], hint->args[i])
                                    : check(*expr.elements[i], {hint->args[i], false});
    nodes.push_back(node);
    Ty type = infer.shallow(node->type);
    if (type->is(Type::Kind::Never)) {
      type = infer.freshDiverging();
      nodes.back() = cast(thir::CastKind::NeverToAny, node, type);
    }
    elementTypes.push_back(type);
  }
  Node node = make(Expr::Kind::Tuple, types.tuple(elementTypes), expr.span);
  node->operands = list(nodes);
  return node;
}

Node BodyChecker::checkArray(const ast::ListExpr &expr, Expect expect) {
  Ty hint = expect.type ? infer.shallow(expect.type) : nullptr;
  Expect element;
  if (hint && (hint->is(Type::Kind::Array) || hint->is(Type::Kind::Slice)))
    element = {hint->element(), true};
  Merge merge(*this, element);
  for (const ast::Expr *each : expr.elements)
    merge.add(check(*each, element));
  Ty type = merge.finish();
  if (type->is(Type::Kind::Never))
    type = infer.fresh();
  std::vector<Node> nodes = merge.nodes().vec();
  for (Node &node : nodes)
    if (isNever(node->type) && !isNever(type))
      node = cast(thir::CastKind::NeverToAny, node, type);
  Node node = make(Expr::Kind::Array, types.array(type, nodes.size()), expr.span);
  node->operands = list(nodes);
  return node;
}

Node BodyChecker::checkRepeat(const ast::RepeatExpr &expr, Expect expect) {
  Ty hint = expect.type ? infer.shallow(expect.type) : nullptr;
  Node value = nullptr;
  if (hint && (hint->is(Type::Kind::Array) || hint->is(Type::Kind::Slice)))
    value = checkTo(*expr.value, hint->element());
  else
    value = check(*expr.value);
  std::optional<uint64_t> count;
  const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(expr.count);
  if (literal && literal->type == ast::LiteralExpr::Type::Integer &&
      (literal->suffix.empty() || literal->suffix == "usize"))
    count = literal->integer;
  else if (items.constantEvaluator())
    count = items.constantEvaluator()(*expr.count, module, selfScope, types.usize());
  if (!count) {
    hasErrors = true;
    return errorNode(expr.span);
  }
  if (*count > 1 && value->kind != Expr::Kind::NamedConst)
    require({defs.langItem(LangItem::Copy), {value->type}}, value->span, Obligation::Cause::Repeat);
  Node node = make(Expr::Kind::Repeat, types.array(value->type, *count), expr.span);
  node->operands = {value};
  node->count = *count;
  return node;
}

Node BodyChecker::checkRange(const ast::RangeExpr &expr, Expect expect) {
  LangItem item = expr.low && expr.high ? LangItem::Range
                  : expr.low            ? LangItem::RangeFrom
                  : expr.high           ? LangItem::RangeTo
                                        : LangItem::RangeFull;
  DefId def = requireLang(item, expr.span);
  if (def == noDef)
    return errorNode(expr.span);
  std::vector<Ty> args;
  if (expr.low || expr.high) {
    args.push_back(infer.fresh());
    if (expect.type && infer.shallow(expect.type)->isAdt(def))
      infer.unify(args[0], infer.shallow(expect.type)->args[0]);
  }
  std::vector<std::pair<llvm::StringRef, Node>> fields;
  if (expr.low)
    fields.push_back({"start", checkTo(*expr.low, args[0])});
  if (expr.high)
    fields.push_back({"end", checkTo(*expr.high, args[0])});
  return structNode(types.adt(def, args), fields, expr.span);
}
