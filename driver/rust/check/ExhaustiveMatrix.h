//===- ExhaustiveMatrix.h - rows of patterns ----------------------*- C++ -*-===//

#pragma once

#include "driver/rust/check/Thir.h"

namespace cratec::rust {

/// The patterns of the arms so far.
class PatternMatrix {
public:
  explicit PatternMatrix(Items &items) : items(items) {}

  void add(const thir::Pattern &pattern) { rows.push_back({convert(pattern)}); }
  /// Whether some value fits it that fits none of those added before.
  bool isUseful(const thir::Pattern &pattern);
  /// Patterns for what fits none; as rustc writes them. Empty where all is covered.
  std::vector<std::string> missing(Ty type);
  /// The work was more than the limit; no answer means anything then.
  bool gaveUp() const { return steps > stepLimit; }

private:
  static constexpr unsigned stepLimit = 1u << 21;

  /// What a value of a type can begin with.
  struct Constructor {
    enum class Kind {
      Single,  ///< of structs, tuples, references
      Variant, ///< `index`
      Range,   ///< `low` to `high`, in an order in which negative numbers come first
      Text,    ///< equal to a string
      Opaque   ///< equal to something that cannot be told here
    };
    Kind kind = Kind::Single;
    unsigned index = 0;
    uint64_t low = 0, high = 0;
    llvm::StringRef text;
  };
  struct Pat {
    Ty type = nullptr;
    bool isWild = true;
    Constructor constructor;
    std::vector<const Pat *> fields;
  };
  using Row = std::vector<const Pat *>;

  const Pat *wild(Ty type);
  const Pat *convert(const thir::Pattern &pattern);
  const Pat *convertConstant(const thir::Pattern &pattern);
  const Pat *convertFields(const thir::Pattern &pattern, Constructor constructor);
  const Pat *rangeOf(Ty type, uint64_t low, uint64_t high);
  std::optional<uint64_t> bitsOf(const thir::Expr &constant);

  std::vector<Ty> fieldTypes(Ty type, const Constructor &constructor);
  /// All that the type's values can begin with, integers cut at the patterns' ends; nothing
  /// where there is no end of them (strings, floats).
  std::optional<std::vector<Constructor>> constructorsOf(Ty type, llvm::ArrayRef<Row> from);
  std::vector<Constructor> cut(uint64_t low, uint64_t high, llvm::ArrayRef<Row> from);
  static bool covers(const Constructor &outer, const Constructor &inner);
  std::optional<Row> specialise(const Row &row, const Constructor &constructor,
                                llvm::ArrayRef<Ty> inside);

  bool useful(llvm::ArrayRef<Row> matrix, const Row &row);
  bool usefulWild(llvm::ArrayRef<Row> matrix, const Row &row);
  /// Rows of `types.size()` patterns that no row of the matrix covers.
  std::vector<Row> uncovered(llvm::ArrayRef<Row> matrix, llvm::ArrayRef<Ty> types,
                             bool isOutermost);
  std::vector<Row> uncoveredBy(const Constructor &constructor, llvm::ArrayRef<Row> matrix,
                               llvm::ArrayRef<Ty> types);

  std::string print(const Pat &pat);
  std::string printRange(Ty type, uint64_t low, uint64_t high);
  std::string printAdt(const Pat &pat);

  Items &items;
  Arena arena;
  std::vector<Row> rows;
  unsigned steps = 0;
};

} // namespace cratec::rust
