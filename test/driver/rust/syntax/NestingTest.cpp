//===- NestingTest.cpp - deep and long sources ----------------------------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

static std::string repeat(const std::string &text, size_t count) {
  std::string all;
  for (size_t i = 0; i != count; ++i)
    all += text;
  return all;
}

static std::string inFunction(const std::string &text) {
  return "fn f() { " + text + " }";
}

TEST(Nesting, deep_sources_are_refused_once) {
  const size_t n = 3000;
  const std::string sources[] = {
      inFunction(repeat("(", n) + "1" + repeat(")", n) + ";"),
      inFunction(repeat("[", n) + repeat("]", n) + ";"),
      inFunction(repeat("{", n) + repeat("}", n)),
      inFunction(repeat("!", n) + "x;"),
      inFunction(repeat("- ", n) + "x;"),
      inFunction(repeat("&", n) + "x;"),
      inFunction(repeat("&mut ", n) + "x;"),
      inFunction(repeat("box ", n) + "x;"),
      inFunction(repeat("return ", n) + "x;"),
      inFunction(repeat("|x| ", n) + "x;"),
      inFunction("x" + repeat(" = x", n) + ";"),
      inFunction(repeat("if a {", n) + repeat("}", n)),
      inFunction("if a {}" + repeat(" else if a {}", n)),
      inFunction(repeat("match a { _ => ", n) + "1" + repeat("}", n)),
      inFunction("a" + repeat(" + a", n) + ";"),
      inFunction("a" + repeat(" && a", n) + ";"),
      inFunction("a" + repeat(".b()", n) + ";"),
      inFunction("a" + repeat(".b", n) + ";"),
      inFunction("a" + repeat("(1)", n) + ";"),
      inFunction("a" + repeat("[1]", n) + ";"),
      inFunction("a" + repeat("?", n) + ";"),
      inFunction("a" + repeat(" as u8", n) + ";"),
      inFunction(repeat("f(", n) + repeat(")", n) + ";"),
      inFunction(repeat("vec![", n) + repeat("]", n) + ";"),
      inFunction(repeat("try!(", n) + "a" + repeat(")", n) + ";"),
      inFunction(repeat("S { a: ", n) + "1" + repeat("}", n) + ";"),
      inFunction("let " + repeat("(", n) + "a" + repeat(")", n) + " = 1;"),
      inFunction("let " + repeat("&", n) + "a = 1;"),
      inFunction("let " + repeat("a @ ", n) + "a = 1;"),
      inFunction("let " + repeat("S { a: ", n) + "b" + repeat("}", n) + " = 1;"),
      "type T = " + repeat("&", n) + "u8;",
      "type T = " + repeat("*mut ", n) + "u8;",
      "type T = " + repeat("[", n) + "u8" + repeat("]", n) + ";",
      "type T = " + repeat("(", n) + "u8" + repeat(",)", n) + ";",
      "type T = " + repeat("V<", n) + "u8" + repeat(">", n) + ";",
      "type T = " + repeat("fn() -> ", n) + "u8;",
      "type T = " + repeat("fn(", n) + "u8" + repeat(")", n) + ";",
      "use " + repeat("{", n) + "a" + repeat("}", n) + ";",
      "use " + repeat("a::{", n) + "a" + repeat("}", n) + ";",
      repeat("mod a {", n) + repeat("}", n),
      repeat("fn f() {", n) + repeat("}", n),
      "#[" + repeat("a(", n) + repeat(")", n) + "] fn f() {}",
      "#[cfg(" + repeat("not(", n) + "a" + repeat(")", n) + ")] fn f() {}",
  };
  for (const std::string &source : sources) {
    Parsed parsed(source);
    ASSERT_EQ(parsed.consumer.diagnostics.size() > 0, true) << source.substr(0, 60);
    unsigned count = 0;
    for (const linkcheck::Diagnostic &diagnostic : parsed.consumer.diagnostics)
      count += diagnostic.message == "the source is nested too deeply";
    EXPECT_EQ(count, 1u) << source.substr(0, 60);
    printAst(*parsed.crate);
  }
}

TEST(Nesting, chains_within_chains_do_not_add_up_to_deep_trees) {
  std::string deep = "a";
  for (unsigned i = 0; i != 100; ++i)
    deep = "(" + deep + repeat(" + a", 100) + ")";
  EXPECT_NE(messages(inFunction(deep + ";")).find("nested too deeply"), std::string::npos);
}

TEST(Nesting, what_people_write_is_allowed) {
  EXPECT_EQ(messages(inFunction("let x = a" + repeat(" + a", 400) + ";")), "");
  EXPECT_EQ(messages(inFunction("let x = a" + repeat(".b()", 400) + ";")), "");
  EXPECT_EQ(messages(inFunction("if a {}" + repeat(" else if a {}", 400))), "");
  EXPECT_EQ(messages(inFunction(repeat("(", 90) + "1" + repeat(")", 90) + ";")), "");
  EXPECT_EQ(messages(inFunction(repeat("if a {", 60) + repeat("}", 60))), "");
  EXPECT_EQ(messages(inFunction(repeat("a(1, 2); ", 20000))), "");
  EXPECT_EQ(messages(inFunction("[" + repeat("1, ", 100000) + "];")), "");
}

TEST(Nesting, mistakes_in_large_sources_take_no_quadratic_time) {
  Parsed parsed(inFunction(repeat("let = 1; g(1 2); ", 5000)));
  EXPECT_EQ(parsed.consumer.diagnostics.size(), 10000u);
}
