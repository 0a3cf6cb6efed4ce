//===- Output.cpp - what a run writes, and where ------------------*- C++ -*-===//

#include "driver/Output.h"

#include "driver/PendingFile.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
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

/// How many files the run writes whose names are not given by `kind=path`. The
/// list of dependencies only counts when it is all that is written.
size_t unnamedOutputs(const Options &options, size_t typeCount, size_t unitCount) {
  if (options.emit.empty())
    return typeCount;
  size_t count = 0;
  for (const EmitRequest &request : options.emit) {
    if (request.path || (request.kind == EmitKind::DepInfo && options.emit.size() > 1))
      continue;
    bool once = request.kind == EmitKind::Metadata || request.kind == EmitKind::DepInfo;
    count += request.kind == EmitKind::Link ? typeCount : once ? 1 : unitCount;
  }
  return count;
}

/// A file of the run, and what messages call it.
struct OutputFile {
  std::string path;
  std::string what; ///< after "the generated"
};

std::vector<OutputFile> listOutputs(const Session &session, const OutputNames &names,
                                    llvm::ArrayRef<CrateType> types,
                                    llvm::ArrayRef<std::string> units) {
  const Options &options = session.options;
  std::vector<OutputFile> outputs;
  if (options.wantsEmit(EmitKind::Link))
    for (CrateType type : types)
      outputs.push_back({artifactPath(session, names, types, type), describe(type).str()});
  for (const EmitRequest &request : options.emit) {
    if (request.kind == EmitKind::Link)
      continue;
    std::string what = spelling(request.kind).str() + " file";
    if (request.kind == EmitKind::Metadata || request.kind == EmitKind::DepInfo)
      outputs.push_back({emittedPath(session, names, request.kind, ""), what});
    else
      for (const std::string &unit : units)
        outputs.push_back({emittedPath(session, names, request.kind, unit), what});
  }
  return outputs;
}

bool isSameFile(const std::string &first, const std::string &second) {
  bool same = false;
  return first == second || (!llvm::sys::fs::equivalent(first, second, same) && same);
}

/// Says whether `output` may be written, of the inputs and what is there.
bool checkOutputFile(const OutputFile &output, llvm::ArrayRef<std::string> inputs,
                     Diagnostics &diags) {
  if (llvm::sys::fs::is_directory(output.path)) {
    diags
        .error(Code::C02,
               "the generated {} for the input file \"{}\" conflicts with the existing directory "
               "\"{}\"",
               output.what, inputs.empty() ? "" : inputs.front(), output.path)
        .help("name another output with `-o` or `--out-dir`");
    return false;
  }
  for (const std::string &input : inputs) {
    if (!isSameFile(input, output.path))
      continue;
    diags
        .error(Code::C02, "the input file \"{}\" would be overwritten by the generated {}", input,
               output.what)
        .help("name another output with `-o` or `--out-dir`");
    return false;
  }
  return true;
}

/// rustc's warnings of what `-o` cannot do, or does instead of another option.
void warnOfOutputOption(const Options &options, size_t outputs, Diagnostics &diags) {
  if (outputs > 1) {
    diags
        .warning(Code::None, "due to multiple output types requested, the explicitly specified "
                             "output file name will be adapted for each output type")
        .done();
    return;
  }
  if (!options.codegen.extraFilename.empty())
    diags.warning(Code::None, "ignoring -C extra-filename flag due to -o flag").done();
  if (options.outputDirectory)
    diags.warning(Code::None, "ignoring --out-dir flag due to -o flag").done();
}

} // namespace

std::string artifactPath(const Session &session, const OutputNames &names,
                         llvm::ArrayRef<CrateType> types, CrateType type) {
  const Options &options = session.options;
  const EmitRequest *request = findRequest(options, EmitKind::Link);
  if (request && request->path && types.size() == 1)
    return *request->path;
  if (options.output && types.size() == 1) {
    if (unnamedOutputs(options, 1, 1) == 1)
      return *options.output;
    return inFolder(session.outputDirectory(), path::filename(*options.output).str());
  }
  return inFolder(session.outputDirectory(),
                  prefixOf(type).str() +
                      (type == CrateType::Executable ? names.stem : names.crate) +
                      options.codegen.extraFilename + endingOf(type).str());
}

