//===- TextRendererTest.cpp - the human form, compared whole --------------===//
//
// The shapes are those that rustc 1.95 prints for the same places.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/diag/Renderers.h"
#include "test/linkcheck/diag/SourceFolder.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace linkcheck;

namespace {

class TextRendering : public InSourceFolder {
protected:
  static std::string full(const Diagnostic &diagnostic) {
    return renderText(diagnostic, {TextStyle::Full, false});
  }
  static Diagnostic error(std::string message, std::vector<Label> labels) {
    return {Severity::Error, Code::None, std::move(message), std::move(labels), {}};
  }
};

TEST_F(TextRendering, headerAlone) {
  EXPECT_EQ(full({Severity::Error, Code::E0463, "can't find crate for `y`", {}, {}}),
            "error[E0463]: can't find crate for `y`\n\n");
  EXPECT_EQ(full({Severity::Warning, Code::A13, "chosen", {}, {}}), "warning[A13]: chosen\n\n");
  EXPECT_EQ(full({Severity::Error, Code::None, "stop", {}, {}}), "error: stop\n\n");
  EXPECT_EQ(full({Severity::Note, Code::None, "so it is", {}, {}}), "note: so it is\n\n");
  EXPECT_EQ(full({Severity::Help, Code::None, "try", {}, {}}), "help: try\n\n");
}

TEST_F(TextRendering, messageOfSeveralLinesIsAlignedWithItsBegin) {
  EXPECT_EQ(full({Severity::Error, Code::A02, "first\nsecond\n", {}, {}}),
            "error[A02]: first\n"
            "            second\n\n");
}

TEST_F(TextRendering, attachmentsWithoutAPlace) {
  Diagnostic diagnostic{Severity::Error, Code::L01, "linking failed", {}, {}};
  diagnostic.attachments = {{Severity::Note, "first\nsecond\n\nthird\n"},
                            {Severity::Help, "look\nagain"}};
  EXPECT_EQ(full(diagnostic), "error[L01]: linking failed\n"
                              "  |\n"
                              "  = note: first\n"
                              "          second\n"
                              "\n"
                              "          third\n"
                              "  = help: look\n"
                              "          again\n\n");
}

TEST_F(TextRendering, excerptWithLabelAndNote) {
  write("main.c", "#include <crate/crate.h>\n\nEXTERN_CRATE(\"y\");\n");
  Diagnostic diagnostic{Severity::Error,
                        Code::E0463,
                        "can't find crate for `y`",
                        {{{"main.c", 3, 14}, 3, "asked for here"}},
                        {{Severity::Note, "searched in /usr/lib"}}};
  EXPECT_EQ(full(diagnostic), "error[E0463]: can't find crate for `y`\n"
                              " --> main.c:3:14\n"
                              "  |\n"
                              "3 | EXTERN_CRATE(\"y\");\n"
                              "  |              ^^^ asked for here\n"
                              "  |\n"
                              "  = note: searched in /usr/lib\n\n");
}

TEST_F(TextRendering, lengthZeroUnderlinesToTheEndOfTheLine) {
  write("main.c", "  EXTERN_CRATE(\"y\");  \r\n");
  EXPECT_EQ(full(error("m", {{{"main.c", 1, 3}, 0, ""}})), "error: m\n"
                                                           " --> main.c:1:3\n"
                                                           "  |\n"
                                                           "1 |   EXTERN_CRATE(\"y\");\n"
                                                           "  |   ^^^^^^^^^^^^^^^^^^\n\n");
  // Without a column it begins at the first word.
  EXPECT_EQ(full(error("m", {{{"main.c", 1, 0}, 0, ""}})), "error: m\n"
                                                           " --> main.c:1\n"
                                                           "  |\n"
                                                           "1 |   EXTERN_CRATE(\"y\");\n"
                                                           "  |   ^^^^^^^^^^^^^^^^^^\n\n");
}

TEST_F(TextRendering, placesPastTheEndOfTheLineGetOneCaret) {
  write("main.c", "int x\n\nlast");
  EXPECT_EQ(full(error("m", {{{"main.c", 1, 6}, 1, "expected `;`"}})),
            "error: m\n"
            " --> main.c:1:6\n"
            "  |\n"
            "1 | int x\n"
            "  |      ^ expected `;`\n\n");
  EXPECT_EQ(full(error("m", {{{"main.c", 1, 900}, 4000000000u, ""}})), "error: m\n"
                                                                       " --> main.c:1:6\n"
                                                                       "  |\n"
                                                                       "1 | int x\n"
                                                                       "  |      ^\n\n");
  EXPECT_EQ(full(error("m", {{{"main.c", 2, 0}, 0, ""}})), "error: m\n"
                                                           " --> main.c:2\n"
                                                           "  |\n"
                                                           "2 |\n"
                                                           "  | ^\n\n");
  EXPECT_EQ(full(error("m", {{{"main.c", 3, 2}, 9, ""}})), "error: m\n"
                                                           " --> main.c:3:2\n"
                                                           "  |\n"
                                                           "3 | last\n"
                                                           "  |  ^^^\n\n");
}

TEST_F(TextRendering, linesInOrderWithAMarkBetweenDistantOnes) {
  write("a.rs", "\nfn a(){}\n\n\n\n\n\n\nfn a(){}\n");
  Diagnostic diagnostic =
      error("the name `a` is defined multiple times", {{{"a.rs", 9, 1}, 6, "`a` redefined here"},
                                                       {{"a.rs", 2, 1}, 6, "previous definition"}});
  diagnostic.attachments = {{Severity::Note, "once only"}};
  EXPECT_EQ(full(diagnostic), "error: the name `a` is defined multiple times\n"
                              " --> a.rs:9:1\n"
                              "  |\n"
                              "2 | fn a(){}\n"
                              "  | ------ previous definition\n"
                              "...\n"
                              "9 | fn a(){}\n"
                              "  | ^^^^^^ `a` redefined here\n"
                              "  |\n"
                              "  = note: once only\n\n");
}

TEST_F(TextRendering, aSingleLineBetweenTwoLabelsIsShown) {
  write("a.rs", "\n\n\n\n\n\n\nfn b(){}\n// between\nfn b(){}\nfn c(){}\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 10, 1}, 6, "again"},
                             {{"a.rs", 8, 1}, 6, "first"},
                             {{"a.rs", 11, 1}, 2, ""}})),
            "error: m\n"
            "  --> a.rs:10:1\n"
            "   |\n"
            " 8 | fn b(){}\n"
            "   | ------ first\n"
            " 9 | // between\n"
            "10 | fn b(){}\n"
            "   | ^^^^^^ again\n"
            "11 | fn c(){}\n"
            "   | --\n\n");
}

