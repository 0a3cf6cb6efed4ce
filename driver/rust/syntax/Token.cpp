//===- Token.cpp - how tokens are written, and which words are reserved ---===//

#include "driver/rust/syntax/Token.h"

#include <llvm/ADT/STLExtras.h>

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
