//===- CheckItemsOverlap.cpp - impls that say the same twice --------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

/// Two-way unification of two headers whose parameters are told apart by number.
class HeaderUnifier {
public:
  HeaderUnifier(TypeContext &types, unsigned count) : types(types), bound(count, nullptr) {}

  bool unify(Ty a, Ty b) {
    a = shallow(a);
    b = shallow(b);
    if (a == b || isSameParam(a, b))
      return true;
    if (a->is(Type::Kind::Param))
      return bind(a, b);
    if (b->is(Type::Kind::Param))
      return bind(b, a);
    // What a projection stands for may be anything.
    if (a->is(Type::Kind::Projection) || b->is(Type::Kind::Projection))
      return true;
    if (!sameConstructor(a, b))
      return false;
    for (size_t i = 0; i != a->args.size(); ++i)
      if (!unify(a->args[i], b->args[i]))
        return false;
    return true;
  }

  /// What the parameters became; those that are free are unknown types.
  Ty resolve(Ty type, bool keepParams) {
    std::vector<Ty> step, last;
    for (unsigned i = 0; i != bound.size(); ++i) {
      step.push_back(bound[i] ? bound[i] : types.param(i, "_"));
      last.push_back(keepParams ? step.back() : types.infer(~0u - i, Type::Infer::Any));
    }
    // Nothing is bound to what it is part of, so this ends.
    for (unsigned i = 0; i != bound.size() && type->hasParam; ++i)
      type = types.substitute(type, step);
    return types.substitute(type, last);
  }

private:
  Ty shallow(Ty type) {
    while (type->is(Type::Kind::Param) && bound[type->index])
      type = bound[type->index];
    return type;
  }

  /// A parameter is its number: names differ between what impls and traits call it.
  static bool isSameParam(Ty a, Ty b) {
    return a->is(Type::Kind::Param) && b->is(Type::Kind::Param) && a->index == b->index;
  }

  bool occurs(Ty param, Ty type) {
    type = shallow(type);
    if (isSameParam(type, param))
      return true;
    return llvm::any_of(type->args, [&](Ty inside) { return occurs(param, inside); });
  }

  bool bind(Ty param, Ty type) {
    if (occurs(param, type))
      return false;
    bound[param->index] = type;
    return true;
  }

  TypeContext &types;
  std::vector<Ty> bound;
};

class OverlapChecker {
public:
  explicit OverlapChecker(Items &items) : items(items), defs(items.defs) {}

  void run() {
    std::map<DefId, std::vector<DefId>> byTrait;
    std::map<TypeHead, std::vector<DefId>> inherent;
    std::set<DefId> localTraits;
    for (CrateNumber crate = 0; crate != defs.crates().size(); ++crate) {
      if (!defs.crates()[crate].ast)
        continue;
      for (DefId def : defs.all(DefKind::Impl, crate))
        sort(def, crate == localCrateNumber, byTrait, inherent);
    }
    for (const auto &[trait, impls] : byTrait)
      for (size_t i = 0; i != impls.size(); ++i)
        for (size_t j = 0; j != i; ++j)
          compareTraitImpls(impls[j], impls[i]);
    for (const auto &[head, impls] : inherent)
      for (size_t i = 0; i != impls.size(); ++i)
        for (size_t j = 0; j <= i; ++j)
          compareInherent(impls[j], impls[i]);
  }

private:
  bool isLocal(DefId def) const { return defs[def].crate == localCrateNumber; }
  const ast::ImplItem &syntax(DefId def) const {
    return *llvm::cast<ast::ImplItem>(defs[def].item);
  }
  Span head(DefId def) const { return implHead(items, def); }

  void sort(DefId def, bool local, std::map<DefId, std::vector<DefId>> &byTrait,
            std::map<TypeHead, std::vector<DefId>> &inherent) {
    const auto *item = llvm::dyn_cast_or_null<ast::ImplItem>(defs[def].item);
    const ImplInfo &info = items.impl(def);
    if (!item || info.self->hasError)
      return;
    if (item->trait) {
      // Local impls come first, so that a trait without one is not there.
      if (info.trait && (local || byTrait.count(info.trait->trait)))
        byTrait[info.trait->trait].push_back(def);
    } else if (local) {
      if (auto head = headOf(info.self))
        inherent[*head].push_back(def);
    }
  }

