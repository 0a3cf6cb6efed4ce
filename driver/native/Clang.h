//===- Clang.h - the arguments for clang ---------------------------*- C++ -*-===//

#pragma once

#include "driver/Input.h"
#include "driver/Session.h"

namespace cratec {

/// Whether clang preprocesses the input, and so can say which files it read. Plain
/// assembly is neither preprocessed nor compiled.
bool isPreprocessed(const Input &input);

/// The arguments that make clang turn `input` into `output` (bitcode or an object,
/// by the input's route) and write the files it read to `dependencyFile`.
///
/// Code is left unoptimised: optimisation is the code generator's, for all
/// languages alike. The folders of SourceFolders.h are hidden.
std::vector<std::string> clangArguments(const Input &input, const Session &session,
                                        llvm::StringRef output, llvm::StringRef dependencyFile);

} // namespace cratec
