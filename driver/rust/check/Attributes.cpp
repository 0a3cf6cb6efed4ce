//===- Attributes.cpp - attributes of items, and their gates --------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"
#include "driver/rust/check/LinkKinds.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

/// Every attribute that has a meaning, or had one and does no harm. Sorted.
constexpr StringRef knownAttributes[] = {
    "allocator",
    "allow",
    "allow_internal_unsafe",
    "allow_internal_unstable",
    "automatically_derived",
    "bench",
    "cfg",
    "cfg_attr",
    "cold",
    "crate_id",
    "crate_name",
    "crate_type",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "export_name",
    "expect",
    "feature",
    "forbid",
    "fundamental",
    "ignore",
    "inline",
    "lang",
    "link",
    "link_args",
    "link_name",
    "link_section",
    "macro_export",
    "macro_reexport",
    "macro_use",
    "must_use",
    "needs_allocator",
    "no_builtins",
    "no_core",
    "no_link",
    "no_main",
    "no_mangle",
    "no_start",
    "no_std",
    "non_exhaustive",
    "panic_runtime",
    "path",
    "prelude_import",
    "recursion_limit",
    "repr",
    "should_panic",
    "stable",
    "staged_api",
    "test",
    "track_caller",
    "type_length_limit",
    "unsafe_destructor",
    "unsafe_destructor_blind_to_params",
    "unsafe_no_drop_flag",
    "unstable",
    "used",
    "warn",
};

/// Attributes whose effect the dialect does not have, and which change what a program does.
constexpr StringRef outsideAttributes[] = {
    "alloc_error_handler", "linkage",      "main",       "naked", "panic_handler",
    "plugin_registrar",    "plugin",       "proc_macro", "simd",  "start",
    "target_feature",      "thread_local",
};

StringRef nounOf(const ast::Item &item) {
  switch (item.kind) {
  case ast::Item::Kind::ExternCrate:
    return "extern crates";
  case ast::Item::Kind::Use:
    return "use statements";
  case ast::Item::Kind::Module:
    return "modules";
  case ast::Item::Kind::Function:
    return "functions";
  case ast::Item::Kind::Const:
    return "constants";
  case ast::Item::Kind::Static:
    return "statics";
  case ast::Item::Kind::TypeAlias:
    return "type aliases";
  case ast::Item::Kind::Struct:
    return "structs";
  case ast::Item::Kind::Enum:
    return "enums";
  case ast::Item::Kind::Impl:
    return "inherent impl blocks";
  case ast::Item::Kind::Trait:
    return "traits";
  case ast::Item::Kind::Extern:
    return "foreign modules";
  }
  return "items";
}

class AttributeChecker {
public:
  explicit AttributeChecker(Items &items) : items(items), defs(items.defs), report(items.report) {}

  void run() {
    const ast::Crate *crate = defs.crates()[localCrateNumber].ast;
    if (!crate)
      return;
    for (const ast::MetaItem &attribute : crate->root.attributes)
      checkCrateAttribute(attribute);
    for (const ast::Item *item : crate->root.items)
      visit(*item);
    // Items within functions.
    for (DefId def = 0; def != defs.size(); ++def)
      if (defs[def].crate == localCrateNumber && defs[def].item && defs[def].item != &crate->root &&
          defs[def].kind != DefKind::Variant) {
        if (defs[def].externBlock)
          visit(*defs[def].externBlock);
        visit(*defs[def].item);
      }
    sayRepeatedSymbols();
  }

private:
  // ---- of the crate ----

  void checkCrateAttribute(const ast::MetaItem &attribute) {
    if ((attribute.name == "allocator" || attribute.name == "needs_allocator"))
      return checkGate(attribute);
    if (!checkName(attribute))
      return;
    StringRef name = attribute.name;
    if (name == "allow" || name == "warn" || name == "deny" || name == "forbid")
      checkLints(attribute);
  }

  void checkGate(const ast::MetaItem &attribute) {
    std::string name = attribute.name.str();
    if (defs.hasFeature(localCrateNumber, name))
      return;
    report
        .error(Code::E0658, whole(attribute), "",
               "the `#[{}]` attribute is an experimental feature", name)
        .help("add `#![feature({})]` to the crate attributes to enable", name)
        .done();
  }

  Span whole(const ast::MetaItem &attribute) const {
    return wholeAttribute(attribute, report.sources);
  }

  bool checkName(const ast::MetaItem &attribute) {
    StringRef name = attribute.name;
    Span span{attribute.span.begin, attribute.span.begin + static_cast<uint32_t>(name.size())};
    if (llvm::is_contained(outsideAttributes, name)) {
      report
          .error(Code::D01, attribute.span, "not of the dialect",
                 "the attribute `#[{}]` is outside the dialect", name.str())
          .help("`SUBSET.md` lists what the dialect holds")
          .done();
      return false;
    }
    bool isTool =
        name.starts_with("rustfmt::") || name.starts_with("clippy::") || name.starts_with("rustc_");
    if (isTool || llvm::is_contained(knownAttributes, name))
      return true;
    report.error(Code::None, span, "", "cannot find attribute `{}` in this scope", name.str())
        .done();
    return false;
  }

