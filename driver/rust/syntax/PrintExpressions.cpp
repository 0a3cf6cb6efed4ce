//===- PrintExpressions.cpp - patterns, expressions and statements as text -===//

#include "driver/rust/syntax/AstPrinter.h"
#include "driver/rust/syntax/Lexer.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::StringRef;

// ---- patterns ----

void AstPrinter::patternList(const Pattern &p) {
  text("(");
  for (size_t i = 0; i <= p.elements.size(); ++i) {
    if (p.rest == unsigned(i))
      text("..");
    if (i == p.elements.size())
      break;
    if (p.rest == unsigned(i))
      text(", ");
    pattern(p.elements[i]);
    if (i + 1 != p.elements.size() || p.rest == unsigned(i + 1))
      text(", ");
  }
  text(p.kind == Pattern::Kind::Tuple && p.elements.size() == 1 && !p.rest ? ",)" : ")");
}

void AstPrinter::structPattern(const Pattern &p) {
  path(p.path, true);
  text(" { ");
  list(p.fields, ", ", [&](const FieldPattern &f) {
    text((f.field.name + ": ").str());
    pattern(f.pattern);
  });
  if (p.hasRest)
    text(p.fields.empty() ? ".." : ", ..");
  text(" }");
}

void AstPrinter::pattern(const Pattern *p) {
  switch (p->kind) {
  case Pattern::Kind::Wild:
    return text("_");
  case Pattern::Kind::Binding:
    text(p->byReference ? "ref " : "");
    text(p->isMutable ? "mut " : "");
    text(p->name.name);
    if (p->inner) {
      text(" @ ");
      pattern(p->inner);
    }
    return;
  case Pattern::Kind::Literal:
    return expr(p->low);
  case Pattern::Kind::Range:
    expr(p->low);
    text("...");
    return expr(p->high);
  case Pattern::Kind::Tuple:
    return patternList(*p);
  case Pattern::Kind::Path:
    return path(p->path, true);
  case Pattern::Kind::TupleStruct:
    path(p->path, true);
    return patternList(*p);
  case Pattern::Kind::Struct:
    return structPattern(*p);
  case Pattern::Kind::Reference:
    text(p->isMutable ? "&mut " : "&");
    return pattern(p->inner);
  }
}

void AstPrinter::alternatives(const std::vector<const Pattern *> &patterns) {
  list(patterns, " | ", [&](const Pattern *p) { pattern(p); });
}

// ---- expressions ----

void AstPrinter::literal(const LiteralExpr &l) {
  switch (l.type) {
  case LiteralExpr::Type::Integer:
    return text(std::to_string(l.integer) + l.suffix.str());
  case LiteralExpr::Type::Float:
    return text(l.text.str() + l.suffix.str());
  case LiteralExpr::Type::Bool:
    return text(l.integer ? "true" : "false");
  case LiteralExpr::Type::Char: {
    std::string c;
    if (l.integer < 0x20 || l.integer == 0x7f)
      c = fmt::format("\\u{{{:x}}}", l.integer);
    else
      appendUtf8(c, char32_t(l.integer));
    return text("'" + c + "'");
  }
  case LiteralExpr::Type::Byte:
    return text(fmt::format("b'\\x{:02x}'", l.integer));
  case LiteralExpr::Type::String:
    return quoted(l.text);
  case LiteralExpr::Type::ByteString:
    text("b");
    return quoted(l.text);
  }
}

void AstPrinter::expr(const Expr *e) {
  switch (e->kind) {
  case Expr::Kind::Literal:
    return literal(*llvm::cast<LiteralExpr>(e));
  case Expr::Kind::Path:
    return path(llvm::cast<PathExpr>(e)->path, true);
  case Expr::Kind::Tuple:
  case Expr::Kind::Array: {
    const auto &elements = llvm::cast<ListExpr>(e)->elements;
    bool isTuple = e->kind == Expr::Kind::Tuple;
    text(isTuple ? "(" : "[");
    exprs(elements);
    return text(!isTuple ? "]" : elements.size() == 1 ? ",)" : ")");
  }
  case Expr::Kind::Repeat:
    text("[");
    expr(llvm::cast<RepeatExpr>(e)->value);
    text("; ");
    expr(llvm::cast<RepeatExpr>(e)->count);
    return text("]");
  case Expr::Kind::Struct:
    return structExpr(*llvm::cast<StructExpr>(e));
  case Expr::Kind::Format:
  case Expr::Kind::Assert:
  case Expr::Kind::Vec:
  case Expr::Kind::Try:
    return macro(e);
  case Expr::Kind::Block:
  case Expr::Kind::If:
  case Expr::Kind::While:
  case Expr::Kind::Loop:
  case Expr::Kind::For:
  case Expr::Kind::Match:
  case Expr::Kind::Break:
  case Expr::Kind::Continue:
  case Expr::Kind::Return:
    return controlExpr(e);
  default:
    return operatorExpr(e);
  }
}

