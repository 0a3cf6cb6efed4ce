//===- EvaluateCalls.cpp - constants: calls, and what goes wrong ----------===//

#include "driver/rust/mir/Evaluator.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using linkcheck::Code;

bool Evaluator::executeCall(Frame &frame, const Terminator &terminator) {
  std::optional<ConstValue> function = operand(frame, terminator.operand);
  if (!function)
    return false;
  std::optional<std::vector<ConstValue>> args = operands(frame, terminator.args);
  if (!args)
    return false;
  if (function->kind != ConstValue::Kind::Function) {
    unsupported("calling this function pointer");
    return false;
  }
  std::optional<ConstValue> result = call(frame, function->callee, std::move(*args));
  ConstValue *destination = result ? write(frame, terminator.place) : nullptr;
  if (!destination)
    return false;
  *destination = std::move(*result);
  return true;
}

std::optional<ConstValue> Evaluator::call(Frame &frame, Callee callee,
                                          std::vector<ConstValue> args) {
  callee = items.resolveCallee(callee);
  const Def &def = items.defs[callee.def];
  if (def.kind == DefKind::Struct || def.kind == DefKind::Variant) {
    ConstValue value;
    value.kind = ConstValue::Kind::Aggregate;
    DefId adt = def.kind == DefKind::Variant ? def.parent : callee.def;
    value.type = types.adt(adt, callee.args);
    value.variant = def.kind == DefKind::Variant ? def.index : 0;
    value.fields = std::move(args);
    return value;
  }
  std::optional<LangItem> lang = items.defs.langItemOf(callee.def);
  if (lang == LangItem::PanicStr || lang == LangItem::PanicFmt) {
    bool hasText =
        lang == LangItem::PanicStr && !args.empty() && args[0].kind == ConstValue::Kind::String;
    fail(hasText ? fmt::format("evaluation panicked: {}", args[0].text.str())
                 : std::string("evaluation panicked"));
    return std::nullopt;
  }
  if (lang == LangItem::StrEq && args.size() == 2 && args[0].kind == ConstValue::Kind::String &&
      args[1].kind == ConstValue::Kind::String)
    return makeScalar(types.boolean(), args[0].text == args[1].text);
  const auto *item = llvm::dyn_cast_if_present<ast::FunctionItem>(def.item);
  if (def.isForeign || !item || !item->body)
    return callIntrinsic(def, callee, args);
  const Body *body = provider.get(callee.def);
  if (!body)
    return std::nullopt;
  Span span = frame.span;
  std::optional<ConstValue> result = run(*body, callee.args, std::move(args));
  frame.span = span;
  return result;
}

std::optional<uint64_t> Evaluator::sizeOf(Ty type) {
  switch (type->kind) {
  case Type::Kind::Bool:
    return 1;
  case Type::Kind::Char:
    return 4;
  case Type::Kind::Int:
    return bitWidth(type->intKind) / 8;
  case Type::Kind::Float:
    return type->floatBits / 8;
  case Type::Kind::FnPointer:
    return 8;
  case Type::Kind::Reference:
  case Type::Kind::Pointer:
    return items.isSized(type->element()) ? 8 : 16;
  case Type::Kind::Array: {
    std::optional<uint64_t> element = sizeOf(type->element());
    if (!element || (*element != 0 && type->length > (uint64_t(1) << 47) / *element))
      return std::nullopt;
    return *element * type->length;
  }
  case Type::Kind::Tuple:
    return type->args.empty() ? std::optional<uint64_t>(0) : std::nullopt;
  default:
    return std::nullopt;
  }
}

