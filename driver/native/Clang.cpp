//===- Clang.cpp - the arguments for clang -------------------------*- C++ -*-===//

#include "driver/native/Clang.h"
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

using namespace linkcheck;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace cratec {
namespace {

/// `-ffile-prefix-map` for every folder whose name must not reach the output.
void mapFolders(const Input &input, std::vector<std::string> &arguments) {
  auto map = [&](StringRef folder) {
    if (!folder.empty() && folder != ".")
      arguments.push_back("-ffile-prefix-map=" + folder.str() + "=.");
  };
  if (path::is_absolute(input.path))
    map(path::parent_path(input.path));
  llvm::SmallString<128> current;
  if (!llvm::sys::fs::current_path(current))
    map(current);
}

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

} // namespace

std::vector<std::string> clangArguments(const Input &input, const Session &session,
                                        StringRef output, StringRef dependencyFile) {
  std::vector<std::string> arguments = {"--target=" + session.target.triple, "-c", "-fPIC",
                                        "-fno-color-diagnostics", "-fno-caret-diagnostics",
                                        "-fno-diagnostics-show-note-include-stack",
                                        "-ffunction-sections", "-fdata-sections"};
  if (input.route == Route::ClangToBitcode) {
    arguments.push_back("-emit-llvm");
    addOptimisation(session.options.codegen, arguments);
  }
  addDebugInfo(session.options.codegen, arguments);
  mapFolders(input, arguments);
  arguments.insert(arguments.end(), {"-isystem", session.includePath});
  if (input.language != SourceLanguage::Assembly || StringRef(input.path).ends_with(".S"))
    arguments.insert(arguments.end(), {"-MD", "-MF", dependencyFile.str(), "-MT", "output"});
  const std::vector<std::string> &extra = session.options.codegen.clangArguments;
  arguments.insert(arguments.end(), extra.begin(), extra.end());
  arguments.insert(arguments.end(), {"-o", output.str(), "--", input.path});
  return arguments;
}

} // namespace cratec
