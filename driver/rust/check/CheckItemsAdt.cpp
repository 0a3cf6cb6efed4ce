//===- CheckItemsAdt.cpp - structs and enums ------------------------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

/// The declared fields of each variant; of a struct: one list.
std::vector<const std::vector<ast::FieldDecl> *> fieldLists(const ast::Item *item) {
  std::vector<const std::vector<ast::FieldDecl> *> lists;
  if (const auto *type = llvm::dyn_cast_or_null<ast::StructItem>(item))
    lists.push_back(&type->fields);
  else if (const auto *type = llvm::dyn_cast_or_null<ast::EnumItem>(item))
    for (const ast::VariantDecl &variant : type->variants)
      lists.push_back(&variant.fields);
  return lists;
}

class AdtChecker {
public:
  AdtChecker(Items &items, DefId def)
      : items(items), def(def), item(items.defs[def].item), info(items.adt(def)) {}

  void run() {
    if (!item)
      return;
    checkFields();
    checkParameters();
    checkRepresentation();
    if (const auto *type = llvm::dyn_cast<ast::EnumItem>(item))
      checkDiscriminants(*type);
  }

private:
  void checkFields() {
    auto lists = fieldLists(item);
    for (size_t v = 0; v != lists.size() && v != info.variants.size(); ++v) {
      std::map<StringRef, Span> seen;
      const std::vector<ast::FieldDecl> &fields = *lists[v];
      for (size_t i = 0; i != fields.size(); ++i) {
        const FieldInfo &field = info.variants[v].fields[i];
        auto [first, isNew] = seen.try_emplace(field.name, field.span);
        if (!isNew) {
          auto error = items.report.error(Code::E0124, field.span, "field already declared",
                                          "field `{}` is already declared", field.name.str());
          items.report.label(error, first->second,
                             fmt::format("`{}` first declared here", field.name.str()));
        }
        bool mayBeUnsized = !info.isEnum && i + 1 == fields.size();
        StringRef note = info.isEnum
                             ? "no field of an enum variant may have a dynamically sized type"
                             : "only the last field of a struct may have a dynamically sized type";
        if (fields[i].type)
          checkSized(items, field.type, fields[i].type->span, mayBeUnsized ? "" : note);
      }
    }
  }

  // ---- parameters ----

  static void markUsed(Ty type, std::vector<bool> &used) {
    if (type->is(Type::Kind::Param) && type->index < used.size())
      used[type->index] = true;
    forEachInside(type, [&](Ty inside) { markUsed(inside, used); });
  }

  void checkParameters() {
    if (items.defs.langItemOf(def) == LangItem::PhantomData)
      return;
    std::vector<bool> used(info.parameters);
    for (const VariantInfo &variant : info.variants)
      for (const FieldInfo &field : variant.fields) {
        if (field.type->hasError)
          return;
        markUsed(field.type, used);
      }
    const auto *structItem = llvm::dyn_cast<ast::StructItem>(item);
    const ast::Generics &generics =
        structItem ? structItem->generics : llvm::cast<ast::EnumItem>(item)->generics;
    // Of two with one name, the first is hidden, which has been said.
    auto isRepeated = [&](const ast::GenericParam &param) {
      return llvm::count_if(generics.params, [&](const ast::GenericParam &other) {
               return other.ident.name == param.ident.name;
             }) > 1;
    };
    for (size_t i = 0; i != generics.params.size() && i != used.size(); ++i)
      if (!used[i] && !isRepeated(generics.params[i]))
        items.report
            .error(Code::E0392, generics.params[i].ident.span, "unused type parameter",
                   "type parameter `{}` is never used", generics.params[i].ident.name.str())
            .help("consider removing `{}`, referring to it in a field, or using a marker such as "
                  "`PhantomData`",
                  generics.params[i].ident.name.str())
            .done();
  }

  // ---- representation ----

  void checkRepresentation() {
    std::vector<const ast::MetaItem *> sizes;
    for (const ast::MetaItem &attribute : item->attributes)
      if (attribute.name == "repr")
        for (const ast::MetaItem &hint : attribute.items)
          checkHint(hint, sizes);
    if (sizes.size() > 1 && sizes[0]->name != sizes[1]->name)
      items.report.error(Code::E0566, sizes[0]->span, "", "conflicting representation hints")
          .done();
    const auto *type = llvm::dyn_cast<ast::EnumItem>(item);
    const ast::MetaItem *repr = ast::findAttribute(item->attributes, "repr");
    if (type && type->variants.empty() && (info.reprInt || info.reprC)) {
      Span hint = repr->items.empty() ? repr->span : repr->items.front().span;
      auto error = items.report.error(Code::E0084, hint, "",
                                      "unsupported representation for zero-variant enum");
      items.report.label(error, headSpan(*item, items.report.sources), "zero-variant enum");
    }
  }

