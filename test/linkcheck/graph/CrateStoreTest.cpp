//===- CrateStoreTest.cpp - which file a name means -----------------------===//

#include "GraphFixture.h"

#include <llvm/Support/MemoryBuffer.h>

using namespace linkcheck;

namespace {

class CrateStoreTest : public GraphFixture {
protected:
  const LoadedCrate *load(const std::string &name, std::vector<std::string> paths = {}) {
    return store->load({name, {}, "", std::move(paths), "", {"main.c", 1, 1}}, diags);
  }
  const LoadedCrate *loadFor(const std::string &dependent, const TestCrate &crate,
                             const std::string &extraFilename = "") {
    return store->load({crate.identity().name,
                        crate.identity().hash,
                        extraFilename,
                        {},
                        dependent,
                        {"main.c", 1, 1}},
                       diags);
  }
};

TEST_F(CrateStoreTest, findsAnRlib) {
  std::string path = folder.write(TestCrate("foo"));
  const LoadedCrate *crate = load("foo");
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.rlib, path);
  EXPECT_FALSE(crate->source.dylib);
  EXPECT_FALSE(crate->dylibMetadata);
  EXPECT_EQ(load("foo"), crate);
  EXPECT_TRUE(store->canFind("foo"));
  EXPECT_FALSE(store->canFind("fo"));
}

TEST_F(CrateStoreTest, rlibAndDylibOfOneHashAreOneCrate) {
  TestCrate inside("inside");
  folder.write(TestCrate("foo"), "libfoo-1.rlib");
  folder.write(TestCrate("foo").asDylib().holds(inside), "libfoo-1.so");
  const LoadedCrate *crate = load("foo");
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.rlib, folder.path("libfoo-1.rlib"));
  EXPECT_EQ(crate->source.dylib, folder.path("libfoo-1.so"));
  EXPECT_EQ(crate->metadata.type, CrateType::Rlib);
  ASSERT_TRUE(crate->dylibMetadata);
  EXPECT_EQ(crate->dylibMetadata->linkage.size(), 1u);
}

TEST_F(CrateStoreTest, passesOverOtherCratesAndDamagedOnes) {
  folder.write(TestCrate("foobar"));
  folder.truncate(folder.write(TestCrate("foo"), "libfoo-0.rlib"), 300);
  folder.write(TestCrate("foo"), "libfoo-1.rlib");
  EXPECT_TRUE(load("foo")) << said();
  EXPECT_EQ(said(), "");
}

TEST_F(CrateStoreTest, firstFolderWins) {
  CrateFolder second;
  second.write(TestCrate("foo"));
  second.write(TestCrate("foo").asDylib());
  second.write(TestCrate("bar", "2"));
  std::string first = folder.write(TestCrate("foo"));
  useFolders({{SearchPath::Kind::All, folder.path("missing")},
              {SearchPath::Kind::All, folder.path()},
              {SearchPath::Kind::All, second.path()}});
  const LoadedCrate *foo = load("foo");
  ASSERT_TRUE(foo) << said();
  EXPECT_EQ(foo->source.rlib, first);
  // A form that only a later folder has is a form all the same.
  EXPECT_EQ(foo->source.dylib, second.path("libfoo.so"));
  EXPECT_EQ(load("bar")->metadata.identity, TestCrate("bar", "2").identity());
  EXPECT_EQ(said(), "");
}

TEST_F(CrateStoreTest, differentCratesInTwoFoldersAreAmbiguous) {
  CrateFolder second;
  folder.write(TestCrate("foo", "1"));
  second.write(TestCrate("foo", "2"));
  useFolders({{SearchPath::Kind::All, folder.path()}, {SearchPath::Kind::Crate, second.path()}});
  EXPECT_FALSE(load("foo"));
  EXPECT_EQ(headers(),
            (Headers{"error[E0464]: multiple candidates for `rlib` dependency `foo` found"}));
  expectSaid("candidate #2: " + second.path("libfoo.rlib"));
  // A wanted hash is in one of them, and folders of other kinds do not count.
  EXPECT_TRUE(loadFor("main", TestCrate("foo", "1")));
  useFolders({{SearchPath::Kind::Dependency, folder.path()},
              {SearchPath::Kind::Native, folder.path()},
              {SearchPath::Kind::Crate, second.path()}});
  EXPECT_EQ(load("foo")->metadata.identity, TestCrate("foo", "2").identity());
}

