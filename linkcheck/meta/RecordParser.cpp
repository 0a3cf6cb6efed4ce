//===- RecordParser.cpp - from JSON to a record ---------------------------===//

#include "linkcheck/meta/RecordParser.h"

#include "linkcheck/meta/RecordRules.h"
#include "linkcheck/meta/RecordScanner.h"

#include <fmt/format.h>
#include <llvm/Support/Endian.h>
#include <llvm/Support/JSON.h>

namespace linkcheck {
namespace {

namespace json = llvm::json;
using llvm::StringRef;

/// Reads the fields of one JSON object. The first fault of the whole record is
/// kept; after it, readers return empty values, and the result is thrown away.
class FieldReader {
public:
  FieldReader(const json::Object &object, std::string prefix, std::optional<RecordFault> &fault)
      : object(object), prefix(std::move(prefix)), fault(fault) {}

  bool has(StringRef key) const { return object.get(key); }

  std::string text(StringRef key) const {
    if (const json::Value *value = get(key)) {
      if (std::optional<StringRef> text = value->getAsString())
        return text->str();
      fail(key, "the value is not a string");
    }
    return "";
  }

  bool flag(StringRef key) const {
    if (const json::Value *value = get(key)) {
      if (std::optional<bool> flag = value->getAsBoolean())
        return *flag;
      fail(key, "the value is not true or false");
    }
    return false;
  }

  int64_t number(StringRef key, int64_t least, int64_t most) const {
    if (const json::Value *value = get(key)) {
      std::optional<int64_t> number = value->getAsInteger();
      if (number && *number >= least && *number <= most)
        return *number;
      fail(key, fmt::format("the value is not a whole number from {} to {}", least, most));
    }
    return least;
  }

  template <typename Enum> Enum word(StringRef key, std::optional<Enum> (*parse)(StringRef)) const {
    return toWord(key, text(key), parse);
  }

  std::vector<std::string> texts(StringRef key) const {
    std::vector<std::string> result;
    forEach(key, [&](const json::Value &value, const std::string &name) {
      if (std::optional<StringRef> text = value.getAsString())
        result.push_back(text->str());
      else
        fail(name, "the value is not a string");
    });
    return result;
  }

  template <typename Enum>
  std::vector<Enum> words(StringRef key, std::optional<Enum> (*parse)(StringRef)) const {
    std::vector<Enum> result;
    for (const std::string &text : texts(key))
      result.push_back(toWord(fmt::format("{}[{}]", key.str(), result.size()), text, parse));
    return result;
  }

  template <typename Read> auto objects(StringRef key, Read read) const {
    std::vector<std::invoke_result_t<Read, const FieldReader &>> result;
    forEach(key, [&](const json::Value &value, const std::string &name) {
      if (const json::Object *inner = value.getAsObject())
        result.push_back(read(FieldReader(*inner, prefix + name + ".", fault)));
      else
        fail(name, "the value is not an object");
    });
    return result;
  }

  template <typename Read>
  std::invoke_result_t<Read, const FieldReader &> nested(StringRef key, Read read) const {
    if (const json::Value *value = get(key)) {
      if (const json::Object *inner = value->getAsObject())
        return read(FieldReader(*inner, prefix + key.str() + ".", fault));
      fail(key, "the value is not an object");
    }
    return {};
  }

  void fail(StringRef key, std::string reason) const {
    if (!fault)
      fault = RecordFault{prefix + key.str(), std::move(reason)};
  }

private:
  const json::Value *get(StringRef key) const {
    const json::Value *value = object.get(key);
    if (!value)
      fail(key, "the field is missing");
    return value;
  }

  /// `visit` gets each element with its name, `key[index]`, until one is at
  /// fault.
  template <typename Visit> void forEach(StringRef key, Visit visit) const {
    const json::Value *value = get(key);
    if (!value)
      return;
    const json::Array *array = value->getAsArray();
    if (!array)
      return fail(key, "the value is not an array");
    for (size_t index = 0; index < array->size() && !fault; ++index)
      visit((*array)[index], fmt::format("{}[{}]", key.str(), index));
  }

