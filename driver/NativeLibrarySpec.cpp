//===- NativeLibrarySpec.cpp - `-l` and LINK_LIBRARY --------------*- C++ -*-===//

#include "driver/NativeLibrarySpec.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include <algorithm>
#include <set>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

llvm::Error complain(const std::string &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message.c_str());
}

/// Reads the text from left to right into one spec.
class SpecParser {
public:
  llvm::Error parse(StringRef text, bool mayRename);

  NativeLibrarySpec spec;

private:
  llvm::Error takeKind(StringRef word);
  llvm::Error takeWord(StringRef word, StringRef name);
  llvm::Error takeModifier(StringRef word);
  llvm::Error checkName() const;

  std::optional<bool> bundle, verbatim;
};

llvm::Error SpecParser::parse(StringRef text, bool mayRename) {
  NativeLibrary &library = spec.library;
  StringRef name = text;
  StringRef words;
  if (text.contains('=')) {
    std::tie(words, name) = text.split('=');
    auto [kind, modifiers] = words.split(':');
    if (llvm::Error error = takeKind(kind))
      return error;
    if (words.contains(':'))
      for (StringRef word : llvm::split(modifiers.empty() ? "" : modifiers, ','))
        if (llvm::Error error = takeWord(word, name))
          return error;
  }
  if (mayRename && name.contains(':')) {
    auto [original, rename] = name.split(':');
    name = original;
    spec.rename = rename.str();
    if (rename.empty())
      return complain(
          fmt::format("an empty renaming target was specified for library `{}`", name.str()));
  }
  library.name = name.str();
  library.verbatim = verbatim.value_or(false);
  library.leftOut = !bundle.value_or(true);
  return checkName();
}

llvm::Error SpecParser::takeKind(StringRef word) {
  spec.hasKind = true;
  if (word == "static-nobundle") {
    spec.library.kind = NativeKind::Static;
    spec.hasModifiers = true;
    bundle = false;
    return llvm::Error::success();
  }
  if (word == "framework")
    return complain("library kind `framework` is only supported on Apple targets");
  if (word == "raw-dylib")
    return complain("library kind `raw-dylib` is only supported on Windows targets");
  std::optional<NativeKind> kind = parseNativeKind(word);
  if (!kind)
    return complain(
        fmt::format("unknown library kind `{}`, expected one of: static, dylib", word.str()));
  spec.library.kind = *kind;
  return llvm::Error::success();
}

llvm::Error SpecParser::takeWord(StringRef word, StringRef name) {
  spec.hasModifiers = true;
  if (word.starts_with("+") || word.starts_with("-"))
    return takeModifier(word);
  std::optional<AllocatorForm> form = parseAllocatorForm(word);
  if (!form)
    return complain(
        fmt::format("unknown form `{}` of library `{}`, expected host or guest, or a modifier "
                    "with `+` or `-` before it",
                    word.str(), name.str()));
  if (spec.library.form)
    return complain(fmt::format("several forms of library `{}`", name.str()));
  spec.library.form = form;
  return llvm::Error::success();
}

llvm::Error SpecParser::takeModifier(StringRef word) {
  bool value = word.front() == '+';
  StringRef name = word.drop_front();
  std::optional<bool> *modifier = name == "bundle"          ? &bundle
                                  : name == "whole-archive" ? &spec.library.wholeArchive
                                  : name == "verbatim"      ? &verbatim
                                                            : nullptr;
  if (!modifier)
    return complain(fmt::format("unknown linking modifier `{}`, expected one of: bundle, "
                                "verbatim, whole-archive",
                                name.str()));
  if (modifier->has_value())
    return complain(fmt::format("multiple `{}` modifiers in a single `-l` option", name.str()));
  if (modifier != &verbatim && spec.library.kind != NativeKind::Static)
    return complain(fmt::format(
        "linking modifier `{}` is only compatible with `static` linking kind", name.str()));
  *modifier = value;
  return llvm::Error::success();
}

llvm::Error SpecParser::checkName() const {
  llvm::SmallVector<StringRef, 2> names = {spec.library.name};
  if (spec.rename)
    names.push_back(*spec.rename);
  for (StringRef name : names) {
    if (name.empty())
      return complain("library name must not be empty");
    if (name.contains('/') || name.contains('\0'))
      return complain(fmt::format("library name `{}` must be a name, not a path", name.str()));
  }
  return llvm::Error::success();
}

llvm::Expected<NativeLibrarySpec> parse(StringRef text, bool mayRename) {
  SpecParser parser;
  if (llvm::Error error = parser.parse(text, mayRename))
    return error;
  return std::move(parser.spec);
}

/// A new name is for a library that a source declares, and there is one new name.
llvm::Error checkRenames(llvm::ArrayRef<NativeLibrarySpec> declared,
                         llvm::ArrayRef<NativeLibrarySpec> given) {
  std::set<std::string> renamed;
  for (const NativeLibrarySpec &spec : given) {
    const std::string &name = spec.library.name;
    if (!spec.rename)
      continue;
    if (llvm::none_of(declared, [&](const auto &other) { return other.library.name == name; }))
      return complain(fmt::format("renaming of the library `{}` was specified, however this crate "
                                  "contains no `#[link(...)]` attributes referencing this library",
                                  name));
    if (!renamed.insert(name).second)
      return complain(fmt::format("multiple renamings were specified for library `{}`", name));
  }
  return llvm::Error::success();
}

/// What the command line says of a library that was named before.
llvm::Error change(NativeLibrarySpec &declared, const NativeLibrarySpec &given) {
  if (declared.library == given.library && !given.rename)
    return llvm::Error::success();
  if (declared.hasModifiers || given.hasModifiers)
    return complain(fmt::format("overriding linking modifiers of library `{}` from the command "
                                "line is not supported",
                                given.library.name));
  if (given.hasKind)
    declared.library.kind = given.library.kind;
  if (given.rename)
    declared.library.name = *given.rename;
  return llvm::Error::success();
}

} // namespace

llvm::Expected<NativeLibrarySpec> parseNativeLibrary(StringRef text) {
  return parse(text, /*mayRename=*/true);
}

llvm::Expected<NativeLibrarySpec> parseDeclaredLibrary(StringRef text) {
  return parse(text, /*mayRename=*/false);
}

llvm::Expected<std::vector<NativeLibrary>>
mergeNativeLibraries(std::vector<NativeLibrarySpec> declared,
                     llvm::ArrayRef<NativeLibrarySpec> given) {
  if (llvm::Error error = checkRenames(declared, given))
    return error;
  std::vector<NativeLibrarySpec> all = std::move(declared);
  for (const NativeLibrarySpec &spec : given) {
    // Also one that was given before: it stands where it was given last.
    auto moved = std::stable_partition(all.begin(), all.end(), [&](const auto &other) {
      return other.library.name != spec.library.name;
    });
    if (moved == all.end())
      all.push_back(spec);
    else
      for (auto other = moved; other != all.end(); ++other)
        if (llvm::Error error = change(*other, spec))
          return error;
  }
  std::vector<NativeLibrary> libraries;
  for (NativeLibrarySpec &spec : all) {
    NativeLibrary &library = spec.library;
    library.bundled = library.kind == NativeKind::Static && !library.form && !library.leftOut &&
                      library.condition.empty();
    // Once for all neighbours, as a linker would take no notice of the second.
    if (libraries.empty() || !(libraries.back() == library))
      libraries.push_back(std::move(library));
  }
  return libraries;
}

} // namespace cratec
