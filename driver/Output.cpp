//===- Output.cpp - what a run writes, and where ------------------*- C++ -*-===//

#include "driver/Output.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/FileUtilities.h>
#include <llvm/Support/Path.h>

using namespace linkcheck;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace cratec {
namespace {

StringRef prefixOf(CrateType type) {
  return type == CrateType::Executable ? "" : "lib";
}

StringRef endingOf(CrateType type) {
  switch (type) {
  case CrateType::Executable:
    return "";
  case CrateType::Rlib:
    return ".rlib";
  case CrateType::Dylib:
  case CrateType::Cdylib:
    return ".so";
  case CrateType::Staticlib:
    return ".a";
  }
  llvm_unreachable("every type has an ending");
}

StringRef endingOf(EmitKind kind) {
  switch (kind) {
  case EmitKind::Asm:
    return ".s";
  case EmitKind::LlvmBitcode:
    return ".bc";
  case EmitKind::LlvmIr:
    return ".ll";
  case EmitKind::Object:
    return ".o";
  case EmitKind::Metadata:
    return ".rmeta";
  case EmitKind::DepInfo:
    return ".d";
  case EmitKind::Link:
    return "";
  }
  llvm_unreachable("every kind has an ending");
}

std::string inFolder(StringRef folder, const std::string &name) {
  if (folder == ".")
    return name;
  llvm::SmallString<128> result(folder);
  path::append(result, name);
  return result.str().str();
}

const EmitRequest *findRequest(const Options &options, EmitKind kind) {
  for (const EmitRequest &request : options.emit)
    if (request.kind == kind)
      return &request;
  return nullptr;
}

/// How many files the run writes that `-o` could name.
size_t outputCount(const Options &options, size_t typeCount, size_t unitCount) {
  size_t count = 0;
  for (const EmitRequest &request : options.emit) {
    if (request.path || request.kind == EmitKind::DepInfo)
      continue;
    bool perUnit = request.kind != EmitKind::Link && request.kind != EmitKind::Metadata;
    count += request.kind == EmitKind::Link ? typeCount : perUnit ? unitCount : 1;
  }
  return options.emit.empty() ? typeCount : count;
}

bool followsOutputOption(const Options &options, size_t typeCount, size_t unitCount) {
  return options.output && outputCount(options, typeCount, unitCount) == 1;
}

} // namespace

std::string artifactPath(const Session &session, StringRef crateName,
                         llvm::ArrayRef<CrateType> types, CrateType type) {
  const Options &options = session.options;
  const EmitRequest *request = findRequest(options, EmitKind::Link);
  if (request && request->path && types.size() == 1)
    return *request->path;
  if (followsOutputOption(options, types.size(), 1))
    return *options.output;
  return inFolder(session.outputDirectory(),
                  fmt::format("{}{}{}{}", prefixOf(type).str(), crateName.str(),
                              options.codegen.extraFilename, endingOf(type).str()));
}

std::string emittedPath(const Session &session, StringRef crateName, EmitKind kind,
                        StringRef stem) {
  const Options &options = session.options;
  const EmitRequest *request = findRequest(options, kind);
  if (request && request->path && stem.empty())
    return *request->path;
  if (options.output && stem.empty()) {
    if (outputCount(options, 1, 1) == 1 && !options.wantsEmit(EmitKind::Link) &&
        kind != EmitKind::DepInfo)
      return *options.output;
    // Beside the artifact and with its name, as rustc does.
    llvm::SmallString<128> result(*options.output);
    path::replace_extension(result, endingOf(kind));
    return result.str().str();
  }
  std::string name = crateName.str() + options.codegen.extraFilename;
  if (kind == EmitKind::Metadata)
    name = "lib" + name;
  if (!stem.empty())
    name += "." + stem.str();
  return inFolder(session.outputDirectory(), name + endingOf(kind).str());
}

bool checkOutputs(const Session &session, StringRef crateName, llvm::ArrayRef<CrateType> types,
                  size_t unitCount, Diagnostics &diags) {
  const Options &options = session.options;
  if (options.output && !followsOutputOption(options, types.size(), unitCount) &&
      outputCount(options, types.size(), unitCount) > 1)
    diags
        .warning(Code::None, "due to multiple output types requested, the explicitly specified "
                             "output file name will be adapted for each output type")
        .done();
  if (llvm::is_contained(types, CrateType::Dylib) && llvm::is_contained(types, CrateType::Cdylib)) {
    diags
        .error(Code::C02, "a dylib and a cdylib of one crate would both be written to `{}`",
               artifactPath(session, crateName, types, CrateType::Dylib))
        .help("make them in two runs, with `-C extra-filename` or another `--out-dir`");
    return false;
  }
  for (CrateType type : types) {
    std::string output = artifactPath(session, crateName, types, type);
    if (llvm::sys::fs::is_directory(output)) {
      diags
          .error(Code::C02,
                 "the generated {} for the input file would be written to `{}`, which "
                 "is a directory",
                 describe(type).str(), output)
          .help("name another output with `-o` or `--out-dir`");
      return false;
    }
    for (const std::string &input : options.inputs) {
      bool same = false;
      if (!llvm::sys::fs::equivalent(input, output, same) && same) {
        diags
            .error(Code::C02, "the input file `{}` would be overwritten by the generated {}", input,
                   describe(type).str())
            .help("name another output with `-o` or `--out-dir`");
        return false;
      }
    }
  }
  return true;
}

bool prepareOutputDirectory(const Session &session, Diagnostics &diags) {
  if (!session.options.outputDirectory)
    return true;
  std::string folder = *session.options.outputDirectory;
  std::error_code failure = llvm::sys::fs::create_directories(folder);
  if (!failure)
    return true;
  diags.error(Code::C01, "failed to create the output folder `{}`: {}", folder, failure.message())
      .done();
  return false;
}

bool writeFileAtomically(const std::string &path, StringRef contents, Diagnostics &diags) {
  llvm::Error error = llvm::writeToOutput(path, [&](llvm::raw_ostream &out) {
    out << contents;
    return llvm::Error::success();
  });
  if (!error)
    return true;
  diags.error(Code::C01, "couldn't write `{}`: {}", path, llvm::toString(std::move(error))).done();
  return false;
}

} // namespace cratec
