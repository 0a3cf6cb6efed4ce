//===- DebugInfo.h - what the debugger is told --------------------*- C++ -*-===//
//
// DWARF in the shape that rustc gives it, which is what debuggers know as Rust: `&str` and
// slices are structs of `data_ptr` and `length`, tuples have fields `__0`, enums variant parts.
// Paths stand as the sources gave them, below ".", so that the folder of a build is in none.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/lower/Instance.h"
#include "driver/rust/lower/Layout.h"
#include "driver/rust/mir/Mir.h"

#include <llvm/IR/DIBuilder.h>
#include <llvm/IR/DebugLoc.h>
#include <llvm/IR/GlobalVariable.h>

#include <map>

namespace cratec::rust::ir {

class Unit;

class DebugInfo {
public:
  explicit DebugInfo(Unit &unit);

  llvm::DISubprogram *subprogram(const Instance &instance, const mir::Body &body, TypeList args,
                                 llvm::Function &function);
  void describeStatic(DefId def, Ty type, llvm::GlobalVariable &variable);
  llvm::DIType *type(Ty type);
  llvm::DIFile *file(Span span);
  llvm::DIScope *module(DefId module);
  bool hasVariables() const;
  void finish();

  llvm::DIBuilder builder;

private:
  friend class DebugTypes;
  Unit &unit;
  llvm::DICompileUnit *compileUnit = nullptr;
  std::map<std::string, llvm::DIFile *> files;
  std::map<DefId, llvm::DIScope *> modules;
  std::map<Ty, llvm::DIType *> types;
  unsigned depth = 0; ///< of descriptions under way
};

/// The scopes and places of one function.
class FunctionDebug {
public:
  FunctionDebug(Unit &unit, DebugInfo &debug, const mir::Body &body,
                llvm::DISubprogram *subprogram);

  llvm::DebugLoc location(mir::ScopeIndex scope, Span span);
  /// A named variable that lives at `storage`; `isIndirect`: storage holds its address.
  void declare(mir::LocalIndex local, Ty type, llvm::Value *storage, llvm::BasicBlock *block);

private:
  llvm::DIScope *scopeOf(mir::ScopeIndex scope);

  Unit &unit;
  DebugInfo &debug;
  const mir::Body &body;
  llvm::DISubprogram *subprogram;
  std::vector<llvm::DIScope *> scopes;
};

} // namespace cratec::rust::ir