  // ---- of items ----

  void visit(const ast::Item &item) {
    if (!seen.insert(&item).second)
      return;
    for (const ast::MetaItem &attribute : item.attributes)
      checkItemAttribute(attribute, item);
    llvm::ArrayRef<const ast::Item *> inside;
    if (const auto *module = llvm::dyn_cast<ast::Module>(&item))
      inside = module->items;
    else if (const auto *impl = llvm::dyn_cast<ast::ImplItem>(&item))
      inside = impl->items();
    else if (const auto *block = llvm::dyn_cast<ast::ExternItem>(&item))
      inside = block->items;
    for (const ast::Item *inner : inside)
      visit(*inner);
    noteSymbol(item);
  }

  void checkItemAttribute(const ast::MetaItem &attribute, const ast::Item &item) {
    if (!checkName(attribute))
      return;
    StringRef name = attribute.name;
    if (name == "allocator" || name == "needs_allocator") {
      // On functions, as allocators marked theirs: says what the optimiser may assume.
      checkGate(attribute);
    } else if (name == "inline") {
      checkInline(attribute, item);
    } else if (name == "no_mangle") {
      if (attribute.value || attribute.isList)
        sayMalformed(Code::E0565, attribute, "#[no_mangle]");
    } else if (name == "export_name" || name == "link_name" || name == "link_section") {
      if (!attribute.value)
        sayMalformed(Code::E0539, attribute, fmt::format("#[{} = \"name\"]", name.str()));
      else
        checkNoNull(attribute);
    } else if (name == "link") {
      checkLink(attribute);
    } else if (name == "allow" || name == "warn" || name == "deny" || name == "forbid") {
      checkLints(attribute);
    } else if (name == "repr") {
      checkRepr(attribute, item);
    } else if (name == "should_panic") {
      checkShouldPanic(attribute);
    } else if (name == "ignore") {
      if (attribute.isList || (attribute.value && !isString(attribute)))
        report
            .error(Code::None, whole(attribute), "",
                   "valid forms for the attribute are `#[ignore = \"reason\"]` and `#[ignore]`")
            .done();
    }
  }

  /// Whether its value is a string, not a number.
  bool isString(const ast::MetaItem &attribute) const {
    return report.sources.text(attribute.span).ends_with("\"") ||
           report.sources.text(attribute.span).ends_with("#");
  }

  void checkShouldPanic(const ast::MetaItem &attribute) {
    const ast::MetaItem *expected = attribute.items.size() == 1 ? &attribute.items[0] : nullptr;
    Code code = Code::E0539;
    StringRef wrong;
    if (attribute.value && !isString(attribute))
      wrong = "expected a string literal here";
    else if (attribute.isList && !expected)
      code = Code::E0805, wrong = "expected a single argument here";
    else if (expected && expected->name != "expected")
      wrong = "the only valid argument here is \"expected\"";
    else if (expected && !(expected->value && isString(*expected)))
      wrong = "expected this to be of the form `expected = \"...\"`";
    if (!wrong.empty())
      report.error(code, whole(attribute), wrong, "malformed `should_panic` attribute input")
          .help("must be of the form: `#[should_panic]`, or `#[should_panic(expected = "
                "\"reason\")]`")
          .done();
  }

  void sayMalformed(Code code, const ast::MetaItem &attribute, const std::string &form) {
    report.error(code, whole(attribute), "", "malformed `{}` attribute input", attribute.name.str())
        .help("must be of the form: `{}`", form)
        .done();
  }

  void checkNoNull(const ast::MetaItem &attribute) {
    if (StringRef(*attribute.value).contains('\0'))
      report
          .error(Code::E0648, whole(attribute), "", "`{}` may not contain null characters",
                 attribute.name.str())
          .done();
  }

  /// `allow(…)` and its like: names of lints, which other compilers have more of.
  void checkLints(const ast::MetaItem &attribute) {
    for (const ast::MetaItem &lint : attribute.items)
      if (lint.value || lint.isList || lint.name.empty())
        report
            .error(Code::E0452, lint.span, "bad attribute argument",
                   "malformed lint attribute input")
            .done();
  }

