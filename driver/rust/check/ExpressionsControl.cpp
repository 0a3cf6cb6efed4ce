//===- ExpressionsControl.cpp - blocks, branches, loops, jumps --------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

// ---- blocks ----

Node BodyChecker::checkBlock(const ast::Block &syntax, Expect expect, bool isUnsafe) {
  Scope scope(*this);
  if (DefId items = defs.findBlock(&syntax); items != noDef)
    module = items;
  unsafeDepth += isUnsafe;
  bool before = diverges;
  diverges = false;
  std::vector<thir::Statement> statements;
  for (const ast::Statement &statement : syntax.statements)
    checkStatement(statement, statements);
  Node result = nullptr;
  if (syntax.tail) {
    Node tail = check(*syntax.tail, expect);
    if (expect.isRequired && expect.type)
      tail = coerce(tail, expect.type);
    result = block(std::move(statements), tail, tail->type, syntax.span);
  } else if (diverges) {
    result = block(std::move(statements), nullptr, types.never(), syntax.span);
  } else {
    Ty type = types.unit();
    if (expect.isRequired && expect.type && !infer.unify(expect.type, type)) {
      reportMissingTail(syntax, expect.type);
      type = types.error();
    }
    result = block(std::move(statements), nullptr, type, syntax.span);
  }
  unsafeDepth -= isUnsafe;
  diverges |= before;
  return result;
}

void BodyChecker::reportMissingTail(const ast::Block &syntax, Ty expected) {
  hasErrors = true;
  std::string label = fmt::format("expected {}, found `()`", describe(expected));
  bool isBody = &syntax == functionBlock;
  auto error =
      report.error(Code::E0308, isBody ? returnSpan : syntax.span, label, "mismatched types");
  if (isBody)
    report.label(error, defs[owner].span,
                 "implicitly returns `()` as its body has no tail or `return` expression");
  if (syntax.statements.empty())
    return;
  const ast::Statement &last = syntax.statements.back();
  if (last.kind == ast::Statement::Kind::Expr && last.hasSemicolon)
    error.help("remove the semicolon at the end of the last statement to return its value");
}

void BodyChecker::checkStatement(const ast::Statement &statement,
                                 std::vector<thir::Statement> &into) {
  switch (statement.kind) {
  case ast::Statement::Kind::Item:
    return;
  case ast::Statement::Kind::Let:
    checkLet(statement, into);
    return;
  case ast::Statement::Kind::Expr:
    break;
  }
  if (!statement.expr)
    return;
  thir::Statement result;
  result.span = statement.span;
  if (statement.hasSemicolon)
    result.expr = check(*statement.expr);
  else
    result.expr = coerce(check(*statement.expr, {types.unit(), true}), types.unit());
  into.push_back(result);
}

void BodyChecker::checkLet(const ast::Statement &statement, std::vector<thir::Statement> &into) {
  thir::Statement result;
  result.kind = thir::Statement::Kind::Let;
  result.span = statement.span;
  Ty type = nullptr;
  if (statement.type) {
    type = lowerType(*statement.type);
    if (statement.expr)
      result.expr = checkTo(*statement.expr, type);
  } else if (statement.expr) {
    Node value = check(*statement.expr);
    type = infer.shallow(value->type);
    if (type->is(Type::Kind::Never)) {
      type = infer.freshDiverging();
      value = cast(thir::CastKind::NeverToAny, value, type);
    }
    result.expr = value;
  } else {
    type = infer.fresh();
  }
  PatternScope scope;
  scope.noun = "let bindings";
  thir::Pattern *pattern = checkPattern(*statement.pattern, type, scope);
  noteIrrefutable(pattern, MatchSource::Let);
  result.pattern = pattern;
  into.push_back(result);
}

// ---- if ----

