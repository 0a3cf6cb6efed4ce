//===- Processors.cpp - what LLVM knows of a target's processors ---*- C++ -*-===//

#include "driver/codegen/Processors.h"

#include "driver/codegen/CodeGenerator.h"

#include <fmt/format.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/TargetParser/Host.h>

namespace cratec {
namespace {

std::unique_ptr<llvm::MCSubtargetInfo> subtargetOf(const TargetSpec &spec) {
  registerTargets();
  std::string reason;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(spec.triple, reason);
  if (!target)
    return nullptr;
  return std::unique_ptr<llvm::MCSubtargetInfo>(
      target->createMCSubtargetInfo(spec.triple, spec.cpu, spec.features));
}

} // namespace

std::string printProcessors(const TargetSpec &spec) {
  std::string text = "Available CPUs for this target:\n";
  if (spec.triple == hostTarget().triple)
    text += fmt::format("    {:<24} - Select the CPU of the current host (currently {}).\n",
                        "native", llvm::sys::getHostCPUName().str());
  if (std::unique_ptr<llvm::MCSubtargetInfo> subtarget = subtargetOf(spec))
    for (const llvm::SubtargetSubTypeKV &row : subtarget->getAllProcessorDescriptions())
      text += spec.cpu == row.Key
                  ? fmt::format("    {:<24} - This is the default target CPU.\n", row.Key)
                  : fmt::format("    {}\n", row.Key);
  return text;
}

std::string printProcessorFeatures(const TargetSpec &spec) {
  std::string text = "Available features for this target:\n";
  if (std::unique_ptr<llvm::MCSubtargetInfo> subtarget = subtargetOf(spec))
    for (const llvm::SubtargetFeatureKV &row : subtarget->getAllProcessorFeatures())
      text += fmt::format("    {:<32} - {}.\n", row.Key, row.Desc);
  return text + "\nUse +feature to enable a feature, or -feature to disable it.\n";
}

} // namespace cratec
