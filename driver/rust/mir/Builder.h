//===- Builder.h - makes the graph of one body --------------------*- C++ -*-===//
//
// Goes through the tree once and writes into a current block. What the current block
// cannot be reached from is not written at all: after `return` the builder goes on, for
// the sake of declarations, but without effect, until a block is started that something jumps to.
//
// Scopes are a stack. Each remembers what it owns; leaving it, at its end or by a
// jump over it, drops that in reverse. Some scopes also own temporaries: those of
// statements, conditions, arms, the right side of && and ||.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/Build.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace cratec::rust::mir {

/// Something to be tested: whether `place` matches `pattern`.
struct MatchPair {
  Place place;
  const thir::Pattern *pattern;
};

/// One alternative of an arm, on its way through the tests.
struct Candidate {
  std::vector<MatchPair> pairs;    ///< still to be tested
  std::vector<MatchPair> bindings; ///< of Binding patterns
  const thir::Arm *arm = nullptr;
  std::optional<BlockIndex> matched;   ///< where control comes when all tests succeeded
  std::optional<BlockIndex> otherwise; ///< where a guard that fails goes on
};

class Builder {
public:
  Builder(const thir::Body &source, Body &body, Items &items, const NamedConstantBits &constants);

  /// A function's body, or the initialiser of a constant or static.
  void buildBody();
  /// A body that computes `expr` and nothing else.
  void buildExpression(const thir::Expr &expr);

private:
  // ---- blocks (BuildBody.cpp) ----
  BlockIndex newBlock();
  void startBlock(BlockIndex block);
  void markReached(BlockIndex block) { reached[block] = true; }
  void terminate(Terminator terminator, Span span);
  void gotoBlock(BlockIndex block, Span span);
  void unreachable(Span span);
  /// Switches on a bool.
  void switchBool(Operand condition, BlockIndex yes, BlockIndex no, Span span);
  void assign(Place destination, Rvalue value, Span span);
  void storage(Statement::Kind kind, LocalIndex local, Span span);

  LocalIndex newLocal(Ty type, Span span);
  /// A temporary for an operand: soon moved from, else dropped with the innermost scope.
  LocalIndex operandLocal(Ty type, Span span);
  /// A temporary of a value that is used as a place: lives as long as the statement, or as `expr`
  /// is extended to.
  LocalIndex temporary(const thir::Expr &expr);
  void declareParameters();

  // ---- scopes (BuildBody.cpp) ----
  struct ScheduledDrop {
    LocalIndex local;
    bool isStorage; ///< ends the storage, else drops the value
    /// By the target of a jump that leaves the scope: the block that does this and all that
    /// is below. Jumps to one target share the drops that they have in common.
    llvm::SmallVector<std::pair<BlockIndex, BlockIndex>, 1> exits;
  };
  void pushScope(bool ownsTemporaries);
  void popScope(Span span);
  void scheduleStorage(size_t scope, LocalIndex local);
  void scheduleDrop(size_t scope, LocalIndex local);
  void schedule(size_t scope, LocalIndex local, bool isStorage);
  void emitDrop(const ScheduledDrop &drop, Span span);
  /// Leaves all scopes above the first `depth`, by a jump to `target`.
  void exitTo(size_t depth, BlockIndex target, Span span);
  ScopeIndex newDebugScope(Span span);

  // ---- expressions (BuildExpressions.cpp, BuildControl.cpp, BuildCalls.cpp) ----
  void into(const Place &destination, const thir::Expr &expr);
  void intoRvalue(const Place &destination, const thir::Expr &expr);
  Operand operand(const thir::Expr &expr);
  /// In order; a place among them is copied first if one that follows could change it.
  std::vector<Operand> operands(llvm::ArrayRef<const thir::Expr *> exprs);
  Operand copyToTemporary(Operand operand, Span span);
  Rvalue rvalue(const thir::Expr &expr);
  Rvalue binary(const thir::Expr &expr);
  Rvalue arithmetic(ast::BinaryOp op, Operand left, Operand right, Ty type, bool checks, Span span);
  void checkDivision(ast::BinaryOp op, const Operand &left, const Operand &right, Ty type,
                     Span span);
  void checkShift(ast::BinaryOp op, const Operand &left, const Operand &right, Span span);
  Rvalue unary(const thir::Expr &expr);
  Rvalue cast(const thir::Expr &expr);
  Rvalue borrow(const thir::Expr &expr);
  Rvalue adt(const thir::Expr &expr);
  void intoLogical(const Place &destination, const thir::Expr &expr);
  void intoNever(const thir::Expr &expr);
  void intoCall(const Place &destination, const thir::Expr &expr);
  bool isConstructorCall(const thir::Expr &expr) const;
  void assertThat(Operand condition, bool expected, Terminator::Message message,
                  std::vector<Operand> args, Span span, ast::BinaryOp op = ast::BinaryOp::Add);

  /// Evaluates for the effects alone; a value is dropped with the innermost scope of temporaries.
  void discard(const thir::Expr &expr);
  void assignment(const thir::Expr &expr);
  void assignOperator(const thir::Expr &expr);
  void intoBlock(const Place &destination, const thir::Expr &expr);
  void intoIf(const Place &destination, const thir::Expr &expr);
  void intoLoop(const Place &destination, const thir::Expr &expr);
  void jump(const thir::Expr &expr);
  /// To `yes` or `no` as the condition is; its temporaries are gone by then.
  void branch(const thir::Expr &condition, BlockIndex yes, BlockIndex no);
  void intoScoped(const Place &destination, const thir::Expr &expr);
  void letStatement(const thir::Statement &statement, size_t blockScope);
  void extendBorrows(const thir::Expr &expr, size_t scope);
  void extendPlace(const thir::Expr &expr, size_t scope);

