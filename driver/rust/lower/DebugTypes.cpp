//===- DebugTypes.cpp - types as DWARF has them -------------------------------===//

#include "driver/rust/lower/DebugInfo.h"
#include "driver/rust/lower/Unit.h"

#include <llvm/BinaryFormat/Dwarf.h>
#include <llvm/IR/Constants.h>

namespace cratec::rust::ir {

/// Describes one type. Structs and enums are entered before their fields are
/// described, which may lead back to them.
class DebugTypes {
public:
  DebugTypes(DebugInfo &debug, Ty type)
      : debug(debug), unit(debug.unit), builder(debug.builder), type(type),
        layout(unit.layouts.of(type)), name(toString(type, unit.defs)) {}

  llvm::DIType *describe();

private:
  llvm::DIType *describePointer();
  llvm::DIType *describeArray();
  llvm::DIType *describeTuple();
  llvm::DIType *describeAdt();
  void fillEnum(llvm::DICompositeType *whole, const AdtInfo &adt);
  llvm::DIType *describePlainEnum(const AdtInfo &adt);
  llvm::DICompositeType *emptyStruct(llvm::DIScope *scope, llvm::StringRef structName, Span span,
                                     const std::string &identifier);
  void setFields(llvm::DICompositeType *whole, unsigned variant, llvm::ArrayRef<std::string> names);
  llvm::DIDerivedType *member(llvm::DIScope *scope, llvm::StringRef fieldName, Ty fieldType,
                              uint64_t offset);
  llvm::DIType *functionType();
  llvm::DIType *voidType() { return builder.createUnspecifiedType(name); }
  uint64_t bitSize() const { return layout.size * 8; }
  uint32_t bitAlign() const { return static_cast<uint32_t>(layout.align * 8); }

