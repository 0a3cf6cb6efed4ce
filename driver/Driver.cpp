//===- Driver.cpp - one run of the compiler -----------------------*- C++ -*-===//
//
// compile() below is the table of contents: each step is one call that takes
// the products of the steps before it and returns its own.
//
//===----------------------------------------------------------------------===//

#include "driver/Driver.h"

#include "driver/Answers.h"
#include "driver/Artifacts.h"
#include "driver/Output.h"
#include "driver/PassTimer.h"
#include "driver/codegen/CodeGenerator.h"
#include "driver/listings/ListingTests.h"
#include "linkcheck/diag/Renderers.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Process.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// Whether executables for the target can hold no crate but by its rlib.
bool isStaticOnly(const TargetSpec &target) {
  return target.crtStatic && !target.crtStaticAllowsDylibs;
}

ArtifactRequest artifactRequest(const Session &session, CrateType type) {
  const Options &options = session.options;
  ArtifactRequest request;
  request.type = type;
  // A program that holds the C library loads nothing.
  request.preferDynamic = options.codegen.preferDynamic &&
                          !(type == CrateType::Executable && isStaticOnly(session.target));
  if (options.allocator && *options.allocator != "default")
    request.allocator = options.allocator;
  for (const ExternOption &option : options.externs)
    if (option.path && option.name == options.allocator)
      request.allocatorPaths.push_back(*option.path);
  request.defaults = session.target.allocatorDefaults();
  return request;
}

/// An answer that breaks the rules is a fault of this program, never the user's.
bool checkResolution(const ArtifactResolution &resolution, const ArtifactRequest &request,
                     Diagnostics &diags) {
  std::vector<int> broken = verifyResolution(resolution, request);
  for (int rule : broken)
    diags
        .internalError("the {} breaks rule R{} as it was resolved", describe(resolution.type).str(),
                       rule)
        .note("{}", printAllocatorChoice(resolution, AllocatorForm::Host))
        .help("`-Z dump=crate,graph,linkage` shows what led to it");
  return broken.empty();
}

/// A program that holds the C library cannot load a dylib, which needs one beside it.
bool checkStaticExecutable(const ArtifactResolution &resolution, const Session &session,
                           Diagnostics &diags) {
  if (resolution.type != CrateType::Executable || !isStaticOnly(session.target))
    return true;
  bool good = true;
  for (CrateIndex crate = 0; crate != resolution.graph.size(); ++crate) {
    const CrateNode &node = resolution.graph[crate];
    if (resolution.linkage[crate] != Linkage::Dynamic || node.source.rlib)
      continue;
    good = false;
    diags
        .error(Code::L04,
               "crate `{}` required to be available in rlib format, but was not found in this form",
               node.identity.name)
        .note("executables for `{}` hold the C library, and can load no dylib", session.target.name)
        .help("make an rlib of it, or link dynamically with `-C target-feature=-crt-static`");
  }
  return good;
}

/// Where only the record is asked for (`cargo check`), nothing is linked, whatever the
/// crate's types are: of the crates below it the records will do.
std::vector<CrateType> typesToResolve(const Options &options, llvm::ArrayRef<CrateType> types) {
  bool recordOnly =
      !options.emit.empty() && llvm::all_of(options.emit, [](const EmitRequest &emit) {
        return emit.kind == EmitKind::Metadata || emit.kind == EmitKind::DepInfo;
      });
  return recordOnly ? std::vector{CrateType::Rlib} : types.vec();
}

std::optional<std::vector<ArtifactResolution>>
resolveArtifacts(const CrateGraph &graph, llvm::ArrayRef<CrateType> types, CrateStore &store,
                 const Session &session, Diagnostics &diags) {
  std::vector<ArtifactResolution> resolutions;
  bool good = checkAllocatorGraph(graph, diags);
  lintAllocatorInLibrary(graph, types, diags);
  good &= !diags.hasErrors(); // a lint may have been denied
  for (CrateType type : typesToResolve(session.options, types)) {
    ArtifactRequest request = artifactRequest(session, type);
    std::optional<ArtifactResolution> resolution = resolveArtifact(graph, store, request, diags);
    good &= resolution && checkStaticExecutable(*resolution, session, diags);
    if (!good)
      continue;
    if (!checkResolution(*resolution, request, diags))
      return std::nullopt;
    resolutions.push_back(std::move(*resolution));
  }
  if (!good)
    return std::nullopt;
  return resolutions;
}

