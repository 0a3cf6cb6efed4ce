//===- SessionTest.cpp - target, sysroot and folders -----------------------===//

#include "DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class SessionTest : public DriverFixture {};

} // namespace

TEST_F(SessionTest, TheSysrootIsRelativeToTheProgram) {
  std::optional<Session> session = openSession(options, "/opt/x/bin/cratec", diags);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->sysroot, "/opt/x");
  EXPECT_EQ(session->target, hostTarget());
  EXPECT_EQ(session->targetLibraryPath, "/opt/x/lib/cratec/" + hostTarget().triple + "/lib");
  EXPECT_EQ(session->includePath, "/opt/x/lib/cratec/include");
}

TEST_F(SessionTest, SysrootAndTargetCanBeChosen) {
  parse({"--sysroot", "other"});
  for (const TargetSpec &target : builtinTargets()) {
    options.target = target.triple;
    std::optional<Session> session = openSession(options, "/opt/bin/cratec", diags);
    ASSERT_TRUE(session) << said();
    EXPECT_EQ(session->target.triple, target.triple);
    EXPECT_EQ(session->sysroot, "other");
    EXPECT_EQ(session->targetLibraryPath, "other/lib/cratec/" + target.triple + "/lib");
    EXPECT_EQ(session->includePath, "other/lib/cratec/include");
  }
}

TEST_F(SessionTest, AnUnknownTargetIsRefused) {
  for (const char *triple : {"", "x86_64", "nowhere-none", "X86_64-unknown-linux-gnu"}) {
    messages.diagnostics.clear();
    options.target = triple;
    EXPECT_FALSE(openSession(options, "/opt/bin/cratec", diags));
    EXPECT_EQ(said(),
              std::string("Error loading target specification: Could not find "
                          "specification for target \"") +
                  triple +
                  "\"\n  run `cratec --print target-list` for a list of built-in targets\n");
  }
}

TEST_F(SessionTest, FeaturesAndProcessorsChangeTheTarget) {
  parse({"-C", "target-cpu=x86-64-v2", "--target", "x86_64-unknown-linux-gnu", "-C",
         "target-feature=+avx2,-bmi1"});
  TargetSpec target = session().target;
  EXPECT_EQ(target.cpu, "x86-64-v2");
  // LLVM's names.
  EXPECT_EQ(target.features, "+avx2,-bmi");
  EXPECT_FALSE(target.crtStatic);
  EXPECT_EQ(target.identity(), "x86_64-unknown-linux-gnu");
}

TEST_F(SessionTest, TheLastWordAboutTheCLibraryCounts) {
  const std::pair<std::vector<std::string>, bool> rows[] = {
      {{"--target", "x86_64-unknown-linux-gnu"}, false},
      {{"--target", "x86_64-unknown-linux-gnu", "-Ctarget-feature=+crt-static"}, true},
      {{"--target", "x86_64-unknown-linux-musl"}, true},
      {{"--target", "x86_64-unknown-linux-musl", "-Ctarget-feature=-crt-static"}, false},
      {{"--target", "x86_64-unknown-linux-musl", "-Ctarget-feature=-crt-static",
        "-Ctarget-feature=+crt-static"},
       true}};
  for (const auto &[arguments, isStatic] : rows) {
    parse(arguments);
    Session opened = session();
    EXPECT_EQ(opened.target.crtStatic, isStatic);
    EXPECT_EQ(opened.target.features, "");
    bool said = llvm::any_of(opened.configuration(), [](const rust::ConfigurationEntry &entry) {
      return entry.name == "target_feature" && entry.value == "crt-static";
    });
    EXPECT_EQ(said, isStatic);
  }
}

TEST_F(SessionTest, ConfigurationHasTheProcessorsFeaturesByRustcsNames) {
  parse({"--target", "x86_64-unknown-linux-gnu", "-C", "target-feature=+avx2,+rdrand"});
  Names features;
  for (const rust::ConfigurationEntry &entry : session().configuration())
    if (entry.name == "target_feature")
      features.push_back(*entry.value);
  // What +avx2 implies is there too.
  EXPECT_EQ(features, (Names{"avx", "avx2", "fxsr", "rdrand", "sse", "sse2", "sse3", "sse4.1",
                             "sse4.2", "ssse3"}));
}

TEST_F(SessionTest, SearchPathsAreInTheOrderGivenAndTheSysrootsIsLast) {
  parse({"-L", "d", "-Lnative=n", "-L", "crate=c", "-Ldependency=p", "-Lall=a"});
  Session session = this->session();
  Names crateFolders;
  for (const SearchPath &path : session.crateSearchPaths())
    if (path.kind != SearchPath::Kind::Native)
      crateFolders.push_back(path.directory);
  EXPECT_EQ(crateFolders, (Names{"d", "c", "p", "a", session.targetLibraryPath}));
  EXPECT_EQ(session.nativeSearchPaths(), (Names{"d", "n", "a", session.targetLibraryPath}));
}

TEST_F(SessionTest, TheOutputFolder) {
  const std::pair<std::vector<std::string>, const char *> rows[] = {
      {Names(), "."},
      {{"-o", "file"}, "."},
      {{"-o", "a/b/file"}, "a/b"},
      {{"-o", "/file"}, "/"},
      {{"-o", "./file"}, "."},
      {{"--out-dir", "d"}, "d"},
      {{"--out-dir", "d/e", "-o", "a/file"}, "d/e"}};
  for (const auto &[arguments, folder] : rows) {
    parse(arguments);
    EXPECT_EQ(session().outputDirectory(), folder);
  }
}
