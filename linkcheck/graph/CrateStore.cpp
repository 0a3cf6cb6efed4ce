//===- CrateStore.cpp - finds crates on disk and keeps them ---------------===//

#include "linkcheck/graph/CrateStore.h"

#include "linkcheck/graph/CrateLocator.h"

#include <llvm/ADT/STLExtras.h>

using namespace linkcheck;

struct CrateStore::Implementation {
  CrateLocator locator;
  std::map<CrateIdentity, LoadedCrate> loaded;

  const LoadedCrate *find(const CrateIdentity &identity) const {
    auto entry = loaded.find(identity);
    return entry == loaded.end() ? nullptr : &entry->second;
  }

  /// The loaded crate that asks for `request`: two of one name are told apart by
  /// what they depend on.
  const LoadedCrate *findDependent(const CrateRequest &request) const {
    for (auto entry = loaded.lower_bound({request.requiredBy, ""});
         entry != loaded.end() && entry->first.name == request.requiredBy; ++entry)
      for (const Dependency &dependency : entry->second.metadata.dependencies)
        if (dependency.crate.name == request.name && request.hash == dependency.crate.hash)
          return &entry->second;
    return nullptr;
  }
};

CrateStore::CrateStore(std::vector<SearchPath> paths, std::string target, bool preferDylibs)
    : implementation(new Implementation{{std::move(paths), std::move(target), preferDylibs}, {}}) {}

CrateStore::~CrateStore() = default;

const LoadedCrate *CrateStore::load(const CrateRequest &request, Diagnostics &diags) {
  // What was loaded for another crate serves here too, `--extern` included.
  if (request.hash && request.paths.empty())
    if (const LoadedCrate *crate = implementation->find({request.name, *request.hash}))
      return crate;

  CrateLocator &locator = implementation->locator;
  SearchResult result = locator.locate(request);
  if (!result.isFound()) {
    reportSearchFailure(request, result, locator.expectedTarget(),
                        implementation->findDependent(request), diags);
    return nullptr;
  }
  warnOfOtherForm(request, result, diags);
  LoadedCrate crate;
  for (const CandidateFile *file : {result.rmeta, result.dylib, result.rlib})
    if (file)
      crate.metadata = *file->metadata;
  if (result.rlib)
    crate.source.rlib = result.rlib->path;
  if (result.dylib) {
    crate.source.dylib = result.dylib->path;
    crate.dylibMetadata = result.dylib->metadata;
  }
  if (result.rmeta)
    crate.source.rmeta = result.rmeta->path;
  CrateIdentity identity = crate.metadata.identity;
  return &implementation->loaded.try_emplace(identity, std::move(crate)).first->second;
}

bool CrateStore::canFind(llvm::StringRef name) {
  CrateRequest request;
  request.name = name.str();
  SearchResult result = implementation->locator.locate(request);
  // A crate that is there and cannot be used is not a missing one: load() then
  // says what is wrong with it.
  return result.isFound() || !result.ambiguous.empty() || !result.damaged.empty();
}

llvm::ArrayRef<SearchPath> CrateStore::searchPaths() const {
  return implementation->locator.searchPaths();
}
