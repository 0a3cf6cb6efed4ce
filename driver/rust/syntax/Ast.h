//===- Ast.h - the syntax tree of a crate -------------------------*- C++ -*-===//
//
// What the parser makes: the crate as written, with conditional compilation
// (`cfg`) applied, files of `mod name;` read in, macros of the dialect taken
// apart and derived impls added. Nothing is resolved. Nodes live in the arena of
// their Crate and never change once parse is done.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/source/Arena.h"
#include "driver/rust/source/SourceMap.h"
#include "driver/rust/syntax/Deferred.h"
#include "linkcheck/meta/CrateMetadata.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/Casting.h>

#include <optional>
#include <vector>

namespace cratec::rust::ast {

/// Text that lives in the crate's arena.
using Name = llvm::StringRef;

struct Ident {
  Name name;
  Span span;
};

struct Expr;
struct Block;
struct Pattern;
struct TypeExpr;
struct Item;
struct Module;

// ---- attributes ----

/// `name`, `name = "value"`, `name(items…)`, or a literal within a list.
struct MetaItem {
  Name name; ///< empty for a literal
  Span span;
  std::optional<std::string> value; ///< of `name = "…"`, or the literal itself
  std::vector<MetaItem> items;
  bool isList = false;

  /// The first entry of that name, or null.
  const MetaItem *find(Name wanted) const {
    for (const MetaItem &item : items)
      if (item.name == wanted)
        return &item;
    return nullptr;
  }
};

using Attributes = std::vector<MetaItem>;
/// The first attribute of that name, or null.
inline const MetaItem *findAttribute(const Attributes &attributes, Name name) {
  for (const MetaItem &attribute : attributes)
    if (attribute.name == name)
      return &attribute;
  return nullptr;
}

// ---- paths and types ----

struct PathSegment {
  Ident ident; ///< also `self`, `super`, `Self`
  std::vector<const TypeExpr *> arguments;
  bool hasArguments = false; ///< `<…>` or `::<…>` was written
};

struct Path {
  bool global = false; ///< begins with `::`
  std::vector<PathSegment> segments;
  Span span;

  bool isSingle() const { return !global && segments.size() == 1; }
  const PathSegment &last() const { return segments.back(); }
  std::string toString() const; ///< without arguments: "std::mem::swap"
};

struct TypeExpr {
  enum class Kind { Path, Reference, Pointer, Slice, Array, Tuple, Function, Never, Infer };
  Kind kind;
  Span span;
  Path path;                              ///< Path
  bool isMutable = false;                 ///< Reference, Pointer
  const TypeExpr *inner = nullptr;        ///< Reference, Pointer, Slice, Array
  const Expr *length = nullptr;           ///< Array
  std::vector<const TypeExpr *> elements; ///< Tuple; Function: the parameters
  const TypeExpr *result = nullptr;       ///< Function; null is `()`
  bool isUnsafe = false;                  ///< Function
  bool isVariadic = false;                ///< Function
  std::optional<Name> abi;                ///< Function: `extern "C"`; `extern` alone is "C"
};

// ---- patterns ----

struct FieldPattern {
  Ident field;
  const Pattern *pattern; ///< `x` alone is a binding of that name
};

struct Pattern {
  enum class Kind { Wild, Binding, Literal, Range, Tuple, Path, TupleStruct, Struct, Reference };
  Kind kind;
  Span span;
  // Binding: `ref mut name @ inner`. A name alone may turn out to be a constant, a unit
  // struct or a variant: whoever resolves it decides.
  Ident name;
  bool byReference = false;
  bool isMutable = false;                ///< Binding: `mut x`, or `ref mut x`; Reference: `&mut`
  const Pattern *inner = nullptr;        ///< Binding (or null), Reference
  const Expr *low = nullptr;             ///< Literal (a literal, or its negation), Range
  const Expr *high = nullptr;            ///< Range: `low...high`, both included
  Path path;                             ///< Path, TupleStruct, Struct
  std::vector<const Pattern *> elements; ///< Tuple, TupleStruct
  std::optional<unsigned> rest;          ///< Tuple, TupleStruct: `..` stands before this element
  std::vector<FieldPattern> fields;      ///< Struct
  bool hasRest = false;                  ///< Struct: `..`
};

// ---- expressions ----

enum class UnaryOp { Negate, Not, Dereference };
enum class BinaryOp {
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  BitAnd,
  BitOr,
  BitXor,
  ShiftLeft,
  ShiftRight,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or ///< `&&` and `||`
};
/// "+", "&&", …
llvm::StringRef spelling(BinaryOp op);

struct Expr {
  enum class Kind {
    Literal,
    Path,
    Unary,
    Borrow,
    Binary,
    Assign,
    Cast,
    Call,
    MethodCall,
    Field,
    Index,
    Range,
    Tuple,
    Array,
    Repeat,
    Struct,
    Block,
    If,
    While,
    Loop,
    For,
    Match,
    Break,
    Continue,
    Return,
    Format,
    Assert,
    Vec,
    Try
  };
  const Kind kind;
  Span span;
  Expr(Kind kind, Span span) : kind(kind), span(span) {}
};

struct LiteralExpr : Expr {
  enum class Type { Integer, Float, Bool, Char, Byte, String, ByteString };
  Type type;
  uint64_t integer = 0; ///< Integer, Bool (0, 1), Char (the code point), Byte
  double real = 0;      ///< Float
  Name text;            ///< String, ByteString: the bytes; Float: the digits without suffix
  Name suffix;          ///< "u8", "f32", or empty
  LiteralExpr(Span span, Type type) : Expr(Kind::Literal, span), type(type) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Literal; }
};

