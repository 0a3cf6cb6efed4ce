//===- MovesTest.cpp - what must not be used, moved or changed ------------===//

#include "MirFixture.h"

using namespace cratec::rust;

namespace {

class MovesTest : public MirTest {
protected:
  /// In front of each text: `S` owns two texts, `D` has a destructor.
  std::string check(const std::string &text) {
    return said("struct S { f: Text, g: Text } struct D { f: Text }"
                "impl Drop for D { fn drop(&mut self) {} } static N: i32 = 3;"
                "fn take(t: Text) {}\n" +
                text);
  }
};

} // namespace

TEST_F(MovesTest, CorrectBodiesAreQuiet) {
  EXPECT_EQ(check("fn f(c: bool) { let x; if c { x = 1; } else { x = 2; } let y = x; }\n"
                  "fn g(mut s: S) { take(s.f); s.f = Text::new(); let t = s; }\n"
                  "fn h(c: bool) { let t = Text::new(); if c { take(t); return; } take(t); }\n"
                  "fn i() { loop { let t = Text::new(); take(t); } }\n"
                  "fn j() { let mut t = Text::new(); loop { take(t); t = Text::new(); } }\n"
                  "fn k(o: Option<Text>) { match o { Some(t) => take(t), None => {} } }\n"
                  "fn l(b: Box<S>) { let s = *b; take(s.g); take(s.f); }\n"),
            "");
}

TEST_F(MovesTest, AVariableNeedsAValue) {
  EXPECT_EQ(check("fn f() { let x: i32; let y = x; }"),
            "E0381 used binding `x` isn't initialized\n"
            "  2:30: `x` used here but it isn't initialized\n"
            "  2:14: binding declared here but left uninitialized\n");
}

TEST_F(MovesTest, AVariableNeedsAValueOnEveryWay) {
  EXPECT_EQ(check("fn f(c: bool) { let x; if c { x = 1; } let y = x; }"),
            "E0381 used binding `x` is possibly-uninitialized\n"
            "  2:48: `x` used here but it is possibly-uninitialized\n"
            "  2:21: binding declared here but left uninitialized\n");
}

TEST_F(MovesTest, PartsOfNothingAreNotAssigned) {
  EXPECT_TRUE(hasLines(check("fn f() { let x: S; x.f = Text::new(); }"),
                       {"E0381 partially assigned binding `x` isn't fully initialized",
                        "`x` partially assigned here but it isn't fully initialized"}));
}

TEST_F(MovesTest, AMovedValueIsNotUsed) {
  EXPECT_EQ(check("fn f() { let x = Text::new(); take(x); take(x); take(x); }"),
            "E0382 use of moved value: `x`\n"
            "  2:45: value used here after move\n"
            "  2:36: value moved here\n"
            "  2:14: move occurs because `x` has type `Text`, which does not implement the "
            "`Copy` trait\n");
}

TEST_F(MovesTest, AMovedValueIsNotBorrowed) {
  EXPECT_TRUE(hasLines(check("fn f() { let x = Text::new(); take(x); x.len(); }"),
                       {"E0382 borrow of moved value: `x`", "value borrowed here after move"}));
}

TEST_F(MovesTest, ALoopDoesNotMoveTwice) {
  EXPECT_EQ(check("fn f() { let x = Text::new(); loop { take(x); } }"),
            "E0382 use of moved value: `x`\n"
            "  2:43: value moved here, in previous iteration of loop\n"
            "  2:14: move occurs because `x` has type `Text`, which does not implement the "
            "`Copy` trait\n");
}

TEST_F(MovesTest, OneCallDoesNotMoveTwice) {
  EXPECT_TRUE(hasLines(check("fn g(a: Text, b: Text) {} fn f(t: Text) { g(t, t); }"),
                       {"E0382 use of moved value: `t`", "2:48: value used here after move",
                        "2:45: value moved here"}));
}

TEST_F(MovesTest, APartlyMovedValueIsNotUsedWhole) {
  EXPECT_EQ(check("fn f(x: S) { take(x.f); let y = x; }"),
            "E0382 use of partially moved value: `x`\n"
            "  2:33: value used here after partial move\n"
            "  2:19: value partially moved here\n"
            "  note: partial move occurs because `x.f` has type `Text`, which does not implement "
            "the `Copy` trait\n");
}

TEST_F(MovesTest, PartsOfAMovedValueAreNotAssigned) {
  EXPECT_TRUE(hasLines(
      check("fn f(mut x: S) { let y = x; x.f = Text::new(); }"),
      {"E0382 assign to part of moved value: `x`", "value partially assigned here after move"}));
}

TEST_F(MovesTest, EveryMoveIsNamed) {
  EXPECT_TRUE(hasLines(
      check("fn f(c: bool, x: Text) { if c { take(x); } else { let y = x; } take(x); }"),
      {"E0382 use of moved value: `x`", "2:38: value moved here", "2:59: value moved here"}));
}

