//===- RecordParser.h - from JSON to a record -------------------*- C++ -*-===//

#pragma once

#include "linkcheck/meta/ReadingPlace.h"

#include <llvm/ADT/StringRef.h>

namespace linkcheck {

/// Converts the content of the section .crate.info, found at `place`;
/// `interfaceText` is that of .crate.interface, empty where there is none. The
/// result is well typed; the tags, which stand in sections of their own, are
/// not set, and the rules of RecordRules.h are not checked yet. Unknown fields
/// are ignored: within a schema, a later version may add some.
llvm::Expected<CrateMetadata> parseRecord(llvm::StringRef text, llvm::StringRef interfaceText,
                                          const ReadingPlace &place);

} // namespace linkcheck