  // ---- places (BuildPlaces.cpp) ----
  Place place(const thir::Expr &expr);
  /// A place that is only read: an element of a constant is then read where the constant lies,
  /// and no copy is made of all of it.
  Place readPlace(const thir::Expr &expr);
  Place staticPlace(const thir::Expr &expr);
  Place indexPlace(const thir::Expr &expr);
  /// Copies or moves, as the type is.
  Operand consume(Place place, Span span);
  Ty fieldType(Ty adt, unsigned variant, unsigned field);
  Rvalue discriminantOf(const Place &place);
  bool isCopy(Ty type);
  bool needsDrop(Ty type);

  // ---- constants (BuildConstants.cpp) ----
  std::optional<Constant> constant(const thir::Expr &expr);
  Constant scalar(Ty type, uint64_t bits) const;
  Operand scalarOperand(Ty type, uint64_t bits) const;
  Operand unitOperand() const;
  bool isPromotable(const thir::Expr &expr);
  bool isPromotableAdt(const thir::Expr &expr);
  Constant promote(const thir::Expr &expr, Ty type);

  // ---- patterns (BuildMatch.cpp, BuildPatterns.cpp) ----
  void intoMatch(const Place &destination, const thir::Expr &expr);
  void buildArm(const Place &destination, const thir::Arm &arm,
                llvm::ArrayRef<Candidate *> candidates, BlockIndex join, Span scrutinee);
  void bindForGuard(const Candidate &candidate, BlockIndex body, Span scrutinee);
  /// Makes the tests that lead to each candidate, beginning in `start`. Yields the
  /// block in which none has matched, if that can be.
  std::optional<BlockIndex> matchCandidates(llvm::ArrayRef<Candidate *> candidates,
                                            BlockIndex start);
  /// Tests what candidates[from] needs first; `from` becomes the first candidate that the test did
  /// not sort.
  BlockIndex testCandidates(llvm::ArrayRef<Candidate *> candidates, size_t &from);
  BlockIndex testVariant(llvm::ArrayRef<Candidate *> candidates, size_t &from);
  BlockIndex testSwitch(llvm::ArrayRef<Candidate *> candidates, size_t &from);
  BlockIndex testOne(llvm::ArrayRef<Candidate *> candidates, size_t &from);
  void descend(llvm::ArrayRef<Candidate *> bucket, BlockIndex block, BlockIndex remainder);
  void simplifyCandidate(Candidate &candidate);
  bool simplifyPair(Candidate &candidate, MatchPair pair, std::vector<MatchPair> &rest);
  void addFields(std::vector<MatchPair> &pairs, const Place &place, const thir::Pattern &pattern);
  Place variantPlace(const Place &place, const thir::Pattern &pattern);
  /// The bits of a pattern's constant of integer, bool or char type.
  std::optional<uint64_t> patternBits(const thir::Expr *constant);
  void testRange(const MatchPair &pair, BlockIndex yes, BlockIndex no);
  /// Goes on in the current block if they are equal, to `no` if not.
  void testEqual(const Place &place, const Place &other, Ty type, BlockIndex no, Span span);
  void testEqualFields(const Place &place, const Place &other, Ty type, BlockIndex no, Span span);
  void testEqualText(const Place &place, const Place &other, BlockIndex no, Span span);
  void declareBindings(const thir::Pattern &pattern, ScopeIndex debugScope);
  void bind(const MatchPair &binding, LocalIndex local, Span scrutinee);
  /// Without a place: only declares.
  void bindIrrefutable(const std::optional<Place> &place, const thir::Pattern &pattern,
                       size_t scope, Span scrutinee);
  LocalIndex localOf(thir::LocalIndex local);

  struct Breakable {
    thir::ScopeLabel label;
    size_t depth; ///< of scopes outside of it
    Place destination;
    BlockIndex continueBlock, exitBlock;
  };

  const thir::Body &source;
  Body &body;
  Items &items;
  const NamedConstantBits &constants;
  TypeContext &types;

  BlockIndex current = 0;
  bool isDead = false;
  std::vector<bool> reached; ///< by block: something jumps to it
  BlockIndex returnBlock = 0;

  std::vector<std::vector<ScheduledDrop>> scopes;
  std::vector<size_t> temporaryScopes; ///< indexes of scopes
  std::vector<Breakable> breakables;
  llvm::DenseMap<const thir::Expr *, size_t> extended; ///< to the scope of a block
  ScopeIndex debugScope = 0;

  std::vector<std::optional<LocalIndex>> locals; ///< by thir local
  std::optional<LocalIndex> unitLocal;           ///< takes values that nobody reads
  llvm::DenseMap<Ty, bool> copyTypes, dropTypes;
  const thir::Expr *readConstant = nullptr; ///< see readPlace()
};

/// Whether evaluating it can change a variable, so that what stands before must be read before.
bool canWrite(const thir::Expr &expr);

} // namespace cratec::rust::mir
