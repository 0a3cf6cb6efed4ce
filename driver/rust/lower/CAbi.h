//===- CAbi.h - structs by value, as C passes them ----------------*- C++ -*-===//
//
// LLVM knows registers, not structs: that a struct of two ints is one 64-bit register is the
// front end's business, and each target has rules of its own. The rules, which clang's are:
//
//   x86-64   System V psABI 3.2.3. Up to 16 bytes, aligned: each eightbyte is an integer, or,
//            if it has floats alone, an SSE register; where not all of them are left, and for
//            what is larger or packed, a copy on the stack (`byval`).
//   AArch64  AAPCS64 6.8. One to four floats of one kind travel in as many registers; else up
//            to 16 bytes in one or two integer registers; what is larger by its address.
//   RISC-V   psABI, LP64D. One or two parts with a float among them travel in registers of
//            their kind, while there are such; else as on AArch64.
//
// Enums with data are structs of their tag and a union (RFC 2195).
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/lower/Unit.h"

#include <llvm/TargetParser/Triple.h>

namespace cratec::rust::ir {

/// Settles one signature: the result first, then each parameter, since what is before
/// takes registers away.
class CAbi {
public:
  explicit CAbi(Unit &unit);

  /// A struct, enum with data, tuple or array, and not one that is a scalar in a register.
  CallShape::Passing passResult(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  CallShape::Passing passParameter(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  /// Scalars and pairs only take registers.
  void takeScalar(const Layout &layout);

private:
  /// A scalar within a struct.
  struct Leaf {
    uint64_t offset;
    unsigned bits;
    bool isFloat;
  };
  void flatten(Ty type, uint64_t offset);
  bool passX86(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  bool passFloats(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  bool passRiscvParts(std::vector<CallShape::Piece> &pieces);
  void passWords(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  bool makePieces(const Layout &layout, std::vector<CallShape::Piece> &pieces);
  llvm::Type *typeOf(const Leaf &leaf);

  Unit &unit;
  llvm::Triple triple;
  std::vector<Leaf> leaves; ///< of the struct at hand
  bool hasUnion = false;
  unsigned integers = 0; ///< registers that are left
  unsigned floats = 0;
};

} // namespace cratec::rust::ir
