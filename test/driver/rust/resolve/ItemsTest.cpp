//===- ItemsTest.cpp - items become definitions ---------------------------===//

#include "ResolveFixture.h"

using namespace cratec::rust;

namespace {

class ItemsTest : public ResolveTest {};

TEST_F(ItemsTest, everyKindOfItemIsADefinition) {
  resolve("mod m { pub struct S { pub a: i32 } pub struct T(pub u8); pub enum E { A, B(u8), C { x: "
          "u8 } }\n"
          "pub fn f() {} pub const K: u8 = 1; pub static V: u8 = 2; pub type L = u8; }");
  EXPECT_EQ(meaning("m::S", Namespace::Type), "struct m::S");
  EXPECT_EQ(meaning("m::T", Namespace::Type), "struct m::T");
  EXPECT_EQ(meaning("m::T", Namespace::Value), "struct m::T");
  EXPECT_EQ(meaning("m::E", Namespace::Type), "enum m::E");
  EXPECT_EQ(meaning("m::E::A", Namespace::Value), "variant m::E::A");
  EXPECT_EQ(meaning("m::E::B", Namespace::Value), "variant m::E::B");
  EXPECT_EQ(meaning("m::E::C", Namespace::Type, "", "struct, variant or union type"),
            "variant m::E::C");
  EXPECT_EQ(meaning("m::f", Namespace::Value), "function m::f");
  EXPECT_EQ(meaning("m::K", Namespace::Value), "constant m::K");
  EXPECT_EQ(meaning("m::V", Namespace::Value), "static m::V");
  EXPECT_EQ(meaning("m::L", Namespace::Type), "type alias m::L");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ItemsTest, membersComeInSourceOrder) {
  Definitions &defs = resolve("enum E { A, B }\nstruct S;\n"
                              "impl S { pub fn one(&self) {} const TWO: u8 = 2; fn three() {} }");
  DefId e = *defs.lookupIn(defs.crateRoot(0), "E", Namespace::Type);
  ASSERT_EQ(defs.members(e).size(), 2u);
  EXPECT_EQ(defs[defs.members(e)[1]].name, "B");
  EXPECT_EQ(defs[defs.members(e)[1]].index, 1u);
  std::vector<DefId> impls = defs.all(DefKind::Impl, 0);
  ASSERT_EQ(impls.size(), 1u);
  ASSERT_EQ(defs.members(impls[0]).size(), 3u);
  DefId one = defs.members(impls[0])[0], two = defs.members(impls[0])[1];
  EXPECT_EQ(defs[one].kind, DefKind::Method);
  EXPECT_TRUE(defs[one].isPublic);
  EXPECT_FALSE(defs[two].isPublic);
  EXPECT_EQ(defs[two].kind, DefKind::AssociatedConst);
  EXPECT_EQ(defs.path(one), "S::one");
  EXPECT_EQ(defs.find(defs[one].item), one);
  EXPECT_EQ(defs.moduleOf(one), defs.crateRoot(0));
}

TEST_F(ItemsTest, foreignItemsStandInTheModule) {
  Definitions &defs =
      resolve("mod m { extern \"C\" { pub fn free(p: *mut u8); static LIMIT: u8; } }");
  DefId free = *defs.lookupIn(module("m"), "free", Namespace::Value);
  EXPECT_TRUE(defs[free].isForeign);
  ASSERT_NE(defs[free].externBlock, nullptr);
  EXPECT_EQ(defs[free].externBlock->abi, "C");
  EXPECT_EQ(meaning("LIMIT", Namespace::Value, "m"), "static m::LIMIT");
}

TEST_F(ItemsTest, aBlockWithItemsIsAModuleOfItsOwn) {
  Definitions &defs = resolve(
      "fn helper() {}\nmod m { fn f() { fn helper() {} { let x = { fn deep() {} 1 }; } } }");
  std::vector<DefId> modules = defs.all(DefKind::Module, 0);
  ASSERT_EQ(modules.size(), 4u); // the root, m, two blocks
  DefId outer = modules[2], inner = modules[3];
  EXPECT_EQ(meaningIn("deep", Namespace::Value, inner), "function m::deep");
  EXPECT_EQ(defs.lookupUnqualified(inner, "helper", Namespace::Value),
            defs.lookupIn(outer, "helper", Namespace::Value));
  EXPECT_EQ(defs.lookupUnqualified(outer, "deep", Namespace::Value), std::nullopt);
  EXPECT_EQ(defs.lookupUnqualified(module("m"), "helper", Namespace::Value), std::nullopt);
  // `self` and `super` are of the modules that have names.
  EXPECT_EQ(meaningIn("super::helper", Namespace::Value, inner), "function helper");
  EXPECT_TRUE(defs.isInside(inner, module("m")));
  EXPECT_TRUE(defs.isInside(module("m"), inner));
  EXPECT_FALSE(defs.isInside(defs.crateRoot(0), inner));
}

TEST_F(ItemsTest, blocksAreFoundInEveryExpression) {
  Definitions &defs = resolve(
      "const K: u8 = { fn a() {} 1 };\n"
      "fn f(n: u8, o: Option<u8>) {\n"
      "  if n == { fn b() {} 1 } { fn c() {} } else { fn d() {} }\n"
      "  while n < 3 { fn e() {} } loop { fn g() {} break; } for i in 0..n { fn h() {} }\n"
      "  match n { 0 => { fn i() {} } _ if { fn j() {} true } => {} _ => {} }\n"
      "  let a = [0u8; { fn k() {} 3 }]; let t = (1, { fn l() {} 2 }); f({ fn m() {} 1 }, o);\n"
      "  println!(\"{}\", { fn o() {} 1 }); assert!({ fn p() {} true });\n"
      "  let v = vec![{ fn q() {} 1 }]; return { fn r() {} };\n"
      "}\n");
  EXPECT_EQ(messages(), Messages());
  EXPECT_EQ(defs.all(DefKind::Function, 0).size(), 1 + 16u);
}

TEST_F(ItemsTest, oneNameForTwoItemsIsAnError) {
  resolve(
      "fn dup() {}\nfn dup() {}\nstruct dup;\nstruct S { a: u8 }\nenum S { A }\nstatic S: u8 = 1;\n"
      "fn f() { fn q() {} fn q() {} }\n");
  EXPECT_NE(details().find("`q` must be defined only once in the value namespace of this block"),
            std::string::npos);
  EXPECT_NE(details().find("previous definition of the type `S` here"), std::string::npos);
  EXPECT_EQ(messages(), Messages({"2: E0428 the name `dup` is defined multiple times",
                                  "3: E0428 the name `dup` is defined multiple times",
                                  "5: E0428 the name `S` is defined multiple times",
                                  "7: E0428 the name `q` is defined multiple times"}));
}

TEST_F(ItemsTest, twoEqualStructsAreOneMistake) {
  resolve("struct A;\nstruct A;");
  EXPECT_EQ(messages(), Messages({"2: E0428 the name `A` is defined multiple times"}));
}

// ---- lang items ----

TEST_F(ItemsTest, langItemsAreFound) {
  upstream("core",
           "#![feature(lang_items)] #![no_core]\n#[lang = \"clone\"] pub trait Clone { fn "
           "clone(&self) -> Self; }\n"
           "#[lang = \"known_trait\"] pub trait One {} #[lang = \"known_trait\"] pub trait Two {}\n"
           "#[lang = \"str\"] impl str { pub fn len(&self) -> usize { 0 } }\n"
           "pub struct B; impl B { #[lang = \"box_new\"] pub fn new() {} }\n");
  Definitions &defs =
      resolve("#![feature(lang_items)]\n#![no_std]\n#[lang = \"panic_fmt\"] fn panic() {}");
  EXPECT_EQ(messages(), Messages());
  ASSERT_NE(defs.langItem(LangItem::Clone), noDef);
  EXPECT_EQ(defs.path(defs.langItem(LangItem::Clone)), "core::Clone");
  EXPECT_EQ(defs.langItemOf(defs.langItem(LangItem::Clone)), LangItem::Clone);
  EXPECT_EQ(defs.path(defs.langItem(LangItem::BoxNew)), "core::B::new");
  EXPECT_EQ(defs[defs.langItem(LangItem::InherentImpl)].kind, DefKind::Impl);
  EXPECT_EQ(defs.langItem(LangItem::Vec), noDef);
  for (DefId trait : defs.all(DefKind::Trait, 1))
    EXPECT_TRUE(defs.langItemOf(trait).has_value());
}

TEST_F(ItemsTest, mistakesWithLangItemsAreSaid) {
  upstream("core", "#![feature(lang_items)] #![no_core] #[lang = \"owned_box\"] pub struct Box;");
  resolve("#![feature(lang_items)]\n#![no_std]\n#[lang = \"owned_box\"] struct Mine;\n"
          "#[lang = \"cookie\"] fn f() {}\n#[lang = \"panic_fmt\"] fn p() {}\n#[lang = "
          "\"panic_fmt\"] fn q() {}\n");
  EXPECT_EQ(messages(), Messages({"3: E0152 found duplicate lang item `owned_box`",
                                  "4: E0522 definition of an unknown lang item: `cookie`",
                                  "6: E0152 found duplicate lang item `panic_fmt`"}));
}

TEST_F(ItemsTest, langItemsNeedTheirFeature) {
  resolve("#![no_core]\n#[lang = \"panic_fmt\"] fn p() {}");
  EXPECT_EQ(messages(), Messages({"2: E0658 lang items are subject to change"}));
}

} // namespace
