//===- ImportsTest.cpp - `use` and `extern crate` -------------------------===//

#include "ResolveFixture.h"

using namespace cratec::rust;

namespace {

class ImportsTest : public ResolveTest {};

TEST_F(ImportsTest, importsBeginAtTheRoot) {
  resolve("mod a { pub mod b { pub fn f() {} } }\nmod c { use a::b; use a::b::f as g; use "
          "::a::b::f; }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("b::f", Namespace::Value, "c"), "function a::b::f");
  EXPECT_EQ(meaning("g", Namespace::Value, "c"), "function a::b::f");
  EXPECT_EQ(meaning("f", Namespace::Value, "c"), "function a::b::f");
}

TEST_F(ImportsTest, selfAndSuperAreRelative) {
  resolve("mod a { pub fn f() {} pub mod b { use super::f; use self::c::g; use super::super::top; "
          "pub mod c { pub fn g() {} } } }\n"
          "fn top() {}");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("f", Namespace::Value, "a::b"), "function a::f");
  EXPECT_EQ(meaning("g", Namespace::Value, "a::b"), "function a::b::c::g");
  EXPECT_EQ(meaning("top", Namespace::Value, "a::b"), "function top");
}

TEST_F(ImportsTest, listsWithSelfImportTheModule) {
  resolve("mod a { pub mod b { pub fn f() {} } pub fn b() {} }\nuse a::b::{self, f};\nmod c { use "
          "a::{self as x}; }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("b::f", Namespace::Value), "function a::b::f");
  EXPECT_EQ(meaning("x::b", Namespace::Value, "c"), "function a::b");
  // `self` is of the type namespace alone.
  EXPECT_EQ(defs->lookupIn(module(""), "b", Namespace::Value), std::nullopt);
}

TEST_F(ImportsTest, aModuleCanImportItself) {
  resolve("mod a { pub fn f() {} pub mod b { use self as me; use super as up; pub fn g() {} } }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("me::g", Namespace::Value, "a::b"), "function a::b::g");
  EXPECT_EQ(meaning("up::f", Namespace::Value, "a::b"), "function a::f");
}

TEST_F(ImportsTest, reexportsChainInAnyOrder) {
  resolve("pub use m4::f as f5;\nmod m4 { pub use m3::*; }\nmod m3 { pub use m2::f; }\nmod m2 { "
          "pub use m1::*; }\n"
          "mod m1 { pub fn f() {} }\nuse m4::f;");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("f5", Namespace::Value), "function m1::f");
  EXPECT_EQ(meaning("f", Namespace::Value), "function m1::f");
}

TEST_F(ImportsTest, globsInCyclesEnd) {
  resolve("mod a { pub use b::*; pub fn x() {} }\nmod b { pub use c::*; pub fn y() {} }\nmod c { "
          "pub use a::*; pub fn z() {} }\n"
          "mod d { use self::*; pub fn w() {} }");
  EXPECT_EQ(messages(), Messages());
  for (const char *in : {"a", "b", "c"}) {
    EXPECT_EQ(meaning("x", Namespace::Value, in), "function a::x");
    EXPECT_EQ(meaning("y", Namespace::Value, in), "function b::y");
    EXPECT_EQ(meaning("z", Namespace::Value, in), "function c::z");
  }
}

TEST_F(ImportsTest, explicitImportsHideGlobs) {
  resolve("mod a { pub fn f() {} pub fn g() {} }\nmod b { pub fn f() {} }\nmod c { use a::*; use "
          "b::f; fn g() {} }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("f", Namespace::Value, "c"), "function b::f");
  EXPECT_EQ(meaning("g", Namespace::Value, "c"), "function c::g");
}

TEST_F(ImportsTest, aPathThroughAGlobFollowsWhatHidesIt) {
  // `m` first comes by the glob, and then is the explicit import's.
  resolve("mod a { pub mod m { pub fn f() {} } }\nmod b { pub mod m { pub fn f() {} } }\nmod c { "
          "use self::m::f; use a::*; use b::m; }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("f", Namespace::Value, "c"), "function b::m::f");
}

TEST_F(ImportsTest, globsBringOnlyWhatIsVisible) {
  resolve("mod a { fn hidden() {} pub fn seen() {} pub struct S(u8); pub mod inside { use "
          "super::*; } }\nuse a::*;");
  EXPECT_EQ(meaning("seen", Namespace::Value), "function a::seen");
  EXPECT_EQ(meaning("hidden", Namespace::Value, "a::inside"), "function a::hidden");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("hidden", Namespace::Value), "");
  EXPECT_EQ(meaning("S", Namespace::Type), "struct a::S");
  EXPECT_EQ(meaning("S", Namespace::Value), "");
  EXPECT_EQ(messages().size(), 2u);
}

TEST_F(ImportsTest, variantsCanBeImported) {
  resolve("mod a { pub enum E { A, B { x: u8 } } }\nuse a::E::*;\nmod c { use a::E::A as X; use "
          "a::E::{self, B}; }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("A", Namespace::Value), "variant a::E::A");
  EXPECT_EQ(meaning("B", Namespace::Type, "", "struct, variant or union type"), "variant a::E::B");
  EXPECT_EQ(meaning("X", Namespace::Value, "c"), "variant a::E::A");
  EXPECT_EQ(meaning("E::A", Namespace::Value, "c"), "variant a::E::A");
}

TEST_F(ImportsTest, blocksImportForThemselves) {
  Definitions &defs = resolve("mod a { pub fn f() {} }\nfn g() { use a::f; }");
  std::vector<DefId> modules = defs.all(DefKind::Module, 0);
  EXPECT_EQ(meaningIn("f", Namespace::Value, modules.back()), "function a::f");
  EXPECT_EQ(defs.lookupUnqualified(module(""), "f", Namespace::Value), std::nullopt);
}

// ---- mistakes ----

TEST_F(ImportsTest, whatIsNotThereIsSaidOnce) {
  resolve("mod m { pub fn public() {} pub struct T; pub mod inner {} pub use m::inner::gone; }\n"
          "use m::nothing;\nuse nowhere::x;\nuse m::T::x as y;\nuse m::publik;\nuse super::z;\n"
          "use m::inner::deep::er;\nuse nothing::more as n;\nuse m::gone as gone2;");
  EXPECT_NE(details().find("a similar name exists in the module: `public`"), std::string::npos);
  EXPECT_NE(details().find("`T` is a struct, not a module"), std::string::npos);
  EXPECT_NE(details().find("no `gone` in `m::inner`"), std::string::npos);
  EXPECT_NE(details().find("could not find `deep` in `inner`"), std::string::npos);
  EXPECT_EQ(
      messages(),
      Messages({"1: E0432 unresolved import `m::inner::gone`",
                "2: E0432 unresolved import `m::nothing`", "3: E0432 unresolved import `nowhere`",
                "4: E0432 unresolved import `m::T`", "5: E0432 unresolved import `m::publik`",
                "6: E0433 too many leading `super` keywords",
                "7: E0432 unresolved import `m::inner::deep`"}));
  EXPECT_EQ(meaning("nothing", Namespace::Value), "");
  EXPECT_EQ(meaning("x::y::z", Namespace::Type), "");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ImportsTest, importsThatNameEachOtherAreErrors) {
  resolve("mod a { pub use b::f; }\nmod b { pub use a::f; }\nuse self::g as h;\nuse self::h as "
          "g;\nuse a::f;");
  EXPECT_EQ(
      messages(),
      Messages({"1: E0432 unresolved import `b::f`", "2: E0432 unresolved import `a::f`",
                "3: E0432 unresolved import `self::g`", "4: E0432 unresolved import `self::h`"}));
}

TEST_F(ImportsTest, importsThatTakeAwayTheirOwnPathEnd) {
  resolve("mod a { pub mod m { pub mod m {} } }\nuse a::*;\nuse m::m;\nmod c { use "
          "super::a::m::m::*; pub use self::x as y; pub use self::y as x; }");
  EXPECT_LE(messages().size(), 4u);
}

TEST_F(ImportsTest, namesThatMeetAreErrors) {
  upstream("std", "");
  upstream("core", "");
  resolve("mod a { pub fn f() {} pub mod m {} }\nmod b { pub fn f() {} pub mod m {} }\nuse "
          "a::f;\nuse b::f;\nuse a::m;\nmod m {}\n"
          "extern crate core;\nextern crate std as core;\nextern crate core as x;\nmod x "
          "{}\nextern crate core as y;\nuse a::m as y;\nmod std {}");
  EXPECT_NE(details().find("previous import of the value `f` here"), std::string::npos);
  EXPECT_NE(details().find("previous import of the module `m` here"), std::string::npos);
  EXPECT_NE(details().find("previous import of the extern crate `core` here"), std::string::npos);
  EXPECT_EQ(messages(), Messages({"8: E0259 the name `core` is defined multiple times",
                                  "10: E0260 the name `x` is defined multiple times",
                                  "13: E0260 the name `std` is defined multiple times",
                                  "4: E0252 the name `f` is defined multiple times",
                                  "6: E0255 the name `m` is defined multiple times",
                                  "12: E0254 the name `y` is defined multiple times"}));
}

TEST_F(ImportsTest, twoGlobsAreAmbiguousWhereUsed) {
  resolve("mod a { pub fn f() {} pub fn same() {} }\nmod b { pub fn f() {} pub use a::same; }\nuse "
          "a::*;\nuse b::*;\nmod c { use super::f; }");
  EXPECT_EQ(messages(), Messages({"5: E0659 `f` is ambiguous"}));
  EXPECT_EQ(meaning("same", Namespace::Value), "function a::same");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("f", Namespace::Value), "function a::f");
  EXPECT_EQ(messages().size(), 1u);
}

TEST_F(ImportsTest, privateThingsAreNotImported) {
  resolve(
      "mod m { fn f() {} mod inner { pub fn g() {} } use self::inner::g as h; pub struct S(u8); }\n"
      "use m::f;\nuse m::inner::g;\nuse m::h;\nuse m::S;");
  EXPECT_NE(details().find("the function `f` is defined here"), std::string::npos);
  EXPECT_EQ(messages(),
            Messages({"2: E0603 function `f` is private", "3: E0603 module `inner` is private",
                      "4: E0603 function import `h` is private"}));
  EXPECT_EQ(meaning("f", Namespace::Value), "function m::f");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ImportsTest, privateThingsAreNotReexported) {
  resolve("mod m {\nfn f() {}\npub use self::f as g;\nmod i {}\npub use self::i as j;\nstruct "
          "S;\npub use self::S as T;\n"
          "pub mod q { pub use super::f; enum X { A } pub use self::X::A; }\n}\npub use m as r;");
  EXPECT_EQ(
      messages(),
      Messages(
          {"3: E0364 `f` is private, and cannot be re-exported",
           "5: E0365 `i` is private, and cannot be re-exported",
           "7: E0364 `S` is private, and cannot be re-exported",
           "8: E0364 `f` is private, and cannot be re-exported",
           "8: E0364 `A` is private, and cannot be re-exported",
           "10: E0365 `m` is only public within the crate, and cannot be re-exported outside"}));
}

// ---- crates ----

TEST_F(ImportsTest, externCratesBindTheirRoots) {
  upstream("pool", "pub mod a { pub fn f() {} fn g() {} } pub use a::f;");
  resolve("extern crate pool;\nmod m { pub extern crate pool as p; }\nuse pool::a;\nuse m::p::f;");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("a::f", Namespace::Value), "function pool::a::f");
  EXPECT_EQ(meaning("f", Namespace::Value), "function pool::a::f");
  EXPECT_EQ(meaning("m::p::a::g", Namespace::Value), "function pool::a::g");
  EXPECT_EQ(messages().size(), 1u); // it is private
}

TEST_F(ImportsTest, aMissingCrateIsNotSaidAgain) {
  resolve("extern crate gone;\nuse gone::a;\nuse gone::b::*;");
  EXPECT_EQ(meaning("gone::f", Namespace::Value), "");
  EXPECT_EQ(meaning("a::f", Namespace::Value), "");
  EXPECT_EQ(meaning("whatever", Namespace::Value), ""); // the glob could have brought it
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ImportsTest, mistakesUpstreamAreNotSaid) {
  upstream("pool", "use nowhere::x; fn f() {} fn f() {} pub use self::f as g;");
  resolve("extern crate pool;");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ImportsTest, thePreludeIsThere) {
  upstream("core", "pub mod option { pub enum Option<T> { None, Some(T) } }\npub mod prelude { pub "
                   "mod v1 { pub use option::Option::{self, Some, None}; } } mod m {}");
  upstream("std", "#![no_std]\npub use core::option;\npub mod vec { pub struct Vec<T>(T); }\npub "
                  "mod prelude { pub mod v1 { pub use core::prelude::v1::*; pub use vec::Vec; } }");
  resolve("mod m { use std::option::Option as O; }");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("Some", Namespace::Value, "m"), "variant core::option::Option::Some");
  EXPECT_EQ(meaning("O", Namespace::Type, "m"), "enum core::option::Option");
  EXPECT_EQ(meaning("Vec::new", Namespace::Value, "m"), "struct std::vec::Vec and 1");
  EXPECT_EQ(meaning("std::vec::Vec", Namespace::Type), "struct std::vec::Vec");
  EXPECT_EQ(meaning("$core::option::Option::None", Namespace::Value, "m"),
            "variant core::option::Option::None");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ImportsTest, withoutStdThePreludeIsCores) {
  upstream("core", "pub mod option { pub enum Option<T> { None, Some(T) } }\npub mod prelude { pub "
                   "mod v1 { pub use option::Option; } }");
  upstream("std", "#![no_std] pub mod prelude { pub mod v1 { pub struct Vec; } }");
  resolve("#![no_std]\nuse core::option::Option::Some;");
  EXPECT_EQ(meaning("Option::None", Namespace::Value), "variant core::option::Option::None");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("Vec", Namespace::Type, "", "type"), "");
  EXPECT_EQ(messages().size(), 1u);
}

