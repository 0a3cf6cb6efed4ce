//===- ItemsFixture.h - items of crates given as texts ------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/Items.h"
#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>

namespace cratec::rust {

/// A core of the least that the tests ask for.
inline constexpr const char *smallCore = R"(
#![no_core]
pub mod prelude { pub mod v1 {
    pub use marker::*; pub use clone::Clone; pub use cmp::*; pub use ops::*; pub use option::*;
    pub use iter::*; pub use convert::*; pub use fmt::*; pub use default::Default; pub use cell::*;
    pub use boxed::Box; pub use vec::Vec;
} }
pub mod marker {
    #[lang = "copy"] pub trait Copy: ::clone::Clone {}
    #[lang = "send"] pub unsafe trait Send {}
    #[lang = "sync"] pub unsafe trait Sync {}
    #[lang = "phantom_data"] pub struct PhantomData<T>;
}
pub mod clone { #[lang = "clone"] pub trait Clone {
    fn clone(&self) -> Self;
    fn clone_from(&mut self, source: &Self) { *self = source.clone() }
}
impl Clone for i32 { fn clone(&self) -> i32 { *self } }
impl Clone for u8 { fn clone(&self) -> u8 { *self } } }
pub mod default { #[lang = "default"] pub trait Default { fn default() -> Self; }
impl Default for i32 { fn default() -> i32 { 0 } } }
pub mod cmp {
    #[lang = "eq"] pub trait PartialEq<Rhs> { fn eq(&self, other: &Rhs) -> bool;
        fn ne(&self, other: &Rhs) -> bool { !self.eq(other) } }
    #[lang = "total_eq"] pub trait Eq: PartialEq {}
    impl PartialEq for i32 { fn eq(&self, other: &i32) -> bool { *self == *other } }
    impl Eq for i32 {}
    impl<'a, T: PartialEq> PartialEq for &'a T { fn eq(&self, other: &&'a T) -> bool { **self == **other } }
}
pub mod ops {
    #[lang = "drop"] pub trait Drop { fn drop(&mut self); }
    #[lang = "add"] pub trait Add<Rhs> { type Output; fn add(self, rhs: Rhs) -> Self::Output; }
    #[lang = "mul"] pub trait Mul<Rhs> { type Output; fn mul(self, rhs: Rhs) -> Self::Output; }
    impl Add for i32 { type Output = i32; fn add(self, rhs: i32) -> i32 { self + rhs } }
}
pub mod convert {
    #[lang = "from"] pub trait From<T> { fn from(value: T) -> Self; }
    #[lang = "into"] pub trait Into<T> { fn into(self) -> T; }
    impl<T> From<T> for T { fn from(value: T) -> T { value } }
    impl<T, U: From<T>> Into<U> for T { fn into(self) -> U { U::from(self) } }
    impl From<u8> for i32 { fn from(value: u8) -> i32 { value as i32 } }
}
pub mod option { #[lang = "option"] pub enum Option<T> { None, Some(T) }
    pub use self::Option::*;
    impl<T: ::clone::Clone> ::clone::Clone for Option<T> { fn clone(&self) -> Option<T> { None } }
    impl<T: ::marker::Copy> ::marker::Copy for Option<T> {} }
pub mod iter {
    #[lang = "iterator"] pub trait Iterator { type Item; fn next(&mut self) -> ::option::Option<Self::Item>;
        fn count(self) -> usize { 0 } }
    #[lang = "into_iterator"] pub trait IntoIterator { type Item; type IntoIter; fn into_iter(self) -> Self::IntoIter; }
    impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; fn into_iter(self) -> I { self } }
}
pub mod fmt {
    #[lang = "display"] pub trait Display { fn show(&self); }
    #[lang = "debug_trait"] pub trait Debug { fn debug(&self); }
    #[lang = "to_string"] pub trait ToString { fn to_string(&self) -> i32; }
    impl<T: Display> ToString for T { fn to_string(&self) -> i32 { 1 } }
    impl Display for i32 { fn show(&self) {} }
    impl Debug for i32 { fn debug(&self) {} }
}
pub mod cell { #[lang = "unsafe_cell"] pub struct UnsafeCell<T> { value: T }
    pub struct Cell<T> { value: UnsafeCell<T> } }
