//===- LinkPlan.cpp - everything that a link will do, as a value ----------===//

#include "driver/link/LinkPlan.h"

#include "driver/link/StaticLibrary.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

using namespace cratec;
using namespace linkcheck;

namespace {

/// Which crates are reachable from `from` without passing through `avoided`.
std::vector<bool> reachable(const CrateGraph &graph, CrateIndex from,
                            std::optional<CrateIndex> avoided) {
  std::vector<bool> seen(graph.size());
  std::vector<CrateIndex> pending;
  auto visit = [&](CrateIndex crate) {
    if (crate == avoided || seen[crate])
      return;
    seen[crate] = true;
    pending.push_back(crate);
  };
  visit(from);
  while (!pending.empty()) {
    CrateIndex crate = pending.back();
    pending.pop_back();
    for (const CrateEdge &edge : graph[crate].edges)
      visit(edge.to);
  }
  return seen;
}

/// A path that lld cannot take for an option or a response file.
std::string plainPath(const std::string &path) {
  llvm::StringRef text = path;
  return text.starts_with("-") || text.starts_with("@") ? "./" + path : path;
}

/// The way from the folder `from` to `folder`; both are absolute and without dots.
std::string relativePath(llvm::StringRef folder, llvm::StringRef from) {
  namespace path = llvm::sys::path;
  auto to = path::begin(folder), toEnd = path::end(folder);
  auto base = path::begin(from), baseEnd = path::end(from);
  while (to != toEnd && base != baseEnd && *to == *base)
    ++to, ++base;
  llvm::SmallString<256> result;
  for (; base != baseEnd; ++base)
    path::append(result, "..");
  for (; to != toEnd; ++to)
    path::append(result, *to);
  return result.str().str();
}

class Planner {
public:
  Planner(const ArtifactResolution &resolution, const LinkRequest &request, Diagnostics &diags)
      : resolution(resolution), graph(resolution.graph), request(request), diags(diags) {}

  std::optional<LinkPlan> run() {
    plan.type = resolution.type;
    plan.crateName = request.crateName;
    plan.output = request.output;
    plan.target = request.target;
    plan.libraryDirectories = request.nativeSearchPaths;
    plan.codegen = request.codegen;
    planAllocator();
    planExports();
    if (!planToolchain())
      return std::nullopt;
    planInputs();
    planSystemLibraries();
    if (failed)
      return std::nullopt;
    return std::move(plan);
  }

private:
  bool isStatic(CrateIndex crate) const { return resolution.linkage[crate] == Linkage::Static; }

  void planAllocator() {
    const AllocatorChoice &choice = resolution.allocator;
    plan.allocator = choice.how;
    plan.allocatorCrate = choice.identity.name;
    bool chosen = choice.how == AllocatorChoice::How::Explicit ||
                  choice.how == AllocatorChoice::How::Injected;
    plan.allocatorInside = chosen && choice.crate && isStatic(*choice.crate);
    isolated.resize(graph.size());
    if (!plan.allocatorInside || request.allocatorForm != AllocatorForm::Guest)
      return;
    // Unloading a library whose allocator keeps thread-local state crashes at
    // thread exit; the system's allocator stays loaded anyway.
    plan.nodelete = isSharedLibrary(plan.type) && plan.allocatorCrate != "alloc_system";
    // A crate that others use too is not the allocator's own.
    std::vector<bool> shared = reachable(graph, localCrate, *choice.crate);
    std::vector<bool> own = reachable(graph, *choice.crate, std::nullopt);
    for (CrateIndex crate = 0; crate != graph.size(); ++crate)
      isolated[crate] = own[crate] && !shared[crate];
  }

  void planExports() {
    if (plan.type == CrateType::Executable)
      return;
    plan.exports = request.exports;
    if (plan.type == CrateType::Dylib) {
      // Crates above the dylib call the five, and what the allocator's crates
      // export to their users.
      plan.exports.insert(plan.exports.end(), allocatorFunctions.begin(), allocatorFunctions.end());
      for (CrateIndex crate = 0; crate != graph.size(); ++crate)
        if (isolated[crate])
          llvm::append_range(plan.exports, graph[crate].exports);
    }
    if (plan.type != CrateType::Dylib)
      for (CrateIndex crate = localCrate + 1; crate != graph.size(); ++crate)
        planUpstreamExports(crate);
    sortUnique(plan.exports);
    sortUnique(plan.pulled);
  }

  static void sortUnique(std::vector<std::string> &symbols) {
    llvm::sort(symbols);
    symbols.erase(llvm::unique(symbols), symbols.end());
  }

