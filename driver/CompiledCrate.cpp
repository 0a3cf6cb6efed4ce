//===- CompiledCrate.cpp - the local crate's objects --------------*- C++ -*-===//

#include "driver/CompiledCrate.h"

#include "driver/CrashGuard.h"
#include "driver/InputFile.h"
#include "driver/Output.h"
#include "driver/PendingFile.h"
#include "driver/SourceFolders.h"
#include "driver/codegen/CodeGenerator.h"
#include "driver/link/LinkPlan.h"
#include "driver/link/ObjectCopy.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SHA256.h>
#include <llvm/Transforms/Utils/Cloning.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// Generates the code of one unit after the other.
class UnitCompiler {
public:
  UnitCompiler(const Session &session, const CrateDescription &description,
               const CodeGenerator &generator, TemporaryFiles &temporaries, Diagnostics &diags)
      : session(session), description(description), generator(generator), temporaries(temporaries),
        diags(diags) {}

  /// The object's path. `stem` tells emitted files of several units apart.
  std::optional<CompiledObject> compile(SourceUnit &unit, const std::string &name, StringRef stem) {
    bitcode.clear();
    std::optional<std::string> object =
        unit.module ? compileModule(unit, name, stem) : takeObject(unit);
    if (!object)
      return std::nullopt;
    if (session.options.wantsEmit(EmitKind::Object) && !emitObject(*object, stem))
      return std::nullopt;
    return CompiledObject{description.crate.name + "." + name + ".o", *object, bitcode};
  }

private:
  std::optional<std::string> compileModule(SourceUnit &unit, const std::string &name,
                                           StringRef stem);
  std::optional<std::string> takeObject(const SourceUnit &unit);
  bool emitModule(const llvm::Module &module, StringRef stem);
  bool emitObject(const std::string &object, StringRef stem);
  /// rlibs have it for later links, a link with LTO of its own crate for itself.
  bool wantsBitcode() const {
    const CodegenOptions &codegen = session.options.codegen;
    bool later = codegen.embedBitcode && llvm::is_contained(description.types, CrateType::Rlib);
    return later || codegen.lto != LtoKind::Off;
  }
  std::string pathFor(EmitKind kind, StringRef stem) const {
    return emittedPath(session, description.outputNames(), kind, stem);
  }

  const Session &session;
  const CrateDescription &description;
  const CodeGenerator &generator;
  TemporaryFiles &temporaries;
  Diagnostics &diags;
  std::string bitcode; ///< of the unit at hand
};

bool UnitCompiler::emitModule(const llvm::Module &module, StringRef stem) {
  const Options &options = session.options;
  auto emit = [&](EmitKind kind, llvm::function_ref<bool(const std::string &)> write) {
    if (!options.wantsEmit(kind))
      return true;
    std::string path = pathFor(kind, stem);
    std::unique_ptr<PendingFile> file = PendingFile::create(path, /*keep=*/false, diags);
    if (!file || !write(file->path()) || !file->commit(diags))
      return false;
    diags.artifactWritten(path, spelling(kind));
    return true;
  };
  bool good = emit(EmitKind::LlvmIr,
                   [&](const std::string &path) { return writeAssemblyText(module, path, diags); });
  good &= emit(EmitKind::LlvmBitcode,
               [&](const std::string &path) { return writeBitcode(module, path, diags); });
  good &= emit(EmitKind::Asm, [&](const std::string &path) {
    // Generating code changes the module, and the object is still to be made.
    return generator.generate(*llvm::CloneModule(module), CodeForm::Assembly, path, diags);
  });
  return good;
}

std::optional<std::string> UnitCompiler::compileModule(SourceUnit &unit, const std::string &name,
                                                       StringRef stem) {
  llvm::Module &module = *unit.module;
  if (!generator.adopt(module, unit.input.path, diags))
    return std::nullopt;
  if (wantsBitcode())
    bitcode = generator.makeLtoBitcode(module);
  generator.optimise(module);
  if (!emitModule(module, stem))
    return std::nullopt;
  std::optional<std::string> object =
      temporaries.create(description.crate.name + "." + name, "o", diags);
  if (!object || !generator.generate(module, CodeForm::Object, *object, diags))
    return std::nullopt;
  return object;
}

