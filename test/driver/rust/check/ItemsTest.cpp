//===- ItemsTest.cpp - signatures, fields, what items say -----------------===//

#include "ItemsFixture.h"

using namespace cratec::rust;

TEST_F(ItemsTest, TypesAreLowered) {
  load("pub struct P<A, B>(A, B); type Al<T> = P<T, u8>;"
       "static A: Al<[i32; 3]> = 1; static B: fn(u8, &'static mut [u8]) -> *const str = 1;"
       "static C: extern fn(i32) -> ! = 1; static D: (bool, ::Al<()>) = 1;");
  EXPECT_EQ(print(type("A")), "P<[i32; 3], u8>");
  EXPECT_EQ(print(type("B")), "fn(u8, &mut [u8]) -> *const str");
  EXPECT_EQ(print(type("C")), "extern \"C\" fn(i32) -> !");
  EXPECT_EQ(print(type("D")), "(bool, P<(), u8>)");
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ItemsTest, SignaturesHaveSelfFirst) {
  load("pub struct S<T>(T); impl<T> S<T> { fn f<U>(&mut self, a: U, b: Self) -> T { loop {} } }"
       "unsafe extern fn g() {}");
  DefId method = defs->all(DefKind::Method, 0).front();
  const FunctionSignature &f = items->signature(method);
  ASSERT_EQ(f.parameters.size(), 3u);
  EXPECT_TRUE(f.hasSelf);
  EXPECT_EQ(print(f.parameters[0]), "&mut S<T>");
  EXPECT_EQ(f.parameters[1]->index, 1u);
  EXPECT_EQ(print(f.parameters[2]), "S<T>");
  EXPECT_EQ(items->generics(method).parentCount, 1u);
  EXPECT_EQ(items->generics(method).count(), 2u);
  const FunctionSignature &g = items->signature(value("g"));
  EXPECT_TRUE(g.isUnsafe);
  EXPECT_EQ(g.abi, Type::Abi::C);
  const FunctionSignature &constructor = items->signature(value("S"));
  EXPECT_EQ(print(constructor.result), "S<T>");
}

TEST_F(ItemsTest, EnumsCountOn) {
  load("#[repr(u8)] pub enum E { A, B = 7, C, D = 255 } pub enum F { A = -3, B }");
  const AdtInfo &e = items->adt(find("E"));
  EXPECT_EQ(print(e.discriminantType), "u8");
  ASSERT_EQ(e.variants.size(), 4u);
  EXPECT_EQ(e.variants[2].discriminant, 8);
  EXPECT_EQ(e.variants[3].discriminant, 255);
  EXPECT_TRUE(e.isCLike());
  EXPECT_EQ(items->adt(find("F")).variants[1].discriminant, -2);
  EXPECT_EQ(messages(), Messages());
}

TEST_F(ItemsTest, MistakesInTypesAreSaid) {
  EXPECT_EQ(check("struct F<T>(T); mod m {} fn f() {}"
                  "fn a(_: F) {} fn b(_: F<u8, u8>) {} fn c(_: u8<i32>) {} fn d(_: m) {}"
                  "fn e<T>(_: T<u8>) {} fn g(_: Option::None) {} static S: _ = 1;"),
            (Messages{"E0107 missing generics for struct `F`",
                      "E0107 struct takes 1 generic argument but 2 generic arguments were supplied",
                      "E0109 type arguments are not allowed on builtin type `u8`",
                      "E0573 expected type, found module `m`",
                      "E0109 type arguments are not allowed on type parameter `T`",
                      "E0573 expected type, found variant `Option::None`",
                      "E0121 the placeholder `_` is not allowed within types on item signatures "
                      "for static variables"}));
}

TEST_F(ItemsTest, CyclesEnd) {
  Messages said = check("type A = B; type B = A; enum E { A = F } const F: isize = 1;");
  ASSERT_EQ(said.size(), 2u);
  EXPECT_EQ(said[0], "E0391 cycle detected when expanding type alias `A`");
}

TEST_F(ItemsTest, InnerItemsDoNotSeeOuterParameters) {
  EXPECT_EQ(check("fn m<T>(_: T) { fn n(_: T) {} }"
                  "struct S<T>(T); impl<T> S<T> { fn q() { fn y(_: Self) {} } }"),
            (Messages{"E0401 can't use generic parameters from outer item",
                      "E0401 can't use `Self` from outer item"}));
}

