//===- CratesTest.cpp - files of modules, derives, interfaces -------------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;
using Files = std::vector<std::string>;

// ---- files of modules ----

TEST(Modules, files_lie_in_the_directory_of_their_parent) {
  Parsed parsed;
  parsed.reader.texts["src/a.rs"] = "pub fn x() {} mod b;";
  parsed.reader.texts["src/a/b.rs"] = "mod c;";
  parsed.reader.texts["src/a/b/c/mod.rs"] = "mod d;";
  parsed.reader.texts["src/a/b/c/d.rs"] = "#![inner] const P: u8 = module_path!();";
  parsed.parse("pub mod a;");
  EXPECT_EQ(parsed.messages() + parsed.tree(),
            "pub mod a {\n  pub fn x() {}\n  mod b {\n    mod c {\n      #[inner]\n      mod d {\n"
            "        const P: u8 = \"lib::a::b::c::d\";\n      }\n    }\n  }\n}\n");
  EXPECT_EQ(parsed.files,
            (Files{"src/lib.rs", "src/a.rs", "src/a/b.rs", "src/a/b/c/mod.rs", "src/a/b/c/d.rs"}));
}

TEST(Modules, inline_modules_are_directories) {
  Parsed parsed;
  parsed.reader.texts["src/a/b/c.rs"] = "fn x() {}";
  parsed.reader.texts["src/other/d.rs"] = "fn y() {}";
  parsed.parse("mod a { mod b { mod c; } } #[path = \"other\"] mod e { mod d; }");
  EXPECT_EQ(parsed.messages(), "");
  EXPECT_EQ(parsed.files, (Files{"src/lib.rs", "src/a/b/c.rs", "src/other/d.rs"}));
}

TEST(Modules, path_attributes_name_files) {
  Parsed parsed;
  parsed.reader.texts["src/x/y.rs"] = "mod z;";
  parsed.reader.texts["src/x/z.rs"] = "fn z() {}";
  parsed.reader.texts["src/a/w.rs"] = "fn w() {}";
  parsed.reader.texts["/abs.rs"] = "";
  parsed.parse("#[path = \"x/y.rs\"] mod a; mod a { #[path = \"w.rs\"] mod b; }\n"
               "#[path = \"/abs.rs\"] mod c; #[cfg_attr(unix, path = \"x/z.rs\")] mod d;");
  EXPECT_EQ(parsed.messages(), "");
  EXPECT_EQ(parsed.files,
            (Files{"src/lib.rs", "src/x/y.rs", "src/x/z.rs", "src/a/w.rs", "/abs.rs"}));
}

TEST(Modules, missing_files_are_named) {
  Parsed parsed("mod a { mod nofile; }");
  EXPECT_EQ(parsed.messages(), "E0583 1:9 file not found for module `nofile`\n");
  EXPECT_EQ(parsed.attachments(),
            "to create the module `nofile`, create file \"src/a/nofile.rs\" or "
            "\"src/a/nofile/mod.rs\"\nif there is a `mod nofile` elsewhere in the crate already, "
            "import it with `use` instead\n");
  EXPECT_EQ(messages("#[path = \"b.rs\"] mod a;"),
            "- 1:18 couldn't read `src/b.rs`: No such file or directory\n");
}

TEST(Modules, two_files_for_one_module_are_refused) {
  Parsed parsed;
  parsed.reader.texts["src/a.rs"] = parsed.reader.texts["src/a/mod.rs"] = "";
  EXPECT_EQ(parsed.parse("mod a;").messages(),
            "E0584 1:1 file for module `a` found at both \"src/a.rs\" and \"src/a/mod.rs\"\n");
}

TEST(Modules, files_that_include_each_other_are_refused) {
  Parsed parsed;
  parsed.reader.texts["src/a.rs"] = "#[path = \"b.rs\"] mod b;";
  parsed.reader.texts["src/b.rs"] = "#[path = \"a.rs\"] mod a;";
  EXPECT_EQ(parsed.parse("mod a;").messages(),
            "- 1:18 circular modules: src/a.rs -> src/b.rs -> src/a.rs\n");
}

TEST(Modules, files_nest_as_deep_as_other_constructs) {
  Parsed parsed;
  for (std::string path = "src/a"; path.size() < 600; path += "/a")
    parsed.reader.texts[path + ".rs"] = "mod a;";
  EXPECT_EQ(parsed.parse("mod a;").messages(), "- 1:1 the source is nested too deeply\n");
}

