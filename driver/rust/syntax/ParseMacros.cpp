//===- ParseMacros.cpp - the macros of the dialect ------------------------===//

#include "driver/rust/syntax/Parser.h"
#include "driver/rust/syntax/Spelling.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/Path.h>

#include <cstdlib>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

/// Macros that rustc knows and the dialect does not.
static bool isForeignMacro(StringRef name) {
  static constexpr StringRef names[] = {
      "addr_of",       "addr_of_mut",  "asm",           "assert_matches",
      "compile_error", "concat_bytes", "concat_idents", "const_format_args",
      "dbg",           "global_asm",   "include",       "is_x86_feature_detected",
      "matches",       "offset_of",    "option_env",    "pin",
      "select",        "thread_local", "todo",          "trace_macros"};
  return llvm::is_contained(names, name);
}

const Expr *Parser::parseMacro() {
  Token name = bump();
  bump();
  Nesting nesting(*this);
  if (!nesting)
    return errorExpr();
  MacroCall call;
  call.name = name.text;
  call.begin = call.nameSpan = name.span;
  call.span = name.span.to(lexed.tokens[lexed.partners[pos]].span);
  const Expr *expr = nullptr;
  delimited(peek().kind, [&] {
    expr = parseMacroByName(call);
    if (!atEnd())
      fail(Code::None, peek().span, "no rules expected this token in macro call",
           "no rules expected {}", describeFound());
  });
  return expr ? expr : errorExpr(call.span);
}

const Expr *Parser::parseMacroByName(MacroCall &call) {
  using Format = FormatExpr::Macro;
  using Assert = AssertExpr::Macro;
  auto format = llvm::StringSwitch<std::optional<Format>>(call.name)
                    .Case("print", Format::Print)
                    .Case("println", Format::Println)
                    .Case("eprint", Format::Eprint)
                    .Case("eprintln", Format::Eprintln)
                    .Case("format", Format::Format)
                    .Case("format_args", Format::FormatArgs)
                    .Case("write", Format::Write)
                    .Case("writeln", Format::Writeln)
                    .Default(std::nullopt);
  if (format)
    return parseFormatMacro(call, *format);
  auto panic = llvm::StringSwitch<std::optional<Format>>(call.name)
                   .Case("panic", Format::Panic)
                   .Case("unreachable", Format::Unreachable)
                   .Case("unimplemented", Format::Unimplemented)
                   .Default(std::nullopt);
  if (panic)
    return parsePanicMacro(call, *panic);
  StringRef name = call.name;
  bool debugOnly = name.consume_front("debug_");
  auto assertion = llvm::StringSwitch<std::optional<Assert>>(name)
                       .Case("assert", Assert::Assert)
                       .Case("assert_eq", Assert::AssertEq)
                       .Case("assert_ne", Assert::AssertNe)
                       .Default(std::nullopt);
  if (assertion)
    return parseAssertMacro(call, *assertion, debugOnly);
  if (call.name == "vec")
    return parseVecMacro(call);
  if (call.name == "try")
    return parseTryMacro(call);
  if (const Expr *literal = parseLiteralMacro(call))
    return literal;
  unknownMacro(call);
  pos = end;
  return errorExpr(call.span);
}

void Parser::unknownMacro(const MacroCall &call) {
  if (isMuted())
    return;
  if (call.name == "compile_error" && at(Kind::String) && pos + 1 == end) {
    context.report.error(Code::None, call.span, "", "{}", peek().value.str()).done();
    return;
  }
  if (isForeignMacro(call.name))
    return outside(call.nameSpan, fmt::format("the macro `{}!` is", call.name.str()));
  context.report
      .error(Code::None, call.nameSpan, "", "cannot find macro `{}` in this scope", call.name.str())
      .done();
}

/// A macro in the place of an item: none makes one.
void Parser::skipMacroItem() {
  Token name = bump();
  bump();
  MacroCall call;
  call.name = name.text;
  call.begin = call.nameSpan = name.span;
  call.span = name.span.to(lexed.tokens[lexed.partners[pos]].span);
  bool isBrace = at(Kind::OpenBrace);
  delimited(peek().kind, [&] {
    static constexpr StringRef known[] = {"assert",        "assert_eq",       "assert_ne",
                                          "cfg",           "column",          "concat",
                                          "debug_assert",  "debug_assert_eq", "debug_assert_ne",
                                          "env",           "eprint",          "eprintln",
                                          "file",          "format",          "format_args",
                                          "include_bytes", "include_str",     "line",
                                          "module_path",   "panic",           "print",
                                          "println",       "stringify",       "try",
                                          "unimplemented", "unreachable",     "vec",
                                          "write",         "writeln"};
    if (!llvm::is_contained(known, call.name))
      unknownMacro(call);
    else if (!isMuted())
      context.report
          .error(Code::None, call.span, "", "the macro `{}!` cannot be used in place of an item",
                 call.name.str())
          .done();
    pos = end;
  });
  if (!isBrace)
    expect(Kind::Semicolon);
}

