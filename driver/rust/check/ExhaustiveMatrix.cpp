//===- ExhaustiveMatrix.cpp - what rows of patterns cover -------------------===//

#include "driver/rust/check/ExhaustiveMatrix.h"

#include <algorithm>

using namespace cratec::rust;

namespace {

/// The bits of a number, so that unsigned order is the type's order.
uint64_t ordered(Ty type, uint64_t bits) {
  if (!type->is(Type::Kind::Int))
    return bits;
  unsigned width = bitWidth(type->intKind);
  uint64_t mask = width == 64 ? ~uint64_t(0) : (uint64_t(1) << width) - 1;
  bits &= mask;
  return isSigned(type->intKind) ? bits ^ (uint64_t(1) << (width - 1)) : bits;
}

uint64_t largest(Ty type) {
  if (type->is(Type::Kind::Bool))
    return 1;
  if (type->is(Type::Kind::Char))
    return 0x10ffff;
  unsigned width = bitWidth(type->intKind);
  return width == 64 ? ~uint64_t(0) : (uint64_t(1) << width) - 1;
}

bool isOrdered(Ty type) {
  return type->is(Type::Kind::Bool) || type->is(Type::Kind::Char) || type->is(Type::Kind::Int);
}

} // namespace

// ---- from the typed tree ----

const PatternMatrix::Pat *PatternMatrix::wild(Ty type) {
  Pat *pat = arena.make<Pat>();
  pat->type = type;
  return pat;
}

const PatternMatrix::Pat *PatternMatrix::rangeOf(Ty type, uint64_t low, uint64_t high) {
  Pat *pat = arena.make<Pat>();
  pat->type = type;
  pat->isWild = false;
  pat->constructor.kind = Constructor::Kind::Range;
  pat->constructor.low = low;
  pat->constructor.high = high;
  return pat;
}

std::optional<uint64_t> PatternMatrix::bitsOf(const thir::Expr &constant) {
  if (!isOrdered(constant.type))
    return std::nullopt;
  if (constant.kind == thir::Expr::Kind::Literal)
    return constant.integer;
  if (constant.kind != thir::Expr::Kind::NamedConst || !items.constantEvaluator() ||
      !constant.callee.args.empty())
    return std::nullopt;
  DefId def = constant.def;
  const auto *item = llvm::dyn_cast_or_null<ast::ValueItem>(items.defs[def].item);
  if (!item || !item->value)
    return std::nullopt;
  return items.constantEvaluator()(*item->value, items.defs.moduleOf(def), items.selfScopeOf(def),
                                   constant.type);
}

const PatternMatrix::Pat *PatternMatrix::convertConstant(const thir::Pattern &pattern) {
  const thir::Expr &constant = *pattern.constant;
  if (auto bits = bitsOf(constant)) {
    uint64_t low = ordered(pattern.type, *bits), high = low;
    if (pattern.kind == thir::Pattern::Kind::Range) {
      auto end = bitsOf(*pattern.high);
      if (!end)
        high = low - 1;
      else
        high = ordered(pattern.type, *end);
    }
    if (low <= high)
      return rangeOf(pattern.type, low, high);
  }
  Pat *pat = arena.make<Pat>();
  pat->type = pattern.type;
  pat->isWild = false;
  pat->constructor.kind = Constructor::Kind::Opaque;
  bool isText = pattern.kind == thir::Pattern::Kind::Constant &&
                constant.kind == thir::Expr::Kind::Literal &&
                pattern.type->is(Type::Kind::Reference);
  if (isText) {
    pat->constructor.kind = Constructor::Kind::Text;
    pat->constructor.text = constant.text;
  }
  return pat;
}

const PatternMatrix::Pat *PatternMatrix::convertFields(const thir::Pattern &pattern,
                                                       Constructor constructor) {
  Pat *pat = arena.make<Pat>();
  pat->type = pattern.type;
  pat->isWild = false;
  pat->constructor = constructor;
  for (Ty type : fieldTypes(pattern.type, constructor))
    pat->fields.push_back(wild(type));
  for (const thir::Pattern::FieldPattern &field : pattern.fields)
    if (field.field < pat->fields.size())
      pat->fields[field.field] = convert(*field.pattern);
  return pat;
}

