//===- MutationTest.cpp - damaged sources never crash the parser ----------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

#include <random>

using namespace cratec::rust;

static const char *const corpus[] = {
    "#![feature(a)] #![cfg_attr(unix, b(c))] extern crate d as e; use f::{self, g as h, i::*};",
    "pub unsafe extern \"C\" fn f<'a, T: ?Sized + 'a>(x: &'a mut T, (a, b): (u8, [u16; 4])) -> "
    "Option<Vec<Vec<u8>>> where T: 'a { None }",
    "#[derive(Clone, PartialEq, PartialOrd, Debug, Default)] pub struct P<T> { pub x: T, "
    "#[cfg(unix)] y: fn(u8) -> ! }",
    "#[derive(Clone, Ord)] enum E { A, B(u8, u16), C { x: f64 }, D = -1 }",
    "impl<T> fmt::Debug for P<T> { fn f(&self) {} fn g(mut self: Box<Self>) { } const N: u8 = 1; }",
    "extern { #[link_name = \"m\"] fn malloc(n: usize, ...) -> *mut u8; static mut E: i32; }",
    "fn f() { let (mut a, ref b) = (1u8, 2.5e-3f32); a <<= 2; *b = !c - -d * e / f % g as u8; }",
    "fn f() { 'a: loop { while let Some(x) = i.next() { if x == y { continue 'a } else if let (A | "
    "B) = z { break } else { return 1..2 } } } }",
    "fn f() { match x { 1 | 2...5 if a > b => {} 'a'..='z' => g(), E::B(ref x, .., _) => "
    "{ 1 }.foo(), S { a: 1, b, .. } => {} _ => unreachable!() } }",
    "fn f() { println!(\"a{}b{0:>1$}c{name:?}{{}}{:.*}\", 1, 2, 3, 4.0, name = \"x\"); "
    "assert!(a==b && !c, \"m {}\", 3); vec![0; 5]; try!(g()); concat!(\"a\", 1, -2.5); }",
    "fn f() { let s = \"a\\n\\u{41}\\x41\\\n b\"; let r = r#\"x\"#; let b = b\"\\xff\"; let c = "
    "'\\''; let d = b'x'; /* c /* d */ */ let n = 0xffu8 + 1_000 + 0b11; }",
    "mod a { #![cfg(any(unix, not(windows)))] pub mod b { macro_rules! m { () => {} } trait T { fn "
    "x(); } } mod c; }",
    "fn f() { g(|x: u8| x + 1, move || { 2 }); &raw const x; <T as U>::v(); a.0.1.b::<T>()?[1](2); "
    "}",
};

static std::string mutate(std::string text, std::mt19937 &random) {
  static const std::string pieces[] = {
      "(",       ")",         "{",    "}",    "[",      "]",    "<",    ">",    "\"",
      "'",       "/*",        "*/",   "//",   "\\",     "#",    "!",    ";",    ",",
      "::",      "..",        "=>",   "|",    "&",      "fn ",  "let ", "if ",  "else ",
      "'a",      "$",         "r#",   "_",    "b'",     "0x",   "\xff", "\xc3", "é",
      "match ",  "impl ",     "use ", "{:?}", "#[cfg(", "self", "mut ", "as ",  "-",
      "return ", "println!(", "1.",   "e",    "<<",     ">>=",  "\n"};
  unsigned count = 1 + random() % 4;
  for (unsigned i = 0; i != count; ++i) {
    size_t at = text.empty() ? 0 : random() % text.size();
    size_t length = std::min<size_t>(random() % 12, text.size() - at);
    switch (random() % 5) {
    case 0:
      text.erase(at, length);
      break;
    case 1:
      text.insert(at, pieces[random() % std::size(pieces)]);
      break;
    case 2:
      text.insert(at, text.substr(at, length));
      break;
    case 3: {
      std::string moved = text.substr(at, length);
      text.erase(at, length);
      text.insert(text.empty() ? 0 : random() % text.size(), moved);
      break;
    }
    default:
      if (!text.empty())
        text[at] = static_cast<char>(random());
      break;
    }
  }
  return text;
}

TEST(Mutation, damaged_sources_never_crash_the_parser) {
  std::mt19937 random(20151210);
  for (unsigned i = 0; i != 6000; ++i) {
    std::string text = corpus[random() % std::size(corpus)];
    if (random() % 3 == 0)
      text += std::string(" ") + corpus[random() % std::size(corpus)];
    text = mutate(text, random);
    SCOPED_TRACE(text);
    Parsed parsed;
    parsed.input.isCore = random() % 2 != 0;
    parsed.reader.texts["src/c.rs"] = "fn c() {}";
    parsed.parse(text);
    if (!parsed.crate) {
      EXPECT_TRUE(parsed.diags.hasErrors());
      continue;
    }
    printAst(*parsed.crate);
    std::vector<InterfaceFile> files = parsed.interface();
    SourceMap sources;
    std::vector<std::string> mistakes;
    auto keep = [&](std::string what) { mistakes.push_back(std::move(what)); };
    std::unique_ptr<ast::Crate> again =
        parseInterface(files, parsed.input.configuration, parsed.input.isCore, sources, keep);
    if (!parsed.diags.hasErrors()) {
      ASSERT_TRUE(again);
      printAst(*again);
      EXPECT_EQ(mistakes, std::vector<std::string>());
      EXPECT_EQ(makeInterface(*again, sources, {}), files);
    }
  }
}
