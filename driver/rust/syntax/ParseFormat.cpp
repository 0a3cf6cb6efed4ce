//===- ParseFormat.cpp - format strings and their arguments ---------------===//

#include "driver/rust/syntax/FormatString.h"
#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

/// The arguments of one format string, and what it asks of them.
struct Parser::FormatArguments {
  struct Argument {
    const Expr *expr;
    std::optional<Ident> name;
    bool isUsed = false;
  };
  std::vector<Argument> list;
  size_t written = 0; ///< those in the source; names taken from the scope come after
  unsigned next = 0;  ///< which `{}` comes
  bool hasMissingNext = false;
  std::vector<std::pair<unsigned, Span>> missing; ///< explicit references to nothing

  std::string count() const {
    if (written == 0)
      return "no arguments were given";
    return written == 1 ? "there is 1 argument" : fmt::format("there are {} arguments", written);
  }
};

void Parser::plainFormat(FormatTemplate &format, Span span, StringRef text) {
  FormatPiece piece;
  piece.text = save(text);
  piece.span = span;
  format.span = span;
  format.pieces.push_back(std::move(piece));
}

namespace {

/// Where in the source a place of the format string is: exactly, where the literal holds
/// no escapes; else the literal.
class Places {
public:
  Places(const SourceMap &sources, const LiteralExpr &literal) : whole(literal.span) {
    StringRef source = sources.text(whole);
    if (source.find('\\') != StringRef::npos && !source.starts_with("r"))
      return;
    size_t quote = source.find('"');
    if (quote != StringRef::npos && source.substr(quote + 1).starts_with(literal.text))
      content = uint32_t(whole.begin + quote + 1);
  }
  Span at(size_t begin, size_t end) const {
    if (content == 0)
      return whole;
    return {uint32_t(content + begin), uint32_t(content + end)};
  }

private:
  Span whole;
  uint32_t content = 0;
};

/// Makes the pieces, once the arguments are read.
template <typename Arguments> class Linker {
public:
  Linker(Arguments &arguments, const Places &places, Arena &arena)
      : arguments(arguments), places(places), arena(arena) {}

  FormatPiece link(const ParsedPiece &parsed) {
    FormatPiece piece = parsed.style;
    piece.text = arena.save(parsed.text);
    piece.span = places.at(parsed.begin, parsed.end);
    if (!parsed.hasArgument)
      return piece;
    // `.*` takes its argument before the value takes one.
    if (parsed.precision && piece.precision)
      piece.precision->value = find(*parsed.precision);
    piece.argument = find(parsed.argument);
    if (parsed.width && piece.width)
      piece.width->value = find(*parsed.width);
    return piece;
  }

private:
  unsigned find(const FormatReference &reference) {
    if (reference.kind == FormatReference::Kind::Name)
      return findName(reference);
    bool isNext = reference.kind == FormatReference::Kind::Next;
    unsigned index = isNext ? arguments.next++ : reference.index;
    if (index < arguments.written) {
      arguments.list[index].isUsed = true;
      return index;
    }
    if (isNext)
      arguments.hasMissingNext = true;
    else
      arguments.missing.push_back({index, places.at(reference.begin, reference.end)});
    return 0;
  }
  unsigned findName(const FormatReference &reference) {
    for (unsigned i = 0; i != arguments.list.size(); ++i)
      if (arguments.list[i].name && arguments.list[i].name->name == reference.name) {
        arguments.list[i].isUsed = true;
        return i;
      }
    // A name of the scope.
    size_t length = reference.name.size();
    Ident ident{arena.save(reference.name), places.at(reference.begin, reference.begin + length)};
    Path path;
    path.span = ident.span;
    path.segments.push_back({ident, {}, false});
    arguments.list.push_back({arena.make<PathExpr>(path.span, path), ident, true});
    return unsigned(arguments.list.size() - 1);
  }

  Arguments &arguments;
  const Places &places;
  Arena &arena;
};

} // namespace

