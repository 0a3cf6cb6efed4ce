//===- AllocatorRulesTest.cpp - R1 to R9, R12 and R13 ---------------------===//
//
// For each rule a graph for which it holds and, where a user can break it, one
// for which it does not. What a user cannot break is in
// AllocatorVerificationTest.cpp.
//
//===----------------------------------------------------------------------===//

#include "GraphFixture.h"

using namespace linkcheck;
using How = AllocatorChoice::How;

namespace {

class AllocatorRulesTest : public GraphFixture {
protected:
  TestCrate jemalloc = TestCrate("alloc_jemalloc").allocator();
  TestCrate system = TestCrate("alloc_system").allocator();
  TestCrate allocA = TestCrate("alloc_a").allocator();
  TestCrate allocB = TestCrate("alloc_b").allocator();
  TestCrate alloc = TestCrate("alloc").consumer();

  /// The two defaults and the consumer, as a sysroot has them.
  void writeSysroot() {
    folder.write(jemalloc);
    folder.write(system);
    folder.write(alloc);
  }
  static constexpr CrateType finalTypes[] = {CrateType::Executable, CrateType::Dylib,
                                             CrateType::Cdylib, CrateType::Staticlib};
};

TEST_F(AllocatorRulesTest, r1FinalArtifactWithAConsumerGetsOneAllocator) {
  writeSysroot();
  uses("alloc");
  for (CrateType type : finalTypes) {
    std::optional<ArtifactResolution> resolution = resolve(request(type));
    ASSERT_TRUE(resolution) << said();
    EXPECT_EQ(resolution->allocator.how, How::Injected);
    EXPECT_EQ(resolution->allocator.consumer, CrateIndex(1));
    EXPECT_EQ(resolution->linkage[*resolution->allocator.crate], Linkage::Static);
  }
  EXPECT_EQ(said(), "");
}

TEST_F(AllocatorRulesTest, r1NoAllocatorCanBeFound) {
  folder.write(alloc);
  uses("alloc");
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(said(),
            "error[A01]: no allocator can be found for this executable, but `alloc` needs one\n"
            "  at main.c:1:1: this brings in `alloc`\n"
            "  note: `alloc` comes in by main (main.c:1) -> alloc\n"
            "  note: R1: a final artifact that contains a consumer is linked with exactly one "
            "allocator\n"
            "  note: R6: the target's `exe_allocation_crate` is `alloc_jemalloc`, which is not in "
            "the search paths\n"
            "  note: the fallback `alloc_system` is not there either\n"
            "  note: searched in: DIR\n"
            "  help: add the folder that holds an allocator crate with `-L FOLDER`, and choose "
            "the crate with `--allocator NAME`\n");
}

TEST_F(AllocatorRulesTest, r1LocalConsumerCounts) {
  local.needsAllocator = true;
  EXPECT_FALSE(resolve(request(CrateType::Cdylib)));
  expectSaid("error[A01]: no allocator can be found for this cdylib, but `main` needs one\n"
             "  note: `main` is the crate being compiled, and is tagged #![needs_allocator]\n");
  writeSysroot();
  useFolders({{SearchPath::Kind::All, folder.path()}});
  EXPECT_TRUE(resolve(request(CrateType::Cdylib)));
}

TEST_F(AllocatorRulesTest, r2OneExplicitAllocatorByTwoPathsIsOne) {
  TestCrate foo("foo");
  folder.write(allocA);
  folder.write(foo.needs(allocA));
  uses("alloc_a");
  uses("foo");
  for (CrateType type : finalTypes)
    EXPECT_EQ(resolve(request(type))->allocator.how, How::Explicit);
}

TEST_F(AllocatorRulesTest, r2TwoExplicitAllocators) {
  TestCrate foo("foo"), bar("bar");
  folder.write(allocA);
  folder.write(allocB);
  folder.write(foo.needs(allocA));
  folder.write(bar.needs(allocB));
  uses("foo");
  uses("bar");
  EXPECT_FALSE(resolve(request(CrateType::Rlib)));
  EXPECT_EQ(said(), "error[A02]: cannot link together two allocators: alloc_a and alloc_b\n"
                    "  at main.c:2:1: this brings in `alloc_b`\n"
                    "  at main.c:1:1: this brings in `alloc_a`\n"
                    "  note: `alloc_a` comes in by main (main.c:1) -> foo (foo.c:1) -> alloc_a\n"
                    "  note: `alloc_b` comes in by main (main.c:2) -> bar (bar.c:1) -> alloc_b\n"
                    "  help: keep one of the two: remove the dependency of `foo` on `alloc_a` "
                    "(foo.c:1), or remove the dependency of `bar` on `alloc_b` (bar.c:1)\n");
}

TEST_F(AllocatorRulesTest, r2ManyAreToldInPairsWithTheFirst) {
  folder.write(allocA);
  folder.write(allocB);
  folder.write(TestCrate("alloc_c").allocator());
  folder.write(TestCrate("alloc_a", "2").allocator(), "other");
  uses("alloc_b");
  uses("alloc_a");
  uses("alloc_c");
  local.dependencies.back().origin.by = DependencyOrigin::By::CommandLine;
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(headers(),
            (Headers{"error[A02]: cannot link together two allocators: alloc_b and alloc_a",
                     "error[A02]: cannot link together two allocators: alloc_b and alloc_c"}));
  expectSaid("note: `alloc_c` comes in by main (--extern) -> alloc_c\n");
  expectSaid("or compile `main` without `--extern alloc_c`\n");
}

TEST_F(AllocatorRulesTest, r2TwoVersionsOfOneName) {
  folder.write(allocA);
  uses("alloc_a");
  uses("other", {folder.write(TestCrate("alloc_a", "2").allocator(), "other")});
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  expectSaid("error[A02]: cannot link together two allocators: alloc_a and alloc_a\n");
  expectSaid("note: two crates have this name, with the hashes " + allocA.identity().hash);
}

TEST_F(AllocatorRulesTest, r2LocalAllocatorCounts) {
  folder.write(allocB);
  uses("alloc_b");
  local.allocator = true;
  EXPECT_FALSE(resolve(request(CrateType::Rlib)));
  expectSaid("error[A02]: cannot link together two allocators: main and alloc_b\n");
  expectSaid("note: `main` is the crate being compiled, and is tagged #![allocator]\n");
  expectSaid("help: keep one of the two: remove `#![allocator]` from `main`, or ");
}

class DylibAllocatorTest : public AllocatorRulesTest {
protected:
  TestCrate plug = TestCrate("plug").asDylib();
  /// A dylib that `allocB` was injected into.
  void writePlug() {
    plug.holds(allocB).holds(alloc).chose(allocB, Meaning::Injected);
    folder.write(plug);
  }
};

TEST_F(DylibAllocatorTest, r2WhatADylibContainsCounts) {
  writePlug();
  folder.write(allocA);
  uses("alloc_a");
  uses("plug");
  for (CrateType type : {CrateType::Executable, CrateType::Rlib}) {
    messages.diagnostics.clear();
    EXPECT_FALSE(resolve(request(type)));
    EXPECT_EQ(said(), "error[A02]: cannot link together two allocators: alloc_a and alloc_b\n"
                      "  at main.c:2:1: this brings in `alloc_b`\n"
                      "  at main.c:1:1: this brings in `alloc_a`\n"
                      "  note: `alloc_a` comes in by main (main.c:1) -> alloc_a\n"
                      "  note: `alloc_b` is inside the dylib `plug` (DIR/libplug.so), which comes "
                      "in by main (main.c:2) -> plug; it was injected into `plug` by R6\n"
                      "  help: keep one of the two: remove the dependency of `main` on `alloc_a` "
                      "(main.c:1), or compile the dylib `plug` again with `--allocator "
                      "alloc_a`\n");
  }
}

TEST_F(DylibAllocatorTest, r2DylibFormThatIsNotLinkedDoesNotCount) {
  writePlug();
  folder.write(TestCrate("plug"));
  folder.write(allocA);
  uses("alloc_a");
  uses("plug");
  EXPECT_TRUE(resolve(request(CrateType::Rlib))) << said();
  EXPECT_TRUE(resolve(request(CrateType::Executable))) << said();
  ArtifactRequest dynamic = request(CrateType::Executable);
  dynamic.preferDynamic = true;
  EXPECT_FALSE(resolve(dynamic));
  EXPECT_EQ(headers(),
            (Headers{"error[A02]: cannot link together two allocators: alloc_a and alloc_b"}));
}

TEST_F(DylibAllocatorTest, r2TwoDylibsWithTwoAllocators) {
  writePlug();
  folder.write(
      TestCrate("other").asDylib().needs(allocA).holds(allocA).chose(allocA, Meaning::Explicit));
  uses("plug");
  uses("other");
  // The explicit one is a node though its rlib is gone.
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(headers(),
            (Headers{"error[A02]: cannot link together two allocators: alloc_a and alloc_b"}));
}

TEST_F(AllocatorRulesTest, r3NoConsumerNoAllocator) {
  writeSysroot();
  folder.write(TestCrate("foo"));
  uses("foo");
  for (CrateType type : finalTypes) {
    std::optional<ArtifactResolution> resolution = resolve(request(type));
    ASSERT_TRUE(resolution) << said();
    EXPECT_EQ(resolution->allocator.how, How::None);
    EXPECT_EQ(resolution->allocator.rule, 3);
    EXPECT_FALSE(recordAllocator(*resolution, AllocatorForm::Host));
    EXPECT_EQ(printAllocatorChoice(*resolution, AllocatorForm::Host),
              "artifact: " + describe(type).str() +
                  "\nallocator: none\nchosen: none: no crate needs an allocator (R3)\n");
  }
}

TEST_F(AllocatorRulesTest, r4ExplicitAllocatorIsTaken) {
  TestCrate foo("foo");
  writeSysroot();
  folder.write(allocA);
  folder.write(foo.needs(allocA));
  uses("alloc");
  uses("foo");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.how, How::Explicit);
  EXPECT_EQ(resolution->allocator.rule, 4);
  std::optional<AllocatorRecord> record = recordAllocator(*resolution, AllocatorForm::Host);
  EXPECT_EQ(record->crate, allocA.identity());
  EXPECT_EQ(record->meaning, Meaning::Explicit);
  EXPECT_EQ(record->linkage, Linkage::Static);
  EXPECT_EQ(record->path, (std::vector<std::string>{"main", "foo", "alloc_a"}));
  EXPECT_EQ(printAllocatorChoice(*resolution, AllocatorForm::Host),
            "artifact: executable\n"
            "allocator: alloc_a\n"
            "chosen: explicit (R4)\n"
            "form: host\n"
            "path: main (main.c:2) -> foo (foo.c:1) -> alloc_a\n"
            "consumer: main (main.c:1) -> alloc\n");
}