TEST_F(MovesTest, AnImmutableVariableIsAssignedOnce) {
  EXPECT_EQ(check("fn f() { let x = 1; x = 2; }"),
            "E0384 cannot assign twice to immutable variable `x`\n"
            "  2:21: cannot assign twice to immutable variable\n"
            "  2:14: first assignment to `x`\n"
            "  help: consider making this binding mutable: `mut x`\n");
  EXPECT_TRUE(hasLines(check("fn f(x: i32) { x = 2; }"),
                       {"E0384 cannot assign to immutable argument `x`"}));
  EXPECT_TRUE(hasLines(check("fn f() { let x; loop { x = 1; } }"),
                       {"E0384 cannot assign twice to immutable variable `x`"}));
}

TEST_F(MovesTest, NothingIsMovedOutOfABorrow) {
  EXPECT_EQ(check("fn f(s: &S) { take(s.f); }"),
            "E0507 cannot move out of `s.f` which is behind a shared reference\n"
            "  2:20: move occurs because `s.f` has type `Text`, which does not implement the "
            "`Copy` trait\n");
  EXPECT_TRUE(hasLines(check("fn f(s: &mut Text) { take(*s); }"),
                       {"cannot move out of `*s` which is behind a mutable reference"}));
  EXPECT_TRUE(hasLines(check("fn f(s: *const Text) { unsafe { take(*s); } }"),
                       {"cannot move out of `*s` which is behind a raw pointer"}));
}

TEST_F(MovesTest, APatternDoesNotMoveOutOfABorrow) {
  EXPECT_TRUE(
      hasLines(check("fn f(o: &Option<Text>) { match *o { Some(t) => {}, None => {} } }"),
               {"E0507 cannot move out of `o` as enum variant `Some` which is behind a shared "
                "reference",
                "2:32: ", "2:42: data moved here", "move occurs because `t` has type `Text`"}));
  EXPECT_TRUE(hasLines(check("fn f(s: &S) { let S { f, g } = *s; }"),
                       {"E0507 cannot move out of `s.f`", "data moved here", "...and here",
                        "move occurs because these variables have types"}));
}

TEST_F(MovesTest, AGuardMovesNothing) {
  EXPECT_TRUE(hasLines(
      check("fn f(o: Option<Text>) { match o { Some(s) if { take(s); true } => {}, _ => {} } }"),
      {"E0507 cannot move out of `s` in pattern guard"}));
}

TEST_F(MovesTest, NothingIsMovedOutOfAnArray) {
  EXPECT_TRUE(hasLines(check("fn f(a: [Text; 2]) { take(a[0]); }"),
                       {"E0508 cannot move out of type `[Text; 2]`, a non-copy array",
                        "cannot move out of here", "`a[_]` has type `Text`"}));
}

TEST_F(MovesTest, NothingIsMovedOutOfWhatHasADestructor) {
  EXPECT_TRUE(hasLines(check("fn f(d: D) { take(d.f); }"),
                       {"E0509 cannot move out of type `D`, which implements the `Drop` trait"}));
}

TEST_F(MovesTest, OnlyWhatIsMutableIsAssigned) {
  EXPECT_TRUE(hasLines(check("fn f(s: S) { s.f = Text::new(); }"),
                       {"E0594 cannot assign to `s.f`, as `s` is not declared as mutable",
                        "help: consider changing this to be mutable: `mut s`"}));
  EXPECT_TRUE(hasLines(check("fn f(s: &i32) { *s = 3; }"),
                       {"E0594 cannot assign to `*s`, which is behind a `&` reference",
                        "`s` is a `&` reference, so it cannot be written to"}));
  EXPECT_TRUE(
      hasLines(check("fn f() { N = 3; }"), {"E0594 cannot assign to immutable static item `N`"}));
}

TEST_F(MovesTest, OnlyWhatIsMutableIsBorrowedSo) {
  EXPECT_TRUE(hasLines(check("fn f(s: Text) { s.push(1); }"),
                       {"E0596 cannot borrow `s` as mutable, as it is not declared as mutable"}));
  EXPECT_TRUE(hasLines(check("fn f(s: &Text) { s.push(1); }"),
                       {"E0596 cannot borrow `*s` as mutable, as it is behind a `&` reference"}));
  EXPECT_TRUE(hasLines(check("fn f() { let x = &mut N; }"),
                       {"E0596 cannot borrow immutable static item `N` as mutable"}));
}

TEST_F(MovesTest, AllBodiesAreToldOf) {
  std::string text =
      check("fn f(t: Text) { take(t); take(t); }\nfn g(t: Text) { take(t); take(t); }");
  EXPECT_TRUE(hasLines(text, {"  2:", "E0382", "  3:"}));
}
