//===- Thir.h - bodies with types ---------------------------------*- C++ -*-===//
//
// The typed tree of one body: every expression has its type, every name its
// definition, every adjustment (autoderef, autoref, coercions, operators of user types) stands
// as an expression of its own, and the sugar is gone: `for`, `while`, `if let`,
// macros and method calls are loops, matches and calls.
//
// An expression is a place (Local, Static, Field, Deref, Index) or a value. A place
// used as a value is copied or moved, as its type is Copy or not: that is told when MIR
// is made, not here.
//
// No type in it is Infer. In a generic function types hold its Params.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Items.h"

namespace cratec::rust::thir {

using LocalIndex = uint32_t;
using ScopeLabel = uint32_t; ///< numbers the loops of a body

struct Local {
  llvm::StringRef name; ///< empty for what the compiler made
  Ty type = nullptr;
  bool isMutable = false;
  Span span;
};

struct Expr;
struct Pattern;

/// A block's statement.
struct Statement {
  enum class Kind { Expr, Let };
  Kind kind = Kind::Expr;
  Span span;
  const thir::Expr *expr = nullptr; ///< Let: the initialiser, or null
  const Pattern *pattern = nullptr; ///< Let
};

struct Pattern {
  enum class Kind {
    Wild,
    Binding,  ///< `local`, by value or reference; `inner` or null
    Constant, ///< equal to `constant`: a scalar or string literal, or a named constant
    Range,    ///< from `constant` to `high`, both included
    Variant,  ///< of the enum: `variant`, fields
    Leaf,     ///< struct or tuple: fields, cannot fail itself
    Deref     ///< through a reference: `inner`
  };
  struct FieldPattern {
    unsigned field;
    const Pattern *pattern;
  };
  Kind kind = Kind::Wild;
  Ty type = nullptr; ///< of the place that is matched
  Span span;
  LocalIndex local = 0;
  bool byReference = false, isMutable = false; ///< Binding: `ref`, `ref mut`
  const Pattern *inner = nullptr;
  const Expr *constant = nullptr; ///< Literal or NamedConst expression
  const Expr *high = nullptr;
  unsigned variant = 0;
  std::vector<FieldPattern> fields; ///< those that are not wild; in source order
};

enum class CastKind {
  NeverToAny, ///< from `!` to any type
  Numeric,    ///< between ints and floats; from bool, char, C-like enums' discriminants; u8 to char
  PointerToPointer, ///< also a reference to a raw pointer
  PointerToInt,
  IntToPointer,
  FunctionToPointer, ///< FnDef to FnPointer
  FunctionPointerToInt,
  FunctionPointerToPointer,
  SafeToUnsafeFunction,
  Unsize ///< &[T; n] to &[T], and likewise with raw pointers and Box
};

struct Arm {
  const Pattern *pattern;                    ///< of several alternatives: see `alternatives`
  std::vector<const Pattern *> alternatives; ///< all, when there are several; same locals in each
  const Expr *guard = nullptr;
  const Expr *body = nullptr;
  Span span;
};

struct FieldValue {
  unsigned field;
  const Expr *value;
};

struct Expr {
  enum class Kind {
    // Places
    Local,  ///< local
    Static, ///< def
    Field,  ///< operands[0] . field (struct or tuple)
    Deref,  ///< * operands[0]: reference, raw pointer or Box
    Index,  ///< operands[0] [ operands[1] ]: array or slice by usize, bounds are checked
    // Values
    Literal,    ///< integer (bits), real, text
    NamedConst, ///< def, callee.args: a Const or AssociatedConst
    Function,   ///< callee: a function as a value, of FnDef type
    Borrow,     ///< & or &mut (isMutable) of the place operands[0]; of a value: of a temporary
    Unary,      ///< Negate, Not on scalars
    Binary,     ///< on scalars and pointers of one type (shifts: of two); And and Or decide whether
                ///< operands[1] runs
    Cast,       ///< castKind operands[0]
    Call,   ///< callee.def is set: that function; else operands[0] is a function pointer, the rest
            ///< arguments
    Assign, ///< operands[0] = operands[1]; drops the old value
    AssignOp, ///< operands[0] op= operands[1] on scalars
    Tuple,
    Array,    ///< operands
    Repeat,   ///< [operands[0]; count]
    Adt,      ///< struct or enum value: variant, fields, base
    Block,    ///< statements, tail in operands[0] if there is one; its locals end with it
    If,       ///< operands: condition, then, else (else may be missing)
    Loop,     ///< label, body operands[0]; ends by Break
    Match,    ///< operands[0], arms
    Break,    ///< label, value operands[0] if there is one
    Continue, ///< label
    Return    ///< value operands[0] if there is one
  };
  Kind kind;
  Ty type = nullptr;
  Span span;
  std::vector<const Expr *> operands;

  LocalIndex local = 0;
  DefId def = noDef;
  unsigned field = 0;
  bool isMutable = false;
  uint64_t integer = 0; ///< Literal of Int, Bool, Char: the bits
  double real = 0;      ///< Literal of Float
  llvm::StringRef text; ///< Literal of &str, and of &[u8; n]
  Callee callee;        ///< Call, Function, NamedConst
  ast::UnaryOp unaryOp = ast::UnaryOp::Not;
  ast::BinaryOp binaryOp = ast::BinaryOp::Add;
  /// Binary, AssignOp, Unary: panics on overflow where the crate checks it (not for wrapping).
  bool checksOverflow = true;
  CastKind castKind = CastKind::Numeric;
  uint64_t count = 0;
  unsigned variant = 0;
  std::vector<FieldValue> fields; ///< Adt: in source order, which is the order of evaluation
  const Expr *base = nullptr; ///< Adt: `..base`, a place or value; its other fields are moved out
  std::vector<Statement> statements;
  std::vector<Arm> arms;
  ScopeLabel label = 0;

  Expr(Kind kind, Ty type, Span span) : kind(kind), type(type), span(span) {}
  bool isPlace() const { return kind <= Kind::Index; }
};

/// One body: of a function, or the expression of a constant or static.
struct Body {
  DefId owner = noDef;
  std::vector<Local> locals;
  /// A function's parameters: each is matched with its pattern, in order. Patterns are
  /// irrefutable (that has been checked).
  std::vector<const Pattern *> parameters;
  std::vector<Ty> parameterTypes;
  Ty result = nullptr;
  const Expr *value = nullptr;   ///< the block
  Span span;                     ///< the whole function
  std::vector<TraitRef> assumed; ///< the bounds that hold within
  Arena arena;
};

} // namespace cratec::rust::thir
