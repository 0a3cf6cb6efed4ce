//===- LinkPlanTest.cpp - the plan as a value, without a linker -----------===//

#include "LinkFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class LinkPlanTest : public LinkFixture {
protected:
  std::vector<CrateNode> nodes{1};
  std::vector<Linkage> linkage{Linkage::Static};
  AllocatorChoice choice;
  LinkRequest request;

  LinkPlanTest() {
    request.crateName = "main";
    request.output = "out/main";
    request.target = findTarget("x86_64-unknown-linux-gnu");
    request.objects = {"main.o", "main.rmeta.o"};
    request.systemRoot = folder.str().str();
    for (const char *file :
         {"usr/lib/x86_64-linux-gnu/Scrt1.o", "usr/lib/x86_64-linux-gnu/crti.o",
          "usr/lib/x86_64-linux-gnu/crtn.o", "usr/lib/gcc/x86_64-linux-gnu/12/crtbeginS.o",
          "usr/lib/gcc/x86_64-linux-gnu/12/crtendS.o", "usr/lib/x86_64-linux-musl/rcrt1.o",
          "usr/lib/x86_64-linux-musl/crti.o", "usr/lib/x86_64-linux-musl/crtn.o"}) {
      EXPECT_FALSE(llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path(file))));
      write(file, "");
    }
  }

  CrateIndex crate(const std::string &name, std::vector<CrateIndex> users = {localCrate},
                   Linkage how = Linkage::Static) {
    CrateNode node;
    node.identity = {name, std::string(32, '0')};
    node.source.rlib = "lib" + name + ".rlib";
    node.source.dylib = "lib" + name + ".so";
    CrateIndex index = nodes.size();
    for (CrateIndex user : users)
      nodes[user].edges.push_back({index, Meaning::Explicit, {}});
    nodes.push_back(std::move(node));
    linkage.push_back(how);
    return index;
  }
  void choose(CrateIndex allocator, AllocatorChoice::How how = AllocatorChoice::How::Explicit) {
    choice.how = how;
    choice.crate = allocator;
    choice.identity = nodes[allocator].identity;
  }
  std::optional<LinkPlan> plan(CrateType type) {
    request.allocatorForm = allocatorFormFor(type, false);
    return planLink({type, CrateGraph(nodes), LinkageTable(linkage), choice}, request, diags);
  }
  /// What printPlan() says, less the folder's own path.
  std::string print(CrateType type) {
    auto made = plan(type);
    if (!made)
      return said();
    std::string text = printPlan(*made);
    std::string root = folder.str().str();
    for (size_t at; (at = text.find(root)) != std::string::npos;)
      text.erase(at, root.size());
    // Only where the target is the host.
    if (size_t at = text.find("directory  /usr/lib\n"); at != std::string::npos)
      text.erase(at, text.find('\n', at) + 1 - at);
    return text;
  }
};

} // namespace

TEST_F(LinkPlanTest, AnExecutableFromCrtToCrt) {
  crate("foo");
  choose(crate("alloc_system", {localCrate}), AllocatorChoice::How::Injected);
  nodes[1].nativeLibraries = {{"m", NativeKind::Dylib, std::nullopt, false}};
  request.nativeSearchPaths = {"native"};
  request.codegen.linkArguments = {"-Wl,-z,defs"};
  EXPECT_EQ(print(CrateType::Executable),
            "artifact   executable main -> out/main\n"
            "target     x86_64-unknown-linux-gnu\n"
            "allocator  alloc_system, injected, inside\n"
            "start      /usr/lib/x86_64-linux-gnu/Scrt1.o\n"
            "start      /usr/lib/x86_64-linux-gnu/crti.o\n"
            "start      /usr/lib/gcc/x86_64-linux-gnu/12/crtbeginS.o\n"
            "object     main.o (main)\n"
            "object     main.rmeta.o (main)\n"
            "rlib       libfoo.rlib (foo)\n"
            "rlib       liballoc_system.rlib (alloc_system)\n"
            "native     -lm (foo)\n"
            "native     -lgcc\n"
            "native     -lgcc_s\n"
            "native     -lc\n"
            "end        /usr/lib/gcc/x86_64-linux-gnu/12/crtendS.o\n"
            "end        /usr/lib/x86_64-linux-gnu/crtn.o\n"
            "directory  native\n"
            "directory  /usr/lib/gcc/x86_64-linux-gnu/12\n"
            "directory  /usr/lib/x86_64-linux-gnu\n"
            "argument   -Wl,-z,defs\n");
}

