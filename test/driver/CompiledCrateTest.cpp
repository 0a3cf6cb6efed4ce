//===- CompiledCrateTest.cpp - objects, hash and record --------------------===//

#include "driver/CompiledCrate.h"

#include "DriverFixture.h"

#include <llvm/IR/Module.h>

using namespace cratec;
using namespace linkcheck;

namespace {

/// One way to compile a crate; the tests change a thing at a time.
struct Recipe {
  using Names = std::vector<std::string>;

  std::string source = "define i32 @work() {\n  ret i32 1\n}\n";
  Names paths = {"main.ll"}; ///< each with `source`, its symbols told apart
  std::vector<std::string> words;
  CrateDescription description;
  std::vector<CrateIdentity> dependencies;
};

class CompiledCrateTest : public DriverFixture {
protected:
  llvm::SmallString<128> before;

  CompiledCrateTest() {
    EXPECT_FALSE(llvm::sys::fs::current_path(before));
    EXPECT_FALSE(llvm::sys::fs::set_current_path(folder));
  }
  ~CompiledCrateTest() override { EXPECT_FALSE(llvm::sys::fs::set_current_path(before)); }

  static Recipe recipe() {
    Recipe recipe;
    recipe.description.crate.name = recipe.description.fileStem = "main";
    recipe.description.types = {CrateType::Rlib};
    recipe.description.crate.languages = {SourceLanguage::LlvmIr};
    return recipe;
  }
  static CrateGraph graphFor(const Recipe &recipe) {
    std::vector<CrateNode> nodes(1);
    nodes[0].identity.name = recipe.description.crate.name;
    nodes[0].allocator = recipe.description.crate.allocator;
    nodes[0].needsAllocator = recipe.description.crate.needsAllocator;
    nodes[0].languages = recipe.description.crate.languages;
    nodes[0].nativeLibraries = recipe.description.crate.nativeLibraries;
    for (const CrateIdentity &identity : recipe.dependencies) {
      nodes[0].edges.push_back({CrateIndex(nodes.size()), Meaning::Explicit, {}});
      nodes.emplace_back().identity = identity;
    }
    return CrateGraph(std::move(nodes));
  }
  std::optional<CompiledCrate> compile(const Recipe &recipe, TemporaryFiles &temporaries) {
    parse(recipe.words);
    SourceCrate native;
    native.context = std::make_unique<llvm::LLVMContext>();
    std::vector<Input> inputs;
    for (const std::string &path : recipe.paths)
      inputs.push_back({path, Route::ReadModule, SourceLanguage::LlvmIr});
    nameInputs(inputs);
    for (const Input &input : inputs) {
      // Same names are the same symbol of the same crate, so each unit gets its own.
      std::string text = recipe.source;
      if (recipe.paths.size() > 1)
        text += fmt::format("@unit{} = global i32 {}\n", native.units.size(), native.units.size());
      auto parsed = module(text, *native.context);
      parsed->setTargetTriple(session().target.triple);
      native.units.push_back({input, std::move(parsed), ""});
    }
    return generateCode(std::move(native), recipe.description, graphFor(recipe), session(),
                        temporaries, diags);
  }
  std::string hashOf(const Recipe &recipe) {
    TemporaryFiles temporaries("");
    std::optional<CompiledCrate> compiled = compile(recipe, temporaries);
    EXPECT_TRUE(compiled) << said();
    return compiled ? compiled->hash : "";
  }
};

} // namespace

TEST_F(CompiledCrateTest, HasAnObjectOfEachUnitAndAllPublicSymbols) {
  Recipe two = recipe();
  two.source = "define internal void @mine() {\n  ret void\n}\n";
  two.paths = {"z.ll", "sub/a-b.ll"};
  TemporaryFiles temporaries("");
  std::optional<CompiledCrate> compiled = compile(two, temporaries);
  ASSERT_TRUE(compiled) << said();
  ASSERT_EQ(compiled->objects.size(), 2u);
  EXPECT_EQ(compiled->objects[0].name, "main.z.o");
  EXPECT_EQ(compiled->objects[1].name, "main.a-b.o");
  for (const CompiledObject &object : compiled->objects)
    EXPECT_TRUE(llvm::sys::fs::exists(object.path));
  EXPECT_EQ(compiled->exports, (Names{"unit0", "unit1"}));
  EXPECT_EQ(compiled->hash.size(), 32u);
  EXPECT_EQ(llvm::StringRef(compiled->hash).find_first_not_of("0123456789abcdef"),
            llvm::StringRef::npos);
}

