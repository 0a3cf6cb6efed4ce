//===- Mangle.h - names of symbols --------------------------------*- C++ -*-===//
//
// Rust's symbol mangling v0 (RFC 2603). Items of a block are named within the function around
// it, numbered by their block among the function's: so that a crate's users, who see only
// some of its bodies, arrive at the same names.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/lower/Instance.h"

#include <map>

namespace cratec::rust::ir {

class Mangler {
public:
  explicit Mangler(Items &items) : items(items) {}

  /// `isLocalCopy`: every crate that uses it makes it for itself, and its name tells which.
  std::string function(const Instance &instance, bool isLocalCopy);
  std::string staticItem(DefId def);
  /// Names a type uniquely, for debug information.
  std::string type(Ty type);

  /// The name that attributes ask for: `no_mangle`, `export_name`, `link_name`, and of
  /// foreign items their own. Nothing for all others.
  std::optional<std::string> plainName(DefId def) const;

private:
  friend class SymbolWriter;
  /// Of an anonymous block's module: the function around it and the block's number in there.
  struct BlockPlace {
    DefId function = noDef; ///< or the module, where there is none
    unsigned number = 0;
  };
  const BlockPlace &placeOf(DefId block);
  void placeBlocks();
  DefId itemAround(uint32_t position, CrateNumber crate) const;

  Items &items;
  std::map<DefId, BlockPlace> blocks;
};

} // namespace cratec::rust::ir
