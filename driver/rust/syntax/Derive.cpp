//===- Derive.cpp - impls for derived traits ------------------------------===//
//
// An impl is written as source, under a path that says what it is, and parsed. It names
// the crate core as `$core`, which no program can write, so that no name of the program
// gets in its way; its own names begin with `__`.
//
// To print, it calls functions of `core::fmt::derive`:
//   begin_struct(f, name), field(f, name, value, is_first), end_struct(f, has_fields),
//   begin_tuple(f, name), tuple_field(f, value, is_first), end_tuple(f, has_fields),
//   unit(f, name)
//
//===----------------------------------------------------------------------===//

#include "driver/rust/syntax/Parser.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using linkcheck::Code;
using llvm::StringRef;

namespace {

/// A struct, or a variant of an enum.
struct Shape {
  std::string path; ///< `Point`, `Shape::Circle`
  StringRef name;   ///< what Debug prints
  FieldStyle style;
  const std::vector<FieldDecl> *fields;
};

class DeriveWriter {
public:
  DeriveWriter(const Item &item, const SourceMap &sources);

  /// The impl's text, or nothing for a trait that cannot be derived.
  std::string write(StringRef trait);

private:
  std::string header(StringRef traitPath) const;
  std::string pattern(const Shape &shape, StringRef prefix, bool isReference) const;
  std::string construct(const Shape &shape, llvm::function_ref<std::string(size_t)> value) const;
  std::string matchSelf(llvm::function_ref<std::string(const Shape &)> body) const;
  std::string matchPairs(llvm::function_ref<std::string(const Shape &)> body,
                         StringRef otherwise) const;
  std::string cloneBody() const;
  std::string equalBody() const;
  std::string compareBody(StringRef call, bool isPartial) const;
  std::string debugBody() const;
  std::string debugFields(const Shape &shape) const;
  std::string defaultBody() const;

  const SourceMap &sources;
  const Generics *generics;
  bool isEnum;
  std::vector<Shape> shapes;
  std::string type; ///< `Pair<A, B>`
};

} // namespace

DeriveWriter::DeriveWriter(const Item &item, const SourceMap &sources)
    : sources(sources), isEnum(llvm::isa<EnumItem>(item)) {
  std::string name = item.ident.name.str();
  if (const auto *structItem = llvm::dyn_cast<StructItem>(&item)) {
    generics = &structItem->generics;
    shapes.push_back({name, item.ident.name, structItem->style, &structItem->fields});
  } else {
    const auto &enumItem = llvm::cast<EnumItem>(item);
    generics = &enumItem.generics;
    for (const VariantDecl &variant : enumItem.variants)
      shapes.push_back({name + "::" + variant.ident.name.str(), variant.ident.name, variant.style,
                        &variant.fields});
  }
  type = name;
  if (!generics->params.empty())
    type += "<" +
            llvm::join(llvm::map_range(generics->params,
                                       [](const GenericParam &p) { return p.ident.name.str(); }),
                       ", ") +
            ">";
}

std::string DeriveWriter::header(StringRef traitPath) const {
  std::string text = "impl";
  if (!generics->params.empty()) {
    text += "<";
    for (const GenericParam &param : generics->params) {
      text += param.ident.name.str() + ": ";
      for (const Path &bound : param.bounds)
        text += sources.text(bound.span).str() + " + ";
      text += traitPath.str() + ", ";
    }
    text += ">";
  }
  return text + " " + traitPath.str() + " for " + type + " {\n";
}

/// `Point { x: ref __a0, y: ref __a1 }`
std::string DeriveWriter::pattern(const Shape &shape, StringRef prefix, bool isReference) const {
  std::string text = (isReference ? "&" : "") + shape.path;
  if (shape.style == FieldStyle::Unit)
    return text;
  text += shape.style == FieldStyle::Named ? " { " : "(";
  for (size_t i = 0; i != shape.fields->size(); ++i) {
    if (shape.style == FieldStyle::Named)
      text += (*shape.fields)[i].ident.name.str() + ": ";
    text += fmt::format("ref {}{}, ", prefix.str(), i);
  }
  return text + (shape.style == FieldStyle::Named ? "}" : ")");
}

std::string DeriveWriter::construct(const Shape &shape,
                                    llvm::function_ref<std::string(size_t)> value) const {
  std::string text = shape.path;
  if (shape.style == FieldStyle::Unit)
    return text;
  text += shape.style == FieldStyle::Named ? " { " : "(";
  for (size_t i = 0; i != shape.fields->size(); ++i) {
    if (shape.style == FieldStyle::Named)
      text += (*shape.fields)[i].ident.name.str() + ": ";
    text += value(i) + ", ";
  }
  return text + (shape.style == FieldStyle::Named ? "}" : ")");
}

