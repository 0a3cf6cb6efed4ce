//===- AllocatorRules.h - which allocator, and by which rule ----*- C++ -*-===//
//
// R1  A final artifact that contains a consumer is linked with exactly one
//     allocator crate.
// R2  No artifact is linked with two explicit allocators. An rlib's dependency
//     graph counts, what a linked dylib contains counts, and so does the local
//     crate when it is itself tagged.
// R3  If no crate in the graph, the local one included, is a consumer, nothing
//     is injected.
// R4  If an explicit allocator is in the graph, or a dylib in the closure
//     already contains one, nothing is injected.
// R5  An rlib gets no allocator injected. It may depend on an explicit one.
// R6  Otherwise the target's default is injected: `exe_allocation_crate` for an
//     executable, `lib_allocation_crate` for dylib, cdylib and staticlib. With
//     `-C prefer-dynamic` a dylib is meant for other crates and gets
//     `exe_allocation_crate`.
// R7  That a crate was injected is recorded as injected, so that a later
//     artifact may still choose another for the rlibs involved.
// R8  An allocator crate must not reach a consumer through its dependencies. Those
//     of the program that runs its own tests do not count: the tests stand above it.
// R9  An injected crate, or one named with `--allocator`, must be tagged
//     `#![allocator]`.
// R13 A library crate that explicitly brings in an allocator chooses for
//     everybody downstream: lint `allocator_in_library`.
//
// Each is checked per artifact, so that one run which makes a bin and a
// staticlib can choose twice. All walks visit each crate once.
//
// From RFC 1183, "Swap out jemalloc"; R13 is ours.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/LinkageTable.h"

namespace linkcheck {

/// The target's part of the choice (design section 11).
struct AllocatorDefaults {
  std::string executable; ///< `exe_allocation_crate`
  std::string library;    ///< `lib_allocation_crate`
  std::string fallback;   ///< used where a default is not in the search paths, with a note
  std::string target;     ///< whose defaults they are
};

struct ArtifactRequest {
  CrateType type = CrateType::Executable;
  bool preferDynamic = false;
  std::optional<std::string> allocator; ///< `--allocator NAME`; nothing for the default
  /// `--extern` paths given for that name, if any.
  std::vector<std::string> allocatorPaths;
  AllocatorDefaults defaults;
};

struct AllocatorChoice {
  enum class How {
    None,        ///< no allocator is in the artifact: R3 or R5
    Explicit,    ///< somebody brought it in (R4)
    InsideDylib, ///< a dylib that is linked contains one (R4)
    Injected     ///< R6
  };
  How how = How::None;
  int rule = 3;                       ///< the number of the rule that decided
  std::optional<CrateIndex> crate;    ///< Explicit, Injected; InsideDylib where it is a node
  CrateIdentity identity;             ///< of the allocator; empty for None
  std::optional<CrateIndex> insideOf; ///< InsideDylib: the dylib that holds it
  std::optional<CrateIndex> consumer; ///< the consumer that asked, where there is one
  /// The default that is not in the search paths, so that the fallback was taken;
  /// resolveArtifact() has said so in a note.
  std::optional<std::string> missingDefault;
  /// Injected: what named it, `--allocator` or the field of the target:
  /// `exe_allocation_crate`, `lib_allocation_crate`.
  std::string chosenBy;
  std::string target; ///< Injected as a target's default: whose; else empty
};

/// All that is decided about one artifact before any code is generated.
struct ArtifactResolution {
  CrateType type;
  CrateGraph graph; ///< with the injected crate, where there is one
  LinkageTable linkage;
  AllocatorChoice allocator;
};

/// The checks that hold for every artifact of the crate: R8 for the local crate
/// and each loaded one, R2 among explicit allocators (once, not per artifact).
/// True when they hold.
bool checkAllocatorGraph(const CrateGraph &graph, Diagnostics &diags);

/// R13, for a crate that is compiled to an rlib among `types`.
void lintAllocatorInLibrary(const CrateGraph &graph, llvm::ArrayRef<CrateType> types,
                            Diagnostics &diags);

/// Linkage, then the choice (R1-R7), then what is injected is loaded and
/// checked (R8, R9), then linkage is extended and verified (R12). Nothing after
/// an error, which has been said. Call it only where checkAllocatorGraph() holds:
/// what that says is not said again.
///
/// A crate named with `--allocator` is looked for and must be tagged (R9) also
/// where no consumer asks for it; an rlib ignores the option (R5).
std::optional<ArtifactResolution> resolveArtifact(const CrateGraph &graph, CrateStore &store,
                                                  const ArtifactRequest &request,
                                                  Diagnostics &diags);

/// The numbers of the rules among R1-R9 that `resolution` breaks, ascending,
/// told by another path than the choice itself. Empty is the normal answer; the
/// driver treats any other as an internal error.
std::vector<int> verifyResolution(const ArtifactResolution &resolution,
                                  const ArtifactRequest &request);

/// The choice as the artifact's record has it; nothing for How::None. Where the
/// local crate is the allocator itself, its hash is the caller's to fill in, as
/// it is in the rest of the record.
std::optional<AllocatorRecord> recordAllocator(const ArtifactResolution &resolution,
                                               AllocatorForm form);

/// `--print allocator`: which, explicit or injected, by which rule, the path that
/// brought it in and the consumer that asked for it, host or guest form. Lines of
/// `key: value`, ends in a newline.
std::string printAllocatorChoice(const ArtifactResolution &resolution, AllocatorForm form);

} // namespace linkcheck
