//===- OptionTable.cpp - every option, a row each ------------------*- C++ -*-===//

#include "driver/OptionTable.h"

#include "driver/NativeLibrarySpec.h"
#include "driver/RustcLints.h"

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
    {"allocator", PrintKind::Allocator},
    {"cfg", PrintKind::Cfg},
    {"code-models", PrintKind::CodeModels},
    {"crate-graph", PrintKind::CrateGraph},
    {"crate-name", PrintKind::CrateName},
    {"file-names", PrintKind::FileNames},
    {"host-tuple", PrintKind::HostTuple},
    {"link-args", PrintKind::LinkArgs},
    {"native-static-libs", PrintKind::NativeStaticLibs},
    {"relocation-models", PrintKind::RelocationModels},
    {"split-debuginfo", PrintKind::SplitDebuginfo},
    {"sysroot", PrintKind::Sysroot},
    {"target-cpus", PrintKind::TargetCpus},
    {"target-features", PrintKind::TargetFeatures},
    {"target-libdir", PrintKind::TargetLibdir},
    {"target-list", PrintKind::TargetList},
    {"target-spec-json", PrintKind::TargetSpecJson},
};

constexpr Named<Product> products[] = {
    {"options", Product::Options},     {"declarations", Product::Declarations},
    {"crate", Product::Crate},         {"graph", Product::Graph},
    {"allocator", Product::Allocator}, {"linkage", Product::Linkage},
    {"metadata", Product::Metadata},   {"plan", Product::Plan},
};

constexpr Named<ErrorFormat> errorFormats[] = {
    {"human", ErrorFormat::Human}, {"short", ErrorFormat::Short}, {"json", ErrorFormat::Json}};

constexpr Named<Edition> editions[] = {{"2015", Edition::Of2015},
                                       {"2018", Edition::Of2018},
                                       {"2021", Edition::Of2021},
                                       {"2024", Edition::Of2024}};

constexpr Named<LintLevel> lintLevels[] = {{"allow", LintLevel::Allow},
                                           {"warn", LintLevel::Warn},
                                           {"deny", LintLevel::Deny},
                                           {"forbid", LintLevel::Forbid}};

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
    // Cargo asks for all that rustc has, and goes by what is said to be dropped.
    if (word == "proc-macro") {
      options.unsupportedTypes.push_back(word.str());
      continue;
    }
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
  if (!isValidCrateName(name)) {
    std::string better = name.str();
    std::replace(better.begin(), better.end(), '-', '_');
    std::string help =
        isValidCrateName(better)
            ? fmt::format("; consider replacing the dashes with underscores: `{}`", better)
            : "";
    return fmt::format("crate name `{}` passed to `--extern` is not a valid ASCII identifier{}",
                       name.str(), help);
  }
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
  llvm::Expected<NativeLibrarySpec> library = parseNativeLibrary(value);
  if (!library)
    return llvm::toString(library.takeError());
  options.nativeLibraries.push_back(std::move(*library));
  return {};
}

Complaint takePrint(Options &options, StringRef value) {
  // What `=` means here is as old as the graph's forms: these are no paths.
  if (value == "crate-graph=text" || value == "crate-graph=dot") {
    bool dot = value == "crate-graph=dot";
    options.prints.push_back({dot ? PrintKind::CrateGraphDot : PrintKind::CrateGraph, {}});
    return {};
  }
  auto [name, path] = value.split('=');
  std::optional<PrintKind> kind = lookUp(printKinds, name);
  if (!kind)
    return fmt::format("unknown print request: `{}`, expected one of: {}", name.str(),
                       alternatives(printKinds));
  PrintRequest request{*kind, std::nullopt};
  if (value.contains('='))
    request.path = path.str();
  options.prints.push_back(std::move(request));
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
    return fmt::format("argument for `--error-format` must be `human`, `json` or `short` (instead "
                       "was `{}`)",
                       value.str());
  options.errorFormat = *format;
  return {};
}

Complaint takeColour(Options &options, StringRef value) {
  std::optional<ColourChoice> choice = lookUp(colourChoices, value);
  if (!choice)
    return fmt::format("argument for `--color` must be auto, always or never (instead was `{}`)",
                       value.str());
  options.colour = *choice;
  return {};
}

//===----------------------------------------------------------------------===//
// `-C`, `-Z` and lints
//===----------------------------------------------------------------------===//

