//===- ItemsTypes.cpp - from types as written to types --------------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringSwitch.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;
using Implementation = Items::Implementation;

Ty Implementation::lowerType(const ast::TypeExpr *type, const TypeScope &scope) {
  if (!type)
    return types.error();
  using Kind = ast::TypeExpr::Kind;
  switch (type->kind) {
  case Kind::Path:
    return lowerPath(type->path, scope);
  case Kind::Reference:
    return types.reference(lowerType(type->inner, scope), type->isMutable);
  case Kind::Pointer:
    return types.pointer(lowerType(type->inner, scope), type->isMutable);
  case Kind::Slice:
    return types.slice(lowerType(type->inner, scope));
  case Kind::Array:
    return lowerArray(*type, scope);
  case Kind::Tuple: {
    std::vector<Ty> elements;
    for (const ast::TypeExpr *element : type->elements)
      elements.push_back(lowerType(element, scope));
    return types.tuple(elements);
  }
  case Kind::Function:
    return lowerFunctionType(*type, scope);
  case Kind::Never:
    return types.never();
  case Kind::Infer:
    return lowerHole(type->span, scope);
  }
  return types.error();
}

Ty Implementation::lowerArray(const ast::TypeExpr &type, const TypeScope &scope) {
  Ty element = lowerType(type.inner, scope);
  if (!type.length)
    return types.error();
  DefId owner = scope.owner == noDef ? scope.module : scope.owner;
  auto length = evaluate(*type.length, scope.module, owner, types.usize());
  return length ? types.array(element, *length) : types.error();
}

std::optional<uint64_t> Implementation::evaluate(const ast::Expr &expr, DefId module, DefId scope,
                                                 Ty expected) {
  // Most are plain numbers, and need nobody to run them.
  const ast::Expr *plain = &expr;
  const auto *unary = llvm::dyn_cast<ast::UnaryExpr>(plain);
  bool isNegated = unary && unary->op == ast::UnaryOp::Negate;
  if (isNegated)
    plain = unary->operand;
  const auto *literal = llvm::dyn_cast<ast::LiteralExpr>(plain);
  if (literal && literal->type == ast::LiteralExpr::Type::Integer && expected->isInteger() &&
      (literal->suffix.empty() || literal->suffix == spelling(expected->intKind))) {
    bool hasSign = isSigned(expected->intKind);
    unsigned bits = bitWidth(expected->intKind) - (hasSign ? 1 : 0);
    uint64_t maximum = bits == 64 ? ~uint64_t(0) : (uint64_t(1) << bits) - 1;
    if (!isNegated && literal->integer <= maximum)
      return literal->integer;
    if (isNegated && hasSign && literal->integer <= maximum + 1)
      return uint64_t(0) - literal->integer;
  }
  if (evaluator)
    return evaluator(expr, module, scope, expected);
  reporterFor(module)
      .error(Code::None, expr.span, "", "a constant cannot be evaluated here")
      .done();
  return std::nullopt;
}

Type::Abi Implementation::abiOf(std::optional<ast::Name> name) const {
  if (!name || *name == "Rust" || *name == "rust-call")
    return Type::Abi::Rust;
  return name->ends_with("intrinsic") ? Type::Abi::Intrinsic : Type::Abi::C;
}

Ty Implementation::lowerFunctionType(const ast::TypeExpr &type, const TypeScope &scope) {
  std::vector<Ty> parameters;
  for (const ast::TypeExpr *element : type.elements)
    parameters.push_back(lowerType(element, scope));
  Ty result = type.result ? lowerType(type.result, scope) : types.unit();
  Ty made = types.fnPointer(parameters, result, abiOf(type.abi), type.isUnsafe, type.isVariadic);
  if (made->abi == Type::Abi::C)
    checkCSignature(type, made, defs, reporterFor(scope.module));
  return made;
}

