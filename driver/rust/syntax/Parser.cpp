//===- Parser.cpp - tokens, mistakes and depth ----------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

#include <set>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

/// What of the text at `start` is left for later.
static llvm::ArrayRef<linkcheck::TextRange> deferredOf(const Crate &crate, uint32_t start) {
  for (const SourceText &text : llvm::reverse(crate.texts))
    if (text.start == start)
      return text.deferred;
  return {};
}

Parser::Parser(ParseContext &context, uint32_t start, LexMode mode)
    : Parser(context, context.sources.whole(start), mode, deferredOf(context.crate, start)) {}

Parser::Parser(ParseContext &context, Span part, LexMode mode,
               llvm::ArrayRef<linkcheck::TextRange> deferred)
    : context(context), start(part.begin), mode(mode),
      lexed(lexText(part, context.crate.arena, context.report, mode, deferred)) {
  end = lexed.tokens.size() - 1;
  eofToken = lexed.tokens.back();
  lastSpan = {start, start};
}

// ---- depth ----

Parser::Nesting::Nesting(Parser &parser)
    : context(parser.context), outerHeight(std::exchange(context.height, 0)),
      isFine(++context.depth <= nestingLimit) {
  if (!isFine)
    parser.tooDeep();
}

Parser::Nesting::~Nesting() {
  --context.depth;
  context.height = std::max(outerHeight, context.height + 1);
}

bool Parser::link() {
  if (++context.height <= treeHeightLimit)
    return true;
  tooDeep();
  return false;
}

void Parser::tooDeep() {
  if (!broken && !context.saidTooDeep) {
    context.saidTooDeep = true;
    context.report.error(Code::None, peek().span, "", "the source is nested too deeply")
        .note("constructs may be nested {} levels deep, and an expression may have {} operators "
              "in a row",
              nestingLimit, treeHeightLimit)
        .done();
  }
  broken = true;
  wanted.clear();
}

// ---- tokens ----

bool Parser::isIdentifier(const Token &token) {
  return token.is(TokenKind::Identifier) && !token.isReserved && token.text != "_";
}

bool Parser::touches(size_t distance) const {
  return peekAt(distance).span.end == peekAt(distance + 1).span.begin;
}

const Token &Parser::bump() {
  if (atEnd())
    return eofToken;
  wanted.clear();
  lastSpan = lexed.tokens[pos].span;
  return lexed.tokens[pos++];
}

bool Parser::check(Kind kind) {
  if (at(kind) && pos < end)
    return true;
  if (!broken)
    wanted.push_back({describe(kind), false});
  return false;
}

bool Parser::checkWord(StringRef word) {
  if (atWord(word) && pos < end)
    return true;
  if (!broken)
    wanted.push_back({word, true});
  return false;
}

bool Parser::expect(Kind kind) {
  if (eat(kind))
    return true;
  unexpected();
  return false;
}

bool Parser::expectWord(StringRef word) {
  if (eatWord(word))
    return true;
  unexpected();
  return false;
}

static StringRef signOf(TokenKind kind) {
  return describe(kind).drop_front().drop_back();
}

bool Parser::atPart(Kind first) const {
  const Token &token = peek();
  if (atEnd() || token.kind < Kind::Semicolon)
    return false;
  // `..` does not hold two fields' dots, nor `::` two types' colons.
  return token.text.starts_with(signOf(first)) && token.kind != Kind::FatArrow &&
         token.kind != Kind::Arrow;
}

bool Parser::eatPart(Kind first) {
  if (!atPart(first)) {
    check(first);
    return false;
  }
  if (at(first)) {
    bump();
    return true;
  }
  Token &token = lexed.tokens[pos];
  unsigned length = unsigned(signOf(first).size());
  lastSpan = {token.span.begin, token.span.begin + length};
  token.span.begin += length;
  token.text = token.text.drop_front(length);
  token.kind = findSign(token.text).first;
  wanted.clear();
  return true;
}

