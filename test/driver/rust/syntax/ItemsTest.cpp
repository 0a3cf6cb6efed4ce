//===- ItemsTest.cpp - items and their attributes -------------------------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

TEST(Items, crates_are_named_and_renamed) {
  EXPECT_EQ(tree("extern crate libc; pub extern crate alloc_system as system;"),
            "extern crate libc;\npub extern crate alloc_system as system;\n");
}

TEST(Items, a_use_becomes_one_item_a_path) {
  EXPECT_EQ(tree("use std::{mem, ptr as p};\nuse std::io::{self, Write, fmt::{self as f, *}};\n"
                 "use ::a; use self::b; use super::c::*; use *; use {d, e};"),
            "use std::mem;\nuse std::ptr as p;\nuse std::io::{self};\nuse std::io::Write;\n"
            "use std::io::fmt::{self} as f;\nuse std::io::fmt::*;\nuse ::a;\nuse self::b;\n"
            "use super::c::*;\nuse *;\nuse d;\nuse e;\n");
}

TEST(Items, functions_have_all_their_qualifiers) {
  EXPECT_EQ(tree("pub unsafe extern fn a(x: u8, _: u8, (a, mut b): (u8, u8)) -> u8 { 1 }\n"
                 "extern \"system\" fn b() {} const fn c() -> () {} const unsafe fn d() {}"),
            "pub unsafe extern \"C\" fn a(x: u8, _: u8, (a, mut b): (u8, u8)) -> u8 {\n  1\n}\n"
            "extern \"system\" fn b() {}\nconst fn c() {}\nconst unsafe fn d() {}\n");
}

TEST(Items, methods_have_all_forms_of_self) {
  EXPECT_EQ(tree("impl<'a, T> S<'a, T> { fn a(self) {} fn b(mut self, x: u8) {} fn c(&self) {} "
                 "fn d(&'a mut self) {} pub fn e(self: Box<Self>) {} fn f() {} const N: u8 = 1; }"),
            "impl<T> S<T> {\n  fn a(self) {}\n  fn b(mut self, x: u8) {}\n  fn c(&self) {}\n"
            "  fn d(&mut self) {}\n  pub fn e(self: Box<Self>) {}\n  fn f() {}\n"
            "  const N: u8 = 1;\n}\n");
}

TEST(Items, structs_and_enums_have_their_styles) {
  EXPECT_EQ(tree("struct A; struct B(pub u8, u16); pub struct C<T> { pub a: T, b: u8, }\n"
                 "enum E<T> { X, Y(T, u8), Z { a: T }, W = 1 << 3, } enum Never {} struct D {}"),
            "struct A;\nstruct B(pub u8, u16);\npub struct C<T> { pub a: T, b: u8 }\n"
            "enum E<T> { X, Y(T, u8), Z { a: T }, W = (1 << 3) }\nenum Never {  }\n"
            "struct D {  }\n");
}

TEST(Items, constants_statics_and_aliases) {
  EXPECT_EQ(tree("const A: u8 = 1; static B: u8 = 2; static mut C: [u8; 2] = [0; 2];\n"
                 "type R<T> = Result<T, ()>;"),
            "const A: u8 = 1;\nstatic B: u8 = 2;\nstatic mut C: [u8; 2] = [0; 2];\n"
            "type R<T> = Result<T, ()>;\n");
}

TEST(Items, extern_blocks_declare) {
  EXPECT_EQ(tree("#[link(name = \"m\", kind = \"static\")] extern { fn printf(f: *const u8, ...); "
                 "#[link_name = \"e\"] pub static mut errno: i32; }"),
            "#[link(name = \"m\", kind = \"static\")]\nextern \"C\" {\n"
            "  fn printf(f: *const u8, ...);\n  #[link_name = \"e\"]\n"
            "  pub static mut errno: i32;\n}\n");
}

TEST(Items, impls_of_traits_are_allowed_everywhere) {
  EXPECT_EQ(tree("unsafe impl Send for S {} impl fmt::Debug for S<u8> { fn a(&self) {} }"),
            "unsafe impl Send for S {\n}\nimpl fmt::Debug for S<u8> {\n  fn a(&self) {}\n}\n");
}

TEST(Items, core_may_define_traits) {
  Parsed parsed;
  parsed.input.isCore = true;
  parsed.parse("#[lang = \"ord\"] pub unsafe trait Ord: Eq + PartialOrd { fn cmp(&self, o: &Self) "
               "-> Ordering; fn max(self) -> Self { self } }");
  EXPECT_EQ(parsed.messages() + parsed.tree(),
            "#[lang = \"ord\"]\npub unsafe trait Ord: Eq + PartialOrd {\n"
            "  fn cmp(&self, o: &Self) -> Ordering;\n  fn max(self) -> Self {\n    self\n  }\n}\n");
}

TEST(Items, bounds_are_for_runtime_crates) {
  const char *text = "fn a<T: A + B<u8> + ?Sized + 'static, U>() where U: C, T: D {}";
  EXPECT_EQ(tree(std::string("#![feature(runtime_bounds)]\n") + text),
            "#![feature(runtime_bounds)]\nfn a<T: A + B<u8> + D, U: C>() {}\n");
  EXPECT_EQ(messages("fn a<T: A>() where T: B {}"),
            "D01 1:9 bounds on type parameters are outside the dialect\n"
            "D01 1:23 bounds on type parameters are outside the dialect\n");
  EXPECT_EQ(tree("fn a<T: ?Sized + 'static>() where T: 'static {}"), "fn a<T>() {}\n");
}

