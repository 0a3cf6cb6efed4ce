//===- CrateLocator.cpp - which file a crate's name means -----------------===//

#include "linkcheck/graph/CrateLocator.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>

using namespace linkcheck;
using llvm::StringRef;

namespace fs = llvm::sys::fs;

llvm::Error CandidateFile::makeError() const {
  auto error = std::make_unique<MetadataError>(fault, path, place, reason);
  error->schema = schema;
  return llvm::Error(std::move(error));
}

static std::string join(StringRef folder, StringRef name) {
  llvm::SmallString<256> path(folder);
  llvm::sys::path::append(path, name);
  return std::string(path);
}

/// Rule 2: a `dependency=` folder is for indirect dependencies, a `crate=`
/// folder for direct ones.
static bool applies(SearchPath::Kind kind, bool direct) {
  switch (kind) {
  case SearchPath::Kind::All:
  case SearchPath::Kind::Sysroot:
    return true;
  case SearchPath::Kind::Dependency:
    return !direct;
  case SearchPath::Kind::Crate:
    return direct;
  case SearchPath::Kind::Native:
    return false;
  }
  return false;
}

/// Whether `file` is called as the crate `name` should be, and not only begins
/// with its name: `libfoo.rlib` and `libfoo-1a2b.rlib` are, `libfoobar.rlib` is
/// more likely the crate `foobar`.
static bool isNamedFor(StringRef path, const CrateRequest &request) {
  StringRef rest = llvm::sys::path::filename(path);
  if (!rest.consume_front("lib") || !rest.consume_front(request.name))
    return false;
  if (!request.extraFilename.empty() && rest.starts_with(request.extraFilename))
    return true;
  return rest.starts_with(".") || rest.starts_with("-");
}

SearchResult CrateLocator::locate(const CrateRequest &request) {
  return request.paths.empty() ? searchFolders(request) : openPaths(request);
}

static bool isDylib(const CandidateFile *file) {
  return file->metadata->type == CrateType::Dylib;
}

/// Takes one file a form out of `matches` when all are one crate.
static void settle(const SearchResult::Files &matches, SearchResult &result) {
  for (const CandidateFile *file : matches)
    if (file->metadata->identity != matches.front()->metadata->identity) {
      result.ambiguous = matches;
      return;
    }
  for (const CandidateFile *file : matches) {
    const CandidateFile *&form = StringRef(file->path).ends_with(".rmeta")  ? result.rmeta
                                 : file->metadata->type == CrateType::Dylib ? result.dylib
                                                                            : result.rlib;
    if (!form)
      form = file;
  }
}

/// As settle(), for what lies in folders: there an rlib and a dylib under one name
/// may have been compiled apart (rule 4).
static void settleFound(const SearchResult::Files &matches, bool preferDylibs,
                        SearchResult &result) {
  SearchResult::Files rlibs, dylibs;
  for (const CandidateFile *file : matches)
    (isDylib(file) ? dylibs : rlibs).push_back(file);
  settle(matches, result);
  if (result.ambiguous.empty() || rlibs.empty() || dylibs.empty())
    return;
  SearchResult rlib, dylib;
  settle(rlibs, rlib);
  settle(dylibs, dylib);
  if (!rlib.isFound() || !dylib.isFound() ||
      rlib.rlib->metadata->identity.name != dylib.dylib->metadata->identity.name ||
      llvm::sys::path::stem(rlib.rlib->path) != llvm::sys::path::stem(dylib.dylib->path))
    return;
  result.ambiguous.clear();
  if (preferDylibs) {
    result.dylib = dylib.dylib;
    result.otherForm = rlib.rlib;
  } else {
    result.rlib = rlib.rlib;
    result.otherForm = dylib.dylib;
  }
}

