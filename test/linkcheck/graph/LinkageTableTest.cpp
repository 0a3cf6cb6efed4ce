//===- LinkageTableTest.cpp - how each crate takes part -------------------===//

#include "GraphFixture.h"

using namespace linkcheck;

namespace {

using enum Linkage;

class LinkageTableTest : public GraphFixture {
protected:
  std::optional<LinkageTable> link(const CrateGraph &graph, CrateType type, bool dynamic = false) {
    std::optional<LinkageTable> table = computeLinkage(graph, type, dynamic, diags);
    if (table) {
      EXPECT_TRUE(verifyLinkage(graph, *table, type, diags)) << said();
    }
    return table;
  }
  static std::vector<Linkage> entries(const LinkageTable &table) {
    std::vector<Linkage> all;
    for (CrateIndex crate = 0; crate < table.size(); ++crate)
      all.push_back(table[crate]);
    return all;
  }
};

using Entries = std::vector<Linkage>;

TEST_F(LinkageTableTest, rlibLinksNothing) {
  folder.write(TestCrate("foo").asDylib());
  uses("foo");
  EXPECT_EQ(entries(*link(mustBuild(), CrateType::Rlib, true)), (Entries{Static, NotLinked}));
}

TEST_F(LinkageTableTest, staticlibNeedsRlibs) {
  folder.write(TestCrate("foo"));
  folder.write(TestCrate("bar").asDylib());
  uses("foo");
  uses("bar");
  EXPECT_FALSE(link(mustBuild(), CrateType::Staticlib));
  EXPECT_EQ(said(), "error[L04]: crate `bar` required to be available in rlib format, but was not "
                    "found in this form\n"
                    "  at main.c:2:1: this brings in `bar`\n"
                    "  note: a staticlib takes in every crate that it needs\n"
                    "  note: `bar` comes in by main (main.c:2) -> bar\n"
                    "  note: what was found: DIR/libbar.so\n"
                    "  help: compile `bar` with `--crate-type rlib`\n");
}

TEST_F(LinkageTableTest, allStaticWhereAllHaveRlibs) {
  folder.write(TestCrate("foo"));
  folder.write(TestCrate("foo").asDylib());
  uses("foo");
  CrateGraph graph = mustBuild();
  for (CrateType type :
       {CrateType::Executable, CrateType::Dylib, CrateType::Cdylib, CrateType::Staticlib})
    EXPECT_EQ(entries(*link(graph, type)), (Entries{Static, Static}));
  for (CrateType type : {CrateType::Executable, CrateType::Dylib, CrateType::Cdylib})
    EXPECT_EQ(entries(*link(graph, type, true)), (Entries{Static, Dynamic}));
  EXPECT_EQ(entries(*link(graph, CrateType::Staticlib, true)), (Entries{Static, Static}));
}

/// main -> left, right -> base, each of the three as an rlib, a dylib or both.
/// What a dylib takes in follows from what was there when it was made.
class LinkageDiamondTest : public LinkageTableTest, public testing::WithParamInterface<int> {
protected:
  enum Form { Rlib = 1, Dylib = 2 };
  static int form(int combination, int crate) {
    for (; crate > 0; --crate)
      combination /= 3;
    return combination % 3 + 1;
  }
};

TEST_P(LinkageDiamondTest, everyCombinationIsOneAnswer) {
  int base = form(GetParam(), 0), left = form(GetParam(), 1), right = form(GetParam(), 2);
  TestCrate bottom("base"), one("left"), two("right");
  one.needs(bottom);
  two.needs(bottom);
  // Compiled with prefer-dynamic: against the dylib where there is one.
  Linkage how = base & Dylib ? Dynamic : Static;
  auto write = [&](const TestCrate &crate, int forms, bool holdsBase) {
    if (forms & Rlib)
      folder.write(crate);
    if (forms & Dylib)
      folder.write(holdsBase ? crate.asDylib().holds(bottom, how) : crate.asDylib());
  };
  write(bottom, base, false);
  write(one, left, true);
  write(two, right, true);
  uses("left");
  uses("right");
  CrateGraph graph = mustBuild();
  ASSERT_EQ(graph.size(), 4u);

  for (bool preferDynamic : {false, true}) {
    messages.diagnostics.clear();
    std::optional<LinkageTable> table = link(graph, CrateType::Executable, preferDynamic);
    if ((base & left & right & Rlib) && !preferDynamic) {
      EXPECT_EQ(entries(*table), (Entries{Static, Static, Static, Static}));
      continue;
    }
    if (how == Static && (left & Dylib) && (right & Dylib)) {
      EXPECT_FALSE(table);
      expectSaid("error[L04]: cannot satisfy dependencies so `base` only shows up once\n"
                 "  at main.c:1:1: this brings in `base`\n"
                 "  note: `base` is inside the dylib `left` (DIR/libleft.so), which comes in by "
                 "main (main.c:1) -> left\n"
                 "  note: `base` is inside the dylib `right` (DIR/libright.so), which comes in by "
                 "main (main.c:2) -> right\n"
                 "  help: having upstream crates all available in one format will likely make "
                 "this go away\n");
      continue;
    }
    ASSERT_TRUE(table) << said();
    Linkage expectedBase = how == Dynamic                      ? Dynamic
                           : (left & Dylib) || (right & Dylib) ? IncludedFromDylib
                                                               : Static;
    EXPECT_EQ(entries(*table), (Entries{Static, left & Dylib ? Dynamic : Static,
                                        right & Dylib ? Dynamic : Static, expectedBase}));
  }
}

INSTANTIATE_TEST_SUITE_P(AllForms, LinkageDiamondTest, testing::Range(0, 27));

TEST_F(LinkageTableTest, dylibThatTookInACrateConflictsWithItsDylib) {
  TestCrate base("base"), plug("plug");
  folder.write(base);
  folder.write(base.asDylib());
  folder.write(plug.asDylib().needs(base).holds(base));
  uses("plug");
  EXPECT_FALSE(link(mustBuild(), CrateType::Executable));
  expectSaid("error[L04]: cannot satisfy dependencies so `base` only shows up once\n");
  expectSaid("note: `base` is linked as a dylib of its own\n");
}

TEST_F(LinkageTableTest, dylibThatIsNeededBesideAnother) {
  TestCrate base("base"), plug("plug");
  folder.write(base);
  folder.write(plug.asDylib().needs(base).holds(base, Dynamic));
  uses("plug");
  EXPECT_FALSE(link(mustBuild(), CrateType::Executable));
  EXPECT_EQ(headers(), (Headers{"error[L04]: crate `base` required to be available in dylib "
                                "format, but was not found in this form"}));
  expectSaid("note: the dylib `plug` was linked to the dylib of `base`\n");
}

TEST_F(LinkageTableTest, whatADylibSaysToBeInAnotherIsIncludedOnce) {
  TestCrate base("base"), middle("middle"), top("top");
  folder.write(base);
  folder.write(middle.asDylib().needs(base).holds(base));
  folder.write(top.asDylib()
                   .needs(middle)
                   .needs(base)
                   .holds(middle, Dynamic)
                   .holds(base, IncludedFromDylib));
  uses("top");
  CrateGraph graph = mustBuild();
  std::optional<LinkageTable> table = link(graph, CrateType::Executable);
  ASSERT_TRUE(table) << said();
  EXPECT_EQ(entries(*table), (Entries{Static, Dynamic, Dynamic, IncludedFromDylib}));
  std::vector<LinkedCrate> record = recordLinkage(graph, *table);
  ASSERT_EQ(record.size(), 3u);
  EXPECT_EQ(record[0].crate, base.identity());
  EXPECT_EQ(record[0].linkage, IncludedFromDylib);
}

/// An injected allocator that is a dylib is no node, and what it contains is told
/// by the dylib that needs it alone.
TEST_F(LinkageTableTest, whatIsInsideADylibThatIsNoNodeIsIncluded) {
  TestCrate libc("libc"), alloc("alloc_x"), plug("plug");
  folder.write(libc);
  alloc.allocator();
  folder.write(plug.asDylib()
                   .holds(alloc, Dynamic)
                   .holds(libc, IncludedFromDylib)
                   .chose(alloc, Meaning::Injected, Dynamic));
  uses("plug");
  uses("libc");
  CrateGraph graph = mustBuild();
  std::optional<LinkageTable> table = link(graph, CrateType::Executable);
  ASSERT_TRUE(table) << said();
  EXPECT_EQ(entries(*table), (Entries{Static, Dynamic, IncludedFromDylib}));
  EXPECT_EQ(recordLinkage(graph, *table).front().linkage, Dynamic);
}

TEST_F(LinkageTableTest, oneInjectedAllocatorInTwoDylibsShowsUpTwice) {
  TestCrate alloc("alloc_x");
  alloc.allocator();
  for (const char *name : {"left", "right"}) {
    folder.write(TestCrate(name).asDylib().holds(alloc).chose(alloc, Meaning::Injected));
    uses(name);
  }
  EXPECT_FALSE(link(mustBuild(), CrateType::Executable));
  EXPECT_EQ(headers(),
            (Headers{"error[L04]: cannot satisfy dependencies so `alloc_x` only shows up once"}));
}

TEST_F(LinkageTableTest, extensionLeavesWhatIsSettled) {
  TestCrate libc("libc"), alloc("alloc_x"), plug("plug");
  folder.write(libc);
  folder.write(alloc.allocator().needs(libc));
  folder.write(plug.asDylib().holds(libc));
  uses("plug");
  CrateGraph graph = mustBuild();
  std::optional<LinkageTable> table = link(graph, CrateType::Executable);
  CrateRequest wanted;
  wanted.name = "alloc_x";
  CrateGraph extended =
      *injectCrate(graph, wanted, {DependencyOrigin::By::Default, {}}, *store, diags);
  // Only what is explicit counts at first (rule 5).
  EXPECT_EQ(entries(*link(extended, CrateType::Executable)),
            (Entries{Static, Dynamic, NotLinked, NotLinked}));
  table = extendLinkage(*table, extended, CrateType::Executable, diags);
  ASSERT_TRUE(table) << said();
  // Its dependency is inside the dylib already, and must not come twice.
  EXPECT_EQ(entries(*table), (Entries{Static, Dynamic, Static, IncludedFromDylib}));
  EXPECT_TRUE(verifyLinkage(extended, *table, CrateType::Executable, diags)) << said();
  EXPECT_EQ(
      entries(*extendLinkage(LinkageTable({Static, NotLinked}), extended, CrateType::Rlib, diags)),
      (Entries{Static, NotLinked, NotLinked, NotLinked}));
}

TEST_F(LinkageTableTest, extensionOfAStaticlibNeedsAnRlib) {
  folder.write(TestCrate("alloc_x").allocator().asDylib());
  CrateGraph graph = mustBuild();
  CrateRequest wanted;
  wanted.name = "alloc_x";
  CrateGraph extended =
      *injectCrate(graph, wanted, {DependencyOrigin::By::Default, {}}, *store, diags);
  EXPECT_FALSE(extendLinkage(LinkageTable({Static}), extended, CrateType::Staticlib, diags));
  EXPECT_EQ(headers(), (Headers{"error[L04]: crate `alloc_x` required to be available in rlib "
                                "format, but was not found in this form"}));
  EXPECT_EQ(entries(*extendLinkage(LinkageTable({Static}), extended, CrateType::Executable, diags)),
            (Entries{Static, Dynamic}));
}

/// What the computation never yields is refused.
TEST_F(LinkageTableTest, verificationRefusesWrongTables) {
  TestCrate base("base"), plug("plug");
  folder.write(base);
  folder.write(plug.asDylib().needs(base).holds(base));
  uses("plug");
  CrateGraph graph = mustBuild();
  auto refuses = [&](Entries table, CrateType type, const std::string &message) {
    messages.diagnostics.clear();
    EXPECT_FALSE(verifyLinkage(graph, LinkageTable(std::move(table)), type, diags));
    expectSaid(message);
  };
  CrateType bin = CrateType::Executable;
  refuses({Static, Dynamic, Static}, bin,
          "cannot satisfy dependencies so `base` only shows up once");
  refuses({Static, Static, IncludedFromDylib}, bin,
          "crate `plug` required to be available in rlib format, but was not found in this form");
  refuses({Static, Static, IncludedFromDylib}, bin,
          "crate `base` counts as included, but no dylib that is linked contains it");
  refuses({Static, Dynamic, Dynamic}, bin,
          "crate `base` required to be available in dylib format, but was not found in this form");
  refuses({Static, Dynamic, NotLinked}, bin, "crate `base` is not linked, but `plug` depends on");
  refuses({Static, NotLinked, Static}, bin, "crate `plug` is not linked, but `main` depends on");
  refuses({Static, NotLinked, Static}, CrateType::Rlib, "crate `base` is linked into an rlib");
  refuses({Static, Dynamic, Static}, CrateType::Staticlib,
          "crate `plug` is not inside the staticlib");
  refuses({Static, Dynamic}, bin, "the linkage table has 2 entries for 3 crates");
  messages.diagnostics.clear();
  EXPECT_TRUE(verifyLinkage(graph, LinkageTable({Static, Dynamic, IncludedFromDylib}), bin, diags));
}

} // namespace
