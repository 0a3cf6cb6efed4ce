//===- MetadataWriter.h - from a record to an object file -------*- C++ -*-===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/Error.h>

namespace linkcheck {

/// What happens to the sections when a linker reads the object.
enum class MetadataSurvival {
  Excluded, ///< SHF_EXCLUDE: dropped from any final link (rlibs and staticlibs)
  Kept      ///< kept as non-loaded sections (dylibs, cdylibs, executables)
};

/// The record as JSON, `schema` first, deterministic.
std::string writeRecord(const CrateMetadata &metadata);

/// An ELF relocatable object that holds the record and the tag sections, and
/// nothing else. It is made for the LLVM triple `triple`; empty, it is the name
/// of the target (a target that comes from a file may have any name). Fails for
/// a triple that is not ELF or not known, and for a record that readMetadata
/// would refuse (the rules are in RecordRules.h).
llvm::Expected<llvm::SmallVector<char, 0>> writeMetadataObject(const CrateMetadata &metadata,
                                                               MetadataSurvival survival,
                                                               llvm::StringRef triple = "");

} // namespace linkcheck
