//===- BuildConstants.cpp - constants, and what is promoted to one --------===//
//
// `&` of an expression that is known when compiling is the address of a constant
// that lives for ever, and not that of a temporary.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/mir/Builder.h"
#include "driver/rust/mir/Wide.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Expr::Kind;

Constant Builder::scalar(Ty type, uint64_t bits) const {
  Constant result;
  result.kind = Constant::Kind::Scalar;
  result.type = type;
  result.bits = truncateBits(bits, type);
  return result;
}

Operand Builder::scalarOperand(Ty type, uint64_t bits) const {
  Operand result;
  result.constant = scalar(type, bits);
  return result;
}

Operand Builder::unitOperand() const {
  Operand result;
  result.constant.type = types.unit();
  return result;
}

/// The nearest number that the float type has.
static double roundTo(Ty type, double value) {
  return type->floatBits == 32 ? static_cast<double>(static_cast<float>(value)) : value;
}

std::optional<Constant> Builder::constant(const thir::Expr &expr) {
  Constant result;
  result.type = expr.type;
  switch (expr.kind) {
  case Kind::Literal:
    if (expr.type->is(Type::Kind::Float)) {
      result.kind = Constant::Kind::Float;
      result.real = roundTo(expr.type, expr.real);
      return result;
    }
    if (expr.type->is(Type::Kind::Reference)) {
      result.kind = expr.type->element()->is(Type::Kind::Str) ? Constant::Kind::String
                                                              : Constant::Kind::Bytes;
      result.text = expr.text;
      return result;
    }
    return scalar(expr.type, expr.integer);
  case Kind::NamedConst:
    result.kind = Constant::Kind::Named;
    result.callee = expr.callee;
    if (result.callee.def == noDef)
      result.callee.def = expr.def;
    return result;
  case Kind::Function:
    result.kind = Constant::Kind::Function;
    result.callee = expr.callee;
    return result;
  case Kind::Tuple:
    if (expr.operands.empty())
      return result;
    return std::nullopt;
  case Kind::Adt:
    // Unit structs.
    if (expr.fields.empty() && !expr.base && !items.adt(expr.type->def).isEnum &&
        items.adt(expr.type->def).only().fields.empty())
      return result;
    return std::nullopt;
  case Kind::Unary:
    // `-1` is a literal to all but the syntax.
    if (expr.unaryOp != ast::UnaryOp::Negate || expr.operands[0]->kind != Kind::Literal)
      return std::nullopt;
    if (expr.type->is(Type::Kind::Float)) {
      result.kind = Constant::Kind::Float;
      result.real = -roundTo(expr.type, expr.operands[0]->real);
      return result;
    }
    // The literal can be negative itself: it has its sign within. The lowest has no negative.
    if (!expr.type->isInteger() || truncateBits(expr.operands[0]->integer, expr.type) ==
                                       uint64_t(1) << (bitWidth(expr.type->intKind) - 1))
      return std::nullopt;
    return scalar(expr.type, uint64_t(0) - expr.operands[0]->integer);
  default:
    return std::nullopt;
  }
}