TEST_F(ItemsTest, StructsAndEnumsAreChecked) {
  EXPECT_EQ(
      check("struct A(A); struct B { x: Option<C> } struct C(B); struct D(Vec<D>);"
            "struct E { a: u8, a: u8 } struct G<T>; enum H { A = 1, B = 1 }"
            "#[repr(u8)] enum I { A = 255, B } #[repr(u8)] struct J; #[repr(u8)] enum K {}"
            "struct L(str, u8); struct M<T, T>(T);"),
      (Messages{"E0124 field `a` is already declared", "E0392 type parameter `T` is never used",
                "E0081 discriminant value `1` assigned more than once",
                "E0370 enum discriminant overflowed",
                "E0517 attribute should be applied to an enum",
                "E0084 unsupported representation for zero-variant enum",
                "E0277 the size for values of type `str` cannot be known at compilation time",
                "E0403 the name `T` is already used for a generic parameter in this item's "
                "generic parameters",
                "E0072 recursive type `A` has infinite size",
                "E0072 recursive types `B` and `C` have infinite size"}));
}

TEST_F(ItemsTest, ImplsAreComparedWithTheirTraits) {
  EXPECT_EQ(
      check("struct S; impl Clone for S {}"
            "struct T; impl Clone for T { fn clone(&self, x: u8) -> T { T } fn foo() {} }"
            "struct U; impl Clone for U { fn clone() -> U { U } }"
            "struct V; impl Clone for V { fn clone(&self) -> u8 { 1 } }"
            "struct W; impl Add for W { type Output = W; fn add(self, x: W) -> W { W } }"
            "struct X; impl Send for X {} unsafe impl Clone for X { fn clone(&self) -> X { X } }"
            "struct Y; impl Iterator for Y { fn next(&mut self) -> Option<u8> { None } }"
            "struct Z; impl PartialEq for Z { fn eq(&self, o: &Z) -> bool { true }"
            "                                 fn eq(&self, o: &Z) -> bool { true } }"),
      (Messages{"E0046 not all trait items implemented, missing: `clone`",
                "E0050 method `clone` has 2 parameters but the declaration in trait `Clone` "
                "has 1",
                "E0407 method `foo` is not a member of trait `Clone`",
                "E0186 method `clone` has a `&self` declaration in the trait, but not in the "
                "impl",
                "E0053 method `clone` has an incompatible type for trait",
                "E0200 the trait `Send` requires an `unsafe impl` declaration",
                "E0199 implementing the trait `Clone` is not unsafe",
                "E0046 not all trait items implemented, missing: `Item`",
                "E0201 duplicate definitions with name `eq`:"}));
}

TEST_F(ItemsTest, OverlapsAndOrphansAreSaid) {
  EXPECT_EQ(check("struct S; impl Clone for S { fn clone(&self) -> S { S } }"
                  "impl Clone for S { fn clone(&self) -> S { S } }"
                  "struct G<T>(T); impl G<u8> { fn x() {} } impl G<u16> { fn x() {} }"
                  "impl<T> G<T> { fn y() {} } impl G<u8> { fn y() {} }"
                  "impl Vec<u8> { fn z() {} } impl u8 { fn z() {} } impl<T> T { fn z() {} }"
                  "impl Clone for Vec<u8> { fn clone(&self) -> Vec<u8> { loop {} } }"
                  "impl From<S> for S { fn from(s: S) -> S { s } }"
                  "impl From<S> for u8 { fn from(s: S) -> u8 { 1 } }"
                  "impl<T> S { fn u() {} }"),
            (Messages{"E0116 cannot define inherent `impl` for a type outside of the crate where "
                      "the type is defined",
                      "E0390 cannot define inherent `impl` for primitive types",
                      "E0118 no nominal type found for inherent implementation",
                      "E0117 only traits defined in the current crate can be implemented for types "
                      "defined outside of the crate",
                      "E0207 the type parameter `T` is not constrained by the impl trait, self "
                      "type, or predicates",
                      "E0119 conflicting implementations of trait `Clone` for type `S`",
                      "E0119 conflicting implementations of trait `From<S>` for type `S`",
                      "E0592 duplicate definitions with name `y`"}));
}