TEST(Modules, a_file_may_be_off_or_broken) {
  Parsed parsed;
  parsed.reader.texts["src/a.rs"] = "#![cfg(windows)] fn x() {}";
  parsed.reader.texts["src/b.rs"] = "fn f() { let }";
  parsed.reader.texts["src/c.rs"] = "\xff";
  parsed.parse("mod a; mod b; mod c; fn y() {}");
  EXPECT_EQ(parsed.messages(), "- 1:14 expected pattern, found `}`\n"
                               "- 1:15 couldn't read `src/c.rs`: stream did not contain valid "
                               "UTF-8\n");
  EXPECT_EQ(parsed.tree(), "mod b {\n  fn f() {}\n}\nmod c {\n}\nfn y() {}\n");
}

// ---- derives ----

TEST(Derive, markers_have_no_methods) {
  EXPECT_EQ(tree("#[derive(Copy, Eq)] struct A<T, U>(T, U);"),
            "#[derive(Copy, Eq)]\nstruct A<T, U>(T, U);\n"
            "impl<T: $core::marker::Copy, U: $core::marker::Copy> $core::marker::Copy for A<T, U> "
            "/* derived */ {\n}\n"
            "impl<T: $core::cmp::Eq, U: $core::cmp::Eq> $core::cmp::Eq for A<T, U> /* derived */ "
            "{\n}\n");
}

TEST(Derive, clone_and_default_construct) {
  EXPECT_EQ(tree("#[derive(Clone)] enum E { A, B(u8), C { x: u8 } }"),
            "#[derive(Clone)]\nenum E { A, B(u8), C { x: u8 } }\n"
            "impl $core::clone::Clone for E /* derived */ {\n  #[inline]\n"
            "  fn clone(&self) -> E {\n    match (*self) {\n"
            "      E::A => {\n        E::A\n      },\n"
            "      E::B(ref __a0) => {\n        E::B($core::clone::Clone::clone(__a0))\n      },\n"
            "      E::C { x: ref __a0 } => {\n"
            "        E::C { x: $core::clone::Clone::clone(__a0) }\n      },\n    }\n  }\n}\n");
  EXPECT_EQ(tree("#[derive(Default)] struct S { a: u8 }"),
            "#[derive(Default)]\nstruct S { a: u8 }\n"
            "impl $core::default::Default for S /* derived */ {\n  #[inline]\n"
            "  fn default() -> S {\n    S { a: $core::default::Default::default() }\n  }\n}\n");
}

TEST(Derive, comparisons_go_by_variant_then_by_field) {
  std::string printed = tree("#[derive(PartialEq, PartialOrd)] enum E { A, B(u8) }");
  EXPECT_NE(printed.find("(&E::B(ref __a0), &E::B(ref __b0)) => {"), std::string::npos) << printed;
  EXPECT_NE(printed.find("if (!$core::cmp::PartialEq::eq(__a0, __b0))"), std::string::npos);
  EXPECT_NE(printed.find("$core::intrinsics::discriminant_value(__other)"), std::string::npos);
  EXPECT_NE(printed.find("$core::cmp::PartialOrd::partial_cmp((&__d), (&__e))"), std::string::npos);
  printed = tree("#[derive(PartialEq, Ord)] struct S { a: u8 }");
  EXPECT_EQ(printed.find("_ =>"), std::string::npos) << "one shape is always the same: " << printed;
  EXPECT_NE(printed.find("__r => return __r"), std::string::npos);
}

TEST(Derive, debug_calls_cores_helpers) {
  std::string printed = tree("#[derive(Debug)] enum E { A, B(u8, u8), C { x: u8 } }");
  for (const char *call :
       {"unit(__f, \"A\")", "begin_tuple(__f, \"B\")", "tuple_field(__f, __a0, true)",
        "tuple_field(__f, __a1, false)", "end_tuple(__f, true)", "begin_struct(__f, \"C\")",
        "field(__f, \"x\", __a0, true)", "end_struct(__f, true)"})
    EXPECT_NE(printed.find(std::string("$core::fmt::derive::") + call), std::string::npos)
        << printed;
}

TEST(Derive, works_in_bodies_and_on_empty_enums) {
  Parsed parsed("fn f() { #[derive(Clone)] struct A; } #[derive(Clone, Debug, PartialEq, "
                "PartialOrd, Ord)] enum N {}");
  EXPECT_EQ(parsed.messages(), "");
  EXPECT_EQ(parsed.crate->root.items.size(), 7u);
  const auto *f = llvm::cast<ast::FunctionItem>(parsed.crate->root.items.front());
  EXPECT_EQ(f->body.get()->items.size(), 2u);
  EXPECT_TRUE(llvm::cast<ast::ImplItem>(f->body.get()->items.back())->isDerived);
}

TEST(Derive, programs_cannot_write_the_name_of_core) {
  EXPECT_EQ(messages("fn f() { $core::a(); }"), "- 1:10 expected expression, found `$`\n");
}

// ---- interfaces ----

