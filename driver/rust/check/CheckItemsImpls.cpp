//===- CheckItemsImpls.cpp - impls and what is in them --------------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

/// The items of one impl against those of its trait.
class ImplItemChecker {
public:
  ImplItemChecker(Items &items, DefId def)
      : items(items), defs(items.defs), report(items.report), info(items.impl(def)),
        item(*llvm::cast<ast::ImplItem>(defs[def].item)) {}

  void run() {
    if (!info.trait) {
      // `impl Nothing for X`: that it is no trait has been said.
      return;
    }
    checkUnsafety();
    std::map<StringRef, const ast::Item *> seen;
    for (const ast::Item *member : item.items()) {
      auto [first, isNew] = seen.try_emplace(member->ident.name, member);
      if (!isNew) {
        auto error =
            report.error(Code::E0201, headSpan(*member, report.sources), "duplicate definition",
                         "duplicate definitions with name `{}`:", member->ident.name.str());
        report.label(error, headSpan(*first->second, report.sources), "previous definition here");
        continue;
      }
      checkMember(*member);
    }
    sayMissing(seen);
  }

private:
  std::string traitName() const { return defs[info.trait->trait].name.str(); }

  void checkUnsafety() {
    const auto *trait = llvm::dyn_cast_or_null<ast::TraitItem>(defs[info.trait->trait].item);
    if (!trait || trait->isUnsafe == item.isUnsafe || item.isDerived)
      return;
    Span head = headSpan(item, report.sources);
    if (item.isUnsafe)
      report.error(Code::E0199, head, "", "implementing the trait `{}` is not unsafe", traitName())
          .help("remove `unsafe` from this trait implementation")
          .done();
    else
      report
          .error(Code::E0200, head, "", "the trait `{}` requires an `unsafe impl` declaration",
                 traitName())
          .note("the trait `{}` enforces invariants that the compiler can't check. Review the "
                "trait documentation and\nmake sure this implementation upholds those invariants "
                "before adding the `unsafe` keyword",
                traitName())
          .help("add `unsafe` to this trait implementation")
          .done();
  }

  DefId findInTrait(StringRef name) const {
    for (DefId member : defs.members(info.trait->trait))
      if (defs[member].name == name)
        return member;
    return noDef;
  }

  void checkMember(const ast::Item &member) {
    std::string name = member.ident.name.str();
    DefId wanted = findInTrait(name);
    bool isMethod = llvm::isa<ast::FunctionItem>(member);
    bool isType = llvm::isa<ast::TypeAliasItem>(member);
    if (member.isPublic)
      report
          .error(Code::E0449, {member.span.begin, member.span.begin + 3}, "",
                 "visibility qualifiers are not permitted here")
          .note("trait items always share the visibility of their trait")
          .done();
    Span head = headSpan(member, report.sources);
    if (wanted == noDef) {
      Code code = isMethod ? Code::E0407 : isType ? Code::E0437 : Code::E0438;
      report
          .error(code, member.span, fmt::format("not a member of trait `{}`", traitName()),
                 "{} `{}` is not a member of trait `{}`",
                 isMethod ? "method"
                 : isType ? "type"
                          : "const",
                 name, traitName())
          .done();
      return;
    }
    DefKind kind = defs[wanted].kind;
    if (isMethod != (kind == DefKind::TraitMethod) || isType != (kind == DefKind::AssociatedType)) {
      Code code = isMethod ? Code::E0324 : isType ? Code::E0325 : Code::E0323;
      report
          .error(code, head, "does not match trait",
                 "item `{}` is an associated {}, which doesn't match its trait `{}`", name,
                 isMethod ? "method"
                 : isType ? "type"
                          : "const",
                 traitName())
          .done();
      return;
    }
    if (isMethod)
      checkMethod(llvm::cast<ast::FunctionItem>(member), wanted);
  }

