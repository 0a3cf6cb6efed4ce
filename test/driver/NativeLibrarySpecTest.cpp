//===- NativeLibrarySpecTest.cpp - `-l` and LINK_LIBRARY -------------------===//

#include "driver/NativeLibrarySpec.h"

#include <gtest/gtest.h>

using namespace cratec;
using namespace linkcheck;

namespace {

std::string complaintAbout(llvm::StringRef text) {
  llvm::Expected<NativeLibrary> library = parseNativeLibrary(text);
  if (library)
    return "understood";
  return llvm::toString(library.takeError());
}

} // namespace

TEST(NativeLibrarySpec, NameKindAndForm) {
  using Row = std::pair<const char *, NativeLibrary>;
  const Row rows[] = {
      {"z", {"z", NativeKind::Dylib, {}, false}},
      {"dylib=z", {"z", NativeKind::Dylib, {}, false}},
      {"static=z", {"z", NativeKind::Static, {}, false}},
      {"static:host=z", {"z", NativeKind::Static, AllocatorForm::Host, false}},
      {"static:guest=z", {"z", NativeKind::Static, AllocatorForm::Guest, false}},
      {"dylib:guest=z", {"z", NativeKind::Dylib, AllocatorForm::Guest, false}},
      // Only the first '=' parts kind and name.
      {"static=a=b:c", {"a=b:c", NativeKind::Static, {}, false}},
      {"static", {"static", NativeKind::Dylib, {}, false}},
      {"stdc++", {"stdc++", NativeKind::Dylib, {}, false}},
      {"static=-x.1_%s{}", {"-x.1_%s{}", NativeKind::Static, {}, false}},
  };
  for (const auto &[text, expected] : rows) {
    llvm::Expected<NativeLibrary> library = parseNativeLibrary(text);
    ASSERT_TRUE(bool(library)) << llvm::toString(library.takeError());
    EXPECT_EQ(*library, expected) << text;
  }
}

TEST(NativeLibrarySpec, Mistakes) {
  const std::string kinds = ", expected one of: static, dylib";
  EXPECT_EQ(complaintAbout("framework=x"), "unknown library kind `framework`" + kinds);
  EXPECT_EQ(complaintAbout("Static=x"), "unknown library kind `Static`" + kinds);
  EXPECT_EQ(complaintAbout("=x"), "unknown library kind ``" + kinds);
  EXPECT_EQ(complaintAbout(":host=x"), "unknown library kind ``" + kinds);
  EXPECT_EQ(complaintAbout("%s%n=x"), "unknown library kind `%s%n`" + kinds);
  EXPECT_EQ(complaintAbout("static:both=x"),
            "unknown form `both` of library `x`, expected host or guest");
  EXPECT_EQ(complaintAbout("static:=x"), "unknown form `` of library `x`, expected host or guest");
  EXPECT_EQ(complaintAbout("static:host:guest=x"),
            "unknown form `host:guest` of library `x`, expected host or guest");
  for (const char *text : {"", "static=", "dylib:host="})
    EXPECT_EQ(complaintAbout(text), "library name must not be empty") << text;
  EXPECT_EQ(complaintAbout("static=a/b"), "library name `a/b` must be a name, not a path");
  EXPECT_EQ(complaintAbout("/lib/x"), "library name `/lib/x` must be a name, not a path");
  EXPECT_NE(complaintAbout(llvm::StringRef("a\0b", 3)), "understood");
}
