//===- CheckBody.h - from syntax to typed bodies ------------------*- C++ -*-===//
//
// Type inference within one body, in the order of the source, as rustc does it: the type of
// a receiver must be known where a method is called; literals and `let` take their types
// from later uses; integers fall back to i32, floats to f64. Also checked here: visibility,
// unsafety (E0133), mutability as far as types tell, loops and labels, patterns (E0004, E0005),
// what a constant may hold (E0015), casts (E0604-E0607).
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Thir.h"

namespace cratec::rust {

struct CheckOptions {
  bool overflowChecks = true;
};

/// The typed body of a Function, Method or TraitMethod with a body, or of a Const,
/// AssociatedConst or Static. Null after an error, which has been said.
std::unique_ptr<thir::Body> checkBody(DefId owner, Items &items, const CheckOptions &options);

/// The typed body of a constant expression that has no definition: an array length or a
/// discriminant in `module`, inside `owner`. It may use constants, not generics.
std::unique_ptr<thir::Body> checkConstantExpr(const ast::Expr &expr, DefId module, DefId owner,
                                              Ty expected, Items &items);

/// `-Z dump=thir`
std::string printThir(const thir::Body &body, const Definitions &defs);

} // namespace cratec::rust
