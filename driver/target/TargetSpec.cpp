//===- TargetSpec.cpp - the built-in targets ------------------------------===//

#include "driver/target/TargetSpec.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec;

linkcheck::AllocatorDefaults TargetSpec::allocatorDefaults() const {
  return {exeAllocationCrate, libAllocationCrate, "alloc_system", name};
}

std::vector<std::pair<std::string, std::optional<std::string>>> TargetSpec::configuration() const {
  std::vector<std::pair<std::string, std::optional<std::string>>> entries = {
      {"target_arch", arch},
      {"target_endian", endian},
      {"target_env", env},
      {"target_os", os},
      {"target_pointer_width", std::to_string(pointerWidth)},
      {"target_vendor", vendor}};
  for (const std::string &family : families) {
    entries.emplace_back("target_family", family);
    // rustc has a word of its own for these two.
    if (family == "unix" || family == "windows")
      entries.emplace_back(family, std::nullopt);
  }
  if (crtStatic)
    entries.emplace_back("target_feature", "crt-static");
  llvm::sort(entries);
  return entries;
}

namespace {

/// What Linux targets differ in; makeTarget() knows what they have in common.
struct BuiltinRow {
  const char *arch;
  const char *env;
  const char *linkerEmulation;
  const char *dynamicLinker;
  const char *dataLayout; ///< LLVM's own for the target, a test compares
  const char *cpu;
  const char *features;
  const char *abi;
  const char *codeModel;
  const char *exeAllocationCrate;
  const char *libAllocationCrate;
};

// Design section 11, sorted by name. musl has no jemalloc, as in the old compiler.
constexpr BuiltinRow builtinRows[] = {
    {.arch = "aarch64",
     .env = "gnu",
     .linkerEmulation = "aarch64linux",
     .dynamicLinker = "/lib/ld-linux-aarch64.so.1",
     .dataLayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32",
     .cpu = "generic",
     .features = "",
     .abi = "",
     .codeModel = "",
     .exeAllocationCrate = "alloc_jemalloc",
     .libAllocationCrate = "alloc_system"},
    {.arch = "riscv64",
     .env = "gnu",
     .linkerEmulation = "elf64lriscv",
     .dynamicLinker = "/lib/ld-linux-riscv64-lp64d.so.1",
     .dataLayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128",
     .cpu = "generic-rv64",
     .features = "+m,+a,+f,+d,+c,+zicsr,+zifencei",
     .abi = "lp64d",
     .codeModel = "medium",
     .exeAllocationCrate = "alloc_jemalloc",
     .libAllocationCrate = "alloc_system"},
    {.arch = "x86_64",
     .env = "gnu",
     .linkerEmulation = "elf_x86_64",
     .dynamicLinker = "/lib64/ld-linux-x86-64.so.2",
     .dataLayout =
         "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
     .cpu = "x86-64",
     .features = "",
     .abi = "",
     .codeModel = "",
     .exeAllocationCrate = "alloc_jemalloc",
     .libAllocationCrate = "alloc_system"},
    {.arch = "x86_64",
     .env = "musl",
     .linkerEmulation = "elf_x86_64",
     .dynamicLinker = "/lib/ld-musl-x86_64.so.1",
     .dataLayout =
         "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
     .cpu = "x86-64",
     .features = "",
     .abi = "",
     .codeModel = "",
     .exeAllocationCrate = "alloc_system",
     .libAllocationCrate = "alloc_system"},
};

TargetSpec makeTarget(const BuiltinRow &row) {
  TargetSpec target;
  target.name = fmt::format("{}-unknown-linux-{}", row.arch, row.env);
  target.triple = target.name;
  target.arch = row.arch;
  target.env = row.env;
  target.families = {"unix"};
  target.linkerEmulation = row.linkerEmulation;
  target.dynamicLinker = row.dynamicLinker;
  target.multiarch = fmt::format("{}-linux-{}", row.arch, row.env);
  target.dataLayout = row.dataLayout;
  target.cpu = row.cpu;
  target.features = row.features;
  target.abi = row.abi;
  target.codeModel = row.codeModel;
  target.exeAllocationCrate = row.exeAllocationCrate;
  target.libAllocationCrate = row.libAllocationCrate;
  target.dynamicLinking = true;
  target.positionIndependentExecutables = true;
  target.crtStatic = target.isMusl();
  target.crtStaticRespected = true;
  return target;
}

} // namespace

llvm::ArrayRef<TargetSpec> cratec::builtinTargets() {
  static const std::vector<TargetSpec> table = [] {
    std::vector<TargetSpec> targets;
    for (const BuiltinRow &row : builtinRows)
      targets.push_back(makeTarget(row));
    return targets;
  }();
  return table;
}

const TargetSpec *cratec::findTarget(llvm::StringRef name) {
  auto targets = builtinTargets();
  const auto *row =
      llvm::find_if(targets, [&](const TargetSpec &target) { return name == target.name; });
  return row == targets.end() ? nullptr : row;
}

const TargetSpec &cratec::hostTarget() {
#if defined(__x86_64__) && defined(__GLIBC__)
  constexpr llvm::StringLiteral triple = "x86_64-unknown-linux-gnu";
#elif defined(__x86_64__)
  constexpr llvm::StringLiteral triple = "x86_64-unknown-linux-musl";
#elif defined(__aarch64__)
  constexpr llvm::StringLiteral triple = "aarch64-unknown-linux-gnu";
#elif defined(__riscv) && __riscv_xlen == 64
  constexpr llvm::StringLiteral triple = "riscv64-unknown-linux-gnu";
#else
#error "add a row for this host to builtinTargets()"
#endif
  return *findTarget(triple);
}
