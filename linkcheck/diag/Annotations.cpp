//===- Annotations.cpp - the rows of carets below a source line -----------===//

#include "linkcheck/diag/Annotations.h"

#include "linkcheck/diag/Printable.h"

#include <llvm/ADT/ArrayRef.h>

#include <algorithm>

using namespace linkcheck;

namespace {

/// Rows of cells, each one column wide, that may be written in any order.
class Canvas {
public:
  void put(size_t row, size_t column, llvm::StringRef glyph, Role role) {
    if (rows.size() <= row)
      rows.resize(row + 1);
    if (rows[row].size() <= column)
      rows[row].resize(column + 1);
    rows[row][column] = {glyph.str(), role};
  }

  void putText(size_t row, size_t column, llvm::StringRef text, Role role) {
    size_t next = column;
    for (size_t offset = 0; offset < text.size();) {
      Glyph glyph = glyphAt(text, offset);
      offset += glyph.length;
      if (glyph.width == 0) {
        // A combining mark goes where the character is that it belongs to.
        if (next > column)
          rows[row][next - 1].glyph += glyph.shown;
        continue;
      }
      put(row, next, glyph.shown, role);
      // The further columns of a wide character hold nothing of their own.
      for (unsigned further = 1; further < glyph.width; ++further)
        put(row, next + further, "", role);
      next += glyph.width;
    }
  }

  std::vector<StyledRow> finish() const {
    std::vector<StyledRow> result;
    for (const std::vector<Cell> &row : rows) {
      StyledRow &styled = result.emplace_back();
      for (const Cell &cell : row) {
        if (styled.empty() || styled.back().role != cell.role)
          styled.push_back({cell.role, ""});
        styled.back().text += cell.glyph;
      }
    }
    return result;
  }

private:
  struct Cell {
    std::string glyph = " ";
    Role role = Role::Plain;
  };
  std::vector<std::vector<Cell>> rows;
};

/// An annotation with the level at which its text hangs: 0 is beside the
/// underline, 1 and more are that many bars below it.
struct Placed {
  Annotation annotation;
  unsigned level = 0;
};

bool overlap(const Annotation &left, const Annotation &right, unsigned padding) {
  return left.begin < right.end && right.begin < left.end + padding;
}

/// Whether the text of `current`, beside its underline, would meet another label.
bool mustHang(const Annotation &current, llvm::ArrayRef<Annotation> toTheLeft) {
  if (current.text.empty())
    return false;
  for (const Annotation &other : toTheLeft) {
    bool sameSpan = other.begin == current.begin && other.end == current.end;
    if (overlap(other, current, 0) && !(sameSpan && other.text.empty()))
      return true;
  }
  return false;
}

/// Whether the labels left of `current` must hang lower than it does.
bool needsNextLevel(const Annotation &current, llvm::ArrayRef<Annotation> toTheLeft,
                    unsigned level) {
  for (const Annotation &other : toTheLeft) {
    if (other.text.empty())
      continue;
    unsigned room = displayWidth(other.text) + 2;
    if (!overlap(other, current, room))
      continue;
    if (!current.text.empty() || (other.end <= current.end && level == 0))
      return true;
  }
  return false;
}

/// Goes from right to left, so that a bar never crosses a text.
std::vector<Placed> place(std::vector<Annotation> annotations) {
  std::stable_sort(
      annotations.begin(), annotations.end(),
      [](const Annotation &left, const Annotation &right) { return left.begin > right.begin; });

  std::vector<Placed> result;
  unsigned level = 0;
  for (size_t index = 0; index < annotations.size(); ++index) {
    auto toTheLeft = llvm::ArrayRef(annotations).drop_front(index + 1);
    if (level == 0 && mustHang(annotations[index], toTheLeft))
      level = 1;
    result.push_back({annotations[index], level});
    if (needsNextLevel(annotations[index], toTheLeft, level))
      ++level;
  }
  return result;
}

Role roleOf(const Annotation &annotation) {
  return annotation.primary ? Role::Primary : Role::Gutter;
}

void drawUnderlines(Canvas &canvas, std::vector<Placed> placed) {
  // The longest first: a shorter one inside it stays visible.
  std::stable_sort(placed.begin(), placed.end(), [](const Placed &left, const Placed &right) {
    unsigned leftLength = left.annotation.end - left.annotation.begin;
    unsigned rightLength = right.annotation.end - right.annotation.begin;
    if (leftLength != rightLength)
      return leftLength > rightLength;
    return !left.annotation.primary && right.annotation.primary;
  });
  for (const auto &[annotation, level] : placed)
    for (unsigned column = annotation.begin; column < annotation.end; ++column)
      canvas.put(0, column, annotation.primary ? "^" : "-", roleOf(annotation));
}

} // namespace

std::vector<StyledRow> linkcheck::layOutAnnotations(std::vector<Annotation> annotations) {
  std::vector<Placed> placed = place(std::move(annotations));
  Canvas canvas;
  // A label without text needs no bar to it.
  for (const auto &[annotation, level] : placed)
    if (!annotation.text.empty())
      for (unsigned row = 1; row <= level; ++row)
        canvas.put(row, annotation.begin, "|", roleOf(annotation));
  for (const auto &[annotation, level] : placed) {
    if (annotation.text.empty())
      continue;
    if (level == 0)
      canvas.putText(0, annotation.end + 1, annotation.text, roleOf(annotation));
    else
      canvas.putText(level + 1, annotation.begin, annotation.text, roleOf(annotation));
  }
  drawUnderlines(canvas, std::move(placed));
  return canvas.finish();
}
