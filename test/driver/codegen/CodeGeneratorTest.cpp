//===- CodeGeneratorTest.cpp - from modules to machine code ----------------===//

#include "../DriverFixture.h"

#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

using namespace cratec;
using namespace linkcheck;

namespace {

const char *const program = R"(
@counter = global i32 0
define internal i32 @twice(i32 %x) {
  %slot = alloca i32
  store i32 %x, ptr %slot
  %again = load i32, ptr %slot
  %sum = add i32 %again, %again
  ret i32 %sum
}
define i32 @work(i32 %x) {
  %y = call i32 @twice(i32 %x)
  store i32 %y, ptr @counter
  ret i32 %y
}
declare i32 @elsewhere(i32)
define i32 @other(i32 %x) {
  %y = call i32 @elsewhere(i32 %x)
  ret i32 %y
}
)";

class Generator : public DriverFixture {
protected:
  llvm::LLVMContext context;

  CodeGenerator generatorFor(const TargetSpec &target, const std::string &level = "0") {
    CodegenOptions codegen;
    codegen.optLevel = level;
    auto generator = CodeGenerator::create(target, codegen, diags);
    EXPECT_TRUE(generator) << said();
    return std::move(*generator);
  }
  /// `text` as an object or assembly for the target.
  std::string generated(const TargetSpec &target, const std::string &level, CodeForm form,
                        const std::string &file = "out", const std::string &text = program) {
    llvm::LLVMContext fresh;
    std::unique_ptr<llvm::Module> parsed = module(text, fresh);
    parsed->setTargetTriple(target.triple);
    CodeGenerator generator = generatorFor(target, level);
    EXPECT_TRUE(generator.adopt(*parsed, "a.ll", diags)) << said();
    generator.optimise(*parsed);
    EXPECT_TRUE(generator.generate(*parsed, form, path(file), diags)) << said();
    return read(file);
  }
  bool adopts(const TargetSpec &target, const std::string &triple, const std::string &text = "") {
    messages.diagnostics.clear();
    std::unique_ptr<llvm::Module> parsed = module(text, context);
    parsed->setTargetTriple(triple);
    return generatorFor(target).adopt(*parsed, "a.ll", diags);
  }
  static const TargetSpec &x86() { return *findTarget("x86_64-unknown-linux-gnu"); }
};

} // namespace

TEST_F(Generator, MakesObjectsAndAssemblyForEveryTargetAtEveryLevel) {
  for (const TargetSpec &target : builtinTargets())
    for (const char *level : {"0", "1", "2", "3", "s", "z"}) {
      auto symbols = symbolsOf(generated(target, level, CodeForm::Object));
      EXPECT_EQ(symbols["work"], 'T') << target.triple << level;
      EXPECT_EQ(symbols["counter"], 'T');
      EXPECT_EQ(symbols["elsewhere"], 'U');
      EXPECT_NE(generated(target, level, CodeForm::Assembly).find("work:"), std::string::npos);
    }
}

TEST_F(Generator, IsTheSameEachTimeWhateverTheFileIsCalled) {
  for (const TargetSpec &target : builtinTargets())
    for (const char *level : {"0", "2", "z"})
      for (CodeForm form : {CodeForm::Object, CodeForm::Assembly}) {
        std::string first = generated(target, level, form, "one");
        EXPECT_EQ(first, generated(target, level, form, "two.o"));
        EXPECT_EQ(first.find(folder.str().str()), std::string::npos);
      }
}

TEST_F(Generator, EachFunctionHasASectionOfItsOwn) {
  std::string bytes = generated(x86(), "0", CodeForm::Object);
  auto file = llvm::cantFail(
      llvm::object::ObjectFile::createELFObjectFile(llvm::MemoryBufferRef(bytes, "test")));
  Names names;
  for (const llvm::object::SectionRef &section : file->sections())
    names.push_back(llvm::cantFail(section.getName()).str());
  for (const char *name : {".text.work", ".text.other", ".bss.counter"})
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
}

TEST_F(Generator, OptimisesAsMuchAsTheLevelSays) {
  for (const char *level : {"0", "1", "2", "3", "s", "z"}) {
    std::unique_ptr<llvm::Module> parsed = module(program, context);
    parsed->setTargetTriple(x86().triple);
    CodeGenerator generator = generatorFor(x86(), level);
    ASSERT_TRUE(generator.adopt(*parsed, "a.ll", diags));
    generator.optimise(*parsed);
    size_t slots = 0;
    for (const llvm::Function &function : *parsed)
      for (const llvm::BasicBlock &block : function)
        for (const llvm::Instruction &instruction : block)
          slots += llvm::isa<llvm::AllocaInst>(instruction);
    bool optimised = level != llvm::StringRef("0");
    EXPECT_EQ(slots, optimised ? 0u : 1u) << level;
    EXPECT_EQ(parsed->getFunction("twice") == nullptr, optimised) << level;
    EXPECT_TRUE(parsed->getFunction("work"));
  }
}