TEST(Items, tests_are_left_out_of_what_is_no_test) {
  EXPECT_EQ(tree("#[test] fn a() {} fn b() {}"), "fn b() {}\n");
  Parsed parsed;
  parsed.input.isTest = true;
  // What runs the tests is added behind them.
  EXPECT_EQ(parsed.parse("#[test] fn a() {}").tree().substr(0, 18), "#[test]\nfn a() {}\n");
}

TEST(Items, spans_are_of_the_item_without_attributes) {
  Parsed parsed("#[a] pub fn f() {}");
  const ast::Item &item = *parsed.crate->root.items.front();
  EXPECT_EQ(parsed.sources.text(item.span), "pub fn f() {}");
  EXPECT_EQ(parsed.sources.text(item.ident.span), "f");
}

// ---- attributes and cfg ----

TEST(Attributes, are_kept_with_their_values) {
  EXPECT_EQ(tree("#![a] #![b = \"c\"] #![d(e, f = \"g\", h(\"i\", 1))]\n#[x::y] #[z()] fn f() {}"),
            "#![a]\n#![b = \"c\"]\n#![d(e, f = \"g\", h(\"i\", \"1\"))]\n#[x::y]\n#[z()]\n"
            "fn f() {}\n");
}

TEST(Attributes, cfg_takes_away_what_is_off) {
  EXPECT_EQ(tree("#[cfg(windows)] fn a() {} #[cfg(not(windows))] fn b() {}\n"
                 "#[cfg(all(unix, target_os = \"linux\"))] fn c() {}\n"
                 "#[cfg(any())] mod gone; #[cfg(target_os = \"mac\")] use a::{b, c};\n"
                 "struct S { #[cfg(windows)] a: u8, #[cfg(unix)] b: u8 }\n"
                 "struct T(#[cfg(windows)] u8, u16); enum E { #[cfg(windows)] A, B }"),
            "fn b() {}\nfn c() {}\nstruct S { b: u8 }\nstruct T(u16);\nenum E { B }\n");
  EXPECT_EQ(
      tree("fn f(#[cfg(windows)] a: u8, b: u8) { #[cfg(windows)] a(); #[cfg(unix)] b();\n"
           "match x { #[cfg(windows)] 1 => {} #[cfg(unix)] 2 => {} } #[cfg(windows)] { c() } }"),
      "fn f(b: u8) {\n  b();\n  match x {\n    2 => {},\n  }\n}\n");
}

TEST(Attributes, cfg_attr_stands_for_others) {
  EXPECT_EQ(
      tree("#![cfg_attr(unix, no_std, feature(a))]\n"
           "#[cfg_attr(windows, b)] #[cfg_attr(unix, cfg_attr(unix, c), cfg(unix))] fn f() {}\n"
           "#[cfg_attr(unix, cfg(windows))] fn g() {}"),
      "#![no_std]\n#![feature(a)]\n#[c]\nfn f() {}\n");
}

TEST(Attributes, what_is_off_has_no_meaning_but_a_syntax) {
  EXPECT_EQ(messages("#[cfg(windows)] mod a { trait T {} fn f() { let c = || unknown!(); } }"), "");
  EXPECT_EQ(messages("#[cfg(windows)] fn f() { let }"), "- 1:30 expected pattern, found `}`\n");
}

TEST(Attributes, inner_cfg_takes_its_module_away) {
  EXPECT_EQ(tree("mod a { #![cfg(windows)] fn b() {} } mod c { #![cfg(unix)] }"), "mod c {\n}\n");
}

TEST(Attributes, mistakes) {
  struct {
    const char *text, *messages;
  } const mistakes[] = {
      {"#[cfg] fn f() {}", "E0539 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg = \"a\"] fn f() {}", "E0539 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg(\"unix\")] fn f() {}", "E0539 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg(a = 5)] fn f() {}", "E0539 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg_attr] fn f() {}", "E0539 1:1 malformed `cfg_attr` attribute input\n"},
      {"#[cfg_attr(unix)] fn f() {}", "E0539 1:1 malformed `cfg_attr` attribute input\n"},
      {"#[cfg()] fn f() {}", "E0805 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg(unix, windows)] fn f() {}", "E0805 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg(not(unix, windows))] fn f() {}", "E0805 1:1 malformed `cfg` attribute input\n"},
      {"#[cfg(foo(unix))] fn f() {}", "E0537 1:7 invalid predicate `foo`\n"},
      {"fn f() {} #![foo]", "- 1:11 an inner attribute is not permitted in this context\n"},
      {"#[foo]", "- 1:1 expected item after attributes\n"},
      {"fn f() { #[foo] }", "- 1:10 expected statement after outer attribute\n"},
      {"#[a b] fn f() {}", "- 1:5 expected one of `(`, `::`, or `=`, found `b`\n"},
      {"#[global_allocator] static A: S = S;",
       "D01 1:3 the attribute `#[global_allocator]` is outside the dialect\n"},
  };
  for (const auto &mistake : mistakes)
    EXPECT_EQ(messages(mistake.text), mistake.messages) << mistake.text;
}

TEST(Attributes, global_allocator_is_told_what_to_write) {
  Parsed parsed("#[global_allocator] static A: S = S;");
  EXPECT_NE(parsed.attachments().find("#![allocator]"), std::string::npos);
  EXPECT_NE(parsed.attachments().find("__rust_reallocate_inplace"), std::string::npos);
}
