//===- Printable.cpp - text that cannot drive a terminal ------------------===//

#include "linkcheck/diag/Printable.h"

#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/Unicode.h>

using namespace linkcheck;

namespace {

constexpr llvm::StringLiteral replacement = "\uFFFD";
constexpr llvm::StringLiteral expandedTab = "    ";
constexpr llvm::StringLiteral zeroWidthJoiner = "\u200D";

/// The Unicode pictures of the control characters 0 to 31, three bytes each.
constexpr llvm::StringLiteral controlPictures = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏"
                                                "␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";
constexpr llvm::StringLiteral deletePicture = "␡";

Glyph asciiGlyph(llvm::StringRef text, size_t offset) {
  auto byte = static_cast<unsigned char>(text[offset]);
  if (byte == '\t')
    return {1, expandedTab, 4};
  if (byte < 0x20)
    return {1, controlPictures.substr(3 * byte, 3), 1};
  if (byte == 0x7F)
    return {1, deletePicture, 1};
  return {1, text.substr(offset, 1), 1};
}

} // namespace

Glyph linkcheck::glyphAt(llvm::StringRef text, size_t offset) {
  if (static_cast<unsigned char>(text[offset]) < 0x80)
    return asciiGlyph(text, offset);

  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data()) + offset;
  auto *end = reinterpret_cast<const llvm::UTF8 *>(text.data()) + text.size();
  if (!llvm::isLegalUTF8Sequence(begin, end))
    return {1, replacement, 1};

  llvm::StringRef character = text.substr(offset, llvm::getNumBytesForUTF8(*begin));
  // It only joins its neighbours; without it they are still readable.
  if (character == zeroWidthJoiner)
    return {character.size(), "", 0};
  int width = llvm::sys::unicode::columnWidthUTF8(character);
  if (width < 0)
    return {character.size(), replacement, 1};
  return {character.size(), character, static_cast<unsigned>(width)};
}

std::string linkcheck::printableText(llvm::StringRef text) {
  std::string result;
  for (size_t offset = 0; offset < text.size();) {
    if (text[offset] == '\n' || text[offset] == '\t') {
      result += text[offset++];
      continue;
    }
    // The line ends of a Windows tool's output are no news to anybody.
    if (text.substr(offset).starts_with("\r\n")) {
      ++offset;
      continue;
    }
    Glyph glyph = glyphAt(text, offset);
    result += glyph.shown;
    offset += glyph.length;
  }
  return result;
}

std::string linkcheck::printableLine(llvm::StringRef text) {
  std::string result = printableText(text);
  for (char &byte : result)
    if (byte == '\n' || byte == '\t')
      byte = ' ';
  return result;
}

unsigned linkcheck::displayWidth(llvm::StringRef text) {
  unsigned width = 0;
  for (size_t offset = 0; offset < text.size();) {
    Glyph glyph = glyphAt(text, offset);
    width += glyph.width;
    offset += glyph.length;
  }
  return width;
}

unsigned linkcheck::characterCount(llvm::StringRef text) {
  unsigned count = 0;
  for (char byte : text)
    count += !isContinuationByte(byte);
  return count;
}
