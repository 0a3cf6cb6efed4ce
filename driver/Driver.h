//===- Driver.h - one run of the compiler -------------------------*- C++ -*-===//

#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

#include <string>
#include <vector>

namespace cratec {

/// Exit codes, rustc's.
inline constexpr int exitDone = 0;
inline constexpr int exitInputAtFault = 1;
inline constexpr int exitInternalError = 101;
/// Of `--test`, as rustdoc's.
inline constexpr int exitTestsFailed = 101;

/// Runs cratec with `arguments` (without the program's name). `programPath` is
/// the running executable's, links resolved; answers go to `out`, diagnostics to
/// `errors`. Returns the exit code.
int runDriver(std::vector<std::string> arguments, llvm::StringRef programPath,
              llvm::raw_ostream &out, llvm::raw_ostream &errors);

} // namespace cratec
