//===- Layout.cpp - how types stand in memory ---------------------------------===//

#include "driver/rust/lower/Layout.h"

#include <llvm/Support/MathExtras.h>

#include <algorithm>

namespace cratec::rust::ir {

namespace {

uint64_t mask(unsigned bits) {
  return bits >= 64 ? ~uint64_t(0) : (uint64_t(1) << bits) - 1;
}

Scalar integerOf(unsigned bits) {
  return {Scalar::Kind::Integer, bits, false};
}

void becomeScalar(Layout &layout, Scalar scalar) {
  layout.shape = Shape::Scalar;
  layout.first = scalar;
  layout.size = layout.align = scalar.bits / 8;
}

/// Adds sizes that may be near the end of what a number holds.
uint64_t grow(Layout &layout, uint64_t size) {
  if (size >= Layouts::sizeLimit) {
    layout.isTooBig = true;
    return 0;
  }
  return size;
}

} // namespace

const Layout &Layouts::of(Ty type) {
  if (auto found = known.find(type); found != known.end())
    return *found->second;
  auto layout = std::make_unique<Layout>(make(type));
  layout->type = type;
  if (layout->isTooBig)
    layout->size = 0, layout->shape = Shape::Empty;
  return *(known[type] = std::move(layout));
}

std::vector<Ty> Layouts::fields(Ty type, unsigned variant) {
  if (type->is(Type::Kind::Tuple))
    return type->args.vec();
  std::vector<Ty> result;
  if (!type->is(Type::Kind::Adt))
    return result;
  const AdtInfo &adt = items.adt(type->def);
  if (variant < adt.variants.size())
    for (const FieldInfo &field : adt.variants[variant].fields)
      result.push_back(items.normalize(items.types.substitute(field.type, type->args)));
  return result;
}

Layout Layouts::make(Ty type) {
  Layout layout;
  switch (type->kind) {
  case Type::Kind::Bool:
    becomeScalar(layout, {Scalar::Kind::Integer, 8, true});
    layout.niche = Niche{0, 8, 2, 254};
    break;
  case Type::Kind::Char:
    becomeScalar(layout, integerOf(32));
    layout.niche = Niche{0, 32, 0x110000, 0xffffffff - 0x10ffff};
    break;
  case Type::Kind::Int:
    becomeScalar(layout, integerOf(bitWidth(type->intKind)));
    break;
  case Type::Kind::Float:
    becomeScalar(layout, {Scalar::Kind::Float, type->floatBits, false});
    break;
  case Type::Kind::Reference:
  case Type::Kind::Pointer:
  case Type::Kind::FnPointer:
    return makePointer(type);
  case Type::Kind::Array:
    return makeArray(type);
  case Type::Kind::Slice:
    layout.align = of(type->element()).align;
    layout.shape = Shape::Memory;
    break;
  case Type::Kind::Str:
    layout.shape = Shape::Memory;
    break;
  case Type::Kind::Tuple:
    makeStruct(type->args, {}, layout);
    break;
  case Type::Kind::Adt:
    return makeAdt(type);
  case Type::Kind::Never:
    layout.isUninhabited = true;
    break;
  case Type::Kind::FnDef:
  case Type::Kind::Param:
  case Type::Kind::Projection:
  case Type::Kind::Infer:
  case Type::Kind::Error:
    break;
  }
  return layout;
}

Layout Layouts::makePointer(Ty type) {
  Layout layout;
  Scalar pointer{Scalar::Kind::Pointer, 64, false};
  becomeScalar(layout, pointer);
  if (!type->is(Type::Kind::Pointer))
    layout.niche = Niche{0, 64, 0, 1};
  if (type->isAnyPointer() && !items.isSized(type->element())) {
    layout.shape = Shape::Pair;
    layout.second = integerOf(64);
    layout.size = 16;
  }
  return layout;
}

Layout Layouts::makeArray(Ty type) {
  const Layout &element = of(type->element());
  Layout layout;
  layout.align = element.align;
  layout.isTooBig = element.isTooBig;
  layout.size = grow(layout, llvm::SaturatingMultiply(element.size, type->length));
  layout.shape = layout.size ? Shape::Memory : Shape::Empty;
  layout.isUninhabited = type->length && element.isUninhabited;
  return layout;
}

std::vector<uint64_t> Layouts::place(llvm::ArrayRef<Ty> fields, uint64_t start, Order order,
                                     Layout &layout) {
  std::vector<size_t> sequence(fields.size());
  for (size_t i = 0; i < sequence.size(); ++i)
    sequence[i] = i;
  if (!order.keep)
    std::sort(sequence.begin(), sequence.end(), [&](size_t a, size_t b) {
      uint64_t alignA = of(fields[a]).align, alignB = of(fields[b]).align;
      if (alignA == alignB)
        return a < b;
      return order.rising ? alignA < alignB : alignA > alignB;
    });

  std::vector<uint64_t> offsets(fields.size());
  uint64_t end = start;
  for (size_t i : sequence) {
    const Layout &field = of(fields[i]);
    uint64_t align = order.packed ? 1 : field.align;
    layout.isTooBig |= field.isTooBig;
    layout.align = std::max(layout.align, align);
    offsets[i] = end = alignUp(end, align);
    end = grow(layout, end + field.size);
  }
  layout.size = std::max(layout.size, end);
  return offsets;
}

void Layouts::makeStruct(llvm::ArrayRef<Ty> fields, Order order, Layout &layout) {
  layout.isPacked = order.packed;
  std::vector<uint64_t> offsets = place(fields, 0, order, layout);
  layout.size = alignUp(layout.size, layout.align);
  layout.shape = layout.size ? Shape::Memory : Shape::Empty;
  for (size_t i = 0; i < fields.size(); ++i) {
    const Layout &field = of(fields[i]);
    layout.isUninhabited |= field.isUninhabited;
    if (field.size && field.size == layout.size && field.align == layout.align) {
      layout.shape = field.shape;
      layout.first = field.first;
      layout.second = field.second;
    }
    if (field.niche && (!layout.niche || field.niche->count > layout.niche->count)) {
      layout.niche = field.niche;
      layout.niche->offset += offsets[i];
    }
  }
  layout.variants.push_back(std::move(offsets));
}

Layout Layouts::makeAdt(Ty type) {
  const AdtInfo &adt = items.adt(type->def);
  Layout layout;
  layout.type = type;
  bool hasRepr = adt.reprC || adt.reprInt;
  if (!adt.isEnum) {
    makeStruct(fields(type), {adt.reprC || adt.reprPacked, adt.reprPacked, false}, layout);
    if (type->def == items.defs.langItem(LangItem::UnsafeCell))
      layout.niche.reset();
    if (type->def == items.defs.langItem(LangItem::NonZero) && layout.shape == Shape::Scalar)
      layout.niche = Niche{0, layout.first.bits, 0, 1};
    if (type->def == items.defs.langItem(LangItem::OwnedBox))
      layout.niche = Niche{0, 64, 0, 1};
    return layout;
  }
  if (adt.variants.empty()) {
    layout.isUninhabited = true;
    return layout;
  }
  if (adt.variants.size() == 1 && !hasRepr) {
    makeStruct(fields(type), {}, layout);
    return layout;
  }
  if (hasRepr || !makeNicheEnum(adt, layout))
    makeTaggedEnum(adt, layout);
  return layout;
}

bool Layouts::makeNicheEnum(const AdtInfo &adt, Layout &layout) {
  uint64_t others = adt.variants.size() - 1;
  std::optional<unsigned> data;
  uint64_t align = 1;
  for (unsigned i = 0; i < adt.variants.size(); ++i) {
    uint64_t size = 0;
    for (Ty field : fields(layout.type, i)) {
      size |= of(field).size;
      align = std::max(align, of(field).align);
    }
    if (size && data)
      return false;
    if (size)
      data = i;
  }
  if (!data)
    return false;

  Layout body;
  makeStruct(fields(layout.type, *data), {}, body);
  if (body.isTooBig || !body.niche || body.niche->count < others || body.align < align)
    return false;
  layout.size = body.size;
  layout.align = body.align;
  layout.shape = body.shape;
  layout.first = body.first;
  layout.second = body.second;
  layout.first.isBool = layout.second.isBool = false;
  layout.tagging = Layout::Tagging::Niche;
  layout.dataVariant = *data;
  layout.tagOffset = body.niche->offset;
  layout.tagBits = body.niche->bits;
  layout.niche = body.niche;
  for (unsigned i = 0; i < adt.variants.size(); ++i) {
    layout.variants.push_back(i == *data ? body.variants.front()
                                         : std::vector<uint64_t>(adt.variants[i].fields.size(), 0));
    layout.tagValues.push_back(layout.niche->first);
    if (i == *data)
      continue;
    layout.niche->first = (layout.niche->first + 1) & mask(layout.tagBits);
    --layout.niche->count;
  }
  if (!layout.niche->count)
    layout.niche.reset();
  return true;
}

void Layouts::chooseTag(const AdtInfo &adt, Layout &layout) {
  int64_t low = adt.variants.front().discriminant, high = low;
  for (const VariantInfo &variant : adt.variants) {
    low = std::min(low, variant.discriminant);
    high = std::max(high, variant.discriminant);
  }
  layout.tagIsSigned = low < 0;
  if (adt.reprInt) {
    layout.tagBits = bitWidth(*adt.reprInt);
    layout.tagIsSigned = isSigned(*adt.reprInt);
  } else if (adt.reprC) {
    layout.tagBits = 32;
    layout.tagIsSigned = true;
  } else {
    layout.tagBits = 64;
    for (unsigned bits : {32u, 16u, 8u})
      if (low < 0 ? llvm::isIntN(bits, low) && llvm::isIntN(bits, high)
                  : llvm::isUIntN(bits, static_cast<uint64_t>(high)))
        layout.tagBits = bits;
  }
  for (const VariantInfo &variant : adt.variants)
    layout.tagValues.push_back(static_cast<uint64_t>(variant.discriminant) & mask(layout.tagBits));

  // u64 discriminants beyond the middle look negative here; they leave no niche.
  uint64_t used = static_cast<uint64_t>(high) - static_cast<uint64_t>(low) + 1;
  if (layout.tagBits < 64)
    layout.niche =
        Niche{0, layout.tagBits, (static_cast<uint64_t>(high) + 1) & mask(layout.tagBits),
              mask(layout.tagBits) - used + 1};
  if (layout.niche && !layout.niche->count)
    layout.niche.reset();
}

void Layouts::makeTaggedEnum(const AdtInfo &adt, Layout &layout) {
  layout.tagging = Layout::Tagging::Tag;
  chooseTag(adt, layout);
  uint64_t start = layout.tagBits / 8;
  layout.align = start;
  layout.size = start;
  bool hasData = false;
  if (adt.reprC) // a C struct of the tag and a union
    for (unsigned i = 0; i < adt.variants.size(); ++i)
      for (Ty field : fields(layout.type, i))
        start = alignUp(start, of(field).align);
  for (unsigned i = 0; i < adt.variants.size(); ++i) {
    std::vector<Ty> types = fields(layout.type, i);
    for (Ty field : types)
      hasData |= of(field).size != 0;
    layout.variants.push_back(place(types, start, {adt.reprC || adt.reprInt, false, true}, layout));
  }
  layout.size = alignUp(layout.size, layout.align);
  layout.shape = Shape::Memory;
  if (!hasData && layout.size * 8 == layout.tagBits) {
    layout.shape = Shape::Scalar;
    layout.first = integerOf(layout.tagBits);
  }
}

} // namespace cratec::rust::ir
