//===- Toolchain.h - the C toolchain's files, found by table -----*- C++ -*-===//
//
// No compiler is asked for its paths: asking costs 25 ms, looking costs less
// than one. The table in Toolchain.cpp lists the known folders; a failure lists
// where was looked (C06).
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/target/TargetSpec.h"

namespace cratec {

/// The C runtime's object files around a link, and the folders of libraries.
struct Toolchain {
  std::vector<std::string> startFiles; ///< crt1, crti, crtbegin in link order
  std::vector<std::string> endFiles;   ///< crtend, crtn in link order
  std::vector<std::string> libraryDirectories;
};

/// What the C runtime files go around.
enum class RuntimeKind {
  DynamicExecutable,     ///< position independent, loads the C library
  StaticExecutable,      ///< position independent, holds the C library
  FixedExecutable,       ///< at a fixed address, loads the C library
  FixedStaticExecutable, ///< at a fixed address, holds the C library
  SharedLibrary
};

/// `systemRoot` stands before every folder of the table; empty for the
/// machine's own root.
std::optional<Toolchain> findToolchain(const TargetSpec &target, RuntimeKind kind,
                                       llvm::StringRef systemRoot, linkcheck::Diagnostics &diags);

/// The folders of the C library's headers, where clang would take another's: Debian has
/// musl's beside those of glibc, which are the ones that clang knows. Empty where clang
/// finds the right ones by itself.
std::vector<std::string> cHeaderFolders(const TargetSpec &target, llvm::StringRef systemRoot);

/// The LLVM version that this program reads bitcode of.
inline constexpr unsigned llvmMajorVersion = 19;

/// clang of the LLVM version that this program reads bitcode of, or an older
/// one: $CRATEC_CLANG, then the known folders, then PATH. Says C06 when there is none.
std::optional<std::string> findClang(linkcheck::Diagnostics &diags);

/// The major version in what `clang --version` prints; nothing when it prints
/// something else. Apple's clang counts otherwise and yields nothing.
std::optional<unsigned> parseClangVersion(llvm::StringRef output);

} // namespace cratec
