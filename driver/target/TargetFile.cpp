//===- TargetFile.cpp - targets from JSON files ---------------------------===//

#include "driver/target/TargetFile.h"

#include "driver/target/TargetFields.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/SHA256.h>
#include <llvm/TargetParser/Triple.h>

#include <set>

using namespace linkcheck;
namespace json = llvm::json;

namespace cratec {
namespace {

/// llvm::json::parse recurses for every nesting; a target needs three levels.
constexpr unsigned depthLimit = 32;

const TargetSpec *findBuiltin(llvm::function_ref<bool(const TargetSpec &)> fits) {
  auto targets = builtinTargets();
  const auto *row = llvm::find_if(targets, fits);
  return row == targets.end() ? nullptr : row;
}

class TargetReader {
public:
  TargetReader(llvm::StringRef text, llvm::StringRef path, llvm::StringRef name, Diagnostics &diags)
      : text(text), path(path), name(name), diags(diags) {}

  std::optional<TargetSpec> run() {
    if (!parse())
      return std::nullopt;
    target.families = {"unix"};
    target.endian = target.os = target.arch = "";
    takeFields();
    takePointerWidth();
    takeFamilies();
    takeArguments();
    if (failed)
      return std::nullopt;
    checkWords();
    if (!failed)
      complete();
    if (failed)
      return std::nullopt;
    warnOfUnused();
    target.name = name.str();
    auto hash = llvm::SHA256::hash(llvm::arrayRefFromStringRef(printTargetSpec(target)));
    target.fileHash = llvm::toHex(hash, /*LowerCase=*/true).substr(0, 16);
    return std::move(target);
  }

private:
  template <typename... Args> void fail(fmt::format_string<Args...> format, Args &&...args) {
    failed = true;
    diags
        .error(Code::None, "Error loading target specification: {}",
               fmt::format(format, std::forward<Args>(args)...))
        .note("in the file `{}`", path.str());
  }

  bool parse();
  bool failSyntax(llvm::StringRef reason, size_t offset);
  std::optional<size_t> findTooDeep() const;
  const json::Value *take(llvm::StringRef field);
  void takeFields();
  void takeField(const TargetField &field);
  bool storeField(const TargetField &field, const json::Value &value);
  void takePointerWidth();
  void takeFamilies();
  void takeArguments();
  void checkWords();
  void complete();
  void warnOfUnused();
  std::optional<std::vector<std::string>> readList(const json::Value &value, llvm::StringRef field);
  void failType(llvm::StringRef field, llvm::StringRef wanted) {
    fail("target json file contains fields whose value doesn't have the correct json type: {} "
         "(expected {})",
         field.str(), wanted.str());
  }

