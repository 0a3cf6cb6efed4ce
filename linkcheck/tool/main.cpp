//===- main.cpp - linkcheck -----------------------------------------*- C++ -*-===//
//
// Prints what crates and artifacts say of themselves: their records. Exit codes:
// 0 all could be read; 1 a file carries no record; 2 a file could not be read or
// the usage is wrong.
//
//===----------------------------------------------------------------------===//

#include "linkcheck/diag/Renderers.h"
#include "linkcheck/meta/MetadataReader.h"
#include "linkcheck/meta/MetadataWriter.h"

#include <CLI/CLI.hpp>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

using namespace linkcheck;

namespace {

enum ExitCode { allHold = 0, finding = 1, unreadable = 2 };

void printDependencies(const CrateMetadata &metadata, llvm::raw_ostream &out) {
  for (const Dependency &dependency : metadata.dependencies) {
    out << "  dependency: " << dependency.crate.name << " " << dependency.crate.hash << " ("
        << spelling(dependency.meaning) << ", " << spelling(dependency.origin.by);
    if (dependency.origin.where.isKnown())
      out << " at " << dependency.origin.where.toString();
    out << ")\n";
  }
  for (const NativeLibrary &library : metadata.nativeLibraries) {
    out << "  native library: " << spelling(library.kind);
    if (library.form)
      out << ":" << spelling(*library.form);
    out << "=" << library.name << (library.bundled ? " (bundled)" : "");
    if (!library.condition.empty())
      out << " (where " << library.condition << ")";
    out << "\n";
  }
}

void printText(llvm::StringRef path, const CrateMetadata &metadata, llvm::raw_ostream &out) {
  out << path << ": " << describe(metadata.type) << " of crate `" << metadata.identity.name
      << "`\n";
  out << "  hash: " << metadata.identity.hash << "\n  target: " << metadata.target << "\n";
  for (SourceLanguage language : metadata.languages)
    out << "  language: " << spelling(language) << "\n";
  if (metadata.allocator)
    out << "  tag: allocator\n";
  if (metadata.needsAllocator)
    out << "  tag: needs_allocator\n";
  printDependencies(metadata, out);
  for (const LinkedCrate &linked : metadata.linkage)
    out << "  linked: " << linked.crate.name << " (" << spelling(linked.linkage)
        << (linked.allocator ? ", allocator" : "") << ")\n";
  if (!isFinalArtifact(metadata.type))
    return;
  if (!metadata.chosenAllocator) {
    out << "  allocator: none\n";
    return;
  }
  const AllocatorRecord &chosen = *metadata.chosenAllocator;
  bool inside = chosen.linkage != Linkage::Static;
  out << "  allocator: " << chosen.crate.name << " ("
      << (inside ? "in a dylib" : spelling(chosen.meaning)) << " by R" << chosen.rule << ", "
      << spelling(chosen.form) << " form, " << spelling(chosen.linkage) << ")\n  path:";
  for (const std::string &crate : chosen.path)
    out << (&crate == &chosen.path.front() ? " " : " -> ") << crate;
  out << "\n";
}

/// Prints the record of each file; returns the exit code.
int printRecords(llvm::ArrayRef<std::string> files, bool json, Diagnostics &diags) {
  int worst = allHold;
  for (const std::string &file : files) {
    llvm::Expected<CrateMetadata> metadata = readMetadataFile(file);
    if (metadata) {
      if (json)
        llvm::outs() << writeRecord(*metadata) << "\n";
      else
        printText(file, *metadata, llvm::outs());
      continue;
    }
    llvm::Error error = llvm::handleErrors(
        metadata.takeError(), [&](std::unique_ptr<MetadataError> cause) -> llvm::Error {
          int code = cause->kind == MetadataError::Kind::NotACrate ? finding : unreadable;
          worst = std::max(worst, code);
          return llvm::Error(std::move(cause));
        });
    reportMetadataError(std::move(error), "", diags);
  }
  return worst;
}

} // namespace

int main(int argc, char **argv) {
  CLI::App app("linkcheck: tells what crates and artifacts hold", "linkcheck");
  app.set_version_flag("-V,--version", "linkcheck " LINKCHECK_VERSION);
  std::vector<std::string> files;
  std::string format = "text";
  std::string code;
  app.add_option("FILE", files, "rlibs, dylibs, executables, staticlibs");
  app.add_option("--format", format, "text, json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  app.add_option("--explain", code, "explain a diagnostic's code")->type_name("CODE");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? allHold : unreadable;
  }
  TextRenderer renderer(llvm::errs(), {.colour = llvm::errs().has_colors()});
  Diagnostics diags(renderer);
  if (!code.empty()) {
    std::optional<CodeInfo> info = findCode(code);
    if (info)
      llvm::outs() << info->page;
    else
      diags.error(Code::C02, "{} is not a valid error code", code).done();
    return info ? allHold : unreadable;
  }
  if (files.empty()) {
    diags.error(Code::C02, "no file is given").help("`linkcheck --help` shows the usage");
    return unreadable;
  }
  return printRecords(files, format == "json", diags);
}
