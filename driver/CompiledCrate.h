//===- CompiledCrate.h - the local crate's objects ----------------*- C++ -*-===//

#pragma once

#include "driver/CrateDescription.h"

namespace cratec {

/// An object of the local crate. `name` is its name as a member of an rlib.
struct CompiledObject {
  std::string name;
  std::string path;
  std::string bitcode; ///< for later links with LTO; empty where there is to be none
};

/// What step 4 makes: objects, and what the record says of them.
struct CompiledCrate {
  std::vector<CompiledObject> objects;                ///< in the order of the inputs
  std::vector<std::string> exports;                   ///< public symbols, sorted, each once
  std::string hash;                                   ///< linkcheck::CrateIdentity::hash
  std::optional<linkcheck::CrateInterface> interface; ///< of a crate of the dialect
};

/// What tells the emitted files of several units apart, one a unit; empty where
/// there is only one.
std::vector<std::string> unitStems(llvm::ArrayRef<Input> inputs);

/// Generates code for every unit, and writes what `--emit` asks for besides the
/// artifacts. Uses the modules up. Nothing after an error.
std::optional<CompiledCrate> generateCode(SourceCrate sources, const CrateDescription &description,
                                          const linkcheck::CrateGraph &graph,
                                          const Session &session, TemporaryFiles &temporaries,
                                          linkcheck::Diagnostics &diags);

/// The record of the artifact that `resolution` is of.
linkcheck::CrateMetadata makeMetadata(const CompiledCrate &compiled,
                                      const CrateDescription &description,
                                      const linkcheck::ArtifactResolution &resolution,
                                      const Session &session);

} // namespace cratec
