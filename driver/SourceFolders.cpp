//===- SourceFolders.cpp - keeps folder names out of outputs -------*- C++ -*-===//

#include "driver/SourceFolders.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace cratec {
namespace {

/// The rest of `file` below `folder`, or empty when it is not there.
StringRef below(StringRef file, StringRef folder) {
  return file.consume_front(folder) && file.consume_front("/") ? file : StringRef();
}

/// Empty where it cannot be told, or is the root, which every path is below.
std::string currentFolder() {
  llvm::SmallString<128> current;
  if (llvm::sys::fs::current_path(current) || current == "/")
    return "";
  return current.str().str();
}

} // namespace

std::vector<std::string> hiddenFolders(StringRef input) {
  std::vector<std::string> folders;
  std::string current = currentFolder();
  if (!current.empty())
    folders.push_back(current);
  StringRef parent = path::parent_path(input);
  if (path::is_absolute(input) && parent != "/" &&
      (current.empty() || below(input, current).empty()))
    folders.push_back(parent.str());
  return folders;
}

std::string hideFolder(StringRef file, llvm::ArrayRef<std::string> inputs) {
  if (!path::is_absolute(file))
    return file.str();
  for (const std::string &input : inputs)
    for (const std::string &folder : hiddenFolders(input))
      if (StringRef rest = below(file, folder); !rest.empty())
        return rest.str();
  return path::filename(file).str();
}

std::string findSource(StringRef recorded, StringRef input) {
  if (path::is_absolute(recorded) ||
      !llvm::is_contained(hiddenFolders(input), path::parent_path(input)))
    return recorded.str();
  llvm::SmallString<128> file(path::parent_path(input));
  path::append(file, recorded);
  return llvm::sys::fs::exists(file) ? file.str().str() : recorded.str();
}

} // namespace cratec
