//===- Lld.cpp - runs lld in this process ---------------------------------===//

#include "driver/link/Lld.h"

#include "driver/CrashGuard.h"

#include <lld/Common/CommonLinkerContext.h>
#include <lld/Common/Driver.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/raw_ostream.h>

#include <vector>

LLD_HAS_DRIVER(elf)

// lld forgets one link before the next, but for these pointers to the symbols
// that it reserves. A relocatable link reserves none and so does not set them,
// yet looks at them: after another link it would follow them into released
// memory. The struct stands in lld/ELF/Symbols.h, which is not installed.
namespace lld::elf {
class Defined;
struct ElfSym {
  static Defined *bss, *etext1, *etext2, *edata1, *edata2, *end1, *end2;
  static Defined *globalOffsetTable, *riscvGlobalPointer, *relaIpltStart, *relaIpltEnd,
      *tlsModuleBase;
};
} // namespace lld::elf

using namespace cratec;

static void forgetReservedSymbols() {
  using Symbols = lld::elf::ElfSym;
  Symbols::bss = Symbols::etext1 = Symbols::etext2 = nullptr;
  Symbols::edata1 = Symbols::edata2 = Symbols::end1 = Symbols::end2 = nullptr;
  Symbols::globalOffsetTable = Symbols::riscvGlobalPointer = Symbols::tlsModuleBase = nullptr;
  Symbols::relaIpltStart = Symbols::relaIpltEnd = nullptr;
}

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
  forgetReservedSymbols();
  const lld::DriverDef drivers[] = {{lld::Gnu, &lld::elf::link}};
  lld::Result result = lld::lldMain(argv, output, messages, drivers);
  outcome.success = result.retCode == 0;
  // Where lld gives up on a damaged input it leaves by a jump, and answers that
  // it cannot run again: it only has not released its memory. Next time it does
  // so first. A signal has another return code.
  outcome.crashed = !result.canRunAgain && result.retCode != 1;
  if (std::string reason = takeFatalReason(); !reason.empty())
    messages << "ld.lld: error: " << reason << "\n";
  // It left things half made, and to destroy one of these may crash in turn: then
  // their memory stays taken.
  if (!result.canRunAgain && !outcome.crashed)
    (void)runGuarded([] { lld::CommonLinkerContext::destroy(); });
  return outcome;
}
