//===- Code.h - the table of diagnostic codes ------------------*- C++ -*-===//
//
// Every diagnostic that a user can act on has a code. Codes that rustc has
// keep rustc's number and meaning (E0463, ...); the allocator rules R1-R14 have
// A codes, the digits being the rule's (A02 is R2); what concerns files and
// the command line has C codes, what is outside the dialect a D code, what the linker
// found has L codes.
//
// Adding one is a row in Codes.def, a page in explain/ and a test that emits
// it; utils/tidy fails while one of the three is missing.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <optional>

namespace linkcheck {

enum class Code {
  None,
#define DIAGNOSTIC_CODE(id, title) id,
#include "linkcheck/diag/Codes.def"
};

/// One row of the table.
struct CodeInfo {
  Code code;
  llvm::StringRef id;    ///< as printed, "E0463"
  llvm::StringRef title; ///< a few words, without a full stop
  llvm::StringRef page;  ///< what `--explain` prints: Markdown, ends in a newline
};

/// All codes in the order of Codes.def; `Code::None` has no row.
llvm::ArrayRef<CodeInfo> allCodes();

/// The code's row. `code` must not be `Code::None`.
const CodeInfo &infoOf(Code code);

/// The row for an id in any letter case ("e0463"), or nothing.
std::optional<CodeInfo> findCode(llvm::StringRef id);

} // namespace linkcheck
