//===- TraitsTest.cpp - impls that make traits hold -----------------------===//

#include "ItemsFixture.h"

using namespace cratec::rust;

namespace {

class TraitsTest : public ItemsTest {
protected:
  Items::Probe probe() {
    Items::Probe result;
    result.freshInfer = [this] { return types.infer(next++, Type::Infer::Any); };
    // What the body checker does with its table, without a table.
    result.unifies = [](Ty, Ty) { return true; };
    return result;
  }
  /// "method Vec::len", …; bounds' and structural ones with a star.
  Messages lookup(Ty self, llvm::StringRef name) {
    Messages result;
    for (const Items::Candidate &candidate : items->lookupAssociated(self, name, probe())) {
      std::string text = (*defs)[candidate.def].kind == DefKind::TraitMethod
                             ? (*defs)[(*defs)[candidate.def].parent].name.str()
                             : print(items->typeOf((*defs)[candidate.def].parent));
      result.push_back(text + (candidate.fromBound ? "*" : ""));
    }
    return result;
  }
  unsigned next = 0;
};

} // namespace

TEST_F(TraitsTest, ImplsAreSelectedWithTheirArguments) {
  load("static A: Option<Vec<i32>> = 1; static B: Option<Cell<i32>> = 1;");
  auto match = items->selectImpl({lang(LangItem::Clone), {type("A")}});
  ASSERT_TRUE(match);
  ASSERT_EQ(match->args.size(), 1u);
  EXPECT_EQ(print(match->args[0]), "Vec<i32>");
  EXPECT_FALSE(items->selectImpl({lang(LangItem::Clone), {type("B")}}));
  EXPECT_FALSE(has(type("B"), LangItem::Clone));
}

TEST_F(TraitsTest, SomeTraitsHoldStructurally) {
  load("static A: [i32; 100] = 1; static B: (i32, &'static str, fn(u8)) = 1; static C: [Vec<u8>; "
       "2] = 1;"
       "static D: &'static mut i32 = 1; static E: (i32, i32) = 1;");
  EXPECT_TRUE(items->isCopy(type("A")));
  EXPECT_TRUE(items->isCopy(type("B")));
  EXPECT_FALSE(items->isCopy(type("C")));
  EXPECT_TRUE(has(type("C"), LangItem::Clone));
  EXPECT_FALSE(items->isCopy(type("D")));
  EXPECT_TRUE(has(type("E"), LangItem::Debug));
  EXPECT_FALSE(has(type("C"), LangItem::Debug));
  EXPECT_TRUE(items->holds({lang(LangItem::PartialEq), {type("A"), type("A")}}));
  EXPECT_FALSE(items->holds({lang(LangItem::PartialEq), {type("A"), type("E")}}));
  EXPECT_FALSE(items->selectImpl({lang(LangItem::Clone), {type("C")}}));
}

TEST_F(TraitsTest, UnknownTypesMatchWhatTheyCanBecome) {
  load("");
  Ty any = types.infer(0, Type::Infer::Any), integer = types.infer(1, Type::Infer::Int);
  DefId from = lang(LangItem::From);
  Ty i32 = types.integer(IntKind::I32);
  // From<u8> and From<i32>.
  EXPECT_FALSE(items->selectImpl({from, {i32, any}}));
  EXPECT_TRUE(items->holds({from, {i32, any}}));
  auto one = items->selectImpl({from, {i32, types.u8()}});
  ASSERT_TRUE(one);
  EXPECT_TRUE(items->selectImpl({lang(LangItem::Add), {i32, any}}));
  EXPECT_TRUE(items->isCopy(integer));
  EXPECT_FALSE(items->isCopy(any));
  EXPECT_TRUE(items->holds({lang(LangItem::Display), {integer}}));
  EXPECT_FALSE(items->holds({lang(LangItem::Display), {types.infer(2, Type::Infer::Float)}}));
}

TEST_F(TraitsTest, BoundsHoldWithTheirSupertraits) {
  load("fn f<T: Eq + Copy>(t: T) {}", true);
  Ty t = types.param(0, "T");
  const auto &bounds = items->generics(value("f")).bounds;
  EXPECT_TRUE(items->holds({lang(LangItem::PartialEq), {t, t}}, bounds));
  EXPECT_TRUE(items->holds({lang(LangItem::Clone), {t}}, bounds));
  EXPECT_FALSE(items->holds({lang(LangItem::Debug), {t}}, bounds));
  EXPECT_FALSE(items->selectImpl({lang(LangItem::Eq), {t}}, bounds));
  EXPECT_TRUE(items->isCopy(types.tuple({t, t}), bounds));
}

