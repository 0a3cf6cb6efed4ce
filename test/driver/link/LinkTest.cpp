//===- LinkTest.cpp - whole links with lld in this process -----------------===//

#include "LinkFixture.h"
#include "linkcheck/meta/MetadataReader.h"
#include "linkcheck/meta/MetadataWriter.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class Link : public LinkFixture {
protected:
  Link() {
    object("main.o", {"work", "internal"}, {"crate_allocate"});
    archive("liballoc.rlib", {{"lib.rmeta.o", objectBytes({})},
                              {"alloc.o", objectBytes({"crate_allocate"}, five())}});
    archive("liballoc_a.rlib",
            {{"lib.rmeta.o", objectBytes({})}, {"a.o", objectBytes(five(), {"malloc"})}});
    archive("liba.a", {{"m.o", objectBytes({"malloc", "a_internal"})}});
  }
  LinkPlan library(CrateType type, const std::string &output) {
    LinkPlan plan = planFor(type, output);
    plan.exports = {"work"};
    if (type == CrateType::Dylib)
      plan.exports = five();
    auto rlib = type == CrateType::Dylib ? LinkInput::Kind::WholeRlib : LinkInput::Kind::Rlib;
    plan.inputs = {{LinkInput::Kind::Object, path("main.o"), "", "main", false},
                   {rlib, path("liballoc.rlib"), "", "alloc", false},
                   {rlib, path("liballoc_a.rlib"), "", "alloc_a", true},
                   {LinkInput::Kind::StaticLibrary, path("liba.a"), "", "alloc_a", true}};
    chooses(plan, "alloc_a");
    return plan;
  }
  /// What the folder holds besides the inputs.
  Names made() const {
    Names names = files();
    std::erase_if(names, [](const std::string &name) {
      return name == "main.o" || name == "liballoc.rlib" || name == "liballoc_a.rlib" ||
             name == "liba.a";
    });
    return names;
  }
  std::map<std::string, char> staticlibSymbols(const std::string &name) {
    LoadedArchive archive = llvm::cantFail(loadArchive(path(name)));
    EXPECT_EQ(archive.members.size(), 1u);
    EXPECT_EQ(archive.members.at(0).name, "main.o");
    return symbolsOf(archive.members.at(0).contents);
  }
};

} // namespace

TEST_F(Link, ACdylibExportsItsFunctionsAlone) {
  ASSERT_TRUE(runLink(library(CrateType::Cdylib, "libmain.so"), diags)) << said();
  EXPECT_EQ(symbolsOf(read("libmain.so"), true), (std::map<std::string, char>{{"work", 'T'}}));
  auto symbols = symbolsOf(read("libmain.so"));
  EXPECT_EQ(symbols["__rust_allocate"], 't');
  EXPECT_EQ(symbols["__alloc_a_malloc"], 't');
  EXPECT_EQ(made(), Names{"libmain.so"});
  llvm::sys::fs::file_status status;
  ASSERT_FALSE(llvm::sys::fs::status(path("libmain.so"), status));
  EXPECT_TRUE(status.permissions() & llvm::sys::fs::owner_exe);
}

TEST_F(Link, ADylibExportsTheFiveAndHidesTheAllocator) {
  ASSERT_TRUE(runLink(library(CrateType::Dylib, "libmain.so"), diags)) << said();
  auto symbols = symbolsOf(read("libmain.so"), true);
  for (const std::string &name : five())
    EXPECT_EQ(symbols[name], 'T') << name;
  EXPECT_EQ(symbols["internal"], 'T');
  for (const char *hidden : {"malloc", "__alloc_a_malloc", "a_internal"})
    EXPECT_EQ(symbols.count(hidden), 0u) << hidden;
}

TEST_F(Link, AStaticlibIsOneObjectWithItsFunctionsGlobal) {
  ASSERT_TRUE(runLink(library(CrateType::Staticlib, "libmain.a"), diags)) << said();
  auto symbols = staticlibSymbols("libmain.a");
  EXPECT_EQ(symbols["work"], 'T');
  for (const char *local : {"internal", "crate_allocate", "__rust_allocate", "__alloc_a_malloc"})
    EXPECT_EQ(symbols[local], 't') << local;
  EXPECT_EQ(symbols.count("malloc"), 0u);
  EXPECT_EQ(made(), Names{"libmain.a"});
}

TEST_F(Link, IsTheSameEachTime) {
  for (CrateType type : {CrateType::Cdylib, CrateType::Dylib, CrateType::Staticlib}) {
    ASSERT_TRUE(runLink(library(type, "libmain.x"), diags)) << said();
    std::string first = read("libmain.x");
    ASSERT_TRUE(runLink(library(type, "libmain.x"), diags)) << said();
    EXPECT_EQ(first, read("libmain.x"));
  }
}