static std::string joined(const std::vector<InterfaceFile> &files) {
  std::string all;
  for (const InterfaceFile &file : files)
    all += "== " + file.path + "\n" + file.text.str() + "\n";
  return all;
}

TEST(Interface, bodies_are_left_out_unless_they_are_needed) {
  Parsed parsed("// comment\nfn a(x: u8) -> u8 { x } // b\nfn b<T>(x: T) -> T { x }\n"
                "#[inline] fn c() { a(1); }\nimpl S { fn d(&self) { } #[inline] fn e() { } }\n"
                "impl<T> G<T> { fn f(&self) { 1; } } const fn g() -> u8 { 1 }\n"
                "static H: &'static str = \"x\";  const I: u8 = 1; static J: V<u8>= 1;\n"
                "mod m { fn k() {\n  1;\n} pub use a; }");
  EXPECT_EQ(joined(parsed.interface()),
            "== src/lib.rs\n\nfn a(x: u8) -> u8 ;\nfn b<T>(x: T) -> T { x }\n"
            "#[inline] fn c() { a(1); }\nimpl S { fn d(&self) ;   #[inline] fn e() { } }\n"
            "impl<T> G<T> { fn f(&self) { 1; } } const fn g() -> u8 { 1 }\n"
            "static H: &'static str ;       const I: u8 = 1; static J: V<u8>  ;\n"
            "mod m { fn k() ;\n\n  pub use a; }\n");
}

TEST(Interface, what_cfg_took_away_is_gone) {
  Parsed parsed("#[cfg(windows)] fn a() {}\n#[cfg(unix)] fn b() {}\n"
                "#[cfg_attr(windows, cfg(unix))] struct S { #[cfg(windows)] x: u8 }\n"
                "mod m { #![cfg(windows)] }\n#[test] fn t() {}");
  EXPECT_EQ(joined(parsed.interface()), "== src/lib.rs\n\n#[cfg(unix)] fn b() ;\n"
                                        "#[cfg_attr(windows, cfg(unix))] struct S { "
                                        "#[cfg(windows)] x: u8 }\n");
}

TEST(Interface, bodies_with_impls_stay) {
  Parsed parsed("struct S;\nfn f() { if true { impl S { pub fn g() {} } } }\n"
                "fn h() { #[derive(Clone)] struct L; }");
  EXPECT_EQ(joined(parsed.interface()),
            "== src/lib.rs\nstruct S;\nfn f() { if true { impl S { pub fn g() {} } } }\n"
            "fn h() ;\n");
}

TEST(Interface, reads_back_as_the_same_crate) {
  Parsed parsed;
  parsed.reader.texts["src/m.rs"] =
      "pub fn inner<T>() -> &'static str { include_str!(\"t.txt\") }\n"
      "pub static N: &'static str = \"a\nb\";\n"
      "pub fn text<T>() -> &'static str { \"x\n\ty\" }\n"
      "#[derive(Clone, Debug)] pub struct P<T> { pub a: T }";
  parsed.reader.texts["src/t.txt"] = "one\r\ntwo";
  parsed.parse("#![crate_type = \"rlib\"]\npub mod m; extern { fn e(); static S: u8; }\n"
               "pub fn f() { let x = 1; }\npub fn line<T>() -> u32 { line!() }");
  ASSERT_EQ(parsed.messages(), "");
  std::vector<InterfaceFile> files = parsed.interface();

  SourceMap sources;
  std::vector<std::string> mistakes;
  auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
  std::unique_ptr<ast::Crate> again =
      parseInterface(files, parsed.input.configuration, false, sources, keep);
  ASSERT_TRUE(again);
  std::string tree = printAst(*again);
  EXPECT_EQ(makeInterface(*again, sources, {}), files);
  EXPECT_EQ(mistakes, std::vector<std::string>());
  EXPECT_NE(tree.find("\"one\\x0d\\ntwo\""), std::string::npos) << tree;
  EXPECT_NE(tree.find("pub fn f();"), std::string::npos) << tree;
  EXPECT_NE(tree.find("4u32"), std::string::npos) << tree;
  EXPECT_NE(tree.find("$core::clone::Clone for P<T>"), std::string::npos) << tree;
}

