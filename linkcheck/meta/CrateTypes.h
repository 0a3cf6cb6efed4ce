//===- CrateTypes.h - the kinds of crates and artifacts ---------*- C++ -*-===//
//
// The words of the field, each as one enumeration with its spelling on the
// command line and in records. Section 2 of DESIGN.md says what each means.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <array>
#include <optional>

namespace linkcheck {

/// What a crate is compiled into.
enum class CrateType { Executable, Rlib, Dylib, Cdylib, Staticlib };

/// `bin`, `rlib`, `dylib`, `cdylib`, `staticlib`.
llvm::StringRef spelling(CrateType type);
/// The word for messages: `executable` for a bin, else as spelled.
llvm::StringRef describe(CrateType type);
/// The inverse of `spelling`; `lib` is an rlib, as in rustc.
std::optional<CrateType> parseCrateType(llvm::StringRef text);

/// Everything but an rlib: what R1 demands an allocator for.
constexpr bool isFinalArtifact(CrateType type) {
  return type != CrateType::Rlib;
}
/// An executable owns its process; the others live in someone else's.
constexpr bool isHost(CrateType type) {
  return type == CrateType::Executable;
}
/// Dylibs and cdylibs: what the loader maps as a library.
constexpr bool isSharedLibrary(CrateType type) {
  return type == CrateType::Dylib || type == CrateType::Cdylib;
}

/// How an upstream crate takes part in an artifact (R12).
enum class Linkage {
  NotLinked,         ///< not needed, or only its metadata is
  IncludedFromDylib, ///< inside a dylib that is linked dynamically
  Static,            ///< its objects go into the artifact
  Dynamic            ///< its dylib is needed beside the artifact
};
llvm::StringRef spelling(Linkage linkage);
std::optional<Linkage> parseLinkage(llvm::StringRef text);

/// How a dependency is meant (design section 2, R7).
enum class Meaning {
  Explicit, ///< somebody wrote it: an `extern crate`, its native twin, `--extern`
  Injected  ///< the driver chose it because nobody chose
};
llvm::StringRef spelling(Meaning meaning);
std::optional<Meaning> parseMeaning(llvm::StringRef text);

/// Which form of an allocator goes into an artifact (design section 10).
enum class AllocatorForm {
  Host, ///< may take over the process's malloc
  Guest ///< isolated: touches nothing of its host
};
llvm::StringRef spelling(AllocatorForm form);
std::optional<AllocatorForm> parseAllocatorForm(llvm::StringRef text);

/// The languages a crate's sources were written in.
enum class SourceLanguage { Rust, C, Cxx, LlvmIr, Assembly, Object };
llvm::StringRef spelling(SourceLanguage language);
std::optional<SourceLanguage> parseSourceLanguage(llvm::StringRef text);

/// How a native library is linked, and into which artifacts.
enum class NativeKind { Static, Dylib };
llvm::StringRef spelling(NativeKind kind);
std::optional<NativeKind> parseNativeKind(llvm::StringRef text);

/// The allocator ABI, version 1 (RFC 1183; design section 4): the symbols
/// that an allocator crate defines and a consumer calls.
inline constexpr unsigned allocatorAbiVersion = 1;
inline constexpr std::array<llvm::StringLiteral, 5> allocatorFunctions = {
    llvm::StringLiteral("__rust_allocate"), llvm::StringLiteral("__rust_deallocate"),
    llvm::StringLiteral("__rust_reallocate"), llvm::StringLiteral("__rust_reallocate_inplace"),
    llvm::StringLiteral("__rust_usable_size")};
bool isAllocatorFunction(llvm::StringRef symbol);

} // namespace linkcheck