TEST_F(TextRendering, severalLabelsOfOneLineHang) {
  write("a.rs", "    f(\"a\", 1, 2, 3);\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 5}, 1, ""},
                             {{"a.rs", 1, 7}, 3, "expected `i32`"},
                             {{"a.rs", 1, 12}, 1, "expected `&str`"},
                             {{"a.rs", 1, 15}, 1, "unexpected argument #3"},
                             {{"a.rs", 1, 18}, 1, "unexpected argument #4"}})),
            "error: m\n"
            " --> a.rs:1:5\n"
            "  |\n"
            "1 |     f(\"a\", 1, 2, 3);\n"
            "  |     ^ ---  -  -  - unexpected argument #4\n"
            "  |       |    |  |\n"
            "  |       |    |  unexpected argument #3\n"
            "  |       |    expected `&str`\n"
            "  |       expected `i32`\n\n");
}

TEST_F(TextRendering, distantLabelsOfOneLineShareTheRow) {
  write("a.rs", "one                            two\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 32}, 3, "right"}, {{"a.rs", 1, 1}, 3, "left"}})),
            "error: m\n"
            " --> a.rs:1:32\n"
            "  |\n"
            "1 | one                            two\n"
            "  | --- left                       ^^^ right\n\n");
}

TEST_F(TextRendering, aLabelInsideAnotherStaysVisible) {
  write("a.rs", "call(argument);\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 1}, 14, "outer"}, {{"a.rs", 1, 6}, 8, "inner"}})),
            "error: m\n"
            " --> a.rs:1:1\n"
            "  |\n"
            "1 | call(argument);\n"
            "  | ^^^^^--------^\n"
            "  | |    |\n"
            "  | |    inner\n"
            "  | outer\n\n");
}