  void checkMethod(const ast::FunctionItem &method, DefId wanted) {
    DefId own = defs.find(&method);
    const auto *declared = llvm::dyn_cast_or_null<ast::FunctionItem>(defs[wanted].item);
    if (own == noDef || !declared)
      return;
    if (method.isConst)
      report
          .error(Code::E0379, method.span, "functions in trait impls cannot be const",
                 "functions in trait impls cannot be declared const")
          .help("remove the `const`")
          .done();
    using Self = ast::FunctionItem::Self;
    bool hasSelf = method.self != Self::None, wantsSelf = declared->self != Self::None;
    std::string name = method.ident.name.str();
    Span head = headSpan(method, report.sources);
    if (hasSelf != wantsSelf) {
      const ast::FunctionItem &one = hasSelf ? method : *declared;
      std::string self = one.self == Self::Reference          ? "&self"
                         : one.self == Self::MutableReference ? "&mut self"
                                                              : "self";
      if (hasSelf)
        report
            .error(Code::E0185, head, fmt::format("`{}` used in impl", self),
                   "method `{}` has a `{}` declaration in the impl, but not in the trait", name,
                   self)
            .done();
      else
        report
            .error(Code::E0186, head, fmt::format("expected `{}` in impl", self),
                   "method `{}` has a `{}` declaration in the trait, but not in the impl", name,
                   self)
            .done();
      return;
    }
    size_t params = method.generics.params.size();
    size_t wantedParams = declared->generics.params.size();
    if (params != wantedParams) {
      report
          .error(Code::E0049,
                 params != 0 ? method.generics.params.front().ident.span : method.ident.span,
                 fmt::format("found {}", counted(params, "type parameter")),
                 "method `{}` has {} but its trait declaration has {}", name,
                 counted(params, "type parameter"), counted(wantedParams, "type parameter"))
          .note("expected {}", counted(wantedParams, "type parameter"))
          .done();
      return;
    }
    size_t count = method.parameters.size() + hasSelf;
    size_t wantedCount = declared->parameters.size() + wantsSelf;
    if (count != wantedCount) {
      report
          .error(Code::E0050, parametersSpan(method),
                 fmt::format("expected {}, found {}", counted(wantedCount, "parameter"), count),
                 "method `{}` has {} but the declaration in trait `{}` has {}", name,
                 counted(count, "parameter"), traitName(), wantedCount)
          .done();
      return;
    }
    compareSignatures(method, own, wanted);
  }

  static Span parametersSpan(const ast::FunctionItem &method) {
    if (method.parameters.empty())
      return method.selfSpan.isKnown() ? method.selfSpan : method.ident.span;
    Span first = method.selfSpan.isKnown() ? method.selfSpan : method.parameters.front().span;
    return first.to(method.parameters.back().span);
  }

  std::string printed(const FunctionSignature &signature, TypeList parameters, Ty result) const {
    return toString(items.types.fnPointer(parameters, result, signature.abi, signature.isUnsafe,
                                          signature.isVariadic),
                    defs);
  }

  void compareSignatures(const ast::FunctionItem &method, DefId own, DefId wanted) {
    FunctionSignature found = items.signature(own);
    FunctionSignature expected = items.signature(wanted);
    // The method's own parameters are the same, differently numbered.
    std::vector<Ty> args = info.trait->args;
    const ItemGenerics &generics = items.generics(own);
    for (unsigned i = generics.parentCount; i != generics.count(); ++i)
      args.push_back(items.types.param(i, generics.names[i]));
    auto wantedType = [&](Ty type) {
      return items.normalize(items.types.substitute(type, args), generics.bounds);
    };
    std::vector<Ty> parameters, wantedParameters;
    for (size_t i = 0; i != found.parameters.size() && i != expected.parameters.size(); ++i) {
      parameters.push_back(items.normalize(found.parameters[i], generics.bounds));
      wantedParameters.push_back(wantedType(expected.parameters[i]));
    }
    Ty result = items.normalize(found.result, generics.bounds);
    Ty wantedResult = wantedType(expected.result);
    Span span;
    std::string label;
    auto differs = [&](Ty have, Ty want, Span at) {
      if (have == want || have->hasError || want->hasError || span.isKnown())
        return;
      span = at;
      label = fmt::format("expected `{}`, found `{}`", toString(want, defs), toString(have, defs));
      if (have->is(Type::Kind::Reference) && want->is(Type::Kind::Reference) &&
          have->element() == want->element())
        label = "types differ in mutability";
    };
    if (found.isUnsafe && !expected.isUnsafe) {
      span = headSpan(method, report.sources);
      label = "expected safe fn, found unsafe fn";
    } else if (found.abi != expected.abi) {
      span = headSpan(method, report.sources);
      label = expected.abi == Type::Abi::Rust ? "expected \"Rust\" fn, found \"C\" fn"
                                              : "expected \"C\" fn, found \"Rust\" fn";
    }
    size_t first = found.hasSelf ? 1 : 0;
    for (size_t i = 0; i != parameters.size(); ++i) {
      Span at = method.selfSpan;
      if (i >= first)
        at = method.parameters[i - first].type->span;
      differs(parameters[i], wantedParameters[i], at);
    }
    differs(result, wantedResult,
            method.result ? method.result->span : headSpan(method, report.sources));
    if (!span.isKnown())
      return;
    report
        .error(Code::E0053, span, label, "method `{}` has an incompatible type for trait",
               method.ident.name.str())
        .note("expected signature `{}`\n   found signature `{}`",
              printed(expected, wantedParameters, wantedResult), printed(found, parameters, result))
        .done();
  }

