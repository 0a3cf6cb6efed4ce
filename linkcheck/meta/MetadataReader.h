//===- MetadataReader.h - from a file to a validated record -----*- C++ -*-===//
//
// Reads the metadata of an rlib (the first archive member), a dylib, an
// executable or a relocatable object (sections). Trusts nothing in the file:
// every offset is checked, the record is capped at metadataSizeLimit, every
// field is validated. Reading does not touch the crate's code: the file is
// mapped and only the first member or the section table is looked at.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <llvm/Support/Error.h>
#include <llvm/Support/MemoryBufferRef.h>

namespace linkcheck {

/// Why a file yields no record. Renders as one diagnostic that names the file,
/// the member, the section and the offset, as far as they apply.
class MetadataError : public llvm::ErrorInfo<MetadataError> {
public:
  enum class Kind {
    Unreadable,  ///< the file cannot be opened or mapped
    NotACrate,   ///< well formed as far as looked at, but carries no record
    Malformed,   ///< claims to be a crate and is damaged
    NewerSchema, ///< written by a later version
  };
  static char ID;

  MetadataError(Kind kind, std::string file, std::string place, std::string reason)
      : kind(kind), file(std::move(file)), place(std::move(place)), reason(std::move(reason)) {}

  Kind kind;
  std::string file;
  std::string place;  ///< "member `x.o`, section .crate.info, offset 12", or empty
  std::string reason; ///< "the record ends inside a string"
  int64_t schema = 0; ///< for NewerSchema

  void log(llvm::raw_ostream &out) const override;
  std::error_code convertToErrorCode() const override;
};

/// Reads the record of the file in `buffer`; messages call it by the buffer's
/// identifier. Every error is a MetadataError.
/// The texts of an interface lie in the buffer.
llvm::Expected<CrateMetadata> readMetadata(llvm::MemoryBufferRef buffer);

/// Maps the file at `path` and reads its record.
llvm::Expected<CrateMetadata> readMetadataFile(llvm::StringRef path);

/// Says `error` (which must hold MetadataErrors only) with the codes C01, E0786
/// and E0514. `crate` is the name that was looked for, or empty.
void reportMetadataError(llvm::Error error, llvm::StringRef crate, Diagnostics &diags);

} // namespace linkcheck
