//===- TargetSpec.cpp - the built-in targets ------------------------------===//

#include "driver/target/TargetSpec.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/TargetParser/Triple.h>

using namespace cratec;

linkcheck::AllocatorDefaults TargetSpec::allocatorDefaults() const {
  return {exeAllocationCrate, libAllocationCrate, "alloc_system"};
}

std::vector<std::pair<std::string, std::optional<std::string>>> TargetSpec::configuration() const {
  llvm::Triple parts(triple);
  bool is64Bit = parts.isArch64Bit();
  return {{"unix", std::nullopt},
          {"target_arch", llvm::Triple::getArchTypeName(parts.getArch()).str()},
          {"target_endian", parts.isLittleEndian() ? "little" : "big"},
          {"target_env", parts.isMusl() ? "musl" : "gnu"},
          {"target_family", "unix"},
          {"target_os", "linux"},
          {"target_pointer_width", is64Bit ? "64" : "32"},
          {"target_vendor", "unknown"}};
}

// Design section 11. musl has no jemalloc, as in the old compiler.
llvm::ArrayRef<TargetSpec> cratec::builtinTargets() {
  static const TargetSpec table[] = {
      {.triple = "aarch64-unknown-linux-gnu",
       .linkerEmulation = "aarch64linux",
       .dynamicLinker = "/lib/ld-linux-aarch64.so.1",
       .multiarch = "aarch64-linux-gnu",
       .cpu = "generic",
       .features = "",
       .abi = "",
       .exeAllocationCrate = "alloc_jemalloc",
       .libAllocationCrate = "alloc_system",
       .crtStatic = false},
      {.triple = "riscv64-unknown-linux-gnu",
       .linkerEmulation = "elf64lriscv",
       .dynamicLinker = "/lib/ld-linux-riscv64-lp64d.so.1",
       .multiarch = "riscv64-linux-gnu",
       .cpu = "generic-rv64",
       .features = "+m,+a,+f,+d,+c,+zicsr,+zifencei",
       .abi = "lp64d",
       .exeAllocationCrate = "alloc_jemalloc",
       .libAllocationCrate = "alloc_system",
       .crtStatic = false},
      {.triple = "x86_64-unknown-linux-gnu",
       .linkerEmulation = "elf_x86_64",
       .dynamicLinker = "/lib64/ld-linux-x86-64.so.2",
       .multiarch = "x86_64-linux-gnu",
       .cpu = "x86-64",
       .features = "",
       .abi = "",
       .exeAllocationCrate = "alloc_jemalloc",
       .libAllocationCrate = "alloc_system",
       .crtStatic = false},
      {.triple = "x86_64-unknown-linux-musl",
       .linkerEmulation = "elf_x86_64",
       .dynamicLinker = "/lib/ld-musl-x86_64.so.1",
       .multiarch = "x86_64-linux-musl",
       .cpu = "x86-64",
       .features = "",
       .abi = "",
       .exeAllocationCrate = "alloc_system",
       .libAllocationCrate = "alloc_system",
       .crtStatic = true},
  };
  return table;
}

const TargetSpec *cratec::findTarget(llvm::StringRef triple) {
  auto targets = builtinTargets();
  const auto *row =
      llvm::find_if(targets, [&](const TargetSpec &target) { return triple == target.triple; });
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
