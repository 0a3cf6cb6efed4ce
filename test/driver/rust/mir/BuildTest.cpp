//===- BuildTest.cpp - the graphs that bodies become ----------------------===//

#include "MirFixture.h"

using namespace cratec::rust;

using BuildTest = MirTest;

TEST_F(BuildTest, ArithmeticIsCheckedForOverflow) {
  EXPECT_TRUE(
      hasLines(mir("fn f(x: u8, y: u8) -> u8 { x + y }"),
               {"_3 = checked _1 + _2;", "assert(!_3.1, \"overflow +\") -> bb1;", "_0 = _3.0;"}));
}

TEST_F(BuildTest, DivisionIsCheckedForZeroAndForTheLowest) {
  EXPECT_TRUE(hasLines(mir("fn f(x: i32, y: i32) -> i32 { x / y }"),
                       {"_2 == const 0_i32", "\"divide by zero\"", "_2 == const -1_i32",
                        "_1 == const -2147483648_i32", "\"divide overflow\"", "_0 = _1 / _2;"}));
  EXPECT_TRUE(hasLines(mir("fn f(x: u32) -> u32 { x % 8 }"), {"bb0:\n        _0 = _1 % "}));
}

TEST_F(BuildTest, ShiftsAreCheckedAgainstTheWidth) {
  EXPECT_TRUE(hasLines(mir("fn f(x: u8, y: i32) -> u8 { x << y }"),
                       {"_2 as u32", "< const 8_u32", "\"overflow <<\"", "_0 = _1 << _2;"}));
  EXPECT_TRUE(hasLines(mir("fn f(x: u8) -> u8 { x << 7 }"), {"bb0:\n        _0 = _1 << "}));
}

TEST_F(BuildTest, IndexesAreChecked) {
  EXPECT_TRUE(hasLines(mir("fn f(a: &[u8], i: usize) -> u8 { a[i] }"),
                       {"_3 = _2;", "Len((*_1))", "\"bounds _3, _4\"", "_0 = (*_1)[_3];"}));
  EXPECT_TRUE(hasLines(mir("fn f(a: [u8; 4]) -> u8 { a[3] }"),
                       {"_2 = const 3_usize;\n        _0 = _1[_2];"}));
}

TEST_F(BuildTest, WhatIsReadBeforeAChangeIsCopied) {
  EXPECT_TRUE(hasLines(mir("fn f(mut a: i32) -> i32 { a + { a = 5; a } }"),
                       {"_2 = _1;", "_1 = const 5_i32;", "_3 = _1;", "checked _2 + _3"}));
}

TEST_F(BuildTest, AnAssignmentEvaluatesTheValueFirst) {
  EXPECT_TRUE(hasLines(mir("fn g() -> &'static mut u8 { loop {} } fn h() -> u8 { 1 }"
                           "fn f() { *g() = h(); }"),
                       {"const h()", "const g()"}));
}

TEST_F(BuildTest, AMatchOnVariantsIsOneSwitch) {
  EXPECT_TRUE(hasLines(mir("enum E { A, B(u8), C } fn f(e: E) -> u8 {"
                           "match e { E::A => 1, E::B(n) => n, E::C => 3 } }"),
                       {"_2 = discriminant(_1);", "switch _2 -> [0: bb1, 1: bb", "2: bb"}));
}

TEST_F(BuildTest, AMatchOnIntegersIsOneSwitch) {
  EXPECT_TRUE(hasLines(mir("const K: u8 = 7; fn f(n: u8) -> u8 {"
                           "match n { 1 => 10, 2 | 3 => 20, K => 30, _ => 40 } }"),
                       {"switch _1 -> [1: bb1, 2: bb", "3: bb", "7: bb", "otherwise: bb"}));
}

TEST_F(BuildTest, TextIsComparedByAFunction) {
  EXPECT_TRUE(hasLines(mir("fn f(s: &str) -> u8 { match s { \"a\" => 1, _ => 2 } }"),
                       {"const \"a\"", "core::str_eq(_1, _2)", "switch _3"}));
}

TEST_F(BuildTest, RangesAreTwoComparisons) {
  EXPECT_TRUE(hasLines(mir("fn f(c: char) -> u8 { match c { 'a'...'z' => 1, _ => 2 } }"),
                       {"const '\\u{61}' <= _1", "_1 <= const '\\u{7a}'"}));
}

