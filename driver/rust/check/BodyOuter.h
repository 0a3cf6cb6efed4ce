//===- BodyOuter.h - variables of the function around a function --*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Definitions.h"

namespace cratec::rust {

/// Whether `name` is a variable of a function that `owner` stands in the body of; it cannot be
/// used, but the message should say why.
bool isOuterLocal(const Definitions &defs, DefId owner, llvm::StringRef name);

} // namespace cratec::rust
