//===- LinkerMessages.cpp - what lld says, in our words -------------------===//

#include "driver/link/LinkerMessages.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

using namespace cratec;
using namespace linkcheck;

namespace {

/// More references to one missing symbol tell nothing new.
constexpr size_t referenceLimit = 4;

const LinkInput *findInput(const LinkPlan &plan, llvm::StringRef path) {
  auto found = llvm::find_if(plan.inputs, [&](const LinkInput &input) {
    return !input.path.empty() && path == input.path;
  });
  return found == plan.inputs.end() ? nullptr : &*found;
}

/// The words for an input or, where it is an archive, for one of its members.
std::string describe(const LinkInput &input, llvm::StringRef member) {
  std::string file = input.name.empty() ? llvm::sys::path::filename(input.path).str() : input.name;
  switch (input.kind) {
  case LinkInput::Kind::Object:
    return fmt::format("crate `{}`", input.crate);
  case LinkInput::Kind::Rlib:
  case LinkInput::Kind::WholeRlib:
    return fmt::format("crate `{}` ({})", input.crate, member.empty() ? input.path : member.str());
  case LinkInput::Kind::Dylib:
    return fmt::format("crate `{}` ({})", input.crate, file);
  case LinkInput::Kind::StaticLibrary:
  case LinkInput::Kind::NativeLibrary:
    return member.empty() ? fmt::format("native library {} of crate `{}`", file, input.crate)
                          : fmt::format("native library {}({}) of crate `{}`", file, member.str(),
                                        input.crate);
  }
  llvm_unreachable("every input is described");
}

/// `path` or `path(member)`.
std::string describeFile(const LinkPlan &plan, llvm::StringRef text) {
  if (const LinkInput *input = findInput(plan, text))
    return describe(*input, "");
  if (text.ends_with(")")) {
    auto [path, member] = text.drop_back().rsplit('(');
    if (const LinkInput *input = findInput(plan, path))
      return describe(*input, member);
  }
  return text.str();
}

/// What LTO compiles comes from bitcode that was traced before. lld calls it by the
/// temporary name that the artifact has during its link, of a thin LTO in the folder of
/// the input that it comes from, whose name follows.
bool isLtoOutput(const LinkPlan &plan, llvm::StringRef file) {
  llvm::StringRef name = llvm::sys::path::filename(file.split('(').first);
  return name.consume_front(llvm::sys::path::filename(plan.output)) && name.starts_with(".") &&
         name.contains(".lto.");
}

/// The place in lld's words `x.o:(main)` or `x.o:(main) in archive liba.rlib`.
struct Place {
  std::string file;     ///< told as a crate
  std::string function; ///< or section and offset; may be empty
};

Place parsePlace(const LinkPlan &plan, llvm::StringRef text) {
  auto [object, archive] = text.split(" in archive ");
  auto [file, rest] = object.split(":(");
  rest.consume_back(")");
  std::string whole = archive.empty() ? file.str() : (archive + "(" + file + ")").str();
  return {describeFile(plan, whole), rest.str()};
}

/// A source as lld tells it, "main.c:3 (/path/main.c:3)"; empty where it knows
/// none. The path in parentheses is a temporary one or says the same again.
llvm::StringRef sourceOf(llvm::StringRef text) {
  text = text.split(" (").first.trim();
  return text == "-" ? "" : text;
}

/// Pairs of lines: "`head` source", then the place, indented.
struct Site {
  Place place;
  std::string source;
};

std::vector<Site> parseSites(const LinkPlan &plan, const LinkerMessage &message,
                             llvm::StringRef head) {
  std::vector<Site> sites;
  for (size_t line = 0; line != message.details.size(); ++line) {
    llvm::StringRef first = message.details[line];
    if (!first.consume_front(head))
      continue;
    bool hasPlace = line + 1 != message.details.size() &&
                    llvm::StringRef(message.details[line + 1]).starts_with(" ");
    // Without a source, the place stands beside the head itself.
    if (!hasPlace) {
      sites.push_back({parsePlace(plan, first.trim()), ""});
      continue;
    }
    llvm::StringRef place = llvm::StringRef(message.details[++line]).trim();
    sites.push_back({parsePlace(plan, place), sourceOf(first.trim()).str()});
  }
  return sites;
}

/// "crate `foo` (x.o) in `main` (main.c:3)".
std::string describe(const Site &site) {
  std::string text = site.place.file;
  if (!site.place.function.empty())
    text += fmt::format(" in `{}`", site.place.function);
  if (!site.source.empty())
    text += fmt::format(", {}", site.source);
  return text;
}

/// What remains of the details once the sites were told.
void tellOthers(const LinkPlan &plan, const LinkerMessage &message, llvm::StringRef head,
                DiagnosticBuilder &diagnostic) {
  for (llvm::StringRef detail : message.details)
    if (!detail.starts_with(head) && !detail.starts_with(" "))
      diagnostic.note("{}", tellInputs(plan, detail));
}

void reportUndefined(const LinkPlan &plan, const LinkerMessage &message, llvm::StringRef symbol,
                     Diagnostics &diags) {
  if (symbol == "main" && plan.type == CrateType::Executable) {
    diags.error(Code::E0601, "`main` function not found in crate `{}`", plan.crateName)
        .help("define `int main(void)` in one of its sources, or make a library of it with "
              "`--crate-type`");
    return;
  }
  auto diagnostic = diags.error(Code::L02, "undefined symbol `{}`", symbol.str());
  auto sites = parseSites(plan, message, "referenced by ");
  for (const Site &site : llvm::ArrayRef(sites).take_front(referenceLimit))
    diagnostic.note("referred to by {}", describe(site));
  if (sites.size() > referenceLimit)
    diagnostic.note("and {} more", sites.size() - referenceLimit);
  tellOthers(plan, message, "referenced ", diagnostic);
  if (isAllocatorFunction(symbol) && plan.allocatorInside)
    diagnostic.help("the allocator crate `{}` must define it, itself or in a native library",
                    plan.allocatorCrate);
  else if (isAllocatorFunction(symbol))
    diagnostic.help("only an allocator crate defines it: tag the crate that calls it with "
                    "`#![needs_allocator]`, so that one is chosen");
  else
    diagnostic.help("name the crate that defines it with `extern crate`, or the native library "
                    "with `-l`");
}

void reportDuplicate(const LinkPlan &plan, const LinkerMessage &message, llvm::StringRef symbol,
                     Diagnostics &diags) {
  auto sites = parseSites(plan, message, "defined at ");
  auto diagnostic = diags.error(Code::L03, "the symbol `{}` is defined twice", symbol.str());
  for (const Site &site : sites) {
    // The function is the symbol itself.
    Site without = {{site.place.file, ""}, site.source};
    diagnostic.note("defined by {}", describe(without));
  }
  tellOthers(plan, message, "defined at ", diagnostic);
}

/// The files that may be meant where the linker names none.
std::string listInputs(const LinkPlan &plan) {
  constexpr size_t limit = 8;
  std::vector<std::string> files;
  for (const LinkInput &input : plan.inputs)
    if (!input.path.empty())
      files.push_back("`" + input.path + "`");
  size_t more = files.size() > limit ? files.size() - limit : 0;
  files.resize(files.size() - more);
  return llvm::join(files, ", ") + (more ? fmt::format(" and {} more", more) : "");
}

void reportOther(const LinkPlan &plan, const LinkerMessage &message, Diagnostics &diags) {
  // A warning has no code: nothing went wrong.
  bool isError = message.severity == Severity::Error;
  std::string text = tellInputs(plan, message.text);
  auto diagnostic = isError ? diags.error(Code::L01, "linking failed: {}", text)
                            : diags.warning(Code::None, "linker: {}", text);
  for (const std::string &detail : message.details)
    diagnostic.note("{}", tellInputs(plan, llvm::StringRef(detail).trim()));
  bool isMissingLibrary = llvm::StringRef(message.text).starts_with("unable to find library -l");
  if (isMissingLibrary)
    diagnostic.help("install the library's development files, or name its folder with `-L "
                    "native=`");
  else if (isError && text == message.text && message.details.empty())
    diagnostic.note("the linker does not say where; it was given {}", listInputs(plan));
}

} // namespace

