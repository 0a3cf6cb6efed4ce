//===- TargetSpecTest.cpp - the table of targets --------------------------===//

#include "driver/target/TargetSpec.h"

#include <gtest/gtest.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/TargetParser/Triple.h>

using namespace cratec;

TEST(TargetSpec, RowsAreSortedAndFoundByTriple) {
  EXPECT_TRUE(llvm::is_sorted(builtinTargets(), [](const TargetSpec &a, const TargetSpec &b) {
    return a.triple < b.triple;
  }));
  for (const TargetSpec &target : builtinTargets())
    EXPECT_EQ(findTarget(target.triple), &target);
  EXPECT_EQ(findTarget("x86_64"), nullptr);
}

TEST(TargetSpec, EveryRowIsAnElfTargetThatLlvmKnows) {
  for (const TargetSpec &target : builtinTargets()) {
    llvm::Triple triple(target.triple);
    EXPECT_NE(triple.getArch(), llvm::Triple::UnknownArch) << target.triple;
    EXPECT_TRUE(triple.isOSBinFormatELF()) << target.triple;
    EXPECT_EQ(target.multiarch,
              (triple.getArchName() + "-" + triple.getOSAndEnvironmentName()).str());
  }
}

// Design section 11: no jemalloc on musl.
TEST(TargetSpec, DefaultsAreThoseOfTheOldCompiler) {
  for (const TargetSpec &target : builtinTargets()) {
    linkcheck::AllocatorDefaults defaults = target.allocatorDefaults();
    bool musl = llvm::Triple(target.triple).isMusl();
    EXPECT_EQ(defaults.executable, musl ? "alloc_system" : "alloc_jemalloc");
    EXPECT_EQ(defaults.library, "alloc_system");
    EXPECT_EQ(defaults.fallback, "alloc_system");
    EXPECT_EQ(target.crtStatic, musl);
  }
}

TEST(TargetSpec, TheHostIsABuiltinTarget) {
  EXPECT_EQ(findTarget(hostTarget().triple), &hostTarget());
}