TEST_F(CrateStoreTest, sysrootIsForWhatNoOtherFolderHas) {
  CrateFolder sysroot;
  folder.write(TestCrate("foo", "1"));
  sysroot.write(TestCrate("foo", "2"));
  sysroot.write(TestCrate("bar", "2"));
  useFolders({{SearchPath::Kind::All, folder.path()}, {SearchPath::Kind::Sysroot, sysroot.path()}});
  EXPECT_EQ(load("foo")->metadata.identity, TestCrate("foo", "1").identity());
  EXPECT_EQ(load("bar")->metadata.identity, TestCrate("bar", "2").identity());
  // The runtime's own crates still get the runtime's.
  EXPECT_TRUE(loadFor("bar", TestCrate("foo", "2")));
  EXPECT_EQ(said(), "");
}

TEST_F(CrateStoreTest, formsThatWereCompiledApartAreChosenFrom) {
  std::string rlib = folder.write(TestCrate("foo", "1"));
  std::string dylib = folder.write(TestCrate("foo", "2").asDylib());
  const LoadedCrate *crate = load("foo");
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.rlib, rlib);
  EXPECT_FALSE(crate->source.dylib);
  EXPECT_EQ(said(), "warning: the rlib and the dylib of crate `foo` are of two compilations; the "
                    "rlib is taken\n"
                    "  at main.c:1:1: \n"
                    "  note: taken: DIR/libfoo.rlib\n"
                    "  note: left: DIR/libfoo.so\n"
                    "  help: with `-C prefer-dynamic` the dylib is taken, or name the file: "
                    "`--extern foo=PATH`\n");
  store = std::make_unique<CrateStore>(
      std::vector<SearchPath>{{SearchPath::Kind::All, folder.path()}}, testTarget,
      /*preferDylibs=*/true);
  crate = load("foo");
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.dylib, dylib);
  EXPECT_FALSE(crate->source.rlib);
  // Under other names they are two crates of one name.
  folder.write(TestCrate("bar", "1"), "libbar-1.rlib");
  folder.write(TestCrate("bar", "2").asDylib(), "libbar-2.so");
  useFolders({{SearchPath::Kind::All, folder.path()}});
  EXPECT_FALSE(load("bar"));
  EXPECT_EQ(messages.diagnostics.back().code, Code::E0464);
}

TEST_F(CrateStoreTest, kindsOfFoldersSayWhoMayUseThem) {
  folder.write(TestCrate("foo"));
  useFolders({{SearchPath::Kind::Dependency, folder.path()}});
  EXPECT_FALSE(load("foo"));
  EXPECT_TRUE(loadFor("bar", TestCrate("foo")));
  useFolders({{SearchPath::Kind::Crate, folder.path()}});
  EXPECT_FALSE(loadFor("bar", TestCrate("foo")));
  EXPECT_TRUE(load("foo"));
  useFolders({{SearchPath::Kind::Native, folder.path()}});
  EXPECT_FALSE(load("foo"));
  EXPECT_EQ(headers(), (Headers{"error[E0463]: can't find crate for `foo`",
                                "error[E0463]: can't find crate for `foo` which `bar` depends on",
                                "error[E0463]: can't find crate for `foo`"}));
}

TEST_F(CrateStoreTest, extraFilenameIsTriedFirst) {
  folder.write(TestCrate("foo", "1"), "libfoo-1.rlib");
  folder.write(TestCrate("foo", "2"), "libfoo-2.rlib");
  const LoadedCrate *crate = loadFor("bar", TestCrate("foo", "2"), "-2");
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.rlib, folder.path("libfoo-2.rlib"));
  // A wrong one costs only time.
  EXPECT_TRUE(loadFor("bar", TestCrate("foo", "1"), "-9")) << said();
}

TEST_F(CrateStoreTest, missingCrate) {
  folder.writeText("libfoo.rlib", "hello");
  folder.write(TestCrate("foo").type(CrateType::Cdylib));
  EXPECT_FALSE(load("foo"));
  expectSaid("error[E0463]: can't find crate for `foo`\n"
             "  at main.c:1:1: can't find crate\n"
             "  note: passed over: DIR/libfoo.rlib: ");
  expectSaid("note: `DIR/libfoo.so` holds the crate `foo` as a cdylib, which no "
             "crate can depend on\n"
             "  help: searched in: DIR\n");
}

