//===- PrintMir.cpp - MIR as text -----------------------------------------===//

#include "driver/rust/mir/Mir.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

namespace {

class Printer {
public:
  Printer(const Body &body, const Definitions &defs) : body(body), defs(defs) {}
  std::string print(llvm::StringRef title);

private:
  std::string type(Ty t) { return t ? toString(t, defs) : "?"; }
  std::string place(const Place &place);
  std::string constant(const Constant &constant);
  std::string scalar(const Constant &constant);
  std::string callee(const Callee &callee);
  std::string operand(const Operand &operand);
  std::string operands(llvm::ArrayRef<Operand> operands);
  std::string rvalue(const Rvalue &value);
  std::string aggregate(const Rvalue &value);
  std::string statement(const Statement &statement);
  std::string terminator(const Terminator &terminator);
  std::string message(const Terminator &terminator);

  const Body &body;
  const Definitions &defs;
};

std::string Printer::place(const Place &place) {
  std::string text = fmt::format("_{}", place.local);
  for (const Projection &step : place.projections) {
    switch (step.kind) {
    case Projection::Kind::Deref:
      text = fmt::format("(*{})", text);
      break;
    case Projection::Kind::Field:
      text = fmt::format("{}.{}", text, step.index);
      break;
    case Projection::Kind::Index:
      text = fmt::format("{}[_{}]", text, step.local);
      break;
    case Projection::Kind::Downcast:
      text = fmt::format("({} as #{})", text, step.index);
      break;
    }
  }
  return text;
}

std::string Printer::callee(const Callee &callee) {
  std::string text = callee.def == noDef ? "?" : defs.path(callee.def);
  if (callee.args.empty())
    return text;
  std::vector<std::string> args;
  for (Ty arg : callee.args)
    args.push_back(type(arg));
  return fmt::format("{}::<{}>", text, llvm::join(args, ", "));
}

std::string Printer::scalar(const Constant &constant) {
  Ty t = constant.type;
  if (t && t->is(Type::Kind::Bool))
    return constant.bits ? "true" : "false";
  if (t && t->is(Type::Kind::Char))
    return fmt::format("'\\u{{{:x}}}'", constant.bits);
  if (t && t->isInteger() && isSigned(t->intKind)) {
    unsigned shift = 64 - bitWidth(t->intKind);
    return fmt::format("{}_{}", static_cast<int64_t>(constant.bits << shift) >> shift, type(t));
  }
  return fmt::format("{}_{}", constant.bits, type(t));
}

std::string Printer::constant(const Constant &constant) {
  switch (constant.kind) {
  case Constant::Kind::Scalar:
    return scalar(constant);
  case Constant::Kind::Float:
    return fmt::format("{}_{}", constant.real, type(constant.type));
  case Constant::Kind::String:
    return fmt::format("\"{}\"",
                       llvm::toStringRef(llvm::arrayRefFromStringRef(constant.text)).str());
  case Constant::Kind::Bytes:
    return fmt::format("b\"{}\"", llvm::toHex(constant.text, true));
  case Constant::Kind::Function:
  case Constant::Kind::Named:
    return callee(constant.callee);
  case Constant::Kind::Zero:
    return type(constant.type);
  case Constant::Kind::Promoted:
    return fmt::format("promoted[{}]", constant.index);
  case Constant::Kind::Static:
    return fmt::format("&static {}", callee(constant.callee));
  }
  return "?";
}

std::string Printer::operand(const Operand &operand) {
  switch (operand.kind) {
  case Operand::Kind::Copy:
    return place(operand.place);
  case Operand::Kind::Move:
    return "move " + place(operand.place);
  case Operand::Kind::Constant:
    return "const " + constant(operand.constant);
  }
  return "?";
}

std::string Printer::operands(llvm::ArrayRef<Operand> list) {
  std::vector<std::string> texts;
  for (const Operand &one : list)
    texts.push_back(operand(one));
  return llvm::join(texts, ", ");
}

std::string Printer::aggregate(const Rvalue &value) {
  if (value.type->is(Type::Kind::Array))
    return fmt::format("[{}]", operands(value.operands));
  if (value.type->is(Type::Kind::Adt))
    return fmt::format("{}#{}({})", type(value.type), value.variant, operands(value.operands));
  return fmt::format("({})", operands(value.operands));
}

std::string Printer::rvalue(const Rvalue &value) {
  switch (value.kind) {
  case Rvalue::Kind::Use:
    return operands(value.operands);
  case Rvalue::Kind::Repeat:
    return fmt::format("[{}; {}]", operands(value.operands), value.count);
  case Rvalue::Kind::Borrow:
    return fmt::format("&{}{}", value.isMutable ? "mut " : "", place(value.place));
  case Rvalue::Kind::Length:
    return fmt::format("Len({})", place(value.place));
  case Rvalue::Kind::Cast:
    return fmt::format("{} as {} ({})", operands(value.operands), type(value.type),
                       static_cast<int>(value.castKind));
  case Rvalue::Kind::Unary:
    return fmt::format("{}{}", value.unaryOp == ast::UnaryOp::Negate ? "-" : "!",
                       operands(value.operands));
  case Rvalue::Kind::Binary:
    return fmt::format("{} {} {}", operand(value.operands[0]), ast::spelling(value.binaryOp).str(),
                       operand(value.operands[1]));
  case Rvalue::Kind::CheckedBinary:
    return fmt::format("checked {} {} {}", operand(value.operands[0]),
                       ast::spelling(value.binaryOp).str(), operand(value.operands[1]));
  case Rvalue::Kind::Discriminant:
    return fmt::format("discriminant({})", place(value.place));
  case Rvalue::Kind::Aggregate:
    return aggregate(value);
  }
  return "?";
}

std::string Printer::statement(const Statement &statement) {
  switch (statement.kind) {
  case Statement::Kind::Assign:
    return fmt::format("{} = {};", place(statement.place), rvalue(statement.value));
  case Statement::Kind::StorageLive:
    return fmt::format("StorageLive({});", place(statement.place));
  case Statement::Kind::StorageDead:
    return fmt::format("StorageDead({});", place(statement.place));
  case Statement::Kind::Nop:
    break;
  }
  return "nop;";
}

std::string Printer::message(const Terminator &terminator) {
  switch (terminator.message) {
  case Terminator::Message::Overflow:
    return fmt::format("overflow {}", ast::spelling(terminator.binaryOp).str());
  case Terminator::Message::OverflowNegate:
    return "overflow negate";
  case Terminator::Message::DivideByZero:
    return "divide by zero";
  case Terminator::Message::RemainderByZero:
    return "remainder by zero";
  case Terminator::Message::DivideOverflow:
    return "divide overflow";
  case Terminator::Message::RemainderOverflow:
    return "remainder overflow";
  case Terminator::Message::ShiftOverflow:
    return fmt::format("overflow {}", ast::spelling(terminator.binaryOp).str());
  case Terminator::Message::Bounds:
    return fmt::format("bounds {}", operands(terminator.args));
  }
  return "?";
}

std::string Printer::terminator(const Terminator &terminator) {
  auto target = [&](size_t i) {
    return i < terminator.targets.size() ? fmt::format("bb{}", terminator.targets[i]) : "!";
  };
  switch (terminator.kind) {
  case Terminator::Kind::Goto:
    return fmt::format("goto -> {};", target(0));
  case Terminator::Kind::Switch: {
    std::string text = fmt::format("switch {} -> [", operand(terminator.operand));
    for (size_t i = 0; i < terminator.values.size(); ++i)
      text += fmt::format("{}: {}, ", terminator.values[i], target(i));
    return text + fmt::format("otherwise: {}];", target(terminator.values.size()));
  }
  case Terminator::Kind::Return:
    return "return;";
  case Terminator::Kind::Unreachable:
    return "unreachable;";
  case Terminator::Kind::Drop:
    return fmt::format("drop({}) -> {};", place(terminator.place), target(0));
  case Terminator::Kind::Call:
    return fmt::format("{} = {}({}) -> {};", place(terminator.place), operand(terminator.operand),
                       operands(terminator.args), target(0));
  case Terminator::Kind::Assert:
    return fmt::format("assert({}{}, \"{}\") -> {};", terminator.expected ? "" : "!",
                       operand(terminator.operand), message(terminator), target(0));
  }
  return "?";
}

std::string Printer::print(llvm::StringRef title) {
  std::string text = fmt::format("{}(", title.str());
  for (LocalIndex i = 1; i <= body.parameters; ++i)
    text += fmt::format("{}_{}: {}", i > 1 ? ", " : "", i, type(body.locals[i].type));
  text += fmt::format(") -> {} {{\n", type(body.locals[returnLocal].type));
  for (LocalIndex i = body.parameters + 1; i < body.locals.size(); ++i)
    text += fmt::format("    let _{}: {};{}\n", i, type(body.locals[i].type),
                        body.locals[i].name.empty()
                            ? ""
                            : fmt::format(" // {}{}", body.locals[i].isMutable ? "mut " : "",
                                          body.locals[i].name.str()));
  for (size_t i = 0; i < body.blocks.size(); ++i) {
    text += fmt::format("    bb{}:\n", i);
    for (const Statement &one : body.blocks[i].statements)
      text += fmt::format("        {}\n", statement(one));
    text += fmt::format("        {}\n", terminator(body.blocks[i].terminator));
  }
  text += "}\n";
  for (size_t i = 0; i < body.promoted.size(); ++i)
    text += Printer(*body.promoted[i], defs).print(fmt::format("promoted[{}]", i));
  return text;
}

} // namespace

std::string mir::print(const Body &body, const Definitions &defs) {
  std::string title = "body";
  if (body.owner != noDef)
    title = defs.path(body.owner);
  return Printer(body, defs).print(title);
}