pub mod boxed { #[lang = "owned_box"] pub struct Box<T>(*mut T);
    impl<T> Box<T> { pub fn leak(self) {} }
    impl<T> ::ops::Drop for Box<T> { fn drop(&mut self) {} } }
pub mod vec { #[lang = "vec"] pub struct Vec<T> { start: *mut T, len: usize }
    impl<T> Vec<T> { pub fn new() -> Vec<T> { loop {} } pub fn len(&self) -> usize { self.len } }
    impl<T: ::clone::Clone> ::clone::Clone for Vec<T> { fn clone(&self) -> Vec<T> { loop {} } }
    impl<T> ::ops::Drop for Vec<T> { fn drop(&mut self) {} } }
#[lang = "inherent"] impl i32 { pub fn pow(self, exp: u32) -> i32 { self } }
#[lang = "inherent"] impl<T> [T] { pub fn len(&self) -> usize { 0 } }
)";

class ItemsTest : public testing::Test {
protected:
  CrateInput parse(const std::string &name, const std::string &text, bool isCore) {
    ParseInput input;
    input.path = name + ".rs";
    input.text = text;
    input.isCore = isCore;
    NoFiles reader;
    std::vector<std::string> files;
    trees.push_back(parseCrate(input, reader, sources, files, diags));
    return {name, "", trees.back().get(), {}};
  }

  /// The items of a crate over the small core; `asCore` lets it have bounds and traits.
  Items &load(const std::string &text, bool asCore = false) {
    std::vector<CrateInput> inputs{parse("local", "#![no_std]" + text, asCore),
                                   parse("core", smallCore, true)};
    inputs[0].externs["core"] = 1;
    defs = std::make_unique<Definitions>(resolveNames(std::move(inputs), report));
    items = std::make_unique<Items>(*defs, types, report);
    return *items;
  }

  /// What checkItems() says of the crate, as "line: E0000 message".
  std::vector<std::string> check(const std::string &text, bool isExecutable = false) {
    load(text);
    if (!diags.hasErrors())
      checkItems(*items, {isExecutable});
    return messages();
  }

  std::vector<std::string> messages() {
    std::vector<std::string> result;
    for (const linkcheck::Diagnostic &d : consumer.diagnostics) {
      std::string code = d.code == linkcheck::Code::None ? "" : infoOf(d.code).id.str() + " ";
      result.push_back(code + d.message);
    }
    return result;
  }

  DefId find(llvm::StringRef path, Namespace space = Namespace::Type, CrateNumber crate = 0) {
    DefId current = defs->crateRoot(crate);
    while (!path.empty()) {
      auto [name, rest] = path.split("::");
      current =
          defs->lookupIn(current, name, rest.empty() ? space : Namespace::Type).value_or(noDef);
      if (current == noDef)
        return noDef;
      path = rest;
    }
    return current;
  }
  DefId value(llvm::StringRef path) { return find(path, Namespace::Value); }
  /// The type of a static or constant.
  Ty type(llvm::StringRef path) { return items->typeOf(value(path)); }
  DefId lang(LangItem item) { return defs->langItem(item); }
  std::string print(Ty type) { return toString(type, *defs); }

  bool has(Ty type, LangItem trait) { return items->holds({lang(trait), {type}}); }

  using Messages = std::vector<std::string>;

  SourceMap sources;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags{consumer};
  Reporter report{sources, diags};
  TypeContext types;
  std::vector<std::unique_ptr<ast::Crate>> trees;
  std::unique_ptr<Definitions> defs;
  std::unique_ptr<Items> items;
};

} // namespace cratec::rust
