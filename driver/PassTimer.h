//===- PassTimer.h - `-Z time-passes` -----------------------------*- C++ -*-===//

#pragma once

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

#include <chrono>

namespace cratec {

/// Writes how long each pass took, in milliseconds, when it is switched on.
class PassTimer {
public:
  /// `out` null: off.
  explicit PassTimer(llvm::raw_ostream *out) : out(out), last(Clock::now()) {}

  /// Ends the pass that ran since the last call (or construction).
  void finish(llvm::StringRef pass) {
    if (!out)
      return;
    Clock::time_point now = Clock::now();
    double milliseconds = std::chrono::duration<double, std::milli>(now - last).count();
    *out << fmt::format("time: {:8.3f} ms  {}\n", milliseconds, pass.str());
    last = now;
  }

private:
  using Clock = std::chrono::steady_clock;
  llvm::raw_ostream *out;
  Clock::time_point last;
};

} // namespace cratec
