//===- Markdown.cpp - the Rust listings of a Markdown file --------*- C++ -*-===//

#include "driver/listings/Markdown.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>

#include <optional>

using llvm::StringRef;

namespace cratec {
namespace {

/// An opening fence: what closes it, and what it says.
struct Fence {
  char mark;
  size_t length;
  size_t indentation;
  StringRef info;
};

std::optional<Fence> parseFence(StringRef line) {
  StringRef text = line.ltrim(' ');
  Fence fence{'`', 0, line.size() - text.size(), ""};
  if (text.starts_with("~"))
    fence.mark = '~';
  fence.length = std::min(text.find_first_not_of(fence.mark), text.size());
  if (fence.length < 3)
    return std::nullopt;
  fence.info = text.substr(fence.length).trim();
  // Otherwise it is code within a line.
  if (fence.mark == '`' && fence.info.contains('`'))
    return std::nullopt;
  return fence;
}

bool closes(StringRef line, const Fence &fence) {
  StringRef text = line.trim();
  return text.size() >= fence.length && text.find_first_not_of(fence.mark) == StringRef::npos;
}

bool isErrorCode(StringRef word) {
  return word.size() == 5 && word.consume_front("E") && llvm::all_of(word, llvm::isDigit);
}

/// Understands an info string; false where the block is of another language.
bool takeInfo(StringRef info, Listing &listing) {
  bool saysRust = false;
  bool saysOther = false;
  llvm::SmallVector<StringRef> words;
  llvm::SplitString(info, words, ", \t{}");
  for (StringRef word : words) {
    if (word == "rust")
      saysRust = true;
    else if (word == "ignore" || word.starts_with("ignore-"))
      listing.ignore = true;
    else if (word == "no_run")
      listing.noRun = true;
    else if (word == "should_panic")
      listing.shouldPanic = true;
    else if (word == "compile_fail")
      listing.compileFail = listing.noRun = true;
    else if (word != "test_harness" && !word.starts_with("edition") && !isErrorCode(word))
      saysOther = true;
  }
  return saysRust || !saysOther;
}

/// Of a heading's text, what may stand in a test's name.
std::string headingName(StringRef text) {
  std::string name;
  for (char c : text)
    name += llvm::isAlnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80 ? c : '_';
  return name;
}

/// The headings above a place, outermost first.
class Headings {
public:
  void take(StringRef line) {
    size_t level = std::min(line.find_first_not_of('#'), line.size());
    if (level == 0 || level > 6 || (level != line.size() && line[level] != ' '))
      return;
    while (!open.empty() && open.back().first >= level)
      open.pop_back();
    open.push_back({level, headingName(line.substr(level).trim().rtrim('#').trim())});
  }

  std::string path() const {
    std::string text;
    for (const auto &[level, name] : open)
      text += (text.empty() ? "" : "::") + name;
    return text;
  }

private:
  std::vector<std::pair<size_t, std::string>> open;
};

std::string listingLine(StringRef line, const Fence &fence) {
  size_t indentation = std::min(line.size() - line.ltrim(' ').size(), fence.indentation);
  line = line.substr(indentation);
  StringRef text = line.ltrim(' ');
  if (text == "#")
    return "";
  if (text.starts_with("# "))
    return text.substr(2).str();
  if (text.starts_with("##"))
    return text.substr(1).str();
  return line.str();
}

/// Whether the line has to stay at the crate's root.
bool belongsToRoot(StringRef line) {
  return line.starts_with("#![") || line.starts_with("extern crate ") ||
         line.starts_with("#[macro_use] extern crate ");
}

} // namespace

std::vector<Listing> findListings(StringRef markdown) {
  std::vector<Listing> listings;
  llvm::SmallVector<StringRef> lines;
  markdown.split(lines, '\n');
  Headings headings;
  for (unsigned i = 0; i < lines.size(); ++i) {
    std::optional<Fence> fence = parseFence(lines[i].rtrim('\r'));
    if (!fence) {
      headings.take(lines[i].rtrim('\r'));
      continue;
    }
    Listing listing;
    listing.line = i + 1;
    listing.heading = headings.path();
    for (++i; i < lines.size() && !closes(lines[i], *fence); ++i)
      listing.text += listingLine(lines[i].rtrim('\r'), *fence) + "\n";
    if (takeInfo(fence->info, listing))
      listings.push_back(std::move(listing));
  }
  return listings;
}

std::string makeProgram(const Listing &listing) {
  std::string program(listing.line - 1, '\n');
  llvm::SmallVector<StringRef> lines;
  StringRef(listing.text).split(lines, '\n');
  bool hasMain = llvm::any_of(lines, [](StringRef line) {
    return line.trim().starts_with("fn main(") || line.trim().starts_with("pub fn main(");
  });
  if (hasMain)
    return program + "\n" + listing.text;
  // The line of the fence is free for what goes to the root.
  std::string body;
  for (StringRef line : lines) {
    bool toRoot = belongsToRoot(line.trim());
    if (toRoot)
      program += (line.trim() + " ").str();
    body += (toRoot ? "" : line.str()) + "\n";
  }
  return program + "fn main() {\n" + StringRef(body).rtrim('\n').str() + "\n}\n";
}

} // namespace cratec
