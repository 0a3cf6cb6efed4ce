//===- RecordRules.cpp - when a record is well formed ---------------------===//

#include "linkcheck/meta/RecordRules.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <functional>

namespace linkcheck {
namespace {

/// The numbers of the allocator rules, R1 to R14.
constexpr int lastRule = 14;

bool isFromHexadecimal(llvm::StringRef text) {
  return text.find_first_not_of("0123456789abcdef") == llvm::StringRef::npos;
}

bool isValidHash(llvm::StringRef hash) {
  return hash.size() == 32 && isFromHexadecimal(hash);
}

bool hasControlCharacter(llvm::StringRef text) {
  return llvm::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// Goes through a record and keeps the first fault.
class RuleChecker {
public:
  explicit RuleChecker(const CrateMetadata &metadata) : metadata(metadata) {}

  std::optional<RecordFault> run() {
    checkTexts();
    checkOrder();
    if (isFinalArtifact(metadata.type))
      checkFinalArtifact();
    else
      checkRlib();
    return std::move(fault);
  }

private:
  void require(bool holds, const std::string &field, llvm::StringRef reason) {
    if (!holds && !fault)
      fault = RecordFault{field, reason.str()};
  }

  void checkTexts();
  void checkInterface(const CrateInterface &interface);
  void checkOrder();
  void checkRlib();
  void checkFinalArtifact();
  void checkAllocator(const AllocatorRecord &chosen);
  void checkSingleAllocator();

  void checkIdentity(const std::string &prefix, const CrateIdentity &crate) {
    require(isValidCrateName(crate.name), prefix + "name",
            "the name is not an identifier of ASCII letters, digits and underscores");
    require(crate.name.size() <= fileNameLimit, prefix + "name", "the name is too long");
    require(isValidHash(crate.hash), prefix + "hash",
            "the hash is not 32 lower case hexadecimal digits");
  }

  void checkText(const std::string &field, llvm::StringRef text, size_t limit) {
    require(!hasControlCharacter(text), field, "the text holds a control character");
    require(text.size() <= limit, field,
            fmt::format("the text has {} bytes, and the limit is {}", text.size(), limit));
  }

  /// Text that becomes part of a file name: a slash would lead out of the
  /// folder that is searched.
  void checkFileNamePart(const std::string &field, llvm::StringRef text) {
    checkText(field, text, fileNameLimit);
    require(!text.contains('/'), field, "the text becomes part of a file name and holds a `/`");
  }

  const LinkedCrate *findLinked(const CrateIdentity &crate) const {
    auto found = llvm::find_if(metadata.linkage,
                               [&](const LinkedCrate &linked) { return linked.crate == crate; });
    return found == metadata.linkage.end() ? nullptr : &*found;
  }

  const CrateMetadata &metadata;
  std::optional<RecordFault> fault;
};

void RuleChecker::checkTexts() {
  checkIdentity("", metadata.identity);
  require(!metadata.target.empty(), "target", "the target is empty");
  require(llvm::all_of(metadata.target, [](char c) { return c > ' ' && c < 0x7f; }), "target",
          "the target holds characters other than printable ASCII");
  checkText("target", metadata.target, fileNameLimit);

  for (const auto &[index, dependency] : llvm::enumerate(metadata.dependencies)) {
    std::string prefix = fmt::format("dependencies[{}].", index);
    checkIdentity(prefix, dependency.crate);
    checkFileNamePart(prefix + "extra_filename", dependency.extraFilename);
    checkText(prefix + "origin.file", dependency.origin.where.file, pathLimit);
  }
  for (const auto &[index, library] : llvm::enumerate(metadata.nativeLibraries)) {
    std::string field = fmt::format("native_libraries[{}].name", index);
    require(!library.name.empty(), field, "the name is empty");
    checkFileNamePart(field, library.name);
    checkText(fmt::format("native_libraries[{}].cfg", index), library.condition, symbolLimit);
  }
  for (const auto &[index, symbol] : llvm::enumerate(metadata.exports)) {
    std::string field = fmt::format("exports[{}]", index);
    require(!symbol.empty(), field, "the symbol is empty");
    checkText(field, symbol, symbolLimit);
  }
  if (metadata.interface)
    checkInterface(*metadata.interface);
  for (const auto &[index, linked] : llvm::enumerate(metadata.linkage))
    checkIdentity(fmt::format("linkage[{}].", index), linked.crate);
  if (metadata.chosenAllocator) {
    checkIdentity("allocator.", metadata.chosenAllocator->crate);
    for (const auto &[index, name] : llvm::enumerate(metadata.chosenAllocator->path))
      require(isValidCrateName(name) && name.size() <= fileNameLimit,
              fmt::format("allocator.path[{}]", index), "the name is not a crate's");
  }
}

void RuleChecker::checkInterface(const CrateInterface &interface) {
  require(isFromHexadecimal(interface.disambiguator) && interface.disambiguator.size() == 16,
          "interface.disambiguator", "the disambiguator is not 16 lower case hexadecimal digits");
  require(metadata.type == CrateType::Rlib || metadata.type == CrateType::Dylib, "interface",
          "only what crates can depend on has an interface");
  for (const auto &[index, entry] : llvm::enumerate(interface.configuration))
    checkText(fmt::format("interface.cfg[{}]", index), entry, symbolLimit);
  require(!interface.files.empty(), "interface.files", "there is no file");
  for (const auto &[index, file] : llvm::enumerate(interface.files)) {
    std::string prefix = fmt::format("interface.files[{}].", index);
    checkText(prefix + "path", file.path, pathLimit);
    uint32_t end = 0;
    for (TextRange range : file.deferred) {
      require(end <= range.begin && range.begin < range.end && range.end <= file.text.size(),
              prefix + "deferred", "the ranges are not in order and within the text");
      end = range.end;
    }
  }
}

void RuleChecker::checkOrder() {
  // Strictly ascending means sorted and each once.
  auto ascends = [](const auto &range, auto key) {
    return std::ranges::adjacent_find(range, std::ranges::greater_equal{}, key) == range.end();
  };
  require(ascends(metadata.languages, std::identity{}), "languages",
          "the languages are not in the order of FORMAT.md, each once");
  require(ascends(metadata.exports, std::identity{}), "exports",
          "the symbols are not sorted, each once");
  require(ascends(metadata.linkage, &LinkedCrate::crate), "linkage",
          "the crates are not sorted by name and hash, each once");
}

void RuleChecker::checkRlib() {
  require(metadata.linkage.empty(), "linkage", "an rlib is linked with nothing (R5)");
  require(!metadata.chosenAllocator, "allocator", "an rlib has no allocator chosen for it (R5)");
  for (const auto &[index, dependency] : llvm::enumerate(metadata.dependencies))
    require(dependency.meaning == Meaning::Explicit, fmt::format("dependencies[{}].meaning", index),
            "an rlib has no injected dependency (R5)");
}

void RuleChecker::checkFinalArtifact() {
  // The table is sorted by now, unless a fault is known; a binary search keeps
  // a large forged record from costing quadratic time.
  for (const auto &[index, dependency] : llvm::enumerate(metadata.dependencies)) {
    bool listed = std::ranges::binary_search(metadata.linkage, dependency.crate, std::less<>{},
                                             &LinkedCrate::crate);
    require(listed, fmt::format("dependencies[{}]", index),
            "the crate is not in the linkage table, which lists all that are in the artifact");
  }

  bool hasDylib = llvm::any_of(metadata.linkage, [](const LinkedCrate &linked) {
    return linked.linkage == Linkage::Dynamic;
  });
  for (const auto &[index, linked] : llvm::enumerate(metadata.linkage)) {
    std::string field = fmt::format("linkage[{}].linkage", index);
    bool inDylib =
        linked.linkage == Linkage::Dynamic || linked.linkage == Linkage::IncludedFromDylib;
    require(metadata.type != CrateType::Staticlib || !inDylib, field,
            "a staticlib takes everything in, and this crate is in a dylib");
    require(linked.linkage != Linkage::IncludedFromDylib || hasDylib, field,
            "the crate is said to be in a dylib, but the table has no dylib");
  }
  checkSingleAllocator();
  if (metadata.chosenAllocator)
    checkAllocator(*metadata.chosenAllocator);
}

void RuleChecker::checkSingleAllocator() {
  const CrateIdentity *first = metadata.allocator ? &metadata.identity : nullptr;
  for (const auto &[index, linked] : llvm::enumerate(metadata.linkage)) {
    if (!linked.allocator || linked.linkage != Linkage::Static)
      continue;
    if (first)
      require(false, fmt::format("linkage[{}]", index),
              fmt::format("the artifact holds two allocators, `{}` and `{}` (R2)", first->name,
                          linked.crate.name));
    first = &linked.crate;
  }
}

void RuleChecker::checkAllocator(const AllocatorRecord &chosen) {
  require(chosen.rule >= 1 && chosen.rule <= lastRule, "allocator.rule",
          fmt::format("the number is not that of a rule (1 to {})", lastRule));
  if (chosen.crate == metadata.identity) {
    require(metadata.allocator, "allocator.name",
            fmt::format("the crate itself is the allocator, but it has no section {}",
                        allocatorSection.str()));
    require(chosen.linkage == Linkage::Static, "allocator.linkage",
            "the crate itself is the allocator, so that it is linked statically");
    return;
  }
  const LinkedCrate *linked = findLinked(chosen.crate);
  require(linked, "allocator.name", "the allocator is not in the linkage table");
  if (!linked)
    return;
  require(linked->allocator, "allocator.name",
          "the linkage table does not have the crate as an allocator");
  require(chosen.linkage == linked->linkage, "allocator.linkage",
          "the linkage differs from that in the linkage table");
  require(chosen.linkage != Linkage::NotLinked, "allocator.linkage", "the allocator is not linked");
}

} // namespace

std::optional<RecordFault> findFault(const CrateMetadata &metadata) {
  return RuleChecker(metadata).run();
}

} // namespace linkcheck
