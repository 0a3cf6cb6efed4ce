//===- LexerTest.cpp - tokens and mistaken ones ---------------------------===//

#include "driver/rust/syntax/Lexer.h"

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

TEST(Lexer, comments_and_byte_order_mark_and_shebang_are_skipped) {
  EXPECT_EQ(tree("\xef\xbb\xbf#!/usr/bin/env run\n//! doc\n/// doc\n/** a /* b */ c */ fn f() {}"),
            "fn f() {}\n");
  EXPECT_EQ(tree("#![no_std]\nfn f() {}"), "#![no_std]\nfn f() {}\n");
}

TEST(Lexer, reads_integers_of_all_bases) {
  EXPECT_EQ(exprTree("[0x_ff, 0o17_u8, 0b1010_1010, 1_000usize, 18446744073709551615]"),
            "[255, 15u8, 170, 1000usize, 18446744073709551615]");
}

TEST(Lexer, reads_floats) {
  EXPECT_EQ(exprTree("(1., 1.5, 2e3, 2.5E-3f32, 1f64, 1_0.0_1)"),
            "(1., 1.5, 2e3, 2.5E-3f32, 1f64, 10.01)");
}

TEST(Lexer, tells_fields_and_ranges_and_methods_from_fractions) {
  EXPECT_EQ(exprTree("(a.0.1, 1..2, 1.max(2))"), "(a.0.1, (1..2), 1.max(2))");
}

TEST(Lexer, reads_characters_and_lifetimes) {
  EXPECT_EQ(exprTree(R"(('a', '\'', '\\', '\x41', '\u{1F600}', b'a', b'\xff', 'é'))"),
            R"(('a', ''', '\', 'A', '😀', b'\x61', b'\xff', 'é'))");
  EXPECT_EQ(tree("fn f<'a, T: 'a>(x: &'a T) -> &'static str { 'l: loop { break 'l } }"),
            "fn f<T>(x: &T) -> &str {\n  'l: loop {\n    break 'l\n  }\n}\n");
}

TEST(Lexer, reads_strings) {
  EXPECT_EQ(
      exprTree("(\"a\\tb\\u{41}\\\n     c\\0\", r\"\\n\", r##\"a\"#b\"##, b\"x\\xff\", br#\"y\"#)"),
      "(\"a\\x09bAc\\x00\", \"\\\\n\", \"a\\\"#b\", b\"x\xff\", b\"y\")");
}

TEST(Lexer, line_ends_of_windows_are_line_ends) {
  EXPECT_EQ(exprTree("\"a\r\nb\""), "\"a\\nb\"");
  EXPECT_EQ(messages("fn f() {\r\n  let }\r\n"), "- 2:7 expected pattern, found `}`\n");
}

TEST(Lexer, text_that_is_not_utf8_or_too_large_is_refused) {
  EXPECT_EQ(messages("fn f() {} // \xff"),
            "- couldn't read `src/lib.rs`: stream did not contain valid UTF-8\n");
  EXPECT_EQ(Parsed("\xc3").crate, nullptr);
  EXPECT_EQ(Parsed(std::string(SourceMap::sizeLimit + 1, ' ')).messages(),
            "- couldn't read `src/lib.rs`: the file is too large\n");
}

namespace {
struct Mistake {
  const char *text;
  const char *messages;
};
} // namespace

