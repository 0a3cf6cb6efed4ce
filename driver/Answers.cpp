//===- Answers.cpp - what `--print`, `-V` and `--explain` say -----*- C++ -*-===//

#include "driver/Answers.h"

#include "driver/Output.h"
#include "driver/Version.h"
#include "driver/codegen/Processors.h"
#include "driver/link/LinkPlan.h"
#include "driver/target/TargetFile.h"
#include "linkcheck/meta/MetadataReader.h"
#include "linkcheck/meta/MetadataWriter.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/Path.h>

#include <set>

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

/// What must be known before a request can be answered.
enum class Stage { Installation, Crate, Resolutions, Link };

Stage stageOf(PrintKind kind) {
  switch (kind) {
  case PrintKind::Cfg:
  case PrintKind::CodeModels:
  case PrintKind::HostTuple:
  case PrintKind::RelocationModels:
  case PrintKind::SplitDebuginfo:
  case PrintKind::Sysroot:
  case PrintKind::TargetCpus:
  case PrintKind::TargetFeatures:
  case PrintKind::TargetLibdir:
  case PrintKind::TargetList:
  case PrintKind::TargetSpecJson:
    return Stage::Installation;
  case PrintKind::CrateName:
  case PrintKind::FileNames:
    return Stage::Crate;
  case PrintKind::Allocator:
  case PrintKind::CrateGraph:
  case PrintKind::CrateGraphDot:
    return Stage::Resolutions;
  case PrintKind::LinkArgs:
  case PrintKind::NativeStaticLibs:
    return Stage::Link;
  }
  llvm_unreachable("every request has a stage");
}

/// Answers come in the order of the requests, as tools expect it: all of them when the
/// last can be given. Nothing where there is no request.
std::optional<Stage> lastStage(const Options &options) {
  std::optional<Stage> last;
  for (const PrintRequest &request : options.prints)
    last = std::max(last.value_or(Stage::Installation), stageOf(request.kind));
  return last;
}

/// What is known at a stage.
struct Knowledge {
  const Session &session;
  const CrateDescription *description = nullptr;
  llvm::ArrayRef<ArtifactResolution> resolutions = {};
  const CrateGraph *graph = nullptr;
};

std::string printConfiguration(const Session &session) {
  std::set<std::string> lines;
  for (const rust::ConfigurationEntry &entry : session.configuration())
    lines.insert(entry.value ? fmt::format("{}=\"{}\"", entry.name, *entry.value) : entry.name);
  return llvm::join(lines, "\n") + "\n";
}

std::string answer(PrintKind kind, const Knowledge &known) {
  const Session &session = known.session;
  std::string text;
  switch (kind) {
  case PrintKind::Cfg:
    return printConfiguration(session);
  case PrintKind::CodeModels:
    return "Available code models:\n    tiny\n    small\n    kernel\n    medium\n    large\n\n";
  case PrintKind::HostTuple:
    return hostTarget().name + "\n";
  case PrintKind::RelocationModels:
    return "Available relocation models:\n    static\n    pic\n    pie\n    default\n\n";
  case PrintKind::SplitDebuginfo:
    return "off\n";
  case PrintKind::Sysroot:
    return session.sysroot + "\n";
  case PrintKind::TargetCpus:
    return printProcessors(session.target);
  case PrintKind::TargetFeatures:
    return printProcessorFeatures(session.target);
  case PrintKind::TargetLibdir:
    return session.targetLibraryPath + "\n";
  case PrintKind::TargetList:
    for (const TargetSpec &target : builtinTargets())
      text += target.name + "\n";
    return text;
  case PrintKind::TargetSpecJson:
    return printTargetSpec(session.target);
  case PrintKind::CrateName:
    return known.description->crate.name + "\n";
  case PrintKind::FileNames:
    for (CrateType type : known.description->types)
      text += llvm::sys::path::filename(artifactPath(session, known.description->outputNames(),
                                                     known.description->types, type))
                  .str() +
              "\n";
    return text;
  case PrintKind::Allocator:
    for (const ArtifactResolution &resolution : known.resolutions)
      text += printAllocatorChoice(
          resolution, allocatorFormFor(resolution.type, session.options.codegen.keepMalloc));
    return text;
  case PrintKind::CrateGraph:
    return printCrateGraph(*known.graph);
  case PrintKind::CrateGraphDot:
    return printCrateGraphAsDot(*known.graph);
  case PrintKind::LinkArgs:
  case PrintKind::NativeStaticLibs:
    return ""; // said when the artifact is linked
  }
  llvm_unreachable("every request has an answer");
}

void answerInOrder(const Knowledge &known, llvm::raw_ostream &out, Diagnostics &diags) {
  for (const PrintRequest &request : known.session.options.prints) {
    std::string text = answer(request.kind, known);
    if (!request.path)
      out << text;
    else if (stageOf(request.kind) != Stage::Link)
      writeFileAtomically(*request.path, text, diags);
  }
}

/// `-Z ls`: the records of crate files, as they stand in them.
void listMetadata(const Options &options, llvm::raw_ostream &out, Diagnostics &diags) {
  if (options.inputs.empty())
    diags.error(Code::C02, "no input file given; `-Z ls` shows the record of a crate file").done();
  for (const std::string &file : options.inputs) {
    llvm::Expected<CrateMetadata> metadata = readMetadataFile(file);
    if (metadata)
      out << writeRecord(*metadata) << "\n";
    else
      reportMetadataError(metadata.takeError(), "", diags);
  }
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
  if (options.listMetadata) {
    listMetadata(options, out, diags);
    return true;
  }
  if (lastStage(options) != Stage::Installation)
    return false;
  answerInOrder({session}, out, diags);
  return true;
}

bool answerAboutCrate(const Session &session, const CrateDescription &description,
                      llvm::raw_ostream &out, Diagnostics &diags) {
  if (lastStage(session.options) != Stage::Crate)
    return false;
  answerInOrder({session, &description}, out, diags);
  return true;
}

bool answerAboutResolutions(const Session &session, const CrateDescription &description,
                            llvm::ArrayRef<ArtifactResolution> resolutions, const CrateGraph &graph,
                            llvm::raw_ostream &out, Diagnostics &diags) {
  std::optional<Stage> last = lastStage(session.options);
  if (!last)
    return false;
  answerInOrder({session, &description, resolutions, &graph}, out, diags);
  return last != Stage::Link;
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