std::vector<LinkerMessage> cratec::splitLinkerMessages(llvm::StringRef text) {
  std::vector<LinkerMessage> messages;
  for (llvm::StringRef line : llvm::split(text, '\n')) {
    line = line.rtrim("\r\n");
    if (line.trim().empty())
      continue;
    if (line.consume_front(">>> ") && !messages.empty()) {
      messages.back().details.push_back(line.str());
      continue;
    }
    line.consume_front("ld.lld: ");
    Severity severity = Severity::Error;
    if (line.consume_front("warning: "))
      severity = Severity::Warning;
    else if (!line.consume_front("error: ") && !messages.empty()) {
      // A line that continues the one before, in no form that we know.
      messages.back().details.push_back(line.str());
      continue;
    }
    messages.push_back({severity, line.str(), {}});
  }
  return messages;
}

std::string cratec::tellInputs(const LinkPlan &plan, llvm::StringRef text) {
  // The longest path first: one may be the beginning of another.
  std::vector<const LinkInput *> inputs;
  for (const LinkInput &input : plan.inputs)
    if (!input.path.empty())
      inputs.push_back(&input);
  llvm::stable_sort(inputs, [](const LinkInput *a, const LinkInput *b) {
    return a->path.size() > b->path.size();
  });
  std::string told;
  while (!text.empty()) {
    auto found = llvm::find_if(
        inputs, [&](const LinkInput *input) { return text.starts_with(input->path); });
    if (found == inputs.end()) {
      told += text.front();
      text = text.drop_front();
      continue;
    }
    text = text.drop_front((*found)->path.size());
    llvm::StringRef member;
    if (text.starts_with("(") && text.contains(')')) {
      member = text.drop_front().split(')').first;
      text = text.drop_front(member.size() + 2);
    }
    told += describe(**found, member);
  }
  return told;
}

