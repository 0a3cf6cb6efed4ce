//===- LayoutTest.cpp - how types stand in memory -----------------------------===//

#include "driver/rust/lower/Layout.h"

#include "LowerFixture.h"

using namespace cratec::rust;
using ir::Shape;

namespace {

class LayoutTest : public LowerTest {
protected:
  /// "size/align", with the shape's letter: e, s, p, m.
  std::string layout(const std::string &type, const std::string &items_ = "") {
    EXPECT_TRUE(analyse(items_ + "\npub type Wanted = " + type + ";\n")) << said();
    ir::Layouts layouts(*items);
    const ir::Layout &found = layouts.of(alias("Wanted"));
    const char letters[] = {'e', 's', 'p', 'm'};
    return fmt::format("{}/{}{}", found.size, found.align,
                       letters[static_cast<unsigned>(found.shape)]);
  }
};

TEST_F(LayoutTest, ScalarsHaveTheirOwnSize) {
  EXPECT_EQ(layout("u8"), "1/1s");
  EXPECT_EQ(layout("bool"), "1/1s");
  EXPECT_EQ(layout("char"), "4/4s");
  EXPECT_EQ(layout("isize"), "8/8s");
  EXPECT_EQ(layout("f32"), "4/4s");
  EXPECT_EQ(layout("()"), "0/1e");
  EXPECT_EQ(layout("fn(u8) -> u8"), "8/8s");
}

TEST_F(LayoutTest, PointersToSlicesArePairs) {
  EXPECT_EQ(layout("&'static u8"), "8/8s");
  EXPECT_EQ(layout("&'static [u8]"), "16/8p");
  EXPECT_EQ(layout("&'static str"), "16/8p");
  EXPECT_EQ(layout("*mut [u64]"), "16/8p");
}

TEST_F(LayoutTest, FieldsAreSortedByAlignment) {
  EXPECT_EQ(layout("S", "struct S { a: u8, b: u32, c: u8 }"), "8/4m");
  EXPECT_EQ(layout("S", "#[repr(C)] struct S { a: u8, b: u32, c: u8 }"), "12/4m");
  EXPECT_EQ(layout("S", "#[repr(packed)] struct S { a: u8, b: u32, c: u8 }"), "6/1m");
  EXPECT_EQ(layout("(u8, u16, u8)"), "4/2m");
}

TEST_F(LayoutTest, WhatHasOnePartIsThatPart) {
  EXPECT_EQ(layout("S", "struct S(u32);"), "4/4s");
  EXPECT_EQ(layout("S", "struct S { text: &'static str, nothing: () }"), "16/8p");
  EXPECT_EQ(layout("S", "struct S(u32, [u64; 0]);"), "8/8m");
  EXPECT_EQ(layout("Box<u8>"), "8/8s");
}

TEST_F(LayoutTest, ArraysRepeatTheirElement) {
  EXPECT_EQ(layout("[u16; 3]"), "6/2m");
  EXPECT_EQ(layout("[u16; 0]"), "0/2e");
  EXPECT_EQ(layout("[[u8; 3]; 4]"), "12/1m");
}

TEST_F(LayoutTest, NullIsNone) {
  EXPECT_EQ(layout("Option<&'static u8>"), "8/8s");
  EXPECT_EQ(layout("Option<Box<u8>>"), "8/8s");
  EXPECT_EQ(layout("Option<fn()>"), "8/8s");
  EXPECT_EQ(layout("Option<&'static str>"), "16/8p");
  EXPECT_EQ(layout("Option<NonZero<usize>>"), "8/8s");
  EXPECT_EQ(layout("Option<*const u8>"), "16/8m");
}

TEST_F(LayoutTest, NullIsUsedOnce) {
  EXPECT_EQ(layout("Option<Option<&'static u8>>"), "16/8m");
  EXPECT_EQ(layout("Option<Option<bool>>"), "1/1s");
}

TEST_F(LayoutTest, CellsHideTheirNiche) {
  EXPECT_EQ(layout("Option<UnsafeCell<&'static u8>>"), "16/8m");
}

TEST_F(LayoutTest, EnumsHaveTheSmallestTag) {
  EXPECT_EQ(layout("E", "enum E { A, B }"), "1/1s");
  EXPECT_EQ(layout("E", "enum E { A = 1, B = 1000 }"), "2/2s");
  EXPECT_EQ(layout("E", "enum E { A = -1, B = 127 }"), "1/1s");
  EXPECT_EQ(layout("E", "#[repr(u32)] enum E { A, B }"), "4/4s");
  EXPECT_EQ(layout("E", "#[repr(C)] enum E { A, B }"), "4/4s");
  EXPECT_EQ(layout("E", "enum E { A(u8, u32, u8), B }"), "8/4m");
  EXPECT_EQ(layout("E", "enum E { A(u64), B(u8) }"), "16/8m");
  EXPECT_EQ(layout("E", "enum E { A(u32) }"), "4/4s");
  EXPECT_EQ(layout("E", "enum E {}"), "0/1e");
}

TEST_F(LayoutTest, SizesHaveALimit) {
  ASSERT_TRUE(analyse("pub type Wanted = [[u64; 1 << 40]; 1 << 40];"));
  ir::Layouts layouts(*items);
  EXPECT_TRUE(layouts.of(alias("Wanted")).isTooBig);
}

} // namespace
