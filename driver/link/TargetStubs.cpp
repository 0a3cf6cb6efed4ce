//===- TargetStubs.cpp - what a static release leaves out of LLVM ---------===//
//
// lld initialises every target that LLVM was built with, and LLVM's optimiser
// asks for Polly. Linked statically that would be megabytes of code generators
// that nobody calls. These empty functions take the place of all that is not
// among CRATEC_LLVM_TARGETS (utils/cmake/CratecLLVM.cmake, which hands them in
// as CRATEC_LINKED_<target>). An object for another target is still an error of
// lld's, as its own words say.
//
// Only part of a build with CRATEC_STATIC; a shared LLVM has them all.
//
//===----------------------------------------------------------------------===//

#include <llvm/Config/llvm-config.h>
#include <llvm/Passes/PassPlugin.h>

// STUB(X86) is nothing where CRATEC_LINKED_X86 is defined as `~,`, and the five
// functions of the target otherwise: SECOND() then sees another second argument.
#define SECOND(first, second, ...) second
#define SELECT(...) SECOND(__VA_ARGS__)
#define LINKED(target)
#define STUBS(target)                                                                              \
  extern "C" void LLVMInitialize##target##TargetInfo() {}                                          \
  extern "C" void LLVMInitialize##target##Target() {}                                              \
  extern "C" void LLVMInitialize##target##TargetMC() {}                                            \
  extern "C" void LLVMInitialize##target##AsmPrinter() {}                                          \
  extern "C" void LLVMInitialize##target##AsmParser() {}
#define LLVM_TARGET(target) SELECT(CRATEC_LINKED_##target LINKED, STUBS, ~)(target)
#include <llvm/Config/Targets.def>

#define HANDLE_EXTENSION(extension)                                                                \
  extern "C++" llvm::PassPluginLibraryInfo get##extension##PluginInfo() {                          \
    return {LLVM_PLUGIN_API_VERSION, #extension, LLVM_VERSION_STRING, [](llvm::PassBuilder &) {}}; \
  }
#include <llvm/Support/Extension.def>