// Units are told apart whatever their files are called.
TEST_F(CompiledCrateTest, EachObjectHasANameOfItsOwn) {
  for (const Names &paths :
       {Names{"a/x.ll", "b/x.ll", "c/x.ll"}, Names{"a/x.ll", "b/x.ll", "x-1.ll"},
        Names{"x-1.ll", "a/x.ll", "b/x.ll"}}) {
    Recipe several = recipe();
    several.source = "";
    several.paths = paths;
    several.words = {"-C", "save-temps", "--emit", "obj"};
    TemporaryFiles kept("kept");
    ASSERT_FALSE(llvm::sys::fs::create_directories("kept"));
    std::optional<CompiledCrate> compiled = compile(several, kept);
    ASSERT_TRUE(compiled) << said();
    std::set<std::string> names, files;
    for (size_t i = 0; i != compiled->objects.size(); ++i) {
      names.insert(compiled->objects[i].name);
      files.insert(compiled->objects[i].path);
      std::string bytes =
          (*llvm::MemoryBuffer::getFile(compiled->objects[i].path))->getBuffer().str();
      EXPECT_EQ(symbolsOf(bytes).count("unit" + std::to_string(i)), 1u)
          << compiled->objects[i].path;
    }
    EXPECT_EQ(names.size(), 3u) << paths[2];
    EXPECT_EQ(files.size(), 3u) << paths[2];
  }
}

TEST_F(CompiledCrateTest, TheHashIsTheSameEachTime) {
  std::string hash = hashOf(recipe());
  EXPECT_EQ(hash, hashOf(recipe()));
}

TEST_F(CompiledCrateTest, TheHashFollowsWhatTheCrateIsMadeOf) {
  using Change = std::function<void(Recipe &)>;
  const std::string one(32, '1');
  const std::pair<const char *, Change> changes[] = {
      {"nothing", [](Recipe &) {}},
      {"name", [](Recipe &r) { r.description.crate.name = "other"; }},
      {"code", [](Recipe &r) { r.source = "define i32 @work() {\n  ret i32 2\n}\n"; }},
      {"data", [](Recipe &r) { r.source += "@c = global i32 1\n"; }},
      {"target", [](Recipe &r) { r.words = {"--target", "x86_64-unknown-linux-musl"}; }},
      {"metadata", [](Recipe &r) { r.words = {"-C", "metadata=ab"}; }},
      {"two metadata", [](Recipe &r) { r.words = {"-C", "metadata=a", "-C", "metadata=b"}; }},
      {"allocator", [](Recipe &r) { r.description.crate.allocator = true; }},
      {"needs_allocator", [](Recipe &r) { r.description.crate.needsAllocator = true; }},
      {"no_std", [](Recipe &r) { r.description.noStd = true; }},
      {"dependency", [&](Recipe &r) { r.dependencies = {{"d", one}}; }},
      {"its hash", [](Recipe &r) { r.dependencies = {{"d", std::string(32, '2')}}; }},
      {"two units", [](Recipe &r) { r.paths = {"a.ll", "b.ll"}, r.source = ""; }},
      {"library",
       [](Recipe &r) {
         r.description.crate.nativeLibraries = {{"z", NativeKind::Dylib, {}, false}};
       }},
      {"its kind",
       [](Recipe &r) {
         r.description.crate.nativeLibraries = {{"z", NativeKind::Static, {}, false}};
       }},
      {"its form",
       [](Recipe &r) {
         r.description.crate.nativeLibraries = {
             {"z", NativeKind::Static, AllocatorForm::Host, false}};
       }},
      {"its other form",
       [](Recipe &r) {
         r.description.crate.nativeLibraries = {
             {"z", NativeKind::Static, AllocatorForm::Guest, false}};
       }},
  };
  std::map<std::string, std::string> seen;
  for (const auto &[what, change] : changes) {
    Recipe changed = recipe();
    change(changed);
    auto [known, isNew] = seen.emplace(hashOf(changed), what);
    EXPECT_TRUE(isNew) << what << " has the hash of " << known->second;
  }
}

TEST_F(CompiledCrateTest, TheHashFollowsNothingElse) {
  std::string hash = hashOf(recipe());
  using Change = std::function<void(Recipe &)>;
  const std::pair<const char *, Change> changes[] = {
      {"type", [](Recipe &r) { r.description.types = {CrateType::Dylib, CrateType::Executable}; }},
      {"folder", [](Recipe &r) { r.paths = {"/some/where/main.ll"}; }},
      {"file", [](Recipe &r) { r.paths = {"else.ll"}; }},
      {"output", [](Recipe &r) { r.words = {"-o", "x", "-C", "extra-filename=-1"}; }},
      {"search",
       [](Recipe &r) { r.words = {"-L", "x", "--sysroot", "/y", "--error-format=json"}; }},
      {"linking", [](Recipe &r) { r.words = {"-C", "link-arg=x", "-C", "prefer-dynamic"}; }},
      {"emit", [](Recipe &r) { r.words = {"--emit", "asm,llvm-ir,llvm-bc,obj,link"}; }},
      {"verbose", [](Recipe &r) { r.words = {"-v", "-Z", "time-passes", "-Z", "dump=crate"}; }},
      {"lint", [](Recipe &r) { r.words = {"-D", "allocator-in-library"}; }},
  };
  for (const auto &[what, change] : changes) {
    Recipe changed = recipe();
    change(changed);
    EXPECT_EQ(hashOf(changed), hash) << what;
  }
}