void Parser::expectPart(Kind first) {
  if (!eatPart(first))
    unexpected();
}

Ident Parser::expectIdentifier() {
  if (atIdentifier() && !atEnd()) {
    Token token = bump();
    return {token.text, token.span};
  }
  if (!broken) {
    wanted.push_back({"identifier", false});
    unexpected();
  }
  return {"_", peek().span};
}

std::optional<Ident> Parser::eatLifetime() {
  if (!at(Kind::Lifetime))
    return std::nullopt;
  Token token = bump();
  return Ident{token.text.drop_front(), token.span};
}

// ---- mistakes ----

std::string Parser::describeFound() const {
  const Token &token = pos < lexed.tokens.size() ? lexed.tokens[pos] : eofToken;
  if (token.is(Kind::EndOfFile))
    return "`<eof>`";
  std::string quoted = "`" + token.text.str() + "`";
  if (token.isWord("_"))
    return "reserved identifier " + quoted;
  static constexpr StringRef reserved[] = {"abstract", "become",  "box",      "do",
                                           "final",    "macro",   "override", "priv",
                                           "typeof",   "unsized", "virtual",  "yield"};
  if (token.is(Kind::Identifier) && llvm::is_contained(reserved, token.text))
    return "reserved keyword " + quoted;
  if (token.is(Kind::Identifier) && token.isReserved)
    return "keyword " + quoted;
  return quoted;
}

void Parser::unexpected() {
  if (broken)
    return;
  std::set<std::string> texts;
  for (const Wanted &each : wanted)
    texts.insert(each.isWord ? "`" + each.text.str() + "`" : each.text.str());
  std::string list;
  for (const std::string &text : texts) {
    bool isLast = text == *texts.rbegin();
    if (!list.empty())
      list += texts.size() > 2 ? ", " : " ";
    if (!list.empty() && isLast)
      list += "or ";
    list += text;
  }
  std::string found = describeFound();
  Span span = peek().span;
  if (texts.empty())
    return fail(Code::None, span, "unexpected token", "unexpected token: {}", found);
  if (texts.size() == 1)
    return fail(Code::None, span, fmt::format("expected {}", list), "expected {}, found {}", list,
                found);
  std::string label = texts.size() > 6 ? fmt::format("{} possible tokens", texts.size()) : list;
  fail(Code::None, span, fmt::format("expected one of {}", label), "expected one of {}, found {}",
       list, found);
}

void Parser::expected(StringRef what) {
  wanted.clear();
  if (!broken)
    fail(Code::None, peek().span, fmt::format("expected {}", what.str()), "expected {}, found {}",
         what.str(), describeFound());
}

void Parser::outside(Span span, StringRef what, StringRef help) {
  if (isMuted())
    return;
  auto error = context.report.error(Code::D01, span, "not of the dialect", "{} outside the dialect",
                                    what.str());
  if (!help.empty())
    error.help("{}", help.str());
  error.help("`SUBSET.md` lists what the dialect holds").done();
}

void Parser::skipTree() {
  if (atEnd())
    return;
  wanted.clear();
  if (size_t partner = lexed.partners[pos]; partner > pos)
    pos = partner;
  lastSpan = lexed.tokens[pos].span;
  ++pos;
}

void Parser::recover(size_t from, bool braceEnds) {
  broken = false;
  wanted.clear();
  size_t failed = pos;
  // Brackets around the mistake are skipped as a whole.
  for (pos = from; pos < end;) {
    Kind kind = lexed.tokens[pos].kind;
    bool isPast = pos >= failed;
    skipTree();
    if (isPast && kind == Kind::Semicolon)
      return;
    if (braceEnds && kind == Kind::OpenBrace && pos > failed) {
      if (at(Kind::Semicolon) && pos < end)
        skipTree();
      return;
    }
  }
}

void Parser::closeDelimited(size_t close, size_t outerEnd) {
  broken = false;
  wanted.clear();
  end = outerEnd;
  pos = close + 1;
  lastSpan = lexed.tokens[close].span;
}
