//===- TypeTest.cpp - types, each once ------------------------------------===//

#include "driver/rust/check/Type.h"

#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>

using namespace cratec::rust;

namespace {

class TypeTest : public testing::Test {
protected:
  TypeTest() {
    ParseInput input;
    input.path = "core.rs";
    input.isCore = true;
    input.text = "#![no_core] #![feature(lang_items)]\n"
                 "pub struct Vec<T>(T); pub mod m { pub fn f() {} pub enum E { V(u8) } }\n"
                 "#[lang = \"iterator\"] pub trait Iterator { type Item; }";
    NoFiles reader;
    std::vector<std::string> files;
    tree = parseCrate(input, reader, sources, files, diags);
    std::vector<CrateInput> inputs{{"core", "", tree.get(), {}}};
    defs = std::make_unique<Definitions>(resolveNames(std::move(inputs), report));
  }

  DefId find(llvm::StringRef name, Namespace space = Namespace::Type) {
    return defs->lookupIn(defs->crateRoot(0), name, space).value_or(noDef);
  }
  std::string print(Ty type) { return toString(type, *defs); }

  SourceMap sources;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags{consumer};
  Reporter report{sources, diags};
  std::unique_ptr<ast::Crate> tree;
  std::unique_ptr<Definitions> defs;
  TypeContext types;
};

TEST_F(TypeTest, equalTypesAreOne) {
  EXPECT_EQ(types.reference(types.u8(), true), types.reference(types.u8(), true));
  EXPECT_NE(types.reference(types.u8(), true), types.reference(types.u8(), false));
  EXPECT_NE(types.reference(types.u8(), true), types.pointer(types.u8(), true));
  EXPECT_NE(types.array(types.u8(), 3), types.array(types.u8(), 4));
  EXPECT_EQ(types.tuple({}), types.unit());
  EXPECT_NE(types.param(0, "T"), types.param(1, "T"));
  EXPECT_NE(types.infer(0, Type::Infer::Int), types.infer(0, Type::Infer::Any));
  EXPECT_EQ(types.primitive(PrimitiveType::Usize), types.usize());
  EXPECT_EQ(types.primitive(PrimitiveType::F32), types.floating(32));
  for (unsigned i = 0; i != 10000; ++i)
    EXPECT_EQ(types.array(types.u8(), i), types.array(types.u8(), i));
}

TEST_F(TypeTest, typesKnowWhatIsInThem) {
  Ty param = types.reference(types.param(0, "T"), false);
  EXPECT_TRUE(param->hasParam);
  EXPECT_FALSE(param->hasInfer);
  EXPECT_TRUE(types.slice(types.infer(1, Type::Infer::Any))->hasInfer);
  EXPECT_TRUE(types.tuple({types.u8(), types.error()})->hasError);
  EXPECT_FALSE(types.tuple({types.u8(), types.str()})->hasParam);
}

TEST_F(TypeTest, parametersAreReplaced) {
  Ty t = types.param(0, "T"), u = types.param(1, "U");
  Ty pair = types.tuple({t, types.slice(u), types.u8()});
  EXPECT_EQ(types.substitute(pair, {types.boolean(), types.character()}),
            types.tuple({types.boolean(), types.slice(types.character()), types.u8()}));
  EXPECT_EQ(types.substitute(pair, {types.boolean()}),
            types.tuple({types.boolean(), types.slice(u), types.u8()}));
  Ty function = types.fnPointer({t}, u, Type::Abi::C, true, false);
  EXPECT_EQ(types.substitute(function, {types.u8(), types.unit()}),
            types.fnPointer({types.u8()}, types.unit(), Type::Abi::C, true, false));
}

TEST_F(TypeTest, typesPrintAsRustcPrintsThem) {
  Ty i32 = types.integer(IntKind::I32);
  DefId vec = find("Vec");
  EXPECT_EQ(print(types.reference(types.array(types.u8(), 4), true)), "&mut [u8; 4]");
  EXPECT_EQ(print(types.adt(vec, {i32})), "Vec<i32>");
  EXPECT_EQ(print(types.pointer(types.pointer(types.str(), true), false)), "*const *mut str");
  EXPECT_EQ(print(types.tuple({i32})), "(i32,)");
  EXPECT_EQ(print(types.tuple({i32, types.floating(32)})), "(i32, f32)");
  EXPECT_EQ(print(types.unit()), "()");
  EXPECT_EQ(print(types.fnPointer({types.usize()}, types.pointer(types.u8(), true), Type::Abi::Rust,
                                  false, false)),
            "fn(usize) -> *mut u8");
  EXPECT_EQ(print(types.fnPointer({i32}, types.unit(), Type::Abi::C, true, true)),
            "unsafe extern \"C\" fn(i32, ...)");
  EXPECT_EQ(print(types.infer(0, Type::Infer::Int)), "{integer}");
  EXPECT_EQ(print(types.infer(0, Type::Infer::Float)), "{float}");
  EXPECT_EQ(print(types.infer(0, Type::Infer::Any)), "_");
  EXPECT_EQ(print(types.never()), "!");
  EXPECT_EQ(print(types.slice(types.param(0, "T"))), "[T]");
  DefId item = defs->members(find("Iterator"))[0];
  EXPECT_EQ(print(types.projection(types.param(0, "I"), item)), "<I as Iterator>::Item");
  DefId f = defs->lookupIn(find("m"), "f", Namespace::Value).value_or(noDef);
  ASSERT_NE(f, noDef);
  EXPECT_EQ(print(types.fnDef(f, {i32})), "fn item {f::<i32>}");
}

} // namespace
