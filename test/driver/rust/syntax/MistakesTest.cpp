//===- MistakesTest.cpp - syntax errors, and what is not of the dialect ---===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

namespace {
struct Mistake {
  const char *text;
  const char *messages;
};
} // namespace

TEST(Mistakes, are_said_in_rustcs_words) {
  const Mistake mistakes[] = {
      {"fn f() { let x 5; }", "- 1:16 expected one of `:`, `;`, `=`, `@`, or `|`, found `5`\n"},
      {"fn f() { let = 5; }", "- 1:14 expected pattern, found `=`\n"},
      {"fn f() { x y }",
       "- 1:12 expected one of `!`, `.`, `::`, `;`, `?`, `{`, `}`, or an operator, found `y`\n"},
      {"fn f() { 1 + ; }", "- 1:14 expected expression, found `;`\n"},
      {"fn f(x) { }", "- 1:7 expected one of `:`, `@`, or `|`, found `)`\n"},
      {"fn f(x: ) { }", "- 1:9 expected type, found `)`\n"},
      {"fn f(x: u8, self) { }", "- 1:13 unexpected `self` parameter in function\n"},
      {"fn () { }", "- 1:4 expected identifier, found `(`\n"},
      {"struct;", "- 1:7 expected identifier, found `;`\n"},
      {"struct A { x }", "- 1:14 expected `:`, found `}`\n"},
      {"struct A { x: u8 y: u8 }", "- 1:18 expected `,`, or `}`, found `y`\n"},
      {"struct A { x: u8; y: u8 }", "- 1:17 struct fields are separated by `,`\n"},
      {"enum E { A B }", "- 1:12 expected one of `(`, `,`, `=`, `{`, or `}`, found `B`\n"},
      {"foo bar", "- 1:5 expected one of `!` or `::`, found `bar`\n"},
      {"fn f() { match 1 { 1 => 2 2 => 3 } }", "- 1:25 expected `,` following `match` arm\n"},
      {"fn f() { if x { } else 1 }", "- 1:24 expected `{`, found `1`\n"},
      {"fn f() { for x 1 { } }", "- 1:16 missing `in` in `for` loop\n"},
      {"fn f() -> { }", "- 1:11 expected type, found `{`\n"},
      {"use a::;", "- 1:8 expected identifier, found `;`\n"},
      {"use ;", "- 1:5 expected identifier, found `;`\n"},
      {"use super;", "- 1:5 imports need to be explicitly named\n"},
      {"use {self};", "- 1:6 imports need to be explicitly named\n"},
      {"use a::self;", "E0429 1:5 `self` imports are only allowed within a { } list\n"},
      {"static A = 5;", "- 1:8 missing type for `static` item\n"},
      {"const A: u8;", "- 1:1 free constant item without body\n"},
      {"static A: u8;", "- 1:1 free static item without body\n"},
  };
  for (const Mistake &mistake : mistakes)
    EXPECT_EQ(messages(mistake.text), mistake.messages) << mistake.text;
}

TEST(Mistakes, that_concern_more_than_a_token_are_said_too) {
  const Mistake mistakes[] = {
      {"type A;", "- 1:1 free type alias without body\n"},
      {"fn f();", "- 1:4 free function without body\n"},
      {"impl A { fn f(); }", "- 1:13 associated function without body\n"},
      {"extern { fn f() {} }", "- 1:13 incorrect function inside `extern` block\n"},
      {"extern { fn f((a, b): u8); }",
       "E0130 1:15 patterns aren't allowed in foreign function declarations\n"},
      {"fn f() { a < b < c; }", "- 1:16 comparison operators cannot be chained\n"},
      {"fn f() { if a as usize < b { 1 } else { 2 } }",
       "- 1:24 `<` is interpreted as a start of generic arguments for `usize`, not a comparison\n"},
      {"fn f() { a as u32 << 3; }",
       "- 1:19 `<<` is interpreted as a start of generic arguments for `u32`, not a shift\n"},
      {"fn f() { a<-1; }", "- 1:11 unexpected token: `<-`\n"},
      {"fn f() { let fn = 1; }", "- 1:14 expected identifier, found keyword `fn`\n"},
      {"fn f() { let do = 1; }", "- 1:14 expected identifier, found reserved keyword `do`\n"},
      {"fn _() {}", "- 1:4 expected identifier, found reserved identifier `_`\n"},
      {"impl A { x }", "- 1:10 non-item in item list\n"},
      {"impl A { struct B; }", "- 1:10 struct is not supported in `trait`s or `impl`s\n"},
      {"extern { const A: u8 = 1; }", "- 1:10 const is not supported in `extern` blocks\n"},
      {"extern \"foo\" fn f() {}", "E0703 1:8 invalid ABI: found `foo`\n"},
      {"unsafe impl A {}", "E0197 1:13 inherent impls cannot be unsafe\n"},
      {"pub impl A {}", "E0449 1:1 visibility qualifiers are not permitted here\n"},
      {"enum E { A(pub u8), pub B }", "E0449 1:12 visibility qualifiers are not permitted here\n"
                                      "E0449 1:21 visibility qualifiers are not permitted here\n"},
      {"fn f() { 'a: 1; }", "- 1:14 expected `while`, `for`, `loop` or `{` after a label\n"},
      {"fn f() { x = = 1; }", "- 1:14 expected expression, found `=`\n"},
      {"fn f() { a.; }", "- 1:12 unexpected token: `;`\n"},
      {"fn f() { a.1f32; }", "- 1:12 suffixes on a tuple index are invalid\n"},
      {"fn f() { ++a; }", "- 1:10 Rust has no prefix increment operator\n"},
      {"fn f() { + 1; }", "- 1:10 leading `+` is not supported\n"},
      {"fn f() { let a: *u8; }", "- 1:17 expected `mut` or `const` keyword in raw pointer type\n"},
      {"fn f() { S { a: 1, ..b, } }", "- 1:20 cannot use a comma after the base struct\n"},
      {"fn f() { match x { 1...  => {} } }", "E0586 1:21 inclusive range with no end\n"},
      {"fn f() { let S { .., a } = b; }", "- 1:20 expected `}`, found `,`\n"},
      {"fn f() { let (.., ..) = b; }", "- 1:19 `..` can only be used once per tuple pattern\n"},
      {"#[derive(Foo)] struct A;", "- 1:10 cannot find derive macro `Foo` in this scope\n"},
      {"#[derive] struct A;", "- 1:3 malformed `derive` attribute input\n"},
      {"#[derive(Clone)] fn f() {}",
       "E0774 1:3 `derive` may only be applied to `struct`s and `enum`s\n"},
      {"#[derive(\"Clone\")] struct A;", "E0777 1:10 expected path to a trait, found literal\n"},
      {"#[derive(Default)] enum E { A }",
       "E0665 1:10 `#[derive(Default)]` on enum with no `#[default]`\n"},
      {"; fn f() {}", "- 1:1 expected item, found `;`\n"},
  };
  for (const Mistake &mistake : mistakes)
    EXPECT_EQ(messages(mistake.text), mistake.messages) << mistake.text;
}

