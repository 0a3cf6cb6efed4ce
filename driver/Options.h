//===- Options.h - the command line as a value -------------------*- C++ -*-===//
//
// What the user typed, parsed and nothing more: no file is touched, no default
// that depends on the machine or the sources is filled in (Session.h and
// CrateDescription.h do that). The spelling is rustc's. Each option is a row of
// OptionTable.h.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/CrateStore.h"

namespace cratec {

/// What `--emit` asks for.
enum class EmitKind { Asm, LlvmBitcode, LlvmIr, Object, Metadata, DepInfo, Link };
llvm::StringRef spelling(EmitKind kind);

struct EmitRequest {
  EmitKind kind = EmitKind::Link;
  std::optional<std::string> path; ///< `--emit kind=path`
};

/// What `--print` asks for.
enum class PrintKind {
  CrateName,
  FileNames,
  Sysroot,
  TargetLibdir,
  TargetList,
  TargetSpecJson,
  Allocator,
  CrateGraph,
  CrateGraphDot,
  LinkArgs
};

/// The products that `-Z dump=` shows, each after the step that makes it.
enum class Product { Options, Declarations, Crate, Graph, Allocator, Linkage, Metadata, Plan };

enum class ErrorFormat { Human, Short, Json };
enum class ColourChoice { Auto, Always, Never };

struct ExternOption {
  std::string name;
  std::optional<std::string> path;
};

/// `-C`.
struct CodegenOptions {
  std::string optLevel = "0"; ///< 0 1 2 3 s z
  unsigned debugInfo = 0;     ///< 0 none, 1 line tables, 2 full
  bool preferDynamic = false;
  bool saveTemporaries = false;
  bool keepMalloc = false;           ///< `malloc=keep`
  std::vector<std::string> metadata; ///< goes into the crate's hash
  std::string extraFilename;
  std::optional<bool> debugAssertions; ///< `debug_assert!` and `cfg(debug_assertions)`
  std::optional<bool> overflowChecks;
  std::vector<std::string> linkArguments;
  std::vector<std::string> clangArguments;
  std::optional<std::string> targetCpu;    ///< `native` is the machine's own
  std::vector<std::string> targetFeatures; ///< `+name`, `-name`; `crt-static` among them

  /// Where nothing was said, code that is not optimised is checked, as in rustc.
  bool checksAssertions() const { return debugAssertions.value_or(optLevel == "0"); }
  bool checksOverflow() const { return overflowChecks.value_or(checksAssertions()); }
};

struct Options {
  std::vector<std::string> inputs;
  std::optional<std::string> crateName;
  std::vector<linkcheck::CrateType> crateTypes; ///< each once, in the order given
  std::optional<std::string> output;            ///< `-o`
  std::optional<std::string> outputDirectory;
  std::vector<EmitRequest> emit; ///< empty: link
  std::vector<ExternOption> externs;
  std::vector<linkcheck::SearchPath> searchPaths;
  std::vector<linkcheck::NativeLibrary> nativeLibraries;
  std::vector<std::string> crateAttributes;
  std::vector<std::string> configuration; ///< `--cfg`: `name`, `name="value"`
  std::optional<std::string> allocator;
  std::optional<std::string> target;
  std::optional<std::string> sysroot;
  std::optional<std::string> explain;
  std::vector<PrintKind> prints;
  std::vector<Product> dumps;
  linkcheck::LintLevels lints;
  ErrorFormat errorFormat = ErrorFormat::Human;
  ColourChoice colour = ColourChoice::Auto;
  CodegenOptions codegen;
  std::vector<std::pair<std::string, std::string>> pathRemappings; ///< the last that fits wins
  bool test = false;
  std::vector<std::string> forwarded; ///< what `--test` hands on, as it was given
  bool timePasses = false;
  bool verbose = false;
  bool version = false;
  std::optional<std::string> help; ///< the text to print, when it was asked for

  bool wantsDump(Product product) const;
  bool wantsPrint(PrintKind kind) const;
  /// Whether that kind is to be emitted, by name or by default.
  bool wantsEmit(EmitKind kind) const;
};

/// Parses `arguments` (without the program's name; `@file` arguments are read
/// as in rustc, one argument a line). Every mistake is said with C02; the result
/// is then incomplete, but its error format and colour are as far as understood.
Options parseOptions(std::vector<std::string> arguments, linkcheck::Diagnostics &diags);

/// The options as `-Z dump=options` prints them.
std::string printOptions(const Options &options);

} // namespace cratec
