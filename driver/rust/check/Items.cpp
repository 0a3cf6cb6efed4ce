//===- Items.cpp - types of items, impls, and the known traits ------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

Items::Items(const Definitions &defs, TypeContext &types, const Reporter &report)
    : defs(defs), types(types), report(report),
      implementation(std::make_unique<Implementation>(*this)) {}

Items::~Items() = default;

Items::Implementation::Implementation(Items &items)
    : items(items), defs(items.defs), types(items.types),
      silentReport(items.report.sources, silentDiagnostics) {}

void Items::Implementation::sayCycleAt(Span span, DefId def, StringRef doing) {
  reporterFor(def)
      .error(Code::E0391, span, "", "cycle detected when {} `{}`", doing.str(), defs.path(def))
      .note("what it needs to be known, directly or through others, is `{}` itself",
            defs[def].name.str())
      .done();
}

void Items::setConstantEvaluator(ConstantEvaluator evaluator) {
  implementation->evaluator = std::move(evaluator);
}
const ConstantEvaluator &Items::constantEvaluator() const {
  return implementation->evaluator;
}

const ItemGenerics &Items::generics(DefId def) {
  return implementation->generics(def);
}
const FunctionSignature &Items::signature(DefId def) {
  return implementation->signature(def);
}
Ty Items::typeOf(DefId def) {
  return implementation->typeOf(def);
}
const AdtInfo &Items::adt(DefId def) {
  return implementation->adt(def);
}
const ImplInfo &Items::impl(DefId def) {
  return implementation->impl(def);
}

Ty Items::lowerType(const ast::TypeExpr &type, const TypeScope &scope) {
  return implementation->lowerType(&type, scope);
}

std::vector<Ty> Items::lowerArguments(const ast::PathSegment &segment, DefId def,
                                      const TypeScope &scope) {
  return implementation->lowerArguments(segment, def, scope);
}

DefId Items::selfScopeOf(DefId def) const {
  if (def == noDef)
    return noDef;
  auto isScope = [&](DefId id) {
    return defs[id].kind == DefKind::Impl || defs[id].kind == DefKind::Trait;
  };
  if (isScope(def))
    return def;
  DefId parent = defs[def].parent;
  return parent != noDef && isScope(parent) ? parent : noDef;
}

TypeList Items::identityArguments(DefId def) {
  const ItemGenerics &generics = implementation->generics(def);
  std::vector<Ty> params;
  for (unsigned i = 0; i != generics.count(); ++i)
    params.push_back(types.param(i, generics.names[i]));
  return types.save(params);
}

std::optional<ImplMatch> Items::selectImpl(const TraitRef &ref,
                                           const std::vector<TraitRef> &assumed) {
  return implementation->select(ref, assumed, 0);
}

bool Items::holds(const TraitRef &ref, const std::vector<TraitRef> &assumed) {
  return implementation->holds(ref, assumed, 0);
}

bool Items::isCopy(Ty type, const std::vector<TraitRef> &assumed) {
  if (type->is(Type::Kind::Infer) && type->inferKind == Type::Infer::Any)
    return false;
  DefId copy = defs.langItem(LangItem::Copy);
  return implementation->holds({copy, {type}}, assumed, 0);
}

std::vector<TraitRef> Items::supertraits(const TraitRef &ref) {
  std::vector<TraitRef> all = implementation->elaborate(ref);
  all.erase(all.begin());
  return all;
}

bool Items::isSized(Ty type) const {
  return implementation->isSized(type, 0);
}
bool Items::needsDrop(Ty type) {
  return implementation->needsDrop(type);
}

Ty Items::normalize(Ty type, const std::vector<TraitRef> &assumed) {
  return implementation->normalize(type, assumed, 0);
}

// ---- words ----

std::string cratec::rust::counted(size_t count, StringRef noun) {
  return fmt::format("{} {}{}", count, noun.str(), count == 1 ? "" : "s");
}

std::string cratec::rust::listed(llvm::ArrayRef<std::string> names) {
  std::string text;
  for (size_t i = 0; i != names.size(); ++i) {
    if (i != 0)
      text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    text += "`" + names[i] + "`";
  }
  return text;
}

Span cratec::rust::wholeAttribute(const ast::MetaItem &attribute, const SourceMap &sources) {
  Span span = attribute.span;
  for (uint32_t before : {2, 3}) {
    if (span.begin <= before)
      continue;
    Span whole{span.begin - before, span.end + 1};
    StringRef text = sources.text(whole);
    if (text.starts_with(before == 2 ? "#[" : "#![") && text.ends_with("]"))
      return whole;
  }
  return span;
}

Span cratec::rust::headSpan(const ast::Item &item, const SourceMap &sources) {
  Span span = item.span;
  if (const auto *function = llvm::dyn_cast<ast::FunctionItem>(&item)) {
    if (function->body && function->body.span().isKnown())
      span.end = function->body.span().begin;
  } else if (const auto *impl = llvm::dyn_cast<ast::ImplItem>(&item)) {
    if (!impl->isDerived && impl->type && impl->type->span.isKnown())
      span.end = impl->type->span.end;
  } else if (llvm::isa<ast::StructItem, ast::EnumItem, ast::TraitItem, ast::TypeAliasItem>(item) &&
             item.ident.span.isKnown()) {
    span.end = item.ident.span.end;
  }
  // The body is gone, or was never there.
  span.end = span.begin + static_cast<uint32_t>(sources.text(span).rtrim(" \t\r\n;").size());
  return span;
}
