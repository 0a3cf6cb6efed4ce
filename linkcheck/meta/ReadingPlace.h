//===- ReadingPlace.h - where in a file the reader is -----------*- C++ -*-===//

#pragma once

#include "linkcheck/meta/MetadataReader.h"

#include <llvm/Support/Error.h>

#include <cstdint>
#include <optional>
#include <string>

namespace linkcheck {

/// A file, or a member or section in it, as far as the reader has got. Offsets
/// count from the start of the innermost of them.
struct ReadingPlace {
  std::string file;
  std::string member;  ///< empty outside an archive
  std::string section; ///< empty before a section is known

  ReadingPlace inSection(llvm::StringRef name) const { return {file, member, name.str()}; }

  llvm::Error fail(MetadataError::Kind kind, std::string reason,
                   std::optional<uint64_t> offset = std::nullopt) const {
    std::string place = describe();
    if (offset)
      append(place, "offset " + std::to_string(*offset));
    return llvm::make_error<MetadataError>(kind, file, std::move(place), std::move(reason));
  }
  llvm::Error malformed(std::string reason, std::optional<uint64_t> offset = std::nullopt) const {
    return fail(MetadataError::Kind::Malformed, std::move(reason), offset);
  }
  llvm::Error malformedField(const std::string &field, std::string reason) const {
    std::string place = describe();
    append(place, "field `" + field + "`");
    return llvm::make_error<MetadataError>(MetadataError::Kind::Malformed, file, std::move(place),
                                           std::move(reason));
  }
  /// The file comes from a later version of cratec; `schema` is its record's.
  llvm::Error newer(int64_t schema, std::string reason) const {
    auto error = std::make_unique<MetadataError>(MetadataError::Kind::NewerSchema, file, describe(),
                                                 std::move(reason));
    error->schema = schema;
    return llvm::Error(std::move(error));
  }

private:
  static void append(std::string &place, const std::string &part) {
    if (!place.empty())
      place += ", ";
    place += part;
  }
  std::string describe() const {
    std::string place;
    if (!member.empty())
      append(place, "member `" + member + "`");
    if (!section.empty())
      append(place, "section " + section);
    return place;
  }
};

} // namespace linkcheck
