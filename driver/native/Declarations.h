//===- Declarations.h - what an object says of its crate ----------*- C++ -*-===//
//
// <crate/crate.h> declares a crate from within C and C++: each macro puts one
// record into the section `.crate.decl` (excluded from links). A record is four
// NUL-terminated strings: key, value, file, line. The section is read from
// objects directly, and from LLVM modules through their module-level assembly,
// so that a declaration counts no matter which compiler saw it.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Declaration.h"

#include <llvm/Support/MemoryBufferRef.h>

namespace llvm {
class Module;
} // namespace llvm

namespace cratec {

inline constexpr llvm::StringLiteral declarationSection = ".crate.decl";

/// Reads the records in `bytes`, the contents of `input`'s section. Says C07 for
/// each that is malformed or has an unknown key; false when one was said.
bool parseDeclarations(llvm::StringRef bytes, llvm::StringRef input,
                       std::vector<Declaration> &declarations, linkcheck::Diagnostics &diags);

/// Reads the section of an ELF relocatable object; none means no records.
/// Says C07 when the object is damaged.
bool readObjectDeclarations(llvm::MemoryBufferRef object, std::vector<Declaration> &declarations,
                            linkcheck::Diagnostics &diags);

/// Reads the section out of the module's assembly. `input` names it in messages.
bool readModuleDeclarations(const llvm::Module &module, llvm::StringRef input,
                            std::vector<Declaration> &declarations, linkcheck::Diagnostics &diags);

} // namespace cratec
