//===- CrashGuard.h - survives LLVM's crashes on bad input ---------*- C++ -*-===//
//
// LLVM and lld trust much of what they read: a damaged module or object can make
// them follow wild pointers, abort, or call report_fatal_error(), wherever they
// stand. None of this may take the run down without a word, so such work is done
// inside a guard.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>

#include <optional>
#include <string>

namespace cratec {

/// Runs `work`. Nothing when it came to its end, else in a few words what
/// stopped it. What `work` was changing then is in no state to be used or even
/// destroyed: the caller leaves it alone for the rest of the process.
std::optional<std::string> runGuarded(llvm::function_ref<void()> work);

/// For the process's fatal error handler: inside a guard, or where lld guards
/// itself, it leaves the work with `reason` and does not return; outside it returns.
void leaveGuard(const char *reason);

/// The reason of the last leaveGuard(), once; empty when there was none.
std::string takeFatalReason();

} // namespace cratec
