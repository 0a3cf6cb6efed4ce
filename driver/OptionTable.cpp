//===- OptionTable.cpp - every option, a row each ------------------*- C++ -*-===//

#include "driver/OptionTable.h"

#include "driver/NativeLibrarySpec.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

template <typename T> struct Named {
  StringRef name;
  T value;
};

constexpr Named<EmitKind> emitKinds[] = {
    {"asm", EmitKind::Asm},    {"llvm-bc", EmitKind::LlvmBitcode}, {"llvm-ir", EmitKind::LlvmIr},
    {"obj", EmitKind::Object}, {"metadata", EmitKind::Metadata},   {"dep-info", EmitKind::DepInfo},
    {"link", EmitKind::Link},
};

constexpr Named<PrintKind> printKinds[] = {
    {"crate-name", PrintKind::CrateName},
    {"file-names", PrintKind::FileNames},
    {"sysroot", PrintKind::Sysroot},
    {"target-libdir", PrintKind::TargetLibdir},
    {"target-list", PrintKind::TargetList},
    {"target-spec-json", PrintKind::TargetSpecJson},
    {"allocator", PrintKind::Allocator},
    {"crate-graph", PrintKind::CrateGraph},
    {"crate-graph=text", PrintKind::CrateGraph},
    {"crate-graph=dot", PrintKind::CrateGraphDot},
    {"link-args", PrintKind::LinkArgs},
};

constexpr Named<Product> products[] = {
    {"options", Product::Options},     {"declarations", Product::Declarations},
    {"crate", Product::Crate},         {"graph", Product::Graph},
    {"allocator", Product::Allocator}, {"linkage", Product::Linkage},
    {"metadata", Product::Metadata},   {"plan", Product::Plan},
};

constexpr Named<ErrorFormat> errorFormats[] = {
    {"human", ErrorFormat::Human}, {"short", ErrorFormat::Short}, {"json", ErrorFormat::Json}};

constexpr Named<ColourChoice> colourChoices[] = {
    {"auto", ColourChoice::Auto}, {"always", ColourChoice::Always}, {"never", ColourChoice::Never}};

constexpr Named<SearchPath::Kind> searchKinds[] = {{"all", SearchPath::Kind::All},
                                                   {"dependency", SearchPath::Kind::Dependency},
                                                   {"crate", SearchPath::Kind::Crate},
                                                   {"native", SearchPath::Kind::Native}};

template <typename T, size_t N>
std::optional<T> lookUp(const Named<T> (&table)[N], StringRef name) {
  for (const Named<T> &row : table)
    if (row.name == name)
      return row.value;
  return std::nullopt;
}

template <typename T, size_t N> std::string alternatives(const Named<T> (&table)[N]) {
  return llvm::join(llvm::map_range(table, [](const Named<T> &row) { return row.name.str(); }),
                    ", ");
}

//===----------------------------------------------------------------------===//
// What each option does with its value
//===----------------------------------------------------------------------===//

Complaint takeCrateTypes(Options &options, StringRef value) {
  for (StringRef word : llvm::split(value, ',')) {
    std::optional<CrateType> type = parseCrateType(word);
    if (!type)
      return fmt::format("unknown crate type: `{}`, expected one of: bin, lib, rlib, dylib, "
                         "cdylib, staticlib",
                         word.str());
    if (!llvm::is_contained(options.crateTypes, *type))
      options.crateTypes.push_back(*type);
  }
  return {};
}

Complaint takeEmit(Options &options, StringRef value) {
  for (StringRef word : llvm::split(value, ',')) {
    auto [name, path] = word.split('=');
    std::optional<EmitKind> kind = lookUp(emitKinds, name);
    if (!kind)
      return fmt::format("unknown emission type: `{}` - expected one of: {}", name.str(),
                         alternatives(emitKinds));
    EmitRequest request{*kind, std::nullopt};
    if (word.contains('='))
      request.path = path.str();
    llvm::erase_if(options.emit, [&](const EmitRequest &old) { return old.kind == *kind; });
    options.emit.push_back(std::move(request));
  }
  return {};
}

Complaint takeExtern(Options &options, StringRef value) {
  auto [name, path] = value.split('=');
  if (!isValidCrateName(name))
    return fmt::format("crate name `{}` passed to `--extern` is not a valid ASCII identifier",
                       name.str());
  ExternOption option{name.str(), std::nullopt};
  if (value.contains('='))
    option.path = path.str();
  options.externs.push_back(std::move(option));
  return {};
}