struct PathExpr : Expr {
  Path path;
  PathExpr(Span span, Path path) : Expr(Kind::Path, span), path(std::move(path)) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Path; }
};

struct UnaryExpr : Expr {
  UnaryOp op;
  const Expr *operand;
  UnaryExpr(Span span, UnaryOp op, const Expr *operand)
      : Expr(Kind::Unary, span), op(op), operand(operand) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Unary; }
};

/// `&x`, `&mut x`
struct BorrowExpr : Expr {
  bool isMutable;
  const Expr *operand;
  BorrowExpr(Span span, bool isMutable, const Expr *operand)
      : Expr(Kind::Borrow, span), isMutable(isMutable), operand(operand) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Borrow; }
};

struct BinaryExpr : Expr {
  BinaryOp op;
  Span opSpan;
  const Expr *left, *right;
  BinaryExpr(Span span, BinaryOp op, Span opSpan, const Expr *left, const Expr *right)
      : Expr(Kind::Binary, span), op(op), opSpan(opSpan), left(left), right(right) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Binary; }
};

/// `a = b`, and `a += b` with `op`.
struct AssignExpr : Expr {
  std::optional<BinaryOp> op;
  const Expr *place, *value;
  AssignExpr(Span span, std::optional<BinaryOp> op, const Expr *place, const Expr *value)
      : Expr(Kind::Assign, span), op(op), place(place), value(value) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Assign; }
};

struct CastExpr : Expr {
  const Expr *operand;
  const TypeExpr *type;
  CastExpr(Span span, const Expr *operand, const TypeExpr *type)
      : Expr(Kind::Cast, span), operand(operand), type(type) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Cast; }
};

struct CallExpr : Expr {
  const Expr *callee;
  std::vector<const Expr *> arguments;
  CallExpr(Span span, const Expr *callee, std::vector<const Expr *> arguments)
      : Expr(Kind::Call, span), callee(callee), arguments(std::move(arguments)) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Call; }
};

struct MethodCallExpr : Expr {
  const Expr *receiver;
  PathSegment method;
  std::vector<const Expr *> arguments; ///< without the receiver
  MethodCallExpr(Span span, const Expr *receiver, PathSegment method,
                 std::vector<const Expr *> arguments)
      : Expr(Kind::MethodCall, span), receiver(receiver), method(std::move(method)),
        arguments(std::move(arguments)) {}
  static bool classof(const Expr *e) { return e->kind == Kind::MethodCall; }
};

/// `a.name`, `a.0`
struct FieldExpr : Expr {
  const Expr *base;
  Ident field;
  FieldExpr(Span span, const Expr *base, Ident field)
      : Expr(Kind::Field, span), base(base), field(field) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Field; }
};

struct IndexExpr : Expr {
  const Expr *base, *index;
  IndexExpr(Span span, const Expr *base, const Expr *index)
      : Expr(Kind::Index, span), base(base), index(index) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Index; }
};

/// `a..b`, `a..`, `..b`, `..`
struct RangeExpr : Expr {
  const Expr *low, *high; ///< null where not written
  RangeExpr(Span span, const Expr *low, const Expr *high)
      : Expr(Kind::Range, span), low(low), high(high) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Range; }
};

/// `(a, b)`, `(a,)`, `()`; and `[a, b]`.
struct ListExpr : Expr {
  std::vector<const Expr *> elements;
  ListExpr(Kind kind, Span span, std::vector<const Expr *> elements)
      : Expr(kind, span), elements(std::move(elements)) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Tuple || e->kind == Kind::Array; }
};

