//===- JsonRendererTest.cpp - rustc's JSON lines, parsed back -------------===//

#include "linkcheck/diag/Renderers.h"
#include "test/linkcheck/diag/SourceFolder.h"

#include <llvm/Support/JSON.h>

using namespace linkcheck;

namespace {

class JsonRendering : public InSourceFolder {
protected:
  static std::string lineFor(const Diagnostic &diagnostic) {
    std::string text;
    llvm::raw_string_ostream out(text);
    JsonRenderer(out).handle(diagnostic);
    return text;
  }
  static llvm::json::Object parse(const std::string &line) {
    llvm::Expected<llvm::json::Value> value = llvm::json::parse(line);
    if (!value) {
      ADD_FAILURE() << llvm::toString(value.takeError()) << " in " << line;
      return {};
    }
    return std::move(*value->getAsObject());
  }
};

TEST_F(JsonRendering, fieldsStandInTheOrderOfRustc) {
  write("b.rs", "extern crate nope;\n");
  EXPECT_EQ(
      lineFor({Severity::Error,
               Code::None,
               "no crate",
               {{{"b.rs", 1, 1}, 18, "here"}},
               {{Severity::Note, "so"}}}),
      R"({"$message_type":"diagnostic","message":"no crate","code":null,"level":"error","spans":[)"
      R"({"file_name":"b.rs","byte_start":0,"byte_end":18,"line_start":1,"line_end":1,)"
      R"("column_start":1,"column_end":19,"is_primary":true,"text":[{"text":"extern crate nope;",)"
      R"("highlight_start":1,"highlight_end":19}],"label":"here","suggested_replacement":null,)"
      R"("suggestion_applicability":null,"expansion":null}],"children":[{"message":"so",)"
      R"("code":null,"level":"note","spans":[],"children":[],"rendered":null}],)"
      R"("rendered":"error: no crate\n --> b.rs:1:1\n  |\n1 | extern crate nope;\n)"
      R"(  | ^^^^^^^^^^^^^^^^^^ here\n  |\n  = note: so\n\n"})"
      "\n");
}

TEST_F(JsonRendering, codeCarriesItsExplanation) {
  auto object = parse(lineFor({Severity::Warning, Code::A13, "chosen", {}, {}}));
  EXPECT_EQ(object.getString("level"), "warning");
  const llvm::json::Object *code = object.getObject("code");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->getString("code"), "A13");
  EXPECT_EQ(code->getString("explanation"), infoOf(Code::A13).page);
  EXPECT_EQ(object.getString("rendered"), "warning[A13]: chosen\n\n");
}

TEST_F(JsonRendering, spansCountBytesInTheFileAndCharactersInTheLine) {
  write("a.rs", "first\né \"日本\"; foo\n");
  auto object = parse(lineFor({Severity::Error,
                               Code::None,
                               "m",
                               {{{"a.rs", 2, 14}, 3, ""}, {{"a.rs", 2, 5}, 6, "name"}},
                               {}}));
  const llvm::json::Array *spans = object.getArray("spans");
  ASSERT_TRUE(spans && spans->size() == 2);
  const llvm::json::Object &first = *(*spans)[0].getAsObject();
  EXPECT_EQ(first.getInteger("byte_start"), 19);
  EXPECT_EQ(first.getInteger("byte_end"), 22);
  EXPECT_EQ(first.getInteger("column_start"), 9);
  EXPECT_EQ(first.getInteger("column_end"), 12);
  EXPECT_EQ(first.getBoolean("is_primary"), true);
  // Not getNull(): called from g++ 12 it crashes in a packaged libLLVM.
  EXPECT_EQ(first.get("label")->kind(), llvm::json::Value::Null);
  const llvm::json::Object &second = *(*spans)[1].getAsObject();
  EXPECT_EQ(second.getInteger("column_start"), 4);
  EXPECT_EQ(second.getInteger("column_end"), 6);
  EXPECT_EQ(second.getBoolean("is_primary"), false);
  EXPECT_EQ(second.getString("label"), "name");
}

TEST_F(JsonRendering, aMissingFileHasNoTextAndNoOffsets) {
  auto object = parse(lineFor(
      {Severity::Error, Code::C01, "m", {{{"gone.c", 3, 5}, 2, ""}, {{"liby.rlib"}, 0, ""}}, {}}));
  const llvm::json::Array *spans = object.getArray("spans");
  ASSERT_TRUE(spans && spans->size() == 2);
  const llvm::json::Object &gone = *(*spans)[0].getAsObject();
  EXPECT_EQ(gone.getInteger("line_start"), 3);
  EXPECT_EQ(gone.getInteger("column_start"), 5);
  EXPECT_EQ(gone.getInteger("column_end"), 7);
  EXPECT_EQ(gone.getInteger("byte_start"), 0);
  EXPECT_TRUE(gone.getArray("text")->empty());
  const llvm::json::Object &library = *(*spans)[1].getAsObject();
  EXPECT_EQ(library.getInteger("line_start"), 0);
  EXPECT_EQ(library.getInteger("column_start"), 0);
  EXPECT_EQ(library.getInteger("column_end"), 0);
}

TEST_F(JsonRendering, stringsStayValidWhateverTheFileHolds) {
  write("a\x1b.c", "x\xff\x01\n");
  auto line = lineFor({Severity::Error,
                       Code::None,
                       "bad \xff\x1b\n\"quoted\"",
                       {{{"a\x1b.c", 1, 2}, 1, "\xc3"}},
                       {{Severity::Help, "\xfe"}}});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(line.find('\x1b'), std::string::npos);
  auto object = parse(line);
  EXPECT_EQ(object.getString("message"), "bad \uFFFD\x1b\n\"quoted\"");
  const llvm::json::Object &span = *(*object.getArray("spans"))[0].getAsObject();
  EXPECT_EQ(span.getString("file_name"), "a\x1b.c");
  EXPECT_EQ(span.getString("label"), "\uFFFD");
  EXPECT_EQ(object.getString("rendered")->count('\x1b'), 0u);
}

TEST_F(JsonRendering, overlongLinesAreLeftOut) {
  write("a.c", std::string(1u << 20, 'x'));
  auto line = lineFor({Severity::Error, Code::None, "m", {{{"a.c", 1, 5}, 2, ""}}, {}});
  EXPECT_LT(line.size(), 2000u);
  auto object = parse(line);
  const llvm::json::Object &span = *(*object.getArray("spans"))[0].getAsObject();
  EXPECT_TRUE(span.getArray("text")->empty());
  EXPECT_EQ(span.getInteger("column_start"), 5);
}

TEST_F(JsonRendering, renderedCanBeShortOrColoured) {
  std::string text;
  llvm::raw_string_ostream out(text);
  JsonRenderer(out, {.style = TextStyle::Short, .colour = true})
      .handle({Severity::Error, Code::None, "m", {}, {}});
  EXPECT_EQ(parse(text).getString("rendered"), "\x1b[1m\x1b[91merror\x1b[0m\x1b[1m: m\x1b[0m\n");
}

} // namespace