  void sayMissing(const std::map<StringRef, const ast::Item *> &present) {
    std::vector<std::string> missing;
    const auto *trait = llvm::dyn_cast_or_null<ast::TraitItem>(defs[info.trait->trait].item);
    if (!trait)
      return;
    for (const ast::TypeAliasItem *type : trait->types)
      if (!present.count(type->ident.name))
        missing.push_back(type->ident.name.str());
    for (const ast::FunctionItem *method : trait->methods)
      if (!method->body && !present.count(method->ident.name))
        missing.push_back(method->ident.name.str());
    if (missing.empty())
      return;
    std::string names;
    for (const std::string &name : missing)
      names += (names.empty() ? "`" : ", `") + name + "`";
    report
        .error(Code::E0046, headSpan(item, report.sources),
               fmt::format("missing {} in implementation", names),
               "not all trait items implemented, missing: {}", names)
        .done();
  }

  Items &items;
  const Definitions &defs;
  const Reporter &report;
  const ImplInfo &info;
  const ast::ImplItem &item;
};

void markParameters(Ty type, std::vector<bool> &used) {
  // What a projection is made of cannot be told from what it stands for.
  if (type->is(Type::Kind::Projection))
    return;
  if (type->is(Type::Kind::Param) && type->index < used.size())
    used[type->index] = true;
  forEachInside(type, [&](Ty inside) { markParameters(inside, used); });
}

} // namespace

/// Who is `Copy` is `Clone` as well, and so on.
static void checkSupertraits(Items &items, DefId def) {
  const ImplInfo &info = items.impl(def);
  if (!info.trait)
    return;
  const auto &item = *llvm::cast<ast::ImplItem>(items.defs[def].item);
  const std::vector<TraitRef> &assumed = items.generics(def).bounds;
  Span span = item.isDerived && info.self->is(Type::Kind::Adt) ? items.defs[info.self->def].span
                                                               : item.type->span;
  for (const TraitRef &super : items.supertraits(*info.trait)) {
    if (items.holds(super, assumed))
      continue;
    std::string self = toString(super.args[0], items.defs);
    std::string trait = items.defs[super.trait].name.str();
    std::string name = items.defs[info.trait->trait].name.str();
    auto lang = items.defs.langItemOf(super.trait);
    std::string message = fmt::format("the trait bound `{}: {}` is not satisfied", self, trait);
    std::string label = fmt::format("the trait `{}` is not implemented for `{}`", trait, self);
    if (lang == LangItem::PartialEq)
      label = fmt::format("no implementation for `{0} == {0}`", self);
    if (lang == LangItem::PartialEq || lang == LangItem::PartialOrd)
      message = fmt::format("can't compare `{0}` with `{0}`", self);
    if (lang == LangItem::Debug || lang == LangItem::Display)
      message = fmt::format("`{}` doesn't implement `{}`", self, trait);
    items.report.error(Code::E0277, span, label, "{}", message)
        .note("required by a bound in `{}`", name)
        .help("implement `{}` for `{}`, or derive it", trait, self)
        .done();
  }
}

void cratec::rust::checkImplItems(Items &items, DefId def) {
  ImplItemChecker(items, def).run();
}

void cratec::rust::checkImpl(Items &items, DefId def) {
  const auto *item = llvm::dyn_cast_or_null<ast::ImplItem>(items.defs[def].item);
  if (!item)
    return;
  const ImplInfo &info = items.impl(def);
  bool hasError = info.self->hasError || (item->trait && !info.trait);
  if (info.trait)
    for (Ty type : info.trait->args)
      hasError |= type->hasError;
  if (hasError)
    return;
  checkImplHeader(items, def);
  checkImplItems(items, def);
  checkSupertraits(items, def);
  std::vector<bool> used(items.generics(def).count());
  markParameters(info.self, used);
  if (info.trait)
    for (Ty type : info.trait->args)
      markParameters(type, used);
  for (size_t i = 0; i != used.size() && i != item->generics.params.size(); ++i)
    if (!used[i])
      items.report
          .error(Code::E0207, item->generics.params[i].ident.span, "unconstrained type parameter",
                 "the type parameter `{}` is not constrained by the impl trait, self type, or "
                 "predicates",
                 item->generics.params[i].ident.name.str())
          .done();
}