  void checkHint(const ast::MetaItem &hint, std::vector<const ast::MetaItem *> &sizes) {
    bool isStruct = llvm::isa<ast::StructItem>(item);
    bool isInt = llvm::StringSwitch<bool>(hint.name)
                     .Cases("i8", "i16", "i32", "i64", "isize", true)
                     .Cases("u8", "u16", "u32", "u64", "usize", true)
                     .Default(false);
    auto wrongPlace = [&](StringRef wanted) {
      auto error = items.report.error(Code::E0517, hint.span, "",
                                      "attribute should be applied to {}", wanted.str());
      items.report.label(error, headSpan(*item, items.report.sources), "not " + wanted.str());
    };
    if (hint.name.empty()) {
      items.report
          .error(
              Code::E0565,
              wholeAttribute(*ast::findAttribute(item->attributes, "repr"), items.report.sources),
              "", "meta item in `repr` must be an identifier")
          .done();
    } else if (hint.value || (hint.isList && (hint.name == "C" || isInt))) {
      items.report
          .error(Code::E0552, hint.span, "",
                 "invalid representation hint: `{}` does not take a value", hint.name.str())
          .done();
    } else if (hint.name == "align" || hint.name == "transparent" || hint.name == "simd" ||
               (hint.name == "packed" && hint.isList)) {
      items.report
          .error(Code::D01, hint.span, "not of the dialect",
                 "the representation `{}` is outside the dialect",
                 items.report.sources.text(hint.span).str())
          .done();
    } else if (isInt) {
      if (isStruct)
        wrongPlace("an enum");
      sizes.push_back(&hint);
    } else if (hint.name == "packed") {
      if (!isStruct)
        wrongPlace("a struct or union");
    } else if (hint.name != "C" && hint.name != "Rust") {
      items.report.error(Code::E0552, hint.span, "", "unrecognized representation hint")
          .help("valid reprs are `C`, `packed`, `i8`, `u8`, `i16`, `u16`, `i32`, `u32`, `i64`, "
                "`u64`, `isize` and `usize`")
          .done();
    }
  }

  // ---- discriminants ----

  void checkDiscriminants(const ast::EnumItem &type) {
    auto hasValue = [](const ast::VariantDecl &variant) { return variant.discriminant != nullptr; };
    auto explicitOne = llvm::find_if(type.variants, hasValue);
    if (!info.isCLike() && !info.reprInt && explicitOne != type.variants.end()) {
      auto error = items.report.error(Code::E0732, headSpan(type, items.report.sources), "",
                                      "`#[repr(inttype)]` must be specified for enums with "
                                      "explicit discriminants and non-unit variants");
      items.report.label(error, explicitOne->discriminant->span, "explicit discriminant");
    }
    if (info.hasBadDiscriminant)
      return;
    std::map<int64_t, std::vector<size_t>> byValue;
    for (size_t i = 0; i != info.variants.size(); ++i)
      byValue[info.variants[i].discriminant].push_back(i);
    std::vector<std::pair<size_t, int64_t>> repeated;
    for (const auto &[value, variants] : byValue)
      if (variants.size() > 1)
        repeated.push_back({variants.front(), value});
    llvm::sort(repeated);
    for (const auto &[first, value] : repeated) {
      std::string text = info.reprInt && !isSigned(*info.reprInt) ? std::to_string(uint64_t(value))
                                                                  : std::to_string(value);
      auto error = items.report.error(Code::E0081, headSpan(type, items.report.sources), "",
                                      "discriminant value `{}` assigned more than once", text);
      for (size_t index : byValue[value]) {
        const ast::VariantDecl &variant = type.variants[index];
        items.report.label(error,
                           variant.discriminant ? variant.discriminant->span : variant.ident.span,
                           fmt::format("`{}` assigned here", text));
      }
    }
  }

  Items &items;
  DefId def;
  const ast::Item *item;
  const AdtInfo &info;
};

// ---- types that hold themselves ----

/// Which types lie within which, without a pointer between.
class Containment {
public:
  explicit Containment(Items &items) : items(items) {}

  /// The structs and enums directly within a type of a field.
  void collect(Ty type, std::set<DefId> &found) {
    switch (type->kind) {
    case Type::Kind::Adt: {
      found.insert(type->def);
      std::set<unsigned> held = heldParameters(type->def);
      for (unsigned index : held)
        if (index < type->args.size())
          collect(type->args[index], found);
      return;
    }
    case Type::Kind::Array:
    case Type::Kind::Slice:
    case Type::Kind::Tuple:
      forEachInside(type, [&](Ty inside) { collect(inside, found); });
      return;
    default:
      return;
    }
  }

