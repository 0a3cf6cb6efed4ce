//===- FormatString.cpp - what is in a format string ----------------------===//
//
// The grammar is that of std::fmt: `{argument:[[fill]align][sign]['#']['0'][width]
// ['.' precision][trait]}`.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/FormatString.h"

#include "driver/rust/syntax/Lexer.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::StringRef;

namespace {

class StringParser {
public:
  StringParser(StringRef text, FormatMistake &mistake) : text(text), mistake(mistake) {}
  std::optional<std::vector<ParsedPiece>> run();

private:
  char at(size_t offset) const { return offset < text.size() ? text[offset] : '\0'; }
  bool atEnd() const { return offset >= text.size(); }
  void skipSpace() {
    while (!atEnd() && llvm::isSpace(at(offset)))
      ++offset;
  }
  bool fail(size_t begin, size_t end, std::string message, std::string label,
            std::string note = {});
  bool expectClose(size_t open);
  bool parseArgument(ParsedPiece &piece);
  bool parseReference(FormatReference &reference, bool &isThere);
  bool parseStyle(ParsedPiece &piece);
  void parseFill(FormatPiece &style);
  bool parseCount(std::optional<FormatPiece::Count> &count,
                  std::optional<FormatReference> &reference);
  bool parsePrecision(ParsedPiece &piece);
  bool parseTrait(ParsedPiece &piece);

  StringRef text;
  FormatMistake &mistake;
  size_t offset = 0;
};

} // namespace

bool StringParser::fail(size_t begin, size_t end, std::string message, std::string label,
                        std::string note) {
  mistake.message = std::move(message);
  mistake.label = std::move(label);
  if (!note.empty())
    mistake.notes.push_back(std::move(note));
  mistake.begin = begin;
  mistake.end = end;
  return false;
}

std::optional<std::vector<ParsedPiece>> StringParser::run() {
  std::vector<ParsedPiece> pieces(1);
  while (!atEnd()) {
    char c = at(offset);
    if ((c == '{' || c == '}') && at(offset + 1) == c) {
      pieces.back().text += c;
      offset += 2;
    } else if (c == '}') {
      fail(offset, offset + 1, "unmatched `}` found", "unmatched `}` in format string",
           "if you intended to print `}`, you can escape it using `}}`");
      return std::nullopt;
    } else if (c == '{') {
      if (!parseArgument(pieces.back()))
        return std::nullopt;
      pieces.emplace_back();
    } else {
      pieces.back().text += c;
      ++offset;
    }
  }
  if (pieces.back().text.empty())
    pieces.pop_back();
  return pieces;
}

bool StringParser::expectClose(size_t) {
  if (at(offset) == '}') {
    ++offset;
    return true;
  }
  StringRef note = "if you intended to print `{`, you can escape it using `{{`";
  if (atEnd())
    return fail(offset, offset, "expected `}` but string was terminated",
                "expected `}` in format string", note.str());
  unsigned length = decodeUtf8(text.substr(offset)).second;
  return fail(offset, offset + length,
              "expected `}`, found `" + text.substr(offset, length).str() + "`",
              "expected `}` in format string", note.str());
}

/// At the `{`.
bool StringParser::parseArgument(ParsedPiece &piece) {
  piece.hasArgument = true;
  piece.begin = offset++;
  bool isThere = false;
  if (!parseReference(piece.argument, isThere))
    return false;
  if (isThere && piece.argument.kind == FormatReference::Kind::Name && at(offset) == '.') {
    size_t end = offset + 1;
    while (llvm::isAlnum(at(end)) || at(end) == '_' || at(end) == '.')
      ++end;
    return fail(piece.argument.begin, end, "field access isn't supported",
                "not supported in format string",
                "consider moving this expression to a local variable and then using the local "
                "here instead");
  }
  skipSpace();
  if (at(offset) == ':') {
    ++offset;
    if (!parseStyle(piece))
      return false;
    skipSpace();
  }
  if (!expectClose(piece.begin))
    return false;
  piece.end = offset;
  return true;
}

/// A number or a name, if there is one.
bool StringParser::parseReference(FormatReference &reference, bool &isThere) {
  size_t begin = offset;
  reference.begin = begin;
  isThere = true;
  if (llvm::isDigit(at(offset))) {
    unsigned value = 0;
    while (llvm::isDigit(at(offset))) {
      value = std::min(value * 10 + unsigned(at(offset) - '0'), 1000000u);
      ++offset;
    }
    reference.end = offset;
    if (value > 65535)
      return fail(begin, offset,
                  "integer `" + text.slice(begin, offset).str() +
                      "` does not fit into the type `u16` whose range is `0..=65535`",
                  "integer out of range for `u16` in format string");
    reference.kind = FormatReference::Kind::Index;
    reference.index = value;
    return true;
  }
  if (!llvm::isAlpha(at(offset)) && at(offset) != '_') {
    isThere = false;
    return true;
  }
  while (llvm::isAlnum(at(offset)) || at(offset) == '_')
    ++offset;
  reference.end = offset;
  reference.kind = FormatReference::Kind::Name;
  reference.name = text.slice(begin, offset).str();
  if (reference.name == "_")
    return fail(begin, offset, "invalid argument name `_`", "invalid argument name",
                "argument name cannot be a single underscore");
  return true;
}

