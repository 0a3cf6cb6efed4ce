//===- MacrosTest.cpp - the macros of the dialect -------------------------===//

#include "test/driver/rust/syntax/SyntaxFixture.h"

using namespace cratec::rust;

TEST(Macros, print_and_its_like) {
  EXPECT_EQ(exprTree("println!()"), "println!([\"\\n\"])");
  EXPECT_EQ(exprTree("println!(\"a\")"), "println!([\"a\\n\"])");
  EXPECT_EQ(exprTree("println!(\"{}\", x)"), "println!([{0}, \"\\n\"], x)");
  EXPECT_EQ(exprTree("print!{\"a{{}}\"}"), "print!([\"a{}\"])");
  EXPECT_EQ(exprTree("eprint![\"{}\", 1,]"), "eprint!([{0}], 1)");
  EXPECT_EQ(exprTree("eprintln!(\"\")"), "eprintln!([\"\\n\"])");
  EXPECT_EQ(exprTree("format!(\"{}{}\", a, b)"), "format!([{0}, {1}], a, b)");
  EXPECT_EQ(exprTree("format_args!(\"\")"), "format_args!([])");
  EXPECT_EQ(exprTree("write!(f, \"{}\", a)"), "write!(f, [{0}], a)");
  EXPECT_EQ(exprTree("writeln!(f)"), "writeln!(f, [\"\\n\"])");
}

TEST(Macros, format_strings_are_taken_apart) {
  auto format = [](const std::string &arguments) {
    std::string printed = exprTree("format!(" + arguments + ")");
    llvm::StringRef rest = printed;
    return rest.consume_front("format!(") && rest.consume_back(")") ? rest.str() : printed;
  };
  EXPECT_EQ(format("\"a{}b{0}c{1:?}d{x}\", p, q, x = r"),
            "[\"a\", {0}, \"b\", {0}, \"c\", {1:?}, \"d\", {2}], p, q, r");
  EXPECT_EQ(format("\"{:x}{:X}{:o}{:b}{:p}{:e}{:E}{:#?}\", 1, 2, 3, 4, 5, 6, 7, 8"),
            "[{0:x}, {1:X}, {2:o}, {3:b}, {4:p}, {5:e}, {6:E}, {7:#?}], 1, 2, 3, 4, 5, 6, 7, 8");
  EXPECT_EQ(format("\"{:>5}{:*^5}{:<}{:+}{:#06x}{:08.3}{:-5}\", a, b, c, d, e, f, g"),
            "[{0:>5}, {1:*^5}, {2:<}, {3:+}, {4:#06x}, {5:08.3}, {6:5}], a, b, c, d, e, f, g");
  EXPECT_EQ(format("\"{:1$}{:.*}{0:w$.p$}{0:.0$}\", a, 3, v, w = 5, p = 6"),
            "[{0:1$}, {2:.1$}, {0:3$.4$}, {0:.0$}], a, 3, v, 5, 6");
  EXPECT_EQ(format("\"{x}{x:?}{y:w$}\""), "[{0}, {0:?}, {1:2$}], x, y, w");
  EXPECT_EQ(format("\"{ }{0 }{0:? }\", a"), "[{0}, {0}, {0:?}], a");
  EXPECT_EQ(format("concat!(\"a\", \"{}\"), 1"), "[\"a\", {0}], 1");
  EXPECT_EQ(format("\"{:é>4}\", 1"), "[{0:é>4}], 1");
  EXPECT_EQ(format("\"{:->4}{:<<4}{:0>4}\", 1, 2, 3"), "[{0:->4}, {1:<<4}, {2:0>4}], 1, 2, 3");
}

TEST(Macros, panics_print_a_single_literal_as_it_is) {
  EXPECT_EQ(exprTree("panic!()"), "panic!([\"explicit panic\"])");
  EXPECT_EQ(exprTree("panic!(\"{}\")"), "panic!([\"{}\"])");
  EXPECT_EQ(exprTree("panic!(\"a {}\", 1)"), "panic!([\"a \", {0}], 1)");
  EXPECT_EQ(exprTree("unreachable!()"),
            "unreachable!([\"internal error: entered unreachable code\"])");
  EXPECT_EQ(exprTree("unreachable!(\"{}\")"),
            "unreachable!([\"internal error: entered unreachable code: {}\"])");
  EXPECT_EQ(exprTree("unreachable!(\"{}\", 1)"),
            "unreachable!([\"internal error: entered unreachable code: \", {0}], 1)");
  EXPECT_EQ(exprTree("unimplemented!()"), "unimplemented!([\"not implemented\"])");
  EXPECT_EQ(exprTree("unimplemented!(\"a {}\", 1)"),
            "unimplemented!([\"not implemented: a \", {0}], 1)");
}