  const std::set<DefId> &within(DefId def) {
    auto [slot, isNew] = successors.try_emplace(def);
    if (isNew) {
      std::set<DefId> found;
      for (const VariantInfo &variant : items.adt(def).variants)
        for (const FieldInfo &field : variant.fields)
          collect(field.type, found);
      slot->second = std::move(found);
    }
    return slot->second;
  }

  /// The types on a way from `def` back to itself, `def` first; empty if there is none.
  std::vector<DefId> findCycle(DefId def) {
    std::vector<DefId> way{def};
    std::set<DefId> seen;
    return search(def, def, way, seen) ? way : std::vector<DefId>();
  }

private:
  bool search(DefId from, DefId wanted, std::vector<DefId> &way, std::set<DefId> &seen) {
    std::set<DefId> next = within(from);
    if (next.count(wanted))
      return true;
    for (DefId inside : next) {
      // Other crates' types hold ours by parameters alone, which collect() has followed.
      if (items.defs[inside].crate != localCrateNumber || !seen.insert(inside).second)
        continue;
      way.push_back(inside);
      if (search(inside, wanted, way, seen))
        return true;
      way.pop_back();
    }
    return false;
  }

  /// The parameters of which the type holds values.
  std::set<unsigned> heldParameters(DefId def) {
    auto known = held.find(def);
    if (known != held.end())
      return known->second;
    held[def]; // what it holds by way of itself, it holds otherwise too
    std::set<unsigned> found;
    for (const VariantInfo &variant : items.adt(def).variants)
      for (const FieldInfo &field : variant.fields)
        collectParameters(field.type, found);
    return held[def] = found;
  }

  void collectParameters(Ty type, std::set<unsigned> &found) {
    switch (type->kind) {
    case Type::Kind::Param:
      found.insert(type->index);
      return;
    case Type::Kind::Adt: {
      std::set<unsigned> inner = heldParameters(type->def);
      for (unsigned index : inner)
        if (index < type->args.size())
          collectParameters(type->args[index], found);
      return;
    }
    case Type::Kind::Array:
    case Type::Kind::Slice:
    case Type::Kind::Tuple:
      forEachInside(type, [&](Ty inside) { collectParameters(inside, found); });
      return;
    default:
      return;
    }
  }

  Items &items;
  std::map<DefId, std::set<DefId>> successors;
  std::map<DefId, std::set<unsigned>> held;
};

} // namespace

void cratec::rust::checkAdt(Items &items, DefId def) {
  AdtChecker(items, def).run();
}

void cratec::rust::checkRecursiveTypes(Items &items) {
  Containment containment(items);
  std::set<DefId> said;
  for (DefId def = 0; def != items.defs.size(); ++def) {
    const Def &definition = items.defs[def];
    bool isType = definition.kind == DefKind::Struct || definition.kind == DefKind::Enum;
    if (!isType || definition.crate != localCrateNumber || said.count(def))
      continue;
    std::vector<DefId> cycle = containment.findCycle(def);
    if (cycle.empty())
      continue;
    llvm::sort(cycle);
    said.insert(cycle.begin(), cycle.end());
    std::vector<std::string> names;
    for (DefId type : cycle)
      names.push_back(items.defs[type].name.str());
    auto error = items.report.error(
        Code::E0072, headSpan(*items.defs[cycle.front()].item, items.report.sources), "",
        "recursive type{} {} {} infinite size", cycle.size() == 1 ? "" : "s", listed(names),
        cycle.size() == 1 ? "has" : "have");
    std::set<DefId> members(cycle.begin(), cycle.end());
    for (DefId type : cycle) {
      if (type != cycle.front())
        items.report.label(error, headSpan(*items.defs[type].item, items.report.sources), "");
      auto lists = fieldLists(items.defs[type].item);
      const AdtInfo &info = items.adt(type);
      for (size_t v = 0; v != lists.size() && v != info.variants.size(); ++v)
        for (size_t i = 0; i != lists[v]->size(); ++i) {
          std::set<DefId> inside;
          containment.collect(info.variants[v].fields[i].type, inside);
          if (llvm::any_of(inside, [&](DefId d) { return members.count(d) != 0; }))
            items.report.label(error, (*lists[v])[i].type->span, "recursive without indirection");
        }
    }
    error.help("insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle").done();
  }
}
