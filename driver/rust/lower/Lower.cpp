//===- Lower.cpp - from MIR to an LLVM module ---------------------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/Verifier.h>
#include <llvm/Support/raw_ostream.h>

namespace cratec::rust {

namespace ir {

Unit::Unit(Items &items, BodySource source, const LowerOptions &options, llvm::LLVMContext &context)
    : items(items), types(items.types), defs(items.defs), report(items.report),
      source(std::move(source)), options(options), context(context),
      module(std::make_unique<llvm::Module>(items.defs.crates()[localCrateNumber].name, context)),
      layouts(items), mangler(items) {
  module->setTargetTriple(options.triple);
  if (!options.dataLayout.empty())
    module->setDataLayout(options.dataLayout);
  module->setSourceFileName(options.sourcePath);
  module->setModuleFlag(llvm::Module::Max, "PIC Level", 2);
  if (options.debugInfo)
    debug = std::make_unique<DebugInfo>(*this);
}

Unit::~Unit() = default;

bool Unit::finish() {
  for (llvm::GlobalVariable *variable : replaced)
    variable->eraseFromParent();
  replaced.clear();
  if (debug)
    debug->finish();
  if (report.diags.hasErrors()) // what could not be made left gaps
    return false;
  std::string fault;
  llvm::raw_string_ostream stream(fault);
  if (!llvm::verifyModule(*module, &stream))
    return true;
  report.diags
      .internalError("the LLVM module is not well formed: {}",
                     llvm::StringRef(fault).take_front(2000).str())
      .done();
  return false;
}

} // namespace ir

std::unique_ptr<llvm::Module> lowerCrate(Items &items, MirProvider &provider,
                                         const LowerOptions &options, llvm::LLVMContext &context) {
  ir::BodySource source{
      [&](DefId def) { return provider.get(def); },
      [&](const mir::Body &body, TypeList args) { return evaluate(body, args, provider, items); },
      [&](DefId def, TypeList args) { return evaluateConstant(def, args, provider, items); }};
  unsigned errors = items.report.diags.errorCount();
  ir::Unit unit(items, std::move(source), options, context);
  unit.lowerRoots();
  bool isGood = unit.finish();
  if (!isGood || items.report.diags.errorCount() != errors)
    return nullptr;
  return std::move(unit.module);
}

} // namespace cratec::rust
