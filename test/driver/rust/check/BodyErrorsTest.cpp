// What is said of bodies that are wrong, once and with rustc's code.

#include "BodyFixture.h"

using namespace cratec::rust;

namespace {

struct Mistake {
  const char *text;
  const char *said;
};

/// Each row is a crate of its own.
class BodyErrorsTest : public BodyTest, public testing::WithParamInterface<Mistake> {};

TEST_P(BodyErrorsTest, IsSaid) {
  EXPECT_EQ(errors(GetParam().text), GetParam().said);
}

constexpr Mistake names[] = {
    {"fn f() { x; }", "E0425: cannot find value `x` in this scope"},
    {"fn f() { g(); }", "E0425: cannot find function `g` in this scope"},
    {"struct S { a: i32 } fn f() { S; }", "E0423: expected value, found struct `S`"},
    {"fn f() { self; }", "E0424: expected value, found module `self`"},
    {"fn f() { let a = 1; fn g() { a; } }",
     "E0434: can't capture dynamic environment in a fn item"},
    {"struct S; fn f() { S::g(); }",
     "E0599: no function or associated item named `g` found for struct `S` in the current scope"},
    {"struct S; fn f(s: S) { s.g(); }",
     "E0599: no method named `g` found for struct `S` in the current scope"},
    {"mod m { pub struct S; impl S { fn g(&self) {} } } fn f(s: m::S) { s.g(); }",
     "E0624: method `g` is private"},
    {"mod m { pub struct S { a: i32 } } fn f(s: m::S) { s.a; }",
     "E0616: field `a` of struct `S` is private"},
    {"struct S { a: i32 } fn f(s: S) { s.b; }", "E0609: no field `b` on type `S`"},
    {"fn f(n: i32) { n.b; }", "E0610: `i32` is a primitive type and therefore doesn't have fields"},
    {"fn f(n: i32) { n.abs; }", "E0615: attempted to take value of method `abs` on type `i32`"},
    {"fn f() { break; }", "E0268: `break` outside of a loop or labeled block"},
    {"fn f() { loop { continue 'a; } }", "E0426: use of undeclared label `'a`"},
    {"fn f() { while true { break 1; } }", "E0571: `break` with value from a `while` loop"},
};
INSTANTIATE_TEST_SUITE_P(Names, BodyErrorsTest, testing::ValuesIn(names));

constexpr Mistake typesOf[] = {
    {"fn f() { let a: i32 = true; }", "E0308: mismatched types"},
    {"fn f() -> i32 { }", "E0308: mismatched types"},
    {"fn f(c: bool) { let a = if c { 1 } else { true }; }",
     "E0308: `if` and `else` have incompatible types"},
    {"fn f(c: bool) -> i32 { let a = if c { 1 }; a }",
     "E0317: `if` may be missing an `else` clause"},
    {"fn f() -> i32 { return; }", "E0069: `return;` in a function whose return type is not `()`"},
    {"fn g(a: i32) {} fn f() { g(); }",
     "E0061: this function takes 1 argument but 0 arguments were supplied"},
    {"fn f() { let a = 1; a(); }", "E0618: expected function, found `{integer}`"},
    {"struct S { a: i32, b: i32 } fn f() { S { a: 1 }; }",
     "E0063: missing field `b` in initializer of `S`"},
    {"struct S { a: i32 } fn f() { S { a: 1, c: 2 }; }",
     "E0560: struct `S` has no field named `c`"},
    {"struct S { a: i32 } fn f() { S { a: 1, a: 2 }; }",
     "E0062: field `a` specified more than once"},
    {"fn f() { let a = None; }", "E0282: type annotations needed for `Option<_>`"},
    {"fn f() { 1.abs(); }", "E0689: can't call method `abs` on ambiguous numeric type `{integer}`"},
    {"fn f(a: i32) { *a; }", "E0614: type `i32` cannot be dereferenced"},
    {"fn f(a: i32) { a[0]; }", "E0608: cannot index into a value of type `i32`"},
    {"fn f() { 1 = 2; }", "E0070: invalid left-hand side of assignment"},
    {"struct S; fn f() { S + S; }", "E0369: cannot add `S` to `S`"},
    {"struct S; fn f() { S == S; }", "E0369: binary operation `==` cannot be applied to type `S`"},
    {"fn f(mut a: bool) { a += true; }",
     "E0368: binary assignment operation `+=` cannot be applied to type `bool`"},
    {"fn f() { 1 + 1.0; }", "E0277: cannot add a float to an integer"},
    {"fn f() { !\"a\"; }", "E0600: cannot apply unary operator `!` to type `&str`"},
    {"fn f(a: u32) { -a; }", "E0600: cannot apply unary operator `-` to type `u32`"},
    {"fn f() { let a: u8 = 256; }", "literal out of range for `u8`"},
    {"fn f() { let a: i8 = -129; }", "literal out of range for `i8`"},
    {"fn f() { for i in true {} }", "E0277: `bool` is not an iterator"},
    {"struct S; fn f(s: S) { [s; 3]; }", "E0277: the trait bound `S: Copy` is not satisfied"},
    {"struct S; fn f(s: &S) { let t: i32 = s.clone(); }", "E0308: mismatched types"},
    {"fn f(r: &mut Reader) { **r = 1; }",
     "E0594: cannot assign to data in dereference of `Reader`"},
};
INSTANTIATE_TEST_SUITE_P(Types, BodyErrorsTest, testing::ValuesIn(typesOf));

constexpr Mistake castsOf[] = {
    {"fn f(a: i32) { a as bool; }", "E0054: cannot cast `i32` as `bool`"},
    {"fn f(a: u32) { a as char; }", "E0604: only `u8` can be cast as `char`, not `u32`"},
    {"struct S; fn f(s: S) { s as i32; }", "E0605: non-primitive cast: `S` as `i32`"},
    {"fn f(a: &u8) { a as u32; }", "E0606: casting `&u8` as `u32` is invalid"},
    {"fn f(a: *const u8) { a as *const [u8]; }",
     "E0607: cannot cast thin pointer `*const u8` to wide pointer `*const [u8]`"},
};
INSTANTIATE_TEST_SUITE_P(Casts, BodyErrorsTest, testing::ValuesIn(castsOf));

constexpr Mistake unsafeOf[] = {
    {"unsafe fn g() {} fn f() { g(); }",
     "E0133: call to unsafe function `g` is unsafe and requires unsafe function or block"},
    {"fn f(p: *const u8) { *p; }",
     "E0133: dereference of raw pointer is unsafe and requires unsafe function or block"},
    {"static mut N: i32 = 0; fn f() { N; }",
     "E0133: use of mutable static is unsafe and requires unsafe function or block"},
    {"extern \"C\" { static N: i32; } fn f() { N; }",
     "E0133: use of extern static is unsafe and requires unsafe function or block"},
    {"unsafe fn g() {} fn f() { unsafe { g() } } unsafe fn h() { g() }", ""},
    {"fn g() -> i32 { 1 } const N: i32 = g();",
     "E0015: cannot call non-const function `g` in constants"},
    {"const fn g() -> i32 { 1 } const N: i32 = g();", ""},
    {"const N: i32 = return 1;", "E0572: return statement outside of function body"},
};
INSTANTIATE_TEST_SUITE_P(Unsafe, BodyErrorsTest, testing::ValuesIn(unsafeOf));

constexpr Mistake patternsOf[] = {
    {"enum E { A(i32) } fn f(E::A(a, b): E) {}",
     "E0023: this pattern has 2 fields, but the corresponding tuple variant has 1 field"},
    {"struct S { a: i32 } fn f(S { b }: S) {}",
     "E0026: struct `S` does not have a field named `b`"},
    {"struct S { a: i32 } fn f(S {}: S) {}", "E0027: pattern does not mention field `a`"},
    {"fn f(a: &str) { match a { \"a\"...\"b\" => {} _ => {} } }",
     "E0029: only `char` and numeric types are allowed in range patterns"},
    {"fn f(p: (i32, i32)) { match p { (1, a) | (2, b) => {} _ => {} } }",
     "E0408: variable `a` is not bound in all patterns\n"
     "E0408: variable `b` is not bound in all patterns"},
    {"fn f(p: (i32, i32)) { match p { (1, a) | (2, ref a) => {} _ => {} } }",
     "E0409: variable `a` is bound inconsistently across alternatives separated by `|`"},
    {"fn f(a: i32, a: i32) {}",
     "E0415: identifier `a` is bound more than once in this parameter list"},
    {"fn f((a, a): (i32, i32)) {}",
     "E0416: identifier `a` is bound more than once in the same pattern"},
    {"fn f(a: i32) { match a { G(1) => {} _ => {} } }",
     "E0531: cannot find tuple struct or tuple variant `G` in this scope"},
    {"enum E { A } fn f(e: E) { match e { E::A(_) => {} } }",
     "E0532: expected tuple struct or tuple variant, found unit variant `E::A`"},
    {"static N: i32 = 1; fn f(a: i32) { match a { N => {} } }",
     "E0530: match bindings cannot shadow statics"},
    {"fn f(a: i32) { let (b, c) = a; b; }", "E0308: mismatched types"},
};
INSTANTIATE_TEST_SUITE_P(Patterns, BodyErrorsTest, testing::ValuesIn(patternsOf));

constexpr Mistake matchesOf[] = {
    {"fn f(o: Option<i32>) { match o { Some(_) => {} } }",
     "E0004: non-exhaustive patterns: `None` not covered"},
    {"fn f(o: Option<bool>) { match o { Some(true) => {} None => {} } }",
     "E0004: non-exhaustive patterns: `Some(false)` not covered"},
    {"fn f(n: u8) { match n { 0...100 => {} 102...255 => {} } }",
     "E0004: non-exhaustive patterns: `101_u8` not covered"},
    {"fn f(n: i32) { match n { 1 => {} } }",
     "E0004: non-exhaustive patterns: `i32::MIN..=0_i32` and `2_i32..=i32::MAX` not covered"},
    {"fn f(p: (bool, bool)) { match p { (true, _) => {} } }",
     "E0004: non-exhaustive patterns: `(false, _)` not covered"},
    {"enum E { A, B(i32), C { n: u8 } } fn f(e: &E) { match *e { E::A => {} } }",
     "E0004: non-exhaustive patterns: `E::B(_)` and `E::C { .. }` not covered"},
    {"fn f(s: &str) { match s { \"a\" => {} } }",
     "E0004: non-exhaustive patterns: `&_` not covered"},
    {"fn f(n: i8) { match n { -128...-1 => {} 0...127 => {} } }", ""},
    {"fn f(o: Option<i32>) { let Some(n) = o; }", "E0005: refutable pattern in local binding"},
    {"fn f(Some(n): Option<i32>) {}", "E0005: refutable pattern in function argument"},
    {"fn f(n: i32) { match n { _ => {} 1 => {} } }", "warning: unreachable pattern"},
    {"fn f(n: i32) { match n { a if a > 1 => {} _ => {} } }", ""},
};
INSTANTIATE_TEST_SUITE_P(Matches, BodyErrorsTest, testing::ValuesIn(matchesOf));

} // namespace