TEST_F(AllocatorRulesTest, r4LocalAllocatorIsTaken) {
  local.allocator = true;
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.crate, localCrate);
  EXPECT_EQ(recordAllocator(*resolution, AllocatorForm::Host)->path,
            std::vector<std::string>{"main"});
}

TEST_F(DylibAllocatorTest, r4DylibAllocatorServes) {
  writeSysroot();
  writePlug();
  uses("plug");
  uses("alloc");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.how, How::InsideDylib);
  EXPECT_EQ(resolution->allocator.rule, 4);
  EXPECT_FALSE(resolution->allocator.crate);
  EXPECT_EQ(resolution->allocator.insideOf, CrateIndex(1));
  std::optional<AllocatorRecord> record = recordAllocator(*resolution, AllocatorForm::Guest);
  EXPECT_EQ(record->meaning, Meaning::Injected);
  EXPECT_EQ(record->linkage, Linkage::IncludedFromDylib);
  EXPECT_EQ(record->path, (std::vector<std::string>{"main", "plug", "alloc_b"}));
  EXPECT_EQ(printAllocatorChoice(*resolution, AllocatorForm::Guest),
            "artifact: executable\n"
            "allocator: alloc_b\n"
            "chosen: inside the dylib `plug` (R4)\n"
            "form: guest\n"
            "path: main (main.c:1) -> plug -> alloc_b\n"
            "consumer: main (main.c:2) -> alloc\n");
  // A record is only read where the allocator is in its table.
  std::vector<LinkedCrate> table = recordLinkage(resolution->graph, resolution->linkage);
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table[1].crate, allocB.identity());
  EXPECT_TRUE(table[1].allocator);
}

