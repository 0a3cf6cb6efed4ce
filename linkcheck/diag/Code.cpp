//===- Code.cpp - the table of diagnostic codes ---------------------------===//

#include "linkcheck/diag/Code.h"

#include "linkcheck/diag/ExplainPages.h"

#include <cassert>

using namespace linkcheck;

llvm::ArrayRef<CodeInfo> linkcheck::allCodes() {
  static const CodeInfo table[] = {
#define DIAGNOSTIC_CODE(id, title) {Code::id, #id, title, explainPage(Code::id)},
#include "linkcheck/diag/Codes.def"
  };
  return table;
}

const CodeInfo &linkcheck::infoOf(Code code) {
  assert(code != Code::None && "no code, no row");
  // The enumeration and the table come from the same rows; None stands first.
  return allCodes()[static_cast<size_t>(code) - 1];
}

std::optional<CodeInfo> linkcheck::findCode(llvm::StringRef id) {
  for (const CodeInfo &info : allCodes())
    if (info.id.equals_insensitive(id))
      return info;
  return std::nullopt;
}