// ---- formatting ----

const Expr *Parser::parseFormatMacro(MacroCall &call, FormatExpr::Macro macro) {
  using Macro = FormatExpr::Macro;
  auto *expr = make<FormatExpr>(call.span, macro);
  expr->format.span = call.span;
  bool newline = macro == Macro::Println || macro == Macro::Eprintln || macro == Macro::Writeln;
  if (macro == Macro::Write || macro == Macro::Writeln) {
    if (atEnd()) {
      fail(Code::None, call.span, "",
           "requires a destination and format arguments, like `{}!(dest, \"format string\", "
           "args...)`",
           call.name.str());
      return errorExpr(call.span);
    }
    expr->target = parseExpr();
    if (!atEnd())
      expect(Kind::Comma);
  }
  if (atEnd() && !broken && newline)
    plainFormat(expr->format, call.span, "\n");
  else
    parseFormat(expr->format, call.span, newline);
  return expr;
}

/// `panic!` and its like: a single literal is printed as it is, as Rust 2015 does.
const Expr *Parser::parsePanicMacro(MacroCall &call, FormatExpr::Macro macro) {
  using Macro = FormatExpr::Macro;
  auto *expr = make<FormatExpr>(call.span, macro);
  FormatTemplate &format = expr->format;
  format.span = call.span;
  StringRef alone = macro == Macro::Panic         ? "explicit panic"
                    : macro == Macro::Unreachable ? "internal error: entered unreachable code"
                                                  : "not implemented";
  if (atEnd()) {
    plainFormat(format, call.span, alone);
    return expr;
  }
  std::string prefix = macro == Macro::Panic ? "" : alone.str() + ": ";
  bool isPlain = macro != Macro::Unimplemented && at(Kind::String) &&
                 (pos + 1 == end || (peekAt(1).is(Kind::Comma) && pos + 2 == end));
  if (isPlain) {
    Token literal = bump();
    eat(Kind::Comma);
    plainFormat(format, literal.span, prefix + literal.value.str());
    return expr;
  }
  if (!at(Kind::String) && !atMacro()) {
    Span begin = peek().span;
    parseExpr();
    if (atEnd() && !broken) {
      outside(since(begin), "panics with a value instead of a text are",
              fmt::format("write `{}!(\"{{}}\", value)`", call.name.str()));
      return expr;
    }
    fail(Code::None, since(begin), "", "format argument must be a string literal");
    return expr;
  }
  parseFormat(format, call.span, false);
  if (!prefix.empty()) {
    if (format.pieces.empty())
      plainFormat(format, format.span, prefix);
    else
      format.pieces.front().text = save(prefix + format.pieces.front().text.str());
  }
  return expr;
}

const Expr *Parser::parseAssertMacro(MacroCall &call, AssertExpr::Macro macro, bool debugOnly) {
  if (atEnd()) {
    if (macro == AssertExpr::Macro::Assert)
      fail(Code::None, call.span, "boolean expression required",
           "macro requires a boolean expression as an argument");
    else
      fail(Code::None, call.span, "missing tokens in macro arguments",
           "unexpected end of macro invocation");
    return errorExpr(call.span);
  }
  // Reading splits tokens, so the condition is spelt from those that were.
  size_t first = pos;
  std::vector<Token> tokens(lexed.tokens.begin() + pos, lexed.tokens.begin() + end);
  auto *expr = make<AssertExpr>(call.span, macro, parseExpr());
  if (macro == AssertExpr::Macro::Assert) {
    expr->text = save(spellTokens(llvm::ArrayRef(tokens).take_front(pos - first)));
  } else {
    if (atEnd() && !broken) {
      fail(Code::None, peek().span, "missing tokens in macro arguments",
           "unexpected end of macro invocation");
      return errorExpr(call.span);
    }
    expect(Kind::Comma);
    expr->right = parseExpr();
  }
  expr->debugOnly = debugOnly;
  if (!atEnd())
    expect(Kind::Comma);
  if (!atEnd()) {
    expr->message.emplace();
    expr->message->span = call.span;
    bool isPlain = macro == AssertExpr::Macro::Assert && at(Kind::String) &&
                   (pos + 1 == end || (peekAt(1).is(Kind::Comma) && pos + 2 == end));
    if (isPlain) {
      Token literal = bump();
      eat(Kind::Comma);
      plainFormat(*expr->message, literal.span, literal.value);
    } else {
      parseFormat(*expr->message, call.span, false);
    }
  }
  if (!debugOnly || context.debugAssertions)
    return expr;
  // It is checked, but does not run.
  auto *never = make<LiteralExpr>(call.span, LiteralExpr::Type::Bool);
  auto *block = make<Block>();
  block->span = call.span;
  Statement statement;
  statement.kind = Statement::Kind::Expr;
  statement.span = call.span;
  statement.expr = expr;
  block->statements.push_back(statement);
  return make<IfExpr>(call.span, never, block);
}

