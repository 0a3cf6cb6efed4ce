//===- Arena.h - owns the nodes of a tree -------------------------*- C++ -*-===//

#pragma once

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Allocator.h>
#include <llvm/Support/StringSaver.h>

#include <utility>
#include <vector>

namespace cratec::rust {

/// Owns nodes that point at each other, and frees them one by one, without
/// recursion: a deep tree costs no stack when it goes.
class Arena {
public:
  Arena() = default;
  Arena(const Arena &) = delete;
  Arena &operator=(const Arena &) = delete;
  ~Arena() {
    for (auto &[object, destroy] : owned)
      destroy(object);
  }

  template <typename T, typename... Args> T *make(Args &&...args) {
    void *memory = allocator.Allocate(sizeof(T), alignof(T));
    T *object = new (memory) T(std::forward<Args>(args)...);
    if constexpr (!std::is_trivially_destructible_v<T>)
      owned.push_back({object, [](void *p) { static_cast<T *>(p)->~T(); }});
    return object;
  }

  /// A copy of `text` that lives as long as the arena; equal texts share one.
  llvm::StringRef save(llvm::StringRef text) { return strings.save(text); }

private:
  llvm::BumpPtrAllocator allocator;
  llvm::UniqueStringSaver strings{allocator};
  std::vector<std::pair<void *, void (*)(void *)>> owned;
};

} // namespace cratec::rust