void AstPrinter::operatorExpr(const Expr *e) {
  if (const auto *call = llvm::dyn_cast<CallExpr>(e)) {
    expr(call->callee);
    text("(");
    exprs(call->arguments);
    return text(")");
  }
  if (const auto *call = llvm::dyn_cast<MethodCallExpr>(e)) {
    expr(call->receiver);
    text(".");
    segment(call->method, true);
    text("(");
    exprs(call->arguments);
    return text(")");
  }
  if (const auto *field = llvm::dyn_cast<FieldExpr>(e)) {
    expr(field->base);
    return text(("." + field->field.name).str());
  }
  if (const auto *index = llvm::dyn_cast<IndexExpr>(e)) {
    expr(index->base);
    text("[");
    expr(index->index);
    return text("]");
  }
  text("(");
  if (const auto *unary = llvm::dyn_cast<UnaryExpr>(e)) {
    text(unary->op == UnaryOp::Negate ? "-" : unary->op == UnaryOp::Not ? "!" : "*");
    expr(unary->operand);
  } else if (const auto *borrow = llvm::dyn_cast<BorrowExpr>(e)) {
    text(borrow->isMutable ? "&mut " : "&");
    expr(borrow->operand);
  } else if (const auto *binary = llvm::dyn_cast<BinaryExpr>(e)) {
    expr(binary->left);
    text(" " + spelling(binary->op).str() + " ");
    expr(binary->right);
  } else if (const auto *assign = llvm::dyn_cast<AssignExpr>(e)) {
    expr(assign->place);
    text(" " + (assign->op ? spelling(*assign->op).str() : std::string()) + "= ");
    expr(assign->value);
  } else if (const auto *cast = llvm::dyn_cast<CastExpr>(e)) {
    expr(cast->operand);
    text(" as ");
    type(cast->type);
  } else if (const auto *range = llvm::dyn_cast<RangeExpr>(e)) {
    if (range->low)
      expr(range->low);
    text("..");
    if (range->high)
      expr(range->high);
  }
  text(")");
}

void AstPrinter::structExpr(const StructExpr &s) {
  path(s.path, true);
  text(" { ");
  list(s.fields, ", ", [&](const FieldValue &f) {
    text((f.field.name + ": ").str());
    expr(f.value);
  });
  if (s.base) {
    text(s.fields.empty() ? ".." : ", ..");
    expr(s.base);
  }
  text(" }");
}

// ---- control ----

void AstPrinter::condition(const std::vector<const Pattern *> &patterns, const Expr *value) {
  if (!patterns.empty()) {
    text("let ");
    alternatives(patterns);
    text(" = ");
  }
  expr(value);
  text(" ");
}

void AstPrinter::label(const std::optional<Ident> &l) {
  if (l)
    text(("'" + l->name + ": ").str());
}

void AstPrinter::ifExpr(const IfExpr &first) {
  for (const IfExpr *i = &first;;) {
    text("if ");
    condition(i->patterns, i->condition);
    block(i->thenBlock);
    if (!i->elseExpr)
      return;
    text(" else ");
    const auto *next = llvm::dyn_cast<IfExpr>(i->elseExpr);
    if (!next)
      return expr(i->elseExpr);
    i = next;
  }
}

void AstPrinter::match(const MatchExpr &m) {
  text("match ");
  expr(m.scrutinee);
  text(" {\n");
  ++depth;
  for (const MatchArm &arm : m.arms) {
    line();
    alternatives(arm.patterns);
    if (arm.guard) {
      text(" if ");
      expr(arm.guard);
    }
    text(" => ");
    expr(arm.body);
    text(",\n");
  }
  --depth;
  line();
  text("}");
}

void AstPrinter::jump(const JumpExpr &j) {
  text(j.kind == Expr::Kind::Break      ? "break"
       : j.kind == Expr::Kind::Continue ? "continue"
                                        : "return");
  if (j.label)
    text((" '" + j.label->name).str());
  if (j.value) {
    text(" ");
    expr(j.value);
  }
}

