//===- AstPrinter.h - writes the tree as text ---------------------*- C++ -*-===//
//
// The text looks like the source, with what the tree does not hold left out and every
// operator in brackets.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/syntax/Ast.h"

namespace cratec::rust {

class AstPrinter {
public:
  void print(const ast::Module &root);
  std::string take() { return std::move(out); }

private:
  // PrintAst.cpp
  void line(); ///< begins a new one
  void text(llvm::StringRef t) { out += t; }
  void quoted(llvm::StringRef t);
  template <typename Range, typename Each>
  void list(const Range &range, llvm::StringRef separator, Each each) {
    bool isFirst = true;
    for (const auto &element : range) {
      if (!isFirst)
        text(separator);
      isFirst = false;
      each(element);
    }
  }
  void attribute(const ast::MetaItem &item);
  void attributes(const ast::Attributes &list, bool isInner);
  void path(const ast::Path &p, bool isExpression = false);
  void segment(const ast::PathSegment &s, bool isExpression);
  void arguments(const ast::PathSegment &s);
  void type(const ast::TypeExpr *t);
  void functionType(const ast::TypeExpr &t);
  void generics(const ast::Generics &g);
  void items(llvm::ArrayRef<const ast::Item *> list);
  void item(const ast::Item &i);
  void itemBody(const ast::Item &i);
  void braced(llvm::ArrayRef<const ast::Item *> list);
  void useItem(const ast::UseItem &i);
  void function(const ast::FunctionItem &f);
  void value(const ast::ValueItem &v);
  void fields(ast::FieldStyle style, const std::vector<ast::FieldDecl> &list);
  void enumItem(const ast::EnumItem &e);
  void implItem(const ast::ImplItem &i);
  void traitItem(const ast::TraitItem &t);
  // PrintExpressions.cpp
  void pattern(const ast::Pattern *p);
  void patternList(const ast::Pattern &p);
  void structPattern(const ast::Pattern &p);
  void alternatives(const std::vector<const ast::Pattern *> &list);
  void expr(const ast::Expr *e);
  void exprs(const std::vector<const ast::Expr *> &list) {
    this->list(list, ", ", [&](const ast::Expr *e) { expr(e); });
  }
  void operatorExpr(const ast::Expr *e);
  void controlExpr(const ast::Expr *e);
  void literal(const ast::LiteralExpr &l);
  void structExpr(const ast::StructExpr &s);
  void ifExpr(const ast::IfExpr &i);
  void match(const ast::MatchExpr &m);
  void jump(const ast::JumpExpr &j);
  void condition(const std::vector<const ast::Pattern *> &patterns, const ast::Expr *value);
  void label(const std::optional<ast::Ident> &l);
  void macro(const ast::Expr *e);
  void format(const ast::FormatTemplate &f);
  void piece(const ast::FormatPiece &p);
  void assertion(const ast::AssertExpr &a);
  void block(const ast::Block *b);
  void statement(const ast::Statement &s);

  std::string out;
  unsigned depth = 0;
};

} // namespace cratec::rust
