//===- SectionReader.cpp - from a file to its metadata sections -----------===//

#include "linkcheck/meta/SectionReader.h"

#include <fmt/format.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/BinaryFormat/ELF.h>
#include <llvm/Object/ELF.h>

namespace linkcheck {
namespace {

using Kind = MetadataError::Kind;
using llvm::StringRef;

constexpr llvm::StringLiteral archiveMagic = "!<arch>\n";
constexpr llvm::StringLiteral thinArchiveMagic = "!<thin>\n";

/// The text of `name` as it may stand in a message: a damaged header can hold
/// anything.
std::string printable(StringRef name) {
  std::string text;
  for (unsigned char c : name.take_front(80))
    text += c < 0x20 || c >= 0x7f ? '?' : char(c);
  return text;
}

//===----------------------------------------------------------------------===//
// Archives. llvm::object::Archive is not used: it reads the headers of more
// members than the first, and its messages do not say which file is meant.
//===----------------------------------------------------------------------===//

struct Member {
  StringRef name; ///< as in the header: "x.o/", "/12", "//"
  StringRef data;
  size_t end; ///< offset of the next member
};

constexpr size_t memberHeaderSize = 60;

llvm::Expected<Member> readMember(StringRef file, size_t offset, const ReadingPlace &place) {
  StringRef header = file.substr(offset, memberHeaderSize);
  if (header.size() < memberHeaderSize)
    return place.malformed("the file ends inside the header of an archive member", offset);
  if (header.substr(58) != "`\n")
    return place.malformed("the header of an archive member does not end as it should", offset);
  StringRef name = header.take_front(16).rtrim(' ');
  uint64_t size = 0;
  if (header.substr(48, 10).rtrim(' ').getAsInteger(10, size))
    return place.malformed("the size of an archive member is not a number", offset + 48);
  size_t start = offset + memberHeaderSize;
  if (size > file.size() - start)
    return place.malformed(fmt::format("the file ends inside the archive member `{}`, which has "
                                       "{} bytes, of which {} are there",
                                       printable(name), size, file.size() - start),
                           start);
  return Member{name, file.substr(start, size), start + size + size % 2};
}

/// The name behind the header's: "x.o/" ends in a slash, "/12" is an offset
/// into the table of long names. Only for messages, so that a wrong offset is
/// no error here.
std::string memberName(StringRef name, StringRef longNames) {
  uint64_t offset = 0;
  if (name.starts_with("/") && !name.drop_front().getAsInteger(10, offset)) {
    StringRef longName = longNames.substr(offset).take_until([](char c) { return c == '\n'; });
    if (!longName.empty())
      name = longName;
  }
  name.consume_back("/");
  return printable(name);
}

struct FirstMember {
  std::string name;
  StringRef data;
};

/// The first member after the symbol table and the table of long names.
llvm::Expected<FirstMember> findFirstMember(StringRef file, const ReadingPlace &place) {
  StringRef longNames;
  for (size_t offset = archiveMagic.size(); offset < file.size();) {
    llvm::Expected<Member> member = readMember(file, offset, place);
    if (!member)
      return member.takeError();
    if (member->name == "//")
      longNames = member->data;
    else if (member->name != "/" && member->name != "/SYM64/")
      return FirstMember{memberName(member->name, longNames), member->data};
    offset = member->end;
  }
  return place.fail(Kind::NotACrate, "the archive has no members");
}

//===----------------------------------------------------------------------===//
// ELF. Every function of ELFFile that is called here checks its offsets and
// returns an Expected.
//===----------------------------------------------------------------------===//

template <typename ELFT>
llvm::Expected<StringRef> readSection(const llvm::object::ELFFile<ELFT> &elf,
                                      const typename ELFT::Shdr &section,
                                      const ReadingPlace &place) {
  if (section.sh_type != llvm::ELF::SHT_PROGBITS)
    return place.malformed("the section is not of type SHT_PROGBITS");
  if (section.sh_flags & llvm::ELF::SHF_COMPRESSED)
    return place.malformed("the section is compressed, which metadata never is");
  if (section.sh_size > metadataSizeLimit)
    return place.malformed(fmt::format("the section has {} bytes, and the limit is {}",
                                       uint64_t(section.sh_size), metadataSizeLimit));
  llvm::Expected<llvm::ArrayRef<uint8_t>> content = elf.getSectionContents(section);
  if (!content)
    return place.malformed(llvm::toString(content.takeError()));
  return llvm::toStringRef(*content);
}

/// Keeps the content of `section`, named `name`, if it is one of FORMAT.md.
template <typename ELFT>
llvm::Error keepSection(const llvm::object::ELFFile<ELFT> &elf, const typename ELFT::Shdr &section,
                        StringRef name, std::optional<StringRef> &info, MetadataSections &found) {
  std::optional<StringRef> *slot = name == infoSection             ? &info
                                   : name == allocatorSection      ? &found.allocator
                                   : name == needsAllocatorSection ? &found.needsAllocator
                                   : name == interfaceSection      ? &found.interface
                                                                   : nullptr;
  if (!slot)
    return llvm::Error::success();
  ReadingPlace place = found.place.inSection(name);
  if (*slot)
    return place.malformed("the section is there twice: several crates were linked into one file "
                           "by a tool that does not know crates");
  llvm::Expected<StringRef> content = readSection(elf, section, place);
  if (!content)
    return content.takeError();
  *slot = *content;
  return llvm::Error::success();
}

template <typename ELFT>
llvm::Expected<MetadataSections> readSections(StringRef bytes, const ReadingPlace &place) {
  auto elf = llvm::object::ELFFile<ELFT>::create(bytes);
  if (!elf)
    return place.malformed(llvm::toString(elf.takeError()));
  auto sections = elf->sections();
  if (!sections)
    return place.malformed(llvm::toString(sections.takeError()));
  llvm::Expected<StringRef> names = elf->getSectionStringTable(*sections);
  if (!names)
    return place.malformed(llvm::toString(names.takeError()));

  MetadataSections found{place, {}, {}, {}, {}};
  std::optional<StringRef> info;
  for (const typename ELFT::Shdr &section : *sections) {
    llvm::Expected<StringRef> name = elf->getSectionName(section, *names);
    if (!name)
      return place.malformed(llvm::toString(name.takeError()));
    if (llvm::Error error = keepSection(*elf, section, *name, info, found))
      return error;
  }
  if (!info)
    return place.fail(Kind::NotACrate, fmt::format("it has no section {}", infoSection.str()));
  found.info = *info;
  return found;
}

llvm::Expected<MetadataSections> readElf(StringRef bytes, const ReadingPlace &place) {
  auto [fileClass, data] = llvm::object::getElfArchType(bytes);
  bool little = data == llvm::ELF::ELFDATA2LSB;
  if (!little && data != llvm::ELF::ELFDATA2MSB)
    return place.malformed("the ELF header names no known byte order", llvm::ELF::EI_DATA);
  if (fileClass == llvm::ELF::ELFCLASS64)
    return little ? readSections<llvm::object::ELF64LE>(bytes, place)
                  : readSections<llvm::object::ELF64BE>(bytes, place);
  if (fileClass == llvm::ELF::ELFCLASS32)
    return little ? readSections<llvm::object::ELF32LE>(bytes, place)
                  : readSections<llvm::object::ELF32BE>(bytes, place);
  return place.malformed("the ELF header names no known file class", llvm::ELF::EI_CLASS);
}

} // namespace

llvm::Expected<MetadataSections> findMetadataSections(llvm::MemoryBufferRef buffer) {
  StringRef bytes = buffer.getBuffer();
  ReadingPlace place{buffer.getBufferIdentifier().str(), {}, {}};
  if (bytes.empty())
    return place.fail(Kind::NotACrate, "it is empty");
  if (bytes.starts_with(llvm::ELF::ElfMagic))
    return readElf(bytes, place);
  if (bytes.starts_with(thinArchiveMagic))
    return place.fail(Kind::NotACrate, "it is a thin archive, which names its members instead of "
                                       "holding them");
  if (!bytes.starts_with(archiveMagic))
    return place.fail(Kind::NotACrate, "it is neither an archive nor an ELF file");

  llvm::Expected<FirstMember> first = findFirstMember(bytes, place);
  if (!first)
    return first.takeError();
  place.member = first->name;
  bool isElf = first->data.starts_with(llvm::ELF::ElfMagic);
  // Of the name that metadata has, here and in rustc: it was meant to be a crate.
  if (!isElf && StringRef(first->name).starts_with("lib.rmeta"))
    return place.malformed("its metadata is not an ELF file");
  if (!isElf)
    return place.fail(Kind::NotACrate, "its first member is not an ELF file");
  return readElf(first->data, place);
}

} // namespace linkcheck
