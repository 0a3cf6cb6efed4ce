//===- Artifacts.cpp - from objects to files ----------------------*- C++ -*-===//

#include "driver/Artifacts.h"

#include "driver/Answers.h"
#include "driver/Output.h"
#include "driver/link/StaticLibrary.h"
#include "linkcheck/meta/MetadataWriter.h"

#include <llvm/ADT/StringExtras.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

bool announce(const std::string &path, EmitKind kind, Diagnostics &diags) {
  diags.artifactWritten(path, spelling(kind));
  return true;
}

std::optional<std::string> makeMetadataObject(const CrateMetadata &metadata,
                                              const TargetSpec &target, Diagnostics &diags) {
  bool stays = metadata.type != CrateType::Rlib && metadata.type != CrateType::Staticlib;
  llvm::Expected<llvm::SmallVector<char, 0>> object = writeMetadataObject(
      metadata, stays ? MetadataSurvival::Kept : MetadataSurvival::Excluded, target.triple);
  if (object)
    return std::string(object->begin(), object->end());
  diags.error(Code::C02, "no metadata can be written for target `{}`", metadata.target)
      .note("{}", llvm::toString(object.takeError()));
  return std::nullopt;
}

bool writeRlibArtifact(const std::string &output, const std::string &metadataObject,
                       const CompiledCrate &compiled, const CrateDescription &description,
                       const Session &session, Diagnostics &diags) {
  std::vector<ArchiveMember> members = {{"lib.rmeta.o", "", metadataObject}};
  for (const CompiledObject &object : compiled.objects)
    members.push_back({object.name, object.path, ""});
  std::vector<std::string> bundled;
  for (const NativeLibrary &library : description.crate.nativeLibraries) {
    if (!library.bundled)
      continue;
    std::optional<std::string> archive = findStaticLibrary(
        library, description.crate.name,
        staticLibraryFolders(session.target, session.nativeSearchPaths(), ""), diags);
    if (!archive)
      return false;
    if (!llvm::is_contained(bundled, *archive))
      bundled.push_back(std::move(*archive));
  }
  return writeRlib(output, members, bundled, diags);
}

/// What the artifact exports of the crate's own. Foreign hosts, for whom cdylibs and
/// staticlibs are made, have no use for the dialect's mangled names.
std::vector<std::string> publicSymbols(const CompiledCrate &compiled,
                                       const CrateDescription &description, CrateType type) {
  std::vector<std::string> symbols = compiled.exports;
  bool foreignHost = type == CrateType::Cdylib || type == CrateType::Staticlib;
  if (foreignHost && llvm::is_contained(description.crate.languages, SourceLanguage::Rust))
    llvm::erase_if(symbols, [](StringRef symbol) { return symbol.starts_with("_R"); });
  return symbols;
}

/// A blank as in rustc's files. Make, Ninja and CMake take the other two for something
/// else where they are not escaped.
std::string escapeForMake(StringRef path) {
  std::string text;
  for (char c : path) {
    if (c == ' ' || c == '#')
      text += '\\';
    if (c == '$')
      text += '$';
    text += c;
  }
  return text;
}

std::string escapeForComment(StringRef words) {
  std::string text;
  for (char c : words) {
    if (c == '\n' || c == '\r' || c == '\\')
      text += '\\';
    text += c == '\n' ? 'n' : c == '\r' ? 'r' : c;
  }
  return text;
}

/// `--print native-static-libs`, in the lines that build tools look for.
void sayHostLibraries(const LinkPlan &plan, const Options &options, Diagnostics &diags) {
  std::vector<std::string> words;
  for (const std::string &library : plan.hostLibraries)
    words.push_back("-l" + library);
  std::string list = llvm::join(words, " ");
  for (const PrintRequest &request : options.prints) {
    if (request.kind != PrintKind::NativeStaticLibs)
      continue;
    if (request.path) {
      writeFileAtomically(*request.path, list + "\n", diags);
      continue;
    }
    diags
        .note("link against the following native artifacts when linking against this static "
              "library. The order and any duplication can be significant on some platforms")
        .done();
    diags.note("native-static-libs: {}", list).done();
  }
}

} // namespace

