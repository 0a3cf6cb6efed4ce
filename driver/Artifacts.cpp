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
    if (library.kind != NativeKind::Static || library.form)
      continue;
    std::optional<std::string> archive = findStaticLibrary(
        library.name, description.crate.name,
        staticLibraryFolders(session.target, session.nativeSearchPaths(), ""), diags);
    if (!archive)
      return false;
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
      artifactPath(session, description.crate.name, description.types, resolution.type);
  if (resolution.type == CrateType::Rlib)
    return writeRlibArtifact(output, *metadataObject, compiled, description, session, diags);

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
  request.linkArguments = codegen.linkArguments;
  request.allocatorForm = allocatorFormFor(resolution.type, codegen.keepMalloc);
  request.saveTemporaries = codegen.saveTemporaries;
  std::optional<LinkPlan> plan = planLink(resolution, request, diags);
  if (!plan)
    return false;
  if (session.options.wantsDump(Product::Plan))
    out << printPlan(*plan);
  if (session.options.wantsPrint(PrintKind::LinkArgs))
    out << quoteForShell(linkerArguments(*plan, plan->output)) << "\n";
  return runLink(*plan, diags);
}

bool writeMetadataFile(const ArtifactResolution &resolution, const CompiledCrate &compiled,
                       const CrateDescription &description, const Session &session,
                       Diagnostics &diags) {
  std::optional<std::string> object = makeMetadataObject(
      makeMetadata(compiled, description, resolution, session), session.target, diags);
  return object &&
         writeFileAtomically(emittedPath(session, description.crate.name, EmitKind::Metadata, ""),
                             *object, diags);
}

bool writeDependencyFile(const CrateDescription &description,
                         llvm::ArrayRef<std::string> sourceFiles, const Session &session,
                         Diagnostics &diags) {
  auto escape = [](StringRef path) {
    std::string text;
    for (char c : path) {
      if (c == ' ' || c == '#')
        text += '\\';
      if (c == '$')
        text += '$';
      text += c;
    }
    return text;
  };
  std::string sources;
  for (const std::string &file : sourceFiles)
    sources += " " + escape(file);
  std::string path = emittedPath(session, description.crate.name, EmitKind::DepInfo, "");
  std::string text;
  for (CrateType type : description.types)
    text += fmt::format(
        "{}:{}\n\n", escape(artifactPath(session, description.crate.name, description.types, type)),
        sources);
  text += fmt::format("{}:{}\n\n", escape(path), sources);
  for (const std::string &file : sourceFiles)
    text += escape(file) + ":\n";
  return writeFileAtomically(path, text, diags);
}

} // namespace cratec
