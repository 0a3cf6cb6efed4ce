//===- BodyFixture.h - bodies of a crate from a text --------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/CheckBody.h"
#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>

namespace cratec::rust {

/// One crate that brings what it needs of core with it.
class BodyTest : public testing::Test {
protected:
  static constexpr llvm::StringLiteral core =
      R"(#![no_core] #![feature(lang_items, no_core, runtime_bounds)]
#[lang = "copy"] pub trait Copy: Clone {}
#[lang = "clone"] pub trait Clone { fn clone(&self) -> Self; }
#[lang = "drop"] pub trait Drop { fn drop(&mut self); }
#[lang = "default"] pub trait Default { fn default() -> Self; }
#[lang = "eq"] pub trait PartialEq<Rhs> { fn eq(&self, other: &Rhs) -> bool; }
#[lang = "add"] pub trait Add<Rhs> { type Output; fn add(self, other: Rhs) -> Self::Output; }
#[lang = "deref"] pub trait Deref { type Target; fn deref(&self) -> &Self::Target; }
#[lang = "deref_mut"] pub trait DerefMut: Deref { fn deref_mut(&mut self) -> &mut Self::Target; }
#[lang = "index"] pub trait Index<I> { type Output; fn index(&self, i: I) -> &Self::Output; }
#[lang = "iterator"] pub trait Iterator { type Item; fn next(&mut self) -> Option<Self::Item>; }
#[lang = "into_iterator"] pub trait IntoIterator { type Item; type IntoIter;
  fn into_iter(self) -> Self::IntoIter; }
impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I;
  fn into_iter(self) -> I { self } }
#[lang = "from"] pub trait From<T> { fn from(value: T) -> Self; }
#[lang = "option"] pub enum Option<T> { None, Some(T) }
#[lang = "result"] pub enum Result<T, E> { Ok(T), Err(E) }
pub use Option::{None, Some};
pub use Result::{Err, Ok};
#[lang = "range"] pub struct Range<T> { pub start: T, pub end: T }
impl Iterator for Range<i32> { type Item = i32; fn next(&mut self) -> Option<i32> { None } }
#[lang = "owned_box"] pub struct Box<T>(*mut T);
impl<T> Box<T> { pub fn new(value: T) -> Box<T> { loop {} } }
#[lang = "panic_str"] pub fn panic_str(m: &str, file: &str, line: u32, column: u32) -> ! { loop {} }
#[lang = "inherent"] impl<T> [T] { pub fn len(&self) -> usize { 0 } }
#[lang = "inherent"] impl i32 { pub fn abs(self) -> i32 { self } }
impl Clone for i32 { fn clone(&self) -> i32 { *self } }
impl Copy for i32 {}
impl Default for i32 { fn default() -> i32 { 0 } }
impl Default for bool { fn default() -> bool { false } }
pub struct Handle { pub inner: i32 }
impl Deref for Handle { type Target = i32; fn deref(&self) -> &i32 { &self.inner } }
impl DerefMut for Handle { fn deref_mut(&mut self) -> &mut i32 { &mut self.inner } }
pub struct Reader { pub inner: i32 }
impl Deref for Reader { type Target = i32; fn deref(&self) -> &i32 { &self.inner } }
// END OF CORE
)";

  /// Reads the text and resolves its names; the bodies come with check().
  void read(const std::string &text) {
    ParseInput input;
    input.path = "demo.rs";
    input.text = core.str() + text;
    input.isCore = true;
    NoFiles reader;
    std::vector<std::string> files;
    tree = parseCrate(input, reader, sources, files, diags);
    ASSERT_TRUE(tree && !diags.hasErrors())
        << (said.diagnostics.empty() ? "no tree" : said.diagnostics[0].message);
    defs = std::make_unique<Definitions>(
        resolveNames({CrateInput{"demo", "1f", tree.get(), {}}}, report));
    items = std::make_unique<Items>(*defs, types, report);
  }

  /// Checks every body that stands after the fixture's own.
  void checkAll(const std::string &text) {
    read(text);
    if (!items)
      return;
    for (DefId def = 0; def != defs->size(); ++def) {
      const Def &info = (*defs)[def];
      if (info.isForeign || !info.item || info.span.begin < core.size() + 1)
        continue;
      if (info.kind != DefKind::Function && info.kind != DefKind::Method &&
          info.kind != DefKind::Const && info.kind != DefKind::Static)
        continue;
      if (auto body = checkBody(def, *items, {}))
        bodies[info.name.str()] = std::move(body);
    }
  }

  /// The typed tree of the function, without its head and indentation.
  std::string dump(const std::string &text, const std::string &function = "f") {
    checkAll(text);
    for (const auto &diagnostic : said.diagnostics)
      ADD_FAILURE() << diagnostic.message;
    auto found = bodies.find(function);
    if (found == bodies.end())
      return "no body";
    std::string printed = printThir(*found->second, *defs), result;
    llvm::SmallVector<llvm::StringRef> lines;
    llvm::StringRef(printed).split(lines, '\n');
    for (llvm::StringRef line : lines) {
      line = line.trim();
      bool isHead = line.starts_with("body of") || line.starts_with("local ") ||
                    line.starts_with("parameter ") || line.empty();
      if (!isHead)
        result += (result.empty() ? "" : " ") + line.str();
    }
    return result;
  }

  /// What is said of the text: "E0308: mismatched types", one a line.
  std::string errors(const std::string &text) {
    checkAll(text);
    std::string result;
    for (const linkcheck::Diagnostic &diagnostic : said.diagnostics) {
      if (!result.empty())
        result += "\n";
      if (diagnostic.severity == linkcheck::Severity::Warning)
        result += "warning: ";
      else if (diagnostic.code != linkcheck::Code::None)
        result += linkcheck::infoOf(diagnostic.code).id.str() + ": ";
      result += diagnostic.message;
    }
    return result;
  }

  SourceMap sources;
  linkcheck::CollectingConsumer said;
  linkcheck::Diagnostics diags{said};
  Reporter report{sources, diags};
  TypeContext types;
  std::unique_ptr<ast::Crate> tree;
  std::unique_ptr<Definitions> defs;
  std::unique_ptr<Items> items;
  std::map<std::string, std::unique_ptr<thir::Body>> bodies;
};

} // namespace cratec::rust
