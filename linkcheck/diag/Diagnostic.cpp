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
  case Severity::FailureNote:
    return "failure-note";
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

void DiagnosticConsumer::handleArtifact(llvm::StringRef, llvm::StringRef) {}
void DiagnosticConsumer::handleSource(llvm::StringRef, llvm::StringRef) {}

static std::string count(unsigned number, llvm::StringRef what) {
  return fmt::format("{} {}{}", number, what.str(), number == 1 ? "" : "s");
}

void Diagnostics::sayOutcome(llvm::StringRef program) {
  std::string emitted = count(warnings, "warning") + " emitted";
  if (errors == 0) {
    if (warnings != 0)
      consumer.handle({Severity::Warning, Code::None, emitted, {}, {}});
    return;
  }
  consumer.handle(
      {Severity::Error,
       Code::None,
       "aborting due to " + count(errors, "previous error") + (warnings == 0 ? "" : "; " + emitted),
       {},
       {}});
  if (errorCodes.empty())
    return;
  std::string first = infoOf(*errorCodes.begin()).id.str();
  if (errorCodes.size() > 1) {
    std::string ids;
    for (Code code : errorCodes)
      ids += (ids.empty() ? "" : ", ") + infoOf(code).id.str();
    consumer.handle({Severity::FailureNote,
                     Code::None,
                     fmt::format("Some errors have detailed explanations: {}.", ids),
                     {},
                     {}});
  }
  consumer.handle({Severity::FailureNote,
                   Code::None,
                   fmt::format("For more information about {} error, try `{} --explain {}`.",
                               errorCodes.size() == 1 ? "this" : "an", program.str(), first),
                   {},
                   {}});
}

void Diagnostics::emit(const Diagnostic &diagnostic) {
  if (diagnostic.severity == Severity::Warning) {
    if (lints.allowsAllWarnings())
      return;
    LintLevel level = lints.of(diagnostic.code).value_or(LintLevel::Warn);
    if (level == LintLevel::Allow)
      return;
    if (level != LintLevel::Warn) {
      Diagnostic denied = diagnostic;
      denied.severity = Severity::Error;
      return emit(denied);
    }
  }
  if (diagnostic.severity == Severity::Error) {
    ++errors;
    if (diagnostic.code != Code::None)
      errorCodes.insert(diagnostic.code);
  } else if (diagnostic.severity == Severity::Warning)
    ++warnings;
  consumer.handle(diagnostic);
}
