//===- ModuleDeclarationsTest.cpp - records in module-level assembly ------===//

#include "../DriverFixture.h"
#include "driver/native/Declarations.h"

#include <llvm/IR/Module.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class ModuleDeclarations : public DriverFixture {
protected:
  std::vector<Declaration> found;

  bool readAssembly(const std::string &assembly,
                    const std::string &triple = "x86_64-unknown-linux-gnu") {
    found.clear();
    messages.diagnostics.clear();
    llvm::LLVMContext context;
    llvm::Module module("test", context);
    module.setTargetTriple(triple);
    module.setModuleInlineAsm(assembly);
    return readModuleDeclarations(module, "a.c", found, diags);
  }
  /// What <crate/crate.h> expands to.
  static std::string record(const std::string &key, const std::string &value = "",
                            const std::string &line = "1") {
    return ".pushsection .crate.decl,\"e\",%progbits\n.asciz \"" + key + "\"\n.asciz \"" + value +
           "\"\n.asciz \"a.c\"\n.asciz \"" + line + "\"\n.popsection\n";
  }
  /// Whether the declaration is found with that assembly before and behind it.
  bool survives(const std::string &before, const std::string &behind = "") {
    return readAssembly(before + "\n" + record("crate_name", "x", "7") + behind) &&
           found.size() == 1 && found[0].value == "x" && found[0].where.line == 7;
  }
};

} // namespace

TEST_F(ModuleDeclarations, AreReadForEveryTarget) {
  for (const TargetSpec &target : builtinTargets()) {
    ASSERT_TRUE(
        readAssembly(record("crate_name", "x") + record("allocator", "", "2"), target.triple))
        << said();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].value, "x");
    EXPECT_EQ(found[1].key, Declaration::Key::Allocator);
    EXPECT_EQ(found[1].where, (SourceLocation{"a.c", 2, 0}));
  }
}

TEST_F(ModuleDeclarations, OfOtherAssemblyThereAreNone) {
  for (const char *assembly : {"", "nop", ".section .crate.info\n.asciz \"allocator\"\n"}) {
    EXPECT_TRUE(readAssembly(assembly)) << said();
    EXPECT_TRUE(found.empty());
  }
}

TEST_F(ModuleDeclarations, StringsAreEscapedAsInC) {
  ASSERT_TRUE(readAssembly(".section .crate.decl,\"e\"\n.asciz \"crate_name\"\n"
                           ".asciz \"\\\"\\\\\\n\\303\\251\"\n.asciz \"a b.c\"\n.asciz \"3\"\n"))
      << said();
  EXPECT_EQ(found.at(0).value, "\"\\\n\xC3\xA9");
  EXPECT_EQ(found.at(0).where.file, "a b.c");
}

// Whatever directive puts the bytes there; as an assembler would.
TEST_F(ModuleDeclarations, BytesCountHoweverTheyAreWritten) {
  const std::string begin = ".section .crate.decl,\"e\"\n.ascii \"allocator\"\n";
  const std::string end = "\n.ascii \"a.c\\0001\\0\"\n";
  for (const char *two : {".ascii \"\\0\\0\"", ".byte 0\n.byte 0", ".byte 0, 0", ".2byte 0",
                          ".asciz \"\"\n.string \"\"", ".zero 2", ".skip 2", ".space 2",
                          ".fill 2, 1, 0", ".rept 2\n.byte 0\n.endr"}) {
    EXPECT_TRUE(readAssembly(begin + two + end)) << two << "\n" << said();
    EXPECT_EQ(found.size(), 1u) << two;
  }
}

TEST_F(ModuleDeclarations, SectionsMayBeSwitched) {
  EXPECT_TRUE(survives(".text\nf: nop\n", ".previous\nnop\n"));
  EXPECT_TRUE(survives(".section .crate.decl,\"e\"\n.text\n", ".data\n.long 1\n"));
  EXPECT_TRUE(survives(".section .note.x,\"a\",%note\n.long 1, 2, 3\n.p2align 2\n.text\n"));
}

TEST_F(ModuleDeclarations, OtherDirectivesDoNotMatter) {
  for (const char *assembly :
       {".globl f\n.type f,@function\nf: ret\n.size f, .-f",
        ".set alias, undefined",
        ".set alias, undefined + 4\n.globl alias",
        ".weak alias\nalias = undefined",
        ".symver f_1, f@V1\n.symver f_2, f@@V2\n.globl f_1\nf_1: .globl f_2\nf_2: ret",
        ".weakref mine, theirs",
        ".comm common, 4, 4",
        ".lcomm local, 4",
        ".hidden h\n.protected p",
        ".ident \"x\"",
        ".file \"a.c\"",
        ".cfi_sections .debug_frame",
        "f:\n.cfi_startproc\nret\n.cfi_endproc",
        ".data\n.quad f, g - ., 1f\n1:",
        ".section .bss\n.zero 100",
        ".section .tbss,\"awT\",@nobits\n.zero 4",
        ".pushsection .init_array,\"aw\",@init_array\n.quad f\n.popsection",
        ".section .g,\"axG\",@progbits,f,comdat\n.weak f\nf: ret",
        "call undefined@PLT",
        "movq undefined@GOTPCREL(%rip), %rax",
        ".p2align 4, 0x90",
        ".code64",
        ".intel_syntax noprefix\nmov rax, rbx\n.att_syntax",
        "# a comment",
        ".addrsig",
        ".uleb128 5\n.sleb128 -5",
        ".org 16",
        ".balign 8"})
    EXPECT_TRUE(survives(assembly)) << assembly << "\n" << said();
}

