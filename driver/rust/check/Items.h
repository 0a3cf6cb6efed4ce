//===- Items.h - types of items, impls, and the known traits ------*- C++ -*-===//
//
// What is known of an item without looking into bodies: generics, signatures, fields,
// impls. Each is worked out when first asked for and then kept, so that a large crate
// upstream costs only what is used of it. checkItems() asks for all of the local crate,
// which says everything that is wrong with it.
//
// Type parameters are numbered through: those of an impl or a trait first (a trait's
// Self is 0), then those of the method. Arguments come in the same order.
//
// Traits are the closed set that core declares (LangItems.def); users implement them
// and derive them. Bounds exist in the runtime's crates alone.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Type.h"

#include <functional>

namespace cratec::rust {

/// `Self: Trait<args…>`; args[0] is Self.
struct TraitRef {
  DefId trait = noDef;
  std::vector<Ty> args;
};

struct ItemGenerics {
  DefId parent = noDef; ///< the Impl or Trait whose parameters come first
  unsigned parentCount = 0;
  std::vector<llvm::StringRef> names; ///< of all, the parent's included
  std::vector<TraitRef> bounds;       ///< of all; a Trait's methods have `Self: Trait` too
  unsigned count() const { return static_cast<unsigned>(names.size()); }
};

struct FunctionSignature {
  std::vector<Ty> parameters; ///< self first
  Ty result = nullptr;
  bool hasSelf = false; ///< callable as a method; parameters[0] is its type
  bool isUnsafe = false;
  bool isConst = false;
  bool isVariadic = false;
  Type::Abi abi = Type::Abi::Rust;
};

struct FieldInfo {
  llvm::StringRef name;
  Ty type; ///< with Params of the type
  bool isPublic = false;
  Span span;
};

struct VariantInfo {
  DefId def; ///< the Struct itself, or the Variant
  llvm::StringRef name;
  ast::FieldStyle style;
  std::vector<FieldInfo> fields;
  int64_t discriminant = 0; ///< of enums, as the bits of `discriminantType` sign or zero extended
};

struct AdtInfo {
  DefId def;
  bool isEnum = false;
  std::vector<VariantInfo> variants; ///< one for a struct
  unsigned parameters = 0;
  // `#[repr(…)]`
  bool reprC = false;
  bool reprPacked = false;
  std::optional<IntKind> reprInt;
  Ty discriminantType = nullptr;   ///< isize unless the repr says otherwise; what `as` starts from
  bool hasBadDiscriminant = false; ///< one could not be told; that has been said
  /// The method of `impl Drop`, or noDef.
  DefId dropMethod = noDef;

  bool isCLike() const {
    for (const VariantInfo &variant : variants)
      if (!variant.fields.empty())
        return false;
    return isEnum;
  }
  const VariantInfo &only() const { return variants.front(); }
};

struct ImplInfo {
  DefId def;
  std::optional<TraitRef> trait; ///< nothing for an inherent impl
  Ty self = nullptr;
};

/// An impl that makes a trait hold, with the arguments of its parameters.
struct ImplMatch {
  DefId impl = noDef;
  std::vector<Ty> args;
};

/// A function with the arguments of all its parameters.
struct Callee {
  DefId def = noDef; ///< Function, Method, TraitMethod; Struct or Variant: its constructor
  TypeList args;
};

/// Evaluates a constant expression of the type to an integer's bits: array lengths and
/// discriminants. Set by who can do that (check/Constants.h); says what is wrong, then yields
/// nothing.
using ConstantEvaluator = std::function<std::optional<uint64_t>(const ast::Expr &, DefId module,
                                                                DefId selfScope, Ty expected)>;

class Items {
public:
  Items(const Definitions &defs, TypeContext &types, const Reporter &report);
  ~Items();

  const Definitions &defs;
  TypeContext &types;
  const Reporter &report;

  void setConstantEvaluator(ConstantEvaluator evaluator);
  const ConstantEvaluator &constantEvaluator() const;

  const ItemGenerics &generics(DefId def);
  /// Function, Method, TraitMethod; tuple Struct and Variant: their constructor's.
  const FunctionSignature &signature(DefId def);
  /// The type of a Const, AssociatedConst or Static; what a TypeAlias or AssociatedType stands for
  /// (a Projection for the trait's own); of a Struct, Enum or Impl: Self with its own Params.
  Ty typeOf(DefId def);
  const AdtInfo &adt(DefId def);
  const ImplInfo &impl(DefId def);
  /// Where Params are in scope and what `Self` is while types within `def` are read.
  /// `self` and names come from generics().

