//===- Body.cpp - the beginning and the end of a body's check ---------------===//

#include "driver/rust/check/Body.h"

#include "driver/rust/check/Exhaustive.h"

using namespace cratec::rust;
using linkcheck::Code;

BodyChecker::BodyChecker(Items &items, DefId owner, DefId module, const CheckOptions &options)
    : items(items), defs(items.defs), types(items.types), report(items.report), options(options),
      infer(items.types), body(std::make_unique<thir::Body>()), arena(body->arena), owner(owner),
      module(module), selfScope(items.selfScopeOf(owner)) {
  body->owner = owner;
  switch (defs[owner].kind) {
  case DefKind::Function:
  case DefKind::Method:
  case DefKind::TraitMethod: {
    const ItemGenerics &generics = items.generics(owner);
    typeParameters = generics.names;
    body->assumed = generics.bounds;
    break;
  }
  default:
    if (selfScope == noDef)
      break;
    typeParameters = items.generics(selfScope).names;
    body->assumed = items.generics(selfScope).bounds;
  }
}

void BodyChecker::declareParameters(const ast::FunctionItem &item,
                                    const FunctionSignature &signature) {
  PatternScope scope;
  scope.isParameter = true;
  scope.noun = "function parameters";
  size_t next = 0;
  if (item.self != ast::FunctionItem::Self::None && !signature.parameters.empty()) {
    Ty type = signature.parameters[next++];
    auto local = addLocal("self", type, item.selfIsMutable, item.selfSpan);
    bindings.push_back({"self", local});
    body->parameterTypes.push_back(type);
    body->parameters.push_back(bindingPattern(local, item.selfSpan));
  }
  for (const ast::Parameter &parameter : item.parameters) {
    Ty type = next < signature.parameters.size()
                  ? normalize(signature.parameters[next++], parameter.span)
                  : types.error();
    scope.parameterStart = scope.bindings.size();
    thir::Pattern *pattern = checkPattern(*parameter.pattern, type, scope);
    noteIrrefutable(pattern, MatchSource::Parameter);
    body->parameterTypes.push_back(type);
    body->parameters.push_back(pattern);
  }
}

std::unique_ptr<thir::Body> BodyChecker::checkFunction(const ast::FunctionItem &item) {
  unsigned before = errorCount();
  const FunctionSignature &signature = items.signature(owner);
  body->span = item.span;
  returnType = normalize(signature.result, item.span);
  returnSpan = item.result ? item.result->span : item.ident.span;
  functionBlock = item.body.get();
  unsafeDepth = signature.isUnsafe ? 1 : 0;
  declareParameters(item, signature);
  Node value = checkBlock(*functionBlock, {returnType, true});
  body->value = coerce(value, returnType);
  body->result = returnType;
  return finish(before);
}

std::unique_ptr<thir::Body> BodyChecker::checkConstant(const ast::Expr &value, Ty type, Span span) {
  unsigned before = errorCount();
  constantNoun = defs[owner].kind == DefKind::Static ? "statics" : "constants";
  body->span = span;
  Ty known = normalize(type, span);
  body->value = checkTo(value, known);
  body->result = known;
  return finish(before);
}

std::unique_ptr<thir::Body> BodyChecker::finish(unsigned errorsBefore) {
  finishObligations();
  for (size_t i = 0; i != deferredCasts.size(); ++i)
    finishCast(deferredCasts[i]);
  finishObligations();
  for (size_t i = 0; i != obligations.size(); ++i)
    if (!obligations[i].done)
      reportUnsatisfied(obligations[i]);

  settleLocals();
  for (const thir::Pattern *pattern : body->parameters)
    settle(pattern);
  settle(body->value);
  for (Ty &type : body->parameterTypes)
    type = settleType(type, body->span);
  body->result = settleType(body->result, body->span);
  checkLiterals();
  checkNegations();
  if (errorCount() == errorsBefore && !hasErrors)
    for (const MatchNote &note : matches)
      note.match ? checkMatchArms(*note.match, note.source, note.span, items)
                 : checkIrrefutable(*note.pattern, note.source, items);
  if (errorCount() != errorsBefore || hasErrors)
    return nullptr;
  return std::move(body);
}

void BodyChecker::settleLocals() {
  for (thir::Local &local : body->locals) {
    Ty type = infer.resolve(local.type);
    if (type->hasInfer && !type->hasError && !saidAnnotations && !local.name.empty()) {
      saidAnnotations = hasErrors = true;
      if (type->is(Type::Kind::Infer))
        report.error(Code::E0282, local.span, "", "type annotations needed")
            .help("consider giving `{}` an explicit type", local.name.str());
      else
        report.error(Code::E0282, local.span, "", "type annotations needed for `{}`", print(type))
            .help("consider giving `{}` an explicit type", local.name.str());
    }
    local.type = settleType(local.type, local.span);
  }
}

