//===- Blocks.cpp - finds the blocks that have items of their own ---------===//

#include "driver/rust/resolve/Blocks.h"

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::cast;

void BlockWalker::walk(const Block *block) {
  if (!block)
    return;
  if (block->items.empty())
    walkContents(*block);
  else
    found(*block);
}

void BlockWalker::walkContents(const Block &block) {
  for (const Statement &statement : block.statements) {
    walk(statement.type);
    walk(statement.expr);
  }
  walk(block.tail);
}

void BlockWalker::walkAll(llvm::ArrayRef<const Expr *> list) {
  for (const Expr *expr : list)
    walk(expr);
}

void BlockWalker::walkSegment(const PathSegment &segment) {
  for (const TypeExpr *argument : segment.arguments)
    walk(argument);
}

void BlockWalker::walkPath(const Path &path) {
  for (const PathSegment &segment : path.segments)
    walkSegment(segment);
}

void BlockWalker::walkFormat(const FormatTemplate &format) {
  walkAll(format.arguments);
}

void BlockWalker::walk(const TypeExpr *type) {
  if (!type)
    return;
  walkPath(type->path);
  walk(type->inner);
  walk(type->length);
  for (const TypeExpr *element : type->elements)
    walk(element);
  walk(type->result);
}

void BlockWalker::walk(const Expr *expr) {
  if (!expr)
    return;
  switch (expr->kind) {
  case Expr::Kind::Literal:
    return;
  case Expr::Kind::Path:
    walkPath(cast<PathExpr>(expr)->path);
    return;
  case Expr::Kind::Unary:
  case Expr::Kind::Borrow:
  case Expr::Kind::Binary:
  case Expr::Kind::Assign:
  case Expr::Kind::Cast:
  case Expr::Kind::Call:
  case Expr::Kind::MethodCall:
  case Expr::Kind::Field:
  case Expr::Kind::Index:
  case Expr::Kind::Range:
  case Expr::Kind::Tuple:
  case Expr::Kind::Array:
  case Expr::Kind::Repeat:
  case Expr::Kind::Struct:
    walkOperators(expr);
    return;
  case Expr::Kind::Block:
  case Expr::Kind::If:
  case Expr::Kind::While:
  case Expr::Kind::Loop:
  case Expr::Kind::For:
  case Expr::Kind::Match:
  case Expr::Kind::Break:
  case Expr::Kind::Continue:
  case Expr::Kind::Return:
    walkControl(expr);
    return;
  case Expr::Kind::Format:
  case Expr::Kind::Assert:
  case Expr::Kind::Vec:
  case Expr::Kind::Try:
    walkMacros(expr);
    return;
  }
}

void BlockWalker::walkOperators(const Expr *expr) {
  if (auto *unary = llvm::dyn_cast<UnaryExpr>(expr)) {
    walk(unary->operand);
  } else if (auto *borrow = llvm::dyn_cast<BorrowExpr>(expr)) {
    walk(borrow->operand);
  } else if (auto *binary = llvm::dyn_cast<BinaryExpr>(expr)) {
    walk(binary->left);
    walk(binary->right);
  } else if (auto *assign = llvm::dyn_cast<AssignExpr>(expr)) {
    walk(assign->place);
    walk(assign->value);
  } else if (auto *as = llvm::dyn_cast<CastExpr>(expr)) {
    walk(as->operand);
    walk(as->type);
  } else if (auto *call = llvm::dyn_cast<CallExpr>(expr)) {
    walk(call->callee);
    walkAll(call->arguments);
  } else if (auto *method = llvm::dyn_cast<MethodCallExpr>(expr)) {
    walk(method->receiver);
    walkSegment(method->method);
    walkAll(method->arguments);
  } else if (auto *field = llvm::dyn_cast<FieldExpr>(expr)) {
    walk(field->base);
  } else if (auto *index = llvm::dyn_cast<IndexExpr>(expr)) {
    walk(index->base);
    walk(index->index);
  } else if (auto *range = llvm::dyn_cast<RangeExpr>(expr)) {
    walk(range->low);
    walk(range->high);
  } else if (auto *list = llvm::dyn_cast<ListExpr>(expr)) {
    walkAll(list->elements);
  } else if (auto *repeat = llvm::dyn_cast<RepeatExpr>(expr)) {
    walk(repeat->value);
    walk(repeat->count);
  } else if (auto *record = llvm::dyn_cast<StructExpr>(expr)) {
    walkPath(record->path);
    for (const FieldValue &value : record->fields)
      walk(value.value);
    walk(record->base);
  }
}

void BlockWalker::walkControl(const Expr *expr) {
  if (auto *block = llvm::dyn_cast<BlockExpr>(expr)) {
    walk(block->block);
  } else if (auto *condition = llvm::dyn_cast<IfExpr>(expr)) {
    walk(condition->condition);
    walk(condition->thenBlock);
    walk(condition->elseExpr);
  } else if (auto *whileLoop = llvm::dyn_cast<WhileExpr>(expr)) {
    walk(whileLoop->condition);
    walk(whileLoop->body);
  } else if (auto *loop = llvm::dyn_cast<LoopExpr>(expr)) {
    walk(loop->body);
  } else if (auto *forLoop = llvm::dyn_cast<ForExpr>(expr)) {
    walk(forLoop->iterable);
    walk(forLoop->body);
  } else if (auto *match = llvm::dyn_cast<MatchExpr>(expr)) {
    walk(match->scrutinee);
    for (const MatchArm &arm : match->arms) {
      walk(arm.guard);
      walk(arm.body);
    }
  } else if (auto *jump = llvm::dyn_cast<JumpExpr>(expr)) {
    walk(jump->value);
  }
}

void BlockWalker::walkMacros(const Expr *expr) {
  if (auto *format = llvm::dyn_cast<FormatExpr>(expr)) {
    walk(format->target);
    walkFormat(format->format);
  } else if (auto *assertion = llvm::dyn_cast<AssertExpr>(expr)) {
    walk(assertion->left);
    walk(assertion->right);
    if (assertion->message)
      walkFormat(*assertion->message);
  } else if (auto *vec = llvm::dyn_cast<VecExpr>(expr)) {
    walkAll(vec->elements);
    walk(vec->count);
  } else if (auto *attempt = llvm::dyn_cast<TryExpr>(expr)) {
    walk(attempt->operand);
  }
}
