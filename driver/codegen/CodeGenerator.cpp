//===- CodeGenerator.cpp - from an LLVM module to machine code ----*- C++ -*-===//

#include "driver/codegen/CodeGenerator.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSwitch.h>
#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/SubtargetFeature.h>
#include <llvm/TargetParser/Triple.h>
#include <llvm/Transforms/IPO/ThinLTOBitcodeWriter.h>
#include <llvm/Transforms/Utils/Cloning.h>

using namespace linkcheck;
using llvm::StringRef;

// The targets of driver/target/, by LLVM's names. Its own header for this names all
// targets that it was built with, and a static program would hold them all.
#define CRATEC_TARGET(name)                                                                        \
  extern "C" void LLVMInitialize##name##TargetInfo();                                              \
  extern "C" void LLVMInitialize##name##Target();                                                  \
  extern "C" void LLVMInitialize##name##TargetMC();                                                \
  extern "C" void LLVMInitialize##name##AsmPrinter();                                              \
  extern "C" void LLVMInitialize##name##AsmParser();                                               \
  static void register##name() {                                                                   \
    LLVMInitialize##name##TargetInfo();                                                            \
    LLVMInitialize##name##Target();                                                                \
    LLVMInitialize##name##TargetMC();                                                              \
    LLVMInitialize##name##AsmPrinter();                                                            \
    LLVMInitialize##name##AsmParser();                                                             \
  }
CRATEC_TARGET(X86)
CRATEC_TARGET(AArch64)
CRATEC_TARGET(RISCV)

