//===- Words.h - how messages speak of definitions ----------------*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Definitions.h"

namespace cratec::rust {

/// What the messages of this folder share.
class Words {
public:
  Words(const Definitions &defs, const Reporter &report) : defs(defs), report(report) {}

  /// "unit struct", "tuple variant", "crate", …: as precise as rustc is.
  std::string noun(DefId def, Namespace space) const;
  /// The beginning of the item, up to its braces; the name where there is no item.
  Span head(DefId def) const;
  /// "`m::inner`": within its crate, without the crate; "the root" for a crate's root.
  std::string modulePath(DefId module) const;
  /// "a struct", "an enum"
  static std::string withArticle(llvm::StringRef noun);

  using Binding = Definitions::Binding;
  struct Party {
    Binding::Origin origin;
    DefId def;
    Span span;
  };
  /// The two say the same name of `module`: E0428, E0252, E0254, E0255, E0259 or E0260.
  void conflict(DefId module, llvm::StringRef name, Namespace space, Party first,
                Party second) const;
  Party party(const Binding &binding) const;

  /// E0603 for `name`, which `binding` is.
  void notVisible(const Binding &binding, Namespace space, const ast::Ident &name) const;
  /// E0659
  void ambiguous(const Binding &binding, const ast::Ident &name) const;

private:
  const Definitions &defs;
  const Reporter &report;
};

} // namespace cratec::rust
