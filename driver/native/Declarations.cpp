//===- Declarations.cpp - what an object says of its crate --------*- C++ -*-===//

#include "driver/native/Declarations.h"

#include "driver/native/ModuleAssembly.h"

#include <llvm/IR/Module.h>
#include <llvm/Object/ELFObjectFile.h>

#include <array>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// Takes the next NUL-terminated string off `bytes`.
std::optional<StringRef> takeString(StringRef &bytes) {
  size_t end = bytes.find('\0');
  if (end == StringRef::npos)
    return std::nullopt;
  StringRef text = bytes.take_front(end);
  bytes = bytes.drop_front(end + 1);
  return text;
}

/// The four strings of a record, or nothing when one is cut off.
std::optional<std::array<StringRef, 4>> takeRecord(StringRef &bytes) {
  std::array<StringRef, 4> fields;
  for (StringRef &field : fields) {
    std::optional<StringRef> text = takeString(bytes);
    if (!text)
      return std::nullopt;
    field = *text;
  }
  return fields;
}

std::optional<Declaration> understand(const std::array<StringRef, 4> &fields) {
  std::optional<Declaration::Key> key = parseDeclarationKey(fields[0]);
  if (!key)
    return std::nullopt;
  Declaration declaration{*key, fields[1].str(), {fields[2].str(), 0, 0}};
  if (fields[3].getAsInteger(10, declaration.where.line))
    return std::nullopt;
  return declaration;
}

bool reportDamage(StringRef input, llvm::Error error, Diagnostics &diags) {
  diags.error(Code::C07, "`{}` is a damaged object", input.str())
      .note("{}", llvm::toString(std::move(error)));
  return false;
}

} // namespace

bool parseDeclarations(StringRef bytes, StringRef input, std::vector<Declaration> &declarations,
                       Diagnostics &diags) {
  StringRef rest = bytes;
  bool good = true;
  while (!rest.empty()) {
    size_t offset = bytes.size() - rest.size();
    std::optional<std::array<StringRef, 4>> fields = takeRecord(rest);
    std::optional<Declaration> declaration = fields ? understand(*fields) : std::nullopt;
    if (declaration) {
      declarations.push_back(std::move(*declaration));
      continue;
    }
    good = false;
    diags.error(Code::C07, "`{}` holds a malformed crate declaration", input.str())
        .note("section {}, offset {}: a record is four NUL-terminated strings: key, value, "
              "file, line",
              declarationSection.str(), offset)
        .help("declare crates with the macros of <crate/crate.h>");
    if (!fields)
      break; // nothing after it can be told apart
  }
  return good;
}

bool readObjectDeclarations(llvm::MemoryBufferRef object, std::vector<Declaration> &declarations,
                            Diagnostics &diags) {
  StringRef input = object.getBufferIdentifier();
  auto file = llvm::object::ObjectFile::createELFObjectFile(object);
  if (!file)
    return reportDamage(input, file.takeError(), diags);
  for (const llvm::object::SectionRef &section : (*file)->sections()) {
    llvm::Expected<StringRef> name = section.getName();
    if (!name)
      return reportDamage(input, name.takeError(), diags);
    if (*name != declarationSection)
      continue;
    llvm::Expected<StringRef> contents = section.getContents();
    if (!contents)
      return reportDamage(input, contents.takeError(), diags);
    if (!parseDeclarations(*contents, input, declarations, diags))
      return false;
  }
  return true;
}

bool readModuleDeclarations(const llvm::Module &module, StringRef input,
                            std::vector<Declaration> &declarations, Diagnostics &diags) {
  // Assembly that does not name the section need not be understood here.
  if (!StringRef(module.getModuleInlineAsm()).contains(declarationSection))
    return true;
  llvm::Expected<std::string> bytes = collectAssemblySection(module, declarationSection);
  if (!bytes) {
    diags.error(Code::C07, "the module-level assembly of `{}` cannot be read", input.str())
        .note("{}", llvm::toString(bytes.takeError()));
    return false;
  }
  return parseDeclarations(*bytes, input, declarations, diags);
}

} // namespace cratec
