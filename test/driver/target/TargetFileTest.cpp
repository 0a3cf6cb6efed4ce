//===- TargetFileTest.cpp - targets from JSON ------------------------------===//

#include "driver/target/TargetFile.h"

#include "../DriverFixture.h"

#include <llvm/Support/JSON.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class TargetFile : public DriverFixture {
protected:
  const TargetSpec &gnu = *findTarget("x86_64-unknown-linux-gnu");

  /// The text of a right file, with the fields of `changes` on top; a null takes one away.
  std::string fileWith(const std::string &changes) {
    llvm::json::Value value = llvm::cantFail(llvm::json::parse(printTargetSpec(gnu)));
    llvm::json::Object &object = *value.getAsObject();
    llvm::json::Value more = llvm::cantFail(llvm::json::parse("{" + changes + "}"));
    for (auto &[key, field] : *more.getAsObject())
      if (field.getAsNull())
        object.erase(key);
      else
        object[key] = field;
    return llvm::formatv("{0}", value).str();
  }
  std::optional<TargetSpec> readText(const std::string &text, const std::string &name = "my") {
    messages.diagnostics.clear();
    return readTargetSpec(text, "my.json", name, diags);
  }
  TargetSpec right(const std::string &changes) {
    auto target = readText(fileWith(changes));
    EXPECT_TRUE(target) << said();
    EXPECT_EQ(said(), "");
    return target.value_or(TargetSpec());
  }
  /// The first message about a file with the changes; it must not be read.
  std::string mistake(const std::string &changes) {
    EXPECT_FALSE(readText(fileWith(changes))) << changes;
    if (messages.diagnostics.empty())
      return "";
    llvm::StringRef message = messages.diagnostics[0].message;
    EXPECT_TRUE(message.consume_front("Error loading target specification: ")) << message.str();
    EXPECT_EQ(messages.diagnostics[0].code, Code::None);
    return message.str();
  }
};

} // namespace

TEST_F(TargetFile, WhatIsPrintedReadsBack) {
  for (const TargetSpec &builtin : builtinTargets()) {
    std::string text = printTargetSpec(builtin);
    auto target = readText(text, builtin.name);
    ASSERT_TRUE(target) << said();
    EXPECT_EQ(said(), "");
    EXPECT_EQ(printTargetSpec(*target), text);
    // A file's target is never a built-in one, whatever it is called.
    EXPECT_NE(target->identity(), builtin.identity());
    target->fileHash.clear();
    EXPECT_EQ(*target, builtin);
  }
}

TEST_F(TargetFile, WhatIsNotSaidFollowsFromTheTriple) {
  TargetSpec target = right(R"("llvm-target": "aarch64-unknown-linux-musl", "arch": "aarch64",
    "env": "musl", "dynamic-linker": null, "vendor": null, "cpu": null, "target-family": null,
    "exe-allocation-crate": null, "dynamic-linking": null)");
  EXPECT_EQ(target.name, "my");
  EXPECT_EQ(target.triple, "aarch64-unknown-linux-musl");
  EXPECT_EQ(target.linkerEmulation, "aarch64linux");
  EXPECT_EQ(target.dynamicLinker, "/lib/ld-musl-aarch64.so.1");
  EXPECT_EQ(target.multiarch, "aarch64-linux-musl");
  EXPECT_EQ(target.vendor, "unknown");
  EXPECT_EQ(target.cpu, "generic");
  EXPECT_EQ(target.families, Names{"unix"});
  // As in rustc.
  EXPECT_FALSE(target.dynamicLinking);
  EXPECT_EQ(target.allocatorDefaults().executable, "alloc_system");
  EXPECT_EQ(target.allocatorDefaults().target, "my");
}