Node BodyChecker::checkIf(const ast::IfExpr &expr, Expect expect) {
  if (!expr.patterns.empty())
    return checkIfLet(expr, expect);
  Node condition = checkTo(*expr.condition, types.boolean());
  bool conditionDiverges = diverges;
  diverges = false;
  Merge merge(*this, expr.elseExpr ? expect : Expect(), "`if` and `else` have incompatible types");
  // A statement's value has to be `()`; elsewhere a value asks for an `else`.
  bool isStatement = expect.isRequired && expect.type && infer.shallow(expect.type)->isUnit();
  Node then = checkBlock(*expr.thenBlock, expr.elseExpr || isStatement ? expect : Expect());
  bool thenDiverges = diverges;
  diverges = false;
  if (!expr.elseExpr) {
    Ty type = infer.shallow(then->type);
    if (type->is(Type::Kind::Never) || infer.unify(type, types.unit()))
      then = coerce(then, types.unit());
    else if (!type->is(Type::Kind::Error)) {
      reportBadIf(expr, type);
      diverges = conditionDiverges;
      return errorNode(expr.span);
    }
    diverges = conditionDiverges;
    return ifNode(condition, then, nullptr, types.unit(), expr.span);
  }
  merge.add(then);
  Node otherwise = check(*expr.elseExpr, expect);
  merge.add(otherwise);
  bool elseDiverges = diverges;
  Ty type = merge.finish();
  diverges = conditionDiverges || (thenDiverges && elseDiverges);
  return ifNode(condition, merge.nodes()[0], merge.nodes()[1], type, expr.span);
}

void BodyChecker::reportBadIf(const ast::IfExpr &expr, Ty found) {
  hasErrors = true;
  report
      .error(Code::E0317, expr.span, fmt::format("expected {}, found `()`", describe(found)),
             "`if` may be missing an `else` clause")
      .note("`if` expressions without `else` evaluate to `()`")
      .help("consider adding an `else` block that evaluates to the expected type");
}

thir::Arm BodyChecker::checkArmPatterns(llvm::ArrayRef<const ast::Pattern *> patterns, Ty type,
                                        Span span) {
  thir::Arm arm;
  arm.span = span;
  PatternScope scope;
  std::vector<const thir::Pattern *> checked;
  std::vector<std::map<llvm::StringRef, Span>> seen;
  for (const ast::Pattern *pattern : patterns) {
    scope.seen.clear();
    scope.isAlternative = !checked.empty();
    checked.push_back(checkPattern(*pattern, type, scope));
    seen.push_back(scope.seen);
  }
  arm.pattern = checked.front();
  if (checked.size() > 1) {
    arm.alternatives = checked;
    checkAlternativeNames(patterns, seen);
  }
  return arm;
}

Node BodyChecker::checkElse(const ast::Expr *expr, Expect expect, Span span) {
  return expr ? check(*expr, expect) : unitNode(span);
}

Node BodyChecker::checkIfLet(const ast::IfExpr &expr, Expect expect) {
  Scope outer(*this);
  Node scrutinee = check(*expr.condition);
  bool scrutineeDiverges = diverges;
  diverges = false;
  Expect inner = expr.elseExpr ? expect : Expect{types.unit(), true};
  Merge merge(*this, inner, "`if` and `else` have incompatible types");
  Node match = make(Expr::Kind::Match, nullptr, expr.span);
  match->operands = {scrutinee};
  {
    Scope scope(*this);
    thir::Arm arm = checkArmPatterns(expr.patterns, scrutinee->type, expr.patterns[0]->span);
    merge.add(checkBlock(*expr.thenBlock, inner));
    match->arms.push_back(std::move(arm));
  }
  bool thenDiverges = diverges;
  diverges = false;
  thir::Arm otherwise;
  otherwise.pattern = wildPattern(scrutinee->type, expr.span);
  otherwise.span = expr.span;
  merge.add(checkElse(expr.elseExpr, inner, expr.span));
  match->arms.push_back(otherwise);
  diverges = scrutineeDiverges || (thenDiverges && diverges);
  match->type = merge.finish();
  for (size_t i = 0; i != 2; ++i)
    match->arms[i].body = merge.nodes()[i];
  noteMatch(match, MatchSource::IfLet, expr.patterns[0]->span);
  return match;
}

