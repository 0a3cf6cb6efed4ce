//===- Options.h - the command line as a value -------------------*- C++ -*-===//
//
// What the user typed, parsed and nothing more: no file is touched, no default
// that depends on the machine or the sources is filled in (Session.h and
// CrateDescription.h do that). The spelling is rustc's. Each option is a row of
// OptionTable.h.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/CodegenOptions.h"
#include "driver/NativeLibrarySpec.h"
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
  Allocator,
  Cfg,
  CodeModels,
  CrateGraph,
  CrateGraphDot,
  CrateName,
  FileNames,
  HostTuple,
  LinkArgs,
  NativeStaticLibs,
  RelocationModels,
  SplitDebuginfo,
  Sysroot,
  TargetCpus,
  TargetFeatures,
  TargetLibdir,
  TargetList,
  TargetSpecJson,
};

struct PrintRequest {
  PrintKind kind = PrintKind::CrateName;
  std::optional<std::string> path; ///< `--print kind=path`: a file instead of the output
};

/// The products that `-Z dump=` shows, each after the step that makes it.
enum class Product { Options, Declarations, Crate, Graph, Allocator, Linkage, Metadata, Plan };

enum class ErrorFormat { Human, Short, Json };
enum class ColourChoice { Auto, Always, Never };

/// `--json`: what is in the lines of `--error-format=json`.
struct JsonOptions {
  bool artifacts = false;     ///< a line for each file that was written
  bool renderedShort = false; ///< `rendered` in the short form
  bool renderedAnsi = false;  ///< `rendered` with colours
};

/// `--edition`. The dialect is that of 2015.
enum class Edition { Of2015, Of2018, Of2021, Of2024 };
llvm::StringRef spelling(Edition edition);

struct ExternOption {
  std::string name;
  std::optional<std::string> path;
};

struct Options {
  std::vector<std::string> inputs;
  std::optional<std::string> crateName;
  std::vector<linkcheck::CrateType> crateTypes; ///< each once, in the order given
  std::vector<std::string> unsupportedTypes;    ///< of rustc's, such as `proc-macro`
  std::optional<std::string> output;            ///< `-o`
  std::optional<std::string> outputDirectory;
  std::vector<EmitRequest> emit; ///< empty: link
  std::vector<ExternOption> externs;
  std::vector<linkcheck::SearchPath> searchPaths;
  std::vector<NativeLibrarySpec> nativeLibraries;
  std::vector<std::string> crateAttributes;
  std::vector<std::string> configuration; ///< `--cfg`: `name`, `name="value"`
  std::optional<std::string> allocator;
  std::optional<std::string> target;
  std::optional<std::string> sysroot;
  std::optional<std::string> explain;
  std::vector<PrintRequest> prints; ///< in the order given
  std::vector<Product> dumps;
  linkcheck::LintLevels lints;
  /// Lints that nobody knows, with the flag that named them: "-W x".
  std::vector<std::pair<std::string, std::string>> unknownLints;
  ErrorFormat errorFormat = ErrorFormat::Human;
  std::optional<JsonOptions> json;
  ColourChoice colour = ColourChoice::Auto;
  std::optional<unsigned> diagnosticWidth; ///< in columns
  Edition edition = Edition::Of2015;
  CodegenOptions codegen;
  std::vector<std::pair<std::string, std::string>> pathRemappings; ///< the last that fits wins
  bool test = false;
  std::vector<std::string> forwarded; ///< what `--test` hands on, as it was given
  bool timePasses = false;
  std::optional<std::string> listMetadata; ///< `-Z ls`: what of the crate file INPUT is shown
  bool verbose = false;
  bool version = false;
  std::optional<std::string> help; ///< the text to print, when it was asked for

  bool wantsDump(Product product) const;
  bool wantsPrint(PrintKind kind) const;
  /// Whether that kind is to be emitted, by name or by default.
  bool wantsEmit(EmitKind kind) const;
  /// Whether nothing else is to be emitted.
  bool emitsOnly(EmitKind kind) const;
};

/// Parses `arguments` (without the program's name; `@file` arguments are read
/// as in rustc, one argument a line). Every mistake is said with C02; the result
/// is then incomplete, but its error format and colour are as far as understood.
Options parseOptions(std::vector<std::string> arguments, linkcheck::Diagnostics &diags);

/// The options as `-Z dump=options` prints them.
std::string printOptions(const Options &options);

} // namespace cratec
