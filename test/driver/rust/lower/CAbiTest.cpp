//===- CAbiTest.cpp - structs by value as clang passes them -------------------===//
//
// What is expected here is what clang 19 makes of the same functions in C, up to integers
// that it makes shorter where the rest of a register has no meaning.
//
//===----------------------------------------------------------------------===//

#include "LowerFixture.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;

namespace {

class CAbiTest : public LowerTest {
protected:
  /// The type of `extern "C" fn f(s: S) -> S`, with what attributes say of structs.
  std::string pass(const std::string &fields, const std::string &repr = "C",
                   const std::string &before = "") {
    const llvm::Module *made =
        lower("#[repr(" + repr + ")] pub struct S { " + fields + " }\n" +
              "#[no_mangle] pub extern fn f(" + before + "s: S) -> S { s }\n");
    return made ? signature(*made->getFunction("f")) : "";
  }

  static std::string spelling(llvm::Type *type) {
    std::string text;
    llvm::raw_string_ostream(text) << *type;
    return text;
  }

  static std::string signature(const llvm::Function &function) {
    std::vector<std::string> parameters;
    for (const llvm::Argument &argument : function.args()) {
      std::string text = spelling(argument.getType());
      if (argument.hasStructRetAttr())
        text += " sret";
      if (argument.hasByValAttr())
        text += " byval " + std::to_string(argument.getParamAlign().valueOrOne().value());
      if (argument.hasAttribute(llvm::Attribute::StackAlignment))
        text += " alignstack";
      parameters.push_back(text);
    }
    return spelling(function.getReturnType()) + " (" + llvm::join(parameters, ", ") + ")";
  }
};

TEST_F(CAbiTest, EightbytesOnX86) {
  EXPECT_EQ(pass("a: i32, b: i32"), "i64 (i64)");
  EXPECT_EQ(pass("a: i64, b: i64"), "{ i64, i64 } (i64, i64)");
  EXPECT_EQ(pass("a: i32, b: f32"), "i64 (i64)");
  EXPECT_EQ(pass("a: f64, b: i32"), "{ double, i64 } (double, i64)");
  EXPECT_EQ(pass("a: f32, b: f32"), "<2 x float> (<2 x float>)");
  EXPECT_EQ(pass("a: f32, b: f32, c: f32"), "{ <2 x float>, float } (<2 x float>, float)");
  EXPECT_EQ(pass("a: i8, b: i8, c: i8"), "i24 (i24)");
  EXPECT_EQ(pass("a: [i32; 3]"), "{ i64, i32 } (i64, i32)");
}

TEST_F(CAbiTest, MemoryOnX86) {
  EXPECT_EQ(pass("a: [i32; 5]"), "void (ptr sret, ptr byval 8)");
  EXPECT_EQ(pass("a: f64, b: f64, c: f64"), "void (ptr sret, ptr byval 8)");
  // A field that is not aligned.
  EXPECT_EQ(pass("a: i8, b: i16, c: i8", "C, packed"), "void (ptr sret, ptr byval 8)");
}

TEST_F(CAbiTest, RegistersRunOutOnX86) {
  EXPECT_EQ(pass("a: i64, b: i64", "C", "a: i32, b: i32, c: i32, d: i32, "),
            "{ i64, i64 } (i32, i32, i32, i32, i64, i64)");
  EXPECT_EQ(pass("a: i64, b: i64", "C", "a: i32, b: i32, c: i32, d: i32, e: *mut u8, "),
            "{ i64, i64 } (i32, i32, i32, i32, ptr, ptr byval 8)");
  // Floats have registers of their own.
  EXPECT_EQ(pass("a: i64, b: i64", "C", "a: f32, b: f32, c: f64, d: f64, e: f64, f: f64, "),
            "{ i64, i64 } (float, float, double, double, double, double, i64, i64)");
  // The address of the result takes one.
  EXPECT_EQ(pass("a: [i64; 3]", "C", "a: S, b: i64, "),
            "void (ptr sret, ptr byval 8, i64, ptr byval 8)");
}

TEST_F(CAbiTest, Aarch64) {
  triple = "aarch64-unknown-linux-gnu";
  EXPECT_EQ(pass("a: i32, b: i32"), "i64 (i64)");
  EXPECT_EQ(pass("a: i64, b: i64"), "[2 x i64] ([2 x i64])");
  EXPECT_EQ(pass("a: f64, b: i32"), "[2 x i64] ([2 x i64])");
  EXPECT_EQ(pass("a: f32, b: f32, c: f32"), "[3 x float] ([3 x float] alignstack)");
  EXPECT_EQ(pass("a: [f64; 4]"), "[4 x double] ([4 x double] alignstack)");
  EXPECT_EQ(pass("a: f32, b: f64"), "[2 x i64] ([2 x i64])");
  EXPECT_EQ(pass("a: i8, b: i8, c: i8"), "i64 (i64)");
  EXPECT_EQ(pass("a: [i32; 5]"), "void (ptr sret, ptr)");
  EXPECT_EQ(pass("a: [f64; 5]"), "void (ptr sret, ptr)");
  EXPECT_EQ(pass("a: i8, b: i16, c: i8", "C, packed"), "i64 (i64)");
}

TEST_F(CAbiTest, Riscv64) {
  triple = "riscv64-unknown-linux-gnu";
  EXPECT_EQ(pass("a: i32, b: i32"), "i64 (i64)");
  EXPECT_EQ(pass("a: i64, b: i64"), "[2 x i64] ([2 x i64])");
  EXPECT_EQ(pass("a: i32, b: f32"), "{ i32, float } (i32, float)");
  EXPECT_EQ(pass("a: f64, b: i32"), "{ double, i32 } (double, i32)");
  EXPECT_EQ(pass("a: f32, b: f32"), "{ float, float } (float, float)");
  EXPECT_EQ(pass("a: f32, b: f32, c: f32"), "[2 x i64] ([2 x i64])");
  EXPECT_EQ(pass("a: i8, b: i8, c: i8"), "i64 (i64)");
  EXPECT_EQ(pass("a: [i32; 5]"), "void (ptr sret, ptr)");
  // No register is left for the float.
  EXPECT_EQ(pass("a: f64, b: i32", "C",
                 "a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, "),
            "{ double, i32 } (double, double, double, double, double, double, double, double, "
            "[2 x i64])");
}

TEST_F(CAbiTest, EnumsWithData) {
  const llvm::Module *made =
      lower("#[repr(C, u8)] pub enum E { A(u64), B }\n#[repr(C)] pub enum L { A(u64, u64), B }\n"
            "#[no_mangle] pub extern fn e(s: E) -> E { s }\n"
            "#[no_mangle] pub extern fn l(s: L) -> L { s }\n");
  ASSERT_TRUE(made);
  EXPECT_EQ(signature(*made->getFunction("e")), "{ i64, i64 } (i64, i64)");
  EXPECT_EQ(signature(*made->getFunction("l")), "void (ptr sret, ptr byval 8)");
}

TEST_F(CAbiTest, OneIntegerInAStructIsNotExtended) {
  const llvm::Module *made = lower("#[repr(C)] pub struct S(i8);\n"
                                   "#[no_mangle] pub extern fn s(s: S) -> S { s }\n"
                                   "#[no_mangle] pub extern fn i(i: i8) -> i8 { i }\n");
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->getFunction("s")->getArg(0)->hasSExtAttr());
  EXPECT_TRUE(made->getFunction("i")->getArg(0)->hasSExtAttr());
}

} // namespace