bool cratec::reportLinkerMessages(const LinkPlan &plan, llvm::StringRef text, Diagnostics &diags) {
  bool allTold = true;
  for (const LinkerMessage &message : splitLinkerMessages(text)) {
    llvm::StringRef symbol = message.text;
    bool isError = message.severity == Severity::Error;
    if (isError && symbol.consume_front("undefined symbol: "))
      reportUndefined(plan, message, symbol, diags);
    else if (isError && symbol.consume_front("duplicate symbol: "))
      reportDuplicate(plan, message, symbol, diags);
    else {
      reportOther(plan, message, diags);
      allTold &= !isError;
    }
  }
  return allTold;
}

std::vector<AllocatorProvider> cratec::allocatorProviders(const LinkPlan &plan,
                                                          llvm::StringRef trace) {
  std::vector<AllocatorProvider> providers;
  for (llvm::StringRef line : llvm::split(trace, '\n')) {
    for (llvm::StringRef kind : {": definition of ", ": common definition of "}) {
      auto [file, symbol] = line.trim().split(kind);
      if (!isAllocatorFunction(symbol) || isLtoOutput(plan, file))
        continue;
      llvm::StringRef path = file;
      const LinkInput *input = findInput(plan, path);
      if (!input && file.ends_with(")"))
        input = findInput(plan, file.rsplit('(').first);
      providers.push_back(
          {symbol.str(), input ? input->crate : std::string(), describeFile(plan, file)});
    }
  }
  return providers;
}