void dumpResolutions(llvm::ArrayRef<ArtifactResolution> resolutions, const Session &session,
                     llvm::raw_ostream &out) {
  for (const ArtifactResolution &resolution : resolutions) {
    if (session.options.wantsDump(Product::Linkage)) {
      out << "linkage of the " << describe(resolution.type) << "\n";
      for (const LinkedCrate &crate : recordLinkage(resolution.graph, resolution.linkage))
        out << "  " << crate.crate.name << ": " << spelling(crate.linkage) << "\n";
    }
    if (session.options.wantsDump(Product::Allocator))
      out << printAllocatorChoice(
          resolution, allocatorFormFor(resolution.type, session.options.codegen.keepMalloc));
  }
}

/// `--emit metadata` is for crates above this one, so of an rlib where there is one.
const ArtifactResolution &resolutionForMetadata(llvm::ArrayRef<ArtifactResolution> resolutions) {
  const ArtifactResolution *rlib = llvm::find_if(
      resolutions, [](const ArtifactResolution &r) { return r.type == CrateType::Rlib; });
  return rlib != resolutions.end() ? *rlib : resolutions.front();
}

bool writeOutputs(llvm::ArrayRef<ArtifactResolution> resolutions, const CompiledCrate &compiled,
                  const CrateDescription &description, llvm::ArrayRef<std::string> stems,
                  const SourceReads &reads, const Session &session, TemporaryFiles &temporaries,
                  llvm::raw_ostream &out, Diagnostics &diags) {
  const Options &options = session.options;
  bool good = true;
  if (options.wantsEmit(EmitKind::Metadata) && !resolutions.empty())
    good &= writeMetadataFile(resolutionForMetadata(resolutions), compiled, description, session,
                              diags);
  if (options.wantsEmit(EmitKind::DepInfo))
    good &= writeDependencyFile(description, stems, reads, session, diags);
  if (options.wantsEmit(EmitKind::Link))
    for (const ArtifactResolution &resolution : resolutions) {
      good &= writeArtifact(resolution, compiled, description, session, temporaries, out, diags);
      // The next would most likely fail of the same, and say it all again.
      if (!good)
        break;
    }
  return good;
}

/// rustc's words for crate types that no target here has.
bool checkCrateTypes(const Session &session, Diagnostics &diags) {
  const Options &options = session.options;
  for (const std::string &type : options.unsupportedTypes)
    diags
        .warning(Code::None, "dropping unsupported crate type `{}` for target `{}`", type,
                 session.target.triple)
        .done();
  if (!options.crateTypes.empty() || options.unsupportedTypes.empty())
    return true;
  diags.error(Code::C02, "no crate type is left to make")
      .help("a crate is a bin, lib, rlib, dylib, cdylib or staticlib");
  return false;
}

/// rustc's words for what is not optimised across crates.
bool checkLto(const Options &options, Diagnostics &diags) {
  if (options.codegen.lto == LtoKind::Off)
    return true;
  if (options.codegen.preferDynamic)
    diags.error(Code::C02, "cannot prefer dynamic linking when performing LTO")
        .note("only 'staticlib', 'bin', and 'cdylib' outputs are supported with LTO");
  else if (llvm::is_contained(options.crateTypes, CrateType::Dylib))
    diags.error(Code::C02, "lto cannot be used for `dylib` crate type")
        .note("only 'staticlib', 'bin', and 'cdylib' outputs are supported with LTO");
  return !diags.hasErrors();
}