TEST(Macros, assertions) {
  EXPECT_EQ(exprTree("assert!(a==b&&!c.d( 1,2 )|| -x<*y, \"m{}\")"),
            "assert!((((a == b) && (!c.d(1, 2))) || ((-x) < (*y))), "
            "\"a == b && !c.d(1, 2) || -x < *y\", [\"m{}\"])");
  EXPECT_EQ(exprTree("assert!(x, \"m{}\", 1)"), "assert!(x, \"x\", [\"m\", {0}], 1)");
  EXPECT_EQ(exprTree("assert_eq!(a, b)"), "assert_eq!(a, b)");
  EXPECT_EQ(exprTree("assert_ne!(a, b, \"{}\", c)"), "assert_ne!(a, b, [{0}], c)");
  EXPECT_EQ(exprTree("debug_assert_eq!(a, b,)"), "debug_assert_eq!(a, b)");
}

TEST(Macros, debug_assertions_are_off_where_the_crate_says_so) {
  Parsed parsed;
  parsed.input.debugAssertions = false;
  EXPECT_EQ(parsed.parse("fn f() { debug_assert!(x); }").tree(),
            "fn f() {\n  if false {\n    debug_assert!(x, \"x\");\n  };\n}\n");
}

TEST(Macros, texts_of_assertions_are_spelt_as_rustc_spells_them) {
  struct {
    const char *source, *text;
  } const cases[] = {
      {"f::<A>( x ).0[ 1 ]", "f::<A>(x).0[1]"},
      {"a as usize+1 < -b", "a as usize + 1 < -b"},
      {"&*x==&mut y", "&*x == &mut y"},
      {"S{a:1}.b", "S { a: 1 }.b"},
      {"vec![1,2 , 3].len()==2", "vec![1,2, 3].len() == 2"},
      {"(0..3).next()==None", "(0..3).next() == None"},
      {"!(a||b)", "!(a || b)"},
      {"a!=b", "a != b"},
      {"f::<V<V<u8>>>( )", "f::<V<V<u8>>>()"},
      {"match x{_=>true}", "match x { _ => true }"},
  };
  for (const auto &each : cases) {
    Parsed parsed("fn f() { assert!(" + std::string(each.source) + "); }");
    const auto *function = llvm::cast<ast::FunctionItem>(parsed.crate->root.items.front());
    const auto *assertion =
        llvm::dyn_cast<ast::AssertExpr>(function->body.get()->statements.front().expr);
    ASSERT_TRUE(assertion) << parsed.messages();
    EXPECT_EQ(assertion->text, each.text);
  }
}

TEST(Macros, vec_and_try) {
  EXPECT_EQ(exprTree("vec![1, 2,]"), "vec![1, 2]");
  EXPECT_EQ(exprTree("vec![0; n + 1]"), "vec![0; (n + 1)]");
  EXPECT_EQ(exprTree("vec!()"), "vec![]");
  EXPECT_EQ(exprTree("try!(f())"), "try!(f())");
}

TEST(Macros, some_are_literals) {
  EXPECT_EQ(exprTree("cfg!(all(unix, not(windows), target_os = \"linux\"))"), "true");
  EXPECT_EQ(exprTree("concat!(\"a\", 1, 2.5, 'c', true, -3, concat!(\"d\"))"), "\"a12.5ctrue-3d\"");
  EXPECT_EQ(exprTree("stringify!(a+b  /* c */ :: d)"), "\"a+b :: d\"");
  EXPECT_EQ(exprTree("stringify!(foo ( a,b ) ; { x })"), "\"foo(a,b); { x }\"");
  EXPECT_EQ(tree("fn f() {\n  line!(); \"é\"; column!(); file!() }"),
            "fn f() {\n  2u32;\n  \"é\";\n  17u32;\n  \"src/lib.rs\"\n}\n");
  EXPECT_EQ(tree("mod a { mod b { const P: &'static str = module_path!(); } }"),
            "mod a {\n  mod b {\n    const P: &str = \"lib::a::b\";\n  }\n}\n");
  EXPECT_EQ(tree("#![crate_name = \"pool\"] const P: u8 = module_path!();"),
            "#![crate_name = \"pool\"]\nconst P: u8 = \"pool\";\n");
}

TEST(Macros, files_are_included_from_beside_the_source) {
  Parsed parsed;
  parsed.reader.texts["src/a.txt"] = "text\r\n";
  parsed.reader.texts["src/b.bin"] = std::string("\xff\0", 2);
  parsed.parse("const A: u8 = include_str!(\"a.txt\"); const B: u8 = include_bytes!(\"b.bin\");");
  EXPECT_EQ(parsed.messages() + parsed.tree(),
            "const A: u8 = \"text\\x0d\\n\";\nconst B: u8 = b\"\xff\\x00\";\n");
  EXPECT_EQ(parsed.files, (std::vector<std::string>{"src/lib.rs", "src/a.txt", "src/b.bin"}));
}

