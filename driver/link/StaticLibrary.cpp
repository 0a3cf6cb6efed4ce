//===- StaticLibrary.cpp - finds native archives -------------------*- C++ -*-===//

#include "driver/link/StaticLibrary.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>

using namespace cratec;
using namespace linkcheck;

std::vector<std::string> cratec::staticLibraryFolders(const TargetSpec &target,
                                                      llvm::ArrayRef<std::string> searchPaths,
                                                      llvm::StringRef systemRoot) {
  std::vector<std::string> folders = searchPaths.vec();
  // Archives need no C runtime around them. Where there is none, its folders are
  // not there either.
  CollectingConsumer unheard;
  Diagnostics silent(unheard);
  if (auto toolchain = findToolchain(target, RuntimeKind::SharedLibrary, systemRoot, silent))
    llvm::append_range(folders, toolchain->libraryDirectories);
  return folders;
}

std::optional<std::string> cratec::findStaticLibrary(const NativeLibrary &library,
                                                     llvm::StringRef crate,
                                                     llvm::ArrayRef<std::string> folders,
                                                     Diagnostics &diags) {
  const std::string &name = library.name;
  std::string file = library.verbatim ? name : "lib" + name + ".a";
  for (const std::string &folder : folders) {
    std::string path = folder + "/" + file;
    if (llvm::sys::fs::exists(path))
      return path;
  }
  DiagnosticBuilder error = diags.error(
      Code::L01, "could not find native static library `{}`, perhaps an -L flag is missing?", name);
  error.note("the crate `{}` links it", crate.str());
  for (const std::string &folder : folders)
    error.note("looked for {}/{}", folder, file);
  return std::nullopt;
}
