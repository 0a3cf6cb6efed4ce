//===- Toolchain.cpp - the C toolchain's files, found by table ------------===//

#include "driver/toolchain/Toolchain.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/TargetParser/Triple.h>

using namespace cratec;
using linkcheck::Code;

namespace {

/// Which targets a row of the tables below is for.
enum class For {
  Every,
  Native, ///< only the machine's own architecture, with glibc: the folder's name says neither
  Musl
};

/// A folder; `{}` stands for the target's multiarch name or gcc's target name.
struct FolderRow {
  llvm::StringLiteral pattern;
  For targets;
};

/// Where the C library's crt files and libraries are.
constexpr FolderRow libraryFolders[] = {
    {"/usr/lib/{}", For::Every},        // Debian multiarch
    {"/lib/{}", For::Every},            // the same, before /usr was merged
    {"/usr/{}/lib", For::Every},        // cross toolchains; Arch's and Void's musl
    {"/usr/lib64", For::Native},        // Fedora, openSUSE
    {"/lib64", For::Native},            //
    {"/usr/lib", For::Native},          // Arch
    {"/lib", For::Native},              //
    {"/usr/local/musl/lib", For::Musl}, // built from source
    {"/usr/lib/musl/lib", For::Musl},
};

/// Where musl's headers are, on machines with another C library.
constexpr llvm::StringLiteral muslHeaderFolders[] = {
    "/usr/include/{}",         // Debian
    "/usr/{}/include",         // cross toolchains; Arch and Void
    "/usr/local/musl/include", // built from source
    "/usr/lib/musl/include",
};

/// Where gcc keeps a folder for each of its versions.
constexpr FolderRow gccFolders[] = {
    {"/usr/lib/gcc/{}", For::Every},
    {"/usr/lib/gcc-cross/{}", For::Every}, // Debian's cross compilers
    {"/usr/lib64/gcc/{}", For::Every},     // openSUSE
    {"/usr/local/lib/gcc/{}", For::Every},
};

/// What distributions call gcc's target; `{}` stands for the architecture.
constexpr llvm::StringLiteral gccNames[] = {
    "{}-linux-gnu",         "{}-redhat-linux", "{}-pc-linux-gnu",      "{}-suse-linux",
    "{}-unknown-linux-gnu", "{}-linux-musl",   "{}-alpine-linux-musl",
};

std::string fill(llvm::StringRef pattern, llvm::StringRef word) {
  auto [before, after] = pattern.split("{}");
  return before.size() == pattern.size() ? pattern.str() : (before + word + after).str();
}

bool applies(For targets, const TargetSpec &target) {
  switch (targets) {
  case For::Every:
    return true;
  case For::Native:
    return target.triple == hostTarget().triple;
  case For::Musl:
    return target.isMusl();
  }
  llvm_unreachable("every row says whom it is for");
}

class Finder {
public:
  Finder(const TargetSpec &target, llvm::StringRef systemRoot)
      : target(target), systemRoot(systemRoot) {
    for (const FolderRow &row : libraryFolders)
      if (applies(row.targets, target))
        cFolders.push_back(this->systemRoot + fill(row.pattern, target.multiarch));
    findGcc();
  }

  /// The folder with the crt files, `crtbegin` and `libgcc` for `wanted`; the
  /// names of those that are nowhere are added to `missing`.
  std::string find(llvm::StringRef wanted, std::vector<std::string> &missing) const {
    // gcc's folder first: it has crtbegin, the C library's folders have not.
    for (const std::string &folder : searched()) {
      std::string path = folder + "/" + wanted.str();
      if (llvm::sys::fs::exists(path))
        return path;
    }
    missing.push_back(wanted.str());
    return {};
  }

  /// The folders that are there, for `-L`.
  std::vector<std::string> existing() const {
    std::vector<std::string> result;
    llvm::copy_if(searched(), std::back_inserter(result),
                  [](const std::string &folder) { return llvm::sys::fs::is_directory(folder); });
    return result;
  }

  /// All that was looked into, for the message; a line each.
  std::vector<std::string> lookedInto() const {
    std::vector<std::string> lines = {"looked for the C library's files in " +
                                      llvm::join(cFolders, ", ")};
    if (gccFolder.empty())
      for (const std::string &parent : gccParents)
        lines.push_back("looked for gcc's files in a version's folder in " + parent);
    else
      lines.push_back("gcc's files are in " + gccFolder);
    return lines;
  }

private:
  std::vector<std::string> searched() const {
    std::vector<std::string> result;
    if (!gccFolder.empty())
      result.push_back(gccFolder);
    llvm::append_range(result, cFolders);
    return result;
  }

