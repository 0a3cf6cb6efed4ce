//===- ThirPrint.cpp - typed bodies as text ---------------------------------===//

#include "driver/rust/check/CheckBody.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/raw_ostream.h>

using namespace cratec::rust;
using thir::Expr;

namespace {

llvm::StringRef spellingOf(thir::CastKind kind) {
  constexpr llvm::StringRef names[] = {
      "never-to-any",   "numeric",       "pointer",           "pointer-to-int",
      "int-to-pointer", "fn-to-pointer", "fn-pointer-to-int", "fn-pointer-to-pointer",
      "safe-to-unsafe", "unsize"};
  return names[static_cast<size_t>(kind)];
}

std::string quoted(llvm::StringRef text) {
  std::string result;
  llvm::raw_string_ostream stream(result);
  stream << '"';
  llvm::printEscapedString(text, stream);
  stream << '"';
  return result;
}

/// One expression a line where it has statements or arms inside, else within its line.
class Printer {
public:
  Printer(const thir::Body &body, const Definitions &defs) : body(body), defs(defs) {}

  std::string print() {
    out = "body of " + defs.path(body.owner) + " -> " + type(body.result) + "\n";
    for (size_t i = 0; i != body.locals.size(); ++i) {
      const thir::Local &local = body.locals[i];
      out += fmt::format("  local {}{}: {}\n", local.isMutable ? "mut " : "", name(i),
                         type(local.type));
    }
    for (size_t i = 0; i != body.parameters.size(); ++i)
      out += fmt::format("  parameter {}: {}\n", pattern(*body.parameters[i]),
                         type(body.parameterTypes[i]));
    out += "  " + expr(*body.value, 1) + "\n";
    return out;
  }

private:
  std::string type(Ty type) const { return type ? toString(type, defs) : "?"; }

  std::string name(size_t index) const {
    llvm::StringRef name = body.locals[index].name;
    return name.empty() ? fmt::format("_{}", index) : fmt::format("{}_{}", name.str(), index);
  }

  std::string callee(const Callee &callee) const {
    std::string text = defs.path(callee.def);
    if (callee.args.empty())
      return text;
    text += "<";
    for (size_t i = 0; i != callee.args.size(); ++i)
      text += (i ? ", " : "") + type(callee.args[i]);
    return text + ">";
  }

  std::string list(llvm::ArrayRef<const Expr *> exprs, unsigned depth) {
    std::string text;
    for (size_t i = 0; i != exprs.size(); ++i)
      text += (i ? ", " : "") + expr(*exprs[i], depth);
    return text;
  }

  std::string literal(const Expr &e) const {
    switch (e.type->kind) {
    case Type::Kind::Bool:
      return e.integer ? "true" : "false";
    case Type::Kind::Char:
      return fmt::format("'\\u{{{:x}}}'", e.integer);
    case Type::Kind::Int: {
      unsigned width = bitWidth(e.type->intKind);
      std::string suffix = spelling(e.type->intKind).str();
      if (!isSigned(e.type->intKind))
        return fmt::format("{}{}", e.integer, suffix);
      int64_t value = static_cast<int64_t>(e.integer << (64 - width)) >> (64 - width);
      return fmt::format("{}{}", value, suffix);
    }
    case Type::Kind::Float:
      return fmt::format("{}f{}", e.real, e.type->floatBits);
    default:
      return quoted(e.text);
    }
  }

  std::string variantName(Ty adt, unsigned variant) const {
    std::string text = type(adt);
    if (adt->is(Type::Kind::Adt) && defs[adt->def].kind == DefKind::Enum)
      for (DefId member : defs.members(adt->def))
        if (defs[member].kind == DefKind::Variant && defs[member].index == variant)
          text += "::" + defs[member].name.str();
    return text;
  }

  std::string fields(llvm::ArrayRef<thir::FieldValue> list, unsigned depth) {
    std::string text;
    for (size_t i = 0; i != list.size(); ++i)
      text += fmt::format("{}{}: {}", i ? ", " : "", list[i].field, expr(*list[i].value, depth));
    return text;
  }

  std::string indent(unsigned depth) const { return std::string(2 * depth, ' '); }

  std::string block(const Expr &e, unsigned depth) {
    std::string text = "{\n";
    for (const thir::Statement &statement : e.statements) {
      text += indent(depth + 1);
      if (statement.kind == thir::Statement::Kind::Let)
        text += "let " + pattern(*statement.pattern) + (statement.expr ? " = " : "");
      if (statement.expr)
        text += expr(*statement.expr, depth + 1);
      text += ";\n";
    }
    if (!e.operands.empty())
      text += indent(depth + 1) + expr(*e.operands[0], depth + 1) + "\n";
    return text + indent(depth) + "}";
  }

  std::string match(const Expr &e, unsigned depth) {
    std::string text = "match " + expr(*e.operands[0], depth) + " {\n";
    for (const thir::Arm &arm : e.arms) {
      text += indent(depth + 1);
      if (arm.alternatives.empty())
        text += pattern(*arm.pattern);
      for (size_t i = 0; i != arm.alternatives.size(); ++i)
        text += (i ? " | " : "") + pattern(*arm.alternatives[i]);
      if (arm.guard)
        text += " if " + expr(*arm.guard, depth + 1);
      text += " => " + (arm.body ? expr(*arm.body, depth + 1) : "?") + ",\n";
    }
    return text + indent(depth) + "}";
  }

