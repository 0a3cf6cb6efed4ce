//===- main.cpp - cratec -------------------------------------------*- C++ -*-===//

#include "driver/Driver.h"

#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/FileSystem.h>

#include <cstdlib>

namespace {

/// LLVM reports what it cannot recover from here. It is our fault or LLVM's, and
/// ends the process: nothing after it can be relied on.
void reportFatalError(void *, const char *reason, bool) {
  llvm::errs() << "error: internal error: " << reason
               << "\n\n  = note: this is a bug in cratec; please report it with the command line "
                  "and the inputs\n  = help: run again with `-C save-temps -v` to keep the "
                  "intermediate files\n";
  std::_Exit(cratec::exitInternalError);
}

} // namespace

int main(int argc, char **argv) {
  llvm::install_fatal_error_handler(reportFatalError);
  static int anchor; // any address of this program tells where its file is
  std::string program = llvm::sys::fs::getMainExecutable(argv[0], &anchor);
  return cratec::runDriver(std::vector<std::string>(argv + 1, argv + argc), program, llvm::outs(),
                           llvm::errs());
}
