//===- InferObligations.cpp - traits that have to hold ----------------------===//
//
// A trait that must hold for types not known yet is noted down. Whenever more has to be
// known, all notes are gone through: where only one impl is left, what it says of the types
// is learned. At the end every note must hold.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using linkcheck::Code;

Ty BodyChecker::normalize(Ty type, Span span) {
  if (!type || !type->hasParam)
    return type;
  return normalizeInside(infer.resolve(type), span);
}

Ty BodyChecker::normalizeInside(Ty type, Span span) {
  if (!type->hasParam || type->args.empty())
    return type;
  std::vector<Ty> args;
  for (Ty inside : type->args)
    args.push_back(normalizeInside(inside, span));
  Ty made = rebuild(types, type, args);
  if (!made->is(Type::Kind::Projection))
    return made;
  made = infer.resolve(items.normalize(made, body ? body->assumed : std::vector<TraitRef>()));
  if (!made->is(Type::Kind::Projection) || !made->hasInfer)
    return made;
  Obligation obligation;
  obligation.projection = made;
  obligation.target = infer.fresh();
  obligation.span = span;
  obligations.push_back(obligation);
  return obligation.target;
}

std::optional<DefId> BodyChecker::memberNamed(DefId parent, llvm::StringRef name) const {
  for (DefId member : defs.members(parent))
    if (defs[member].name == name)
      return member;
  return std::nullopt;
}

Ty BodyChecker::associatedType(const TraitRef &ref, llvm::StringRef name, Span span) {
  std::optional<DefId> member = memberNamed(ref.trait, name);
  if (!member) {
    hasErrors = true;
    return types.error();
  }
  return normalize(types.projection(infer.resolve(ref.args), *member), span);
}

std::optional<ImplMatch> BodyChecker::selectImpl(TraitRef ref) {
  ref.args = infer.resolve(ref.args);
  std::optional<ImplMatch> match = items.selectImpl(ref, body->assumed);
  if (!match)
    return std::nullopt;
  const ImplInfo &info = items.impl(match->impl);
  if (info.trait)
    for (size_t i = 0; i != ref.args.size() && i != info.trait->args.size(); ++i)
      infer.unify(ref.args[i], normalize(types.substitute(info.trait->args[i], match->args), {}));
  return match;
}

bool BodyChecker::holds(TraitRef ref) {
  ref.args = infer.resolve(ref.args);
  return ref.trait != noDef && items.holds(ref, body->assumed);
}

Ty BodyChecker::known(Ty type) {
  type = infer.shallow(type);
  if (!type->is(Type::Kind::Infer) || type->inferKind != Type::Infer::Any || obligations.empty())
    return type;
  selectPending();
  return infer.shallow(type);
}

void BodyChecker::require(TraitRef ref, Span span, Obligation::Cause cause) {
  if (ref.trait == noDef)
    return;
  Obligation obligation;
  obligation.ref = std::move(ref);
  obligation.ref.args = infer.resolve(obligation.ref.args);
  for (Ty &arg : obligation.ref.args)
    arg = normalize(arg, span);
  obligation.span = span;
  obligation.cause = cause;
  bool isOpen = false;
  for (Ty arg : obligation.ref.args) {
    if (arg->hasError)
      return;
    isOpen |= arg->hasInfer;
  }
  if (isOpen)
    obligations.push_back(std::move(obligation));
  else if (!items.holds(obligation.ref, body->assumed))
    reportUnsatisfied(obligation);
}

void BodyChecker::requireBounds(DefId def, TypeList args, Span span) {
  // By value: looking at one bound may make Items read others.
  std::vector<TraitRef> bounds = items.generics(def).bounds;
  for (const TraitRef &bound : bounds)
    require({bound.trait, types.substitute(bound.args, args)}, span);
}

/// True when nothing is left to do for it.
bool BodyChecker::selectOne(size_t index) {
  Obligation current = obligations[index];
  if (current.projection) {
    Ty type = infer.resolve(items.normalize(infer.resolve(current.projection), body->assumed));
    if (type->is(Type::Kind::Projection) && type->hasInfer)
      return false;
    if (!infer.unify(current.target, type))
      reportMismatch(current.span, current.target, type);
    return true;
  }
  current.ref.args = infer.resolve(current.ref.args);
  bool isOpen = false;
  for (Ty arg : current.ref.args) {
    if (arg->hasError)
      return true;
    isOpen |= arg->hasInfer;
  }
  if (!isOpen) {
    if (!items.holds(current.ref, body->assumed))
      reportUnsatisfied(current);
    return true;
  }
  Ty self = current.ref.args[0];
  if (self->is(Type::Kind::Infer) && self->inferKind == Type::Infer::Any)
    return false;
  if (selectImpl(current.ref))
    return false;
  // A parameter's own bound may be the only one of its trait.
  const TraitRef *only = nullptr;
  for (const TraitRef &bound : body->assumed)
    if (bound.trait == current.ref.trait && bound.args.size() == current.ref.args.size() &&
        infer.unifies(bound.args[0], self)) {
      if (only)
        return false;
      only = &bound;
    }
  if (only)
    for (size_t i = 0; i != only->args.size(); ++i)
      infer.unify(only->args[i], current.ref.args[i]);
  return false;
}