  /// Which kinds there are, and what they mean, is known where libraries are linked.
  void checkLink(const ast::MetaItem &attribute) {
    if (!attribute.isList) {
      report
          .error(Code::E0539, whole(attribute), "expected this to be a list",
                 "malformed `link` attribute input")
          .done();
      return;
    }
    const ast::MetaItem *name = attribute.find("name");
    if (!name) {
      report
          .error(Code::E0459, whole(attribute), "missing `name` argument",
                 "`#[link]` attribute requires a `name = \"string\"` argument")
          .done();
    } else if (name->value && name->value->empty()) {
      StringRef text = report.sources.text(name->span);
      Span value = name->span;
      value.begin += static_cast<uint32_t>(std::min(text.find('"'), text.size()));
      report.error(Code::E0454, value, "empty link name", "link name must not be empty").done();
    }
    if (const ast::MetaItem *condition = attribute.find("cfg"))
      checkLinkCondition(*condition);
    const ast::MetaItem *kind = attribute.find("kind");
    if (kind && !(kind->value && isLinkKind(*kind->value)))
      report
          .error(Code::E0458, whole(attribute), "",
                 "unknown link kind `{}`, expected one of: static, dylib", kind->value.value_or(""))
          .done();
  }

  void checkLinkCondition(const ast::MetaItem &condition) {
    if (!defs.hasFeature(localCrateNumber, "link_cfg"))
      report.error(Code::E0658, condition.span, "", "link cfg is unstable")
          .help("add `#![feature(link_cfg)]` to the crate attributes to enable")
          .done();
    if (condition.items.size() != 1)
      report.error(Code::None, condition.span, "", "link cfg must have a single predicate argument")
          .done();
  }

  void checkInline(const ast::MetaItem &attribute, const ast::Item &item) {
    if (!llvm::isa<ast::FunctionItem>(item)) {
      report
          .error(Code::None, whole(attribute), "", "`#[inline]` attribute cannot be used on {}",
                 nounOf(item).str())
          .help("`#[inline]` can only be applied to functions")
          .done();
      return;
    }
    if (attribute.value) {
      report
          .error(Code::None, attribute.span, "",
                 "valid forms for the attribute are `#[inline(always)]`, `#[inline(never)]`, and "
                 "`#[inline]`")
          .done();
    } else if (attribute.isList && attribute.items.size() != 1) {
      report
          .error(Code::E0805, attribute.span, "expected a single argument here",
                 "malformed `inline` attribute input")
          .done();
    } else if (attribute.isList && attribute.items[0].name != "always" &&
               attribute.items[0].name != "never") {
      report
          .error(Code::E0539, attribute.items[0].span, "valid arguments are `always` or `never`",
                 "malformed `inline` attribute input")
          .done();
    }
  }

  /// The hints of structs and enums are looked at with their fields.
  void checkRepr(const ast::MetaItem &attribute, const ast::Item &item) {
    if (!attribute.isList) {
      report
          .error(Code::E0539, whole(attribute), "expected this to be a list",
                 "malformed `repr` attribute input")
          .done();
      return;
    }
    if (llvm::isa<ast::StructItem, ast::EnumItem>(item))
      return;
    for (const ast::MetaItem &hint : attribute.items)
      report
          .error(Code::E0517, hint.span, "", "attribute should be applied to {}",
                 hint.name == "C"        ? "a struct, enum, or union"
                 : hint.name == "packed" ? "a struct or union"
                                         : "an enum")
          .done();
  }

  // ---- symbols ----

  /// Functions and statics that say their own symbol.
  void noteSymbol(const ast::Item &item) {
    const auto *function = llvm::dyn_cast<ast::FunctionItem>(&item);
    const auto *value = llvm::dyn_cast<ast::ValueItem>(&item);
    bool isStatic = value && item.kind == ast::Item::Kind::Static;
    DefId def = defs.find(&item);
    if ((!function && !isStatic) || def == noDef || defs[def].isForeign)
      return;
    const ast::MetaItem *exported = ast::findAttribute(item.attributes, "export_name");
    const ast::MetaItem *unmangled = ast::findAttribute(item.attributes, "no_mangle");
    if (!exported && !unmangled)
      return;
    bool isGeneric = items.generics(def).count() != 0;
    if (isGeneric) {
      const ast::MetaItem &attribute = exported ? *exported : *unmangled;
      auto error = report.error(Code::None, item.ident.span, "",
                                "functions generic over types or consts must be mangled");
      report.label(error, attribute.span, "an unmangled name cannot stand for all of them");
      return;
    }
    std::string symbol = exported && exported->value ? *exported->value : item.ident.name.str();
    symbols.push_back({symbol, &item});
  }

  void sayRepeatedSymbols() {
    std::map<std::string, const ast::Item *> first;
    for (const auto &[symbol, item] : symbols) {
      auto [earlier, isNew] = first.try_emplace(symbol, item);
      if (isNew)
        continue;
      auto error =
          report.error(Code::None, item->ident.span, "", "symbol `{}` is already defined", symbol);
      report.label(error, earlier->second->ident.span, "first defined here");
    }
  }

  Items &items;
  const Definitions &defs;
  const Reporter &report;
  std::set<const ast::Item *> seen;
  std::vector<std::pair<std::string, const ast::Item *>> symbols;
};

} // namespace

void cratec::rust::checkAttributes(Items &items) {
  AttributeChecker(items).run();
}
