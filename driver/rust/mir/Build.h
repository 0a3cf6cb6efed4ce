//===- Build.h - from typed bodies to checked MIR -----------------*- C++ -*-===//

#pragma once

#include "driver/rust/mir/Mir.h"

namespace cratec::rust {

struct ConstValue;

/// The graph of a typed body; a Drop stands at the end of each scope for all that the scope
/// owns and that is not certain to be Copy.
///
/// Order of evaluation, temporaries and drops follow Rust's rules: operands left to right;
/// locals are dropped in reverse order of declaration, temporaries at the end of the statement
/// (those borrowed in a `let`'s initialiser live as long as the variable), fields in order.
///
/// `constants` tells the value of a named integer, bool or char, so that patterns of such become
/// a switch; without it, or where it yields nothing, they are compared one by one.
using NamedConstantBits = std::function<std::optional<uint64_t>(const Callee &constant, Ty type)>;
std::unique_ptr<mir::Body> buildMir(std::shared_ptr<const thir::Body> body, Items &items,
                                    const NamedConstantBits &constants = {});

/// Says E0381, E0382, E0384, E0505-like moves out of what cannot be moved out of (E0507, E0508,
/// E0509), and assignments and mutable borrows of what is not mutable (E0594, E0596). True when
/// there is nothing to say.
bool checkMoves(const mir::Body &body, Items &items);

/// Makes every Drop certain: removes those of what has been moved, puts drop flags where it
/// depends, takes apart those of what is partly moved. Only for bodies that checkMoves() accepts.
void elaborateDrops(mir::Body &body, Items &items);

/// All of the above for one definition: body check, MIR, moves, drops. Null after an error. Each
/// definition once: later calls answer the same.
class MirProvider {
public:
  MirProvider(Items &items, bool overflowChecks);
  ~MirProvider();
  /// Of a Function, Method, TraitMethod with a body; Const, AssociatedConst, Static.
  const mir::Body *get(DefId def);

  /// The value of a static of Rust, or null after an error. Lives as long as the provider.
  const ConstValue *valueOfStatic(DefId def);

  struct Implementation;
  Implementation &internals() { return *implementation; }

private:
  std::unique_ptr<Implementation> implementation;
};

} // namespace cratec::rust
