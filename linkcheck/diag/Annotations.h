//===- Annotations.h - the rows of carets below a source line ---*- C++ -*-===//
//
// Lays out the labels of one source line as rustc does:
//
//     f("a", 1);
//     ^ ---  - the rightmost label stands beside its underline
//       |
//       the others hang below theirs
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>
#include <vector>

namespace linkcheck {

/// What a piece of text is; the renderer knows the colour.
enum class Role {
  Plain,
  Strong,  ///< the message
  Gutter,  ///< line numbers, frames and secondary labels
  Primary, ///< the level and the primary label, in the level's colour
};

struct Run {
  Role role = Role::Plain;
  std::string text;
};

/// A row of text, without trailing space.
using StyledRow = std::vector<Run>;

/// A label of one line, in columns of the line as it is shown.
struct Annotation {
  unsigned begin = 0;
  unsigned end = 0; ///< greater than `begin`
  bool primary = false;
  std::string text; ///< printable, on one line
};

/// The rows to print below the line; the underlines are the first.
std::vector<StyledRow> layOutAnnotations(std::vector<Annotation> annotations);

} // namespace linkcheck
