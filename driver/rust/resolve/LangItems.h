//===- LangItems.h - finds the items that the compiler must know --*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Definitions.h"

namespace cratec::rust {

/// Reads `#[lang = "…"]` of every crate. In the local crate, says E0658 where the feature is
/// missing, E0522 for unknown names and E0152 for what is there already.
class LangItemCollector {
public:
  LangItemCollector(Definitions &defs, const Reporter &report) : defs(defs), report(report) {}

  void run();

private:
  void collect(CrateNumber crate);
  void enter(DefId def, const ast::MetaItem &attribute);
  void enterOldName(DefId def, const ast::MetaItem &attribute);
  void duplicate(DefId def, DefId first, llvm::StringRef name);

  Definitions &defs;
  const Reporter &report;
  std::map<std::string, DefId> oldNames; ///< of the local crate
};

} // namespace cratec::rust
