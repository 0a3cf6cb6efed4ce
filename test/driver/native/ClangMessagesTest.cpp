//===- ClangMessagesTest.cpp - what clang wrote ----------------------------===//

#include "../DriverFixture.h"
#include "driver/native/NativeCrate.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class ClangMessages : public DriverFixture {
protected:
  /// Each message as `severity[code] place: text`, its attachments indented.
  std::string reported(llvm::StringRef output) {
    messages.diagnostics.clear();
    bool anyError = reportClangMessages(output, "in.c", diags);
    std::string text;
    bool expected = false;
    for (const Diagnostic &message : messages.diagnostics) {
      expected |= message.severity == Severity::Error;
      text += spelling(message.severity).str();
      if (message.code != Code::None)
        text += "[" + infoOf(message.code).id.str() + "]";
      for (const Label &label : message.labels)
        text += " " + label.at.toString();
      text += ": " + message.message + "\n";
      for (const Attachment &attachment : message.attachments)
        text += "  " + spelling(attachment.severity).str() + ": " + attachment.message + "\n";
    }
    EXPECT_EQ(anyError, expected);
    return text;
  }
};

} // namespace

TEST_F(ClangMessages, HaveTheirPlaces) {
  EXPECT_EQ(
      reported("a.c:1:24: error: use of undeclared identifier 'missing'\n1 error generated.\n"),
      "error[C05] a.c:1:24: use of undeclared identifier 'missing'\n");
  EXPECT_EQ(reported("i.c:1:10: fatal error: 'nope.h' file not found\n1 error generated.\n"),
            "error[C05] i.c:1:10: 'nope.h' file not found\n");
  EXPECT_EQ(reported("w.c:1:17: warning: non-void function does not return a value "
                     "[-Wreturn-type]\n1 warning generated.\n"),
            "warning w.c:1:17: non-void function does not return a value [-Wreturn-type]\n");
  EXPECT_EQ(reported("<inline asm>:2:2: error: invalid instruction mnemonic 'nonsense'\n"),
            "error[C05] <inline asm>:2:2: invalid instruction mnemonic 'nonsense'\n");
  EXPECT_EQ(reported("a.c:4294967295:1: error: far\n"), "error[C05] a.c:4294967295:1: far\n");
}

TEST_F(ClangMessages, NothingIsNoError) {
  for (const char *output : {"", "\n", "1 warning generated.\n", "2 errors generated.\n"})
    EXPECT_EQ(reported(output), "");
}

TEST_F(ClangMessages, NotesBelongToTheMessageBefore) {
  EXPECT_EQ(reported("two.c:2:5: error: redefinition of 'two'\n"
                     "two.c:1:5: note: previous definition is here\n"
                     "two.c:3:1: warning: w\n"
                     "note: expanded from here\n"
                     "two.c:4:1: note: b\n"
                     "1 warning and 1 error generated.\n"),
            "error[C05] two.c:2:5: redefinition of 'two'\n"
            "  note: two.c:1:5: previous definition is here\n"
            "warning two.c:3:1: w\n"
            "  note: expanded from here\n"
            "  note: two.c:4:1: b\n");
}

TEST_F(ClangMessages, ANoteBeforeAnyErrorIsANote) {
  EXPECT_EQ(reported("a.c:1:1: note: alone\nb.c:2:2: error: bad\n"),
            "note a.c:1:1: alone\nerror[C05] b.c:2:2: bad\n");
}

TEST_F(ClangMessages, FilesMayHaveAnyName) {
  EXPECT_EQ(reported("a:1:2/b c.c:3:4: error: x\n"), "error[C05] a:1:2/b c.c:3:4: x\n");
  EXPECT_EQ(reported("a: error: b.c:3:4: error: x\n"), "error[C05] a: error: b.c:3:4: x\n");
  EXPECT_EQ(reported("C:\\x\\a.c:3:4: warning: x\n"), "warning C:\\x\\a.c:3:4: x\n");
  EXPECT_EQ(reported("caf\xC3\xA9/[a](b)*.c:3:4: error: x\n"),
            "error[C05] caf\xC3\xA9/[a](b)*.c:3:4: x\n");
}

// `#error z.c:7:8: warning: text`
TEST_F(ClangMessages, TextsMayLookLikeMessages) {
  EXPECT_EQ(reported("e.c:1:2: error: z.c:7:8: warning: text\n"),
            "error[C05] e.c:1:2: z.c:7:8: warning: text\n");
  EXPECT_EQ(reported("e.c:1:2: error: error: note: text: 1:2:\n"),
            "error[C05] e.c:1:2: error: note: text: 1:2:\n");
  EXPECT_EQ(reported("e.c:1:2: error: \n"), "error[C05] e.c:1:2: \n");
}