// ---- vec! and try! ----

const Expr *Parser::parseVecMacro(MacroCall &call) {
  auto *expr = make<VecExpr>(call.span);
  while (!atEnd()) {
    expr->elements.push_back(parseExpr());
    if (expr->elements.size() == 1 && eat(Kind::Semicolon)) {
      expr->count = parseExpr();
      break;
    }
    if (!eat(Kind::Comma))
      break;
  }
  return expr;
}

const Expr *Parser::parseTryMacro(MacroCall &call) {
  const Expr *operand = parseExpr();
  eat(Kind::Comma);
  return make<TryExpr>(call.span, operand);
}

// ---- macros that are literals ----

const Expr *Parser::stringLiteral(Span span, StringRef text) {
  auto *literal = make<LiteralExpr>(span, LiteralExpr::Type::String);
  literal->text = save(text);
  return literal;
}

void Parser::noArguments(const MacroCall &call) {
  if (!atEnd())
    fail(Code::None, call.span, "", "{}! takes no arguments", call.name.str());
}

static LiteralExpr *makeNumber(Arena &arena, Span span, uint64_t value) {
  auto *literal = arena.make<LiteralExpr>(span, LiteralExpr::Type::Integer);
  literal->integer = value;
  literal->suffix = "u32";
  return literal;
}

/// Null where the macro is none of these.
const Expr *Parser::parseLiteralMacro(MacroCall &call) {
  StringRef name = call.name;
  linkcheck::SourceLocation where = context.sources.locate(call.span);
  Arena &arena = context.crate.arena;
  if (name == "cfg")
    return parseCfgMacro(call);
  if (name == "concat")
    return parseConcat(call);
  if (name == "stringify") {
    std::string text = joinTokens(llvm::ArrayRef(lexed.tokens).slice(pos, end - pos));
    pos = end;
    return stringLiteral(call.span, text);
  }
  if (name == "line") {
    noArguments(call);
    return makeNumber(arena, call.span, where.line);
  }
  if (name == "column") {
    noArguments(call);
    // Columns of messages are bytes, those of `column!` characters.
    StringRef before =
        context.sources.text({call.span.begin - (where.column - 1), call.span.begin});
    return makeNumber(arena, call.span,
                      1 + llvm::count_if(before, [](char c) { return (c & 0xc0) != 0x80; }));
  }
  if (name == "file") {
    noArguments(call);
    return stringLiteral(call.span, where.file);
  }
  if (name == "module_path") {
    noArguments(call);
    std::string path = context.crateName;
    for (const std::string &module : context.modulePath)
      path += "::" + module;
    return stringLiteral(call.span, path);
  }
  if (name == "include_str" || name == "include_bytes")
    return parseInclude(call, name == "include_bytes");
  if (name == "env")
    return parseEnv(call);
  return nullptr;
}

const Expr *Parser::parseCfgMacro(MacroCall &call) {
  auto *literal = make<LiteralExpr>(call.span, LiteralExpr::Type::Bool);
  if (atEnd()) {
    fail(Code::None, call.span, "cfg-pattern required",
         "macro requires a cfg-pattern as an argument");
    return literal;
  }
  MetaItem predicate = parseMetaItem();
  eat(Kind::Comma);
  if (!atEnd())
    fail(Code::None, call.span, "", "expected 1 cfg-pattern");
  if (!broken)
    literal->integer = evaluate(predicate, "cfg!", call.span);
  return literal;
}