TEST_F(DylibAllocatorTest, r4ExplicitAllocatorInsideADylib) {
  folder.write(allocB);
  folder.write(plug.needs(allocB).holds(allocB).chose(allocB, Meaning::Explicit));
  uses("plug");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.how, How::InsideDylib);
  EXPECT_TRUE(resolution->allocator.crate);
  EXPECT_EQ(resolution->allocator.insideOf, CrateIndex(1));
  EXPECT_EQ(recordAllocator(*resolution, AllocatorForm::Guest)->meaning, Meaning::Explicit);
}

TEST_F(AllocatorRulesTest, r5RlibGetsNone) {
  writeSysroot();
  folder.write(allocA);
  uses("alloc");
  // Not even where one is asked for, nor where there is none at all.
  for (const char *named : {"alloc_a", "missing"}) {
    std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Rlib, named));
    ASSERT_TRUE(resolution) << said();
    EXPECT_EQ(resolution->allocator.how, How::None);
    EXPECT_EQ(resolution->allocator.rule, 5);
    EXPECT_EQ(resolution->graph.size(), 2u);
  }
  uses("alloc_a");
  EXPECT_EQ(resolve(request(CrateType::Rlib))->allocator.how, How::None);
}

TEST_F(AllocatorRulesTest, r6DefaultsOfTheTarget) {
  writeSysroot();
  uses("alloc");
  auto chosen = [&](CrateType type, bool preferDynamic) {
    ArtifactRequest wanted = request(type);
    wanted.preferDynamic = preferDynamic;
    return resolve(wanted)->allocator.identity.name;
  };
  EXPECT_EQ(chosen(CrateType::Executable, false), "alloc_jemalloc");
  EXPECT_EQ(chosen(CrateType::Dylib, false), "alloc_system");
  EXPECT_EQ(chosen(CrateType::Cdylib, false), "alloc_system");
  EXPECT_EQ(chosen(CrateType::Staticlib, false), "alloc_system");
  EXPECT_EQ(chosen(CrateType::Executable, true), "alloc_jemalloc");
  EXPECT_EQ(chosen(CrateType::Dylib, true), "alloc_jemalloc");
  EXPECT_EQ(chosen(CrateType::Cdylib, true), "alloc_system");
  EXPECT_EQ(printAllocatorChoice(*resolve(request(CrateType::Executable)), AllocatorForm::Host),
            "artifact: executable\n"
            "allocator: alloc_jemalloc\n"
            "chosen: injected by R6 (exe_allocation_crate)\n"
            "reason: the target some-target names alloc_jemalloc\n"
            "form: host\n"
            "path: main (injected by R6) -> alloc_jemalloc\n"
            "consumer: main (main.c:1) -> alloc\n");
}

