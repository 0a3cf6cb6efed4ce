//===- Macros.cpp - panics, assertions, vec!, try! --------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;
using Macro = ast::FormatExpr::Macro;

void BodyChecker::addPlace(std::vector<Node> &operands, Span span) {
  linkcheck::SourceLocation at = report.sources.locate(span);
  operands.push_back(stringNode(report.sources.path(span.begin), span));
  operands.push_back(integerNode(at.line, types.integer(IntKind::U32), span));
  operands.push_back(integerNode(at.column, types.integer(IntKind::U32), span));
}

Node BodyChecker::panicNode(llvm::StringRef message, Span span) {
  DefId def = requireLang(LangItem::PanicStr, span);
  if (def == noDef)
    return errorNode(span);
  std::vector<Node> operands{stringNode(arena.save(message), span)};
  addPlace(operands, span);
  return call(def, {}, std::move(operands), types.never(), span);
}

// ---- print!, format!, panic!, write! ----

Node BodyChecker::checkFormat(const ast::FormatExpr &expr) {
  switch (expr.macro) {
  case Macro::Print:
    return checkPrinting(expr, LangItem::IoPrint, "print");
  case Macro::Println:
    return checkPrinting(expr, LangItem::IoPrint, "println");
  case Macro::Eprint:
    return checkPrinting(expr, LangItem::IoEprint, "eprint");
  case Macro::Eprintln:
    return checkPrinting(expr, LangItem::IoEprint, "eprintln");
  case Macro::Format:
    return checkPrinting(expr, LangItem::FmtFormat, "format");
  case Macro::FormatArgs:
    return formatArguments(expr.format, expr.span);
  case Macro::Write:
  case Macro::Writeln:
    return checkWrite(expr);
  case Macro::Panic:
  case Macro::Unreachable:
  case Macro::Unimplemented:
    return checkPanic(expr);
  }
  return errorNode(expr.span);
}

Node BodyChecker::checkPrinting(const ast::FormatExpr &expr, LangItem item, llvm::StringRef macro) {
  Node arguments = formatArguments(expr.format, expr.span);
  DefId def = requireLang(item, expr.span, macro);
  if (def == noDef)
    return errorNode(expr.span);
  const FunctionSignature &signature = items.signature(def);
  checkCallAllowed(def, signature, expr.span);
  return call(def, {}, {arguments}, signature.result, expr.span);
}

Node BodyChecker::checkPanic(const ast::FormatExpr &expr) {
  const std::vector<ast::FormatPiece> &pieces = expr.format.pieces;
  if (expr.format.arguments.empty() && pieces.size() <= 1)
    return panicNode(pieces.empty() ? "explicit panic" : pieces[0].text, expr.span);
  std::vector<Node> operands{formatArguments(expr.format, expr.span)};
  DefId def = requireLang(LangItem::PanicFmt, expr.span);
  if (def == noDef)
    return errorNode(expr.span);
  addPlace(operands, expr.span);
  return call(def, {}, std::move(operands), types.never(), expr.span);
}

Node BodyChecker::checkWrite(const ast::FormatExpr &expr) {
  // `target.write_fmt(arguments)`, whatever has that method.
  Node target = check(*expr.target);
  Node arguments = formatArguments(expr.format, expr.span);
  Ty type = known(target->type);
  if (type->is(Type::Kind::Error) || infer.shallow(arguments->type)->is(Type::Kind::Error))
    return errorNode(expr.span);
  MethodSearch search;
  search.name = "write_fmt";
  std::optional<Pick> pick;
  if (!type->is(Type::Kind::Infer))
    pick = pickMethod(autoderef(target, expr.target->span), search);
  if (!pick) {
    hasErrors = true;
    report
        .error(Code::E0599, expr.target->span, fmt::format("method not found in `{}`", print(type)),
               "cannot write into `{}`", print(type))
        .note("no method named `write_fmt` found for {}", describeForMethod(type));
    return errorNode(expr.span);
  }
  std::vector<Ty> args = pick->parentArgs;
  while (args.size() < items.generics(pick->def).count())
    args.push_back(infer.fresh());
  const FunctionSignature &declared = items.signature(pick->def);
  infer.unify(substitute(declared.parameters[0], args, expr.span), receiverType(*pick));
  Signature signature = instantiate(pick->def, infer.resolve(args), expr.span);
  if (signature.parameters.size() != 2)
    return errorNode(expr.span);
  checkCallAllowed(pick->def, *signature.declared, expr.span);
  Node receiver = adjustReceiver(*pick, expr.target->span);
  return call(pick->def, args, {receiver, coerce(arguments, signature.parameters[1])},
              signature.result, expr.span);
}