  template <typename Enum>
  Enum toWord(StringRef key, StringRef text, std::optional<Enum> (*parse)(StringRef)) const {
    std::optional<Enum> value = parse(text);
    // The command line has synonyms (`lib` is an rlib); a record has not.
    if (value && spelling(*value) == text)
      return *value;
    fail(key, "the value is not one of those that the schema has");
    return {};
  }

  const json::Object &object;
  std::string prefix;
  std::optional<RecordFault> &fault;
};

constexpr int64_t largestUnsigned = std::numeric_limits<unsigned>::max();

CrateIdentity readIdentity(const FieldReader &fields) {
  return {fields.text("name"), fields.text("hash")};
}

DependencyOrigin readOrigin(const FieldReader &fields) {
  DependencyOrigin origin;
  origin.by = fields.word("by", parseDependencyOrigin);
  // All three or none.
  if (fields.has("file") || fields.has("line") || fields.has("column"))
    origin.where = {fields.text("file"), unsigned(fields.number("line", 0, largestUnsigned)),
                    unsigned(fields.number("column", 0, largestUnsigned))};
  return origin;
}

Dependency readDependency(const FieldReader &fields) {
  Dependency dependency;
  dependency.crate = readIdentity(fields);
  dependency.extraFilename = fields.text("extra_filename");
  dependency.meaning = fields.word("meaning", parseMeaning);
  dependency.origin = fields.nested("origin", readOrigin);
  return dependency;
}

NativeLibrary readNativeLibrary(const FieldReader &fields) {
  NativeLibrary library;
  library.name = fields.text("name");
  library.kind = fields.word("kind", parseNativeKind);
  if (fields.has("form"))
    library.form = fields.word("form", parseAllocatorForm);
  library.bundled = fields.flag("bundled");
  if (fields.has("whole_archive"))
    library.wholeArchive = fields.flag("whole_archive");
  if (fields.has("verbatim"))
    library.verbatim = fields.flag("verbatim");
  if (fields.has("left_out"))
    library.leftOut = fields.flag("left_out");
  if (fields.has("cfg"))
    library.condition = fields.text("cfg");
  return library;
}

LinkedCrate readLinkedCrate(const FieldReader &fields) {
  LinkedCrate linked;
  linked.crate = readIdentity(fields);
  linked.linkage = fields.word("linkage", parseLinkage);
  linked.allocator = fields.flag("allocator");
  return linked;
}

AllocatorRecord readAllocator(const FieldReader &fields) {
  AllocatorRecord chosen;
  chosen.crate = readIdentity(fields);
  chosen.meaning = fields.word("meaning", parseMeaning);
  chosen.rule = int(fields.number("rule", 0, std::numeric_limits<int>::max()));
  chosen.form = fields.word("form", parseAllocatorForm);
  chosen.linkage = fields.word("linkage", parseLinkage);
  chosen.path = fields.texts("path");
  return chosen;
}

/// Takes `size` bytes off `rest`.
StringRef takeBytes(const FieldReader &file, StringRef field, size_t size, StringRef &rest) {
  if (size > rest.size())
    file.fail(field,
              fmt::format("the section {} ends before the file does", interfaceSection.str()));
  StringRef bytes = rest.take_front(size);
  rest = rest.drop_front(bytes.size());
  return bytes;
}

/// Takes the files' texts off `rest`, where they stand one after the other, each with its
/// ranges behind it.
CrateInterface readInterface(const FieldReader &fields, StringRef &rest) {
  return {fields.text("disambiguator"), fields.texts("cfg"),
          fields.objects("files", [&](const FieldReader &file) {
            InterfaceFile result{file.text("path"), "", {}};
            auto size = size_t(file.number("size", 0, int64_t(metadataSizeLimit)));
            result.text = takeBytes(file, "size", size, rest);
            auto count = size_t(file.number("deferred", 0, int64_t(metadataSizeLimit)));
            StringRef ranges = takeBytes(file, "deferred", count * 2 * sizeof(uint32_t), rest);
            for (; ranges.size() >= 2 * sizeof(uint32_t);
                 ranges = ranges.drop_front(2 * sizeof(uint32_t)))
              result.deferred.push_back(
                  {llvm::support::endian::read32le(ranges.data()),
                   llvm::support::endian::read32le(ranges.data() + sizeof(uint32_t))});
            return result;
          })};
}

CrateMetadata readFields(const FieldReader &fields, StringRef interfaceText) {
  CrateMetadata metadata;
  metadata.identity = readIdentity(fields);
  metadata.target = fields.text("target");
  metadata.type = fields.word("type", parseCrateType);
  metadata.languages = fields.words("languages", parseSourceLanguage);
  metadata.noStd = fields.flag("no_std");
  metadata.dependencies = fields.objects("dependencies", readDependency);
  metadata.nativeLibraries = fields.objects("native_libraries", readNativeLibrary);
  metadata.exports = fields.texts("exports");
  if (fields.has("interface"))
    metadata.interface = fields.nested("interface", [&](const FieldReader &interface) {
      return readInterface(interface, interfaceText);
    });
  if (!interfaceText.empty())
    fields.fail("interface", fmt::format("the section {} has {} bytes more than its files",
                                         interfaceSection.str(), interfaceText.size()));
  // Present in an rlib, the table is read, to be refused by the rules.
  if (isFinalArtifact(metadata.type) || fields.has("linkage"))
    metadata.linkage = fields.objects("linkage", readLinkedCrate);
  if (fields.has("allocator"))
    metadata.chosenAllocator = fields.nested("allocator", readAllocator);
  return metadata;
}

/// llvm::json keeps the offset of a parse error to itself, but prints it:
/// "[1:13, byte=12]: Expected object key".
llvm::Error parseFailure(llvm::Error error, const ReadingPlace &place) {
  std::string message = llvm::toString(std::move(error));
  auto [position, text] = StringRef(message).split("]: ");
  uint64_t offset = 0;
  if (text.empty() || position.split("byte=").second.getAsInteger(10, offset))
    return place.malformed("the record is not well formed JSON: " + message);
  return place.malformed("the record is not well formed JSON: " + text.str(), offset);
}

/// Judged before any other field: those of another schema may mean anything.
llvm::Error checkSchema(const json::Object &record, const ReadingPlace &place) {
  const json::Value *value = record.get("schema");
  if (!value)
    return place.malformedField("schema", "the field is missing");
  std::optional<int64_t> schema = value->getAsInteger();
  if (!schema || *schema < 1)
    return place.malformedField("schema", "the schema is not a whole number from 1");
  if (*schema > metadataSchema)
    return place.newer(*schema, fmt::format("the record has schema {}, and the newest that is "
                                            "known here is {}",
                                            *schema, metadataSchema));
  return llvm::Error::success();
}

llvm::Error checkAllocatorAbi(int64_t version, const ReadingPlace &place) {
  if (version <= int64_t(allocatorAbiVersion))
    return llvm::Error::success();
  return place.newer(metadataSchema, fmt::format("the crate was compiled for version {} of the "
                                                 "allocator ABI, and the newest that is known "
                                                 "here is {}",
                                                 version, allocatorAbiVersion));
}

} // namespace

llvm::Expected<CrateMetadata> parseRecord(StringRef text, StringRef interfaceText,
                                          const ReadingPlace &place) {
  if (std::optional<ScanFault> fault = scanRecord(text))
    return place.malformed(fault->reason, fault->offset);
  llvm::Expected<json::Value> value = json::parse(text);
  if (!value)
    return parseFailure(value.takeError(), place);
  const json::Object *record = value->getAsObject();
  if (!record)
    return place.malformed("the record is not a JSON object", 0);
  if (llvm::Error error = checkSchema(*record, place))
    return error;

  std::optional<RecordFault> fault;
  FieldReader fields(*record, "", fault);
  int64_t abi = fields.number("allocator_abi", 1, largestUnsigned);
  if (llvm::Error error = checkAllocatorAbi(abi, place))
    return error;
  CrateMetadata metadata = readFields(fields, interfaceText);
  if (fault)
    return place.malformedField(fault->field, fault->reason);
  return metadata;
}

} // namespace linkcheck