TEST_F(Generator, AdoptsModulesOfItsTarget) {
  for (const TargetSpec &target : builtinTargets()) {
    std::unique_ptr<llvm::Module> parsed = module("", context);
    parsed->setTargetTriple(target.triple);
    CodeGenerator generator = generatorFor(target);
    EXPECT_TRUE(generator.adopt(*parsed, "a.ll", diags)) << said();
    EXPECT_EQ(parsed->getTargetTriple(), target.triple);
    EXPECT_FALSE(parsed->getDataLayout().isDefault());
  }
  // As distributions call it.
  EXPECT_TRUE(adopts(x86(), "x86_64-pc-linux-gnu"));
  EXPECT_TRUE(adopts(x86(), "x86_64-linux-gnu"));
}

TEST_F(Generator, RefusesModulesOfAnotherTarget) {
  for (const char *triple :
       {"aarch64-unknown-linux-gnu", "i686-unknown-linux-gnu", "x86_64-pc-windows-msvc",
        "x86_64-apple-darwin", "x86_64-unknown-none", "riscv64-unknown-linux-gnu"}) {
    EXPECT_FALSE(adopts(x86(), triple)) << triple;
    EXPECT_EQ(codes(), std::vector{Code::C05});
    EXPECT_TRUE(says(std::string("`a.ll` was compiled for target `") + triple +
                     "`, not for `x86_64-unknown-linux-gnu`"));
  }
  EXPECT_FALSE(adopts(*findTarget("aarch64-unknown-linux-gnu"), "aarch64_be-unknown-linux-gnu"));
}

// Pointers of four bytes: what clang folded with them is wrong with others.
TEST_F(Generator, RefusesModulesOfAnotherDataModel) {
  EXPECT_FALSE(adopts(x86(), "x86_64-unknown-linux-gnux32"));
  EXPECT_FALSE(adopts(x86(), x86().triple, "target datalayout = \"e-m:e-p:32:32\"\n"));
  EXPECT_FALSE(adopts(x86(), x86().triple, "target datalayout = \"E-m:e\"\n"));
}

TEST_F(Generator, AFileThatCannotBeWrittenIsSaid) {
  std::unique_ptr<llvm::Module> parsed = module(program, context);
  CodeGenerator generator = generatorFor(x86());
  std::string file = path("none/out");
  EXPECT_FALSE(generator.generate(*parsed, CodeForm::Object, file, diags));
  EXPECT_FALSE(writeBitcode(*parsed, file, diags));
  EXPECT_FALSE(writeAssemblyText(*parsed, file, diags));
  EXPECT_EQ(codes(), (std::vector{Code::C01, Code::C01, Code::C01}));
  EXPECT_TRUE(says("couldn't write `" + file + "`: No such file or directory"));
}

TEST_F(Generator, AFullDiskIsSaid) {
  std::string text = program;
  for (int i = 0; i != 100; ++i)
    text += fmt::format("define i32 @work{}(i32 %x) {{\n  ret i32 {}\n}}\n", i, i);
  std::unique_ptr<llvm::Module> parsed = module(text, context);
  parsed->setTargetTriple(x86().triple);
  CodeGenerator generator = generatorFor(x86());
  ASSERT_TRUE(generator.adopt(*parsed, "a.ll", diags));
  const std::function<bool()> writers[] = {
      [&] { return writeBitcode(*parsed, path("out"), diags); },
      [&] { return writeAssemblyText(*parsed, path("out"), diags); },
      [&] { return generator.generate(*parsed, CodeForm::Assembly, path("out"), diags); },
      [&] { return generator.generate(*parsed, CodeForm::Object, path("out"), diags); }};
  for (const auto &write : writers)
    EXPECT_EXIT(
        {
          limitFileSize();
          bool written = write();
          _exit(!written && codes() == std::vector{Code::C01} ? 42 : 1);
        },
        testing::ExitedWithCode(42), "");
}

TEST_F(Generator, BitcodeAndTextComeBack) {
  std::unique_ptr<llvm::Module> parsed = module(program, context);
  ASSERT_TRUE(writeBitcode(*parsed, path("a.bc"), diags));
  ASSERT_TRUE(writeAssemblyText(*parsed, path("a.ll"), diags));
  std::string bytes = read("a.bc");
  auto fromBitcode = llvm::parseBitcodeFile({bytes, "a.bc"}, context);
  ASSERT_TRUE(bool(fromBitcode)) << llvm::toString(fromBitcode.takeError());
  EXPECT_TRUE((*fromBitcode)->getFunction("work"));
  EXPECT_TRUE(module(read("a.ll"), context)->getFunction("work"));
}
