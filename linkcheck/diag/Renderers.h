//===- Renderers.h - diagnostics as text and as JSON lines ------*- C++ -*-===//
//
// Both renderers show the source line of a label where the file can still be
// read; a file that is gone only costs its excerpt. Text that a terminal would
// act on is shown as a stand-in (see Printable.h).
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/diag/Diagnostic.h"

#include <llvm/Support/raw_ostream.h>

#include <map>
#include <optional>

namespace linkcheck {

/// How much of a diagnostic the text renderer writes.
enum class TextStyle {
  Full, ///< rustc's human form: header, `-->`, source line, carets, notes
  Short ///< one line: `file:line:column: error[E0463]: message`
};

/// The texts of sources that are no files, by the names that messages call them.
using SourceTexts = std::map<std::string, std::string>;

struct TextForm {
  TextStyle style = TextStyle::Full;
  bool colour = false;           ///< ANSI escapes, in rustc's colours
  std::optional<unsigned> width; ///< of the terminal in columns, where it is known
};

/// rustc's human form.
class TextRenderer final : public DiagnosticConsumer {
public:
  TextRenderer(llvm::raw_ostream &out, const TextForm &form) : out(out), form(form) {}
  void handle(const Diagnostic &diagnostic) override;
  void handleSource(llvm::StringRef name, llvm::StringRef text) override;

private:
  llvm::raw_ostream &out;
  TextForm form;
  SourceTexts texts;
};

/// rustc's line format of JSON: one object a line with `$message_type`,
/// `message`, `code` (with its explanation), `level`, `spans`, `children` and
/// `rendered`, the text form. Columns count characters; a line, column or offset
/// that is not known is 0. A failure note has no line where its text is empty.
class JsonRenderer final : public DiagnosticConsumer {
public:
  /// `rendered` shapes the field of that name; with `artifacts` there is a line for
  /// each file that was written.
  explicit JsonRenderer(llvm::raw_ostream &out, const TextForm &rendered = {},
                        bool artifacts = false)
      : out(out), rendered(rendered), artifacts(artifacts) {}
  void handle(const Diagnostic &diagnostic) override;
  void handleArtifact(llvm::StringRef path, llvm::StringRef kind) override;
  void handleSource(llvm::StringRef name, llvm::StringRef text) override;

private:
  void writeLine(std::string line);

  llvm::raw_ostream &out;
  TextForm rendered;
  bool artifacts;
  SourceTexts texts;
};

/// The text form of one diagnostic, as TextRenderer writes it. Empty for a failure
/// note in the short style.
std::string renderText(const Diagnostic &diagnostic, const TextForm &form,
                       const SourceTexts &texts = {});

} // namespace linkcheck