TEST_F(ClangMessages, IncludeStacksAreLeftOut) {
  EXPECT_EQ(reported("In file included from a.c:1:\nIn file included from ./b.h:2:\n"
                     "./c.h:1:1: error: unknown type name 'x'\n"),
            "error[C05] ./c.h:1:1: unknown type name 'x'\n");
}

TEST_F(ClangMessages, OfTheDriverAreAboutTheInput) {
  EXPECT_EQ(reported("clang: error: unknown argument: '-fnonsense'\n"),
            "error[C05]: unknown argument: '-fnonsense'\n  note: while compiling `in.c`\n");
  EXPECT_EQ(reported("clang-19: warning: argument unused during compilation: '-x' "
                     "[-Wunused-command-line-argument]\n"),
            "warning: argument unused during compilation: '-x' [-Wunused-command-line-argument]\n"
            "  note: while compiling `in.c`\n");
}

// As clang 19 writes them when it is not about a place of a source.
TEST_F(ClangMessages, OfTheCompilerProperHaveNoPrefix) {
  const std::string about = "  note: while compiling `in.c`\n";
  EXPECT_EQ(reported("error: unable to open output file 'x/b.o': 'No such file or directory'\n"
                     "1 error generated.\n"),
            "error[C05]: unable to open output file 'x/b.o': 'No such file or directory'\n" +
                about);
  EXPECT_EQ(reported("error: unknown target CPU 'nonsense'\n"
                     "note: valid target CPU values are: nocona, core2\n"),
            "error[C05]: unknown target CPU 'nonsense'\n" + about +
                "  note: valid target CPU values are: nocona, core2\n");
  EXPECT_EQ(reported("error: unable to load plugin '/nope.so': '/nope.so: cannot open shared "
                     "object file: No such file or directory'\n"),
            "error[C05]: unable to load plugin '/nope.so': '/nope.so: cannot open shared object "
            "file: No such file or directory'\n" +
                about);
  EXPECT_EQ(reported("fatal error: error in backend: cannot select\n"),
            "error[C05]: error in backend: cannot select\n" + about);
  EXPECT_EQ(reported("warning: unknown warning option '-Wx'\n"),
            "warning: unknown warning option '-Wx'\n" + about);
}

TEST_F(ClangMessages, LinesMayEndAsOnWindowsOrNotAtAll) {
  EXPECT_EQ(reported("a.c:1:1: error: x"), "error[C05] a.c:1:1: x\n");
  EXPECT_EQ(reported("a.c:1:1: error: x\r\n"), "error[C05] a.c:1:1: x\n");
}

// Not a number that fits; the message is still worth its words.
TEST_F(ClangMessages, AnImpossiblePlaceIsLeftOut) {
  EXPECT_EQ(reported("a.c:99999999999:1: error: x\n"),
            "error[C05]: x\n  note: while compiling `in.c`\n");
}

TEST_F(ClangMessages, AllAreSaid) {
  std::string output;
  for (int line = 1; line <= 100; ++line)
    output += fmt::format("a.c:{}:1: error: x\na.c:{}:2: note: y\n", line, line);
  reported(output);
  EXPECT_EQ(messages.diagnostics.size(), 100u);
}

TEST(DependencyFile, NamesAreInTheOrderOfTheRule) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(parseDependencyFile("output: a.c\n"), Names{"a.c"});
  EXPECT_EQ(parseDependencyFile("output: a.c b.h \\\n  /x/c.h \\\n  ../d.h\n"),
            (Names{"a.c", "b.h", "/x/c.h", "../d.h"}));
  EXPECT_EQ(parseDependencyFile("output: \\\n  a.c"), Names{"a.c"});
  EXPECT_EQ(parseDependencyFile("output: a:b.c c: d=e.h\n"), (Names{"a:b.c", "c:", "d=e.h"}));
  for (const char *none : {"", "output:", "output:\n", "output: \n", "output: \\\n"})
    EXPECT_EQ(parseDependencyFile(none), Names()) << none;
}

// As clang's dependency writer escapes names: a backslash before a blank and the
// backslashes in front of it, before '#', and '$' doubled.
TEST(DependencyFile, NamesAreUnescaped) {
  for (const std::string name : {"a b.c", " ", "a#b.c", "#", "a$b.c", "$$", "a\\b.c", "a\\\\b.c",
                                 "a\\ b.c", "a\\\\ b.c", "a\\#b", "a:b.c"}) {
    std::string escaped;
    for (size_t i = 0; i != name.size(); ++i) {
      if (name[i] == '#')
        escaped += '\\';
      if (name[i] == ' ') {
        escaped += '\\';
        for (size_t j = i; j > 0 && name[j - 1] == '\\'; --j)
          escaped += '\\';
      }
      escaped += name[i];
      if (name[i] == '$')
        escaped += '$';
    }
    EXPECT_EQ(parseDependencyFile("output: " + escaped + " \\\n  z.h\n"),
              (std::vector<std::string>{name, "z.h"}))
        << escaped;
  }
}
