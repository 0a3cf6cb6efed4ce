//===- Evaluate.h - constants, by running their MIR ---------------*- C++ -*-===//
//
// The value of a constant expression, as a tree that knows nothing of layout: what an
// initialiser of LLVM is made of. Literals, operators with overflow checks, `as`, const functions,
// named constants, addresses of statics and functions, arrays, tuples, structs, variants.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/Build.h"

namespace cratec::rust {

struct ConstValue {
  enum class Kind {
    Scalar, ///< Int, Bool, Char, C pointers made of ints: bits
    Float,
    Aggregate, ///< fields: tuple, struct, array; enum: `variant` and its fields
    String,    ///< &str: text
    Reference, ///< to the one element of `fields`: something constant without a name
    Static,    ///< the address of `callee.def`
    Function,  ///< a function pointer: callee
    Slice,     ///< & of a constant array as a slice: fields[0] is the array's Reference or Static
    Repeat     ///< an array of `bits` elements that are all fields[0]; for large arrays
  };
  Kind kind = Kind::Scalar;
  Ty type = nullptr;
  uint64_t bits = 0;
  double real = 0;
  llvm::StringRef text;
  unsigned variant = 0;
  std::vector<ConstValue> fields;
  Callee callee;
};

/// Runs `body` with the type arguments put in. Says E0080 (overflow, index, division, "evaluation
/// does not end": a limit of steps) and then yields nothing.
std::optional<ConstValue> evaluate(const mir::Body &body, TypeList args, MirProvider &provider,
                                   Items &items);
/// The value of a Const, AssociatedConst or Static.
std::optional<ConstValue> evaluateConstant(DefId def, TypeList args, MirProvider &provider,
                                           Items &items);

/// Makes Items able to tell array lengths and discriminants.
void installConstantEvaluator(Items &items, MirProvider &provider);

} // namespace cratec::rust
