//===- CrateDescription.cpp - what is known of the local crate ----*- C++ -*-===//

#include "driver/CrateDescription.h"

#include "driver/NativeLibrarySpec.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ConvertUTF.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

class Describer {
public:
  Describer(const SourceCrate &sources, const Options &options, Diagnostics &diags)
      : sources(sources), options(options), diags(diags) {}

  std::optional<CrateDescription> describe() {
    for (const Declaration &declaration : sources.declarations)
      take(declaration);
    takeAttributes();
    takeExterns();
    settleName();
    if (!options.crateTypes.empty())
      result.types = options.crateTypes;
    if (options.test) // the program that runs the tests, whatever the crate is otherwise
      result.types = {CrateType::Executable};
    result.crate.isTest = options.test;
    if (result.types.empty() && options.unsupportedTypes.empty())
      result.types.push_back(CrateType::Executable);
    settleLibraries();
    settleLanguages();
    if (failed)
      return std::nullopt;
    return std::move(result);
  }

private:
  void take(const Declaration &declaration);
  void takeName(const Declaration &declaration);
  void takeAttributes();
  void takeExterns();
  void settleName();
  void settleLanguages();
  void settleLibraries();
  DeclaredDependency &dependency(StringRef name, DependencyOrigin origin);
  bool checkName(StringRef name, const SourceLocation &where);
  DiagnosticBuilder fail(Code code, const std::string &message) {
    failed = true;
    return diags.error(code, "{}", message);
  }

  const SourceCrate &sources;
  const Options &options;
  Diagnostics &diags;
  CrateDescription result;
  std::optional<Declaration> declaredName;
  std::vector<NativeLibrarySpec> declaredLibraries;
  bool failed = false;
};

/// rustc's words for what a crate may be called.
bool Describer::checkName(StringRef name, const SourceLocation &where) {
  if (isValidCrateName(name))
    return true;
  if (name.empty()) {
    fail(Code::C02, "crate name must not be empty").at(where);
    return false;
  }
  StringRef bad = name.drop_while([](char c) { return llvm::isAlnum(c) || c == '_'; });
  if (!bad.empty()) {
    unsigned size = llvm::getNumBytesForUTF8(llvm::UTF8(bad.front()));
    fail(Code::C02, fmt::format("invalid character `{}` in crate name: `{}`",
                                bad.take_front(size).str(), name.str()))
        .at(where);
    return false;
  }
  fail(Code::C02, fmt::format("crate name `{}` must not begin with a digit", name.str())).at(where);
  return false;
}

DeclaredDependency &Describer::dependency(StringRef name, DependencyOrigin origin) {
  std::vector<DeclaredDependency> &all = result.crate.dependencies;
  auto known = llvm::find_if(all, [&](const DeclaredDependency &d) { return d.name == name; });
  if (known != all.end())
    return *known;
  all.push_back({name.str(), {}, std::move(origin)});
  return all.back();
}

void Describer::takeName(const Declaration &declaration) {
  if (!checkName(declaration.value, declaration.where))
    return;
  if (declaredName && declaredName->value != declaration.value) {
    fail(Code::C03, fmt::format("the crate is named twice: `{}` and `{}`", declaredName->value,
                                declaration.value))
        .at(declaration.where)
        .note("first named at {}", declaredName->where.toString());
    return;
  }
  declaredName = declaration;
}

void Describer::take(const Declaration &declaration) {
  switch (declaration.key) {
  case Declaration::Key::CrateName:
    return takeName(declaration);
  case Declaration::Key::CrateType: {
    std::optional<CrateType> type = parseCrateType(declaration.value);
    if (!type)
      fail(Code::C03, fmt::format("unknown crate type: `{}`", declaration.value))
          .at(declaration.where)
          .help("a crate is a bin, lib, rlib, dylib, cdylib or staticlib");
    else if (!llvm::is_contained(result.types, *type))
      result.types.push_back(*type);
    return;
  }
  case Declaration::Key::Allocator:
    result.crate.allocator = true;
    return;
  case Declaration::Key::NeedsAllocator:
    result.crate.needsAllocator = true;
    return;
  case Declaration::Key::NoStd:
    result.noStd = true;
    return;
  case Declaration::Key::ExternCrate:
    if (checkName(declaration.value, declaration.where))
      dependency(declaration.value, {DependencyOrigin::By::ExternCrate, declaration.where});
    return;
  case Declaration::Key::LinkLibrary: {
    llvm::Expected<NativeLibrarySpec> spec = parseDeclaredLibrary(declaration.value);
    if (!spec) {
      fail(Code::C03, llvm::toString(spec.takeError())).at(declaration.where);
      return;
    }
    spec->library.condition = declaration.condition;
    declaredLibraries.push_back(std::move(*spec));
    return;
  }
  }
}

