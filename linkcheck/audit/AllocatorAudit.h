//===- AllocatorAudit.h - R14: the file holds what was chosen ---*- C++ -*-===//
//
// R14  An artifact is audited after it is linked and before it takes its final
//      name: the allocator found in the file is the one that was chosen, and
//      each of the five is defined once.
//
// Two witnesses are heard. The file's symbol tables tell whether and how often
// each function is defined. Where it came from cannot be read from the file;
// the linker, which knows, is the second witness (AllocatorProvider).
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/audit/AllocatorSymbols.h"
#include "linkcheck/diag/Diagnostic.h"

#include <optional>

namespace linkcheck {

/// The linker's word on a definition that it put into the artifact.
struct AllocatorProvider {
  std::string symbol;
  std::string crate; ///< whose input it was; empty for an input of no crate
  std::string input; ///< the input as messages call it: "crate `foo` (x.o)"
};

struct AllocatorExpectation {
  std::string artifact; ///< as messages call it: the final path
  bool inside = false;  ///< the five must be in this very file; else none of them
  std::string crate;    ///< the chosen allocator crate, where `inside`
  /// Nothing when no linker can be asked; then only the file is a witness.
  std::optional<std::vector<AllocatorProvider>> providers;
};

/// Compares the finished file at `path` with what was decided. Says A14 with
/// every difference in one diagnostic and returns false when there is one.
bool auditAllocator(llvm::StringRef path, const AllocatorExpectation &expectation,
                    Diagnostics &diags);

} // namespace linkcheck
