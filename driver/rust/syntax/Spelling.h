//===- Spelling.h - tokens as text --------------------------------*- C++ -*-===//

#pragma once

#include "driver/rust/syntax/Token.h"

#include <llvm/ADT/ArrayRef.h>

namespace cratec::rust {

/// The tokens with one space wherever the source has some, for `stringify!`.
std::string joinTokens(llvm::ArrayRef<Token> tokens);

/// The tokens of an expression with spaces as they are customarily put, for the
/// message of `assert!`.
std::string spellTokens(llvm::ArrayRef<Token> tokens);

} // namespace cratec::rust
