//===- NoFiles.h - for texts without modules in files of their own --------===//

#pragma once

#include "driver/rust/syntax/Parse.h"

/// A disk without files.
struct NoFiles final : cratec::rust::FileReader {
  std::unique_ptr<llvm::MemoryBuffer> read(const std::string &, std::string &failure) override {
    failure = "No such file or directory";
    return nullptr;
  }
};
