//===- CheckItemsFunctions.cpp - functions, values, main ------------------===//

#include "driver/rust/check/CheckItemsParts.h"
#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;

/// The runner knows of panics alone.
static void checkTestResult(Items &items, const ast::FunctionItem &test, Ty result) {
  if (!test.result || result->isUnit() || result->is(Type::Kind::Never) || result->hasError)
    return;
  items.report
      .error(Code::E0277, test.result->span, "a test can only return `()` and `!`",
             "test `{}` has invalid return type `{}`", test.ident.name.str(),
             toString(result, items.defs))
      .help("consider using `()`, and `unwrap()` for what may fail")
      .done();
}

void cratec::rust::checkFunction(Items &items, DefId def) {
  const Def &definition = items.defs[def];
  const auto *function = llvm::dyn_cast_or_null<ast::FunctionItem>(definition.item);
  if (!function)
    return;
  items.generics(def);
  const FunctionSignature &signature = items.signature(def);
  size_t first = signature.hasSelf ? 1 : 0;
  for (size_t i = 0; i != function->parameters.size(); ++i)
    if (i + first < signature.parameters.size() && function->parameters[i].type)
      checkSized(items, signature.parameters[i + first], function->parameters[i].type->span,
                 "function arguments must have a statically known size");
  // In a trait Self may be anything.
  if (first != 0 && function->self == ast::FunctionItem::Self::Value)
    checkSized(items, signature.parameters[0], function->selfSpan,
               "function arguments must have a statically known size");
  if (function->result)
    checkSized(items, signature.result, function->result->span,
               "the return type of a function must have a statically known size");
  if (ast::findAttribute(function->attributes, "test"))
    checkTestResult(items, *function, signature.result);
  if (definition.isForeign && !function->generics.params.empty() &&
      signature.abi != Type::Abi::Intrinsic)
    items.report
        .error(Code::E0044, headSpan(*function, items.report.sources), "can't have type parameters",
               "foreign items may not have type parameters")
        .help("replace the type parameters with concrete types like `u32`")
        .done();
  if (definition.isForeign && signature.isVariadic && signature.abi == Type::Abi::Rust)
    items.report
        .error(Code::E0045, headSpan(*function, items.report.sources),
               "C-variadic function must have a compatible calling convention",
               "C-variadic functions with the \"Rust\" calling convention are not supported")
        .done();
  if (signature.abi != Type::Abi::C)
    return;
  // The same as of a function pointer's type, of which `self` is a parameter like others.
  ast::TypeExpr type{}, self{};
  type.kind = ast::TypeExpr::Kind::Function;
  self.span = function->selfSpan;
  if (first != 0)
    type.elements.push_back(&self);
  for (const ast::Parameter &parameter : function->parameters)
    type.elements.push_back(parameter.type);
  type.result = function->result;
  Ty pointer =
      items.types.fnPointer(signature.parameters, signature.result, Type::Abi::C, false, false);
  checkCSignature(type, pointer, items.defs, items.report);
}

void cratec::rust::checkValue(Items &items, DefId def) {
  const Def &definition = items.defs[def];
  const auto *item = llvm::dyn_cast_or_null<ast::ValueItem>(definition.item);
  if (!item || !item->type)
    return;
  Ty type = items.typeOf(def);
  if (type->hasError)
    return;
  if (!items.isSized(type)) {
    checkSized(items, type, item->type->span,
               "statics and constants must have a statically known size");
    return;
  }
  checkSized(items, type, item->type->span, "");
  DefId sync = items.defs.langItem(LangItem::Sync);
  if (definition.kind != DefKind::Static || definition.isForeign || item->isMutable ||
      sync == noDef || items.holds({sync, {type}}))
    return;
  // The innermost part that is to blame.
  std::vector<Ty> way{type};
  auto isBad = [&](Ty part) {
    return !part->hasError && !llvm::is_contained(way, part) && !items.holds({sync, {part}});
  };
  for (bool isDeeper = true; isDeeper && way.size() < 32;) {
    isDeeper = false;
    Ty outer = way.back();
    std::vector<Ty> parts(outer->args.begin(), outer->args.end());
    if (outer->is(Type::Kind::Pointer))
      parts.clear();
    if (outer->is(Type::Kind::Adt)) {
      parts.clear();
      bool isCell = items.defs.langItemOf(outer->def) == LangItem::UnsafeCell;
      for (const VariantInfo &variant : items.adt(outer->def).variants)
        for (const FieldInfo &field : variant.fields)
          if (!isCell)
            parts.push_back(items.types.substitute(field.type, outer->args));
    }
    auto bad = llvm::find_if(parts, isBad);
    if (bad != parts.end()) {
      way.push_back(*bad);
      isDeeper = true;
    }
  }
  std::string name = toString(way.back(), items.defs);
  std::string message = fmt::format("`{}` cannot be shared between threads safely", name);
  auto error = items.report.error(Code::E0277, item->type->span, message, "{}", message);
  if (way.size() == 1)
    error.help("the trait `Sync` is not implemented for `{}`", name);
  else
    error.help("within `{}`, the trait `Sync` is not implemented for `{}`",
               toString(type, items.defs), name);
  for (size_t i = way.size() - 1; i-- != 0;)
    error.note("required because it appears within the type `{}`", toString(way[i], items.defs));
  error.note("shared static variables must have a type that implements `Sync`").done();
}

