//===- LinkerMessagesTest.cpp - recorded texts of lld ---------------------===//

#include "driver/link/LinkerMessages.h"

#include "LinkFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class LinkerMessages : public LinkFixture {
protected:
  LinkPlan plan = planFor(CrateType::Executable, "main");

  LinkerMessages() {
    plan.inputs = {{LinkInput::Kind::Object, "/tmp/cratec-12/main.o", "", "main"},
                   {LinkInput::Kind::Rlib, "/t/libfoo.rlib", "", "foo"},
                   {LinkInput::Kind::Rlib, "/t/libfoo.rlib.bak", "", "other"},
                   {LinkInput::Kind::Dylib, "/t/libbar.so", "", "bar"},
                   {LinkInput::Kind::StaticLibrary, "/n/libz.a", "", "foo"}};
  }
  std::string told(llvm::StringRef text) {
    reportLinkerMessages(plan, text, diags);
    return said();
  }
};

} // namespace

TEST_F(LinkerMessages, AnUndefinedSymbolIsToldByCrate) {
  EXPECT_EQ(told("ld.lld: error: undefined symbol: zork\n"
                 ">>> referenced by main.c:3 (/src/main.c:3)\n"
                 ">>>               /tmp/cratec-12/main.o:(main)\n"
                 ">>> referenced by b.c\n"
                 ">>>               b.o:(.text+0x12) in archive /t/libfoo.rlib\n"
                 ">>> did you mean: work\n"
                 ">>> defined in: /t/libfoo.rlib(w.o)\n"),
            "L02 undefined symbol `zork`\n"
            "  referred to by crate `main` in `main`, main.c:3\n"
            "  referred to by crate `foo` (b.o) in `.text+0x12`, b.c\n"
            "  did you mean: work\n"
            "  defined in: crate `foo` (w.o)\n"
            "  name the crate that defines it with `extern crate`, or the native library with "
            "`-l`\n");
}

TEST_F(LinkerMessages, ManyReferencesAreCounted) {
  std::string text = "ld.lld: error: undefined symbol: Box::new(int)\n";
  for (int i = 0; i != 6; ++i)
    text += ">>> referenced by -\n>>>               x.o:(f) in archive /t/libfoo.rlib\n";
  std::string result = told(text);
  EXPECT_NE(result.find("L02 undefined symbol `Box::new(int)`\n"
                        "  referred to by crate `foo` (x.o) in `f`\n"),
            std::string::npos)
      << result;
  EXPECT_NE(result.find("  and 2 more\n"), std::string::npos) << result;
}

TEST_F(LinkerMessages, OneOfTheFiveIsAboutTags) {
  const char *text = "ld.lld: error: undefined symbol: __rust_allocate\n";
  EXPECT_NE(told(text).find("#![needs_allocator]"), std::string::npos);
  messages.diagnostics.clear();
  chooses(plan, "alloc_a");
  EXPECT_NE(told(text).find("the allocator crate `alloc_a` must define it"), std::string::npos);
}

TEST_F(LinkerMessages, ADuplicateIsToldWithBothItsCrates) {
  EXPECT_EQ(told("ld.lld: error: duplicate symbol: bar\n"
                 ">>> defined at c.c:1 (/src/c.c:1)\n"
                 ">>>            /tmp/cratec-12/main.o:(bar)\n"
                 ">>> defined at -\n"
                 ">>>            b.o:(.text+0x0) in archive /t/libfoo.rlib\n"),
            "L03 the symbol `bar` is defined twice\n"
            "  defined by crate `main`, c.c:1\n"
            "  defined by crate `foo` (b.o)\n");
}

TEST_F(LinkerMessages, EveryMessageIsTold) {
  EXPECT_EQ(told("ld.lld: error: unable to find library -lnope\n"
                 "ld.lld: warning: unknown -z value: foo\n\n"
                 "ld.lld: error: /tmp/cratec-12/main.o:1: unexpected EOF\n"
                 ">>> junk\n>>> ^\n"),
            "L01 linking failed: unable to find library -lnope\n"
            "  install the library's development files, or name its folder with `-L native=`\n"
            "linker: unknown -z value: foo\n"
            "L01 linking failed: crate `main`:1: unexpected EOF\n"
            "  junk\n  ^\n");
  EXPECT_EQ(diags.errorCount(), 2u);
  EXPECT_EQ(diags.warningCount(), 1u);
}

TEST_F(LinkerMessages, TextInNoKnownFormIsKept) {
  EXPECT_EQ(told("something else\nand more\n"), "L01 linking failed: something else\n  and more\n");
}

TEST_F(LinkerMessages, AnHonestLinkSaysNothing) {
  EXPECT_EQ(told(""), "");
  EXPECT_EQ(diags.errorCount(), 0u);
}

TEST_F(LinkerMessages, InputsBecomeCrates) {
  EXPECT_EQ(tellInputs(plan, "a /t/libfoo.rlib(x.o) b /t/libfoo.rlib.bak c"),
            "a crate `foo` (x.o) b crate `other` (/t/libfoo.rlib.bak) c");
  EXPECT_EQ(tellInputs(plan, "/t/libbar.so: /n/libz.a(inflate.o)"),
            "crate `bar` (libbar.so): native library libz.a(inflate.o) of crate `foo`");
  EXPECT_EQ(tellInputs(plan, "/usr/lib/libc.so"), "/usr/lib/libc.so");
}

TEST_F(LinkerMessages, TheTraceTellsWhoDefinedTheFive) {
  std::string trace = "/t/libfoo.rlib(x.o): reference to __rust_allocate\n"
                      "/t/libfoo.rlib(y.o): lazy definition of __rust_allocate\n"
                      "/t/libbar.so: shared definition of __rust_usable_size\n"
                      "/t/libfoo.rlib(y.o): definition of __rust_allocate\n"
                      "/e/evil.o: definition of __rust_deallocate\n";
  // What LTO made of the bitcode that was traced before.
  trace += plan.output + ".tmp1234.lto.o: definition of __rust_allocate\n";
  auto providers = allocatorProviders(plan, trace);
  ASSERT_EQ(providers.size(), 2u);
  EXPECT_EQ(providers[0].crate, "foo");
  EXPECT_EQ(providers[0].input, "crate `foo` (y.o)");
  EXPECT_EQ(providers[1].crate, "");
  EXPECT_EQ(providers[1].input, "/e/evil.o");
}