TEST_F(AllocatorRulesTest, r6FallbackWithANote) {
  folder.write(system);
  folder.write(alloc);
  uses("alloc");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.missingDefault, "alloc_jemalloc");
  EXPECT_EQ(resolution->allocator.identity, system.identity());
  EXPECT_EQ(said(), "note: the default allocator `alloc_jemalloc` is not in the search paths; "
                    "`alloc_system` is linked instead\n");
}

TEST_F(AllocatorRulesTest, r6NamedAllocatorOverridesTheDefault) {
  writeSysroot();
  folder.write(allocA);
  uses("alloc");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable, "alloc_a"));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->allocator.identity, allocA.identity());
  EXPECT_EQ(printAllocatorChoice(*resolution, AllocatorForm::Host),
            "artifact: executable\n"
            "allocator: alloc_a\n"
            "chosen: injected by R6 (--allocator)\n"
            "form: host\n"
            "path: main (--allocator) -> alloc_a\n"
            "consumer: main (main.c:1) -> alloc\n");
}

TEST_F(AllocatorRulesTest, namedAllocatorWithAnExplicitOne) {
  writeSysroot();
  folder.write(allocA);
  uses("alloc_a");
  uses("alloc");
  EXPECT_EQ(resolve(request(CrateType::Executable, "alloc_a"))->allocator.how, How::Explicit);
  EXPECT_FALSE(resolve(request(CrateType::Executable, "alloc_system")));
  EXPECT_EQ(said(), "error[A02]: cannot link together two allocators: alloc_a and alloc_system\n"
                    "  at main.c:1:1: this brings in `alloc_a`\n"
                    "  note: `alloc_a` comes in by main (main.c:1) -> alloc_a\n"
                    "  note: `alloc_system` comes in by main (--allocator) -> alloc_system\n"
                    "  note: `--allocator` overrides the target's default, never an allocator "
                    "that is there\n"
                    "  help: keep one of the two: remove the dependency of `main` on `alloc_a` "
                    "(main.c:1), or leave out `--allocator alloc_system`\n");
}

TEST_F(AllocatorRulesTest, namedAllocatorUnderAnotherName) {
  writeSysroot();
  std::string path = folder.write(allocA, "file");
  uses("alloc");
  ArtifactRequest wanted = request(CrateType::Executable, "mine");
  wanted.allocatorPaths = {path};
  EXPECT_EQ(resolve(wanted)->allocator.identity, allocA.identity());
  uses("alloc_a", {path});
  EXPECT_EQ(resolve(wanted)->allocator.how, How::Explicit) << said();
}