TEST_F(TargetFile, FieldsHaveRustcsNames) {
  TargetSpec target = right(R"("exe_allocation_crate": "alloc_a", "lib_allocation_crate": "alloc_b",
    "exe-allocation-crate": null, "lib-allocation-crate": null,
    "target-pointer-width": 64, "cpu": "c", "features": "+f", "llvm-abiname": "abi",
    "linker-flavor": "ld.lld", "crt-static-default": true, "crt-static-respected": false,
    "crt-static-allows-dylibs": true, "position-independent-executables": false,
    "relocation-model": "static", "code-model": "large", "disable-redzone": true,
    "executables": false, "vendor": "v", "target-family": "windows",
    "pre-link-args": {"ld.lld": ["-a"], "gcc": ["-no"]}, "late-link-args": {"gcc": ["-no"]},
    "post-link-args": ["-b", "-c"])");
  EXPECT_EQ(target.exeAllocationCrate, "alloc_a");
  EXPECT_EQ(target.libAllocationCrate, "alloc_b");
  EXPECT_EQ(target.cpu, "c");
  EXPECT_EQ(target.features, "+f");
  EXPECT_EQ(target.abi, "abi");
  EXPECT_FALSE(target.linksLikeC());
  EXPECT_TRUE(target.crtStatic && target.crtStaticAllowsDylibs && target.disableRedzone);
  EXPECT_FALSE(target.crtStaticRespected || target.positionIndependentExecutables);
  EXPECT_FALSE(target.executables);
  EXPECT_EQ(target.relocationModel, "static");
  EXPECT_EQ(target.codeModel, "large");
  EXPECT_EQ(target.vendor, "v");
  EXPECT_EQ(target.families, Names{"windows"});
  EXPECT_EQ(target.preLinkArguments, Names{"-a"});
  EXPECT_EQ(target.lateLinkArguments, Names());
  EXPECT_EQ(target.postLinkArguments, (Names{"-b", "-c"}));
}

TEST_F(TargetFile, RequiredFields) {
  for (const char *field :
       {"llvm-target", "target-endian", "target-pointer-width", "data-layout", "arch", "os"})
    EXPECT_EQ(mistake(std::string("\"") + field + "\": null"),
              std::string("Field ") + field + " in target specification is required");
  // All at once.
  EXPECT_FALSE(readText("{}"));
  EXPECT_EQ(messages.diagnostics.size(), 6u);
}

TEST_F(TargetFile, ValuesOfAnotherType) {
  const std::pair<const char *, const char *> rows[] = {
      {R"("os": 3)", "os (expected a string)"},
      {R"("cpu": ["x"])", "cpu (expected a string)"},
      {R"("dynamic-linking": "yes")", "dynamic-linking (expected a boolean)"},
      {R"("target-family": 1)", "target-family (expected a list of strings)"},
      {R"("pre-link-args": {"gcc": "-a"})", "pre-link-args (expected a list of strings)"},
      {R"("post-link-args": [1])", "post-link-args (expected a list of strings)"}};
  for (const auto &[changes, what] : rows)
    EXPECT_EQ(mistake(changes),
              std::string("target json file contains fields whose value doesn't have the correct "
                          "json type: ") +
                  what);
}

