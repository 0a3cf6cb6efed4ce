//===- BodiesTest.cpp - types, patterns, expressions, statements ----------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

static std::string typeTree(const std::string &text) {
  std::string printed = tree("type T = " + text + ";");
  llvm::StringRef rest = printed;
  if (rest.consume_front("type T = ") && rest.consume_back(";\n"))
    return rest.str();
  return printed;
}

static std::string patternTree(const std::string &text) {
  std::string printed = tree("fn f() { match x { " + text + " => {} } }");
  llvm::StringRef rest = printed;
  if (rest.consume_front("fn f() {\n  match x {\n    ") && rest.consume_back(" => {},\n  }\n}\n"))
    return rest.str();
  return printed;
}

TEST(Types, all_kinds) {
  EXPECT_EQ(typeTree("a::B<'x, C<D<u8>>, ()>"), "a::B<C<D<u8>>, ()>");
  EXPECT_EQ(typeTree("::std::Option<u8>"), "::std::Option<u8>");
  EXPECT_EQ(typeTree("&'a mut &u8"), "&mut &u8");
  EXPECT_EQ(typeTree("&&u8"), "&&u8");
  EXPECT_EQ(typeTree("*const *mut u8"), "*const *mut u8");
  EXPECT_EQ(typeTree("([u8; 4 * 2], &[u8], (u8), (u8,), !)"),
            "([u8; (4 * 2)], &[u8], u8, (u8,), !)");
  EXPECT_EQ(typeTree("unsafe extern fn(x: u8, &str, ...) -> fn()"),
            "unsafe extern \"C\" fn(u8, &str, ...) -> fn()");
  EXPECT_EQ(typeTree("for<'a> fn(&'a u8) -> &'a u8"), "fn(&u8) -> &u8");
  EXPECT_EQ(exprTree("Vec::<_>::new() as Vec<Vec<_>>"), "(Vec::<_>::new() as Vec<Vec<_>>)");
}

TEST(Patterns, all_kinds) {
  EXPECT_EQ(patternTree("_"), "_");
  EXPECT_EQ(patternTree("ref mut x @ 1...2"), "ref mut x @ 1...2");
  EXPECT_EQ(patternTree("-1 | 'a'..='z' | b'x' | \"s\" | true"),
            "(-1) | 'a'...'z' | b'\\x78' | \"s\" | true");
  EXPECT_EQ(patternTree("a::MIN ... a::MAX"), "a::MIN...a::MAX");
  EXPECT_EQ(patternTree("(a, .., b, (c), (d,))"), "(a, .., b, c, (d,))");
  EXPECT_EQ(patternTree("(..)"), "(..)");
  EXPECT_EQ(patternTree("E::A(..) | E::B(_, ref x) | E::C | B(x, ..)"),
            "E::A(..) | E::B(_, ref x) | E::C | B(x, ..)");
  EXPECT_EQ(patternTree("S { a, ref mut b, c: Some(1), 0: d, .. }"),
            "S { a: a, b: ref mut b, c: Some(1), 0: d, .. }");
  EXPECT_EQ(patternTree("&x | &mut (ref y) | &&z"), "&x | &mut ref y | &&z");
  EXPECT_EQ(patternTree("x if x > 1"), "x if (x > 1)");
}

TEST(Expressions, operators_have_rustcs_precedence) {
  EXPECT_EQ(exprTree("a + b * c - d"), "((a + (b * c)) - d)");
  EXPECT_EQ(exprTree("a || b && c == d | e ^ f & g << h + i % j"),
            "(a || (b && (c == (d | (e ^ (f & (g << (h + (i % j)))))))))");
  EXPECT_EQ(exprTree("-a as u8 as usize * !b"), "((((-a) as u8) as usize) * (!b))");
  EXPECT_EQ(exprTree("*a.b + &c[0] - &mut *d"), "(((*a.b) + (&c[0])) - (&mut (*d)))");
  EXPECT_EQ(exprTree("a..b + 1 == c"), "(a..((b + 1) == c))");
  EXPECT_EQ(exprTree("(a.., ..b, .., a..)"), "((a..), (..b), (..), (a..))");
  EXPECT_EQ(exprTree("a = b = c"), "(a = (b = c))");
  EXPECT_EQ(exprTree("a <<= b += c"), "(a <<= (b += c))");
  EXPECT_EQ(exprTree("a as usize + b"), "((a as usize) + b)");
  EXPECT_EQ(exprTree("a < b && c > d"), "((a < b) && (c > d))");
}

