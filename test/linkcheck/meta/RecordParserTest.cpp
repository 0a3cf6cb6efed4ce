//===- RecordParserTest.cpp - records that nobody should have written -----===//

#include "linkcheck/meta/RecordRules.h"
#include "linkcheck/meta/RecordScanner.h"
#include "test/linkcheck/meta/Forge.h"

namespace linkcheck {
namespace {

namespace json = llvm::json;

using Edit = llvm::function_ref<void(json::Object &)>;

forge::Outcome readText(std::string text) {
  return forge::read(forge::elfWithRecord(std::move(text)));
}
forge::Outcome readEdited(const CrateMetadata &metadata, Edit edit) {
  return readText(forge::editedRecord(metadata, edit));
}
void expectFault(const CrateMetadata &metadata, const std::string &field, llvm::StringRef reason,
                 Edit edit) {
  SCOPED_TRACE(field);
  forge::expectMalformed(readEdited(metadata, edit), "section .crate.info, field `" + field + "`",
                         reason);
}

json::Object &objectAt(json::Object &record, llvm::StringRef key, size_t index) {
  return *(*record.getArray(key))[index].getAsObject();
}

//===----------------------------------------------------------------------===//
// The text as a whole
//===----------------------------------------------------------------------===//

void expectBadText(std::string text, size_t offset, llvm::StringRef reason) {
  SCOPED_TRACE(text.substr(0, 60));
  forge::expectMalformed(readText(std::move(text)),
                         "section .crate.info, offset " + std::to_string(offset), reason);
}

TEST(RecordParser, RefusesWhatIsNotOneJsonObject) {
  expectBadText("", 0, "the record is empty");
  expectBadText(" \n", 0, "is not a JSON object");
  expectBadText("[1]", 0, "is not a JSON object");
  expectBadText("\"{}\"", 0, "is not a JSON object");
  expectBadText(std::string("\0\0\0", 3), 0, "is not a JSON object");
  expectBadText("{", 1, "ends before its last brace");
  expectBadText("{\"a", 3, "ends inside a string");
  expectBadText("{\"a\\", 4, "ends inside a string");
  expectBadText("{\"a\\\"", 5, "ends inside a string");
  expectBadText("{]", 1, "the brackets of the record do not match");
  expectBadText("{\"a\":[}", 6, "the brackets of the record do not match");
  expectBadText("{\"schema\":1,}", 13, "not well formed JSON");
  expectBadText("{\"schema\":tru}", 14, "not well formed JSON");
  expectBadText("{\"a\":\"\xff\"}", 6, "not well formed JSON");
  expectBadText("{\"a\":\"\n\"}", 7, "not well formed JSON");
  expectBadText("{{}}", 2, "not well formed JSON");
}

TEST(RecordParser, RefusesWhatFollowsTheRecord) {
  std::string record = writeRecord(forge::rlib());
  expectBadText(record + "x", record.size(), "1 bytes follow the end of the record");
  expectBadText(record + "}", record.size(), "1 bytes follow the end of the record");
  expectBadText(record + std::string(3, '\0'), record.size(), "3 bytes follow the end");
  expectBadText(record + record, record.size(), "a second record follows the first");
  expectBadText(record + "\n" + record, record.size() + 1, "a second record follows the first");
  EXPECT_TRUE(readText(" " + record + "\n").metadata) << "white space is harmless";
}

TEST(RecordParser, RefusesADeepRecordWithoutOverflowingTheStack) {
  std::string record = writeRecord(forge::rlib());
  record.pop_back();
  for (auto [open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\":", "}"}}) {
    auto withDepth = [&, open = open, close = close](size_t depth) {
      std::string text = record + ",\"later\":";
      for (size_t i = 0; i < depth; ++i)
        text += open;
      text += "1";
      for (size_t i = 0; i < depth; ++i)
        text += close;
      return text + "}";
    };
    EXPECT_TRUE(readText(withDepth(recordDepthLimit - 1)).metadata);
    forge::Outcome outcome = readText(withDepth(recordDepthLimit));
    ASSERT_FALSE(outcome.metadata);
    EXPECT_EQ(outcome.reason, "the record is nested more than 32 levels deep");
    EXPECT_FALSE(readText(withDepth(1000000)).metadata);
  }
}

TEST(RecordParser, BracketsInsideStringsDoNotNest) {
  EXPECT_TRUE(readEdited(forge::rlib(), [](json::Object &record) {
                record["later"] = std::string(1000, '[') + "\"\\" + std::string(1000, '{');
              }).metadata);
}

TEST(RecordParser, RefusesEqualKeys) {
  std::string record = writeRecord(forge::rlib());
  std::string twice = record;
  twice.insert(1, "\"schema\":1,");
  expectBadText(twice, 13, "a field is there twice");
  std::string hidden = record;
  hidden.insert(1, "\"sch\\u0065ma\":2,");
  expectBadText(hidden, 2, "the name of a field holds an escape");
  // The same key in two objects is no repetition.
  EXPECT_TRUE(readText(record).metadata);
}

TEST(RecordParser, IgnoresUnknownFields) {
  forge::Outcome outcome = readEdited(forge::executable(), [](json::Object &record) {
    record["later"] = json::Object{{"a", json::Array{1, nullptr, 2.5}}};
    objectAt(record, "dependencies", 0)["later"] = true;
    record.getObject("allocator")->insert({"later", "x"});
  });
  ASSERT_TRUE(outcome.metadata) << outcome.reason;
  EXPECT_EQ(writeRecord(*outcome.metadata), writeRecord(forge::executable()));
}

//===----------------------------------------------------------------------===//
// Schema and allocator ABI
//===----------------------------------------------------------------------===//

TEST(RecordParser, RefusesANewerSchemaBeforeItJudgesAnyOtherField) {
  forge::Outcome outcome = readText(R"({"name":17,"schema":2,"type":["unheard of"]})");
  ASSERT_FALSE(outcome.metadata);
  EXPECT_EQ(outcome.kind, MetadataError::Kind::NewerSchema);
  EXPECT_EQ(outcome.schema, 2);
  EXPECT_EQ(outcome.place, "section .crate.info");
  EXPECT_EQ(outcome.reason, "the record has schema 2, and the newest that is known here is 1");
  EXPECT_EQ(readText(R"({"schema":9223372036854775807})").schema, INT64_MAX);
}

TEST(RecordParser, RefusesASchemaThatIsNoNumberFromOne) {
  for (const char *schema : {"0", "-1", "1.5", "1e300", "99999999999999999999", "\"1\"", "null",
                             "true", "[1]", "{}", "9223372036854775808"}) {
    SCOPED_TRACE(schema);
    forge::expectMalformed(readText(std::string("{\"schema\":") + schema + "}"),
                           "section .crate.info, field `schema`", "not a whole number from 1");
  }
  forge::expectMalformed(readText("{}"), "section .crate.info, field `schema`", "missing");
}

TEST(RecordParser, RefusesANewerAllocatorAbi) {
  forge::Outcome outcome =
      readEdited(forge::rlib(), [](json::Object &record) { record["allocator_abi"] = 2; });
  EXPECT_EQ(outcome.kind, MetadataError::Kind::NewerSchema);
  EXPECT_NE(outcome.reason.find("version 2 of the allocator ABI"), std::string::npos);
  expectFault(forge::rlib(), "allocator_abi", "from 1",
              [](json::Object &record) { record["allocator_abi"] = 0; });
}

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

TEST(RecordParser, MissesEveryRequiredField) {
  for (const char *field :
       {"name", "hash", "target", "type", "languages", "no_std", "allocator_abi", "dependencies",
        "native_libraries", "exports", "linkage"})
    expectFault(forge::executable(), field, "missing",
                [&](json::Object &record) { record.erase(field); });
  for (const char *field : {"name", "hash", "extra_filename", "meaning", "origin"})
    expectFault(forge::rlib(), std::string("dependencies[1].") + field, "missing",
                [&](json::Object &record) { objectAt(record, "dependencies", 1).erase(field); });
  for (const char *field : {"file", "line", "column"})
    expectFault(forge::rlib(), std::string("dependencies[0].origin.") + field, "missing",
                [&](json::Object &record) {
                  objectAt(record, "dependencies", 0).getObject("origin")->erase(field);
                });
  for (const char *field : {"name", "kind", "bundled"})
    expectFault(
        forge::rlib(), std::string("native_libraries[0].") + field, "missing",
        [&](json::Object &record) { objectAt(record, "native_libraries", 0).erase(field); });
  for (const char *field : {"name", "hash", "linkage", "allocator"})
    expectFault(forge::executable(), std::string("linkage[2].") + field, "missing",
                [&](json::Object &record) { objectAt(record, "linkage", 2).erase(field); });
  for (const char *field : {"name", "hash", "meaning", "rule", "form", "linkage", "path"})
    expectFault(forge::executable(), std::string("allocator.") + field, "missing",
                [&](json::Object &record) { record.getObject("allocator")->erase(field); });
}

TEST(RecordParser, RefusesEveryFieldOfAWrongType) {
  std::vector<json::Value> values = {nullptr, 1.5, -1, json::Array{nullptr}, json::Object{}};
  for (const char *field :
       {"name", "hash", "target", "type", "languages", "no_std", "allocator_abi", "dependencies",
        "native_libraries", "exports", "linkage", "allocator"})
    for (const json::Value &value : values) {
      SCOPED_TRACE(field);
      forge::Outcome outcome = readEdited(
          forge::executable(), [&](json::Object &record) { record[field] = json::Value(value); });
      ASSERT_FALSE(outcome.metadata);
      EXPECT_EQ(outcome.kind, MetadataError::Kind::Malformed);
      EXPECT_EQ(outcome.place.find(std::string("section .crate.info, field `") + field), 0u)
          << outcome.place;
    }
}

TEST(RecordParser, RefusesUnknownWords) {
  llvm::StringRef reason = "not one of those that the schema has";
  expectFault(forge::rlib(), "type", reason, [](json::Object &r) { r["type"] = "lib"; });
  expectFault(forge::rlib(), "type", reason, [](json::Object &r) { r["type"] = "RLIB"; });
  expectFault(forge::rlib(), "languages[1]", reason,
              [](json::Object &r) { (*r.getArray("languages"))[1] = "cobol"; });
  expectFault(forge::rlib(), "dependencies[0].meaning", reason,
              [](json::Object &r) { objectAt(r, "dependencies", 0)["meaning"] = ""; });
  expectFault(forge::rlib(), "dependencies[0].origin.by", reason, [](json::Object &r) {
    (*objectAt(r, "dependencies", 0).getObject("origin"))["by"] = "magic";
  });
  expectFault(forge::rlib(), "native_libraries[1].kind", reason,
              [](json::Object &r) { objectAt(r, "native_libraries", 1)["kind"] = "x"; });
  expectFault(forge::rlib(), "native_libraries[1].form", reason,
              [](json::Object &r) { objectAt(r, "native_libraries", 1)["form"] = "x"; });
  expectFault(forge::executable(), "linkage[0].linkage", reason,
              [](json::Object &r) { objectAt(r, "linkage", 0)["linkage"] = "x"; });
  expectFault(forge::executable(), "allocator.form", reason,
              [](json::Object &r) { (*r.getObject("allocator"))["form"] = "x"; });
}

TEST(RecordParser, RefusesBadNamesAndHashes) {
  for (std::string name : {std::string(""), std::string("a-b"), std::string("../x"),
                           std::string("a\0b", 3), std::string(256, 'x')}) {
    expectFault(forge::rlib(), "name", "the name is", [&](json::Object &r) { r["name"] = name; });
    expectFault(forge::rlib(), "dependencies[1].name", "the name is",
                [&](json::Object &r) { objectAt(r, "dependencies", 1)["name"] = name; });
    expectFault(forge::executable(), "linkage[0].name", "the name is",
                [&](json::Object &r) { objectAt(r, "linkage", 0)["name"] = name; });
    expectFault(forge::executable(), "allocator.name", "the name is",
                [&](json::Object &r) { (*r.getObject("allocator"))["name"] = name; });
    expectFault(forge::executable(), "allocator.path[1]", "the name is",
                [&](json::Object &r) { (*r.getObject("allocator")->getArray("path"))[1] = name; });
  }
  for (std::string hash : {std::string(""), std::string(31, 'a'), std::string(33, 'a'),
                           std::string(32, 'A'), std::string(32, 'g'), std::string(32, '\0')})
    expectFault(forge::rlib(), "hash", "32 lower case hexadecimal digits",
                [&](json::Object &r) { r["hash"] = hash; });
}

TEST(RecordParser, RefusesBadTexts) {
  for (std::string text : {std::string("a\0b", 3), std::string("a\nb"), std::string("\x1b[31m"),
                           std::string("\x7f"), std::string(5000, 'x')}) {
    expectFault(forge::rlib(), "target", "the t", [&](json::Object &r) { r["target"] = text; });
    expectFault(forge::rlib(), "dependencies[0].extra_filename", "the text",
                [&](json::Object &r) { objectAt(r, "dependencies", 0)["extra_filename"] = text; });
    expectFault(forge::rlib(), "dependencies[0].origin.file", "the text", [&](json::Object &r) {
      (*objectAt(r, "dependencies", 0).getObject("origin"))["file"] = text;
    });
    expectFault(forge::rlib(), "native_libraries[0].name", "the text",
                [&](json::Object &r) { objectAt(r, "native_libraries", 0)["name"] = text; });
  }
  for (const char *target : {"", "a b", "\xc3\xa9"})
    expectFault(forge::rlib(), "target", "the target",
                [&](json::Object &r) { r["target"] = target; });
  expectFault(forge::rlib(), "native_libraries[0].name", "empty",
              [](json::Object &r) { objectAt(r, "native_libraries", 0)["name"] = ""; });
  for (const char *name : {"../evil", "/etc/x"}) {
    expectFault(forge::rlib(), "dependencies[0].extra_filename", "holds a `/`",
                [&](json::Object &r) { objectAt(r, "dependencies", 0)["extra_filename"] = name; });
    expectFault(forge::rlib(), "native_libraries[0].name", "holds a `/`",
                [&](json::Object &r) { objectAt(r, "native_libraries", 0)["name"] = name; });
  }
  expectFault(forge::rlib(), "exports[0]", "empty",
              [](json::Object &r) { (*r.getArray("exports"))[0] = ""; });
  expectFault(forge::rlib(), "exports[0]", "control character",
              [](json::Object &r) { (*r.getArray("exports"))[0] = "A\n"; });
  expectFault(forge::rlib(), "exports[0]", "the limit is 65535",
              [](json::Object &r) { (*r.getArray("exports"))[0] = std::string(65536, 'A'); });
}

TEST(RecordParser, RefusesNumbersOutOfRange) {
  expectFault(forge::rlib(), "dependencies[0].origin.line", "whole number", [](json::Object &r) {
    (*objectAt(r, "dependencies", 0).getObject("origin"))["line"] = int64_t(1) << 32;
  });
  expectFault(forge::rlib(), "dependencies[0].origin.column", "whole number", [](json::Object &r) {
    (*objectAt(r, "dependencies", 0).getObject("origin"))["column"] = -1;
  });
  for (int64_t rule : {0, 15})
    expectFault(forge::executable(), "allocator.rule", "not that of a rule",
                [&](json::Object &r) { (*r.getObject("allocator"))["rule"] = rule; });
}

TEST(RecordParser, RefusesWhatIsNotSorted) {
  for (json::Array languages : {json::Array{"c++", "c"}, json::Array{"c", "c"}})
    expectFault(forge::rlib(), "languages", "order",
                [&](json::Object &r) { r["languages"] = json::Array(languages); });
  for (json::Array exports : {json::Array{"b", "a"}, json::Array{"a", "a"}})
    expectFault(forge::rlib(), "exports", "sorted",
                [&](json::Object &r) { r["exports"] = json::Array(exports); });
  expectFault(forge::executable(), "linkage", "sorted", [](json::Object &r) {
    json::Array &linkage = *r.getArray("linkage");
    std::swap(linkage[1], linkage[2]);
  });
  expectFault(forge::executable(), "linkage", "each once", [](json::Object &r) {
    json::Array &linkage = *r.getArray("linkage");
    linkage.insert(linkage.begin() + 1, json::Value(linkage[1]));
  });
}

//===----------------------------------------------------------------------===//
// Rules across fields
//===----------------------------------------------------------------------===//

TEST(RecordParser, AnRlibIsLinkedWithNothing) {
  expectFault(forge::executable(), "linkage", "(R5)", [](json::Object &r) { r["type"] = "rlib"; });
  expectFault(forge::executable(), "allocator", "(R5)", [](json::Object &r) {
    r["type"] = "rlib";
    r.erase("linkage");
  });
  expectFault(forge::executable(), "dependencies[1].meaning", "(R5)", [](json::Object &r) {
    r["type"] = "rlib";
    r.erase("linkage");
    r.erase("allocator");
  });
}

TEST(RecordParser, TheAllocatorIsInTheLinkageTable) {
  expectFault(forge::executable(), "allocator.name", "not in the linkage table",
              [](json::Object &r) { (*r.getObject("allocator"))["name"] = "alloc_other"; });
  expectFault(forge::executable(), "allocator.name", "not in the linkage table",
              [](json::Object &r) { (*r.getObject("allocator"))["hash"] = forge::hashOf('f'); });
  expectFault(forge::executable(), "allocator.name", "does not have the crate as an allocator",
              [](json::Object &r) { objectAt(r, "linkage", 0)["allocator"] = false; });
  expectFault(forge::executable(), "allocator.linkage", "differs",
              [](json::Object &r) { (*r.getObject("allocator"))["linkage"] = "dynamic"; });
  expectFault(forge::executable(), "allocator.linkage", "not linked", [](json::Object &r) {
    objectAt(r, "linkage", 0)["linkage"] = "not-linked";
    (*r.getObject("allocator"))["linkage"] = "not-linked";
  });
}

TEST(RecordParser, ACrateIsItsOwnAllocatorOnlyWhenTagged) {
  expectFault(forge::executable(), "allocator.name", "no section .crate.allocator",
              [](json::Object &r) {
                (*r.getObject("allocator"))["name"] = "app";
                (*r.getObject("allocator"))["hash"] = forge::hashOf('b');
              });
}

TEST(RecordParser, TwoAllocatorsInOneArtifactAreRefused) {
  expectFault(forge::executable(), "linkage[3]",
              "the artifact holds two allocators, `alloc_system` and `unused` (R2)",
              [](json::Object &r) { objectAt(r, "linkage", 3)["linkage"] = "static"; });
  forge::Outcome outcome = forge::read(
      forge::elf({{".crate.info", writeRecord(forge::executable())}, {".crate.allocator", "1\n"}}));
  forge::expectMalformed(outcome, "section .crate.info, field `linkage[0]`",
                         "the artifact holds two allocators, `app` and `alloc_system` (R2)");
}

TEST(RecordParser, TheLinkageTableIsComplete) {
  for (const char *type : {"bin", "dylib", "cdylib", "staticlib"})
    expectFault(forge::executable(), "dependencies[0]", "not in the linkage table",
                [&](json::Object &r) {
                  r["type"] = type;
                  objectAt(r, "linkage", 1)["name"] = "consumes";
                });
}

TEST(RecordParser, TheLinkageTableFitsTheArtifact) {
  expectFault(forge::dynamicExecutable(), "linkage[0].linkage", "a staticlib takes everything in",
              [](json::Object &r) { r["type"] = "staticlib"; });
  expectFault(forge::dynamicExecutable(), "linkage[0].linkage", "the table has no dylib",
              [](json::Object &r) { objectAt(r, "linkage", 2)["linkage"] = "static"; });
}

CrateMetadata withInterface() {
  CrateMetadata metadata = forge::rlib();
  metadata.interface = CrateInterface{"0123456789abcdef", {}, {{"lib.rs", "", {}}}};
  return metadata;
}

json::Object &interfaceOf(json::Object &record) {
  return *record.getObject("interface");
}

TEST(RecordParser, RefusesABadInterface) {
  expectFault(withInterface(), "interface.disambiguator", "16 lower case hexadecimal digits",
              [](json::Object &record) { interfaceOf(record)["disambiguator"] = "0123"; });
  expectFault(withInterface(), "interface.files", "there is no file",
              [](json::Object &record) { interfaceOf(record)["files"] = json::Array(); });
  expectFault(withInterface(), "interface.files[0].size", "ends before the file does",
              [](json::Object &record) { objectAt(interfaceOf(record), "files", 0)["size"] = 1; });
  expectFault(withInterface(), "interface.cfg[0]", "holds a control character",
              [](json::Object &record) { interfaceOf(record)["cfg"] = json::Array{"a\tb"}; });
  expectFault(
      withInterface(), "interface.files[0].deferred", "ends before the file does",
      [](json::Object &record) { objectAt(interfaceOf(record), "files", 0)["deferred"] = 1; });
  CrateMetadata executable = forge::executable();
  executable.interface = withInterface().interface;
  expectFault(executable, "interface", "only what crates can depend on", [](json::Object &) {});
}

TEST(RecordParser, RefusesRangesThatAreNotInOrder) {
  for (std::vector<TextRange> ranges : std::vector<std::vector<TextRange>>{
           {{1, 1}}, {{2, 1}}, {{0, 8}}, {{0, 3}, {2, 4}}, {{3, 4}, {0, 1}}}) {
    CrateMetadata metadata = withInterface();
    metadata.interface->files[0] = {"lib.rs", "fn f();", ranges};
    std::optional<RecordFault> fault = findFault(metadata);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->field, "interface.files[0].deferred");
    EXPECT_EQ(fault->reason, "the ranges are not in order and within the text");
  }
}

TEST(RecordParser, TheFilesOfAnInterfaceAreAllOfItsSection) {
  for (const CrateMetadata &metadata : {withInterface(), forge::rlib()})
    forge::expectMalformed(forge::read(forge::elf({{".crate.info", writeRecord(metadata)},
                                                   {".crate.interface", "fn f();"}})),
                           "section .crate.info, field `interface`",
                           "the section .crate.interface has 7 bytes more than its files");
  CrateMetadata larger = withInterface();
  larger.interface->files[0].text = "fn f();";
  forge::expectMalformed(forge::read(forge::elf({{".crate.info", writeRecord(larger)},
                                                 {".crate.interface", "fn f()"}})),
                         "section .crate.info, field `interface.files[0].size`",
                         "the section .crate.interface ends before the file does");
}

} // namespace
} // namespace linkcheck
