//===- Clang.cpp - the arguments for clang -------------------------*- C++ -*-===//

#include "driver/native/Clang.h"

#include "driver/SourceFolders.h"

#include <llvm/TargetParser/Host.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// clang's optimisation level decides how it annotates functions, so it is passed
/// on although its own passes do not run.
void addOptimisation(const CodegenOptions &options, std::vector<std::string> &arguments) {
  arguments.push_back("-O" + options.optLevel);
  arguments.insert(arguments.end(), {"-Xclang", "-disable-llvm-passes"});
}

const char *relocationFlag(const CodegenOptions &options) {
  return options.relocationModel == RelocationModel::Static ? "-fno-pic" : "-fPIC";
}

/// So that the sources see the processor's macros; that there is such a one, the code
/// generator says.
void addProcessor(const CodegenOptions &options, std::vector<std::string> &arguments) {
  if (!options.targetCpu.empty()) {
    std::string cpu =
        options.targetCpu == "native" ? llvm::sys::getHostCPUName().str() : options.targetCpu;
    arguments.insert(arguments.end(), {"-Xclang", "-target-cpu", "-Xclang", cpu});
  }
  for (const std::string &feature : options.targetFeatures)
    arguments.insert(arguments.end(), {"-Xclang", "-target-feature", "-Xclang", feature});
}

void addDebugInfo(const CodegenOptions &options, std::vector<std::string> &arguments) {
  if (options.debugInfo == 1)
    arguments.push_back("-gline-tables-only");
  if (options.debugInfo == 2)
    arguments.push_back("-g");
  if (options.debugInfo != 0)
    arguments.push_back("-fdebug-compilation-dir=.");
}

/// Where the sources are, and where cratec is installed, is nothing to a crate.
void hideFolders(const Input &input, const Session &session, std::vector<std::string> &arguments) {
  arguments.push_back("-ffile-prefix-map=" + session.includePath + "=cratec/include");
  for (const std::string &folder : hiddenFolders(input.path))
    arguments.push_back("-ffile-prefix-map=" + folder + "=.");
}

} // namespace

bool isPreprocessed(const Input &input) {
  return !StringRef(input.path).ends_with(".s");
}

std::vector<std::string> clangArguments(const Input &input, const Session &session,
                                        StringRef output, StringRef dependencyFile) {
  std::vector<std::string> arguments = {"--target=" + session.target.triple, "-c"};
  // Of plain assembly clang would warn of every argument that is about either.
  if (isPreprocessed(input))
    arguments.insert(arguments.end(),
                     {relocationFlag(session.options.codegen), "-fno-color-diagnostics",
                      "-fno-caret-diagnostics", "-fno-diagnostics-show-note-include-stack",
                      "-isystem", session.includePath, "-MD", "-MF", dependencyFile.str(), "-MT",
                      "output"});
  addDebugInfo(session.options.codegen, arguments);
  if (isPreprocessed(input) || session.options.codegen.debugInfo != 0)
    hideFolders(input, session, arguments);
  if (input.route == Route::ClangToBitcode) {
    arguments.push_back("-emit-llvm");
    addOptimisation(session.options.codegen, arguments);
    addProcessor(session.options.codegen, arguments);
  }
  const std::vector<std::string> &extra = session.options.codegen.clangArguments;
  arguments.insert(arguments.end(), extra.begin(), extra.end());
  arguments.insert(arguments.end(), {"-o", output.str(), "--", input.path});
  return arguments;
}

} // namespace cratec
