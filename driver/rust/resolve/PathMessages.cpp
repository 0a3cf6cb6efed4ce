//===- PathMessages.cpp - what is said of a path that means nothing -------===//

#include "driver/rust/resolve/Paths.h"
#include "driver/rust/resolve/Suggest.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

namespace {

struct Codes {
  Code notFound;
  Code wrongKind;
};

Codes codesFor(StringRef wanted) {
  if (wanted == "trait")
    return {Code::E0405, Code::E0404};
  if (wanted == "type")
    return {Code::E0412, Code::E0573};
  if (wanted.starts_with("struct"))
    return {Code::E0422, Code::E0574};
  if (wanted.starts_with("unit struct") || wanted.starts_with("tuple struct"))
    return {Code::E0531, Code::E0532};
  return {Code::E0425, Code::E0423};
}

bool isTypeLike(StringRef name) {
  return !name.empty() && llvm::isUpper(name.front());
}

} // namespace

std::string PathResolver::written(size_t segments) const {
  std::string text = path.global ? "::" : "";
  for (size_t i = 0; i != segments; ++i)
    text += (i ? "::" : "") + segment(i).name.str();
  return text;
}

/// A called name with a capital was meant as a constructor as well.
std::string PathResolver::nounForMissing() const {
  if (wanted == "function" && isTypeLike(path.last().ident.name))
    return "function, tuple struct or tuple variant";
  return wanted.str();
}

// ---- the last segment ----

/// `where`: "in this scope", "in module `m`"; `container`: the module, where one was named.
PathResolution PathResolver::notFound(std::string where, StringRef label,
                                      std::optional<DefId> container) {
  const ast::Ident &name = path.last().ident;
  auto message = report.error(codesFor(wanted).notFound, name.span, label, "cannot find {} `{}` {}",
                              nounForMissing(), name.name.str(), where);
  Suggester suggester(defs, report, wanted, module);
  auto similar = container ? suggester.similarIn(*container, name.name, space)
                           : suggester.similarAround(module, name.name, space);
  if (!container)
    if (auto elsewhere = suggester.importable(name.name, space)) {
      message.help("consider importing this {}: `use {};`", elsewhere->noun, elsewhere->path);
      return {};
    }
  if (similar)
    message.help("{} with a similar name exists: `{}`", Words::withArticle(similar->noun),
                 similar->name);
  return {};
}

PathResolution PathResolver::missingSingle() {
  StringRef name = segment(0).name;
  Namespace other = space == Namespace::Type ? Namespace::Value : Namespace::Type;
  bool failedGlob = false;
  const Binding *found = defs.findUnqualified(module, name, other, failedGlob);
  if (found && found->def == noDef)
    return {};
  if (found)
    return wrongKind(words.noun(found->def, other), found->def);
  if (space == Namespace::Value && findPrimitiveType(name))
    return wrongKind("builtin type", noDef);
  return notFound("in this scope", "not found in this scope", std::nullopt);
}

PathResolution PathResolver::missingLast(DefId container) {
  Namespace other = space == Namespace::Type ? Namespace::Value : Namespace::Type;
  const Binding *found = defs.findBinding(container, path.last().ident.name, other);
  if (found && found->def == noDef)
    return {};
  if (found)
    return wrongKind(words.noun(found->def, other), found->def);
  if (count() == 1)
    return notFound("in the crate root", "not found in the crate root", container);
  std::string prefix = written(count() - 1);
  StringRef noun = defs[container].parent == noDef && segment(count() - 2).name != "self" &&
                           segment(count() - 2).name != "super"
                       ? "crate"
                       : "module";
  return notFound(fmt::format("in {} `{}`", noun.str(), prefix),
                  fmt::format("not found in `{}`", prefix), container);
}

PathResolution PathResolver::wrongKind(StringRef found, DefId def) {
  auto *record = def == noDef ? nullptr : llvm::dyn_cast_or_null<ast::StructItem>(defs[def].item);
  if (record && space == Namespace::Value && record->style == ast::FieldStyle::Tuple)
    return privateConstructor(def);
  std::string label = wanted == "value" ? "not a value" : "not a " + wanted.str();
  auto message =
      report.error(codesFor(wanted).wrongKind, path.span, label, "expected {}, found {} `{}`",
                   nounForMissing(), found.str(), written(count()));
  if (def == noDef)
    return {};
  if (defs[def].kind == DefKind::Variant && wanted == "type")
    message.help("try using the variant's enum: `{}`", defs.path(defs[def].parent));
  if (!record || space != Namespace::Value)
    return {};
  report.label(message, words.head(def), fmt::format("`{}` defined here", written(count())));
  std::string fields;
  for (const ast::FieldDecl &field : record->fields)
    fields += (fields.empty() ? " " : ", ") + field.ident.name.str() + ": val";
  message.help("use struct literal syntax instead: `{} {{{} }}`", written(count()), fields);
  return {};
}

