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

namespace linkcheck {

/// How much of a diagnostic the text renderer writes.
enum class TextStyle {
  Full, ///< rustc's human form: header, `-->`, source line, carets, notes
  Short ///< one line: `file:line:column: error[E0463]: message`
};

/// rustc's human form. `colour` writes ANSI escapes in rustc's colours.
class TextRenderer final : public DiagnosticConsumer {
public:
  TextRenderer(llvm::raw_ostream &out, TextStyle style, bool colour)
      : out(out), style(style), colour(colour) {}
  void handle(const Diagnostic &diagnostic) override;

private:
  llvm::raw_ostream &out;
  TextStyle style;
  bool colour;
};

/// rustc's line format of JSON: one object a line with `$message_type`,
/// `message`, `code` (with its explanation), `level`, `spans`, `children` and
/// `rendered`, the text form. Columns count characters; a line, column or offset
/// that is not known is 0.
class JsonRenderer final : public DiagnosticConsumer {
public:
  /// `rendered` and `colour` shape the field `rendered`; Cargo asks for colour
  /// with `--json=diagnostic-rendered-ansi`.
  explicit JsonRenderer(llvm::raw_ostream &out, TextStyle rendered = TextStyle::Full,
                        bool colour = false)
      : out(out), rendered(rendered), colour(colour) {}
  void handle(const Diagnostic &diagnostic) override;

private:
  llvm::raw_ostream &out;
  TextStyle rendered;
  bool colour;
};

/// The text form of one diagnostic, as TextRenderer writes it.
std::string renderText(const Diagnostic &diagnostic, TextStyle style, bool colour);

} // namespace linkcheck
