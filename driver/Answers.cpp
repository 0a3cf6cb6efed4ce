//===- Answers.cpp - what `--print`, `-V` and `--explain` say -----*- C++ -*-===//

#include "driver/Answers.h"

#include "driver/Output.h"
#include "driver/Version.h"
#include "driver/link/LinkPlan.h"
#include "driver/target/TargetFile.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/Path.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

void printVersion(bool verbose, llvm::raw_ostream &out) {
  out << "cratec " << cratecVersion << "\n";
  if (!verbose)
    return;
  out << "binary: cratec\ncommit-hash: unknown\ncommit-date: unknown\n"
      << "host: " << hostTarget().name << "\nrelease: " << cratecVersion
      << "\nLLVM version: " << LLVM_VERSION_STRING << "\n";
}

void explain(StringRef id, llvm::raw_ostream &out, Diagnostics &diags) {
  if (std::optional<CodeInfo> info = findCode(id)) {
    out << info->page;
    return;
  }
  std::vector<std::string> ids;
  for (const CodeInfo &info : allCodes())
    ids.push_back(info.id.str());
  diags.error(Code::C02, "{} is not a valid error code", id.str())
      .help("the codes are {}", llvm::join(ids, " "));
}

} // namespace

bool answerWithoutCrate(const Session &session, llvm::raw_ostream &out, Diagnostics &diags) {
  const Options &options = session.options;
  if (options.help) {
    out << *options.help;
    return true;
  }
  if (options.version) {
    printVersion(options.verbose, out);
    return true;
  }
  if (options.explain) {
    explain(*options.explain, out, diags);
    return true;
  }
  if (options.wantsDump(Product::Options))
    out << printOptions(options);
  bool onlyAboutInstallation = !options.prints.empty() && options.inputs.empty();
  for (PrintKind kind : options.prints) {
    if (kind == PrintKind::Sysroot)
      out << session.sysroot << "\n";
    else if (kind == PrintKind::TargetLibdir)
      out << session.targetLibraryPath << "\n";
    else if (kind == PrintKind::TargetList)
      for (const TargetSpec &target : builtinTargets())
        out << target.name << "\n";
    else if (kind == PrintKind::TargetSpecJson)
      out << printTargetSpec(session.target);
    else
      onlyAboutInstallation = false;
  }
  return onlyAboutInstallation;
}

bool answerAboutCrate(const Session &session, const CrateDescription &description,
                      llvm::raw_ostream &out) {
  bool needsMore = session.options.prints.empty();
  for (PrintKind kind : session.options.prints) {
    if (kind == PrintKind::CrateName)
      out << description.crate.name << "\n";
    else if (kind == PrintKind::FileNames)
      for (CrateType type : description.types)
        out << llvm::sys::path::filename(
                   artifactPath(session, description.crate.name, description.types, type))
            << "\n";
    else if (kind == PrintKind::Allocator || kind == PrintKind::CrateGraph ||
             kind == PrintKind::CrateGraphDot || kind == PrintKind::LinkArgs)
      needsMore = true;
  }
  return !needsMore;
}

bool answerAboutResolutions(const Session &session, llvm::ArrayRef<ArtifactResolution> resolutions,
                            const CrateGraph &graph, llvm::raw_ostream &out) {
  bool answered = false;
  bool needsLink = false;
  for (PrintKind kind : session.options.prints) {
    needsLink |= kind == PrintKind::LinkArgs;
    answered = true;
    if (kind == PrintKind::CrateGraph)
      out << printCrateGraph(graph);
    else if (kind == PrintKind::CrateGraphDot)
      out << printCrateGraphAsDot(graph);
    else if (kind == PrintKind::Allocator)
      for (const ArtifactResolution &resolution : resolutions)
        out << printAllocatorChoice(
            resolution, allocatorFormFor(resolution.type, session.options.codegen.keepMalloc));
  }
  return answered && !needsLink;
}

std::string quoteForShell(llvm::ArrayRef<std::string> words) {
  std::vector<std::string> quoted;
  for (StringRef word : words) {
    bool plain = !word.empty() && llvm::all_of(word, [](char c) {
      return llvm::isAlnum(c) || StringRef("-_./=,:+@%").contains(c);
    });
    if (plain) {
      quoted.push_back(word.str());
      continue;
    }
    std::string text = "'";
    for (char c : word)
      text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    quoted.push_back(text + "'");
  }
  return llvm::join(quoted, " ");
}

} // namespace cratec