// ---- main ----

namespace {

void sayNoMain(Items &items, DefId other) {
  const Definitions &defs = items.defs;
  const ast::Crate *crate = defs.crates()[localCrateNumber].ast;
  std::string name = defs.crates()[localCrateNumber].name;
  Span root = crate ? crate->root.span : Span();
  root.end = root.begin + static_cast<uint32_t>(items.report.sources.text(root).rtrim().size());
  StringRef path = items.report.sources.path(root.begin);
  Span end{root.end, root.end};
  std::string label = fmt::format("consider adding a `main` function to `{}`", path.str());
  std::vector<DefId> elsewhere;
  for (DefId def : defs.all(DefKind::Function, localCrateNumber))
    if (defs[def].name == "main")
      elsewhere.push_back(def);
  if (!elsewhere.empty())
    label =
        fmt::format("the main function must be defined at the crate level (in `{}`)", path.str());
  auto error =
      items.report.error(Code::E0601, end, label, "`main` function not found in crate `{}`", name);
  if (other != noDef)
    items.report.label(error, defs[other].span, "non-function item at `crate::main` is found");
  for (DefId def : elsewhere)
    items.report.label(error, defs[def].span, "here is a function named `main`");
  if (!elsewhere.empty())
    error.help("consider moving the `main` function definitions");
  else
    error.help("or compile a library: `--crate-type lib`, or `#![crate_type = \"lib\"]`");
}

void checkMainSignature(Items &items, DefId main, const ast::FunctionItem &item) {
  const FunctionSignature &signature = items.signature(main);
  Span head = headSpan(item, items.report.sources);
  std::vector<std::string> parameters;
  for (Ty type : signature.parameters)
    parameters.push_back(toString(type, items.defs));
  StringRef wrong;
  if (signature.abi != Type::Abi::Rust)
    wrong = "expected \"Rust\" fn, found \"C\" fn";
  else if (signature.isUnsafe)
    wrong = "expected safe fn, found unsafe fn";
  else if (!signature.parameters.empty())
    wrong = "incorrect number of function parameters";
  if (!wrong.empty())
    items.report.error(Code::E0580, head, wrong, "`main` function has wrong type")
        .note("expected signature `fn()`\n   found signature `{}{}fn({})`",
              signature.isUnsafe ? "unsafe " : "",
              signature.abi == Type::Abi::C ? "extern \"C\" " : "", fmt::join(parameters, ", "))
        .done();
  Ty result = signature.result;
  if (result->isUnit() || result->is(Type::Kind::Never) || result->hasError || !item.result)
    return;
  items.report
      .error(Code::E0277, item.result->span, "`main` can only return `()` and `!`",
             "`main` has invalid return type `{}`", toString(result, items.defs))
      .help("consider using `()`; `std::process::exit` gives a code to who called")
      .done();
}

} // namespace

void cratec::rust::checkMain(Items &items, const ItemCheckOptions &options) {
  const Definitions &defs = items.defs;
  if (!options.isExecutable)
    return;
  // Something else may define the C function, as programs without `std` do.
  const ast::Crate *crate = defs.crates()[localCrateNumber].ast;
  if (crate && (crate->testMain || ast::findAttribute(crate->root.attributes, "no_main")))
    return;
  DefId root = defs.crateRoot(localCrateNumber);
  auto main = defs.lookupIn(root, "main", Namespace::Value);
  const ast::FunctionItem *item =
      main ? llvm::dyn_cast_or_null<ast::FunctionItem>(defs[*main].item) : nullptr;
  if (!item) {
    auto type = defs.lookupIn(root, "main", Namespace::Type);
    return sayNoMain(items, main ? *main : type.value_or(noDef));
  }
  if (!item->generics.params.empty()) {
    Span span =
        item->generics.params.front().ident.span.to(item->generics.params.back().ident.span);
    Span bracketed{span.begin - 1, span.end + 1};
    if (items.report.sources.text(bracketed).starts_with("<"))
      span = bracketed;
    items.report
        .error(Code::E0131, span, "`main` cannot have generic parameters",
               "`main` function is not allowed to have generic parameters")
        .done();
    return;
  }
  checkMainSignature(items, *main, *item);
}
