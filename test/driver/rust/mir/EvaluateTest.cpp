//===- EvaluateTest.cpp - the values of constants -------------------------===//

#include "MirFixture.h"

using namespace cratec::rust;

using EvaluateTest = MirTest;

TEST_F(EvaluateTest, IntegersWrapTheirBits) {
  EXPECT_EQ(value("const X: i8 = -128;"), "128");
  EXPECT_EQ(value("const X: u64 = 1 << 63 | 5 & !4;"), "9223372036854775809");
  EXPECT_EQ(value("const X: i32 = -7 / 2 * 10 + -7 % 4;"), std::to_string(uint32_t(-33)));
}

TEST_F(EvaluateTest, FloatsAreRoundedToTheirType) {
  EXPECT_EQ(value("const X: f64 = 1.5 + 2.0 * 3.0;"), "7.5");
  EXPECT_EQ(value("const X: f32 = 0.1;"), fmt::format("{}", double(0.1f)));
  EXPECT_EQ(value("const X: f32 = 0.1 + 0.2;"), fmt::format("{}", double(0.1f + 0.2f)));
}

TEST_F(EvaluateTest, CastsSaturateAndExtend) {
  EXPECT_EQ(value("const X: u8 = 300.7 as u8;"), "255");
  EXPECT_EQ(value("const X: i8 = -200.5f32 as i8;"), "128");
  EXPECT_EQ(value("const X: u32 = -1i8 as u32;"), "4294967295");
  EXPECT_EQ(value("const X: i64 = -1i8 as u8 as i64;"), "255");
  EXPECT_EQ(value("const X: char = 65u8 as char;"), "65");
  EXPECT_EQ(value("const X: u8 = true as u8;"), "1");
  EXPECT_EQ(value("const X: *const u8 = 16 as *const u8;"), "16");
}

TEST_F(EvaluateTest, AggregatesAreTrees) {
  EXPECT_EQ(value("const X: (u8, &'static str) = (3, \"hey\");"), "#0(3, \"hey\")");
  EXPECT_EQ(value("const X: [Option<u32>; 2] = [None, Some(3)];"), "#0(#0(), #1(3))");
  EXPECT_EQ(value("static X: Cell = Cell::new(7);"), "#0(#0(7))");
  EXPECT_EQ(value("static X: [u8; 1000] = [3; 1000];"), "[3; 1000]");
}

TEST_F(EvaluateTest, ReferencesAreToWhatTheyBorrow) {
  EXPECT_EQ(value("const X: &'static [i32] = &[1, 2];"), "slice &#0(1, 2)");
  EXPECT_EQ(value("static N: u8 = 1; static X: &'static u8 = &N;"), "static N");
  EXPECT_EQ(value("fn g() {} static X: fn() = g;"), "fn g");
  EXPECT_EQ(value("const X: &'static [u8; 2] = b\"ab\";"), "&#0(97, 98)");
}

TEST_F(EvaluateTest, ConstFunctionsRun) {
  EXPECT_EQ(value("const fn fact(n: u64) -> u64 { if n == 0 { 1 } else { n * fact(n - 1) } }"
                  "const X: u64 = fact(20);"),
            "2432902008176640000");
}

TEST_F(EvaluateTest, ConstantsNameEachOther) {
  EXPECT_EQ(value("const A: usize = 3; const B: [u8; A] = [1, 2, 9]; const X: u8 = B[A - 1];"),
            "9");
  EXPECT_EQ(value("const P: (u8, &'static str) = (3, \"a\");"
                  "const X: u8 = match P { (3, \"a\") => 4, _ => 5 };"),
            "4");
}

TEST_F(EvaluateTest, DiscriminantsAndLengthsAreEvaluated) {
  EXPECT_EQ(value("const N: isize = 5; enum E { A = N + 1, B } const X: isize = E::B as isize;"),
            "7");
  EXPECT_EQ(value("const N: usize = 2; const X: [u8; N * 2] = [0; N * 2];"), "#0(0, 0, 0, 0)");
}

TEST_F(EvaluateTest, FailuresAreSaidWithTheirReason) {
  EXPECT_EQ(value("const X: u8 = 255 + 1;"),
            "nothing\nE0080 attempt to compute `u8::MAX + 1_u8`, which would overflow\n"
            "  1:25: evaluation of `X` failed here\n");
  EXPECT_TRUE(hasLines(value("const X: i32 = 1 / 0;"), {"attempt to divide `1_i32` by zero"}));
  EXPECT_TRUE(hasLines(value("const X: i32 = -5 % 0;"),
                       {"attempt to calculate the remainder of `-5_i32` with a divisor of zero"}));
  EXPECT_TRUE(hasLines(value("const X: i32 = 1 << 32;"),
                       {"attempt to shift left by `32_i32`, which would overflow"}));
  EXPECT_TRUE(hasLines(value("const X: i8 = -(-128i8);"),
                       {"attempt to negate `i8::MIN`, which would overflow"}));
  EXPECT_TRUE(hasLines(value("const X: u8 = [1, 2, 3][3];"),
                       {"index out of bounds: the length is 3 but the index is 3"}));
}

TEST_F(EvaluateTest, AFailureInACallNamesBothPlaces) {
  EXPECT_EQ(value("const fn g(x: u8) -> u8 { x + 1 }\nconst X: u8 = g(255);"),
            "nothing\nE0080 attempt to compute `u8::MAX + 1_u8`, which would overflow\n"
            "  2:15: evaluation of `X` failed inside this call\n"
            "  1:37: the failure occurred here\n"
            "  note: inside `g`\n");
}

TEST_F(EvaluateTest, EndlessEvaluationIsStopped) {
  EXPECT_TRUE(hasLines(value("const fn g() -> u8 { loop {} } const X: u8 = g();"),
                       {"constant evaluation is taking a long time"}));
  EXPECT_TRUE(hasLines(value("const fn g() -> u8 { g() } const X: u8 = g();"),
                       {"reached the configured maximum number of stack frames"}));
}

TEST_F(EvaluateTest, AConstantThatNeedsItselfIsACycle) {
  EXPECT_TRUE(hasLines(value("const X: u8 = Y; const Y: u8 = X;"), {"E0391 cycle detected"}));
}

TEST_F(EvaluateTest, AFailedConstantIsSaidOnce) {
  EXPECT_EQ(said("const A: u8 = 255 + 1;\nconst B: u8 = A;\nfn f() -> u8 { A + B }"),
            "E0080 attempt to compute `u8::MAX + 1_u8`, which would overflow\n"
            "  1:25: evaluation of `A` failed here\n");
}
