//===- Token.cpp - how tokens are written, and which words are reserved ---===//

#include "driver/rust/syntax/Token.h"

#include <llvm/ADT/STLExtras.h>

#include <array>
#include <vector>

using namespace cratec::rust;
using llvm::StringRef;

// In the order of TokenKind.
static constexpr StringRef descriptions[] = {
    "<eof>",
    "identifier",
    "lifetime",
    "integer literal",
    "float literal",
    "char literal",
    "byte literal",
    "string literal",
    "byte string literal",
    "`;`",
    "`,`",
    "`.`",
    "`..`",
    "`...`",
    "`(`",
    "`)`",
    "`{`",
    "`}`",
    "`[`",
    "`]`",
    "`@`",
    "`#`",
    "`~`",
    "`?`",
    "`:`",
    "`::`",
    "`$`",
    "`=`",
    "`==`",
    "`=>`",
    "`!`",
    "`!=`",
    "`<`",
    "`<=`",
    "`>`",
    "`>=`",
    "`->`",
    "`<-`",
    "`-`",
    "`-=`",
    "`&`",
    "`&&`",
    "`&=`",
    "`|`",
    "`||`",
    "`|=`",
    "`+`",
    "`+=`",
    "`*`",
    "`*=`",
    "`/`",
    "`/=`",
    "`^`",
    "`^=`",
    "`%`",
    "`%=`",
    "`<<`",
    "`<<=`",
    "`>>`",
    "`>>=`",
    "deferred text",
};
static_assert(std::size(descriptions) == size_t(TokenKind::Deferred) + 1);

StringRef cratec::rust::describe(TokenKind kind) {
  return descriptions[size_t(kind)];
}

/// The signs by their first character, the longest first.
static auto sortSigns() {
  std::array<std::vector<std::pair<StringRef, TokenKind>>, 256> byFirst;
  for (auto i = size_t(TokenKind::Semicolon); i <= size_t(TokenKind::ShiftRightEqual); ++i) {
    StringRef sign = descriptions[i].drop_front().drop_back();
    byFirst[static_cast<unsigned char>(sign.front())].push_back({sign, TokenKind(i)});
  }
  for (auto &signs : byFirst)
    llvm::stable_sort(signs,
                      [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
  return byFirst;
}

std::pair<TokenKind, unsigned> cratec::rust::findSign(StringRef text) {
  static const auto byFirst = sortSigns();
  for (auto [sign, kind] : byFirst[static_cast<unsigned char>(text.front())])
    if (text.starts_with(sign))
      return {kind, static_cast<unsigned>(sign.size())};
  return {TokenKind::EndOfFile, 0};
}

static constexpr StringRef keywords[] = {
    "Self",   "abstract", "as",     "become",   "box",    "break", "const", "continue",
    "crate",  "do",       "else",   "enum",     "extern", "false", "final", "fn",
    "for",    "if",       "impl",   "in",       "let",    "loop",  "macro", "match",
    "mod",    "move",     "mut",    "override", "priv",   "pub",   "ref",   "return",
    "self",   "static",   "struct", "super",    "trait",  "true",  "type",  "typeof",
    "unsafe", "unsized",  "use",    "virtual",  "where",  "while", "yield",
};

bool cratec::rust::isKeyword(StringRef word) {
  return llvm::binary_search(keywords, word);
}