/// `[value; count]`
struct RepeatExpr : Expr {
  const Expr *value, *count;
  RepeatExpr(Span span, const Expr *value, const Expr *count)
      : Expr(Kind::Repeat, span), value(value), count(count) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Repeat; }
};

struct FieldValue {
  Ident field;
  const Expr *value;
};

/// `Path { field: value, ..base }`
struct StructExpr : Expr {
  Path path;
  std::vector<FieldValue> fields;
  const Expr *base = nullptr;
  StructExpr(Span span, Path path) : Expr(Kind::Struct, span), path(std::move(path)) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Struct; }
};

/// A block as an expression; `{ … }` and `unsafe { … }`.
struct BlockExpr : Expr {
  const Block *block;
  bool isUnsafe;
  BlockExpr(Span span, const Block *block, bool isUnsafe)
      : Expr(Kind::Block, span), block(block), isUnsafe(isUnsafe) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Block; }
};

/// `if c { } else { }`, and `if let P = c` with patterns.
struct IfExpr : Expr {
  std::vector<const Pattern *> patterns; ///< of `if let`; empty: `condition` is a bool
  const Expr *condition;
  const Block *thenBlock;
  const Expr *elseExpr = nullptr; ///< a BlockExpr, an IfExpr, or null
  IfExpr(Span span, const Expr *condition, const Block *thenBlock)
      : Expr(Kind::If, span), condition(condition), thenBlock(thenBlock) {}
  static bool classof(const Expr *e) { return e->kind == Kind::If; }
};

/// `while c { }`, `while let P = c { }`
struct WhileExpr : Expr {
  std::optional<Ident> label; ///< without the apostrophe
  std::vector<const Pattern *> patterns;
  const Expr *condition;
  const Block *body;
  WhileExpr(Span span, const Expr *condition, const Block *body)
      : Expr(Kind::While, span), condition(condition), body(body) {}
  static bool classof(const Expr *e) { return e->kind == Kind::While; }
};

struct LoopExpr : Expr {
  std::optional<Ident> label;
  const Block *body;
  LoopExpr(Span span, const Block *body) : Expr(Kind::Loop, span), body(body) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Loop; }
};

struct ForExpr : Expr {
  std::optional<Ident> label;
  const Pattern *pattern;
  const Expr *iterable;
  const Block *body;
  ForExpr(Span span, const Pattern *pattern, const Expr *iterable, const Block *body)
      : Expr(Kind::For, span), pattern(pattern), iterable(iterable), body(body) {}
  static bool classof(const Expr *e) { return e->kind == Kind::For; }
};

struct MatchArm {
  std::vector<const Pattern *> patterns; ///< `A | B`
  const Expr *guard = nullptr;
  const Expr *body;
  Span span;
};

struct MatchExpr : Expr {
  const Expr *scrutinee;
  std::vector<MatchArm> arms;
  MatchExpr(Span span, const Expr *scrutinee) : Expr(Kind::Match, span), scrutinee(scrutinee) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Match; }
};

/// `break 'label value`, `continue 'label`, `return value`
struct JumpExpr : Expr {
  std::optional<Ident> label;  ///< Break, Continue
  const Expr *value = nullptr; ///< Break (only out of `loop`), Return
  JumpExpr(Kind kind, Span span) : Expr(kind, span) {}
  static bool classof(const Expr *e) {
    return e->kind == Kind::Break || e->kind == Kind::Continue || e->kind == Kind::Return;
  }
};

// ---- macros of the dialect that are more than their literal ----
// cfg! concat! stringify! line! column! file! module_path! env! option_env!
// include_str! include_bytes! have become literals already.

/// A piece of a format string: text, then (except perhaps in the last) an argument.
struct FormatPiece {
  Name text;
  /// Into FormatTemplate::arguments; nothing where only text is left.
  std::optional<unsigned> argument;
  enum class Trait {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Octal,
    Binary,
    Pointer,
    LowerExp,
    UpperExp
  };
  Trait trait = Trait::Display;
  char32_t fill = ' ';
  enum class Align { Unknown, Left, Center, Right };
  Align align = Align::Unknown;
  bool plus = false, alternate = false, zero = false;
  /// A number, or the argument that holds it (`width$`, `.*`).
  struct Count {
    bool isArgument = false;
    unsigned value = 0;
  };
  std::optional<Count> width, precision;
  Span span; ///< of the `{…}` in the source, or of the whole string
};