TEST_F(TextRendering, labelInAnotherFile) {
  write("main.rs", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nfn main() { m::S.foo(); }\n");
  write("m.rs", "\n\n\npub struct S;\n");
  EXPECT_EQ(full(error("no method named `foo`",
                       {{{"main.rs", 17, 18}, 3, "method not found"},
                        {{"m.rs", 4, 1}, 12, "method `foo` not found for this struct"}})),
            "error: no method named `foo`\n"
            "  --> main.rs:17:18\n"
            "   |\n"
            "17 | fn main() { m::S.foo(); }\n"
            "   |                  ^^^ method not found\n"
            "   |\n"
            "  ::: m.rs:4:1\n"
            "   |\n"
            " 4 | pub struct S;\n"
            "   | ------------ method `foo` not found for this struct\n\n");
}

TEST_F(TextRendering, aFileWithoutALineIsNamedOnly) {
  write("liby.rlib", "!<arch>\n");
  EXPECT_EQ(full({Severity::Error,
                  Code::E0786,
                  "malformed",
                  {{{"liby.rlib"}, 0, ""}},
                  {{Severity::Help, "compile it again"}}}),
            "error[E0786]: malformed\n"
            " --> liby.rlib\n"
            "  |\n"
            "  = help: compile it again\n\n");
}

TEST_F(TextRendering, theWordsOfALabelOutliveItsFile) {
  EXPECT_EQ(full(error("m", {{{"gone.c", 12, 3}, 4, "this one"}, {{"gone2.c", 7, 1}, 1, "that"}})),
            "error: m\n"
            "  --> gone.c:12:3\n"
            "   |\n"
            "   = note: this one\n"
            "  ::: gone2.c:7:1\n"
            "   |\n"
            "   = note: that\n\n");
}

TEST_F(TextRendering, aFileThatBecameShorterCostsOnlyTheExcerpt) {
  write("a.c", "one\ntwo\n");
  EXPECT_EQ(full(error("m", {{{"a.c", 2, 1}, 3, "there"}, {{"a.c", 9, 1}, 3, "gone"}})),
            "error: m\n"
            " --> a.c:2:1\n"
            "  |\n"
            "2 | two\n"
            "  | ^^^ there\n"
            " ::: a.c:9:1\n"
            "  |\n"
            "  = note: gone\n\n");
  EXPECT_EQ(full(error("m", {{{"a.c", 9, 1}, 3, ""}, {{"a.c", 2, 1}, 3, "there"}})),
            "error: m\n"
            " --> a.c:9:1\n"
            "  |\n"
            "2 | two\n"
            "  | --- there\n\n");
}

TEST_F(TextRendering, foldersAndPipesAreNotRead) {
  ASSERT_EQ(mkfifo("pipe.c", 0600), 0);
  EXPECT_EQ(full(error("m", {{{"pipe.c", 1, 1}, 1, ""}})), "error: m\n --> pipe.c:1:1\n\n");
  EXPECT_EQ(full(error("m", {{{".", 1, 1}, 1, ""}})), "error: m\n --> .:1:1\n\n");
  // The folder's removal leaves special files alone.
  ASSERT_EQ(unlink("pipe.c"), 0);
}

TEST_F(TextRendering, tabsAreExpandedAndCaretsFollow) {
  write("a.c", "\tint\tx = y;\n");
  EXPECT_EQ(full(error("m", {{{"a.c", 1, 6}, 1, "tab\tin label"}})),
            "error: m\n"
            " --> a.c:1:6\n"
            "  |\n"
            "1 |     int    x = y;\n"
            "  |            ^ tab in label\n\n");
}

TEST_F(TextRendering, caretsCountColumnsNotBytes) {
  // é is two bytes and one column, 日本 six bytes and four columns; the place is
  // printed in characters.
  write("a.rs", "é \"日本\"; foo\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 14}, 3, "here"}})), "error: m\n"
                                                              " --> a.rs:1:9\n"
                                                              "  |\n"
                                                              "1 | é \"日本\"; foo\n"
                                                              "  |           ^^^ here\n\n");
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 5}, 6, "日本"}})), "error: m\n"
                                                             " --> a.rs:1:4\n"
                                                             "  |\n"
                                                             "1 | é \"日本\"; foo\n"
                                                             "  |    ^^^^ 日本\n\n");
  // A column in the middle of a character means that character.
  EXPECT_EQ(full(error("m", {{{"a.rs", 1, 2}, 1, ""}})), "error: m\n"
                                                         " --> a.rs:1:1\n"
                                                         "  |\n"
                                                         "1 | é \"日本\"; foo\n"
                                                         "  | ^\n\n");
}

TEST_F(TextRendering, longLinesAreCutAroundTheMarks) {
  std::string filler(1u << 20, 'x');
  write("a.c", filler + "MARK" + filler + "\n");
  std::string text = full(error("m", {{{"a.c", 1, (1u << 20) + 1}, 4, "here"}}));
  std::string side(68, 'x');
  EXPECT_EQ(text, "error: m\n"
                  " --> a.c:1:1048577\n"
                  "  |\n"
                  "1 | ..." +
                      side + "MARK" + side +
                      "...\n"
                      "  |    " +
                      std::string(68, ' ') + "^^^^ here\n\n");
  // The whole line, its begin, its end.
  EXPECT_LT(full(error("m", {{{"a.c", 1, 1}, 0, ""}})).size(), 500u);
  EXPECT_LT(full(error("m", {{{"a.c", 1, 1}, 1, ""}, {{"a.c", 1, 2000000}, 9, "end"}})).size(),
            500u);
}

