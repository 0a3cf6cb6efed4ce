//===- IsolationTest.cpp - a guest allocator keeps to itself ---------------===//

#include "driver/link/Isolation.h"

#include "LinkFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class Isolation : public LinkFixture {
protected:
  LinkPlan plan = planFor(CrateType::Dylib, "libmain.so");
  std::unique_ptr<PendingFile> pending;

  Isolation() {
    chooses(plan, "alloc_a");
    plan.exports = five();
    plan.exports.push_back("a_statistics");
    pending = PendingFile::create(plan.output, false, diags);
  }
  void input(LinkInput::Kind kind, const std::string &path, bool isolate) {
    plan.inputs.push_back({kind, path, "", isolate ? "alloc_a" : "main", isolate});
  }
  /// The symbols of all members of an archive.
  static std::map<std::string, char> archiveSymbols(const std::string &path) {
    std::map<std::string, char> result;
    LoadedArchive archive = llvm::cantFail(loadArchive(path));
    for (const LoadedMember &member : archive.members)
      for (const auto &[name, letter] : symbolsOf(member.contents))
        result[name] = letter;
    return result;
  }
};

} // namespace

TEST_F(Isolation, RenamesTheMallocFamilyInTheAllocatorsMembersAlone) {
  input(LinkInput::Kind::Object, object("main.o", {"work"}, {"malloc", "free"}), false);
  input(LinkInput::Kind::WholeRlib,
        archive("liballoc_a.rlib", {{"lib.rmeta.o", objectBytes({})},
                                    {"a.o", objectBytes(five(), {"malloc", "free", "memcpy"})}}),
        true);
  input(LinkInput::Kind::StaticLibrary,
        archive("liba.a", {{"m.o", objectBytes({"malloc", "_Znwm", "a_internal"})}}), true);
  auto isolated = isolateAllocator(plan, *pending, diags);
  ASSERT_TRUE(isolated) << said();
  EXPECT_EQ(isolated->inputs.at(0), plan.inputs.at(0));

  auto crate = archiveSymbols(isolated->inputs.at(1).path);
  EXPECT_EQ(crate["__alloc_a_malloc"], 'U');
  EXPECT_EQ(crate["free"], 'U') << "nobody in the allocator defines it: it is the host's";
  EXPECT_EQ(crate["__rust_allocate"], 'T');
  auto library = archiveSymbols(isolated->inputs.at(2).path);
  EXPECT_EQ(library["__alloc_a_malloc"], 'T');
  EXPECT_EQ(library["__alloc_a__Znwm"], 'T');
  EXPECT_EQ(library["a_internal"], 'T');
  EXPECT_EQ(isolated->inputs.at(2).name, "liba.a") << "messages call the copy by its name";
  EXPECT_EQ(isolated->hidden, (Names{"__alloc_a__Znwm", "__alloc_a_malloc", "a_internal"}));
}

TEST_F(Isolation, CopiesNothingWhereNothingIsToBeRenamed) {
  input(LinkInput::Kind::WholeRlib,
        archive(
            "liballoc_a.rlib",
            {{"a.o", objectBytes({"__rust_allocate", "a_statistics", "a_internal"}, {"malloc"})}}),
        true);
  auto isolated = isolateAllocator(plan, *pending, diags);
  ASSERT_TRUE(isolated) << said();
  EXPECT_EQ(isolated->inputs, plan.inputs);
  EXPECT_EQ(isolated->hidden, Names{"a_internal"});
}

TEST_F(Isolation, AnAllocatorOfTheLocalCrateIsRenamedInItsObjects) {
  input(LinkInput::Kind::Object, object("main.o", {"__rust_allocate", "malloc", "extra"}), true);
  auto isolated = isolateAllocator(plan, *pending, diags);
  ASSERT_TRUE(isolated) << said();
  auto buffer = llvm::cantFail(
      llvm::errorOrToExpected(llvm::MemoryBuffer::getFile(isolated->inputs.at(0).path)));
  EXPECT_EQ(symbolsOf(buffer->getBuffer())["__alloc_a_malloc"], 'T');
  EXPECT_EQ(isolated->hidden, Names{"__alloc_a_malloc"});
}

TEST_F(Isolation, SaysWhatCannotBeRead) {
  input(LinkInput::Kind::StaticLibrary, archive("liba.a", {{"m.o", objectBytes({"malloc"})}}),
        true);
  std::string bytes = read("liba.a");
  write("liba.a", llvm::StringRef(bytes).drop_back(40));
  EXPECT_FALSE(isolateAllocator(plan, *pending, diags));
  EXPECT_NE(said().find("L01 cannot isolate the allocator `alloc_a` from the rest of the "
                        "artifact\n"),
            std::string::npos)
      << said();
}

TEST_F(Isolation, LeavesNoFileBehind) {
  input(LinkInput::Kind::StaticLibrary, archive("liba.a", {{"m.o", objectBytes({"malloc"})}}),
        true);
  ASSERT_TRUE(isolateAllocator(plan, *pending, diags));
  EXPECT_EQ(files().size(), 3u);
  pending.reset();
  EXPECT_EQ(files(), Names{"liba.a"});
}

TEST(MallocFamily, KnowsCsAndCxxsFunctions) {
  for (const char *name : {"malloc", "free", "posix_memalign", "__libc_malloc", "_Znwm",
                           "_ZdlPvmSt11align_val_t", "_ZnamSt11align_val_tRKSt9nothrow_t"})
    EXPECT_TRUE(isMallocFamily(name)) << name;
  for (const char *name : {"je_malloc", "mallocx", "__rust_allocate", "memcpy", "_ZN1AnwEm"})
    EXPECT_FALSE(isMallocFamily(name)) << name;
}
