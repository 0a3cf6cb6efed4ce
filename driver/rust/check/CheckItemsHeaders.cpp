//===- CheckItemsHeaders.cpp - who may implement what for what ------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

class HeaderChecker {
public:
  HeaderChecker(Items &items, DefId def)
      : items(items), defs(items.defs), report(items.report), def(def), info(items.impl(def)),
        item(*llvm::cast<ast::ImplItem>(defs[def].item)) {}

  void run() {
    if (!info.trait) {
      if (!item.trait)
        checkInherent();
      return;
    }
    checkOrphan();
    auto lang = defs.langItemOf(info.trait->trait);
    if (lang == LangItem::Copy)
      checkCopy();
    if (lang == LangItem::Drop)
      checkDrop();
  }

private:
  Span head() const { return implHead(items, def); }
  bool isLocal(DefId id) const { return defs[id].crate == localCrateNumber; }

  // ---- inherent ----

  void checkInherent() {
    if (ast::findAttribute(item.attributes, "lang"))
      return;
    Ty self = info.self;
    if (self->is(Type::Kind::Adt)) {
      if (!isLocal(self->def))
        report
            .error(Code::E0116, head(), "impl for type defined outside of crate",
                   "cannot define inherent `impl` for a type outside of the crate where the type "
                   "is defined")
            .help("consider using a function, or a newtype wrapper like `struct "
                  "MyType(ExternalType);` and implement it")
            .done();
      return;
    }
    if (self->is(Type::Kind::Param)) {
      report
          .error(Code::E0118, head(), "impl requires a nominal type",
                 "no nominal type found for inherent implementation")
          .note("either implement a trait on it or create a newtype to wrap it instead")
          .done();
      return;
    }
    auto error =
        report.error(Code::E0390, head(), "", "cannot define inherent `impl` for primitive types");
    error.help("consider using a function, or a newtype to wrap it instead");
    if (self->is(Type::Kind::Reference) && self->element()->is(Type::Kind::Adt))
      error.note("you could also try moving the reference to uses of `{}` (such as `self`) within "
                 "the implementation",
                 toString(self->element(), defs));
  }

  // ---- orphans ----

  /// References and boxes are as local as what they lead to.
  Ty withoutFundamental(Ty type) const {
    while (type->is(Type::Kind::Reference) ||
           (type->isAdt(defs.langItem(LangItem::OwnedBox)) && !type->args.empty()))
      type = type->args[0];
    return type;
  }

public:
  /// Whether another crate could have the same impl; `parameter` then is the bare one, if one is.
  bool isOrphan(Ty &parameter) const {
    parameter = nullptr;
    if (!info.trait || isLocal(info.trait->trait) || isRuntimeCrate(defs))
      return false;
    for (Ty type : info.trait->args) {
      Ty inner = withoutFundamental(type);
      if (inner->is(Type::Kind::Adt) && isLocal(inner->def))
        return false;
      if (inner->is(Type::Kind::Param)) {
        parameter = inner;
        return true;
      }
    }
    return true;
  }

private:
  void checkOrphan() {
    Ty inner = nullptr;
    if (!isOrphan(inner))
      return;
    if (inner) {
      std::string name = inner->name.str();
      Span span = head();
      for (const ast::GenericParam &param : item.generics.params)
        if (param.ident.name == inner->name)
          span = param.ident.span;
      report
          .error(Code::E0210, span,
                 fmt::format("type parameter `{}` must be used as the type parameter for some "
                             "local type",
                             name),
                 "type parameter `{0}` must be used as the type parameter for some local type "
                 "(e.g., `MyStruct<{0}>`)",
                 name)
          .note("implementing a foreign trait is only possible if at least one of the types for "
                "which it is implemented is local")
          .done();
      return;
    }
    sayOrphan();
  }

  void sayOrphan() {
    Ty self = withoutFundamental(info.self);
    std::string name = toString(self, defs), label;
    StringRef kinds = "arbitrary types";
    switch (self->kind) {
    case Type::Kind::Adt:
      kinds = "types defined outside of the crate";
      name = defs[self->def].name.str();
      break;
    case Type::Kind::Bool:
    case Type::Kind::Char:
    case Type::Kind::Int:
    case Type::Kind::Float:
    case Type::Kind::Str:
      kinds = "primitive types";
      break;
    case Type::Kind::Array:
      label = "arrays";
      break;
    case Type::Kind::Slice:
      label = "slices";
      break;
    case Type::Kind::Tuple:
      label = "tuples";
      break;
    default:
      break;
    }
    auto error = report.error(Code::E0117, head(), "",
                              "only traits defined in the current crate can be implemented for {}",
                              kinds.str());
    report.label(error, item.type->span,
                 label.empty()
                     ? fmt::format("`{}` is not defined in the current crate", name)
                     : fmt::format("this is not defined in the current crate because {} are "
                                   "always foreign",
                                   label));
    error.note("impl doesn't have any local type before any uncovered type parameters")
        .note("define and implement a new type instead");
  }