std::optional<std::string> UnitCompiler::takeObject(const SourceUnit &unit) {
  for (EmitKind kind : {EmitKind::LlvmIr, EmitKind::LlvmBitcode, EmitKind::Asm}) {
    if (!session.options.wantsEmit(kind))
      continue;
    diags
        .error(Code::C04, "`{}` has no LLVM module, so `--emit {}` cannot be followed",
               unit.input.path, spelling(kind).str())
        .help("give the sources, or emit obj, metadata, dep-info or link");
    return std::nullopt;
  }
  return unit.object;
}

bool UnitCompiler::emitObject(const std::string &object, StringRef stem) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = mapInputFile(object, diags);
  std::string path = pathFor(EmitKind::Object, stem);
  if (!buffer || !writeFileAtomically(path, buffer->getBuffer(), diags))
    return false;
  diags.artifactWritten(path, spelling(EmitKind::Object));
  return true;
}

/// The crate's hash: of its name and target, `-C metadata`, its tags, its objects
/// and the hashes of what it depends on; nothing of paths or time.
class CrateHasher {
public:
  void add(StringRef text) {
    // The length keeps neighbouring fields apart.
    uint64_t size = text.size();
    hash.update(StringRef(reinterpret_cast<const char *>(&size), sizeof(size)));
    hash.update(text);
  }
  std::string finish() { return llvm::toHex(hash.final(), /*LowerCase=*/true).substr(0, 32); }

private:
  llvm::SHA256 hash;
};

std::optional<std::string> hashCrate(llvm::ArrayRef<CompiledObject> objects,
                                     const CrateDescription &description, const CrateGraph &graph,
                                     const Session &session, Diagnostics &diags) {
  CrateHasher hasher;
  hasher.add(description.crate.name);
  hasher.add(session.target.identity());
  for (const std::string &text : session.options.codegen.metadata)
    hasher.add(text);
  hasher.add(description.crate.allocator ? "allocator" : "");
  hasher.add(description.crate.needsAllocator ? "needs_allocator" : "");
  hasher.add(description.noStd ? "no_std" : "");
  for (const NativeLibrary &library : description.crate.nativeLibraries) {
    hasher.add((spelling(library.kind) + "=" + library.name).str());
    hasher.add(library.form ? spelling(*library.form) : "");
    hasher.add(library.condition);
    hasher.add(library.leftOut ? "left out" : "");
  }
  for (const CrateEdge &edge : graph[localCrate].edges)
    hasher.add(graph[edge.to].identity.hash);
  for (const CompiledObject &object : objects) {
    std::unique_ptr<llvm::MemoryBuffer> buffer = mapInputFile(object.path, diags);
    if (!buffer)
      return std::nullopt;
    hasher.add(buffer->getBuffer());
  }
  return hasher.finish();
}

/// Makes "fat" objects of those that have bitcode. What a crate is does not depend on
/// whether it can take part in LTO, so this comes after its hash.
bool makeFatObjects(std::vector<CompiledObject> &objects, TemporaryFiles &temporaries,
                    Diagnostics &diags) {
  for (CompiledObject &object : objects) {
    if (object.bitcode.empty())
      continue;
    std::unique_ptr<llvm::MemoryBuffer> plain = mapInputFile(object.path, diags);
    if (!plain)
      return false;
    llvm::Expected<ObjectBytes> fat = embedBitcode(plain->getMemBufferRef(), object.bitcode);
    if (!fat) {
      diags
          .internalError("no bitcode can be put into `{}`: {}", object.name,
                         llvm::toString(fat.takeError()))
          .done();
      return false;
    }
    std::optional<std::string> path =
        temporaries.create(StringRef(object.name).drop_back(2), "lto.o", diags);
    if (!path || !writeFileAtomically(*path, {fat->data(), fat->size()}, diags))
      return false;
    object.path = *path;
  }
  return true;
}

} // namespace