TEST(Mistakes, the_parser_goes_on_behind_each) {
  EXPECT_EQ(messages("fn f() {\n"
                     "  let = 1;\n"
                     "  g(1 2, 3);\n"
                     "  h(S { a b });\n"
                     "  if x y { }\n"
                     "  match z { 1 2 => {}, 3 => { let }, 4 => 5 }\n"
                     "  i\n"
                     "}\n"
                     "use a b;\n"
                     "struct S { a b }\n"
                     "fn g( -> u8) { let = 1; }\n"
                     "impl S { fn a(x) {} let b; fn c() { let } }\n"
                     "fn last() { ) }"),
            "- 13:13 mismatched closing delimiter: `)`\n")
      << "brackets first";
  EXPECT_EQ(messages("fn f() {\n"
                     "  let = 1;\n"
                     "  g(1 2, 3);\n"
                     "  h(S { a b });\n"
                     "  if x y { }\n"
                     "  match z { 1 2 => {}, 3 => { let }, 4 => 5 }\n"
                     "  i\n"
                     "}\n"
                     "use a b;\n"
                     "struct S { a b }\n"
                     "fn g( -> u8) { let = 1; }\n"
                     "impl S { fn a(x) {} let b; fn c() { let } }\n"),
            "- 2:7 expected pattern, found `=`\n"
            "- 3:7 expected one of `,`, `.`, `?`, or an operator, found `2`\n"
            "- 4:11 expected one of `,`, `:`, or `}`, found `b`\n"
            "- 5:8 expected one of `!`, `.`, `::`, `?`, `{`, or an operator, found `y`\n"
            "- 6:15 expected one of `=>`, `if`, or `|`, found `2`\n"
            "- 6:35 expected pattern, found `}`\n"
            "- 9:7 expected one of `::`, `;`, or `as`, found `b`\n"
            "- 10:14 expected `:`, found `b`\n"
            "- 11:7 expected pattern, found `->`\n"
            "- 11:20 expected pattern, found `=`\n"
            "- 12:16 expected one of `:`, `@`, or `|`, found `)`\n"
            "- 12:21 non-item in item list\n"
            "- 12:41 expected pattern, found `}`\n");
}

