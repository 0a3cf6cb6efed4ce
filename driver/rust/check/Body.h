//===- Body.h - the check of one body -----------------------------*- C++ -*-===//
//
// BodyChecker walks the syntax of one body in the order of the source and makes its typed
// tree. Its parts lie in files by subject: Body (entry, names), Expressions, Calls, Methods,
// Patterns, Coercions, Casts, Macros, InferObligations. What needs the types of the whole body
// (casts of what is not known yet, literals' ranges, exhaustiveness) is noted down and
// done by finish().
//
// Nodes are made with types that may hold inference variables; finish() puts in what has
// become of them. Until then every node is the checker's own and may be changed.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/CheckBody.h"
#include "driver/rust/check/Infer.h"

#include <optional>
#include <set>

namespace cratec::rust {

/// A node under construction.
using Node = thir::Expr *;
inline Node edit(const thir::Expr *node) {
  return const_cast<Node>(node);
}

/// What is known of an expression's type before it is checked.
struct Expect {
  Ty type = nullptr;
  /// The value will be coerced to it, so branches may be each; else it is a hint.
  bool isRequired = false;
};

/// What went into a match, for the words of its errors.
enum class MatchSource { Match, IfLet, WhileLet, Let, For, Parameter };

class BodyChecker {
public:
  BodyChecker(Items &items, DefId owner, DefId module, const CheckOptions &options);

  std::unique_ptr<thir::Body> checkFunction(const ast::FunctionItem &item);
  std::unique_ptr<thir::Body> checkConstant(const ast::Expr &value, Ty type, Span span);

private:
  friend class Merge;

  // ---- Body.cpp: beginning and end ----
  void declareParameters(const ast::FunctionItem &item, const FunctionSignature &signature);
  std::unique_ptr<thir::Body> finish(unsigned errorsBefore);
  void settle(const thir::Expr *expr);
  void settle(const thir::Pattern *pattern);
  void settleOwn(thir::Expr &expr);
  Ty settleType(Ty type, Span span);
  void settleLocals();
  void checkLiterals();
  void checkNegations();

  // ---- BodyNodes.cpp: making nodes ----
  Node make(thir::Expr::Kind kind, Ty type, Span span);
  Node errorNode(Span span) { return make(thir::Expr::Kind::Tuple, types.error(), span); }
  Node unitNode(Span span) { return make(thir::Expr::Kind::Tuple, types.unit(), span); }
  Node localNode(thir::LocalIndex local, Span span);
  Node integerNode(uint64_t value, Ty type, Span span);
  Node stringNode(llvm::StringRef text, Span span);
  Node borrow(Node place, bool isMutable, Span span);
  Node deref(Node pointer, Ty type, Span span);
  Node field(Node base, unsigned index, Ty type, Span span);
  Node cast(thir::CastKind kind, Node operand, Ty type);
  Node call(DefId def, TypeList args, std::vector<Node> operands, Ty result, Span span);
  Node functionNode(DefId def, TypeList args, Span span);
  Node adtNode(Ty type, unsigned variant, std::vector<Node> fields, Span span);
  Node notNode(Node operand, Span span);
  Node block(std::vector<thir::Statement> statements, Node tail, Ty type, Span span);
  Node ifNode(Node condition, Node then, Node otherwise, Ty type, Span span);
  thir::Pattern *makePattern(thir::Pattern::Kind kind, Ty type, Span span);
  thir::Pattern *bindingPattern(thir::LocalIndex local, Span span);
  thir::Pattern *wildPattern(Ty type, Span span);
  /// Of an enum: the variant of that index with patterns for its fields.
  thir::Pattern *variantPattern(Ty type, unsigned variant,
                                std::vector<const thir::Pattern *> fields, Span span);
  thir::LocalIndex addLocal(llvm::StringRef name, Ty type, bool isMutable, Span span);
  std::vector<const thir::Expr *> list(llvm::ArrayRef<Node> nodes);

  // ---- BodyNames.cpp: scopes and paths ----
  struct Binding {
    llvm::StringRef name;
    thir::LocalIndex local;
  };
  /// The end of a block takes its variables, its items and its statements' module with it.
  class Scope {
  public:
    explicit Scope(BodyChecker &checker)
        : checker(checker), count(checker.bindings.size()), module(checker.module) {}
    Scope(const Scope &) = delete;
    ~Scope() {
      checker.bindings.resize(count);
      checker.module = module;
    }

