//===- Lexer.cpp - from text to tokens ------------------------------------===//

#include "driver/rust/syntax/Lexer.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ConvertUTF.h>

#include <optional>

using namespace cratec::rust;
using linkcheck::Code;
using llvm::StringRef;

bool cratec::rust::isUtf8(StringRef text) {
  // Most sources are ASCII, which is much quicker to tell.
  text = text.drop_while([](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.begin());
  return llvm::isLegalUTF8String(&begin, reinterpret_cast<const llvm::UTF8 *>(text.end()));
}

std::pair<char32_t, unsigned> cratec::rust::decodeUtf8(StringRef text) {
  auto first = static_cast<unsigned char>(text.front());
  unsigned length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (length > text.size())
    return {first, 1};
  char32_t value = length == 1 ? first : first & (0xffu >> (length + 1));
  for (unsigned i = 1; i < length; ++i)
    value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3f);
  return {value, length};
}

void cratec::rust::appendUtf8(std::string &text, char32_t codePoint) {
  char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
  char *end = buffer;
  if (llvm::ConvertCodePointToUTF8(codePoint, end))
    text.append(buffer, end);
}

namespace {

bool isIdentifierStart(char c) {
  return llvm::isAlpha(c) || c == '_';
}
bool isIdentifierPart(char c) {
  return llvm::isAlnum(c) || c == '_';
}

/// Letters of other scripts, as far as telling them from signs is needed: what is no
/// sign here is taken as a letter of an identifier.
bool isForeignLetter(char32_t c) {
  if (c < 0xc0)
    return c == 0xaa || c == 0xb5 || c == 0xba;
  if (c == 0xd7 || c == 0xf7)
    return false;
  return !(c >= 0x2000 && c < 0x2c00) && !(c >= 0x3000 && c < 0x3040) && c != 0xfeff &&
         !(c >= 0xe000 && c < 0xf900) && !(c >= 0xff00 && c < 0xff21) && c < 0x1f000;
}

class Lexer {
public:
  Lexer(Span part, Arena &arena, const Reporter &report, LexMode mode,
        llvm::ArrayRef<linkcheck::TextRange> deferred)
      : start(part.begin), text(report.sources.text(part)), arena(arena), report(report),
        mode(mode), deferred(deferred) {}

  LexedText run();

private:
  char at(size_t offset) const { return offset < text.size() ? text[offset] : '\0'; }
  Span span(size_t begin, size_t end) const {
    return {static_cast<uint32_t>(start + begin), static_cast<uint32_t>(start + end)};
  }
  Token &push(TokenKind kind, size_t begin);

  void skipShebang();
  bool skipComment();
  void lexToken();
  void lexDeferred();
  void lexQuoted(TokenKind kind, size_t begin);
  void lexString(TokenKind kind, size_t begin);
  bool lexRawString(TokenKind kind, size_t begin);
  void lexQuote();
  void lexNumber();
  void eatDigits(unsigned base);
  bool eatFraction();
  bool eatExponent(size_t begin);
  void eatSuffix(Token &token);
  /// Whether the number just pushed is a field.
  bool isField() const { return tokens.size() > 1 && tokens[tokens.size() - 2].is(TokenKind::Dot); }
  void checkSuffix(const Token &token);
  void refuseLiteralSuffix(size_t begin);
  void lexUnknown();
  /// The rest of the text makes no sense any more.
  void giveUp() {
    offset = text.size();
    isUsable = false;
  }

  uint32_t start;
  StringRef text;
  Arena &arena;
  const Reporter &report;
  LexMode mode;
  size_t offset = 0;
  llvm::ArrayRef<linkcheck::TextRange> deferred; ///< what is still ahead
  bool isUsable = true;
  std::vector<Token> tokens;
};

} // namespace

Token &Lexer::push(TokenKind kind, size_t begin) {
  Token &token = tokens.emplace_back();
  token.kind = kind;
  token.span = span(begin, offset);
  token.text = text.slice(begin, offset);
  token.isReserved = kind == TokenKind::Identifier && isKeyword(token.text);
  return token;
}

void Lexer::skipShebang() {
  if (!text.starts_with("#!"))
    return;
  // `#![…]` is an attribute.
  if (text.drop_front(2).ltrim().starts_with("["))
    return;
  offset = std::min(text.find('\n'), text.size());
}

