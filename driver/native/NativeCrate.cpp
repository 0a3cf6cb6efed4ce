//===- NativeCrate.cpp - from native sources to modules -----------*- C++ -*-===//

#include "driver/native/NativeCrate.h"

#include "driver/CrashGuard.h"
#include "driver/InputFile.h"
#include "driver/Process.h"
#include "driver/SourceFolders.h"
#include "driver/native/Clang.h"
#include "driver/native/Declarations.h"
#include "driver/toolchain/Toolchain.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/BinaryFormat/Magic.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/DiagnosticPrinter.h>
#include <llvm/IR/Verifier.h>
#include <llvm/IRReader/IRReader.h>
#include <llvm/Object/ELFObjectFile.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/TargetParser/Triple.h>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

/// Brings one input after the other into `crate`.
class Loader {
public:
  Loader(SourceCrate &crate, const Session &session, TemporaryFiles &temporaries,
         Diagnostics &diags)
      : crate(crate), session(session), temporaries(temporaries), diags(diags) {}

  bool load(const Input &input) {
    switch (input.route) {
    case Route::ClangToBitcode: {
      std::optional<std::string> bitcode = runClang(input, "bc");
      return bitcode && readModuleGuarded(input, *bitcode);
    }
    case Route::ReadModule:
      crate.reads.files.push_back(input.path);
      return readModuleGuarded(input, input.path);
    case Route::ClangToObject: {
      std::optional<std::string> object = runClang(input, "o");
      return object && takeObject(input, *object);
    }
    case Route::Dialect: // never comes here: loadSources() keeps it
      break;
    case Route::TakeAsIs:
      crate.reads.files.push_back(input.path);
      return takeObject(input, input.path);
    }
    llvm_unreachable("every route is handled");
  }

  /// What follows would use the same context: the crate is to be abandoned.
  bool hasCrashed() const { return crashed; }

private:
  std::optional<std::string> runClang(const Input &input, StringRef ending);
  bool readModule(const Input &input, const std::string &path);
  bool readModuleGuarded(const Input &input, const std::string &path) {
    bool good = false;
    std::optional<std::string> crash = runGuarded([&] { good = readModule(input, path); });
    if (!crash)
      return good;
    reportModuleCrash(input, "read", *crash, session.options, diags);
    crashed = true;
    return false;
  }
  bool takeObject(const Input &input, const std::string &path);

  SourceCrate &crate;
  const Session &session;
  TemporaryFiles &temporaries;
  Diagnostics &diags;
  std::optional<std::string> clang; ///< found when first needed
  bool crashed = false;
};

/// What the compiler's output refers to and only libstdc++ defines. Not all of
/// `__cxa_`: the C library has some of these.
bool isCxxRuntimeSymbol(StringRef name) {
  static constexpr StringRef prefixes[] = {
      "_ZSt",        "_ZNSt",     "_ZNKSt", "_ZTV",        "_Znw",          "_Zna",
      "_Zdl",        "_Zda",      "__gxx_", "__cxa_throw", "__cxa_rethrow", "__cxa_begin_catch",
      "__cxa_guard", "__cxa_pure"};
  return llvm::any_of(prefixes, [&](StringRef prefix) { return name.starts_with(prefix); });
}

/// Whether the object refers to such a symbol. The first symbol that cannot be read
/// ends the search: of a damaged table there may be no end, and it is said where
/// symbols are what is asked for.
bool usesCxxRuntime(const llvm::object::ObjectFile &object) {
  for (const llvm::object::SymbolRef &symbol : object.symbols()) {
    llvm::Expected<uint32_t> flags = symbol.getFlags();
    llvm::Expected<StringRef> name = symbol.getName();
    bool readable = flags && name;
    bool found =
        readable && (*flags & llvm::object::SymbolRef::SF_Undefined) && isCxxRuntimeSymbol(*name);
    if (!flags)
      llvm::consumeError(flags.takeError());
    if (!name)
      llvm::consumeError(name.takeError());
    if (found || !readable)
      return found;
  }
  return false;
}

/// Why clang failed when it said nothing that could be understood.
std::string describeFailure(const ProcessResult &result) {
  if (StringRef said = StringRef(result.errorOutput).trim(); !said.empty())
    return said.str();
  return result.failure.empty() ? fmt::format("exit code {}", result.exitCode) : result.failure;
}

std::optional<std::string> Loader::runClang(const Input &input, StringRef ending) {
  if (!clang && !(clang = findClang(diags)))
    return std::nullopt;
  std::optional<std::string> output = temporaries.create(input.name, ending, diags);
  if (!output)
    return std::nullopt;
  std::optional<std::string> dependencies = temporaries.create(input.name, "d", diags);
  if (!dependencies)
    return std::nullopt;
  std::vector<std::string> arguments = clangArguments(input, session, *output, *dependencies);
  if (session.options.verbose)
    diags.note("running `{} {}`", *clang, llvm::join(arguments, " ")).done();
  ProcessResult result = runProcess(*clang, arguments);
  bool reported = reportClangMessages(result.errorOutput, input.path, diags);
  if (result.exitCode != 0) {
    if (!reported)
      diags.error(Code::C05, "clang failed on `{}`", input.path)
          .note("{}", describeFailure(result));
    return std::nullopt;
  }
  crate.reads.files.push_back(input.path);
  if (!isPreprocessed(input))
    return output;
  std::unique_ptr<llvm::MemoryBuffer> files = mapInputFile(*dependencies, diags);
  if (!files)
    return std::nullopt;
  llvm::append_range(crate.reads.files, parseDependencyFile(files->getBuffer()));
  return output;
}

