//===- NativeLibrarySpecTest.cpp - `-l` and LINK_LIBRARY -------------------===//

#include "driver/NativeLibrarySpec.h"

#include <gtest/gtest.h>

using namespace cratec;
using namespace linkcheck;

namespace {

std::string complaintAbout(llvm::StringRef text) {
  llvm::Expected<NativeLibrarySpec> library = parseNativeLibrary(text);
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
      {"static=a=b", {"a=b", NativeKind::Static, {}, false}},
      {"static", {"static", NativeKind::Dylib, {}, false}},
      {"stdc++", {"stdc++", NativeKind::Dylib, {}, false}},
      {"static=-x.1_%s{}", {"-x.1_%s{}", NativeKind::Static, {}, false}},
  };
  for (const auto &[text, expected] : rows) {
    llvm::Expected<NativeLibrarySpec> spec = parseNativeLibrary(text);
    ASSERT_TRUE(bool(spec)) << llvm::toString(spec.takeError());
    EXPECT_EQ(spec->library, expected) << text;
    EXPECT_FALSE(spec->rename);
  }
}

TEST(NativeLibrarySpec, Modifiers) {
  auto parse = [](llvm::StringRef text) { return llvm::cantFail(parseNativeLibrary(text)); };
  EXPECT_FALSE(parse("static=z").hasModifiers);
  NativeLibrary library = parse("static:-bundle,+whole-archive=z").library;
  EXPECT_TRUE(library.leftOut);
  EXPECT_EQ(library.wholeArchive, true);
  EXPECT_EQ(parse("static:-whole-archive=z").library.wholeArchive, false);
  EXPECT_FALSE(parse("static:+bundle=z").library.leftOut);
  EXPECT_TRUE(parse("dylib:+verbatim=libz.so.1").library.verbatim);
  EXPECT_TRUE(parse("static-nobundle=z").library.leftOut);
  EXPECT_EQ(parse("static:host,+whole-archive=z").library.form, AllocatorForm::Host);
}

TEST(NativeLibrarySpec, OnlyTheCommandLineRenames) {
  NativeLibrarySpec spec = llvm::cantFail(parseNativeLibrary("static=a:b"));
  EXPECT_EQ(spec.library.name, "a");
  EXPECT_EQ(spec.rename, "b");
  spec = llvm::cantFail(parseDeclaredLibrary("static=a:b"));
  EXPECT_EQ(spec.library.name, "a:b");
  EXPECT_FALSE(spec.rename);
}

namespace {

/// The merged libraries as `kind=name` words, `*` where bundled; or the complaint.
std::string merge(const std::vector<std::string> &declared, const std::vector<std::string> &given) {
  std::vector<NativeLibrarySpec> sources, options;
  for (const std::string &text : declared)
    sources.push_back(llvm::cantFail(parseDeclaredLibrary(text)));
  for (const std::string &text : given)
    options.push_back(llvm::cantFail(parseNativeLibrary(text)));
  auto merged = mergeNativeLibraries(std::move(sources), options);
  if (!merged)
    return llvm::toString(merged.takeError());
  std::string text;
  for (const NativeLibrary &library : *merged)
    text += (text.empty() ? "" : " ") + (spelling(library.kind) + "=" + library.name).str() +
            (library.bundled ? "*" : "");
  return text;
}

} // namespace

TEST(NativeLibrarySpec, TheCommandLineChangesWhatSourcesDeclare) {
  EXPECT_EQ(merge({"a", "static=b", "a", "a"}, {}), "dylib=a static=b* dylib=a");
  // What is named again moves to the end, all of it.
  EXPECT_EQ(merge({"a", "b", "a"}, {"c", "a"}), "dylib=b dylib=c dylib=a");
  EXPECT_EQ(merge({}, {"a", "b", "a"}), "dylib=b dylib=a");
  EXPECT_EQ(merge({"a"}, {"static=a"}), "static=a*");
  EXPECT_EQ(merge({"static=a"}, {"a"}), "static=a*");
  EXPECT_EQ(merge({"a"}, {"static=a:b"}), "static=b*");
  EXPECT_EQ(merge({"a"}, {"a:b"}), "dylib=b");
  EXPECT_EQ(merge({"static:host=a"}, {}), "static=a");
  EXPECT_EQ(merge({}, {"a:b"}),
            "renaming of the library `a` was specified, however this crate contains no "
            "`#[link(...)]` attributes referencing this library");
  EXPECT_EQ(merge({"a"}, {"a:b", "a:c"}), "multiple renamings were specified for library `a`");
  EXPECT_EQ(merge({"static:-bundle=a"}, {"static=a"}),
            "overriding linking modifiers of library `a` from the command line is not supported");
}

TEST(NativeLibrarySpec, Mistakes) {
  const std::string kinds = ", expected one of: static, dylib";
  const std::string words = ", expected host or guest, or a modifier with `+` or `-` before it";
  EXPECT_EQ(complaintAbout("framework=x"),
            "library kind `framework` is only supported on Apple targets");
  EXPECT_EQ(complaintAbout("raw-dylib=x"),
            "library kind `raw-dylib` is only supported on Windows targets");
  EXPECT_EQ(complaintAbout("static:+bundel=x"), "unknown linking modifier `bundel`, expected one "
                                                "of: bundle, verbatim, whole-archive");
  EXPECT_EQ(complaintAbout("static:+bundle,-bundle=x"),
            "multiple `bundle` modifiers in a single `-l` option");
  EXPECT_EQ(complaintAbout("dylib:+whole-archive=x"),
            "linking modifier `whole-archive` is only compatible with `static` linking kind");
  EXPECT_EQ(complaintAbout("static=x:"), "an empty renaming target was specified for library `x`");
  EXPECT_EQ(complaintAbout("Static=x"), "unknown library kind `Static`" + kinds);
  EXPECT_EQ(complaintAbout("=x"), "unknown library kind ``" + kinds);
  EXPECT_EQ(complaintAbout(":host=x"), "unknown library kind ``" + kinds);
  EXPECT_EQ(complaintAbout("%s%n=x"), "unknown library kind `%s%n`" + kinds);
  EXPECT_EQ(complaintAbout("static:both=x"), "unknown form `both` of library `x`" + words);
  EXPECT_EQ(complaintAbout("static:=x"), "unknown form `` of library `x`" + words);
  EXPECT_EQ(complaintAbout("static:host:guest=x"),
            "unknown form `host:guest` of library `x`" + words);
  EXPECT_EQ(complaintAbout("static:host,guest=x"), "several forms of library `x`");
  for (const char *text : {"", "static=", "dylib:host="})
    EXPECT_EQ(complaintAbout(text), "library name must not be empty") << text;
  EXPECT_EQ(complaintAbout("static=a/b"), "library name `a/b` must be a name, not a path");
  EXPECT_EQ(complaintAbout("/lib/x"), "library name `/lib/x` must be a name, not a path");
  EXPECT_NE(complaintAbout(llvm::StringRef("a\0b", 3)), "understood");
}
