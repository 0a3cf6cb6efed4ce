//===- Calls.cpp - calls of functions ---------------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

BodyChecker::Signature BodyChecker::instantiate(DefId def, TypeList args, Span span) {
  const FunctionSignature &declared = items.signature(def);
  Signature result;
  for (Ty parameter : declared.parameters)
    result.parameters.push_back(substitute(parameter, args, span));
  result.result = declared.result ? substitute(declared.result, args, span) : types.error();
  result.isUnsafe = declared.isUnsafe;
  result.isVariadic = declared.isVariadic;
  result.declared = &declared;
  return result;
}

Ty BodyChecker::pointerTypeOf(DefId def, TypeList args, Span span) {
  Signature signature = instantiate(def, args, span);
  return types.fnPointer(signature.parameters, signature.result, signature.declared->abi,
                         signature.isUnsafe, signature.isVariadic);
}

Node BodyChecker::checkCall(const ast::CallExpr &expr, Expect expect) {
  Node callee = nullptr;
  if (const auto *path = llvm::dyn_cast<ast::PathExpr>(expr.callee)) {
    callee = nodeOfValue(resolveValue(path->path, "function"), path->span);
    if (isNever(callee->type))
      diverges = true;
  } else {
    callee = check(*expr.callee);
  }
  Ty type = known(callee->type);
  if (type->is(Type::Kind::Error)) {
    for (const ast::Expr *argument : expr.arguments)
      check(*argument);
    hasErrors = true;
    return errorNode(expr.span);
  }
  for (const Step &step : autoderef(callee, expr.callee->span)) {
    if (step.type->is(Type::Kind::FnDef))
      return checkFunctionCall(expr, step.type->def, step.type->args, expect);
    if (step.type->is(Type::Kind::FnPointer))
      return checkPointerCall(expr, step.place, expect);
  }
  hasErrors = true;
  auto error = report.error(Code::E0618, expr.callee->span, "call expression requires function",
                            "expected function, found {}",
                            callee->kind == Expr::Kind::Adt ? "`" + print(type) + "`"
                                                            : "`" + print(type) + "`");
  if (callee->kind == Expr::Kind::Local)
    report.label(
        error, body->locals[callee->local].span,
        fmt::format("`{}` has type `{}`", body->locals[callee->local].name.str(), print(type)));
  for (const ast::Expr *argument : expr.arguments)
    check(*argument);
  return errorNode(expr.span);
}

Node BodyChecker::checkPointerCall(const ast::CallExpr &expr, Node callee, Expect expect) {
  Ty type = infer.shallow(callee->type);
  if (type->isUnsafe)
    requireUnsafe(expr.span, "call to unsafe function", "call to unsafe function",
                  "consult the function's documentation for information on how to avoid "
                  "undefined behavior");
  if (constantNoun) {
    hasErrors = true;
    report
        .error(Code::E0015, expr.span, "", "function pointer calls are not allowed in {}",
               constantNoun)
        .done();
  }
  Arguments arguments;
  arguments.given = expr.arguments;
  arguments.parameters = type->parameters();
  arguments.result = type->result();
  arguments.isVariadic = type->isVariadic;
  arguments.noun = "function";
  arguments.span = expr.span;
  arguments.nameSpan = expr.callee->span;
  Node node = make(Expr::Kind::Call, type->result(), expr.span);
  node->operands.push_back(callee);
  for (Node each : checkArguments(arguments, expect))
    node->operands.push_back(each);
  return node;
}

Node BodyChecker::checkFunctionCall(const ast::CallExpr &expr, DefId def, TypeList args,
                                    Expect expect) {
  DefKind kind = defs[def].kind;
  bool isConstructor = kind == DefKind::Struct || kind == DefKind::Variant;
  Signature signature = instantiate(def, args, expr.span);
  Arguments arguments;
  arguments.given = expr.arguments;
  arguments.parameters = signature.parameters;
  arguments.result = signature.result;
  arguments.isVariadic = signature.isVariadic;
  arguments.noun = kind == DefKind::Struct    ? "struct"
                   : kind == DefKind::Variant ? "enum variant"
                                              : "function";
  arguments.def = def;
  arguments.span = expr.span;
  arguments.nameSpan = expr.callee->span;
  std::vector<Node> nodes = checkArguments(arguments, expect);
  if (!isConstructor) {
    checkCallAllowed(def, *signature.declared, expr.span);
    return call(def, args, std::move(nodes), signature.result, expr.span);
  }
  if (nodes.size() != signature.parameters.size()) {
    hasErrors = true;
    return errorNode(expr.span);
  }
  return adtNode(signature.result, kind == DefKind::Variant ? defs[def].index : 0, std::move(nodes),
                 expr.span);
}

void BodyChecker::checkCallAllowed(DefId def, const FunctionSignature &signature, Span span) {
  std::string name = defs[def].name.str();
  bool isAssociated = defs[def].kind == DefKind::Method || defs[def].kind == DefKind::TraitMethod;
  if (isAssociated) {
    DefId parent = defs[def].parent;
    std::string type = defs[parent].kind == DefKind::Trait ? defs[parent].name.str()
                       : items.impl(parent).self->is(Type::Kind::Adt)
                           ? defs[items.impl(parent).self->def].name.str()
                           : print(items.impl(parent).self);
    name = type + "::" + name;
  }
  if (signature.isUnsafe)
    requireUnsafe(span, fmt::format("call to unsafe function `{}`", name),
                  "call to unsafe function",
                  "consult the function's documentation for information on how to avoid undefined "
                  "behavior");
  if (!constantNoun || signature.isConst || signature.abi == Type::Abi::Intrinsic)
    return;
  hasErrors = true;
  report
      .error(Code::E0015, span, "", "cannot call non-const {} `{}` in {}",
             !isAssociated       ? "function"
             : signature.hasSelf ? "method"
                                 : "associated function",
             name, constantNoun)
      .note("calls in {} are limited to constant functions, tuple structs and tuple variants",
            constantNoun);
}