  private:
    BodyChecker &checker;
    size_t count;
    DefId module;
  };
  std::optional<thir::LocalIndex> findLocal(llvm::StringRef name) const;
  std::optional<unsigned> findTypeParameter(llvm::StringRef name);
  /// What a path in an expression means.
  struct Value {
    enum class Kind { Error, Local, Def };
    Kind kind = Kind::Error;
    thir::LocalIndex local = 0;
    DefId def = noDef;
    std::vector<Ty> args;
  };
  Value resolveValue(const ast::Path &path, llvm::StringRef wanted);
  Value resolveSingle(const ast::Path &path, llvm::StringRef wanted);
  Value valueOfDef(DefId def, const ast::Path &path);
  Value resolveRest(const ast::Path &path, const PathResolution &resolution);
  Value resolveOfType(Ty base, const ast::PathSegment &segment, Span span);
  Value resolveOfTrait(DefId trait, const ast::PathSegment &segment);
  std::optional<Ty> baseType(const ast::Path &path, const PathResolution &resolution);
  Value instantiateAssociated(const Items::Candidate &candidate, const ast::PathSegment &segment,
                              Ty base, Span span);
  Node nodeOfValue(const Value &value, Span span);
  void reportUnknownValue(const ast::Path &path, llvm::StringRef wanted);
  bool reportOuterLocal(const ast::Path &path);
  void reportNotAValue(DefId def, const ast::Path &path, llvm::StringRef wanted);
  std::string similarName(llvm::StringRef name) const;

  /// The struct or variant that a path names, for literals and patterns.
  struct VariantRef {
    Ty type = nullptr; ///< null after an error
    const AdtInfo *adt = nullptr;
    unsigned variant = 0;
    const VariantInfo &info() const { return adt->variants[variant]; }
  };
  VariantRef resolveStruct(const ast::Path &path);
  VariantRef variantOf(DefId def, const ast::Path &path);
  VariantRef variantOf(Ty type, std::optional<llvm::StringRef> variantName, const ast::Path &path);
  std::string nameOf(const VariantRef &variant) const;
  Ty fieldType(Ty adtType, const FieldInfo &field, Span span);
  bool isFieldVisible(const AdtInfo &adt, const FieldInfo &field) const;

  Items::TypeScope typeScope();
  Ty lowerType(const ast::TypeExpr &type);

  // ---- Expressions*.cpp ----
  Node check(const ast::Expr &expr, Expect expect = {});
  Node checkKind(const ast::Expr &expr, Expect expect);
  Node checkMacroKind(const ast::Expr &expr, Expect expect);
  /// Checked and coerced to the type.
  Node checkTo(const ast::Expr &expr, Ty type);
  Node checkLiteral(const ast::LiteralExpr &expr, Expect expect);
  Node checkNumber(const ast::LiteralExpr &expr, Expect expect, bool isNegative);
  Node checkPath(const ast::PathExpr &expr);
  Node checkUnary(const ast::UnaryExpr &expr, Expect expect);
  Node checkDereference(const ast::UnaryExpr &expr, Expect expect);
  Node checkOverloadedUnary(const ast::UnaryExpr &expr, Node operand);
  Node checkBorrow(const ast::BorrowExpr &expr, Expect expect);
  Node checkAssign(const ast::AssignExpr &expr);
  Node checkTuple(const ast::ListExpr &expr, Expect expect);
  Node checkArray(const ast::ListExpr &expr, Expect expect);
  Node checkRepeat(const ast::RepeatExpr &expr, Expect expect);
  Node checkRange(const ast::RangeExpr &expr, Expect expect);
  Node checkField(const ast::FieldExpr &expr);
  void reportNoField(const ast::FieldExpr &expr, Ty type, bool sawPrivate);
  Node checkIndex(const ast::IndexExpr &expr);
  Node checkOverloadedIndex(Node base, Node index, Span span);
  /// Turns the overloaded derefs and indexings that a place goes through into their `mut` form,
  /// since it is going to be changed. `borrows`: by `&mut`, else by assignment.
  void makeMutable(Node place, bool borrows = true);
  bool makeCallMutable(Node call, bool borrows);
  /// Makes a borrow that the compiler made, or that borrow as a slice, one of `&mut`.
  void makeBorrowMutable(Node reference, bool borrows);

