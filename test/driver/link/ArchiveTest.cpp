//===- ArchiveTest.cpp - rlibs ---------------------------------------------===//

#include "LinkFixture.h"

using namespace cratec;

namespace {

class Archive : public LinkFixture {
protected:
  Names membersOf(const std::string &name) {
    auto archive = loadArchive(path(name));
    if (!archive) {
      ADD_FAILURE() << llvm::toString(archive.takeError());
      return {};
    }
    Names names;
    for (const LoadedMember &member : archive->members)
      names.push_back(member.name);
    return names;
  }
};

} // namespace

TEST_F(Archive, KeepsTheOrderAndSameNamedMembers) {
  archive("libn.a", {{"x.o", objectBytes({"n1"})}, {"x.o", objectBytes({"n2"})}});
  object("x.o", {"mine"});
  ASSERT_TRUE(writeRlib(path("lib.rlib"),
                        {{"lib.rmeta.o", "", objectBytes({})}, {"x.o", path("x.o"), ""}},
                        {path("libn.a")}, diags))
      << said();
  EXPECT_EQ(membersOf("lib.rlib"), (Names{"lib.rmeta.o", "x.o", "x.o", "x.o"}));
  auto loaded = llvm::cantFail(loadArchive(path("lib.rlib")));
  EXPECT_TRUE(symbolsOf(loaded.members[2].contents).count("n1"));
  EXPECT_TRUE(symbolsOf(loaded.members[3].contents).count("n2"));
}

TEST_F(Archive, IsTheSameEachTime) {
  object("x.o", {"mine"});
  std::vector<ArchiveMember> members = {{"x.o", path("x.o"), ""}};
  ASSERT_TRUE(writeRlib(path("one.rlib"), members, {}, diags));
  llvm::sys::fs::setPermissions(path("x.o"), llvm::sys::fs::owner_read);
  ASSERT_TRUE(writeRlib(path("two.rlib"), members, {}, diags));
  EXPECT_EQ(read("one.rlib"), read("two.rlib"));
  // A member's header: no time, no owner.
  EXPECT_NE(read("one.rlib").find("x.o/            0           0     0     644     "),
            std::string::npos);
}

TEST_F(Archive, LongNamesSurvive) {
  std::string name(40, 'n');
  archive("lib.a", {{name + ".o", objectBytes({"f"})}});
  EXPECT_EQ(membersOf("lib.a"), Names{name + ".o"});
}

TEST_F(Archive, AFailureLeavesWhatWasThere) {
  write("lib.rlib", "before");
  EXPECT_FALSE(writeRlib(path("lib.rlib"), {{"x.o", path("missing.o"), ""}}, {}, diags));
  write("libbad.a", "!<arch>\njunk");
  EXPECT_FALSE(writeRlib(path("lib.rlib"), {}, {path("libbad.a")}, diags));
  EXPECT_EQ(read("lib.rlib"), "before");
  EXPECT_EQ(files(), (Names{"lib.rlib", "libbad.a"}));
  EXPECT_EQ(diags.errorCount(), 2u);
}

TEST_F(Archive, ATruncatedArchiveIsRefused) {
  archive("lib.a", {{"x.o", objectBytes({"f"})}, {"y.o", objectBytes({"g"})}});
  std::string whole = read("lib.a");
  for (size_t size = 0; size < whole.size(); size += 7) {
    write("cut.a", llvm::StringRef(whole).take_front(size));
    auto loaded = loadArchive(path("cut.a"));
    // Nothing that is read may lie outside of the file.
    for (size_t i = 0; loaded && i != loaded->members.size(); ++i)
      EXPECT_LE(loaded->members[i].contents.end(), loaded->buffer->getBufferEnd()) << size;
    if (!loaded)
      llvm::consumeError(loaded.takeError());
  }
}

TEST_F(Archive, ADirectoryIsNotOverwritten) {
  EXPECT_FALSE(writeRlib(folder, {}, {}, diags));
  EXPECT_EQ(said().substr(0, 17), "C01 cannot write ");
  EXPECT_FALSE(writeRlib(path("none/lib.rlib"), {}, {}, diags));
}