// ---- assert! ----

Node BodyChecker::checkAssert(const ast::AssertExpr &expr) {
  Node result = nullptr;
  if (expr.macro == ast::AssertExpr::Macro::Assert) {
    Node condition = checkTo(*expr.left, types.boolean());
    bool before = diverges;
    Node failure = nullptr;
    if (expr.message) {
      std::vector<Node> operands{formatArguments(*expr.message, expr.span)};
      addPlace(operands, expr.span);
      DefId def = requireLang(LangItem::PanicFmt, expr.span);
      failure = def == noDef ? errorNode(expr.span)
                             : call(def, {}, std::move(operands), types.never(), expr.span);
    } else {
      failure = panicNode(("assertion failed: " + expr.text).str(), expr.span);
    }
    diverges = before;
    result = ifNode(notNode(condition, expr.span),
                    cast(thir::CastKind::NeverToAny, failure, types.unit()), nullptr, types.unit(),
                    expr.span);
  } else {
    result = checkAssertCompare(expr);
  }
  return result;
}

Node BodyChecker::checkAssertCompare(const ast::AssertExpr &expr) {
  Node left = check(*expr.left);
  Ty leftType = known(left->type);
  Ty hint = isScalar(leftType) ? leftType : nullptr;
  Node right = check(*expr.right, {hint, false});
  if (known(right->type)->is(Type::Kind::Never) || leftType->is(Type::Kind::Never)) {
    left = isNever(left->type) ? coerce(left, infer.freshDiverging()) : left;
    right = isNever(right->type) ? coerce(right, left->type) : right;
  }
  Node leftRef = borrow(left, false, left->span), rightRef = borrow(right, false, right->span);
  Node match = make(Expr::Kind::Match, types.unit(), expr.span);
  Node pair = make(Expr::Kind::Tuple, types.tuple({leftRef->type, rightRef->type}), expr.span);
  pair->operands = {leftRef, rightRef};
  match->operands = {pair};
  auto a = addLocal("", leftRef->type, false, left->span);
  auto b = addLocal("", rightRef->type, false, right->span);
  thir::Arm arm;
  arm.span = expr.span;
  thir::Pattern *pattern = makePattern(thir::Pattern::Kind::Leaf, pair->type, expr.span);
  pattern->fields = {{0, bindingPattern(a, left->span)}, {1, bindingPattern(b, right->span)}};
  arm.pattern = pattern;
  bool before = diverges;
  arm.body = assertBody(expr, localNode(a, left->span), localNode(b, right->span));
  diverges = before;
  match->arms = {arm};
  return match;
}

Node BodyChecker::assertBody(const ast::AssertExpr &expr, Node left, Node right) {
  bool isEqual = expr.macro == ast::AssertExpr::Macro::AssertEq;
  Ty leftType = infer.shallow(left->type)->element();
  Ty rightType = infer.shallow(right->type)->element();
  ast::BinaryExpr syntax(expr.span, ast::BinaryOp::Equal, expr.span, expr.left, expr.right);
  Node l = deref(left, leftType, expr.left->span), r = deref(right, rightType, expr.right->span);
  Node equal = nullptr;
  if (known(leftType)->is(Type::Kind::Error) || known(rightType)->is(Type::Kind::Error)) {
    equal = errorNode(expr.span);
  } else {
    if (known(leftType)->is(Type::Kind::Infer) && isScalar(rightType))
      infer.unify(leftType, rightType);
    equal = checkBuiltinBinary(syntax, l, r);
    if (!equal)
      equal = checkComparison(syntax, l, r);
  }
  Node condition = isEqual ? notNode(equal, expr.span) : equal;
  DefId def = requireLang(LangItem::AssertFailed, expr.span);
  DefId argument = requireLang(LangItem::FmtArgument, expr.span);
  if (def == noDef || argument == noDef)
    return errorNode(expr.span);
  Ty argumentType = types.adt(argument, {});
  FormatUse use{0, ast::FormatPiece::Trait::Debug};
  std::vector<Node> operands{
      stringNode(isEqual ? "==" : "!=", expr.span),
      formatUse(localNode(left->local, left->span), use, argumentType, expr.left->span),
      formatUse(localNode(right->local, right->span), use, argumentType, expr.right->span),
      optionalMessage(expr)};
  addPlace(operands, expr.span);
  Node failure = call(def, {}, std::move(operands), types.never(), expr.span);
  return ifNode(condition, cast(thir::CastKind::NeverToAny, failure, types.unit()), nullptr,
                types.unit(), expr.span);
}

