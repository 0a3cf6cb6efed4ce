//===- Archive.cpp - reads and writes ar archives -------------------------===//

#include "driver/link/Archive.h"

#include "driver/CrashGuard.h"
#include "driver/PendingFile.h"
#include "driver/link/Link.h"

#include <llvm/Object/Archive.h>
#include <llvm/Object/ArchiveWriter.h>

using namespace cratec;
using linkcheck::Code;

namespace {

llvm::Error inFile(llvm::StringRef path, llvm::Error error) {
  return llvm::createStringError(
      fmt::format("{}: {}", path.str(), llvm::toString(std::move(error))));
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> mapFile(llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return inFile(path, llvm::errorCodeToError(buffer.getError()));
  return std::move(*buffer);
}

llvm::Error loadMember(const llvm::object::Archive &archive,
                       const llvm::object::Archive::Child &child, LoadedArchive &result) {
  auto name = child.getName();
  if (!name)
    return name.takeError();
  if (archive.isThin()) {
    // A thin archive has only paths.
    auto path = child.getFullName();
    if (!path)
      return path.takeError();
    auto buffer = mapFile(*path);
    if (!buffer)
      return buffer.takeError();
    result.members.push_back({name->str(), (*buffer)->getBuffer()});
    result.thinMembers.push_back(std::move(*buffer));
    return llvm::Error::success();
  }
  auto contents = child.getBuffer();
  if (!contents)
    return contents.takeError();
  // LLVM's reader checks where the next member begins, not where the last ends.
  if (contents->end() > result.buffer->getBufferEnd())
    return llvm::createStringError(
        fmt::format("member `{}` goes past the end of the archive", name->str()));
  result.members.push_back({name->str(), *contents});
  return llvm::Error::success();
}

} // namespace

llvm::Expected<LoadedArchive> cratec::loadArchive(llvm::StringRef path) {
  LoadedArchive result;
  auto buffer = mapFile(path);
  if (!buffer)
    return buffer.takeError();
  result.buffer = std::move(*buffer);
  auto archive = llvm::object::Archive::create(result.buffer->getMemBufferRef());
  if (!archive)
    return inFile(path, archive.takeError());
  llvm::Error walk = llvm::Error::success();
  for (const llvm::object::Archive::Child &child : (*archive)->children(walk))
    if (llvm::Error error = loadMember(**archive, child, result)) {
      llvm::consumeError(std::move(walk));
      return inFile(path, std::move(error));
    }
  if (walk)
    return inFile(path, std::move(walk));
  return result;
}

llvm::Error cratec::writeArchiveFile(llvm::StringRef path, llvm::ArrayRef<LoadedMember> members) {
  std::vector<llvm::NewArchiveMember> newMembers;
  for (const LoadedMember &member : members) {
    // The writer refers to names and buffers; both outlive it.
    llvm::NewArchiveMember added(llvm::MemoryBufferRef(member.contents, member.name));
    added.MemberName = member.name;
    newMembers.push_back(std::move(added));
  }
  llvm::Error warnings = llvm::Error::success();
  auto warn = [&](llvm::Error warning) {
    warnings = llvm::joinErrors(std::move(warnings), std::move(warning));
  };
  llvm::Error error = llvm::writeArchive(path, newMembers, llvm::SymtabWritingMode::NormalSymtab,
                                         llvm::object::Archive::K_GNU, /*Deterministic=*/true,
                                         /*Thin=*/false, nullptr, std::nullopt, warn);
  // They only concern members of unlike kinds, which the linker judges better.
  llvm::consumeError(std::move(warnings));
  return error;
}

bool cratec::writeRlib(llvm::StringRef output, llvm::ArrayRef<ArchiveMember> members,
                       llvm::ArrayRef<std::string> bundled, linkcheck::Diagnostics &diags) {
  if (!checkOutput(output, diags))
    return false;
  std::vector<LoadedMember> loaded;
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> buffers;
  for (const ArchiveMember &member : members) {
    if (member.path.empty() || !member.contents.empty()) {
      loaded.push_back({member.name, member.contents});
      continue;
    }
    auto buffer = mapFile(member.path);
    if (!buffer) {
      diags.error(Code::C01, "cannot read {}", llvm::toString(buffer.takeError())).done();
      return false;
    }
    loaded.push_back({member.name, (*buffer)->getBuffer()});
    buffers.push_back(std::move(*buffer));
  }
  std::vector<LoadedArchive> archives;
  for (const std::string &path : bundled) {
    auto archive = loadArchive(path);
    if (!archive) {
      diags
          .error(Code::C01, "cannot bundle the native library {}",
                 llvm::toString(archive.takeError()))
          .done();
      return false;
    }
    llvm::append_range(loaded, archive->members);
    archives.push_back(std::move(*archive));
  }
  std::unique_ptr<PendingFile> pending = PendingFile::create(output, /*keep=*/false, diags);
  if (!pending)
    return false;
  bool written = false;
  // The writer reads the symbols of every member, and trusts it.
  std::optional<std::string> crash = runGuarded([&] {
    llvm::Error error = writeArchiveFile(pending->path(), loaded);
    written = !error;
    if (error)
      diags
          .error(Code::C01, "cannot write `{}`: {}", output.str(), llvm::toString(std::move(error)))
          .done();
  });
  if (crash)
    diags.error(Code::L01, "the archive `{}` cannot be made", output.str())
        .note("{}", *crash)
        .help("most often an object or a bundled library is damaged; make it again");
  return !crash && written && pending->commit(diags);
}
