//===- CheckItems.cpp - everything about items that needs no bodies -------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

bool cratec::rust::isRuntimeCrate(const Definitions &defs) {
  if (defs.hasFeature(localCrateNumber, "lang_items"))
    return true;
#define LANG_ITEM(id, name)                                                                        \
  if (DefId def = defs.langItem(LangItem::id);                                                     \
      def != noDef && defs[def].crate == localCrateNumber)                                         \
    return true;
#include "driver/rust/resolve/LangItems.def"
  return false;
}

// ---- sizes ----

namespace {

/// Finds what has no size and needs one, within one type.
class SizeChecker {
public:
  SizeChecker(Items &items, Span span) : items(items), span(span) {}

  /// Says so, and returns false, unless all parts have sizes.
  bool checkInside(Ty type) {
    if (type->hasError)
      return true;
    switch (type->kind) {
    case Type::Kind::Array:
    case Type::Kind::Slice:
      return require(type->element(), "slice and array elements must have `Sized` type") &&
             checkInside(type->element());
    case Type::Kind::Tuple:
      for (size_t i = 0; i + 1 < type->args.size(); ++i)
        if (!require(type->args[i],
                     "only the last element of a tuple may have a dynamically sized type"))
          return false;
      break;
    case Type::Kind::Adt:
      if (!checkAdtArguments(type))
        return false;
      break;
    case Type::Kind::FnPointer:
    case Type::Kind::FnDef:
      return true;
    default:
      break;
    }
    return llvm::all_of(type->args, [&](Ty part) { return checkInside(part); });
  }

  bool require(Ty type, StringRef note) {
    if (type->hasError || items.isSized(type))
      return true;
    Ty unsizedPart = type;
    while (unsizedPart->is(Type::Kind::Adt) && items.adt(unsizedPart->def).variants.size() == 1 &&
           !items.adt(unsizedPart->def).only().fields.empty())
      unsizedPart = items.types.substitute(items.adt(unsizedPart->def).only().fields.back().type,
                                           unsizedPart->args);
    auto error =
        items.report.error(Code::E0277, span, "doesn't have a size known at compile-time",
                           "the size for values of type `{}` cannot be known at compilation time",
                           toString(unsizedPart, items.defs));
    if (unsizedPart == type)
      error.help("the trait `Sized` is not implemented for `{}`", toString(type, items.defs));
    else
      error.help("within `{}`, the trait `Sized` is not implemented for `{}`",
                 toString(type, items.defs), toString(unsizedPart, items.defs));
    if (!note.empty())
      error.note("{}", note.str());
    error.done();
    return false;
  }

private:
  /// Which parameters may have no size the declaration does not tell; but one that is a
  /// field, other than the last, cannot.
  bool checkAdtArguments(Ty type) {
    if (llvm::all_of(type->args, [&](Ty arg) { return items.isSized(arg); }))
      return true;
    std::string note = fmt::format("required by an implicit `Sized` bound in `{}`",
                                   items.defs[type->def].name.str());
    const AdtInfo &info = items.adt(type->def);
    bool takesNone = info.isEnum || type->isAdt(items.defs.langItem(LangItem::Vec));
    for (Ty arg : type->args)
      if (takesNone && !require(arg, note))
        return false;
    for (const VariantInfo &variant : info.variants)
      for (const FieldInfo &field : variant.fields)
        if (&field != &variant.fields.back() &&
            !require(items.types.substitute(field.type, type->args), note))
          return false;
    return true;
  }

  Items &items;
  Span span;
};

} // namespace

void cratec::rust::checkSized(Items &items, Ty type, Span span, StringRef note) {
  if (type->hasError)
    return;
  SizeChecker checker(items, span);
  if (checker.checkInside(type) && !note.empty())
    checker.require(type, note);
}

// ---- generics ----

