//===- CodeGenerator.h - from an LLVM module to machine code ------*- C++ -*-===//
//
// The one code generator for all languages: optimises a module and writes it in
// the form that is asked for. Output depends on the module and the options only.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Options.h"
#include "driver/target/TargetSpec.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

#include <memory>

namespace cratec {

/// Makes LLVM's code generators and assembly parsers for the built-in targets
/// known, before anything else here.
void registerTargets();

/// Says a processor that LLVM does not know for the target, and a data layout that is
/// not the target's; warns of unknown features, of those of the command line in rustc's
/// words. Code is to be made only where it holds.
bool checkTarget(const TargetSpec &target, const CodegenOptions &options,
                 linkcheck::Diagnostics &diags);

/// The feature string without the features that the target does not know; these are
/// added to `unknown`. LLVM would ignore them too, but says so on the standard error
/// of the process.
std::string knownFeatures(llvm::StringRef features, const llvm::MCSubtargetInfo &subtarget,
                          std::vector<std::string> *unknown = nullptr);

enum class CodeForm { Object, Assembly };

class CodeGenerator {
public:
  /// Nothing, after having said why, when LLVM does not know the target.
  static std::optional<CodeGenerator>
  create(const TargetSpec &target, const CodegenOptions &options, linkcheck::Diagnostics &diags);

  /// LLVM's text for how the target lays out data.
  std::string dataLayout() const { return machine->createDataLayout().getStringRepresentation(); }
  /// Sets the module's target and data layout. C05 when the module was made for
  /// another one; `input` names it in the message.
  bool adopt(llvm::Module &module, llvm::StringRef input, linkcheck::Diagnostics &diags) const;
  /// The module as bitcode for a link that optimises across crates, thin or fat: half
  /// optimised, with a summary. Of the module before optimise(), which is unchanged.
  std::string makeLtoBitcode(const llvm::Module &module) const;
  /// Runs the optimisation pipeline of `-C opt-level`.
  void optimise(llvm::Module &module) const;
  /// Generates code into `path`. Changes the module, which is of no use afterwards.
  bool generate(llvm::Module &module, CodeForm form, const std::string &path,
                linkcheck::Diagnostics &diags) const;

private:
  CodeGenerator(std::unique_ptr<llvm::TargetMachine> machine, const CodegenOptions &options,
                bool disableRedzone)
      : machine(std::move(machine)), options(options), disableRedzone(disableRedzone) {}

  /// Says of each function for which processor and how it is to be made; a link-time
  /// optimisation knows no more than what the functions say.
  void annotate(llvm::Module &module) const;

  std::unique_ptr<llvm::TargetMachine> machine;
  CodegenOptions options;
  bool disableRedzone; ///< as the target has it
};

/// Writes the module as bitcode or as text.
bool writeBitcode(const llvm::Module &module, const std::string &path,
                  linkcheck::Diagnostics &diags);
bool writeAssemblyText(const llvm::Module &module, const std::string &path,
                       linkcheck::Diagnostics &diags);

/// The public symbols of an object: what it defines for others. Global, default
/// visibility, not the five allocator functions, and not what every object that
/// uses a template or an inline function may define (weak symbols in a group).
/// C05 when the object is damaged.
bool collectPublicSymbols(const std::string &object, std::vector<std::string> &symbols,
                          linkcheck::Diagnostics &diags);

} // namespace cratec
