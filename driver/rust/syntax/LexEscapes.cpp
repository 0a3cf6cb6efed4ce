//===- LexEscapes.cpp - what the quotes of a literal hold -----------------===//

#include "driver/rust/syntax/Lexer.h"

#include <llvm/ADT/StringExtras.h>

#include <optional>

using namespace cratec::rust;
using linkcheck::Code;
using llvm::StringRef;

namespace {

class Unescaper {
public:
  Unescaper(StringRef content, TokenKind kind, uint32_t at, const Reporter &report)
      : content(content), at(at), report(report),
        isByte(kind == TokenKind::Byte || kind == TokenKind::ByteString),
        isString(kind == TokenKind::String || kind == TokenKind::ByteString) {}

  std::string run();

private:
  Span span(size_t begin, size_t end) const {
    return {static_cast<uint32_t>(at + begin), static_cast<uint32_t>(at + end)};
  }
  void plain();
  void escape();
  void hexEscape(size_t begin);
  void unicodeEscape(size_t begin);
  void unicodeValue(size_t begin, size_t digits, size_t end);
  void append(char32_t codePoint) {
    if (isByte)
      value += static_cast<char>(codePoint);
    else
      appendUtf8(value, codePoint);
    ++count;
  }

  StringRef content;
  uint32_t at;
  const Reporter &report;
  bool isByte, isString;
  size_t offset = 0;
  size_t count = 0; ///< of characters, or of bytes
  std::string value;
};

} // namespace

std::string Unescaper::run() {
  while (offset < content.size()) {
    if (content[offset] == '\\')
      escape();
    else
      plain();
  }
  if (isString)
    return std::move(value);
  StringRef what = isByte ? "byte" : "character";
  if (content.empty()) {
    report
        .error(Code::None, span(0, 1), fmt::format("empty {} literal", what.str()),
               "empty {} literal", what.str())
        .done();
    return std::string(1, '\0');
  }
  if (count > 1)
    report
        .error(Code::None, Span{at - 1, static_cast<uint32_t>(at + content.size() + 1)}, "",
               "{} literal may only contain one {}", what.str(), isByte ? "byte" : "codepoint")
        .help("if you meant to write a {}string literal, use double quotes", isByte ? "byte " : "")
        .done();
  if (value.empty())
    value.push_back('\0');
  return std::move(value);
}

void Unescaper::plain() {
  auto [codePoint, length] = decodeUtf8(content.substr(offset));
  Span place = span(offset, offset + length);
  if (codePoint == '\r') {
    if (isString)
      report
          .error(Code::None, place, "", "bare CR not allowed in {}, use `\\r` instead",
                 isByte ? "byte string" : "string")
          .done();
    else
      report
          .error(Code::None, place, "", "{} must be escaped: `\\r`",
                 isByte ? "byte constant" : "character constant")
          .done();
  } else if (!isString && (codePoint == '\n' || codePoint == '\t')) {
    report
        .error(Code::None, place, "", "{} must be escaped: `{}`",
               isByte ? "byte constant" : "character constant", codePoint == '\n' ? "\\n" : "\\t")
        .done();
  } else if (isByte && codePoint >= 0x80) {
    report
        .error(Code::None, place, "must be ASCII", "non-ASCII character in byte {}literal",
               isString ? "string " : "")
        .done();
  }
  append(codePoint);
  offset += length;
}

void Unescaper::escape() {
  size_t begin = offset++;
  if (offset >= content.size())
    return;
  char c = content[offset];
  switch (c) {
  case 'n':
    append('\n');
    break;
  case 'r':
    append('\r');
    break;
  case 't':
    append('\t');
    break;
  case '\\':
    append('\\');
    break;
  case '0':
    append(0);
    break;
  case '\'':
    append('\'');
    break;
  case '"':
    append('"');
    break;
  case 'x':
    return hexEscape(begin);
  case 'u':
    return unicodeEscape(begin);
  case '\n':
    if (isString) {
      // The line goes on at the next line's first word.
      offset = std::min(content.find_first_not_of(" \t\n\r", offset), content.size());
      return;
    }
    [[fallthrough]];
  default: {
    auto [codePoint, length] = decodeUtf8(content.substr(offset));
    StringRef what = isByte ? "byte" : "character";
    report
        .error(Code::None, span(offset, offset + length),
               fmt::format("unknown {} escape", what.str()), "unknown {} escape: `{}`", what.str(),
               c == '\n' ? "\\n" : content.substr(offset, length).str())
        .help("for more information, visit "
              "<https://doc.rust-lang.org/reference/tokens.html#literals>")
        .done();
    append(codePoint);
    offset += length;
    return;
  }
  }
  ++offset;
}

