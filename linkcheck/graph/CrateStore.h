//===- CrateStore.h - finds crates on disk and keeps them -------*- C++ -*-===//
//
// The problem: a name (and, for a dependency of a dependency, a hash) is given;
// which file is meant? Rules, as in rustc's locator:
//
//   1. `--extern name=path` decides alone; the file's own name does not matter.
//   2. Otherwise all search paths are tried in the order of the command line, and
//      the sysroot only where none of them holds a matching crate. Of files that
//      are one crate the first wins. A `dependency=` folder never satisfies a
//      direct dependency and a `crate=` folder never an indirect one; `native=`
//      holds no crates.
//   3. In a folder, `lib<name>*.rlib` and `lib<name>*.so` are candidates. One
//      whose record has another crate name is passed over silently: it is some
//      other crate. One that is no crate at all is remembered for the message,
//      and so are cdylibs and executables, which no crate can depend on. A
//      damaged one counts only where nothing else is found, and is the error
//      (E0786, E0514) when it is called `lib<name>.*` or `lib<name>-*`.
//      `lib<name>*.rmeta`, the record alone, counts in a folder that has neither:
//      it is all that compiling needs, and nothing that can be linked.
//   4. An rlib and a dylib of the same hash are two forms of one crate. Two
//      different hashes are E0464, also in two folders; files of one hash, links
//      to one file among them, are one candidate. But where `lib<name>.rlib` and
//      `lib<name>.so` lie side by side and were compiled apart, the rlib is meant,
//      or the dylib with `-C prefer-dynamic`, and a warning says so.
//   5. A crate for another target is E0461, one of a wrong hash E0460, a
//      staticlib alone E0462, nothing at all E0463.
//
// A crate is loaded once and then remembered by name and hash.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <map>
#include <memory>

namespace linkcheck {

struct SearchPath {
  enum class Kind { All, Dependency, Crate, Native, Sysroot };
  Kind kind = Kind::All;
  std::string directory;
};

/// Where a crate's files are. At least one is set for a loaded crate.
struct CrateSource {
  std::optional<std::string> rlib;
  std::optional<std::string> dylib;
  std::optional<std::string> rmeta; ///< the record alone

  /// One of them, for messages; null where there is none.
  const std::string *anyFile() const {
    return rlib ? &*rlib : dylib ? &*dylib : rmeta ? &*rmeta : nullptr;
  }
};

struct LoadedCrate {
  CrateMetadata metadata; ///< the rlib's record where there is an rlib, else of what there is
  CrateSource source;
  /// The dylib's record: what is inside it and what it needs beside it.
  std::optional<CrateMetadata> dylibMetadata;
};

/// What is looked for, and what the messages need to know.
struct CrateRequest {
  std::string name;
  std::optional<std::string> hash; ///< exact, for a dependency of a dependency
  std::string extraFilename;       ///< tried first where `hash` is set
  std::vector<std::string> paths;  ///< `--extern name=path`, as often as given
  std::string requiredBy;          ///< the crate that depends on it; empty: the local crate
  SourceLocation where;            ///< of the `extern crate`, where known
};

class CrateStore {
public:
  /// `target` is the triple that crates must be made for. `paths` includes the
  /// sysroot's folder, last. `preferDylibs` decides between forms that were
  /// compiled apart (rule 4).
  CrateStore(std::vector<SearchPath> paths, std::string target, bool preferDylibs = false);
  ~CrateStore();

  /// The crate, or null after having said why not. The store owns it.
  const LoadedCrate *load(const CrateRequest &request, Diagnostics &diags);

  /// Whether a crate of that name lies in the search paths; says nothing. True
  /// also where load() would say that it is damaged or there more than once.
  bool canFind(llvm::StringRef name);

  /// As given, for messages.
  llvm::ArrayRef<SearchPath> searchPaths() const;

private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation;
};

} // namespace linkcheck
