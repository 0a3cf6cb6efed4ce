//===- CrateMetadata.h - a crate's validated record -------------*- C++ -*-===//
//
// A CrateMetadata is only made by the driver for the crate it compiles, or by
// readMetadata() from a file; to hold one is the proof that it is well formed.
// When it is stands in RecordRules.h; the bytes are described in FORMAT.md.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"
#include "linkcheck/meta/CrateTypes.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace linkcheck {

/// The schema that this version writes, and the newest that it reads.
inline constexpr int64_t metadataSchema = 1;
/// Larger sections are refused unread.
inline constexpr uint64_t metadataSizeLimit = 8u << 20;

inline constexpr llvm::StringLiteral infoSection = ".crate.info";
inline constexpr llvm::StringLiteral allocatorSection = ".crate.allocator";
inline constexpr llvm::StringLiteral needsAllocatorSection = ".crate.needs_allocator";
inline constexpr llvm::StringLiteral interfaceSection = ".crate.interface";

/// Which crate: its name and the hash of everything it was compiled from.
/// Two crates of one name are told apart by hash.
struct CrateIdentity {
  std::string name; ///< an identifier: letters, digits, underscores
  std::string hash; ///< 32 lower case hexadecimal digits
  auto operator<=>(const CrateIdentity &) const = default;
};

/// Who asked for a dependency, and where.
struct DependencyOrigin {
  enum class By {
    ExternCrate,   ///< `extern crate` or EXTERN_CRATE, at `where`
    CommandLine,   ///< `--extern`
    AllocatorFlag, ///< `--allocator`
    Default        ///< the target's default (R6)
  };
  By by = By::ExternCrate;
  SourceLocation where; ///< relative to the folder the compiler ran in; may be unknown
  bool operator==(const DependencyOrigin &) const = default;
};
llvm::StringRef spelling(DependencyOrigin::By by);
std::optional<DependencyOrigin::By> parseDependencyOrigin(llvm::StringRef text);

/// A direct dependency as recorded.
struct Dependency {
  CrateIdentity crate;
  std::string extraFilename; ///< `-C extra-filename` it was found under
  Meaning meaning = Meaning::Explicit;
  DependencyOrigin origin;
  bool operator==(const Dependency &) const = default;
};

struct NativeLibrary {
  std::string name; ///< as after `-l`
  NativeKind kind = NativeKind::Dylib;
  std::optional<AllocatorForm> form; ///< only linked into such artifacts
  bool bundled = false;              ///< its members are in the rlib already
  /// Of an archive: whether every member is linked; unset: as the artifact needs.
  std::optional<bool> wholeArchive = std::nullopt;
  bool verbatim = false; ///< `name` is the file's whole name
  bool leftOut = false;  ///< `-bundle`: neither an rlib nor a staticlib holds it
  /// `#[link(…, cfg(…))]`: linked only where the predicate holds of the crate that is
  /// linked in the end. Empty: always.
  std::string condition = {};
  bool operator==(const NativeLibrary &) const = default;
};

/// A crate of the closure of a final artifact, and how it takes part.
struct LinkedCrate {
  CrateIdentity crate;
  Linkage linkage = Linkage::NotLinked;
  bool allocator = false; ///< it is tagged `#![allocator]`
  bool operator==(const LinkedCrate &) const = default;
};

/// The allocator of a final artifact, for the audit (R14).
struct AllocatorRecord {
  CrateIdentity crate;
  Meaning meaning = Meaning::Injected;
  int rule = 0; ///< the number of the rule that decided
  AllocatorForm form = AllocatorForm::Guest;
  Linkage linkage = Linkage::Static; ///< Static: inside; Dynamic or IncludedFromDylib: in a dylib
  /// The names of the crates from the artifact to the allocator, or to the
  /// crate that needs one.
  std::vector<std::string> path;
  bool operator==(const AllocatorRecord &) const = default;
};

/// Bytes [begin, end) of a text.
struct TextRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const TextRange &) const = default;
};

/// The text of one source file as far as a crate's interface goes.
struct InterfaceFile {
  std::string path;     ///< as the compiler was given it
  llvm::StringRef text; ///< any bytes: whoever reads it as source judges it
  /// Braces with what they hold (bodies, the items of an impl) that change nothing around
  /// them, and so can be skipped until somebody asks. Ascending, and apart from each other.
  std::vector<TextRange> deferred;
  /// What the text lies in; null: whoever made this knows that it stays.
  std::shared_ptr<const void> owner = nullptr;
  bool operator==(const InterfaceFile &other) const {
    return path == other.path && text == other.text && deferred == other.deferred;
  }
};

/// What crates above a crate of the dialect may use of it: its sources without the
/// bodies that nobody else compiles. Items, types, generic functions are all in it.
struct CrateInterface {
  std::string disambiguator; ///< in the crate's mangled names: 16 lower case hexadecimal digits
  std::vector<std::string> configuration; ///< each `--cfg` as given
  std::vector<InterfaceFile> files;       ///< the root first
  bool operator==(const CrateInterface &) const = default;
};

struct CrateMetadata {
  CrateIdentity identity;
  std::string target;
  CrateType type = CrateType::Rlib;
  std::vector<SourceLanguage> languages; ///< in the enumeration's order, each once
  bool allocator = false;                ///< the tag `#![allocator]`
  bool needsAllocator = false;           ///< the tag `#![needs_allocator]`
  bool noStd = false;
  std::vector<Dependency> dependencies; ///< in the order in which they were declared
  std::vector<NativeLibrary> nativeLibraries;
  std::vector<std::string> exports;        ///< its own public symbols, sorted by bytes, each once
  std::optional<CrateInterface> interface; ///< of an rlib or dylib of the dialect

  // Final artifacts only.
  std::vector<LinkedCrate> linkage; ///< the closure without itself, sorted, each once
  std::optional<AllocatorRecord> chosenAllocator;
  bool operator==(const CrateMetadata &) const = default;
};

/// A crate name is an identifier (rustc's rule): a letter or underscore, then
/// letters, digits and underscores; ASCII here, as file names carry it.
bool isValidCrateName(llvm::StringRef name);

} // namespace linkcheck
