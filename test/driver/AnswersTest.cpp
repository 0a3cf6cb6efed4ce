//===- AnswersTest.cpp - words for a shell, and answers without a crate ---===//

#include "driver/Answers.h"

#include "DriverFixture.h"
#include "driver/Process.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class Answers : public DriverFixture {
protected:
  std::string answered;

  /// Whether the run is done with what `answered` then holds.
  bool isDone(std::vector<std::string> arguments) {
    parse(std::move(arguments));
    answered.clear();
    llvm::raw_string_ostream out(answered);
    return answerWithoutCrate(session(), out, diags);
  }
  bool isDoneAboutCrate(std::vector<std::string> arguments, const CrateDescription &description) {
    parse(std::move(arguments));
    answered.clear();
    llvm::raw_string_ostream out(answered);
    return answerAboutCrate(session(), description, out, diags);
  }
};

} // namespace

TEST_F(Answers, QuotedWordsComeBackFromTheShell) {
  Names words = {"plain",  "",     " ",   "a b",  "'",      "''",  "it's", "\"",    "\\",
                 "\\'",    "$x",   "`x`", "$(x)", "*",      "?",   "[a]",  "{a,b}", "~",
                 "~root",  "#",    "a;b", "a&b",  "a|b",    "<a>", "(a)",  "!x",    "\t",
                 "a\nb",   "\n",   "-x",  "--",   "a=b",    "%s",  "%",    "^",     "\xC3\xA9",
                 "-z,now", "@a:b", "\r",  "\x01", "a'b\"c'"};
  for (char c = 1; c != 127; ++c)
    words.push_back(std::string(1, c));
  ProcessResult result = runProcess(
      "/bin/sh", {"-c", "printf '%s\\0' " + quoteForShell(words) + " > " + path("words")});
  ASSERT_EQ(result.exitCode, 0) << result.errorOutput;
  std::string expected;
  for (const std::string &word : words)
    expected += word + '\0';
  EXPECT_EQ(read("words"), expected);
}

TEST_F(Answers, PlainWordsStayReadable) {
  EXPECT_EQ(quoteForShell({"ld.lld", "-o", "a_b/c-1.so", "--x=y,z", "a b"}),
            "ld.lld -o a_b/c-1.so --x=y,z 'a b'");
  EXPECT_EQ(quoteForShell({}), "");
  EXPECT_EQ(quoteForShell({""}), "''");
}

TEST_F(Answers, VersionAndHelpWinOverAllElse) {
  EXPECT_TRUE(isDone({"-V", "main.c", "--print", "sysroot"}));
  EXPECT_EQ(answered.substr(0, 7), "cratec ");
  EXPECT_EQ(answered.find('\n'), answered.size() - 1);
  EXPECT_TRUE(isDone({"-vV"}));
  for (const char *line : {"\nbinary: cratec\n", "\nhost: ", "\nrelease: ", "\nLLVM version: 19",
                           "\ncommit-hash: ", "\ncommit-date: "})
    EXPECT_NE(answered.find(line), std::string::npos) << line;
  EXPECT_TRUE(isDone({"--help", "-V"}));
  EXPECT_NE(answered.find("--crate-type"), std::string::npos);
}

TEST_F(Answers, ExplainsEveryCodeAndRefusesOthers) {
  for (const CodeInfo &info : allCodes()) {
    EXPECT_TRUE(isDone({"--explain", info.id.str()}));
    EXPECT_NE(answered, "") << info.id.str();
  }
  EXPECT_TRUE(isDone({"--explain", "E9999"}));
  EXPECT_EQ(answered, "");
  EXPECT_TRUE(says("C02 E9999 is not a valid error code\n"));
}

TEST_F(Answers, PrintsAboutTheInstallationNeedNoInput) {
  EXPECT_TRUE(isDone({"--print", "target-libdir", "--print=sysroot", "--sysroot", "/s"}));
  EXPECT_EQ(answered, "/s/lib/cratec/" + hostTarget().triple + "/lib\n/s\n");
  EXPECT_TRUE(isDone({"--print", "target-list"}));
  std::string triples;
  for (const TargetSpec &target : builtinTargets())
    triples += target.triple + "\n";
  EXPECT_EQ(answered, triples);
  EXPECT_FALSE(isDone({"--print", "sysroot", "--print", "crate-name"}));
  EXPECT_FALSE(isDone({"main.c"}));
  EXPECT_EQ(answered, "");
}

TEST_F(Answers, PrintsAboutTheCrate) {
  CrateDescription description;
  description.crate.name = description.fileStem = "x";
  description.types = {CrateType::Executable, CrateType::Cdylib};
  EXPECT_TRUE(isDoneAboutCrate(
      {"--print=file-names", "--print=crate-name", "--out-dir", "d", "-Cextra-filename=-1"},
      description));
  EXPECT_EQ(answered, "x-1\nlibx-1.so\nx\n");
  EXPECT_FALSE(isDoneAboutCrate({}, description));
  EXPECT_EQ(answered, "");
  // All answers come in their order, so the first waits for the last.
  for (const char *later : {"allocator", "crate-graph", "crate-graph=dot", "link-args"}) {
    EXPECT_FALSE(isDoneAboutCrate({"--print", "crate-name", "--print", later}, description));
    EXPECT_EQ(answered, "");
  }
}
