// What bodies become: adjustments written out, sugar gone.

#include "BodyFixture.h"

using namespace cratec::rust;

namespace {

TEST_F(BodyTest, LiteralsTakeTheirTypeFromLaterUses) {
  EXPECT_EQ(dump("fn f() -> u8 { let a = 1; let b = a + 2; b }"),
            "{ let a_0 = 1u8; let b_1 = (a_0 + 2u8); b_1 }");
}

TEST_F(BodyTest, UnaskedNumbersAreI32AndF64) {
  EXPECT_EQ(dump("fn f() { let a = 1; let b = 2.5; }"), "{ let a_0 = 1i32; let b_1 = 2.5f64; }");
}

TEST_F(BodyTest, NegativeLiteralsAreOneLiteral) {
  EXPECT_EQ(dump("fn f() -> i8 { -128 }"), "{ -128i8 }");
}

TEST_F(BodyTest, MutableReferencesAreBorrowedAgain) {
  EXPECT_EQ(dump("fn g(x: &mut i32) {} fn f(x: &mut i32) { g(x); g(x); let y = x; }"),
            "{ g(&mut (*x_0)); g(&mut (*x_0)); let y_1 = x_0; }");
}

TEST_F(BodyTest, DerefIsFollowedToTheTypeThatIsWanted) {
  EXPECT_EQ(dump("fn g(x: &i32) {} fn f(x: &Handle) { g(x); }"),
            "{ g(&(*Deref::deref<Handle>(&(*x_0)))); }");
}

TEST_F(BodyTest, WhatIsAssignedToIsDereferencedMutably) {
  EXPECT_EQ(dump("fn f(mut h: Handle) { *h = 1; let r = *h; }"),
            "{ (*DerefMut::deref_mut<Handle>(&mut h_0)) = 1i32; "
            "let r_1 = (*Deref::deref<Handle>(&h_0)); }");
}

TEST_F(BodyTest, ArraysBecomeSlices) {
  EXPECT_EQ(dump("fn g(x: &[u8]) {} fn f(a: [u8; 2]) -> usize { g(&a); a.len() }"),
            "{ g(unsize(&a_0 as &[u8])); len<u8>(unsize(&a_0 as &[u8])) }");
}

TEST_F(BodyTest, FunctionsOfTwoBranchesBecomePointers) {
  EXPECT_EQ(dump("fn a() {} fn b() {} fn f(c: bool) { let g = if c { a } else { b }; g(); }"),
            "{ let g_1 = if c_0 fn-to-pointer({ a } as fn()) else fn-to-pointer({ b } as fn()); "
            "call g_1(); }");
}

TEST_F(BodyTest, BranchesThatDoNotEndFitEveryType) {
  EXPECT_EQ(dump("fn f(c: bool) -> i32 { let x = if c { 1 } else { return 2 }; x }"),
            "{ let x_1 = if c_0 { 1i32 } else never-to-any({ return 2i32 } as i32); x_1 }");
}

TEST_F(BodyTest, MethodsAreCalls) {
  EXPECT_EQ(
      dump("struct S { n: i32 } impl S { fn get(&self) -> i32 { self.n } fn set(&mut self) {} }"
           "fn f(mut s: S) -> i32 { s.set(); s.get().abs() }"),
      "{ S::set(&mut s_0); i32::abs(S::get(&s_0)) }");
}

TEST_F(BodyTest, MethodsOfTraitsAreTheImplsOwn) {
  EXPECT_EQ(dump("fn f(a: i32) -> i32 { a.clone() }"), "{ i32::clone(&a_0) }");
}

TEST_F(BodyTest, TheExpectedTypeTellsWhichImpl) {
  EXPECT_EQ(dump("fn f() -> bool { Default::default() }"), "{ Default::default<bool>() }");
}

TEST_F(BodyTest, ForIsALoopOverAnIterator) {
  EXPECT_EQ(dump("fn g(n: i32) {} fn f() { for i in 0..3 { g(i); } }"),
            "{ match IntoIterator::into_iter<Range<i32>>(Range<i32> { 0: 0i32, 1: 3i32 }) { "
            "_1 => loop '0 match Iterator::next<Range<i32>>(&mut _1) { "
            "Option<i32>::None{} => never-to-any(break '0 as ()), "
            "Option<i32>::Some{0: i_0} => { g(i_0); }, }, } }");
}

TEST_F(BodyTest, WhileIsALoopThatBreaks) {
  EXPECT_EQ(dump("fn f(mut n: i32) { while n < 3 { n += 1; } }"),
            "{ loop '0 if (n_0 < 3i32) { (n_0 += 1i32); } else never-to-any(break '0 as ()) }");
}

TEST_F(BodyTest, TryReturnsTheError) {
  EXPECT_EQ(dump("fn g() -> Result<i32, bool> { Ok(1) }"
                 "fn f() -> Result<i32, bool> { let a = try!(g()); Ok(a) }"),
            "{ let a_2 = match g() { Result<i32, bool>::Ok{0: _1} => _1, "
            "Result<i32, bool>::Err{0: _0} => never-to-any(return Result<i32, bool>::Err "
            "{ 0: _0 } as i32), }; Result<i32, bool>::Ok { 0: a_2 } }");
}

TEST_F(BodyTest, PatternsLookThroughReferences) {
  EXPECT_EQ(dump("fn f(o: &Option<i32>) -> i32 { match o { Some(n) => *n, None => 0 } }"),
            "{ match o_0 { &Option<i32>::Some{0: ref n_1} => (*n_1), "
            "&Option<i32>::None{} => 0i32, } }");
}

TEST_F(BodyTest, CastsAreOfAKind) {
  EXPECT_EQ(dump("fn f(p: *const u8, n: u8) { p as usize; n as u32; n as char; f as usize; "
                 "&n as *const u8 as *mut i32; }"),
            "{ pointer-to-int(p_0 as usize); numeric(n_1 as u32); numeric(n_1 as char); "
            "fn-pointer-to-int(fn-to-pointer(f as fn(*const u8, u8)) as usize); "
            "pointer({ pointer(&n_1 as *const u8) } as *mut i32); }");
}

TEST_F(BodyTest, OperatorsOfUsersAreCalls) {
  EXPECT_EQ(dump("struct M(i32); impl Add<i32> for M { type Output = bool; "
                 "fn add(self, n: i32) -> bool { true } }"
                 "fn f(m: M) -> bool { m + 1 }"),
            "{ Add::add<M, i32>(m_0, 1i32) }");
}

TEST_F(BodyTest, PanicsSayWhereTheyStand) {
  std::string text = dump("fn f() { panic!(\"no\"); }");
  EXPECT_NE(text.find("panic_str(\"no\", \"demo.rs\", "), std::string::npos) << text;
}

TEST_F(BodyTest, ItemsOfABlockHideThoseOutside) {
  EXPECT_EQ(dump("fn g() -> i32 { 1 } fn f() -> u8 { fn g() -> u8 { 2 } g() }").find("g()") !=
                std::string::npos,
            true);
}

TEST_F(BodyTest, BreakGivesALoopItsValue) {
  EXPECT_EQ(dump("fn f() -> i32 { loop { break 1; } }"),
            "{ loop '0 never-to-any({ break '0 1i32; } as ()) }");
}

} // namespace