TEST_F(CompiledCrateTest, WritesWhatIsToBeEmitted) {
  Recipe emitting = recipe();
  emitting.words = {"--emit", "asm,llvm-ir=named.ll,llvm-bc,obj", "-O"};
  EXPECT_NE(hashOf(emitting), "");
  EXPECT_EQ(files(), (Names{"main.bc", "main.o", "main.s", "named.ll"}));
  EXPECT_EQ(symbolsOf(read("main.o"))["work"], 'T');
  EXPECT_NE(read("main.s").find("work:"), std::string::npos);
  EXPECT_NE(read("named.ll").find("@work"), std::string::npos);
  emitting.paths = {"a.ll", "b.ll"};
  emitting.source = "";
  emitting.words = {"--emit", "obj"};
  EXPECT_NE(hashOf(emitting), "");
  EXPECT_TRUE(llvm::sys::fs::exists("main.a.o") && llvm::sys::fs::exists("main.b.o"));
}

TEST_F(CompiledCrateTest, AnObjectHasNoModuleToEmit) {
  for (const char *kind : {"asm", "llvm-ir", "llvm-bc"}) {
    messages.diagnostics.clear();
    parse({"--emit", std::string(kind) + ",link"});
    SourceCrate native;
    native.context = std::make_unique<llvm::LLVMContext>();
    native.units.push_back(
        {{"in.o", Route::TakeAsIs, SourceLanguage::Object}, nullptr, object("in.o", {"f"})});
    TemporaryFiles temporaries("");
    EXPECT_FALSE(generateCode(std::move(native), recipe().description, graphFor(recipe()),
                              session(), temporaries, diags));
    EXPECT_EQ(codes(), std::vector{Code::C04});
    EXPECT_TRUE(says(std::string("`in.o` has no LLVM module, so `--emit ") + kind +
                     "` cannot be followed\n"));
  }
}

TEST_F(CompiledCrateTest, WhatIsWrongWithEachUnitIsSaid) {
  parse({});
  SourceCrate native;
  native.context = std::make_unique<llvm::LLVMContext>();
  for (const char *name : {"a.ll", "b.ll"}) {
    auto foreign = module("target triple = \"armv7-unknown-linux-gnueabi\"\n", *native.context);
    native.units.push_back(
        {{name, Route::ReadModule, SourceLanguage::LlvmIr}, std::move(foreign), ""});
  }
  native.units.push_back({{"c.o", Route::TakeAsIs, SourceLanguage::Object}, nullptr, path("c.o")});
  TemporaryFiles temporaries("");
  EXPECT_FALSE(generateCode(std::move(native), recipe().description, graphFor(recipe()), session(),
                            temporaries, diags));
  EXPECT_EQ(codes(), (std::vector{Code::C05, Code::C05, Code::C01}));
}

TEST_F(CompiledCrateTest, TheRecordSaysWhatIsKnown) {
  Recipe full = recipe();
  full.words = {"-C", "extra-filename=-1"};
  full.description.noStd = true;
  full.description.crate.needsAllocator = true;
  full.description.crate.nativeLibraries = {{"s", NativeKind::Static, {}, true},
                                            {"h", NativeKind::Static, AllocatorForm::Host, false},
                                            {"d", NativeKind::Dylib, {}, false}};
  full.dependencies = {{"b", std::string(32, 'b')}, {"a", std::string(32, 'a')}};
  TemporaryFiles temporaries("");
  std::optional<CompiledCrate> compiled = compile(full, temporaries);
  ASSERT_TRUE(compiled) << said();
  ArtifactResolution resolution{
      CrateType::Rlib,
      graphFor(full),
      LinkageTable({Linkage::Static, Linkage::NotLinked, Linkage::NotLinked}),
      {}};
  CrateMetadata record = makeMetadata(*compiled, full.description, resolution, session());
  EXPECT_EQ(record.identity, (CrateIdentity{"main", compiled->hash}));
  EXPECT_EQ(record.target, session().target.triple);
  EXPECT_EQ(record.type, CrateType::Rlib);
  EXPECT_EQ(record.exports, Names{"work"});
  EXPECT_TRUE(record.noStd && record.needsAllocator && !record.allocator);
  ASSERT_EQ(record.dependencies.size(), 2u);
  EXPECT_EQ(record.dependencies[0].crate.name, "b");
  // What is in the rlib already: a static library for every artifact.
  ASSERT_EQ(record.nativeLibraries.size(), 3u);
  EXPECT_TRUE(record.nativeLibraries[0].bundled);
  EXPECT_FALSE(record.nativeLibraries[1].bundled || record.nativeLibraries[2].bundled);
  EXPECT_TRUE(record.linkage.empty() && !record.chosenAllocator);
}
