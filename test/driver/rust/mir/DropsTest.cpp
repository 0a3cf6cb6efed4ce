//===- DropsTest.cpp - what is dropped where ------------------------------===//

#include "MirFixture.h"

using namespace cratec::rust;

using DropsTest = MirTest;

namespace {

size_t count(const std::string &text, const std::string &what) {
  size_t result = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++result;
  return result;
}

} // namespace

TEST_F(DropsTest, VariablesAreDroppedInReverse) {
  EXPECT_TRUE(hasLines(mir("fn f() { let a = Text::new(); let b = Text::new(); }"),
                       {"drop(_2)", "drop(_1)"}));
}

TEST_F(DropsTest, WhatHasBeenMovedIsNotDropped) {
  std::string text = mir("fn f(t: Text) { drop(t); }");
  EXPECT_EQ(count(text, " drop("), 0u) << text;
}

TEST_F(DropsTest, AMoveOnOneWayNeedsAFlag) {
  EXPECT_TRUE(hasLines(
      mir("fn f(c: bool) { let t = Text::new(); if c { drop(t); } }"),
      {"_4 = const false;", "_4 = const true;", "switch _4", "drop(_2)", "_4 = const false;"}));
}

TEST_F(DropsTest, AFlagBeginsAnewInEachRoundOfALoop) {
  std::string text = mir("fn f(c: bool) { loop { let t; if c { t = Text::new(); } } }");
  EXPECT_TRUE(hasLines(text, {"= const false;", "StorageDead"}));
  EXPECT_EQ(count(text, " drop("), 1u) << text;
}

TEST_F(DropsTest, OfAPartlyMovedStructTheRestIsDropped) {
  std::string text = mir("struct P { a: Text, b: Text } fn f(p: P) { drop(p.a); }");
  EXPECT_TRUE(hasLines(text, {"move _1.0", "drop(_1.1)"}));
  EXPECT_EQ(count(text, " drop(_1)"), 0u) << text;
}

TEST_F(DropsTest, OfAMatchedEnumTheOtherVariantsAreDropped) {
  EXPECT_TRUE(hasLines(mir("enum E { A(Text), B(Text), C } fn f(e: E) {"
                           "match e { E::A(_t) => {}, _ => {} } }"),
                       {"move (_1 as #0).0", "discriminant(_1)", "drop(_1)"}));
}

TEST_F(DropsTest, ABoxWhoseContentWasMovedIsOnlyFreed) {
  std::string text = mir("fn f(b: Box<Text>) -> Text { *b }");
  EXPECT_TRUE(hasLines(text, {"_0 = move (*_1);", "core::box_free::<Text>(_1.0)"}));
  EXPECT_EQ(count(text, " drop("), 0u) << text;
}

TEST_F(DropsTest, AnAssignmentDropsTheOldValue) {
  EXPECT_TRUE(hasLines(mir("fn f(x: &mut Text) { *x = Text::new(); }"),
                       {"_2 = const core::Text::new()", "drop((*_1))", "(*_1) = move _2;"}));
}

TEST_F(DropsTest, AFirstAssignmentDropsNothing) {
  std::string text = mir("fn f() -> Text { let t; t = Text::new(); t }");
  EXPECT_EQ(count(text, " drop("), 0u) << text;
}

TEST_F(DropsTest, TemporariesGoAtTheEndOfTheStatement) {
  EXPECT_TRUE(hasLines(mir("fn g() {} fn f() { Text::new().len(); g(); }"),
                       {"Text::len", "drop(_", "const g()"}));
}

TEST_F(DropsTest, TemporariesOfATailGoAfterTheVariables) {
  EXPECT_TRUE(hasLines(mir("fn f() -> usize { let a = Text::new(); Text::new().len() }"),
                       {"drop(_1)", "StorageDead(_1)", "drop(_"}));
}

TEST_F(DropsTest, TemporariesOfAConditionGoBeforeTheBranches) {
  EXPECT_TRUE(hasLines(mir("fn g() {} fn f() { if Text::new().len() == 1 { g() } }"),
                       {"drop(_", "switch", "const g()"}));
}

TEST_F(DropsTest, ABorrowedTemporaryOfALetLivesAsLongAsTheVariable) {
  EXPECT_TRUE(hasLines(mir("fn g() {} fn f() { let x = &Text::new(); g(); }"),
                       {"_1 = &_2;", "const g()", "drop(_2)"}));
  EXPECT_TRUE(hasLines(mir("fn g() {} fn f() { let ref x = Text::new(); g(); }"),
                       {"const g()", "drop(_1)"}));
  EXPECT_TRUE(hasLines(mir("fn g() {} fn f() { let x = (1, Some(&Text::new())); g(); }"),
                       {"const g()", "drop(_"}));
}

TEST_F(DropsTest, AScrutineeLivesToTheEndOfTheStatement) {
  EXPECT_TRUE(
      hasLines(mir("fn g() {} fn f() { match Text::new().len() { 1 => g(), _ => {} } g() }"),
               {"const g()", "drop(_", "const g()"}));
}

TEST_F(DropsTest, AWildcardDropsATemporaryAndMovesNoVariable) {
  EXPECT_TRUE(
      hasLines(mir("fn g() {} fn f() { let _ = Text::new(); g(); }"), {"drop(_1)", "const g()"}));
  EXPECT_TRUE(
      hasLines(mir("fn g() {} fn f(t: Text) { let _ = t; g(); }"), {"const g()", "drop(_1)"}));
}

TEST_F(DropsTest, JumpsDropWhatTheyLeave) {
  EXPECT_TRUE(
      hasLines(mir("fn f(c: bool) -> Text { let t = Text::new(); if c { return Text::new(); } t }"),
               {"_0 = move _2;", "_0 = const core::Text::new()", "drop(_2)"}));
  EXPECT_TRUE(hasLines(mir("fn f(c: bool) { loop { let t = Text::new(); if c { break; } } }"),
                       {"drop(_2)"}));
}

TEST_F(DropsTest, AnOperandIsDroppedWhenTheCallIsNotReached) {
  EXPECT_TRUE(hasLines(mir("fn g(t: Text, n: u8) {} fn f(c: bool) {"
                           "g(Text::new(), if c { return } else { 3 }); }"),
                       {"const g(move _3, _4)", "drop(_3)"}));
}

TEST_F(DropsTest, StructUpdateMovesTheOtherFields) {
  EXPECT_TRUE(hasLines(mir("struct P { a: Text, b: Text, n: u8 }"
                           "fn f(p: P) -> P { P { a: Text::new(), ..p } }"),
                       {"P#0(move _2, move _1.1, _1.2)", "drop(_1.0)"}));
}

TEST_F(DropsTest, ParametersOfAGenericTypeStayDrops) {
  EXPECT_TRUE(hasLines(mir("fn f<T>(t: T) {}"), {"drop(_1)"}));
}

TEST_F(DropsTest, CopyTypesAreNotDropped) {
  std::string text = mir("fn f(a: u8, b: &Text, c: (u8, char)) { let d = b; }");
  EXPECT_EQ(count(text, " drop("), 0u) << text;
}