TEST(Expressions, calls_and_fields) {
  EXPECT_EQ(exprTree("a.b.c(1, 2,)(3)[4].0.d::<u8, V<W>>()"),
            "a.b.c(1, 2)(3)[4].0.d::<u8, V<W>>()");
  EXPECT_EQ(exprTree("(a.f)(x)"), "a.f(x)");
  EXPECT_EQ(exprTree("a()?.b?"), "try!(try!(a()).b)");
  EXPECT_EQ(exprTree("::std::mem::size_of::<u8>()"), "::std::mem::size_of::<u8>()");
}

TEST(Expressions, lists_and_structs) {
  EXPECT_EQ(exprTree("(1, (2,), (), (3), [4, 5,], [6; 7], [])"),
            "(1, (2,), (), 3, [4, 5], [6; 7], [])");
  EXPECT_EQ(exprTree("a::S { x: 1, y, 0: 2, ..z }"), "a::S { x: 1, y: y, 0: 2, ..z }");
  EXPECT_EQ(exprTree("S {}"), "S {  }");
}

TEST(Expressions, a_brace_after_a_condition_is_a_block) {
  EXPECT_EQ(exprTree("if a == b { 1 } else { 2 }"), "if (a == b) {\n    1\n  } else {\n    2\n  }");
  EXPECT_EQ(exprTree("match (S { a: 1 }) { _ => f(S { a: 2 }) }"),
            "match S { a: 1 } {\n    _ => f(S { a: 2 }),\n  }");
  EXPECT_EQ(exprTree("while f(S { a: 1 }) {}"), "while f(S { a: 1 }) {}");
  EXPECT_EQ(messages("fn f() { if x == S { a: 1 } { } }"),
            "- 1:18 struct literals are not allowed here\n");
}

TEST(Expressions, control) {
  EXPECT_EQ(exprTree("if let Some(x) | None = y { } else if z { } else { }"),
            "if let Some(x) | None = y {} else if z {} else {}");
  EXPECT_EQ(exprTree("'a: while let Some(_) = i.next() { continue 'a }"),
            "'a: while let Some(_) = i.next() {\n    continue 'a\n  }");
  EXPECT_EQ(exprTree("'b: for (i, _) in 0.. { break 'b; }"),
            "'b: for (i, _) in (0..) {\n    break 'b;\n  }");
  EXPECT_EQ(exprTree("loop { break 1 + 2; }"), "loop {\n    break (1 + 2);\n  }");
  EXPECT_EQ(exprTree("'c: loop { break 'c 5 }"), "'c: loop {\n    break 'c 5\n  }");
  EXPECT_EQ(exprTree("return"), "return");
  EXPECT_EQ(exprTree("if return {}"), "if return {}");
}

TEST(Expressions, arms_end_as_statements_do) {
  EXPECT_EQ(exprTree("match x { 1 => {} 2 => { 3 }.a(), | 4 | 5 if y => 6, _ => return }"),
            "match x {\n    1 => {},\n    2 => {\n      3\n    }.a(),\n"
            "    4 | 5 if y => 6,\n    _ => return,\n  }");
}

TEST(Statements, expressions_with_a_block_end_by_themselves) {
  EXPECT_EQ(tree("fn f() { if a {} -1; match b {} (c); { 1 }; unsafe { 2 } [3]; {}.d(); ; e }"),
            "fn f() {\n  if a {}\n  (-1);\n  match b {\n  }\n  c;\n  {\n    1\n  };\n"
            "  unsafe {\n    2\n  }\n  [3];\n  {}.d();\n  e\n}\n");
  EXPECT_EQ(tree("fn f() -> u8 { if a { 1 } else { 2 } }"),
            "fn f() -> u8 {\n  if a {\n    1\n  } else {\n    2\n  }\n}\n");
  EXPECT_EQ(tree("fn f() { let x = if a { 1 } else { 2 } + 3; }"),
            "fn f() {\n  let x = (if a {\n    1\n  } else {\n    2\n  } + 3);\n}\n");
}

TEST(Statements, lets_and_items) {
  EXPECT_EQ(tree("fn f() { let a; let (b, mut c): (u8, u8) = d; use e::{g, h}; fn i() {} struct J; "
                 "const K: u8 = 1; }"),
            "fn f() {\n  let a;\n  let (b, mut c): (u8, u8) = d;\n  use e::g;\n  use e::h;\n"
            "  fn i() {}\n  struct J;\n  const K: u8 = 1;\n}\n");
  Parsed parsed("fn f() { let a; use e::{g, h}; }");
  const auto *function = llvm::cast<ast::FunctionItem>(parsed.crate->root.items.front());
  EXPECT_EQ(function->body.get()->items.size(), 2u);
}

TEST(Statements, words_of_later_editions_are_names) {
  EXPECT_EQ(tree("fn f() { let async = 1; let dyn = await; union = auto; default(try); }"),
            "fn f() {\n  let async = 1;\n  let dyn = await;\n  (union = auto);\n"
            "  default(try);\n}\n");
}
