//===- PublicSymbolsTest.cpp - what an object defines for others -----------===//

#include "../DriverFixture.h"

using namespace cratec;
using namespace linkcheck;

namespace {

class PublicSymbols : public DriverFixture {
protected:
  /// Of an object with sections of several kinds and these symbols.
  Names symbolsIn(const std::string &symbols) {
    write("a.o", objectFromYaml(
                     "  - {Name: .text, Type: SHT_PROGBITS, Flags: [SHF_ALLOC, SHF_EXECINSTR], "
                     "Content: C3}\n"
                     "  - {Name: .tdata, Type: SHT_PROGBITS, Flags: [SHF_ALLOC, SHF_WRITE, "
                     "SHF_TLS], Content: '00000000'}\n"
                     "  - {Name: .group, Type: SHT_GROUP, Info: inline, Members: [{SectionOrType: "
                     "GRP_COMDAT}, {SectionOrType: .text.inline}]}\n"
                     "  - {Name: .text.inline, Type: SHT_PROGBITS, Flags: [SHF_ALLOC, "
                     "SHF_EXECINSTR, SHF_GROUP], Content: C3}\n",
                     symbols + "  - {Name: inline, Section: .text.inline, Type: STT_FUNC, Binding: "
                               "STB_WEAK}\n"));
    Names found;
    EXPECT_TRUE(collectPublicSymbols(path("a.o"), found, diags)) << said();
    return found;
  }
  Names symbolsOfModule(const std::string &text) {
    llvm::LLVMContext context;
    std::unique_ptr<llvm::Module> parsed = module(text, context);
    const TargetSpec &target = *findTarget("x86_64-unknown-linux-gnu");
    parsed->setTargetTriple(target.triple);
    auto generator = CodeGenerator::create(target, {}, diags);
    EXPECT_TRUE(generator->adopt(*parsed, "a.ll", diags));
    EXPECT_TRUE(generator->generate(*parsed, CodeForm::Object, path("m.o"), diags)) << said();
    Names found;
    EXPECT_TRUE(collectPublicSymbols(path("m.o"), found, diags)) << said();
    std::sort(found.begin(), found.end());
    return found;
  }
};

} // namespace

TEST_F(PublicSymbols, AreGlobalDefinedAndVisible) {
  EXPECT_EQ(symbolsIn("  - {Name: file.c, Type: STT_FILE, Index: SHN_ABS}\n"
                      "  - {Name: local, Section: .text, Type: STT_FUNC}\n"
                      "  - {Name: global, Section: .text, Type: STT_FUNC, Binding: STB_GLOBAL}\n"
                      "  - {Name: hidden, Section: .text, Type: STT_FUNC, Binding: STB_GLOBAL, "
                      "Other: [STV_HIDDEN]}\n"
                      "  - {Name: internal, Section: .text, Type: STT_FUNC, Binding: STB_GLOBAL, "
                      "Other: [STV_INTERNAL]}\n"
                      "  - {Name: undefined, Binding: STB_GLOBAL}\n"
                      "  - {Name: undefined_weak, Binding: STB_WEAK}\n"
                      "  - {Name: untyped, Section: .text, Binding: STB_GLOBAL}\n"),
            (Names{"global", "untyped"}));
}

TEST_F(PublicSymbols, OfEveryTypeCount) {
  EXPECT_EQ(symbolsIn("  - {Name: common, Type: STT_OBJECT, Index: SHN_COMMON, Value: 4, Size: 4, "
                      "Binding: STB_GLOBAL}\n"
                      "  - {Name: absolute, Index: SHN_ABS, Value: 4, Binding: STB_GLOBAL}\n"
                      "  - {Name: tls, Type: STT_TLS, Section: .tdata, Size: 4, Binding: "
                      "STB_GLOBAL}\n"
                      "  - {Name: ifunc, Type: STT_GNU_IFUNC, Section: .text, Binding: "
                      "STB_GLOBAL}\n"),
            (Names{"common", "absolute", "tls", "ifunc"}));
}

