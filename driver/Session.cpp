//===- Session.cpp - the run's surroundings, settled once ---------*- C++ -*-===//

#include "driver/Session.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

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
  const TargetSpec *target = &hostTarget();
  if (options.target) {
    target = findTarget(*options.target);
    if (!target) {
      diags.error(Code::C02, "could not find specification for target `{}`", *options.target)
          .help("run `cratec --print target-list` for a list of built-in targets");
      return std::nullopt;
    }
  }
  std::string sysroot =
      options.sysroot ? *options.sysroot : path::parent_path(path::parent_path(programPath)).str();
  std::string home = join(join(sysroot, "lib"), "cratec");
  return Session{options,
                 *target,
                 programPath.str(),
                 sysroot,
                 join(join(home, target->triple), "lib"),
                 join(home, "include")};
}

} // namespace cratec