bool Lexer::skipComment() {
  if (at(offset) != '/')
    return false;
  if (at(offset + 1) == '/') {
    offset = std::min(text.find('\n', offset), text.size());
    return true;
  }
  if (at(offset + 1) != '*')
    return false;
  size_t begin = offset;
  unsigned depth = 0;
  while (offset < text.size()) {
    if (text.substr(offset, 2) == "/*") {
      ++depth;
      offset += 2;
    } else if (text.substr(offset, 2) == "*/") {
      offset += 2;
      if (--depth == 0)
        return true;
    } else {
      ++offset;
    }
  }
  report.error(Code::E0758, span(begin, offset), "", "unterminated block comment").done();
  giveUp();
  return true;
}

LexedText Lexer::run() {
  // Words and signs of one to three letters, and spaces, are what source is made of.
  tokens.reserve(deferred.empty() ? text.size() / 5 + 16 : 0);
  skipShebang();
  while (offset < text.size()) {
    if (llvm::isSpace(at(offset)))
      ++offset;
    else if (!deferred.empty() && offset >= deferred.front().begin)
      lexDeferred();
    else if (!skipComment())
      lexToken();
  }
  if (!isUsable)
    tokens.clear();
  offset = text.size();
  push(TokenKind::EndOfFile, offset);
  return {std::move(tokens), {}, isUsable};
}

/// A range that does not begin with a token, or is none, is the file's fault; what is made of it
/// then cannot be parsed.
void Lexer::lexDeferred() {
  size_t begin = offset;
  linkcheck::TextRange range = deferred.front();
  deferred = deferred.drop_front();
  if (range.begin != begin || range.end > text.size()) {
    report.error(Code::None, span(begin, begin), "", "deferred text is not at its place").done();
    return giveUp();
  }
  offset = range.end;
  push(TokenKind::Deferred, begin);
}

void Lexer::lexToken() {
  size_t begin = offset;
  char c = at(begin);
  if (c == '"')
    return lexString(TokenKind::String, begin);
  if (c == 'r' && (at(begin + 1) == '"' || at(begin + 1) == '#') &&
      lexRawString(TokenKind::String, begin))
    return;
  if (c == 'b' && at(begin + 1) == '"') {
    ++offset;
    return lexString(TokenKind::ByteString, begin);
  }
  if (c == 'b' && at(begin + 1) == '\'') {
    ++offset;
    return lexQuoted(TokenKind::Byte, begin);
  }
  if (c == 'b' && at(begin + 1) == 'r' && (at(begin + 2) == '"' || at(begin + 2) == '#')) {
    ++offset;
    if (lexRawString(TokenKind::ByteString, begin))
      return;
    offset = begin;
  }
  if (isIdentifierStart(c)) {
    while (isIdentifierPart(at(offset)))
      ++offset;
    push(TokenKind::Identifier, begin);
    return;
  }
  if (llvm::isDigit(c))
    return lexNumber();
  if (c == '\'')
    return lexQuote();
  if (mode == LexMode::Generated && c == '$' && isIdentifierStart(at(begin + 1))) {
    ++offset;
    while (isIdentifierPart(at(offset)))
      ++offset;
    push(TokenKind::Identifier, begin);
    return;
  }
  if (auto [kind, length] = findSign(text.substr(begin)); length != 0) {
    offset += length;
    push(kind, begin);
    return;
  }
  lexUnknown();
}

void Lexer::lexUnknown() {
  size_t begin = offset;
  auto [codePoint, length] = decodeUtf8(text.substr(begin));
  offset += length;
  if (!isForeignLetter(codePoint)) {
    if (codePoint < 0x80) {
      report
          .error(Code::None, span(begin, offset), "", "unknown start of token: {}",
                 codePoint < 0x20 || codePoint == 0x7f
                     ? fmt::format("\\u{{{:x}}}", uint32_t(codePoint))
                     : std::string(1, char(codePoint)))
          .done();
      return;
    }
    report
        .error(Code::None, span(begin, offset), "", "unknown start of token: \\u{{{:x}}}",
               uint32_t(codePoint))
        .done();
    return;
  }
  while (offset < text.size()) {
    if (isIdentifierPart(at(offset))) {
      ++offset;
      continue;
    }
    auto [next, bytes] = decodeUtf8(text.substr(offset));
    if (next < 0x80 || !isForeignLetter(next))
      break;
    offset += bytes;
  }
  // A word that begins with ASCII letters has been made a token of already.
  if (!tokens.empty() && tokens.back().is(TokenKind::Identifier) &&
      tokens.back().span.end == start + begin) {
    begin = tokens.back().span.begin - start;
    tokens.pop_back();
  }
  report
      .error(Code::D01, span(begin, offset), "not of the dialect",
             "identifiers that are not ASCII are outside the dialect")
      .help("`SUBSET.md` lists what the dialect holds")
      .done();
  push(TokenKind::Identifier, begin);
}