TEST(Macros, mistakes_are_said_in_rustcs_words) {
  struct {
    const char *text, *messages;
  } const mistakes[] = {
      {"println!(\"{}\")",
       "- 1:19 1 positional argument in format string, but no arguments were given\n"},
      {"println!(\"{} {}\", 1)",
       "- 1:19 2 positional arguments in format string, but there is 1 argument\n"},
      {"println!(\"{:.*}\", 1)",
       "- 1:19 2 positional arguments in format string, but there is 1 argument\n"},
      {"println!(\"{}\", 1, 2)", "- 1:28 argument never used\n"},
      {"println!(\"{}\", 1, 2, 3)", "- 1:28 multiple unused formatting arguments\n"},
      {"println!(\"\", a = 1)", "- 1:27 named argument never used\n"},
      {"println!(\"{2}\", 1)",
       "- 1:21 invalid reference to positional argument 2 (there is 1 argument)\n"
       "- 1:26 argument never used\n"},
      {"println!(\"{0}{:1$}\", 1)",
       "- 1:25 invalid reference to positional argument 1 (there is 1 argument)\n"},
      {"println!(\"{\")", "- 1:21 invalid format string: expected `}` but string was terminated\n"},
      {"println!(\"}\")", "- 1:20 invalid format string: unmatched `}` found\n"},
      {"println!(\"{:q}\", 1)", "- 1:22 unknown format trait `q`\n"},
      {"println!(\"{:x?}\", 1)", "D01 1:22 hexadecimal `Debug` formats are outside the dialect\n"},
      {"println!(\"{a b}\")", "- 1:23 invalid format string: expected `}`, found `b`\n"},
      {"println!(\"{a.b}\")", "- 1:21 invalid format string: field access isn't supported\n"},
      {"println!(\"{99999}\")",
       "- 1:21 invalid format string: integer `99999` does not fit into the type `u16` whose range "
       "is `0..=65535`\n"},
      {"println!(x)", "- 1:19 format argument must be a string literal\n"},
      {"println!(\"a\" 1)", "- 1:23 expected `,`, found `1`\n"},
      {"println!(\"{}\", a = 1, 2)", "- 1:32 positional arguments cannot follow named arguments\n"},
      {"println!(\"{a}\", a = 1, a = 2)", "- 1:33 duplicate argument named `a`\n"},
      {"format!()", "- 1:10 requires at least a format string argument\n"},
      {"write!()", "- 1:10 requires a destination and format arguments, like `write!(dest, "
                   "\"format string\", args...)`\n"},
      {"assert!()", "- 1:10 macro requires a boolean expression as an argument\n"},
      {"assert_eq!(1)", "- 1:22 unexpected end of macro invocation\n"},
      {"vec![1 2]", "- 1:17 no rules expected `2`\n"},
      {"foo!(1 2 3)", "- 1:10 cannot find macro `foo` in this scope\n"},
      {"cfg!()", "- 1:10 macro requires a cfg-pattern as an argument\n"},
      {"cfg!(unix, windows)", "- 1:10 expected 1 cfg-pattern\n"},
      {"cfg!(not())", "E0805 1:10 malformed `cfg!` macro input\n"},
      {"concat!(1, x)", "- 1:21 expected a literal\n"},
      {"line!(1)", "- 1:10 line! takes no arguments\n"},
      {"env!(\"CRATEC_NO_SUCH_VARIABLE\")",
       "- 1:10 environment variable `CRATEC_NO_SUCH_VARIABLE` not defined at compile time\n"},
      {"env!(\"CRATEC_NO_SUCH_VARIABLE\", \"why\")", "- 1:10 why\n"},
      {"include_str!(\"none\")", "- 1:10 couldn't read `src/none`: No such file or directory\n"},
      {"include_str!(1)", "- 1:10 argument must be a string literal\n"},
      {"panic!(1)", "D01 1:17 panics with a value instead of a text are outside the dialect\n"},
      {"dbg!(1)", "D01 1:10 the macro `dbg!` is outside the dialect\n"},
      {"compile_error!(\"no\")", "- 1:10 no\n"},
      {"std::println!()", "D01 1:10 macros named by a path are outside the dialect\n"},
  };
  for (const auto &mistake : mistakes)
    EXPECT_EQ(messages("fn f() { " + std::string(mistake.text) + "; g(1 2); }"),
              mistake.messages + std::string("- 1:") +
                  std::to_string(10 + std::string(mistake.text).size() + 6) +
                  " expected one of `,`, `.`, `?`, or an operator, found `2`\n")
        << mistake.text;
  EXPECT_EQ(messages("foo!(1); println! { } fn f() { let }"),
            "- 1:1 cannot find macro `foo` in this scope\n"
            "- 1:10 the macro `println!` cannot be used in place of an item\n"
            "- 1:36 expected pattern, found `}`\n");
}