TEST_F(TargetFile, ValuesThatMeanNothing) {
  const std::pair<const char *, const char *> rows[] = {
      {R"("target-pointer-width": "wide")", "target-pointer-width must be an integer"},
      {R"("target-pointer-width": -1)", "target-pointer-width must be an integer"},
      {R"("target-pointer-width": true)", "target-pointer-width must be an integer"},
      {R"("target-pointer-width": "48")", "unrecognized target-pointer-width 48"},
      {R"("target-pointer-width": "32")",
       "target-pointer-width is 32, but the pointers of the llvm-target "
       "`x86_64-unknown-linux-gnu` have 64 bits"},
      {R"("target-endian": "middle")",
       "'middle' is not a valid value for target-endian. Use 'little', 'big'"},
      {R"("target-endian": "big")",
       "target-endian is big, but the llvm-target `x86_64-unknown-linux-gnu` is little endian"},
      {R"("relocation-model": "ropi")",
       "'ropi' is not a valid value for relocation-model. Use 'pic', 'static'"},
      {R"("linker-flavor": "msvc")",
       "'msvc' is not a valid value for linker-flavor. Use 'gcc', 'gnu-cc', 'gnu-lld-cc', 'ld', "
       "'ld.lld', 'gnu', 'gnu-lld'"},
      {R"("is-builtin": true)", "may not set is_builtin for targets not built-in"},
      {R"("cpu": "a\nb")", "cpu holds control characters"},
      {R"("exe-allocation-crate": "no-name")", "`no-name` is no name of an allocation crate"},
      {R"("exe_allocation_crate": "x", "exe-allocation-crate": "y")",
       "exe-allocation-crate and exe_allocation_crate are one field"},
      {R"("llvm-target": "i686-unknown-linux-gnu")",
       "no code can be generated for the llvm-target `i686-unknown-linux-gnu`: it must be an ELF "
       "target of x86_64, aarch64 or riscv64"},
      {R"("llvm-target": "x86_64-unknown-linux-gnux32")",
       "no code can be generated for the llvm-target `x86_64-unknown-linux-gnux32`: it must be an "
       "ELF target of x86_64, aarch64 or riscv64"},
      {R"("llvm-target": "x86_64-apple-darwin")",
       "no code can be generated for the llvm-target `x86_64-apple-darwin`: it must be an ELF "
       "target of x86_64, aarch64 or riscv64"},
      {R"("os": "fuchsia", "dynamic-linker": null)",
       "Field dynamic-linker in target specification is required: it is not known for the "
       "llvm-target `x86_64-unknown-linux-gnu`"}};
  for (const auto &[changes, message] : rows)
    EXPECT_EQ(mistake(changes), message);
  EXPECT_FALSE(readText(fileWith(""), "two words"));
  EXPECT_TRUE(says("the target is called as its file, and the name `two words` holds"));
}

TEST_F(TargetFile, MistakesOfJsonHaveAPlace) {
  const std::pair<std::string, const char *> rows[] = {
      {"wow", "Invalid JSON value at line 1 column 1"},
      {"{\n  \"os\" 3}", "Expected : after object key at line 2 column 8"},
      {"{\"os\":", "Unexpected EOF at line 1 column 6"},
      {"", "Unexpected EOF at line 1 column 1"},
      {" [1]", "expected an object at line 1 column 2"},
      {std::string(100000, '['), "nested more than 32 levels deep at line 1 column 33"}};
  for (const auto &[text, message] : rows) {
    EXPECT_FALSE(readText(text));
    ASSERT_EQ(messages.diagnostics.size(), 1u) << said();
    EXPECT_EQ(messages.diagnostics[0].message,
              std::string("Error loading target specification: ") + message);
  }
}

TEST_F(TargetFile, UnknownFieldsAreWarnedAbout) {
  auto target = readText(fileWith(R"("b": 1, "a": {}, "max-atomic-width": 64, "metadata": {})"));
  ASSERT_TRUE(target);
  EXPECT_EQ(said(), "target json file contains unused fields: a, b\n  in the file `my.json`\n");
  EXPECT_EQ(messages.diagnostics[0].severity, Severity::Warning);
}

TEST_F(TargetFile, TwoFilesOfOneNameAreTwoTargets) {
  TargetSpec one = right("");
  EXPECT_EQ(one.identity(), right("").identity());
  EXPECT_NE(one.identity(), right(R"("cpu": "znver3")").identity());
  EXPECT_TRUE(llvm::StringRef(one.identity()).starts_with("my-"));
  // Neither order nor white space makes another target.
  EXPECT_EQ(one.identity(), readText(printTargetSpec(gnu))->identity());
}

