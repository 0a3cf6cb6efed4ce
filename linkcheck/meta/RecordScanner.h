//===- RecordScanner.h - before a record is parsed --------------*- C++ -*-===//
//
// llvm::json::parse recurses for every nesting and lets the last of two equal
// keys win. A record comes from a file that nobody vouches for, so both are
// ruled out beforehand, as is everything that stands after the record's end.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/StringRef.h>

#include <cstddef>
#include <optional>
#include <string>

namespace linkcheck {

/// Deeper records are refused. Schema 1 needs four levels; the rest is room
/// for fields that a later revision adds.
inline constexpr size_t recordDepthLimit = 32;

struct ScanFault {
  size_t offset;
  std::string reason;
};

/// What makes `text` unfit for the parser, if anything. What is let through is
/// one bracketed value of bounded depth without equal keys in one object, but
/// not yet well formed JSON.
std::optional<ScanFault> scanRecord(llvm::StringRef text);

} // namespace linkcheck