Complaint takeJson(Options &options, StringRef value) {
  JsonOptions &json = options.json ? *options.json : options.json.emplace();
  for (StringRef word : llvm::split(value, ',')) {
    if (word == "artifacts")
      json.artifacts = true;
    else if (word == "diagnostic-short")
      json.renderedShort = true;
    else if (word == "diagnostic-rendered-ansi")
      json.renderedAnsi = true;
    // What there is nothing to say of: no lint here is one of future incompatibility, and
    // nobody asks which `--extern` was of use, or how long a part took.
    else if (word != "future-incompat" && word != "unused-externs" &&
             word != "unused-externs-silent" && word != "timings")
      return fmt::format("unknown `--json` option `{}`", word.str());
  }
  return {};
}

Complaint takeEdition(Options &options, StringRef value) {
  std::optional<Edition> edition = lookUp(editions, value);
  if (!edition)
    return fmt::format("argument for `--edition` must be one of: <2015|2018|2021|2024>. (instead "
                       "was `{}`)",
                       value.str());
  options.edition = *edition;
  return {};
}

Complaint takeWidth(Options &options, StringRef value) {
  unsigned width = 0;
  if (value.getAsInteger(10, width))
    return "`--diagnostic-width` must be an positive integer";
  options.diagnosticWidth = width;
  return {};
}

/// The form is rustc's; no lint here needs to know of it.
Complaint takeCheckCfg(Options &, StringRef value) {
  if (value.trim().starts_with("cfg(") && value.trim().ends_with(")"))
    return {};
  return fmt::format("invalid `--check-cfg` argument: `{}` (expected `cfg(name, "
                     "values(\"value1\", \"value2\", ... \"valueN\"))`)",
                     value.str());
}

Complaint takeCodegen(Options &options, StringRef value) {
  if (value == "help") {
    options.help = codegenHelp();
    return {};
  }
  return takeCodegenOption(options.codegen, value);
}

Complaint takeDumps(Options &options, StringRef value) {
  // An empty list is one empty word, and refused as that.
  for (StringRef word : llvm::split(value.empty() ? "" : value, ',')) {
    std::optional<Product> product = lookUp(products, word);
    if (!product)
      return fmt::format("unknown product `{}` for `-Z dump`, expected one of: {}", word.str(),
                         alternatives(products));
    options.dumps.push_back(*product);
  }
  return {};
}

Complaint takeUnstable(Options &options, StringRef value) {
  auto [name, argument] = value.split('=');
  if (name == "dump")
    return takeDumps(options, argument);
  if (name == "time-passes")
    options.timePasses = true;
  else if (name == "ls")
    options.listMetadata = argument.empty() ? "root" : argument.str();
  // Nothing here waits for it; people's command lines have it.
  else if (name != "unstable-options")
    return fmt::format("unknown unstable option: `{}`", name.str());
  return {};
}

template <LintLevel Level, char Flag> Complaint takeLint(Options &options, StringRef value) {
  if (value == "help")
    options.help = lintHelp();
  else if (value == "warnings")
    options.lints.setWarnings(Level);
  else if (std::optional<LintInfo> lint = findLint(value))
    options.lints.set(lint->code, Level);
  else if (!isRustcLint(value))
    options.unknownLints.push_back({value.str(), fmt::format("-{} {}", Flag, value.str())});
  return {};
}

Complaint takeLintCap(Options &options, StringRef value) {
  std::optional<LintLevel> level = lookUp(lintLevels, value);
  if (!level)
    return fmt::format("unknown lint level: `{}`", value.str());
  options.lints.cap(*level);
  return {};
}