TEST(Dialect, what_is_outside_is_named_and_skipped) {
  const Mistake mistakes[] = {
      {"trait T { fn f(); type X; }", "D01 1:1 trait definitions are outside the dialect\n"},
      {"unsafe trait T: A {}", "D01 1:1 trait definitions are outside the dialect\n"},
      {"macro_rules! m { ($a:expr) => { 1 } }",
       "D01 1:1 macro definitions are outside the dialect\n"},
      {"fn f() { macro_rules! m ( () => () ); }",
       "D01 1:10 macro definitions are outside the dialect\n"},
      {"union U { a: u8, b: u16 }", "D01 1:1 unions are outside the dialect\n"},
      {"async fn f() {}", "D01 1:1 `async` functions are outside the dialect\n"},
      {"auto trait A {}", "D01 1:1 auto traits are outside the dialect\n"},
      {"unsafe extern \"C\" { fn f(); }",
       "D01 1:1 `unsafe extern` blocks are outside the dialect\n"},
      {"pub(crate) fn f() {}", "D01 1:1 visibilities other than `pub` are outside the dialect\n"},
      {"struct S(pub(super) u8, pub (u8, u8));",
       "D01 1:10 visibilities other than `pub` are outside the dialect\n"},
      {"fn f<T: A>() {}", "D01 1:9 bounds on type parameters are outside the dialect\n"},
      {"fn f<const N: usize>() {}", "D01 1:6 const generics are outside the dialect\n"},
      {"fn f(a: A<3>) {}", "D01 1:11 const generics are outside the dialect\n"},
      {"fn f(a: A<X = u8>) {}", "D01 1:11 associated types are outside the dialect\n"},
      {"struct S<T = u8>(T);", "D01 1:12 defaults of type parameters are outside the dialect\n"},
      {"fn f(a: impl A + B) {}", "D01 1:9 `impl Trait` types are outside the dialect\n"},
      {"fn f(a: &dyn A) {}", "D01 1:10 trait objects are outside the dialect\n"},
      {"fn f(a: Box<A + Send>) {}", "D01 1:13 trait objects are outside the dialect\n"},
      {"fn f(a: &Fn(u8) -> u8) {}", "D01 1:10 traits of closures are outside the dialect\n"},
      {"fn f(a: <T as A>::B) {}", "D01 1:9 qualified paths are outside the dialect\n"},
      {"fn f() { <T as A>::b(); }", "D01 1:10 qualified paths are outside the dialect\n"},
      {"fn f() { g(|x, y: u8| x + y, || -> u8 { 1 }, move || 2); }",
       "D01 1:12 closures are outside the dialect\nD01 1:30 closures are outside the dialect\n"
       "D01 1:46 closures are outside the dialect\n"},
      {"fn f() { let x = box 1; }", "D01 1:18 `box` expressions are outside the dialect\n"},
      {"fn f() { let box x = y; }", "D01 1:14 `box` patterns are outside the dialect\n"},
      {"fn f() { let [a, b..] = y; }", "D01 1:14 slice patterns are outside the dialect\n"},
      {"fn f() { let Some(a) = b else { return }; }",
       "D01 1:26 `let` with `else` is outside the dialect\n"},
      {"fn f() { 'a: { break 'a } }", "D01 1:10 labeled blocks are outside the dialect\n"},
      {"fn f() { if let Some(a) = b && c {} }",
       "D01 1:29 chains of `let` and conditions are outside the dialect\n"},
      {"fn f() { for i in 0..=9 {} }", "D01 1:20 inclusive ranges are outside the dialect\n"},
      {"fn f() { match x { 1.. => {} } }",
       "D01 1:20 ranges without their end in patterns are outside the dialect\n"},
      {"fn f() { match x { Some(1 | 2) => {} } }",
       "D01 1:25 alternatives within a pattern are outside the dialect\n"},
      {"fn f() { async { 1 }; }", "D01 1:10 `async` blocks are outside the dialect\n"},
      {"fn f() { a.await; }", "D01 1:12 `await` expressions are outside the dialect\n"},
      {"fn f() { &raw const a; }", "D01 1:11 `&raw` borrows are outside the dialect\n"},
      {"fn f() { crate::a(); }",
       "D01 1:10 paths that begin with `crate` are outside the dialect\n"},
      {"use a as _;", "D01 1:10 imports without a name are outside the dialect\n"},
      {"const _: u8 = 1;", "D01 1:7 constants without a name are outside the dialect\n"},
      {"impl !Send for A {}", "D01 1:6 negative implementations are outside the dialect\n"},
      {"impl A { type X = u8; }", "D01 1:10 associated types are outside the dialect\n"},
      {"#[derive(Hash)] struct A;", "D01 1:10 the trait `Hash` is outside the dialect\n"},
      {"thread_local! { static A: u8 = 1; }",
       "D01 1:1 the macro `thread_local!` is outside the dialect\n"},
      {"include!(\"a.rs\");", "D01 1:1 the macro `include!` is outside the dialect\n"},
      {"fn f() { asm!(\"nop\"); }", "D01 1:10 the macro `asm!` is outside the dialect\n"},
      {"fn f(a: m!()) { match a { m!() => {} } }",
       "D01 1:9 macros in the place of a type are outside the dialect\n"
       "D01 1:27 macros in the place of a pattern are outside the dialect\n"},
      {"extern crate self as a;", "D01 1:14 `extern crate self` is outside the dialect\n"},
  };
  for (const Mistake &mistake : mistakes)
    EXPECT_EQ(messages(std::string(mistake.text) + " fn next() { let }"),
              mistake.messages + std::string("- 1:") +
                  std::to_string(std::string(mistake.text).size() + 18) +
                  " expected pattern, found `}`\n")
        << mistake.text;
}

TEST(Dialect, says_where_the_list_is) {
  EXPECT_EQ(Parsed("trait T {}").attachments(), "`SUBSET.md` lists what the dialect holds\n");
}