void Describer::takeAttributes() {
  for (const std::string &attribute : options.crateAttributes) {
    if (attribute == "allocator")
      result.crate.allocator = true;
    else if (attribute == "needs_allocator")
      result.crate.needsAllocator = true;
    else if (attribute == "no_std")
      result.noStd = true;
    else
      fail(Code::C02, fmt::format("unknown crate attribute `{}`", attribute))
          .help("native crates have the attributes allocator, needs_allocator and no_std");
  }
}

void Describer::takeExterns() {
  for (const ExternOption &option : options.externs) {
    DeclaredDependency &declared = dependency(option.name, {DependencyOrigin::By::CommandLine, {}});
    if (option.path && !llvm::is_contained(declared.paths, *option.path))
      declared.paths.push_back(*option.path);
  }
}

void Describer::settleName() {
  if (options.crateName) {
    if (!checkName(*options.crateName, {}))
      return;
    if (declaredName && declaredName->value != *options.crateName)
      fail(Code::C03,
           fmt::format("`--crate-name` and `#[crate_name]` are required to match, but `{}` != `{}`",
                       *options.crateName, declaredName->value))
          .at(declaredName->where);
    result.crate.name = result.fileStem = *options.crateName;
    return;
  }
  if (declaredName) {
    result.crate.name = result.fileStem = declaredName->value;
    return;
  }
  std::string name = sources.units.front().input.stem();
  if (StringRef(name).starts_with("-")) {
    fail(Code::C02,
         fmt::format("crate names cannot start with a `-`, but `{}` has a leading hyphen", name))
        .help("name the crate with `--crate-name`");
    return;
  }
  result.fileStem = name;
  std::replace(name.begin(), name.end(), '-', '_');
  if (checkName(name, {}))
    result.crate.name = name;
}

void Describer::settleLibraries() {
  llvm::Expected<std::vector<NativeLibrary>> merged =
      mergeNativeLibraries(std::move(declaredLibraries), options.nativeLibraries);
  if (!merged) {
    fail(Code::C02, llvm::toString(merged.takeError())).done();
    return;
  }
  result.crate.nativeLibraries = std::move(*merged);
  if (!llvm::is_contained(result.types, CrateType::Rlib))
    return;
  // In an rlib the members of several archives lie in one, to be taken as needed.
  for (const NativeLibrary &library : result.crate.nativeLibraries)
    if (library.bundled && library.wholeArchive.value_or(false))
      fail(Code::C02, "the linking modifiers `+bundle` and `+whole-archive` are not compatible "
                      "with each other when generating rlibs")
          .note("the library `{}` has both: `bundle` is the default", library.name)
          .help("say `static:-bundle,+whole-archive`; the library is then looked for where the "
                "crate is linked");
}

void Describer::settleLanguages() {
  std::vector<SourceLanguage> &languages = result.crate.languages;
  for (const SourceUnit &unit : sources.units) {
    languages.push_back(unit.input.language);
    if (unit.usesCxxRuntime)
      languages.push_back(SourceLanguage::Cxx);
  }
  llvm::sort(languages);
  languages.erase(llvm::unique(languages), languages.end());
}

} // namespace

std::optional<CrateDescription> describeCrate(const SourceCrate &sources, const Options &options,
                                              Diagnostics &diags) {
  return Describer(sources, options, diags).describe();
}

void dropUnsupportedTypes(CrateDescription &description, const TargetSpec &target,
                          Diagnostics &diags) {
  bool libraries = target.dynamicLinking && (!target.crtStatic || target.crtStaticAllowsDylibs);
  llvm::erase_if(description.types, [&](CrateType type) {
    bool supported = type == CrateType::Executable ? target.executables
                     : isSharedLibrary(type)       ? libraries
                                                   : true;
    if (!supported)
      diags
          .warning(Code::None, "dropping unsupported crate type `{}` for target `{}`",
                   spelling(type).str(), target.name)
          .done();
    return !supported;
  });
}

std::string printCrateDescription(const CrateDescription &description) {
  const LocalCrate &crate = description.crate;
  std::string text = fmt::format("name: {}\n", crate.name);
  for (CrateType type : description.types)
    text += fmt::format("type: {}\n", spelling(type).str());
  text += fmt::format("allocator: {}\nneeds_allocator: {}\nno_std: {}\n", crate.allocator,
                      crate.needsAllocator, description.noStd);
  for (SourceLanguage language : crate.languages)
    text += fmt::format("language: {}\n", spelling(language).str());
  for (const DeclaredDependency &dependency : crate.dependencies) {
    text += fmt::format("dependency: {} ({})\n", dependency.name,
                        dependency.origin.where.isKnown() ? dependency.origin.where.toString()
                                                          : spelling(dependency.origin.by).str());
  }
  for (const NativeLibrary &library : crate.nativeLibraries)
    text += fmt::format("native library: {}={}{}\n", spelling(library.kind).str(), library.name,
                        library.condition.empty() ? "" : " (where " + library.condition + ")");
  return text;
}

} // namespace cratec