TEST_F(ImportsTest, unstableCratesNeedTheirFeature) {
  upstream("libc", "#![unstable(feature = \"libc\", reason = \"use `libc` from crates.io\", issue "
                   "= \"27783\")] pub fn f() {}\n"
                   "#[unstable(feature = \"new\")] pub fn g() {}");
  resolve("extern crate libc;\nuse libc::f;\nuse libc::g;");
  EXPECT_NE(details().find("add `#![feature(libc)]` to the crate attributes"), std::string::npos);
  EXPECT_EQ(messages(),
            Messages({"1: E0658 use of unstable library feature `libc`: use `libc` from crates.io",
                      "3: E0658 use of unstable library feature `new`"}));
  EXPECT_EQ(meaning("libc::f", Namespace::Value), "function libc::f");
  EXPECT_EQ(meaning("g", Namespace::Value), "function libc::g");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(meaning("libc::g", Namespace::Value), "function libc::g");
  EXPECT_EQ(messages().size(), 1u);
}

TEST_F(ImportsTest, namedFeaturesMayBeUsed) {
  upstream("libc", "#![unstable(feature = \"libc\", issue = \"27783\")] pub fn f() {}");
  resolve("#![feature(lang_items)]\n#![feature(other, libc)]\nextern crate libc;\nuse libc::f;");
  EXPECT_EQ(messages(), Messages());
  EXPECT_TRUE(defs->hasFeature(localCrateNumber, "libc"));
  EXPECT_FALSE(defs->hasFeature(localCrateNumber, "alloc"));
}

} // namespace