Complaint takeSearchPath(Options &options, StringRef value) {
  SearchPath path;
  auto [kind, directory] = value.split('=');
  if (std::optional<SearchPath::Kind> known = lookUp(searchKinds, kind);
      known && value.contains('='))
    path = {*known, directory.str()};
  else
    path = {SearchPath::Kind::All, value.str()};
  if (path.directory.empty())
    return "empty search path given via `-L`";
  options.searchPaths.push_back(std::move(path));
  return {};
}

Complaint takeNativeLibrary(Options &options, StringRef value) {
  llvm::Expected<NativeLibrary> library = parseNativeLibrary(value);
  if (!library)
    return llvm::toString(library.takeError());
  options.nativeLibraries.push_back(std::move(*library));
  return {};
}

Complaint takePrint(Options &options, StringRef value) {
  std::optional<PrintKind> kind = lookUp(printKinds, value);
  if (!kind)
    return fmt::format("unknown print request: `{}`, expected one of: {}", value.str(),
                       alternatives(printKinds));
  options.prints.push_back(*kind);
  return {};
}

template <auto Member> Complaint takeText(Options &options, StringRef value) {
  if (value.empty())
    return "an option's value must not be empty";
  options.*Member = value.str();
  return {};
}

Complaint takeConfiguration(Options &options, StringRef value) {
  auto [name, text] = value.split('=');
  bool hasValue = value.contains('=');
  bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  if (!isValidCrateName(name) || (hasValue && !quoted))
    return fmt::format("invalid `--cfg` argument: `{}` (expected `key` or `key=\"value\"`)",
                       value.str());
  options.configuration.push_back(value.str());
  return {};
}

Complaint takeRemapping(Options &options, StringRef value) {
  auto [from, to] = value.rsplit('=');
  if (!value.contains('='))
    return "`--remap-path-prefix` must contain `=` between FROM and TO";
  options.pathRemappings.push_back({from.str(), to.str()});
  return {};
}

/// What a name may be, an empty one included, is judged where the sources' names are.
Complaint takeCrateName(Options &options, StringRef value) {
  options.crateName = value.str();
  return {};
}

template <auto Member> Complaint appendText(Options &options, StringRef value) {
  (options.*Member).push_back(value.str());
  return {};
}

template <auto Member> Complaint setFlag(Options &options, StringRef) {
  options.*Member = true;
  return {};
}

Complaint takeErrorFormat(Options &options, StringRef value) {
  std::optional<ErrorFormat> format = lookUp(errorFormats, value);
  if (!format)
    return fmt::format("argument for `--error-format` must be one of: {} (instead was `{}`)",
                       alternatives(errorFormats), value.str());
  options.errorFormat = *format;
  return {};
}

Complaint takeColour(Options &options, StringRef value) {
  std::optional<ColourChoice> choice = lookUp(colourChoices, value);
  if (!choice)
    return fmt::format("argument for `--color` must be one of: {} (instead was `{}`)",
                       alternatives(colourChoices), value.str());
  options.colour = *choice;
  return {};
}

//===----------------------------------------------------------------------===//
// `-C`
//===----------------------------------------------------------------------===//

std::optional<bool> parseSwitch(StringRef value) {
  if (value.empty() || value == "yes" || value == "y" || value == "on" || value == "true")
    return true;
  if (value == "no" || value == "n" || value == "off" || value == "false")
    return false;
  return std::nullopt;
}

template <auto Member> Complaint takeSwitch(CodegenOptions &options, StringRef value) {
  std::optional<bool> parsed = parseSwitch(value);
  if (!parsed)
    return fmt::format("incorrect value `{}`: one of y, yes, on, true, n, no, off, false was "
                       "expected",
                       value.str());
  options.*Member = *parsed;
  return {};
}

Complaint takeOptLevel(CodegenOptions &options, StringRef value) {
  if (value.size() != 1 || !StringRef("0123sz").contains(value))
    return fmt::format("optimization level needs to be between 0-3, s or z (instead was `{}`)",
                       value.str());
  options.optLevel = value.str();
  return {};
}

Complaint takeDebugInfo(CodegenOptions &options, StringRef value) {
  if (value == "none" || value == "0")
    options.debugInfo = 0;
  else if (value == "line-tables-only" || value == "limited" || value == "1")
    options.debugInfo = 1;
  else if (value == "full" || value == "2")
    options.debugInfo = 2;
  else
    return fmt::format("debug info level needs to be none, limited, full or 0-2 (instead was `{}`)",
                       value.str());
  return {};
}

Complaint takeMalloc(CodegenOptions &options, StringRef value) {
  if (value != "replace" && value != "keep")
    return fmt::format("incorrect value `{}`: either `replace` or `keep` was expected",
                       value.str());
  options.keepMalloc = value == "keep";
  return {};
}

Complaint takeMetadata(CodegenOptions &options, StringRef value) {
  options.metadata.push_back(value.str());
  return {};
}