  Node checkBinary(const ast::BinaryExpr &expr, Expect expect);
  Node checkLazy(const ast::BinaryExpr &expr);
  Node checkBuiltinBinary(const ast::BinaryExpr &expr, Node left, Node right);
  Node checkOverloadedBinary(const ast::BinaryExpr &expr, Node left, Node right);
  Node checkComparison(const ast::BinaryExpr &expr, Node left, Node right);
  Node checkCompound(const ast::AssignExpr &expr);
  Node checkOverloadedCompound(const ast::AssignExpr &expr, Node place, Node value);
  Node rightOperand(const ast::Expr &expr, Node left, ast::BinaryOp op, LangItem trait);
  void reportBinary(ast::BinaryOp op, Node left, Node right, Span span, Span opSpan);
  void reportCompound(const ast::AssignExpr &expr, Node place, Node value);
  bool isScalar(Ty type) const;
  /// The scalar behind references, or null.
  Ty scalarBehind(Ty type) const;
  Node derefToScalar(Node node);
  Node listBehind(Node node);

  Node checkBlock(const ast::Block &block, Expect expect, bool isUnsafe = false);
  void checkStatement(const ast::Statement &statement, std::vector<thir::Statement> &into);
  void checkLet(const ast::Statement &statement, std::vector<thir::Statement> &into);
  void reportMissingTail(const ast::Block &block, Ty expected);
  Node checkIf(const ast::IfExpr &expr, Expect expect);
  Node checkIfLet(const ast::IfExpr &expr, Expect expect);
  Node checkElse(const ast::Expr *expr, Expect expect, Span span);
  Node checkWhile(const ast::WhileExpr &expr);
  Node checkLoop(const ast::LoopExpr &expr, Expect expect);
  /// What a `for` goes through, and the types of its iterator and of its items.
  struct Iteration {
    Node source = nullptr;
    Ty iterator = nullptr, item = nullptr;
    DefId intoIter = noDef, next = noDef, option = noDef; ///< the methods, and Option
  };
  Node checkFor(const ast::ForExpr &expr);
  bool checkIterable(const ast::ForExpr &expr, Iteration &iteration);
  Node makeFor(const ast::ForExpr &expr, const Iteration &iteration, thir::ScopeLabel label,
               const thir::Pattern *pattern, Node body);
  Node checkMatch(const ast::MatchExpr &expr, Expect expect);
  Node checkBreak(const ast::JumpExpr &expr);
  Node checkContinue(const ast::JumpExpr &expr);
  Node checkReturn(const ast::JumpExpr &expr);
  thir::Arm checkArmPatterns(llvm::ArrayRef<const ast::Pattern *> patterns, Ty type, Span span);
  void reportBadIf(const ast::IfExpr &expr, Ty found);

  // ---- Calls*.cpp ----
  struct Signature {
    std::vector<Ty> parameters;
    Ty result = nullptr;
    bool isUnsafe = false;
    bool isVariadic = false;
    const FunctionSignature *declared = nullptr;
  };
  Signature instantiate(DefId def, TypeList args, Span span);
  Ty pointerTypeOf(DefId def, TypeList args, Span span);
  Node checkCall(const ast::CallExpr &expr, Expect expect);
  Node checkPointerCall(const ast::CallExpr &expr, Node callee, Expect expect);
  Node checkFunctionCall(const ast::CallExpr &expr, DefId def, TypeList args, Expect expect);
  struct Arguments {
    llvm::ArrayRef<const ast::Expr *> given;
    TypeList parameters;
    Ty result = nullptr;
    bool isVariadic = false;
    llvm::StringRef noun; ///< "function", "method", …
    DefId def = noDef;
    Span span;     ///< of the call
    Span nameSpan; ///< of what is called
  };
  std::vector<Node> checkArguments(const Arguments &arguments, Expect expect);
  bool wantsPointer(const Arguments &arguments, size_t index, Ty item, Ty pointer);
  void reportArgumentCount(const Arguments &arguments, llvm::ArrayRef<Node> nodes);
  Node checkVariadicArgument(const ast::Expr &expr);
  void checkCallAllowed(DefId def, const FunctionSignature &signature, Span span);
  Node checkStruct(const ast::StructExpr &expr, Expect expect);
  void reportUnknownField(const VariantRef &variant, const ast::FieldValue &value);
  void checkStructBase(const ast::StructExpr &expr, const VariantRef &variant, thir::Expr &node);
  void checkMissingFields(const ast::StructExpr &expr, const VariantRef &variant,
                          const std::set<unsigned> &seen);

