//===- LinkPlan.h - everything that a link will do, as a value ---*- C++ -*-===//
//
// planLink() turns decisions (graph, linkage, allocator) into a LinkPlan, and
// nothing else decides anything about a link: the steps after it carry it out.
// `-Z dump=plan` prints it; tests of it need no linker.
//
// How the parts of an artifact stay apart (design section 10):
//
//   executable  Owns its process. The allocator's host form may define malloc.
//   dylib       Keeps its metadata and exports all that its crates export, the
//               five allocator functions included for crates above it; binds to
//               its own (-Bsymbolic). The guest form's other names are local.
//   cdylib      Exports the local crate's public functions, the `#[no_mangle]` ones of
//               the dialect's crates below it, and nothing else: not what the runtime
//               and the guest allocator define, which are the library's own.
//   staticlib   One relocatable object (`ld -r`) in which only these functions are
//               global.
//
// The order of the inputs is rustc's: the local crate, its native libraries, the crates
// that it depends on, their native libraries, the system's. A crate stands before what
// it depends on, and its libraries before those of what it depends on.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CodegenOptions.h"
#include "driver/toolchain/Toolchain.h"
#include "linkcheck/graph/AllocatorRules.h"

#include <functional>

namespace cratec {

/// One item of the linker's command line between the C runtime files.
struct LinkInput {
  enum class Kind {
    Object,        ///< `path`: an object of the local crate, or its metadata
    Rlib,          ///< `path`: an upstream crate's archive; members as needed
    WholeRlib,     ///< `path`: an upstream crate's archive, every member
    Dylib,         ///< `path`: an upstream crate's dylib
    StaticLibrary, ///< `path`: a native archive
    NativeLibrary, ///< `name`: looked up by the linker as `-l name`
  };
  Kind kind = Kind::Object;
  std::string path;
  std::string name;  ///< of a file that stands in for another: the other's, for messages
  std::string crate; ///< whose it is; messages of the linker are told with it
  /// Belongs to nobody but the guest allocator: what it defines of the C
  /// library's malloc family is renamed before it is linked (Isolation.h).
  bool isolate = false;
  /// Of a StaticLibrary: every member is linked, called or not.
  bool whole = false;
  /// Of a NativeLibrary: `name` is the file's whole name.
  bool verbatim = false;
  bool operator==(const LinkInput &) const = default;
};

struct LinkPlan {
  linkcheck::CrateType type = linkcheck::CrateType::Executable;
  std::string crateName;
  std::string output; ///< the artifact's final path
  const TargetSpec *target = nullptr;
  bool staticExecutable = false; ///< holds the C library (musl)
  bool fixedAddress = false;     ///< an executable that is not position independent
  Toolchain toolchain;           ///< no files for a staticlib
  std::vector<LinkInput> inputs;
  std::vector<std::string> libraryDirectories; ///< `-L native=`, `all=`, then the sysroot
  /// What a cdylib or staticlib exports. Of a dylib: what stays visible of the
  /// isolated inputs; all else with default visibility is exported anyway.
  /// Sorted. Unused for executables.
  std::vector<std::string> exports;
  /// Exports of upstream crates, to be pulled out of their archives though nothing
  /// here calls them. Sorted.
  std::vector<std::string> pulled;
  bool nodelete = false; ///< DF_1_NODELETE: a guest allocator other than the system's is inside
  /// Of these: lto and opt-level, relocation-model, strip, link-dead-code, save-temps.
  CodegenOptions codegen;
  std::vector<std::string> runPaths; ///< `-C rpath`: folders of dylibs, seen from the artifact
  /// Of a staticlib: libraries that the program it goes into must link besides, in order.
  std::vector<std::string> hostLibraries;

  // What the audit demands (R14).
  linkcheck::AllocatorChoice::How allocator = linkcheck::AllocatorChoice::How::None;
  std::string allocatorCrate;
  bool allocatorInside = false; ///< the five must be defined in this very file
};

/// What planLink() needs beside the resolution.
struct LinkRequest {
  std::string crateName;
  std::string output;
  const TargetSpec *target = nullptr;
  std::vector<std::string> objects; ///< the local crate's objects, then its metadata object
  std::vector<std::string> exports; ///< the local crate's public symbols, sorted
  std::vector<std::string>
      nativeSearchPaths;     ///< folders of `-L native=` and `-L all=`, then the sysroot's
  std::string runtimeFolder; ///< the sysroot's crates lie in it
  /// Whether the predicate of `#[link(…, cfg(…))]` holds; nothing after an error, which
  /// it has said.
  std::function<std::optional<bool>(const std::string &predicate, const std::string &crate)>
      conditionHolds;
  CodegenOptions codegen;
  linkcheck::AllocatorForm allocatorForm = linkcheck::AllocatorForm::Guest;
  std::string systemRoot; ///< before the toolchain's folders; empty for the machine's own
};

/// The form in which an artifact of `type` takes its allocator: the host form in
/// executables unless `-C malloc=keep`, else the guest form.
linkcheck::AllocatorForm allocatorFormFor(linkcheck::CrateType type, bool keepMalloc);

/// Nothing after an error, which has been said (a missing native library, a
/// missing part of the toolchain).
std::optional<LinkPlan> planLink(const linkcheck::ArtifactResolution &resolution,
                                 const LinkRequest &request, linkcheck::Diagnostics &diags);

/// `-Z dump=plan`: one line an item, deterministic.
std::string printPlan(const LinkPlan &plan);

} // namespace cratec
