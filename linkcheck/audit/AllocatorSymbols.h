//===- AllocatorSymbols.h - where a file defines the five -------*- C++ -*-===//
//
// Reads the symbol tables of a finished file: an ELF executable, shared library
// or relocatable object, or an archive of them. Nothing in the file is trusted:
// every table is bounds-checked, and what cannot be read is an error, not a
// guess.
//
// The full symbol table tells local definitions as well (a cdylib and a
// staticlib hide the five). A stripped file has only its dynamic one, which
// cannot prove that there is no hidden definition; `complete` says which it was.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateTypes.h"

#include <llvm/Support/Error.h>
#include <llvm/Support/MemoryBufferRef.h>

#include <string>
#include <vector>

namespace linkcheck {

enum class SymbolBinding { Local, Weak, Global };
llvm::StringRef spelling(SymbolBinding binding);

/// One definition of one of the five functions.
struct AllocatorDefinition {
  std::string symbol;
  std::string member; ///< of an archive; else empty
  SymbolBinding binding = SymbolBinding::Global;
  bool operator==(const AllocatorDefinition &) const = default;
};

struct AllocatorSymbols {
  /// In the order of the file's tables; an archive's members one after the other.
  std::vector<AllocatorDefinition> definitions;
  /// Every object had a full symbol table: no definition can have been missed.
  bool complete = true;

  /// How often `symbol` is defined.
  size_t count(llvm::StringRef symbol) const;
};

/// The definitions in the file in `buffer`. The error's text says what is
/// wrong with the file and names the archive member, not the file.
llvm::Expected<AllocatorSymbols> readAllocatorSymbols(llvm::MemoryBufferRef buffer);

} // namespace linkcheck
