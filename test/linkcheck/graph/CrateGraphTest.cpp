//===- CrateGraphTest.cpp - the crates of one compilation -----------------===//

#include "GraphFixture.h"

#include <chrono>

using namespace linkcheck;

namespace {

class CrateGraphTest : public GraphFixture {
protected:
  static std::vector<std::string> names(const CrateGraph &graph) {
    std::vector<std::string> names;
    for (CrateIndex crate : graph.dependentsFirst())
      names.push_back(graph[crate].identity.name);
    return names;
  }
};

using Names = std::vector<std::string>;

TEST_F(CrateGraphTest, loadsEachCrateOnce) {
  TestCrate base("base"), left("left"), right("right");
  folder.write(base);
  folder.write(left.needs(base));
  folder.write(right.needs(base));
  uses("base");
  uses("left");
  uses("right");
  CrateGraph graph = mustBuild();
  EXPECT_EQ(graph.size(), 4u);
  EXPECT_EQ(names(graph), (Names{"main", "left", "right", "base"}));
  EXPECT_EQ(graph[localCrate].edges.size(), 3u);
  EXPECT_EQ(graph[graph[localCrate].edges[1].to].identity, left.identity());
  EXPECT_EQ(graph.find(base.identity()), CrateIndex(1));
  EXPECT_FALSE(graph.find({"base", testHash("other")}));
}

TEST_F(CrateGraphTest, twoCratesOfOneName) {
  TestCrate old("foo", "1"), recent("foo", "2"), user("user");
  folder.write(old, "libfoo-1.rlib");
  std::string path = folder.write(recent, "libfoo-2.rlib");
  folder.write(user.needs(old, "-1"));
  uses("foo", {path});
  uses("user");
  CrateGraph graph = mustBuild();
  EXPECT_EQ(graph.size(), 4u);
  EXPECT_EQ(graph[*graph.find(old.identity())].extraFilename, "-1");
}

TEST_F(CrateGraphTest, saysEveryMissingCrate) {
  TestCrate gone("gone"), foo("foo"), bar("bar");
  folder.write(foo.needs(gone));
  folder.write(bar.needs(gone).needs(TestCrate("lost")));
  uses("nowhere");
  uses("foo");
  uses("bar");
  EXPECT_FALSE(build());
  EXPECT_EQ(headers(), (Headers{"error[E0463]: can't find crate for `nowhere`",
                                "error[E0463]: can't find crate for `gone` which `foo` depends on",
                                "error[E0463]: can't find crate for `lost` which `bar` depends "
                                "on"}));
  EXPECT_EQ(messages.diagnostics[1].labels.front().at.toString(), "main.c:2:1");
}

TEST_F(CrateGraphTest, printsTheWholeCycle) {
  TestCrate a("a"), b("b"), c("c");
  a.needs(b);
  b.needs(c);
  c.needs(a);
  for (const TestCrate &crate : {a, b, c})
    folder.write(crate);
  uses("a");
  EXPECT_FALSE(build());
  EXPECT_EQ(said(), "error[C08]: crates depend on each other in a cycle: a -> b -> c -> a\n"
                    "  at main.c:1:1: the cycle is reached from here\n"
                    "  note: crate `a`: DIR/liba.rlib\n"
                    "  note: crate `b`: DIR/libb.rlib\n"
                    "  note: crate `c`: DIR/libc.rlib\n"
                    "  help: no compilation makes such records; compile these crates again\n");
}

TEST_F(CrateGraphTest, crateThatDependsOnItself) {
  TestCrate a("a"), entry("entry");
  folder.write(a.needs(TestCrate("a")));
  folder.write(entry.needs(a));
  uses("entry");
  EXPECT_FALSE(build());
  EXPECT_EQ(headers(), (Headers{"error[C08]: crates depend on each other in a cycle: a -> a"}));
}

TEST_F(CrateGraphTest, describesPaths) {
  TestCrate alloc("alloc_b"), foo("foo");
  folder.write(alloc.allocator());
  folder.write(foo.needs(alloc));
  uses("foo");
  local.dependencies.push_back({"alloc_b", {}, {DependencyOrigin::By::CommandLine, {}}});
  CrateGraph graph = mustBuild();
  CrateIndex target = *graph.find(alloc.identity());
  EXPECT_EQ(describePath(graph, localCrate, target), "main (--extern) -> alloc_b");
  EXPECT_EQ(describePath(graph, localCrate, localCrate), "main");
  EXPECT_TRUE(graph.path(target, localCrate).empty());
  local.dependencies.pop_back();
  graph = mustBuild();
  EXPECT_EQ(describePath(graph, localCrate, *graph.find(alloc.identity())),
            "main (main.c:1) -> foo (foo.c:1) -> alloc_b");
}

TEST_F(CrateGraphTest, injectsWithoutChangingTheGraph) {
  TestCrate base("base"), alloc("alloc_x");
  folder.write(base);
  folder.write(alloc.allocator().needs(base));
  uses("base");
  CrateGraph graph = mustBuild();
  CrateRequest request;
  request.name = "alloc_x";
  std::optional<CrateGraph> extended =
      injectCrate(graph, request, {DependencyOrigin::By::Default, {}}, *store, diags);
  ASSERT_TRUE(extended) << said();
  EXPECT_EQ(graph.size(), 2u);
  EXPECT_EQ(graph[localCrate].edges.size(), 1u);
  ASSERT_EQ(extended->size(), 3u);
  EXPECT_EQ((*extended)[1].identity, base.identity());
  EXPECT_EQ(describePath(*extended, localCrate, 2), "main (injected by R6) -> alloc_x");
}

TEST_F(CrateGraphTest, injectedDependenciesOfADylibAreNotLoaded) {
  TestCrate alloc("alloc_x"), plug("plug");
  alloc.allocator();
  TestCrate dylib = plug.asDylib();
  dylib.needs(alloc).holds(alloc).chose(alloc, Meaning::Injected);
  dylib.metadata.dependencies.front().meaning = Meaning::Injected;
  dylib.metadata.dependencies.front().origin = {DependencyOrigin::By::Default, {}};
  folder.write(dylib);
  uses("plug");
  CrateGraph graph = mustBuild();
  EXPECT_EQ(graph.size(), 2u);
  ASSERT_TRUE(graph[1].dylibAllocator);
  EXPECT_EQ(graph[1].dylibAllocator->crate, alloc.identity());
}

TEST_F(CrateGraphTest, lostRlibsInsideADylibAreKnownFromIt) {
  TestCrate deep("deep"), inside("inside"), beside("beside"), plug("plug");
  inside.allocator();
  folder.write(beside.asDylib());
  TestCrate dylib = plug.asDylib();
  folder.write(dylib.needs(inside).holds(inside).holds(deep).holds(beside, Linkage::Dynamic));
  uses("plug");
  CrateGraph graph = mustBuild();
  ASSERT_EQ(graph.size(), 4u);
  const CrateNode &lost = graph[*graph.find(inside.identity())];
  EXPECT_FALSE(lost.source.rlib || lost.source.dylib);
  EXPECT_TRUE(lost.allocator);
  EXPECT_FALSE(lost.needsAllocator);
  EXPECT_TRUE(graph.find(beside.identity()));
  std::optional<LinkageTable> table = computeLinkage(graph, CrateType::Executable, false, diags);
  ASSERT_TRUE(table) << said();
  EXPECT_EQ((*table)[*graph.find(inside.identity())], Linkage::IncludedFromDylib);
  EXPECT_EQ((*table)[*graph.find(beside.identity())], Linkage::Dynamic);
}

TEST_F(CrateGraphTest, printsTextAndDot) {
  TestCrate alloc("alloc_b"), foo("foo");
  folder.write(alloc.allocator());
  folder.write(foo.needs(alloc).consumer());
  folder.write(foo.asDylib().holds(alloc));
  uses("foo");
  CrateGraph graph = mustBuild();
  EXPECT_EQ(printCrateGraph(graph), "main [local]\n"
                                    "  -> foo#666f6f00 (main.c:1)\n"
                                    "foo#666f6f00 [rlib, dylib, consumer]\n"
                                    "  -> alloc_b#616c6c6f (foo.c:1)\n"
                                    "alloc_b#616c6c6f [rlib, allocator]\n");
  EXPECT_EQ(printCrateGraphAsDot(graph),
            "digraph crates {\n"
            "  node [shape=box];\n"
            "  n0 [label=\"main [local]\"];\n"
            "  n1 [label=\"foo#666f6f00 [rlib, dylib, consumer]\", peripheries=2];\n"
            "  n2 [label=\"alloc_b#616c6c6f [rlib, allocator]\", style=filled, "
            "fillcolor=lightblue];\n"
            "  n0 -> n1 [label=\"main.c:1\"];\n"
            "  n1 -> n2 [label=\"foo.c:1\"];\n"
            "}\n");
}

TEST_F(CrateGraphTest, longChainFromFiles) {
  std::optional<TestCrate> below;
  for (unsigned level = 5000; level-- > 0;) {
    TestCrate crate("c" + std::to_string(level));
    if (below)
      crate.needs(*below);
    folder.write(crate);
    below = crate;
  }
  uses("c0");
  CrateGraph graph = mustBuild();
  ASSERT_EQ(graph.size(), 5001u);
  EXPECT_EQ(graph.dependentsFirst().back(), 5000u);
  EXPECT_EQ(graph.path(localCrate, 5000).size(), 5000u);
  EXPECT_TRUE(checkAllocatorGraph(graph, diags));
  EXPECT_TRUE(computeLinkage(graph, CrateType::Executable, false, diags));
}

/// `levels` levels of two crates that both depend on both of the next level;
/// the number of paths doubles at each.
std::vector<CrateNode> makeLadder(unsigned levels) {
  std::vector<CrateNode> nodes(1 + 2 * levels);
  nodes[0].identity.name = "main";
  nodes[0].edges = {{1, Meaning::Explicit, {}}, {2, Meaning::Explicit, {}}};
  for (CrateIndex crate = 1; crate < nodes.size(); ++crate) {
    nodes[crate].identity = {"c" + std::to_string(crate), testHash(std::to_string(crate))};
    nodes[crate].source.rlib = "c.rlib";
    CrateIndex next = crate + (crate % 2 ? 2 : 1);
    if (next < nodes.size())
      nodes[crate].edges = {{next, Meaning::Explicit, {}}, {next + 1, Meaning::Explicit, {}}};
  }
  return nodes;
}

TEST_F(CrateGraphTest, ladderOfDiamondsIsWalkedOnce) {
  std::vector<CrateNode> nodes = makeLadder(60);
  nodes[1].allocator = true;
  nodes.back().needsAllocator = true;
  auto start = std::chrono::steady_clock::now();
  CrateGraph graph(nodes);
  EXPECT_FALSE(checkAllocatorGraph(graph, diags));
  EXPECT_TRUE(computeLinkage(graph, CrateType::Executable, false, diags));
  auto spent = std::chrono::steady_clock::now() - start;
  RecordProperty("microseconds",
                 std::chrono::duration_cast<std::chrono::microseconds>(spent).count());
  // Milliseconds; the bound is for a busy machine, against 2^60 paths.
  EXPECT_LT(spent, std::chrono::seconds(1));
  EXPECT_EQ(headers(),
            (Headers{"error[A08]: the allocator crate `c1` cannot depend on a crate that needs an "
                     "allocator, but it depends on `c120`"}));
}

TEST_F(CrateGraphTest, ladderFromFiles) {
  std::optional<TestCrate> left, right;
  for (unsigned level = 60; level-- > 0;) {
    TestCrate a("a" + std::to_string(level)), b("b" + std::to_string(level));
    if (left)
      for (TestCrate *crate : {&a, &b})
        crate->needs(*left).needs(*right);
    else
      a.consumer();
    folder.write(a);
    folder.write(b);
    left = a;
    right = b;
  }
  folder.write(TestCrate("alloc_jemalloc").allocator());
  uses("a0");
  uses("b0");
  EXPECT_TRUE(resolve(request(CrateType::Executable))) << said();
}

TEST_F(CrateGraphTest, veryDeepGraphNeedsNoStack) {
  std::vector<CrateNode> nodes(100001);
  for (CrateIndex crate = 0; crate < nodes.size(); ++crate) {
    nodes[crate].identity = {"c" + std::to_string(crate), testHash(std::to_string(crate))};
    nodes[crate].source.rlib = "c.rlib";
    if (crate + 1 < nodes.size())
      nodes[crate].edges = {{crate + 1, Meaning::Explicit, {}}};
  }
  nodes.back().needsAllocator = true;
  nodes[1].allocator = true;
  CrateGraph graph(std::move(nodes));
  EXPECT_EQ(graph.path(localCrate, 100000).size(), 100000u);
  EXPECT_FALSE(checkAllocatorGraph(graph, diags));
  EXPECT_TRUE(computeLinkage(graph, CrateType::Executable, false, diags));
}

} // namespace