  /// The type that is written at a place in `module`, inside the item `owner` (whose generics
  /// are in scope; `selfScope`, its Impl or Trait, gives `Self`). `inferHole` answers `_` and
  /// left-out arguments; without it they are E0121 and E0107. Yields types.error() after an error.
  struct TypeScope {
    DefId module = noDef;
    DefId owner = noDef;
    std::function<Ty(Span)> inferHole;
  };
  Ty lowerType(const ast::TypeExpr &type, const TypeScope &scope);
  /// The generic arguments of a path's segment for `def`, parents' not included.
  std::vector<Ty> lowerArguments(const ast::PathSegment &segment, DefId def,
                                 const TypeScope &scope);
  /// The Impl or Trait that `def` stands in or is; noDef outside of one.
  DefId selfScopeOf(DefId def) const;

  /// Type arguments of `def` that are its own parameters: Param(0), Param(1), ….
  TypeList identityArguments(DefId def);

  // ---- traits ----

  /// The impl by which `ref` holds; nothing where none does, or where it rests on a Param's
  /// bound (`holds` tells). Infer types in `ref` match what they can still become; with
  /// several impls possible, or with one whose arguments `ref` does not tell: nothing.
  std::optional<ImplMatch> selectImpl(const TraitRef &ref,
                                      const std::vector<TraitRef> &assumed = {});
  /// Whether the trait holds: by an impl, structurally (Copy and Clone of arrays, tuples,
  /// function pointers…; Send and Sync), or by a bound in `assumed`. With Infer types: whether
  /// it still can. True of what has an error.
  bool holds(const TraitRef &ref, const std::vector<TraitRef> &assumed = {});
  /// False of an Infer::Any; of {integer} and {float} true.
  bool isCopy(Ty type, const std::vector<TraitRef> &assumed = {});
  /// The traits that hold wherever `ref` does: those it names as its own bounds, and theirs.
  std::vector<TraitRef> supertraits(const TraitRef &ref);
  /// Has a size known when compiling: all but str and slices.
  bool isSized(Ty type) const;
  /// Whether something happens when a value of it is dropped. Params do need it.
  bool needsDrop(Ty type);
  /// Replaces Projections by what the impls say; those on Params stay.
  Ty normalize(Ty type, const std::vector<TraitRef> &assumed = {});

  /// The function that a call of a TraitMethod with these arguments (none has a Param) means:
  /// the impl's, or the trait's default. Other functions are returned as they are. Structural
  /// clones (of arrays, tuples, …) come back as the TraitMethod itself: the code generator makes
  /// them.
  Callee resolveCallee(Callee callee);

  // ---- methods ----

  /// A method or associated item that `name` may mean for the type; see probe.
  struct Candidate {
    DefId def = noDef; ///< Method, TraitMethod, AssociatedConst
    std::vector<Ty>
        parentArgs;         ///< of the impl's (or trait's) parameters; with Infer from `freshInfer`
    bool fromBound = false; ///< a TraitMethod by a bound of a Param, or of a structural impl
  };
  /// All that `name` can mean on exactly `self` (no autoderef): inherent items first, then those
  /// of traits. A trait gives one candidate: where only one impl can mean `self`, that impl's
  /// Method, or, where it leaves the default, the TraitMethod with the trait's arguments as the
  /// impl says them; where several can (From<A>, From<B>), by a bound, or structurally: the
  /// TraitMethod with Self and fresh arguments (a bound's own, where it is a bound). For
  /// TraitMethods, normalize() what the signature gives, once the arguments are known. `freshInfer`
  /// makes an inference variable for an impl's parameter; whether types agree is told by `unify`,
  /// which is to leave nothing bound when it fails (see Inference::probe). Private methods are
  /// included: who calls checks visibility.
  struct Probe {
    std::function<Ty()> freshInfer;
    std::function<bool(Ty, Ty)> unifies; ///< only asks
    const std::vector<TraitRef> *assumed = nullptr;
  };
  std::vector<Candidate> lookupAssociated(Ty self, llvm::StringRef name, const Probe &probe);

  struct Implementation; ///< ItemsImplementation.h

private:
  std::unique_ptr<Implementation> implementation;
};

struct ItemCheckOptions {
  bool isExecutable = false; ///< then there must be a `main` that can be called
};

/// Checks everything about the local crate's items that needs no bodies: signatures, field types,
/// recursive types (E0072), duplicate fields and variants, discriminants, impls against their
/// traits (E0046, E0053, E0050, E0407, E0185, E0186, E0195, E0199, E0200), overlaps (E0119, E0592,
/// E0201), orphans (E0116, E0117, E0118), Copy and Drop (E0204, E0184, E0120), attributes and
/// feature gates (E0658, E0554), statics' Sync (E0277), `main` of an executable (E0601, E0131,
/// E0580).
void checkItems(Items &items, const ItemCheckOptions &options);

} // namespace cratec::rust
