//===- TargetSpec.h - what is known of a target ------------------*- C++ -*-===//
//
// One row per built-in target in TargetSpec.cpp; the fields carry the names
// that rustc's JSON targets have, where they have one.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/AllocatorRules.h"

namespace cratec {

struct TargetSpec {
  std::string triple;             ///< `llvm-target`
  std::string linkerEmulation;    ///< lld's `-m`
  std::string dynamicLinker;      ///< PT_INTERP of executables
  std::string multiarch;          ///< Debian's folder name, "x86_64-linux-gnu"
  std::string cpu;                ///< LLVM's name for the baseline
  std::string features;           ///< LLVM's feature string, may be empty
  std::string abi;                ///< LLVM's ABI name, may be empty ("lp64d")
  std::string exeAllocationCrate; ///< R6
  std::string libAllocationCrate; ///< R6
  bool crtStatic = false;         ///< executables are static by default (musl)

  linkcheck::AllocatorDefaults allocatorDefaults() const;
  /// What rustc sets for `#[cfg(…)]` on the target: `unix`, `target_arch = "x86_64"`, ….
  std::vector<std::pair<std::string, std::optional<std::string>>> configuration() const;
};

/// The built-in targets, sorted by triple.
llvm::ArrayRef<TargetSpec> builtinTargets();
const TargetSpec *findTarget(llvm::StringRef triple);
/// The target that this program was built for; always among the built-in ones.
const TargetSpec &hostTarget();

} // namespace cratec
