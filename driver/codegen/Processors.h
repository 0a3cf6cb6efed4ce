//===- Processors.h - what LLVM knows of a target's processors -----*- C++ -*-===//

#pragma once

#include "driver/target/TargetSpec.h"

#include <string>

namespace cratec {

/// `--print target-cpus`: one a line, the machine's own first.
std::string printProcessors(const TargetSpec &target);
/// `--print target-features`: one a line, with what LLVM says of it.
std::string printProcessorFeatures(const TargetSpec &target);

} // namespace cratec
