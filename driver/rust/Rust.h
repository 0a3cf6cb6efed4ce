//===- Rust.h - the front end of the dialect ----------------------*- C++ -*-===//
//
// Two steps: parse() reads the sources and knows what the crate says of itself;
// lower() gets the graph of crates and makes an LLVM module. Between the two the driver
// finds the crates and settles the allocator. Nothing here knows of linking.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Declaration.h"
#include "linkcheck/graph/CrateGraph.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>

#include <map>
#include <memory>

namespace cratec::rust {

/// One `--cfg`: a name, or a name with a value.
struct ConfigurationEntry {
  std::string name;
  std::optional<std::string> value;
};
/// Of `name` or `name="value"`, which the command line has checked.
ConfigurationEntry parseConfigurationEntry(llvm::StringRef text);

/// Whether a predicate of `cfg`, as a Declaration's condition has it, holds. Nothing where
/// the text is none.
std::optional<bool> predicateHolds(llvm::StringRef predicate,
                                   llvm::ArrayRef<ConfigurationEntry> configuration);

struct ParseRequest {
  std::string path; ///< of the root; as messages print it
  /// The root's text where `path` is no file, as of the standard input.
  std::optional<std::string> text;
  /// The target's own (`unix`, `target_arch = "…"`) and those of `--cfg`.
  std::vector<ConfigurationEntry> configuration;
  bool debugAssertions = true;
  std::vector<std::pair<std::string, std::string>> pathRemappings; ///< `--remap-path-prefix`
  bool isCore = false;                                             ///< the crate is called `core`
  bool isTest = false; ///< `--test`: a program that runs the crate's tests; needs the crate `test`
};

/// The sources of a crate, read. Opaque; destroy it only after what lower() made of it.
class ParsedCrate {
public:
  virtual ~ParsedCrate() = default;
  /// What it declares: name, types, tags, no_std, extern crates (`core` and `std` where it does
  /// not opt out, `test` of a test program), `#[link]` libraries.
  virtual llvm::ArrayRef<Declaration> declarations() const = 0;
  /// Every file that was read, the root first.
  virtual llvm::ArrayRef<std::string> sourceFiles() const = 0;
  /// Every environment variable that was asked for, and its value where it has one.
  virtual const std::map<std::string, std::optional<std::string>> &environment() const = 0;
};

/// Null after an error. Says all syntax errors.
std::unique_ptr<ParsedCrate> parse(const ParseRequest &request, linkcheck::Diagnostics &diags);

struct LowerRequest {
  LowerRequest(const linkcheck::LocalCrate &crate, const linkcheck::CrateGraph &graph)
      : crate(crate), graph(graph) {}

  const linkcheck::LocalCrate &crate;
  const linkcheck::CrateGraph &graph;     ///< node 0 is the crate itself; nothing injected yet
  bool isExecutable = false;              ///< needs `main`
  std::vector<std::string> metadata;      ///< `-C metadata`: into every mangled name
  std::vector<std::string> configuration; ///< `--cfg`, for the interface
  std::string triple;
  std::string dataLayout;
  unsigned debugInfo = 0;
  bool optimised = false;
  bool overflowChecks = true;
};

struct LoweredCrate {
  std::unique_ptr<llvm::Module> module;
  linkcheck::CrateInterface interface; ///< for the crate's record
};

/// Resolves, checks and lowers. Nothing after an error; all independent errors are said.
/// What it took, the trees of upstream crates among it, stays with `crate`. To be called once.
std::optional<LoweredCrate> lower(ParsedCrate &crate, const LowerRequest &request,
                                  llvm::LLVMContext &context, linkcheck::Diagnostics &diags);

} // namespace cratec::rust