std::vector<std::string> unitStems(llvm::ArrayRef<Input> inputs) {
  if (inputs.size() == 1)
    return {""};
  std::vector<std::string> stems;
  for (const Input &input : inputs)
    stems.push_back(input.name);
  return stems;
}

std::optional<CompiledCrate> generateCode(SourceCrate sources, const CrateDescription &description,
                                          const CrateGraph &graph, const Session &session,
                                          TemporaryFiles &temporaries, Diagnostics &diags) {
  std::optional<CodeGenerator> generator =
      CodeGenerator::create(session.target, session.options.codegen, diags);
  if (!generator)
    return std::nullopt;
  CompiledCrate compiled;
  compiled.interface = std::move(sources.interface);
  UnitCompiler compiler(session, description, *generator, temporaries, diags);
  bool good = true;
  for (SourceUnit &unit : sources.units) {
    const std::string &name = unit.input.name;
    std::optional<CompiledObject> object;
    std::optional<std::string> crash = runGuarded([&] {
      object = compiler.compile(unit, name, sources.units.size() == 1 ? "" : StringRef(name));
    });
    if (crash) {
      reportModuleCrash(unit.input, "compiled", *crash, session.options, diags);
      abandon(std::move(sources));
      return std::nullopt;
    }
    good &= object && collectPublicSymbols(object->path, compiled.exports, diags);
    if (object)
      compiled.objects.push_back(std::move(*object));
  }
  if (!good)
    return std::nullopt;
  llvm::sort(compiled.exports);
  compiled.exports.erase(llvm::unique(compiled.exports), compiled.exports.end());
  std::optional<std::string> hash = hashCrate(compiled.objects, description, graph, session, diags);
  if (!hash)
    return std::nullopt;
  compiled.hash = std::move(*hash);
  if (!makeFatObjects(compiled.objects, temporaries, diags))
    return std::nullopt;
  return compiled;
}

CrateMetadata makeMetadata(const CompiledCrate &compiled, const CrateDescription &description,
                           const ArtifactResolution &resolution, const Session &session) {
  const CrateNode &local = resolution.graph[localCrate];
  CrateMetadata metadata;
  metadata.identity = {description.crate.name, compiled.hash};
  metadata.target = session.target.identity();
  metadata.type = resolution.type;
  metadata.languages = local.languages;
  metadata.allocator = local.allocator;
  metadata.needsAllocator = local.needsAllocator;
  metadata.noStd = description.noStd;
  for (const CrateEdge &edge : local.edges) {
    const CrateNode &to = resolution.graph[edge.to];
    DependencyOrigin origin = edge.origin;
    origin.where.file = hideFolder(origin.where.file, session.options.inputs);
    // A record holds no such name; the place is then not recorded.
    if (llvm::any_of(origin.where.file, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
      origin.where = {};
    metadata.dependencies.push_back({to.identity, to.extraFilename, edge.meaning, origin});
  }
  metadata.nativeLibraries = local.nativeLibraries;
  metadata.exports = compiled.exports;
  if (resolution.type == CrateType::Rlib || resolution.type == CrateType::Dylib)
    metadata.interface = compiled.interface;
  if (!isFinalArtifact(resolution.type))
    return metadata;
  for (NativeLibrary &library : metadata.nativeLibraries)
    library.bundled = false;
  metadata.linkage = recordLinkage(resolution.graph, resolution.linkage);
  metadata.chosenAllocator = recordAllocator(
      resolution, allocatorFormFor(resolution.type, session.options.codegen.keepMalloc));
  // The local crate had no hash yet when it was found to be the allocator itself.
  if (metadata.chosenAllocator && resolution.allocator.crate == localCrate)
    metadata.chosenAllocator->crate = metadata.identity;
  return metadata;
}

} // namespace cratec