/// `"…", a, b, name = c` as in `println!`.
struct FormatTemplate {
  std::vector<FormatPiece> pieces;
  std::vector<const Expr *> arguments; ///< named ones too; each is used
  Span span;
};

struct FormatExpr : Expr {
  enum class Macro {
    Print,
    Println,
    Eprint,
    Eprintln,
    Format,
    FormatArgs,
    Write,
    Writeln,
    Panic,
    Unreachable,
    Unimplemented
  };
  Macro macro;
  const Expr *target = nullptr; ///< Write, Writeln
  /// Println and Writeln end in a newline already; Panic, Unreachable and Unimplemented
  /// have the whole message ("internal error: entered unreachable code: …").
  FormatTemplate format;
  FormatExpr(Span span, Macro macro) : Expr(Kind::Format, span), macro(macro) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Format; }
};

struct AssertExpr : Expr {
  enum class Macro { Assert, AssertEq, AssertNe };
  Macro macro;
  bool debugOnly = false;      ///< debug_assert! and its like
  const Expr *left;            ///< Assert: the condition
  const Expr *right = nullptr; ///< AssertEq, AssertNe
  Name text;                   ///< Assert: the condition as written
  std::optional<FormatTemplate> message;
  AssertExpr(Span span, Macro macro, const Expr *left)
      : Expr(Kind::Assert, span), macro(macro), left(left) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Assert; }
};

/// `vec![a, b]` and `vec![value; count]`
struct VecExpr : Expr {
  std::vector<const Expr *> elements;
  const Expr *count = nullptr; ///< then `elements` is the one value
  explicit VecExpr(Span span) : Expr(Kind::Vec, span) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Vec; }
};

/// `try!(e)`
struct TryExpr : Expr {
  const Expr *operand;
  TryExpr(Span span, const Expr *operand) : Expr(Kind::Try, span), operand(operand) {}
  static bool classof(const Expr *e) { return e->kind == Kind::Try; }
};

// ---- statements ----

struct Statement {
  enum class Kind { Let, Expr, Item };
  Kind kind;
  Span span;
  const Pattern *pattern = nullptr; ///< Let
  const TypeExpr *type = nullptr;   ///< Let, or null
  const ast::Expr *expr = nullptr;  ///< Expr; Let: the initialiser, or null
  bool hasSemicolon = true;         ///< Expr
  const ast::Item *item = nullptr;  ///< Item
};

/// The last expression without a semicolon is `tail`, and not among the statements.
struct Block {
  std::vector<Statement> statements;
  const Expr *tail = nullptr;
  /// Items among the statements, for those who look for names.
  std::vector<const Item *> items;
  Span span;
};

// ---- items ----

struct GenericParam {
  Ident ident;
  std::vector<Path> bounds; ///< only in crates that may have them; `?Sized` is not among them
};

struct Generics {
  std::vector<GenericParam> params; ///< types; lifetimes are parsed and forgotten
};

struct Item {
  enum class Kind {
    ExternCrate,
    Use,
    Module,
    Function,
    Const,
    Static,
    TypeAlias,
    Struct,
    Enum,
    Impl,
    Trait,
    Extern
  };
  const Kind kind;
  Ident ident; ///< of Use, Impl and Extern: empty name
  Span span;   ///< the whole item without its attributes
  bool isPublic = false;
  Attributes attributes;
  Item(Kind kind) : kind(kind) {}
};

/// `extern crate name as ident;`
struct ExternCrateItem : Item {
  Name crate;
  ExternCrateItem() : Item(Kind::ExternCrate) {}
  static bool classof(const Item *i) { return i->kind == Kind::ExternCrate; }
};

/// One imported path; a `use` with a list becomes several of these.
struct UseItem : Item {
  Path path; ///< `use a::{self}` is the path `a`
  bool isGlob = false;
  bool isSelf = false; ///< came from `self` in a list: imports from the type namespace only
  Ident as;            ///< the name it gets; empty for a glob
  UseItem() : Item(Kind::Use) {}
  static bool classof(const Item *i) { return i->kind == Kind::Use; }
};

struct Module : Item {
  std::vector<const Item *> items;
  Module() : Item(Kind::Module) {}
  static bool classof(const Item *i) { return i->kind == Kind::Module; }
};

struct Parameter {
  const Pattern *pattern;
  const TypeExpr *type;
  Span span;
};

/// The body of a function. Absent where it is extern, required by a trait, or known elsewhere.
/// One that is unread holds no items.
using Body = Deferred<Block>;

