//===- LinkArguments.cpp - a LinkPlan as lld's arguments ------------------===//

#include "driver/link/Link.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Path.h>

using namespace cratec;
using namespace linkcheck;

namespace {

using Arguments = std::vector<std::string>;

void append(Arguments &arguments, llvm::ArrayRef<llvm::StringRef> more) {
  for (llvm::StringRef argument : more)
    arguments.push_back(argument.str());
}

/// What makes an executable, a shared library or one relocatable object.
void appendForm(const LinkPlan &plan, llvm::StringRef output, Arguments &arguments) {
  switch (plan.type) {
  case CrateType::Executable:
    if (plan.staticExecutable)
      append(arguments, {"-static"});
    append(arguments, {plan.fixedAddress ? "-no-pie" : "-pie"});
    if (plan.staticExecutable && !plan.fixedAddress)
      append(arguments, {"--no-dynamic-linker", "-z", "text"});
    if (!plan.staticExecutable && !plan.target->dynamicLinker.empty())
      append(arguments, {"--dynamic-linker", plan.target->dynamicLinker});
    return;
  case CrateType::Dylib:
  case CrateType::Cdylib:
    append(arguments,
           {"-shared", "-soname", llvm::sys::path::filename(plan.output),
            // Bound to its own five functions, whoever else is loaded.
            // Data and what every user of a template has a copy of
            // must stay one in the process: those are not bound.
            "-Bsymbolic-non-weak-functions", "--version-script", versionScriptPath(output)});
    // The list of hidden names holds all of the allocator's archives, while
    // only some of their members are linked.
    if (plan.type == CrateType::Dylib)
      append(arguments, {"--undefined-version"});
    return;
  case CrateType::Staticlib:
    // Without section groups: a group's symbols become local, and a host's
    // linker that keeps its own copy of the group would discard ours.
    append(arguments, {"-r", "--force-group-allocation"});
    return;
  case CrateType::Rlib:
    llvm_unreachable("nothing is linked into an rlib");
  }
}

/// For all that is loaded; a staticlib leaves these to the program's linker.
void appendImageOptions(const LinkPlan &plan, Arguments &arguments) {
  append(arguments, {"--eh-frame-hdr", "--hash-style=gnu", "--build-id=fast", "-z", "relro", "-z",
                     "now", "-z", "nostart-stop-gc", "--as-needed"});
  if (!plan.codegen.linkDeadCode)
    append(arguments, {"--gc-sections"});
  for (const std::string &folder : plan.runPaths)
    append(arguments, {"-rpath", folder});
  if (plan.nodelete)
    append(arguments, {"-z", "nodelete"});
}

/// Optimisation across crates: of what objects hold as bitcode, if they do.
void appendLto(const CodegenOptions &codegen, Arguments &arguments) {
  if (codegen.lto == LtoKind::Off)
    return;
  bool forSize = codegen.optLevel == "s" || codegen.optLevel == "z";
  append(arguments,
         {"--fat-lto-objects", codegen.lto == LtoKind::Thin ? "--lto=thin" : "--lto=full"});
  arguments.push_back("--lto-O" + (forSize ? "2" : codegen.optLevel));
}

void appendInput(const LinkInput &input, Arguments &arguments) {
  switch (input.kind) {
  case LinkInput::Kind::StaticLibrary:
    if (input.whole)
      return append(arguments, {"--whole-archive", input.path, "--no-whole-archive"});
    return append(arguments, {input.path});
  case LinkInput::Kind::Object:
  case LinkInput::Kind::Rlib:
    return append(arguments, {input.path});
  case LinkInput::Kind::WholeRlib:
    return append(arguments, {"--whole-archive", input.path, "--no-whole-archive"});
  case LinkInput::Kind::Dylib:
    // The record says that the dylib is needed beside the artifact: then the
    // file must say so too, even where nothing of it is called yet.
    return append(arguments, {"--no-as-needed", input.path, "--as-needed"});
  case LinkInput::Kind::NativeLibrary:
    return append(arguments, {(input.verbatim ? "-l:" : "-l") + input.name});
  }
}

/// People write link arguments for a C compiler, as rustc hands them to one.
void appendExtra(llvm::ArrayRef<std::string> extra, Arguments &arguments) {
  for (llvm::StringRef argument : extra) {
    if (argument == "-Xlinker")
      continue;
    if (argument.consume_front("-Wl,"))
      for (llvm::StringRef part : llvm::split(argument, ','))
        arguments.push_back(part.str());
    else
      arguments.push_back(argument.str());
  }
}

/// What a JSON target says of its links. Written for a C compiler, some of it is about
/// code and not about linking.
void appendTargets(const TargetSpec &target, llvm::ArrayRef<std::string> words,
                   Arguments &arguments) {
  std::vector<std::string> taken;
  llvm::copy_if(words, std::back_inserter(taken), [&](llvm::StringRef word) {
    return !target.linksLikeC() || !(word.starts_with("-m") || word.starts_with("-f"));
  });
  appendExtra(taken, arguments);
}

std::string quoted(llvm::StringRef symbol) {
  return ("\"" + symbol + "\"").str();
}

} // namespace

std::string cratec::versionScriptPath(llvm::StringRef output) {
  return (output + ".exports").str();
}

std::string cratec::versionScript(const LinkPlan &plan, llvm::ArrayRef<std::string> hidden) {
  std::string script = "{\n";
  if (plan.type == CrateType::Cdylib && !plan.exports.empty()) {
    script += "  global:\n";
    for (const std::string &symbol : plan.exports)
      script += "    " + quoted(symbol) + ";\n";
  }
  if (plan.type == CrateType::Cdylib)
    script += "  local:\n    *;\n";
  else if (!hidden.empty())
    script += "  local:\n";
  if (plan.type == CrateType::Dylib)
    for (const std::string &symbol : hidden)
      script += "    " + quoted(symbol) + ";\n";
  return script + "};\n";
}

std::vector<std::string> cratec::linkerArguments(const LinkPlan &plan, llvm::StringRef output) {
  Arguments arguments;
  append(arguments, {"-o", output, "-m", plan.target->linkerEmulation});
  appendTargets(*plan.target, plan.target->preLinkArguments, arguments);
  appendForm(plan, output, arguments);
  if (plan.type != CrateType::Staticlib)
    appendImageOptions(plan, arguments);
  appendLto(plan.codegen, arguments);
  // Pulled out of their archive and kept, also when nothing calls them yet: the
  // audit demands all five.
  if (plan.allocatorInside)
    for (llvm::StringRef symbol : allocatorFunctions)
      append(arguments, {"-u", symbol});
  for (const std::string &symbol : plan.pulled)
    append(arguments, {"-u", symbol});
  for (const std::string &folder : plan.libraryDirectories)
    append(arguments, {"-L" + folder});
  for (const std::string &folder : plan.toolchain.libraryDirectories)
    append(arguments, {"-L" + folder});
  llvm::append_range(arguments, plan.toolchain.startFiles);
  for (const LinkInput &input : plan.inputs)
    appendInput(input, arguments);
  appendTargets(*plan.target, plan.target->lateLinkArguments, arguments);
  appendExtra(plan.codegen.linkArguments, arguments);
  appendTargets(*plan.target, plan.target->postLinkArguments, arguments);
  llvm::append_range(arguments, plan.toolchain.endFiles);
  return arguments;
}