/// Says what does not fit between string and arguments.
template <typename Arguments>
static void checkArguments(const Arguments &arguments, const LiteralExpr &literal,
                           const Reporter &report) {
  if (arguments.hasMissingNext) {
    report
        .error(Code::None, literal.span, "", "{} positional argument{} in format string, but {}",
               arguments.next, arguments.next == 1 ? "" : "s", arguments.count())
        .done();
    return;
  }
  if (!arguments.missing.empty()) {
    std::string list;
    for (size_t i = 0; i != arguments.missing.size(); ++i) {
      if (i != 0)
        list += i + 1 == arguments.missing.size() ? " and " : ", ";
      list += std::to_string(arguments.missing[i].first);
    }
    report
        .error(Code::None, arguments.missing.front().second, "",
               "invalid reference to positional argument{} {} ({})",
               arguments.missing.size() == 1 ? "" : "s", list, arguments.count())
        .note("positional arguments are zero-based")
        .done();
  }
  std::vector<size_t> unused;
  for (size_t i = 0; i != arguments.written; ++i)
    if (!arguments.list[i].isUsed)
      unused.push_back(i);
  if (unused.empty())
    return;
  auto label = [&](size_t i) {
    return arguments.list[i].name ? "named argument never used" : "argument never used";
  };
  auto error = report.error(
      Code::None, arguments.list[unused.front()].expr->span, label(unused.front()), "{}",
      unused.size() == 1 ? label(unused.front()) : "multiple unused formatting arguments");
  for (size_t i : llvm::drop_begin(unused))
    report.label(error, arguments.list[i].expr->span, label(i));
  report.label(error, literal.span, "formatting specifier missing").done();
}

/// What follows the format string. False where what is wrong makes counting moot.
bool Parser::parseFormatArguments(FormatArguments &arguments) {
  bool isFine = true;
  bool hasNames = false;
  while (!atEnd()) {
    wanted.clear();
    if (!expect(Kind::Comma) || atEnd())
      break;
    FormatArguments::Argument argument{};
    if (atIdentifier() && peekAt(1).is(Kind::Equal)) {
      argument.name = expectIdentifier();
      bump();
      hasNames = true;
      for (const auto &other : arguments.list) {
        if (!other.name || other.name->name != argument.name->name || isMuted())
          continue;
        isFine = false;
        context.report
            .error(Code::None, argument.name->span, "duplicate argument",
                   "duplicate argument named `{}`", argument.name->name.str())
            .done();
      }
    }
    argument.expr = parseExpr();
    if (hasNames && !argument.name && !isMuted()) {
      isFine = false;
      context.report
          .error(Code::None, argument.expr->span,
                 "positional arguments must be before named arguments",
                 "positional arguments cannot follow named arguments")
          .done();
    }
    arguments.list.push_back(argument);
  }
  arguments.written = arguments.list.size();
  return isFine;
}

/// The literal of a format string, or null, and said.
const LiteralExpr *Parser::parseFormatLiteral() {
  const Expr *first = parseExpr();
  if (broken)
    return nullptr;
  const auto *literal = llvm::dyn_cast<LiteralExpr>(first);
  if (literal && literal->type == LiteralExpr::Type::String)
    return literal;
  if (!isMuted())
    context.report.error(Code::None, first->span, "", "format argument must be a string literal")
        .help("you might be missing a string literal to format with: `\"{{}}\", `")
        .done();
  pos = end;
  return nullptr;
}

void Parser::sayMistake(const FormatMistake &mistake, Span span) {
  if (mistake.isOutside)
    return outside(span, mistake.message);
  if (isMuted())
    return;
  auto error =
      context.report.error(Code::None, span, mistake.label, "{}{}",
                           mistake.isWhole ? "" : "invalid format string: ", mistake.message);
  for (const std::string &note : mistake.notes)
    error.note("{}", note);
}

void Parser::parseFormat(FormatTemplate &format, Span call, bool newline) {
  if (atEnd()) {
    fail(Code::None, call, "", "requires at least a format string argument");
    return;
  }
  const LiteralExpr *literal = parseFormatLiteral();
  if (!literal)
    return;
  FormatArguments arguments;
  bool isFine = parseFormatArguments(arguments);
  if (broken)
    return;
  Places places(context.sources, *literal);
  FormatMistake mistake;
  std::optional<std::vector<ParsedPiece>> pieces = parseFormatString(literal->text, mistake);
  if (!pieces)
    return sayMistake(mistake, places.at(mistake.begin, mistake.end));
  Linker<FormatArguments> linker(arguments, places, context.crate.arena);
  for (const ParsedPiece &piece : *pieces)
    format.pieces.push_back(linker.link(piece));
  if (!isMuted() && isFine)
    checkArguments(arguments, *literal, context.report);
  format.span = literal->span;
  for (const auto &argument : arguments.list)
    format.arguments.push_back(argument.expr);
  if (!newline)
    return;
  if (format.pieces.empty() || format.pieces.back().argument)
    plainFormat(format, literal->span, "\n");
  else
    format.pieces.back().text = save(format.pieces.back().text.str() + "\n");
}
