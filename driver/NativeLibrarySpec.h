//===- NativeLibrarySpec.h - `-l` and LINK_LIBRARY ----------------*- C++ -*-===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <llvm/Support/Error.h>

namespace cratec {

/// Parses `[KIND[:FORM]=]NAME`: KIND is `static` or `dylib` (the default), FORM is
/// `host` or `guest` and restricts the library to artifacts that take their
/// allocator in that form. The error's text is for the user.
llvm::Expected<linkcheck::NativeLibrary> parseNativeLibrary(llvm::StringRef text);

} // namespace cratec
