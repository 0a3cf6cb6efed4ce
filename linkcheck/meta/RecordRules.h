//===- RecordRules.h - when a record is well formed -------------*- C++ -*-===//
//
// The rules that a record obeys, apart from its being of the right JSON types.
// The reader and the writer ask the same function, so that nothing is written
// that cannot be read again.
//
//  1. Names of crates are identifiers, hashes 32 lower case hexadecimal digits.
//  2. No text of the record holds control characters; texts that become part of a
//     file name hold no `/`; each has a largest length.
//  3. Languages, exports and the linkage table are sorted, each entry once.
//  4. An rlib has no linkage table, no allocator and no injected dependency (R5).
//  5. A final artifact's linkage table holds every direct dependency.
//  6. A staticlib takes everything in: no entry of its table is in a dylib.
//  7. What is included from a dylib needs a dylib in the table.
//  8. The allocator is an entry of the table that is tagged as one, linked in
//     the recorded way, or the crate itself where that is tagged.
//  9. At most one allocator is linked statically, the crate itself counted (R2).
// 10. Only an rlib or a dylib has an interface, and it has a file; what is deferred
//     of a file is within its text and in its order.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <optional>
#include <string>

namespace linkcheck {

/// What is wrong with a record, and where.
struct RecordFault {
  std::string field;  ///< `dependencies[2].hash`
  std::string reason; ///< "the hash is not 32 lower case hexadecimal digits"
};

inline constexpr size_t fileNameLimit = 255;
inline constexpr size_t pathLimit = 4096;
inline constexpr size_t symbolLimit = 65535;

/// The first rule that `metadata` breaks, if any.
std::optional<RecordFault> findFault(const CrateMetadata &metadata);

} // namespace linkcheck
