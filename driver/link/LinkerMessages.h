//===- LinkerMessages.h - what lld says, in our words ------------*- C++ -*-===//
//
// lld speaks of files: temporary objects and archives' members. People know
// crates. Its text is split into messages, paths of the plan's inputs become
// crate names, and the two kinds that matter most get a form of their own: an
// undefined symbol (L02: by which crate, from where) and a duplicate one (L03:
// from which two). All else is L01 with lld's own words.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/link/LinkPlan.h"
#include "linkcheck/audit/AllocatorAudit.h"

namespace cratec {

/// One message of lld with the `>>>` lines that follow it, without those marks.
struct LinkerMessage {
  linkcheck::Severity severity = linkcheck::Severity::Error;
  std::string text;
  std::vector<std::string> details;
  bool operator==(const LinkerMessage &) const = default;
};

std::vector<LinkerMessage> splitLinkerMessages(llvm::StringRef text);

/// Says all of lld's messages. False where some error is told in the linker's own words,
/// which concern files and options, not symbols.
bool reportLinkerMessages(const LinkPlan &plan, llvm::StringRef text,
                          linkcheck::Diagnostics &diags);

/// `text` with the paths of the plan's inputs told as crates:
/// `/t/libfoo.rlib(x.o)` is "crate `foo` (x.o)".
std::string tellInputs(const LinkPlan &plan, llvm::StringRef text);

/// Which inputs defined the five, from what `--trace-symbol` printed.
std::vector<linkcheck::AllocatorProvider> allocatorProviders(const LinkPlan &plan,
                                                             llvm::StringRef trace);

} // namespace cratec
