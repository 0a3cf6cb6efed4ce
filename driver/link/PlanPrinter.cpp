//===- PlanPrinter.cpp - a LinkPlan as text -------------------------------===//

#include "driver/link/LinkPlan.h"

#include <llvm/ADT/StringExtras.h>

using namespace cratec;
using linkcheck::AllocatorChoice;

namespace {

llvm::StringRef spelling(LinkInput::Kind kind) {
  switch (kind) {
  case LinkInput::Kind::Object:
    return "object";
  case LinkInput::Kind::Rlib:
    return "rlib";
  case LinkInput::Kind::WholeRlib:
    return "whole-rlib";
  case LinkInput::Kind::Dylib:
    return "dylib";
  case LinkInput::Kind::StaticLibrary:
    return "static";
  case LinkInput::Kind::NativeLibrary:
    return "native";
  }
  llvm_unreachable("every kind has a spelling");
}

std::string describeAllocator(const LinkPlan &plan) {
  std::string name = plan.allocatorCrate;
  switch (plan.allocator) {
  case AllocatorChoice::How::None:
    return "none";
  case AllocatorChoice::How::InsideDylib:
    return name + ", inside a dylib";
  case AllocatorChoice::How::Explicit:
    return name + ", explicit" + (plan.allocatorInside ? ", inside" : ", beside");
  case AllocatorChoice::How::Injected:
    return name + ", injected" + (plan.allocatorInside ? ", inside" : ", beside");
  }
  llvm_unreachable("every choice is described");
}

std::string describeInput(const LinkInput &input) {
  bool named = input.kind == LinkInput::Kind::NativeLibrary;
  std::string text = named ? (input.verbatim ? "-l:" : "-l") + input.name : input.path;
  if (!input.crate.empty())
    text += " (" + input.crate + ")";
  if (input.isolate)
    text += " isolate";
  if (input.whole)
    text += " whole";
  return text;
}

} // namespace

std::string cratec::printPlan(const LinkPlan &plan) {
  std::string text;
  auto line = [&](llvm::StringRef key, llvm::StringRef value) {
    text += fmt::format("{:<10} {}\n", key.str(), value.str());
  };
  auto lines = [&](llvm::StringRef key, llvm::ArrayRef<std::string> values) {
    for (const std::string &value : values)
      line(key, value);
  };
  line("artifact", fmt::format("{} {} -> {}", linkcheck::describe(plan.type).str(), plan.crateName,
                               plan.output));
  line("target", plan.target->triple);
  line("allocator", describeAllocator(plan));
  if (plan.fixedAddress)
    line("address", "fixed");
  if (plan.staticExecutable)
    line("flag", "static");
  if (plan.nodelete)
    line("flag", "nodelete");
  lines("start", plan.toolchain.startFiles);
  for (const LinkInput &input : plan.inputs)
    line(spelling(input.kind), describeInput(input));
  lines("end", plan.toolchain.endFiles);
  lines("directory", plan.libraryDirectories);
  lines("directory", plan.toolchain.libraryDirectories);
  lines("export", plan.exports);
  lines("pull", plan.pulled);
  lines("argument", plan.codegen.linkArguments);
  return text;
}