  /// What is `#[no_mangle]` is for C, in whichever crate it stands. A native crate's
  /// functions have no such mark: there, C's names are all that there is.
  void planUpstreamExports(CrateIndex crate) {
    const CrateNode &node = graph[crate];
    if (!isStatic(crate) || isolated[crate] || isOfRuntime(node) ||
        !llvm::is_contained(node.languages, SourceLanguage::Rust))
      return;
    for (llvm::StringRef symbol : node.exports) {
      if (symbol.starts_with("_R") || isAllocatorFunction(symbol))
        continue;
      plan.exports.push_back(symbol.str());
      plan.pulled.push_back(symbol.str());
    }
  }

  bool isOfRuntime(const CrateNode &node) const {
    return node.source.rlib && !request.runtimeFolder.empty() &&
           llvm::sys::path::parent_path(*node.source.rlib) == request.runtimeFolder;
  }

  bool planToolchain() {
    if (plan.type == CrateType::Staticlib)
      return true;
    bool dynamicCrates = false;
    for (CrateIndex crate = 0; crate != graph.size(); ++crate)
      dynamicCrates |= resolution.linkage[crate] == Linkage::Dynamic;
    const TargetSpec &target = *plan.target;
    bool executable = plan.type == CrateType::Executable;
    bool holdsAll = target.crtStatic || (!target.linksLikeC() && !target.dynamicLinking);
    plan.staticExecutable = executable && holdsAll && !dynamicCrates;
    plan.fixedAddress = executable && (!target.positionIndependentExecutables ||
                                       target.relocationModel == "static");
    // A bare linker adds nothing of its own.
    if (!target.linksLikeC())
      return true;
    RuntimeKind kind = RuntimeKind::SharedLibrary;
    if (executable && plan.fixedAddress)
      kind =
          plan.staticExecutable ? RuntimeKind::FixedStaticExecutable : RuntimeKind::FixedExecutable;
    else if (executable)
      kind = plan.staticExecutable ? RuntimeKind::StaticExecutable : RuntimeKind::DynamicExecutable;
    auto toolchain = findToolchain(*plan.target, kind, request.systemRoot, diags);
    if (!toolchain)
      return false;
    plan.toolchain = std::move(*toolchain);
    return true;
  }

  void planInputs() {
    for (const std::string &object : request.objects)
      add(localCrate, LinkInput::Kind::Object, object);
    planNativeLibraries(localCrate);
    for (CrateIndex crate : graph.dependentsFirst()) {
      if (crate == localCrate)
        continue;
      if (resolution.linkage[crate] == Linkage::Dynamic) {
        add(crate, LinkInput::Kind::Dylib, graph[crate].source.dylib.value_or(""));
        planRunPath(graph[crate].source.dylib.value_or(""));
      } else if (isStatic(crate))
        // A dylib must hold what crates above it will need of its crates.
        add(crate,
            plan.type == CrateType::Dylib ? LinkInput::Kind::WholeRlib : LinkInput::Kind::Rlib,
            graph[crate].source.rlib.value_or(""));
    }
    for (CrateIndex crate : graph.dependentsFirst())
      if (crate != localCrate && isStatic(crate))
        planNativeLibraries(crate);
      else if (crate != localCrate && resolution.linkage[crate] != Linkage::NotLinked)
        planLibrariesBehindDylib(crate);
  }

  /// Whether the library is for this artifact at all.
  bool applies(CrateIndex crate, const NativeLibrary &library) {
    if (library.form && *library.form != request.allocatorForm)
      return false;
    if (library.condition.empty())
      return true;
    std::optional<bool> holds = false;
    if (request.conditionHolds)
      holds = request.conditionHolds(library.condition, nameOf(crate));
    failed |= !holds;
    return holds.value_or(false);
  }

  void planNativeLibraries(CrateIndex crate) {
    for (const NativeLibrary &library : graph[crate].nativeLibraries) {
      if (!applies(crate, library))
        continue;
      if (library.kind == NativeKind::Static) {
        // The local crate's libraries are bundled when its rlib is written,
        // which is another artifact.
        bool isInside = library.bundled && crate != localCrate;
        bool isLeftOut = library.leftOut && plan.type == CrateType::Staticlib;
        if (!isInside && !isLeftOut)
          planStaticLibrary(crate, library);
      } else {
        addLibrary(library, nameOf(crate));
      }
    }
  }

  /// Who uses a crate inside a dylib may call the libraries that it declares, and a linker
  /// looks for a symbol in what it is given alone, not in what a dylib needs. One that is
  /// not here is not missing as long as nothing is called.
  void planLibrariesBehindDylib(CrateIndex crate) {
    for (const NativeLibrary &library : graph[crate].nativeLibraries)
      if (library.kind == NativeKind::Dylib && plan.type != CrateType::Staticlib &&
          applies(crate, library) && isThere(library))
        addLibrary(library, nameOf(crate));
  }

