//===- Paths.h - what one path means ------------------------------*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Words.h"

namespace cratec::rust {

/// Resolves one path outside of `use`: see Definitions::resolvePath.
class PathResolver {
public:
  PathResolver(const Definitions &defs, const ast::Path &path, Namespace space, DefId module,
               DefId selfScope, llvm::StringRef wanted, const Reporter &report);

  PathResolution run();

private:
  using Binding = Definitions::Binding;

  // ---- resolving (Paths.cpp) ----
  PathResolution single();
  PathResolution firstOfMany();
  PathResolution ofSelf();
  PathResolution relative();
  PathResolution walk(DefId from, size_t index);
  PathResolution finish(DefId def);
  PathResolution primitive(PrimitiveType type);
  bool isSuitable(DefId def) const;
  void use(const Binding &binding, size_t index);
  const ast::Ident &segment(size_t index) const { return path.segments[index].ident; }
  size_t count() const { return path.segments.size(); }

  // ---- messages (PathMessages.cpp); all yield an Error ----
  PathResolution missingSingle();
  PathResolution missingFirst();
  PathResolution missingLast(DefId container);
  PathResolution missingMiddle(DefId container, size_t index);
  PathResolution notFound(std::string where, llvm::StringRef label, std::optional<DefId> container);
  PathResolution wrongKind(llvm::StringRef found, DefId def);
  PathResolution privateConstructor(DefId def);
  PathResolution structVariant();
  PathResolution throughVariant(DefId variant, size_t index);
  PathResolution tooManySupers(size_t index);
  PathResolution noSelfType();
  PathResolution selfIsModule();
  std::string written(size_t count) const;
  std::string nounForMissing() const;

  const Definitions &defs;
  const ast::Path &path;
  Namespace space;
  DefId module;
  DefId selfScope;
  llvm::StringRef wanted;
  const Reporter &report;
  Words words;
  /// Whether privacy and features count: not upstream, nor in code that `derive` made.
  bool isChecked;
};

} // namespace cratec::rust
