//===- CodegenOptions.h - what `-C` says ---------------------------*- C++ -*-===//
//
// One member an option that has an effect here. Each option is a row of
// CodegenTable.cpp; options of rustc that have none are rows there too, since
// Cargo and people's build files send them.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cratec {

/// `lto`: what is optimised across crates when an artifact is linked.
enum class LtoKind {
  Off,
  Thin, ///< module by module, with summaries of the others
  Fat   ///< all crates as one module
};

/// `strip`: what is taken out of an artifact after its audit.
enum class StripKind { None, DebugInfo, Symbols };

/// `relocation-model`, by rustc's names.
enum class RelocationModel { Static, Pic, Pie, DynamicNoPic };

struct CodegenOptions {
  std::string optLevel = "0"; ///< 0 1 2 3 s z
  unsigned debugInfo = 0;     ///< 0 none, 1 line tables, 2 full
  bool preferDynamic = false;
  bool saveTemporaries = false;
  bool keepMalloc = false;           ///< `malloc=keep`
  std::vector<std::string> metadata; ///< goes into the crate's hash
  std::string extraFilename;
  std::optional<bool> debugAssertions; ///< `debug_assert!` and `cfg(debug_assertions)`
  std::optional<bool> overflowChecks;

  // The processor. Empty and unset: the target's own.
  std::optional<std::string> targetCpu;    ///< LLVM's name; `native` is the machine's own
  std::vector<std::string> targetFeatures; ///< `+name`, `-name`; `crt-static` among them
  std::optional<RelocationModel> relocationModel;
  std::string codeModel; ///< LLVM's name, or empty
  bool forceFramePointers = false;
  bool noRedZone = false;
  bool vectoriseLoops = true;
  bool vectoriseBlocks = true;

  // Linking.
  std::vector<std::string> linkArguments;
  std::vector<std::string> clangArguments;
  LtoKind lto = LtoKind::Off;
  bool embedBitcode = true; ///< into the objects of rlibs, for a later LTO
  bool linkDeadCode = false;
  bool rpath = false;
  StripKind strip = StripKind::None;
  /// `abort` or `unwind`, as `cfg(panic = "…")` has it. A panic ends the process
  /// either way.
  std::string panic = "abort";

  /// Where nothing was said, code that is not optimised is checked, as in rustc.
  bool checksAssertions() const { return debugAssertions.value_or(optLevel == "0"); }
  bool checksOverflow() const { return overflowChecks.value_or(checksAssertions()); }
};

} // namespace cratec