/// Whether the callee's parameter is a type parameter whose bounds a function pointer meets and
/// `item`, the type of a function itself, does not: no impl can name such a type.
bool BodyChecker::wantsPointer(const Arguments &arguments, size_t index, Ty item, Ty pointer) {
  DefKind kind = defs[arguments.def].kind;
  if (kind == DefKind::Struct || kind == DefKind::Variant)
    return false;
  const std::vector<Ty> &declared = items.signature(arguments.def).parameters;
  // self is not among those given.
  Ty parameter = declared[declared.size() - arguments.parameters.size() + index];
  return llvm::any_of(items.generics(arguments.def).bounds, [&](const TraitRef &bound) {
    return bound.args.size() == 1 && bound.args[0] == parameter &&
           !items.holds({bound.trait, {item}}) && items.holds({bound.trait, {pointer}});
  });
}

std::vector<Node> BodyChecker::checkArguments(const Arguments &arguments, Expect expect) {
  size_t wanted = arguments.parameters.size(), given = arguments.given.size();
  bool fits = arguments.isVariadic ? given >= wanted : given == wanted;
  // What is expected of the result may tell what the arguments are to be.
  std::vector<Ty> hints(arguments.parameters.begin(), arguments.parameters.end());
  if (expect.type && fits) {
    auto snapshot = infer.snapshot();
    if (infer.unify(arguments.result, expect.type))
      hints = infer.resolve(arguments.parameters);
    infer.rollback(snapshot);
  }
  std::vector<Node> nodes;
  for (size_t i = 0; i != given; ++i) {
    if (!fits) {
      nodes.push_back(check(*arguments.given[i]));
      continue;
    }
    if (i >= wanted) {
      nodes.push_back(checkVariadicArgument(*arguments.given[i]));
      continue;
    }
    Node node = check(*arguments.given[i], {hints[i], true});
    Ty found = infer.resolve(node->type);
    if (found->is(Type::Kind::FnDef) && !found->hasInfer && arguments.def != noDef) {
      Ty pointer = pointerTypeOf(found->def, found->args, node->span);
      if (wantsPointer(arguments, i, found, pointer))
        node = coerce(node, pointer);
    }
    // `Some(f)` as an Option of a function pointer holds the pointer.
    if (infer.shallow(arguments.parameters[i])->is(Type::Kind::Infer))
      if (Node coerced = tryCoerce(node, hints[i]))
        node = coerced;
    nodes.push_back(coerce(node, arguments.parameters[i]));
  }
  if (!fits)
    reportArgumentCount(arguments, nodes);
  return nodes;
}

Node BodyChecker::checkVariadicArgument(const ast::Expr &expr) {
  Node node = check(expr);
  Ty type = known(node->type);
  if (type->is(Type::Kind::FnDef))
    return coerce(node, pointerTypeOf(type->def, type->args, expr.span));
  const char *wanted = nullptr;
  if (type->is(Type::Kind::Float) && type->floatBits == 32)
    wanted = "c_double";
  else if (type->is(Type::Kind::Bool))
    wanted = "c_int";
  else if (type->is(Type::Kind::Int) && bitWidth(type->intKind) < 32)
    wanted = isSigned(type->intKind) ? "c_int" : "c_uint";
  if (!wanted)
    return node;
  hasErrors = true;
  report.error(Code::E0617, expr.span, "", "can't pass `{}` to variadic function", print(type))
      .help("cast the value to `{}`", wanted);
  return node;
}

void BodyChecker::reportArgumentCount(const Arguments &arguments, llvm::ArrayRef<Node> nodes) {
  size_t wanted = arguments.parameters.size(), given = nodes.size();
  hasErrors = true;
  auto count = [](size_t n) { return fmt::format("{} argument{}", n, n == 1 ? "" : "s"); };
  std::string label;
  Span at = arguments.nameSpan;
  if (given < wanted && wanted - given == 1)
    label = fmt::format("argument #{} of type `{}` is missing", wanted,
                        print(arguments.parameters[wanted - 1]));
  else if (given < wanted && wanted - given == 2)
    label = fmt::format("two arguments of type `{}` and `{}` are missing",
                        print(arguments.parameters[given]), print(arguments.parameters[given + 1]));
  else if (given < wanted)
    label = "multiple arguments are missing";
  auto error = report.error(arguments.isVariadic ? Code::E0060 : Code::E0061, at, label,
                            "this {} takes {}{} but {} {} supplied", arguments.noun.str(),
                            arguments.isVariadic ? "at least " : "", count(wanted), count(given),
                            given == 1 ? "was" : "were");
  for (size_t i = wanted; i < given; ++i)
    if (!infer.resolve(nodes[i]->type)->hasError)
      report.label(
          error, nodes[i]->span,
          fmt::format("unexpected argument #{} of type `{}`", i + 1, print(nodes[i]->type)));
  if (arguments.def != noDef && defs[arguments.def].crate == localCrateNumber)
    report.label(error, defs[arguments.def].span,
                 fmt::format("{} defined here", arguments.noun.str()));
}