void Lexer::refuseLiteralSuffix(size_t begin) {
  if (!isIdentifierStart(at(offset)))
    return;
  size_t suffix = offset;
  while (isIdentifierPart(at(offset)))
    ++offset;
  TokenKind kind = tokens.back().kind;
  StringRef what = kind == TokenKind::String       ? "string"
                   : kind == TokenKind::ByteString ? "byte string"
                   : kind == TokenKind::Char       ? "char"
                                                   : "byte";
  StringRef word = text.slice(suffix, offset);
  if (word == "_" && (kind == TokenKind::String || kind == TokenKind::ByteString)) {
    report.error(Code::None, span(suffix, offset), "", "underscore literal suffix is not allowed")
        .done();
    return;
  }
  report
      .error(Code::None, span(begin, offset), fmt::format("invalid suffix `{}`", word.str()),
             "suffixes on {} literals are invalid", what.str())
      .done();
}

/// At the opening quote; `begin` is that of a `b` before it.
void Lexer::lexString(TokenKind kind, size_t begin) {
  size_t content = ++offset;
  while (offset < text.size() && at(offset) != '"')
    offset += at(offset) == '\\' ? 2 : 1;
  if (offset >= text.size()) {
    offset = text.size();
    if (kind == TokenKind::String)
      report.error(Code::E0765, span(begin, offset), "", "unterminated double quote string").done();
    else
      report.error(Code::E0766, span(begin, offset), "", "unterminated double quote byte string")
          .done();
    return giveUp();
  }
  StringRef raw = text.slice(content, offset++);
  Token &token = push(kind, begin);
  token.value =
      arena.save(unescapeLiteral(raw, kind, static_cast<uint32_t>(start + content), report));
  refuseLiteralSuffix(begin);
}

/// At the `r`. False where it is no raw string but a word and a `#`.
bool Lexer::lexRawString(TokenKind kind, size_t begin) {
  size_t quote = offset + 1;
  while (at(quote) == '#')
    ++quote;
  size_t hashes = quote - offset - 1;
  if (at(quote) != '"') {
    if (isIdentifierStart(at(quote)) && hashes == 1) {
      // `r#name` of later editions.
      offset = quote;
      while (isIdentifierPart(at(offset)))
        ++offset;
      report
          .error(Code::D01, span(begin, offset), "not of the dialect",
                 "raw identifiers are outside the dialect")
          .help("`SUBSET.md` lists what the dialect holds")
          .done();
      push(TokenKind::Identifier, begin);
      return true;
    }
    if (hashes == 0)
      return false;
    offset = std::min(quote + 1, text.size());
    report
        .error(Code::None, span(begin, offset), "",
               "found invalid character; only `#` is allowed in raw string delimitation: {}",
               quote < text.size() ? std::string(1, at(quote)) : "<eof>")
        .done();
    giveUp();
    return true;
  }
  std::string terminator = '"' + std::string(hashes, '#');
  size_t end = text.find(terminator, quote + 1);
  if (end == StringRef::npos) {
    report
        .error(Code::E0748, span(begin, quote + 1), "unterminated raw string",
               "unterminated raw string")
        .note("this raw string should be terminated with `{}`", terminator)
        .done();
    giveUp();
    return true;
  }
  offset = end + terminator.size();
  StringRef raw = text.slice(quote + 1, end);
  Token &token = push(kind, begin);
  token.value = arena.save(raw);
  auto place = [&](size_t p) { return span(quote + 1 + p, quote + 2 + p); };
  if (size_t cr = raw.find('\r'); cr != StringRef::npos)
    report.error(Code::None, place(cr), "", "bare CR not allowed in raw string").done();
  if (kind == TokenKind::ByteString)
    for (size_t i = 0; i != raw.size(); ++i)
      if (static_cast<unsigned char>(raw[i]) >= 0x80) {
        report
            .error(Code::None, place(i), "must be ASCII",
                   "non-ASCII character in raw byte string literal")
            .done();
        break;
      }
  refuseLiteralSuffix(begin);
  return true;
}

/// A char literal or a lifetime.
void Lexer::lexQuote() {
  size_t begin = offset;
  char next = at(begin + 1);
  if (isIdentifierStart(next) && at(begin + 2) != '\'') {
    offset += 2;
    while (isIdentifierPart(at(offset)))
      ++offset;
    if (at(offset) != '\'') {
      push(TokenKind::Lifetime, begin);
      return;
    }
    offset = begin;
  }
  lexQuoted(TokenKind::Char, begin);
}

