//===- CodegenTable.cpp - every option of `-C`, a row each ---------*- C++ -*-===//

#include "driver/CodegenTable.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

using llvm::StringRef;

namespace cratec {
namespace {

using Value = std::optional<StringRef>;

constexpr StringRef aString = "a string";
constexpr StringRef aNumber = "a number";
constexpr StringRef aPath = "a path";
constexpr StringRef aSwitch = "one of: `y`, `yes`, `on`, `true`, `n`, `no`, `off` or `false`";

/// rustc's words for a value of the wrong kind.
Complaint wrongValue(const CodegenRow &row, Value value) {
  return fmt::format("incorrect value `{}` for codegen option `{}` - {} was expected",
                     value.value_or("").str(), row.name.str(), row.expected.str());
}

std::optional<bool> parseSwitch(Value value) {
  if (!value || *value == "yes" || *value == "y" || *value == "on" || *value == "true")
    return true;
  if (*value == "no" || *value == "n" || *value == "off" || *value == "false")
    return false;
  return std::nullopt;
}

template <auto Member>
Complaint takeSwitch(CodegenOptions &options, const CodegenRow &row, Value value) {
  std::optional<bool> parsed = parseSwitch(value);
  if (!parsed)
    return wrongValue(row, value);
  options.*Member = *parsed;
  return {};
}

template <auto Member>
Complaint takeNegatedSwitch(CodegenOptions &options, const CodegenRow &row, Value value) {
  std::optional<bool> parsed = parseSwitch(value);
  if (!parsed)
    return wrongValue(row, value);
  options.*Member = !*parsed;
  return {};
}

/// One of several words, each for a value of the member's type.
template <typename T> struct Word {
  StringRef text;
  T value;
};

template <auto Member, auto &Words>
Complaint takeWord(CodegenOptions &options, const CodegenRow &row, Value value) {
  for (const auto &word : Words)
    if (word.text == *value) {
      options.*Member = word.value;
      return {};
    }
  return wrongValue(row, value);
}

template <auto Member>
Complaint takeText(CodegenOptions &options, const CodegenRow &, Value value) {
  options.*Member = value->str();
  return {};
}

template <auto Member>
Complaint appendWords(CodegenOptions &options, const CodegenRow &, Value value) {
  llvm::SmallVector<StringRef, 4> words;
  value->split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef word : words)
    (options.*Member).push_back(word.str());
  return {};
}

//===----------------------------------------------------------------------===//
// Options with a reading of their own
//===----------------------------------------------------------------------===//

Complaint takeOptLevel(CodegenOptions &options, const CodegenRow &, Value value) {
  if (value->size() != 1 || !StringRef("0123sz").contains(*value))
    return fmt::format("optimization level needs to be between 0-3, s or z (instead was `{}`)",
                       value->str());
  options.optLevel = value->str();
  return {};
}

constexpr Word<unsigned> debugInfoWords[] = {
    {"0", 0},       {"none", 0}, {"1", 1},   {"line-directives-only", 1}, {"line-tables-only", 1},
    {"limited", 1}, {"2", 2},    {"full", 2}};

constexpr Word<bool> mallocWords[] = {{"replace", false}, {"keep", true}};

constexpr Word<StripKind> stripWords[] = {{"none", StripKind::None},
                                          {"debuginfo", StripKind::DebugInfo},
                                          {"symbols", StripKind::Symbols}};

constexpr Word<RelocationModel> relocationWords[] = {
    {"static", RelocationModel::Static},
    {"pic", RelocationModel::Pic},
    {"pie", RelocationModel::Pie},
    {"dynamic-no-pic", RelocationModel::DynamicNoPic},
    {"default", RelocationModel::Pic}};

constexpr Word<StringRef> codeModelWords[] = {{"tiny", "tiny"},
                                              {"small", "small"},
                                              {"kernel", "kernel"},
                                              {"medium", "medium"},
                                              {"large", "large"}};

constexpr Word<StringRef> panicWords[] = {{"abort", "abort"}, {"unwind", "unwind"}};

Complaint takeLto(CodegenOptions &options, const CodegenRow &row, Value value) {
  if (std::optional<bool> parsed = parseSwitch(value)) {
    options.lto = *parsed ? LtoKind::Fat : LtoKind::Off;
    return {};
  }
  if (*value != "thin" && *value != "fat")
    return wrongValue(row, value);
  options.lto = *value == "thin" ? LtoKind::Thin : LtoKind::Fat;
  return {};
}

Complaint takeExtraFilename(CodegenOptions &options, const CodegenRow &, Value value) {
  if (value->contains('/'))
    return fmt::format("codegen option `extra-filename`: `{}` cannot be part of a file name",
                       value->str());
  options.extraFilename = value->str();
  return {};
}

/// Each is a word that begins with a sign; rustc takes a comma list.
Complaint takeTargetFeatures(CodegenOptions &options, const CodegenRow &, Value value) {
  llvm::SmallVector<StringRef, 8> words;
  value->split(words, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef word : words) {
    if (!word.starts_with("+") && !word.starts_with("-"))
      return fmt::format("unknown feature specified for `-C target-feature`: `{}`: features must "
                         "begin with a `+` to enable or `-` to disable it",
                         word.str());
    options.targetFeatures.push_back(word.str());
  }
  return {};
}

Complaint takeLinkArgument(CodegenOptions &options, const CodegenRow &row, Value value) {
  StringRef words = *value;
  words.consume_front("-Wl,");
  for (StringRef word : llvm::split(words, ','))
    if (word == "-o" || word.starts_with("--output") || word.starts_with("-output") ||
        (word.starts_with("-o") && !word.starts_with("-omagic") && !word.starts_with("-oformat")))
      return fmt::format("codegen option `{}`: `{}` would move the artifact away from its audit; "
                         "name it with `-o`",
                         row.name.str(), value->str());
  options.linkArguments.push_back(value->str());
  return {};
}

Complaint takeLinkArguments(CodegenOptions &options, const CodegenRow &row, Value value) {
  llvm::SmallVector<StringRef, 8> words;
  value->split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef word : words)
    if (Complaint complaint = takeLinkArgument(options, row, word); !complaint.empty())
      return complaint;
  return {};
}

