//===- Layout.h - how types stand in memory -----------------------*- C++ -*-===//
//
// The rules:
//   1. Fields by falling alignment, those of equal alignment as declared; within an enum with
//      a tag by rising alignment, after the tag. #[repr(C)], packed and repr(integer) keep the
//      declared order.
//   2. An enum whose variants are all empty but one is kept in that one's invalid values
//      (null of a reference, 2 of a bool), where it has enough of them: the Niche. Each use
//      takes values away, so an Option<Option<&T>> has a tag again.
//   3. Other enums are a tag, of the smallest integer that holds all discriminants or
//      the one that is asked for, and the variants' fields.
//   4. What has only one part with a size, and that at its beginning, is in registers what
//      this part is. Pointers to slices and str are pairs; all other structs, tuples and
//      arrays are memory.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Items.h"

#include <map>
#include <memory>

namespace cratec::rust::ir {

/// A value that fits into a register.
struct Scalar {
  enum class Kind { Integer, Float, Pointer };
  Kind kind = Kind::Integer;
  unsigned bits = 64;  ///< in memory
  bool isBool = false; ///< one bit in a register
};

enum class Shape { Empty, Scalar, Pair, Memory };

/// Bit patterns that no value of the type has: `count` of them from `first` on, wrapping.
struct Niche {
  uint64_t offset = 0;
  unsigned bits = 64;
  uint64_t first = 0;
  uint64_t count = 0;
};

struct Layout {
  enum class Tagging {
    None, ///< not an enum, or one of a single variant
    Tag,  ///< an integer at tagOffset tells the variant
    Niche ///< likewise, but any other value means `dataVariant`
  };

  Ty type = nullptr;
  uint64_t size = 0;
  uint64_t align = 1;
  Shape shape = Shape::Empty;
  Scalar first;  ///< Scalar; Pair
  Scalar second; ///< Pair; it stands 8 bytes after the first
  bool isPacked = false;
  bool isTooBig = false;
  bool isUninhabited = false;
  /// Offsets of the fields, by variant; of a struct or tuple: one list.
  std::vector<std::vector<uint64_t>> variants;
  Tagging tagging = Tagging::None;
  uint64_t tagOffset = 0;
  unsigned tagBits = 0;
  bool tagIsSigned = false;
  unsigned dataVariant = 0;        ///< Niche
  std::vector<uint64_t> tagValues; ///< by variant; Tag and Niche
  std::optional<Niche> niche;      ///< what is left for an enum around this
};

/// Works out layouts, each once. Types have no Params.
class Layouts {
public:
  explicit Layouts(Items &items) : items(items) {}

  /// Of str and slices: that of an element, with the size 0.
  const Layout &of(Ty type);
  /// The types of the fields of a struct, tuple, or an enum's variant.
  std::vector<Ty> fields(Ty type, unsigned variant = 0);

  /// rustc's limit for 64-bit targets: an object takes less than this.
  static constexpr uint64_t sizeLimit = uint64_t(1) << 47;

private:
  Layout make(Ty type);
  Layout makeAdt(Ty type);
  Layout makePointer(Ty type);
  Layout makeArray(Ty type);
  /// What is asked for in the order and packing of fields.
  struct Order {
    bool keep = false;
    bool packed = false;
    bool rising = false;
  };
  /// Places `fields` from `start` on, and raises the layout's alignment and size.
  std::vector<uint64_t> place(llvm::ArrayRef<Ty> fields, uint64_t start, Order order,
                              Layout &layout);
  void makeStruct(llvm::ArrayRef<Ty> fields, Order order, Layout &layout);
  bool makeNicheEnum(const AdtInfo &adt, Layout &layout);
  void makeTaggedEnum(const AdtInfo &adt, Layout &layout);
  void chooseTag(const AdtInfo &adt, Layout &layout);

  Items &items;
  std::map<Ty, std::unique_ptr<Layout>> known;
};

/// `offset` rounded up to a multiple of `align`, a power of two.
constexpr uint64_t alignUp(uint64_t offset, uint64_t align) {
  return (offset + align - 1) & ~(align - 1);
}

} // namespace cratec::rust::ir
