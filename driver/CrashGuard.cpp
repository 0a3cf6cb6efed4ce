//===- CrashGuard.cpp - survives LLVM's crashes on bad input -------*- C++ -*-===//

#include "driver/CrashGuard.h"

#include <llvm/Support/CrashRecoveryContext.h>

#include <utility>

namespace cratec {
namespace {

/// What the guarded work of this thread said last. Between threads there is
/// nothing to share, and the handler that sets it gets no context of ours.
thread_local std::string fatalReason;

} // namespace

std::optional<std::string> runGuarded(llvm::function_ref<void()> work) {
  llvm::CrashRecoveryContext::Enable();
  llvm::CrashRecoveryContext context;
  fatalReason.clear();
  if (context.RunSafely(work))
    return std::nullopt;
  std::string reason = takeFatalReason();
  return reason.empty() ? "LLVM crashed" : reason;
}

std::string takeFatalReason() {
  return std::exchange(fatalReason, "");
}

void leaveGuard(const char *reason) {
  llvm::CrashRecoveryContext *context = llvm::CrashRecoveryContext::GetCurrent();
  if (!context)
    return;
  fatalReason = reason;
  context->HandleExit(/*RetCode=*/1);
}

} // namespace cratec
