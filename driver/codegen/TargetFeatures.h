//===- TargetFeatures.h - a processor's features, by rustc's names ---------===//
//
// `-C target-feature` and `cfg(target_feature)` speak of the same features, and LLVM
// calls some of them otherwise. One row each.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/target/TargetSpec.h"

namespace cratec {

/// LLVM's name for the feature, given as rustc's or LLVM's.
llvm::StringRef llvmFeature(const TargetSpec &target, llvm::StringRef name);

/// What `cfg(target_feature)` holds for, sorted: the features that the processor and
/// the command line turn on, and what these imply.
std::vector<std::string> enabledFeatures(const TargetSpec &target);

} // namespace cratec
