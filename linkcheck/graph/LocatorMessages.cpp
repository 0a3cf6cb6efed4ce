//===- LocatorMessages.cpp - why a crate was not found --------------------===//
//
// One diagnostic a search, with rustc's code and words. Where several things
// are wrong the most telling one is said, in rustc's order: a wrong version, a
// wrong target, a wrong kind, a damaged file, nothing at all.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/graph/CrateLocator.h"

#include <fmt/ranges.h>
#include <llvm/ADT/STLExtras.h>

using namespace linkcheck;

/// " which `Y` depends on", or nothing for a dependency of the local crate.
static std::string dependentClause(const CrateRequest &request) {
  return request.requiredBy.empty() ? ""
                                    : fmt::format(" which `{}` depends on", request.requiredBy);
}

static void notePassedOver(DiagnosticBuilder &error, const SearchResult &result) {
  for (const CandidateFile *file : result.unusable)
    if (file->metadata)
      error.note("`{}` holds the crate `{}` as {} {}, which no crate can depend on", file->path,
                 file->metadata->identity.name,
                 file->metadata->type == CrateType::Executable ? "an" : "a",
                 describe(file->metadata->type).str());
    else
      error.note("passed over: {}", file->words);
}

static void reportAmbiguous(const CrateRequest &request, const SearchResult &result,
                            Diagnostics &diags) {
  bool dylibsOnly = llvm::all_of(result.ambiguous, [](const CandidateFile *file) {
    return file->metadata->type == CrateType::Dylib;
  });
  DiagnosticBuilder error =
      diags.error(Code::E0464, "multiple candidates for `{}` dependency `{}` found",
                  dylibsOnly ? "dylib" : "rlib", request.name);
  error.at(request.where, "several files can be this crate");
  unsigned number = 0;
  for (const CandidateFile *file : result.ambiguous)
    error.note("candidate #{}: {}", ++number, file->path);
  if (request.paths.empty())
    error.help("say which one with `--extern {}=PATH`", request.name);
  else
    error.help("give `--extern {}=PATH` once, or for an rlib and a dylib of one compilation",
               request.name);
}

/// The first line of a list of files, in rustc's words.
static constexpr const char *versionsFound = "the following crate versions were found:";

static void reportWrongHash(const CrateRequest &request, const SearchResult &result,
                            const LoadedCrate *dependent, Diagnostics &diags) {
  std::string found = versionsFound;
  for (const CandidateFile *file : result.wrongHash)
    found += fmt::format("\ncrate `{}`: {} (hash {})", request.name, file->path,
                         file->metadata->identity.hash);
  if (dependent && dependent->source.anyFile())
    found += fmt::format("\ncrate `{}`: {}", request.requiredBy, *dependent->source.anyFile());
  std::string hash = request.hash.value_or("");
  DiagnosticBuilder error = diags.error(Code::E0460, "found possibly newer version of crate `{}`{}",
                                        request.name, dependentClause(request));
  error.at(request.where).note("perhaps that crate needs to be recompiled?").note("{}", found);
  if (request.requiredBy.empty())
    error.note("hash {} is needed", hash);
  else
    error.note("`{}` was compiled with hash {} of `{}`", request.requiredBy, hash, request.name)
        .help(
            "compile `{}` again, or name the folder of the `{}` that it was compiled with by `-L`",
            request.requiredBy, request.name);
}

static void reportWrongTarget(const CrateRequest &request, const SearchResult &result,
                              llvm::StringRef target, Diagnostics &diags) {
  std::string found = versionsFound;
  for (const CandidateFile *file : result.wrongTarget)
    found += fmt::format("\ncrate `{}`, target triple {}: {}", request.name, file->metadata->target,
                         file->path);
  diags
      .error(Code::E0461, "couldn't find crate `{}` with expected target triple {}{}", request.name,
             target.str(), dependentClause(request))
      .at(request.where)
      .note("{}", found)
      .help("compile that crate with `--target {}`", target.str());
}

