//===- StaticLibrary.h - finds native archives ---------------------*- C++ -*-===//
//
// Static native libraries are looked up by us and not by the linker: what is
// bundled into an rlib, isolated for a guest or named in a message must be known
// as a file.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/toolchain/Toolchain.h"

namespace cratec {

/// Where static native libraries are looked for: `searchPaths` (`-L`, then the
/// sysroot's folder), then the toolchain's folders, where there is a toolchain.
/// `systemRoot` as for findToolchain().
std::vector<std::string> staticLibraryFolders(const TargetSpec &target,
                                              llvm::ArrayRef<std::string> searchPaths,
                                              llvm::StringRef systemRoot);

/// The path of `lib<name>.a`, or of the file of that very name, in the first of
/// `folders` that has it. Says L01, with all places looked at and the crate that links
/// it, when none has.
std::optional<std::string> findStaticLibrary(const linkcheck::NativeLibrary &library,
                                             llvm::StringRef crate,
                                             llvm::ArrayRef<std::string> folders,
                                             linkcheck::Diagnostics &diags);

} // namespace cratec
