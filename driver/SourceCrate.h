//===- SourceCrate.h - the local crate from sources to modules ----*- C++ -*-===//
//
// Whatever the language, a crate's sources become LLVM modules (or stay objects) and
// say what crate they are. Native sources are modules at once; the dialect needs the
// crates above which it is written first:
//
//   loadSources()   sources -> declarations, and modules of native inputs
//   lowerSources()  with the graph: the module of the dialect
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Input.h"
#include "driver/Session.h"
#include "driver/TemporaryFiles.h"
#include "driver/rust/Rust.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>

#include <map>
#include <memory>

namespace cratec {

struct CrateDescription;

/// One input, brought as far as a module (`module` set) or an object (`object`). One of
/// the dialect has neither before lowerSources().
struct SourceUnit {
  Input input;
  std::unique_ptr<llvm::Module> module;
  std::string object; ///< path of the object of an input that has no module
  /// It was C++ before it came here: it refers to what only libstdc++ has.
  bool usesCxxRuntime = false;
};

/// What was read of the world: what the crate has to be compiled again for.
struct SourceReads {
  std::vector<std::string> files; ///< sorted, each once
  /// The variables of `env!`, with their values where they have one.
  std::map<std::string, std::optional<std::string>> environment;
};

struct SourceCrate {
  std::unique_ptr<llvm::LLVMContext> context; ///< outlives the units
  std::vector<SourceUnit> units;              ///< in the order of the inputs
  std::vector<Declaration> declarations;      ///< of all units, in their order
  SourceReads reads;                          ///< for dep-info
  std::unique_ptr<rust::ParsedCrate> dialect; ///< until lowerSources(), of a dialect crate
  /// Of a crate of the dialect, from lowerSources() on.
  std::optional<linkcheck::CrateInterface> interface;
};

/// Says that LLVM could not go on while `input` was `doing` ("read", "compiled"):
/// the user's fault where the module came from a file or was made with flags of the
/// user's own (C05), else an internal error.
void reportModuleCrash(const Input &input, llvm::StringRef doing, const std::string &reason,
                       const Options &options, linkcheck::Diagnostics &diags);

/// Gives a crate up without touching it: after a crash its modules and their
/// context are in no state to be destroyed. Their memory stays taken.
void abandon(SourceCrate crate);

/// Runs the front end of each input's language. All independent errors are said;
/// nothing after one.
std::optional<SourceCrate> loadSources(llvm::ArrayRef<Input> inputs, const Session &session,
                                       TemporaryFiles &temporaries, linkcheck::Diagnostics &diags);

/// Adds what waited for the graph. Native crates come back as they are.
std::optional<SourceCrate> lowerSources(SourceCrate sources, const CrateDescription &description,
                                        const linkcheck::CrateGraph &graph, const Session &session,
                                        linkcheck::Diagnostics &diags);

} // namespace cratec
