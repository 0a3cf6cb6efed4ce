//===- GraphFixture.h - a local crate over a folder of crates ---*- C++ -*-===//

#pragma once

#include "CrateFiles.h"
#include "linkcheck/graph/AllocatorRules.h"

namespace linkcheck {

/// Compiles the crate `main`, whose `extern crate`s are lines 1, 2, … of main.c.
class GraphFixture : public testing::Test {
protected:
  CrateFolder folder;
  CollectingConsumer messages;
  Diagnostics diags{messages};
  LocalCrate local;
  std::unique_ptr<CrateStore> store;

  GraphFixture() {
    local.name = "main";
    useFolders({{SearchPath::Kind::All, folder.path()}});
  }

  void useFolders(std::vector<SearchPath> paths) {
    store = std::make_unique<CrateStore>(std::move(paths), testTarget);
  }
  void uses(const std::string &name, std::vector<std::string> paths = {}) {
    unsigned line = local.dependencies.size() + 1;
    local.dependencies.push_back(
        {name, std::move(paths), {DependencyOrigin::By::ExternCrate, {"main.c", line, 1}}});
  }
  std::optional<CrateGraph> build() { return buildCrateGraph(local, *store, diags); }
  CrateGraph mustBuild() {
    std::optional<CrateGraph> graph = build();
    EXPECT_TRUE(graph) << said();
    return graph ? *graph : CrateGraph({CrateNode{}});
  }

  /// Target defaults as for Linux.
  static ArtifactRequest request(CrateType type, std::optional<std::string> allocator = {}) {
    ArtifactRequest request;
    request.type = type;
    request.allocator = std::move(allocator);
    request.defaults = {"alloc_jemalloc", "alloc_system", "alloc_system", "some-target"};
    return request;
  }
  /// Builds, checks and resolves; what holds is verified as well.
  std::optional<ArtifactResolution> resolve(const ArtifactRequest &request) {
    std::optional<CrateGraph> graph = build();
    if (!graph || !checkAllocatorGraph(*graph, diags))
      return std::nullopt;
    std::optional<ArtifactResolution> resolution = resolveArtifact(*graph, *store, request, diags);
    if (resolution) {
      EXPECT_EQ(verifyResolution(*resolution, request), std::vector<int>());
    } else {
      EXPECT_TRUE(diags.hasErrors()) << "nothing said";
    }
    return resolution;
  }

  /// All that was said, one line a part; the folder is called DIR.
  std::string said() const {
    std::string text;
    for (const Diagnostic &diagnostic : messages.diagnostics) {
      text += severity(diagnostic.severity);
      if (diagnostic.code != Code::None)
        text += "[" + infoOf(diagnostic.code).id.str() + "]";
      text += ": " + diagnostic.message + "\n";
      for (const Label &label : diagnostic.labels)
        text += "  at " + label.at.toString() + ": " + label.text + "\n";
      for (const Attachment &attachment : diagnostic.attachments)
        text += "  " + severity(attachment.severity) + ": " + attachment.message + "\n";
    }
    for (size_t at; (at = text.find(folder.path())) != std::string::npos;)
      text.replace(at, folder.path().size(), "DIR");
    return text;
  }
  void expectSaid(const std::string &part) const {
    EXPECT_PRED_FORMAT2(testing::IsSubstring, part, said());
  }
  /// The headers alone: `error[E0463]: …`.
  std::vector<std::string> headers() const {
    std::vector<std::string> lines;
    for (const Diagnostic &diagnostic : messages.diagnostics)
      lines.push_back(severity(diagnostic.severity) + "[" +
                      (diagnostic.code == Code::None ? "" : infoOf(diagnostic.code).id.str()) +
                      "]: " + diagnostic.message);
    return lines;
  }

private:
  static std::string severity(Severity severity) {
    switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
    case Severity::Help:
      return "help";
    case Severity::FailureNote:
      return "failure-note";
    }
    return "";
  }
};

using Headers = std::vector<std::string>;

} // namespace linkcheck