TEST_F(CrateStoreTest, wrongHash) {
  folder.write(TestCrate("foo", "2"));
  TestCrate bar("bar");
  folder.write(bar.needs(TestCrate("foo", "1")));
  ASSERT_TRUE(load("bar"));
  EXPECT_FALSE(loadFor("bar", TestCrate("foo", "1")));
  EXPECT_EQ(said(),
            "error[E0460]: found possibly newer version of crate `foo` which `bar` depends on\n"
            "  at main.c:1:1: \n"
            "  note: perhaps that crate needs to be recompiled?\n"
            "  note: the following crate versions were found:\n"
            "crate `foo`: DIR/libfoo.rlib (hash 32666f6f000000000000000000000000)\n"
            "crate `bar`: DIR/libbar.rlib\n"
            "  note: `bar` was compiled with hash 31666f6f000000000000000000000000 of `foo`\n"
            "  help: compile `bar` again, or name the folder of the `foo` that it was compiled "
            "with by `-L`\n");
}

TEST_F(CrateStoreTest, wrongTarget) {
  folder.write(TestCrate("foo").target("aarch64-unknown-linux-gnu"));
  EXPECT_FALSE(store->canFind("foo"));
  EXPECT_FALSE(load("foo"));
  EXPECT_EQ(headers(), (Headers{"error[E0461]: couldn't find crate `foo` with expected target "
                                "triple x86_64-unknown-linux-gnu"}));
  expectSaid("crate `foo`, target triple aarch64-unknown-linux-gnu: DIR/libfoo.rlib");
}

TEST_F(CrateStoreTest, staticlibAlone) {
  folder.write(TestCrate("foo").type(CrateType::Staticlib));
  folder.writeText("libbar.a", "!<arch>\n");
  EXPECT_FALSE(load("foo"));
  EXPECT_FALSE(load("bar"));
  EXPECT_FALSE(loadFor("foo", TestCrate("bar")));
  EXPECT_EQ(
      headers(),
      (Headers{"error[E0462]: found staticlib `foo` instead of rlib or dylib",
               "error[E0462]: found staticlib `bar` instead of rlib or dylib",
               "error[E0462]: found staticlib `bar` instead of rlib or dylib which `foo` depends "
               "on"}));
  folder.write(TestCrate("foo"));
}

TEST_F(CrateStoreTest, severalCandidates) {
  folder.write(TestCrate("foo", "1"), "libfoo-1.rlib");
  folder.write(TestCrate("foo", "2"), "libfoo-2.rlib");
  EXPECT_TRUE(store->canFind("foo"));
  EXPECT_FALSE(load("foo"));
  EXPECT_EQ(said(), "error[E0464]: multiple candidates for `rlib` dependency `foo` found\n"
                    "  at main.c:1:1: several files can be this crate\n"
                    "  note: candidate #1: DIR/libfoo-1.rlib\n"
                    "  note: candidate #2: DIR/libfoo-2.rlib\n"
                    "  help: say which one with `--extern foo=PATH`\n");
}

TEST_F(CrateStoreTest, linksToOneFileAreOneCandidate) {
  std::string path = folder.write(TestCrate("foo"), "libfoo-1.rlib");
  ASSERT_FALSE(llvm::sys::fs::create_link(path, folder.path("libfoo-2.rlib")));
  EXPECT_TRUE(load("foo")) << said();
}

TEST_F(CrateStoreTest, damagedCrateAlone) {
  folder.truncate(folder.write(TestCrate("foo")), 300);
  // Its name says that it is more likely another crate.
  folder.truncate(folder.write(TestCrate("foobar")), 300);
  EXPECT_TRUE(store->canFind("foo"));
  EXPECT_FALSE(load("foo"));
  ASSERT_EQ(messages.diagnostics.size(), 1u) << said();
  EXPECT_EQ(messages.diagnostics.front().code, Code::E0786);
  expectSaid("DIR/libfoo.rlib");
  EXPECT_FALSE(load("foob"));
  EXPECT_EQ(messages.diagnostics.back().code, Code::E0463);
  expectSaid("note: passed over: DIR/libfoobar.rlib: ");
}

TEST_F(CrateStoreTest, crateOfALaterVersion) {
  std::string path = folder.write(TestCrate("foo"));
  std::string bytes = (*llvm::MemoryBuffer::getFile(path))->getBuffer().str();
  const std::string key = "\"schema\":";
  size_t at = bytes.find(key);
  ASSERT_NE(at, std::string::npos);
  bytes[bytes.find('1', at)] = '9';
  folder.writeText("libfoo.rlib", bytes);
  EXPECT_FALSE(load("foo"));
  EXPECT_EQ(headers(),
            (Headers{"error[E0514]: found crate `foo` compiled by a later version of cratec"}));
  // It does not hide one that can be read.
  folder.write(TestCrate("bar"), "libbar-1.rlib");
  folder.writeText("libbar-0.rlib", bytes);
  useFolders({{SearchPath::Kind::All, folder.path()}}); // a folder is listed once
  EXPECT_TRUE(load("bar")) << said();
}

