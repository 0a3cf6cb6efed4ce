//===- LinkArgumentsTest.cpp - a plan as lld's arguments ------------------===//

#include "LinkFixture.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec;
using namespace linkcheck;

namespace {

class LinkArguments : public LinkFixture {
protected:
  std::string arguments(const LinkPlan &plan) {
    return llvm::join(linkerArguments(plan, "TMP"), " ");
  }
  static bool contains(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
  }
};

constexpr const char *image = "--eh-frame-hdr --hash-style=gnu --build-id=fast -z relro -z now "
                              "-z nostart-stop-gc --as-needed --gc-sections";

} // namespace

TEST_F(LinkArguments, OfAnExecutable) {
  LinkPlan plan = planFor(CrateType::Executable, "main");
  plan.toolchain = {{"crt1.o", "crti.o"}, {"crtn.o"}, {"/lib"}};
  plan.libraryDirectories = {"native"};
  plan.inputs = {{LinkInput::Kind::Object, "main.o", "", "main"},
                 {LinkInput::Kind::Rlib, "libfoo.rlib", "", "foo"},
                 {LinkInput::Kind::Dylib, "libbar.so", "", "bar"},
                 {LinkInput::Kind::NativeLibrary, "", "c", ""}};
  EXPECT_EQ(arguments(plan),
            std::string("-o TMP -m elf_x86_64 -pie --dynamic-linker /lib64/ld-linux-x86-64.so.2 ") +
                image +
                " -Lnative -L/lib crt1.o crti.o main.o libfoo.rlib --no-as-needed libbar.so "
                "--as-needed -lc crtn.o");
}

TEST_F(LinkArguments, OfASharedLibrary) {
  LinkPlan plan = planFor(CrateType::Cdylib, "libmain.so");
  plan.nodelete = true;
  EXPECT_EQ(arguments(plan),
            std::string("-o TMP -m elf_x86_64 -shared -soname libmain.so "
                        "-Bsymbolic-non-weak-functions --version-script TMP.exports ") +
                image + " -z nodelete");
}

TEST_F(LinkArguments, OfAStaticlib) {
  LinkPlan plan = planFor(CrateType::Staticlib, "libmain.a");
  plan.inputs = {{LinkInput::Kind::WholeRlib, "a.rlib", "", "a"}};
  EXPECT_EQ(arguments(plan), "-o TMP -m elf_x86_64 -r --force-group-allocation --whole-archive "
                             "a.rlib --no-whole-archive");
}

TEST_F(LinkArguments, OfAStaticExecutable) {
  LinkPlan plan = planFor(CrateType::Executable, "main");
  plan.target = findTarget("x86_64-unknown-linux-musl");
  plan.staticExecutable = true;
  EXPECT_TRUE(contains(arguments(plan), "-static -pie --no-dynamic-linker -z text"));
}

TEST_F(LinkArguments, OfAnExecutableAtAFixedAddress) {
  LinkPlan plan = planFor(CrateType::Executable, "main");
  plan.fixedAddress = true;
  EXPECT_TRUE(contains(arguments(plan), "-no-pie --dynamic-linker /lib64/ld-linux-x86-64.so.2"));
  plan.staticExecutable = true;
  EXPECT_TRUE(contains(arguments(plan), "-static -no-pie --eh-frame-hdr"));
}

TEST_F(LinkArguments, OfTheTargetStandAroundTheInputs) {
  LinkPlan plan = planFor(CrateType::Executable, "main");
  TargetSpec target = *plan.target;
  plan.target = &target;
  target.preLinkArguments = {"-m64", "-Wl,-z,now"};
  target.lateLinkArguments = {"-llate"};
  target.postLinkArguments = {"-fuse-ld=x", "-lpost"};
  plan.inputs = {{LinkInput::Kind::Object, "a.o", "", "a"}};
  plan.codegen.linkArguments = {"-lextra"};
  // What is for a compiler is not for the linker.
  std::string all = arguments(plan);
  EXPECT_TRUE(contains(all, "-m elf_x86_64 -z now -pie"));
  EXPECT_TRUE(contains(all, "a.o -llate -lextra -lpost"));
  target.linkerFlavor = "ld";
  target.preLinkArguments = {"-melf_x86_64"};
  EXPECT_TRUE(contains(arguments(plan), "-m elf_x86_64 -melf_x86_64 -pie"));
}

TEST_F(LinkArguments, DemandTheFiveOfTheAllocatorInside) {
  LinkPlan plan = planFor(CrateType::Staticlib, "libmain.a");
  chooses(plan, "alloc_a");
  EXPECT_TRUE(contains(arguments(plan),
                       "-u __rust_allocate -u __rust_deallocate -u __rust_reallocate -u "
                       "__rust_reallocate_inplace -u __rust_usable_size"));
}

TEST_F(LinkArguments, UnwrapWhatIsWrittenForACompiler) {
  LinkPlan plan = planFor(CrateType::Executable, "main");
  plan.codegen.linkArguments = {"-Wl,-rpath,/opt/lib", "-Xlinker", "--verbose", "-lfoo"};
  EXPECT_TRUE(contains(arguments(plan), " -rpath /opt/lib --verbose -lfoo"));
}

TEST_F(LinkArguments, AVersionScriptNamesWhatIsSeen) {
  LinkPlan cdylib = planFor(CrateType::Cdylib, "libmain.so");
  cdylib.exports = {"one", "two"};
  EXPECT_EQ(versionScript(cdylib, {}),
            "{\n  global:\n    \"one\";\n    \"two\";\n  local:\n    *;\n};\n");
  cdylib.exports = {};
  EXPECT_EQ(versionScript(cdylib, {}), "{\n  local:\n    *;\n};\n");
  LinkPlan dylib = planFor(CrateType::Dylib, "libmain.so");
  EXPECT_EQ(versionScript(dylib, {"je_malloc"}), "{\n  local:\n    \"je_malloc\";\n};\n");
  EXPECT_EQ(versionScript(dylib, {}), "{\n};\n");
}
