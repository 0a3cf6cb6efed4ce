//===- Input.h - the kinds of source files ------------------------*- C++ -*-===//
//
// A source file's kind is told by its ending; each kind is a row of the table
// in Input.cpp that says which way it takes to become an LLVM module or an
// object. Any other file, and the standard input, is taken for Rust, as rustc does.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

namespace cratec {

/// How an input becomes something that can be linked.
enum class Route {
  Dialect,        ///< the built-in front end, then our code generator
  ClangToBitcode, ///< clang as a subprocess, then our code generator
  ReadModule,     ///< LLVM assembly or bitcode, then our code generator
  ClangToObject,  ///< assembled by clang
  TakeAsIs        ///< an object already
};

struct Input {
  std::string path;
  Route route = Route::TakeAsIs;
  linkcheck::SourceLanguage language = linkcheck::SourceLanguage::Object;

  /// Names intermediate files and members of an rlib: the stem, numbered where
  /// another input of the crate has that name already.
  std::string name = "";

  /// Its ending says nothing; messages about its text had better say so too.
  bool isAssumed = false;

  bool isStandardInput() const { return path == "-"; }
  /// The file's name without folder and ending; rustc's `rust_out` of the standard input.
  std::string stem() const;
};

/// Gives each input a name that no other has; who has its stem to itself keeps it.
void nameInputs(std::vector<Input> &inputs);

/// The endings that the table has, for messages: ".rs .c …".
std::string knownEndings();

/// The inputs as given on the command line. Says C04 for a Markdown file, C01 for a
/// file that is not there, C02 for none or for one that is given twice.
std::optional<std::vector<Input>> classifyInputs(llvm::ArrayRef<std::string> paths,
                                                 linkcheck::Diagnostics &diags);

} // namespace cratec
