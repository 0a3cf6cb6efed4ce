//===- InputFile.cpp - maps a file that a pass works on ------------*- C++ -*-===//

#include "driver/InputFile.h"

using namespace linkcheck;

namespace cratec {

std::unique_ptr<llvm::MemoryBuffer> mapInputFile(const std::string &path, Diagnostics &diags,
                                                 llvm::StringRef name) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (buffer)
    return std::move(*buffer);
  diags
      .error(Code::C01, "couldn't read `{}`: {}", name.empty() ? path : name.str(),
             buffer.getError().message())
      .done();
  return nullptr;
}

} // namespace cratec
