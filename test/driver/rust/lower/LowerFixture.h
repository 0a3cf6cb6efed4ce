//===- LowerFixture.h - a crate from a text to LLVM IR ------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/Items.h"
#include "driver/rust/lower/Lower.h"
#include "driver/rust/mir/Evaluate.h"
#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>

namespace cratec::rust {

/// One crate that brings what it needs of core with it.
class LowerTest : public testing::Test {
protected:
  /// What the texts of these tests use without saying it.
  static constexpr llvm::StringLiteral core = R"(#![no_core] #![feature(lang_items, no_core)]
#[lang = "copy"] pub trait Copy: Clone {}
#[lang = "clone"] pub trait Clone { fn clone(&self) -> Self; }
#[lang = "drop"] pub trait Drop { fn drop(&mut self); }
#[lang = "eq"] pub trait PartialEq<Rhs> { fn eq(&self, other: &Rhs) -> bool; }
#[lang = "sync"] pub unsafe trait Sync {}
#[lang = "option"] pub enum Option<T> { None, Some(T) }
#[lang = "unsafe_cell"] pub struct UnsafeCell<T> { pub value: T }
#[lang = "non_zero"] pub struct NonZero<T>(pub T);
#[lang = "owned_box"] pub struct Box<T>(*mut T);
impl PartialEq<i32> for i32 { fn eq(&self, other: &i32) -> bool { *self == *other } }
impl Clone for i32 { fn clone(&self) -> i32 { *self } }
impl Copy for i32 {}
)";

  bool analyse(const std::string &text) {
    ParseInput input;
    input.path = "demo.rs";
    input.text = core.str() + text;
    input.isCore = true;
    NoFiles reader;
    std::vector<std::string> files;
    tree = parseCrate(input, reader, sources, files, diags);
    if (!tree || diags.hasErrors())
      return false;
    defs = std::make_unique<Definitions>(
        resolveNames({CrateInput{"demo", "1f", tree.get(), {}}}, report));
    items = std::make_unique<Items>(*defs, types, report);
    provider = std::make_unique<MirProvider>(*items, true);
    installConstantEvaluator(*items, *provider);
    return !diags.hasErrors();
  }

  /// The module, or null with `said()` to tell why.
  llvm::Module *lower(const std::string &text) {
    options.triple = triple;
    options.dataLayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:"
                         "64-S128";
    options.sourcePath = "demo.rs";
    module.reset();
    if (analyse(text))
      module = lowerCrate(*items, *provider, options, context);
    EXPECT_EQ(expectErrors, module == nullptr) << said();
    return module.get();
  }

  std::string ir(const std::string &text) {
    std::string out;
    llvm::raw_string_ostream stream(out);
    if (lower(text))
      module->print(stream, nullptr);
    return out;
  }

  /// Lowers and optimises; `#[no_mangle] fn test()` must then be a constant.
  std::optional<int64_t> run(const std::string &text) {
    if (!lower(text))
      return std::nullopt;
    llvm::LoopAnalysisManager loops;
    llvm::FunctionAnalysisManager functions;
    llvm::CGSCCAnalysisManager graphs;
    llvm::ModuleAnalysisManager modules;
    llvm::PassBuilder passes;
    passes.registerModuleAnalyses(modules);
    passes.registerCGSCCAnalyses(graphs);
    passes.registerFunctionAnalyses(functions);
    passes.registerLoopAnalyses(loops);
    passes.crossRegisterProxies(loops, functions, graphs, modules);
    passes.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2).run(*module, modules);
    llvm::Function *function = module->getFunction("test");
    if (!function || function->isDeclaration())
      return std::nullopt;
    auto *ret = llvm::dyn_cast<llvm::ReturnInst>(function->getEntryBlock().getTerminator());
    auto *value = ret ? llvm::dyn_cast_or_null<llvm::ConstantInt>(ret->getReturnValue()) : nullptr;
    if (value)
      return value->getSExtValue();
    std::string out;
    llvm::raw_string_ostream stream(out);
    function->print(stream);
    ADD_FAILURE() << "not a constant:\n" << out;
    return std::nullopt;
  }

  std::string said() const {
    std::string all;
    for (const linkcheck::Diagnostic &diagnostic : consumer.diagnostics) {
      all += diagnostic.message + "\n";
      for (const linkcheck::Attachment &attachment : diagnostic.attachments)
        all += "  " + attachment.message + "\n";
    }
    return all;
  }

  /// What a type alias of the crate stands for.
  Ty alias(llvm::StringRef name) {
    auto def = defs->lookupIn(defs->crateRoot(localCrateNumber), name, Namespace::Type);
    EXPECT_TRUE(def.has_value()) << name.str();
    return def ? items->typeOf(*def) : types.error();
  }

  SourceMap sources;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags{consumer};
  Reporter report{sources, diags};
  std::unique_ptr<ast::Crate> tree;
  std::unique_ptr<Definitions> defs;
  TypeContext types;
  std::unique_ptr<Items> items;
  std::unique_ptr<MirProvider> provider;
  LowerOptions options;
  std::string triple = "x86_64-unknown-linux-gnu";
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module;
  bool expectErrors = false;
};

} // namespace cratec::rust