Ty BodyChecker::settleType(Ty type, Span span) {
  if (!type)
    return type;
  type = normalizeInside(infer.resolve(type), span);
  type = infer.resolve(type);
  if (type->hasError)
    hasErrors = true;
  if (!type->hasInfer)
    return type;
  if (!saidAnnotations && !type->hasError && !hasErrors)
    report.error(Code::E0282, span, "cannot infer type", "type annotations needed").done();
  saidAnnotations = hasErrors = true;
  return types.error();
}

void BodyChecker::settleOwn(thir::Expr &expr) {
  expr.type = settleType(expr.type, expr.span);
  if (!expr.callee.args.empty()) {
    std::vector<Ty> args;
    for (Ty arg : expr.callee.args)
      args.push_back(settleType(arg, expr.span));
    expr.callee.args = types.save(args);
  }
  if (expr.kind == thir::Expr::Kind::Literal && expr.type->is(Type::Kind::Int)) {
    unsigned width = bitWidth(expr.type->intKind);
    if (width < 64)
      expr.integer &= (uint64_t(1) << width) - 1;
  }
}

void BodyChecker::settle(const thir::Expr *expr) {
  if (!expr)
    return;
  for (const thir::Expr *operand : expr->operands)
    settle(operand);
  for (const thir::FieldValue &field : expr->fields)
    settle(field.value);
  settle(expr->base);
  for (const thir::Statement &statement : expr->statements) {
    settle(statement.expr);
    if (statement.pattern)
      settle(statement.pattern);
  }
  for (const thir::Arm &arm : expr->arms) {
    if (arm.alternatives.empty())
      settle(arm.pattern);
    for (const thir::Pattern *pattern : arm.alternatives)
      settle(pattern);
    settle(arm.guard);
    settle(arm.body);
  }
  settleOwn(*edit(expr));
}

void BodyChecker::settle(const thir::Pattern *pattern) {
  if (!pattern)
    return;
  settle(pattern->inner);
  settle(pattern->constant);
  settle(pattern->high);
  for (const thir::Pattern::FieldPattern &field : pattern->fields)
    settle(field.pattern);
  auto *own = const_cast<thir::Pattern *>(pattern);
  own->type = settleType(own->type, own->span);
}

void BodyChecker::checkLiterals() {
  for (const Literal &literal : literals) {
    Ty type = infer.resolve(literal.node->type);
    if (!type->is(Type::Kind::Int))
      continue;
    unsigned width = bitWidth(type->intKind);
    uint64_t limit = isSigned(type->intKind) ? (uint64_t(1) << (width - 1)) - 1
                     : width == 64           ? ~uint64_t(0)
                                             : (uint64_t(1) << width) - 1;
    if (literal.isNegative && isSigned(type->intKind))
      ++limit;
    if (literal.value <= limit)
      continue;
    hasErrors = true;
    llvm::StringRef text = report.sources.text(literal.node->span);
    report.error(Code::None, literal.node->span, "", "literal out of range for `{}`", print(type))
        .note("the literal `{}` does not fit into the type `{}`", text.str(), print(type));
  }
}

void BodyChecker::checkNegations() {
  for (Node node : negations) {
    Ty type = infer.resolve(node->type);
    if (!type->is(Type::Kind::Int) || isSigned(type->intKind))
      continue;
    hasErrors = true;
    report
        .error(Code::E0600, node->span, "cannot apply unary operator `-`",
               "cannot apply unary operator `-` to type `{}`", print(type))
        .note("unsigned values cannot be negated");
  }
}

// ---- the interface ----

std::unique_ptr<thir::Body> cratec::rust::checkBody(DefId owner, Items &items,
                                                    const CheckOptions &options) {
  const Def &def = items.defs[owner];
  BodyChecker checker(items, owner, items.defs.moduleOf(owner), options);
  if (const auto *function = llvm::dyn_cast_or_null<ast::FunctionItem>(def.item))
    return function->body ? checker.checkFunction(*function) : nullptr;
  if (const auto *value = llvm::dyn_cast_or_null<ast::ValueItem>(def.item))
    return value->value ? checker.checkConstant(*value->value, items.typeOf(owner), value->span)
                        : nullptr;
  return nullptr;
}

std::unique_ptr<thir::Body> cratec::rust::checkConstantExpr(const ast::Expr &expr, DefId module,
                                                            DefId owner, Ty expected,
                                                            Items &items) {
  BodyChecker checker(items, owner, module, CheckOptions());
  return checker.checkConstant(expr, expected, expr.span);
}