TEST_F(LinkPlanTest, ADylibHoldsItsCratesWholeAndExportsTheFive) {
  crate("foo");
  CrateIndex allocator = crate("alloc_a");
  nodes[allocator].exports = {"a_statistics"};
  choose(allocator);
  request.exports = {"work"};
  std::string text = print(CrateType::Dylib);
  EXPECT_NE(text.find("flag       nodelete\n"), std::string::npos);
  EXPECT_NE(text.find("whole-rlib libfoo.rlib (foo)\n"
                      "whole-rlib liballoc_a.rlib (alloc_a) isolate\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("export     __rust_allocate\n"
                      "export     __rust_deallocate\n"
                      "export     __rust_reallocate\n"
                      "export     __rust_reallocate_inplace\n"
                      "export     __rust_usable_size\n"
                      "export     a_statistics\n"
                      "export     work\n"),
            std::string::npos)
      << text;
}

TEST_F(LinkPlanTest, ACdylibExportsItsOwnFunctionsAlone) {
  choose(crate("alloc_a"));
  request.exports = {"work"};
  auto made = plan(CrateType::Cdylib);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->exports, Names{"work"});
  EXPECT_TRUE(made->nodelete);
  EXPECT_EQ(made->inputs.at(2).kind, LinkInput::Kind::Rlib);
}

TEST_F(LinkPlanTest, TheSystemsAllocatorMayBeUnloaded) {
  choose(crate("alloc_system"));
  EXPECT_FALSE(plan(CrateType::Cdylib)->nodelete);
}

TEST_F(LinkPlanTest, AStaticlibTakesNoCLibrary) {
  choose(crate("alloc_a"));
  nodes[0].languages = {SourceLanguage::Cxx};
  nodes[0].nativeLibraries = {{"m", NativeKind::Dylib, std::nullopt, false}};
  EXPECT_EQ(print(CrateType::Staticlib), "artifact   staticlib main -> out/main\n"
                                         "target     x86_64-unknown-linux-gnu\n"
                                         "allocator  alloc_a, explicit, inside\n"
                                         "object     main.o (main)\n"
                                         "object     main.rmeta.o (main)\n"
                                         "rlib       liballoc_a.rlib (alloc_a) isolate\n");
}

TEST_F(LinkPlanTest, DependentsComeBeforeWhatTheyDependOn) {
  CrateIndex top = crate("top");
  CrateIndex middle = crate("middle", {top});
  crate("bottom", {middle, top, localCrate});
  auto made = plan(CrateType::Executable);
  ASSERT_TRUE(made);
  Names order;
  for (const LinkInput &input : made->inputs)
    if (input.kind == LinkInput::Kind::Rlib)
      order.push_back(input.crate);
  EXPECT_EQ(order, (Names{"top", "middle", "bottom"}));
}

TEST_F(LinkPlanTest, WhatADylibHoldsIsNotLinkedAgain) {
  CrateIndex dylib = crate("shared", {localCrate}, Linkage::Dynamic);
  CrateIndex allocator = crate("alloc_a", {dylib}, Linkage::IncludedFromDylib);
  nodes[allocator].nativeLibraries = {{"nonsuch", NativeKind::Static, std::nullopt, false}};
  choose(allocator, AllocatorChoice::How::InsideDylib);
  auto made = plan(CrateType::Executable);
  ASSERT_TRUE(made) << said();
  EXPECT_FALSE(made->allocatorInside);
  EXPECT_EQ(made->inputs.at(2).kind, LinkInput::Kind::Dylib);
  EXPECT_EQ(made->inputs.at(3).name, "gcc");
}

