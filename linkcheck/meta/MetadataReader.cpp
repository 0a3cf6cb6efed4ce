//===- MetadataReader.cpp - from a file to a validated record -------------===//
//
// Three steps, each of which trusts only what the one before it has checked:
// bytes to sections (SectionReader), text to typed fields (RecordParser),
// fields to a record that obeys the rules (RecordRules).
//
//===----------------------------------------------------------------------===//

#include "linkcheck/meta/MetadataReader.h"

#include "linkcheck/meta/RecordParser.h"
#include "linkcheck/meta/RecordRules.h"
#include "linkcheck/meta/SectionReader.h"

#include <fmt/format.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/raw_ostream.h>

namespace linkcheck {

char MetadataError::ID = 0;

void MetadataError::log(llvm::raw_ostream &out) const {
  out << file << ": ";
  if (!place.empty())
    out << place << ": ";
  out << reason;
}

std::error_code MetadataError::convertToErrorCode() const {
  return llvm::inconvertibleErrorCode();
}

namespace {

using Kind = MetadataError::Kind;

/// Whether the crate is tagged: its section is there and holds the version of
/// the allocator ABI in decimal, then a newline.
llvm::Expected<bool> readTag(std::optional<llvm::StringRef> content, const ReadingPlace &place) {
  if (!content)
    return false;
  llvm::StringRef text = *content;
  unsigned version = 0;
  if (!text.consume_back("\n") || text.getAsInteger(10, version) || version == 0)
    return place.malformed("the section does not hold one version number of the allocator ABI");
  if (version > allocatorAbiVersion)
    return place.newer(metadataSchema, fmt::format("the tag is of version {} of the allocator ABI, "
                                                   "and the newest that is known here is {}",
                                                   version, allocatorAbiVersion));
  return true;
}

} // namespace

llvm::Expected<CrateMetadata> readMetadata(llvm::MemoryBufferRef buffer) {
  llvm::Expected<MetadataSections> sections = findMetadataSections(buffer);
  if (!sections)
    return sections.takeError();
  ReadingPlace place = sections->place.inSection(infoSection);
  llvm::Expected<CrateMetadata> metadata =
      parseRecord(sections->info, sections->interface.value_or(""), place);
  if (!metadata)
    return metadata.takeError();

  llvm::Expected<bool> allocator =
      readTag(sections->allocator, sections->place.inSection(allocatorSection));
  if (!allocator)
    return allocator.takeError();
  llvm::Expected<bool> needsAllocator =
      readTag(sections->needsAllocator, sections->place.inSection(needsAllocatorSection));
  if (!needsAllocator)
    return needsAllocator.takeError();
  metadata->allocator = *allocator;
  metadata->needsAllocator = *needsAllocator;

  if (std::optional<RecordFault> fault = findFault(*metadata))
    return place.malformedField(fault->field, fault->reason);
  return metadata;
}

llvm::Expected<CrateMetadata> readMetadataFile(llvm::StringRef path) {
  ReadingPlace place{path.str(), {}, {}};
  // Asked before it is opened: opening a pipe would wait for its writer.
  llvm::sys::fs::file_status status;
  if (std::error_code error = llvm::sys::fs::status(path, status))
    return place.fail(Kind::Unreadable, error.message());
  if (llvm::sys::fs::is_directory(status))
    return place.fail(Kind::Unreadable, "it is a folder");
  if (!llvm::sys::fs::is_regular_file(status))
    return place.fail(Kind::Unreadable, "it is not a regular file");
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return place.fail(Kind::Unreadable, buffer.getError().message());
  llvm::Expected<CrateMetadata> metadata = readMetadata(**buffer);
  if (metadata && metadata->interface) {
    // Mapped, not read: of what is deferred nothing is ever loaded.
    std::shared_ptr<const llvm::MemoryBuffer> owner = std::move(*buffer);
    for (InterfaceFile &file : metadata->interface->files)
      file.owner = owner;
  }
  return metadata;
}

namespace {

/// The file and the place in it, as one phrase.
std::string fileAndPlace(const MetadataError &error) {
  return error.place.empty() ? fmt::format("file `{}`", error.file)
                             : fmt::format("file `{}`, {}", error.file, error.place);
}

void reportMalformed(const MetadataError &error, llvm::StringRef crate, Diagnostics &diags) {
  std::string subject = crate.empty() ? fmt::format("in `{}`", error.file)
                                      : fmt::format("files for crate `{}`", crate.str());
  diags.error(Code::E0786, "found invalid metadata {}", subject)
      .note("{}", fileAndPlace(error))
      .note("{}", error.reason)
      .help("compile the crate again: its file was cut short, or changed by another tool");
}

void reportNewerSchema(const MetadataError &error, llvm::StringRef crate, Diagnostics &diags) {
  std::string subject = crate.empty() ? fmt::format("`{}`, a crate", error.file)
                                      : fmt::format("crate `{}`", crate.str());
  diags.error(Code::E0514, "found {} compiled by a later version of cratec", subject)
      .note("{}", fileAndPlace(error))
      .note("{}", error.reason)
      .help("compile the crate again with this version, or use the version that compiled it");
}

void reportUnreadable(const MetadataError &error, llvm::StringRef crate, Diagnostics &diags) {
  DiagnosticBuilder report =
      diags.error(Code::C01, "cannot read `{}`: {}", error.file, error.reason);
  if (!crate.empty())
    report.note("it was looked at for crate `{}`", crate.str());
}

void reportNotACrate(const MetadataError &error, llvm::StringRef crate, Diagnostics &diags) {
  std::string message = fmt::format("`{}` is not a crate: {}", error.file, error.reason);
  std::string subject =
      crate.empty() ? message
                    : fmt::format("found invalid metadata files for crate `{}`", crate.str());
  DiagnosticBuilder report = diags.error(Code::E0786, "{}", subject);
  if (!crate.empty())
    report.note("{}", message);
  if (!error.place.empty())
    report.note("{}", fileAndPlace(error));
}

} // namespace

void reportMetadataError(llvm::Error error, llvm::StringRef crate, Diagnostics &diags) {
  llvm::handleAllErrors(std::move(error), [&](const MetadataError &problem) {
    switch (problem.kind) {
    case Kind::Unreadable:
      return reportUnreadable(problem, crate, diags);
    case Kind::NotACrate:
      return reportNotACrate(problem, crate, diags);
    case Kind::Malformed:
      return reportMalformed(problem, crate, diags);
    case Kind::NewerSchema:
      return reportNewerSchema(problem, crate, diags);
    }
  });
}

} // namespace linkcheck
