//===- FindClang.cpp - the clang that compiles native sources -------------===//

#include "driver/toolchain/Toolchain.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>

#include <cstdlib>

using namespace cratec;
using linkcheck::Code;

namespace {

/// Where distributions put clang of our LLVM version.
constexpr llvm::StringLiteral clangFolders[] = {
    "/usr/lib/llvm-19/bin/clang",  // Debian
    "/usr/lib64/llvm19/bin/clang", // Fedora
    "/usr/lib/llvm19/bin/clang",   // Alpine, Arch
    "/usr/lib/llvm/19/bin/clang",  // Gentoo
};

/// Runs `program --version`; nothing when it cannot be run.
std::optional<std::string> askVersion(llvm::StringRef program) {
  llvm::SmallString<64> file;
  if (llvm::sys::fs::createTemporaryFile("cratec-clang-version", "txt", file))
    return std::nullopt;
  std::optional<llvm::StringRef> redirects[] = {llvm::StringRef(), llvm::StringRef(file),
                                                llvm::StringRef()};
  int exitCode =
      llvm::sys::ExecuteAndWait(program, {program, "--version"}, std::nullopt, redirects);
  auto output = llvm::MemoryBuffer::getFile(file);
  llvm::sys::fs::remove(file);
  if (exitCode != 0 || !output)
    return std::nullopt;
  return (*output)->getBuffer().str();
}

std::optional<std::string> findInPath(llvm::StringRef name) {
  auto path = llvm::sys::findProgramByName(name);
  return path ? std::optional(*path) : std::nullopt;
}

void reportMissing(llvm::StringRef unversioned, linkcheck::Diagnostics &diags) {
  auto diagnostic = diags.error(Code::C06, "cannot find a clang to compile native sources with");
  for (llvm::StringRef folder : clangFolders)
    diagnostic.note("looked for {}", folder.str());
  diagnostic.note("looked for `clang-{}` in PATH", llvmMajorVersion);
  if (unversioned.empty())
    diagnostic.note("looked for `clang` in PATH");
  else
    diagnostic.note("{} is not known to be of version {} or older, and the bitcode of a newer one "
                    "cannot be read",
                    unversioned.str(), llvmMajorVersion);
  diagnostic.help("install it (Debian: `apt install clang-{}`), or name one in the environment "
                  "variable CRATEC_CLANG",
                  llvmMajorVersion);
}

} // namespace

std::optional<unsigned> cratec::parseClangVersion(llvm::StringRef output) {
  // "Debian clang version 14.0.6", "clang version 19.1.7 (...)".
  if (output.starts_with("Apple"))
    return std::nullopt;
  llvm::StringRef version = output.split("clang version ").second;
  unsigned major = 0;
  if (version.consumeInteger(10, major))
    return std::nullopt;
  return major;
}

std::optional<std::string> cratec::findClang(linkcheck::Diagnostics &diags) {
  if (const char *named = std::getenv("CRATEC_CLANG"); named && *named) {
    if (auto path = findInPath(named))
      return path;
    diags
        .error(Code::C06, "the environment variable CRATEC_CLANG names `{}`, which cannot be run",
               named)
        .done();
    return std::nullopt;
  }
  for (llvm::StringRef folder : clangFolders)
    if (llvm::sys::fs::can_execute(folder))
      return folder.str();
  if (auto path = findInPath(fmt::format("clang-{}", llvmMajorVersion)))
    return path;
  auto unversioned = findInPath("clang");
  if (unversioned) {
    // Only this name must be asked: it may be of any version.
    auto output = askVersion(*unversioned);
    auto version = output ? parseClangVersion(*output) : std::nullopt;
    if (version && *version <= llvmMajorVersion)
      return unversioned;
  }
  reportMissing(unversioned.value_or(""), diags);
  return std::nullopt;
}