Node BodyChecker::optionalMessage(const ast::AssertExpr &expr) {
  DefId option = requireLang(LangItem::Option, expr.span);
  DefId arguments = requireLang(LangItem::FmtArguments, expr.span);
  if (option == noDef || arguments == noDef)
    return errorNode(expr.span);
  Ty type = types.adt(option, {types.adt(arguments, {})});
  llvm::StringRef wanted = expr.message ? "Some" : "None";
  unsigned index = 0;
  const AdtInfo &info = items.adt(option);
  while (index + 1 < info.variants.size() && info.variants[index].name != wanted)
    ++index;
  std::vector<Node> fields;
  if (expr.message)
    fields.push_back(formatArguments(*expr.message, expr.span));
  return adtNode(type, index, std::move(fields), expr.span);
}

// ---- vec! ----

Node BodyChecker::checkVec(const ast::VecExpr &expr, Expect expect) {
  DefId vec = requireLang(LangItem::Vec, expr.span, "vec");
  if (vec == noDef)
    return errorNode(expr.span);
  Ty element = infer.fresh();
  Ty type = types.adt(vec, {element});
  if (expect.type)
    infer.unify(type, expect.type);
  if (!expr.count)
    return checkVecElements(expr, element, type);
  DefId def = requireLang(LangItem::VecFromElem, expr.span, "vec");
  Node value = checkTo(*expr.elements[0], element);
  Node count = checkTo(*expr.count, types.usize());
  if (def == noDef)
    return errorNode(expr.span);
  requireBounds(def, {element}, expr.elements[0]->span);
  checkCallAllowed(def, items.signature(def), expr.span);
  return call(def, {element}, {value, count}, type, expr.span);
}

/// `{ let array = […]; let result = vec_from_array(&array as *const T, n); forget(array); result }`
Node BodyChecker::checkVecElements(const ast::VecExpr &expr, Ty element, Ty vec) {
  Span span = expr.span;
  ast::ListExpr syntax(ast::Expr::Kind::Array, span, expr.elements);
  Node array = checkArray(syntax, {types.array(element, expr.elements.size()), true});
  DefId def = requireLang(LangItem::VecFromArray, span, "vec");
  if (def == noDef || infer.shallow(array->type)->is(Type::Kind::Error))
    return errorNode(span);
  infer.unify(infer.shallow(array->type)->element(), element);
  ast::Path path;
  path.span = span;
  for (llvm::StringRef name : {"$core", "intrinsics", "forget"})
    path.segments.push_back({{name, span}, {}, false});
  PathResolution forget =
      defs.resolvePath(path, Namespace::Value, module, selfScope, "function", report);
  if (forget.kind != PathResolution::Kind::Def || forget.rest != 0) {
    hasErrors = true;
    return errorNode(span);
  }
  if (!items.signature(def).isConst && constantNoun)
    checkCallAllowed(def, items.signature(def), span);
  auto let = [&](Node value) {
    thir::Statement statement;
    statement.kind = thir::Statement::Kind::Let;
    statement.span = span;
    statement.expr = value;
    auto local = addLocal("", value->type, false, span);
    statement.pattern = bindingPattern(local, span);
    return std::pair(statement, local);
  };
  auto [arrayLet, arrayLocal] = let(array);
  Ty elementPointer = types.pointer(element, false);
  Ty arrayPointer = types.pointer(array->type, false);
  Node pointer = cast(thir::CastKind::PointerToPointer,
                      cast(thir::CastKind::PointerToPointer,
                           borrow(localNode(arrayLocal, span), false, span), arrayPointer),
                      elementPointer);
  Node count = integerNode(expr.elements.size(), types.usize(), span);
  auto [vecLet, vecLocal] = let(call(def, {element}, {pointer, count}, vec, span));
  thir::Statement forgetting;
  forgetting.span = span;
  forgetting.expr =
      call(forget.def, {array->type}, {localNode(arrayLocal, span)}, types.unit(), span);
  return block({arrayLet, vecLet, forgetting}, localNode(vecLocal, span), vec, span);
}