void cratec::rust::checkGenerics(Items &items, DefId def) {
  const ast::Item *item = items.defs[def].item;
  const ast::Generics *written = nullptr;
  if (const auto *function = llvm::dyn_cast_or_null<ast::FunctionItem>(item))
    written = &function->generics;
  else if (const auto *structItem = llvm::dyn_cast_or_null<ast::StructItem>(item))
    written = &structItem->generics;
  else if (const auto *enumItem = llvm::dyn_cast_or_null<ast::EnumItem>(item))
    written = &enumItem->generics;
  else if (const auto *alias = llvm::dyn_cast_or_null<ast::TypeAliasItem>(item))
    written = &alias->generics;
  else if (const auto *impl = llvm::dyn_cast_or_null<ast::ImplItem>(item))
    written = &impl->generics;
  if (!written || items.defs[def].kind == DefKind::Variant)
    return;
  DefId scope = items.selfScopeOf(def);
  std::vector<StringRef> outer;
  if (scope != noDef && scope != def)
    outer = items.generics(scope).names;
  for (size_t i = 0; i != written->params.size(); ++i) {
    const ast::Ident &ident = written->params[i].ident;
    const ast::GenericParam *first = nullptr;
    for (size_t j = 0; j != i && !first; ++j)
      if (written->params[j].ident.name == ident.name)
        first = &written->params[j];
    if (!first && !llvm::is_contained(outer, ident.name))
      continue;
    auto error = items.report.error(
        Code::E0403, ident.span, "already used",
        "the name `{}` is already used for a generic parameter in this item's generic parameters",
        ident.name.str());
    if (first)
      items.report.label(error, first->ident.span,
                         fmt::format("first use of `{}`", ident.name.str()));
  }
}

// ---- all ----

namespace {

void checkAlias(Items &items, DefId def) {
  const auto *item = llvm::dyn_cast_or_null<ast::TypeAliasItem>(items.defs[def].item);
  Ty type = items.typeOf(def);
  if (!item || type->hasError)
    return;
  std::vector<bool> used(item->generics.params.size());
  std::function<void(Ty)> mark = [&](Ty part) {
    if (part->is(Type::Kind::Param) && part->index < used.size())
      used[part->index] = true;
    forEachInside(part, mark);
  };
  mark(type);
  for (size_t i = 0; i != used.size(); ++i)
    if (!used[i])
      items.report
          .error(Code::E0091, item->generics.params[i].ident.span, "unused type parameter",
                 "type parameter `{}` is never used", item->generics.params[i].ident.name.str())
          .help("consider removing `{}` or referring to it in the body of the type alias",
                item->generics.params[i].ident.name.str())
          .done();
}

void checkDefinition(Items &items, DefId def) {
  switch (items.defs[def].kind) {
  case DefKind::Struct:
  case DefKind::Enum:
    checkGenerics(items, def);
    checkAdt(items, def);
    break;
  case DefKind::Function:
  case DefKind::Method:
  case DefKind::TraitMethod:
    checkGenerics(items, def);
    checkFunction(items, def);
    break;
  case DefKind::Const:
  case DefKind::AssociatedConst:
  case DefKind::Static:
    checkValue(items, def);
    break;
  case DefKind::TypeAlias:
    checkGenerics(items, def);
    checkAlias(items, def);
    break;
  case DefKind::AssociatedType:
    items.typeOf(def);
    break;
  case DefKind::Impl:
    checkGenerics(items, def);
    checkImpl(items, def);
    break;
  case DefKind::Trait:
    items.generics(def);
    break;
  case DefKind::Module:
  case DefKind::Variant:
    break;
  }
}

} // namespace

void cratec::rust::checkItems(Items &items, const ItemCheckOptions &options) {
  const Definitions &defs = items.defs;
  checkAttributes(items);
  for (DefId def = 0; def != defs.size(); ++def)
    if (defs[def].crate == localCrateNumber)
      checkDefinition(items, def);
  checkRecursiveTypes(items);
  checkOverlaps(items);
  checkMain(items, options);
}
