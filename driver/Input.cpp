//===- Input.cpp - the kinds of source files ----------------------*- C++ -*-===//

#include "driver/Input.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <set>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

struct InputRow {
  StringRef ending;
  Route route;
  SourceLanguage language;
};

constexpr InputRow inputRows[] = {
    {".rs", Route::Dialect, SourceLanguage::Rust},
    {".c", Route::ClangToBitcode, SourceLanguage::C},
    {".cc", Route::ClangToBitcode, SourceLanguage::Cxx},
    {".cpp", Route::ClangToBitcode, SourceLanguage::Cxx},
    {".cxx", Route::ClangToBitcode, SourceLanguage::Cxx},
    {".ll", Route::ReadModule, SourceLanguage::LlvmIr},
    {".bc", Route::ReadModule, SourceLanguage::LlvmIr},
    {".s", Route::ClangToObject, SourceLanguage::Assembly},
    {".S", Route::ClangToObject, SourceLanguage::Assembly},
    {".o", Route::TakeAsIs, SourceLanguage::Object},
};

std::optional<Input> classify(const std::string &path, Diagnostics &diags) {
  StringRef ending = llvm::sys::path::extension(path);
  if (ending == ".md") {
    diags.error(Code::C04, "`{}` is of no kind that can be compiled", path)
        .help("`--test` runs the listings of a Markdown file");
    return std::nullopt;
  }
  const InputRow *row =
      llvm::find_if(inputRows, [&](const InputRow &r) { return r.ending == ending; });
  Input input = {path, Route::Dialect, SourceLanguage::Rust};
  input.isAssumed = row == std::end(inputRows);
  if (!input.isAssumed)
    input = {path, row->route, row->language};
  if (input.isStandardInput()) {
    input.isAssumed = false;
    return input;
  }
  llvm::sys::fs::file_status status;
  std::error_code failure = llvm::sys::fs::status(path, status);
  if (!failure && llvm::sys::fs::is_directory(status))
    failure = std::make_error_code(std::errc::is_a_directory);
  if (failure) {
    DiagnosticBuilder error =
        diags.error(Code::C01, "couldn't read `{}`: {}", path, failure.message());
    // What is left of `-O2`: the flag was taken, its level was not.
    if (path.size() == 2 && path[0] == '-')
      error.help("`-O` and `-g` take no level: say `-C opt-level={0}` or `-C debuginfo={0}`",
                 path.substr(1));
    return std::nullopt;
  }
  return input;
}

} // namespace

void nameInputs(std::vector<Input> &inputs) {
  std::set<std::string> taken;
  for (Input &input : inputs)
    if (taken.insert(input.stem()).second)
      input.name = input.stem();
  for (Input &input : inputs)
    for (unsigned number = 1; input.name.empty(); ++number)
      if (std::string name = fmt::format("{}-{}", input.stem(), number); taken.insert(name).second)
        input.name = name;
}

std::string Input::stem() const {
  if (isStandardInput())
    return "rust_out";
  return llvm::sys::path::stem(path).str();
}

std::string knownEndings() {
  return llvm::join(llvm::map_range(inputRows, [](const InputRow &r) { return r.ending.str(); }),
                    " ");
}

std::optional<std::vector<Input>> classifyInputs(llvm::ArrayRef<std::string> paths,
                                                 Diagnostics &diags) {
  if (paths.empty()) {
    diags.error(Code::C02, "no input filename given").help("`cratec --help` shows the usage");
    return std::nullopt;
  }
  std::vector<Input> inputs;
  for (const std::string &path : paths) {
    if (llvm::count(paths.take_front(&path - paths.data()), path)) {
      diags.error(Code::C02, "`{}` is given twice", path).done();
      continue;
    }
    if (std::optional<Input> input = classify(path, diags))
      inputs.push_back(std::move(*input));
  }
  if (inputs.size() != paths.size())
    return std::nullopt;
  nameInputs(inputs);
  return inputs;
}

} // namespace cratec