TEST_F(LinkPlanTest, AnAllocatorBringsTheLibrariesOfItsForm) {
  CrateIndex allocator = crate("alloc_a");
  nodes[allocator].nativeLibraries = {{"a_host", NativeKind::Static, AllocatorForm::Host, false},
                                      {"a_guest", NativeKind::Static, AllocatorForm::Guest, false}};
  choose(allocator);
  write("liba_host.a", "");
  write("liba_guest.a", "");
  request.nativeSearchPaths = {folder.str().str()};
  EXPECT_NE(print(CrateType::Executable).find("static     /liba_host.a (alloc_a)\n"),
            std::string::npos);
  EXPECT_NE(print(CrateType::Staticlib).find("static     /liba_guest.a (alloc_a) isolate\n"),
            std::string::npos);
}

TEST_F(LinkPlanTest, LibrariesFollowAllCratesAndNeighboursAreOne) {
  auto library = [](const char *name) {
    return NativeLibrary{name, NativeKind::Dylib, std::nullopt, false};
  };
  nodes[0].nativeLibraries = {library("own")};
  CrateIndex top = crate("top");
  nodes[top].nativeLibraries = {library("one"), library("two"), library("two")};
  CrateIndex bottom = crate("bottom", {top});
  nodes[bottom].nativeLibraries = {library("two"), library("one")};
  auto made = plan(CrateType::Executable);
  ASSERT_TRUE(made) << said();
  Names order;
  for (const LinkInput &input : made->inputs)
    order.push_back(input.path + input.name);
  EXPECT_EQ(order, (Names{"main.o", "main.rmeta.o", "own", "libtop.rlib", "libbottom.rlib", "one",
                          "two", "one", "gcc", "gcc_s", "c"}));
}

TEST_F(LinkPlanTest, ConditionsAreAskedWhereTheArtifactIsLinked) {
  crate("foo");
  nodes[1].nativeLibraries = {{"one", NativeKind::Dylib, std::nullopt, false},
                              {"two", NativeKind::Dylib, std::nullopt, false}};
  nodes[1].nativeLibraries[0].condition = "unix";
  nodes[1].nativeLibraries[1].condition = "windows";
  request.conditionHolds = [](const std::string &predicate, const std::string &crate) {
    EXPECT_EQ(crate, "foo");
    return predicate == "unix";
  };
  std::string text = print(CrateType::Executable);
  EXPECT_NE(text.find("native     -lone (foo)\nnative     -lgcc\n"), std::string::npos) << text;
  // What is no predicate has been said.
  request.conditionHolds = [](const std::string &, const std::string &) { return std::nullopt; };
  EXPECT_FALSE(plan(CrateType::Executable));
}

TEST_F(LinkPlanTest, ADylibHoldsItsOwnArchivesWholeAndAStaticlibNoneThatIsLeftOut) {
  NativeLibrary library{"nat", NativeKind::Static, std::nullopt, true};
  nodes[0].nativeLibraries = {library};
  write("libnat.a", "");
  request.nativeSearchPaths = {folder.str().str()};
  EXPECT_NE(print(CrateType::Dylib).find("static     /libnat.a (main) whole\n"), std::string::npos);
  EXPECT_NE(print(CrateType::Cdylib).find("static     /libnat.a (main)\n"), std::string::npos);
  nodes[0].nativeLibraries[0].wholeArchive = false;
  EXPECT_NE(print(CrateType::Dylib).find("static     /libnat.a (main)\n"), std::string::npos);
  nodes[0].nativeLibraries[0].bundled = false;
  nodes[0].nativeLibraries[0].leftOut = true;
  nodes[0].nativeLibraries[0].wholeArchive = true;
  EXPECT_EQ(print(CrateType::Staticlib).find("libnat"), std::string::npos);
  EXPECT_NE(print(CrateType::Executable).find("static     /libnat.a (main) whole\n"),
            std::string::npos);
}

