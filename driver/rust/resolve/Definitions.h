//===- Definitions.h - every item of every crate, by name ---------*- C++ -*-===//
//
// resolveNames() makes one table of all definitions of the local crate and of those
// upstream, numbered, and gives each module its two namespaces with all imports
// resolved: globs, chains of re-exports, the prelude. After that names do not change;
// only the items of upstream impls join the table when they are first asked for. Paths within
// bodies and signatures are resolved against it by who meets them (resolvePath), since only they
// know the local variables.
//
// The rules are those of Rust 2015: `use` paths begin at the crate's root, other paths
// in the current module; names of a block's own items hide the module's; explicit
// imports and items hide glob imports, and all hide the prelude.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/syntax/Ast.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/MapVector.h>

#include <array>
#include <deque>
#include <map>

namespace cratec::rust {

/// An index into Definitions. Within one run equal inputs give equal numbers.
using DefId = uint32_t;
inline constexpr DefId noDef = ~DefId(0);

using CrateNumber = uint32_t;
inline constexpr CrateNumber localCrateNumber = 0;

enum class DefKind {
  Module, ///< a crate's root, `mod`, and the anonymous module of a block that has items
  Struct,
  Enum,
  Variant,     ///< parent: the Enum
  Function,    ///< free function; also in an extern block (then `isForeign`)
  Method,      ///< function of an Impl, with or without self
  TraitMethod, ///< parent: the Trait
  Const,
  AssociatedConst, ///< parent: the Impl
  Static,          ///< also in an extern block
  TypeAlias,
  AssociatedType, ///< parent: the Impl that says it, or the Trait
  Trait,          ///< one of the known traits, declared in core
  Impl
};
/// "module", "struct", "function", … as rustc's messages say it.
llvm::StringRef describe(DefKind kind);

struct Def {
  DefKind kind = DefKind::Module;
  ast::Name name;       ///< empty for an Impl and a block's module
  Span span;            ///< of the name; of an Impl: the whole item
  DefId parent = noDef; ///< the Module, Enum, Impl or Trait it stands in
  CrateNumber crate = localCrateNumber;
  bool isPublic = false;  ///< else visible in the parent module and below
  bool isForeign = false; ///< stands in an extern block
  /// The syntax: an Item of the kind's class. A Variant's is its Enum's, see `index`; a
  /// crate root's is its Module; null for a block's module.
  const ast::Item *item = nullptr;
  const ast::ExternItem *externBlock = nullptr; ///< of a foreign item
  unsigned index = 0;                           ///< of a Variant within its enum
};

enum class Namespace { Type, Value };

/// Types without a definition: `i32`, `bool`, `str`, …
enum class PrimitiveType {
  Bool,
  Char,
  Str,
  I8,
  I16,
  I32,
  I64,
  Isize,
  U8,
  U16,
  U32,
  U64,
  Usize,
  F32,
  F64
};
std::optional<PrimitiveType> findPrimitiveType(llvm::StringRef name);

/// What a path means, as far as names tell. `rest` segments at the end are left for who
/// knows types: `Vec::new` is the struct Vec and 1, `u8::max_value` the primitive and 1.
struct PathResolution {
  enum class Kind { Error, Def, Primitive, SelfType };
  Kind kind = Kind::Error; ///< Error: has been said
  DefId def = noDef;       ///< Def; SelfType: the Impl or Trait
  PrimitiveType primitive = PrimitiveType::Bool;
  unsigned rest = 0;
};

/// The items that the compiler itself must know: `#[lang = "name"]` in a crate of the
/// runtime. The names are in LangItems.def.
enum class LangItem {
#define LANG_ITEM(id, name) id,
#include "driver/rust/resolve/LangItems.def"
};
llvm::StringRef spelling(LangItem item);
std::optional<LangItem> findLangItem(llvm::StringRef name);

/// A crate as input of resolveNames().
struct CrateInput {
  std::string name;
  std::string disambiguator;       ///< for mangled names: lower case hexadecimal digits
  const ast::Crate *ast = nullptr; ///< null: a native crate, without items
  /// What `extern crate NAME` means in it: an index into the inputs.
  std::map<std::string, CrateNumber> externs;
};

/// What a name means in one namespace of a module or an enum.
struct NameBinding {
  enum class Origin : uint8_t { None, Item, ExternCrate, Import, Glob };
  Origin origin = Origin::None;
  DefId def = noDef;       ///< noDef although bound: what is wrong has been said
  DefId visibleIn = noDef; ///< a module; noDef: everywhere
  DefId other = noDef;     ///< a second glob import means this: E0659 where it is used
  uint32_t import = 0;     ///< Import, Glob: the number of the import
  Span span;               ///< of the import or extern crate
  Span otherSpan;

  bool isBound() const { return origin != Origin::None; }
  bool isFinal() const { return origin == Origin::Item || origin == Origin::ExternCrate; }
  bool operator==(const NameBinding &) const = default;
};

class Definitions {
public:
  const Def &operator[](DefId id) const { return defs[id]; }
  size_t size() const { return defs.size(); }
  llvm::ArrayRef<CrateInput> crates() const { return crateInputs; }
  DefId crateRoot(CrateNumber crate) const { return roots[crate]; }

  /// The definition of an item (also of impl and extern items), or noDef.
  DefId find(const ast::Item *item) const { return byItem.lookup_or(item, noDef); }
  /// The anonymous module of a block that has items, or noDef.
  DefId findBlock(const ast::Block *block) const { return byBlock.lookup_or(block, noDef); }
  /// Variants of an Enum, items of an Impl, methods of a Trait; in source order. The items of an
  /// upstream impl may be read, and numbered, only now.
  llvm::ArrayRef<DefId> members(DefId parent) const;
  /// The first member of that name, or noDef.
  DefId member(DefId parent, llvm::StringRef name) const;
  /// All of a kind in a crate, in source order: Impl, Trait, Function, …; not what was numbered
  /// after resolveNames().
  std::vector<DefId> all(DefKind kind, CrateNumber crate) const;