namespace {

/// The value of literals and sums of such, if it is one of the type.
std::optional<Wide> foldInteger(const thir::Expr &expr, unsigned depth = 0) {
  if (!expr.type->isInteger() || depth > 64)
    return std::nullopt;
  std::optional<Wide> value;
  if (expr.kind == Kind::Literal) {
    unsigned shift = 64 - bitWidth(expr.type->intKind);
    value = isSigned(expr.type->intKind)
                ? Wide(static_cast<int64_t>(expr.integer << shift) >> shift)
                : Wide(expr.integer);
  } else if (expr.kind == Kind::Unary && expr.unaryOp == ast::UnaryOp::Negate) {
    std::optional<Wide> inner = foldInteger(*expr.operands[0], depth + 1);
    if (inner)
      value = -*inner;
  } else if (expr.kind == Kind::Binary) {
    std::optional<Wide> left = foldInteger(*expr.operands[0], depth + 1);
    std::optional<Wide> right = left ? foldInteger(*expr.operands[1], depth + 1) : left;
    if (!right)
      return std::nullopt;
    if (expr.binaryOp == ast::BinaryOp::Add)
      value = *left + *right;
    else if (expr.binaryOp == ast::BinaryOp::Subtract)
      value = *left - *right;
    else if (expr.binaryOp == ast::BinaryOp::Multiply)
      value = *left * *right;
  }
  if (!value)
    return std::nullopt;
  unsigned width = bitWidth(expr.type->intKind);
  bool hasSign = isSigned(expr.type->intKind);
  Wide lowest = hasSign ? -(Wide(1) << (width - 1)) : Wide(0);
  Wide highest = (Wide(1) << (hasSign ? width - 1 : width)) - 1;
  return *value >= lowest && *value <= highest ? value : std::nullopt;
}

bool neverFails(const thir::Expr &expr) {
  using ast::BinaryOp;
  switch (expr.binaryOp) {
  case BinaryOp::BitAnd:
  case BinaryOp::BitOr:
  case BinaryOp::BitXor:
  case BinaryOp::Equal:
  case BinaryOp::NotEqual:
  case BinaryOp::Less:
  case BinaryOp::LessEqual:
  case BinaryOp::Greater:
  case BinaryOp::GreaterEqual:
    return true;
  case BinaryOp::And:
  case BinaryOp::Or:
  case BinaryOp::ShiftLeft:
  case BinaryOp::ShiftRight:
    return false;
  default:
    return expr.type->is(Type::Kind::Float);
  }
}

bool holdsUnsafeCell(Ty type, Items &items, unsigned depth = 0) {
  // What cannot be told is taken to hold one.
  if (depth > 32)
    return true;
  switch (type->kind) {
  case Type::Kind::Param:
  case Type::Kind::Projection:
    return true;
  case Type::Kind::Array:
  case Type::Kind::Tuple:
    return llvm::any_of(type->args,
                        [&](Ty inside) { return holdsUnsafeCell(inside, items, depth + 1); });
  case Type::Kind::Adt:
    if (items.defs.langItemOf(type->def) == LangItem::UnsafeCell)
      return true;
    for (const VariantInfo &variant : items.adt(type->def).variants)
      for (const FieldInfo &field : variant.fields)
        if (holdsUnsafeCell(items.normalize(items.types.substitute(field.type, type->args)), items,
                            depth + 1))
          return true;
    return false;
  default:
    return false;
  }
}

} // namespace

bool Builder::isPromotable(const thir::Expr &expr) {
  auto all = [&](llvm::ArrayRef<const thir::Expr *> exprs) {
    return llvm::all_of(exprs, [&](const thir::Expr *inner) { return isPromotable(*inner); });
  };
  switch (expr.kind) {
  case Kind::Literal:
  case Kind::Function:
    return true;
  case Kind::NamedConst:
    return !needsDrop(expr.type) && !holdsUnsafeCell(expr.type, items);
  case Kind::Unary:
    if (expr.unaryOp == ast::UnaryOp::Negate && expr.type->isInteger())
      return foldInteger(expr).has_value();
    return all(expr.operands);
  case Kind::Binary:
    return neverFails(expr) ? all(expr.operands) : foldInteger(expr).has_value();
  case Kind::Cast:
    return expr.castKind != thir::CastKind::NeverToAny &&
           expr.castKind != thir::CastKind::PointerToInt &&
           expr.castKind != thir::CastKind::FunctionPointerToInt && all(expr.operands);
  case Kind::Tuple:
  case Kind::Array:
  case Kind::Repeat:
    return all(expr.operands);
  case Kind::Borrow:
    return !expr.isMutable && all(expr.operands);
  case Kind::Deref:
    // Of another constant's address only: what else is behind a pointer may change.
    return expr.operands[0]->kind == Kind::Borrow && all(expr.operands);
  case Kind::Field:
    return all(expr.operands);
  case Kind::Adt:
  case Kind::Call:
    return isPromotableAdt(expr);
  default:
    return false;
  }
}

bool Builder::isPromotableAdt(const thir::Expr &expr) {
  if (expr.kind == Kind::Call && !isConstructorCall(expr))
    return false;
  if (!expr.type->is(Type::Kind::Adt) || expr.base ||
      items.adt(expr.type->def).dropMethod != noDef ||
      items.defs.langItemOf(expr.type->def) == LangItem::UnsafeCell)
    return false;
  for (const thir::Expr *argument : expr.operands)
    if (!isPromotable(*argument))
      return false;
  return llvm::all_of(expr.fields,
                      [&](const thir::FieldValue &field) { return isPromotable(*field.value); });
}

Constant Builder::promote(const thir::Expr &expr, Ty type) {
  auto promoted = std::make_unique<Body>();
  promoted->owner = body.owner;
  promoted->span = expr.span;
  promoted->assumed = body.assumed;
  Builder(source, *promoted, items, constants).buildExpression(expr);
  Constant result;
  result.kind = Constant::Kind::Promoted;
  result.type = type;
  result.index = static_cast<unsigned>(body.promoted.size());
  body.promoted.push_back(std::move(promoted));
  return result;
}