void BodyChecker::selectPending() {
  size_t before = 0;
  do {
    before = infer.bindingCount();
    for (size_t i = 0; i != obligations.size(); ++i)
      if (!obligations[i].done && selectOne(i))
        obligations[i].done = true;
    llvm::erase_if(obligations, [](const Obligation &each) { return each.done; });
  } while (infer.bindingCount() != before);
}

void BodyChecker::finishObligations() {
  size_t before = 0;
  do {
    selectPending();
    before = infer.bindingCount();
    infer.applyDefaults();
    selectPending();
  } while (infer.bindingCount() != before);
}

std::string BodyChecker::traitName(const TraitRef &ref) const {
  std::string name = defs[ref.trait].name.str();
  std::optional<LangItem> item = defs.langItemOf(ref.trait);
  // Several things of the library have these names.
  if (item == LangItem::Display || item == LangItem::Pointer || item == LangItem::Binary)
    name = "std::fmt::" + name;
  std::string args;
  for (size_t i = 1; i < ref.args.size(); ++i)
    args += (args.empty() ? "" : ", ") + print(ref.args[i]);
  bool isSelf = ref.args.size() == 2 && ref.args[1] == ref.args[0];
  return args.empty() || isSelf ? name : name + "<" + args + ">";
}

void BodyChecker::reportUnsatisfied(const Obligation &obligation) {
  hasErrors = true;
  if (obligation.projection || infer.resolve(obligation.ref.args[0])->hasInfer) {
    if (!saidAnnotations)
      report.error(Code::E0282, obligation.span, "cannot infer type", "type annotations needed")
          .done();
    saidAnnotations = true;
    return;
  }
  TraitRef ref = obligation.ref;
  ref.args = infer.resolve(ref.args);
  std::string self = print(ref.args[0]), trait = traitName(ref);
  switch (defs.langItemOf(ref.trait).value_or(LangItem::KnownTrait)) {
  case LangItem::Display:
    report
        .error(Code::E0277, obligation.span,
               fmt::format("`{}` cannot be formatted with the default formatter", self),
               "`{}` doesn't implement `{}`", self, trait)
        .note("in format strings you may be able to use `{{:?}}` (or {{:#?}} for pretty-print) "
              "instead");
    return;
  case LangItem::Debug: {
    auto error = report.error(
        Code::E0277, obligation.span,
        fmt::format("`{}` cannot be formatted using `{{:?}}` because it doesn't implement `Debug`",
                    self),
        "`{}` doesn't implement `Debug`", self);
    if (ref.args[0]->is(Type::Kind::Adt) && defs[ref.args[0]->def].crate == localCrateNumber)
      error.note("add `#[derive(Debug)]` to `{}` or manually `impl Debug for {}`", self, self);
    return;
  }
  case LangItem::Iterator:
    report
        .error(Code::E0277, obligation.span, fmt::format("`{}` is not an iterator", self),
               "`{}` is not an iterator", self)
        .done();
    return;
  case LangItem::PartialEq:
    if (ref.args.size() == 2 && ref.args[0] != ref.args[1]) {
      report
          .error(Code::E0277, obligation.span,
                 fmt::format("no implementation for `{} == {}`", self, print(ref.args[1])),
                 "can't compare `{}` with `{}`", self, print(ref.args[1]))
          .done();
      return;
    }
    break;
  default:
    break;
  }
  auto error = report.error(Code::E0277, obligation.span,
                            fmt::format("the trait `{}` is not implemented for `{}`", trait, self),
                            "the trait bound `{}: {}` is not satisfied", self, trait);
  if (obligation.cause == Obligation::Cause::Repeat)
    error.note("the `Copy` trait is required because this value will be copied for each element "
               "of the array");
}

DefId BodyChecker::requireLang(LangItem item, Span span, llvm::StringRef macro) {
  DefId def = defs.langItem(item);
  if (def != noDef)
    return def;
  hasErrors = true;
  if (!missingLang.insert(item).second)
    return def;
  if (!macro.empty())
    report.error(Code::None, span, "", "cannot find macro `{}` in this scope", macro.str()).done();
  else
    report.error(Code::None, span, "", "requires `{}` lang_item", spelling(item).str()).done();
  return def;
}

void BodyChecker::requireUnsafe(Span span, llvm::StringRef what, llvm::StringRef label,
                                llvm::StringRef note) {
  if (unsafeDepth)
    return;
  hasErrors = true;
  report
      .error(Code::E0133, span, label, "{} is unsafe and requires unsafe function or block",
             what.str())
      .note("{}", note.str());
}
