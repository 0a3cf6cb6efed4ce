//===- ModuleAssembly.h - reads a section of module-level assembly -*- C++ -*-===//

#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

namespace llvm {
class Module;
} // namespace llvm

namespace cratec {

/// The bytes that the module's assembly puts into the section `name`, without
/// generating code or laying anything out: conditions on the distance of two
/// labels, which only a layout tells, are errors. The target of the module must be
/// registered with its assembly parser.
llvm::Expected<std::string> collectAssemblySection(const llvm::Module &module,
                                                   llvm::StringRef name);

} // namespace cratec