Ty Implementation::lowerHole(Span span, const TypeScope &scope) {
  if (scope.inferHole)
    return scope.inferHole(span);
  StringRef place = placeholderPlace;
  if (place.empty() && scope.owner != noDef)
    switch (defs[scope.owner].kind) {
    case DefKind::Struct:
      place = "structs";
      break;
    case DefKind::Enum:
    case DefKind::Variant:
      place = "variants";
      break;
    case DefKind::Const:
      place = "constants";
      break;
    case DefKind::AssociatedConst:
      place = "associated constants";
      break;
    case DefKind::Static:
      place = "static variables";
      break;
    case DefKind::TypeAlias:
      place = "type aliases";
      break;
    case DefKind::AssociatedType:
      place = "associated types";
      break;
    case DefKind::Impl:
      place = "implementations";
      break;
    case DefKind::Method:
    case DefKind::TraitMethod:
      place = "methods";
      break;
    default:
      break;
    }
  if (place.empty())
    place = "functions";
  reporterFor(scope.module)
      .error(Code::E0121, span, "not allowed in type signatures",
             "the placeholder `_` is not allowed within types on item signatures for {}",
             place.str())
      .done();
  return types.error();
}

// ---- generic arguments ----

void Implementation::sayArgumentCount(const ast::PathSegment &segment, DefId def, unsigned expected,
                                      const Reporter &report) {
  std::string noun = describe(defs[def].kind).str();
  if (defs[def].kind == DefKind::Method) {
    const auto *function = llvm::dyn_cast_or_null<ast::FunctionItem>(defs[def].item);
    if (function && function->self == ast::FunctionItem::Self::None)
      noun = "associated function";
  }
  std::string label = "expected " + counted(expected, "generic argument");
  size_t given = segment.arguments.size();
  auto error =
      segment.hasArguments
          ? report.error(Code::E0107, segment.ident.span, label, "{} takes {} but {} {} supplied",
                         noun, counted(expected, "generic argument"),
                         counted(given, "generic argument"), given == 1 ? "was" : "were")
          : report.error(Code::E0107, segment.ident.span, label, "missing generics for {} `{}`",
                         noun, segment.ident.name.str());
  if (defs[def].crate == localCrateNumber && defs[def].span.isKnown())
    report.label(error, defs[def].span, noun + " defined here");
}

std::vector<Ty> Implementation::lowerArguments(const ast::PathSegment &segment, DefId def,
                                               const TypeScope &scope) {
  const ItemGenerics &own = generics(def);
  unsigned hidden = own.parentCount + (defs[def].kind == DefKind::Trait ? 1 : 0);
  unsigned expected = own.count() - hidden;
  std::vector<Ty> args;
  for (const ast::TypeExpr *argument : segment.arguments)
    args.push_back(lowerType(argument, scope));
  bool mayLeaveOut = segment.arguments.empty() && scope.inferHole;
  if (args.size() != expected && !mayLeaveOut) {
    sayArgumentCount(segment, def, expected, reporterFor(scope.module));
    args.resize(expected, types.error());
  }
  while (args.size() < expected)
    args.push_back(scope.inferHole(segment.ident.span));
  return args;
}

/// The traits of operators and comparisons have `RHS = Self`, and so may those that the
/// compiler does not use itself.
bool Implementation::defaultsToSelf(DefId trait) const {
  auto lang = defs.langItemOf(trait);
  if (!lang)
    return true;
  switch (*lang) {
  case LangItem::From:
  case LangItem::Into:
  case LangItem::Index:
  case LangItem::IndexMut:
  case LangItem::AsRef:
  case LangItem::SliceIndex:
    return false;
  default:
    return true;
  }
}