const PatternMatrix::Pat *PatternMatrix::convert(const thir::Pattern &pattern) {
  Constructor constructor;
  switch (pattern.kind) {
  case thir::Pattern::Kind::Wild:
    return wild(pattern.type);
  case thir::Pattern::Kind::Binding:
    return pattern.inner ? convert(*pattern.inner) : wild(pattern.type);
  case thir::Pattern::Kind::Constant:
  case thir::Pattern::Kind::Range:
    return convertConstant(pattern);
  case thir::Pattern::Kind::Variant:
    constructor.kind = Constructor::Kind::Variant;
    constructor.index = pattern.variant;
    return convertFields(pattern, constructor);
  case thir::Pattern::Kind::Leaf:
    return convertFields(pattern, constructor);
  case thir::Pattern::Kind::Deref: {
    Pat *pat = arena.make<Pat>();
    pat->type = pattern.type;
    pat->isWild = false;
    pat->fields = {convert(*pattern.inner)};
    return pat;
  }
  }
  return wild(pattern.type);
}

// ---- constructors ----

std::vector<Ty> PatternMatrix::fieldTypes(Ty type, const Constructor &constructor) {
  if (constructor.kind != Constructor::Kind::Single &&
      constructor.kind != Constructor::Kind::Variant)
    return {};
  if (type->is(Type::Kind::Reference))
    return {type->element()};
  if (type->is(Type::Kind::Tuple))
    return type->args.vec();
  if (!type->is(Type::Kind::Adt))
    return {};
  const AdtInfo &adt = items.adt(type->def);
  std::vector<Ty> result;
  if (constructor.index < adt.variants.size())
    for (const FieldInfo &field : adt.variants[constructor.index].fields)
      result.push_back(items.normalize(items.types.substitute(field.type, type->args)));
  return result;
}

