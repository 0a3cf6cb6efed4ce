//===- MetadataWriter.cpp - from a record to an object file ---------------===//

#include "linkcheck/meta/MetadataWriter.h"

#include "linkcheck/meta/RecordRules.h"

#include <fmt/format.h>
#include <llvm/BinaryFormat/ELF.h>
#include <llvm/ObjectYAML/ELFYAML.h>
#include <llvm/ObjectYAML/yaml2obj.h>
#include <llvm/Support/EndianStream.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/TargetParser/Triple.h>

namespace linkcheck {
namespace {

using llvm::json::OStream;

/// File names and symbols need not be UTF-8, JSON must be; what is not becomes
/// a replacement character.
std::string utf8(llvm::StringRef text) {
  return LLVM_LIKELY(llvm::json::isUTF8(text)) ? text.str() : llvm::json::fixUTF8(text);
}

void writeIdentity(OStream &json, const CrateIdentity &crate) {
  json.attribute("name", utf8(crate.name));
  json.attribute("hash", utf8(crate.hash));
}

void writeOrigin(OStream &json, const DependencyOrigin &origin) {
  json.attribute("by", spelling(origin.by));
  if (!origin.where.isKnown())
    return;
  json.attribute("file", utf8(origin.where.file));
  json.attribute("line", origin.where.line);
  json.attribute("column", origin.where.column);
}

void writeDependency(OStream &json, const Dependency &dependency) {
  writeIdentity(json, dependency.crate);
  json.attribute("extra_filename", utf8(dependency.extraFilename));
  json.attribute("meaning", spelling(dependency.meaning));
  json.attributeObject("origin", [&] { writeOrigin(json, dependency.origin); });
}

void writeNativeLibrary(OStream &json, const NativeLibrary &library) {
  json.attribute("name", utf8(library.name));
  json.attribute("kind", spelling(library.kind));
  if (library.form)
    json.attribute("form", spelling(*library.form));
  json.attribute("bundled", library.bundled);
  if (library.wholeArchive)
    json.attribute("whole_archive", *library.wholeArchive);
  if (library.verbatim)
    json.attribute("verbatim", true);
  if (library.leftOut)
    json.attribute("left_out", true);
  if (!library.condition.empty())
    json.attribute("cfg", utf8(library.condition));
}

void writeLinkedCrate(OStream &json, const LinkedCrate &linked) {
  writeIdentity(json, linked.crate);
  json.attribute("linkage", spelling(linked.linkage));
  json.attribute("allocator", linked.allocator);
}

void writeTexts(OStream &json, llvm::StringRef key, llvm::ArrayRef<std::string> texts) {
  json.attributeArray(key, [&] {
    for (const std::string &text : texts)
      json.value(utf8(text));
  });
}

void writeAllocator(OStream &json, const AllocatorRecord &chosen) {
  writeIdentity(json, chosen.crate);
  json.attribute("meaning", spelling(chosen.meaning));
  json.attribute("rule", chosen.rule);
  json.attribute("form", spelling(chosen.form));
  json.attribute("linkage", spelling(chosen.linkage));
  writeTexts(json, "path", chosen.path);
}

void writeInterface(OStream &json, const CrateInterface &interface) {
  json.attribute("disambiguator", utf8(interface.disambiguator));
  writeTexts(json, "cfg", interface.configuration);
  json.attributeArray("files", [&] {
    for (const InterfaceFile &file : interface.files)
      json.object([&] {
        json.attribute("path", utf8(file.path));
        json.attribute("size", int64_t(file.text.size()));
        json.attribute("deferred", int64_t(file.deferred.size()));
      });
  });
}

/// The content of the section: each text, its ranges behind it.
std::string joinFiles(const CrateInterface &interface) {
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  llvm::support::endian::Writer writer(out, llvm::endianness::little);
  for (const InterfaceFile &file : interface.files) {
    out << file.text;
    for (TextRange range : file.deferred) {
      writer.write(range.begin);
      writer.write(range.end);
    }
  }
  return bytes;
}

template <typename Items, typename Write>
void writeObjects(OStream &json, llvm::StringRef key, const Items &items, Write write) {
  json.attributeArray(key, [&] {
    for (const auto &item : items)
      json.object([&] { write(json, item); });
  });
}

void writeFields(OStream &json, const CrateMetadata &metadata) {
  json.attribute("schema", metadataSchema);
  writeIdentity(json, metadata.identity);
  json.attribute("target", utf8(metadata.target));
  json.attribute("type", spelling(metadata.type));
  json.attributeArray("languages", [&] {
    for (SourceLanguage language : metadata.languages)
      json.value(spelling(language));
  });
  json.attribute("no_std", metadata.noStd);
  json.attribute("allocator_abi", allocatorAbiVersion);
  writeObjects(json, "dependencies", metadata.dependencies, writeDependency);
  writeObjects(json, "native_libraries", metadata.nativeLibraries, writeNativeLibrary);
  writeTexts(json, "exports", metadata.exports);
  if (metadata.interface)
    json.attributeObject("interface", [&] { writeInterface(json, *metadata.interface); });
  if (isFinalArtifact(metadata.type))
    writeObjects(json, "linkage", metadata.linkage, writeLinkedCrate);
  if (metadata.chosenAllocator)
    json.attributeObject("allocator", [&] { writeAllocator(json, *metadata.chosenAllocator); });
}

/// What a linker compares between the objects that it is given.
struct Machine {
  llvm::Triple::ArchType arch;
  unsigned number;
  unsigned flags;
};

constexpr Machine machines[] = {
    {llvm::Triple::x86_64, llvm::ELF::EM_X86_64, 0},
    {llvm::Triple::aarch64, llvm::ELF::EM_AARCH64, 0},
    // lld refuses objects of two floating point ABIs; that of the -linux-gnu
    // targets is lp64d, and they have the compressed instructions.
    {llvm::Triple::riscv64, llvm::ELF::EM_RISCV,
     llvm::ELF::EF_RISCV_RVC | llvm::ELF::EF_RISCV_FLOAT_ABI_DOUBLE},
};

const Machine *findMachine(const llvm::Triple &triple) {
  // x32 is an ELF32 of the same architecture: nothing here supports it.
  if (!triple.isOSBinFormatELF() || triple.isX32())
    return nullptr;
  for (const Machine &machine : machines)
    if (machine.arch == triple.getArch())
      return &machine;
  return nullptr;
}

llvm::ELFYAML::FileHeader makeHeader(const Machine &machine) {
  llvm::ELFYAML::FileHeader header{};
  header.Class = llvm::ELF::ELFCLASS64;
  header.Data = llvm::ELF::ELFDATA2LSB;
  header.OSABI = llvm::ELF::ELFOSABI_NONE;
  header.Type = llvm::ELF::ET_REL;
  header.Machine = llvm::ELFYAML::ELF_EM(machine.number);
  header.Flags = machine.flags;
  return header;
}

/// Never SHF_ALLOC: nothing of it is loaded. SHF_GNU_RETAIN would keep the
/// sections through GNU ld's --gc-sections too, but only if the object, and with
/// it the artifact, says ELFOSABI_GNU; artifacts are linked by lld, which keeps
/// sections that are not loaded.
unsigned sectionFlags(MetadataSurvival survival) {
  return survival == MetadataSurvival::Excluded ? unsigned(llvm::ELF::SHF_EXCLUDE) : 0;
}

/// Neither name nor content is copied: they must outlive the object.
void addSection(llvm::ELFYAML::Object &object, llvm::StringRef name, unsigned flags,
                llvm::StringRef content) {
  auto section = std::make_unique<llvm::ELFYAML::RawContentSection>();
  section->Name = name;
  section->Type = llvm::ELF::SHT_PROGBITS;
  section->Flags = llvm::ELFYAML::ELF_SHF(flags);
  section->AddressAlign = 1;
  section->Content = llvm::yaml::BinaryRef(llvm::arrayRefFromStringRef(content));
  object.Chunks.push_back(std::move(section));
}

llvm::Error cannotWrite(const CrateMetadata &metadata, const std::string &reason) {
  return llvm::createStringError(
      std::make_error_code(std::errc::invalid_argument),
      fmt::format("cannot write the metadata of crate `{}`: {}", metadata.identity.name, reason));
}

} // namespace

std::string writeRecord(const CrateMetadata &metadata) {
  std::string text;
  llvm::raw_string_ostream out(text);
  OStream json(out);
  json.object([&] { writeFields(json, metadata); });
  return text;
}

llvm::Expected<llvm::SmallVector<char, 0>> writeMetadataObject(const CrateMetadata &metadata,
                                                               MetadataSurvival survival,
                                                               llvm::StringRef triple) {
  if (std::optional<RecordFault> fault = findFault(metadata))
    return cannotWrite(metadata, fmt::format("field `{}`: {}", fault->field, fault->reason));
  if (triple.empty())
    triple = metadata.target;
  const Machine *machine = findMachine(llvm::Triple(triple));
  if (!machine)
    return cannotWrite(metadata, fmt::format("`{}` is not a known ELF target", triple.str()));
  std::string record = writeRecord(metadata);
  if (record.size() > metadataSizeLimit)
    return cannotWrite(metadata, fmt::format("the record has {} bytes, and the limit is {}",
                                             record.size(), metadataSizeLimit));

  llvm::ELFYAML::Object object;
  object.Header = makeHeader(*machine);
  unsigned flags = sectionFlags(survival);
  addSection(object, infoSection, flags, record);
  // Linkers may drop empty sections, so the tags say the version of their ABI.
  std::string tag = fmt::format("{}\n", allocatorAbiVersion);
  if (metadata.allocator)
    addSection(object, allocatorSection, flags, tag);
  if (metadata.needsAllocator)
    addSection(object, needsAllocatorSection, flags, tag);
  std::string interface = metadata.interface ? joinFiles(*metadata.interface) : "";
  if (interface.size() > metadataSizeLimit)
    return cannotWrite(metadata, fmt::format("the interface has {} bytes, and the limit is {}",
                                             interface.size(), metadataSizeLimit));
  if (!interface.empty())
    addSection(object, interfaceSection, flags, interface);
  // Its absence means an executable stack to GNU ld.
  addSection(object, ".note.GNU-stack", 0, "");

  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream out(bytes);
  std::string problem;
  auto keepProblem = [&](const llvm::Twine &message) { problem = message.str(); };
  if (!llvm::yaml::yaml2elf(object, out, keepProblem, UINT64_MAX))
    return cannotWrite(metadata, problem);
  return bytes;
}

} // namespace linkcheck
