//===- Archive.h - reads and writes ar archives ------------------*- C++ -*-===//

#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/MemoryBuffer.h>

#include <string>
#include <vector>

namespace cratec {

/// A member whose bytes somebody else owns.
struct LoadedMember {
  std::string name;
  llvm::StringRef contents;
};

/// The members of an archive, and what owns their bytes.
struct LoadedArchive {
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> thinMembers;
  std::vector<LoadedMember> members;
};

/// Every member in the archive's order; same-named ones are all there. The
/// error names the file.
llvm::Expected<LoadedArchive> loadArchive(llvm::StringRef path);

/// GNU format with a symbol table, no time and no owner. Written under a
/// temporary name and renamed.
llvm::Error writeArchiveFile(llvm::StringRef path, llvm::ArrayRef<LoadedMember> members);

} // namespace cratec