TEST_F(ItemsTest, CopyAndDropHaveConditions) {
  EXPECT_EQ(
      check("#[derive(Clone, Copy)] struct S(Vec<u8>);"
            "#[derive(Clone, Copy)] struct T; impl Drop for T { fn drop(&mut self) {} }"
            "impl Drop for u8 { fn drop(&mut self) {} }"
            "struct G<T>(T); impl Drop for G<u8> { fn drop(&mut self) {} }"
            "#[derive(Clone, Copy)] struct H<T>(T); struct I; impl Copy for I {}"),
      (Messages{"E0204 the trait `Copy` cannot be implemented for this type",
                "E0184 the trait `Copy` cannot be implemented for this type; the type has a "
                "destructor",
                "E0117 only traits defined in the current crate can be implemented for "
                "primitive types",
                "E0120 the `Drop` trait may only be implemented for local structs, enums, and "
                "unions",
                "E0366 `Drop` impls cannot be specialized",
                "E0277 the trait bound `I: Clone` is not satisfied"}));
}

TEST_F(ItemsTest, DropHasTheBoundsOfItsType) {
  load("struct G<T>(T); impl<T: Copy> Drop for G<T> { fn drop(&mut self) {} }"
       "struct H<T: Copy>(T); impl<U: Copy> Drop for H<U> { fn drop(&mut self) {} }",
       true);
  checkItems(*items, {});
  EXPECT_EQ(messages(), (Messages{"E0367 `Drop` impl requires `T: Copy` but the struct it is "
                                  "implemented for does not"}));
}

TEST_F(ItemsTest, StaticsAreShared) {
  EXPECT_EQ(
      check("struct P(*mut u8); struct Q(*mut u8); unsafe impl Sync for Q {}"
            "static A: *const u8 = 1; static B: Option<P> = 1; static C: Q = 1;"
            "static mut D: P = 1; static E: Cell<u8> = 1; static F: &'static [i32] = 1;"
            "static G: str = 1;"),
      (Messages{"E0277 `*const u8` cannot be shared between threads safely",
                "E0277 `*mut u8` cannot be shared between threads safely",
                "E0277 `UnsafeCell<u8>` cannot be shared between threads safely",
                "E0277 the size for values of type `str` cannot be known at compilation time"}));
}

TEST_F(ItemsTest, MainIsChecked) {
  EXPECT_EQ(check("mod m { pub fn main() {} }", true),
            (Messages{"E0601 `main` function not found in crate `local`"}));
}

TEST_F(ItemsTest, MainTakesNothing) {
  EXPECT_EQ(check("unsafe fn main(x: u8) -> u8 { 1 }", true),
            (Messages{"E0580 `main` function has wrong type",
                      "E0277 `main` has invalid return type `u8`"}));
}

TEST_F(ItemsTest, AttributesAreKnown) {
  EXPECT_EQ(
      check("#![allocator]\n#[bar] fn a() {} #[inline] struct S; #[inline(sometimes)] fn b() {}"
            "#[no_mangle] pub fn c<T>(_: T) {} #[no_mangle] pub fn d() {}"
            "mod m { #[no_mangle] pub fn d() {} } #[export_name] fn e() {}"
            "fn f() { #[foo] fn g() {} } #[allow(unknown_thing)] #[cold] fn h() {}"),
      (Messages{"E0658 the `#[allocator]` attribute is an experimental feature",
                "cannot find attribute `bar` in this scope",
                "`#[inline]` attribute cannot be used on structs",
                "E0539 malformed `inline` attribute input",
                "functions generic over types or consts must be mangled",
                "E0539 malformed `export_name` attribute input",
                "cannot find attribute `foo` in this scope", "symbol `d` is already defined"}));
}

TEST_F(ItemsTest, AllocatorsNeedTheirFeature) {
  EXPECT_EQ(check("#![feature(allocator, other)]\n#![allocator]\n"), Messages());
}

TEST_F(ItemsTest, CTakesScalars) {
  EXPECT_EQ(
      check("pub struct S(u8); #[repr(C)] pub struct R(u8, u64); enum E { A, B }"
            "extern { fn a(s: S, r: R) -> R; fn b(e: E, f: Option<extern fn(i32)>) -> *mut S;"
            "         fn c<T>(t: T); fn d() -> (u8, u8); }"
            "type F = extern fn(&'static [u8]);"),
      (Messages{
          "D01 passing a struct without `#[repr(C)]` by value to or from C is outside the dialect",
          "E0044 foreign items may not have type parameters",
          "D01 passing a tuple by value to or from C is outside the dialect",
          "D01 passing a slice by value to or from C is outside the dialect"}));
}