/// At the opening quote of a char or a byte.
void Lexer::lexQuoted(TokenKind kind, size_t begin) {
  size_t content = ++offset;
  bool isByte = kind == TokenKind::Byte;
  // `'''` is a quote that should have been escaped.
  if (at(offset) == '\'' && at(offset + 1) == '\'') {
    offset += 2;
    report
        .error(Code::None, span(content, content + 1), "", "{} must be escaped: `'`",
               isByte ? "byte constant" : "character constant")
        .done();
    push(kind, begin).value = "'";
    return;
  }
  while (offset < text.size() && at(offset) != '\'' && at(offset) != '\n')
    offset += at(offset) == '\\' ? 2 : 1;
  if (offset >= text.size() || at(offset) != '\'') {
    // Past it the quotes would pair up wrongly, unless the line can be left.
    offset = std::min(content, text.size());
    if (isByte)
      report.error(Code::E0763, span(begin, offset), "", "unterminated byte constant").done();
    else
      report.error(Code::E0762, span(begin, offset), "", "unterminated character literal").done();
    return giveUp();
  }
  StringRef raw = text.slice(content, offset++);
  Token &token = push(kind, begin);
  token.value =
      arena.save(unescapeLiteral(raw, kind, static_cast<uint32_t>(start + content), report));
  refuseLiteralSuffix(begin);
}

// ---- numbers ----

void Lexer::eatDigits(unsigned base) {
  while (at(offset) == '_' ||
         (base == 16 ? llvm::isHexDigit(at(offset)) : llvm::isDigit(at(offset)))) {
    if (at(offset) != '_' && base < 10 && unsigned(at(offset) - '0') >= base)
      report
          .error(Code::None, span(offset, offset + 1), "", "invalid digit for a base {} literal",
                 base)
          .done();
    ++offset;
  }
}

bool Lexer::eatFraction() {
  if (at(offset) != '.' || at(offset + 1) == '.' || isIdentifierStart(at(offset + 1)) ||
      static_cast<unsigned char>(at(offset + 1)) >= 0x80)
    return false;
  ++offset;
  if (llvm::isDigit(at(offset)))
    eatDigits(10);
  return true;
}

bool Lexer::eatExponent(size_t begin) {
  if (at(offset) != 'e' && at(offset) != 'E')
    return false;
  size_t digits = offset + 1;
  if (at(digits) == '+' || at(digits) == '-')
    ++digits;
  while (at(digits) == '_')
    ++digits;
  if (!llvm::isDigit(at(digits))) {
    // `1else`, `1em`: a suffix.
    if (isIdentifierPart(at(offset + 1)))
      return false;
    offset = digits;
    report.error(Code::None, span(begin, offset), "", "expected at least one digit in exponent")
        .done();
    return true;
  }
  offset = digits;
  eatDigits(10);
  return true;
}

void Lexer::eatSuffix(Token &token) {
  size_t begin = offset;
  while (isIdentifierPart(at(offset)))
    ++offset;
  token.suffixLength = static_cast<uint32_t>(offset - begin);
  token.span.end = static_cast<uint32_t>(start + offset);
  token.text = text.slice(token.span.begin - start, offset);
  // Of `pair.0`, the parser knows better what is wrong.
  if (isField())
    return;
  if (!token.suffix().empty())
    checkSuffix(token);
  if (token.kind == TokenKind::Integer && (token.suffix() == "f32" || token.suffix() == "f64"))
    token.kind = TokenKind::Float;
}

void Lexer::checkSuffix(const Token &token) {
  static constexpr StringRef integers[] = {"u8", "u16", "u32", "u64", "usize",
                                           "i8", "i16", "i32", "i64", "isize"};
  StringRef suffix = token.suffix();
  bool isFloat = token.is(TokenKind::Float);
  bool isDecimal = !token.text.starts_with("0x") && !token.text.starts_with("0o") &&
                   !token.text.starts_with("0b");
  if (((suffix == "f32" || suffix == "f64") && isDecimal) ||
      (!isFloat && llvm::is_contained(integers, suffix)))
    return;
  if (!isFloat && (suffix == "u128" || suffix == "i128")) {
    report
        .error(Code::D01, token.span, "not of the dialect",
               "128-bit integers are outside the dialect")
        .help("`SUBSET.md` lists what the dialect holds")
        .done();
    return;
  }
  StringRef digits = suffix.drop_front();
  bool isWidth = !digits.empty() && llvm::all_of(digits, llvm::isDigit);
  std::string label = fmt::format("invalid suffix `{}`", suffix.str());
  if (isWidth && !isFloat && (suffix[0] == 'u' || suffix[0] == 'i')) {
    report.error(Code::None, token.span, "", "invalid width `{}` for integer literal", digits.str())
        .help("valid widths are 8, 16, 32 and 64")
        .done();
  } else if (isWidth && suffix[0] == 'f') {
    report.error(Code::None, token.span, "", "invalid width `{}` for float literal", digits.str())
        .help("valid widths are 32 and 64")
        .done();
  } else if (isFloat || suffix[0] == 'f') {
    report
        .error(Code::None, token.span, label, "invalid suffix `{}` for float literal", suffix.str())
        .help("valid suffixes are `f32` and `f64`")
        .done();
  } else {
    report
        .error(Code::None, token.span, label, "invalid suffix `{}` for number literal",
               suffix.str())
        .help("the suffix must be one of the numeric types (`u32`, `isize`, `f32`, etc.)")
        .done();
  }
}

