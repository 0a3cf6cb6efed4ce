//===- Exhaustive.h - whether a match leaves something out --------*- C++ -*-===//
//
// Decides for the patterns of a match whether some value fits none (E0004), and which
// pattern no value can reach; for a `let`, a `for` and a parameter whether the pattern
// always fits (E0005). The method is Maranget's: rows of patterns are specialised by one
// constructor after another, integers by the ranges into which all patterns cut them.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Body.h"

namespace cratec::rust {

void checkMatchArms(const thir::Expr &match, MatchSource source, Span span, Items &items);
void checkIrrefutable(const thir::Pattern &pattern, MatchSource source, Items &items);

} // namespace cratec::rust
