//===- FunctionTest.cpp - what functions become -------------------------------===//

#include "LowerFixture.h"

using namespace cratec::rust;

namespace {

class FunctionTest : public LowerTest {
protected:
  std::optional<int64_t> value(const std::string &body, const std::string &items_ = "") {
    return run(items_ + "\n#[no_mangle] pub fn test() -> i32 { " + body + " }\n");
  }
};

TEST_F(FunctionTest, ArithmeticAndLoops) {
  EXPECT_EQ(value("1 + 2 * 3"), 7);
  EXPECT_EQ(value("let mut i = 0; let mut s = 0; while i < 5 { s += i; i += 1; } s"), 10);
}

TEST_F(FunctionTest, StructsTuplesAndArrays) {
  EXPECT_EQ(value("let p = P { a: 1, b: 300, c: 7 }; p.a as i32 + p.b + p.c as i32",
                  "struct P { a: u8, b: i32, c: u8 }"),
            308);
  EXPECT_EQ(value("let t = (1u8, 500i32); t.1 + t.0 as i32"), 501);
  EXPECT_EQ(value("let a = [1, 2, 4]; a[0] + a[1] + a[2]"), 7);
}

TEST_F(FunctionTest, LargeValuesAreCopiedIntoCalls) {
  EXPECT_EQ(value("let a = [1, 2, 3, 4]; let b = change(a); a[0] * 100 + b[0]",
                  "fn change(mut a: [i32; 4]) -> [i32; 4] { a[0] = 9; a }"),
            109);
}

TEST_F(FunctionTest, SwappedFieldsAreReadFirst) {
  EXPECT_EQ(value("let mut t = (1, 2); t = (t.1, t.0); t.0 * 10 + t.1"), 21);
}

TEST_F(FunctionTest, EnumsAreTold) {
  const char *shape = "enum S { Circle(i32), Rect { w: i32, h: i32 }, Nothing }"
                      "fn area(s: S) -> i32 { match s { S::Circle(r) => 3 * r * r, "
                      "S::Rect { w, h } => w * h, S::Nothing => 0 } }";
  EXPECT_EQ(value("area(S::Circle(2)) + area(S::Rect { w: 3, h: 5 }) + area(S::Nothing)", shape),
            27);
}

TEST_F(FunctionTest, NichesAreTold) {
  const char *get = "fn get(o: Option<&i32>) -> i32 { match o { Option::Some(x) => *x, "
                    "Option::None => -1 } }";
  EXPECT_EQ(value("let x = 5; get(Option::Some(&x)) * 10 + get(Option::None)", get), 49);
}

TEST_F(FunctionTest, DiscriminantsAreCast) {
  EXPECT_EQ(value("E::A as i32 * 1000 + E::B as i32", "enum E { A = -1, B = 500 }"), -500);
}

TEST_F(FunctionTest, CastsFollowTheSourcesSign) {
  EXPECT_EQ(value("(-1i8) as u8 as i32"), 255);
  EXPECT_EQ(value("(-1i8) as i32"), -1);
  EXPECT_EQ(value("300i32 as u8 as i32"), 44);
  EXPECT_EQ(value("3.99f64 as i32"), 3);
  EXPECT_EQ(value("1e20f64 as i32"), 2147483647);
  EXPECT_EQ(value("-5.0f32 as u8 as i32"), 0);
  EXPECT_EQ(value("'a' as i32 + true as i32"), 98);
}

TEST_F(FunctionTest, GenericFunctionsAreInstantiated) {
  EXPECT_EQ(value("first(1, 2u8) + first(10, true)", "fn first<T, U>(t: T, u: U) -> T { t }"), 11);
}

TEST_F(FunctionTest, FunctionPointersAreCalled) {
  EXPECT_EQ(value("apply(double, 21)", "fn double(x: i32) -> i32 { x * 2 } "
                                       "fn apply(f: fn(i32) -> i32, x: i32) -> i32 { f(x) }"),
            42);
  EXPECT_EQ(value("let make: fn(i32) -> W = W; make(4).0", "struct W(i32);"), 4);
}

TEST_F(FunctionTest, DropsRunOnceAndInOrder) {
  const char *items_ =
      "static mut LOG: i32 = 0; struct D(i32);"
      "impl Drop for D { fn drop(&mut self) { unsafe { LOG = LOG * 10 + self.0 } } }"
      "fn take(d: D) {}";
  EXPECT_EQ(
      value("unsafe { LOG = 0 } { let a = D(1); let b = (D(2), D(3)); take(a); } unsafe { LOG }",
            items_),
      123);
  EXPECT_EQ(
      value(
          "unsafe { LOG = 0 } { let a = [D(1), D(2)]; let o = Option::Some(D(3)); } unsafe { LOG }",
          items_),
      312);
}

TEST_F(FunctionTest, TuplesAreClonedAndCompared) {
  EXPECT_EQ(value("let a = (1, (2, 3)); let b = a.clone(); (b == a) as i32 * 10 + (b.1).1"), 13);
}

TEST_F(FunctionTest, SlicesKnowTheirLength) {
  EXPECT_EQ(value("sum(&[1, 2, 3])", "fn sum(s: &[i32]) -> i32 { s[0] + s[1] + s[2] }"), 6);
}

TEST_F(FunctionTest, StaticsAndConstants) {
  EXPECT_EQ(value("TABLE[1] + LIMIT + unsafe { COUNT }",
                  "static TABLE: [i32; 3] = [1, 20, 3]; const LIMIT: i32 = 4 * 100;"
                  "static mut COUNT: i32 = 3;"),
            423);
}

TEST_F(FunctionTest, StaticsMutableByCellsAreWritable) {
  std::string out = ir("pub struct C { c: UnsafeCell<i32> } unsafe impl Sync for C {}"
                       "#[no_mangle] pub static CELL: C = C { c: UnsafeCell { value: 1 } };"
                       "#[no_mangle] pub static PLAIN: i32 = 2;");
  EXPECT_NE(out.find("@CELL = global"), std::string::npos) << out;
  EXPECT_NE(out.find("@PLAIN = constant"), std::string::npos) << out;
}

TEST_F(FunctionTest, IntrinsicsAreMade) {
  const char *items_ = "extern \"rust-intrinsic\" { fn size_of<T>() -> usize; "
                       "fn ctpop<T>(x: T) -> T; fn transmute<T, U>(x: T) -> U; "
                       "fn wrapping_add<T>(a: T, b: T) -> T; }";
  EXPECT_EQ(value("unsafe { size_of::<(u8, u32)>() as i32 }", items_), 8);
  EXPECT_EQ(value("unsafe { ctpop(255i32) }", items_), 8);
  EXPECT_EQ(value("unsafe { transmute::<f32, i32>(1.0) }", items_), 0x3f800000);
  EXPECT_EQ(value("unsafe { wrapping_add(2147483647i32, 1) }", items_), -2147483648LL);
}

TEST_F(FunctionTest, TransmuteBetweenSizesIsAnError) {
  expectErrors = true;
  EXPECT_FALSE(lower("extern \"rust-intrinsic\" { fn transmute<T, U>(x: T) -> U; }"
                     "pub fn f() -> u64 { unsafe { transmute(1u32) } }"));
  EXPECT_NE(said().find("cannot transmute between types of different sizes"), std::string::npos)
      << said();
  EXPECT_NE(said().find("source type: `u32` (32 bits)"), std::string::npos) << said();
}

TEST_F(FunctionTest, EndlessInstancesAreAnError) {
  expectErrors = true;
  EXPECT_FALSE(lower("fn f<T>(x: T, n: u32) { if n > 0 { f((x, 1), n - 1) } }"
                     "pub fn start() { f(1, 2) }"));
  EXPECT_NE(said().find("reached the recursion limit while instantiating"), std::string::npos)
      << said();
}

TEST_F(FunctionTest, LinkageTellsWhoMayName) {
  std::string out = ir("pub fn shown() {} fn hidden() {} fn used_by_generic() {} "
                       "pub fn generic<T>(t: T) { used_by_generic() } "
                       "pub fn calls() { hidden(); generic(1u8); }");
  auto line = [&](const std::string &name) {
    for (size_t at = out.find(name); at != std::string::npos; at = out.find(name, at + 1)) {
      size_t begin = out.rfind('\n', at) + 1;
      if (out.compare(begin, 6, "define") == 0)
        return out.substr(begin, at - begin);
    }
    return std::string();
  };
  EXPECT_NE(line("4demo5shown").find("define void"), std::string::npos) << out;
  EXPECT_NE(line("4demo6hidden").find("define internal"), std::string::npos) << out;
  EXPECT_NE(line("4demo15used_by_generic").find("define void"), std::string::npos) << out;
  EXPECT_NE(out.find("define linkonce_odr hidden void @_RINv"), std::string::npos) << out;
}

TEST_F(FunctionTest, CFunctionsExtendSmallIntegers) {
  std::string out = ir("#[no_mangle] pub extern \"C\" fn f(a: i8, b: bool, c: u16) -> i16 { 1 }");
  EXPECT_NE(out.find("define signext i16 @f(i8 signext %0, i1 zeroext %1, i16 zeroext %2)"),
            std::string::npos)
      << out;
}

TEST_F(FunctionTest, ExecutablesHaveAMain) {
  options.isExecutable = true;
  std::string out = ir("fn main() {}");
  EXPECT_NE(out.find("define i32 @main(i32 %0, ptr %1)"), std::string::npos) << out;
}

TEST_F(FunctionTest, DebugInformationIsWellFormed) {
  options.debugInfo = 2;
  std::string out = ir("pub struct P { x: i32, next: Option<&'static P> } pub enum E { A(i32), B }"
                       "impl P { pub fn get(&self, e: E) -> i32 { let n = self.x; "
                       "match e { E::A(k) => k + n, E::B => n } } }"
                       "pub fn g(s: &str, t: (u8, char), a: [u8; 2]) { let f: fn() = h; }"
                       "fn h() {}");
  for (const char *part : {"DW_LANG_Rust", "name: \"data_ptr\"", "DW_TAG_variant_part",
                           "name: \"__1\"", "name: \"P\"", "!DILocalVariable(name: \"n\""})
    EXPECT_NE(out.find(part), std::string::npos) << part;
}

} // namespace