  // ---- Copy and Drop ----

  void checkCopy() {
    Ty self = info.self;
    if (!self->is(Type::Kind::Adt)) {
      if (!isRuntimeCrate(defs))
        report
            .error(Code::E0206, item.type->span, "type is not a structure or enumeration",
                   "the trait `Copy` cannot be implemented for this type")
            .done();
      return;
    }
    const AdtInfo &adt = items.adt(self->def);
    Span span = item.isDerived ? defs[self->def].span : item.type->span;
    if (adt.dropMethod != noDef) {
      auto error = report.error(Code::E0184, span, "`Copy` not allowed on types with destructors",
                                "the trait `Copy` cannot be implemented for this type; the type "
                                "has a destructor");
      if (isLocal(adt.dropMethod))
        report.label(error, defs[adt.dropMethod].span, "destructor declared here");
    }
    const std::vector<TraitRef> &assumed = items.generics(def).bounds;
    std::vector<Span> bad;
    for (const VariantInfo &variant : adt.variants)
      for (const FieldInfo &field : variant.fields)
        if (!items.isCopy(items.normalize(items.types.substitute(field.type, self->args), assumed),
                          assumed))
          bad.push_back(field.span);
    if (bad.empty())
      return;
    auto error =
        report.error(Code::E0204, span, "", "the trait `Copy` cannot be implemented for this type");
    if (isLocal(self->def))
      for (Span field : bad)
        report.label(error, field, "this field does not implement `Copy`");
    if (item.isDerived)
      report.label(error, head(), "derived here");
  }

  void checkDrop() {
    Ty self = info.self;
    if (!self->is(Type::Kind::Adt) || !isLocal(self->def)) {
      report
          .error(Code::E0120, item.type->span,
                 "must be a struct, enum, or union in the current crate",
                 "the `Drop` trait may only be implemented for local structs, enums, and unions")
          .done();
      return;
    }
    // The impl is for all of the type's forms, or which of them have a destructor would
    // depend on the arguments.
    std::vector<Ty> seen;
    for (Ty arg : self->args) {
      bool isOwn = arg->is(Type::Kind::Param) && !llvm::is_contained(seen, arg);
      seen.push_back(arg);
      if (isOwn)
        continue;
      auto error = report.error(Code::E0366, head(), "", "`Drop` impls cannot be specialized");
      report.label(error, defs[self->def].span,
                   "use the same sequence of generic parameters as the definition");
      return;
    }
    const std::vector<TraitRef> &own = items.generics(def).bounds;
    const std::vector<TraitRef> &declared = items.generics(self->def).bounds;
    for (const TraitRef &bound : own) {
      bool isDeclared = llvm::any_of(declared, [&](const TraitRef &other) {
        return other.trait == bound.trait &&
               items.types.substitute(other.args, self->args) == bound.args;
      });
      if (isDeclared)
        continue;
      report
          .error(Code::E0367, head(), "",
                 "`Drop` impl requires `{}: {}` but the {} it is implemented for does not",
                 toString(bound.args[0], defs), defs[bound.trait].name.str(),
                 describe(defs[self->def].kind).str())
          .done();
    }
  }

  Items &items;
  const Definitions &defs;
  const Reporter &report;
  DefId def;
  const ImplInfo &info;
  const ast::ImplItem &item;
};

} // namespace

Span cratec::rust::implHead(Items &items, DefId def) {
  const auto *item = llvm::dyn_cast_or_null<ast::ImplItem>(items.defs[def].item);
  if (!item)
    return items.defs[def].span;
  Ty self = items.impl(def).self;
  if (!item->isDerived || !item->trait || !self->is(Type::Kind::Adt) || !items.defs[self->def].item)
    return headSpan(*item, items.report.sources);
  for (const ast::MetaItem &attribute : items.defs[self->def].item->attributes)
    if (attribute.name == "derive")
      for (const ast::MetaItem &trait : attribute.items)
        if (trait.name.rsplit("::").second == item->trait->last().ident.name ||
            trait.name == item->trait->last().ident.name)
          return trait.span;
  return items.defs[self->def].span;
}

bool cratec::rust::isOrphanImpl(Items &items, DefId def) {
  Ty parameter = nullptr;
  return HeaderChecker(items, def).isOrphan(parameter);
}

void cratec::rust::checkImplHeader(Items &items, DefId def) {
  HeaderChecker(items, def).run();
}
