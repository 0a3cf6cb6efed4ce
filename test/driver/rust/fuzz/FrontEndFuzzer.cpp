//===- FrontEndFuzzer.cpp - the front end of the dialect under libFuzzer --===//
//
// Each input is the source of a program over the runtime's crates. It is parsed, and
// where that succeeds resolved, checked and lowered: plain, or as `-O -g` asks for. An internal
// error and a module that LLVM refuses are findings, as is a crash. README.md in this folder says
// how to build and run it.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/Rust.h"
#include "linkcheck/graph/CrateStore.h"

#include <llvm/IR/Verifier.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/raw_ostream.h>

#include <cstdlib>
#include <unistd.h>

using namespace linkcheck;
using namespace cratec;

namespace {

constexpr const char *triple = "x86_64-unknown-linux-gnu";
constexpr const char *dataLayout =
    "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128";

[[noreturn]] void finding(const std::string &what) {
  llvm::errs() << "finding: " << what << "\n";
  std::abort();
}

/// What every input is compiled against. CRATEC_CRATES names the folder of the runtime's
/// rlibs (build/release/lib/cratec/TRIPLE/lib).
class Runtime {
public:
  Runtime() : store({{SearchPath::Kind::All, folder()}}, triple) {
    crate.name = "fuzz";
    crate.languages = {SourceLanguage::Rust};
    for (const char *name : {"std", "core", "alloc", "libc", "alloc_system"})
      crate.dependencies.push_back({name, {}, {}});
    CollectingConsumer said;
    Diagnostics diags(said);
    graph = buildCrateGraph(crate, store, diags);
    if (!graph)
      finding("CRATEC_CRATES: " + said.diagnostics.front().message);
  }

  LocalCrate crate;
  std::optional<CrateGraph> graph;

private:
  static std::string folder() {
    const char *given = std::getenv("CRATEC_CRATES");
    return given ? given : ".";
  }
  CrateStore store;
};

/// The input as a file, which is what parse() takes.
class SourceFile {
public:
  SourceFile() : path("/dev/shm/cratec-fuzz-" + std::to_string(getpid()) + ".rs") {}
  ~SourceFile() { llvm::sys::fs::remove(path); }
  void write(llvm::StringRef text) const {
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << text;
    if (error)
      finding(error.message());
  }
  const std::string path;
};

void compile(const SourceFile &file, const Runtime &runtime, bool optimised) {
  CollectingConsumer said;
  Diagnostics diags(said);
  rust::ParseRequest source;
  source.path = file.path;
  source.configuration = {{"unix", std::nullopt},
                          {"target_os", "linux"},
                          {"target_arch", "x86_64"},
                          {"target_pointer_width", "64"}};
  source.debugAssertions = !optimised;
  std::unique_ptr<rust::ParsedCrate> parsed = rust::parse(source, diags);
  if (!parsed) {
    if (!diags.hasErrors())
      finding("no tree, and no error");
    return;
  }
  rust::LowerRequest request(runtime.crate, *runtime.graph);
  request.isExecutable = true;
  request.triple = triple;
  request.dataLayout = dataLayout;
  request.optimised = optimised;
  request.debugInfo = optimised ? 2 : 0;
  request.overflowChecks = !optimised;
  llvm::LLVMContext context;
  std::optional<rust::LoweredCrate> lowered = rust::lower(*parsed, request, context, diags);
  if (diags.hasInternalErrors())
    finding(said.diagnostics.back().message);
  if (!lowered) {
    if (!diags.hasErrors())
      finding("no module, and no error");
    return;
  }
  std::string fault;
  llvm::raw_string_ostream out(fault);
  if (llvm::verifyModule(*lowered->module, &out))
    finding(fault);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const Runtime runtime;
  static const SourceFile file;
  file.write({reinterpret_cast<const char *>(data), size});
  // Which of the two is the input's: a run of both would find half as much in its time.
  compile(file, runtime, /*optimised=*/size % 2 != 0);
  return 0;
}