TEST(Lexer, mistakes_are_said_in_rustcs_words) {
  const Mistake mistakes[] = {
      {"/* abc", "E0758 1:1 unterminated block comment\n"},
      {"const A: u8 = \"abc;", "E0765 1:15 unterminated double quote string\n"},
      {"const A: u8 = b\"abc;", "E0766 1:15 unterminated double quote byte string\n"},
      {"const A: u8 = r#\"abc\";", "E0748 1:15 unterminated raw string\n"},
      {"const A: u8 = r##abc;",
       "- 1:15 found invalid character; only `#` is allowed in raw string delimitation: a\n"},
      {"const A: char = '\\", "E0762 1:17 unterminated character literal\n"},
      {"const A: u8 = b'a;", "E0763 1:15 unterminated byte constant\n"},
      {"const A: char = 'ab';", "- 1:17 character literal may only contain one codepoint\n"},
      {"const A: char = '';", "- 1:18 empty character literal\n"},
      {"const A: char = '\t';", "- 1:18 character constant must be escaped: `\\t`\n"},
      {"const A: u8 = b'é';", "- 1:17 non-ASCII character in byte literal\n"},
      {"const A: u8 = 0x;", "E0768 1:15 no valid digits found for number\n"},
      {"const A: u8 = 0b12;", "- 1:18 invalid digit for a base 2 literal\n"},
      {"const A: u8 = 0o9;", "- 1:17 invalid digit for a base 8 literal\n"},
      {"const A: u8 = 12foo;", "- 1:15 invalid suffix `foo` for float literal\n"},
      {"const A: u8 = 12bar;", "- 1:15 invalid suffix `bar` for number literal\n"},
      {"const A: u8 = 12u7;", "- 1:15 invalid width `7` for integer literal\n"},
      {"const A: u8 = 1.0f7;", "- 1:15 invalid width `7` for float literal\n"},
      {"const A: u8 = 1.0u32;", "- 1:15 invalid suffix `u32` for float literal\n"},
      {"const A: u8 = 1e;", "- 1:15 expected at least one digit in exponent\n"},
      {"const A: u8 = 0x1.0;", "- 1:15 hexadecimal float literal is not supported\n"},
      {"const A: u8 = 0b1e3;", "- 1:15 binary float literal is not supported\n"},
      {"const A: u8 = 1u128;", "D01 1:15 128-bit integers are outside the dialect\n"},
      {"const A: u8 = 18446744073709551616;", "- 1:15 integer literal is too large\n"},
      {"const A: u8 = \"a\"x;", "- 1:15 suffixes on string literals are invalid\n"},
      {"const A: u8 = ¿ 1;", "- 1:15 unknown start of token: \\u{bf}\n"},
      {"const A: u8 = \\ 1;", "- 1:15 unknown start of token: \\\n"},
      {"const größe: u8 = 1;", "D01 1:7 identifiers that are not ASCII are outside the dialect\n"},
      {"const r#a: u8 = 1;", "D01 1:7 raw identifiers are outside the dialect\n"},
  };
  for (const Mistake &mistake : mistakes)
    EXPECT_EQ(messages(mistake.text), mistake.messages) << mistake.text;
}

TEST(Lexer, mistaken_escapes_are_said_in_rustcs_words) {
  const Mistake mistakes[] = {
      {R"("\q")", "- 1:19 unknown character escape: `q`\n"},
      {R"(b"\q")", "- 1:20 unknown byte escape: `q`\n"},
      {R"("\x9f")", "- 1:18 out of range hex escape\n"},
      {R"("\xg1")", "- 1:20 invalid character in numeric character escape: `g`\n"},
      {R"("\x1")", "- 1:18 numeric character escape is too short\n"},
      {R"("\u{110000}")", "- 1:18 invalid unicode character escape\n"},
      {R"("\u{d800}")", "- 1:18 invalid unicode character escape\n"},
      {R"("\u{}")", "- 1:18 empty unicode escape\n"},
      {R"("\u{1234567}")", "- 1:18 overlong unicode escape\n"},
      {R"("\u41")", "- 1:18 incorrect unicode escape sequence\n"},
      {R"("\u{zz}")", "- 1:21 invalid character in unicode escape: `z`\n"},
      {R"("\u{12")", "- 1:18 unterminated unicode escape\n"},
      {R"("\u{_1}")", "- 1:21 invalid start of unicode escape: `_`\n"},
      {R"(b"\u{41}")", "- 1:19 unicode escape in byte string\n"},
  };
  for (const Mistake &mistake : mistakes)
    EXPECT_EQ(messages("const A: &str = " + std::string(mistake.text) + ";"), mistake.messages)
        << mistake.text;
  EXPECT_EQ(messages("const A: &str = \"a\rb\";"),
            "- 1:19 bare CR not allowed in string, use `\\r` instead\n");
}

TEST(Lexer, brackets_that_do_not_match_are_the_only_message) {
  EXPECT_EQ(messages("fn f() { (1 }\nfn g( {"), "- 1:13 mismatched closing delimiter: `}`\n");
  EXPECT_EQ(messages("fn f() { let let\n"), "- 2:1 this file contains an unclosed delimiter\n");
  EXPECT_EQ(messages("fn f() { } }"), "- 1:12 unexpected closing delimiter: `}`\n");
}

TEST(Lexer, only_reserved_words_are_keywords) {
  for (const char *word : {"fn", "self", "Self", "super", "yield", "abstract", "box", "macro"})
    EXPECT_TRUE(isKeyword(word)) << word;
  for (const char *word : {"dyn", "async", "await", "try", "union", "default", "static_", ""})
    EXPECT_FALSE(isKeyword(word)) << word;
}
