//===- MangleTest.cpp - names of symbols --------------------------------------===//

#include "LowerFixture.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Demangle/Demangle.h>

using namespace cratec::rust;

namespace {

class MangleTest : public LowerTest {
protected:
  /// Demangled names of what the module defines, sorted, without "demo::" of core's items.
  std::vector<std::string> names(const std::string &text) {
    std::vector<std::string> found;
    if (llvm::Module *lowered = lower(text))
      for (const llvm::GlobalObject &global : lowered->global_objects())
        if (!global.isDeclaration() && !global.hasPrivateLinkage())
          found.push_back(llvm::demangle(global.getName()));
    std::sort(found.begin(), found.end());
    return found;
  }
  bool has(const std::string &text, const std::string &name) {
    std::vector<std::string> found = names(text);
    for (const std::string &one : found)
      if (one == name)
        return true;
    for (const std::string &one : found)
      std::fprintf(stderr, "  %s\n", one.c_str());
    return false;
  }
};

TEST_F(MangleTest, FunctionsHaveTheirPath) {
  EXPECT_TRUE(has("pub mod a { pub fn f() {} }", "demo::a::f"));
}

TEST_F(MangleTest, MethodsHaveTheirType) {
  EXPECT_TRUE(has("pub struct P; impl P { pub fn m(&self) {} }", "<demo::P>::m"));
}

TEST_F(MangleTest, TraitMethodsNameBoth) {
  EXPECT_TRUE(has("pub struct P; impl Drop for P { fn drop(&mut self) {} }",
                  "<demo::P as demo::Drop>::drop"));
}

TEST_F(MangleTest, InstancesShowTheirArguments) {
  EXPECT_TRUE(has("fn id<T>(x: T) -> T { x } pub fn f() { id((1u8, &[2u16; 3])); }",
                  "demo::id::<(u8, &[u16; 3])>"));
  EXPECT_TRUE(has("fn id<T>(x: T) -> T { x } fn g(x: i32) -> bool { x == 0 } "
                  "pub fn f() { id(g as fn(i32) -> bool); }",
                  "demo::id::<fn(i32) -> bool>"));
}

TEST_F(MangleTest, SamePartsAreReferredBackTo) {
  EXPECT_TRUE(has("pub struct P; fn id<T, U>(x: T, y: U) -> T { x } "
                  "pub fn f() { id((P, P), (P, P)); }",
                  "demo::id::<(demo::P, demo::P), (demo::P, demo::P)>"));
}

TEST_F(MangleTest, ItemsOfBlocksStandInTheirFunction) {
  std::vector<std::string> found = names("pub fn f() -> i32 { let a = { fn g() -> i32 { 1 } g() }; "
                                         "let b = { fn g() -> i32 { 2 } g() }; a + b }");
  EXPECT_EQ(std::count(found.begin(), found.end(), "demo::f::g"), 2) << llvm::join(found, "\n");
}

TEST_F(MangleTest, PlainNamesStayPlain) {
  EXPECT_TRUE(has("#[no_mangle] pub extern fn plain() {}", "plain"));
  EXPECT_TRUE(has("#[export_name = \"other\"] pub fn f() {}", "other"));
}

TEST_F(MangleTest, TwoOfOneSymbolAreAnError) {
  expectErrors = true;
  EXPECT_FALSE(lower("#[no_mangle] pub fn same() {} pub mod a { #[no_mangle] pub fn same() {} }"));
  EXPECT_NE(said().find("symbol `same` is already defined"), std::string::npos);
}

} // namespace