std::vector<PatternMatrix::Constructor> PatternMatrix::cut(uint64_t low, uint64_t high,
                                                           llvm::ArrayRef<Row> from) {
  // Where a new piece begins.
  std::vector<uint64_t> starts{low};
  for (const Row &row : from) {
    if (row[0]->isWild || row[0]->constructor.kind != Constructor::Kind::Range)
      continue;
    const Constructor &range = row[0]->constructor;
    if (range.low > low && range.low <= high)
      starts.push_back(range.low);
    if (range.high >= low && range.high < high)
      starts.push_back(range.high + 1);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<Constructor> result;
  for (size_t i = 0; i != starts.size(); ++i) {
    Constructor piece;
    piece.kind = Constructor::Kind::Range;
    piece.low = starts[i];
    piece.high = i + 1 == starts.size() ? high : starts[i + 1] - 1;
    result.push_back(piece);
  }
  return result;
}

std::optional<std::vector<PatternMatrix::Constructor>>
PatternMatrix::constructorsOf(Ty type, llvm::ArrayRef<Row> from) {
  if (type->is(Type::Kind::Char)) {
    // There are no characters between the halves: surrogates.
    std::vector<Constructor> result = cut(0, 0xd7ff, from);
    for (const Constructor &piece : cut(0xe000, 0x10ffff, from))
      result.push_back(piece);
    return result;
  }
  if (isOrdered(type))
    return cut(0, largest(type), from);
  if (type->is(Type::Kind::Never))
    return std::vector<Constructor>();
  if (type->is(Type::Kind::Reference)) {
    // A string is told by its text, not by what the reference refers to.
    for (const Row &row : from)
      if (!row[0]->isWild && row[0]->constructor.kind != Constructor::Kind::Single)
        return std::nullopt;
    return std::vector<Constructor>(1);
  }
  if (type->is(Type::Kind::Tuple))
    return std::vector<Constructor>(1);
  if (!type->is(Type::Kind::Adt))
    return std::nullopt;
  const AdtInfo &adt = items.adt(type->def);
  if (!adt.isEnum)
    return std::vector<Constructor>(1);
  std::vector<Constructor> result;
  for (unsigned index = 0; index != adt.variants.size(); ++index) {
    Constructor variant;
    variant.kind = Constructor::Kind::Variant;
    variant.index = index;
    result.push_back(variant);
  }
  return result;
}

/// Whether a pattern that begins with `outer` fits everything that begins with `inner`.
bool PatternMatrix::covers(const Constructor &outer, const Constructor &inner) {
  if (outer.kind != inner.kind)
    return false;
  switch (outer.kind) {
  case Constructor::Kind::Single:
    return true;
  case Constructor::Kind::Variant:
    return outer.index == inner.index;
  case Constructor::Kind::Range:
    return outer.low <= inner.low && inner.high <= outer.high;
  case Constructor::Kind::Text:
    return outer.text == inner.text;
  case Constructor::Kind::Opaque:
    return false;
  }
  return false;
}

std::optional<PatternMatrix::Row> PatternMatrix::specialise(const Row &row,
                                                            const Constructor &constructor,
                                                            llvm::ArrayRef<Ty> inside) {
  Row result;
  if (row[0]->isWild)
    for (Ty type : inside)
      result.push_back(wild(type));
  else if (covers(row[0]->constructor, constructor))
    result = row[0]->fields;
  else
    return std::nullopt;
  result.insert(result.end(), row.begin() + 1, row.end());
  return result;
}

// ---- usefulness ----

bool PatternMatrix::isUseful(const thir::Pattern &pattern) {
  return useful(rows, {convert(pattern)});
}

bool PatternMatrix::useful(llvm::ArrayRef<Row> matrix, const Row &row) {
  steps += 1 + static_cast<unsigned>(matrix.size());
  if (gaveUp())
    return true;
  if (row.empty())
    return matrix.empty();
  const Pat &first = *row[0];
  if (first.isWild)
    return usefulWild(matrix, row);
  std::vector<Constructor> pieces{first.constructor};
  if (first.constructor.kind == Constructor::Kind::Range)
    pieces = cut(first.constructor.low, first.constructor.high, matrix);
  for (const Constructor &piece : pieces) {
    std::vector<Ty> inside;
    for (const Pat *field : first.fields)
      inside.push_back(field->type);
    std::vector<Row> special;
    for (const Row &each : matrix)
      if (auto made = specialise(each, piece, inside))
        special.push_back(std::move(*made));
    Row rest = first.fields;
    rest.insert(rest.end(), row.begin() + 1, row.end());
    if (useful(special, rest))
      return true;
  }
  return false;
}

bool PatternMatrix::usefulWild(llvm::ArrayRef<Row> matrix, const Row &row) {
  Ty type = row[0]->type;
  auto constructors = constructorsOf(type, matrix);
  bool isAnyMissing = !constructors;
  if (constructors)
    for (const Constructor &constructor : *constructors) {
      bool isThere = false;
      for (const Row &each : matrix)
        isThere |= !each[0]->isWild && covers(each[0]->constructor, constructor);
      isAnyMissing |= !isThere;
    }
  if (isAnyMissing) {
    // What no row begins with is only reached by the rows that begin with anything.
    std::vector<Row> rest;
    for (const Row &each : matrix)
      if (each[0]->isWild)
        rest.emplace_back(each.begin() + 1, each.end());
    return useful(rest, Row(row.begin() + 1, row.end()));
  }
  for (const Constructor &constructor : *constructors) {
    std::vector<Ty> inside = fieldTypes(type, constructor);
    std::vector<Row> special;
    for (const Row &each : matrix)
      if (auto made = specialise(each, constructor, inside))
        special.push_back(std::move(*made));
    if (useful(special, *specialise(row, constructor, inside)))
      return true;
  }
  return false;
}

std::vector<PatternMatrix::Row> PatternMatrix::uncoveredBy(const Constructor &constructor,
                                                           llvm::ArrayRef<Row> matrix,
                                                           llvm::ArrayRef<Ty> types) {
  std::vector<Ty> inside = fieldTypes(types[0], constructor);
  size_t count = inside.size();
  std::vector<Row> special;
  for (const Row &each : matrix)
    if (auto made = specialise(each, constructor, inside))
      special.push_back(std::move(*made));
  inside.insert(inside.end(), types.begin() + 1, types.end());
  std::vector<Row> result;
  for (const Row &row : uncovered(special, inside, false)) {
    Pat *pat = arena.make<Pat>();
    pat->type = types[0];
    pat->isWild = false;
    pat->constructor = constructor;
    pat->fields.assign(row.begin(), row.begin() + count);
    Row made{pat};
    made.insert(made.end(), row.begin() + count, row.end());
    result.push_back(std::move(made));
  }
  return result;
}

std::vector<PatternMatrix::Row>
PatternMatrix::uncovered(llvm::ArrayRef<Row> matrix, llvm::ArrayRef<Ty> types, bool isOutermost) {
  steps += 1 + static_cast<unsigned>(matrix.size());
  if (gaveUp())
    return {};
  if (types.empty())
    return matrix.empty() ? std::vector<Row>{Row()} : std::vector<Row>();
  auto constructors = constructorsOf(types[0], matrix);
  std::vector<Constructor> missing, present;
  bool isAnyThere = false;
  for (const Row &row : matrix)
    isAnyThere |= !row[0]->isWild;
  if (constructors)
    for (const Constructor &constructor : *constructors) {
      bool isThere = false;
      for (const Row &row : matrix)
        isThere |= !row[0]->isWild && covers(row[0]->constructor, constructor);
      (isThere ? present : missing).push_back(constructor);
    }
  std::vector<Row> result;
  if (!constructors || !missing.empty()) {
    std::vector<Row> rest;
    for (const Row &row : matrix)
      if (row[0]->isWild)
        rest.emplace_back(row.begin() + 1, row.end());
    // Each by its own name only where some stand there already, or at the outermost level.
    bool byName =
        constructors && (isAnyThere || (isOutermost && missing.size() < 64)) &&
        !(missing.size() == 1 && !isAnyThere && missing[0].kind == Constructor::Kind::Range);
    for (const Row &row : uncovered(rest, types.drop_front(), false)) {
      std::vector<const Pat *> heads;
      if (!byName)
        heads.push_back(wild(types[0]));
      else
        for (const Constructor &constructor : missing) {
          Pat *pat = arena.make<Pat>();
          pat->type = types[0];
          pat->isWild = false;
          pat->constructor = constructor;
          for (Ty field : fieldTypes(types[0], constructor))
            pat->fields.push_back(wild(field));
          heads.push_back(pat);
        }
      for (const Pat *head : heads) {
        Row made{head};
        made.insert(made.end(), row.begin(), row.end());
        result.push_back(std::move(made));
      }
    }
  }
  for (const Constructor &constructor : present)
    for (Row &row : uncoveredBy(constructor, matrix, types))
      result.push_back(std::move(row));
  return result;
}

std::vector<std::string> PatternMatrix::missing(Ty type) {
  std::vector<std::string> result;
  for (const Row &row : uncovered(rows, {type}, true)) {
    std::string text = print(*row[0]);
    if (std::find(result.begin(), result.end(), text) == result.end())
      result.push_back(text);
  }
  return result;
}

// ---- as rustc writes them ----

std::string PatternMatrix::printRange(Ty type, uint64_t low, uint64_t high) {
  auto one = [&](uint64_t value) -> std::string {
    if (type->is(Type::Kind::Bool))
      return value ? "true" : "false";
    if (type->is(Type::Kind::Char)) {
      if (value == 0)
        return "'\\0'";
      if (value >= 0x20 && value < 0x7f)
        return std::string("'") + (value == '\'' || value == '\\' ? "\\" : "") +
               static_cast<char>(value) + "'";
      return fmt::format("'\\u{{{:x}}}'", value);
    }
    std::string name = spelling(type->intKind).str();
    if (isSigned(type->intKind)) {
      if (value == 0)
        return name + "::MIN";
      if (value == largest(type))
        return name + "::MAX";
      int64_t number = static_cast<int64_t>(value - (uint64_t(1) << (bitWidth(type->intKind) - 1)));
      return fmt::format("{}_{}", number, name);
    }
    if (value == largest(type))
      return name + "::MAX";
    return fmt::format("{}_{}", value, name);
  };
  return low == high ? one(low) : one(low) + "..=" + one(high);
}

std::string PatternMatrix::printAdt(const Pat &pat) {
  const AdtInfo &adt = items.adt(pat.type->def);
  const VariantInfo &variant = adt.variants[pat.constructor.index];
  std::optional<LangItem> known = items.defs.langItemOf(adt.def);
  bool isPrelude = known == LangItem::Option || known == LangItem::Result;
  std::string name = variant.name.str();
  if (adt.isEnum && !isPrelude)
    name = items.defs[adt.def].name.str() + "::" + name;
  if (variant.style == ast::FieldStyle::Unit)
    return name;
  bool isNamed = variant.style == ast::FieldStyle::Named;
  bool allWild = std::all_of(pat.fields.begin(), pat.fields.end(),
                             [](const Pat *field) { return field->isWild; });
  if (isNamed && allWild)
    return name + " { .. }";
  std::string inside;
  for (size_t i = 0; i != pat.fields.size(); ++i) {
    inside += i ? ", " : "";
    if (isNamed)
      inside += variant.fields[i].name.str() + ": ";
    inside += print(*pat.fields[i]);
  }
  return isNamed ? name + " { " + inside + " }" : name + "(" + inside + ")";
}

std::string PatternMatrix::print(const Pat &pat) {
  if (pat.isWild) {
    // A string cannot be listed; rustc writes the reference all the same.
    bool isText = pat.type->is(Type::Kind::Reference) && pat.type->element()->is(Type::Kind::Str);
    return isText ? "&_" : "_";
  }
  if (pat.constructor.kind == Constructor::Kind::Range)
    return printRange(pat.type, pat.constructor.low, pat.constructor.high);
  if (pat.type->is(Type::Kind::Adt))
    return printAdt(pat);
  if (pat.type->is(Type::Kind::Reference))
    return "&" + print(*pat.fields[0]);
  if (!pat.type->is(Type::Kind::Tuple))
    return "_";
  std::string inside;
  for (size_t i = 0; i != pat.fields.size(); ++i)
    inside += (i ? ", " : "") + print(*pat.fields[i]);
  return "(" + inside + (pat.fields.size() == 1 ? ",)" : ")");
}
