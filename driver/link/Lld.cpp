//===- Lld.cpp - runs lld in this process ---------------------------------===//

#include "driver/link/Lld.h"

#include <lld/Common/CommonLinkerContext.h>
#include <lld/Common/Driver.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/raw_ostream.h>

#include <vector>

LLD_HAS_DRIVER(elf)

using namespace cratec;

LldOutcome cratec::runLld(llvm::ArrayRef<std::string> arguments) {
  // Without it a corrupt object makes lld leave the process at once, and what
  // it said is lost.
  llvm::CrashRecoveryContext::Enable();
  std::vector<const char *> argv = {"ld.lld"};
  for (const std::string &argument : arguments)
    argv.push_back(argument.c_str());

  LldOutcome outcome;
  llvm::raw_string_ostream output(outcome.output);
  llvm::raw_string_ostream messages(outcome.messages);
  const lld::DriverDef drivers[] = {{lld::Gnu, &lld::elf::link}};
  lld::Result result = lld::lldMain(argv, output, messages, drivers);
  outcome.success = result.retCode == 0;
  // Where lld gives up on a damaged input it leaves by a jump, and answers that
  // it cannot run again: it only has not released its memory. Next time it does
  // so first. A signal has another return code.
  outcome.crashed = !result.canRunAgain && result.retCode != 1;
  if (!result.canRunAgain && !outcome.crashed)
    lld::CommonLinkerContext::destroy();
  return outcome;
}
