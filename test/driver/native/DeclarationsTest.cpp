//===- DeclarationsTest.cpp - records in objects ---------------------------===//

#include "driver/native/Declarations.h"

#include "../DriverFixture.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec;
using namespace linkcheck;

namespace {

using Key = Declaration::Key;

class Declarations : public DriverFixture {
protected:
  std::vector<Declaration> found;

  /// A record of the section.
  static std::string record(const Names &fields) {
    std::string bytes;
    for (const std::string &field : fields)
      bytes += field + '\0';
    return bytes;
  }
  bool parseBytes(llvm::StringRef bytes) {
    found.clear();
    messages.diagnostics.clear();
    return parseDeclarations(bytes, "a.o", found, diags);
  }
  /// An object with a section of each of `contents`.
  std::string objectOf(const Names &contents) {
    std::string sections;
    for (size_t i = 0; i != contents.size(); ++i)
      sections += "  - {Name: '.crate.decl" + (i ? " (" + std::to_string(i) + ")" : "") +
                  "', Type: SHT_PROGBITS, Flags: [SHF_EXCLUDE], Content: '" +
                  llvm::toHex(contents[i]) + "'}\n";
    return objectFromYaml(sections);
  }
  bool readObject(llvm::StringRef bytes) {
    found.clear();
    messages.diagnostics.clear();
    return readObjectDeclarations({bytes, "a.o"}, found, diags);
  }

  static constexpr const char *malformed =
      "C07 `a.o` holds a malformed crate declaration\n  section .crate.decl, offset {}: a record "
      "is four NUL-terminated strings: key, value, file, line\n  declare crates with the macros of "
      "<crate/crate.h>\n";
};

} // namespace

TEST_F(Declarations, EachKeyIsUnderstood) {
  const std::pair<const char *, Key> rows[] = {{"crate_name", Key::CrateName},
                                               {"crate_type", Key::CrateType},
                                               {"allocator", Key::Allocator},
                                               {"needs_allocator", Key::NeedsAllocator},
                                               {"no_std", Key::NoStd},
                                               {"extern_crate", Key::ExternCrate},
                                               {"link_library", Key::LinkLibrary}};
  std::string all;
  for (auto [word, key] : rows) {
    EXPECT_EQ(spelling(key), word);
    std::string bytes = record({word, "a value", "some/file.c", "12"});
    all += bytes;
    ASSERT_TRUE(parseBytes(bytes)) << said();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].key, key);
    EXPECT_EQ(found[0].value, "a value");
    EXPECT_EQ(found[0].where, (SourceLocation{"some/file.c", 12, 0}));
  }
  ASSERT_TRUE(parseBytes(all));
  ASSERT_EQ(found.size(), std::size(rows));
  for (size_t i = 0; i != found.size(); ++i)
    EXPECT_EQ(found[i].key, rows[i].second);
}

TEST_F(Declarations, ValuesAndFilesMayHoldAnything) {
  ASSERT_TRUE(parseBytes(record({"crate_name", "\xFF\n", "", "0"}) +
                         record({"link_library", "static=a=b", "a b:1.c", "4294967295"})));
  EXPECT_EQ(found.at(0).value, "\xFF\n");
  EXPECT_EQ(found.at(0).where.file, "");
  EXPECT_EQ(found.at(1).value, "static=a=b");
  EXPECT_EQ(found.at(1).where, (SourceLocation{"a b:1.c", 4294967295u, 0}));
}

TEST_F(Declarations, NoneIsGood) {
  EXPECT_TRUE(parseBytes(""));
  EXPECT_TRUE(readObject(objectFromYaml("  - {Name: .text, Type: SHT_PROGBITS}\n")));
  EXPECT_TRUE(readObject(objectOf({""})));
  EXPECT_TRUE(found.empty());
}

TEST_F(Declarations, CutAnywhereItIsMalformed) {
  std::string first = record({"crate_name", "x", "a.c", "1"});
  std::string both = first + record({"allocator", "", "a.c", "2"});
  for (size_t size = 0; size <= both.size(); ++size) {
    bool whole = size == 0 || size == first.size() || size == both.size();
    // A buffer of that size, so that a sanitizer sees what is read beyond it.
    std::vector<char> bytes(both.begin(), both.begin() + long(size));
    EXPECT_EQ(parseBytes({bytes.data(), bytes.size()}), whole) << size;
    EXPECT_EQ(found.size(), size_t(size >= first.size()) + (size == both.size()));
    EXPECT_EQ(said(),
              whole ? ""
                    : fmt::format(fmt::runtime(malformed), size < first.size() ? 0 : first.size()));
  }
}

