//===- CrateDescription.h - what is known of the local crate ------*- C++ -*-===//
//
// The sources declare (attributes, <crate/crate.h>), the command line declares
// too. This is where the two become one, with rustc's precedence:
//
//   name   `--crate-name` and the source must agree; else the first input's name
//   types  `--crate-type` wins over the source; else an executable
//   rest   both count
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Output.h"
#include "driver/Session.h"
#include "driver/SourceCrate.h"
#include "linkcheck/graph/CrateGraph.h"

namespace cratec {

struct CrateDescription {
  linkcheck::LocalCrate crate;
  /// What files are called after that are not called after the crate: OutputNames.
  std::string fileStem;
  std::vector<linkcheck::CrateType> types; ///< each once
  bool noStd = false;

  OutputNames outputNames() const { return {crate.name, fileStem}; }
};

/// Says C02 and C03 for what is wrong or contradicts itself.
std::optional<CrateDescription> describeCrate(const SourceCrate &sources, const Options &options,
                                              linkcheck::Diagnostics &diags);

/// Takes away the types that the target cannot have, and warns of each in rustc's words.
/// None may be left: then there is nothing to link, which is no error.
void dropUnsupportedTypes(CrateDescription &description, const TargetSpec &target,
                          linkcheck::Diagnostics &diags);

/// `-Z dump=crate`.
std::string printCrateDescription(const CrateDescription &description);

} // namespace cratec
