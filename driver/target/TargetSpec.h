//===- TargetSpec.h - what is known of a target ------------------*- C++ -*-===//
//
// One row per built-in target in TargetSpec.cpp; a JSON file adds one
// (TargetFile.h). Behind the fields stand the names that rustc's JSON targets
// have for them; those without one are our own.
//
// A target has three names. `triple` is LLVM's and says what code is made.
// `name` is the user's, as in `--target`; the sysroot's folder is called so.
// identity() is what records hold: two files of one name are two targets.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/AllocatorRules.h"

namespace cratec {

struct TargetSpec {
  std::string name;                                ///< a triple, or the stem of the JSON file
  std::string triple;                              ///< `llvm-target`
  std::string arch;                                ///< `arch`: `cfg(target_arch)`
  std::string os = "linux";                        ///< `os`
  std::string env;                                 ///< `env`
  std::string vendor = "unknown";                  ///< `vendor`
  std::string endian = "little";                   ///< `target-endian`
  unsigned pointerWidth = 64;                      ///< `target-pointer-width`
  std::string dataLayout;                          ///< `data-layout`, as LLVM writes it
  std::string cpu = "generic";                     ///< `cpu`: LLVM's name for the baseline
  std::string features;                            ///< `features`: LLVM's feature string
  std::string abi;                                 ///< `llvm-abiname` ("lp64d")
  std::string codeModel;                           ///< `code-model`; empty is LLVM's own choice
  std::string relocationModel = "pic";             ///< `relocation-model`
  std::vector<std::string> families;               ///< `target-family`
  std::string linkerEmulation;                     ///< lld's `-m`
  std::string dynamicLinker;                       ///< `dynamic-linker`: PT_INTERP of executables
  std::string multiarch;                           ///< Debian's folder name, "x86_64-linux-gnu"
  std::string exeAllocationCrate = "alloc_system"; ///< `exe_allocation_crate`, R6
  std::string libAllocationCrate = "alloc_system"; ///< `lib_allocation_crate`, R6
  bool crtStatic = false;             ///< `crt-static-default`: executables hold the C library
  bool crtStaticRespected = false;    ///< `crt-static-respected`: `-C target-feature` decides
  bool crtStaticAllowsDylibs = false; ///< `crt-static-allows-dylibs`
  bool dynamicLinking = false;        ///< `dynamic-linking`: has dylibs and cdylibs at all
  bool executables = true;            ///< `executables`
  bool positionIndependentExecutables = false; ///< `position-independent-executables`
  bool disableRedzone = false;                 ///< `disable-redzone`
  std::string linkerFlavor = "gcc";            ///< `linker-flavor`, see linksLikeC()
  std::vector<std::string> preLinkArguments;   ///< `pre-link-args` of the flavour
  std::vector<std::string> lateLinkArguments;  ///< `late-link-args`
  std::vector<std::string> postLinkArguments;  ///< `post-link-args`
  std::string fileHash; ///< of what a JSON file says; empty for a built-in target

  /// Whether links go as through a C compiler, with its start files and libraries, or
  /// as through a bare linker, with what the file says and nothing else.
  bool linksLikeC() const {
    return linkerFlavor == "gcc" || llvm::StringRef(linkerFlavor).ends_with("-cc");
  }
  bool isMusl() const { return env == "musl"; }
  /// What crates for this target are marked with.
  std::string identity() const { return fileHash.empty() ? name : name + "-" + fileHash; }
  linkcheck::AllocatorDefaults allocatorDefaults() const;
  /// What rustc sets for `#[cfg(…)]` on the target: `unix`, `target_arch = "x86_64"`, ….
  std::vector<std::pair<std::string, std::optional<std::string>>> configuration() const;
  bool operator==(const TargetSpec &) const = default;
};

/// The built-in targets, sorted by name.
llvm::ArrayRef<TargetSpec> builtinTargets();
const TargetSpec *findTarget(llvm::StringRef name);
/// The target that this program was built for; always among the built-in ones.
const TargetSpec &hostTarget();

} // namespace cratec
