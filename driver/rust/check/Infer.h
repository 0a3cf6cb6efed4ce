//===- Infer.h - the type variables of one body -------------------*- C++ -*-===//
//
// Unification over Type::Infer. A variable stands for any type, for an integer type
// or for a float type. What has been bound since a snapshot can be undone, so that
// alternatives can be tried.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Type.h"

namespace cratec::rust {

class Inference {
public:
  explicit Inference(TypeContext &types) : types(types) {}

  Ty fresh(Type::Infer kind = Type::Infer::Any);
  /// A variable that stands for the value of an expression that yields none; becomes `()`
  /// where nothing else is asked of it.
  Ty freshDiverging();
  std::vector<Ty> freshList(size_t count);

  /// Follows a bound variable; what is inside of the type may still hold bound ones.
  Ty shallow(Ty type) const;
  /// Replaces all bound variables, inside too.
  Ty resolve(Ty type) const;
  std::vector<Ty> resolve(TypeList list) const;

  /// Makes the two equal where that is possible; binds nothing where it is not.
  bool unify(Ty left, Ty right);
  /// Whether unify() would succeed.
  bool unifies(Ty left, Ty right);

  using Snapshot = size_t;
  Snapshot snapshot() const { return log.size(); }
  void rollback(Snapshot to);
  /// Grows with every binding: tells whether something was learned.
  size_t bindingCount() const { return log.size(); }

  /// Unbound integers become i32, floats f64, diverging ones `()`.
  void applyDefaults();

private:
  struct Variable {
    Ty bound = nullptr;
    Type::Infer kind;
    bool diverging = false;
  };
  bool unifyInside(Ty left, Ty right);
  bool bind(Ty variable, Ty type);
  bool occurs(unsigned index, Ty type) const;

  TypeContext &types;
  std::vector<Variable> variables;
  std::vector<unsigned> log; ///< variables in the order in which they were bound
};

/// `type` with other types inside: `args` stand for its own.
Ty rebuild(TypeContext &types, Ty type, TypeList args);

} // namespace cratec::rust
