//===- CrateFiles.h - writes crates for tests -------------------*- C++ -*-===//
//
// Real files as the compiler writes them, less the code: an rlib is an archive
// whose first member is the metadata object, a dylib an ELF file with the same
// sections. Both disappear with the folder.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/MetadataWriter.h"

#include <gtest/gtest.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Object/ArchiveWriter.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

namespace linkcheck {

inline constexpr const char *testTarget = "x86_64-unknown-linux-gnu";

/// A hash for tests: the same for the same text, and readable.
inline std::string testHash(llvm::StringRef text) {
  std::string hash;
  for (unsigned char c : text) {
    hash += "0123456789abcdef"[c >> 4];
    hash += "0123456789abcdef"[c & 15];
  }
  if (hash.size() > 32) // keep the part that tells long names apart
    hash = hash.substr(hash.size() - 32);
  hash.resize(32, '0');
  return hash;
}

/// A record in the making.
struct TestCrate {
  CrateMetadata metadata;

  /// `version` stands for everything that makes the hash differ.
  explicit TestCrate(const std::string &name, const std::string &version = "") {
    metadata.identity = {name, testHash(version + name)};
    metadata.target = testTarget;
    metadata.languages = {SourceLanguage::C};
  }
  const CrateIdentity &identity() const { return metadata.identity; }

  TestCrate &allocator() {
    metadata.allocator = true;
    return *this;
  }
  TestCrate &consumer() {
    metadata.needsAllocator = true;
    return *this;
  }
  TestCrate &target(const std::string &triple) {
    metadata.target = triple;
    return *this;
  }
  TestCrate &type(CrateType kind) {
    metadata.type = kind;
    return *this;
  }
  /// `extern crate` in `<name>.c`, the first on line 1.
  TestCrate &needs(const TestCrate &other, const std::string &extraFilename = "") {
    unsigned line = metadata.dependencies.size() + 1;
    SourceLocation where{metadata.identity.name + ".c", line, 1};
    metadata.dependencies.push_back({other.identity(),
                                     extraFilename,
                                     Meaning::Explicit,
                                     {DependencyOrigin::By::ExternCrate, where}});
    return *this;
  }
  /// The dylib form of this crate, which nothing is inside or beside yet.
  TestCrate asDylib() const {
    TestCrate dylib = *this;
    return dylib.type(CrateType::Dylib);
  }
  TestCrate &holds(const TestCrate &other, Linkage linkage = Linkage::Static) {
    metadata.linkage.push_back({other.identity(), linkage, other.metadata.allocator});
    std::sort(metadata.linkage.begin(), metadata.linkage.end(),
              [](const LinkedCrate &a, const LinkedCrate &b) { return a.crate < b.crate; });
    return *this;
  }
  TestCrate &chose(const TestCrate &other, Meaning meaning, Linkage linkage = Linkage::Static) {
    metadata.chosenAllocator = AllocatorRecord{
        other.identity(),     meaning, meaning == Meaning::Injected ? 6 : 4,
        AllocatorForm::Guest, linkage, {metadata.identity.name, other.identity().name}};
    return *this;
  }
};

/// A temporary folder.
class CrateFolder {
public:
  CrateFolder() {
    llvm::SmallString<128> made;
    std::error_code error = llvm::sys::fs::createUniqueDirectory("crates", made);
    EXPECT_FALSE(error) << error.message();
    folder = std::string(made);
  }
  CrateFolder(const CrateFolder &) = delete;
  CrateFolder &operator=(const CrateFolder &) = delete;
  ~CrateFolder() { llvm::sys::fs::remove_directories(folder); }

  const std::string &path() const { return folder; }
  std::string path(llvm::StringRef name) const { return folder + "/" + name.str(); }

  /// Writes `lib<name>.rlib`, `.so` or `.a`, or the file `name`; returns its path. A file
  /// called `.rmeta` is the metadata object alone.
  std::string write(const TestCrate &crate, const std::string &name = "") const {
    const CrateMetadata &metadata = crate.metadata;
    bool archive = (metadata.type == CrateType::Rlib || metadata.type == CrateType::Staticlib) &&
                   !llvm::StringRef(name).ends_with(".rmeta");
    const char *extension = metadata.type == CrateType::Rlib        ? ".rlib"
                            : metadata.type == CrateType::Staticlib ? ".a"
                                                                    : ".so";
    std::string file = path(name.empty() ? "lib" + metadata.identity.name + extension : name);
    llvm::Expected<llvm::SmallVector<char, 0>> object = writeMetadataObject(
        metadata, archive ? MetadataSurvival::Excluded : MetadataSurvival::Kept);
    if (!object) {
      ADD_FAILURE() << llvm::toString(object.takeError());
      return file;
    }
    llvm::StringRef bytes(object->data(), object->size());
    if (!archive) {
      writeText(llvm::sys::path::filename(file), bytes);
      return file;
    }
    std::vector<llvm::NewArchiveMember> members;
    members.emplace_back(llvm::MemoryBufferRef(bytes, "crate.metadata.o"));
    llvm::Error error = llvm::writeArchive(file, members, llvm::SymtabWritingMode::NoSymtab,
                                           llvm::object::Archive::K_GNU, true, false);
    EXPECT_FALSE(bool(error)) << llvm::toString(std::move(error));
    return file;
  }

  std::string writeText(llvm::StringRef name, llvm::StringRef bytes) const {
    std::error_code error;
    llvm::raw_fd_ostream out(path(name), error);
    EXPECT_FALSE(error) << error.message();
    out << bytes;
    return path(name);
  }

  /// Cuts the last bytes off a file, as a full disk does.
  void truncate(const std::string &file, uint64_t size) const {
    llvm::Expected<llvm::sys::fs::file_t> handle = llvm::sys::fs::openNativeFileForReadWrite(
        file, llvm::sys::fs::CD_OpenExisting, llvm::sys::fs::OF_None);
    ASSERT_TRUE(bool(handle));
    EXPECT_FALSE(llvm::sys::fs::resize_file(*handle, size));
    llvm::sys::fs::closeFile(*handle);
  }

private:
  std::string folder;
};

} // namespace linkcheck
