//===- NativeCrate.h - from native sources to modules -------------*- C++ -*-===//
//
// Everything becomes an LLVM module: C and C++ by clang as a subprocess, LLVM
// assembly and bitcode by reading. Only assembly and objects stay what they are.
// What the sources declare of their crate is known when this step is done, and
// no code has been generated.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Input.h"
#include "driver/Session.h"
#include "driver/TemporaryFiles.h"
#include "driver/native/Declarations.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>

#include <memory>

namespace cratec {

/// One input, brought as far as a module (`module` set) or an object (`object`).
struct NativeUnit {
  Input input;
  std::unique_ptr<llvm::Module> module;
  std::string object; ///< path of the object of an input that has no module
  /// It was C++ before it came here: it refers to what only libstdc++ has.
  bool usesCxxRuntime = false;
};

struct NativeCrate {
  std::unique_ptr<llvm::LLVMContext> context; ///< outlives the units
  std::vector<NativeUnit> units;              ///< in the order of the inputs
  std::vector<Declaration> declarations;      ///< of all units, in their order
  std::vector<std::string> sourceFiles;       ///< every file read, for dep-info; sorted
};

/// Says that LLVM could not go on while `input` was `doing` ("read", "compiled"):
/// the user's fault where the module came from a file or was made with flags of the
/// user's own (C05), else an internal error.
void reportModuleCrash(const Input &input, llvm::StringRef doing, const std::string &reason,
                       const Options &options, linkcheck::Diagnostics &diags);

/// Gives a crate up without touching it: after a crash its modules and their
/// context are in no state to be destroyed. Their memory stays taken.
void abandon(NativeCrate crate);

/// Runs the front ends. All independent errors are said; nothing after one.
std::optional<NativeCrate> loadNativeCrate(llvm::ArrayRef<Input> inputs, const Session &session,
                                           TemporaryFiles &temporaries,
                                           linkcheck::Diagnostics &diags);

/// Says what clang wrote to its standard error, each message with its place, with
/// C05. Returns whether there was an error among it.
bool reportClangMessages(llvm::StringRef output, llvm::StringRef input,
                         linkcheck::Diagnostics &diags);

/// The files that a make rule as clang's -MD writes it depends on.
std::vector<std::string> parseDependencyFile(llvm::StringRef text);

} // namespace cratec
