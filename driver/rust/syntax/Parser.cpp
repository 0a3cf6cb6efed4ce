//===- Parser.cpp - tokens, mistakes and depth ----------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

Parser::Parser(ParseContext &context, uint32_t start, LexMode mode)
    : context(context), start(start), mode(mode),
      lexed(lexText(start, context.crate.arena, context.report, mode)) {
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

const Token &Parser::peekAt(size_t distance) const {
  if (broken)
    return eofToken;
  return lexed.tokens[std::min(pos + distance, end)];
}

bool Parser::isIdentifier(const Token &token) {
  return token.is(TokenKind::Identifier) && token.text != "_" && !isKeyword(token.text);
}

bool Parser::touches(size_t distance) const {
  return peekAt(distance).span.end == peekAt(distance + 1).span.begin;
}

Token Parser::bump() {
  if (atEnd())
    return eofToken;
  wanted.clear();
  lastSpan = lexed.tokens[pos].span;
  return lexed.tokens[pos++];
}

bool Parser::check(Kind kind) {
  if (at(kind) && !atEnd())
    return true;
  if (!broken)
    wanted.push_back(describe(kind).str());
  return false;
}

bool Parser::checkWord(StringRef word) {
  if (atWord(word) && !atEnd())
    return true;
  if (!broken)
    wanted.push_back("`" + word.str() + "`");
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

/// The token that `sign` is.
static TokenKind kindOf(StringRef sign) {
  for (auto kind = unsigned(TokenKind::Semicolon); kind <= unsigned(TokenKind::ShiftRightEqual);
       ++kind)
    if (signOf(TokenKind(kind)) == sign)
      return TokenKind(kind);
  return TokenKind::EndOfFile;
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
  token.kind = kindOf(token.text);
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
    wanted.push_back("identifier");
    unexpected();
  }
  return {save("_"), peek().span};
}

std::optional<Ident> Parser::eatLifetime() {
  if (!at(Kind::Lifetime))
    return std::nullopt;
  Token token = bump();
  return Ident{save(token.text.drop_front()), token.span};
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
  if (token.is(Kind::Identifier) && isKeyword(token.text))
    return "keyword " + quoted;
  return quoted;
}

void Parser::unexpected() {
  if (broken)
    return;
  llvm::sort(wanted);
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::string list;
  for (size_t i = 0; i != wanted.size(); ++i) {
    if (i != 0)
      list += wanted.size() > 2 ? ", " : " ";
    if (i != 0 && i + 1 == wanted.size())
      list += "or ";
    list += wanted[i];
  }
  std::string found = describeFound();
  Span span = peek().span;
  if (wanted.empty())
    return fail(Code::None, span, "unexpected token", "unexpected token: {}", found);
  if (wanted.size() == 1)
    return fail(Code::None, span, fmt::format("expected {}", list), "expected {}, found {}", list,
                found);
  std::string label = wanted.size() > 6 ? fmt::format("{} possible tokens", wanted.size()) : list;
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
