//===- Mir.h - bodies as control flow graphs ----------------------*- C++ -*-===//
//
// The middle representation: locals, basic blocks, and only simple statements. Moves
// and drops are explicit, and are what it is for: buildMir() puts a Drop wherever a scope ends;
// checkMoves() says what is used after it was moved; elaborateDrops() then makes each Drop certain,
// conditional (on a drop flag, an ordinary bool local) or nothing.
//
// There is no unwinding: a panic ends the process. So calls and drops have one successor.
//
// Bodies are generic; the code generator puts the types in.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Thir.h"

namespace cratec::rust::mir {

using LocalIndex = uint32_t; ///< 0 is the result, then the parameters, then the rest
using BlockIndex = uint32_t;
using ScopeIndex = uint32_t;
inline constexpr LocalIndex returnLocal = 0;

struct Projection {
  enum class Kind {
    Deref,   ///< through a reference, raw pointer or Box
    Field,   ///< `index`; of a struct, tuple, or a variant after Downcast
    Index,   ///< element `local` of an array or slice; a check has been made before
    Downcast ///< to variant `index`
  };
  Kind kind;
  unsigned index = 0;
  LocalIndex local = 0;
  Ty type = nullptr; ///< of the place after this step (Downcast: the enum)
  bool operator==(const Projection &o) const {
    return kind == o.kind && index == o.index && local == o.local;
  }
};

struct Place {
  LocalIndex local = 0;
  std::vector<Projection> projections;
  bool operator==(const Place &) const = default;
};

struct Constant {
  enum class Kind {
    Scalar,   ///< Int, Bool, Char: `bits`
    Float,    ///< `real`
    String,   ///< &'static str: `text`
    Bytes,    ///< &'static [u8; n]: `text`
    Function, ///< FnDef, no value at run time
    Zero,     ///< a value without fields: (), unit structs
    Named,    ///< the value of a Const or AssociatedConst: callee
    Promoted, ///< the address of promoted[index]
    Static    ///< the address of the static callee.def; the type is a pointer to it
  };
  Kind kind = Kind::Zero;
  Ty type = nullptr;
  uint64_t bits = 0;
  double real = 0;
  llvm::StringRef text;
  Callee callee;
  unsigned index = 0;
};

struct Operand {
  enum class Kind { Copy, Move, Constant };
  Kind kind = Kind::Constant;
  Place place;
  mir::Constant constant;
  Span span; ///< of the expression, where it has one of its own
};

struct Rvalue {
  enum class Kind {
    Use,    ///< operands[0]
    Repeat, ///< [operands[0]; count]
    Borrow, ///< & or &mut place (also what raw pointers are made of)
    Length, ///< of the array or slice `place`
    Cast,   ///< castKind, to `type`
    Unary,
    Binary,
    CheckedBinary, ///< Add, Subtract, Multiply: a tuple of the wrapped result and whether it
                   ///< overflowed
    Discriminant,  ///< of the enum `place`, as the bits of its discriminantType
    Aggregate      ///< operands: tuple, array, or Adt (type, variant; all fields in declared order)
  };
  Kind kind = Kind::Use;
  Ty type = nullptr; ///< of the result
  std::vector<Operand> operands;
  Place place;
  bool isMutable = false;
  uint64_t count = 0;
  thir::CastKind castKind = thir::CastKind::Numeric;
  ast::UnaryOp unaryOp = ast::UnaryOp::Not;
  ast::BinaryOp binaryOp = ast::BinaryOp::Add;
  unsigned variant = 0;
};

struct Statement {
  enum class Kind { Assign, StorageLive, StorageDead, Nop };
  Kind kind = Kind::Nop;
  Place place;  ///< Assign; Storage…: its local
  Rvalue value; ///< Assign
  Span span;
  Span matched; ///< Assign to a binding of a pattern: what the pattern is matched with
  ScopeIndex scope = 0;
};

struct Terminator {
  enum class Kind {
    Goto,   ///< targets[0]
    Switch, ///< on the integer (bool, char) operand: values[i] -> targets[i], else targets.back()
    Return,
    Unreachable,
    Drop, ///< the value in `place`, then targets[0]
    Call, ///< operand of FnDef or FnPointer type, args; result into `place`; targets[0], or none if
          ///< it does not return
    Assert ///< operand must be `expected`, else panic with `message`; targets[0]
  };
  enum class Message {
    Overflow,       ///< "attempt to add with overflow": binaryOp
    OverflowNegate, ///< "attempt to negate with overflow"
    DivideByZero,
    RemainderByZero,
    DivideOverflow,
    RemainderOverflow,
    ShiftOverflow, ///< binaryOp tells left and right
    Bounds         ///< args: index, length; of the others: the operands of the operation
  };
  Kind kind = Kind::Unreachable;
  Operand operand;
  Ty switchType = nullptr;
  std::vector<uint64_t> values;
  std::vector<BlockIndex> targets;
  Place place;
  std::vector<Operand> args;
  bool expected = true;
  Message message = Message::Bounds;
  ast::BinaryOp binaryOp = ast::BinaryOp::Add;
  Span span;
  ScopeIndex scope = 0;
};

struct Block {
  std::vector<Statement> statements;
  Terminator terminator;
};

struct Local {
  Ty type = nullptr;
  llvm::StringRef name; ///< of a variable of the source; else empty
  bool isMutable = false;
  Span span;
  ScopeIndex scope = 0;     ///< in which the name can be seen
  DefId staticItem = noDef; ///< a temporary that holds the address of this static
  bool isGuardCopy = false; ///< what a pattern binds, as its guard sees it: never dropped
};

/// A lexical scope, for the debugger. Scope 0 is the function.
struct Scope {
  ScopeIndex parent = 0;
  Span span;
};

struct Body {
  DefId owner = noDef;
  Span span;
  unsigned parameters = 0; ///< locals 1 … parameters
  std::vector<Local> locals;
  std::vector<Block> blocks; ///< 0 is the entry
  std::vector<Scope> scopes;
  /// Constant expressions that were borrowed: `&[1, 2]`. Each computes its value into its
  /// returnLocal.
  std::vector<std::unique_ptr<Body>> promoted;
  std::vector<TraitRef> assumed;
  std::shared_ptr<const thir::Body> source; ///< owns the texts that constants refer to
};

Ty typeOf(const Place &place, const Body &body);
Ty typeOf(const Operand &operand, const Body &body);

/// The lowest bits, as many as the type (an integer, bool or char) has.
uint64_t truncateBits(uint64_t bits, Ty type);

/// The operand itself as a value of the type.
Rvalue useOf(Ty type, Operand operand);

/// The place one step further: `place.index`, `*place`.
Place fieldOf(Place place, unsigned index, Ty type);
Place derefOf(Place place, Ty type);
Place downcastTo(Place place, unsigned variant, Ty type);

/// Drops what cannot be reached, joins blocks that only follow each other, and numbers
/// blocks and locals anew without those that nothing uses.
void simplify(Body &body);

/// `-Z dump=mir`
std::string print(const Body &body, const Definitions &defs);

} // namespace cratec::rust::mir
