//===- ItemsAdt.cpp - fields, variants, representations -------------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/StringSwitch.h>
#include <llvm/Support/MathExtras.h>

using namespace cratec::rust;
using namespace linkcheck;
using llvm::StringRef;
using Implementation = Items::Implementation;

namespace {

std::optional<IntKind> findIntKind(StringRef name) {
  return llvm::StringSwitch<std::optional<IntKind>>(name)
      .Case("i8", IntKind::I8)
      .Case("i16", IntKind::I16)
      .Case("i32", IntKind::I32)
      .Case("i64", IntKind::I64)
      .Case("isize", IntKind::Isize)
      .Case("u8", IntKind::U8)
      .Case("u16", IntKind::U16)
      .Case("u32", IntKind::U32)
      .Case("u64", IntKind::U64)
      .Case("usize", IntKind::Usize)
      .Default(std::nullopt);
}

/// Whether all is well with them is told by checkItems().
void readRepresentation(const ast::Attributes &attributes, AdtInfo &info) {
  for (const ast::MetaItem &attribute : attributes) {
    if (attribute.name != "repr")
      continue;
    for (const ast::MetaItem &hint : attribute.items) {
      if (hint.name == "C")
        info.reprC = true;
      else if (hint.name == "packed")
        info.reprPacked = true;
      else if (auto kind = findIntKind(hint.name))
        info.reprInt = kind;
    }
  }
}

/// The bits of a value as the discriminant's field holds them: sign or zero extended.
int64_t extend(uint64_t bits, IntKind kind) {
  unsigned width = bitWidth(kind);
  if (isSigned(kind))
    return width == 64 ? int64_t(bits) : llvm::SignExtend64(bits, width);
  return width == 64 ? int64_t(bits) : int64_t(bits & ((uint64_t(1) << width) - 1));
}

std::string printed(int64_t value, IntKind kind) {
  return isSigned(kind) ? std::to_string(value) : std::to_string(uint64_t(value));
}

uint64_t maximumOf(IntKind kind) {
  unsigned bits = bitWidth(kind) - (isSigned(kind) ? 1 : 0);
  return bits == 64 ? ~uint64_t(0) : (uint64_t(1) << bits) - 1;
}

} // namespace

const AdtInfo &Implementation::adt(DefId def) {
  if (defs[def].kind == DefKind::Variant)
    def = defs[def].parent;
  Slot<AdtInfo> &slot = adts[def];
  if (slot.state == Slot<AdtInfo>::State::Working)
    sayCycle(slot, def, "computing the fields and discriminants of");
  if (slot.state != Slot<AdtInfo>::State::Empty)
    return slot.value;
  slot.state = Slot<AdtInfo>::State::Working;
  AdtInfo &info = slot.value;
  info.def = def;
  info.dropMethod = noDef;
  info.parameters = generics(def).count();
  info.discriminantType = types.integer(IntKind::Isize);
  if (defs[def].kind == DefKind::Enum)
    makeEnum(def, info);
  else
    makeStruct(def, info);
  slot.state = Slot<AdtInfo>::State::Done;
  // Impls may need fields to be known.
  DefId dropTrait = defs.langItem(LangItem::Drop);
  if (dropTrait != noDef) {
    const ImplsOfTrait &drops = implsOf(dropTrait);
    auto found = drops.byHead.find(TypeHead(unsigned(Type::Kind::Adt), def));
    if (found != drops.byHead.end()) {
      info.dropMethod = defs.member(found->second.front(), "drop");
    }
  }
  return info;
}

namespace {

std::vector<FieldInfo> readFields(const std::vector<ast::FieldDecl> &fields, bool allPublic,
                                  llvm::function_ref<Ty(const ast::TypeExpr *)> lower) {
  std::vector<FieldInfo> result;
  for (const ast::FieldDecl &field : fields) {
    Span span = field.ident.span.isKnown() && field.type ? field.ident.span.to(field.type->span)
                                                         : field.ident.span;
    result.push_back({field.ident.name, lower(field.type), allPublic || field.isPublic, span});
  }
  return result;
}

} // namespace

void Implementation::makeStruct(DefId def, AdtInfo &info) {
  VariantInfo only{def, defs[def].name, ast::FieldStyle::Unit, {}};
  if (const auto *item = llvm::dyn_cast_or_null<ast::StructItem>(defs[def].item)) {
    TypeScope scope{defs.moduleOf(def), def, {}};
    readRepresentation(item->attributes, info);
    only.style = item->style;
    only.fields = readFields(item->fields, false,
                             [&](const ast::TypeExpr *type) { return lowerType(type, scope); });
  }
  info.variants.push_back(std::move(only));
}

void Implementation::makeEnum(DefId def, AdtInfo &info) {
  info.isEnum = true;
  const auto *item = llvm::dyn_cast_or_null<ast::EnumItem>(defs[def].item);
  if (!item)
    return;
  readRepresentation(item->attributes, info);
  if (info.reprInt)
    info.discriminantType = types.integer(*info.reprInt);
  TypeScope scope{defs.moduleOf(def), def, {}};
  llvm::ArrayRef<DefId> members = defs.members(def);
  for (size_t i = 0; i != item->variants.size(); ++i) {
    const ast::VariantDecl &variant = item->variants[i];
    VariantInfo made{
        i < members.size() ? members[i] : noDef, variant.ident.name, variant.style, {}};
    made.fields = readFields(variant.fields, true,
                             [&](const ast::TypeExpr *type) { return lowerType(type, scope); });
    info.variants.push_back(std::move(made));
  }
  readDiscriminants(def, *item, info);
}

void Implementation::readDiscriminants(DefId def, const ast::EnumItem &item, AdtInfo &info) {
  IntKind kind = info.discriminantType->intKind;
  std::optional<int64_t> previous;
  for (size_t i = 0; i != item.variants.size(); ++i) {
    const ast::VariantDecl &variant = item.variants[i];
    int64_t value = 0;
    if (variant.discriminant) {
      auto bits = evaluate(*variant.discriminant, defs.moduleOf(def), def, info.discriminantType);
      info.hasBadDiscriminant |= !bits;
      value = extend(bits.value_or(0), kind);
    } else if (previous) {
      bool overflows = uint64_t(*previous) == maximumOf(kind);
      value = extend(uint64_t(*previous) + 1, kind);
      if (overflows)
        reporterFor(def)
            .error(Code::E0370, variant.ident.span,
                   fmt::format("overflowed on value after {}", printed(*previous, kind)),
                   "enum discriminant overflowed")
            .note("explicitly set `{} = {}` if that is desired outcome", variant.ident.name.str(),
                  printed(value, kind))
            .done();
    }
    info.variants[i].discriminant = value;
    previous = value;
  }
}