std::optional<ConstValue> Evaluator::callIntrinsic(const Def &def, const Callee &callee,
                                                   llvm::ArrayRef<ConstValue> args) {
  llvm::StringRef called = def.name;
  if (called == "size_of" && callee.args.size() == 1)
    if (std::optional<uint64_t> size = sizeOf(callee.args[0]))
      return makeScalar(types.usize(), *size);
  bool isAlign = called == "align_of" || called == "min_align_of";
  if (isAlign && callee.args.size() == 1) {
    Ty type = callee.args[0];
    while (type->is(Type::Kind::Array))
      type = type->element();
    if (std::optional<uint64_t> size = sizeOf(type))
      return makeScalar(types.usize(), type->isAnyPointer() ? 8 : std::max<uint64_t>(*size, 1));
  }
  std::optional<ast::BinaryOp> op;
  if (called == "wrapping_add" || called == "overflowing_add")
    op = ast::BinaryOp::Add;
  else if (called == "wrapping_sub" || called == "overflowing_sub")
    op = ast::BinaryOp::Subtract;
  else if (called == "wrapping_mul" || called == "overflowing_mul")
    op = ast::BinaryOp::Multiply;
  if (op && called.starts_with("wrapping") && args.size() == 2 && args[0].type->isInteger())
    return makeScalar(args[0].type,
                      computeInteger(*op, args[0].bits, args[1].bits, args[0].type).first);
  unsupported(fmt::format("calling `{}`", items.defs.path(callee.def)));
  return std::nullopt;
}

// ---- failures ----

bool Evaluator::executeAssert(Frame &frame, const Terminator &terminator) {
  std::optional<ConstValue> condition = operand(frame, terminator.operand);
  if (!condition)
    return false;
  if ((condition->bits != 0) == terminator.expected)
    return true;
  std::optional<std::vector<ConstValue>> args = operands(frame, terminator.args);
  if (args)
    fail(assertMessage(terminator, *args));
  return false;
}

std::string Evaluator::assertMessage(const Terminator &terminator,
                                     llvm::ArrayRef<ConstValue> args) {
  using Message = Terminator::Message;
  auto text = [&](size_t i) {
    return i < args.size() ? describeInteger(args[i], items.defs) : std::string("_");
  };
  auto compute = [&](llvm::StringRef op) {
    return fmt::format("attempt to compute `{} {} {}`, which would overflow", text(0), op.str(),
                       text(1));
  };
  switch (terminator.message) {
  case Message::Overflow:
    return compute(ast::spelling(terminator.binaryOp));
  case Message::OverflowNegate:
    return fmt::format("attempt to negate `{}`, which would overflow", text(0));
  case Message::DivideByZero:
    return fmt::format("attempt to divide `{}` by zero", text(0));
  case Message::RemainderByZero:
    return fmt::format("attempt to calculate the remainder of `{}` with a divisor of zero",
                       text(0));
  case Message::DivideOverflow:
    return compute("/");
  case Message::RemainderOverflow:
    return compute("%");
  case Message::ShiftOverflow:
    return fmt::format("attempt to shift {} by `{}`, which would overflow",
                       terminator.binaryOp == ast::BinaryOp::ShiftLeft ? "left" : "right", text(1));
  case Message::Bounds:
    return fmt::format("index out of bounds: the length is {} but the index is {}",
                       args.size() > 1 ? args[1].bits : 0, args.empty() ? 0 : args[0].bits);
  }
  return "evaluation failed";
}

void Evaluator::unsupported(llvm::StringRef what) {
  fail(fmt::format("{} is not supported when evaluating constants", what.str()), Code::D01);
}

void Evaluator::fail(const std::string &message, Code code) {
  if (frames.empty())
    return;
  bool isInside = frames.size() > 1;
  std::string label = isInside ? fmt::format("evaluation of `{}` failed inside this call", name)
                               : fmt::format("evaluation of `{}` failed here", name);
  linkcheck::DiagnosticBuilder diagnostic =
      items.report.error(code, frames.front()->span, label, "{}", message);
  if (!isInside)
    return;
  const Frame &innermost = *frames.back();
  items.report.label(diagnostic, innermost.span, "the failure occurred here");
  if (innermost.body.owner != noDef)
    diagnostic.note("inside `{}`", items.defs.path(innermost.body.owner));
}
