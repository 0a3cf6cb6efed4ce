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
    plan.extraArguments = request.linkArguments;
    plan.saveTemporaries = request.saveTemporaries;
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
    llvm::sort(plan.exports);
    plan.exports.erase(llvm::unique(plan.exports), plan.exports.end());
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
    for (CrateIndex crate : graph.dependentsFirst()) {
      if (crate == localCrate) {
        for (const std::string &object : request.objects)
          add(crate, LinkInput::Kind::Object, object);
        planNativeLibraries(crate);
        continue;
      }
      if (resolution.linkage[crate] == Linkage::Dynamic) {
        add(crate, LinkInput::Kind::Dylib, graph[crate].source.dylib.value_or(""));
      } else if (isStatic(crate)) {
        // A dylib must hold what crates above it will need of its crates.
        auto kind =
            plan.type == CrateType::Dylib ? LinkInput::Kind::WholeRlib : LinkInput::Kind::Rlib;
        add(crate, kind, graph[crate].source.rlib.value_or(""));
        planNativeLibraries(crate);
      }
      // What a dylib holds brings its own native libraries along.
    }
  }

  void planNativeLibraries(CrateIndex crate) {
    for (const NativeLibrary &library : graph[crate].nativeLibraries) {
      if (library.form && *library.form != request.allocatorForm)
        continue;
      if (library.kind == NativeKind::Static) {
        // The local crate's libraries are bundled when its rlib is written,
        // which is another artifact.
        if (!library.bundled || crate == localCrate)
          planStaticLibrary(crate, library.name);
      } else if (plan.type != CrateType::Staticlib) {
        addLibrary(library.name, nameOf(crate));
      }
    }
  }

  void planStaticLibrary(CrateIndex crate, const std::string &name) {
    std::optional<std::string> path = findStaticLibrary(
        name, nameOf(crate),
        staticLibraryFolders(*plan.target, request.nativeSearchPaths, request.systemRoot), diags);
    if (path)
      add(crate, LinkInput::Kind::StaticLibrary, *path);
    else
      failed = true;
  }

  void planSystemLibraries() {
    // A staticlib leaves them to the program that it is linked into.
    if (plan.type == CrateType::Staticlib || !plan.target->linksLikeC())
      return;
    bool cxx = false;
    for (CrateIndex crate = 0; crate != graph.size(); ++crate)
      cxx |= isStatic(crate) && llvm::is_contained(graph[crate].languages, SourceLanguage::Cxx);
    if (cxx) {
      addLibrary("stdc++", "");
      addLibrary("m", "");
    }
    // libgcc's own helpers before those that libgcc_s exports, as gcc does.
    addLibrary("gcc", "");
    // Of libgcc_s there is only one for the machine's own C library, which on most
    // machines is not musl.
    bool foreignMusl = plan.target->isMusl() && !hostTarget().isMusl();
    addLibrary(plan.staticExecutable || foreignMusl ? "gcc_eh" : "gcc_s", "");
    addLibrary("c", "");
  }

  const std::string &nameOf(CrateIndex crate) const {
    return crate == localCrate ? request.crateName : graph[crate].identity.name;
  }

  void add(CrateIndex crate, LinkInput::Kind kind, const std::string &path) {
    plan.inputs.push_back({kind, plainPath(path), "", nameOf(crate), isolated[crate]});
  }

  void addLibrary(const std::string &name, const std::string &crate) {
    plan.inputs.push_back({LinkInput::Kind::NativeLibrary, "", name, crate, false});
  }

  const ArtifactResolution &resolution;
  const CrateGraph &graph;
  const LinkRequest &request;
  Diagnostics &diags;
  LinkPlan plan;
  std::vector<bool> isolated; ///< by crate: only the guest allocator uses it
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