Complaint takeClangArgument(CodegenOptions &options, const CodegenRow &, Value value) {
  options.clangArguments.push_back(value->str());
  return {};
}

//===----------------------------------------------------------------------===//
// Options without an effect
//===----------------------------------------------------------------------===//

Complaint ignoreText(CodegenOptions &, const CodegenRow &, Value) {
  return {};
}

Complaint ignoreNumber(CodegenOptions &, const CodegenRow &row, Value value) {
  unsigned number = 0;
  return value->getAsInteger(10, number) ? wrongValue(row, value) : Complaint();
}

Complaint ignoreSwitch(CodegenOptions &, const CodegenRow &row, Value value) {
  return parseSwitch(value) ? Complaint() : wrongValue(row, value);
}

template <auto &Words> Complaint ignoreWord(CodegenOptions &, const CodegenRow &row, Value value) {
  return llvm::is_contained(Words, *value) ? Complaint() : wrongValue(row, value);
}

constexpr StringRef manglingVersions[] = {"legacy", "v0", "hashed"};
constexpr StringRef splitDebugInfoModes[] = {"off", "packed", "unpacked"};

/// `yes`, `no` and so on, or a path of a linker plugin.
Complaint ignoreSwitchOrPath(CodegenOptions &, const CodegenRow &, Value) {
  return {};
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

constexpr CodegenRow codegenRows[] = {
    {"ar", "PATH", aPath, "no effect: archives are written without another program", ignoreText},
    {"clang-arg", "ARG", aString, "one argument for clang, for C and C++ sources",
     takeClangArgument},
    {"code-model", "MODEL",
     "one of supported code models (`tiny`, `small`, `kernel`, `medium` or `large`)",
     "how far code and data may be apart: tiny, small, kernel, medium, large",
     takeWord<&CodegenOptions::codeModel, codeModelWords>},
    {"codegen-units", "N", aNumber, "no effect: each source file is one unit", ignoreNumber},
    {"debug-assertions", "", aSwitch, "check debug_assert!; as a rule where code is not optimised",
     takeSwitch<&CodegenOptions::debugAssertions>},
    {"debuginfo", "LEVEL",
     "either an integer (0, 1, 2), `none`, `line-directives-only`, `line-tables-only`, `limited`, "
     "or `full`",
     "0 none, 1 line tables, 2 full", takeWord<&CodegenOptions::debugInfo, debugInfoWords>},
    {"embed-bitcode", "", aSwitch, "put bitcode into the objects of rlibs, for a later LTO",
     takeSwitch<&CodegenOptions::embedBitcode>},
    {"extra-filename", "TEXT", aString, "put after the crate's name in file names",
     takeExtraFilename},
    {"force-frame-pointers", "", aSwitch, "keep a frame pointer in every function",
     takeSwitch<&CodegenOptions::forceFramePointers>},
    {"force-unwind-tables", "", aSwitch, "no effect: every function has unwind tables",
     ignoreSwitch},
    {"incremental", "DIR", aPath, "no effect: a crate is always compiled as a whole", ignoreText},
    {"inline-threshold", "N", aNumber, "no effect, as in rustc", ignoreNumber},
    {"link-arg", "ARG", aString, "one argument for the linker, after all others", takeLinkArgument},
    {"link-args", "ARGS", "a space-separated list of strings", "several, with spaces between",
     takeLinkArguments},
    {"link-dead-code", "", aSwitch, "keep sections that nobody uses",
     takeSwitch<&CodegenOptions::linkDeadCode>},
    {"linker", "PATH", aPath, "no effect: the linker is inside cratec", ignoreText},
    {"linker-flavor", "NAME", aString, "no effect: the linker is inside cratec", ignoreText},
    {"linker-plugin-lto", "", aSwitch, "no effect: `lto` is done by the linker anyway",
     ignoreSwitchOrPath},
    {"lto", "", "either a boolean (`yes`, `no`, `on`, `off`, etc), `thin`, `fat`, or omitted",
     "optimise across crates when linking: thin, fat, off", takeLto},
    {"malloc", "replace|keep", "either `replace` or `keep`",
     "whether an executable's allocator takes over malloc",
     takeWord<&CodegenOptions::keepMalloc, mallocWords>},
    {"metadata", "TEXT", "a space-separated list of strings",
     "tells crates of one name apart: goes into the hash", appendWords<&CodegenOptions::metadata>},
    {"no-redzone", "", aSwitch, "do not use the memory below the stack pointer",
     takeSwitch<&CodegenOptions::noRedZone>},
    {"no-vectorize-loops", "", aSwitch, "do not make vector code of loops",
     takeNegatedSwitch<&CodegenOptions::vectoriseLoops>},
    {"no-vectorize-slp", "", aSwitch, "do not make vector code of straight code",
     takeNegatedSwitch<&CodegenOptions::vectoriseBlocks>},
    {"opt-level", "LEVEL", aString, "0 1 2 3 s z", takeOptLevel},
    {"overflow-checks", "", aSwitch,
     "check arithmetic for overflow; as a rule with debug-assertions",
     takeSwitch<&CodegenOptions::overflowChecks>},
    {"panic", "STRATEGY", "either `unwind` or `abort`",
     "what cfg(panic) says; a panic ends the process either way",
     takeWord<&CodegenOptions::panic, panicWords>},
    {"prefer-dynamic", "", aSwitch, "link dylibs where there are some",
     takeSwitch<&CodegenOptions::preferDynamic>},
    {"relocation-model", "MODEL",
     "one of supported relocation models (`rustc --print relocation-models`)", "static, pic, pie",
     takeWord<&CodegenOptions::relocationModel, relocationWords>},
    {"rpath", "", aSwitch, "artifacts find the dylibs that they were linked to",
     takeSwitch<&CodegenOptions::rpath>},
    {"save-temps", "", aSwitch, "keep bitcode and objects beside the output",
     takeSwitch<&CodegenOptions::saveTemporaries>},
    {"split-debuginfo", "MODE",
     "one of supported split-debuginfo modes (`off`, `packed`, or `unpacked`)",
     "no effect: debug information stays in the artifact", ignoreWord<splitDebugInfoModes>},
    {"strip", "WHAT", "either `none`, `debuginfo`, or `symbols`",
     "take out of the artifact: none, debuginfo, symbols",
     takeWord<&CodegenOptions::strip, stripWords>},
    {"symbol-mangling-version", "VERSION", "one of: `legacy`, `v0` (RFC 2603), or `hashed`",
     "no effect: names are always v0", ignoreWord<manglingVersions>},
    {"target-cpu", "NAME", aString, "compile for that processor; native: for this machine's",
     takeText<&CodegenOptions::targetCpu>},
    {"target-feature", "LIST", aString, "+name and -name, with commas between", takeTargetFeatures},
};

} // namespace

llvm::ArrayRef<CodegenRow> codegenTable() {
  return codegenRows;
}

Complaint takeCodegenOption(CodegenOptions &options, StringRef text) {
  auto [written, argument] = text.split('=');
  // rustc takes both spellings.
  std::string name = written.str();
  std::replace(name.begin(), name.end(), '_', '-');
  const CodegenRow *row =
      llvm::find_if(codegenRows, [&](const CodegenRow &r) { return r.name == name; });
  if (row == std::end(codegenRows))
    return fmt::format("unknown codegen option: `{}`", written.str());
  Value value = text.contains('=') ? Value(argument) : std::nullopt;
  if (!row->argument.empty() && !value)
    return fmt::format("codegen option `{0}` requires {1} (`-C {0}=<value>`)", name,
                       row->expected.str());
  return row->apply(options, *row, value);
}

std::string codegenHelp() {
  std::string text = "-C options:\n";
  for (const CodegenRow &row : codegenRows) {
    std::string name = row.argument.empty()
                           ? row.name.str()
                           : fmt::format("{}={}", row.name.str(), row.argument.str());
    text += fmt::format("  {:<31} {}\n", name, row.help.str());
  }
  return text;
}

} // namespace cratec
