//===- BodyOuter.cpp - variables of the function around a function ----------===//

#include "driver/rust/check/BodyOuter.h"

using namespace cratec::rust;

namespace {

bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Looks through what encloses a place for variables of one name.
class OuterSearch {
public:
  OuterSearch(Span inner, llvm::StringRef name) : inner(inner), name(name) {}

  bool pattern(const ast::Pattern *pattern) {
    if (!pattern)
      return false;
    if (pattern->kind == ast::Pattern::Kind::Binding && pattern->name.name == name)
      return true;
    if (this->pattern(pattern->inner))
      return true;
    for (const ast::Pattern *element : pattern->elements)
      if (this->pattern(element))
        return true;
    for (const ast::FieldPattern &field : pattern->fields)
      if (this->pattern(field.pattern))
        return true;
    return false;
  }

  bool block(const ast::Block *block) {
    if (!block || !contains(block->span, inner))
      return false;
    for (const ast::Statement &statement : block->statements)
      if (pattern(statement.pattern) || expr(statement.expr))
        return true;
    return expr(block->tail);
  }

  bool expr(const ast::Expr *expr) {
    if (!expr || !contains(expr->span, inner))
      return false;
    if (const auto *e = llvm::dyn_cast<ast::BlockExpr>(expr))
      return block(e->block);
    if (const auto *e = llvm::dyn_cast<ast::IfExpr>(expr))
      return patterns(e->patterns) || block(e->thenBlock) || this->expr(e->elseExpr);
    if (const auto *e = llvm::dyn_cast<ast::WhileExpr>(expr))
      return patterns(e->patterns) || block(e->body);
    if (const auto *e = llvm::dyn_cast<ast::LoopExpr>(expr))
      return block(e->body);
    if (const auto *e = llvm::dyn_cast<ast::ForExpr>(expr))
      return pattern(e->pattern) || block(e->body);
    if (const auto *e = llvm::dyn_cast<ast::MatchExpr>(expr))
      for (const ast::MatchArm &arm : e->arms)
        if (contains(arm.body->span, inner))
          return patterns(arm.patterns) || this->expr(arm.body);
    return false;
  }

private:
  bool patterns(llvm::ArrayRef<const ast::Pattern *> list) {
    for (const ast::Pattern *each : list)
      if (pattern(each))
        return true;
    return false;
  }
  Span inner;
  llvm::StringRef name;
};

} // namespace

bool cratec::rust::isOuterLocal(const Definitions &defs, DefId owner, llvm::StringRef name) {
  const ast::Item *inner = defs[owner].item;
  if (!inner)
    return false;
  for (DefKind kind : {DefKind::Function, DefKind::Method})
    for (DefId outer : defs.all(kind, defs[owner].crate)) {
      const auto *item = llvm::dyn_cast_or_null<ast::FunctionItem>(defs[outer].item);
      if (!item || outer == owner || !item->body || !contains(item->body.span(), inner->span))
        continue;
      OuterSearch search(inner->span, name);
      for (const ast::Parameter &parameter : item->parameters)
        if (search.pattern(parameter.pattern))
          return true;
      if (search.block(item->body.get()))
        return true;
    }
  return false;
}