static FormatPiece::Align alignOf(char c) {
  return c == '<'   ? FormatPiece::Align::Left
         : c == '^' ? FormatPiece::Align::Center
         : c == '>' ? FormatPiece::Align::Right
                    : FormatPiece::Align::Unknown;
}

void StringParser::parseFill(FormatPiece &style) {
  if (atEnd())
    return;
  auto [fill, length] = decodeUtf8(text.substr(offset));
  if (FormatPiece::Align align = alignOf(at(offset + length));
      align != FormatPiece::Align::Unknown) {
    style.fill = fill;
    style.align = align;
    offset += length + 1;
  } else if (align = alignOf(at(offset)); align != FormatPiece::Align::Unknown) {
    style.align = align;
    ++offset;
  }
}

/// Behind the `:`.
bool StringParser::parseStyle(ParsedPiece &piece) {
  parseFill(piece.style);
  if (at(offset) == '+') {
    piece.style.plus = true;
    ++offset;
  } else if (at(offset) == '-') {
    ++offset;
  }
  if (at(offset) == '#') {
    piece.style.alternate = true;
    ++offset;
  }
  // `0$` is the width of argument 0.
  if (at(offset) == '0' && at(offset + 1) != '$') {
    piece.style.zero = true;
    ++offset;
  }
  return parseCount(piece.style.width, piece.width) &&
         (at(offset) != '.' || parsePrecision(piece)) && parseTrait(piece);
}

/// A number, or `argument$`.
bool StringParser::parseCount(std::optional<FormatPiece::Count> &count,
                              std::optional<FormatReference> &reference) {
  size_t begin = offset;
  FormatReference found;
  bool isThere = false;
  if (!parseReference(found, isThere))
    return false;
  if (!isThere)
    return true;
  if (at(offset) == '$') {
    ++offset;
    found.end = offset;
    reference = found;
    count = FormatPiece::Count{true, 0};
  } else if (found.kind == FormatReference::Kind::Index) {
    count = FormatPiece::Count{false, found.index};
  } else {
    // A trait's name.
    offset = begin;
  }
  return true;
}

bool StringParser::parsePrecision(ParsedPiece &piece) {
  size_t begin = offset++;
  if (at(offset) == '*') {
    ++offset;
    FormatReference next;
    next.begin = begin;
    next.end = offset;
    piece.precision = next;
    piece.style.precision = FormatPiece::Count{true, 0};
    return true;
  }
  return parseCount(piece.style.precision, piece.precision);
}

bool StringParser::parseTrait(ParsedPiece &piece) {
  using Trait = FormatPiece::Trait;
  size_t begin = offset;
  if (at(offset) == '?') {
    ++offset;
    piece.style.trait = Trait::Debug;
    return true;
  }
  if ((at(offset) == 'x' || at(offset) == 'X') && at(offset + 1) == '?') {
    offset += 2;
    fail(begin, offset, "hexadecimal `Debug` formats are", "not of the dialect");
    mistake.isOutside = true;
    return false;
  }
  while (llvm::isAlnum(at(offset)) || at(offset) == '_')
    ++offset;
  StringRef name = text.slice(begin, offset);
  auto trait = llvm::StringSwitch<std::optional<Trait>>(name)
                   .Case("", Trait::Display)
                   .Case("x", Trait::LowerHex)
                   .Case("X", Trait::UpperHex)
                   .Case("o", Trait::Octal)
                   .Case("b", Trait::Binary)
                   .Case("p", Trait::Pointer)
                   .Case("e", Trait::LowerExp)
                   .Case("E", Trait::UpperExp)
                   .Default(std::nullopt);
  if (trait) {
    piece.style.trait = *trait;
    return true;
  }
  fail(begin, offset, "unknown format trait `" + name.str() + "`", "",
       "the only appropriate formatting traits are:\n- ``, which uses the `Display` trait\n"
       "- `?`, which uses the `Debug` trait\n- `e`, which uses the `LowerExp` trait\n"
       "- `E`, which uses the `UpperExp` trait\n- `o`, which uses the `Octal` trait\n"
       "- `p`, which uses the `Pointer` trait\n- `b`, which uses the `Binary` trait\n"
       "- `x`, which uses the `LowerHex` trait\n- `X`, which uses the `UpperHex` trait");
  mistake.isWhole = true;
  return false;
}

std::optional<std::vector<ParsedPiece>> cratec::rust::parseFormatString(StringRef text,
                                                                        FormatMistake &mistake) {
  return StringParser(text, mistake).run();
}