SearchResult CrateLocator::openPaths(const CrateRequest &request) {
  SearchResult result;
  SearchResult::Files matches;
  for (const std::string &path : request.paths) {
    fs::file_status status;
    fs::status(path, status);
    if (!fs::exists(status)) {
      result.pathFault = SearchResult::PathFault::Missing;
      result.path = path;
      return result;
    }
    if (fs::is_directory(status)) {
      result.pathFault = SearchResult::PathFault::NotAFile;
      result.path = path;
      return result;
    }
    const CandidateFile &file = read(path);
    StringRef name = llvm::sys::path::filename(path);
    bool named = name.starts_with("lib") &&
                 (name.ends_with(".rlib") || name.ends_with(".so") || name.ends_with(".rmeta"));
    if (!file.metadata && file.fault == MetadataError::Kind::NotACrate && !named) {
      result.pathFault = SearchResult::PathFault::UnknownType;
      result.path = path;
      return result;
    }
    sortIn(file, classify(file, request, FoundBy::Path), matches, result);
  }
  // One wrong path is an error even where another one is right: the user named
  // both.
  if (matches.size() == request.paths.size())
    settle(matches, result);
  return result;
}

/// What rule 3 looks for first, and what it then makes do with.
static constexpr StringRef linkable[] = {".rlib", ".so"};
static constexpr StringRef recordAlone[] = {".rmeta"};

/// The name that a crate was found under when its dependent was compiled is nearly
/// always right, and saves reading all others that begin with it.
SearchResult::Files CrateLocator::searchByFileName(llvm::ArrayRef<std::string> inFolders,
                                                   const CrateRequest &request,
                                                   llvm::ArrayRef<StringRef> endings) {
  SearchResult::Files matches;
  for (const std::string &folder : inFolders) {
    const std::vector<std::string> &names = list(folder);
    for (StringRef extension : endings) {
      std::string name = "lib" + request.name + request.extraFilename + extension.str();
      if (!std::binary_search(names.begin(), names.end(), name))
        continue;
      const CandidateFile &file = read(join(folder, name));
      if (classify(file, request, FoundBy::Search) == Fit::Match)
        matches.push_back(&file);
    }
  }
  return matches;
}

SearchResult CrateLocator::searchFolders(const CrateRequest &request) {
  SearchResult result;
  bool direct = request.requiredBy.empty();
  std::vector<std::string> own, sysroot;
  for (const SearchPath &path : paths) {
    if (!applies(path.kind, direct) || llvm::is_contained(own, path.directory))
      continue;
    (path.kind == SearchPath::Kind::Sysroot ? sysroot : own).push_back(path.directory);
  }
  for (const std::vector<std::string> *some : {&own, &sysroot}) {
    llvm::append_range(result.folders, *some);
    for (llvm::ArrayRef<StringRef> endings :
         {llvm::ArrayRef(linkable), llvm::ArrayRef(recordAlone)}) {
      SearchResult::Files matches;
      if (request.hash)
        matches = searchByFileName(*some, request, endings);
      if (matches.empty())
        for (const std::string &folder : *some)
          searchFolder(folder, request, endings, matches, result);
      settleFound(matches, preferDylibs, result);
      if (result.isFound() || !result.ambiguous.empty())
        return result;
    }
  }
  // Only the message needs to know of these.
  for (const std::string &folder : result.folders)
    searchStaticlibs(folder, request, result);
  return result;
}

void CrateLocator::searchFolder(const std::string &folder, const CrateRequest &request,
                                llvm::ArrayRef<StringRef> endings, SearchResult::Files &matches,
                                SearchResult &result) {
  const std::vector<std::string> &names = list(folder);
  std::string prefix = "lib" + request.name;
  for (auto name = std::lower_bound(names.begin(), names.end(), prefix);
       name != names.end() && StringRef(*name).starts_with(prefix); ++name) {
    if (llvm::none_of(endings,
                      [&](StringRef ending) { return StringRef(*name).ends_with(ending); }))
      continue;
    const CandidateFile &file = read(join(folder, *name));
    sortIn(file, classify(file, request, FoundBy::Search), matches, result);
  }
}

