//===- AllocatorAudit.cpp - R14: the file holds what was chosen -----------===//

#include "linkcheck/audit/AllocatorAudit.h"

#include <llvm/Support/MemoryBuffer.h>

using namespace linkcheck;

namespace {

/// The differences between a file and what was decided. Functions of which the
/// same is to be said are told together.
class Findings {
public:
  void add(llvm::StringRef function, const std::string &what) {
    for (auto &[text, functions] : findings)
      if (text == what) {
        functions += fmt::format(", `{}`", function.str());
        return;
      }
    findings.emplace_back(what, fmt::format("`{}`", function.str()));
  }
  bool empty() const { return findings.empty(); }
  void tell(DiagnosticBuilder &diagnostic) const {
    for (const auto &[what, functions] : findings)
      diagnostic.note("{}: {}", functions, what);
  }

private:
  std::vector<std::pair<std::string, std::string>> findings; ///< what, of which functions
};

std::string describeDefinition(const AllocatorDefinition &definition) {
  std::string binding = spelling(definition.binding).str();
  if (definition.member.empty())
    return binding;
  return fmt::format("{} in member `{}`", binding, definition.member);
}

/// Each of the five at most once, and, unless the file is stripped so that a
/// hidden definition leaves no trace, at least once.
void auditPresence(const AllocatorSymbols &symbols, llvm::StringRef function, Findings &findings) {
  size_t count = symbols.count(function);
  if (count == 0 && symbols.complete)
    findings.add(function, "not defined in the file");
  if (count < 2)
    return;
  std::string places;
  for (const AllocatorDefinition &definition : symbols.definitions)
    if (definition.symbol == function)
      places += (places.empty() ? "" : ", ") + describeDefinition(definition);
  findings.add(function, fmt::format("defined {} times in the file ({})", count, places));
}

/// Where the linker took the function from; every input that defines it must be
/// the chosen crate's.
void auditProviders(const AllocatorExpectation &expectation, llvm::StringRef function,
                    Findings &findings) {
  bool provided = false;
  for (const AllocatorProvider &provider : *expectation.providers) {
    if (provider.symbol != function)
      continue;
    provided = true;
    if (!expectation.inside || provider.crate != expectation.crate)
      findings.add(function, fmt::format("taken from {}", provider.input));
  }
  if (expectation.inside && !provided)
    findings.add(function, "taken from no input of the linker");
}

Findings compare(const AllocatorSymbols &symbols, const AllocatorExpectation &expectation) {
  Findings findings;
  for (llvm::StringRef function : allocatorFunctions) {
    if (expectation.inside)
      auditPresence(symbols, function, findings);
    else if (symbols.count(function) != 0)
      findings.add(function, "defined in the file");
    if (expectation.providers)
      auditProviders(expectation, function, findings);
  }
  return findings;
}

void report(const AllocatorExpectation &expectation, const Findings &findings, Diagnostics &diags) {
  auto diagnostic =
      diags.error(Code::A14, "the artifact `{}` does not hold the allocator that was chosen",
                  expectation.artifact);
  findings.tell(diagnostic);
  if (expectation.inside)
    diagnostic.note("the chosen allocator is the crate `{}`, which must define all five functions",
                    expectation.crate);
  else
    diagnostic.note("no allocator belongs into this file: nobody needs one, or a dylib beside it "
                    "has it");
  diagnostic.help("remove what else defines these functions, or tag the crate that does with "
                  "`#![allocator]`, so that it takes part in the choice");
}

} // namespace

bool linkcheck::auditAllocator(llvm::StringRef path, const AllocatorExpectation &expectation,
                               Diagnostics &diags) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) {
    diags
        .error(Code::C01, "cannot read `{}` back for its audit: {}", expectation.artifact,
               buffer.getError().message())
        .done();
    return false;
  }
  auto symbols = readAllocatorSymbols((*buffer)->getMemBufferRef());
  if (!symbols) {
    diags
        .error(Code::A14, "the artifact `{}` cannot be audited for its allocator",
               expectation.artifact)
        .note("{}", llvm::toString(symbols.takeError()));
    return false;
  }
  Findings findings = compare(*symbols, expectation);
  if (findings.empty())
    return true;
  report(expectation, findings, diags);
  return false;
}