/// An enum without variants has no values, and what takes one never runs.
static constexpr StringRef neverRuns = "    loop {}\n";

std::string DeriveWriter::matchSelf(llvm::function_ref<std::string(const Shape &)> body) const {
  if (shapes.empty())
    return neverRuns.str();
  std::string text = "    match *self {\n";
  for (const Shape &shape : shapes)
    text += "      " + pattern(shape, "__a", false) + " => { " + body(shape) + " }\n";
  return text + "    }\n";
}

/// Arms for variants with fields; `otherwise` for the rest, if anything is left.
std::string DeriveWriter::matchPairs(llvm::function_ref<std::string(const Shape &)> body,
                                     StringRef otherwise) const {
  std::string arms;
  size_t count = 0;
  for (const Shape &shape : shapes) {
    if (shape.fields->empty())
      continue;
    ++count;
    arms += "      (" + pattern(shape, "__a", true) + ", " + pattern(shape, "__b", true) +
            ") => { " + body(shape) + " }\n";
  }
  if (count == 0)
    return "    " + otherwise.str() + "\n";
  if (shapes.size() > 1)
    arms += "      _ => { " + otherwise.str() + " }\n";
  return "    match (&*self, &*__other) {\n" + arms + "    }\n";
}

std::string DeriveWriter::cloneBody() const {
  return matchSelf([&](const Shape &shape) {
    return construct(shape,
                     [](size_t i) { return fmt::format("$core::clone::Clone::clone(__a{})", i); });
  });
}

static constexpr StringRef discriminants =
    "let __d = unsafe { $core::intrinsics::discriminant_value(self) } as i64; "
    "let __e = unsafe { $core::intrinsics::discriminant_value(__other) } as i64; ";

std::string DeriveWriter::equalBody() const {
  if (shapes.empty())
    return neverRuns.str();
  return matchPairs(
      [](const Shape &shape) {
        std::string text;
        for (size_t i = 0; i != shape.fields->size(); ++i)
          text +=
              fmt::format("if !$core::cmp::PartialEq::eq(__a{0}, __b{0}) {{ return false; }} ", i);
        return text + "true";
      },
      isEnum ? discriminants.str() + "__d == __e" : "true");
}

/// Field by field, the first difference decides; between variants, their order does.
std::string DeriveWriter::compareBody(StringRef call, bool isPartial) const {
  if (shapes.empty())
    return neverRuns.str();
  std::string equal = "$core::cmp::Ordering::Equal";
  if (isPartial)
    equal = "$core::option::Option::Some(" + equal + ")";
  return matchPairs(
      [&](const Shape &shape) {
        std::string text;
        for (size_t i = 0; i != shape.fields->size(); ++i)
          text += fmt::format("match {0}(__a{1}, __b{1}) {{ {2} => {{}} __r => return __r, }} ",
                              call.str(), i, equal);
        return text + equal;
      },
      isEnum ? discriminants.str() + call.str() + "(&__d, &__e)" : equal);
}

std::string DeriveWriter::debugFields(const Shape &shape) const {
  std::string name = "\"" + shape.name.str() + "\"";
  if (shape.style == FieldStyle::Unit)
    return "$core::fmt::derive::unit(__f, " + name + ")";
  bool isNamed = shape.style == FieldStyle::Named;
  auto checked = [](const std::string &call) {
    return "match $core::fmt::derive::" + call +
           " { $core::result::Result::Ok(_) => {} "
           "$core::result::Result::Err(__e) => return $core::result::Result::Err(__e), } ";
  };
  std::string text =
      checked(std::string(isNamed ? "begin_struct" : "begin_tuple") + "(__f, " + name + ")");
  for (size_t i = 0; i != shape.fields->size(); ++i) {
    StringRef first = i == 0 ? "true" : "false";
    if (isNamed)
      text += checked(fmt::format("field(__f, \"{}\", __a{}, {})",
                                  (*shape.fields)[i].ident.name.str(), i, first.str()));
    else
      text += checked(fmt::format("tuple_field(__f, __a{}, {})", i, first.str()));
  }
  return text + fmt::format("$core::fmt::derive::{}(__f, {})", isNamed ? "end_struct" : "end_tuple",
                            shape.fields->empty() ? "false" : "true");
}