void AstPrinter::controlExpr(const Expr *e) {
  if (const auto *b = llvm::dyn_cast<BlockExpr>(e)) {
    text(b->isUnsafe ? "unsafe " : "");
    return block(b->block);
  }
  if (const auto *i = llvm::dyn_cast<IfExpr>(e))
    return ifExpr(*i);
  if (const auto *m = llvm::dyn_cast<MatchExpr>(e))
    return match(*m);
  if (const auto *j = llvm::dyn_cast<JumpExpr>(e))
    return jump(*j);
  if (const auto *w = llvm::dyn_cast<WhileExpr>(e)) {
    label(w->label);
    text("while ");
    condition(w->patterns, w->condition);
    return block(w->body);
  }
  if (const auto *l = llvm::dyn_cast<LoopExpr>(e)) {
    label(l->label);
    text("loop ");
    return block(l->body);
  }
  const auto *f = llvm::cast<ForExpr>(e);
  label(f->label);
  text("for ");
  pattern(f->pattern);
  text(" in ");
  expr(f->iterable);
  text(" ");
  block(f->body);
}

// ---- macros ----

void AstPrinter::piece(const FormatPiece &p) {
  text("{" + std::to_string(*p.argument));
  std::string style;
  static constexpr StringRef aligns[] = {"", "<", "^", ">"};
  if (p.align != FormatPiece::Align::Unknown) {
    if (p.fill != ' ')
      appendUtf8(style, p.fill);
    style += aligns[size_t(p.align)];
  }
  style += p.plus ? "+" : "";
  style += p.alternate ? "#" : "";
  style += p.zero ? "0" : "";
  auto count = [&](const FormatPiece::Count &c) {
    style += std::to_string(c.value) + (c.isArgument ? "$" : "");
  };
  if (p.width)
    count(*p.width);
  if (p.precision) {
    style += ".";
    count(*p.precision);
  }
  static constexpr StringRef traits[] = {"", "?", "x", "X", "o", "b", "p", "e", "E"};
  style += traits[size_t(p.trait)];
  text((style.empty() ? "" : ":") + style + "}");
}

void AstPrinter::format(const FormatTemplate &f) {
  text("[");
  bool isFirst = true;
  auto separate = [&] {
    text(isFirst ? "" : ", ");
    isFirst = false;
  };
  for (const FormatPiece &p : f.pieces) {
    if (!p.text.empty()) {
      separate();
      quoted(p.text);
    }
    if (p.argument) {
      separate();
      piece(p);
    }
  }
  text("]");
  for (const Expr *argument : f.arguments) {
    text(", ");
    expr(argument);
  }
}

void AstPrinter::assertion(const AssertExpr &a) {
  static constexpr StringRef names[] = {"assert!(", "assert_eq!(", "assert_ne!("};
  text(a.debugOnly ? "debug_" : "");
  text(names[size_t(a.macro)]);
  expr(a.left);
  if (a.right) {
    text(", ");
    expr(a.right);
  } else {
    text(", ");
    quoted(a.text);
  }
  if (a.message) {
    text(", ");
    format(*a.message);
  }
  text(")");
}

void AstPrinter::macro(const Expr *e) {
  if (const auto *a = llvm::dyn_cast<AssertExpr>(e))
    return assertion(*a);
  if (const auto *t = llvm::dyn_cast<TryExpr>(e)) {
    text("try!(");
    expr(t->operand);
    return text(")");
  }
  if (const auto *v = llvm::dyn_cast<VecExpr>(e)) {
    text("vec![");
    exprs(v->elements);
    if (v->count) {
      text("; ");
      expr(v->count);
    }
    return text("]");
  }
  const auto *f = llvm::cast<FormatExpr>(e);
  static constexpr StringRef names[] = {"print",  "println",     "eprint",       "eprintln",
                                        "format", "format_args", "write",        "writeln",
                                        "panic",  "unreachable", "unimplemented"};
  text(names[size_t(f->macro)]);
  text("!(");
  if (f->target) {
    expr(f->target);
    text(", ");
  }
  format(f->format);
  text(")");
}

// ---- statements ----

void AstPrinter::statement(const Statement &s) {
  if (s.kind == Statement::Kind::Item)
    return item(*s.item);
  line();
  if (s.kind == Statement::Kind::Expr) {
    expr(s.expr);
    return text(s.hasSemicolon ? ";\n" : "\n");
  }
  text("let ");
  pattern(s.pattern);
  if (s.type) {
    text(": ");
    type(s.type);
  }
  if (s.expr) {
    text(" = ");
    expr(s.expr);
  }
  text(";\n");
}

void AstPrinter::block(const Block *b) {
  if (b->statements.empty() && !b->tail)
    return text("{}");
  text("{\n");
  ++depth;
  for (const Statement &s : b->statements)
    statement(s);
  if (b->tail) {
    line();
    expr(b->tail);
    text("\n");
  }
  --depth;
  line();
  text("}");
}