  std::string place(const Expr &e, unsigned depth) {
    switch (e.kind) {
    case Expr::Kind::Local:
      return name(e.local);
    case Expr::Kind::Static:
      return defs.path(e.def);
    case Expr::Kind::Field:
      return fmt::format("{}.{}", expr(*e.operands[0], depth), e.field);
    case Expr::Kind::Deref:
      return "(*" + expr(*e.operands[0], depth) + ")";
    default:
      return expr(*e.operands[0], depth) + "[" + expr(*e.operands[1], depth) + "]";
    }
  }

  std::string control(const Expr &e, unsigned depth) {
    switch (e.kind) {
    case Expr::Kind::Block:
      return block(e, depth);
    case Expr::Kind::If:
      return "if " + expr(*e.operands[0], depth) + " " + expr(*e.operands[1], depth) +
             (e.operands.size() > 2 ? " else " + expr(*e.operands[2], depth) : "");
    case Expr::Kind::Loop:
      return fmt::format("loop '{} {}", e.label, expr(*e.operands[0], depth));
    case Expr::Kind::Match:
      return match(e, depth);
    case Expr::Kind::Break:
      return fmt::format("break '{}{}", e.label,
                         e.operands.empty() ? "" : " " + expr(*e.operands[0], depth));
    case Expr::Kind::Continue:
      return fmt::format("continue '{}", e.label);
    default:
      return "return" + (e.operands.empty() ? "" : " " + expr(*e.operands[0], depth));
    }
  }

  std::string expr(const Expr &e, unsigned depth) {
    if (e.isPlace())
      return place(e, depth);
    switch (e.kind) {
    case Expr::Kind::Literal:
      return literal(e);
    case Expr::Kind::NamedConst:
      return "const " + callee(e.callee);
    case Expr::Kind::Function:
      return callee(e.callee);
    case Expr::Kind::Borrow:
      return std::string(e.isMutable ? "&mut " : "&") + expr(*e.operands[0], depth);
    case Expr::Kind::Unary:
      return std::string(e.unaryOp == ast::UnaryOp::Not ? "!" : "-") + expr(*e.operands[0], depth);
    case Expr::Kind::Binary:
    case Expr::Kind::AssignOp:
      return "(" + expr(*e.operands[0], depth) + " " + ast::spelling(e.binaryOp).str() +
             (e.kind == Expr::Kind::AssignOp ? "= " : " ") + expr(*e.operands[1], depth) + ")";
    case Expr::Kind::Cast:
      return fmt::format("{}({} as {})", spellingOf(e.castKind).str(), expr(*e.operands[0], depth),
                         type(e.type));
    case Expr::Kind::Call:
      if (e.callee.def != noDef)
        return callee(e.callee) + "(" + list(e.operands, depth) + ")";
      return "call " + expr(*e.operands[0], depth) + "(" +
             list(llvm::ArrayRef(e.operands).drop_front(), depth) + ")";
    case Expr::Kind::Assign:
      return expr(*e.operands[0], depth) + " = " + expr(*e.operands[1], depth);
    case Expr::Kind::Tuple:
      return "(" + list(e.operands, depth) + (e.operands.size() == 1 ? ",)" : ")");
    case Expr::Kind::Array:
      return "[" + list(e.operands, depth) + "]";
    case Expr::Kind::Repeat:
      return fmt::format("[{}; {}]", expr(*e.operands[0], depth), e.count);
    case Expr::Kind::Adt:
      return variantName(e.type, e.variant) + " { " + fields(e.fields, depth) +
             (e.base ? ", .." + expr(*e.base, depth) : "") + " }";
    default:
      return control(e, depth);
    }
  }

  std::string pattern(const thir::Pattern &p) {
    switch (p.kind) {
    case thir::Pattern::Kind::Wild:
      return "_";
    case thir::Pattern::Kind::Binding:
      return std::string(p.byReference ? (p.isMutable ? "ref mut " : "ref ") : "") + name(p.local) +
             (p.inner ? " @ " + pattern(*p.inner) : "");
    case thir::Pattern::Kind::Constant:
      return expr(*p.constant, 0);
    case thir::Pattern::Kind::Range:
      return expr(*p.constant, 0) + "..." + expr(*p.high, 0);
    case thir::Pattern::Kind::Deref:
      return "&" + pattern(*p.inner);
    case thir::Pattern::Kind::Variant:
    case thir::Pattern::Kind::Leaf:
      break;
    }
    std::string text =
        p.kind == thir::Pattern::Kind::Variant ? variantName(p.type, p.variant) : type(p.type);
    text += "{";
    for (size_t i = 0; i != p.fields.size(); ++i)
      text +=
          fmt::format("{}{}: {}", i ? ", " : "", p.fields[i].field, pattern(*p.fields[i].pattern));
    return text + "}";
  }

  const thir::Body &body;
  const Definitions &defs;
  std::string out;
};

} // namespace

std::string cratec::rust::printThir(const thir::Body &body, const Definitions &defs) {
  return Printer(body, defs).print();
}
