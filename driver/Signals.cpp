//===- Signals.cpp - ends a run that is told to -------------------*- C++ -*-===//

#include "driver/Signals.h"

#include <llvm/Support/Signals.h>

#include <csignal>
#include <sys/wait.h>

namespace cratec {
namespace {

/// A signal handler can only reach what is global.
volatile std::sig_atomic_t runningChild = 0;

/// Only async-signal-safe calls.
void endOnSignal(int signal) {
  if (runningChild != 0) {
    // It may have no end of its own, and temporary files to remove.
    kill(runningChild, SIGTERM);
    waitpid(runningChild, nullptr, 0);
  }
  llvm::sys::RunInterruptHandlers();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

} // namespace

void endCleanlyOnSignals() {
  // LLVM registers its own handlers once, at the first file it is told of; ours
  // must come after, or they would be replaced.
  llvm::sys::SetInterruptFunction(nullptr);
  for (int signal : {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM}) {
    struct sigaction action = {};
    action.sa_handler = endOnSignal;
    sigfillset(&action.sa_mask);
    // raise() in the handler must reach the process at once.
    sigdelset(&action.sa_mask, signal);
    action.sa_flags = SA_NODEFER;
    struct sigaction before = {};
    sigaction(signal, nullptr, &before);
    // Whoever started us with a signal ignored (nohup) means it.
    if (before.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);
  }
}

void setRunningChild(int processId) {
  runningChild = processId;
}

} // namespace cratec