TEST_F(TraitsTest, ProjectionsAreNormalised) {
  load("pub struct It; impl Iterator for It { type Item = u8; fn next(&mut self) -> "
       "Option<Self::Item> { None } }"
       "pub struct V; impl Mul<i32> for V { type Output = V; fn mul(self, k: i32) -> V { V } }"
       "impl Mul<V> for V { type Output = i32; fn mul(self, k: V) -> i32 { 1 } }");
  Ty it = items->typeOf(find("It")), v = items->typeOf(find("V"));
  auto associated = [&](LangItem trait, llvm::StringRef name) {
    for (DefId member : defs->members(lang(trait)))
      if ((*defs)[member].name == name)
        return member;
    return noDef;
  };
  DefId item = associated(LangItem::IntoIterator, "Item");
  EXPECT_EQ(print(items->normalize(types.projection(it, item))), "u8");
  DefId output = associated(LangItem::Mul, "Output");
  Ty scalar = types.integer(IntKind::I32);
  EXPECT_EQ(print(items->normalize(types.projection(TypeList({v, scalar}), output))), "V");
  EXPECT_EQ(print(items->normalize(types.projection(TypeList({v, v}), output))), "i32");
  EXPECT_EQ(print(items->signature(defs->all(DefKind::Method, 0).front()).result), "Option<u8>");
  Ty param = types.param(0, "T");
  EXPECT_TRUE(items->normalize(types.projection(param, item))->is(Type::Kind::Projection));
  EXPECT_EQ(messages(), Messages());
}

TEST_F(TraitsTest, CalleesAreTheImplsFunctions) {
  load("static A: Vec<i32> = 1; static B: (i32, i32) = 1;");
  DefId clone = noDef, cloneFrom = noDef;
  for (DefId member : defs->members(lang(LangItem::Clone)))
    ((*defs)[member].name == "clone" ? clone : cloneFrom) = member;
  Ty vector = type("A"), tuple = type("B");
  Callee own = items->resolveCallee({clone, types.save({vector})});
  EXPECT_EQ((*defs)[own.def].kind, DefKind::Method);
  ASSERT_EQ(own.args.size(), 1u);
  EXPECT_EQ(print(own.args[0]), "i32");
  EXPECT_EQ(items->resolveCallee({cloneFrom, types.save({vector})}).def, cloneFrom);
  EXPECT_EQ(items->resolveCallee({clone, types.save({tuple})}).def, clone);
}

TEST_F(TraitsTest, NamesAreLookedUp) {
  load("static A: Vec<i32> = 1; static B: (i32, i32) = 1; static C: [u8; 2] = 1;");
  Ty i32 = types.integer(IntKind::I32);
  EXPECT_EQ(lookup(type("A"), "len"), Messages{"Vec<T>"});
  EXPECT_EQ(lookup(type("A"), "clone"), Messages{"Vec<T>"});
  EXPECT_EQ(lookup(type("B"), "clone"), Messages{"Clone*"});
  EXPECT_EQ(lookup(i32, "pow"), Messages{"i32"});
  EXPECT_EQ(lookup(i32, "from"), Messages{"From"});
  EXPECT_EQ(lookup(i32, "to_string"), Messages{"T"});
  EXPECT_EQ(lookup(type("A"), "to_string"), Messages());
  EXPECT_EQ(lookup(type("C"), "len"), Messages());
  EXPECT_EQ(lookup(types.slice(types.u8()), "len"), Messages{"[T]"});
  EXPECT_EQ(lookup(i32, "nothing"), Messages());
}

TEST_F(TraitsTest, DropIsNeededByWhatHoldsIt) {
  load("struct D; impl Drop for D { fn drop(&mut self) {} } struct L { next: Option<Box<L>> }"
       "static A: (i32, D) = 1; static B: [Vec<u8>; 0] = 1; static C: &'static D = 1; static E: "
       "Option<u8> = 1;"
       "static F: L = 1;");
  EXPECT_TRUE(items->needsDrop(type("A")));
  EXPECT_FALSE(items->needsDrop(type("B")));
  EXPECT_FALSE(items->needsDrop(type("C")));
  EXPECT_FALSE(items->needsDrop(type("E")));
  EXPECT_TRUE(items->needsDrop(type("F")));
  EXPECT_TRUE(items->needsDrop(types.param(0, "T")));
}

TEST_F(TraitsTest, SharingFollowsTheParts) {
  load(
      "struct L { next: Option<Box<L>>, value: i32 } struct P { next: Option<Box<P>>, at: *const "
      "u8 }"
      "static A: L = 1; static B: P = 1; static C: &'static Cell<u8> = 1; static D: Cell<u8> = 1;");
  EXPECT_TRUE(has(type("A"), LangItem::Sync));
  EXPECT_TRUE(has(type("A"), LangItem::Send));
  EXPECT_FALSE(has(type("B"), LangItem::Sync));
  EXPECT_FALSE(has(type("C"), LangItem::Send));
  EXPECT_TRUE(has(type("D"), LangItem::Send));
}
