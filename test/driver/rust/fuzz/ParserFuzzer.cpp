//===- ParserFuzzer.cpp - the parser under libFuzzer ----------------------===//
//
// Not built with the rest. With clang:
//
//   clang++ -std=c++20 -fsanitize=fuzzer,address -I. ParserFuzzer.cpp …libraries…
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

using namespace cratec::rust;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  ParseInput input;
  input.path = "fuzz.rs";
  input.text.assign(reinterpret_cast<const char *>(data), size);
  input.isCore = size % 2 != 0;
  NoFiles reader;
  SourceMap sources;
  std::vector<std::string> files;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags(consumer);
  if (std::unique_ptr<ast::Crate> crate = parseCrate(input, reader, sources, files, diags)) {
    printAst(*crate);
    makeInterface(*crate, sources, files);
  }
  return 0;
}
