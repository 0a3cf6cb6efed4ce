//===- Lower.h - from MIR to an LLVM module -----------------------*- C++ -*-===//
//
// Starts from the crate's roots (in an executable `main`, in a library all that is not generic,
// and whatever is #[no_mangle]) and follows what they use: functions with their type arguments,
// drop glue, statics, constants. Each becomes LLVM IR once.
//
//   linkage    Roots that others can name (public, or used by the body of a public generic or
//              #[inline] function) are external; other functions are internal. Instances of generic
//              functions, upstream's #[inline] functions and glue are linkonce_odr and hidden:
//              every crate has its own copies.
//   names      Mangled by Rust's symbol mangling v0 (RFC 2603), with the crate's disambiguator.
//   layout     Fields by falling alignment unless #[repr(C)]; an enum is a tag and the largest
//   variant; an
//              enum of one empty variant and one with a single reference, Box, function
//              pointer or NonZero is that pointer, null for the empty one.
//   debugging  DWARF line tables from level 1, variables and types from level 2.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/Evaluate.h"

#include <llvm/IR/DataLayout.h>
#include <llvm/IR/Module.h>

namespace cratec::rust {

struct LowerOptions {
  bool isExecutable = false; ///< makes the C `main` that calls the crate's
  unsigned debugInfo = 0;    ///< 0 none, 1 line tables, 2 full
  bool optimised = false;    ///< told to the debugger
  bool overflowChecks = true;
  std::string triple;
  std::string dataLayout;
  std::string sourcePath; ///< the root's path as given; names the compile unit
};

/// Null after an error.
std::unique_ptr<llvm::Module> lowerCrate(Items &items, MirProvider &provider,
                                         const LowerOptions &options, llvm::LLVMContext &context);

} // namespace cratec::rust
