//===- ResolveFixture.h - crates from texts, resolved -------------*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Definitions.h"
#include "driver/rust/syntax/Parse.h"
#include "test/driver/rust/NoFiles.h"

#include <gtest/gtest.h>

namespace cratec::rust {

/// Crates are added with the local one last written, first given: see resolve().
class ResolveTest : public testing::Test {
protected:
  CrateInput parse(const std::string &name, const std::string &text) {
    ParseInput input;
    input.path = name + ".rs";
    input.text = text;
    input.isCore = name == "core";
    NoFiles reader;
    std::vector<std::string> files;
    trees.push_back(parseCrate(input, reader, sources, files, diags));
    return {name, "", trees.back().get(), {}};
  }

  /// Crates upstream, in the order in which they get their numbers, from 1.
  void upstream(const std::string &name, const std::string &text) {
    others.push_back(parse(name, text));
  }

  /// Each crate knows all others by their names.
  Definitions &resolve(const std::string &text) {
    std::vector<CrateInput> inputs{parse("local", text)};
    for (CrateInput &other : others)
      inputs.push_back(other);
    for (CrateInput &input : inputs)
      for (CrateNumber i = 1; i != inputs.size(); ++i)
        if (inputs[i].name != input.name)
          input.externs[inputs[i].name] = i;
    defs = std::make_unique<Definitions>(resolveNames(std::move(inputs), report));
    return *defs;
  }

  /// The module of a path like "a::b" in the local crate; its root for "".
  DefId module(llvm::StringRef path) {
    DefId current = defs->crateRoot(localCrateNumber);
    while (!path.empty()) {
      auto [name, rest] = path.split("::");
      current = defs->lookupIn(current, name, Namespace::Type).value_or(noDef);
      if (current == noDef)
        return noDef;
      path = rest;
    }
    return current;
  }

  /// "function local::f", or what else the path means; "" after an error.
  std::string meaning(const std::string &text, Namespace space, llvm::StringRef in = "",
                      llvm::StringRef wanted = "value", DefId selfScope = noDef) {
    return meaningIn(text, space, module(in), wanted, selfScope);
  }
  std::string meaningIn(const std::string &text, Namespace space, DefId from,
                        llvm::StringRef wanted = "value", DefId selfScope = noDef) {
    ast::Path path;
    llvm::StringRef words = sources.file(sources.add("path.rs", text));
    uint32_t begin = position;
    position += static_cast<uint32_t>(text.size()) + 1;
    path.global = words.consume_front("::");
    while (!words.empty()) {
      auto [name, rest] = words.split("::");
      path.segments.push_back({{name, {begin, begin + 1}}, {}, false});
      words = rest;
    }
    path.span = {begin, begin + static_cast<uint32_t>(text.size())};
    PathResolution result = defs->resolvePath(path, space, from, selfScope, wanted, report);
    std::string rest = result.rest ? fmt::format(" and {}", result.rest) : "";
    switch (result.kind) {
    case PathResolution::Kind::Error:
      return "";
    case PathResolution::Kind::Def:
      return describe((*defs)[result.def].kind).str() + " " + defs->path(result.def) + rest;
    case PathResolution::Kind::Primitive:
      return "primitive" + rest;
    case PathResolution::Kind::SelfType:
      return "Self of " + defs->path(result.def) + rest;
    }
    return "";
  }

  /// "E0425 cannot find …" of each, with `file:line` before; empties the list.
  std::vector<std::string> messages() {
    std::vector<std::string> result;
    for (const linkcheck::Diagnostic &d : consumer.diagnostics) {
      std::string at = d.labels.empty() ? "" : fmt::format("{}: ", d.labels[0].at.line);
      result.push_back(at + infoOf(d.code).id.str() + " " + d.message);
    }
    consumer.diagnostics.clear();
    return result;
  }
  /// All notes and helps, and the labels.
  std::string details() {
    std::string result;
    for (const linkcheck::Diagnostic &d : consumer.diagnostics) {
      for (const linkcheck::Label &label : d.labels)
        result += label.text + "\n";
      for (const linkcheck::Attachment &attachment : d.attachments)
        result += attachment.message + "\n";
    }
    return result;
  }

  using Messages = std::vector<std::string>;

  SourceMap sources;
  linkcheck::CollectingConsumer consumer;
  linkcheck::Diagnostics diags{consumer};
  Reporter report{sources, diags};
  std::vector<std::unique_ptr<ast::Crate>> trees;
  std::vector<CrateInput> others;
  std::unique_ptr<Definitions> defs;
  uint32_t position = 1 << 20;
};

} // namespace cratec::rust