TEST_F(AllocatorRulesTest, namedAllocatorThatIsMissing) {
  writeSysroot();
  uses("alloc");
  EXPECT_FALSE(resolve(request(CrateType::Executable, "alloc_z")));
  EXPECT_EQ(said(), "error[E0463]: can't find crate for `alloc_z`\n"
                    "  note: `alloc_z` was asked for with `--allocator alloc_z`\n"
                    "  help: searched in: DIR\n");
}

TEST_F(AllocatorRulesTest, r7InjectionIsRecordedAndBindsNobody) {
  writeSysroot();
  uses("alloc");
  std::optional<ArtifactResolution> bin = resolve(request(CrateType::Executable));
  ASSERT_TRUE(bin);
  EXPECT_EQ(bin->graph[localCrate].edges.back().meaning, Meaning::Injected);
  EXPECT_EQ(recordAllocator(*bin, AllocatorForm::Host)->meaning, Meaning::Injected);
  EXPECT_EQ(recordAllocator(*bin, AllocatorForm::Host)->rule, 6);
  // The same crates, another artifact, another choice.
  EXPECT_EQ(resolve(request(CrateType::Staticlib))->allocator.identity, system.identity());
}

TEST_F(AllocatorRulesTest, r8AllocatorMayDependOnOthers) {
  TestCrate libc("libc");
  folder.write(libc);
  folder.write(allocA.needs(libc));
  folder.write(alloc.needs(libc));
  uses("alloc_a");
  uses("alloc");
  EXPECT_TRUE(resolve(request(CrateType::Executable))) << said();
}

TEST_F(AllocatorRulesTest, r8LoadedAllocatorReachesAConsumer) {
  TestCrate foo("foo");
  folder.write(alloc);
  folder.write(foo.needs(alloc));
  folder.write(allocA.needs(foo));
  uses("alloc_a");
  EXPECT_FALSE(resolve(request(CrateType::Rlib)));
  EXPECT_EQ(said(),
            "error[A08]: the allocator crate `alloc_a` cannot depend on a crate that needs an "
            "allocator, but it depends on `alloc`\n"
            "  at main.c:1:1: this brings in `alloc_a`\n"
            "  note: `alloc_a` depends on it by alloc_a (alloc_a.c:1) -> foo (foo.c:1) -> alloc\n"
            "  note: `alloc_a` comes in by main (main.c:1) -> alloc_a\n"
            "  help: an allocator that allocates through itself never returns; take the "
            "dependency of `alloc_a` on `alloc` out of the chain\n");
}

TEST_F(AllocatorRulesTest, r8NamesTheNearestConsumer) {
  TestCrate far = TestCrate("far").consumer(), foo("foo"), bar("bar");
  folder.write(alloc);
  folder.write(far);
  folder.write(foo.needs(far));
  folder.write(bar.needs(far));
  folder.write(allocA.needs(foo).needs(alloc).needs(bar));
  uses("alloc_a");
  EXPECT_FALSE(resolve(request(CrateType::Rlib)));
  EXPECT_EQ(headers(), (Headers{"error[A08]: the allocator crate `alloc_a` cannot depend on a "
                                "crate that needs an allocator, but it depends on `alloc`"}));
}

TEST_F(AllocatorRulesTest, r8LocalAllocatorReachesAConsumer) {
  folder.write(alloc);
  uses("alloc");
  local.allocator = true;
  EXPECT_FALSE(resolve(request(CrateType::Rlib)));
  expectSaid("error[A08]: the allocator crate `main` cannot depend on a crate that needs an "
             "allocator, but it depends on `alloc`\n"
             "  at main.c:1:1: this leads to `alloc`\n"
             "  note: `main` depends on it by main (main.c:1) -> alloc\n");
}

TEST_F(AllocatorRulesTest, r8InjectedAllocatorReachesAConsumer) {
  folder.write(alloc);
  folder.write(jemalloc.needs(alloc));
  uses("alloc");
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(headers(), (Headers{"error[A08]: the allocator crate `alloc_jemalloc` cannot depend on "
                                "a crate that needs an allocator, but it depends on `alloc`"}));
  expectSaid("note: `alloc_jemalloc` comes in by main (injected by R6) -> alloc_jemalloc\n");
}

