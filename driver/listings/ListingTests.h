//===- ListingTests.h - `--test FILE.md` --------------------------*- C++ -*-===//
//
// Compiles and runs the listings of a Markdown file as tests, and reports as rustdoc
// does. Each listing is a program of its own, compiled by another run of this compiler,
// so that whatever one does, the others are tested.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Session.h"

#include <llvm/Support/raw_ostream.h>

namespace cratec {

/// Whether the run is one of these: `--test` with a Markdown file.
bool isListingTest(const Options &options);

/// Runs them. The report goes to `out`. True when all passed; false also after an
/// error, which `diags` has then.
bool runListingTests(const Session &session, llvm::raw_ostream &out, linkcheck::Diagnostics &diags);

} // namespace cratec
