//===- Provider.h - what MirProvider keeps ------------------------*- C++ -*-===//

#pragma once

#include "driver/rust/mir/Evaluate.h"

#include <map>

namespace cratec::rust {

/// Something that is worked out once; who asks for it while that happens has found a cycle.
template <typename T> struct Answer {
  bool isUnderWay = true;
  T value;
};

struct MirProvider::Implementation {
  Implementation(Items &items, bool overflowChecks)
      : items(items), overflowChecks(overflowChecks) {}

  Items &items;
  bool overflowChecks;
  std::map<DefId, Answer<std::unique_ptr<mir::Body>>> bodies;
  using ConstantKey = std::pair<DefId, std::vector<Ty>>;
  std::map<ConstantKey, Answer<std::optional<ConstValue>>> constants;
};

/// Says E0391.
void reportCycle(DefId def, Items &items);

} // namespace cratec::rust
