//===- PathsTest.cpp - paths in bodies and signatures ---------------------===//

#include "ResolveFixture.h"

using namespace cratec::rust;

namespace {

class PathsTest : public ResolveTest {};

TEST_F(PathsTest, pathsAreRelativeToTheModule) {
  resolve("mod a { pub mod b { pub fn f() {} } pub fn g() {} } fn top() {}");
  EXPECT_EQ(meaning("b::f", Namespace::Value, "a"), "function a::b::f");
  EXPECT_EQ(meaning("::a::b::f", Namespace::Value, "a"), "function a::b::f");
  EXPECT_EQ(meaning("self::b::f", Namespace::Value, "a"), "function a::b::f");
  EXPECT_EQ(meaning("super::g", Namespace::Value, "a::b"), "function a::g");
  EXPECT_EQ(meaning("super::super::top", Namespace::Value, "a::b"), "function top");
  EXPECT_EQ(meaning("self::super::g", Namespace::Value, "a::b"), "function a::g");
  EXPECT_EQ(meaning("a::g", Namespace::Value, "a"), ""); // paths do not begin at the root
  EXPECT_EQ(meaning("top", Namespace::Value, "a"), "");
  EXPECT_EQ(messages().size(), 2u);
}

TEST_F(PathsTest, typesKeepTheirRest) {
  resolve("struct S; enum E { A } type T = S; mod m {}");
  EXPECT_EQ(meaning("S::new", Namespace::Value), "struct S and 1");
  EXPECT_EQ(meaning("E::make", Namespace::Value), "enum E and 1");
  EXPECT_EQ(meaning("T::a::b", Namespace::Value), "type alias T and 2");
  EXPECT_EQ(meaning("u8::max_value", Namespace::Value), "primitive and 1");
  EXPECT_EQ(meaning("str", Namespace::Type, "", "type"), "primitive");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(PathsTest, selfIsTheImpl) {
  Definitions &defs = resolve("struct S; impl S { fn f() {} }");
  DefId impl = defs.all(DefKind::Impl, 0)[0];
  EXPECT_EQ(meaning("Self", Namespace::Type, "", "type", impl), "Self of S");
  EXPECT_EQ(meaning("Self::f", Namespace::Value, "", "function", impl), "Self of S and 1");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("Self", Namespace::Type, "", "type"), "");
  EXPECT_EQ(meaning("Self::f", Namespace::Value), "");
  EXPECT_EQ(messages(), Messages({"0: E0411 cannot find type `Self` in this scope",
                                  "0: E0433 cannot find `Self` in this scope"}));
}

TEST_F(PathsTest, aModuleNamedLikeAPrimitiveHidesOnlyWhatItHas) {
  upstream("std", "pub mod u32 { pub const MAX: u32 = 1; }");
  resolve("use std::u32;");
  EXPECT_EQ(meaning("u32::MAX", Namespace::Value), "constant std::u32::MAX");
  EXPECT_EQ(meaning("u32::max_value", Namespace::Value), "primitive and 1");
  EXPECT_EQ(meaning("u32", Namespace::Type, "", "type"), "primitive");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(PathsTest, aStructNamedLikeAPrimitiveHidesIt) {
  resolve("struct f32;");
  EXPECT_EQ(meaning("f32", Namespace::Type, "", "type"), "struct f32");
}

// ---- mistakes ----

TEST_F(PathsTest, missingNamesAreSaidInRustcsWords) {
  upstream("std", "pub mod mem { pub fn swap() {} }");
  resolve("mod m { pub mod n {} pub fn func() {} } fn f() {} enum E { A }");
  meaning("nope", Namespace::Value);
  meaning("nope", Namespace::Value, "", "function");
  meaning("Nope", Namespace::Value, "", "function");
  meaning("Nope", Namespace::Type, "", "type");
  meaning("Nope", Namespace::Type, "", "trait");
  meaning("Nope", Namespace::Type, "", "struct, variant or union type");
  meaning("Nope", Namespace::Value, "", "tuple struct or tuple variant");
  meaning("m::n::nope", Namespace::Value, "", "function");
  meaning("std::nope", Namespace::Value, "", "function");
  meaning("self::nope", Namespace::Value, "", "function");
  meaning("::nope", Namespace::Value, "", "function");
  EXPECT_EQ(
      messages(),
      Messages({"0: E0425 cannot find value `nope` in this scope",
                "0: E0425 cannot find function `nope` in this scope",
                "0: E0425 cannot find function, tuple struct or tuple variant `Nope` in this scope",
                "0: E0412 cannot find type `Nope` in this scope",
                "0: E0405 cannot find trait `Nope` in this scope",
                "0: E0422 cannot find struct, variant or union type `Nope` in this scope",
                "0: E0531 cannot find tuple struct or tuple variant `Nope` in this scope",
                "0: E0425 cannot find function `nope` in module `m::n`",
                "0: E0425 cannot find function `nope` in crate `std`",
                "0: E0425 cannot find function `nope` in module `self`",
                "0: E0425 cannot find function `nope` in the crate root"}));
  meaning("nope::f", Namespace::Value);
  meaning("Nope::f", Namespace::Value);
  meaning("m::nope::f", Namespace::Value);
  meaning("::nope::f", Namespace::Value);
  meaning("f::g", Namespace::Value);
  meaning("m::func::g", Namespace::Value);
  meaning("E::A::f", Namespace::Value);
  meaning("super::f", Namespace::Value);
  EXPECT_NE(details().find("function `f` is not a crate or module"), std::string::npos);
  EXPECT_NE(details().find("expected type, found function `func` in `m`"), std::string::npos);
  EXPECT_EQ(messages(), Messages({"0: E0433 cannot find module or crate `nope` in this scope",
                                  "0: E0433 cannot find type `Nope` in this scope",
                                  "0: E0433 cannot find `nope` in `m`",
                                  "0: E0433 cannot find module or crate `nope` in the crate root",
                                  "0: E0433 cannot find module or crate `f` in this scope",
                                  "0: E0433 cannot find `func` in `m`",
                                  "0: E0433 cannot find module `A` in `E`",
                                  "0: E0433 too many leading `super` keywords"}));
}

TEST_F(PathsTest, wrongKindsAreSaid) {
  resolve("mod m { pub struct T(u8); } use m::T; struct P { x: u8, y: u8 } enum E { A, V { x: u8 } "
          "} fn f() {}");
  meaning("P", Namespace::Value);
  EXPECT_NE(details().find("use struct literal syntax instead: `P { x: val, y: val }`"),
            std::string::npos);
  meaning("m", Namespace::Value);
  meaning("u8", Namespace::Value);
  meaning("P", Namespace::Value, "", "function");
  meaning("T", Namespace::Value, "", "function");
  meaning("E::V", Namespace::Value);
  meaning("f", Namespace::Type, "", "type");
  meaning("m", Namespace::Type, "", "type");
  meaning("E::A", Namespace::Type, "", "type");
  meaning("P", Namespace::Type, "", "trait");
  meaning("i32", Namespace::Type, "", "trait");
  meaning("m", Namespace::Type, "", "struct, variant or union type");
  meaning("self", Namespace::Value);
  EXPECT_EQ(messages(),
            Messages({"0: E0423 expected value, found struct `P`",
                      "0: E0423 expected value, found module `m`",
                      "0: E0423 expected value, found builtin type `u8`",
                      "0: E0423 expected function, tuple struct or tuple variant, found struct `P`",
                      "0: E0423 cannot initialize a tuple struct which contains private fields",
                      "0: E0533 expected value, found struct variant `E::V`",
                      "0: E0573 expected type, found function `f`",
                      "0: E0573 expected type, found module `m`",
                      "0: E0573 expected type, found variant `E::A`",
                      "0: E0404 expected trait, found struct `P`",
                      "0: E0404 expected trait, found builtin type `i32`",
                      "0: E0574 expected struct, variant or union type, found module `m`",
                      "0: E0424 expected value, found module `self`"}));
}

TEST_F(PathsTest, privateThingsAreSaidAndResolved) {
  resolve(
      "mod m { fn f() {} mod n { pub struct S; } pub struct C(u8); pub mod deep { fn g() { } } }");
  EXPECT_EQ(meaning("m::f", Namespace::Value), "function m::f");
  EXPECT_EQ(meaning("m::n::S", Namespace::Type), "struct m::n::S");
  EXPECT_EQ(meaning("m::C", Namespace::Value), "struct m::C");
  EXPECT_EQ(messages(),
            Messages({"0: E0603 function `f` is private", "0: E0603 module `n` is private",
                      "0: E0603 tuple struct constructor `C` is private"}));
  EXPECT_EQ(meaning("super::f", Namespace::Value, "m::deep"), "function m::f");
  EXPECT_EQ(meaning("super::C", Namespace::Value, "m::deep"), "struct m::C");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(PathsTest, similarNamesAreOffered) {
  upstream("std", "pub mod collections { pub struct HashMap; } pub mod mem { pub fn swap() {} }");
  resolve("mod m { pub fn undo() {} } fn compute() {} struct Point; const LIMIT: u8 = 1;");
  meaning("conpute", Namespace::Value, "", "function");
  meaning("Poimt", Namespace::Type, "", "type");
  meaning("LIMITS", Namespace::Value);
  meaning("m::undoo", Namespace::Value, "", "function");
  meaning("HashMap::new", Namespace::Value, "", "function");
  meaning("HashMap", Namespace::Type, "m", "type");
  meaning("undo", Namespace::Value, "", "function");
  meaning("mem::swap", Namespace::Value, "", "function");
  std::string all = details();
  for (const char *help : {"a function with a similar name exists: `compute`",
                           "a struct with a similar name exists: `Point`",
                           "a constant with a similar name exists: `LIMIT`",
                           "a function with a similar name exists: `undo`",
                           "consider importing this struct: `use std::collections::HashMap;`",
                           "consider importing this function: `use m::undo;`",
                           "consider importing this module: `use std::mem;`"})
    EXPECT_NE(all.find(help), std::string::npos) << help << "\n" << all;
}

TEST_F(PathsTest, derivedCodeIsNotSubjectToPrivacy) {
  upstream("core", "pub mod clone { pub trait Clone { fn clone(&self) -> Self; } } mod hidden { "
                   "pub fn f() {} }");
  Definitions &defs = resolve("mod m { fn f() {} }\n#[derive(Clone)] struct S;");
  std::vector<DefId> impls = defs.all(DefKind::Impl, 0);
  ASSERT_EQ(impls.size(), 1u);
  EXPECT_EQ(meaning("$core::hidden::f", Namespace::Value), "function core::hidden::f");
  EXPECT_EQ(meaning("m::f", Namespace::Value, "", "function", impls[0]), "function m::f");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(PathsTest, itemsSeeWhatIsPrivateAround) {
  Definitions &defs =
      resolve("mod m { pub struct S; impl S { fn f(&self) {} pub fn g(&self) {} } mod n {} }");
  DefId impl = defs.all(DefKind::Impl, 0)[0];
  DefId f = defs.members(impl)[0], g = defs.members(impl)[1];
  EXPECT_TRUE(defs.isVisible(f, module("m")));
  EXPECT_TRUE(defs.isVisible(f, module("m::n")));
  EXPECT_FALSE(defs.isVisible(f, module("")));
  EXPECT_TRUE(defs.isVisible(g, module("")));
}

} // namespace
