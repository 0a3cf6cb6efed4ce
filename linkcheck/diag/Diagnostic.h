//===- Diagnostic.h - what is said to the user ------------------*- C++ -*-===//
//
// A Diagnostic is a value: it is built where the fault is found, with the
// message written there, and handed to a DiagnosticConsumer that renders,
// counts or collects it. Nothing is printed elsewhere.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Code.h"
#include "linkcheck/diag/Lint.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace linkcheck {

enum class Severity {
  Error,
  Warning,
  Note,
  Help,
  FailureNote ///< where to read on after errors; a line without a head
};
/// As rustc spells it: `error`, `warning`, `note`, `help`, `failure-note`.
llvm::StringRef spelling(Severity severity);

/// A place in a text file. Lines and columns count from 1 and columns count
/// bytes; 0 means that it is not known.
struct SourceLocation {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;

  bool isKnown() const { return !file.empty(); }
  /// `file`, `file:line` or `file:line:column`, as much as is known.
  std::string toString() const;
  bool operator==(const SourceLocation &) const = default;
};

/// A place with the words that belong under its carets. `length` is in bytes;
/// 0 underlines the line from the column (or its first word) to its end.
struct Label {
  SourceLocation at;
  unsigned length = 0;
  std::string text;
};

/// A line below the diagnostic, `= note: …` or `= help: …`. The message may have
/// several lines; they are aligned under the first.
struct Attachment {
  Severity severity = Severity::Note;
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::Error;
  Code code = Code::None;
  std::string message;
  std::vector<Label> labels; ///< the first one is the primary place
  std::vector<Attachment> attachments;
};

/// Receives finished diagnostics, in the order in which they were found.
class DiagnosticConsumer {
public:
  virtual ~DiagnosticConsumer() = default;
  virtual void handle(const Diagnostic &diagnostic) = 0;
  /// A file was written; `kind` is what `--emit` calls it ("link"). Build tools
  /// wait for this; people do not.
  virtual void handleArtifact(llvm::StringRef path, llvm::StringRef kind);
  /// Labels will point into a source that is no file, such as the standard input.
  virtual void handleSource(llvm::StringRef name, llvm::StringRef text);
};

/// Keeps what it receives; for tests and for passes that try an alternative.
class CollectingConsumer final : public DiagnosticConsumer {
public:
  void handle(const Diagnostic &diagnostic) override { diagnostics.push_back(diagnostic); }
  void handleArtifact(llvm::StringRef path, llvm::StringRef kind) override {
    artifacts.push_back({path.str(), kind.str()});
  }
  std::vector<Diagnostic> diagnostics;
  std::vector<std::pair<std::string, std::string>> artifacts;
};

class Diagnostics;

/// A diagnostic under construction, emitted at the end of the full expression:
///
///   diags.error(Code::E0463, "can't find crate for `{}`", name).at(where);
class [[nodiscard("finish it with done() or an attachment")]] DiagnosticBuilder {
public:
  DiagnosticBuilder(Diagnostics &sink, Diagnostic diagnostic)
      : sink(sink), diagnostic(std::move(diagnostic)) {}
  DiagnosticBuilder(const DiagnosticBuilder &) = delete;
  DiagnosticBuilder &operator=(const DiagnosticBuilder &) = delete;
  ~DiagnosticBuilder();

  /// Adds a place; ignored when the file is not known.
  DiagnosticBuilder &at(SourceLocation where, std::string text = "", unsigned length = 0);
  template <typename... Args>
  DiagnosticBuilder &note(fmt::format_string<Args...> format, Args &&...args) {
    diagnostic.attachments.push_back(
        {Severity::Note, fmt::format(format, std::forward<Args>(args)...)});
    return *this;
  }
  template <typename... Args>
  DiagnosticBuilder &help(fmt::format_string<Args...> format, Args &&...args) {
    diagnostic.attachments.push_back(
        {Severity::Help, fmt::format(format, std::forward<Args>(args)...)});
    return *this;
  }
  /// Says that there is nothing to add.
  void done() {}

private:
  Diagnostics &sink;
  Diagnostic diagnostic;
};

/// Where passes send what they find. Counts, and forwards to one consumer.
/// Not thread-safe. The consumer must outlive it.
class Diagnostics {
public:
  explicit Diagnostics(DiagnosticConsumer &consumer, LintLevels lints = {})
      : consumer(consumer), lints(std::move(lints)) {}

  template <typename... Args>
  DiagnosticBuilder error(Code code, fmt::format_string<Args...> format, Args &&...args) {
    return {*this,
            {Severity::Error, code, fmt::format(format, std::forward<Args>(args)...), {}, {}}};
  }
  template <typename... Args>
  DiagnosticBuilder warning(Code code, fmt::format_string<Args...> format, Args &&...args) {
    return {*this,
            {Severity::Warning, code, fmt::format(format, std::forward<Args>(args)...), {}, {}}};
  }
  template <typename... Args>
  DiagnosticBuilder note(fmt::format_string<Args...> format, Args &&...args) {
    return {*this,
            {Severity::Note, Code::None, fmt::format(format, std::forward<Args>(args)...), {}, {}}};
  }

  /// A fault of this program, never of its input: says so, and asks for a report.
  template <typename... Args>
  DiagnosticBuilder internalError(fmt::format_string<Args...> format, Args &&...args) {
    ++internalErrors;
    return {*this,
            {Severity::Error,
             Code::None,
             "internal error: " + fmt::format(format, std::forward<Args>(args)...),
             {},
             {{Severity::Note, "this is a fault of the program itself; please report it, with the "
                               "command line and the inputs"}}}};
  }

  /// A warning with a lint's code is said at the level of the lint; where warnings
  /// are allowed altogether, none is said.
  void emit(const Diagnostic &diagnostic);
  void artifactWritten(llvm::StringRef path, llvm::StringRef kind) {
    consumer.handleArtifact(path, kind);
  }
  void provideSource(llvm::StringRef name, llvm::StringRef text) {
    consumer.handleSource(name, text);
  }
  /// rustc's last lines of a run: how many errors and warnings there were, and that
  /// `program --explain` tells more of their codes. Nothing where there were none.
  void sayOutcome(llvm::StringRef program);
  unsigned errorCount() const { return errors; }
  unsigned warningCount() const { return warnings; }
  bool hasErrors() const { return errors != 0; }
  bool hasInternalErrors() const { return internalErrors != 0; }

private:
  DiagnosticConsumer &consumer;
  LintLevels lints;
  unsigned errors = 0;
  unsigned warnings = 0;
  unsigned internalErrors = 0;
  std::set<Code> errorCodes;
};

} // namespace linkcheck