  // ---- Methods*.cpp ----
  struct Step {
    Node place; ///< the receiver after some derefs
    Ty type;
  };
  enum class Adjust { Value, Reference, MutableReference, ConstPointer };
  struct Pick {
    DefId def = noDef;
    std::vector<Ty> parentArgs;
    Step step;
    Adjust adjust = Adjust::Value;
    bool unsizes = false; ///< the array is taken as a slice
  };
  /// What the search for a method saw on the way, for the words of its errors.
  struct MethodSearch {
    llvm::StringRef name;
    DefId hidden = noDef;      ///< a private one
    DefId withoutSelf = noDef; ///< an associated function of that name
  };
  /// The place behind one deref, builtin or overloaded; a null place where there is none.
  Step derefStep(const Step &step, Span span);
  std::vector<Step> autoderef(Node start, Span span);
  Node checkMethodCall(const ast::MethodCallExpr &expr, Expect expect);
  std::optional<Pick> pickMethod(llvm::ArrayRef<Step> steps, MethodSearch &search);
  std::optional<Pick> pickAt(const Step &step, MethodSearch &search);
  std::optional<Pick> pickFor(Ty receiver, MethodSearch &search);
  std::optional<Pick> chooseCandidate(llvm::ArrayRef<Items::Candidate> candidates);
  std::vector<Items::Candidate> lookup(Ty self, llvm::StringRef name);
  bool isInherent(DefId def);
  DefId traitOf(DefId def);
  bool isAccessible(DefId def);
  Ty receiverType(const Pick &pick);
  Node adjustReceiver(const Pick &pick, Span span);
  Node callPicked(const ast::MethodCallExpr &expr, const Pick &pick, Expect expect);
  void reportNoMethod(const ast::MethodCallExpr &expr, llvm::ArrayRef<Step> steps,
                      const MethodSearch &search);
  bool reportAmbiguousNumber(const ast::MethodCallExpr &expr, llvm::ArrayRef<Step> steps);
  std::string describeForMethod(Ty type) const;

  // ---- Patterns*.cpp ----
  enum class BindMode { Move, Reference, MutableReference };
  struct PatternBinding {
    llvm::StringRef name;
    thir::LocalIndex local;
    bool byReference, isMutable;
    Span span;
  };
  /// The variables of a pattern; of an arm's alternatives: those of all.
  struct PatternScope {
    std::vector<PatternBinding> bindings;
    std::map<llvm::StringRef, Span> seen; ///< in this alternative
    const char *noun = "match bindings";  ///< as rustc calls them
    bool isParameter = false;
    size_t parameterStart = 0;  ///< names before belong to other parameters
    bool isAlternative = false; ///< not the first: its names exist already
  };
  thir::Pattern *checkPattern(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                              BindMode mode = BindMode::Move);
  thir::Pattern *checkPatternAt(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                BindMode mode);
  thir::Pattern *checkBinding(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                              BindMode mode);
  thir::Pattern *checkNamedPattern(const ast::Pattern &pattern, const Value &value, Ty type);
  thir::Pattern *checkLiteralPattern(const ast::Pattern &pattern, Ty type);
  thir::Pattern *checkRangePattern(const ast::Pattern &pattern, Ty type);
  thir::Pattern *checkTuplePattern(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                   BindMode mode);
  thir::Pattern *checkPathPattern(const ast::Pattern &pattern, Ty type);
  thir::Pattern *checkTupleStructPattern(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                         BindMode mode);
  thir::Pattern *checkStructPattern(const ast::Pattern &pattern, Ty type, PatternScope &scope,
                                    BindMode mode);
  thir::Pattern *checkReferencePattern(const ast::Pattern &pattern, Ty type, PatternScope &scope);
  thir::Pattern *errorPattern(const ast::Pattern &pattern, PatternScope &scope);
  /// What a name alone in a pattern means, if not a new variable.
  std::optional<Value> constantNamed(const ast::Pattern &pattern);
  bool reportShadowing(const ast::Pattern &pattern, const PatternScope &scope);
  /// Whether it looks through references by itself to what it matches.
  bool peelsReferences(const ast::Pattern &pattern, Ty type);
  Value resolvePatternPath(const ast::Pattern &pattern, llvm::StringRef wanted);
  void reportWrongPattern(const ast::Pattern &pattern, DefId def, llvm::StringRef wanted);
  thir::Pattern *variantOrLeaf(const VariantRef &variant, Ty type, Span span);
  std::optional<VariantRef> tupleVariant(const ast::Pattern &pattern);
  void checkPatternFields(const ast::Pattern &pattern, const VariantRef &variant,
                          thir::Pattern &into, PatternScope &scope, BindMode mode);
  void reportUnmentioned(const ast::Pattern &pattern, const VariantRef &variant,
                         const std::set<unsigned> &seen);
  bool unifyPattern(Ty expected, Ty found, Span span);
  thir::LocalIndex bindName(const ast::Pattern &pattern, Ty type, bool byReference, bool isMutable,
                            PatternScope &scope);
  void bindAll(const ast::Pattern &pattern, PatternScope &scope);
  void checkAlternativeNames(llvm::ArrayRef<const ast::Pattern *> patterns,
                             llvm::ArrayRef<std::map<llvm::StringRef, Span>> seen);
  void noteMatch(const thir::Expr *match, MatchSource source, Span span);
  void noteIrrefutable(const thir::Pattern *pattern, MatchSource source);

