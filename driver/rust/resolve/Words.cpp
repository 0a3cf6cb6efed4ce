//===- Words.cpp - how messages speak of definitions ----------------------===//

#include "driver/rust/resolve/Words.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;
using Origin = Words::Binding::Origin;

std::string Words::noun(DefId id, Namespace space) const {
  const Def &def = defs[id];
  if (def.kind == DefKind::Module && def.parent == noDef)
    return "crate";
  if (def.kind == DefKind::Struct && space == Namespace::Value) {
    auto *item = llvm::dyn_cast_or_null<ast::StructItem>(def.item);
    if (item && item->style == ast::FieldStyle::Unit)
      return "unit struct";
    if (item && item->style == ast::FieldStyle::Tuple)
      return "tuple struct";
  }
  if (auto *item = llvm::dyn_cast_or_null<ast::EnumItem>(def.item);
      item && def.kind == DefKind::Variant && space == Namespace::Value &&
      def.index < item->variants.size()) {
    switch (item->variants[def.index].style) {
    case ast::FieldStyle::Unit:
      return "unit variant";
    case ast::FieldStyle::Tuple:
      return "tuple variant";
    case ast::FieldStyle::Named:
      return "variant";
    }
  }
  return describe(def.kind).str();
}

Span Words::head(DefId id) const {
  const Def &def = defs[id];
  bool isWhole = def.kind == DefKind::Variant || !def.item || def.parent == noDef;
  Span span = isWhole ? def.span : def.item->span;
  StringRef text = report.sources.text(span);
  if (def.kind != DefKind::Struct && def.kind != DefKind::Const && def.kind != DefKind::Static)
    text = text.take_until([](char c) { return c == '{'; }).rtrim();
  return text.empty() ? def.span : Span{span.begin, span.begin + uint32_t(text.size())};
}

std::string Words::modulePath(DefId module) const {
  std::string path;
  for (DefId id = module; id != noDef && defs[id].parent != noDef; id = defs[id].parent) {
    if (defs[id].name.empty())
      continue;
    path = path.empty() ? defs[id].name.str() : defs[id].name.str() + "::" + path;
  }
  return path.empty() ? "the root" : "`" + path + "`";
}

std::string Words::withArticle(StringRef noun) {
  bool isVowel =
      !noun.empty() && StringRef("aeiou").contains(noun.front()) && !noun.starts_with("unit");
  return (isVowel ? "an " : "a ") + noun.str();
}

// ---- two meanings of one name ----

Words::Party Words::party(const Binding &binding) const {
  if (binding.origin == Origin::Item && binding.def != noDef)
    return {binding.origin, binding.def, head(binding.def)};
  return {binding.origin, binding.def, binding.span};
}

/// What the namespace's meaning is called in "previous definition of the … `x`".
static StringRef meaning(const Definitions &defs, const Words::Party &party, Namespace space) {
  if (party.origin == Origin::ExternCrate)
    return "extern crate";
  if (space == Namespace::Value)
    return "value";
  DefKind kind = party.def == noDef ? DefKind::Struct : defs[party.def].kind;
  return kind == DefKind::Module || kind == DefKind::Trait ? describe(kind) : StringRef("type");
}

static Code conflictCode(Origin first, Origin second) {
  auto isEither = [&](Origin origin) { return first == origin || second == origin; };
  if (first == second)
    return first == Origin::Item     ? Code::E0428
           : first == Origin::Import ? Code::E0252
                                     : Code::E0259;
  if (!isEither(Origin::ExternCrate))
    return Code::E0255;
  return isEither(Origin::Import) ? Code::E0254 : Code::E0260;
}

void Words::conflict(DefId module, StringRef name, Namespace space, Party first,
                     Party second) const {
  if (second.span.begin < first.span.begin)
    std::swap(first, second);
  bool isRedefined = second.origin == Origin::Item;
  auto message = report.error(
      conflictCode(first.origin, second.origin), second.span,
      fmt::format("`{}` {} here", name.str(), isRedefined ? "redefined" : "reimported"),
      "the name `{}` is defined multiple times", name.str());
  if (first.span.isKnown())
    report.label(message, first.span,
                 fmt::format("previous {} of the {} `{}` here",
                             first.origin == Origin::Item ? "definition" : "import",
                             meaning(defs, first, space).str(), name.str()));
  message.note("`{}` must be defined only once in the {} namespace of this {}", name.str(),
               space == Namespace::Type ? "type" : "value",
               defs.isBlockModule(module) ? "block" : "module");
  if (first.origin != Origin::Item || second.origin != Origin::Item)
    message.help("you can use `as` to change the binding name of the import");
}

// ---- names that may not be used ----

void Words::notVisible(const Binding &binding, Namespace space, const ast::Ident &name) const {
  if (binding.def == noDef)
    return;
  std::string what = noun(binding.def, space);
  if (what == "tuple struct" && defs[binding.def].isPublic)
    what = "tuple struct constructor";
  bool isImport = !(binding.origin == Origin::Item);
  if (isImport)
    what += " import";
  std::string word = name.name.str();
  auto message =
      report.error(Code::E0603, name.span, "private " + what, "{} `{}` is private", what, word);
  Span place = isImport ? binding.span : head(binding.def);
  if (place.isKnown())
    report.label(message, place, fmt::format("the {} `{}` is defined here", what, word));
  if (isImport && binding.origin != Origin::ExternCrate)
    message.note("it refers to the {} `{}`", noun(binding.def, space), defs.path(binding.def));
}

void Words::ambiguous(const Binding &binding, const ast::Ident &name) const {
  std::string word = name.name.str();
  auto message = report.error(Code::E0659, name.span, "ambiguous name", "`{}` is ambiguous", word);
  message.note("ambiguous because of multiple glob imports of a name in the same module");
  if (binding.span.isKnown())
    report.label(message, binding.span,
                 fmt::format("`{}` could refer to what is imported here", word));
  if (binding.otherSpan.isKnown())
    report.label(message, binding.otherSpan,
                 fmt::format("`{}` could also refer to what is imported here", word));
  message.help("consider adding an explicit import of `{}` to disambiguate", word);
}