Complaint takeOptimise(Options &options, StringRef) {
  return takeCodegenOption(options.codegen, "opt-level=2");
}
Complaint takeDebug(Options &options, StringRef) {
  return takeCodegenOption(options.codegen, "debuginfo=2");
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

constexpr auto yes = OptionRow::Listings::Yes;
constexpr auto no = OptionRow::Listings::No;
constexpr auto once = OptionRow::Times::Once;

constexpr OptionRow optionRows[] = {
    {"--crate-name", "NAME", "the crate's name", takeCrateName, no, once},
    {"--crate-type", "TYPE[,...]", "bin, lib, rlib, dylib, cdylib, staticlib", takeCrateTypes},
    {"--edition", "YEAR", "2015; the others only for native crates", takeEdition, yes, once},
    {"-o", "FILE", "where to write the output", takeText<&Options::output>, no, once},
    {"--out-dir", "DIR", "the folder to write outputs to", takeText<&Options::outputDirectory>, no,
     once},
    {"--emit", "KIND[=PATH][,...]", "asm, llvm-bc, llvm-ir, obj, metadata, dep-info, link",
     takeEmit},
    {"--extern", "NAME[=PATH]", "depend on a crate, and where it is", takeExtern, yes},
    {"-L", "[KIND=]DIR", "search for crates (dependency, crate) and libraries (native)",
     takeSearchPath, yes},
    {"-l", "[KIND[:MODIFIERS]=]NAME[:RENAME]", "link a native library (static, dylib)",
     takeNativeLibrary, yes},
    {"--allocator", "NAME", "the allocator crate to use where nobody chose; `default`",
     takeText<&Options::allocator>, yes},
    {"--crate-attr", "ATTR", "allocator, needs_allocator, no_std, …",
     appendText<&Options::crateAttributes>},
    {"--cfg", "NAME[=\"VALUE\"]", "set what `#[cfg(…)]` asks for", takeConfiguration, yes},
    {"--check-cfg", "SPEC", "what `#[cfg(…)]` may ask for: accepted, no effect", takeCheckCfg},
    {"-O", nullptr, "optimize: -C opt-level=2", takeOptimise, yes},
    {"-g", nullptr, "debug information: -C debuginfo=2", takeDebug, yes},
    {"-C,--codegen", "OPTION[=VALUE]", "code generation and linking; see below", takeCodegen, yes},
    {"--target", "TRIPLE|FILE.json", "compile for that target", takeText<&Options::target>, yes,
     once},
    {"--sysroot", "DIR", "where the runtime is installed", takeText<&Options::sysroot>, yes, once},
    {"--print", "WHAT[=FILE]",
     "allocator, cfg, code-models, crate-graph[=dot], crate-name, file-names, host-tuple, "
     "link-args, native-static-libs, relocation-models, split-debuginfo, sysroot, target-cpus, "
     "target-features, target-libdir, target-list, target-spec-json",
     takePrint},
    {"--explain", "CODE", "explain a diagnostic's code", takeText<&Options::explain>, no, once},
    {"--error-format", "FORMAT", "human, short, json", takeErrorFormat, no, once},
    {"--json", "WHAT[,...]", "artifacts, diagnostic-short, diagnostic-rendered-ansi", takeJson},
    {"--color", "WHEN", "auto, always, never", takeColour, yes, once},
    {"--diagnostic-width", "COLUMNS", "how wide messages may be", takeWidth, no, once},
    {"-A,--allow", "LINT", "say nothing of a lint; `warnings`: of any",
     takeLint<LintLevel::Allow, 'A'>, yes},
    {"-W,--warn", "LINT", "warn of a lint", takeLint<LintLevel::Warn, 'W'>, yes},
    {"-D,--deny", "LINT", "make a lint an error", takeLint<LintLevel::Deny, 'D'>, yes},
    {"-F,--forbid", "LINT", "the same, and nothing lifts it", takeLint<LintLevel::Forbid, 'F'>,
     yes},
    {"--cap-lints", "LEVEL", "no lint is above allow, warn, deny, forbid", takeLintCap, yes, once},
    {"--remap-path-prefix", "FROM=TO", "call files by another path in messages and code",
     takeRemapping, yes},
    {"--test", nullptr, "run the Rust listings of a Markdown file as tests",
     setFlag<&Options::test>},
    {"-Z", "OPTION", "for people who work on cratec: dump=PRODUCT, ls, time-passes", takeUnstable},
    {"-v,--verbose", nullptr, "say what is run", setFlag<&Options::verbose>},
    {"-V,--version", nullptr, "print the version; with -v in the form that tools parse",
     setFlag<&Options::version>},
};

} // namespace

llvm::ArrayRef<OptionRow> optionTable() {
  return optionRows;
}
StringRef spelling(Edition edition) {
  for (const Named<Edition> &row : editions)
    if (row.value == edition)
      return row.name;
  llvm_unreachable("every edition has a row");
}

StringRef spelling(EmitKind kind) {
  for (const Named<EmitKind> &row : emitKinds)
    if (row.value == kind)
      return row.name;
  llvm_unreachable("every kind has a row");
}

} // namespace cratec