  // ---- Coercions.cpp ----
  /// The node as a value of the type; says E0308 where it cannot be one.
  Node coerce(Node node, Ty target);
  Node tryCoerce(Node node, Ty target);
  Node coerceReference(Node node, Ty source, Ty target);
  Node coercePointer(Node node, Ty source, Ty target);
  Node coerceFunction(Node node, Ty source, Ty target);
  bool unifiesUnsized(Ty source, Ty target);
  bool isNever(Ty type) const { return infer.shallow(type)->is(Type::Kind::Never); }
  void reportMismatch(Span span, Ty expected, Ty found, const char *message = "mismatched types");
  /// "`i32`", "integer", "type parameter `T`", …
  std::string describe(Ty type) const;
  std::string print(Ty type) const;

  // ---- Casts.cpp ----
  Node checkCast(const ast::CastExpr &expr);
  void finishCast(Node node);
  std::optional<thir::CastKind> castKind(Ty from, Ty to) const;
  void reportCast(Span span, Ty from, Ty to);

  // ---- Macros*.cpp ----
  /// One entry of `fmt::Arguments::args`.
  struct FormatUse {
    unsigned argument;
    /// Nothing: it is the count of a width or precision.
    std::optional<ast::FormatPiece::Trait> trait;
    bool operator==(const FormatUse &) const = default;
  };
  Node checkFormat(const ast::FormatExpr &expr);
  Node checkPrinting(const ast::FormatExpr &expr, LangItem item, llvm::StringRef macro);
  Node checkPanic(const ast::FormatExpr &expr);
  Node checkWrite(const ast::FormatExpr &expr);
  Node checkAssert(const ast::AssertExpr &expr);
  Node checkAssertCompare(const ast::AssertExpr &expr);
  Node assertBody(const ast::AssertExpr &expr, Node left, Node right);
  Node optionalMessage(const ast::AssertExpr &expr);
  Node checkVec(const ast::VecExpr &expr, Expect expect);
  Node checkVecElements(const ast::VecExpr &expr, Ty element, Ty vec);
  Node checkTry(const ast::TryExpr &expr);
  Node checkTryOption(const ast::TryExpr &expr, Node operand);
  Node tryMatch(Node operand, unsigned good, Node returned, thir::Arm failure);
  Node convertError(Node error, Ty to, Span span);
  Node formatArguments(const ast::FormatTemplate &format, Span span);
  Node formatUses(const ast::FormatTemplate &format, llvm::ArrayRef<FormatUse> uses, Ty type,
                  Span span);
  Node formatUse(Node reference, FormatUse use, Ty type, Span span);
  Node formatSpec(const ast::FormatPiece &piece, llvm::ArrayRef<FormatUse> uses, Ty type,
                  Span span);
  Node sliceOf(std::vector<Node> elements, Ty element, Span span);
  /// File, line and column, as the panicking functions take them.
  void addPlace(std::vector<Node> &operands, Span span);
  Node panicNode(llvm::StringRef message, Span span);
  /// The struct's value with its fields by name.
  Node structNode(Ty type, std::vector<std::pair<llvm::StringRef, Node>> fields, Span span);
  DefId requireLang(LangItem item, Span span, llvm::StringRef macro = {});

