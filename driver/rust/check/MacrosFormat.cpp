//===- MacrosFormat.cpp - format strings as fmt::Arguments ------------------===//
//
// A format string becomes a value of core's `fmt::Arguments`: the texts between the
// arguments, a specification for each argument, and the arguments themselves as pointers,
// each with the function that formats it.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/check/Body.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using linkcheck::Code;
using thir::Expr;

namespace {

LangItem traitOfPiece(ast::FormatPiece::Trait trait) {
  using Trait = ast::FormatPiece::Trait;
  switch (trait) {
  case Trait::Display:
    return LangItem::Display;
  case Trait::Debug:
    return LangItem::Debug;
  case Trait::LowerHex:
    return LangItem::LowerHex;
  case Trait::UpperHex:
    return LangItem::UpperHex;
  case Trait::Octal:
    return LangItem::Octal;
  case Trait::Binary:
    return LangItem::Binary;
  case Trait::Pointer:
    return LangItem::Pointer;
  case Trait::LowerExp:
    return LangItem::LowerExp;
  case Trait::UpperExp:
    return LangItem::UpperExp;
  }
  return LangItem::Display;
}

/// The numbers that core's `fmt::Spec` uses.
uint64_t alignmentNumber(ast::FormatPiece::Align align) {
  switch (align) {
  case ast::FormatPiece::Align::Left:
    return 0;
  case ast::FormatPiece::Align::Right:
    return 1;
  case ast::FormatPiece::Align::Center:
    return 2;
  case ast::FormatPiece::Align::Unknown:
    return 3;
  }
  return 3;
}

} // namespace

/// `&[…]` as a slice.
Node BodyChecker::sliceOf(std::vector<Node> elements, Ty element, Span span) {
  Node array = make(Expr::Kind::Array, types.array(element, elements.size()), span);
  array->operands = list(elements);
  return cast(thir::CastKind::Unsize, borrow(array, false, span),
              types.reference(types.slice(element), false));
}

Node BodyChecker::formatUse(Node reference, FormatUse use, Ty type, Span span) {
  Ty target = infer.shallow(infer.shallow(reference->type)->element());
  Ty bytePointer = types.pointer(types.u8(), false);
  Node value = cast(thir::CastKind::PointerToPointer,
                    cast(thir::CastKind::PointerToPointer, reference, types.pointer(target, false)),
                    bytePointer);
  DefId trait =
      requireLang(traitOfPiece(use.trait.value_or(ast::FormatPiece::Trait::Display)), span);
  std::optional<DefId> method;
  if (trait != noDef)
    method = memberNamed(trait, "fmt");
  Ty functionType = nullptr;
  for (const FieldInfo &field : items.adt(type->def).only().fields)
    if (field.name == "format")
      functionType = field.type;
  if (!method || !functionType) {
    hasErrors = true;
    return errorNode(span);
  }
  if (target->is(Type::Kind::Str) || target->is(Type::Kind::Slice)) {
    hasErrors = true;
    report
        .error(Code::E0277, span, "doesn't have a size known at compile-time",
               "the size for values of type `{}` cannot be known at compilation time",
               print(target))
        .done();
    return errorNode(span);
  }
  require({trait, {target}}, span, Obligation::Cause::Format);
  Node function =
      cast(thir::CastKind::FunctionToPointer, functionNode(*method, {target}, span), functionType);
  return structNode(type, {{"value", value}, {"format", function}}, span);
}

Node BodyChecker::formatSpec(const ast::FormatPiece &piece, llvm::ArrayRef<FormatUse> uses, Ty type,
                             Span span) {
  auto indexOf = [&](FormatUse use) {
    return static_cast<uint64_t>(llvm::find(uses, use) - uses.begin());
  };
  auto byte = [&](uint64_t value) { return integerNode(value, types.u8(), span); };
  auto size = [&](uint64_t value) { return integerNode(value, types.usize(), span); };
  auto kindOf = [&](const std::optional<ast::FormatPiece::Count> &count) {
    return byte(!count ? 0 : count->isArgument ? 2 : 1);
  };
  auto valueOf = [&](const std::optional<ast::FormatPiece::Count> &count) {
    return size(!count              ? 0
                : count->isArgument ? indexOf({count->value, std::nullopt})
                                    : count->value);
  };
  uint64_t flags = (piece.plus ? 1 : 0) | (piece.alternate ? 4 : 0) | (piece.zero ? 8 : 0);
  return structNode(type,
                    {{"argument", size(indexOf({*piece.argument, piece.trait}))},
                     {"fill", integerNode(piece.fill, types.character(), span)},
                     {"align", byte(alignmentNumber(piece.align))},
                     {"flags", integerNode(flags, types.integer(IntKind::U32), span)},
                     {"width_kind", kindOf(piece.width)},
                     {"width", valueOf(piece.width)},
                     {"precision_kind", kindOf(piece.precision)},
                     {"precision", valueOf(piece.precision)}},
                    span);
}