TEST_F(CrateStoreTest, externPathDecidesAlone) {
  folder.write(TestCrate("foo", "1"));
  std::string path = folder.write(TestCrate("foo", "2"), "anything");
  const LoadedCrate *crate = load("foo", {path});
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->metadata.identity, TestCrate("foo", "2").identity());
  // The crate's own name may be another: Cargo renames dependencies so.
  EXPECT_EQ(load("alias", {path}), crate);
  // And it serves other crates too, though no search would find it.
  EXPECT_EQ(loadFor("bar", TestCrate("foo", "2")), crate);
  std::string dylib = folder.write(TestCrate("foo", "3").asDylib(), "libother.so");
  std::string rlib = folder.write(TestCrate("foo", "3"), "libother.rlib");
  crate = load("foo", {dylib, rlib});
  ASSERT_TRUE(crate) << said();
  EXPECT_EQ(crate->source.rlib, rlib);
  EXPECT_EQ(crate->source.dylib, dylib);
}

TEST_F(CrateStoreTest, recordAloneServesWhereThereIsNothingElse) {
  TestCrate crate("foo");
  std::string rmeta = folder.write(crate, "libfoo-1.rmeta");
  const LoadedCrate *found = loadFor("bar", crate);
  ASSERT_TRUE(found) << said();
  EXPECT_EQ(found->source.rmeta, rmeta);
  EXPECT_FALSE(found->source.rlib || found->source.dylib);
  EXPECT_EQ(found->metadata.identity, crate.identity());
}

TEST_F(CrateStoreTest, recordAloneDoesNotCountBesideAnRlib) {
  folder.write(TestCrate("foo", "old"), "libfoo.rmeta");
  std::string rlib = folder.write(TestCrate("foo", "new"));
  const LoadedCrate *found = load("foo");
  ASSERT_TRUE(found) << said();
  EXPECT_EQ(found->source.rlib, rlib);
  EXPECT_FALSE(found->source.rmeta);
}

TEST_F(CrateStoreTest, externPathMayBeARecordAlone) {
  std::string rmeta = folder.write(TestCrate("foo"), "libfoo-1.rmeta");
  folder.write(TestCrate("foo"), "libfoo-1.rlib");
  const LoadedCrate *found = load("foo", {rmeta});
  ASSERT_TRUE(found) << said();
  EXPECT_EQ(found->source.rmeta, rmeta);
  EXPECT_FALSE(found->source.rlib);
}

TEST_F(CrateStoreTest, externPathsThatAreWrong) {
  folder.write(TestCrate("foo"));
  EXPECT_FALSE(load("foo", {folder.path("none.rlib")}));
  EXPECT_FALSE(load("foo", {folder.path()}));
  EXPECT_FALSE(load("foo", {folder.writeText("notes.txt", "hello")}));
  EXPECT_FALSE(load("foo", {folder.writeText("libtext.rlib", "hello")}));
  std::string whole = folder.path("libfoo.rlib");
  EXPECT_FALSE(load("foo", {whole, folder.write(TestCrate("foo", "2"), "libfoo-2.rlib")}));
  EXPECT_FALSE(load("foo", {folder.write(TestCrate("foo").target("riscv64-unknown-linux-gnu"),
                                         "libfoo-3.rlib")}));
  std::string archive = folder.write(TestCrate("foo").type(CrateType::Staticlib));
  EXPECT_FALSE(load("foo", {whole, archive}));
  std::string cut = folder.write(TestCrate("foo"), "cut");
  folder.truncate(cut, 300);
  EXPECT_FALSE(load("foo", {cut}));
  std::string all = said();
  for (const char *text :
       {"error[E0463]: extern location for foo does not exist: DIR/none.rlib\n",
        "error[E0463]: extern location for foo is not a file: DIR\n",
        "error[E0463]: extern location for foo is of an unknown type: DIR/notes.txt\n"
        "  at main.c:1:1: can't find crate\n"
        "  help: file name should be lib*.rlib, lib*.rmeta or lib*.so\n",
        "error[E0786]: found invalid metadata files for crate `foo`\n"
        "  at main.c:1:1: \n"
        "  note: `DIR/libtext.rlib` is not a crate: it is neither an archive nor an ELF file\n",
        "error[E0464]: multiple candidates for `rlib` dependency `foo` found\n", "error[E0461]",
        "error[E0462]", "error[E0786]"})
    expectSaid(text);
  EXPECT_EQ(messages.diagnostics.size(), 8u) << all;
}

} // namespace
