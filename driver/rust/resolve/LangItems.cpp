//===- LangItems.cpp - finds the items that the compiler must know --------===//

#include "driver/rust/resolve/LangItems.h"

#include "driver/rust/resolve/Words.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

static constexpr StringRef langNames[] = {
#define LANG_ITEM(id, name) name,
#include "driver/rust/resolve/LangItems.def"
};

StringRef cratec::rust::spelling(LangItem item) {
  return langNames[static_cast<size_t>(item)];
}

std::optional<LangItem> cratec::rust::findLangItem(StringRef name) {
  auto found = llvm::find(langNames, name);
  if (found == std::end(langNames))
    return std::nullopt;
  return static_cast<LangItem>(found - std::begin(langNames));
}

/// What crates of that time say of functions which this compiler has no use for: with a
/// panic that ends the process, nothing unwinds.
static bool isOldName(StringRef name) {
  static constexpr StringRef names[] = {"panic_fmt",        "eh_personality",
                                        "eh_unwind_resume", "begin_unwind",
                                        "panic_impl",       "start",
                                        "exchange_malloc",  "exchange_free",
                                        "stack_exhausted",  "eh_personality_catch",
                                        "msvc_try_filter"};
  return llvm::is_contained(names, name);
}

void LangItemCollector::run() {
  defs.langItems.assign(std::size(langNames), noDef);
  for (CrateNumber crate = 1; crate < defs.crateInputs.size(); ++crate)
    collect(crate);
  if (!defs.crateInputs.empty())
    collect(localCrateNumber);
}

void LangItemCollector::collect(CrateNumber crate) {
  bool mayHave = crate != localCrateNumber || defs.hasFeature(crate, "lang_items");
  for (DefId def = defs.ranges[crate].begin; def != defs.ranges[crate].end; ++def) {
    if (defs[def].kind == DefKind::Variant) // its item is its enum's
      continue;
    const ast::MetaItem *attribute = defs.findAttribute(def, "lang");
    if (!attribute)
      continue;
    if (!mayHave)
      report.error(Code::E0658, attribute->span, "", "lang items are subject to change")
          .help("add `#![feature(lang_items)]` to the crate attributes to enable");
    enter(def, *attribute);
  }
}

void LangItemCollector::enter(DefId def, const ast::MetaItem &attribute) {
  StringRef name = attribute.value ? StringRef(*attribute.value) : StringRef();
  bool isLocal = defs[def].crate == localCrateNumber;
  bool isFunction = defs[def].kind == DefKind::Function;
  std::optional<LangItem> item = findLangItem(name);
  // Inherent impls may say the type that they are of.
  if (!item && defs[def].kind == DefKind::Impl)
    item = LangItem::InherentImpl;
  if (!item && isFunction && isOldName(name)) {
    enterOldName(def, attribute);
    return;
  }
  if (!item) {
    if (isLocal)
      report
          .error(Code::E0522, attribute.span,
                 fmt::format("definition of unknown lang item `{}`", name.str()),
                 "definition of an unknown lang item: `{}`", name.str())
          .done();
    return;
  }
  defs.langOf[def] = *item;
  DefId &slot = defs.langItems[static_cast<size_t>(*item)];
  if (slot == noDef)
    slot = def;
  else if (isLocal && *item != LangItem::KnownTrait && *item != LangItem::InherentImpl)
    duplicate(def, slot, name);
}

void LangItemCollector::enterOldName(DefId def, const ast::MetaItem &attribute) {
  if (defs[def].crate != localCrateNumber)
    return;
  auto [entry, isNew] = oldNames.insert({*attribute.value, def});
  if (!isNew)
    duplicate(def, entry->second, *attribute.value);
}

void LangItemCollector::duplicate(DefId def, DefId first, StringRef name) {
  Words words(defs, report);
  auto message =
      report.error(Code::E0152, words.head(def), "", "found duplicate lang item `{}`", name.str());
  if (defs[first].crate == localCrateNumber)
    report.label(message, words.head(first), "the lang item is first defined here");
  else
    message.note("the lang item is first defined in crate `{}` (which `{}` depends on)",
                 defs.crateInputs[defs[first].crate].name, defs.crateInputs[localCrateNumber].name);
}