TEST_F(ModuleDeclarations, MacrosAndConditionsAreFollowed) {
  const std::string macro = ".macro declare key value\n.section .crate.decl,\"e\"\n"
                            ".asciz \"\\key\"\n.asciz \"\\value\"\n.asciz \"m.c\"\n.asciz \"9\"\n"
                            ".endm\n";
  ASSERT_TRUE(readAssembly(macro + "declare crate_name, x\ndeclare no_std\n")) << said();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].value, "x");
  ASSERT_TRUE(readAssembly(".set want, 1\n.if want\n" + record("crate_name", "x") + ".else\n" +
                           record("crate_name", "y") + ".endif\n.ifdef want\n" + record("no_std") +
                           ".endif\n.ifndef want\n" + record("allocator") + ".endif\n"))
      << said();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].value, "x");
  EXPECT_EQ(found[1].key, Declaration::Key::NoStd);
  EXPECT_TRUE(readAssembly(".irp n, a, b\n.pushsection .crate.decl,\"e\"\n.asciz \"extern_crate\"\n"
                           ".asciz \"\\n\"\n.asciz \"a.c\"\n.asciz \"1\"\n.popsection\n.endr\n"))
      << said();
  EXPECT_EQ(found.size(), 2u);
}

// What the code generator accepts is no error here: it has the target's features.
TEST_F(ModuleDeclarations, InstructionsOfTheTargetAreUnderstood) {
  for (const char *instructions :
       {"mul a0, a0, a1", "fadd.d fa0, fa0, fa1", "amoadd.w a0, a1, (a2)"})
    EXPECT_TRUE(readAssembly(std::string(instructions) + "\n" + record("no_std"),
                             "riscv64-unknown-linux-gnu"))
        << instructions << "\n"
        << said();
  for (const char *instructions : {"fadd d0, d0, d1", "add v0.4s, v0.4s, v1.4s"})
    EXPECT_TRUE(readAssembly(std::string(instructions) + "\n" + record("no_std"),
                             "aarch64-unknown-linux-gnu"))
        << instructions << "\n"
        << said();
  for (const char *instructions :
       {"addsd %xmm0, %xmm1", "vaddpd %zmm0, %zmm1, %zmm2", "crc32l %eax, %ebx"})
    EXPECT_TRUE(survives(instructions)) << instructions << "\n" << said();
}

TEST_F(ModuleDeclarations, BadAssemblyIsSaid) {
  for (const char *assembly :
       {"nonsense %rax", ".nonsense", ".if 1", ".macro m", "movl %eax", ".error \"no\"",
        ".popsection", ".ascii \"open", ".include \"none.s\"", ".incbin \"none\""}) {
    EXPECT_FALSE(readAssembly(record("no_std") + assembly)) << assembly;
    EXPECT_EQ(codes(), std::vector{Code::C07}) << assembly;
    EXPECT_TRUE(says("the module-level assembly of `a.c` cannot be read\n  ")) << assembly;
  }
  readAssembly("nop\nnonsense %rax\n" + record("no_std"));
  EXPECT_TRUE(says("line 2: ") && says("nonsense"));
}

// What the assembler's own tables find, and not its parser.
TEST_F(ModuleDeclarations, NothingIsPrintedBesideTheDiagnostics) {
  testing::internal::CaptureStderr();
  EXPECT_FALSE(readAssembly("f:\nf:\n" + record("no_std")));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_TRUE(says("already defined"));
}

TEST_F(ModuleDeclarations, AMalformedRecordIsSaid) {
  EXPECT_FALSE(readAssembly(record("nonsense")));
  EXPECT_TRUE(
      says("C07 `a.c` holds a malformed crate declaration\n  section .crate.decl, offset 0"));
  EXPECT_FALSE(readAssembly(".section .crate.decl\n.asciz \"allocator\""));
  EXPECT_EQ(codes(), std::vector{Code::C07});
}

TEST_F(ModuleDeclarations, AnUnknownTargetIsSaid) {
  EXPECT_FALSE(readAssembly(record("no_std"), "nowhere-none"));
  EXPECT_EQ(codes(), std::vector{Code::C07});
}