TEST_F(LinkPlanTest, LibrariesBehindADylibAreGivenWhereTheyAreThere) {
  CrateIndex dylib = crate("shared", {localCrate}, Linkage::Dynamic);
  CrateIndex inside = crate("inside", {dylib}, Linkage::IncludedFromDylib);
  nodes[dylib].nativeLibraries = {{"here", NativeKind::Dylib, std::nullopt, false},
                                  {"nonsuch", NativeKind::Dylib, std::nullopt, false}};
  nodes[inside].nativeLibraries = {{"exact.so.1", NativeKind::Dylib, std::nullopt, false}};
  nodes[inside].nativeLibraries[0].verbatim = true;
  write("libhere.so", "");
  write("exact.so.1", "");
  request.nativeSearchPaths = {folder.str().str()};
  EXPECT_NE(print(CrateType::Executable)
                .find("dylib      libshared.so (shared)\n"
                      "native     -lhere (shared)\n"
                      "native     -l:exact.so.1 (inside)\n"
                      "native     -lgcc\n"),
            std::string::npos);
}

// As rustc does; what a C library exports is for C's linker to choose from.
TEST_F(LinkPlanTest, ForeignHostsAreOfferedTheUnmangledFunctionsOfAllCratesOfTheDialect) {
  CrateIndex below = crate("below");
  nodes[below].languages = {SourceLanguage::Rust};
  nodes[below].exports = {"_RNvC5below1f", "__rust_allocate", "below_for_c"};
  CrateIndex native = crate("native");
  nodes[native].languages = {SourceLanguage::C};
  nodes[native].exports = {"native_for_c"};
  CrateIndex runtime = crate("runtime");
  nodes[runtime].languages = {SourceLanguage::Rust};
  nodes[runtime].exports = {"runtime_for_c"};
  nodes[runtime].source.rlib = "sysroot/libruntime.rlib";
  request.runtimeFolder = "sysroot";
  request.exports = {"work"};
  auto made = plan(CrateType::Staticlib);
  ASSERT_TRUE(made) << said();
  EXPECT_EQ(made->exports, (Names{"below_for_c", "work"}));
  EXPECT_EQ(made->pulled, Names{"below_for_c"});
}

TEST_F(LinkPlanTest, BundledLibrariesAreInTheRlibAlready) {
  crate("foo");
  nodes[1].nativeLibraries = {{"nonsuch", NativeKind::Static, std::nullopt, true}};
  EXPECT_TRUE(plan(CrateType::Executable)) << said();
}

// Only what nobody but the allocator uses is the allocator's own.
TEST_F(LinkPlanTest, CratesThatOthersShareAreNotIsolated) {
  CrateIndex foo = crate("foo");
  CrateIndex allocator = crate("alloc_a");
  crate("helper", {allocator});
  crate("libc", {foo, allocator});
  choose(allocator);
  auto made = plan(CrateType::Cdylib);
  ASSERT_TRUE(made);
  Names isolated;
  for (const LinkInput &input : made->inputs)
    if (input.isolate)
      isolated.push_back(input.crate);
  EXPECT_EQ(isolated, (Names{"alloc_a", "helper"}));
}

TEST_F(LinkPlanTest, CxxBringsItsLibraryBeforeCs) {
  crate("foo");
  nodes[1].languages = {SourceLanguage::Cxx};
  EXPECT_NE(
      print(CrateType::Executable).find("native     -lstdc++\nnative     -lm\nnative     -lgcc\n"),
      std::string::npos);
}

