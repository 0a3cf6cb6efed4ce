//===- TextRenderer.cpp - diagnostics in rustc's human form ---------------===//
//
//     error[E0463]: can't find crate for `y`        header
//      --> main.c:3:14                              arrow
//       |
//     3 | EXTERN_CRATE("y");                        excerpt
//       |              ^^^ label
//       |
//       = note: searched in /usr/lib                attachment
//
//===----------------------------------------------------------------------===//

#include "linkcheck/diag/Annotations.h"
#include "linkcheck/diag/Excerpt.h"
#include "linkcheck/diag/Printable.h"
#include "linkcheck/diag/Renderers.h"

#include <climits>
#include <llvm/Support/ErrorHandling.h>

#include <algorithm>

using namespace linkcheck;

namespace {

/// What is shown of a line at most, in columns, where the terminal's width is not
/// known; rustc assumes the same.
constexpr unsigned usualLine = 140;
constexpr unsigned shortestLine = 20;
constexpr llvm::StringLiteral ellipsis = "...";

llvm::StringRef levelColour(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return "\x1b[91m";
  case Severity::Warning:
    return "\x1b[33m";
  case Severity::Note:
    return "\x1b[92m";
  case Severity::Help:
    return "\x1b[96m";
  case Severity::FailureNote:
    return "";
  }
  llvm_unreachable("no such severity");
}

/// A label together with what could be read of its source.
struct LocatedLabel {
  const Label *label = nullptr;
  bool primary = false;
  std::optional<Excerpt> excerpt;
};

/// The labels of one file: those with a line to show, by line, and the others.
struct FileLabels {
  llvm::StringRef file;
  std::vector<LocatedLabel> shown;
  std::vector<LocatedLabel> unshown;
};

/// The labels by file, the primary label's file first, the others as they come.
std::vector<FileLabels> groupByFile(const Diagnostic &diagnostic, SourceFiles &sources) {
  std::vector<FileLabels> groups;
  for (const Label &label : diagnostic.labels) {
    llvm::StringRef file = label.at.file;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const FileLabels &other) { return other.file == file; });
    if (group == groups.end()) {
      groups.push_back({file, {}, {}});
      group = std::prev(groups.end());
    }
    LocatedLabel located{&label, &label == diagnostic.labels.data(), sources.excerptFor(label)};
    (located.excerpt ? group->shown : group->unshown).push_back(std::move(located));
  }
  for (FileLabels &group : groups)
    std::stable_sort(group.shown.begin(), group.shown.end(),
                     [](const LocatedLabel &left, const LocatedLabel &right) {
                       return left.label->at.line < right.label->at.line;
                     });
  return groups;
}

/// The part of a line that is shown, in columns.
struct Window {
  unsigned begin = 0;
  unsigned end = 0;
};

/// Chooses what to show of a line that is `width` wide and marked within `marked`.
Window chooseWindow(unsigned width, Window marked, unsigned longestLine) {
  if (width <= longestLine)
    return {0, width};
  unsigned markedWidth = std::min(marked.end - marked.begin, longestLine);
  unsigned before = (longestLine - markedWidth) / 2;
  unsigned begin = marked.begin > before ? marked.begin - before : 0;
  begin = std::min(begin, width - longestLine);
  return {begin, begin + longestLine};
}

/// The characters of the line that lie wholly in the window.
std::string cutToWindow(llvm::StringRef line, Window window) {
  std::string result;
  unsigned column = 0;
  for (size_t offset = 0; offset < line.size() && column < window.end;) {
    Glyph glyph = glyphAt(line, offset);
    offset += glyph.length;
    unsigned next = column + glyph.width;
    if (column >= window.begin && next <= window.end)
      result += glyph.shown;
    else if (next > window.begin && column < window.begin)
      result.append(next - window.begin, ' '); // half of a wide character
    column = next;
  }
  return result;
}

/// One source line as it is shown, and its annotations.
struct ShownLine {
  std::string text;
  std::vector<Annotation> annotations;
};