TEST_F(AllocatorRulesTest, r9DefaultThatIsNotTagged) {
  folder.write(alloc);
  folder.write(TestCrate("alloc_jemalloc"));
  uses("alloc");
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(said(), "error[A09]: the allocator crate `alloc_jemalloc` is not tagged with "
                    "#![allocator]\n"
                    "  note: it was chosen by R6, as the target's `exe_allocation_crate`\n"
                    "  note: crate `alloc_jemalloc`: DIR/liballoc_jemalloc.rlib\n"
                    "  help: tag the crate if it defines the five functions of an allocator, or "
                    "choose another one with `--allocator NAME`\n");
}

TEST_F(AllocatorRulesTest, r9NamedCrateThatIsNotTagged) {
  writeSysroot();
  folder.write(TestCrate("foo"));
  // Whether somebody needs it or not.
  EXPECT_FALSE(resolve(request(CrateType::Executable, "foo")));
  uses("alloc");
  uses("foo");
  EXPECT_FALSE(resolve(request(CrateType::Executable, "foo")));
  EXPECT_EQ(headers(),
            Headers(2, "error[A09]: the allocator crate `foo` is not tagged with #![allocator]"));
  expectSaid("note: it was chosen with `--allocator foo`\n");
}

TEST_F(AllocatorRulesTest, injectedAllocatorMayNotBringASecond) {
  folder.write(alloc);
  folder.write(allocB);
  folder.write(jemalloc.needs(allocB));
  uses("alloc");
  EXPECT_FALSE(resolve(request(CrateType::Executable)));
  EXPECT_EQ(
      headers(),
      (Headers{"error[A02]: cannot link together two allocators: alloc_jemalloc and alloc_b"}));
}

TEST_F(AllocatorRulesTest, r12InjectedAllocatorInADylibIsStaticOnce) {
  folder.write(alloc);
  folder.write(jemalloc.asDylib());
  uses("alloc");
  std::optional<ArtifactResolution> resolution = resolve(request(CrateType::Executable));
  ASSERT_TRUE(resolution) << said();
  EXPECT_EQ(resolution->linkage[*resolution->allocator.crate], Linkage::Dynamic);
  ArtifactRequest staticlib = request(CrateType::Staticlib, "alloc_jemalloc");
  EXPECT_FALSE(resolve(staticlib));
  EXPECT_EQ(headers(), (Headers{"error[L04]: crate `alloc_jemalloc` required to be available in "
                                "rlib format, but was not found in this form"}));
}

TEST_F(AllocatorRulesTest, r13LibraryThatChooses) {
  TestCrate foo("foo");
  folder.write(allocA);
  folder.write(foo.needs(allocA));
  uses("foo");
  lintAllocatorInLibrary(mustBuild(), CrateType::Rlib, diags);
  EXPECT_EQ(said(), "") << "foo was told, not main";
  uses("alloc_a");
  lintAllocatorInLibrary(mustBuild(), {CrateType::Executable, CrateType::Staticlib}, diags);
  EXPECT_EQ(said(), "") << "final artifacts may choose";
  CrateType types[] = {CrateType::Staticlib, CrateType::Rlib};
  lintAllocatorInLibrary(mustBuild(), types, diags);
  EXPECT_EQ(said(),
            "warning[A13]: this library chooses the allocator `alloc_a` for everybody downstream\n"
            "  at main.c:2:1: chosen here\n"
            "  note: the lint `allocator_in_library` is on by default (R13)\n"
            "  help: leave the choice to the final artifact: remove the dependency of `main` on "
            "`alloc_a`, or say that it is meant with `-A allocator_in_library`\n");
  EXPECT_FALSE(diags.hasErrors());
  local.allocator = true;
  messages.diagnostics.clear();
  lintAllocatorInLibrary(mustBuild(), types, diags);
  EXPECT_EQ(said(), "") << "an allocator crate is one";
}

TEST_F(AllocatorRulesTest, oneRunMayChooseTwice) {
  writeSysroot();
  uses("alloc");
  CrateGraph graph = mustBuild();
  ASSERT_TRUE(checkAllocatorGraph(graph, diags));
  EXPECT_EQ(
      resolveArtifact(graph, *store, request(CrateType::Executable), diags)->allocator.identity,
      jemalloc.identity());
  EXPECT_EQ(
      resolveArtifact(graph, *store, request(CrateType::Staticlib), diags)->allocator.identity,
      system.identity());
  EXPECT_EQ(graph.size(), 2u);
}

} // namespace
