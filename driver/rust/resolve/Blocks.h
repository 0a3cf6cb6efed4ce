//===- Blocks.h - finds the blocks that have items of their own ---*- C++ -*-===//

#pragma once

#include "driver/rust/syntax/Ast.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace cratec::rust {

/// Walks expressions and types, and calls `found` for each block that has items. It does not go
/// into such a block by itself: who makes a scope of it calls walkContents().
class BlockWalker {
public:
  explicit BlockWalker(llvm::function_ref<void(const ast::Block &)> found) : found(found) {}

  // Null is nothing to walk.
  void walk(const ast::Expr *expr);
  void walk(const ast::TypeExpr *type);
  void walk(const ast::Block *block);
  void walkContents(const ast::Block &block);

private:
  void walkAll(llvm::ArrayRef<const ast::Expr *> list);
  void walkPath(const ast::Path &path);
  void walkSegment(const ast::PathSegment &segment);
  void walkFormat(const ast::FormatTemplate &format);
  void walkOperators(const ast::Expr *expr);
  void walkControl(const ast::Expr *expr);
  void walkMacros(const ast::Expr *expr);

  llvm::function_ref<void(const ast::Block &)> found;
};

} // namespace cratec::rust
