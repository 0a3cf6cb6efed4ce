//===- SourceFolders.h - keeps folder names out of outputs ---------*- C++ -*-===//
//
// The same source in another folder gives the same bytes. So a path below the
// folder that the compiler runs in is recorded relative to it, and a path below
// the folder of an input elsewhere relative to that. Messages of this run still
// name files so that they can be opened.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cratec {

/// The folders to leave away in what is made of `input`: the one the compiler
/// runs in, then the input's own where it is given absolutely and lies elsewhere.
std::vector<std::string> hiddenFolders(llvm::StringRef input);

/// `path` as outputs have it: without the hidden folders of `inputs`, and of an
/// absolute path below none of them the file's name only.
std::string hideFolder(llvm::StringRef path, llvm::ArrayRef<std::string> inputs);

/// The file that a path recorded for `input` means, for messages: below the
/// input's folder where that was hidden and the file is there, else the path.
std::string findSource(llvm::StringRef recorded, llvm::StringRef input);

} // namespace cratec