void Lexer::lexNumber() {
  size_t begin = offset;
  char letter = at(begin) == '0' ? at(begin + 1) : '\0';
  unsigned base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
  bool isFloat = false;
  if (base != 10) {
    offset += 2;
    size_t digits = offset;
    eatDigits(base);
    if (text.slice(digits, offset).find_first_not_of('_') == StringRef::npos) {
      report.error(Code::E0768, span(begin, offset), "", "no valid digits found for number").done();
    } else if (bool fraction = at(offset) == '.' && llvm::isDigit(at(offset + 1)) && eatFraction();
               (base != 16 && eatExponent(begin)) || fraction) {
      report
          .error(Code::None, span(begin, offset), "", "{} float literal is not supported",
                 base == 16  ? "hexadecimal"
                 : base == 8 ? "octal"
                             : "binary")
          .done();
      isFloat = true;
    }
  } else {
    eatDigits(10);
    // `pair.0.1` is two fields, no fraction.
    if (tokens.empty() || !tokens.back().is(TokenKind::Dot)) {
      isFloat = eatFraction();
      isFloat |= eatExponent(begin);
    }
  }
  eatSuffix(push(isFloat ? TokenKind::Float : TokenKind::Integer, begin));
}

// ---- brackets ----

static std::optional<TokenKind> closing(TokenKind kind) {
  switch (kind) {
  case TokenKind::OpenParen:
    return TokenKind::CloseParen;
  case TokenKind::OpenBrace:
    return TokenKind::CloseBrace;
  case TokenKind::OpenBracket:
    return TokenKind::CloseBracket;
  default:
    return std::nullopt;
  }
}

static bool isClosing(TokenKind kind) {
  return kind == TokenKind::CloseParen || kind == TokenKind::CloseBrace ||
         kind == TokenKind::CloseBracket;
}

/// Fills `partners`; false, and said, where the brackets do not match.
static bool matchBrackets(LexedText &lexed, const Reporter &report) {
  lexed.partners.assign(lexed.tokens.size(), 0);
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i != lexed.tokens.size(); ++i) {
    const Token &token = lexed.tokens[i];
    if (closing(token.kind)) {
      open.push_back(i);
    } else if (isClosing(token.kind)) {
      if (open.empty()) {
        report
            .error(Code::None, token.span, "unexpected closing delimiter",
                   "unexpected closing delimiter: {}", describe(token.kind).str())
            .done();
        return false;
      }
      const Token &opening = lexed.tokens[open.back()];
      if (closing(opening.kind) != token.kind) {
        auto error = report.error(Code::None, token.span, "mismatched closing delimiter",
                                  "mismatched closing delimiter: {}", describe(token.kind).str());
        report.label(error, opening.span, "unclosed delimiter").done();
        return false;
      }
      lexed.partners[i] = open.back();
      lexed.partners[open.back()] = i;
      open.pop_back();
    }
  }
  if (open.empty())
    return true;
  auto error = report.error(Code::None, lexed.tokens.back().span, "",
                            "this file contains an unclosed delimiter");
  report.label(error, lexed.tokens[open.back()].span, "unclosed delimiter").done();
  return false;
}

LexedText cratec::rust::lexText(Span part, Arena &arena, const Reporter &report, LexMode mode,
                                llvm::ArrayRef<linkcheck::TextRange> deferred) {
  LexedText lexed = Lexer(part, arena, report, mode, deferred).run();
  if (lexed.isUsable && !matchBrackets(lexed, report)) {
    lexed.isUsable = false;
    lexed.tokens.erase(lexed.tokens.begin(), lexed.tokens.end() - 1);
  }
  if (!lexed.isUsable)
    lexed.partners.assign(1, 0);
  return lexed;
}