  bool isThere(const NativeLibrary &library) {
    auto exists = [&](const std::string &folder, const std::string &name) {
      return llvm::sys::fs::exists(folder + "/" + name);
    };
    for (const std::string &folder : folders())
      if (library.verbatim ? exists(folder, library.name)
                           : exists(folder, "lib" + library.name + ".so") ||
                                 exists(folder, "lib" + library.name + ".a"))
        return true;
    return false;
  }

  const std::vector<std::string> &folders() {
    if (!libraryFolders)
      libraryFolders =
          staticLibraryFolders(*plan.target, request.nativeSearchPaths, request.systemRoot);
    return *libraryFolders;
  }

  void planStaticLibrary(CrateIndex crate, const NativeLibrary &library) {
    std::optional<std::string> path = findStaticLibrary(library, nameOf(crate), folders(), diags);
    if (!path) {
      failed = true;
      return;
    }
    add(crate, LinkInput::Kind::StaticLibrary, *path);
    // Crates above a dylib may call what is in it, and it has no second chance.
    bool wholeByDefault = plan.type == CrateType::Dylib && library.bundled;
    plan.inputs.back().whole = library.wholeArchive.value_or(wholeByDefault);
  }

  void planSystemLibraries() {
    // A bare linker adds nothing of its own.
    if (!plan.target->linksLikeC())
      return;
    bool cxx = false;
    for (CrateIndex crate = 0; crate != graph.size(); ++crate)
      cxx |= isStatic(crate) && llvm::is_contained(graph[crate].languages, SourceLanguage::Cxx);
    if (cxx) {
      addSystemLibrary("stdc++");
      addSystemLibrary("m");
    }
    // libgcc's own helpers before those that libgcc_s exports, as gcc does.
    addSystemLibrary("gcc");
    // Of libgcc_s there is only one for the machine's own C library, which on most
    // machines is not musl.
    bool foreignMusl = plan.target->isMusl() && !hostTarget().isMusl();
    addSystemLibrary(plan.staticExecutable || foreignMusl ? "gcc_eh" : "gcc_s");
    addSystemLibrary("c");
  }

  const std::string &nameOf(CrateIndex crate) const {
    return crate == localCrate ? request.crateName : graph[crate].identity.name;
  }

  void add(CrateIndex crate, LinkInput::Kind kind, const std::string &path) {
    LinkInput &input = plan.inputs.emplace_back();
    input.kind = kind;
    input.path = plainPath(path);
    input.crate = nameOf(crate);
    input.isolate = isolated[crate];
  }

  /// Neighbours that name one library are one, as in rustc. A staticlib leaves libraries
  /// to the program that it is linked into.
  void addLibrary(const NativeLibrary &library, const std::string &crate) {
    if (plan.type == CrateType::Staticlib) {
      if (plan.hostLibraries.empty() || plan.hostLibraries.back() != library.name)
        plan.hostLibraries.push_back(library.name);
      return;
    }
    if (!plan.inputs.empty()) {
      const LinkInput &last = plan.inputs.back();
      if (last.kind == LinkInput::Kind::NativeLibrary && last.name == library.name &&
          last.verbatim == library.verbatim)
        return;
    }
    LinkInput &input = plan.inputs.emplace_back();
    input.kind = LinkInput::Kind::NativeLibrary;
    input.name = library.name;
    input.verbatim = library.verbatim;
    input.crate = crate;
  }

  void addSystemLibrary(const std::string &name) {
    NativeLibrary library;
    library.name = name;
    addLibrary(library, "");
  }

  /// Where the dylib lies, seen from the artifact: both may be moved together.
  void planRunPath(const std::string &dylib) {
    if (!plan.codegen.rpath)
      return;
    llvm::SmallString<256> from(llvm::sys::path::parent_path(plan.output));
    llvm::SmallString<256> to(llvm::sys::path::parent_path(dylib));
    for (llvm::SmallString<256> *folder : {&from, &to}) {
      llvm::sys::fs::make_absolute(*folder);
      llvm::sys::path::remove_dots(*folder, /*remove_dot_dot=*/true);
    }
    std::string path = "$ORIGIN/" + relativePath(to, from);
    if (!llvm::is_contained(plan.runPaths, path))
      plan.runPaths.push_back(path);
  }

  const ArtifactResolution &resolution;
  const CrateGraph &graph;
  const LinkRequest &request;
  Diagnostics &diags;
  LinkPlan plan;
  std::vector<bool> isolated; ///< by crate: only the guest allocator uses it
  std::optional<std::vector<std::string>> libraryFolders; ///< once somebody asked
  bool failed = false;
};

} // namespace

AllocatorForm cratec::allocatorFormFor(CrateType type, bool keepMalloc) {
  return isHost(type) && !keepMalloc ? AllocatorForm::Host : AllocatorForm::Guest;
}

std::optional<LinkPlan> cratec::planLink(const ArtifactResolution &resolution,
                                         const LinkRequest &request, Diagnostics &diags) {
  return Planner(resolution, request, diags).run();
}
