//===- Instance.h - what becomes one LLVM function ----------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/Items.h"

#include <tuple>

namespace cratec::rust::ir {

/// A function with all its type arguments put in.
struct Instance {
  enum class Kind {
    Function,    ///< a Function, Method, or a TraitMethod's default body
    Structural,  ///< a TraitMethod of a type that has no impl: an array's `clone`
    Constructor, ///< of a tuple Struct or Variant, as a function
    DropGlue     ///< drops what a pointer to `type` points at
  };
  Kind kind = Kind::Function;
  DefId def = noDef;
  std::vector<Ty> args;
  Ty type = nullptr;

  bool operator<(const Instance &o) const {
    return std::tie(kind, def, type, args) < std::tie(o.kind, o.def, o.type, o.args);
  }
  static Instance function(DefId def, TypeList args) {
    return {Kind::Function, def, args.vec(), nullptr};
  }
  static Instance dropGlue(Ty type) { return {Kind::DropGlue, noDef, {}, type}; }
};

} // namespace cratec::rust::ir
