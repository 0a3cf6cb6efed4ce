//===- MirFixture.h - bodies of small programs, as MIR ------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/CheckBody.h"
#include "driver/rust/mir/Evaluate.h"
#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>

namespace cratec::rust {

/// What the compiler must know, and a few types to own things with.
inline constexpr const char *smallCore = R"(
#![crate_name = "core"]
#![no_core]
#![feature(runtime_bounds, lang_items, intrinsics, no_core)]
#[lang = "clone"] pub trait Clone { fn clone(&self) -> Self; }
#[lang = "copy"] pub trait Copy: Clone {}
#[lang = "drop"] pub trait Drop { fn drop(&mut self); }
#[lang = "sync"] pub unsafe trait Sync {}
#[lang = "send"] pub unsafe trait Send {}
#[lang = "eq"] pub trait PartialEq { fn eq(&self, other: &Self) -> bool; }
#[lang = "owned_box"] pub struct Box<T>(*mut T);
impl<T> Box<T> { #[lang = "box_new"] pub fn new(value: T) -> Box<T> { loop {} } }
#[lang = "box_free"] pub unsafe fn box_free<T>(raw: *mut T) {}
#[lang = "option"] pub enum Option<T> { None, Some(T) }
#[lang = "str_eq"] pub fn str_eq(left: &str, right: &str) -> bool { loop {} }
#[lang = "panic_str"] pub fn panic_str(text: &str, file: &str, line: u32, column: u32) -> ! { loop {} }
#[lang = "unsafe_cell"] pub struct UnsafeCell<T> { value: T }
impl<T> UnsafeCell<T> { pub const fn new(value: T) -> UnsafeCell<T> { UnsafeCell { value: value } } }
pub struct Text { size: usize }
impl Text { pub fn new() -> Text { Text { size: 0 } } pub fn len(&self) -> usize { self.size }
            pub fn push(&mut self, size: usize) { self.size += size; } }
impl Drop for Text { fn drop(&mut self) {} }
pub struct Cell { value: UnsafeCell<usize> }
impl Cell { pub const fn new(value: usize) -> Cell { Cell { value: UnsafeCell::new(value) } } }
unsafe impl Sync for Cell {}
pub fn drop<T>(value: T) {}
pub mod prelude { pub mod v1 {
  pub use Clone; pub use Copy; pub use Drop; pub use Sync; pub use Send; pub use PartialEq;
  pub use Box; pub use Option; pub use Option::{Some, None}; pub use Text; pub use Cell; pub use drop;
} }
)";

class MirTest : public testing::Test {
protected:
  CrateInput parse(const std::string &name, const std::string &text) {
    ParseInput input;
    input.path = name + ".rs";
    input.text = text;
    input.isCore = name == "core";
    input.crateName = name;
    NoFiles reader;
    std::vector<std::string> files;
    trees.push_back(parseCrate(input, reader, sources, files, diags));
    return {name, "", trees.back().get(), {}};
  }

  void load(const std::string &text) {
    std::vector<CrateInput> inputs{parse("local", "#![no_std]" + text), parse("core", smallCore)};
    inputs[0].externs["core"] = 1;
    defs = std::make_unique<Definitions>(resolveNames(std::move(inputs), report));
    items = std::make_unique<Items>(*defs, types, report);
    provider = std::make_unique<MirProvider>(*items, true);
    installConstantEvaluator(*items, *provider);
  }

  DefId find(llvm::StringRef name) {
    return defs->lookupIn(defs->crateRoot(0), name, Namespace::Value).value_or(noDef);
  }

  /// The MIR of the function `f`, as text.
  std::string mir(const std::string &text, llvm::StringRef name = "f") {
    load(text);
    const mir::Body *body = provider->get(find(name));
    if (!body)
      return "nothing\n" + said();
    std::string printed = mir::print(*body, *defs);
    return printed + said();
  }

  /// What is said of all functions, constants and statics: code, line, message; labels indented.
  std::string said(const std::string &text) {
    load(text);
    for (DefKind kind : {DefKind::Function, DefKind::Const, DefKind::Static})
      for (DefId def : defs->all(kind, localCrateNumber)) {
        if (kind == DefKind::Function)
          provider->get(def);
        else
          evaluateConstant(def, {}, *provider, *items);
      }
    return said();
  }

  std::string said() const {
    std::string result;
    for (const linkcheck::Diagnostic &d : consumer.diagnostics) {
      result += fmt::format(
          "{} {}\n", d.code == linkcheck::Code::None ? "" : infoOf(d.code).id.str(), d.message);
      for (const linkcheck::Label &label : d.labels)
        result += fmt::format("  {}:{}: {}\n", label.at.line, label.at.column, label.text);
      for (const linkcheck::Attachment &attachment : d.attachments)
        result += fmt::format("  {}: {}\n", linkcheck::spelling(attachment.severity).str(),
                              attachment.message);
    }
    return result;
  }

  /// The value of the constant or static, as text.
  std::string value(const std::string &text, llvm::StringRef name = "X") {
    load(text);
    std::optional<ConstValue> result = evaluateConstant(find(name), {}, *provider, *items);
    return result ? show(*result) + said() : "nothing\n" + said();
  }

  std::string show(const ConstValue &value) {
    std::string inside;
    for (const ConstValue &field : value.fields)
      inside += (inside.empty() ? "" : ", ") + show(field);
    switch (value.kind) {
    case ConstValue::Kind::Scalar:
      return std::to_string(value.bits);
    case ConstValue::Kind::Float:
      return fmt::format("{}", value.real);
    case ConstValue::Kind::Aggregate:
      return fmt::format("#{}({})", value.variant, inside);
    case ConstValue::Kind::String:
      return fmt::format("\"{}\"", value.text.str());
    case ConstValue::Kind::Reference:
      return "&" + inside;
    case ConstValue::Kind::Static:
      return "static " + defs->path(value.callee.def);
    case ConstValue::Kind::Function:
      return "fn " + defs->path(value.callee.def);
    case ConstValue::Kind::Slice:
      return "slice " + inside;
    case ConstValue::Kind::Repeat:
      return fmt::format("[{}; {}]", inside, value.bits);
    }
    return "?";
  }

  SourceMap sources;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags{consumer};
  Reporter report{sources, diags};
  TypeContext types;
  std::vector<std::unique_ptr<ast::Crate>> trees;
  std::unique_ptr<Definitions> defs;
  std::unique_ptr<Items> items;
  std::unique_ptr<MirProvider> provider;
};

/// Whether the lines stand in the text in this order, each within one line of it.
inline testing::AssertionResult hasLines(const std::string &text,
                                         std::initializer_list<const char *> lines) {
  size_t at = 0;
  for (const char *line : lines) {
    at = text.find(line, at);
    if (at == std::string::npos)
      return testing::AssertionFailure() << "no \"" << line << "\" in its place in\n" << text;
    at += std::string(line).size();
  }
  return testing::AssertionSuccess();
}

} // namespace cratec::rust