static void reportStaticlib(const CrateRequest &request, const SearchResult &result,
                            Diagnostics &diags) {
  std::string found = versionsFound;
  for (const CandidateFile *file : result.staticlibs)
    found += fmt::format("\ncrate `{}`: {}", request.name, file->path);
  diags
      .error(Code::E0462, "found staticlib `{}` instead of rlib or dylib{}", request.name,
             dependentClause(request))
      .at(request.where)
      .note("{}", found)
      .help("please recompile that crate using --crate-type lib");
}

static void reportDamaged(const CrateRequest &request, const SearchResult &result,
                          Diagnostics &diags) {
  llvm::Error all = llvm::Error::success();
  for (const CandidateFile *file : result.damaged)
    all = llvm::joinErrors(std::move(all), file->makeError());
  CollectingConsumer messages;
  Diagnostics collected(messages);
  reportMetadataError(std::move(all), request.name, collected);
  // What is wrong is in the file; who asked for it stands in a source.
  for (Diagnostic &message : messages.diagnostics) {
    if (request.where.isKnown())
      message.labels.push_back({request.where, 0, ""});
    message.message += dependentClause(request);
    diags.emit(message);
  }
}

static void reportMissing(const CrateRequest &request, const SearchResult &result,
                          Diagnostics &diags) {
  DiagnosticBuilder error = diags.error(Code::E0463, "can't find crate for `{}`{}", request.name,
                                        dependentClause(request));
  error.at(request.where, "can't find crate");
  notePassedOver(error, result);
  if (!request.paths.empty())
    error.help("`--extern {}=PATH` decides alone; the search paths were not tried", request.name);
  else if (result.folders.empty())
    error.help("no folder was searched; name one with `-L FOLDER`");
  else
    error.help("searched in: {}", fmt::join(result.folders, ", "));
}

static void reportPathFault(const CrateRequest &request, const SearchResult &result,
                            Diagnostics &diags) {
  switch (result.pathFault) {
  case SearchResult::PathFault::None:
    return;
  case SearchResult::PathFault::Missing:
    diags.error(Code::E0463, "extern location for {} does not exist: {}", request.name, result.path)
        .at(request.where, "can't find crate");
    return;
  case SearchResult::PathFault::NotAFile:
    diags.error(Code::E0463, "extern location for {} is not a file: {}", request.name, result.path)
        .at(request.where, "can't find crate");
    return;
  case SearchResult::PathFault::UnknownType:
    diags
        .error(Code::E0463, "extern location for {} is of an unknown type: {}", request.name,
               result.path)
        .at(request.where, "can't find crate")
        .help("file name should be lib*.rlib, lib*.rmeta or lib*.so");
    return;
  }
}

void linkcheck::reportSearchFailure(const CrateRequest &request, const SearchResult &result,
                                    llvm::StringRef target, const LoadedCrate *dependent,
                                    Diagnostics &diags) {
  if (result.pathFault != SearchResult::PathFault::None)
    return reportPathFault(request, result, diags);
  if (!result.ambiguous.empty())
    return reportAmbiguous(request, result, diags);
  if (!result.wrongHash.empty())
    return reportWrongHash(request, result, dependent, diags);
  if (!result.wrongTarget.empty())
    return reportWrongTarget(request, result, target, diags);
  if (!result.staticlibs.empty())
    return reportStaticlib(request, result, diags);
  if (!result.damaged.empty())
    return reportDamaged(request, result, diags);
  reportMissing(request, result, diags);
}

void linkcheck::warnOfOtherForm(const CrateRequest &request, const SearchResult &result,
                                Diagnostics &diags) {
  if (!result.otherForm)
    return;
  bool dylib = result.dylib != nullptr;
  diags
      .warning(Code::None,
               "the rlib and the dylib of crate `{}` are of two compilations; the {} "
               "is taken",
               request.name, dylib ? "dylib" : "rlib")
      .at(request.where)
      .note("taken: {}", dylib ? result.dylib->path : result.rlib->path)
      .note("left: {}", result.otherForm->path)
      .help("{}, or name the file: `--extern {}=PATH`",
            dylib ? "without `-C prefer-dynamic` the rlib is taken"
                  : "with `-C prefer-dynamic` the dylib is taken",
            request.name);
}
