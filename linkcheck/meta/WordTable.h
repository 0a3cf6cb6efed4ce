//===- WordTable.h - enumerations and how they are spelled ------*- C++ -*-===//
//
// An enumeration's words stand in one table, and both directions read it, so
// that what is written can always be read.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ErrorHandling.h>

#include <cstddef>
#include <optional>

namespace linkcheck {

template <typename Enum> struct Word {
  Enum value;
  llvm::StringLiteral text;
};

template <typename Enum, std::size_t Size>
llvm::StringRef wordFor(const Word<Enum> (&table)[Size], Enum value) {
  for (const Word<Enum> &word : table)
    if (word.value == value)
      return word.text;
  llvm_unreachable("an enumerator without a row in its table");
}

template <typename Enum, std::size_t Size>
std::optional<Enum> valueOf(const Word<Enum> (&table)[Size], llvm::StringRef text) {
  for (const Word<Enum> &word : table)
    if (word.text == text)
      return word.value;
  return std::nullopt;
}

} // namespace linkcheck
