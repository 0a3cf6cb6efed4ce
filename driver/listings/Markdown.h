//===- Markdown.h - the Rust listings of a Markdown file ----------*- C++ -*-===//
//
// As rustdoc finds them: fenced blocks whose info string is empty or made of the words
// below alone. A line that begins with `# ` (or is `#`) is hidden from readers and
// belongs to the program; `##` at the beginning stands for one `#`.
//
//===----------------------------------------------------------------------===//

#pragma once

#include <llvm/ADT/StringRef.h>

#include <string>
#include <vector>

namespace cratec {

struct Listing {
  unsigned line = 0;   ///< of the opening fence, from 1
  std::string heading; ///< "Two::Sub_part": the headings it stands under; may be empty
  std::string text;    ///< hidden lines included, without their `# `
  bool ignore = false; ///< `ignore`, `ignore-…`: not even compiled
  bool noRun = false;  ///< `no_run`
  bool shouldPanic = false;
  bool compileFail = false;
};

/// In the order of the file.
std::vector<Listing> findListings(llvm::StringRef markdown);

/// The listing as a program whose lines have the numbers that they have in the file: a
/// text without `fn main` is put into one, apart from its crate's attributes and
/// `extern crate`s.
std::string makeProgram(const Listing &listing);

} // namespace cratec