std::optional<TraitRef> Implementation::lowerTraitRef(const ast::Path &path, Ty self,
                                                      const TypeScope &scope) {
  const Reporter &report = reporterFor(scope.module);
  PathResolution found = defs.resolvePath(path, Namespace::Type, scope.module,
                                          items.selfScopeOf(scope.owner), "trait", report);
  if (found.kind == PathResolution::Kind::Error)
    return std::nullopt;
  if (found.kind != PathResolution::Kind::Def || found.rest != 0 ||
      defs[found.def].kind != DefKind::Trait) {
    std::string what = "type";
    if (found.kind == PathResolution::Kind::Primitive)
      what = "builtin type";
    else if (found.kind == PathResolution::Kind::Def && found.rest == 0)
      what = describe(defs[found.def].kind).str();
    report
        .error(Code::E0404, path.span, "not a trait", "expected trait, found {} `{}`", what,
               path.toString())
        .done();
    return std::nullopt;
  }
  if (sayForbiddenArguments(path, path.segments.size() - 1, scope, "module"))
    return std::nullopt;
  TraitRef ref{found.def, {self}};
  const ast::PathSegment &segment = path.last();
  unsigned expected = generics(found.def).count() - 1;
  for (const ast::TypeExpr *argument : segment.arguments)
    ref.args.push_back(lowerType(argument, scope));
  size_t given = segment.arguments.size();
  if (given > expected || (given < expected && !defaultsToSelf(found.def))) {
    sayArgumentCount(segment, found.def, expected, report);
    ref.args.resize(expected + 1, types.error());
  }
  ref.args.resize(expected + 1, self);
  return ref;
}

// ---- C ----

namespace {

/// By its syntax: the type's own fields may be what is being read.
bool isCLikeEnum(const Def &def) {
  const auto *item = llvm::dyn_cast_or_null<ast::EnumItem>(def.item);
  return item &&
         llvm::all_of(item->variants, [](const ast::VariantDecl &v) { return v.fields.empty(); });
}

bool isPointerLike(Ty type, const Definitions &defs) {
  return type->is(Type::Kind::Reference) || type->is(Type::Kind::FnPointer) ||
         type->isAdt(defs.langItem(LangItem::OwnedBox));
}

/// Whether a C program can declare the type. By its syntax as well.
bool hasCLayout(const Def &def) {
  for (const ast::MetaItem &attribute : def.item->attributes)
    if (attribute.name == "repr")
      for (const ast::MetaItem &hint : attribute.items)
        if (hint.name != "packed" && hint.name != "align")
          return true;
  return false;
}

/// What of the type C has no argument for: "a tuple", or empty.
StringRef badForC(Ty type, const Definitions &defs) {
  switch (type->kind) {
  case Type::Kind::Adt:
    if (isCLikeEnum(defs[type->def]) || type->isAdt(defs.langItem(LangItem::OwnedBox)))
      return "";
    if (type->isAdt(defs.langItem(LangItem::Option)) && type->args.size() == 1 &&
        isPointerLike(type->args[0], defs))
      return "";
    return hasCLayout(defs[type->def]) ? ""
           : defs[type->def].kind == DefKind::Enum
               ? "an enum with data and without `#[repr(C)]` or `#[repr(u8)]`"
               : "a struct without `#[repr(C)]`";
  case Type::Kind::Tuple:
    return "a tuple";
  case Type::Kind::Array:
    return "an array";
  case Type::Kind::Reference:
  case Type::Kind::Pointer:
    if (type->element()->is(Type::Kind::Slice))
      return "a slice";
    return type->element()->is(Type::Kind::Str) ? "a string slice" : "";
  default:
    return "";
  }
}

} // namespace

/// What is passed by value has C's layout rules for registers, which differ by target.
void cratec::rust::checkCSignature(const ast::TypeExpr &type, Ty lowered, const Definitions &defs,
                                   const Reporter &report) {
  auto check = [&](Ty part, const ast::TypeExpr *written) {
    StringRef what = badForC(part, defs);
    if (!what.empty() && written)
      report
          .error(Code::D01, written->span, "not of the dialect",
                 "passing {} by value to or from C is outside the dialect", what.str())
          .help("pass a pointer to it")
          .done();
  };
  for (size_t i = 0; i != type.elements.size() && i != lowered->parameters().size(); ++i)
    check(lowered->parameters()[i], type.elements[i]);
  if (!lowered->result()->isUnit())
    check(lowered->result(), type.result);
}