TEST_F(TargetFile, IsFoundWhereRustcLooks) {
  write("one.json", fileWith(R"("vendor": "one")"));
  ASSERT_FALSE(llvm::sys::fs::create_directories(path("b")));
  ASSERT_FALSE(llvm::sys::fs::create_directories(path("home/three")));
  write("b/two.json", fileWith(R"("vendor": "two")"));
  write("b/one.json", fileWith(R"("vendor": "another")"));
  write("b/x86_64-unknown-linux-gnu.json", fileWith(R"("vendor": "wrong")"));
  write("home/three/target.json", fileWith(R"("vendor": "three")"));
  write("home/two.json", "");
  WithEnvironment folders("RUST_TARGET_PATH", path("none") + ":" + path("") + ":" + path("b"));
  auto vendor = [&](const std::string &word) {
    messages.diagnostics.clear();
    auto target = loadTarget(word, path("home"), diags);
    return target ? target->vendor : said();
  };
  EXPECT_EQ(vendor("one"), "one");
  EXPECT_EQ(vendor("two"), "two");
  EXPECT_EQ(vendor("three"), "three");
  EXPECT_EQ(vendor(path("b/one.json")), "another");
  // Built-in names come first, and a path is a path.
  EXPECT_EQ(vendor("x86_64-unknown-linux-gnu"), "unknown");
  EXPECT_EQ(loadTarget(path("b/two.json"), "", diags)->name, "two");
  for (const std::string word : {"four", "two.json", "b/two", ""})
    EXPECT_EQ(vendor(word),
              "Error loading target specification: Could not find specification for target \"" +
                  word + "\"\n  run `cratec --print target-list` for a list of built-in targets\n");
}

TEST_F(TargetFile, ADataLayoutIsTheTargetsOwn) {
  auto holds = [&](const std::string &layout) {
    messages.diagnostics.clear();
    TargetSpec target = gnu;
    target.dataLayout = layout;
    return checkTarget(target, {}, diags);
  };
  EXPECT_TRUE(holds(gnu.dataLayout));
  // Of older versions of LLVM.
  EXPECT_TRUE(holds("e-m:e-i64:64-f80:128-n8:16:32:64-S128")) << said();
  EXPECT_FALSE(holds("e-m:e-i64:16:32:64"));
  EXPECT_EQ(said(), "data-layout for target `x86_64-unknown-linux-gnu`, `e-m:e-i64:16:32:64`, "
                    "differs from LLVM target's `x86_64-unknown-linux-gnu` default layout, `" +
                        gnu.dataLayout + "`\n");
  EXPECT_FALSE(holds("E-m:e-i64:64-f80:128-n8:16:32:64-S128"));
  EXPECT_FALSE(holds("nonsense"));
  EXPECT_TRUE(says("the data-layout of target `x86_64-unknown-linux-gnu` is malformed"));
}

TEST_F(TargetFile, BuiltinTargetsAreWhatLlvmKnows) {
  for (const TargetSpec &target : builtinTargets()) {
    EXPECT_TRUE(checkTarget(target, {}, diags));
    EXPECT_EQ(said(), "");
    auto generator = CodeGenerator::create(target, {}, diags);
    ASSERT_TRUE(generator);
    EXPECT_EQ(generator->dataLayout(), target.dataLayout);
  }
}

TEST_F(TargetFile, UnknownProcessorsAndFeaturesAreSaid) {
  TargetSpec target = gnu;
  target.features = "+avx2,+own,-theirs";
  CodegenOptions codegen;
  codegen.targetFeatures = {"+own"};
  EXPECT_TRUE(checkTarget(target, codegen, diags));
  EXPECT_EQ(said(),
            "unknown feature specified for `-Ctarget-feature`: `own`\n  it is ignored\n"
            "target `x86_64-unknown-linux-gnu` has the feature `-theirs`, which LLVM does not "
            "know: it is ignored\n");
  messages.diagnostics.clear();
  target.cpu = "abacus";
  EXPECT_FALSE(checkTarget(target, codegen, diags));
  EXPECT_TRUE(says("C02 `abacus` is not a recognized processor for target"));
}
