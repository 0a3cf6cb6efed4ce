//===- Parse.h - from text to the syntax tree ---------------------*- C++ -*-===//
//
// parseCrate() reads the root file and the files of its modules. It applies `cfg`
// and `cfg_attr`, takes the dialect's macros apart and adds an impl for each derived
// trait, so that what comes after sees plain items.
//
// What is Rust but not of the dialect (SUBSET.md) is D01, which names the construct
// and points at it; the parser then skips it and goes on. Other mistakes are
// rustc's syntax errors. After a mistake the parser resumes at the next statement or
// item, and all independent mistakes are said.
//
// Nesting is limited (nestingLimit), so that no input overflows the stack, here or in
// the passes that walk the tree. Chains of operators and calls make high trees, too;
// the height of every expression, type and pattern, in such levels, is at most
// treeHeightLimit.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/syntax/Ast.h"
#include "linkcheck/meta/CrateMetadata.h"

#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace cratec::rust {

inline constexpr unsigned nestingLimit = 200;
/// How high a tree gets that is not nested but long: `a + b + c`, `a.b().c()`, `else if`.
inline constexpr unsigned treeHeightLimit = 500;

/// The configuration that `cfg` asks for: names, and names with values.
struct Configuration {
  std::set<std::string> names;                          ///< `unix`
  std::set<std::pair<std::string, std::string>> values; ///< `target_arch = "x86_64"`
};

/// Where the parser gets files from, and the variables of `env!`; the real one reads the
/// disk, tests give texts.
class FileReader {
public:
  virtual ~FileReader() = default;
  /// The file's text, or null where there is none that can be read; `failure` then
  /// says why ("No such file or directory").
  virtual std::unique_ptr<llvm::MemoryBuffer> read(const std::string &path,
                                                   std::string &failure) = 0;
  /// The variable's value; nothing where it is not set.
  virtual std::optional<std::string> variable(const std::string &name) {
    const char *value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  }
  /// What of the file at `path` can be left for later. Of sources: nothing.
  virtual llvm::ArrayRef<linkcheck::TextRange> deferred(llvm::StringRef) const { return {}; }
};

struct ParseInput {
  std::string path; ///< as messages print it; modules are looked for beside it
  std::string text;
  Configuration configuration;
  bool debugAssertions = true; ///< debug_assert! checks
  bool isCore = false;         ///< the crate `core`: may declare the known traits
  bool isTest = false;         ///< a test program is to be made of it (TestHarness.cpp)
  std::string crateName; ///< for `module_path!`; empty: `#![crate_name]`, else the path's stem
};

/// Nothing where the text cannot be read at all (not UTF-8, too large). After any other
/// error there is a tree, and `diags` has the error. `files` gets the path of each file
/// that was read, the root first.
std::unique_ptr<ast::Crate> parseCrate(const ParseInput &input, FileReader &reader,
                                       SourceMap &sources, std::vector<std::string> &files,
                                       linkcheck::Diagnostics &diags);

using linkcheck::InterfaceFile;

/// The crate's interface: its sources without comments, without what `cfg` took away, and
/// without the bodies of functions that are neither generic nor `#[inline]`, nor methods of
/// a generic impl; these end in `;` instead, as do statics without their values. Every token that
/// is left stands in its line and column, so that places in it are places in the source. The text
/// is of the dialect with such bodies left out, and parseInterface() reads it.
std::vector<InterfaceFile> makeInterface(const ast::Crate &crate, const SourceMap &sources,
                                         const std::vector<std::string> &files);

using MistakeSink = std::function<void(std::string)>;

/// Reads an interface again, but for the bodies, each of which is read when it is first asked
/// for. `onMistake` is told what is wrong, now (and there is no tree) or later (and the body
/// stands for nothing): it is the file's fault, E0786. `files` and `sources` outlive the tree.
std::unique_ptr<ast::Crate> parseInterface(const std::vector<InterfaceFile> &files,
                                           Configuration configuration, bool isCore,
                                           SourceMap &sources, MistakeSink onMistake,
                                           std::string crateName = {});

/// Whether the predicate of `cfg` that `text` is holds; nothing where it is none.
std::optional<bool> evaluatePredicate(llvm::StringRef text, const Configuration &configuration);
/// A predicate as evaluatePredicate() reads it, on one line.
std::string spellPredicate(const ast::MetaItem &predicate);

/// `-Z dump=ast`: the tree as indented text; deterministic.
std::string printAst(const ast::Crate &crate);

} // namespace cratec::rust
