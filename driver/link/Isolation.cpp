//===- Isolation.cpp - a guest allocator keeps to itself ------------------===//

#include "driver/link/Isolation.h"

#include "driver/link/Archive.h"
#include "driver/link/ObjectCopy.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/BinaryFormat/Magic.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/Object/SymbolicFile.h>
#include <llvm/Support/Path.h>

#include <set>

using namespace cratec;
using linkcheck::Code;
using linkcheck::CrateType;

namespace {

constexpr llvm::StringLiteral mallocFamily[] = {
    // C, POSIX and glibc
    "malloc", "calloc", "realloc", "free", "cfree", "reallocarray", "reallocf", "memalign",
    "posix_memalign", "aligned_alloc", "valloc", "pvalloc", "free_sized", "free_aligned_sized",
    "malloc_usable_size", "malloc_size", "malloc_good_size", "malloc_trim", "malloc_stats",
    "malloc_info", "malloc_get_state", "malloc_set_state", "mallinfo", "mallinfo2", "mallopt",
    "mcheck", "mprobe", "mtrace", "muntrace",
    // glibc's other names for them, and its old hooks
    "__libc_malloc", "__libc_calloc", "__libc_realloc", "__libc_free", "__libc_cfree",
    "__libc_memalign", "__libc_valloc", "__libc_pvalloc", "__posix_memalign", "__malloc_hook",
    "__free_hook", "__realloc_hook", "__memalign_hook", "__malloc_initialize_hook",
    "__after_morecore_hook", "__morecore",
    // what hands out memory that is freed with free()
    "strdup", "strndup", "__strdup", "__strndup", "wcsdup", "realpath",
    // what allocators wrap to watch the process
    "mmap", "mmap64", "munmap", "mremap", "sbrk", "brk", "pthread_create"};

/// operator new, new[], delete and delete[], each with its variants.
constexpr llvm::StringLiteral mallocFamilyPrefixes[] = {"_Znw", "_Zna", "_Zdl", "_Zda"};

/// An input with its members; an object is its own only member.
struct Source {
  const LinkInput *input;
  LoadedArchive archive;
  bool isArchive = true;
};

llvm::Error forMember(const Source &source, const LoadedMember &member, llvm::Error error) {
  std::string file = llvm::sys::path::filename(source.input->path).str();
  return llvm::createStringError(
      source.isArchive
          ? fmt::format("{}({}): {}", file, member.name, llvm::toString(std::move(error)))
          : fmt::format("{}: {}", file, llvm::toString(std::move(error))));
}

llvm::Expected<Source> load(const LinkInput &input) {
  Source source;
  source.input = &input;
  source.isArchive = input.kind != LinkInput::Kind::Object;
  if (source.isArchive) {
    auto archive = loadArchive(input.path);
    if (!archive)
      return archive.takeError();
    source.archive = std::move(*archive);
    return source;
  }
  auto buffer = llvm::MemoryBuffer::getFile(input.path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return llvm::createStringError(fmt::format("{}: {}", input.path, buffer.getError().message()));
  source.archive.buffer = std::move(*buffer);
  source.archive.members.push_back({"", source.archive.buffer->getBuffer()});
  return source;
}

/// Adds the global names that the member defines. What is no object defines none.
llvm::Error collectDefined(const LoadedMember &member, llvm::LLVMContext &context,
                           std::set<std::string> &names) {
  llvm::MemoryBufferRef buffer(member.contents, member.name);
  llvm::file_magic magic = llvm::identify_magic(member.contents);
  if (!llvm::object::SymbolicFile::isSymbolicFile(magic, &context))
    return llvm::Error::success();
  auto file = llvm::object::SymbolicFile::createSymbolicFile(buffer, magic, &context);
  if (!file)
    return file.takeError();
  for (const llvm::object::BasicSymbolRef &symbol : (*file)->symbols()) {
    auto flags = symbol.getFlags();
    if (!flags)
      return flags.takeError();
    using Flags = llvm::object::BasicSymbolRef;
    if (!(*flags & Flags::SF_Global) || (*flags & (Flags::SF_Undefined | Flags::SF_FormatSpecific)))
      continue;
    std::string name;
    llvm::raw_string_ostream out(name);
    if (llvm::Error error = symbol.printName(out))
      return error;
    names.insert(name);
  }
  return llvm::Error::success();
}

llvm::Expected<std::set<std::string>> definedNames(const Source &source) {
  std::set<std::string> names;
  llvm::LLVMContext context;
  for (const LoadedMember &member : source.archive.members)
    if (llvm::Error error = collectDefined(member, context, names))
      return forMember(source, member, std::move(error));
  return names;
}

/// Writes a copy of the input with its symbols renamed.
llvm::Error writeRenamed(const Source &source, const SymbolRenames &renames, llvm::StringRef path) {
  std::vector<ObjectBytes> copies;
  copies.reserve(source.archive.members.size());
  std::vector<LoadedMember> members = source.archive.members;
  for (LoadedMember &member : members) {
    llvm::file_magic magic = llvm::identify_magic(member.contents);
    if (magic == llvm::file_magic::bitcode)
      return forMember(source, member,
                       llvm::createStringError("it is bitcode, whose symbols cannot be renamed"));
    if (magic != llvm::file_magic::elf_relocatable)
      continue;
    auto copy = renameSymbols(llvm::MemoryBufferRef(member.contents, member.name), renames);
    if (!copy)
      return forMember(source, member, copy.takeError());
    copies.push_back(std::move(*copy));
    member.contents = {copies.back().data(), copies.back().size()};
  }
  if (source.isArchive)
    return writeArchiveFile(path, members);
  std::error_code error;
  llvm::raw_fd_ostream out(path, error);
  if (!error) {
    out << members.front().contents;
    out.close();
    error = out.error();
    out.clear_error();
  }
  return llvm::errorCodeToError(error);
}

class Isolator {
public:
  Isolator(const LinkPlan &plan, PendingFile &pending) : plan(plan), pending(pending) {}

  llvm::Expected<IsolatedInputs> run() {
    result.inputs = plan.inputs;
    if (llvm::Error error = loadSources())
      return error;
    for (LinkInput &input : result.inputs)
      if (input.isolate && !renames.empty())
        if (llvm::Error error = replace(input))
          return error;
    result.hidden.assign(hidden.begin(), hidden.end());
    return std::move(result);
  }

private:
  llvm::Error loadSources() {
    for (const LinkInput &input : plan.inputs) {
      if (!input.isolate)
        continue;
      auto source = load(input);
      if (!source)
        return source.takeError();
      auto names = definedNames(*source);
      if (!names)
        return names.takeError();
      for (const std::string &name : *names)
        sort(name, source->isArchive);
      sources.push_back(std::move(*source));
    }
    return llvm::Error::success();
  }

  /// What becomes of a defined name. The local crate's own objects export what
  /// their source says; only an archive's other names are nobody's business.
  void sort(const std::string &name, bool fromArchive) {
    if (linkcheck::isAllocatorFunction(name))
      return;
    if (isMallocFamily(name)) {
      std::string renamed = fmt::format("__{}_{}", plan.allocatorCrate, name);
      renames[name] = renamed;
      hidden.insert(renamed);
    } else if (fromArchive && !llvm::binary_search(plan.exports, name) &&
               !llvm::StringRef(name).contains('"')) {
      hidden.insert(name);
    }
  }

  llvm::Error replace(LinkInput &input) {
    const Source &source = sources[replaced];
    // The name of the copy tells the number of the input, for `-C save-temps`.
    std::string path = pending.add(fmt::format(".{}{}", replaced, source.isArchive ? ".a" : ".o"));
    ++replaced;
    input.name = llvm::sys::path::filename(input.path).str();
    input.path = path;
    return writeRenamed(source, renames, path);
  }

  const LinkPlan &plan;
  PendingFile &pending;
  std::vector<Source> sources;
  size_t replaced = 0; ///< how many of `sources` have a copy
  SymbolRenames renames;
  std::set<std::string> hidden;
  IsolatedInputs result;
};

} // namespace

bool cratec::isMallocFamily(llvm::StringRef symbol) {
  return llvm::is_contained(mallocFamily, symbol) ||
         llvm::any_of(mallocFamilyPrefixes,
                      [&](llvm::StringRef prefix) { return symbol.starts_with(prefix); });
}

std::optional<IsolatedInputs> cratec::isolateAllocator(const LinkPlan &plan, PendingFile &pending,
                                                       linkcheck::Diagnostics &diags) {
  auto isolated = Isolator(plan, pending).run();
  if (isolated)
    return std::move(*isolated);
  diags
      .error(Code::L01, "cannot isolate the allocator `{}` from the rest of the artifact",
             plan.allocatorCrate)
      .note("{}", llvm::toString(isolated.takeError()));
  return std::nullopt;
}
