//===- NativeCrateTest.cpp - inputs that need no compiler ------------------===//

#include "driver/native/NativeCrate.h"

#include "../DriverFixture.h"

#include <llvm/IR/Module.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class SourceCrates : public DriverFixture {
protected:
  TemporaryFiles temporaries{""};

  std::optional<SourceCrate> load(const Names &names) {
    std::vector<std::string> paths;
    for (const std::string &name : names)
      paths.push_back(path(name));
    std::optional<std::vector<Input>> inputs = classifyInputs(paths, diags);
    EXPECT_TRUE(inputs) << said();
    return loadNativeCrate(*inputs, session(), temporaries, diags);
  }
  static std::string record(const std::string &key, const std::string &file) {
    return "module asm \".section .crate.decl,\\22e\\22\"\nmodule asm \".asciz \\22" + key +
           "\\22\"\nmodule asm \".asciz \\22x\\22\"\nmodule asm \".asciz \\22" + file +
           "\\22\"\nmodule asm \".asciz \\221\\22\"\n";
  }
  static std::string recordBytes(const std::string &key) {
    std::string bytes;
    for (const std::string &field : {key, std::string(), std::string("o.c"), std::string("3")})
      bytes += field + '\0';
    return llvm::toHex(bytes);
  }
};

} // namespace

TEST_F(SourceCrates, UnitsAndDeclarationsAreInTheOrderOfTheInputs) {
  write("z.ll", record("crate_name", "z.c") + "define void @z() {\n  ret void\n}\n");
  write("m.o", objectFromYaml("  - {Name: .crate.decl, Type: SHT_PROGBITS, Content: '" +
                              recordBytes("allocator") + "'}\n"));
  llvm::LLVMContext context;
  auto bitcode = module(record("no_std", "b.c"), context);
  ASSERT_TRUE(writeBitcode(*bitcode, path("a.bc"), diags));
  std::optional<SourceCrate> crate = load({"z.ll", "m.o", "a.bc"});
  ASSERT_TRUE(crate) << said();
  ASSERT_EQ(crate->units.size(), 3u);
  EXPECT_TRUE(crate->units[0].module && crate->units[0].module->getFunction("z"));
  EXPECT_FALSE(crate->units[1].module);
  EXPECT_EQ(crate->units[1].object, path("m.o"));
  EXPECT_TRUE(crate->units[2].module);
  ASSERT_EQ(crate->declarations.size(), 3u);
  EXPECT_EQ(crate->declarations[0].key, Declaration::Key::CrateName);
  EXPECT_EQ(crate->declarations[1].key, Declaration::Key::Allocator);
  EXPECT_EQ(crate->declarations[2].key, Declaration::Key::NoStd);
  EXPECT_EQ(crate->reads.files, (Names{path("a.bc"), path("m.o"), path("z.ll")}));
}

TEST_F(SourceCrates, AModuleWithoutATargetIsOfTheSessions) {
  write("a.ll", "");
  for (const TargetSpec &target : builtinTargets()) {
    parse({"--target", target.triple});
    std::optional<SourceCrate> crate = load({"a.ll"});
    ASSERT_TRUE(crate) << said();
    EXPECT_EQ(crate->units[0].module->getTargetTriple(), target.triple);
  }
}

TEST_F(SourceCrates, AllThatIsWrongIsSaid) {
  write("a.ll", "define i32 @f() {\n  ret i64 0\n}\n");
  write("b.bc", "junk");
  write("c.o", "junk");
  write("d.ll", "");
  write("e.o", archive("e.a", {{"x.o", objectBytes({"f"})}}));
  write("f.o", objectFromYaml("  - {Name: .crate.decl, Type: SHT_PROGBITS, Content: '00'}\n"));
  // The debug information's compile unit is missing: well formed, and not valid.
  write("g.ll", "define void @f() {\n  br label %a\na:\n  %x = phi i32 [0, %a]\n  ret void\n}\n");
  EXPECT_FALSE(load({"a.ll", "b.bc", "c.o", "d.ll", "e.o", "f.o", "g.ll"}));
  EXPECT_EQ(codes(),
            (std::vector{Code::C05, Code::C05, Code::C04, Code::C04, Code::C07, Code::C05}));
  EXPECT_EQ(messages.diagnostics[0].labels.at(0).at.line, 2u);
  EXPECT_EQ(messages.diagnostics[0].labels.at(0).at.file, path("a.ll"));
  EXPECT_TRUE(says("`" + path("b.bc") + "` is not a valid LLVM module"));
  EXPECT_TRUE(says("`" + path("c.o") + "` is not a relocatable ELF object"));
  EXPECT_TRUE(says("`" + path("g.ll") + "` is not a valid LLVM module\n  "));
}

TEST_F(SourceCrates, ACutModuleIsRefused) {
  llvm::LLVMContext context;
  auto whole = module("define i32 @f(i32 %x) {\n  %y = add i32 %x, 1\n  ret i32 %y\n}\n", context);
  ASSERT_TRUE(writeBitcode(*whole, path("whole.bc"), diags));
  std::string bytes = read("whole.bc");
  for (size_t size = 0; size < bytes.size(); size += 64) {
    messages.diagnostics.clear();
    write("cut.bc", llvm::StringRef(bytes).take_front(size));
    EXPECT_FALSE(load({"cut.bc"}) && size != 0) << size;
    for (Code code : codes())
      EXPECT_EQ(code, Code::C05) << size;
  }
}

// LLVM finds them when code is generated; they must not end the process.
TEST_F(SourceCrates, ErrorsOfTheCodeGeneratorAreDiagnostics) {
  write("a.ll", "define void @f() {\n  call void asm \"nonsense\", \"\"()\n  ret void\n}\n");
  std::optional<SourceCrate> crate = load({"a.ll"});
  ASSERT_TRUE(crate) << said();
  auto generator = CodeGenerator::create(hostTarget(), {}, diags);
  ASSERT_TRUE(generator);
  ASSERT_TRUE(generator->adopt(*crate->units[0].module, "a.ll", diags));
  testing::internal::CaptureStderr();
  EXPECT_FALSE(generator->generate(*crate->units[0].module, CodeForm::Object, path("a.o"), diags));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(codes(), std::vector{Code::C05});
  EXPECT_TRUE(says("nonsense"));
}
