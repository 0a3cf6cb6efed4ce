//===- MetadataRoundTripTest.cpp - what is written is read ----------------===//

#include "test/linkcheck/meta/Forge.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/FileUtilities.h>

namespace linkcheck {

namespace {

void expectRoundTrip(const CrateMetadata &metadata) {
  for (MetadataSurvival survival : {MetadataSurvival::Excluded, MetadataSurvival::Kept}) {
    forge::Outcome outcome = forge::read(forge::writtenObject(metadata, survival));
    ASSERT_TRUE(outcome.metadata) << outcome.place << ": " << outcome.reason;
    const CrateMetadata &read = *outcome.metadata;
    EXPECT_EQ(read.identity, metadata.identity);
    EXPECT_EQ(read.target, metadata.target);
    EXPECT_EQ(read.type, metadata.type);
    EXPECT_EQ(read.languages, metadata.languages);
    EXPECT_EQ(read.allocator, metadata.allocator);
    EXPECT_EQ(read.needsAllocator, metadata.needsAllocator);
    EXPECT_EQ(read.noStd, metadata.noStd);
    EXPECT_TRUE(read.dependencies == metadata.dependencies);
    EXPECT_EQ(read.nativeLibraries, metadata.nativeLibraries);
    EXPECT_EQ(read.exports, metadata.exports);
    EXPECT_TRUE(read.linkage == metadata.linkage);
    EXPECT_TRUE(read.chosenAllocator == metadata.chosenAllocator);
    EXPECT_TRUE(read == metadata) << "a field that is not compared above";
    EXPECT_EQ(writeRecord(read), writeRecord(metadata));
  }
}

TEST(MetadataRoundTrip, KeepsEveryFieldOfAnRlib) {
  expectRoundTrip(forge::rlib());
}
TEST(MetadataRoundTrip, KeepsEveryFieldOfAFinalArtifact) {
  expectRoundTrip(forge::executable());
}
TEST(MetadataRoundTrip, KeepsAnAllocatorThatIsInADylib) {
  expectRoundTrip(forge::dynamicExecutable());
}

TEST(MetadataRoundTrip, KeepsBothTags) {
  CrateMetadata metadata = forge::rlib();
  metadata.needsAllocator = false;
  expectRoundTrip(metadata);
  metadata.allocator = true;
  expectRoundTrip(metadata);
}

TEST(MetadataRoundTrip, KeepsAnInterface) {
  CrateMetadata metadata = forge::rlib();
  metadata.interface =
      CrateInterface{"0123456789abcdef",
                     {"fast", "feature=\"x\""},
                     {{"lib.rs", "\n\tpub fn f() {} {}\n\x01", {{13, 15}, {16, 18}}},
                      {"empty.rs", "", {}},
                      {"a\\b.rs", "\xff", {{0, 1}}}}};
  expectRoundTrip(metadata);
}

TEST(MetadataRoundTrip, KeepsEveryCrateType) {
  for (CrateType type :
       {CrateType::Executable, CrateType::Dylib, CrateType::Cdylib, CrateType::Staticlib}) {
    CrateMetadata metadata = forge::executable();
    metadata.type = type;
    expectRoundTrip(metadata);
  }
}

TEST(MetadataRoundTrip, KeepsEveryOriginAndFormAndLanguage) {
  using By = DependencyOrigin::By;
  for (By by : {By::ExternCrate, By::CommandLine, By::AllocatorFlag, By::Default}) {
    CrateMetadata metadata = forge::rlib();
    metadata.dependencies[0].origin.by = by;
    metadata.nativeLibraries[0].form = AllocatorForm::Host;
    metadata.languages = {SourceLanguage::Rust,   SourceLanguage::C,        SourceLanguage::Cxx,
                          SourceLanguage::LlvmIr, SourceLanguage::Assembly, SourceLanguage::Object};
    expectRoundTrip(metadata);
  }
}

TEST(MetadataRoundTrip, KeepsAnAllocatorCrateThatIsItsOwnAllocator) {
  CrateMetadata metadata;
  metadata.identity = {"my_allocator", forge::hashOf('d')};
  metadata.target = "x86_64-unknown-linux-gnu";
  metadata.type = CrateType::Dylib;
  metadata.allocator = true;
  metadata.chosenAllocator = {metadata.identity,    Meaning::Explicit, 1,
                              AllocatorForm::Guest, Linkage::Static,   {"my_allocator"}};
  expectRoundTrip(metadata);
}

TEST(MetadataRoundTrip, KeepsUnusualText) {
  CrateMetadata metadata = forge::rlib();
  metadata.dependencies[0].origin.where.file = "a \"b\" \\ \xc3\xa9.rs";
  metadata.dependencies[0].origin.where.line = 4294967295u;
  metadata.exports = {"\"", "\\u0041", "\xe2\x82\xac"};
  expectRoundTrip(metadata);
}

TEST(MetadataRoundTrip, ReadsAFileThroughItsPath) {
  llvm::SmallString<128> path;
  int descriptor = -1;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("metadata", "rlib", descriptor, path));
  llvm::FileRemover remover(path);
  {
    llvm::raw_fd_ostream out(descriptor, /*shouldClose=*/true);
    out << forge::archive(
        {{"lib.meta.o", forge::writtenObject(forge::rlib())}, {"code.o", std::string(100000, 'x')}},
        llvm::SymtabWritingMode::NoSymtab);
  }
  forge::Outcome outcome = forge::outcomeOf(readMetadataFile(path));
  ASSERT_TRUE(outcome.metadata) << outcome.reason;
  EXPECT_EQ(outcome.metadata->identity.name, "consumer");
}

TEST(MetadataRoundTrip, SaysWhyAFileCannotBeRead) {
  forge::Outcome missing = forge::outcomeOf(readMetadataFile("no/such/file.rlib"));
  EXPECT_EQ(missing.kind, MetadataError::Kind::Unreadable);
  EXPECT_EQ(missing.reason, "No such file or directory");
  forge::Outcome folder = forge::outcomeOf(readMetadataFile("/"));
  EXPECT_EQ(folder.kind, MetadataError::Kind::Unreadable);
  EXPECT_EQ(folder.reason, "it is a folder");
  // Reading it would never end.
  forge::Outcome device = forge::outcomeOf(readMetadataFile("/dev/zero"));
  EXPECT_EQ(device.kind, MetadataError::Kind::Unreadable);
}

} // namespace
} // namespace linkcheck