std::string emittedPath(const Session &session, const OutputNames &names, EmitKind kind,
                        StringRef unit) {
  const Options &options = session.options;
  const EmitRequest *request = findRequest(options, kind);
  if (request && request->path && unit.empty())
    return *request->path;
  if (options.output && unit.empty()) {
    bool counts = kind != EmitKind::DepInfo || options.emit.size() == 1;
    if (counts && unnamedOutputs(options, 1, 1) == 1)
      return *options.output;
    // Beside the artifact and with its name, as rustc does.
    llvm::SmallString<128> name(path::filename(*options.output));
    path::replace_extension(name, endingOf(kind));
    return inFolder(session.outputDirectory(), name.str().str());
  }
  std::string name = (kind == EmitKind::Metadata ? "lib" + names.crate : names.stem) +
                     options.codegen.extraFilename;
  if (!unit.empty())
    name += "." + unit.str();
  return inFolder(session.outputDirectory(), name + endingOf(kind).str());
}

std::vector<std::string> outputPaths(const Session &session, const OutputNames &names,
                                     llvm::ArrayRef<CrateType> types,
                                     llvm::ArrayRef<std::string> units) {
  std::vector<std::string> paths;
  for (OutputFile &output : listOutputs(session, names, types, units))
    paths.push_back(std::move(output.path));
  return paths;
}

bool checkOutputs(const Session &session, const OutputNames &names, llvm::ArrayRef<CrateType> types,
                  llvm::ArrayRef<std::string> units, Diagnostics &diags) {
  const Options &options = session.options;
  if (options.output)
    warnOfOutputOption(options, unnamedOutputs(options, types.size(), units.size()), diags);
  if (options.wantsEmit(EmitKind::Link) && llvm::is_contained(types, CrateType::Dylib) &&
      llvm::is_contained(types, CrateType::Cdylib)) {
    diags
        .error(Code::C02, "a dylib and a cdylib of one crate would both be written to `{}`",
               artifactPath(session, names, types, CrateType::Dylib))
        .help("make them in two runs, with `-C extra-filename` or another `--out-dir`");
    return false;
  }
  std::vector<OutputFile> outputs = listOutputs(session, names, types, units);
  for (const OutputFile &output : outputs) {
    if (!checkOutputFile(output, options.inputs, diags))
      return false;
    for (const OutputFile &other : outputs) {
      if (&other == &output)
        break;
      if (!isSameFile(other.path, output.path))
        continue;
      diags
          .error(Code::C02, "the generated {} and the generated {} would both be written to `{}`",
                 other.what, output.what, output.path)
          .help("name another output with `--emit KIND=PATH`");
      return false;
    }
  }
  return true;
}

bool checkCratesAreKept(const Session &session, const OutputNames &names, const CrateGraph &graph,
                        llvm::ArrayRef<CrateType> types, Diagnostics &diags) {
  for (const OutputFile &output : listOutputs(session, names, types, {}))
    for (const CrateNode &node : graph.nodes())
      for (const std::optional<std::string> &file :
           {node.source.rlib, node.source.dylib, node.source.rmeta})
        if (file && isSameFile(*file, output.path)) {
          diags
              .error(Code::C02,
                     "the crate `{}` in `{}`, which `{}` depends on, would be "
                     "overwritten by the generated {}",
                     node.identity.name, *file, names.crate, output.what)
              .help("name another output with `-o`, `--out-dir` or `-C extra-filename`");
          return false;
        }
  return true;
}

bool prepareOutputDirectory(const Session &session, Diagnostics &diags) {
  // A list of dependencies alone makes no folders, in rustc either.
  if (!session.options.outputDirectory || session.options.emitsOnly(EmitKind::DepInfo))
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
  std::unique_ptr<PendingFile> pending = PendingFile::create(path, /*keep=*/false, diags);
  return pending && pending->write(pending->path(), contents, diags) && pending->commit(diags);
}

} // namespace cratec