TEST_F(Declarations, UnknownKeysAndBadNumbersAreMalformed) {
  for (const Names &fields : {Names{"nonsense", "", "a.c", "1"},
                              {"", "", "a.c", "1"},
                              {"Allocator", "", "a.c", "1"},
                              {"allocator ", "", "a.c", "1"},
                              {"allocator", "", "a.c", ""},
                              {"allocator", "", "a.c", "x"},
                              {"allocator", "", "a.c", "-1"},
                              {"allocator", "", "a.c", "+1"},
                              {"allocator", "", "a.c", " 1"},
                              {"allocator", "", "a.c", "1 "},
                              {"allocator", "", "a.c", "0x1"},
                              {"allocator", "", "a.c", "4294967296"},
                              {"allocator", "", "a.c", "99999999999999999999999999"}}) {
    EXPECT_FALSE(parseBytes(record(fields))) << fields[0] << " " << fields[3];
    EXPECT_EQ(said(), fmt::format(fmt::runtime(malformed), 0));
    EXPECT_TRUE(found.empty());
  }
  EXPECT_FALSE(parseBytes(record({"crate_name", "x", "a.c", "1"}) + '\0'));
  EXPECT_FALSE(parseBytes(llvm::StringRef("\0\0\0\0", 4)));
}

TEST_F(Declarations, EachMalformedOneIsSaid) {
  std::string bad = record({"nonsense", "", "a.c", "1"});
  std::string good = record({"crate_name", "x", "a.c", "2"});
  EXPECT_FALSE(parseBytes(bad + good + bad));
  EXPECT_EQ(said(), fmt::format(fmt::runtime(malformed), 0) +
                        fmt::format(fmt::runtime(malformed), bad.size() + good.size()));
}

TEST_F(Declarations, OfAnObjectAreThoseOfAllItsSections) {
  ASSERT_TRUE(readObject(
      objectOf({record({"crate_name", "x", "a.c", "1"}), record({"allocator", "", "b.c", "2"})})))
      << said();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].value, "x");
  EXPECT_EQ(found[1].key, Key::Allocator);
}

TEST_F(Declarations, OnlyTheSectionOfThatNameCounts) {
  std::string bytes = llvm::toHex(record({"allocator", "", "b.c", "2"}));
  EXPECT_TRUE(readObject(
      objectFromYaml("  - {Name: .crate.decls, Type: SHT_PROGBITS, Content: '" + bytes + "'}\n" +
                     "  - {Name: .crate.info, Type: SHT_PROGBITS, Content: '" + bytes + "'}\n" +
                     "  - {Name: .data, Type: SHT_PROGBITS, Content: '" + bytes + "'}\n")));
  EXPECT_TRUE(found.empty());
}

TEST_F(Declarations, WhatWasReadBeforeStays) {
  found.push_back({Key::NoStd, "", {"first.c", 1, 0}});
  std::string object = objectOf({record({"allocator", "", "b.c", "2"})});
  ASSERT_TRUE(readObjectDeclarations({object, "a.o"}, found, diags));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].where.file, "first.c");
}

TEST_F(Declarations, AMalformedRecordInAnObjectIsSaid) {
  EXPECT_FALSE(readObject(objectOf({"alloc"})));
  EXPECT_EQ(said(), fmt::format(fmt::runtime(malformed), 0));
}

TEST_F(Declarations, ACutObjectIsDamaged) {
  std::string whole = objectOf({record({"crate_name", "x", "a.c", "1"})});
  for (size_t size = 0; size != whole.size(); ++size) {
    std::vector<char> bytes(whole.begin(), whole.begin() + long(size));
    EXPECT_FALSE(readObject({bytes.data(), bytes.size()})) << size;
    EXPECT_EQ(codes(), std::vector{Code::C07});
    EXPECT_TRUE(says("`a.o` is a damaged object\n  "));
  }
}

// Each byte changed: it may go unnoticed, but nothing outside of the file is read.
TEST_F(Declarations, AChangedObjectIsReadOrRefused) {
  std::string whole = objectOf({record({"crate_name", "x", "a.c", "1"})});
  for (size_t at = 0; at != whole.size(); ++at)
    for (char value : {'\0', '\x7F', '\xFF'}) {
      std::vector<char> bytes(whole.begin(), whole.end());
      bytes[at] = value;
      bool good = readObject({bytes.data(), bytes.size()});
      EXPECT_EQ(good, messages.diagnostics.empty()) << at;
      for (Code code : codes())
        EXPECT_EQ(code, Code::C07);
    }
}

TEST_F(Declarations, Print) {
  EXPECT_EQ(printDeclarations({}), "");
  EXPECT_EQ(
      printDeclarations({{Key::CrateName, "x", {"a.c", 1, 0}}, {Key::NoStd, "", {"b.c", 2, 0}}}),
      "crate_name: x (a.c:1)\nno_std: (b.c:2)\n");
}