Node BodyChecker::checkMatch(const ast::MatchExpr &expr, Expect expect) {
  Node scrutinee = check(*expr.scrutinee);
  bool scrutineeDiverges = diverges;
  bool allDiverge = true;
  Merge merge(*this, expect, "`match` arms have incompatible types");
  Node match = make(Expr::Kind::Match, nullptr, expr.span);
  match->operands = {scrutinee};
  for (const ast::MatchArm &syntax : expr.arms) {
    Scope scope(*this);
    diverges = false;
    thir::Arm arm = checkArmPatterns(syntax.patterns, scrutinee->type, syntax.span);
    if (syntax.guard) {
      arm.guard = checkTo(*syntax.guard, types.boolean());
      diverges = false;
    }
    merge.add(check(*syntax.body, expect));
    allDiverge &= diverges;
    match->arms.push_back(std::move(arm));
  }
  diverges = scrutineeDiverges || (allDiverge && !expr.arms.empty());
  match->type = merge.finish();
  for (size_t i = 0; i != match->arms.size(); ++i)
    match->arms[i].body = merge.nodes()[i];
  noteMatch(match, MatchSource::Match, expr.scrutinee->span);
  return match;
}

// ---- loops ----

Node BodyChecker::checkWhile(const ast::WhileExpr &expr) {
  Loop loop{expr.label ? expr.label->name : llvm::StringRef(), nextLabel++, Loop::Kind::While,
            expr.span};
  bool before = diverges;
  loops.push_back(loop);
  Node breakNode = make(Expr::Kind::Break, types.never(), expr.span);
  breakNode->label = loop.number;
  Node inner = nullptr;
  bool conditionDiverges = false;
  if (expr.patterns.empty()) {
    Node condition = checkTo(*expr.condition, types.boolean());
    conditionDiverges = diverges;
    Node body = coerce(checkBlock(*expr.body, {types.unit(), true}), types.unit());
    inner = ifNode(condition, body, cast(thir::CastKind::NeverToAny, breakNode, types.unit()),
                   types.unit(), expr.span);
  } else {
    Scope scope(*this);
    Node scrutinee = check(*expr.condition);
    conditionDiverges = diverges;
    inner = make(Expr::Kind::Match, types.unit(), expr.span);
    inner->operands = {scrutinee};
    thir::Arm arm = checkArmPatterns(expr.patterns, scrutinee->type, expr.patterns[0]->span);
    arm.body = coerce(checkBlock(*expr.body, {types.unit(), true}), types.unit());
    inner->arms.push_back(std::move(arm));
    thir::Arm otherwise;
    otherwise.pattern = wildPattern(scrutinee->type, expr.span);
    otherwise.body = cast(thir::CastKind::NeverToAny, breakNode, types.unit());
    otherwise.span = expr.span;
    inner->arms.push_back(otherwise);
    noteMatch(inner, MatchSource::WhileLet, expr.patterns[0]->span);
  }
  loops.pop_back();
  diverges = before || conditionDiverges;
  Node node = make(Expr::Kind::Loop, types.unit(), expr.span);
  node->label = loop.number;
  node->operands = {inner};
  return node;
}