Complaint takeExtraFilename(CodegenOptions &options, StringRef value) {
  if (value.contains('/'))
    return fmt::format("`{}` cannot be part of a file name", value.str());
  options.extraFilename = value.str();
  return {};
}

Complaint takeLinkArgument(CodegenOptions &options, StringRef value) {
  StringRef words = value;
  words.consume_front("-Wl,");
  for (StringRef word : llvm::split(words, ','))
    if (word == "-o" || word.starts_with("--output") || word.starts_with("-output") ||
        (word.starts_with("-o") && !word.starts_with("-omagic") && !word.starts_with("-oformat")))
      return fmt::format("`{}` would move the artifact away from its audit; name it with `-o`",
                         value.str());
  options.linkArguments.push_back(value.str());
  return {};
}

Complaint takeClangArgument(CodegenOptions &options, StringRef value) {
  options.clangArguments.push_back(value.str());
  return {};
}

Complaint takeTargetCpu(CodegenOptions &options, StringRef value) {
  if (value.empty())
    return "a processor's name was expected";
  options.targetCpu = value.str();
  return {};
}

Complaint takeTargetFeatures(CodegenOptions &options, StringRef value) {
  for (StringRef word : llvm::split(value, ',')) {
    if (word.empty())
      continue;
    if (word.size() < 2 || (word.front() != '+' && word.front() != '-'))
      return fmt::format("unknown feature `{}`: features must begin with a `+` to enable or `-` to "
                         "disable it",
                         word.str());
    options.targetFeatures.push_back(word.str());
  }
  return {};
}

constexpr CodegenRow codegenRows[] = {
    {"clang-arg", "ARG", "one argument for clang, for C and C++ sources", takeClangArgument},
    {"debug-assertions", "", "check debug_assert!; as a rule where code is not optimised",
     takeSwitch<&CodegenOptions::debugAssertions>},
    {"debuginfo", "LEVEL", "0 none, 1 line tables, 2 full", takeDebugInfo},
    {"extra-filename", "TEXT", "put after the crate's name in file names", takeExtraFilename},
    {"link-arg", "ARG", "one argument for the linker, after all others", takeLinkArgument},
    {"malloc", "replace|keep", "whether an executable's allocator takes over malloc", takeMalloc},
    {"metadata", "TEXT", "tells crates of one name apart: goes into the hash", takeMetadata},
    {"opt-level", "LEVEL", "0 1 2 3 s z", takeOptLevel},
    {"overflow-checks", "", "check arithmetic for overflow; as a rule with debug-assertions",
     takeSwitch<&CodegenOptions::overflowChecks>},
    {"prefer-dynamic", "", "link dylibs where there are some",
     takeSwitch<&CodegenOptions::preferDynamic>},
    {"save-temps", "", "keep bitcode and objects beside the output",
     takeSwitch<&CodegenOptions::saveTemporaries>},
    {"target-cpu", "NAME", "the processor that code is made for; `native`", takeTargetCpu},
    {"target-feature", "[+-]NAME[,...]", "of the processor; crt-static: hold the C library",
     takeTargetFeatures},
};

Complaint takeCodegen(Options &options, StringRef value) {
  if (value == "help") {
    options.help = codegenHelp();
    return {};
  }
  auto [name, argument] = value.split('=');
  const CodegenRow *row = llvm::find_if(
      codegenRows, [&, wanted = name](const CodegenRow &r) { return r.name == wanted; });
  if (row == std::end(codegenRows))
    return fmt::format("unknown codegen option: `{}`", name.str());
  if (!row->argument.empty() && !value.contains('='))
    return fmt::format("codegen option `{0}` requires {1} (-C {0}=<value>)", name.str(),
                       row->argument.str());
  Complaint complaint = row->apply(options.codegen, argument);
  if (complaint.empty())
    return {};
  return fmt::format("codegen option `{}`: {}", name.str(), complaint);
}

Complaint takeUnstable(Options &options, StringRef value) {
  auto [name, argument] = value.split('=');
  if (name == "time-passes") {
    options.timePasses = true;
    return {};
  }
  if (name == "unstable-options") // nothing here waits for it
    return {};
  if (name != "dump")
    return fmt::format("unknown unstable option: `{}`", name.str());
  // An empty list is one empty word, and refused as that.
  for (StringRef word : llvm::split(argument.empty() ? "" : argument, ',')) {
    std::optional<Product> product = lookUp(products, word);
    if (!product)
      return fmt::format("unknown product `{}` for `-Z dump`, expected one of: {}", word.str(),
                         alternatives(products));
    options.dumps.push_back(*product);
  }
  return {};
}