  // ---- InferObligations.cpp ----
  struct Obligation {
    TraitRef ref; ///< or `projection`
    Ty projection = nullptr;
    Ty target = nullptr; ///< what the projection is to be
    Span span;
    enum class Cause { Bound, Format, Repeat, Iterator } cause = Cause::Bound;
    bool done = false;
  };
  /// Projections are replaced, where it is known yet by what; else by a variable that will be.
  Ty normalize(Ty type, Span span);
  Ty normalizeInside(Ty type, Span span);
  Ty substitute(Ty type, TypeList args, Span span) {
    return normalize(types.substitute(type, args), span);
  }
  void require(TraitRef ref, Span span, Obligation::Cause cause = Obligation::Cause::Bound);
  void requireBounds(DefId def, TypeList args, Span span);
  void selectPending();
  bool selectOne(size_t index);
  void finishObligations();
  void reportUnsatisfied(const Obligation &obligation);
  std::string traitName(const TraitRef &ref) const;
  /// The impl by which it holds; binds the variables that follow from it.
  std::optional<ImplMatch> selectImpl(TraitRef ref);
  bool holds(TraitRef ref);
  /// The type's shallow form after all that is known has been made use of.
  Ty known(Ty type);
  std::optional<DefId> memberNamed(DefId parent, llvm::StringRef name) const;
  /// What the associated type of that name is for a trait that holds.
  Ty associatedType(const TraitRef &ref, llvm::StringRef name, Span span);

  void requireUnsafe(Span span, llvm::StringRef what, llvm::StringRef label, llvm::StringRef note);
  unsigned errorCount() const { return report.diags.errorCount(); }

  Items &items;
  const Definitions &defs;
  TypeContext &types;
  const Reporter &report;
  const CheckOptions options;
  Inference infer;
  std::unique_ptr<thir::Body> body;
  Arena &arena;

  DefId owner;
  DefId module; ///< of the innermost block that has items
  DefId selfScope;
  std::vector<llvm::StringRef> typeParameters;
  std::vector<Binding> bindings;
  struct Loop {
    llvm::StringRef label;
    thir::ScopeLabel number;
    enum class Kind { Loop, While, For } kind;
    Span span;
    bool breaks = false;
    Ty required = nullptr;
    class Merge *values = nullptr;  ///< of a `loop`: what its breaks yield
    std::vector<Node> breakNodes{}; ///< one for each value
  };
  std::vector<Loop> loops;
  thir::ScopeLabel nextLabel = 0;
  unsigned unsafeDepth = 0;
  bool diverges = false;   ///< what has been checked so far never gets to its end
  Ty returnType = nullptr; ///< null where there is no function
  Span returnSpan;
  const ast::Block *functionBlock = nullptr;
  const char *constantNoun = nullptr; ///< "constants", "statics"; null in functions

  std::vector<Obligation> obligations;
  std::vector<Node> deferredCasts;
  struct Literal {
    Node node;
    uint64_t value; ///< as written, without the sign
    bool isNegative;
  };
  std::vector<Literal> literals;
  std::vector<Node> negations;
  struct MatchNote {
    const thir::Expr *match = nullptr;
    const thir::Pattern *pattern = nullptr;
    MatchSource source;
    Span span;
  };
  std::vector<MatchNote> matches;
  bool saidAnnotations = false; ///< E0282 once is enough
  bool hasErrors = false;
  std::set<LangItem> missingLang;
};

/// Brings the values of branches to one type: the first one's unless more is known, others
/// are coerced to it. Branches that never end agree with everything.
class Merge {
public:
  /// `incompatible` is what is said where branches differ from each other.
  Merge(BodyChecker &checker, Expect expect, const char *incompatible = "mismatched types");
  /// False where it did not fit; that has been said, unless `quiet`.
  bool add(Node node, bool quiet = false);
  /// The common type; `!` where no branch yields a value.
  Ty finish();
  llvm::ArrayRef<Node> nodes() const { return values; }

private:
  bool fitNext(Node &node);
  bool mergeFunctions(Node &node);
  BodyChecker &checker;
  const char *incompatible;
  Ty required = nullptr;
  Ty type = nullptr;
  std::vector<Node> values;
};

} // namespace cratec::rust