  DefId langItem(LangItem item) const { return langItems[static_cast<size_t>(item)]; }
  /// Which lang item `def` is, if any.
  std::optional<LangItem> langItemOf(DefId def) const;

  /// What `name` means in `module` itself: items and imports, no outer scopes.
  std::optional<DefId> lookupIn(DefId module, ast::Name name, Namespace space) const;
  /// What an unqualified `name` means seen from `module`: block modules outwards to the
  /// enclosing module, then the prelude. Not primitive types.
  std::optional<DefId> lookupUnqualified(DefId module, ast::Name name, Namespace space) const;

  /// Resolves a path that stands in `module`. The last of its resolved segments is looked
  /// for in `space`, those before among types. `selfScope` is the Impl or Trait around it, for
  /// `Self`, or noDef. Says E0433, E0425, E0412, E0603 and their like, also the unstable
  /// crates' E0658; `wanted` is the noun for messages ("value", "type", "function", "trait", …).
  PathResolution resolvePath(const ast::Path &path, Namespace space, DefId module, DefId selfScope,
                             llvm::StringRef wanted, const Reporter &report) const;

  /// Whether what stands in `module` may name `def`.
  bool isVisible(DefId def, DefId fromModule) const;
  /// Whether a thing that is private to `owner` (a field: the module of its struct) may be used
  /// in `fromModule`.
  bool isInside(DefId fromModule, DefId owner) const;
  /// The innermost module (of a block, too) that `def` stands in.
  DefId moduleOf(DefId def) const;

  /// "std::vec::Vec", from the crate's name on; of a local item without it: "shapes::Point".
  std::string path(DefId def) const;

  /// The crate's features (`#![feature(…)]`).
  bool hasFeature(CrateNumber crate, llvm::StringRef feature) const;

  /// The feature that the local crate would have to name before it may use `def`, which is
  /// `#[unstable]` itself (who names it by a path names its modules too). Nothing where it may.
  std::optional<llvm::StringRef> missingFeature(DefId def) const;
  /// Says E0658 for what missingFeature() found.
  void reportUnstable(DefId def, Span span, const Reporter &report) const;

private:
  friend class DefinitionCollector;
  friend class ImportResolver;
  friend class LangItemCollector;
  friend class PathResolver;
  friend class Suggester;
  friend class Words;
  friend Definitions resolveNames(std::vector<CrateInput> crates, const Reporter &report);

  using Binding = NameBinding;
  struct Scope {
    llvm::MapVector<llvm::StringRef, std::array<Binding, 2>> names;
    /// A glob import into it failed: any name may have been meant to come from there.
    bool hasFailedGlob = false;
  };
  static constexpr uint32_t noScope = ~uint32_t(0);

  /// Bound, or null.
  const Binding *findBinding(DefId module, llvm::StringRef name, Namespace space) const;
  /// As lookupUnqualified; `failedGlob` becomes true where a scope on the way has such.
  const Binding *findUnqualified(DefId module, llvm::StringRef name, Namespace space,
                                 bool &failedGlob) const;
  bool mayUse(const Binding &binding, DefId fromModule) const {
    return binding.visibleIn == noDef || isInside(fromModule, binding.visibleIn);
  }
  bool isBlockModule(DefId def) const { return !defs[def].item && defs[def].parent != noDef; }
  /// The module itself, or the one around the block.
  DefId realModule(DefId module) const;
  DefId parentModule(DefId module) const; ///< of a real module; noDef for a root
  /// The definition's own attribute of that name, or null.
  const ast::MetaItem *findAttribute(DefId def, llvm::StringRef name) const;
  std::optional<CrateNumber> findCore() const;

  void readMembers(DefId impl) const;

  // What grows late is mutable: whoever asks for members changes nothing that could be seen.
  mutable std::deque<Def> defs; ///< does not move what it holds
  std::vector<CrateInput> crateInputs;
  std::vector<DefId> roots;
  struct Range {
    DefId begin, end;
  };
  std::vector<Range> ranges;      ///< by crate: its definitions but for the root
  std::vector<DefId> preludes;    ///< by crate: the module that is its prelude, or noDef
  std::vector<bool> unstableSaid; ///< by crate: its `extern crate` was E0658
  struct Map : llvm::DenseMap<const void *, DefId> {
    DefId lookup_or(const void *key, DefId otherwise) const {
      auto found = find(key);
      return found == end() ? otherwise : found->second;
    }
  };
  mutable Map byItem;
  Map byBlock;
  std::vector<DefId> langItems;
  llvm::DenseMap<DefId, LangItem> langOf;
  std::vector<Scope> scopes;
  mutable std::vector<uint32_t> scopeOf; ///< by DefId: into scopes, or noScope
  mutable llvm::DenseMap<DefId, std::unique_ptr<std::vector<DefId>>> memberLists;
};

/// Makes the table. Input 0 is the local crate. Says E0428, E0432, E0433, E0252, E0255,
/// E0260, E0364, E0365, E0430, E0254, E0259, E0152 and their like; the table is usable even
/// then: what could not be resolved is bound to nothing, and resolving it again says nothing twice.
Definitions resolveNames(std::vector<CrateInput> crates, const Reporter &report);

} // namespace cratec::rust