// Outside of a group a weak symbol is meant for others; inside, it is a template
// or an inline function.
TEST_F(PublicSymbols, WeakOnesCountUnlessTheyAreInAGroup) {
  EXPECT_EQ(symbolsIn("  - {Name: weak, Section: .text, Type: STT_FUNC, Binding: STB_WEAK}\n"
                      "  - {Name: weak_hidden, Section: .text, Type: STT_FUNC, Binding: STB_WEAK, "
                      "Other: [STV_HIDDEN]}\n"
                      "  - {Name: weak_absolute, Index: SHN_ABS, Binding: STB_WEAK}\n"
                      "  - {Name: in_group, Section: .text.inline, Type: STT_FUNC, Binding: "
                      "STB_WEAK}\n"
                      "  - {Name: strong_in_group, Section: .text.inline, Type: STT_FUNC, Binding: "
                      "STB_GLOBAL}\n"),
            (Names{"weak", "weak_absolute", "strong_in_group"}));
}

TEST_F(PublicSymbols, TheFiveAreNotAmongThem) {
  std::string symbols = "  - {Name: __rust_allocated, Section: .text, Binding: STB_GLOBAL}\n";
  for (const std::string &name : five())
    symbols += "  - {Name: " + name + ", Section: .text, Type: STT_FUNC, Binding: STB_GLOBAL}\n";
  EXPECT_EQ(symbolsIn(symbols), Names{"__rust_allocated"});
}

TEST_F(PublicSymbols, OfGeneratedCode) {
  EXPECT_EQ(symbolsOfModule(R"(
$template = comdat any
@data = global i32 1
@constant = constant i32 1
@shared = common global i32 0
@thread = thread_local global i32 1
@hidden = hidden global i32 1
@private = private global i32 1
@alias = alias i32, ptr @data
@chosen = ifunc void (), ptr @resolver
define ptr @resolver() {
  ret ptr @function
}
define void @function() {
  ret void
}
define weak void @weak() {
  ret void
}
define linkonce_odr void @template() comdat {
  ret void
}
define linkonce_odr void @inline() {
  ret void
}
define internal void @internal() {
  ret void
}
define void @__rust_allocate() {
  ret void
}
declare void @missing()
define void @caller() {
  call void @missing()
  call void @inline()
  ret void
}
)"),
            (Names{"alias", "caller", "chosen", "constant", "data", "function", "inline",
                   "resolver", "shared", "thread", "weak"}));
}

TEST_F(PublicSymbols, AreAddedToThoseOfOtherObjects) {
  object("one.o", {"b", "a"});
  object("two.o", {"c"});
  Names found;
  EXPECT_TRUE(collectPublicSymbols(path("one.o"), found, diags));
  EXPECT_TRUE(collectPublicSymbols(path("two.o"), found, diags));
  EXPECT_EQ(found, (Names{"b", "a", "c"}));
}

TEST_F(PublicSymbols, AMissingObjectIsSaid) {
  Names found;
  EXPECT_FALSE(collectPublicSymbols(path("none.o"), found, diags));
  EXPECT_EQ(codes(), std::vector{Code::C01});
}

TEST_F(PublicSymbols, ADamagedObjectIsSaid) {
  std::string whole = objectBytes({"f", "g"}, {"h"});
  for (size_t size = 0; size < whole.size(); ++size) {
    messages.diagnostics.clear();
    write("cut.o", llvm::StringRef(whole).take_front(size));
    Names found;
    EXPECT_FALSE(collectPublicSymbols(path("cut.o"), found, diags)) << size;
    EXPECT_EQ(codes(), std::vector{Code::C05}) << size;
  }
  EXPECT_TRUE(says("`" + path("cut.o") + "` is a damaged object\n  "));
}

TEST_F(PublicSymbols, AChangedObjectIsReadOrRefused) {
  std::string whole = objectBytes({"f"}, {"h"});
  for (size_t at = 0; at != whole.size(); ++at) {
    messages.diagnostics.clear();
    std::string changed = whole;
    changed[at] = char(~changed[at]);
    write("changed.o", changed);
    Names found;
    bool good = collectPublicSymbols(path("changed.o"), found, diags);
    EXPECT_EQ(good, messages.diagnostics.empty()) << at;
    for (Code code : codes())
      EXPECT_EQ(code, Code::C05) << at;
  }
}
