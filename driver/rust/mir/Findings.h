//===- Findings.h - what the checks of a body have found ----------*- C++ -*-===//
//
// Findings are said in the order of the source, whatever order the checks went in.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/MovePaths.h"

namespace cratec::rust::mir {

struct Finding {
  linkcheck::Code code;
  Span span;
  std::string message;
  std::string label;
  std::vector<std::pair<Span, std::string>> labels;
  std::vector<std::string> notes;
  std::vector<std::string> helps;
};

/// A place as the source writes it: `x.f`, `*x`, `a[_]`; empty where it begins in a temporary.
std::string describe(const Place &place, const Body &body, Items &items);
/// The same in backquotes, or "value".
std::string describeOrValue(const Place &place, const Body &body, Items &items);
/// "move occurs because `x` has type `T`, which does not implement the `Copy` trait"
std::string describeMove(const Place &place, bool isPartial, const Body &body, Items &items);
std::string describeMove(llvm::StringRef what, Ty type, bool isPartial, Items &items);
/// "variable `x`" with its declaration; the local's span.
bool isVariable(LocalIndex local, const Body &body);

/// Moves out of what cannot be moved out of; writes to what is not mutable.
void checkMutability(const Body &body, Items &items, std::vector<Finding> &findings);

} // namespace cratec::rust::mir