  /// The highest version that has crtbeginS.o. A folder without it belongs to
  /// a gcc that was removed or is incomplete.
  void findGcc() {
    llvm::StringRef architecture = llvm::StringRef(target.triple).split('-').first;
    for (const FolderRow &row : gccFolders) {
      std::vector<std::string> names;
      for (llvm::StringRef name : gccNames) {
        names.push_back(fill(name, architecture));
        gccFolder = highestVersion(systemRoot + fill(row.pattern, names.back()));
        if (!gccFolder.empty())
          return;
      }
      gccParents.push_back(systemRoot + fill(row.pattern, "{" + llvm::join(names, ",") + "}"));
    }
  }

  static std::string highestVersion(const std::string &parent) {
    std::vector<unsigned> best;
    std::string folder;
    std::error_code error;
    for (llvm::sys::fs::directory_iterator entry(parent, error), end; !error && entry != end;
         entry.increment(error)) {
      std::vector<unsigned> version = parseVersion(llvm::sys::path::filename(entry->path()));
      // By number, not by letter: 12 is newer than 9.
      if (version.empty() || version <= best ||
          !llvm::sys::fs::exists(entry->path() + "/crtbeginS.o"))
        continue;
      best = std::move(version);
      folder = entry->path();
    }
    return folder;
  }

  /// "12" and "13.2.1" as numbers; empty for a folder that is no version.
  static std::vector<unsigned> parseVersion(llvm::StringRef text) {
    std::vector<unsigned> numbers;
    for (llvm::StringRef part : llvm::split(text, '.')) {
      unsigned number = 0;
      if (part.getAsInteger(10, number))
        return {};
      numbers.push_back(number);
    }
    return numbers;
  }

  const TargetSpec &target;
  std::string systemRoot;
  std::vector<std::string> cFolders;
  std::vector<std::string> gccParents; ///< looked into in vain, as patterns
  std::string gccFolder;
};

struct RuntimeFiles {
  std::vector<llvm::StringRef> start;
  std::vector<llvm::StringRef> end;
};

RuntimeFiles runtimeFiles(RuntimeKind kind) {
  switch (kind) {
  case RuntimeKind::DynamicExecutable:
    return {{"Scrt1.o", "crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"}};
  case RuntimeKind::StaticExecutable:
    return {{"rcrt1.o", "crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"}};
  case RuntimeKind::FixedExecutable:
    return {{"crt1.o", "crti.o", "crtbegin.o"}, {"crtend.o", "crtn.o"}};
  case RuntimeKind::FixedStaticExecutable:
    return {{"crt1.o", "crti.o", "crtbeginT.o"}, {"crtend.o", "crtn.o"}};
  case RuntimeKind::SharedLibrary:
    return {{"crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"}};
  }
  llvm_unreachable("every kind has its files");
}

/// What to install, in Debian's names.
std::string advice(const TargetSpec &target) {
  if (target.isMusl())
    return "install musl's development files and gcc (Debian: `apt install musl-dev gcc`)";
  if (target.triple == hostTarget().triple)
    return "install gcc and the C library's development files (Debian: `apt install gcc "
           "libc6-dev`)";
  return fmt::format("install a cross compiler for the target (Debian: `apt install gcc-{}`)",
                     target.multiarch);
}

} // namespace

std::vector<std::string> cratec::cHeaderFolders(const TargetSpec &target,
                                                llvm::StringRef systemRoot) {
  if (!target.isMusl() || hostTarget().isMusl())
    return {};
  for (llvm::StringRef pattern : muslHeaderFolders) {
    std::string folder = systemRoot.str() + fill(pattern, target.multiarch);
    if (llvm::sys::fs::exists(folder + "/stdio.h"))
      return {folder};
  }
  return {};
}

std::optional<Toolchain> cratec::findToolchain(const TargetSpec &target, RuntimeKind kind,
                                               llvm::StringRef systemRoot,
                                               linkcheck::Diagnostics &diags) {
  Finder finder(target, systemRoot);
  Toolchain toolchain;
  std::vector<std::string> missing;
  for (llvm::StringRef name : runtimeFiles(kind).start)
    toolchain.startFiles.push_back(finder.find(name, missing));
  for (llvm::StringRef name : runtimeFiles(kind).end)
    toolchain.endFiles.push_back(finder.find(name, missing));
  toolchain.libraryDirectories = finder.existing();
  if (missing.empty())
    return toolchain;
  auto diagnostic = diags.error(
      Code::C06, "cannot find {} of the C toolchain for `{}`",
      llvm::join(llvm::map_range(missing, [](const std::string &name) { return "`" + name + "`"; }),
                 ", "),
      target.name);
  for (const std::string &line : finder.lookedInto())
    diagnostic.note("{}", line);
  diagnostic.help("{}", advice(target));
  return std::nullopt;
}
