//===- NativeLibrarySpec.h - `-l` and LINK_LIBRARY ----------------*- C++ -*-===//
//
// A native library as somebody names it: on the command line, in LINK_LIBRARY of a C
// source, in `#[link]` of the dialect.
//
//   [KIND[:WORD[,WORD]]=]NAME[:RENAME]
//
// KIND is `static` or `dylib`, the default. A WORD is `host` or `guest`, which
// restricts the library to artifacts that take their allocator in that form, or one of
// rustc's modifiers with `+` or `-` before it:
//
//   bundle         static: its members go into the rlib (+, the default), or it is
//                  looked for where the artifact is linked, and no staticlib holds it
//   whole-archive  static: every member is linked, called or not
//   verbatim       NAME is the file's whole name
//
// `static-nobundle` is `static:-bundle`, as it was once called. RENAME belongs to the
// command line alone: what `#[link]` calls NAME is in truth RENAME.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "linkcheck/meta/CrateMetadata.h"

#include <llvm/Support/Error.h>

namespace cratec {

struct NativeLibrarySpec {
  linkcheck::NativeLibrary library;
  bool hasKind = false; ///< else `library.kind` is only the default
  bool hasModifiers = false;
  std::optional<std::string> rename;
};

/// What `-l` was given. The error's text is for the user.
llvm::Expected<NativeLibrarySpec> parseNativeLibrary(llvm::StringRef text);

/// What a source declares: the same without RENAME.
llvm::Expected<NativeLibrarySpec> parseDeclaredLibrary(llvm::StringRef text);

/// The libraries of a crate: what its sources declare, in that order, changed and followed
/// by what the command line says. As in rustc, `-l` of a declared library changes its kind
/// and name and moves it to the end, so that what needs it stands before it. An error's
/// text is for the user.
llvm::Expected<std::vector<linkcheck::NativeLibrary>>
mergeNativeLibraries(std::vector<NativeLibrarySpec> declared,
                     llvm::ArrayRef<NativeLibrarySpec> given);

} // namespace cratec
