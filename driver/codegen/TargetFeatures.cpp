//===- TargetFeatures.cpp - a processor's features, by rustc's names -------===//

#include "driver/codegen/TargetFeatures.h"

#include "driver/codegen/CodeGenerator.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>

namespace cratec {
namespace {

struct FeatureRow {
  llvm::StringLiteral arch;
  llvm::StringLiteral name; ///< rustc's
  llvm::StringLiteral llvm; ///< LLVM's
};

constexpr FeatureRow rows[] = {
    {"aarch64", "aes", "aes"},
    {"aarch64", "bf16", "bf16"},
    {"aarch64", "crc", "crc"},
    {"aarch64", "dotprod", "dotprod"},
    {"aarch64", "dpb", "ccpp"},
    {"aarch64", "fcma", "complxnum"},
    {"aarch64", "fhm", "fp16fml"},
    {"aarch64", "fp16", "fullfp16"},
    {"aarch64", "i8mm", "i8mm"},
    {"aarch64", "jsconv", "jsconv"},
    {"aarch64", "lse", "lse"},
    {"aarch64", "neon", "neon"},
    {"aarch64", "rcpc", "rcpc"},
    {"aarch64", "rdm", "rdm"},
    {"aarch64", "sha2", "sha2"},
    {"aarch64", "sha3", "sha3"},
    {"aarch64", "sve", "sve"},
    {"aarch64", "sve2", "sve2"},
    {"riscv64", "a", "a"},
    {"riscv64", "c", "c"},
    {"riscv64", "d", "d"},
    {"riscv64", "f", "f"},
    {"riscv64", "m", "m"},
    {"riscv64", "v", "v"},
    {"riscv64", "zba", "zba"},
    {"riscv64", "zbb", "zbb"},
    {"riscv64", "zbc", "zbc"},
    {"riscv64", "zbs", "zbs"},
    {"x86_64", "adx", "adx"},
    {"x86_64", "aes", "aes"},
    {"x86_64", "avx", "avx"},
    {"x86_64", "avx2", "avx2"},
    {"x86_64", "avx512bw", "avx512bw"},
    {"x86_64", "avx512cd", "avx512cd"},
    {"x86_64", "avx512dq", "avx512dq"},
    {"x86_64", "avx512f", "avx512f"},
    {"x86_64", "avx512vl", "avx512vl"},
    {"x86_64", "bmi1", "bmi"},
    {"x86_64", "bmi2", "bmi2"},
    {"x86_64", "cmpxchg16b", "cx16"},
    {"x86_64", "f16c", "f16c"},
    {"x86_64", "fma", "fma"},
    {"x86_64", "fxsr", "fxsr"},
    {"x86_64", "gfni", "gfni"},
    {"x86_64", "lzcnt", "lzcnt"},
    {"x86_64", "movbe", "movbe"},
    {"x86_64", "pclmulqdq", "pclmul"},
    {"x86_64", "popcnt", "popcnt"},
    {"x86_64", "rdrand", "rdrnd"},
    {"x86_64", "rdseed", "rdseed"},
    {"x86_64", "sha", "sha"},
    {"x86_64", "sse", "sse"},
    {"x86_64", "sse2", "sse2"},
    {"x86_64", "sse3", "sse3"},
    {"x86_64", "sse4.1", "sse4.1"},
    {"x86_64", "sse4.2", "sse4.2"},
    {"x86_64", "sse4a", "sse4a"},
    {"x86_64", "ssse3", "ssse3"},
    {"x86_64", "vaes", "vaes"},
    {"x86_64", "vpclmulqdq", "vpclmulqdq"},
    {"x86_64", "xsave", "xsave"},
    {"x86_64", "xsavec", "xsavec"},
    {"x86_64", "xsaveopt", "xsaveopt"},
    {"x86_64", "xsaves", "xsaves"},
};

} // namespace

llvm::StringRef llvmFeature(const TargetSpec &target, llvm::StringRef name) {
  for (const FeatureRow &row : rows)
    if (row.arch == target.arch && row.name == name)
      return row.llvm;
  return name;
}

std::vector<std::string> enabledFeatures(const TargetSpec &target) {
  registerTargets();
  std::string reason;
  const llvm::Target *found = llvm::TargetRegistry::lookupTarget(target.triple, reason);
  if (!found)
    return {};
  std::unique_ptr<llvm::MCSubtargetInfo> none(found->createMCSubtargetInfo(target.triple, "", ""));
  if (!none || !none->isCPUStringValid(target.cpu))
    return {}; // checkTarget() says so
  std::unique_ptr<llvm::MCSubtargetInfo> subtarget(found->createMCSubtargetInfo(
      target.triple, target.cpu, knownFeatures(target.features, *none)));
  std::vector<std::string> names;
  for (const FeatureRow &row : rows)
    if (row.arch == target.arch && subtarget->checkFeatures(("+" + row.llvm).str()))
      names.push_back(row.name.str());
  return names;
}

} // namespace cratec
