//===- ItemsImplementation.h - what Items keeps -------------------*- C++ -*-===//
//
// Private to the files that implement Items. Everything is worked out once, when
// first asked for, and kept in slots. A slot that is asked for while it is being
// worked out is a cycle: E0391, said once, and the slot is used as far as it is.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Items.h"

#include <set>
#include <unordered_map>

namespace cratec::rust {

template <typename T> struct Slot {
  T value{};
  enum class State { Empty, Working, Done } state = State::Empty;
  bool cycleSaid = false;
};
/// Slots do not move when others are added.
template <typename T> using Slots = std::unordered_map<DefId, Slot<T>>;

/// Which impls a type can have, by its outermost constructor.
using TypeHead = std::pair<unsigned, uint64_t>;
/// Nothing for types that can be any: parameters, projections, unknown ones.
std::optional<TypeHead> headOf(Ty type);

struct ImplsOfTrait {
  std::vector<DefId> all; ///< of all crates, the local first
  std::map<TypeHead, std::vector<DefId>> byHead;
  std::vector<DefId> blanket; ///< `impl<T> Trait for T`
};

using TraitRefs = std::vector<TraitRef>;

/// Ends recursion in the search for impls.
inline constexpr unsigned selectionDepth = 48;

struct Items::Implementation {
  explicit Implementation(Items &items);

  Items &items;
  const Definitions &defs;
  TypeContext &types;
  struct Silence final : linkcheck::DiagnosticConsumer {
    void handle(const linkcheck::Diagnostic &) override {}
  } silence;
  linkcheck::Diagnostics silentDiagnostics{silence};
  Reporter silentReport;
  ConstantEvaluator evaluator;

  /// The local crate's mistakes are said; those of others were, when they were compiled.
  const Reporter &reporterFor(DefId def) const {
    return defs[def].crate == localCrateNumber ? items.report : silentReport;
  }
  template <typename T> void sayCycle(Slot<T> &slot, DefId def, llvm::StringRef doing) {
    const auto *alias = llvm::dyn_cast_or_null<ast::TypeAliasItem>(defs[def].item);
    if (!slot.cycleSaid)
      sayCycleAt(alias && alias->type ? alias->type->span : defs[def].span, def, doing);
    slot.cycleSaid = true;
  }
  void sayCycleAt(Span span, DefId def, llvm::StringRef doing);

  // ---- what is said of items (ItemsSignatures.cpp, ItemsAdt.cpp) ----
  Slots<ItemGenerics> genericsOf;
  Slots<FunctionSignature> signatures;
  Slots<Ty> typesOf;
  Slots<AdtInfo> adts;
  Slots<ImplInfo> impls;
  Slots<TraitRefs> supertraits;

  const ItemGenerics &generics(DefId def);
  void makeGenerics(DefId def, ItemGenerics &generics);
  const FunctionSignature &signature(DefId def);
  void makeSignature(DefId def, FunctionSignature &signature);
  Ty selfParameter(const ast::FunctionItem &function, DefId def, const TypeScope &scope);
  Ty typeOf(DefId def);
  Ty makeTypeOf(DefId def);
  const AdtInfo &adt(DefId def);
  void makeStruct(DefId def, AdtInfo &info);
  void makeEnum(DefId def, AdtInfo &info);
  void readDiscriminants(DefId def, const ast::EnumItem &item, AdtInfo &info);
  const ImplInfo &impl(DefId def);
  const TraitRefs &supertraitsOf(DefId trait);
  /// The type that `Self` is within an Impl or Trait.
  Ty selfTypeOf(DefId selfScope);
  std::optional<uint64_t> evaluate(const ast::Expr &expr, DefId module, DefId scope, Ty expected);

  // ---- types as written (ItemsTypes.cpp, ItemsPaths.cpp) ----
  /// The noun of E0121 for what is not an owner's own noun: "return types".
  llvm::StringRef placeholderPlace;

  Ty lowerType(const ast::TypeExpr *type, const TypeScope &scope);
  Ty lowerArray(const ast::TypeExpr &type, const TypeScope &scope);
  Ty lowerFunctionType(const ast::TypeExpr &type, const TypeScope &scope);
  Ty lowerHole(Span span, const TypeScope &scope);
  Ty lowerPath(const ast::Path &path, const TypeScope &scope);
  Ty lowerResolved(const ast::Path &path, const PathResolution &found, const TypeScope &scope);
  Ty lowerDefPath(const ast::Path &path, DefId def, const TypeScope &scope);
  std::optional<unsigned> findParameter(llvm::StringRef name, DefId owner);
  /// `T::Item` of a parameter, by its bounds.
  Ty projectParameter(Ty parameter, const ast::PathSegment &segment, const TypeScope &scope);
  /// `Self::Item`
  Ty projectSelf(DefId selfScope, const ast::PathSegment &segment, const TypeScope &scope);
  bool sayOuterParameter(const ast::Path &path, const TypeScope &scope);
  bool sayForbiddenArguments(const ast::Path &path, size_t allowed, const TypeScope &scope,
                             const std::string &what);
  std::vector<Ty> lowerArguments(const ast::PathSegment &segment, DefId def,
                                 const TypeScope &scope);
  void sayArgumentCount(const ast::PathSegment &segment, DefId def, unsigned expected,
                        const Reporter &report);
  std::optional<TraitRef> lowerTraitRef(const ast::Path &path, Ty self, const TypeScope &scope);
  bool defaultsToSelf(DefId trait) const;
  Type::Abi abiOf(std::optional<ast::Name> name) const;

