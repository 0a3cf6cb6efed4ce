//===- SectionReader.h - from a file to its metadata sections ---*- C++ -*-===//
//
// Finds the sections of FORMAT.md in an ELF file, or in the first member
// of an archive. Nothing else in the file is read: not the other members, and
// of the other sections only the headers and names.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/ReadingPlace.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBufferRef.h>

#include <optional>

namespace linkcheck {

/// The contents point into the buffer that was read.
struct MetadataSections {
  ReadingPlace place; ///< the ELF file they are in
  llvm::StringRef info;
  std::optional<llvm::StringRef> allocator;
  std::optional<llvm::StringRef> needsAllocator;
  std::optional<llvm::StringRef> interface;
};

/// Every error is a MetadataError.
llvm::Expected<MetadataSections> findMetadataSections(llvm::MemoryBufferRef buffer);

} // namespace linkcheck