TEST_F(TextRendering, hostileCharactersDoNotReachTheTerminal) {
  write("a.c", "x\x1b[31m = \xff; \xe2\x80\xae y\n");
  std::string text = full({Severity::Error,
                           Code::C01,
                           "bad \x1b]0;title\x07 \x7f \xc2\x9b"
                           "31m \xff",
                           {{{"a.c", 1, 9}, 1, "la\x1b[0mbel\nnext"}, {{"b\x1b[2J\n\r.c"}, 0, ""}},
                           {{Severity::Note, "tab\there\x08\r\nsecond\rline"}}});
  EXPECT_EQ(text, "error[C01]: bad ␛]0;title␇ ␡ \uFFFD31m \uFFFD\n"
                  " --> a.c:1:9\n"
                  "  |\n"
                  "1 | x␛[31m = \uFFFD; \uFFFD y\n"
                  "  |         ^ la␛[0mbel next\n"
                  " ::: b␛[2J ␍.c\n"
                  "  |\n"
                  "  = note: tab\there␈\n"
                  "          second␍line\n\n");
}

TEST_F(TextRendering, shortFormIsOneLine) {
  write("a.rs", "é x\n");
  Diagnostic diagnostic{Severity::Error,
                        Code::E0463,
                        "first\nsecond",
                        {{{"a.rs", 1, 4}, 1, "label"}},
                        {{Severity::Note, "note"}}};
  EXPECT_EQ(renderText(diagnostic, {TextStyle::Short, false}),
            "a.rs:1:3: error[E0463]: first second\n");
  diagnostic.labels = {{{"gone.rs", 7, 4}, 1, ""}};
  EXPECT_EQ(renderText(diagnostic, {TextStyle::Short, false}),
            "gone.rs:7:4: error[E0463]: first second\n");
  diagnostic.labels.clear();
  EXPECT_EQ(renderText(diagnostic, {TextStyle::Short, false}), "error[E0463]: first second\n");
}

TEST_F(TextRendering, coloursAreThoseOfRustc) {
  write("b.rs", "extern crate nope;\n");
  Diagnostic diagnostic{Severity::Error,
                        Code::E0463,
                        "can't find crate for `nope`",
                        {{{"b.rs", 1, 1}, 18, "can't find crate"}},
                        {{Severity::Note, "so"}}};
  EXPECT_EQ(renderText(diagnostic, {TextStyle::Full, true}),
            "\x1b[1m\x1b[91merror[E0463]\x1b[0m\x1b[1m: can't find crate for `nope`\x1b[0m\n"
            " \x1b[1m\x1b[94m--> \x1b[0mb.rs:1:1\n"
            "  \x1b[1m\x1b[94m|\x1b[0m\n"
            "\x1b[1m\x1b[94m1\x1b[0m \x1b[1m\x1b[94m|\x1b[0m extern crate nope;\n"
            "  \x1b[1m\x1b[94m|\x1b[0m \x1b[1m\x1b[91m^^^^^^^^^^^^^^^^^^\x1b[0m "
            "\x1b[1m\x1b[91mcan't find crate\x1b[0m\n"
            "  \x1b[1m\x1b[94m|\x1b[0m\n"
            "  \x1b[1m\x1b[94m= \x1b[0m\x1b[1mnote\x1b[0m: so\n\n");
  auto header = [](Severity severity) {
    return renderText({severity, Code::None, "m", {}, {}}, {TextStyle::Short, true});
  };
  EXPECT_EQ(header(Severity::Warning), "\x1b[1m\x1b[33mwarning\x1b[0m\x1b[1m: m\x1b[0m\n");
  EXPECT_EQ(header(Severity::Note), "\x1b[1m\x1b[92mnote\x1b[0m\x1b[1m: m\x1b[0m\n");
  EXPECT_EQ(header(Severity::Help), "\x1b[1m\x1b[96mhelp\x1b[0m\x1b[1m: m\x1b[0m\n");
}

TEST_F(TextRendering, rendererWritesWhatRenderTextReturns) {
  std::string text;
  llvm::raw_string_ostream out(text);
  TextRenderer renderer(out, {TextStyle::Full, false});
  Diagnostics diags(renderer);
  diags.error(Code::C02, "one").done();
  diags.warning(Code::A13, "two").done();
  EXPECT_EQ(text, "error[C02]: one\n\nwarning[A13]: two\n\n");
}

} // namespace