/// `labels` all point into one line.
ShownLine showLine(llvm::ArrayRef<LocatedLabel> labels, unsigned longestLine) {
  llvm::StringRef line = labels.front().excerpt->line;
  unsigned width = displayWidth(line);

  ShownLine result;
  Window marked{UINT_MAX, 0};
  for (const LocatedLabel &located : labels) {
    LineRange range = located.excerpt->marked;
    unsigned begin = displayWidth(line.take_front(range.begin));
    unsigned end = begin + displayWidth(line.slice(range.begin, range.end));
    end = std::max(end, begin + 1);
    marked = {std::min(marked.begin, begin), std::max(marked.end, end)};
    result.annotations.push_back({begin, end, located.primary, printableLine(located.label->text)});
  }

  Window window = chooseWindow(width, marked, longestLine);
  llvm::StringRef prefix = window.begin > 0 ? llvm::StringRef(ellipsis) : "";
  result.text = (prefix + cutToWindow(line, window)).str();
  if (window.end < width)
    result.text += ellipsis;
  // One column past the end is where an error "at the end of the line" points.
  for (Annotation &annotation : result.annotations) {
    unsigned begin = std::clamp(annotation.begin, window.begin, window.end);
    unsigned end = std::clamp(annotation.end, begin + 1, std::max(window.end, begin + 1));
    annotation.begin = begin - window.begin + prefix.size();
    annotation.end = end - window.begin + prefix.size();
  }
  return result;
}

/// Writes one diagnostic into a string.
class TextWriter {
public:
  TextWriter(const Diagnostic &diagnostic, const TextForm &form, const SourceTexts &texts)
      : diagnostic(diagnostic), colour(form.colour), width(form.width), sources(texts) {}

  std::string writeFull();
  std::string writeShort();

private:
  void put(Role role, llvm::StringRef text);
  void putHeader(llvm::StringRef message);
  void putFrame(llvm::StringRef mark);
  void putArrow(llvm::StringRef arrow, const LocatedLabel &located);
  void putFile(const FileLabels &group, bool isFirst);
  void putSourceLines(llvm::ArrayRef<LocatedLabel> labels);
  void putSourceLine(unsigned number, llvm::StringRef text);
  void putUnshown(const FileLabels &group, bool arrowIsNeeded);
  void putAttachment(Severity severity, llvm::StringRef message, Role role);
  size_t headerWidth() const;
  unsigned lineWidth() const;

  const Diagnostic &diagnostic;
  const bool colour;
  const std::optional<unsigned> width; ///< of the terminal
  unsigned gutterWidth = 1;
  SourceFiles sources;
  std::string out;
};

void TextWriter::put(Role role, llvm::StringRef text) {
  if (!colour || role == Role::Plain) {
    out += text;
    return;
  }
  out += "\x1b[1m";
  if (role == Role::Gutter)
    out += "\x1b[94m";
  else if (role == Role::Primary)
    out += levelColour(diagnostic.severity);
  out += text;
  out += "\x1b[0m";
}

size_t TextWriter::headerWidth() const {
  size_t width = spelling(diagnostic.severity).size() + llvm::StringRef(": ").size();
  if (diagnostic.code != Code::None)
    width += infoOf(diagnostic.code).id.size() + llvm::StringRef("[]").size();
  return width;
}

/// What of the width a source line has: the rest is the gutter's. Below a few words
/// nothing can be recognised.
unsigned TextWriter::lineWidth() const {
  if (!width)
    return usualLine;
  unsigned frame = gutterWidth + llvm::StringRef(" | ").size();
  return std::max(*width - std::min(*width, frame), shortestLine);
}

void TextWriter::putHeader(llvm::StringRef message) {
  std::string level = spelling(diagnostic.severity).str();
  if (diagnostic.code != Code::None)
    level += fmt::format("[{}]", std::string_view(infoOf(diagnostic.code).id));
  put(Role::Primary, level);
  put(Role::Strong, ": " + message.str());
  out += '\n';
}

/// A row that has no line number: `mark` stands in the column of the bars.
void TextWriter::putFrame(llvm::StringRef mark) {
  out.append(gutterWidth + 1, ' ');
  put(Role::Gutter, mark);
}

void TextWriter::putArrow(llvm::StringRef arrow, const LocatedLabel &located) {
  out.append(gutterWidth, ' ');
  put(Role::Gutter, arrow);
  out += printableLine(locationText(located.label->at, located.excerpt)) + "\n";
}

void TextWriter::putSourceLine(unsigned number, llvm::StringRef text) {
  put(Role::Gutter, fmt::format("{:>{}}", number, gutterWidth));
  out += ' ';
  put(Role::Gutter, "|");
  text = text.rtrim();
  if (!text.empty())
    out += " " + text.str();
  out += '\n';
}

void TextWriter::putSourceLines(llvm::ArrayRef<LocatedLabel> labels) {
  unsigned previous = 0;
  while (!labels.empty()) {
    unsigned number = labels.front().label->at.line;
    auto ofLine = labels.take_while(
        [&](const LocatedLabel &located) { return located.label->at.line == number; });
    labels = labels.drop_front(ofLine.size());

    // One line between two labels is shown; a mark for it would be as long.
    if (previous != 0 && number == previous + 2) {
      Label between{{ofLine.front().label->at.file, previous + 1, 1}, 0, ""};
      putSourceLine(previous + 1,
                    showLine({{&between, false, sources.excerptFor(between)}}, lineWidth()).text);
    } else if (previous != 0 && number > previous + 2) {
      put(Role::Gutter, ellipsis);
      out += '\n';
    }
    previous = number;

    ShownLine shown = showLine(ofLine, lineWidth());
    putSourceLine(number, shown.text);
    for (const StyledRow &row : layOutAnnotations(std::move(shown.annotations))) {
      putFrame("|");
      out += ' ';
      for (const Run &run : row)
        put(run.role, run.text);
      out += '\n';
    }
  }
}

