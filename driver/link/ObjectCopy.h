//===- ObjectCopy.h - object files with changed symbols ----------*- C++ -*-===//
//
// LLVM's ObjCopy library in process: what `llvm-objcopy` does, without running
// it. Files are only read here; the changed copy is returned.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CodegenOptions.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/MemoryBufferRef.h>

#include <map>
#include <string>
#include <vector>

namespace cratec {

using ObjectBytes = llvm::SmallVector<char, 0>;

/// Old name -> new name; sorted, so that what is made from it is deterministic.
using SymbolRenames = std::map<std::string, std::string, std::less<>>;

/// The relocatable object with every defined symbol local but those in `keep`.
/// Sections that were only for cratec itself (declarations of native sources)
/// and bitcode, which still has the global names, are dropped.
llvm::Expected<ObjectBytes> localizeSymbols(llvm::MemoryBufferRef object,
                                            llvm::ArrayRef<std::string> keep);

/// The relocatable object with its definitions and references renamed. Bitcode
/// beside the machine code, which still has the old names, is dropped.
llvm::Expected<ObjectBytes> renameSymbols(llvm::MemoryBufferRef object,
                                          const SymbolRenames &renames);

/// The relocatable object with `bitcode` beside its machine code: a "fat LTO object",
/// which lld reads with --fat-lto-objects. The section is never linked itself.
llvm::Expected<ObjectBytes> embedBitcode(llvm::MemoryBufferRef object, llvm::StringRef bitcode);

/// The executable or shared library without its debug information, or also without
/// the symbols that loading does not need. Other sections that are not loaded stay.
llvm::Expected<ObjectBytes> stripImage(llvm::MemoryBufferRef image, StripKind kind);

} // namespace cratec