template <LintLevel Level> Complaint takeLint(Options &options, StringRef value) {
  std::optional<LintInfo> lint = findLint(value);
  if (!lint)
    return fmt::format(
        "unknown lint: `{}`, expected one of: {}", value.str(),
        llvm::join(llvm::map_range(allLints(), [](const LintInfo &l) { return l.name.str(); }),
                   ", "));
  options.lints.set(lint->code, Level);
  return {};
}

Complaint takeOptimise(Options &options, StringRef) {
  return takeOptLevel(options.codegen, "2");
}
Complaint takeDebug(Options &options, StringRef) {
  return takeDebugInfo(options.codegen, "2");
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

constexpr OptionRow optionRows[] = {
    {"--crate-name", "NAME", "the crate's name", takeCrateName},
    {"--crate-type", "TYPE[,...]", "bin, lib, rlib, dylib, cdylib, staticlib", takeCrateTypes},
    {"-o", "FILE", "where to write the output", takeText<&Options::output>},
    {"--out-dir", "DIR", "the folder to write outputs to", takeText<&Options::outputDirectory>},
    {"--emit", "KIND[=PATH][,...]", "asm, llvm-bc, llvm-ir, obj, metadata, dep-info, link",
     takeEmit},
    {"--extern", "NAME[=PATH]", "depend on a crate, and where it is", takeExtern, true},
    {"-L", "[KIND=]DIR", "search for crates (dependency, crate) and libraries (native)",
     takeSearchPath, true},
    {"-l", "[KIND[:FORM]=]NAME", "link a native library (static, dylib)", takeNativeLibrary, true},
    {"--allocator", "NAME", "the allocator crate to use where nobody chose; `default`",
     takeText<&Options::allocator>, true},
    {"--crate-attr", "ATTR", "allocator, needs_allocator, no_std, …",
     appendText<&Options::crateAttributes>},
    {"--cfg", "NAME[=\"VALUE\"]", "set what `#[cfg(…)]` asks for", takeConfiguration, true},
    {"-O", nullptr, "optimize: -C opt-level=2", takeOptimise, true},
    {"-g", nullptr, "debug information: -C debuginfo=2", takeDebug, true},
    {"-C,--codegen", "OPTION[=VALUE]", "code generation and linking; see below", takeCodegen, true},
    {"--target", "TRIPLE|FILE.json", "compile for that target", takeText<&Options::target>, true},
    {"--sysroot", "DIR", "where the runtime is installed", takeText<&Options::sysroot>, true},
    {"--print", "WHAT",
     "crate-name, file-names, sysroot, target-libdir, target-list, target-spec-json, "
     "allocator, crate-graph[=dot], link-args",
     takePrint},
    {"--explain", "CODE", "explain a diagnostic's code", takeText<&Options::explain>},
    {"--error-format", "FORMAT", "human, short, json", takeErrorFormat},
    {"--color", "WHEN", "auto, always, never", takeColour, true},
    {"-A,--allow", "LINT", "say nothing of a lint", takeLint<LintLevel::Allow>, true},
    {"-W,--warn", "LINT", "warn of a lint", takeLint<LintLevel::Warn>, true},
    {"-D,--deny", "LINT", "make a lint an error", takeLint<LintLevel::Deny>, true},
    {"-F,--forbid", "LINT", "the same, and nothing lifts it", takeLint<LintLevel::Forbid>, true},
    {"--remap-path-prefix", "FROM=TO", "call files by another path in messages and code",
     takeRemapping, true},
    {"--test", nullptr, "run the Rust listings of a Markdown file as tests",
     setFlag<&Options::test>},
    {"-Z", "OPTION", "for people who work on cratec: dump=PRODUCT, time-passes", takeUnstable},
    {"-v,--verbose", nullptr, "say what is run", setFlag<&Options::verbose>},
    {"-V,--version", nullptr, "print the version; with -v in the form that tools parse",
     setFlag<&Options::version>},
};

} // namespace

llvm::ArrayRef<OptionRow> optionTable() {
  return optionRows;
}
llvm::ArrayRef<CodegenRow> codegenTable() {
  return codegenRows;
}

std::string codegenHelp() {
  std::string text = "-C options:\n";
  for (const CodegenRow &row : codegenRows) {
    std::string name = row.argument.empty()
                           ? row.name.str()
                           : fmt::format("{}={}", row.name.str(), row.argument.str());
    text += fmt::format("  {:<27} {}\n", name, row.help.str());
  }
  return text;
}

StringRef spelling(EmitKind kind) {
  for (const Named<EmitKind> &row : emitKinds)
    if (row.value == kind)
      return row.name;
  llvm_unreachable("every kind has a row");
}

} // namespace cratec