// The local crate's record goes into the artifact; those of the crates inside do not.
TEST_F(Link, TheRecordOfTheCrateIsInTheArtifact) {
  CrateMetadata metadata;
  metadata.identity = {"main", std::string(32, 'a')};
  metadata.target = "x86_64-unknown-linux-gnu";
  metadata.languages = {SourceLanguage::C};
  CrateMetadata other = metadata;
  other.identity = {"alloc", std::string(32, 'b')};
  auto record = [](const CrateMetadata &crate, MetadataSurvival survival) {
    auto bytes = llvm::cantFail(writeMetadataObject(crate, survival));
    return std::string(bytes.data(), bytes.size());
  };
  archive("liballoc.rlib", {{"lib.rmeta.o", record(other, MetadataSurvival::Excluded)},
                            {"alloc.o", objectBytes({"crate_allocate"}, five())}});
  for (CrateType type : {CrateType::Cdylib, CrateType::Dylib, CrateType::Staticlib}) {
    metadata.type = type;
    write("main.rmeta.o", record(metadata, type == CrateType::Staticlib ? MetadataSurvival::Excluded
                                                                        : MetadataSurvival::Kept));
    LinkPlan plan = library(type, "libmain.x");
    plan.inputs.insert(plan.inputs.begin() + 1,
                       {LinkInput::Kind::Object, path("main.rmeta.o"), "", "main", false});
    ASSERT_TRUE(runLink(plan, diags)) << said();
    auto found = readMetadataFile(path("libmain.x"));
    ASSERT_TRUE(bool(found)) << llvm::toString(found.takeError());
    EXPECT_EQ(found->identity.name, "main");
    EXPECT_EQ(found->type, type);
  }
}

// Every one of the five is defined in the local crate besides, so the chosen
// crate's archive is not even looked into.
TEST_F(Link, ATamperedLinkIsCaughtAndLeavesWhatWasThere) {
  write("libmain.so", "before");
  LinkPlan plan = library(CrateType::Cdylib, "libmain.so");
  plan.inputs.insert(plan.inputs.begin(),
                     {LinkInput::Kind::Object, object("evil.o", five()), "", "main", false});
  EXPECT_FALSE(runLink(plan, diags));
  EXPECT_NE(said().find(": taken from crate `main`\n"), std::string::npos) << said();
  EXPECT_EQ(messages.diagnostics.at(0).code, Code::A14);
  EXPECT_EQ(read("libmain.so"), "before");
  EXPECT_EQ(made(), (Names{"evil.o", "libmain.so"}));
}

TEST_F(Link, AnAllocatorThatNobodyChoseIsCaught) {
  LinkPlan plan = library(CrateType::Cdylib, "libmain.so");
  plan.allocator = AllocatorChoice::How::None;
  plan.allocatorInside = false;
  EXPECT_FALSE(runLink(plan, diags));
  EXPECT_EQ(messages.diagnostics.at(0).code, Code::A14);
}

TEST_F(Link, AnAllocatorWithoutAllFiveIsCaught) {
  archive("liballoc_a.rlib", {{"a.o", objectBytes({"__rust_allocate"})}});
  archive("liballoc.rlib", {{"alloc.o", objectBytes({"crate_allocate"}, {"__rust_allocate"})}});
  EXPECT_FALSE(runLink(library(CrateType::Staticlib, "libmain.a"), diags));
  EXPECT_NE(said().find("`__rust_deallocate`, `__rust_reallocate`, `__rust_reallocate_inplace`, "
                        "`__rust_usable_size`: not defined in the file\n"),
            std::string::npos)
      << said();
  EXPECT_EQ(made(), Names());
}

// lld leaves by a jump where an object is damaged; the next link works all the same.
TEST_F(Link, WorksAfterOneThatFailed) {
  for (const char *damage : {"junk", "\177ELF", "\177ELF\2\1\1 and then junk"}) {
    write("bad.o", damage);
    LinkPlan plan = library(CrateType::Cdylib, "libbad.so");
    plan.inputs.push_back({LinkInput::Kind::Object, path("bad.o"), "", "main", false});
    EXPECT_FALSE(runLink(plan, diags));
    EXPECT_NE(said().find("L01 linking failed: crate `main`"), std::string::npos) << said();
    EXPECT_EQ(said().find("crashed"), std::string::npos) << said();
    EXPECT_TRUE(runLink(library(CrateType::Cdylib, "libmain.so"), diags)) << said();
  }
}

TEST_F(Link, KeepsItsTemporariesWhereAsked) {
  LinkPlan plan = library(CrateType::Cdylib, "libmain.so");
  plan.codegen.saveTemporaries = true;
  ASSERT_TRUE(runLink(plan, diags)) << said();
  EXPECT_EQ(made(),
            (Names{"libmain.so", "libmain.so.0.a", "libmain.so.1.a", "libmain.so.exports"}));
}

TEST_F(Link, ASpecialFileIsNotReplaced) {
  LinkPlan plan = library(CrateType::Cdylib, "libmain.so");
  plan.output = "/dev/null";
  EXPECT_FALSE(runLink(plan, diags));
  plan.output = folder.str().str();
  EXPECT_FALSE(runLink(plan, diags));
  plan.output = path("none/libmain.so");
  EXPECT_FALSE(runLink(plan, diags));
  for (const Diagnostic &message : messages.diagnostics)
    EXPECT_EQ(message.code, Code::C01);
}