TEST(Interface, damaged_interfaces_are_reported) {
  SourceMap sources;
  std::vector<std::string> mistakes;
  auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
  auto expectMistake = [&](std::vector<InterfaceFile> files, const char *expected) {
    mistakes.clear();
    EXPECT_EQ(parseInterface(files, {}, false, sources, keep), nullptr);
    EXPECT_EQ(mistakes, std::vector<std::string>{expected});
  };
  expectMistake({}, "the interface has no files");
  expectMistake({{"a.rs", "mod b;", {}}}, "file not found for module `b`");
  expectMistake({{"a.rs", "fn a() { (", {}}}, "this file contains an unclosed delimiter");
  expectMistake({{"a.rs", "\xff", {}}}, "couldn't read `a.rs`: stream did not contain valid UTF-8");
  expectMistake({{"a.rs", "fn a() {}", {{4, 9}}}}, "expected one of `(` or `<`, found `() {}`");
  expectMistake({{"a.rs", "fn a() {}", {{6, 9}}}}, "deferred text is not at its place");
  expectMistake({{"a.rs", "fn a() {}", {{7, 90}}}}, "deferred text is not at its place");
  expectMistake({{"a.rs", "fn a() {}", {{0, 2}}}}, "expected item, found `fn`");
}

TEST(Interface, parts_are_read_when_they_are_asked_for) {
  Parsed parsed("pub mod m { pub fn a<T>() -> &'static str { module_path!() } }\n"
                "pub fn b<T>(p: *const T) { p as *const T; }\npub fn c<T>() { fn inner() {} }\n"
                "pub struct S; impl S { const N: u8 = 1; #[inline] fn d(&self) {} fn e() { 1; } }\n"
                "impl S { fn f<T>() { struct Inner; } }");
  ASSERT_EQ(parsed.messages(), "");
  std::vector<InterfaceFile> files = parsed.interface();
  std::vector<std::string> parts;
  for (linkcheck::TextRange range : files[0].deferred)
    parts.push_back(files[0].text.slice(range.begin, range.end).str());
  EXPECT_EQ(parts, (std::vector<std::string>{
                       "{ module_path!() }", "{ p as *const T; }",
                       "{ const N: u8 = 1; #[inline] fn d(&self) {} fn e() ;      }"}));

  SourceMap sources;
  std::vector<std::string> mistakes;
  auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
  std::unique_ptr<ast::Crate> crate = parseInterface(files, {}, false, sources, keep, "it");
  ASSERT_TRUE(crate);
  auto bodyOf = [&](const ast::Item *item) { return llvm::cast<ast::FunctionItem>(item)->body; };
  const auto &items = crate->root.items;
  ast::Body a = bodyOf(llvm::cast<ast::Module>(items[0])->items[0]);
  EXPECT_TRUE(a.isUnread());
  EXPECT_EQ(llvm::cast<ast::LiteralExpr>(a.get()->tail)->text, "it::m");
  EXPECT_FALSE(a.isUnread());
  EXPECT_TRUE(bodyOf(items[1]).isUnread());
  // Who looks for names has to see the items within.
  EXPECT_FALSE(bodyOf(items[2]).isUnread());
  EXPECT_EQ(bodyOf(items[2]).get()->items.size(), 1u);
  const auto *impl = llvm::cast<ast::ImplItem>(items[4]);
  EXPECT_TRUE(impl->members.isUnread());
  EXPECT_EQ(impl->items().size(), 3u);
  EXPECT_FALSE(llvm::cast<ast::ImplItem>(items[5])->members.isUnread());
  EXPECT_EQ(mistakes, std::vector<std::string>());
}

TEST(Interface, what_is_wrong_in_a_part_is_said_when_it_is_read) {
  SourceMap sources;
  std::vector<std::string> mistakes;
  auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
  std::vector<InterfaceFile> files = {{"a.rs", "fn a<T>() { 1 + }", {{10, 17}}}};
  std::unique_ptr<ast::Crate> crate = parseInterface(files, {}, false, sources, keep);
  ASSERT_TRUE(crate);
  EXPECT_EQ(mistakes, std::vector<std::string>());
  EXPECT_TRUE(llvm::cast<ast::FunctionItem>(crate->root.items[0])->body.get());
  EXPECT_EQ(mistakes, std::vector<std::string>{"expected expression, found `}`"});
}

TEST(Interface, a_part_is_one_pair_of_braces) {
  SourceMap sources;
  std::vector<std::string> mistakes;
  auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
  std::vector<InterfaceFile> files = {{"a.rs", "fn a<T>() {} fn b() {}", {{10, 22}}},
                                      {"b.rs", "impl S {} fn b() {}", {{7, 19}}}};
  std::unique_ptr<ast::Crate> body = parseInterface({files[0]}, {}, false, sources, keep);
  std::unique_ptr<ast::Crate> impl = parseInterface({files[1]}, {}, false, sources, keep);
  ASSERT_TRUE(body && impl);
  EXPECT_EQ(mistakes, std::vector<std::string>());
  llvm::cast<ast::FunctionItem>(body->root.items[0])->body.get();
  llvm::cast<ast::ImplItem>(impl->root.items[0])->items();
  EXPECT_EQ(mistakes, (std::vector<std::string>{"unexpected token: keyword `fn`",
                                                "unexpected token: keyword `fn`"}));
}
