//===- CrateLocator.h - which file a crate's name means ---------*- C++ -*-===//
//
// The search behind CrateStore, by the rules of CrateStore.h. It says nothing:
// the result is a value that holds what was found, or all that was passed over
// and why, and reportSearchFailure() turns the latter into a diagnostic.
//
// Folders are listed once and files read once, however many crates are looked
// for: in a folder of n crates whose names begin alike, each search would
// otherwise read most of them again.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/graph/CrateStore.h"
#include "linkcheck/meta/MetadataReader.h"

namespace linkcheck {

/// What reading one file yielded.
struct CandidateFile {
  std::string path;
  std::optional<CrateMetadata> metadata;

  // Where `metadata` is not set: what is wrong with the file.
  MetadataError::Kind fault = MetadataError::Kind::NotACrate;
  std::string place;
  std::string reason;
  int64_t schema = 0;
  std::string words; ///< the error in one line

  /// The error again, for reportMetadataError().
  llvm::Error makeError() const;
};

/// The files of one crate, or the reasons why there is none.
struct SearchResult {
  const CandidateFile *rlib = nullptr;
  const CandidateFile *dylib = nullptr;
  const CandidateFile *rmeta = nullptr;
  bool isFound() const { return rlib || dylib || rmeta; }

  /// Beside the one that was found, under its name, but compiled apart (rule 4).
  const CandidateFile *otherForm = nullptr;

  using Files = std::vector<const CandidateFile *>;
  Files ambiguous;   ///< of more than one hash: E0464
  Files wrongHash;   ///< E0460
  Files wrongTarget; ///< E0461
  Files staticlibs;  ///< E0462
  Files damaged;     ///< named as the crate should be, yet malformed or too new
  Files unusable;    ///< for a note: no crates, or of a kind that cannot be a dependency
  std::vector<std::string> folders; ///< that were searched, in order

  /// Of `--extern name=path`: a path that cannot be opened at all.
  enum class PathFault { None, Missing, NotAFile, UnknownType };
  PathFault pathFault = PathFault::None;
  std::string path;
};

class CrateLocator {
public:
  CrateLocator(std::vector<SearchPath> paths, std::string target, bool preferDylibs)
      : paths(std::move(paths)), target(std::move(target)), preferDylibs(preferDylibs) {}

  SearchResult locate(const CrateRequest &request);
  llvm::ArrayRef<SearchPath> searchPaths() const { return paths; }
  llvm::StringRef expectedTarget() const { return target; }

private:
  enum class Fit {
    Match,
    OtherCrate,
    WrongHash,
    WrongTarget,
    Staticlib,
    Unusable,
    Damaged,
  };
  enum class FoundBy { Search, Path };

  SearchResult openPaths(const CrateRequest &request);
  SearchResult searchFolders(const CrateRequest &request);
  void searchFolder(const std::string &folder, const CrateRequest &request,
                    llvm::ArrayRef<llvm::StringRef> endings, SearchResult::Files &matches,
                    SearchResult &result);
  SearchResult::Files searchByFileName(llvm::ArrayRef<std::string> inFolders,
                                       const CrateRequest &request,
                                       llvm::ArrayRef<llvm::StringRef> endings);
  void searchStaticlibs(const std::string &folder, const CrateRequest &request,
                        SearchResult &result);
  Fit classify(const CandidateFile &file, const CrateRequest &request, FoundBy by) const;
  /// Sorts one file into `matches` or into what `result` says of the failures.
  void sortIn(const CandidateFile &file, Fit fit, SearchResult::Files &matches,
              SearchResult &result) const;
  const std::vector<std::string> &list(const std::string &folder);
  const CandidateFile &read(const std::string &path);

  std::vector<SearchPath> paths;
  std::string target;
  bool preferDylibs;
  std::map<std::string, std::vector<std::string>> folders; ///< sorted file names
  std::map<std::string, CandidateFile> files;              ///< by path
};

/// Says that `result` leaves out a file that may have been meant as well.
void warnOfOtherForm(const CrateRequest &request, const SearchResult &result, Diagnostics &diags);

/// Says why `result` holds no crate. `dependent` is the crate that depends on
/// the missing one, where it is known.
void reportSearchFailure(const CrateRequest &request, const SearchResult &result,
                         llvm::StringRef target, const LoadedCrate *dependent, Diagnostics &diags);

} // namespace linkcheck
