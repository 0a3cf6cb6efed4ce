//===- Evaluator.h - runs MIR over trees of values ----------------*- C++ -*-===//
//
// A reference is a copy of what it refers to, which is right as long as nobody writes
// through it; whoever tries to is told that this cannot be done.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/Evaluate.h"

namespace cratec::rust::mir {

class Evaluator {
public:
  static constexpr unsigned stepLimit = 1000000;
  static constexpr unsigned depthLimit = 128;
  /// Larger arrays of one value are kept as that value.
  static constexpr uint64_t repeatLimit = 256;

  /// `name` is what messages call the constant.
  Evaluator(MirProvider &provider, Items &items, std::string name)
      : provider(provider), items(items), types(items.types), name(std::move(name)) {}

  std::optional<ConstValue> run(const Body &body, TypeList args,
                                std::vector<ConstValue> parameters = {});

private:
  struct Frame {
    const Body &body;
    TypeList args;
    std::vector<ConstValue> locals;
    Span span; ///< of what is being done
  };

  // Each yields nothing, or false, after a failure, which has been said.
  std::optional<ConstValue> loop(Frame &frame);
  bool execute(Frame &frame, const Statement &statement);
  /// The next block, or nothing. `isDone` after Return.
  std::optional<BlockIndex> execute(Frame &frame, const Terminator &terminator, bool &isDone);
  std::optional<BlockIndex> executeSwitch(Frame &frame, const Terminator &terminator);
  bool executeCall(Frame &frame, const Terminator &terminator);
  std::optional<ConstValue> call(Frame &frame, Callee callee, std::vector<ConstValue> args);
  std::optional<ConstValue> callIntrinsic(const Def &def, const Callee &callee,
                                          llvm::ArrayRef<ConstValue> args);
  bool executeAssert(Frame &frame, const Terminator &terminator);
  std::string assertMessage(const Terminator &terminator, llvm::ArrayRef<ConstValue> args);

  Ty typeIn(const Frame &frame, Ty type);
  /// What is at the place. Lives until the frame's locals change.
  const ConstValue *read(Frame &frame, const Place &place);
  const ConstValue *step(Frame &frame, const ConstValue *at, const Projection &projection);
  const ConstValue *deref(const ConstValue &pointer);
  const ConstValue *element(const ConstValue &array, uint64_t index);
  ConstValue *write(Frame &frame, const Place &place);
  std::optional<ConstValue> borrow(Frame &frame, const Place &place, Ty type);
  std::optional<ConstValue> operand(Frame &frame, const Operand &operand);
  std::optional<ConstValue> constant(Frame &frame, const Constant &constant);
  std::optional<std::vector<ConstValue>> operands(Frame &frame, llvm::ArrayRef<Operand> operands);
  std::optional<ConstValue> rvalue(Frame &frame, const Rvalue &value);
  std::optional<ConstValue> repeat(Frame &frame, const Rvalue &value);
  std::optional<ConstValue> length(Frame &frame, const Place &place);
  std::optional<ConstValue> unary(const Rvalue &value, const ConstValue &operand);
  std::optional<ConstValue> binary(const Rvalue &value, Ty type, const ConstValue &left,
                                   const ConstValue &right);
  std::optional<ConstValue> compare(ast::BinaryOp op, const ConstValue &left,
                                    const ConstValue &right);
  std::optional<ConstValue> cast(thir::CastKind kind, Ty type, ConstValue value);
  std::optional<uint64_t> sizeOf(Ty type);

  void fail(const std::string &message, linkcheck::Code code = linkcheck::Code::E0080);
  void unsupported(llvm::StringRef what);

  MirProvider &provider;
  Items &items;
  TypeContext &types;
  std::string name;
  std::vector<Frame *> frames;
  unsigned steps = 0;
};

/// `u8::MAX`, `1_u8`: as messages of overflow say it.
std::string describeInteger(const ConstValue &value, const Definitions &defs);
int64_t signExtend(uint64_t bits, Ty type);
ConstValue makeScalar(Ty type, uint64_t bits);
/// Add, Subtract, Multiply, Divide, … of integers, wrapped; whether it overflowed.
std::pair<uint64_t, bool> computeInteger(ast::BinaryOp op, uint64_t left, uint64_t right, Ty type);

} // namespace cratec::rust::mir