bool writeArtifact(const ArtifactResolution &resolution, const CompiledCrate &compiled,
                   const CrateDescription &description, const Session &session,
                   TemporaryFiles &temporaries, llvm::raw_ostream &out, Diagnostics &diags) {
  const CodegenOptions &codegen = session.options.codegen;
  CrateMetadata metadata = makeMetadata(compiled, description, resolution, session);
  if (session.options.wantsDump(Product::Metadata))
    out << writeRecord(metadata) << "\n";
  std::optional<std::string> metadataObject = makeMetadataObject(metadata, session.target, diags);
  if (!metadataObject)
    return false;
  std::string output =
      artifactPath(session, description.outputNames(), description.types, resolution.type);
  if (resolution.type == CrateType::Rlib)
    return writeRlibArtifact(output, *metadataObject, compiled, description, session, diags) &&
           announce(output, EmitKind::Link, diags);

  LinkRequest request;
  request.crateName = description.crate.name;
  request.output = output;
  request.target = &session.target;
  for (const CompiledObject &object : compiled.objects)
    request.objects.push_back(object.path);
  std::optional<std::string> metadataPath = temporaries.create(
      fmt::format("{}.{}.metadata", description.crate.name, spelling(resolution.type).str()), "o",
      diags);
  if (!metadataPath || !writeFileAtomically(*metadataPath, *metadataObject, diags))
    return false;
  request.objects.push_back(*metadataPath);
  request.exports = publicSymbols(compiled, description, resolution.type);
  request.nativeSearchPaths = session.nativeSearchPaths();
  request.codegen = codegen;
  request.runtimeFolder = session.targetLibraryPath;
  request.conditionHolds = [&](const std::string &predicate, const std::string &crate) {
    std::optional<bool> holds = rust::predicateHolds(predicate, session.configuration());
    if (!holds)
      diags.error(Code::E0786, "found invalid metadata for crate `{}`", crate)
          .note("`{}` is no predicate of `cfg`, of which a library of the crate depends", predicate)
          .help("compile the crate again");
    return holds;
  };
  request.allocatorForm = allocatorFormFor(resolution.type, codegen.keepMalloc);
  std::optional<LinkPlan> plan = planLink(resolution, request, diags);
  if (!plan)
    return false;
  if (session.options.wantsDump(Product::Plan))
    out << printPlan(*plan);
  if (plan->type == CrateType::Staticlib)
    sayHostLibraries(*plan, session.options, diags);
  if (session.options.wantsPrint(PrintKind::LinkArgs))
    out << quoteForShell(linkerArguments(*plan, plan->output)) << "\n";
  return runLink(*plan, diags) && announce(output, EmitKind::Link, diags);
}

bool writeMetadataFile(const ArtifactResolution &resolution, const CompiledCrate &compiled,
                       const CrateDescription &description, const Session &session,
                       Diagnostics &diags) {
  std::optional<std::string> object = makeMetadataObject(
      makeMetadata(compiled, description, resolution, session), session.target, diags);
  std::string path = emittedPath(session, description.outputNames(), EmitKind::Metadata, "");
  return object && writeFileAtomically(path, *object, diags) &&
         announce(path, EmitKind::Metadata, diags);
}

bool writeDependencyFile(const CrateDescription &description, llvm::ArrayRef<std::string> stems,
                         const SourceReads &reads, const Session &session, Diagnostics &diags) {
  std::string sources;
  for (const std::string &file : reads.files)
    sources += " " + escapeForMake(file);
  std::string text;
  for (StringRef output : outputPaths(session, description.outputNames(), description.types, stems))
    text += fmt::format("{}:{}\n\n", escapeForMake(output), sources);
  for (const std::string &file : reads.files)
    text += escapeForMake(file) + ":\n";
  if (!reads.environment.empty())
    text += "\n";
  for (const auto &[name, value] : reads.environment)
    text += fmt::format("# env-dep:{}{}{}\n", escapeForComment(name), value ? "=" : "",
                        escapeForComment(value.value_or("")));

  std::string path = emittedPath(session, description.outputNames(), EmitKind::DepInfo, "");
  CollectingConsumer failure;
  Diagnostics quiet(failure);
  if (writeFileAtomically(path, text, quiet))
    return announce(path, EmitKind::DepInfo, diags);
  // rustc's words, with the reason that stands behind "cannot write `PATH`: ".
  StringRef reason = StringRef(failure.diagnostics.front().message).rsplit("`: ").second;
  diags.error(Code::C01, "error writing dependencies to `{}`: {}", path, reason.str()).done();
  return false;
}

} // namespace cratec