/// At the `x` of `\xHH`, which begins at `begin`.
void Unescaper::hexEscape(size_t begin) {
  ++offset;
  unsigned number = 0;
  for (unsigned i = 0; i != 2; ++i, ++offset) {
    if (offset >= content.size()) {
      report
          .error(Code::None, span(begin, offset), "this is not a valid escape",
                 "numeric character escape is too short")
          .done();
      return append(0);
    }
    if (!llvm::isHexDigit(content[offset])) {
      auto [codePoint, length] = decodeUtf8(content.substr(offset));
      report
          .error(Code::None, span(offset, offset + length),
                 "invalid character in numeric character escape",
                 "invalid character in numeric character escape: `{}`",
                 content.substr(offset, length).str())
          .done();
      return append(0);
    }
    number = number * 16 + llvm::hexDigitValue(content[offset]);
  }
  if (!isByte && number > 0x7f)
    report
        .error(Code::None, span(begin, offset), "must be a character in the range [\\x00-\\x7f]",
               "out of range hex escape")
        .help("if you want to write a byte literal, use `b'{}'`",
              content.slice(begin, offset).str())
        .help("if you want to write a Unicode character, use `'\\u{{{:X}}}'`", number)
        .done();
  append(number);
}

/// At the `u` of `\u{…}`, which begins at `begin`.
void Unescaper::unicodeEscape(size_t begin) {
  ++offset;
  if (offset >= content.size() || content[offset] != '{') {
    report
        .error(Code::None, span(begin, offset), "incorrect unicode escape sequence",
               "incorrect unicode escape sequence")
        .help("format of unicode escape sequences is `\\u{{...}}`")
        .done();
    return append(0xfffd);
  }
  size_t digits = ++offset;
  while (offset < content.size() && (llvm::isHexDigit(content[offset]) || content[offset] == '_'))
    ++offset;
  if (offset >= content.size()) {
    report
        .error(Code::None, span(begin, offset), "missing a closing `}`",
               "unterminated unicode escape")
        .done();
    return append(0xfffd);
  }
  if (content[offset] != '}') {
    auto [codePoint, length] = decodeUtf8(content.substr(offset));
    report
        .error(Code::None, span(offset, offset + length), "invalid character in unicode escape",
               "invalid character in unicode escape: `{}`", content.substr(offset, length).str())
        .done();
    offset = std::min(content.find('}', offset), content.size() - 1) + 1;
    return append(0xfffd);
  }
  size_t end = offset++;
  unicodeValue(begin, digits, end);
}

void Unescaper::unicodeValue(size_t begin, size_t digits, size_t end) {
  Span place = span(begin, offset);
  std::string hex;
  for (char c : content.slice(digits, end))
    if (c != '_')
      hex += c;
  uint32_t number = 0;
  StringRef(hex).getAsInteger(16, number);
  bool isValid = false;
  if (hex.empty())
    report
        .error(Code::None, place, "this escape must have at least 1 hex digit",
               "empty unicode escape")
        .done();
  else if (content[digits] == '_')
    report
        .error(Code::None, span(digits, digits + 1), "invalid start of unicode escape",
               "invalid start of unicode escape: `_`")
        .done();
  else if (hex.size() > 6)
    report.error(Code::None, place, "must have at most 6 hex digits", "overlong unicode escape")
        .done();
  else if (isByte)
    report
        .error(Code::None, place, "unicode escape in byte string", "unicode escape in byte string")
        .help("unicode escape sequences cannot be used as a byte or in a byte string")
        .done();
  else if (number > 0x10ffff)
    report.error(Code::None, place, "invalid escape", "invalid unicode character escape")
        .help("unicode escape must be at most 10FFFF")
        .done();
  else if (number >= 0xd800 && number < 0xe000)
    report.error(Code::None, place, "invalid escape", "invalid unicode character escape")
        .help("unicode escape must not be a surrogate")
        .done();
  else
    isValid = true;
  append(isValid ? number : isByte ? '?' : 0xfffd);
}

std::string cratec::rust::unescapeLiteral(StringRef content, TokenKind kind, uint32_t at,
                                          const Reporter &report) {
  return Unescaper(content, kind, at, report).run();
}