  // ---- traits (Traits*.cpp) ----
  enum class IndexState { None, Building, Built } indexState = IndexState::None;
  std::map<DefId, ImplsOfTrait> implIndex;
  std::map<TypeHead, std::vector<DefId>> inherentIndex;
  std::map<llvm::StringRef, std::vector<DefId>> traitMembers; ///< TraitMethods by name
  std::map<std::pair<DefId, std::vector<Ty>>, bool> heldCache;
  std::map<std::pair<DefId, std::vector<Ty>>, std::optional<ImplMatch>> selectCache;
  std::unordered_map<Ty, bool> dropCache;
  std::set<Ty> dropsInWork;
  std::set<std::pair<DefId, Ty>> autoInWork;
  bool autoAssumed = false; ///< an answer rests on one of autoInWork

  void buildIndex();
  const ImplsOfTrait &implsOf(DefId trait);
  /// Impls whose Self may be the type; in a fixed order.
  std::vector<DefId> implCandidates(DefId trait, Ty self);
  struct Matched {
    ImplMatch match;
    bool isComplete = false; ///< every argument is told
  };
  std::optional<Matched> matchImpl(DefId impl, const TraitRef &ref, const TraitRefs &assumed,
                                   unsigned depth);
  std::optional<ImplMatch> select(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  bool holds(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  bool holdsUncached(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  bool holdsByAssumption(const TraitRef &ref, const TraitRefs &assumed);
  /// The bound among `assumed` and their supertraits that gives `ref`.
  const TraitRef *findAssumed(const TraitRef &ref, const TraitRefs &assumed, TraitRef &found);
  /// `bound` and all its supertraits, with their arguments.
  TraitRefs elaborate(const TraitRef &bound);
  bool holdsStructurally(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  bool elementsHold(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  bool holdsAutomatically(DefId trait, LangItem lang, Ty type, const TraitRefs &assumed,
                          unsigned depth);
  bool adtHoldsAutomatically(DefId trait, LangItem lang, Ty type, const TraitRefs &assumed,
                             unsigned depth);
  TraitRef normalize(const TraitRef &ref, const TraitRefs &assumed, unsigned depth);
  Ty normalize(Ty type, const TraitRefs &assumed, unsigned depth);
  Ty normalizeProjection(Ty type, const TraitRefs &assumed, unsigned depth);
  bool needsDrop(Ty type);
  bool needsDropUncached(Ty type);
  bool isSized(Ty type, unsigned depth);
  /// Whether the two types are equal or can become so.
  static bool mayEqual(Ty a, Ty b);
  /// The trait's member of that name, or noDef.
  DefId traitMember(DefId trait, llvm::StringRef name) const;
  bool isLang(DefId def, LangItem item) const { return def != noDef && defs.langItem(item) == def; }

  // ---- methods (TraitsLookup.cpp) ----
  void findInherent(Ty self, llvm::StringRef name, const Probe &probe,
                    std::vector<Candidate> &found);
  void findInBounds(Ty self, llvm::StringRef name, const TraitRefs &assumed,
                    std::vector<Candidate> &found);
  void findInTrait(Ty self, DefId member, const Probe &probe, std::vector<Candidate> &found);
};

/// One-way unification: binds the Params of a pattern to the parts of a type.
class HeaderMatcher {
public:
  explicit HeaderMatcher(unsigned parameters) : bound(parameters, nullptr) {}
  bool match(Ty pattern, Ty actual);

  std::vector<Ty> bound; ///< null where nothing tells
  /// Projections of the pattern, to be compared once the parameters are bound.
  std::vector<std::pair<Ty, Ty>> deferred;
};

/// Whether all of a type but what is inside agrees: kind, definition, mutability, length.
bool sameConstructor(Ty a, Ty b);

/// D01 for what a function of C's convention, `type` and as lowered, takes or gives by value.
void checkCSignature(const ast::TypeExpr &type, Ty lowered, const Definitions &defs,
                     const Reporter &report);

/// The part of an item that its errors underline: all up to its body.
Span headSpan(const ast::Item &item, const SourceMap &sources);

/// With the `#[` or `#![` before and the `]` behind.
Span wholeAttribute(const ast::MetaItem &attribute, const SourceMap &sources);

/// "1 generic argument", "2 generic arguments"
std::string counted(size_t count, llvm::StringRef noun);
/// "`a`", "`a` and `b`", "`a`, `b`, and `c`"
std::string listed(llvm::ArrayRef<std::string> names);

} // namespace cratec::rust