/// Labels without a line to show keep their place and their words.
void TextWriter::putUnshown(const FileLabels &group, bool arrowIsNeeded) {
  for (const LocatedLabel &located : group.unshown) {
    if (arrowIsNeeded)
      putArrow(located.primary ? "--> " : "::: ", located);
    arrowIsNeeded = true;
    if (located.label->text.empty())
      continue;
    putFrame("|");
    out += '\n';
    putAttachment(Severity::Note, located.label->text,
                  located.primary ? Role::Primary : Role::Gutter);
  }
}

void TextWriter::putFile(const FileLabels &group, bool isFirst) {
  bool primaryIsShown = !isFirst || group.unshown.empty() || !group.unshown.front().primary;
  if (!primaryIsShown)
    putArrow("--> ", group.unshown.front());
  if (!group.shown.empty()) {
    auto primary = std::find_if(group.shown.begin(), group.shown.end(),
                                [](const LocatedLabel &located) { return located.primary; });
    if (!isFirst) {
      putFrame("|");
      out += '\n';
      putArrow("::: ", group.shown.front());
    } else if (primary != group.shown.end()) {
      putArrow("--> ", *primary);
    }
    putFrame("|");
    out += '\n';
    putSourceLines(group.shown);
  }
  putUnshown(group, primaryIsShown);
}

void TextWriter::putAttachment(Severity severity, llvm::StringRef message, Role role) {
  llvm::StringRef level = spelling(severity);
  putFrame("= ");
  put(role, level);
  out += ": ";
  // rustc aligns the further lines with the first.
  size_t indent = gutterWidth + llvm::StringRef(" = : ").size() + level.size();
  std::string text = printableText(message.rtrim());
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(text).split(lines, '\n');
  for (size_t index = 0; index < lines.size(); ++index) {
    if (index != 0 && !lines[index].empty())
      out.append(indent, ' ');
    out += lines[index];
    out += '\n';
  }
}

std::string TextWriter::writeFull() {
  if (diagnostic.severity == Severity::FailureNote) {
    put(Role::Strong, printableLine(diagnostic.message));
    return out + "\n";
  }
  unsigned lastLine = 0;
  for (const Label &label : diagnostic.labels)
    lastLine = std::max(lastLine, label.at.line);
  gutterWidth = std::to_string(lastLine).size();

  // Further lines of the message are aligned with its first.
  std::string lineBreak = "\n" + std::string(headerWidth(), ' ');
  std::string message;
  for (char byte : printableText(llvm::StringRef(diagnostic.message).rtrim())) {
    if (byte == '\n')
      message += lineBreak;
    else
      message += byte;
  }
  putHeader(message);

  std::vector<FileLabels> groups = groupByFile(diagnostic, sources);
  for (const FileLabels &group : groups)
    putFile(group, &group == groups.data());

  if (!diagnostic.attachments.empty()) {
    putFrame("|");
    out += '\n';
  }
  for (const Attachment &attachment : diagnostic.attachments)
    putAttachment(attachment.severity, attachment.message, Role::Strong);
  out += '\n';
  return std::move(out);
}

std::string TextWriter::writeShort() {
  if (diagnostic.severity == Severity::FailureNote)
    return "";
  if (!diagnostic.labels.empty()) {
    const Label &primary = diagnostic.labels.front();
    out += printableLine(locationText(primary.at, sources.excerptFor(primary))) + ": ";
  }
  putHeader(printableLine(llvm::StringRef(diagnostic.message).rtrim()));
  return std::move(out);
}

} // namespace

std::string linkcheck::renderText(const Diagnostic &diagnostic, const TextForm &form,
                                  const SourceTexts &texts) {
  TextWriter writer(diagnostic, form, texts);
  return form.style == TextStyle::Full ? writer.writeFull() : writer.writeShort();
}

void TextRenderer::handle(const Diagnostic &diagnostic) {
  // One write, so that the output of parallel runs is not interleaved.
  out << renderText(diagnostic, form, texts);
  out.flush();
}

void TextRenderer::handleSource(llvm::StringRef name, llvm::StringRef text) {
  texts[name.str()] = text.str();
}
