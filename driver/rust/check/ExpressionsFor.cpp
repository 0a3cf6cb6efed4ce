//===- ExpressionsFor.cpp - `for` as a loop over an iterator ----------------===//
//
//   match into_iter(source) { mut iterator => loop { match next(&mut iterator) {
//     None => break, Some(pattern) => body } } }
//
//===----------------------------------------------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

bool BodyChecker::checkIterable(const ast::ForExpr &expr, Iteration &iteration) {
  Span span = expr.iterable->span;
  DefId into = requireLang(LangItem::IntoIterator, span);
  DefId iterator = requireLang(LangItem::Iterator, span);
  iteration.option = requireLang(LangItem::Option, span);
  iteration.iterator = iteration.item = types.error();
  iteration.source = check(*expr.iterable);
  Ty type = known(iteration.source->type);
  if (into == noDef || iterator == noDef || iteration.option == noDef ||
      type->is(Type::Kind::Error))
    return false;
  // An array by reference is gone through as a slice.
  if (type->is(Type::Kind::Reference) && infer.shallow(type->element())->is(Type::Kind::Array)) {
    Ty array = infer.shallow(type->element());
    type = types.reference(types.slice(array->element()), type->isMutable);
    iteration.source = coerce(iteration.source, type);
  }
  TraitRef intoRef{into, {infer.resolve(type)}};
  if (!selectImpl(intoRef) && !holds(intoRef)) {
    hasErrors = true;
    report
        .error(Code::E0277, span, fmt::format("`{}` is not an iterator", print(type)),
               "`{}` is not an iterator", print(type))
        .help("the trait `Iterator` is not implemented for `{}`", print(type));
    return false;
  }
  iteration.iterator = infer.resolve(associatedType(intoRef, "IntoIter", span));
  TraitRef iterates{iterator, {iteration.iterator}};
  selectImpl(iterates);
  iteration.item = associatedType(iterates, "Item", span);
  iteration.intoIter = memberNamed(into, "into_iter").value_or(noDef);
  iteration.next = memberNamed(iterator, "next").value_or(noDef);
  return iteration.intoIter != noDef && iteration.next != noDef;
}

Node BodyChecker::checkFor(const ast::ForExpr &expr) {
  Scope scope(*this);
  Iteration iteration;
  bool isKnown = checkIterable(expr, iteration);
  Loop loop{expr.label ? expr.label->name : llvm::StringRef(), nextLabel++, Loop::Kind::For,
            expr.span};
  bool before = diverges;
  loops.push_back(loop);
  PatternScope names;
  names.noun = "`for` bindings";
  thir::Pattern *pattern = checkPattern(*expr.pattern, iteration.item, names);
  noteIrrefutable(pattern, MatchSource::For);
  Node body = coerce(checkBlock(*expr.body, {types.unit(), true}), types.unit());
  loops.pop_back();
  diverges = before;
  if (!isKnown) {
    hasErrors = true;
    return errorNode(expr.span);
  }
  return makeFor(expr, iteration, loop.number, pattern, body);
}

Node BodyChecker::makeFor(const ast::ForExpr &expr, const Iteration &iteration,
                          thir::ScopeLabel label, const thir::Pattern *pattern, Node body) {
  Span span = expr.iterable->span;
  Ty optionType = types.adt(iteration.option, {iteration.item});
  const AdtInfo &option = items.adt(iteration.option);
  unsigned some = option.variants.size() > 1 && option.variants[1].name == "Some" ? 1 : 0;

  auto iterator = addLocal("", iteration.iterator, true, span);
  Node match = make(Expr::Kind::Match, types.unit(), expr.span);
  match->operands = {call(iteration.next, {iteration.iterator},
                          {borrow(localNode(iterator, span), true, span)}, optionType, span)};
  Node breakNode = make(Expr::Kind::Break, types.never(), expr.span);
  breakNode->label = label;
  thir::Arm done, item, bound;
  done.pattern = variantPattern(optionType, 1 - some, {}, expr.pattern->span);
  done.body = cast(thir::CastKind::NeverToAny, breakNode, types.unit());
  item.pattern = variantPattern(optionType, some, {pattern}, expr.pattern->span);
  item.body = body;
  done.span = item.span = expr.pattern->span;
  match->arms = {done, item};

  Node loop = make(Expr::Kind::Loop, types.unit(), expr.span);
  loop->label = label;
  loop->operands = {match};
  Node whole = make(Expr::Kind::Match, types.unit(), expr.span);
  whole->operands = {call(iteration.intoIter, {iteration.source->type}, {iteration.source},
                          iteration.iterator, span)};
  bound.pattern = bindingPattern(iterator, span);
  bound.body = loop;
  bound.span = expr.span;
  whole->arms = {bound};
  return whole;
}
