//===- JsonRenderer.cpp - diagnostics in rustc's JSON lines ---------------===//
//
// The fields and their order are rustc's. What is not known of a place is 0.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/diag/Excerpt.h"
#include "linkcheck/diag/Printable.h"
#include "linkcheck/diag/Renderers.h"

#include <llvm/Support/JSON.h>

using namespace linkcheck;

namespace {

/// Longer lines are left out of `text`; a client has the span to read them by.
constexpr size_t longestLine = 4096;

/// Writes one diagnostic as a JSON object.
class JsonWriter {
public:
  JsonWriter(llvm::raw_ostream &out, const SourceTexts &texts) : json(out), sources(texts) {}
  void write(const Diagnostic &diagnostic, llvm::StringRef rendered);
  void writeArtifact(llvm::StringRef path, llvm::StringRef kind);

private:
  void writeString(llvm::StringRef key, llvm::StringRef value);
  void writeCode(Code code);
  void writeSpan(const Label &label, bool primary);
  void writeSpanText(llvm::StringRef line, unsigned begin, unsigned end);
  void writeChild(const Attachment &attachment);

  llvm::json::OStream json;
  SourceFiles sources;
};

/// Names and messages may quote any file's bytes; JSON is UTF-8.
void JsonWriter::writeString(llvm::StringRef key, llvm::StringRef value) {
  json.attribute(key, llvm::json::fixUTF8(value));
}

void JsonWriter::writeCode(Code code) {
  if (code == Code::None) {
    json.attribute("code", nullptr);
    return;
  }
  const CodeInfo &info = infoOf(code);
  json.attributeObject("code", [&] {
    writeString("code", info.id);
    writeString("explanation", info.page);
  });
}

void JsonWriter::writeSpanText(llvm::StringRef line, unsigned begin, unsigned end) {
  json.object([&] {
    writeString("text", line);
    json.attribute("highlight_start", begin);
    json.attribute("highlight_end", end);
  });
}

void JsonWriter::writeSpan(const Label &label, bool primary) {
  std::optional<Excerpt> excerpt = sources.excerptFor(label);
  size_t byteBegin = 0, byteEnd = 0;
  unsigned columnBegin = label.at.column;
  unsigned columnEnd = label.at.column == 0 ? 0 : label.at.column + label.length;
  if (excerpt) {
    const LineRange &marked = excerpt->marked;
    byteBegin = excerpt->offset + marked.begin;
    byteEnd = excerpt->offset + marked.end;
    columnBegin = characterCount(excerpt->line.take_front(marked.begin)) + 1;
    columnEnd = columnBegin + characterCount(excerpt->line.slice(marked.begin, marked.end));
  }
  json.object([&] {
    writeString("file_name", label.at.file);
    json.attribute("byte_start", static_cast<uint64_t>(byteBegin));
    json.attribute("byte_end", static_cast<uint64_t>(byteEnd));
    json.attribute("line_start", label.at.line);
    json.attribute("line_end", label.at.line);
    json.attribute("column_start", columnBegin);
    json.attribute("column_end", columnEnd);
    json.attribute("is_primary", primary);
    json.attributeArray("text", [&] {
      if (excerpt && excerpt->line.size() <= longestLine)
        writeSpanText(excerpt->line, columnBegin, columnEnd);
    });
    if (label.text.empty())
      json.attribute("label", nullptr);
    else
      writeString("label", label.text);
    json.attribute("suggested_replacement", nullptr);
    json.attribute("suggestion_applicability", nullptr);
    json.attribute("expansion", nullptr);
  });
}

void JsonWriter::writeChild(const Attachment &attachment) {
  json.object([&] {
    writeString("message", attachment.message);
    json.attribute("code", nullptr);
    writeString("level", spelling(attachment.severity));
    json.attributeArray("spans", [] {});
    json.attributeArray("children", [] {});
    json.attribute("rendered", nullptr);
  });
}

void JsonWriter::write(const Diagnostic &diagnostic, llvm::StringRef rendered) {
  json.object([&] {
    writeString("$message_type", "diagnostic");
    writeString("message", diagnostic.message);
    writeCode(diagnostic.code);
    writeString("level", spelling(diagnostic.severity));
    json.attributeArray("spans", [&] {
      for (const Label &label : diagnostic.labels)
        writeSpan(label, &label == diagnostic.labels.data());
    });
    json.attributeArray("children", [&] {
      for (const Attachment &attachment : diagnostic.attachments)
        writeChild(attachment);
    });
    writeString("rendered", rendered);
  });
}

void JsonWriter::writeArtifact(llvm::StringRef path, llvm::StringRef kind) {
  json.object([&] {
    writeString("$message_type", "artifact");
    writeString("artifact", path);
    writeString("emit", kind);
  });
}

} // namespace

void JsonRenderer::handle(const Diagnostic &diagnostic) {
  std::string text = renderText(diagnostic, rendered, texts);
  if (text.empty())
    return;
  std::string line;
  llvm::raw_string_ostream lineOut(line);
  JsonWriter(lineOut, texts).write(diagnostic, text);
  writeLine(std::move(line));
}

void JsonRenderer::handleArtifact(llvm::StringRef path, llvm::StringRef kind) {
  if (!artifacts)
    return;
  std::string line;
  llvm::raw_string_ostream lineOut(line);
  JsonWriter(lineOut, texts).writeArtifact(path, kind);
  writeLine(std::move(line));
}

void JsonRenderer::handleSource(llvm::StringRef name, llvm::StringRef text) {
  texts[name.str()] = text.str();
}

/// One write, so that no reader sees half an object.
void JsonRenderer::writeLine(std::string line) {
  line += '\n';
  out << line;
  out.flush();
}