Node BodyChecker::formatUses(const ast::FormatTemplate &format, llvm::ArrayRef<FormatUse> uses,
                             Ty type, Span span) {
  std::vector<Node> references;
  for (const ast::Expr *argument : format.arguments) {
    Node value = check(*argument);
    if (isNever(value->type))
      value = coerce(value, infer.freshDiverging());
    references.push_back(borrow(value, false, argument->span));
  }
  // Each argument is evaluated once, in the order in which they stand.
  bool isDirect = uses.size() == references.size();
  for (size_t i = 0; isDirect && i != uses.size(); ++i)
    isDirect = uses[i].argument == i;
  auto makeAll = [&](auto referenceOf) {
    std::vector<Node> elements;
    for (const FormatUse &use : uses) {
      if (use.argument >= references.size())
        continue;
      Node reference = referenceOf(use.argument);
      Ty target = known(infer.shallow(reference->type)->element());
      if (target->is(Type::Kind::Error)) {
        hasErrors = true;
        continue;
      }
      if (!use.trait && !infer.unify(target, types.usize()))
        reportMismatch(format.arguments[use.argument]->span, types.usize(), target);
      elements.push_back(formatUse(reference, use, type, format.arguments[use.argument]->span));
    }
    return elements;
  };
  if (isDirect)
    return sliceOf(makeAll([&](unsigned index) { return references[index]; }), type, span);

  std::vector<Ty> referenceTypes;
  thir::Pattern *pattern = makePattern(thir::Pattern::Kind::Leaf, nullptr, span);
  std::vector<thir::LocalIndex> locals;
  for (unsigned i = 0; i != references.size(); ++i) {
    referenceTypes.push_back(references[i]->type);
    locals.push_back(addLocal("", references[i]->type, false, references[i]->span));
    pattern->fields.push_back({i, bindingPattern(locals[i], references[i]->span)});
  }
  Node tuple = make(Expr::Kind::Tuple, types.tuple(referenceTypes), span);
  tuple->operands = list(references);
  pattern->type = tuple->type;
  std::vector<Node> elements =
      makeAll([&](unsigned index) { return localNode(locals[index], references[index]->span); });
  Node array = make(Expr::Kind::Array, types.array(type, elements.size()), span);
  array->operands = list(elements);
  Node match = make(Expr::Kind::Match, array->type, span);
  match->operands = {tuple};
  thir::Arm arm;
  arm.pattern = pattern;
  arm.body = array;
  arm.span = span;
  match->arms = {arm};
  return cast(thir::CastKind::Unsize, borrow(match, false, span),
              types.reference(types.slice(type), false));
}

Node BodyChecker::formatArguments(const ast::FormatTemplate &format, Span span) {
  DefId argumentsDef = requireLang(LangItem::FmtArguments, span);
  DefId argumentDef = requireLang(LangItem::FmtArgument, span);
  DefId specDef = requireLang(LangItem::FmtSpec, span);
  if (argumentsDef == noDef || argumentDef == noDef || specDef == noDef) {
    for (const ast::Expr *argument : format.arguments)
      check(*argument);
    return errorNode(span);
  }
  Ty argumentType = types.adt(argumentDef, {}), specType = types.adt(specDef, {});
  std::vector<FormatUse> uses;
  auto note = [&](FormatUse use) {
    if (!llvm::is_contained(uses, use))
      uses.push_back(use);
  };
  for (const ast::FormatPiece &piece : format.pieces) {
    if (piece.argument)
      note({*piece.argument, piece.trait});
    for (const auto &count : {piece.width, piece.precision})
      if (count && count->isArgument)
        note({count->value, std::nullopt});
  }
  std::vector<Node> texts, specs;
  for (const ast::FormatPiece &piece : format.pieces) {
    texts.push_back(stringNode(piece.text, span));
    if (piece.argument)
      specs.push_back(formatSpec(piece, uses, specType, span));
  }
  Ty textType = types.reference(types.str(), false);
  Node pieces = sliceOf(std::move(texts), textType, span);
  Node specSlice = sliceOf(std::move(specs), specType, span);
  Node arguments = formatUses(format, uses, argumentType, span);
  return structNode(types.adt(argumentsDef, {}),
                    {{"pieces", pieces}, {"specs", specSlice}, {"args", arguments}}, span);
}