std::string DeriveWriter::debugBody() const {
  return matchSelf([&](const Shape &shape) { return debugFields(shape); });
}

std::string DeriveWriter::defaultBody() const {
  return "    " +
         construct(shapes.front(),
                   [](size_t) { return std::string("$core::default::Default::default()"); }) +
         "\n";
}

std::string DeriveWriter::write(StringRef trait) {
  auto method = [&](StringRef path, const std::string &signature, const std::string &body) {
    return header(path) + "  #[inline]\n  fn " + signature + " {\n" + body + "  }\n}\n";
  };
  std::string other = "(&self, __other: &" + type + ") -> ";
  if (trait == "Copy")
    return header("$core::marker::Copy") + "}\n";
  if (trait == "Eq")
    return header("$core::cmp::Eq") + "}\n";
  if (trait == "Clone")
    return method("$core::clone::Clone", "clone(&self) -> " + type, cloneBody());
  if (trait == "PartialEq")
    return method("$core::cmp::PartialEq", "eq" + other + "bool", equalBody());
  if (trait == "PartialOrd")
    return method("$core::cmp::PartialOrd",
                  "partial_cmp" + other + "$core::option::Option<$core::cmp::Ordering>",
                  compareBody("$core::cmp::PartialOrd::partial_cmp", true));
  if (trait == "Ord")
    return method("$core::cmp::Ord", "cmp" + other + "$core::cmp::Ordering",
                  compareBody("$core::cmp::Ord::cmp", false));
  if (trait == "Debug")
    return method("$core::fmt::Debug",
                  "fmt(&self, __f: &mut $core::fmt::Formatter) -> $core::fmt::Result", debugBody());
  if (trait == "Default")
    return method("$core::default::Default", "default() -> " + type, defaultBody());
  return {};
}

/// Whether the trait can be derived for the item; says why not.
static bool canDerive(const MetaItem &trait, const Item &item, const Reporter &report) {
  static constexpr StringRef known[] = {"Clone", "Copy", "Debug",     "Default",
                                        "Eq",    "Ord",  "PartialEq", "PartialOrd"};
  StringRef name = trait.name;
  if (name.empty()) {
    report.error(Code::E0777, trait.span, "not a trait", "expected path to a trait, found literal")
        .help("try using `#[derive({})]`", trait.value.value_or("Clone"))
        .done();
    return false;
  }
  if (!llvm::is_contained(known, name)) {
    if (name == "Hash")
      report
          .error(Code::D01, trait.span, "not of the dialect",
                 "the trait `Hash` is outside the dialect")
          .help("`SUBSET.md` lists what the dialect holds")
          .done();
    else
      report
          .error(Code::None, trait.span, "", "cannot find derive macro `{}` in this scope",
                 name.str())
          .done();
    return false;
  }
  if (name == "Default" && llvm::isa<EnumItem>(item)) {
    report.error(Code::E0665, trait.span, "", "`#[derive(Default)]` on enum with no `#[default]`")
        .help("write the `impl Default` by hand")
        .done();
    return false;
  }
  return true;
}

void Parser::derive(Items &items, const Item &item) {
  if (mode == LexMode::Generated)
    return;
  for (const MetaItem &attribute : item.attributes) {
    if (attribute.name != "derive")
      continue;
    if (!attribute.isList) {
      context.report
          .error(Code::None, attribute.span,
                 "must be of the form: `#[derive(Trait1, Trait2, ...)]`",
                 "malformed `derive` attribute input")
          .done();
      continue;
    }
    if (!llvm::isa<StructItem>(item) && !llvm::isa<EnumItem>(item)) {
      auto error = context.report.error(Code::E0774, attribute.span, "not applicable here",
                                        "`derive` may only be applied to `struct`s and `enum`s");
      context.report.label(error, item.span, "not a `struct` or `enum`").done();
      continue;
    }
    for (const MetaItem &trait : attribute.items) {
      if (!canDerive(trait, item, context.report))
        continue;
      DeriveWriter writer(item, context.sources);
      uint32_t begin = context.sources.add(
          fmt::format("<derive of {} for {}>", trait.name.str(), item.ident.name.str()),
          writer.write(trait.name));
      size_t first = items.size();
      Parser(context, begin, LexMode::Generated).parseGenerated(items);
      for (const Item *&impl : llvm::MutableArrayRef(items).drop_front(first))
        if (const auto *derived = llvm::dyn_cast<ImplItem>(impl))
          const_cast<ImplItem *>(derived)->isDerived = true;
    }
  }
}
