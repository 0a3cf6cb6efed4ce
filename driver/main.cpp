//===- main.cpp - cratec -------------------------------------------*- C++ -*-===//

#include "driver/CrashGuard.h"
#include "driver/Driver.h"
#include "driver/Heap.h"
#include "driver/Signals.h"

#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Signals.h>

#include <algorithm>
#include <cstdlib>

namespace {

/// LLVM reports what it cannot recover from here. Outside a guard it is our fault
/// or LLVM's, and ends the process: nothing after it can be relied on.
void reportFatalError(void *, const char *reason, bool) {
  cratec::leaveGuard(reason);
  llvm::sys::RunInterruptHandlers(); // removes the temporary files
  llvm::errs() << "error: internal error: " << reason
               << "\n\n  = note: this is a bug in cratec; please report it with the command line "
                  "and the inputs\n  = help: run again with `-C save-temps -v` to keep the "
                  "intermediate files\n";
  std::_Exit(cratec::exitInternalError);
}

/// An answer that could not be written (a full disk, a closed stream) is a failed
/// run; the stream must not find out by itself, when nobody can say so any more.
bool flush(llvm::raw_fd_ostream &out) {
  out.flush();
  bool good = !out.has_error();
  out.clear_error();
  return good;
}

} // namespace

int main(int argc, char **argv) {
  cratec::growHeapInLargeSteps();
  llvm::install_fatal_error_handler(reportFatalError);
  llvm::install_bad_alloc_error_handler(reportFatalError);
  cratec::endCleanlyOnSignals();
  static int anchor; // any address of this program tells where its file is
  std::string program = llvm::sys::fs::getMainExecutable(argv[0], &anchor);
  int exitCode = cratec::runDriver(std::vector<std::string>(argv + 1, argv + argc), program,
                                   llvm::outs(), llvm::errs());
  if (!flush(llvm::outs()) || !flush(llvm::errs()))
    exitCode = std::max(exitCode, cratec::exitInputAtFault);
  // Without destructors: what a guard left half made must not be destroyed, and
  // what is whole need not be.
  std::_Exit(exitCode);
}
