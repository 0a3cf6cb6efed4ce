//===- RecordScanner.cpp - before a record is parsed ----------------------===//

#include "linkcheck/meta/RecordScanner.h"

#include <fmt/format.h>
#include <llvm/ADT/DenseSet.h>

#include <vector>

namespace linkcheck {
namespace {

constexpr llvm::StringLiteral whitespace = " \t\r\n";

/// An object or array whose end has not come yet.
struct Level {
  bool isObject;
  bool keyFollows;
  llvm::DenseSet<llvm::StringRef> keys;
};

class Scanner {
public:
  explicit Scanner(llvm::StringRef text) : text(text) {}

  std::optional<ScanFault> run() {
    if (text.empty())
      return ScanFault{0, "the record is empty"};
    at = text.find_first_not_of(whitespace);
    if (at == llvm::StringRef::npos || text[at] != '{')
      return ScanFault{0, "the record is not a JSON object"};
    do
      step();
    while (!fault && !levels.empty() && at < text.size());
    if (!fault && !levels.empty())
      fail(text.size(), "the record ends before its last brace");
    if (!fault)
      checkRest();
    return std::move(fault);
  }

private:
  void fail(size_t offset, std::string reason) { fault = ScanFault{offset, std::move(reason)}; }

  /// Takes one character, or a whole string.
  void step() {
    switch (text[at]) {
    case '{':
    case '[':
      if (levels.size() == recordDepthLimit)
        return fail(at,
                    fmt::format("the record is nested more than {} levels deep", recordDepthLimit));
      levels.push_back({text[at] == '{', text[at] == '{', {}});
      break;
    case '}':
    case ']':
      if (levels.back().isObject != (text[at] == '}'))
        return fail(at, "the brackets of the record do not match");
      levels.pop_back();
      break;
    case ',':
      levels.back().keyFollows = levels.back().isObject;
      break;
    case '"':
      return takeString();
    default:
      break;
    }
    ++at;
  }

  void takeString() {
    size_t start = at + 1;
    size_t end = start;
    while (end < text.size() && text[end] != '"')
      end += text[end] == '\\' ? 2 : 1;
    if (end >= text.size())
      return fail(text.size(), "the record ends inside a string");
    at = end + 1;
    Level &level = levels.back();
    if (!level.keyFollows)
      return;
    level.keyFollows = false;
    llvm::StringRef key = text.slice(start, end);
    // No field is named so; and only keys without escapes compare by bytes.
    if (key.contains('\\'))
      return fail(start, "the name of a field holds an escape");
    if (!level.keys.insert(key).second)
      fail(start, "a field is there twice");
  }

  void checkRest() {
    size_t rest = text.find_first_not_of(whitespace, at);
    if (rest == llvm::StringRef::npos)
      return;
    if (text[rest] == '{')
      fail(rest, "a second record follows the first: several crates were linked into one file by a "
                 "tool that does not know crates");
    else
      fail(rest, fmt::format("{} bytes follow the end of the record", text.size() - rest));
  }

  llvm::StringRef text;
  size_t at = 0;
  std::vector<Level> levels;
  std::optional<ScanFault> fault;
};

} // namespace

std::optional<ScanFault> scanRecord(llvm::StringRef text) {
  return Scanner(text).run();
}

} // namespace linkcheck