bool Loader::readModule(const Input &input, const std::string &path) {
  llvm::SMDiagnostic error;
  std::unique_ptr<llvm::Module> module = llvm::parseIRFile(path, error, *crate.context);
  if (!module) {
    diags
        .error(Code::C05, "`{}` is not a valid LLVM module: {}", input.path,
               error.getMessage().str())
        .at({error.getLineNo() > 0 ? input.path : "", unsigned(std::max(error.getLineNo(), 0)),
             unsigned(error.getColumnNo() + 1)});
    return false;
  }
  std::string reason;
  llvm::raw_string_ostream stream(reason);
  if (llvm::verifyModule(*module, &stream)) {
    diags.error(Code::C05, "`{}` is not a valid LLVM module", input.path)
        .note("{}", StringRef(stream.str()).rtrim().str());
    return false;
  }
  if (module->getTargetTriple().empty())
    module->setTargetTriple(session.target.triple);
  size_t known = crate.declarations.size();
  bool good = readModuleDeclarations(*module, input.path, crate.declarations, diags);
  for (Declaration &declaration : llvm::drop_begin(crate.declarations, known))
    declaration.where.file = findSource(declaration.where.file, input.path);
  bool cxx = llvm::any_of(module->functions(), [](const llvm::Function &function) {
    return function.isDeclaration() && isCxxRuntimeSymbol(function.getName());
  });
  crate.units.push_back({input, std::move(module), "", cxx});
  return good;
}

bool Loader::takeObject(const Input &input, const std::string &path) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = mapInputFile(path, diags, input.path);
  if (!buffer)
    return false;
  if (llvm::identify_magic(buffer->getBuffer()) != llvm::file_magic::elf_relocatable) {
    diags.error(Code::C04, "`{}` is not a relocatable ELF object", input.path)
        .help("LLVM bitcode has the ending .bc; an archive or a shared library is linked with "
              "`-l` or `-C link-arg`");
    return false;
  }
  // What else is wrong with it, reading its declarations will tell.
  auto object = llvm::object::ObjectFile::createELFObjectFile(buffer->getMemBufferRef());
  llvm::Triple::ArchType wanted = llvm::Triple(session.target.triple).getArch();
  bool isCxx = false;
  if (!object) {
    llvm::consumeError(object.takeError());
  } else if ((*object)->getArch() != wanted) {
    diags
        .error(Code::C04, "`{}` is an object for {}, not for {}", input.path,
               llvm::Triple::getArchTypeName((*object)->getArch()).str(),
               llvm::Triple::getArchTypeName(wanted).str())
        .help("compile it for target `{}`, or choose its target with `--target`",
              session.target.triple);
    return false;
  } else {
    isCxx = usesCxxRuntime(**object);
  }
  crate.units.push_back({input, nullptr, path, isCxx});
  return readObjectDeclarations({buffer->getBuffer(), input.path}, crate.declarations, diags);
}

/// LLVM's own remarks and errors about a module become diagnostics.
class ContextHandler final : public llvm::DiagnosticHandler {
public:
  explicit ContextHandler(Diagnostics &diags) : diags(diags) {}

  bool handleDiagnostics(const llvm::DiagnosticInfo &info) override {
    std::string text;
    llvm::raw_string_ostream stream(text);
    llvm::DiagnosticPrinterRawOStream printer(stream);
    info.print(printer);
    if (info.getSeverity() == llvm::DS_Error)
      diags.error(Code::C05, "{}", stream.str()).done();
    else if (info.getSeverity() == llvm::DS_Warning)
      diags.warning(Code::None, "{}", stream.str()).done();
    return true;
  }

private:
  Diagnostics &diags;
};

} // namespace

std::optional<SourceCrate> loadNativeCrate(llvm::ArrayRef<Input> inputs, const Session &session,
                                           TemporaryFiles &temporaries, Diagnostics &diags) {
  SourceCrate crate;
  crate.context = std::make_unique<llvm::LLVMContext>();
  crate.context->setDiagnosticHandler(std::make_unique<ContextHandler>(diags));
  Loader loader(crate, session, temporaries, diags);
  bool good = true;
  for (const Input &input : inputs) {
    good &= loader.load(input);
    if (!loader.hasCrashed())
      continue;
    abandon(std::move(crate));
    return std::nullopt;
  }
  if (!good)
    return std::nullopt;
  llvm::sort(crate.reads.files);
  crate.reads.files.erase(llvm::unique(crate.reads.files), crate.reads.files.end());
  return crate;
}

} // namespace cratec