/// The type can be seen, but its constructor not.
PathResolution PathResolver::privateConstructor(DefId def) {
  auto message = report.error(Code::E0423, path.span, "",
                              "cannot initialize a tuple struct which contains private fields");
  report.label(message, words.head(def), "constructor is not visible here due to private fields");
  return {};
}

PathResolution PathResolver::structVariant() {
  std::string label = "not a " + wanted.str();
  report
      .error(Code::E0533, path.span, label, "expected {}, found struct variant `{}`",
             wanted == "function" ? "value" : wanted.str(), written(count()))
      .done();
  return {};
}

// ---- segments before ----

PathResolution PathResolver::missingFirst() {
  const ast::Ident &first = segment(0);
  std::string name = first.name.str();
  bool failedGlob = false;
  const Binding *value = defs.findUnqualified(module, first.name, Namespace::Value, failedGlob);
  if (value && value->def == noDef)
    return {};
  bool isType = isTypeLike(first.name);
  std::string label = value ? fmt::format("{} `{}` is not a crate or module",
                                          words.noun(value->def, Namespace::Value), name)
                      : isType
                          ? fmt::format("use of undeclared type `{}`", name)
                          : fmt::format("use of unresolved module or unlinked crate `{}`", name);
  auto message = report.error(Code::E0433, first.span, label, "cannot find {} `{}` in this scope",
                              isType ? "type" : "module or crate", name);
  Suggester suggester(defs, report, isType ? "type" : "module", module);
  if (auto elsewhere = suggester.importable(first.name, Namespace::Type))
    message.help("consider importing this {}: `use {};`", elsewhere->noun, elsewhere->path);
  else if (auto similar = suggester.similarAround(module, first.name, Namespace::Type))
    message.help("{} with a similar name exists: `{}`", Words::withArticle(similar->noun),
                 similar->name);
  else if (!isType && !value)
    message.help("you might be missing a crate named `{}`", name);
  return {};
}

PathResolution PathResolver::missingMiddle(DefId container, size_t index) {
  const ast::Ident &name = segment(index);
  std::string word = name.name.str();
  if (index == 0) {
    report
        .error(Code::E0433, name.span,
               fmt::format("use of unresolved module or unlinked crate `{}`", word),
               "cannot find module or crate `{}` in the crate root", word)
        .help("you might be missing a crate named `{}`", word);
    return {};
  }
  std::string owner = segment(index - 1).name.str();
  const Binding *value = defs.findBinding(container, name.name, Namespace::Value);
  std::string label = value && value->def != noDef
                          ? fmt::format("expected type, found {} `{}` in `{}`",
                                        words.noun(value->def, Namespace::Value), word, owner)
                          : fmt::format("could not find `{}` in `{}`", word, owner);
  auto message =
      report.error(Code::E0433, name.span, label, "cannot find `{}` in `{}`", word, owner);
  Suggester suggester(defs, report, isTypeLike(name.name) ? "type" : "module", module);
  if (auto similar = suggester.similarIn(container, name.name, Namespace::Type))
    message.help("{} with a similar name exists: `{}`", Words::withArticle(similar->noun),
                 similar->name);
  return {};
}

PathResolution PathResolver::throughVariant(DefId variant, size_t index) {
  std::string name = defs[variant].name.str();
  std::string owner = defs[defs[variant].parent].name.str();
  report
      .error(Code::E0433, segment(index - 1).span,
             fmt::format("`{}` is a variant, not a module", name),
             "cannot find module `{}` in `{}`", name, owner)
      .help("there is an enum variant `{}::{}`; try using the variant's enum", owner, name);
  return {};
}

PathResolution PathResolver::tooManySupers(size_t index) {
  report
      .error(Code::E0433, segment(index).span, "there are too many leading `super` keywords",
             "too many leading `super` keywords")
      .done();
  return {};
}

PathResolution PathResolver::noSelfType() {
  constexpr StringRef label = "`Self` is only available in impls, traits, and type definitions";
  if (count() == 1)
    report.error(Code::E0411, segment(0).span, label, "cannot find type `Self` in this scope")
        .done();
  else
    report.error(Code::E0433, segment(0).span, label, "cannot find `Self` in this scope").done();
  return {};
}

PathResolution PathResolver::selfIsModule() {
  std::string text = written(count());
  bool isSelf = count() == 1 && text == "self";
  report
      .error(isSelf ? Code::E0424 : Code::E0423, path.span,
             isSelf ? "`self` value is a keyword only available in methods with a `self` parameter"
                    : "not a value",
             "expected value, found module `{}`", text)
      .done();
  return {};
}