void Parser::appendLiteral(std::string &text, const Expr *expr) {
  bool isNegative = false;
  if (const auto *unary = llvm::dyn_cast<UnaryExpr>(expr); unary && unary->op == UnaryOp::Negate) {
    isNegative = true;
    expr = unary->operand;
  }
  using Type = LiteralExpr::Type;
  const auto *literal = llvm::dyn_cast<LiteralExpr>(expr);
  bool isNumber = literal && (literal->type == Type::Integer || literal->type == Type::Float);
  if (!literal || literal->type == Type::Byte || literal->type == Type::ByteString ||
      (isNegative && !isNumber)) {
    if (!isMuted())
      context.report.error(Code::None, expr->span, "", "expected a literal")
          .note("only literals (like `\"foo\"`, `-42` and `3.14`) can be passed to `concat!()`")
          .done();
    return;
  }
  if (isNegative)
    text += '-';
  switch (literal->type) {
  case Type::Integer:
    text += std::to_string(literal->integer);
    break;
  case Type::Bool:
    text += literal->integer ? "true" : "false";
    break;
  case Type::Char:
    appendUtf8(text, char32_t(literal->integer));
    break;
  default:
    text += literal->text;
    break;
  }
}

const Expr *Parser::parseConcat(MacroCall &call) {
  std::string text;
  commaList([&] {
    const Expr *expr = parseExpr();
    if (!broken)
      appendLiteral(text, expr);
  });
  return stringLiteral(call.span, text);
}

const Expr *Parser::parseInclude(MacroCall &call, bool isBytes) {
  auto *literal = make<LiteralExpr>(call.span, isBytes ? LiteralExpr::Type::ByteString
                                                       : LiteralExpr::Type::String);
  const auto *name = llvm::dyn_cast<LiteralExpr>(parseExpr());
  eat(Kind::Comma);
  if (broken || context.off != 0)
    return literal;
  if (!name || name->type != LiteralExpr::Type::String) {
    fail(Code::None, call.span, "", "argument must be a string literal");
    return literal;
  }
  std::string path = name->text.str();
  StringRef folder = llvm::sys::path::parent_path(context.sources.path(call.span.begin));
  if (!llvm::sys::path::is_absolute(path) && !folder.empty())
    path = folder.str() + "/" + path;
  std::string failure = "No such file or directory";
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  if (context.reader)
    buffer = context.reader->read(path, failure);
  StringRef text = buffer ? buffer->getBuffer() : "";
  if (!isBytes && !isUtf8(text)) {
    context.report.error(Code::None, call.span, "", "`{}` wasn't a utf-8 file", path).done();
    return literal;
  }
  if (!buffer || text.size() > SourceMap::sizeLimit) {
    context.report
        .error(Code::None, call.span, "", "couldn't read `{}`: {}", path,
               buffer ? "the file is too large" : failure)
        .done();
    return literal;
  }
  if (context.files && !llvm::is_contained(*context.files, path))
    context.files->push_back(path);
  auto &included = context.crate.included;
  if (llvm::none_of(included, [&](const auto &other) { return other.first == path; }))
    included.push_back({path, text.str()});
  literal->text = save(text);
  return literal;
}

const Expr *Parser::parseEnv(MacroCall &call) {
  const auto *name = llvm::dyn_cast<LiteralExpr>(parseExpr());
  const LiteralExpr *message = nullptr;
  if (eat(Kind::Comma) && !atEnd()) {
    message = llvm::dyn_cast<LiteralExpr>(parseExpr());
    eat(Kind::Comma);
  }
  if (isMuted())
    return stringLiteral(call.span, "");
  if (!name || name->type != LiteralExpr::Type::String) {
    fail(Code::None, call.span, "", "expected string literal");
    return stringLiteral(call.span, "");
  }
  std::string variable = name->text.str();
  std::optional<std::string> value;
  if (context.reader && variable.find('\0') == std::string::npos)
    value = context.reader->variable(variable);
  if (value && isUtf8(*value))
    return stringLiteral(call.span, *value);
  if (message)
    context.report.error(Code::None, call.span, "", "{}", message->text.str()).done();
  else
    context.report
        .error(Code::None, call.span, "", "environment variable `{}` not defined at compile time",
               variable)
        .done();
  return stringLiteral(call.span, "");
}
