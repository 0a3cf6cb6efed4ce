//===- SourceCrate.cpp - the local crate from sources to modules --*- C++ -*-===//

#include "driver/SourceCrate.h"

#include "driver/CrashGuard.h"
#include "driver/CrateDescription.h"
#include "driver/codegen/CodeGenerator.h"
#include "driver/native/NativeCrate.h"
#include "driver/toolchain/Toolchain.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/MemoryBuffer.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// What rustc of that time calls it in messages.
constexpr const char *standardInputName = "<anon>";

/// The standard input's text, as the source `<anon>`; nothing after an error.
std::optional<std::string> readStandardInput(Diagnostics &diags) {
  auto buffer = llvm::MemoryBuffer::getSTDIN();
  if (!buffer) {
    diags.error(Code::C01, "couldn't read from stdin: {}", buffer.getError().message()).done();
    return std::nullopt;
  }
  std::string text = (*buffer)->getBuffer().str();
  if (!llvm::json::isUTF8(text)) {
    diags.error(Code::None, "couldn't read from stdin, as it did not contain valid UTF-8").done();
    return std::nullopt;
  }
  diags.provideSource(standardInputName, text);
  return text;
}

bool checkEdition(const Input &input, const Options &options, Diagnostics &diags) {
  if (options.edition == Edition::Of2015)
    return true;
  diags
      .error(Code::D01, "edition {} of Rust is outside the dialect, which is that of 2015",
             spelling(options.edition).str())
      .note("while compiling `{}`", input.path)
      .help(
          "compile it with `--edition 2015`; for Cargo, write `edition = \"2015\"` in Cargo.toml");
  return false;
}

std::optional<SourceCrate> loadDialect(const Input &input, const Session &session,
                                       Diagnostics &diags) {
  if (!checkEdition(input, session.options, diags))
    return std::nullopt;
  rust::ParseRequest request;
  request.path = input.path;
  if (input.isStandardInput()) {
    request.path = standardInputName;
    request.text = readStandardInput(diags);
    if (!request.text)
      return std::nullopt;
  }
  request.configuration = session.configuration();
  request.debugAssertions = session.options.codegen.checksAssertions();
  request.pathRemappings = session.options.pathRemappings;
  request.isTest = session.options.test;
  request.isCore = session.options.crateName == "core";
  std::unique_ptr<rust::ParsedCrate> parsed = rust::parse(request, diags);
  if (!parsed) {
    if (input.isAssumed)
      diags.note("`{}` was taken for Rust: its ending is none of {}", input.path, knownEndings())
          .done();
    return std::nullopt;
  }
  SourceCrate crate;
  crate.context = std::make_unique<llvm::LLVMContext>();
  crate.units.push_back({input, nullptr, "", false});
  crate.declarations = parsed->declarations().vec();
  crate.reads = {parsed->sourceFiles().vec(), parsed->environment()};
  llvm::sort(crate.reads.files);
  crate.dialect = std::move(parsed);
  return crate;
}

} // namespace

void reportModuleCrash(const Input &input, StringRef doing, const std::string &reason,
                       const Options &options, Diagnostics &diags) {
  if (input.route == Route::ReadModule)
    diags.error(Code::C05, "`{}` is not a valid LLVM module", input.path)
        .note("while it was {}: {}", doing.str(), reason)
        .help("make it again; it must come from LLVM {} or earlier", llvmMajorVersion);
  else if (!options.codegen.clangArguments.empty())
    diags.error(Code::C05, "`{}` cannot be {} as `-C clang-arg` asks", input.path, doing.str())
        .note("{}", reason)
        .help("flags that need passes of clang's own, such as instrumentation, have no effect "
              "here: clang only makes the module");
  else
    diags
        .internalError("LLVM could not go on while `{}` was {}: {}", input.path, doing.str(),
                       reason)
        .done();
}

void abandon(SourceCrate crate) {
  for (SourceUnit &unit : crate.units)
    (void)unit.module.release();
  (void)crate.context.release();
}

std::optional<SourceCrate> loadSources(llvm::ArrayRef<Input> inputs, const Session &session,
                                       TemporaryFiles &temporaries, Diagnostics &diags) {
  auto isDialect = [](const Input &input) { return input.route == Route::Dialect; };
  const Input *dialect = llvm::find_if(inputs, isDialect);
  if (dialect == inputs.end() && session.options.test) {
    diags.error(Code::C02, "`{}` has no tests that `--test` could run", inputs.front().path)
        .help(
            "`--test` takes the root of a crate (`.rs`), whose functions under `#[test]` it runs, "
            "or a Markdown file, whose listings it runs");
    return std::nullopt;
  }
  if (dialect == inputs.end())
    return loadNativeCrate(inputs, session, temporaries, diags);
  if (inputs.size() == 1)
    return loadDialect(*dialect, session, diags);
  diags
      .error(Code::C02, "`{}` is the root of a crate, and cannot be compiled with other inputs",
             dialect->path)
      .help("its modules are found by `mod name;`; make a crate of its own of the native sources, "
            "and name it with `extern crate`");
  return std::nullopt;
}

std::optional<SourceCrate> lowerSources(SourceCrate sources, const CrateDescription &description,
                                        const CrateGraph &graph, const Session &session,
                                        Diagnostics &diags) {
  if (!sources.dialect)
    return sources;
  const CodegenOptions &codegen = session.options.codegen;
  std::optional<CodeGenerator> generator = CodeGenerator::create(session.target, codegen, diags);
  if (!generator)
    return std::nullopt;
  rust::LowerRequest request(description.crate, graph);
  request.isExecutable = llvm::is_contained(description.types, CrateType::Executable);
  request.metadata = codegen.metadata;
  request.configuration = session.options.configuration;
  request.triple = session.target.triple;
  request.dataLayout = generator->dataLayout();
  request.debugInfo = codegen.debugInfo;
  request.optimised = codegen.optLevel != "0";
  request.overflowChecks = codegen.checksOverflow();
  std::optional<rust::LoweredCrate> lowered;
  std::optional<std::string> crash = runGuarded(
      [&] { lowered = rust::lower(*sources.dialect, request, *sources.context, diags); });
  if (crash) {
    reportModuleCrash(sources.units.front().input, "lowered", *crash, session.options, diags);
    abandon(std::move(sources));
    return std::nullopt;
  }
  if (!lowered)
    return std::nullopt;
  sources.units.front().module = std::move(lowered->module);
  sources.interface = std::move(lowered->interface);
  // Nobody needs it any more. To free it piece by piece would take longer than the linker
  // takes for a small program, and the process ends soon.
  (void)sources.dialect.release();
  return sources;
}

} // namespace cratec
