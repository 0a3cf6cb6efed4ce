//===- Diagnostic.cpp - what is said to the user --------------------------===//

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/Support/ErrorHandling.h>

using namespace linkcheck;

llvm::StringRef linkcheck::spelling(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    return "note";
  case Severity::Help:
    return "help";
  }
  llvm_unreachable("no such severity");
}

std::string SourceLocation::toString() const {
  if (line == 0)
    return file;
  if (column == 0)
    return fmt::format("{}:{}", file, line);
  return fmt::format("{}:{}:{}", file, line, column);
}

DiagnosticBuilder::~DiagnosticBuilder() {
  sink.emit(diagnostic);
}

DiagnosticBuilder &DiagnosticBuilder::at(SourceLocation where, std::string text, unsigned length) {
  if (where.isKnown())
    diagnostic.labels.push_back({std::move(where), length, std::move(text)});
  return *this;
}

void Diagnostics::emit(const Diagnostic &diagnostic) {
  if (diagnostic.severity == Severity::Warning) {
    LintLevel level = lints.of(diagnostic.code).value_or(LintLevel::Warn);
    if (level == LintLevel::Allow)
      return;
    if (level != LintLevel::Warn) {
      Diagnostic denied = diagnostic;
      denied.severity = Severity::Error;
      return emit(denied);
    }
  }
  if (diagnostic.severity == Severity::Error)
    ++errors;
  else if (diagnostic.severity == Severity::Warning)
    ++warnings;
  consumer.handle(diagnostic);
}