Node BodyChecker::checkLoop(const ast::LoopExpr &expr, Expect expect) {
  Merge merge(*this, expect);
  Loop loop{expr.label ? expr.label->name : llvm::StringRef(), nextLabel++, Loop::Kind::Loop,
            expr.span};
  loop.values = &merge;
  loop.required = expect.type;
  bool before = diverges;
  loops.push_back(loop);
  Node body = coerce(checkBlock(*expr.body, {types.unit(), true}), types.unit());
  loop = loops.back();
  loops.pop_back();
  Ty type = types.never();
  if (loop.breaks) {
    type = merge.finish();
    if (type->is(Type::Kind::Never))
      type = types.unit();
    // Only now it is certain what each value is coerced to.
    for (size_t i = 0; i != loop.breakNodes.size(); ++i)
      if (!loop.breakNodes[i]->operands.empty())
        loop.breakNodes[i]->operands = {merge.nodes()[i]};
  }
  diverges = before || !loop.breaks;
  Node node = make(Expr::Kind::Loop, type, expr.span);
  node->label = loop.number;
  node->operands = {body};
  return node;
}

// ---- jumps ----

Node BodyChecker::checkBreak(const ast::JumpExpr &expr) {
  Loop *loop = nullptr;
  for (size_t i = loops.size(); i-- > 0 && !loop;)
    if (!expr.label || loops[i].label == expr.label->name)
      loop = &loops[i];
  Node node = make(Expr::Kind::Break, types.never(), expr.span);
  if (!loop) {
    hasErrors = true;
    if (expr.label)
      report
          .error(Code::E0426, expr.label->span, "", "use of undeclared label `'{}`",
                 expr.label->name.str())
          .done();
    else
      report
          .error(Code::E0268, expr.span, "cannot `break` outside of a loop or labeled block",
                 "`break` outside of a loop or labeled block")
          .done();
    if (expr.value)
      check(*expr.value);
    return node;
  }
  size_t index = static_cast<size_t>(loop - loops.data());
  node->label = loop->number;
  loop->breaks = true;
  if (loop->kind != Loop::Kind::Loop) {
    if (!expr.value)
      return node;
    hasErrors = true;
    llvm::StringRef noun = loop->kind == Loop::Kind::For ? "for" : "while";
    report
        .error(Code::E0571, expr.span,
               "can only break with a value inside `loop` or breakable block",
               "`break` with value from a `{}` loop", noun.str())
        .help("use `break` on its own without a value inside this `{}` loop", noun.str());
    check(*expr.value);
    return node;
  }
  Node value = expr.value ? check(*expr.value, {loop->required, false}) : unitNode(expr.span);
  // Checking the value may have moved the list of loops.
  loops[index].values->add(value);
  loops[index].breakNodes.push_back(node);
  if (expr.value)
    node->operands = {value};
  return node;
}

Node BodyChecker::checkContinue(const ast::JumpExpr &expr) {
  Node node = make(Expr::Kind::Continue, types.never(), expr.span);
  for (size_t i = loops.size(); i-- > 0;)
    if (!expr.label || loops[i].label == expr.label->name) {
      node->label = loops[i].number;
      return node;
    }
  hasErrors = true;
  if (expr.label)
    report
        .error(Code::E0426, expr.label->span, "", "use of undeclared label `'{}`",
               expr.label->name.str())
        .done();
  else
    report
        .error(Code::E0268, expr.span, "cannot `continue` outside of a loop",
               "`continue` outside of a loop")
        .done();
  return node;
}

Node BodyChecker::checkReturn(const ast::JumpExpr &expr) {
  Node node = make(Expr::Kind::Return, types.never(), expr.span);
  if (!returnType) {
    hasErrors = true;
    report.error(Code::E0572, expr.span, "", "return statement outside of function body").done();
    if (expr.value)
      check(*expr.value);
    return node;
  }
  if (expr.value) {
    node->operands = {checkTo(*expr.value, returnType)};
    return node;
  }
  if (!infer.unify(returnType, types.unit())) {
    hasErrors = true;
    auto error = report.error(Code::E0069, expr.span, "return type is not `()`",
                              "`return;` in a function whose return type is not `()`");
    report.label(error, returnSpan,
                 fmt::format("expected {} because of this return type", describe(returnType)));
  }
  return node;
}