  std::vector<Ty> shifted(TypeList args, unsigned by, DefId owner) {
    std::vector<Ty> params;
    const ItemGenerics &generics = items.generics(owner);
    for (unsigned i = 0; i != generics.count(); ++i)
      params.push_back(items.types.param(i + by, generics.names[i]));
    return items.types.substitute(args, params);
  }

  bool boundsCanHold(DefId impl, unsigned by, HeaderUnifier &unifier) {
    for (const TraitRef &bound : items.generics(impl).bounds) {
      TraitRef wanted{bound.trait, {}};
      for (Ty type : shifted(bound.args, by, impl))
        wanted.args.push_back(unifier.resolve(type, false));
      if (!items.holds(wanted))
        return false;
    }
    return true;
  }

  /// The type for which both are, or nothing.
  std::optional<std::vector<Ty>> meet(DefId first, TypeList a, DefId second, TypeList b) {
    if (a.size() != b.size())
      return std::nullopt;
    unsigned by = items.generics(first).count();
    HeaderUnifier unifier(items.types, by + items.generics(second).count());
    std::vector<Ty> other = shifted(b, by, second);
    for (size_t i = 0; i != a.size(); ++i)
      if (!unifier.unify(a[i], other[i]))
        return std::nullopt;
    if (!boundsCanHold(first, 0, unifier) || !boundsCanHold(second, by, unifier))
      return std::nullopt;
    std::vector<Ty> both;
    for (Ty type : a)
      both.push_back(unifier.resolve(type, true));
    return both;
  }

  void compareTraitImpls(DefId first, DefId second) {
    if (!isLocal(first) && !isLocal(second))
      return;
    // Against other crates, that it stands here is wrong already.
    if (isLocal(first) != isLocal(second) && isOrphanImpl(items, isLocal(first) ? first : second))
      return;
    const ImplInfo &one = items.impl(first), &other = items.impl(second);
    auto both = meet(first, one.trait->args, second, other.trait->args);
    if (!both || llvm::any_of(*both, [](Ty type) { return type->hasError; }))
      return;
    std::string trait = defs[one.trait->trait].name.str();
    for (size_t i = 1; i != both->size(); ++i)
      trait += (i == 1 ? "<" : ", ") + toString((*both)[i], defs);
    if (both->size() > 1)
      trait += ">";
    std::string self = toString(both->front(), defs);
    // A derived impl stands before the type, and is the second one all the same.
    bool isDerived =
        isLocal(first) && isLocal(second) && syntax(first).isDerived && !syntax(second).isDerived;
    DefId said = isDerived || !isLocal(second) ? first : second;
    DefId earlier = said == first ? second : first;
    auto error = items.report.error(
        Code::E0119, head(said), fmt::format("conflicting implementation for `{}`", self),
        "conflicting implementations of trait `{}` for type `{}`", trait, self);
    if (isLocal(earlier))
      items.report.label(error, head(earlier), "first implementation here");
    else
      error.note("conflicting implementation in crate `{}`:\n- {}",
                 defs.crates()[defs[earlier].crate].name,
                 items.report.sources.text(head(earlier)).str());
  }

  void compareInherent(DefId first, DefId second) {
    Ty one = items.impl(first).self, other = items.impl(second).self;
    if (first != second && !meet(first, one, second, other))
      return;
    const auto &firstItems = syntax(first).items();
    const auto &secondItems = syntax(second).items();
    for (size_t j = 0; j != secondItems.size(); ++j) {
      size_t end = first == second ? j : firstItems.size();
      for (size_t i = 0; i != end; ++i) {
        if (firstItems[i]->ident.name != secondItems[j]->ident.name)
          continue;
        std::string name = firstItems[i]->ident.name.str();
        // Of two impls rustc marks the first, within one the second.
        const ast::Item *said = first == second ? secondItems[j] : firstItems[i];
        const ast::Item *rest = first == second ? firstItems[i] : secondItems[j];
        auto error = items.report.error(Code::E0592, headSpan(*said, items.report.sources),
                                        fmt::format("duplicate definitions for `{}`", name),
                                        "duplicate definitions with name `{}`", name);
        items.report.label(error, headSpan(*rest, items.report.sources),
                           fmt::format("other definition for `{}`", name));
        break;
      }
    }
  }

  Items &items;
  const Definitions &defs;
};

} // namespace

void cratec::rust::checkOverlaps(Items &items) {
  OverlapChecker(items).run();
}