// ---- try! ----

Node BodyChecker::convertError(Node error, Ty to, Span span) {
  DefId from = defs.langItem(LangItem::From);
  std::optional<DefId> method;
  if (from != noDef)
    method = memberNamed(from, "from");
  Ty source = known(error->type), target = known(to);
  bool isOpen = source->is(Type::Kind::Infer) || target->is(Type::Kind::Infer);
  if (isOpen || infer.unifies(source, target) || !method)
    return coerce(error, to);
  TraitRef ref{from, {target, source}};
  if (selectImpl(ref) || holds(ref))
    return call(*method, infer.resolve(ref.args), {error}, target, span);
  hasErrors = true;
  report
      .error(Code::E0277, span,
             fmt::format("the trait `From<{}>` is not implemented for `{}`", print(source),
                         print(target)),
             "couldn't convert the error to `{}`", print(target))
      .note("`try!` converts the error with `From`");
  return errorNode(span);
}

/// `match operand { Good(value) => value, failure }`; the failure's body becomes a `return`.
Node BodyChecker::tryMatch(Node operand, unsigned good, Node returned, thir::Arm failure) {
  Span span = operand->span;
  Ty type = infer.shallow(operand->type);
  auto value = addLocal("", type->args[0], false, span);
  thir::Arm success;
  success.span = failure.span = span;
  success.pattern = variantPattern(type, good, {bindingPattern(value, span)}, span);
  success.body = localNode(value, span);
  Node back = make(Expr::Kind::Return, types.never(), span);
  back->operands = {returned};
  failure.body = cast(thir::CastKind::NeverToAny, back, type->args[0]);
  Node match = make(Expr::Kind::Match, type->args[0], span);
  match->operands = {operand};
  match->arms = {success, failure};
  return match;
}

Node BodyChecker::checkTryOption(const ast::TryExpr &expr, Node operand) {
  Ty type = infer.shallow(operand->type);
  Ty returned = returnType ? infer.shallow(returnType) : types.error();
  if (!returned->isAdt(type->def)) {
    hasErrors = true;
    report
        .error(Code::E0277, expr.span, "this needs a function that returns `Option`",
               "the `?` operator on an `Option` can only be used in a function that returns "
               "`Option`")
        .done();
    return errorNode(expr.span);
  }
  unsigned some = items.adt(type->def).variants[0].name == "Some" ? 0 : 1;
  thir::Arm failure;
  failure.pattern = variantPattern(type, 1 - some, {}, expr.span);
  return tryMatch(operand, some, adtNode(returned, 1 - some, {}, expr.span), failure);
}

Node BodyChecker::checkTry(const ast::TryExpr &expr) {
  DefId result = requireLang(LangItem::Result, expr.span);
  Node operand = check(*expr.operand);
  Ty type = known(operand->type);
  if (result == noDef || type->is(Type::Kind::Error))
    return errorNode(expr.span);
  if (type->is(Type::Kind::Infer))
    infer.unify(type, types.adt(result, infer.freshList(2)));
  type = infer.shallow(type);
  DefId option = defs.langItem(LangItem::Option);
  if (option != noDef && type->isAdt(option))
    return checkTryOption(expr, operand);
  Ty returned = returnType ? infer.shallow(returnType) : types.error();
  if (!type->isAdt(result) || !returned->isAdt(result)) {
    hasErrors = true;
    if (!type->isAdt(result))
      report
          .error(Code::E0277, expr.span,
                 fmt::format("the `?` operator cannot be applied to type `{}`", print(type)),
                 "the `?` operator can only be applied to values that implement `Try`")
          .done();
    else
      report
          .error(Code::E0277, expr.span, "cannot use the `?` operator here",
                 "the `?` operator can only be used in a function that returns `Result` or "
                 "`Option`")
          .done();
    return errorNode(expr.span);
  }
  unsigned ok = items.adt(result).variants[0].name == "Ok" ? 0 : 1;
  auto error = addLocal("", type->args[1], false, expr.span);
  thir::Arm failure;
  failure.pattern = variantPattern(type, 1 - ok, {bindingPattern(error, expr.span)}, expr.span);
  Node converted = convertError(localNode(error, expr.span), returned->args[1], expr.span);
  return tryMatch(operand, ok, adtNode(returned, 1 - ok, {converted}, expr.span), failure);
}