void CrateLocator::searchStaticlibs(const std::string &folder, const CrateRequest &request,
                                    SearchResult &result) {
  const std::vector<std::string> &names = list(folder);
  std::string prefix = "lib" + request.name;
  for (auto name = std::lower_bound(names.begin(), names.end(), prefix);
       name != names.end() && StringRef(*name).starts_with(prefix); ++name) {
    if (!StringRef(*name).ends_with(".a"))
      continue;
    const CandidateFile &file = read(join(folder, *name));
    // `libfoo.a` is worth telling even where some C project made it.
    if (file.metadata ? classify(file, request, FoundBy::Search) == Fit::Staticlib
                      : *name == prefix + ".a")
      result.staticlibs.push_back(&file);
  }
}

CrateLocator::Fit CrateLocator::classify(const CandidateFile &file, const CrateRequest &request,
                                         FoundBy by) const {
  if (!file.metadata) {
    if (by == FoundBy::Path)
      return Fit::Damaged;
    if (file.fault == MetadataError::Kind::NotACrate)
      return Fit::Unusable;
    // A damaged file does not tell whose crate it is; its name has to.
    return isNamedFor(file.path, request) ? Fit::Damaged : Fit::Unusable;
  }
  const CrateMetadata &metadata = *file.metadata;
  // Rule 1: with `--extern name=path` the user may give a crate another name.
  if (by == FoundBy::Search && metadata.identity.name != request.name)
    return Fit::OtherCrate;
  switch (metadata.type) {
  case CrateType::Cdylib:
  case CrateType::Executable:
    return Fit::Unusable;
  case CrateType::Rlib:
  case CrateType::Dylib:
  case CrateType::Staticlib:
    break;
  }
  if (metadata.target != target)
    return Fit::WrongTarget;
  if (metadata.type == CrateType::Staticlib)
    return Fit::Staticlib;
  if (request.hash && metadata.identity.hash != *request.hash)
    return Fit::WrongHash;
  return Fit::Match;
}

void CrateLocator::sortIn(const CandidateFile &file, Fit fit, SearchResult::Files &matches,
                          SearchResult &result) const {
  switch (fit) {
  case Fit::Match:
    return matches.push_back(&file);
  case Fit::OtherCrate:
    return;
  case Fit::WrongHash:
    return result.wrongHash.push_back(&file);
  case Fit::WrongTarget:
    return result.wrongTarget.push_back(&file);
  case Fit::Staticlib:
    return result.staticlibs.push_back(&file);
  case Fit::Unusable:
    return result.unusable.push_back(&file);
  case Fit::Damaged:
    return result.damaged.push_back(&file);
  }
}

const std::vector<std::string> &CrateLocator::list(const std::string &folder) {
  auto [entry, isNew] = folders.try_emplace(folder);
  std::vector<std::string> &names = entry->second;
  if (!isNew)
    return names;
  std::error_code error;
  // A folder that is not there holds nothing: Cargo names such ones.
  for (fs::directory_iterator item(folder, error), end; !error && item != end;
       item.increment(error)) {
    StringRef name = llvm::sys::path::filename(item->path());
    if (name.starts_with("lib"))
      names.push_back(name.str());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const CandidateFile &CrateLocator::read(const std::string &path) {
  auto [entry, isNew] = files.try_emplace(path);
  CandidateFile &file = entry->second;
  if (!isNew)
    return file;
  file.path = path;
  llvm::Expected<CrateMetadata> metadata = readMetadataFile(path);
  if (metadata) {
    file.metadata = std::move(*metadata);
    return file;
  }
  llvm::handleAllErrors(metadata.takeError(), [&](const MetadataError &error) {
    file.fault = error.kind;
    file.place = error.place;
    file.reason = error.reason;
    file.schema = error.schema;
    llvm::raw_string_ostream out(file.words);
    error.log(out);
  });
  return file;
}