TEST_F(BuildTest, AConstantOfAnotherTypeIsComparedByItsParts) {
  EXPECT_TRUE(hasLines(mir("const P: (u8, bool) = (1, true); fn f(p: (u8, bool)) -> u8 {"
                           "match p { P => 1, _ => 2 } }"),
                       {"_2 = const P;", "_1.0 == _2.0", "_1.1 == _2.1"}));
}

TEST_F(BuildTest, AGuardLooksAtACopyAndThenTheValueIsMoved) {
  std::string text = mir("fn f(o: Option<Text>) -> usize {"
                         "match o { Some(t) if t.len() == 3 => t.len(), _ => 0 } }");
  EXPECT_TRUE(hasLines(text, {"= (_1 as #1).0;", "switch", "= move (_1 as #1).0;"}));
}

TEST_F(BuildTest, ConstantsThatAreBorrowedLiveForEver) {
  EXPECT_TRUE(hasLines(mir("fn f() -> &'static [i32] { &[1, -2, 1 + 2] }"),
                       {"const promoted[0]", "promoted[0]() -> [i32; 3]", "const -2_i32"}));
  EXPECT_TRUE(hasLines(mir("fn g() -> u8 { 1 } fn f() { let x = &g(); }"), {"= &_2;"}));
}

TEST_F(BuildTest, ConditionsJumpWithoutValues) {
  EXPECT_TRUE(hasLines(mir("fn f(a: bool, b: bool) -> u8 { if a && !b { 1 } else { 2 } }"),
                       {"switch _1 -> [0: bb1, otherwise: bb3];", "const 2_u8",
                        "switch _2 -> [0: bb", "const 1_u8"}));
}

TEST_F(BuildTest, LoopsYieldTheValueOfTheirBreak) {
  EXPECT_TRUE(hasLines(mir("fn f() -> u8 { let mut n = 0; 'a: loop { loop { n += 1; "
                           "if n == 3 { continue 'a; } if n == 7 { break 'a n; } } } }"),
                       {"== const 3_u8", "== const 7_u8", "_0 = _1;"}));
}

TEST_F(BuildTest, TheAddressOfAStaticIsAConstant) {
  EXPECT_TRUE(hasLines(mir("static mut N: usize = 0; fn f() -> usize { unsafe { N += 1; N } }"),
                       {"const &static N", "(*_1) = ", "_0 = (*"}));
}

TEST_F(BuildTest, AnEnumIsCastByItsDiscriminant) {
  EXPECT_TRUE(hasLines(mir("enum E { A = 3, B } fn f(e: E) -> u8 { e as u8 }"),
                       {"discriminant(_1)", " as u8"}));
}

TEST_F(BuildTest, DeepExpressionsDoNotExhaustTheStack) {
  std::string sum = "1";
  for (int i = 0; i < 400; ++i)
    sum += " + n";
  EXPECT_NE(mir("fn f(n: i32) -> i32 { " + sum + " }").find("return;"), std::string::npos);
  std::string blocks = std::string(60, '{') + "n" + std::string(60, '}');
  EXPECT_NE(mir("fn f(n: i32) -> i32 { " + blocks + " }").find("return;"), std::string::npos);
}

TEST_F(BuildTest, AnElementOfAConstantIsReadWithoutACopyOfAll) {
  EXPECT_TRUE(hasLines(mir("const T: [u8; 4] = [1, 2, 3, 4]; fn f(i: usize) -> u8 { T[i] }"),
                       {"= const promoted[0];", "_0 = (*_"}));
  EXPECT_TRUE(hasLines(mir("const T: [u8; 4] = [1, 2, 3, 4]; fn f(i: usize) { T[i] = 3; }"),
                       {" = const T;"}));
}

TEST_F(BuildTest, JumpsShareTheDropsOnTheirWay) {
  std::string text = mir("fn f(n: u8) { let a = Text::new(); if n == 1 { return; }"
                         "let b = Text::new(); if n == 2 { return; } if n == 3 { return; } }");
  size_t drops = 0;
  for (size_t at = text.find(" drop(_2)"); at != std::string::npos;
       at = text.find(" drop(_2)", at + 1))
    ++drops;
  EXPECT_EQ(drops, 2u) << text;
}
