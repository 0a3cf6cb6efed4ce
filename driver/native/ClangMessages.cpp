//===- ClangMessages.cpp - what clang wrote, as diagnostics -------*- C++ -*-===//
//
// clang is told to print one line a message: `file:line:column: severity: text`.
// Notes belong to the message before them. Lines of another form ("1 error
// generated.", "In file included from …") carry nothing that is not said again.
//
//===----------------------------------------------------------------------===//

#include "driver/native/NativeCrate.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Regex.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

struct ClangMessage {
  SourceLocation where;
  std::string severity;
  std::string text;
};

StringRef takeDigits(StringRef &text) {
  StringRef digits = text.take_while([](char c) { return llvm::isDigit(c); });
  text = text.drop_front(digits.size());
  return digits;
}

/// `file:line:column: severity: text`, the leftmost place that fits: a text may
/// look like a message itself, and a file's name may hold colons.
std::optional<ClangMessage> parsePlacedLine(StringRef line) {
  static constexpr StringRef severities[] = {"fatal error", "error", "warning", "note"};
  for (size_t end = line.find(':'); end != StringRef::npos; end = line.find(':', end + 1)) {
    ClangMessage message;
    StringRef rest = line.drop_front(end + 1);
    StringRef lineNumber = takeDigits(rest);
    if (end == 0 || lineNumber.empty() || !rest.consume_front(":"))
      continue;
    StringRef column = takeDigits(rest);
    if (column.empty() || !rest.consume_front(": "))
      continue;
    for (StringRef severity : severities) {
      if (!rest.consume_front((severity + ": ").str()))
        continue;
      // What does not fit into a number is no place.
      if (!lineNumber.getAsInteger(10, message.where.line) &&
          !column.getAsInteger(10, message.where.column))
        message.where.file = line.take_front(end).str();
      message.severity = severity.str();
      message.text = rest.str();
      return message;
    }
  }
  return std::nullopt;
}

std::optional<ClangMessage> parseLine(const llvm::Regex &bare, StringRef line) {
  if (std::optional<ClangMessage> message = parsePlacedLine(line))
    return message;
  llvm::SmallVector<StringRef, 4> groups;
  if (!bare.match(line, &groups))
    return std::nullopt;
  ClangMessage message;
  message.severity = groups[2].str();
  message.text = groups[3].str();
  return message;
}

Severity severityOf(const ClangMessage &message) {
  if (message.severity == "note")
    return Severity::Note;
  return message.severity == "warning" ? Severity::Warning : Severity::Error;
}

} // namespace

bool reportClangMessages(StringRef output, StringRef input, Diagnostics &diags) {
  const llvm::Regex bare("^(clang[^:]*: )?(fatal error|error|warning|note): (.*)$");
  std::vector<Diagnostic> messages;
  for (StringRef line : llvm::split(output, '\n')) {
    std::optional<ClangMessage> message = parseLine(bare, line.rtrim('\r'));
    if (!message)
      continue;
    Severity severity = severityOf(*message);
    if (severity == Severity::Note && !messages.empty()) {
      std::string place = message->where.isKnown() ? message->where.toString() + ": " : "";
      messages.back().attachments.push_back({Severity::Note, place + message->text});
      continue;
    }
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = severity == Severity::Error ? Code::C05 : Code::None;
    diagnostic.message = message->text;
    if (message->where.isKnown())
      diagnostic.labels.push_back({message->where, 1, ""});
    else
      diagnostic.attachments.push_back({Severity::Note, "while compiling `" + input.str() + "`"});
    messages.push_back(std::move(diagnostic));
  }
  bool anyError = false;
  for (const Diagnostic &message : messages) {
    anyError |= message.severity == Severity::Error;
    diags.emit(message);
  }
  return anyError;
}

std::vector<std::string> parseDependencyFile(StringRef text) {
  // "output: a.c b.h \<newline> c\ d.h". Before a blank clang doubles the backslashes
  // of a name and adds one; before '#' it adds one; '$' is doubled; elsewhere a
  // backslash is itself.
  std::vector<std::string> files;
  StringRef rest = text.split(": ").second;
  std::string file;
  auto finish = [&] {
    if (!file.empty())
      files.push_back(std::move(file));
    file.clear();
  };
  while (!rest.empty()) {
    StringRef run = rest.take_while([](char c) { return c == '\\'; });
    rest = rest.drop_front(run.size());
    char next = rest.empty() ? '\0' : rest.front();
    if (next == ' ' && run.size() % 2 == 1) {
      file.append(run.size() / 2, '\\');
      file += ' ';
    } else if (next == ' ' || next == '\t') {
      file.append(run.size() / 2, '\\');
      finish();
    } else if (next == '#' && !run.empty()) {
      file.append(run.size() - 1, '\\');
      file += '#';
    } else if (next == '\n' || next == '\r') {
      file.append(run.empty() ? 0 : run.size() - 1, '\\');
      finish();
    } else {
      file += run;
      if (next != '\0')
        file += next;
      if (next == '$' && rest.size() > 1 && rest[1] == '$')
        rest = rest.drop_front();
    }
    rest = rest.drop_front(rest.empty() ? 0 : 1);
  }
  finish();
  return files;
}

} // namespace cratec
