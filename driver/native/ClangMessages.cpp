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

std::optional<ClangMessage> parseLine(const llvm::Regex &withPlace, const llvm::Regex &bare,
                                      StringRef line) {
  llvm::SmallVector<StringRef, 6> groups;
  ClangMessage message;
  if (withPlace.match(line, &groups)) {
    message.where.file = groups[1].str();
    // The expression only matches digits; what does not fit is not a place.
    if (groups[2].getAsInteger(10, message.where.line) ||
        groups[3].getAsInteger(10, message.where.column))
      message.where = {};
    message.severity = groups[4].str();
    message.text = groups[5].str();
    return message;
  }
  if (bare.match(line, &groups)) {
    message.severity = groups[1].str();
    message.text = groups[2].str();
    return message;
  }
  return std::nullopt;
}

} // namespace

bool reportClangMessages(StringRef output, StringRef input, Diagnostics &diags) {
  const llvm::Regex withPlace("^(.+):([0-9]+):([0-9]+): (fatal error|error|warning|note): (.*)$");
  const llvm::Regex bare("^clang[^:]*: (error|warning|note): (.*)$");
  std::vector<Diagnostic> messages;
  for (StringRef line : llvm::split(output, '\n')) {
    std::optional<ClangMessage> message = parseLine(withPlace, bare, line);
    if (!message)
      continue;
    if (message->severity == "note" && !messages.empty()) {
      std::string place = message->where.isKnown() ? message->where.toString() + ": " : "";
      messages.back().attachments.push_back({Severity::Note, place + message->text});
      continue;
    }
    Diagnostic diagnostic;
    bool isError = StringRef(message->severity).ends_with("error");
    diagnostic.severity = isError ? Severity::Error : Severity::Warning;
    diagnostic.code = isError ? Code::C05 : Code::None;
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
  // "output: a.c b.h \<newline> c\ d.h", blanks and '#' escaped by a backslash, '$' doubled.
  std::vector<std::string> files;
  StringRef rest = text.split(": ").second;
  std::string file;
  auto finish = [&] {
    if (!file.empty())
      files.push_back(std::move(file));
    file.clear();
  };
  for (size_t i = 0; i < rest.size(); ++i) {
    char c = rest[i];
    char next = i + 1 < rest.size() ? rest[i + 1] : '\0';
    if (c == '\\' && (next == ' ' || next == '#' || next == '\\')) {
      file += next;
      ++i;
    } else if (c == '\\' && next == '\n') {
      finish();
      ++i;
    } else if (c == '$' && next == '$') {
      file += '$';
      ++i;
    } else if (llvm::isSpace(c)) {
      finish();
    } else {
      file += c;
    }
  }
  finish();
  return files;
}

} // namespace cratec
