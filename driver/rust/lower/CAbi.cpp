//===- CAbi.cpp - structs by value, as C passes them --------------------------===//

#include "driver/rust/lower/CAbi.h"

namespace cratec::rust::ir {

using Passing = CallShape::Passing;
using Piece = CallShape::Piece;

/// What is larger is in memory everywhere: four doubles are the most that registers take.
static constexpr uint64_t registersLimit = 32;
static constexpr uint64_t wordsLimit = 16;

CAbi::CAbi(Unit &unit) : unit(unit), triple(unit.options.triple) {
  integers = triple.getArch() == llvm::Triple::x86_64 ? 6 : 8;
  floats = 8;
}

/// Adds the scalars of `type`, which is at `offset`.
void CAbi::flatten(Ty type, uint64_t offset) {
  const Layout &layout = unit.layouts.of(type);
  if (layout.size == 0)
    return;
  if (type->is(Type::Kind::Array)) {
    uint64_t size = unit.layouts.of(type->element()).size;
    for (uint64_t at = 0; size != 0 && at < layout.size; at += size)
      flatten(type->element(), offset + at);
    return;
  }
  bool hasParts = type->is(Type::Kind::Adt) || type->is(Type::Kind::Tuple);
  if (!hasParts) {
    leaves.push_back({offset, layout.first.bits, layout.first.kind == Scalar::Kind::Float});
    if (layout.shape == Shape::Pair)
      leaves.push_back({offset + 8, 64, false});
    return;
  }
  if (layout.tagging == Layout::Tagging::Tag)
    leaves.push_back({offset + layout.tagOffset, layout.tagBits, false});
  hasUnion |= layout.variants.size() > 1;
  for (unsigned variant = 0; variant < layout.variants.size(); ++variant) {
    std::vector<Ty> fields = unit.layouts.fields(type, variant);
    for (size_t i = 0; i < fields.size() && i < layout.variants[variant].size(); ++i)
      flatten(fields[i], offset + layout.variants[variant][i]);
  }
}

llvm::Type *CAbi::typeOf(const Leaf &leaf) {
  if (!leaf.isFloat)
    return llvm::Type::getIntNTy(unit.context, leaf.bits);
  return leaf.bits == 32 ? llvm::Type::getFloatTy(unit.context)
                         : llvm::Type::getDoubleTy(unit.context);
}

/// False where it goes to memory. `integers` and `floats` are not touched.
bool CAbi::passX86(const Layout &layout, std::vector<Piece> &pieces) {
  if (layout.size > wordsLimit)
    return false;
  for (const Leaf &leaf : leaves)
    if (leaf.offset % (leaf.bits / 8) != 0)
      return false;
  for (uint64_t begin = 0; begin < layout.size; begin += 8) {
    bool isInteger = false;
    unsigned count = 0, bits = 0;
    for (const Leaf &leaf : leaves)
      if (leaf.offset / 8 == begin / 8) {
        isInteger |= !leaf.isFloat;
        bits = std::max(bits, leaf.bits);
        count = std::max(count, leaf.offset % 8 ? 2u : 1u);
      }
    if (bits == 0) // nothing but padding
      continue;
    llvm::Type *type = nullptr;
    if (isInteger)
      type = llvm::Type::getIntNTy(unit.context,
                                   unsigned(std::min<uint64_t>(8, layout.size - begin)) * 8);
    else if (bits == 64)
      type = llvm::Type::getDoubleTy(unit.context);
    else
      type = count == 1 ? llvm::Type::getFloatTy(unit.context)
                        : static_cast<llvm::Type *>(
                              llvm::FixedVectorType::get(llvm::Type::getFloatTy(unit.context), 2));
    pieces.push_back({type, begin});
  }
  return true;
}

/// AArch64's homogeneous aggregates. An array tells LLVM that they go together.
bool CAbi::passFloats(const Layout &layout, std::vector<Piece> &pieces) {
  if (leaves.empty() || hasUnion)
    return false;
  unsigned bits = leaves.front().bits;
  for (const Leaf &leaf : leaves)
    if (!leaf.isFloat || leaf.bits != bits)
      return false;
  if (leaves.size() > 4 || leaves.size() * (bits / 8) != layout.size)
    return false;
  pieces.push_back({llvm::ArrayType::get(typeOf(leaves.front()), leaves.size()), 0});
  return true;
}

bool CAbi::passRiscvParts(std::vector<Piece> &pieces) {
  unsigned floatCount = 0;
  for (const Leaf &leaf : leaves)
    floatCount += leaf.isFloat;
  if (hasUnion || leaves.empty() || leaves.size() > 2 || floatCount == 0 || floatCount > floats ||
      leaves.size() - floatCount > integers)
    return false;
  for (const Leaf &leaf : leaves)
    pieces.push_back({typeOf(leaf), leaf.offset});
  return true;
}

void CAbi::passWords(const Layout &layout, std::vector<Piece> &pieces) {
  llvm::Type *type = unit.wordType();
  if (layout.align == 16)
    type = llvm::Type::getInt128Ty(unit.context);
  else if (layout.size > 8)
    type = llvm::ArrayType::get(type, 2);
  pieces.push_back({type, 0});
}

/// False where it goes to memory.
bool CAbi::makePieces(const Layout &layout, std::vector<Piece> &pieces) {
  leaves.clear();
  hasUnion = false;
  if (layout.size > registersLimit)
    return false;
  flatten(layout.type, 0);
  switch (triple.getArch()) {
  case llvm::Triple::x86_64:
    return passX86(layout, pieces);
  case llvm::Triple::aarch64:
    if (passFloats(layout, pieces))
      return true;
    break;
  case llvm::Triple::riscv64:
    if (passRiscvParts(pieces))
      return true;
    break;
  default:
    unit.error({}, "how structs are passed to C is not known for the target `" +
                       unit.options.triple + "`");
    return false;
  }
  if (layout.size > wordsLimit)
    return false;
  passWords(layout, pieces);
  return true;
}

Passing CAbi::passResult(const Layout &layout, std::vector<Piece> &pieces) {
  if (makePieces(layout, pieces))
    return Passing::Pieces;
  // On AArch64 the address has a register of its own.
  if (triple.getArch() != llvm::Triple::aarch64)
    --integers;
  return Passing::Memory;
}

Passing CAbi::passParameter(const Layout &layout, std::vector<Piece> &pieces) {
  bool isX86 = triple.getArch() == llvm::Triple::x86_64;
  if (!makePieces(layout, pieces)) {
    if (!isX86)
      integers -= integers != 0;
    return isX86 ? Passing::StackCopy : Passing::Memory;
  }
  unsigned neededIntegers = 0, neededFloats = 0;
  for (const Piece &piece : pieces) {
    bool isFloat = piece.type->getScalarType()->isFloatingPointTy();
    bool isPair = piece.type->isArrayTy() || piece.type->isIntegerTy(128);
    (isFloat ? neededFloats : neededIntegers) += isPair ? 2 : 1;
  }
  // A struct is in registers as a whole or not at all; elsewhere LLVM sees to it.
  if (isX86 && (neededIntegers > integers || neededFloats > floats)) {
    pieces.clear();
    return Passing::StackCopy;
  }
  integers -= std::min(integers, neededIntegers);
  floats -= std::min(floats, neededFloats);
  return Passing::Pieces;
}

void CAbi::takeScalar(const Layout &layout) {
  unsigned count = layout.shape == Shape::Pair ? 2 : 1;
  unsigned &left =
      layout.shape == Shape::Scalar && layout.first.kind == Scalar::Kind::Float ? floats : integers;
  left -= std::min(left, count);
}

} // namespace cratec::rust::ir
