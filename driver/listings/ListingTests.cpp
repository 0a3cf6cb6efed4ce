//===- ListingTests.cpp - `--test FILE.md` ------------------------*- C++ -*-===//

#include "driver/listings/ListingTests.h"

#include "driver/InputFile.h"
#include "driver/Output.h"
#include "driver/Process.h"
#include "driver/TemporaryFiles.h"
#include "driver/listings/Markdown.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

enum class Outcome { Ok, Failed, Ignored };

struct Result {
  std::string name;
  Outcome outcome = Outcome::Ok;
  std::string report; ///< of one that failed
};

class ListingRunner {
public:
  ListingRunner(const Session &session, std::string file, Diagnostics &diags)
      : session(session), file(std::move(file)), temporaries(""), diags(diags) {}

  /// Nothing after an error that is no failure of the listing.
  std::optional<Result> run(const Listing &listing);

private:
  std::vector<std::string> compilerArguments(const std::string &source,
                                             const std::string &program) const;
  void judgeCompilation(const Listing &listing, const ProcessResult &compilation, Result &result);
  void judgeRun(const Listing &listing, const std::string &program, Result &result);

  const Session &session;
  std::string file;
  TemporaryFiles temporaries;
  Diagnostics &diags;
};

std::string testName(const std::string &file, const Listing &listing) {
  std::string name = file + " - ";
  if (!listing.heading.empty())
    name += listing.heading + " ";
  name += fmt::format("(line {})", listing.line);
  if (listing.compileFail)
    name += " - compile fail";
  else if (listing.shouldPanic && !listing.ignore)
    name += " - should panic";
  else if (listing.noRun && !listing.ignore)
    name += " - compile";
  return name;
}

std::vector<std::string> ListingRunner::compilerArguments(const std::string &source,
                                                          const std::string &program) const {
  std::vector<std::string> arguments = session.options.forwarded;
  arguments.insert(arguments.end(), {"--crate-type", "bin", "--remap-path-prefix",
                                     source + "=" + file, "-o", program, source});
  return arguments;
}

void ListingRunner::judgeCompilation(const Listing &listing, const ProcessResult &compilation,
                                     Result &result) {
  bool compiled = compilation.exitCode == 0;
  if (compiled == !listing.compileFail)
    return;
  result.outcome = Outcome::Failed;
  if (listing.compileFail)
    result.report = "Test compiled successfully, but it's marked `compile_fail`.\n";
  else
    result.report = compilation.errorOutput + compilation.failure + "Couldn't compile the test.\n";
}

void ListingRunner::judgeRun(const Listing &listing, const std::string &program, Result &result) {
  ProcessResult run = runProcess(program, {}, StandardOutput::Kept);
  bool panicked = run.exitCode != 0;
  if (panicked == listing.shouldPanic)
    return;
  result.outcome = Outcome::Failed;
  if (listing.shouldPanic) {
    result.report = "Test executable succeeded, but it's marked `should_panic`.\n";
    return;
  }
  std::string how = run.exitCode < 0 ? run.failure : fmt::format("exit status: {}", run.exitCode);
  result.report = fmt::format("Test executable failed ({}).\n", how);
  if (!run.output.empty())
    result.report += "\nstdout:\n" + run.output + "\n";
  if (!run.errorOutput.empty())
    result.report += "\nstderr:\n" + run.errorOutput + "\n";
}

std::optional<Result> ListingRunner::run(const Listing &listing) {
  Result result{testName(file, listing), Outcome::Ok, ""};
  if (listing.ignore) {
    result.outcome = Outcome::Ignored;
    return result;
  }
  std::optional<std::string> source = temporaries.create("listing", "rs", diags);
  std::optional<std::string> program = temporaries.create("listing", "out", diags);
  if (!source || !program || !writeFileAtomically(*source, makeProgram(listing), diags))
    return std::nullopt;
  ProcessResult compilation = runProcess(session.program, compilerArguments(*source, *program));
  judgeCompilation(listing, compilation, result);
  if (result.outcome == Outcome::Ok && !listing.noRun)
    judgeRun(listing, *program, result);
  return result;
}

StringRef word(Outcome outcome) {
  switch (outcome) {
  case Outcome::Ok:
    return "ok";
  case Outcome::Failed:
    return "FAILED";
  case Outcome::Ignored:
    return "ignored";
  }
  llvm_unreachable("every outcome has a word");
}

void reportFailures(llvm::ArrayRef<Result> results, llvm::raw_ostream &out) {
  out << "\nfailures:\n\n";
  for (const Result &result : results)
    if (result.outcome == Outcome::Failed)
      out << "---- " << result.name << " stdout ----\n" << result.report << "\n";
  out << "\nfailures:\n";
  for (const Result &result : results)
    if (result.outcome == Outcome::Failed)
      out << "    " << result.name << "\n";
}

} // namespace

bool isListingTest(const Options &options) {
  return options.test && options.inputs.size() == 1 &&
         llvm::sys::path::extension(options.inputs.front()) == ".md";
}

bool runListingTests(const Session &session, llvm::raw_ostream &out, Diagnostics &diags) {
  const std::string &file = session.options.inputs.front();
  std::unique_ptr<llvm::MemoryBuffer> text = mapInputFile(file, diags);
  if (!text)
    return false;
  std::vector<Listing> listings = findListings(text->getBuffer());
  out << fmt::format("\nrunning {} test{}\n", listings.size(), listings.size() == 1 ? "" : "s");
  ListingRunner runner(session, file, diags);
  std::vector<Result> results;
  size_t counts[3] = {};
  for (const Listing &listing : listings) {
    std::optional<Result> result = runner.run(listing);
    if (!result)
      return false;
    out << "test " << result->name << " ... " << word(result->outcome) << "\n";
    out.flush();
    ++counts[static_cast<size_t>(result->outcome)];
    results.push_back(std::move(*result));
  }
  bool passed = counts[static_cast<size_t>(Outcome::Failed)] == 0;
  if (!passed)
    reportFailures(results, out);
  out << fmt::format("\ntest result: {}. {} passed; {} failed; {} ignored; 0 measured; 0 filtered "
                     "out\n\n",
                     passed ? "ok" : "FAILED", counts[0], counts[1], counts[2]);
  return passed;
}

} // namespace cratec
