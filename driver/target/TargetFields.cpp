//===- TargetFields.cpp - the fields of a target's JSON file, a row each --===//

#include "driver/target/TargetFields.h"

namespace cratec {
namespace {

constexpr llvm::StringLiteral endians[] = {"little", "big"};
constexpr llvm::StringLiteral relocationModels[] = {"pic", "static"};
constexpr llvm::StringLiteral codeModels[] = {"tiny", "small", "kernel", "medium", "large"};
// Through a C compiler, then bare; rustc's names of 2017 and of today.
constexpr llvm::StringLiteral linkerFlavors[] = {"gcc",    "gnu-cc", "gnu-lld-cc", "ld",
                                                 "ld.lld", "gnu",    "gnu-lld"};

const TargetField fields[] = {
    {"arch", &TargetSpec::arch, true},
    {"code-model", &TargetSpec::codeModel, false, codeModels},
    {"cpu", &TargetSpec::cpu},
    {"crt-static-allows-dylibs", &TargetSpec::crtStaticAllowsDylibs},
    {"crt-static-default", &TargetSpec::crtStatic},
    {"crt-static-respected", &TargetSpec::crtStaticRespected},
    {"data-layout", &TargetSpec::dataLayout, true},
    {"disable-redzone", &TargetSpec::disableRedzone},
    {"dynamic-linker", &TargetSpec::dynamicLinker},
    {"dynamic-linking", &TargetSpec::dynamicLinking},
    {"env", &TargetSpec::env},
    {"exe-allocation-crate", &TargetSpec::exeAllocationCrate},
    {"executables", &TargetSpec::executables},
    {"features", &TargetSpec::features},
    {"lib-allocation-crate", &TargetSpec::libAllocationCrate},
    {"linker-flavor", &TargetSpec::linkerFlavor, false, linkerFlavors},
    {"llvm-abiname", &TargetSpec::abi},
    {"llvm-target", &TargetSpec::triple, true},
    {"os", &TargetSpec::os, true},
    {"position-independent-executables", &TargetSpec::positionIndependentExecutables},
    {"relocation-model", &TargetSpec::relocationModel, false, relocationModels},
    {"target-endian", &TargetSpec::endian, true, endians},
    {"vendor", &TargetSpec::vendor},
};

constexpr TargetArgumentsField argumentsFields[] = {
    {"late-link-args", &TargetSpec::lateLinkArguments},
    {"post-link-args", &TargetSpec::postLinkArguments},
    {"pre-link-args", &TargetSpec::preLinkArguments},
};

// What they decide is decided here in the same way for every target, is of other
// object formats, or is about parts of rustc that cratec has not got.
constexpr llvm::StringLiteral withoutEffect[] = {
    "archive-format",
    "atomic-cas",
    "crt-objects-fallback",
    "default-codegen-units",
    "default-uwtable",
    "eh-frame-header",
    "emit-debug-gdb-scripts",
    "frame-pointer",
    "function-sections",
    "has-elf-tls",
    "has-rpath",
    "has-thread-local",
    "host-os",
    "is-builtin",
    "link-self-contained",
    "linker",
    "linker-is-gnu",
    "lld-flavor",
    "llvm-mcount-intrinsic",
    "max-atomic-width",
    "merge-functions",
    "metadata",
    "min-atomic-width",
    "morestack",
    "no-default-libraries",
    "plt-by-default",
    "relro-level",
    "requires-uwtable",
    "split-debuginfo",
    "stack-probes",
    "supported-sanitizers",
    "supported-split-debuginfo",
    "supports-xray",
    "target-c-int-width",
    "target-mcount",
    "trap-unreachable",
};

} // namespace

llvm::ArrayRef<TargetField> targetFields() {
  return fields;
}
llvm::ArrayRef<TargetArgumentsField> targetArgumentsFields() {
  return argumentsFields;
}
llvm::ArrayRef<llvm::StringLiteral> fieldsWithoutEffect() {
  return withoutEffect;
}

} // namespace cratec