TEST_F(LinkPlanTest, MuslExecutablesAreStaticUnlessADylibIsNeeded) {
  request.target = findTarget("x86_64-unknown-linux-musl");
  std::string text = print(CrateType::Executable);
  EXPECT_NE(text.find("flag       static\n"), std::string::npos) << text;
  EXPECT_NE(text.find("start      /usr/lib/x86_64-linux-musl/rcrt1.o\n"), std::string::npos);
  EXPECT_NE(text.find("native     -lgcc_eh\n"), std::string::npos);
  write("usr/lib/x86_64-linux-musl/Scrt1.o", "");
  crate("shared", {localCrate}, Linkage::Dynamic);
  EXPECT_FALSE(plan(CrateType::Executable)->staticExecutable);
}

TEST_F(LinkPlanTest, ABareLinkerAddsNothing) {
  TargetSpec target = *findTarget("x86_64-unknown-linux-gnu");
  target.linkerFlavor = "ld.lld";
  request.target = &target;
  auto made = plan(CrateType::Executable);
  ASSERT_TRUE(made) << said();
  EXPECT_EQ(made->toolchain.startFiles, Names());
  EXPECT_EQ(made->toolchain.libraryDirectories, Names());
  for (const LinkInput &input : made->inputs)
    EXPECT_NE(input.kind, LinkInput::Kind::NativeLibrary) << input.name;
  EXPECT_FALSE(made->staticExecutable);
  // There is nothing to load it.
  target.dynamicLinking = false;
  EXPECT_TRUE(plan(CrateType::Executable)->staticExecutable);
}

TEST_F(LinkPlanTest, AnExecutableAtAFixedAddressHasItsOwnStartFiles) {
  TargetSpec target = *findTarget("x86_64-unknown-linux-gnu");
  target.positionIndependentExecutables = false;
  request.target = &target;
  write("usr/lib/x86_64-linux-gnu/crt1.o", "");
  for (const char *file : {"crtbegin.o", "crtbeginT.o", "crtend.o"})
    write(std::string("usr/lib/gcc/x86_64-linux-gnu/12/") + file, "");
  std::string text = print(CrateType::Executable);
  EXPECT_NE(text.find("address    fixed\n"), std::string::npos) << text;
  EXPECT_NE(text.find("x86_64-linux-gnu/crt1.o\n"), std::string::npos) << text;
  EXPECT_NE(text.find("12/crtbegin.o\n"), std::string::npos) << text;
  target.crtStatic = true;
  text = print(CrateType::Executable);
  EXPECT_NE(text.find("12/crtbeginT.o\n"), std::string::npos) << text;
  EXPECT_NE(text.find("native     -lgcc_eh\n"), std::string::npos) << text;
  EXPECT_EQ(print(CrateType::Cdylib).find("address"), std::string::npos);
}

TEST_F(LinkPlanTest, SaysWhereItLookedForAStaticLibrary) {
  nodes[0].nativeLibraries = {{"nonsuch", NativeKind::Static, std::nullopt, false}};
  request.nativeSearchPaths = {"one", "two"};
  std::string text = print(CrateType::Executable);
  EXPECT_NE(
      text.find(
          "L01 could not find native static library `nonsuch`, perhaps an -L flag is missing?\n"
          "  the crate `main` links it\n"
          "  looked for one/libnonsuch.a\n"
          "  looked for two/libnonsuch.a\n"),
      std::string::npos)
      << text;
}

TEST_F(LinkPlanTest, TheFormFollowsTheKindOfArtifact) {
  EXPECT_EQ(allocatorFormFor(CrateType::Executable, false), AllocatorForm::Host);
  EXPECT_EQ(allocatorFormFor(CrateType::Executable, true), AllocatorForm::Guest);
  EXPECT_EQ(allocatorFormFor(CrateType::Cdylib, false), AllocatorForm::Guest);
}
