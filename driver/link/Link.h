//===- Link.h - carries a LinkPlan out ---------------------------*- C++ -*-===//
//
// LinkPlan -> arguments -> lld (in this process) -> audit (R14) -> rename. The
// artifact is written under a temporary name in its folder and only takes its
// final name when the audit passed; a failed or killed run leaves what was
// there before.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/link/LinkPlan.h"

namespace cratec {

/// lld's arguments for `plan`, writing to `output`; without the program's name.
/// Needs no file to exist (`--print link-args`, tests). A shared library's
/// version script is `versionScriptPath(output)`.
std::vector<std::string> linkerArguments(const LinkPlan &plan, llvm::StringRef output);

/// Where the version script of an artifact that is written to `output` is.
std::string versionScriptPath(llvm::StringRef output);

/// The version script of a shared library; `hidden` are the names of a dylib's
/// isolated inputs that it must not export, sorted.
std::string versionScript(const LinkPlan &plan, llvm::ArrayRef<std::string> hidden);

/// Links, audits, renames. Says what went wrong and returns false otherwise.
bool runLink(const LinkPlan &plan, linkcheck::Diagnostics &diags);

/// A member of an rlib that is about to be written.
struct ArchiveMember {
  std::string name;
  std::string path; ///< read from here, unless `contents` is set
  std::string contents;
};

/// Writes an rlib: the members in order (the metadata, `lib.rmeta.o`, is the
/// caller's first one), then every member of the archives in `bundled` (static
/// native libraries). Deterministic (no time, no owner); same-named members
/// survive. Written under a temporary name and renamed.
bool writeRlib(llvm::StringRef output, llvm::ArrayRef<ArchiveMember> members,
               llvm::ArrayRef<std::string> bundled, linkcheck::Diagnostics &diags);

} // namespace cratec
