//===- CheckItemsParts.h - the parts of checkItems() --------------*- C++ -*-===//
//
// Each looks at one kind of item of the local crate, or at how they fit together.
// None says again what making the item's type or signature has said.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/check/Items.h"

namespace cratec::rust {

/// A crate of the runtime: it may implement what others may not.
bool isRuntimeCrate(const Definitions &defs);

/// Fields, discriminants, representation, parameters.
void checkAdt(Items &items, DefId def);
/// Types that hold themselves (E0072), of the whole crate.
void checkRecursiveTypes(Items &items);

void checkFunction(Items &items, DefId def);
/// Const, AssociatedConst, Static.
void checkValue(Items &items, DefId def);
void checkMain(Items &items, const ItemCheckOptions &options);
/// Generic parameters that repeat a name.
void checkGenerics(Items &items, DefId def);

/// What errors about the whole impl underline; of a derived one its trait in `derive`.
Span implHead(Items &items, DefId def);

void checkImpl(Items &items, DefId def);
/// E0046, E0053 and their like.
void checkImplItems(Items &items, DefId def);
/// Orphan rules; what the traits Copy and Drop ask for.
void checkImplHeader(Items &items, DefId def);
/// Whether the impl breaks the orphan rules.
bool isOrphanImpl(Items &items, DefId def);
/// E0119, E0592 of the whole crate.
void checkOverlaps(Items &items);

/// Attributes of every item; gates; symbols that two functions claim.
void checkAttributes(Items &items);

/// E0277 where the type, or one within it that must have a size, has none.
/// `note` says why the place needs one; empty where the place takes any type.
void checkSized(Items &items, Ty type, Span span, llvm::StringRef note);

} // namespace cratec::rust