  DebugInfo &debug;
  Unit &unit;
  llvm::DIBuilder &builder;
  Ty type;
  const Layout &layout;
  std::string name;
};

llvm::DIType *DebugInfo::type(Ty type) {
  if (auto found = types.find(type); found != types.end())
    return found->second;
  // A type may lead to ever larger ones; somewhere the description has to end.
  constexpr unsigned depthLimit = 100;
  constexpr uint64_t lengthLimit = 500;
  if (depth >= depthLimit || unit.typeLength(type) > lengthLimit)
    return builder.createUnspecifiedType("_");
  ++depth;
  llvm::DIType *described = DebugTypes(*this, type).describe();
  --depth;
  return types[type] = described;
}

llvm::DIDerivedType *DebugTypes::member(llvm::DIScope *scope, llvm::StringRef fieldName,
                                        Ty fieldType, uint64_t offset) {
  const Layout &field = unit.layouts.of(fieldType);
  return builder.createMemberType(scope, fieldName, nullptr, 0, field.size * 8,
                                  static_cast<uint32_t>(field.align * 8), offset * 8,
                                  llvm::DINode::FlagZero, debug.type(fieldType));
}

llvm::DICompositeType *DebugTypes::emptyStruct(llvm::DIScope *scope, llvm::StringRef structName,
                                               Span span, const std::string &identifier) {
  llvm::DIFile *file = span.isKnown() ? debug.file(span) : nullptr;
  unsigned line = unit.report.sources.locate(span).line;
  return builder.createStructType(scope, structName, file, line, bitSize(), bitAlign(),
                                  llvm::DINode::FlagZero, nullptr, {}, 0, nullptr, identifier);
}

void DebugTypes::setFields(llvm::DICompositeType *whole, unsigned variant,
                           llvm::ArrayRef<std::string> names) {
  std::vector<Ty> fields = unit.layouts.fields(type, variant);
  std::vector<llvm::Metadata *> members;
  for (size_t i = 0; i < fields.size() && i < names.size(); ++i)
    members.push_back(member(whole, names[i], fields[i], layout.variants[variant][i]));
  builder.replaceArrays(whole, builder.getOrCreateArray(members));
}

llvm::DIType *DebugTypes::functionType() {
  std::vector<llvm::Metadata *> parts;
  parts.push_back(type->result()->isUnit() ? nullptr : debug.type(type->result()));
  for (Ty parameter : type->parameters())
    parts.push_back(debug.type(parameter));
  return builder.createSubroutineType(builder.getOrCreateTypeArray(parts));
}

llvm::DIType *DebugTypes::describePointer() {
  if (type->is(Type::Kind::FnPointer))
    return builder.createPointerType(functionType(), 64, 0, std::nullopt, name);
  Ty target = type->element();
  if (unit.items.isSized(target)) {
    // Entered first as a pointer to nothing: types may point at themselves.
    return builder.createPointerType(debug.type(target), 64, 0, std::nullopt, name);
  }
  Ty element = target->is(Type::Kind::Slice) ? target->element() : unit.types.u8();
  Ty usize = unit.types.usize();
  llvm::DICompositeType *whole = emptyStruct(nullptr, name, {}, unit.mangler.type(type));
  debug.types[type] = whole;
  auto *data = builder.createPointerType(debug.type(element), 64);
  std::vector<llvm::Metadata *> members{builder.createMemberType(whole, "data_ptr", nullptr, 0, 64,
                                                                 64, 0, llvm::DINode::FlagZero,
                                                                 data),
                                        member(whole, "length", usize, 8)};
  builder.replaceArrays(whole, builder.getOrCreateArray(members));
  return whole;
}

llvm::DIType *DebugTypes::describeArray() {
  llvm::Metadata *range = builder.getOrCreateSubrange(0, static_cast<int64_t>(type->length));
  return builder.createArrayType(bitSize(), bitAlign(), debug.type(type->element()),
                                 builder.getOrCreateArray({range}));
}

llvm::DIType *DebugTypes::describeTuple() {
  llvm::DICompositeType *whole = emptyStruct(nullptr, name, {}, unit.mangler.type(type));
  debug.types[type] = whole;
  std::vector<std::string> names;
  for (size_t i = 0; i < type->args.size(); ++i)
    names.push_back("__" + std::to_string(i));
  setFields(whole, 0, names);
  return whole;
}

namespace {

std::vector<std::string> fieldNames(const VariantInfo &variant) {
  std::vector<std::string> names;
  for (size_t i = 0; i < variant.fields.size(); ++i)
    names.push_back(variant.style == ast::FieldStyle::Named ? variant.fields[i].name.str()
                                                            : "__" + std::to_string(i));
  return names;
}

} // namespace

llvm::DIType *DebugTypes::describePlainEnum(const AdtInfo &adt) {
  const Def &def = unit.defs[type->def];
  std::vector<llvm::Metadata *> values;
  for (const VariantInfo &variant : adt.variants)
    values.push_back(builder.createEnumerator(variant.name,
                                              static_cast<uint64_t>(variant.discriminant),
                                              /*IsUnsigned=*/!layout.tagIsSigned));
  IntKind kind = layout.tagBits == 8    ? IntKind::U8
                 : layout.tagBits == 16 ? IntKind::U16
                 : layout.tagBits == 32 ? IntKind::U32
                                        : IntKind::U64;
  if (layout.tagIsSigned)
    kind = static_cast<IntKind>(static_cast<unsigned>(kind) - 5);
  return builder.createEnumerationType(debug.module(def.parent), name, debug.file(def.span),
                                       unit.report.sources.locate(def.span).line, bitSize(),
                                       bitAlign(), builder.getOrCreateArray(values),
                                       debug.type(unit.types.integer(kind)), 0, "", true);
}

/// A variant part: the tag, and for each variant a struct that has the size of the whole.
void DebugTypes::fillEnum(llvm::DICompositeType *whole, const AdtInfo &adt) {
  llvm::DIDerivedType *tag = nullptr;
  auto *tagType = llvm::Type::getIntNTy(unit.context, std::max(8u, layout.tagBits));
  if (layout.tagging != Layout::Tagging::None) {
    auto *integer = builder.createBasicType("u" + std::to_string(layout.tagBits), layout.tagBits,
                                            llvm::dwarf::DW_ATE_unsigned);
    tag = builder.createMemberType(whole, "", nullptr, 0, layout.tagBits, layout.tagBits,
                                   layout.tagOffset * 8, llvm::DINode::FlagArtificial, integer);
  }
  llvm::DICompositeType *part =
      builder.createVariantPart(whole, "", nullptr, 0, bitSize(), bitAlign(),
                                llvm::DINode::FlagZero, tag, builder.getOrCreateArray({}));
  std::vector<llvm::Metadata *> variants;
  for (unsigned i = 0; i < adt.variants.size(); ++i) {
    const VariantInfo &variant = adt.variants[i];
    llvm::DICompositeType *body = emptyStruct(whole, variant.name, unit.defs[variant.def].span,
                                              unit.mangler.type(type) + "." + variant.name.str());
    setFields(body, i, fieldNames(variant));
    bool isDefault = layout.tagging == Layout::Tagging::None ||
                     (layout.tagging == Layout::Tagging::Niche && i == layout.dataVariant);
    llvm::Constant *value =
        isDefault ? nullptr : llvm::ConstantInt::get(tagType, layout.tagValues[i]);
    variants.push_back(builder.createVariantMemberType(part, variant.name, nullptr, 0, bitSize(),
                                                       bitAlign(), 0, value, llvm::DINode::FlagZero,
                                                       body));
  }
  builder.replaceArrays(part, builder.getOrCreateArray(variants));
  builder.replaceArrays(whole, builder.getOrCreateArray({part}));
}

llvm::DIType *DebugTypes::describeAdt() {
  const AdtInfo &adt = unit.items.adt(type->def);
  const Def &def = unit.defs[type->def];
  if (adt.isCLike() && layout.tagging == Layout::Tagging::Tag)
    return describePlainEnum(adt);
  llvm::DICompositeType *whole =
      emptyStruct(debug.module(def.parent), name, def.span, unit.mangler.type(type));
  debug.types[type] = whole;
  if (!adt.isEnum)
    setFields(whole, 0, fieldNames(adt.only()));
  else if (!adt.variants.empty())
    fillEnum(whole, adt);
  return whole;
}

llvm::DIType *DebugTypes::describe() {
  using namespace llvm::dwarf;
  switch (type->kind) {
  case Type::Kind::Bool:
    return builder.createBasicType(name, 8, DW_ATE_boolean);
  case Type::Kind::Char:
    return builder.createBasicType(name, 32, DW_ATE_UTF);
  case Type::Kind::Int:
    return builder.createBasicType(name, bitSize(),
                                   isSigned(type->intKind) ? DW_ATE_signed : DW_ATE_unsigned);
  case Type::Kind::Float:
    return builder.createBasicType(name, bitSize(), DW_ATE_float);
  case Type::Kind::Reference:
  case Type::Kind::Pointer:
  case Type::Kind::FnPointer:
    return describePointer();
  case Type::Kind::Array:
    return describeArray();
  case Type::Kind::Tuple:
    return describeTuple();
  case Type::Kind::Adt:
    return describeAdt();
  case Type::Kind::Never:
    return builder.createBasicType(name, 0, DW_ATE_unsigned);
  default:
    return voidType();
  }
}

} // namespace cratec::rust::ir
