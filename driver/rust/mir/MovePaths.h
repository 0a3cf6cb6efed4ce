//===- MovePaths.h - which places hold a value, where -------------*- C++ -*-===//
//
// A move path is a place that moves are followed for: a local, a field of one, the content of
// a Box, and so on. Paths make a tree. What is moved from a path leaves its parent with a hole:
// the parent's own bit tells of what has no path of its own.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/mir/Mir.h"

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace cratec::rust::mir {

using PathIndex = uint32_t;
inline constexpr PathIndex noPath = ~PathIndex(0);

struct MovePath {
  PathIndex parent = noPath;
  Place place;
  std::vector<PathIndex> children;
};

enum class Effect { Move, Drop, Uninit, Init };

class MovePaths {
public:
  MovePaths(const Body &body, Items &items);

  const MovePath &operator[](PathIndex path) const { return paths[path]; }
  size_t size() const { return paths.size(); }

  /// The longest beginning of `place` that has a path.
  struct Found {
    PathIndex path = noPath;
    bool isExact = false;
  };
  Found find(const Place &place) const;
  /// noPath unless exactly this place has one.
  PathIndex exact(const Place &place) const;
  void forSubtree(PathIndex path, llvm::function_ref<void(PathIndex)> visit) const;
  bool isWithin(PathIndex path, PathIndex ancestor) const;

  using Visitor = llvm::function_ref<void(Effect, PathIndex)>;
  void effectsOf(const Statement &statement, Visitor visit) const;
  /// Without what a call's return does, see resultOf().
  void effectsOf(const Terminator &terminator, Visitor visit) const;
  /// The path that a call fills when it returns, or noPath.
  PathIndex resultOf(const Terminator &terminator) const;

private:
  void add(const Place &place);
  void addOperand(const Operand &operand);
  bool canFollow(Ty from, const Projection &step);
  void effectOf(const Operand &operand, Visitor visit) const;

  const Body &body;
  Items &items;
  std::vector<MovePath> paths;
  std::vector<PathIndex> ofLocal;
};

struct MoveState {
  llvm::BitVector maybeInit, maybeUninit;
  llvm::BitVector everInit; ///< has been given a value since its storage began
};

/// The state at the beginning of each block that can be reached.
class MoveFlow {
public:
  MoveFlow(const Body &body, const MovePaths &paths);

  bool isReachable(BlockIndex block) const { return reachable[block]; }
  const MoveState &atEntry(BlockIndex block) const { return entries[block]; }
  void apply(MoveState &state, Effect effect, PathIndex path) const;
  void apply(MoveState &state, const Statement &statement) const;
  void apply(MoveState &state, const Terminator &terminator) const;
  llvm::ArrayRef<BlockIndex> order() const { return reversePostorder; }

private:
  bool join(BlockIndex target, const MoveState &state);
  void computeOrder();

  const Body &body;
  const MovePaths &paths;
  std::vector<MoveState> entries;
  std::vector<bool> reachable;
  std::vector<BlockIndex> reversePostorder;
};

/// The type before the `count`th projection of the place.
Ty typeBefore(const Place &place, size_t count, const Body &body);
bool isBox(Ty type, const Definitions &defs);

} // namespace cratec::rust::mir
