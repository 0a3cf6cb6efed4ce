//===- Session.h - the run's surroundings, settled once -----------*- C++ -*-===//
//
// Options with everything filled in that depends on the machine and not on the
// sources: target, sysroot, search paths. Passed const to the passes that need
// it; most take single values instead.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Options.h"
#include "driver/rust/Rust.h"
#include "driver/target/TargetSpec.h"

namespace cratec {

struct Session {
  const Options &options;
  TargetSpec target;             ///< with what `-C target-cpu` and `target-feature` say
  std::string program;           ///< the running executable
  std::string sysroot;           ///< `--print sysroot`: the prefix that cratec is installed in
  std::string targetLibraryPath; ///< `--print target-libdir`
  std::string includePath;       ///< of <crate/…> headers

  /// Folders of crates: `-L`, then the sysroot's.
  std::vector<linkcheck::SearchPath> crateSearchPaths() const;
  /// Folders of native libraries: `-L native=` and `all=`, then the sysroot's.
  std::vector<std::string> nativeSearchPaths() const;
  /// What `cfg` asks for: the target's own, `debug_assertions`, `test`, then `--cfg`.
  std::vector<rust::ConfigurationEntry> configuration() const;
  /// The folder that outputs go to, from `-o` and `--out-dir`; "." by default.
  std::string outputDirectory() const;
};

/// `programPath` is the running executable: the sysroot is found relative to it.
/// Says what is wrong with the target, or with a file that describes it.
std::optional<Session> openSession(const Options &options, llvm::StringRef programPath,
                                   linkcheck::Diagnostics &diags);

} // namespace cratec
