//===- Session.cpp - the run's surroundings, settled once ---------*- C++ -*-===//

#include "driver/Session.h"

#include "driver/codegen/TargetFeatures.h"
#include "driver/target/TargetFile.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>
#include <llvm/TargetParser/Host.h>

using namespace linkcheck;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace cratec {
namespace {

std::string join(StringRef first, StringRef second) {
  llvm::SmallString<128> joined(first);
  path::append(joined, second);
  return joined.str().str();
}

/// The target as the command line wants it. `crt-static` is a feature of the target to
/// rustc, but none of the processor's: the last word about it counts.
void applyFeatures(const CodegenOptions &options, TargetSpec &target) {
  if (options.targetCpu)
    target.cpu =
        *options.targetCpu == "native" ? llvm::sys::getHostCPUName().str() : *options.targetCpu;
  if (options.relocationModel)
    target.relocationModel = *options.relocationModel == RelocationModel::Static ? "static" : "pic";
  if (!options.codeModel.empty())
    target.codeModel = options.codeModel;
  for (const std::string &feature : options.targetFeatures) {
    if (feature == "+crt-static" || feature == "-crt-static") {
      if (target.crtStaticRespected)
        target.crtStatic = feature.front() == '+';
      continue;
    }
    target.features += target.features.empty() ? "" : ",";
    target.features += feature.front();
    target.features += llvmFeature(target, StringRef(feature).drop_front());
  }
}

} // namespace

std::vector<SearchPath> Session::crateSearchPaths() const {
  std::vector<SearchPath> paths = options.searchPaths;
  paths.push_back({SearchPath::Kind::Sysroot, targetLibraryPath});
  return paths;
}

std::vector<std::string> Session::nativeSearchPaths() const {
  std::vector<std::string> paths;
  for (const SearchPath &searchPath : options.searchPaths)
    if (searchPath.kind == SearchPath::Kind::All || searchPath.kind == SearchPath::Kind::Native)
      paths.push_back(searchPath.directory);
  paths.push_back(targetLibraryPath);
  return paths;
}

std::vector<rust::ConfigurationEntry> Session::configuration() const {
  std::vector<rust::ConfigurationEntry> entries;
  for (const auto &[name, value] : target.configuration())
    entries.push_back({name, value});
  for (const std::string &feature : enabledFeatures(target))
    entries.push_back({"target_feature", feature});
  if (options.codegen.checksAssertions())
    entries.push_back({"debug_assertions", std::nullopt});
  entries.push_back({"panic", options.codegen.panic});
  if (options.test)
    entries.push_back({"test", std::nullopt});
  for (StringRef entry : options.configuration)
    entries.push_back(rust::parseConfigurationEntry(entry));
  return entries;
}

std::string Session::outputDirectory() const {
  if (options.outputDirectory)
    return *options.outputDirectory;
  if (options.output) {
    StringRef parent = path::parent_path(*options.output);
    if (!parent.empty())
      return parent.str();
  }
  return ".";
}

std::optional<Session> openSession(const Options &options, StringRef programPath,
                                   Diagnostics &diags) {
  std::string sysroot =
      options.sysroot ? *options.sysroot : path::parent_path(path::parent_path(programPath)).str();
  std::string home = join(join(sysroot, "lib"), "cratec");
  std::optional<TargetSpec> target =
      options.target ? loadTarget(*options.target, home, diags) : hostTarget();
  if (!target)
    return std::nullopt;
  applyFeatures(options.codegen, *target);
  std::string targetLibraryPath = join(join(home, target->name), "lib");
  return Session{options, std::move(*target),           programPath.str(),
                 sysroot, std::move(targetLibraryPath), join(home, "include")};
}

} // namespace cratec