/// Steps 2 to 6 of DESIGN.md; step 1 made `session`. False after an error.
bool compile(const Session &session, llvm::raw_ostream &out, llvm::raw_ostream &errors,
             Diagnostics &diags) {
  const Options &options = session.options;
  PassTimer timer(options.timePasses ? &errors : nullptr);
  TemporaryFiles temporaries(options.codegen.saveTemporaries ? session.outputDirectory() : "");

  std::optional<std::vector<Input>> inputs = classifyInputs(options.inputs, diags);
  if (!inputs || !prepareOutputDirectory(session, diags))
    return false;
  registerTargets();
  if (!checkCrateTypes(session, diags) || !checkTarget(session.target, options.codegen, diags) ||
      !checkLto(options, diags))
    return false;

  std::optional<SourceCrate> sources = loadSources(*inputs, session, temporaries, diags);
  if (!sources)
    return false;
  timer.finish("front end");
  if (options.wantsDump(Product::Declarations))
    out << printDeclarations(sources->declarations);

  std::optional<CrateDescription> description = describeCrate(*sources, options, diags);
  if (!description)
    return false;
  dropUnsupportedTypes(*description, session.target, diags);
  if (options.wantsDump(Product::Crate))
    out << printCrateDescription(*description);
  if (answerAboutCrate(session, *description, out, diags))
    return !diags.hasErrors();
  std::vector<std::string> stems = unitStems(*inputs);
  if (!checkOutputs(session, description->outputNames(), description->types, stems, diags))
    return false;
  if (options.emitsOnly(EmitKind::DepInfo))
    return writeDependencyFile(*description, stems, sources->reads, session, diags);

  CrateStore store(session.crateSearchPaths(), session.target.identity(),
                   options.codegen.preferDynamic);
  std::optional<CrateGraph> graph = buildCrateGraph(description->crate, store, diags);
  if (!graph ||
      !checkCratesAreKept(session, description->outputNames(), *graph, description->types, diags))
    return false;
  if (options.wantsDump(Product::Graph))
    out << printCrateGraph(*graph);

  std::optional<std::vector<ArtifactResolution>> resolutions =
      resolveArtifacts(*graph, description->types, store, session, diags);
  if (!resolutions)
    return false;
  timer.finish("crate graph and allocators");
  dumpResolutions(*resolutions, session, out);
  if (answerAboutResolutions(session, *description, *resolutions, *graph, out, diags))
    return !diags.hasErrors();

  sources = lowerSources(std::move(*sources), *description, *graph, session, diags);
  if (!sources)
    return false;
  timer.finish("dialect");
  SourceReads reads = sources->reads;
  std::optional<CompiledCrate> compiled =
      generateCode(std::move(*sources), *description, *graph, session, temporaries, diags);
  if (!compiled)
    return false;
  timer.finish("code generation");

  bool written = writeOutputs(*resolutions, *compiled, *description, stems, reads, session,
                              temporaries, out, diags);
  timer.finish("artifacts");
  return written;
}

std::unique_ptr<DiagnosticConsumer> makeRenderer(const Options &options,
                                                 llvm::raw_ostream &errors) {
  TextForm form;
  form.width = options.diagnosticWidth;
  if (options.errorFormat == ErrorFormat::Json) {
    JsonOptions json = options.json.value_or(JsonOptions());
    form.style = json.renderedShort ? TextStyle::Short : TextStyle::Full;
    form.colour = json.renderedAnsi;
    return std::make_unique<JsonRenderer>(errors, form, json.artifacts);
  }
  form.style = options.errorFormat == ErrorFormat::Short ? TextStyle::Short : TextStyle::Full;
  form.colour =
      options.colour == ColourChoice::Always ||
      (options.colour == ColourChoice::Auto && errors.is_displayed() && errors.has_colors());
  return std::make_unique<TextRenderer>(errors, form);
}

} // namespace

int runDriver(std::vector<std::string> arguments, StringRef programPath, llvm::raw_ostream &out,
              llvm::raw_ostream &errors) {
  // How diagnostics are shown is an option itself, so those about options wait.
  CollectingConsumer early;
  Diagnostics earlyDiags(early);
  Options options = parseOptions(std::move(arguments), earlyDiags);
  std::unique_ptr<DiagnosticConsumer> renderer = makeRenderer(options, errors);
  Diagnostics diags(*renderer, options.lints);
  for (const Diagnostic &diagnostic : early.diagnostics)
    diags.emit(diagnostic);

  bool done = false;
  if (!diags.hasErrors()) {
    std::optional<Session> session = openSession(options, programPath, diags);
    if (session && answerWithoutCrate(*session, out, diags))
      done = !diags.hasErrors();
    else if (session && isListingTest(options))
      return runListingTests(*session, out, diags) ? exitDone
             : diags.hasErrors()                   ? exitInputAtFault
                                                   : exitTestsFailed;
    else if (session)
      done = compile(*session, out, errors, diags);
  }
  diags.sayOutcome("cratec");
  if (done)
    return exitDone;
  return diags.hasInternalErrors() ? exitInternalError : exitInputAtFault;
}

} // namespace cratec
