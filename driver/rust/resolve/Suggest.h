//===- Suggest.h - what a name that is not found may have meant ---*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Words.h"

namespace cratec::rust {

class Suggester {
public:
  /// `wanted` is the noun given to resolvePath(), or "module"; `from` is where the name stands.
  Suggester(const Definitions &defs, const Reporter &report, llvm::StringRef wanted, DefId from)
      : defs(defs), report(report), words(defs, report), wanted(wanted), from(from) {}

  struct Similar {
    std::string name;
    std::string noun;
  };
  /// A name much like `name` in `module` or, for one that is looked for outwards from there,
  /// around it; only of things that would fit.
  std::optional<Similar> similarIn(DefId module, llvm::StringRef name, Namespace space) const;
  std::optional<Similar> similarAround(DefId module, llvm::StringRef name, Namespace space) const;

  struct Importable {
    std::string path;
    std::string noun;
  };
  /// The shortest public path of a thing of just that name.
  std::optional<Importable> importable(llvm::StringRef name, Namespace space) const;

private:
  using Binding = Definitions::Binding;
  struct Best {
    unsigned distance;
    std::optional<Similar> similar;
  };
  /// A search is worth its time for the first mistakes, not for the thousandth.
  bool isWorthIt() const;
  bool fits(const Binding &binding, Namespace space) const;
  void look(DefId module, llvm::StringRef name, Namespace space, Best &best) const;
  void consider(llvm::StringRef candidate, llvm::StringRef name, std::string noun,
                Best &best) const;

  const Definitions &defs;
  const Reporter &report;
  Words words;
  llvm::StringRef wanted;
  DefId from;
};

} // namespace cratec::rust