struct FunctionItem : Item {
  Generics generics;
  enum class Self { None, Value, Reference, MutableReference, Typed };
  Self self = Self::None;             ///< `self`, `&self`, `&mut self`, `self: T`
  bool selfIsMutable = false;         ///< `mut self`
  const TypeExpr *selfType = nullptr; ///< Typed
  Span selfSpan;
  std::vector<Parameter> parameters; ///< without self
  const TypeExpr *result = nullptr;  ///< null is `()`
  Body body;
  bool isUnsafe = false;
  bool isConst = false;
  bool isVariadic = false; ///< in an extern block
  std::optional<Name> abi; ///< `extern "C" fn`
  FunctionItem() : Item(Kind::Function) {}
  static bool classof(const Item *i) { return i->kind == Kind::Function; }
};

/// `const N: T = e;`, `static [mut] N: T = e;`
struct ValueItem : Item {
  bool isMutable = false;
  const TypeExpr *type = nullptr;
  const Expr *value = nullptr; ///< null in extern blocks, and of statics of other crates
  explicit ValueItem(Kind kind) : Item(kind) {}
  static bool classof(const Item *i) { return i->kind == Kind::Const || i->kind == Kind::Static; }
};

struct TypeAliasItem : Item {
  Generics generics;
  const TypeExpr *type = nullptr;
  TypeAliasItem() : Item(Kind::TypeAlias) {}
  static bool classof(const Item *i) { return i->kind == Kind::TypeAlias; }
};

struct FieldDecl {
  Ident ident; ///< "0", "1", … in tuple structs
  const TypeExpr *type;
  bool isPublic = false;
};

enum class FieldStyle { Unit, Tuple, Named };

struct StructItem : Item {
  Generics generics;
  FieldStyle style = FieldStyle::Unit;
  std::vector<FieldDecl> fields;
  StructItem() : Item(Kind::Struct) {}
  static bool classof(const Item *i) { return i->kind == Kind::Struct; }
};

struct VariantDecl {
  Ident ident;
  Span span;
  FieldStyle style = FieldStyle::Unit;
  std::vector<FieldDecl> fields;
  const Expr *discriminant = nullptr; ///< `= e`
};

struct EnumItem : Item {
  Generics generics;
  std::vector<VariantDecl> variants;
  EnumItem() : Item(Kind::Enum) {}
  static bool classof(const Item *i) { return i->kind == Kind::Enum; }
};

/// `impl T { … }`, `impl Trait for T { … }`
struct ImplItem : Item {
  Generics generics;
  std::optional<Path> trait;
  const TypeExpr *type = nullptr;
  /// Function, Const, TypeAlias (of an associated type). What is unread has no item within its
  /// bodies.
  Deferred<ItemList> members;
  const ItemList &items() const { return *members.get(); }
  bool isUnsafe = false;
  bool isDerived = false; ///< made of `#[derive]`
  ImplItem() : Item(Kind::Impl) {}
  static bool classof(const Item *i) { return i->kind == Kind::Impl; }
};

/// Only in the crate `core`: the traits that the compiler knows (`#[lang]`).
struct TraitItem : Item {
  Generics generics;
  std::vector<Path> supertraits;
  std::vector<const FunctionItem *> methods; ///< with bodies where there is a default
  /// `type Item;`: without a type
  std::vector<const TypeAliasItem *> types;
  bool isUnsafe = false;
  TraitItem() : Item(Kind::Trait) {}
  static bool classof(const Item *i) { return i->kind == Kind::Trait; }
};

/// `extern "C" { fn …; static …; }`
struct ExternItem : Item {
  Name abi;
  std::vector<const Item *> items; ///< Function, Static
  ExternItem() : Item(Kind::Extern) {}
  static bool classof(const Item *i) { return i->kind == Kind::Extern; }
};

/// A text that the parser read as source of the crate, for makeInterface().
struct SourceText {
  uint32_t start = 0;           ///< in the source map
  std::vector<Span> removed;    ///< what `cfg` took away, with its attributes
  std::vector<Span> innerImpls; ///< impls within bodies
  /// Of an interface: what its writer said can be left for later.
  llvm::ArrayRef<linkcheck::TextRange> deferred;
};

/// A parsed crate. `root.attributes` are the crate's own (`#![…]`).
struct Crate {
  Arena arena;
  std::unique_ptr<DeferredReader> reader; ///< of an interface
  Module root;
  const FunctionItem *testMain = nullptr; ///< of a test program: what it runs, an item of `root`
  std::vector<SourceText> texts;          ///< the root first; without what derives wrote
  /// Texts of `include_str!` and its like in bodies, by path, once each.
  std::vector<std::pair<std::string, std::string>> included;
};

} // namespace cratec::rust::ast
