//===- Imports.h - resolves every `use` of every crate ------------*- C++ -*-===//
//
// An import may need what other imports bind, in any order and in cycles. So each is
// tried when it is first met, and again when a name that it looked for has changed;
// what a glob brings is worked out anew for a name when that name has changed in
// the module that the glob names. All is done when nothing changes.
//
// 1. An item or `extern crate` of a module is final: no import changes it.
// 2. An explicit import hides what globs bring.
// 3. A glob brings only what may be seen from where it stands.
// 4. Two globs that bring different things of one name are a mistake where the name is used.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/resolve/Collect.h"

#include <llvm/ADT/DenseSet.h>

#include <deque>

namespace cratec::rust {

class ImportResolver {
public:
  ImportResolver(Definitions &defs, std::vector<Import> imports, const Reporter &report);

  void run();

private:
  using Binding = Definitions::Binding;
  using Slots = std::array<Binding, 2>;
  using Key = std::pair<uint32_t, llvm::StringRef>; ///< a name in a scope

  struct State {
    DefId target =
        noDef;   ///< of a glob: the module or enum; of others: where the name is looked for
    Slots found; ///< what it imports, in each namespace
    bool isWhole = false; ///< the path is a module by itself, as in `use super::{self}`
    unsigned tries = 0;
    bool isQueued = false;
    llvm::SmallVector<Key, 4> watched;
  };

  /// Why a path leads nowhere.
  struct Failure {
    enum class Kind {
      None,
      Said, ///< through a name that is bound to a mistake
      TooManySupers,
      NotFound, ///< segment `index` is not in `module`
      NotModule ///< segment `index` is `def`
    };
    Kind kind = Kind::None;
    size_t index = 0;
    DefId module = noDef;
    DefId def = noDef;
    const Binding *culprit = nullptr; ///< Said
  };

  // ---- resolving (Imports.cpp) ----
  void drain();
  void enqueue(uint32_t import);
  void evaluate(uint32_t import);
  void evaluateGlob(uint32_t import, DefId target);
  void watch(uint32_t import, DefId module, llvm::StringRef name);
  /// The module or enum that the path's segments but for the last (of a glob: all) mean. `watcher`
  /// is told when it may change; `uses` gets each binding on the way.
  DefId walk(const Import &import, Failure &failure, std::optional<uint32_t> watcher,
             llvm::SmallVectorImpl<std::pair<const Binding *, size_t>> *uses);
  DefId start(const Import &import, size_t &index, Failure &failure) const;
  Slots find(uint32_t import, DefId target);
  Binding made(uint32_t import, const Slots &found, size_t space) const;
  void set(uint32_t import, size_t space, const Binding &binding);
  void recomputeGlobs(DefId module, llvm::StringRef name);
  Binding fromGlobs(DefId module, llvm::StringRef name, size_t space) const;
  void changed(DefId module, llvm::StringRef name);
  bool isResolved(uint32_t import);
  void bindFailures();
  Definitions::Scope &scope(DefId module) { return defs.scopes[defs.scopeOf[module]]; }
  const Definitions::Scope &scope(DefId module) const { return defs.scopes[defs.scopeOf[module]]; }

  // ---- messages (ImportMessages.cpp) ----
  void reportAll();
  void reportFailure(uint32_t import);
  void findCycles();
  Failure failureOf(uint32_t import);
  void reportNotFound(uint32_t import, const Failure &failure);
  void reportUses(uint32_t import);
  void reportReexport(uint32_t import);
  void reportConflict(uint32_t import);

  Definitions &defs;
  std::vector<Import> imports;
  std::vector<State> states;
  const Reporter &report;
  Words words;

  std::deque<uint32_t> queue;
  std::deque<Key> events;
  llvm::DenseMap<Key, std::vector<uint32_t>> watchers;
  std::vector<std::vector<uint32_t>> globsInto; ///< by scope: its glob imports
  std::vector<std::vector<uint32_t>> globsFrom; ///< by scope: glob imports that name it
  std::vector<bool> failed;                     ///< by import
  /// By import: it rests on itself alone, and so is nobody else's fault.
  std::vector<bool> isCyclic;
  std::vector<Span> places;               ///< by import: what messages point at
  llvm::DenseSet<uint32_t> saidConflicts; ///< where items stand that imports met with
  llvm::DenseSet<uint32_t> saidMissing;   ///< where segments stand that E0432 named
};

} // namespace cratec::rust