  llvm::StringRef text;
  llvm::StringRef path;
  llvm::StringRef name;
  Diagnostics &diags;
  json::Object object;
  std::set<std::string> used; ///< names of fields that were looked for
  TargetSpec target;
  bool failed = false;
};

bool TargetReader::failSyntax(llvm::StringRef reason, size_t offset) {
  llvm::StringRef before = text.take_front(offset);
  unsigned line = before.count('\n') + 1;
  unsigned column = offset - (before.rfind('\n') + 1) + 1;
  diags
      .error(Code::None, "Error loading target specification: {} at line {} column {}",
             reason.str(), line, column)
      .at({path.str(), line, column});
  return false;
}

/// Where the nesting becomes deeper than the limit.
std::optional<size_t> TargetReader::findTooDeep() const {
  unsigned depth = 0;
  bool inString = false;
  for (size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (inString && c == '\\')
      ++at;
    else if (c == '"')
      inString = !inString;
    else if (!inString && (c == '{' || c == '[') && ++depth > depthLimit)
      return at;
    else if (!inString && (c == '}' || c == ']') && depth != 0)
      --depth;
  }
  return std::nullopt;
}

bool TargetReader::parse() {
  if (std::optional<size_t> deep = findTooDeep())
    return failSyntax(fmt::format("nested more than {} levels deep", depthLimit), *deep);
  llvm::Expected<json::Value> value = json::parse(text);
  if (!value) {
    // "[line:column, byte=offset]: reason"; the offset is all that is needed.
    std::string said = llvm::toString(value.takeError());
    auto [place, reason] = llvm::StringRef(said).split("]: ");
    size_t offset = 0;
    if (place.split("byte=").second.getAsInteger(10, offset))
      offset = 0;
    // It is that of the character after the one that was not expected.
    return failSyntax(reason, std::min(offset - (offset != 0), text.size()));
  }
  if (json::Object *found = value->getAsObject()) {
    object = std::move(*found);
    return true;
  }
  return failSyntax("expected an object", text.find_first_not_of(" \t\r\n"));
}

const json::Value *TargetReader::take(llvm::StringRef field) {
  used.insert(field.str());
  return object.get(field);
}

bool TargetReader::storeField(const TargetField &field, const json::Value &value) {
  if (auto *member = std::get_if<bool TargetSpec::*>(&field.member)) {
    std::optional<bool> flag = value.getAsBoolean();
    if (flag)
      target.*(*member) = *flag;
    else
      failType(field.name, "a boolean");
    return flag.has_value();
  }
  std::optional<llvm::StringRef> word = value.getAsString();
  if (!word)
    failType(field.name, "a string");
  else if (!field.values.empty() && !llvm::is_contained(field.values, *word))
    fail("'{}' is not a valid value for {}. Use {}", word->str(), field.name.str(),
         llvm::join(llvm::map_range(field.values,
                                    [](llvm::StringRef known) { return "'" + known.str() + "'"; }),
                    ", "));
  else if (llvm::any_of(*word, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
    fail("{} holds control characters", field.name.str());
  else
    target.*std::get<std::string TargetSpec::*>(field.member) = word->str();
  return word.has_value();
}

void TargetReader::takeField(const TargetField &field) {
  const json::Value *value = take(field.name);
  // rustc's members have underscores, and its own files of the time said either.
  std::string other = field.name.str();
  if (field.name.ends_with("-allocation-crate"))
    std::replace(other.begin(), other.end(), '-', '_');
  if (other != field.name) {
    const json::Value *underscored = take(other);
    if (value && underscored)
      return fail("{} and {} are one field", field.name.str(), other);
    value = value ? value : underscored;
  }
  if (value)
    storeField(field, *value);
  else if (field.required)
    fail("Field {} in target specification is required", field.name.str());
}

void TargetReader::takeFields() {
  for (const TargetField &field : targetFields())
    takeField(field);
  if (const json::Value *builtin = take("is-builtin"); builtin && *builtin != json::Value(false))
    fail("may not set is_builtin for targets not built-in");
}

/// A string in rustc's files of old, a number in those of today.
void TargetReader::takePointerWidth() {
  constexpr llvm::StringLiteral field = "target-pointer-width";
  const json::Value *value = take(field);
  if (!value)
    return fail("Field {} in target specification is required", field.str());
  uint64_t width = 0;
  std::optional<llvm::StringRef> word = value->getAsString();
  if (word ? word->getAsInteger(10, width) : !value->getAsUINT64())
    return fail("{} must be an integer", field.str());
  if (!word)
    width = *value->getAsUINT64();
  if (width != 16 && width != 32 && width != 64)
    return fail("unrecognized {} {}", field.str(), width);
  target.pointerWidth = width;
}

std::optional<std::vector<std::string>> TargetReader::readList(const json::Value &value,
                                                               llvm::StringRef field) {
  std::vector<std::string> words;
  const json::Array *list = value.getAsArray();
  if (list)
    for (const json::Value &item : *list)
      if (std::optional<llvm::StringRef> word = item.getAsString(); word && !word->contains('\0'))
        words.push_back(word->str());
  if (list && words.size() == list->size())
    return words;
  failType(field, "a list of strings");
  return std::nullopt;
}

/// One word or several; `unix` where nothing is said of a system that has one.
void TargetReader::takeFamilies() {
  if (const json::Value *value = take("target-family")) {
    if (std::optional<llvm::StringRef> word = value->getAsString())
      target.families = {word->str()};
    else if (auto words = readList(*value, "target-family"))
      target.families = std::move(*words);
  } else if (target.os == "none" || target.os == "unknown") {
    target.families.clear();
  }
}

void TargetReader::takeArguments() {
  for (const TargetArgumentsField &field : targetArgumentsFields()) {
    const json::Value *value = take(field.name);
    if (!value)
      continue;
    // Before there were flavours, it was a list.
    if (const json::Object *byFlavour = value->getAsObject())
      value = byFlavour->get(target.linkerFlavor);
    if (!value)
      continue;
    if (auto words = readList(*value, field.name))
      target.*field.member = std::move(*words);
  }
}

/// What the words must be for code to be made.
void TargetReader::checkWords() {
  llvm::Triple triple(target.triple);
  const TargetSpec *row = findBuiltin([&](const TargetSpec &builtin) {
    return llvm::Triple(builtin.triple).getArch() == triple.getArch();
  });
  if (!row || !triple.isOSBinFormatELF() || triple.isX32())
    return fail("no code can be generated for the llvm-target `{}`: it must be an ELF target of "
                "x86_64, aarch64 or riscv64",
                target.triple);
  if (target.pointerWidth != 64)
    fail("target-pointer-width is {}, but the pointers of the llvm-target `{}` have 64 bits",
         target.pointerWidth, target.triple);
  if (target.endian != "little")
    fail("target-endian is {}, but the llvm-target `{}` is little endian", target.endian,
         target.triple);
  for (const std::string &crate : {target.exeAllocationCrate, target.libAllocationCrate})
    if (!isValidCrateName(crate))
      fail("`{}` is no name of an allocation crate", crate);
  if (name.size() > 200 || !llvm::all_of(name, [](char c) { return c > ' ' && c < 0x7f; }))
    fail("the target is called as its file, and the name `{}` holds characters other than "
         "printable ASCII, or more than 200",
         name.str());
}

/// What follows from `llvm-target`.
void TargetReader::complete() {
  llvm::Triple triple(target.triple);
  auto sameArch = [&](const TargetSpec &builtin) {
    return llvm::Triple(builtin.triple).getArch() == triple.getArch();
  };
  target.linkerEmulation = findBuiltin(sameArch)->linkerEmulation;
  target.multiarch = (triple.getArchName() + "-" + triple.getOSAndEnvironmentName()).str();
  if (!target.dynamicLinker.empty())
    return;
  const TargetSpec *same = findBuiltin([&](const TargetSpec &builtin) {
    return sameArch(builtin) && builtin.os == target.os && builtin.env == target.env;
  });
  if (same)
    target.dynamicLinker = same->dynamicLinker;
  else if (target.isMusl())
    target.dynamicLinker = "/lib/ld-musl-" + target.arch + ".so.1";
  else if (target.dynamicLinking && target.executables)
    fail("Field dynamic-linker in target specification is required: it is not known for the "
         "llvm-target `{}`",
         target.triple);
}

void TargetReader::warnOfUnused() {
  std::vector<std::string> unused;
  for (const auto &[key, value] : object)
    if (!used.count(key.str()) && !llvm::is_contained(fieldsWithoutEffect(), key.str()))
      unused.push_back(key.str());
  llvm::sort(unused);
  if (!unused.empty())
    diags
        .warning(Code::None, "target json file contains unused fields: {}",
                 llvm::join(unused, ", "))
        .note("in the file `{}`", path.str());
}

} // namespace

std::optional<TargetSpec> readTargetSpec(llvm::StringRef text, llvm::StringRef path,
                                         llvm::StringRef name, Diagnostics &diags) {
  return TargetReader(text, path, name, diags).run();
}

std::string printTargetSpec(const TargetSpec &target) {
  const TargetSpec defaults;
  json::Object object;
  for (const TargetField &field : targetFields())
    std::visit(
        [&](auto member) {
          if (field.required || target.*member != defaults.*member)
            object[field.name] = target.*member;
        },
        field.member);
  object["target-pointer-width"] = std::to_string(target.pointerWidth);
  object["target-family"] = json::Array(target.families);
  for (const TargetArgumentsField &field : targetArgumentsFields())
    if (!(target.*field.member).empty())
      object[field.name] = json::Object{{target.linkerFlavor, json::Array(target.*field.member)}};
  // Keys come out sorted.
  return llvm::formatv("{0:2}", json::Value(std::move(object))).str() + "\n";
}

} // namespace cratec
