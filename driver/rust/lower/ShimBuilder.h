//===- ShimBuilder.h - MIR that no source stands for --------------*- C++ -*-===//

#pragma once

#include "driver/rust/lower/Unit.h"

namespace cratec::rust::ir {

/// Writes a body block after block: what is added goes to the block that was begun last.
class ShimBuilder {
public:
  ShimBuilder(Unit &unit, TypeList parameters, Ty result);

  mir::LocalIndex local(Ty type);
  static mir::Place at(mir::LocalIndex local) { return {local, {}}; }
  mir::Place deref(mir::Place place);
  mir::Place field(mir::Place place, unsigned index, Ty type);
  mir::Place element(mir::Place place, mir::LocalIndex index, Ty type);
  mir::Place variant(mir::Place place, unsigned index);
  Ty typeOf(const mir::Place &place) { return mir::typeOf(place, *body); }

  static mir::Operand copy(mir::Place place);
  static mir::Operand move(mir::Place place);
  mir::Operand word(uint64_t value);
  mir::Operand boolean(bool value);
  mir::Operand text(llvm::StringRef text);

  void assign(mir::Place to, mir::Rvalue value);
  void use(mir::Place to, mir::Operand value);
  void borrow(mir::LocalIndex to, mir::Place place, bool isMutable = false);
  void unsize(mir::LocalIndex to, mir::Operand from);
  void binary(mir::LocalIndex to, ast::BinaryOp op, mir::Operand left, mir::Operand right);
  void discriminant(mir::LocalIndex to, mir::Place place);
  void length(mir::LocalIndex to, mir::Place place);
  void aggregate(mir::Place to, unsigned variant, std::vector<mir::Operand> parts);

  mir::BlockIndex newBlock();
  void begin(mir::BlockIndex block) { current = block; }
  void jump(mir::BlockIndex block);
  void give(); ///< return
  void call(Callee callee, std::vector<mir::Operand> args, mir::Place result);
  void drop(mir::Place place);
  /// On an integer or bool: to targets[i] for values[i], else to `otherwise`.
  void choose(mir::Operand operand, std::vector<uint64_t> values,
              std::vector<mir::BlockIndex> targets, mir::BlockIndex otherwise);
  /// A loop of an index over [0, count); ends in a new block.
  void loop(mir::Operand count, llvm::function_ref<void(mir::LocalIndex)> inside);

  std::unique_ptr<mir::Body> take() { return std::move(body); }

  Unit &unit;

private:
  mir::Terminator &end(mir::Terminator::Kind kind);
  std::unique_ptr<mir::Body> body;
  mir::BlockIndex current = 0;
};

} // namespace cratec::rust::ir
