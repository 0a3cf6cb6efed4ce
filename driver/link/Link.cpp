//===- Link.cpp - carries a LinkPlan out ----------------------------------===//

#include "driver/link/Link.h"

#include "driver/InputFile.h"
#include "driver/PendingFile.h"
#include "driver/link/Isolation.h"
#include "driver/link/LinkerMessages.h"
#include "driver/link/Lld.h"
#include "driver/link/Localize.h"
#include "driver/link/ObjectCopy.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/FileSystem.h>

using namespace cratec;
using namespace linkcheck;

namespace {

/// Below this many bytes of input, starting threads takes longer than the link.
constexpr uint64_t smallLink = 16u << 20;

bool isSmall(const LinkPlan &plan) {
  uint64_t total = 0;
  for (const LinkInput &input : plan.inputs) {
    uint64_t size = 0;
    if (!input.path.empty() && !llvm::sys::fs::file_size(input.path, size))
      total += size;
  }
  return total < smallLink;
}

/// What this run needs and `--print link-args` does not show.
void appendRunOptions(const LinkPlan &plan, std::vector<std::string> &arguments) {
  arguments.push_back("--error-limit=0");
  arguments.push_back("--color-diagnostics=never");
  // A full disk is then an error of a write, not a fault of a mapped page; and
  // lld makes no temporary file of its own.
  arguments.push_back("--no-mmap-output-file");
  if (isSmall(plan))
    arguments.push_back("--threads=1");
  // The witness of the audit: which input each of the five was taken from.
  for (llvm::StringRef symbol : allocatorFunctions)
    arguments.push_back(("--trace-symbol=" + symbol).str());
}

/// As rustc prints a command: each argument in quotation marks.
std::string quoteAll(llvm::ArrayRef<std::string> arguments) {
  std::string text;
  for (const std::string &argument : arguments)
    text += (text.empty() ? "\"" : " \"") + argument + "\"";
  return text;
}

/// Runs lld and tells what it said; its trace of the five on success.
std::optional<std::string> link(const LinkPlan &plan, llvm::StringRef output, Diagnostics &diags) {
  std::vector<std::string> arguments = linkerArguments(plan, output);
  appendRunOptions(plan, arguments);
  LldOutcome outcome = runLld(arguments);
  unsigned errorsBefore = diags.errorCount();
  bool allTold = reportLinkerMessages(plan, outcome.messages, diags);
  if (outcome.success)
    return std::move(outcome.output);
  // For what only the linker understands, people need to know what it was asked.
  if (!allTold)
    diags.note("the linker was called with these arguments")
        .note("{}", quoteAll(linkerArguments(plan, plan.output)));
  if (outcome.crashed)
    diags.error(Code::L01, "the linker crashed while it made `{}`", plan.output)
        .note("most often one of its inputs is damaged")
        .help("compile the crates anew; if that does not help, please report this");
  else if (diags.errorCount() == errorsBefore)
    diags.error(Code::L01, "linking `{}` failed, and the linker did not say why", plan.output)
        .done();
  return std::nullopt;
}

/// A shared library's version script, where the arguments name it.
bool writeVersionScript(const LinkPlan &plan, llvm::ArrayRef<std::string> hidden,
                        PendingFile &pending, Diagnostics &diags) {
  if (!isSharedLibrary(plan.type))
    return true;
  std::string path = versionScriptPath(pending.path());
  pending.add(llvm::StringRef(path).drop_front(pending.path().size()));
  return pending.write(path, versionScript(plan, hidden), diags);
}

/// Links `plan` to the pending artifact's path; the trace of the five.
std::optional<std::string> produce(const LinkPlan &plan, PendingFile &pending, Diagnostics &diags) {
  if (plan.type != CrateType::Staticlib)
    return link(plan, pending.path(), diags);
  std::string object = pending.add(".o");
  auto trace = link(plan, object, diags);
  if (!trace ||
      !writeLocalizedArchive(object, pending.path(), plan.crateName + ".o", plan.exports, diags))
    return std::nullopt;
  return trace;
}

/// What is run or loaded may be executed, as far as the user's mask allows. lld
/// would see to it if it made the file, but it writes into ours.
bool makeExecutable(const LinkPlan &plan, const PendingFile &pending, Diagnostics &diags) {
  if (plan.type == CrateType::Staticlib)
    return true;
  auto permissions = llvm::sys::fs::perms(llvm::sys::fs::all_all & ~llvm::sys::fs::getUmask());
  std::error_code failure = llvm::sys::fs::setPermissions(pending.path(), permissions);
  if (failure)
    diags.error(Code::C01, "cannot write `{}`: {}", plan.output, failure.message()).done();
  return !failure;
}

bool audit(const LinkPlan &plan, llvm::StringRef path, llvm::StringRef trace, Diagnostics &diags) {
  AllocatorExpectation expectation;
  expectation.artifact = plan.output;
  expectation.inside = plan.allocatorInside;
  expectation.crate = plan.allocatorCrate;
  expectation.providers = allocatorProviders(plan, trace);
  return auditAllocator(path, expectation, diags);
}

/// `-C strip`. The sections of the crate's record stay.
bool strip(const LinkPlan &plan, PendingFile &pending, Diagnostics &diags) {
  if (plan.codegen.strip == StripKind::None || plan.type == CrateType::Staticlib)
    return true;
  std::unique_ptr<llvm::MemoryBuffer> image = mapInputFile(pending.path(), diags, plan.output);
  if (!image)
    return false;
  auto stripped = stripImage(image->getMemBufferRef(), plan.codegen.strip);
  if (!stripped) {
    diags.error(Code::L01, "`{}` cannot be stripped", plan.output)
        .note("{}", llvm::toString(stripped.takeError()));
    return false;
  }
  return pending.write(pending.path(), {stripped->data(), stripped->size()}, diags);
}

} // namespace

bool cratec::runLink(const LinkPlan &plan, Diagnostics &diags) {
  auto pending = PendingFile::create(plan.output, plan.codegen.saveTemporaries, diags);
  if (!pending)
    return false;
  auto isolated = isolateAllocator(plan, *pending, diags);
  if (!isolated)
    return false;
  LinkPlan ready = plan;
  ready.inputs = std::move(isolated->inputs);
  if (!writeVersionScript(ready, isolated->hidden, *pending, diags))
    return false;
  auto trace = produce(ready, *pending, diags);
  // What the audit reads may be stripped, so it comes first.
  return trace && audit(ready, pending->path(), *trace, diags) && strip(ready, *pending, diags) &&
         makeExecutable(ready, *pending, diags) && pending->commit(diags);
}
