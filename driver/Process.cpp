//===- Process.cpp - runs another program -------------------------*- C++ -*-===//

#include "driver/Process.h"

#include "driver/TemporaryFiles.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>
#include <llvm/Support/Signals.h>

#include <csignal>
#include <sys/wait.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// The running child, for the handler below; 0: none. A signal handler can only
/// reach what is global.
volatile std::sig_atomic_t runningChild = 0;

/// This process was told to end: so must the child, which may have no end of its
/// own, and whose temporary files would stay. LLVM has removed ours and restored
/// the default action when this is called. Only async-signal-safe calls.
void endWithChild() {
  if (runningChild != 0) {
    kill(runningChild, SIGTERM);
    waitpid(runningChild, nullptr, 0);
  }
  raise(SIGTERM);
}

} // namespace

ProcessResult runProcess(StringRef program, llvm::ArrayRef<std::string> arguments) {
  ProcessResult result;
  CollectingConsumer collected;
  Diagnostics diags(collected);
  TemporaryFiles files("");
  std::optional<std::string> errors = files.create("cratec-process", "txt", diags);
  if (!errors) {
    result.exitCode = -1;
    result.failure = collected.diagnostics.front().message;
    return result;
  }
  std::vector<StringRef> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::optional<StringRef> redirects[] = {StringRef(""), StringRef(""), StringRef(*errors)};
  llvm::sys::SetInterruptFunction(endWithChild);
  bool failed = false;
  llvm::sys::ProcessInfo child =
      llvm::sys::ExecuteNoWait(program, words, /*Env=*/std::nullopt, redirects,
                               /*MemoryLimit=*/0, &result.failure, &failed);
  if (failed) {
    result.exitCode = -1;
    return result;
  }
  runningChild = child.Pid;
  result.exitCode =
      llvm::sys::Wait(child, /*SecondsToWait=*/std::nullopt, &result.failure).ReturnCode;
  runningChild = 0;
  llvm::sys::SetInterruptFunction(nullptr);
  if (auto text = llvm::MemoryBuffer::getFile(*errors))
    result.errorOutput = (*text)->getBuffer().str();
  return result;
}

} // namespace cratec
