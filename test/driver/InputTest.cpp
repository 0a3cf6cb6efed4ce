//===- InputTest.cpp - the kinds of source files ---------------------------===//

#include "driver/Input.h"

#include "DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class InputTest : public DriverFixture {};

} // namespace

TEST_F(InputTest, TheEndingTellsTheKind) {
  const std::tuple<const char *, Route, SourceLanguage> rows[] = {
      {"a.c", Route::ClangToBitcode, SourceLanguage::C},
      {"a.cc", Route::ClangToBitcode, SourceLanguage::Cxx},
      {"a.cpp", Route::ClangToBitcode, SourceLanguage::Cxx},
      {"a.cxx", Route::ClangToBitcode, SourceLanguage::Cxx},
      {"a.ll", Route::ReadModule, SourceLanguage::LlvmIr},
      {"a.bc", Route::ReadModule, SourceLanguage::LlvmIr},
      {"a.s", Route::ClangToObject, SourceLanguage::Assembly},
      {"a.S", Route::ClangToObject, SourceLanguage::Assembly},
      {"a.o", Route::TakeAsIs, SourceLanguage::Object}};
  Names paths;
  for (auto [name, route, language] : rows)
    paths.push_back(write(name, ""));
  auto inputs = classifyInputs(paths, diags);
  ASSERT_TRUE(inputs) << said();
  ASSERT_EQ(inputs->size(), std::size(rows));
  for (size_t i = 0; i != paths.size(); ++i) {
    EXPECT_EQ((*inputs)[i].path, paths[i]);
    EXPECT_EQ((*inputs)[i].route, std::get<1>(rows[i])) << paths[i];
    EXPECT_EQ((*inputs)[i].language, std::get<2>(rows[i])) << paths[i];
    EXPECT_EQ((*inputs)[i].stem(), "a");
  }
}

TEST_F(InputTest, TheStemIsTheNameWithoutFolderAndEnding) {
  const std::pair<const char *, const char *> rows[] = {
      {"a.c", "a"}, {"x.d/a.b.c", "a.b"}, {"/x/a b.ll", "a b"}, {"../a-b.o", "a-b"}};
  for (auto [path, stem] : rows)
    EXPECT_EQ((Input{path, Route::TakeAsIs, SourceLanguage::Object}.stem()), stem);
}

// As rustc does; the endings are in small letters.
TEST_F(InputTest, OtherKindsAreTakenForRust) {
  for (const char *name : {"a.py", "a", "a.C", "a.c.txt", "a.rlib"}) {
    auto inputs = classifyInputs({write(name, "")}, diags);
    ASSERT_TRUE(inputs) << said();
    EXPECT_EQ(inputs->front().route, Route::Dialect);
    EXPECT_TRUE(inputs->front().isAssumed);
  }
  EXPECT_EQ(knownEndings(), ".rs .c .cc .cpp .cxx .ll .bc .s .S .o");
}

TEST_F(InputTest, TheStandardInputIsRust) {
  auto inputs = classifyInputs({"-"}, diags);
  ASSERT_TRUE(inputs) << said();
  EXPECT_EQ(inputs->front().route, Route::Dialect);
  EXPECT_FALSE(inputs->front().isAssumed);
  EXPECT_EQ(inputs->front().stem(), "rust_out");
}

TEST_F(InputTest, AMarkdownFileIsRefused) {
  EXPECT_FALSE(classifyInputs({write("a.md", "")}, diags));
  EXPECT_EQ(codes(), std::vector{Code::C04});
  EXPECT_TRUE(says("`--test` runs the listings of a Markdown file"));
}

TEST_F(InputTest, MissingFilesAndFoldersAreRefused) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("folder.c")));
  EXPECT_FALSE(classifyInputs({path("none.c"), path("folder.c")}, diags));
  EXPECT_EQ(codes(), (std::vector{Code::C01, Code::C01}));
  EXPECT_TRUE(says("couldn't read `" + path("none.c") + "`: No such file or directory"));
  EXPECT_TRUE(says("couldn't read `" + path("folder.c") + "`: Is a directory"));
}

TEST_F(InputTest, NoneIsAMistake) {
  EXPECT_FALSE(classifyInputs({}, diags));
  EXPECT_EQ(said(), "C02 no input filename given\n  `cratec --help` shows the usage\n");
}

TEST_F(InputTest, TheSameTwiceIsAMistake) {
  std::string a = write("a.c", "");
  EXPECT_FALSE(classifyInputs({a, a, a}, diags));
  EXPECT_EQ(codes(), (std::vector{Code::C02, Code::C02}));
  EXPECT_TRUE(says("`" + a + "` is given twice"));
}

TEST_F(InputTest, EverythingWrongIsSaid) {
  EXPECT_FALSE(
      classifyInputs({"a.md", write("a.c", ""), path("none.c"), "b.md", path("a.c")}, diags));
  EXPECT_EQ(codes(), (std::vector{Code::C04, Code::C01, Code::C04, Code::C02}));
}
