//===- Clang.cpp - the arguments for clang -------------------------*- C++ -*-===//

#include "driver/native/Clang.h"

#include "driver/SourceFolders.h"
#include "driver/toolchain/Toolchain.h"

#include <llvm/ADT/StringExtras.h>

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

/// What code is made for. The C library's headers are those of the target, also where
/// clang would take the machine's own.
void addTarget(const Session &session, std::vector<std::string> &arguments) {
  const TargetSpec &target = session.target;
  auto tell = [&](llvm::StringRef option, llvm::StringRef value) {
    arguments.insert(arguments.end(), {"-Xclang", option.str(), "-Xclang", value.str()});
  };
  // The baseline has another name in clang, and is what clang takes by itself.
  if (target.cpu != "generic")
    tell("-target-cpu", target.cpu);
  for (StringRef feature : llvm::split(target.features, ','))
    if (!feature.empty())
      tell("-target-feature", feature);
  if (!target.abi.empty())
    tell("-target-abi", target.abi);
  std::vector<std::string> folders = cHeaderFolders(target, "");
  if (!folders.empty())
    arguments.push_back("-nostdlibinc");
  for (const std::string &folder : folders)
    arguments.insert(arguments.end(), {"-isystem", folder});
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
                     {session.target.relocationModel == "static" ? "-fno-pic" : "-fPIC",
                      "-fno-color-diagnostics", "-fno-caret-diagnostics",
                      "-fno-diagnostics-show-note-include-stack", "-isystem", session.includePath,
                      "-MD", "-MF", dependencyFile.str(), "-MT", "output"});
  if (isPreprocessed(input))
    addTarget(session, arguments);
  addDebugInfo(session.options.codegen, arguments);
  if (isPreprocessed(input) || session.options.codegen.debugInfo != 0)
    hideFolders(input, session, arguments);
  if (input.route == Route::ClangToBitcode) {
    arguments.push_back("-emit-llvm");
    addOptimisation(session.options.codegen, arguments);
  }
  const std::vector<std::string> &extra = session.options.codegen.clangArguments;
  arguments.insert(arguments.end(), extra.begin(), extra.end());
  arguments.insert(arguments.end(), {"-o", output.str(), "--", input.path});
  return arguments;
}

} // namespace cratec