namespace cratec {
namespace {

llvm::CodeGenOptLevel codeGenLevel(StringRef level) {
  if (level == "0")
    return llvm::CodeGenOptLevel::None;
  if (level == "1")
    return llvm::CodeGenOptLevel::Less;
  if (level == "3")
    return llvm::CodeGenOptLevel::Aggressive;
  return llvm::CodeGenOptLevel::Default;
}

std::optional<llvm::CodeModel::Model> codeModel(const TargetSpec &spec) {
  if (spec.codeModel.empty())
    return std::nullopt;
  return llvm::StringSwitch<llvm::CodeModel::Model>(spec.codeModel)
      .Case("tiny", llvm::CodeModel::Tiny)
      .Case("kernel", llvm::CodeModel::Kernel)
      .Case("medium", llvm::CodeModel::Medium)
      .Case("large", llvm::CodeModel::Large)
      .Default(llvm::CodeModel::Small);
}

/// `features` are those that LLVM knows.
std::unique_ptr<llvm::TargetMachine> makeMachine(const llvm::Target &target, const TargetSpec &spec,
                                                 StringRef features, StringRef optLevel) {
  llvm::TargetOptions options;
  // Sections of their own let the linker drop what nobody uses.
  options.FunctionSections = true;
  options.DataSections = true;
  // Constructors go into .init_array; the older .ctors nobody runs any more.
  options.UseInitArray = true;
  options.MCOptions.ABIName = spec.abi;
  llvm::Reloc::Model relocation =
      spec.relocationModel == "static" ? llvm::Reloc::Static : llvm::Reloc::PIC_;
  return std::unique_ptr<llvm::TargetMachine>(
      target.createTargetMachine(spec.triple, spec.cpu, features, options, relocation,
                                 codeModel(spec), codeGenLevel(optLevel)));
}

/// Whether values lie alike under both. LLVM's text for one target changes with its
/// versions, in what says nothing about the code of the old one.
bool laysOutAlike(const llvm::DataLayout &a, const llvm::DataLayout &b) {
  llvm::LLVMContext context;
  llvm::Type *types[] = {llvm::Type::getInt8Ty(context),    llvm::Type::getInt16Ty(context),
                         llvm::Type::getInt32Ty(context),   llvm::Type::getInt64Ty(context),
                         llvm::Type::getFloatTy(context),   llvm::Type::getDoubleTy(context),
                         llvm::PointerType::get(context, 0)};
  return a.isLittleEndian() == b.isLittleEndian() &&
         a.getPointerSizeInBits() == b.getPointerSizeInBits() &&
         a.getGlobalPrefix() == b.getGlobalPrefix() && llvm::all_of(types, [&](llvm::Type *type) {
           return a.getABITypeAlign(type) == b.getABITypeAlign(type);
         });
}

bool checkDataLayout(const TargetSpec &spec, const llvm::DataLayout &known, Diagnostics &diags) {
  if (spec.dataLayout == known.getStringRepresentation())
    return true;
  llvm::Expected<llvm::DataLayout> layout = llvm::DataLayout::parse(spec.dataLayout);
  if (!layout) {
    diags.error(Code::None, "the data-layout of target `{}` is malformed", spec.name)
        .note("{}", llvm::toString(layout.takeError()));
    return false;
  }
  if (laysOutAlike(*layout, known))
    return true;
  diags
      .error(Code::None,
             "data-layout for target `{}`, `{}`, differs from LLVM target's `{}` default layout, "
             "`{}`",
             spec.name, spec.dataLayout, spec.triple, known.getStringRepresentation())
      .done();
  return false;
}

llvm::OptimizationLevel pipelineLevel(StringRef level) {
  if (level == "1")
    return llvm::OptimizationLevel::O1;
  if (level == "2")
    return llvm::OptimizationLevel::O2;
  if (level == "3")
    return llvm::OptimizationLevel::O3;
  if (level == "s")
    return llvm::OptimizationLevel::Os;
  if (level == "z")
    return llvm::OptimizationLevel::Oz;
  return llvm::OptimizationLevel::O0;
}

/// Opens `path` for writing; says C01 when that fails.
std::unique_ptr<llvm::raw_fd_ostream> openOutput(const std::string &path, Diagnostics &diags) {
  std::error_code failure;
  auto out = std::make_unique<llvm::raw_fd_ostream>(path, failure);
  if (!failure)
    return out;
  diags.error(Code::C01, "couldn't write `{}`: {}", path, failure.message()).done();
  return nullptr;
}

/// A full disk shows when the file is closed; the stream must not abort on it.
bool closeOutput(llvm::raw_fd_ostream &out, const std::string &path, Diagnostics &diags) {
  out.close();
  if (!out.has_error())
    return true;
  diags.error(Code::C01, "couldn't write `{}`: {}", path, out.error().message()).done();
  out.clear_error();
  return false;
}

/// Checks what the functions say of the processor they are for; false when there is
/// none of that name.
bool checkProcessors(llvm::Module &module, StringRef input, const llvm::TargetMachine &machine,
                     const CodegenOptions &options, Diagnostics &diags) {
  const llvm::MCSubtargetInfo &subtarget = *machine.getMCSubtargetInfo();
  // Of the command line's own, checkProcessor() has warned.
  std::vector<std::string> unknown = options.targetFeatures;
  for (llvm::Function &function : module) {
    StringRef cpu = function.getFnAttribute("target-cpu").getValueAsString();
    if (!cpu.empty() && !subtarget.isCPUStringValid(cpu)) {
      diags
          .error(Code::C05,
                 "`{}` has a function for the processor `{}`, which target `{}` does "
                 "not know",
                 input.str(), cpu.str(), machine.getTargetTriple().str())
          .note("the function is `{}`", function.getName().str());
      return false;
    }
    StringRef features = function.getFnAttribute("target-features").getValueAsString();
    if (!features.empty())
      function.addFnAttr("target-features", knownFeatures(features, subtarget, &unknown));
  }
  for (const std::string &feature : llvm::drop_begin(unknown, options.targetFeatures.size()))
    diags
        .warning(Code::None,
                 "`{}` asks for the processor feature `{}`, which target `{}` does not "
                 "know: it is ignored",
                 input.str(), feature, machine.getTargetTriple().str())
        .done();
  return true;
}

/// A pipeline runs with analyses of its own.
class Pipeline {
public:
  Pipeline(llvm::TargetMachine &machine, const CodegenOptions &options)
      : builder(&machine, tuning(options)) {
    builder.registerModuleAnalyses(modules);
    builder.registerCGSCCAnalyses(components);
    builder.registerFunctionAnalyses(functions);
    builder.registerLoopAnalyses(loops);
    builder.crossRegisterProxies(loops, functions, components, modules);
  }
  void run(llvm::ModulePassManager passes, llvm::Module &module) { passes.run(module, modules); }

private:
  static llvm::PipelineTuningOptions tuning(const CodegenOptions &options) {
    llvm::PipelineTuningOptions result;
    result.LoopVectorization = options.vectoriseLoops;
    result.LoopInterleaving = options.vectoriseLoops;
    result.SLPVectorization = options.vectoriseBlocks;
    return result;
  }

  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;

public:
  llvm::PassBuilder builder;
};

} // namespace

void registerTargets() {
  registerX86();
  registerAArch64();
  registerRISCV();
}

std::string knownFeatures(StringRef features, const llvm::MCSubtargetInfo &subtarget,
                          std::vector<std::string> *unknown) {
  std::vector<std::string> known;
  for (StringRef feature : llvm::split(features, ',')) {
    StringRef name = feature.ltrim("+-");
    bool found = name.empty() ||
                 llvm::any_of(subtarget.getAllProcessorFeatures(),
                              [&](const llvm::SubtargetFeatureKV &row) { return name == row.Key; });
    if (found)
      known.push_back(feature.str());
    else if (unknown && !llvm::is_contained(*unknown, feature.str()))
      unknown->push_back(feature.str());
  }
  return llvm::join(known, ",");
}

bool checkTarget(const TargetSpec &spec, const CodegenOptions &options, Diagnostics &diags) {
  std::string reason;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(spec.triple, reason);
  if (!target)
    return true; // create() says so
  std::unique_ptr<llvm::MCSubtargetInfo> subtarget(
      target->createMCSubtargetInfo(spec.triple, "", ""));
  if (!subtarget->isCPUStringValid(spec.cpu)) {
    diags
        .error(Code::C02, "`{}` is not a recognized processor for target `{}`", spec.cpu, spec.name)
        .help("choose one with `-C target-cpu`; `native` is the machine's own");
    return false;
  }
  std::vector<std::string> unknown;
  std::string features = knownFeatures(spec.features, *subtarget, &unknown);
  for (const std::string &feature : unknown)
    if (llvm::is_contained(options.targetFeatures, feature))
      diags
          .warning(Code::None, "unknown feature specified for `-Ctarget-feature`: `{}`",
                   StringRef(feature).drop_front().str())
          .note("it is ignored");
    else
      diags
          .warning(Code::None,
                   "target `{}` has the feature `{}`, which LLVM does not know: it is "
                   "ignored",
                   spec.name, feature)
          .done();
  return checkDataLayout(spec, makeMachine(*target, spec, features, "0")->createDataLayout(),
                         diags);
}

std::optional<CodeGenerator>
CodeGenerator::create(const TargetSpec &spec, const CodegenOptions &options, Diagnostics &diags) {
  std::string reason;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(spec.triple, reason);
  if (!target) {
    diags.error(Code::C02, "no code can be generated for target `{}`", spec.name)
        .note("{}", reason);
    return std::nullopt;
  }
  std::unique_ptr<llvm::MCSubtargetInfo> subtarget(
      target->createMCSubtargetInfo(spec.triple, "", ""));
  return CodeGenerator(
      makeMachine(*target, spec, knownFeatures(spec.features, *subtarget), options.optLevel),
      options, spec.disableRedzone);
}

bool CodeGenerator::adopt(llvm::Module &module, StringRef input, Diagnostics &diags) const {
  llvm::Triple wanted = machine->getTargetTriple();
  llvm::Triple found(llvm::Triple::normalize(module.getTargetTriple()));
  llvm::DataLayout layout = machine->createDataLayout();
  const llvm::DataLayout &old = module.getDataLayout();
  bool sameData = old.isDefault() || (old.getPointerSizeInBits() == layout.getPointerSizeInBits() &&
                                      old.isLittleEndian() == layout.isLittleEndian());
  if (found.getArch() != wanted.getArch() || found.getOS() != wanted.getOS() ||
      found.isX32() != wanted.isX32() || !sameData) {
    diags
        .error(Code::C05, "`{}` was compiled for target `{}`, not for `{}`", input.str(),
               found.str(), wanted.str())
        .help("compile it for `{}`, or choose its target with `--target`", wanted.str());
    return false;
  }
  module.setTargetTriple(wanted.str());
  module.setDataLayout(layout);
  if (!checkProcessors(module, input, *machine, options, diags))
    return false;
  annotate(module);
  return true;
}

void CodeGenerator::annotate(llvm::Module &module) const {
  for (llvm::Function &function : module) {
    if (function.isDeclaration())
      continue;
    if (!function.hasFnAttribute("target-cpu"))
      function.addFnAttr("target-cpu", machine->getTargetCPU());
    StringRef features = machine->getTargetFeatureString();
    if (!features.empty() && !function.hasFnAttribute("target-features"))
      function.addFnAttr("target-features", features);
    if (options.forceFramePointers)
      function.addFnAttr("frame-pointer", "all");
    if (options.noRedZone || disableRedzone)
      function.addFnAttr(llvm::Attribute::NoRedZone);
  }
  StringRef abi = machine->Options.MCOptions.getABIName();
  if (!abi.empty() && !module.getModuleFlag("target-abi"))
    module.addModuleFlag(llvm::Module::Error, "target-abi",
                         llvm::MDString::get(module.getContext(), abi));
}

std::string CodeGenerator::makeLtoBitcode(const llvm::Module &module) const {
  std::unique_ptr<llvm::Module> copy = llvm::CloneModule(module);
  // "Unified": good for a thin and for a fat link alike.
  if (!copy->getModuleFlag("UnifiedLTO"))
    copy->addModuleFlag(llvm::Module::Error, "UnifiedLTO", 1u);
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  Pipeline pipeline(*machine, options);
  llvm::ModulePassManager passes =
      pipeline.builder.buildThinLTOPreLinkDefaultPipeline(pipelineLevel(options.optLevel));
  passes.addPass(llvm::ThinLTOBitcodeWriterPass(out, nullptr));
  pipeline.run(std::move(passes), *copy);
  return bytes;
}

void CodeGenerator::optimise(llvm::Module &module) const {
  Pipeline pipeline(*machine, options);
  llvm::OptimizationLevel level = pipelineLevel(options.optLevel);
  pipeline.run(level == llvm::OptimizationLevel::O0
                   ? pipeline.builder.buildO0DefaultPipeline(level)
                   : pipeline.builder.buildPerModuleDefaultPipeline(level),
               module);
}

bool CodeGenerator::generate(llvm::Module &module, CodeForm form, const std::string &path,
                             Diagnostics &diags) const {
  std::unique_ptr<llvm::raw_fd_ostream> out = openOutput(path, diags);
  if (!out)
    return false;
  llvm::CodeGenFileType type = form == CodeForm::Object ? llvm::CodeGenFileType::ObjectFile
                                                        : llvm::CodeGenFileType::AssemblyFile;
  unsigned errorsBefore = diags.errorCount();
  {
    // The passes hold the stream, and write their last bytes when they go.
    llvm::legacy::PassManager passes;
    passes.add(new llvm::TargetLibraryInfoWrapperPass(machine->getTargetTriple()));
    if (machine->addPassesToEmitFile(passes, *out, nullptr, type)) {
      diags
          .error(Code::C02, "target `{}` cannot write this form of code",
                 machine->getTargetTriple().str())
          .done();
      return false;
    }
    passes.run(module);
  }
  return closeOutput(*out, path, diags) && diags.errorCount() == errorsBefore;
}

bool writeBitcode(const llvm::Module &module, const std::string &path, Diagnostics &diags) {
  std::unique_ptr<llvm::raw_fd_ostream> out = openOutput(path, diags);
  if (!out)
    return false;
  llvm::WriteBitcodeToFile(module, *out);
  return closeOutput(*out, path, diags);
}

bool writeAssemblyText(const llvm::Module &module, const std::string &path, Diagnostics &diags) {
  std::unique_ptr<llvm::raw_fd_ostream> out = openOutput(path, diags);
  if (!out)
    return false;
  module.print(*out, nullptr);
  return closeOutput(*out, path, diags);
}

} // namespace cratec
