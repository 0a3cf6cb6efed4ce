//===- TestHarness.cpp - tests, and the program that runs them --------------===//
//
// Without `--test`, functions under `#[test]` and `#[bench]` are left out as by `cfg`.
// With it, the crate becomes a program: a function is written as source, as derived impls
// are, which hands all tests of the crate to `$test::run`. It names them by `$crate`,
// which no program can write, since they stand in private modules. A test within a
// function has no name that others could use, and is not run; rustc warns of it, too.
//
// What is wrong with a test is said in rustc's words. That its result is `()` can only be
// told when there are types.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

// ---- one test ----

/// Whether the item that begins here is a test in what is no test program.
bool Parser::isLeftOutTest(const Attributes &attributes, Place place) const {
  if (context.isTest || (place != Place::Module && place != Place::Block))
    return false;
  if (!findAttribute(attributes, "test") && !findAttribute(attributes, "bench"))
    return false;
  return atFunction(atWord("pub") ? 1 : 0);
}

static StringRef nounOf(const Item &item) {
  switch (item.kind) {
  case Item::Kind::ExternCrate:
    return "an extern crate";
  case Item::Kind::Use:
    return "a use import";
  case Item::Kind::Module:
    return "a module";
  case Item::Kind::Function:
    return "a function";
  case Item::Kind::Const:
    return "a constant item";
  case Item::Kind::Static:
    return "a static item";
  case Item::Kind::TypeAlias:
    return "a type alias";
  case Item::Kind::Struct:
    return "a struct";
  case Item::Kind::Enum:
    return "an enum";
  case Item::Kind::Impl:
    return "an implementation";
  case Item::Kind::Trait:
    return "a trait";
  case Item::Kind::Extern:
    return "an extern block";
  }
  llvm_unreachable("every kind of item has a noun");
}

/// `item` is what the attribute stands at, where it is a whole item of a module.
void Parser::sayNoTest(const MetaItem &attribute, const Item *item) {
  if (isMuted())
    return;
  auto error = context.report.error(
      Code::None, attribute.span,
      "the `#[test]` macro causes a function to be run as a test and has no effect on "
      "non-functions",
      "the `#[test]` attribute may only be used on a free function");
  if (item)
    context.report.label(
        error, item->ident.span.isKnown() ? item->ident.span : item->span,
        fmt::format("expected a non-associated function, found {}", nounOf(*item).str()));
  error.help("replace with conditional compilation to make the item only exist when tests are "
             "being run: `#[cfg(test)]`");
}

void Parser::checkTest(const Item &item, Place place) {
  if (const MetaItem *bench = findAttribute(item.attributes, "bench"); bench && context.isTest)
    outside(bench->span, "benchmarks are", "measure in a program of its own");
  const MetaItem *attribute = findAttribute(item.attributes, "test");
  if (!attribute || isMuted())
    return;
  bool isFree = place == Place::Module || place == Place::Block;
  const auto *test = llvm::dyn_cast<FunctionItem>(&item);
  if (!test || !isFree)
    return sayNoTest(*attribute, isFree ? &item : nullptr);
  if (attribute->value || attribute->isList)
    context.report.error(Code::None, attribute->span, "", "attribute must be of the form `#[test]`")
        .done();
  Span head = item.span;
  if (test->body && test->body.span().begin > head.begin)
    head.end = test->body.span().begin;
  head.end = head.begin + uint32_t(context.sources.text(head).rtrim().size());
  StringRef wrong;
  if (test->isUnsafe)
    wrong = "unsafe functions cannot be used for tests";
  else if (!test->parameters.empty())
    wrong = "functions used as tests can not have any arguments";
  else if (!test->generics.params.empty())
    wrong = "functions used as tests can not have any non-lifetime generic parameters";
  else if (test->result && findAttribute(item.attributes, "should_panic") &&
           !(test->result->kind == TypeExpr::Kind::Tuple && test->result->elements.empty()))
    wrong = "functions using `#[should_panic]` must return `()`";
  if (!wrong.empty())
    context.report.error(Code::None, head, "", "{}", wrong.str()).done();
}

// ---- all tests ----

namespace {

class HarnessWriter {
public:
  explicit HarnessWriter(const SourceMap &sources) : sources(sources) {}

  std::string write(const Module &root) {
    visit(root, "");
    return fmt::format("fn __test_main() {{\n{}"
                       "  static __TESTS: [$test::Test; {}] = [\n{}  ];\n"
                       "  $test::run(&__TESTS)\n}}\n",
                       calls, count, tests);
  }

private:
  void visit(const Module &module, const std::string &path) {
    for (const Item *item : module.items) {
      std::string name = path + item->ident.name.str();
      if (const auto *inner = llvm::dyn_cast<Module>(item))
        visit(*inner, name + "::");
      else if (llvm::isa<FunctionItem>(item) && findAttribute(item->attributes, "test"))
        add(*item, name);
    }
  }

  /// Tests are called by functions of their own, whatever their type is exactly.
  void add(const Item &test, const std::string &name) {
    const MetaItem *ignore = findAttribute(test.attributes, "ignore");
    const MetaItem *panic = findAttribute(test.attributes, "should_panic");
    linkcheck::SourceLocation where = sources.locate(test.ident.span);
    calls += fmt::format("  fn __t{}() {{ $crate::{}(); }}\n", count, name);
    tests += fmt::format("    $test::Test {{ name: {}, run: __t{}, ignore: {}, reason: {}, "
                         "should_panic: {}, expected: {}, file: {}, line: {}, column: {}, "
                         "end_column: {} }},\n",
                         quote(name), count, ignore != nullptr,
                         quote(ignore ? ignore->value.value_or("") : ""), panic != nullptr,
                         quote(panic ? expectedMessage(*panic) : ""), quote(where.file), where.line,
                         where.column, where.column + test.ident.name.size());
    ++count;
  }

  /// `#[should_panic(expected = "…")]`, or in short `#[should_panic = "…"]`.
  static std::string expectedMessage(const MetaItem &attribute) {
    const MetaItem *expected = attribute.find("expected");
    return (expected ? expected->value : attribute.value).value_or("");
  }

  static std::string quote(StringRef text) {
    std::string quoted = "\"";
    for (char c : text) {
      if (c == '"' || c == '\\')
        quoted += '\\';
      if (static_cast<unsigned char>(c) < 0x20)
        quoted += fmt::format("\\x{:02x}", c);
      else
        quoted += c;
    }
    return quoted + "\"";
  }

  const SourceMap &sources;
  std::string calls, tests;
  unsigned count = 0;
};

} // namespace

void cratec::rust::addTestHarness(ParseContext &context) {
  ast::Module &root = context.crate.root;
  std::string text = HarnessWriter(context.sources).write(root);
  uint32_t begin = context.sources.add("<the program that runs the tests>", std::move(text));
  Parser(context, begin, LexMode::Generated).parseGenerated(root.items);
  context.crate.testMain = llvm::dyn_cast<FunctionItem>(root.items.back());
}
