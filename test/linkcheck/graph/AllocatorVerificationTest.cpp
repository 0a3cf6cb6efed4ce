//===- AllocatorVerificationTest.cpp - a wrong choice is seen -------------===//
//
// Each test makes the resolution that a mistake in the choice would make, and
// wants the number of the rule that it breaks.
//
//===----------------------------------------------------------------------===//

#include "GraphFixture.h"

using namespace linkcheck;
using How = AllocatorChoice::How;

namespace {

using Rules = std::vector<int>;

class AllocatorVerificationTest : public testing::Test {
protected:
  std::vector<CrateNode> nodes{CrateNode{}};
  std::vector<Linkage> linkage{Linkage::Static};
  AllocatorChoice choice;
  ArtifactRequest request;

  AllocatorVerificationTest() {
    nodes[0].identity.name = "main";
    request.defaults = {"alloc_jemalloc", "alloc_system", "alloc_system", "some-target"};
  }
  CrateIndex add(const std::string &name, bool allocator, bool consumer = false) {
    CrateNode node;
    node.identity = {name, testHash(name)};
    node.allocator = allocator;
    node.needsAllocator = consumer;
    node.source.rlib = "lib" + name + ".rlib";
    nodes.push_back(node);
    linkage.push_back(Linkage::Static);
    return nodes.size() - 1;
  }
  void edge(CrateIndex from, CrateIndex to, Meaning meaning = Meaning::Explicit) {
    auto by = meaning == Meaning::Injected ? DependencyOrigin::By::Default
                                           : DependencyOrigin::By::ExternCrate;
    nodes[from].edges.push_back({to, meaning, {by, {}}});
  }
  CrateIndex addConsumer() {
    CrateIndex crate = add("alloc", false, true);
    edge(localCrate, crate);
    return crate;
  }
  CrateIndex inject(const std::string &name, bool allocator = true) {
    CrateIndex crate = add(name, allocator);
    edge(localCrate, crate, Meaning::Injected);
    choose(How::Injected, crate);
    return crate;
  }
  void choose(How how, CrateIndex crate) {
    choice.how = how;
    choice.crate = crate;
    choice.identity = nodes[crate].identity;
    choice.rule = how == How::Injected ? 6 : 4;
  }
  Rules verify() const {
    return verifyResolution({request.type, CrateGraph(nodes), LinkageTable(linkage), choice},
                            request);
  }
};

TEST_F(AllocatorVerificationTest, rightChoices) {
  EXPECT_EQ(verify(), Rules{});
  addConsumer();
  inject("alloc_jemalloc");
  EXPECT_EQ(verify(), Rules{});
}

TEST_F(AllocatorVerificationTest, r1ConsumerWithoutAllocator) {
  addConsumer();
  EXPECT_EQ(verify(), Rules{1});
}

TEST_F(AllocatorVerificationTest, r1ChosenCrateIsNotLinked) {
  addConsumer();
  linkage[inject("alloc_jemalloc")] = Linkage::NotLinked;
  EXPECT_EQ(verify(), Rules{1});
}

TEST_F(AllocatorVerificationTest, r1LinkedAllocatorIsNotTheChosenOne) {
  CrateIndex crate = add("alloc_a", true);
  edge(localCrate, crate);
  EXPECT_EQ(verify(), Rules{1}) << "nothing chosen, one linked";
  choose(How::Explicit, crate);
  EXPECT_EQ(verify(), Rules{});
  choice.identity.hash = testHash("another");
  EXPECT_EQ(verify(), Rules{1});
}

TEST_F(AllocatorVerificationTest, r2TwoExplicit) {
  CrateIndex crate = add("alloc_a", true);
  edge(localCrate, crate);
  edge(crate, add("alloc_b", true));
  choose(How::Explicit, crate);
  EXPECT_EQ(verify(), (Rules{1, 2}));
  request.type = CrateType::Rlib;
  choice = {};
  linkage = {Linkage::Static, Linkage::NotLinked, Linkage::NotLinked};
  EXPECT_EQ(verify(), Rules{2});
}

TEST_F(AllocatorVerificationTest, r2ExplicitAndInsideADylib) {
  CrateIndex crate = add("alloc_a", true), plug = add("plug", false);
  edge(localCrate, crate);
  edge(localCrate, plug);
  nodes[plug].source = {{}, "libplug.so"};
  nodes[plug].dylibContents = {{{"alloc_b", testHash("alloc_b")}, Linkage::Static, true}};
  linkage[plug] = Linkage::Dynamic;
  choose(How::Explicit, crate);
  EXPECT_EQ(verify(), (Rules{1, 2}));
  // An rlib must answer for what only a dylib can bring in.
  request.type = CrateType::Rlib;
  choice = {};
  linkage = {Linkage::Static, Linkage::NotLinked, Linkage::NotLinked};
  EXPECT_EQ(verify(), Rules{2});
  nodes[plug].source.rlib = "libplug.rlib";
  EXPECT_EQ(verify(), Rules{});
}

TEST_F(AllocatorVerificationTest, r3InjectedWithoutConsumer) {
  inject("alloc_jemalloc");
  EXPECT_EQ(verify(), Rules{3});
}

TEST_F(AllocatorVerificationTest, r4InjectedBesideAnExplicitOne) {
  addConsumer();
  edge(localCrate, add("alloc_a", true));
  inject("alloc_jemalloc");
  EXPECT_EQ(verify(), (Rules{1, 4}));
}

TEST_F(AllocatorVerificationTest, r4InjectedBesideADylibThatHasOne) {
  addConsumer();
  CrateIndex plug = add("plug", false);
  edge(localCrate, plug);
  nodes[plug].source = {{}, "libplug.so"};
  nodes[plug].dylibContents = {{{"alloc_b", testHash("alloc_b")}, Linkage::Static, true}};
  linkage[plug] = Linkage::Dynamic;
  choice.how = How::InsideDylib;
  choice.identity = nodes[plug].dylibContents.front().crate;
  choice.insideOf = plug;
  choice.rule = 4;
  EXPECT_EQ(verify(), Rules{});
  inject("alloc_jemalloc");
  EXPECT_EQ(verify(), (Rules{1, 4}));
}

TEST_F(AllocatorVerificationTest, r5InjectedIntoAnRlib) {
  addConsumer();
  inject("alloc_jemalloc");
  request.type = CrateType::Rlib;
  request.allocator = "alloc_jemalloc";
  EXPECT_EQ(verify(), Rules{5});
}

TEST_F(AllocatorVerificationTest, r6WrongDefault) {
  addConsumer();
  inject("alloc_jemalloc");
  for (CrateType type : {CrateType::Dylib, CrateType::Cdylib, CrateType::Staticlib}) {
    request.type = type;
    EXPECT_EQ(verify(), Rules{6});
  }
  request.preferDynamic = true;
  EXPECT_EQ(verify(), Rules{6});
  request.type = CrateType::Dylib;
  EXPECT_EQ(verify(), Rules{});
  request.allocator = "alloc_a";
  EXPECT_EQ(verify(), Rules{6});
}

TEST_F(AllocatorVerificationTest, r6Fallback) {
  addConsumer();
  inject("alloc_system");
  EXPECT_EQ(verify(), Rules{6});
  choice.missingDefault = "alloc_jemalloc";
  EXPECT_EQ(verify(), Rules{});
  choice.missingDefault = "alloc_other";
  EXPECT_EQ(verify(), Rules{6});
}

TEST_F(AllocatorVerificationTest, r7InjectionThatIsCalledExplicit) {
  addConsumer();
  CrateIndex crate = inject("alloc_jemalloc");
  nodes[localCrate].edges.back().meaning = Meaning::Explicit;
  Rules broken = verify();
  EXPECT_TRUE(std::count(broken.begin(), broken.end(), 7));
  nodes[localCrate].edges.back().meaning = Meaning::Injected;
  edge(crate, add("libc", false), Meaning::Injected);
  EXPECT_EQ(verify(), Rules{7});
}

TEST_F(AllocatorVerificationTest, r8AllocatorAboveAConsumer) {
  CrateIndex consumer = addConsumer();
  CrateIndex crate = inject("alloc_jemalloc");
  CrateIndex between = add("between", false);
  edge(crate, between);
  EXPECT_EQ(verify(), Rules{});
  edge(between, consumer);
  EXPECT_EQ(verify(), Rules{8});
}

TEST_F(AllocatorVerificationTest, r9InjectedCrateIsNotTagged) {
  addConsumer();
  inject("alloc_jemalloc", false);
  EXPECT_EQ(verify(), (Rules{1, 9}));
}

} // namespace
