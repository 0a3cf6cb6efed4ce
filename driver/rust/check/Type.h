//===- Type.h - types, each once ----------------------------------*- C++ -*-===//
//
// Types are values of a TypeContext: equal types are one object, so that they are
// compared by address. Lifetimes are no part of them.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/resolve/Definitions.h"

namespace cratec::rust {

class Type;
using Ty = const Type *;
using TypeList = llvm::ArrayRef<Ty>;

enum class IntKind { I8, I16, I32, I64, Isize, U8, U16, U32, U64, Usize };
constexpr bool isSigned(IntKind kind) {
  return kind <= IntKind::Isize;
}
/// In bits; isize and usize are 64 wide on every built-in target.
constexpr unsigned bitWidth(IntKind kind) {
  constexpr unsigned widths[] = {8, 16, 32, 64, 64};
  return widths[static_cast<unsigned>(kind) % 5];
}
llvm::StringRef spelling(IntKind kind);

class Type {
public:
  enum class Kind {
    Bool,
    Char,
    Int,
    Float,
    Str,
    Never,
    Adt,        ///< struct or enum: `def`, `args`
    Reference,  ///< `&T`, `&mut T`: args[0], `isMutable`
    Pointer,    ///< `*const T`, `*mut T`
    Slice,      ///< args[0]
    Array,      ///< args[0], `length`
    Tuple,      ///< args; none is `()`
    FnPointer,  ///< args: parameters, then the result; `abi`, `isUnsafe`, `isVariadic`
    FnDef,      ///< the type of one function (or constructor): `def`, `args`; has no size
    Param,      ///< a type parameter: `index` into the arguments of its definition, `name`
    Projection, ///< `<args[0] as Trait<args[1]…>>::name`: `def` is the AssociatedType of the Trait
    Infer,      ///< unknown yet: `index`, `inferKind`; never outside of a body's check
    Error       ///< what was wrong has been said
  };
  enum class Infer { Any, Int, Float };
  enum class Abi { Rust, C, Intrinsic };

  Kind kind;
  IntKind intKind = IntKind::I32; ///< Int
  unsigned floatBits = 64;        ///< Float
  bool isMutable = false;
  bool isUnsafe = false;
  bool isVariadic = false;
  Abi abi = Abi::Rust;
  Infer inferKind = Infer::Any;
  unsigned index = 0;
  uint64_t length = 0;
  DefId def = noDef;
  llvm::StringRef name;
  TypeList args;

  // Told once when the type is made.
  bool hasInfer = false; ///< an Infer is somewhere in it
  bool hasParam = false; ///< a Param or Projection is
  bool hasError = false;

  bool is(Kind k) const { return kind == k; }
  bool isUnit() const { return kind == Kind::Tuple && args.empty(); }
  bool isInteger() const { return kind == Kind::Int; }
  bool isAdt(DefId wanted) const { return kind == Kind::Adt && def == wanted; }
  /// References and raw pointers.
  bool isAnyPointer() const { return kind == Kind::Reference || kind == Kind::Pointer; }
  /// `T` of `&T`, `*T`, `[T]`, `[T; n]`.
  Ty element() const { return args[0]; }
  TypeList parameters() const { return args.drop_back(); } ///< FnPointer
  Ty result() const { return args.back(); }                ///< FnPointer
};

class TypeContext {
public:
  TypeContext();
  ~TypeContext();
  TypeContext(const TypeContext &) = delete;

  Ty boolean() const { return boolType; }
  Ty character() const { return charType; }
  Ty str() const { return strType; }
  Ty never() const { return neverType; }
  Ty unit() const { return unitType; }
  Ty error() const { return errorType; }
  Ty integer(IntKind kind);
  Ty usize() { return integer(IntKind::Usize); }
  Ty u8() { return integer(IntKind::U8); }
  Ty floating(unsigned bits);
  Ty adt(DefId def, TypeList args);
  Ty reference(Ty to, bool isMutable);
  Ty pointer(Ty to, bool isMutable);
  Ty slice(Ty element);
  Ty array(Ty element, uint64_t length);
  Ty tuple(TypeList elements);
  Ty fnPointer(TypeList parameters, Ty result, Type::Abi abi, bool isUnsafe, bool isVariadic);
  Ty fnDef(DefId def, TypeList args);
  Ty param(unsigned index, llvm::StringRef name);
  Ty projection(Ty self, DefId associatedType);
  /// The same of a trait with parameters: Self first, then the trait's arguments.
  Ty projection(TypeList traitArguments, DefId associatedType);
  Ty infer(unsigned index, Type::Infer kind);
  Ty primitive(PrimitiveType type);

  /// `type` with each Param replaced by args[its index]. Params beyond are kept.
  /// Projections are rebuilt, not resolved: Items::normalize does that.
  Ty substitute(Ty type, TypeList args);
  std::vector<Ty> substitute(TypeList types, TypeList args);

  /// A copy of the list that lives as long as the context.
  TypeList save(TypeList types);

private:
  Ty intern(Type type);
  struct Implementation;
  std::unique_ptr<Implementation> implementation;
  Ty boolType, charType, strType, neverType, unitType, errorType;
};

/// As messages print it: "&mut [u8; 4]", "Vec<i32>", "fn(usize) -> *mut u8", "_", "{integer}".
std::string toString(Ty type, const Definitions &defs);

/// The types directly inside: arguments, elements, parameters.
template <typename F> void forEachInside(Ty type, F &&visit) {
  for (Ty inside : type->args)
    visit(inside);
}

} // namespace cratec::rust
