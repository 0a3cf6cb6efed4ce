//===- Deferred.h - parts of the tree that are read when asked for -*- C++ -*-===//

#pragma once

#include "driver/rust/source/SourceMap.h"

namespace cratec::rust::ast {

struct Block;
struct Item;
using ItemList = std::vector<const Item *>;

/// Reads what was left for later.
class DeferredReader {
public:
  virtual ~DeferredReader() = default;
  /// What stands at `span`, braces included. `scope` is the reader's own. What is wrong in it is
  /// the file's fault, and said.
  virtual void read(Span span, uint32_t scope, const Block *&block) = 0;
  virtual void read(Span span, uint32_t scope, const ItemList *&items) = 0;
};

/// What stands between braces: a Block, or the ItemList of an impl. Of upstream crates most of
/// it is never looked at. What changes nothing around it is read when it is first asked for.
template <typename Node> class Deferred {
public:
  Deferred() = default;
  Deferred(const Node *node, Span span) : where(span), node(node) {}
  Deferred(Span span, DeferredReader &reader, uint32_t scope)
      : where(span), reader(&reader), scope(scope) {}

  /// Whether there is any.
  explicit operator bool() const { return node || reader; }
  /// With its braces.
  Span span() const { return where; }
  bool isUnread() const { return !node && reader; }
  const Node *get() const {
    if (isUnread())
      reader->read(where, scope, node);
    return node;
  }

private:
  Span where;
  mutable const Node *node = nullptr;
  DeferredReader *reader = nullptr;
  uint32_t scope = 0;
};

} // namespace cratec::rust::ast
