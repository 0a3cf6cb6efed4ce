//===- Process.cpp - runs another program -------------------------*- C++ -*-===//

#include "driver/Process.h"

#include "driver/Signals.h"
#include "driver/TemporaryFiles.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Program.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {

namespace {

std::string readOutput(const std::string &path) {
  auto text = llvm::MemoryBuffer::getFile(path);
  return text ? (*text)->getBuffer().str()
              : "its messages cannot be read: " + text.getError().message();
}

} // namespace

ProcessResult runProcess(StringRef program, llvm::ArrayRef<std::string> arguments,
                         StandardOutput output) {
  ProcessResult result;
  CollectingConsumer collected;
  Diagnostics diags(collected);
  TemporaryFiles files("");
  std::optional<std::string> errors = files.create("cratec-process", "txt", diags);
  std::optional<std::string> answers = "";
  if (errors && output == StandardOutput::Kept)
    answers = files.create("cratec-process", "txt", diags);
  if (!errors || !answers) {
    result.exitCode = -1;
    result.failure = collected.diagnostics.front().message;
    return result;
  }
  std::vector<StringRef> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::optional<StringRef> redirects[] = {StringRef(""), StringRef(*answers), StringRef(*errors)};
  bool failed = false;
  llvm::sys::ProcessInfo child =
      llvm::sys::ExecuteNoWait(program, words, /*Env=*/std::nullopt, redirects,
                               /*MemoryLimit=*/0, &result.failure, &failed);
  if (failed) {
    result.exitCode = -1;
    return result;
  }
  setRunningChild(child.Pid);
  result.exitCode =
      llvm::sys::Wait(child, /*SecondsToWait=*/std::nullopt, &result.failure).ReturnCode;
  setRunningChild(0);
  result.errorOutput = readOutput(*errors);
  if (output == StandardOutput::Kept)
    result.output = readOutput(*answers);
  return result;
}

} // namespace cratec
